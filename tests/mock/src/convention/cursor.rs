//! Pages of lists that follow the conventions, and the tokens between them.
//!
//! A token says after how many things its page begins, and is signed for its list, so that no other list takes it. How it
//! is written depends on what the model allows for it: what fits first is used.

use crate::auth::hex;
use crate::convention::thing;
use crate::made_up;
use crate::model::{Kind, Member};
use crate::response::answer::Problem;
use crate::state::call::Call;
use crate::state::page;
use base64::Engine;
use base64::engine::general_purpose::{URL_SAFE, URL_SAFE_NO_PAD};
use serde_json::Value;

/// Which part of a list a request asks for.
pub(crate) struct Page<'c> {
    /// After how many things it begins.
    pub(crate) begin: usize,
    /// How many there are on it at most.
    pub(crate) size: usize,
    /// The token for the page after it, and the path of the member that it goes to.
    pub(crate) next: Option<(Vec<&'c str>, Value)>,
}

/// The page that a request asks for; of at most `most` things.
pub(crate) fn page<'c>(call: &Call<'c>, most: usize) -> Result<Page<'c>, Problem> {
    let Some(pages) = &call.operation.pagination else {
        return Ok(Page { begin: 0, size: usize::MAX, next: None });
    };
    let number = |path: &str| thing::at(call.input, &path.split('.').collect::<Vec<_>>())?.as_u64();
    let size = pages.page_size.as_deref().and_then(number).and_then(|size| usize::try_from(size).ok());
    let size = size.filter(|size| *size > 0).unwrap_or(most).min(most);
    let given: Vec<_> = pages.input_token.split('.').collect();
    let given = thing::at(call.input, &given).filter(|token| !token.is_null() && token.as_str() != Some(""));
    let begin = match given {
        Some(token) => {
            begin(call, token).ok_or_else(|| Problem::invalid(&pages.input_token, "Is not from a page of this list"))?
        }
        None => 0,
    };
    let path: Vec<_> = pages.output_token.split('.').collect();
    let member = thing::member(call.model, call.model.structure(call.operation.output), &path);
    let next = member.and_then(|member| token(call, member, begin.saturating_add(size)));
    // Without a way to ask for the rest, all is on one page.
    let size = if next.is_some() { size } else { usize::MAX };
    Ok(Page { begin, size, next: next.map(|next| (path, next)) })
}

/// The ways to write a token's bytes.
const WAYS: [fn(&[u8]) -> String; 6] = [
    |bytes| URL_SAFE_NO_PAD.encode(bytes),
    |bytes| URL_SAFE.encode(bytes),
    |bytes| hex(bytes),
    |bytes| {
        let text = hex(bytes);
        let part = |from, to| text.get(from..to).unwrap_or_default();
        format!("{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
    },
    // As long as hashes are.
    |bytes| hex(bytes).repeat(2),
    |bytes| bytes.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte)).to_string(),
];

/// The bytes of a token: where its page begins, and the signature.
fn bytes(call: &Call<'_>, begin: usize) -> Option<Vec<u8>> {
    let begin = u32::try_from(begin).ok()?.to_be_bytes();
    let mut text = format!("{}\n{}", call.operation.name, u32::from_be_bytes(begin));
    for member in call.model.structure(call.operation.input).outside() {
        // The labels of the path, which say in what collection.
        if let (crate::model::Place::Label, Some(value)) = (&member.place, call.input.get(&member.name)) {
            text.push_str(&format!("\n{value}"));
        }
    }
    let mut bytes = begin.to_vec();
    bytes.extend(page::sign(&text));
    Some(bytes)
}

/// The token of the page that begins there, as this member may hold it.
fn token(call: &Call<'_>, member: &Member, begin: usize) -> Option<Value> {
    if let Kind::Integer(..) = call.model.shape(member.target).kind {
        return Some(begin.into());
    }
    let bytes = bytes(call, begin)?;
    let mut written = WAYS.iter().map(|way| Value::String(way(&bytes)));
    written.find(|token| made_up::is(call.model, member, token))
}

/// Undoes [`token`].
fn begin(call: &Call<'_>, token: &Value) -> Option<usize> {
    let token = match token {
        Value::String(token) => token,
        number => return usize::try_from(number.as_u64()?).ok(),
    };
    let from_hex = || u32::from_str_radix(token.get(..8)?, 16).ok();
    let from_base64 = || {
        let bytes = URL_SAFE_NO_PAD.decode(token.trim_end_matches('=')).ok()?;
        Some(u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?))
    };
    let from_number = || u32::try_from(token.parse::<u64>().ok()? >> 32).ok();
    let begins = [from_hex(), from_base64(), from_number()].into_iter().flatten();
    let begins = begins.filter_map(|begin| usize::try_from(begin).ok());
    let mut begins =
        begins.filter(|begin| bytes(call, *begin).is_some_and(|bytes| WAYS.iter().any(|way| way(&bytes) == *token)));
    begins.next()
}
