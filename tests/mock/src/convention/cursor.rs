//! Pages of lists that follow the conventions, and the tokens between them.
//!
//! A token says after how many things its page begins, and is signed for its list, so that no other list takes it. How it
//! is written depends on what the model allows for it: what fits first is used.

use super::thing;
use crate::auth::hex;
use crate::model::{Kind, Member, Pagination, Place};
use crate::request::{Problem, allows};
use crate::state::{Call, sign};
use base64::Engine;
use base64::engine::general_purpose::{URL_SAFE, URL_SAFE_NO_PAD};
use serde_json::Value;

/// Which part of a list a request asks for.
pub(super) struct Page<'c> {
    /// After how many things it begins.
    pub(super) begin: usize,
    /// How many there are on it at most.
    pub(super) size: usize,
    /// The token for the page after it, and the path of the member that it goes to.
    pub(super) next: Option<(Vec<&'c str>, Value)>,
}

/// The page that a request asks for; of at most `most` things.
pub(super) fn page<'c>(call: &Call<'c>, most: usize) -> Result<Page<'c>, Problem> {
    let Some(pages) = &call.operation.pagination else {
        return Ok(Page { begin: 0, size: usize::MAX, next: None });
    };
    let foreign = || Problem::invalid(&pages.input_token, "Is not from a page of this list");
    let begin =
        given_token(call, pages).map(|token| begin_of(call, token).ok_or_else(foreign)).transpose()?.unwrap_or(0);
    let size = given_size(call, pages).unwrap_or(most).min(most);
    let path: Vec<_> = pages.output_token.split('.').collect();
    let member = thing::member(call.model, call.model.structure(call.operation.output), &path);
    Ok(match member.and_then(|member| token(call, member, begin.saturating_add(size))) {
        Some(next) => Page { begin, size, next: Some((path, next)) },
        // Without a way to ask for the rest, all is on one page.
        None => Page { begin, size: usize::MAX, next: None },
    })
}

/// How many things a request asks for.
fn given_size(call: &Call<'_>, pages: &Pagination) -> Option<usize> {
    let size = input(call, pages.page_size.as_deref()?)?.as_u64()?;
    usize::try_from(size).ok().filter(|size| *size > 0)
}

/// The token that a request has of the page before.
fn given_token<'c>(call: &Call<'c>, pages: &Pagination) -> Option<&'c Value> {
    input(call, &pages.input_token).filter(|token| !token.is_null() && token.as_str() != Some(""))
}

/// A member of the input by its path, as the model has it.
fn input<'c>(call: &Call<'c>, path: &str) -> Option<&'c Value> {
    thing::at(call.input, &path.split('.').collect::<Vec<_>>())
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
    let begin = u32::try_from(begin).ok()?;
    let mut text = format!("{}\n{begin}", call.operation.name);
    for member in call.model.structure(call.operation.input).outside() {
        // The labels of the path, which say in what collection.
        if let (Place::Label, Some(value)) = (&member.place, call.input.get(&member.name)) {
            text.push_str(&format!("\n{value}"));
        }
    }
    let mut bytes = begin.to_be_bytes().to_vec();
    bytes.extend(sign(&text));
    Some(bytes)
}

/// The token of the page that begins there, as this member may hold it.
fn token(call: &Call<'_>, member: &Member, begin: usize) -> Option<Value> {
    if let Kind::Integer(..) = call.model.shape(member.target).kind {
        return Some(begin.into());
    }
    let bytes = bytes(call, begin)?;
    let mut written = WAYS.iter().map(|way| Value::String(way(&bytes)));
    written.find(|token| allows(call.model, member, token))
}

/// Undoes [`token`].
fn begin_of(call: &Call<'_>, token: &Value) -> Option<usize> {
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
