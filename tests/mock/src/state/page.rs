//! Sorting and paging of lists.
//!
//! In: all records of a list and a request's `maxResults`, `sortFields`, `sortDirection` and `nextToken`. Out: one
//! page, and the token for the next one if there is more. A token says after which record the next page begins, so
//! records that come and go between two requests neither repeat nor hide others; it is signed together with everything
//! else in the request that decides what is listed, so it fits no other list.

use super::call::Call;
use crate::auth::hmac;
use crate::model::Object;
use crate::request::{Problem, Reason};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use std::borrow::Borrow;
use std::cmp::Ordering;

/// How many records a page has at most, if the request doesn't say.
const DEFAULT_SIZE: usize = 10;
/// How many a request may ask for.
const LARGEST: usize = 100;
/// Bytes of a token that are its signature.
const SIGNATURE: usize = 12;
const KEY: &[u8] = b"page tokens of the mock service";

/// How a list is sorted and written.
pub(crate) struct List {
    /// The member of the answer that holds the records.
    pub(crate) member: &'static str,
    /// The member that tells records apart, and sorts them for a request that doesn't say.
    pub(crate) id: &'static str,
    /// What can be sorted by, as requests call it, and the record's member.
    pub(crate) fields: &'static [(&'static str, &'static str)],
}

/// Where a record stands: the values that are sorted by, and its ID, which decides between equals.
type Position = Vec<String>;

impl List {
    /// The page that a request asks for, of records that come in the order of their IDs.
    pub(crate) fn page<R: Borrow<Object>>(
        &self,
        call: &Call<'_>,
        records: impl DoubleEndedIterator<Item = R>,
    ) -> Result<Value, Problem> {
        let order = self.order(call)?;
        let size = size(call)?;
        let after = call.get("nextToken").and_then(Value::as_str).map(|token| position(call, token)).transpose()?;
        let is_after = |position: &Position| after.as_ref().is_none_or(|after| order.compare(position, after).is_gt());
        let mut page: Vec<(Position, R)> = if order.members.len() == 1 {
            // In the order that they come in, or the opposite one: nothing needs to be sorted, nor looked at beyond the page.
            let (forward, backward) =
                if order.descending { (None, Some(records.rev())) } else { (Some(records), None) };
            let records = forward.into_iter().flatten().chain(backward.into_iter().flatten());
            let placed = records.map(|record| (order.position_of(record.borrow()), record));
            placed.filter(|(position, _)| is_after(position)).take(size + 1).collect()
        } else {
            let placed = records.map(|record| (order.position_of(record.borrow()), record));
            let mut placed: Vec<_> = placed.filter(|(position, _)| is_after(position)).collect();
            if placed.len() > size + 1 {
                placed.select_nth_unstable_by(size, |(a, _), (b, _)| order.compare(a, b));
                placed.truncate(size + 1);
            }
            placed.sort_by(|(a, _), (b, _)| order.compare(a, b));
            placed
        };
        let more = page.len() > size;
        page.truncate(size);
        let mut answer = json!({ self.member: page.iter().map(|(_, record)| record.borrow()).collect::<Vec<_>>() });
        if let Some((last, _)) = page.last().filter(|_| more) {
            answer["nextToken"] = Value::String(token(call, last));
        }
        Ok(answer)
    }

    fn order(&self, call: &Call<'_>) -> Result<Order, Problem> {
        let mut members = Vec::new();
        for wanted in call.text("sortFields").split('+').filter(|wanted| !wanted.is_empty()) {
            match self.fields.iter().find(|(name, _)| *name == wanted) {
                Some((_, member)) => members.push(*member),
                None => {
                    let names: Vec<_> = self.fields.iter().map(|(name, _)| *name).collect();
                    let reason = Reason::new("sortFields", format!("Use {}", names.join(" or ")));
                    return Err(Problem::Invalid(vec![reason]));
                }
            }
        }
        members.push(self.id);
        Ok(Order { members, descending: call.text("sortDirection") != "ASC" })
    }
}

fn size(call: &Call<'_>) -> Result<usize, Problem> {
    match call.get("maxResults").and_then(Value::as_i64) {
        None => Ok(DEFAULT_SIZE),
        Some(size) if (1..=LARGEST as i64).contains(&size) => Ok(size as usize),
        Some(_) => Err(Problem::Invalid(vec![Reason::new("maxResults", format!("Use 1 to {LARGEST}"))])),
    }
}

struct Order {
    members: Vec<&'static str>,
    descending: bool,
}

impl Order {
    fn position_of(&self, record: &Object) -> Position {
        let key = |name: &&str| match record.get(*name) {
            Some(Value::String(text)) => text.clone(),
            // As wide as the widest number, so that texts compare as numbers do.
            Some(Value::Number(number)) => format!("{:020}", number.as_u64().unwrap_or_default()),
            Some(Value::Bool(flag)) => flag.to_string(),
            Some(Value::Array(items)) => items.first().and_then(Value::as_str).unwrap_or_default().to_owned(),
            _ => String::new(),
        };
        // Letters as in a dictionary; where they are the same, and for IDs, as they are.
        let folded = |name| {
            let text = key(name);
            format!("{}\u{0}{text}", text.to_lowercase())
        };
        let (id, fields) = self.members.split_last().map_or((None, &[][..]), |(id, fields)| (Some(id), fields));
        fields.iter().map(folded).chain(id.map(key)).collect()
    }

    fn compare(&self, a: &Position, b: &Position) -> Ordering {
        let ascending = a.cmp(b);
        if self.descending { ascending.reverse() } else { ascending }
    }
}

/// The signature of a token: it holds for requests that differ in page size and token only.
fn signature(call: &Call<'_>, position: &str) -> Vec<u8> {
    let mut text = format!("{}\n{position}", call.operation.name);
    for (name, value) in call.input.iter().filter(|(name, value)| {
        // The order that is said is the one that isn't.
        let is_default = *name == "sortDirection" && *value == "DESC";
        *name != "nextToken" && *name != "maxResults" && !is_default
    }) {
        text.push_str(&format!("\n{name}={value}"));
    }
    sign(&text)
}

/// What proves that a token is one of the mock's own, for what a text says.
pub(crate) fn sign(text: &str) -> Vec<u8> {
    let mut signature = hmac(KEY, text);
    signature.truncate(SIGNATURE);
    signature
}

fn token(call: &Call<'_>, position: &Position) -> String {
    let position = json!(position).to_string();
    let mut bytes = signature(call, &position);
    bytes.extend(position.bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Undoes [`token`].
fn position(call: &Call<'_>, token: &str) -> Result<Position, Problem> {
    let foreign = || Problem::invalid("nextToken", "Is not from a page of this list in this order");
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| foreign())?;
    let (signed, position) = bytes.split_at_checked(SIGNATURE).ok_or_else(foreign)?;
    let position = std::str::from_utf8(position).map_err(|_| foreign())?;
    if signed != signature(call, position) {
        return Err(foreign());
    }
    serde_json::from_str(position).map_err(|_| foreign())
}
