//! Sorting and paging of lists.
//!
//! In: all records of a list and a request's `maxResults`, `sortFields`, `sortDirection` and `nextToken`. Out: one
//! page, and the token for the next one if there is more. A token says after which record the next page begins and in
//! which order, so records that come and go between two requests neither repeat nor hide others.

use crate::answer::{Problem, Reason};
use crate::call::{Call, Object};
use serde_json::{Value, json};
use std::cmp::Ordering;

/// How many records a page has at most, if the request doesn't say.
const DEFAULT_SIZE: usize = 10;
/// How many a request may ask for.
const LARGEST: usize = 100;

/// How a list is sorted and written.
pub(crate) struct List {
    /// The member of the answer that holds the records.
    pub(crate) member: &'static str,
    /// What can be sorted by. The first is the record's ID, and the order of a request that doesn't say.
    pub(crate) fields: &'static [&'static str],
}

impl List {
    /// The page that a request asks for.
    pub(crate) fn page<'r>(
        &self,
        call: &Call<'_>,
        records: impl Iterator<Item = &'r Object>,
    ) -> Result<Value, Problem> {
        let order = Order::of(call, self.fields)?;
        let size = size(call)?;
        let after = call.query("nextToken").map(|token| order.place(token)).transpose()?;
        let mut records: Vec<(Place, &Object)> = records.map(|record| (order.place_of(record), record)).collect();
        records.sort_by(|(a, _), (b, _)| order.compare(a, b));
        if let Some(after) = after {
            records.retain(|(place, _)| order.compare(place, &after) == Ordering::Greater);
        }
        let more = records.len() > size;
        records.truncate(size);
        let mut page = json!({ self.member: records.iter().map(|(_, record)| record).collect::<Vec<_>>() });
        if let Some((last, _)) = records.last().filter(|_| more) {
            page["nextToken"] = Value::String(order.token(last));
        }
        Ok(page)
    }
}

fn size(call: &Call<'_>) -> Result<usize, Problem> {
    let Some(text) = call.query("maxResults") else {
        return Ok(DEFAULT_SIZE);
    };
    let size = text.parse().map_err(|_| Problem::Malformed(format!("maxResults is not an integer: {text}")))?;
    if (1..=LARGEST as i64).contains(&size) {
        Ok(size as usize)
    } else {
        Err(Problem::Invalid(vec![Reason::new("maxResults", format!("Use 1 to {LARGEST}"))]))
    }
}

/// Where a record stands: the value that is sorted by, and its ID, which decides between equals.
type Place = (String, String);

struct Order {
    field: &'static str,
    id: &'static str,
    descending: bool,
}

impl Order {
    fn of(call: &Call<'_>, fields: &'static [&'static str]) -> Result<Self, Problem> {
        let Some(id) = fields.first() else {
            return Err(Problem::Malformed("The list has no order".to_owned()));
        };
        let mut reasons = Vec::new();
        let wanted = call.query("sortFields").unwrap_or(id);
        let field = fields.iter().find(|field| **field == wanted).copied().unwrap_or_else(|| {
            reasons.push(Reason::new("sortFields", format!("Use {}", fields.join(" or "))));
            id
        });
        let descending = match call.query("sortDirection") {
            Some("ASC") => false,
            Some("DESC") | None => true,
            Some(_) => {
                reasons.push(Reason::new("sortDirection", "Use ASC or DESC"));
                true
            }
        };
        if reasons.is_empty() { Ok(Self { field, id, descending }) } else { Err(Problem::Invalid(reasons)) }
    }

    fn place_of(&self, record: &Object) -> Place {
        let text = |name| record.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        (text(self.field), text(self.id))
    }

    fn compare(&self, a: &Place, b: &Place) -> Ordering {
        let ascending = a.cmp(b);
        if self.descending { ascending.reverse() } else { ascending }
    }

    /// What a token begins with: the order that it belongs to.
    fn mark(&self) -> String {
        format!("{}{}", if self.descending { '-' } else { '+' }, self.field)
    }

    fn token(&self, (value, id): &Place) -> String {
        let text = format!("{}\n{id}\n{value}", self.mark());
        text.bytes().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Undoes [`token`](Self::token).
    fn place(&self, token: &str) -> Result<Place, Problem> {
        let foreign = || Problem::Malformed("nextToken is not from a page of this list in this order".to_owned());
        let text = unhex(token).ok_or_else(foreign)?;
        match text.splitn(3, '\n').collect::<Vec<_>>()[..] {
            [mark, id, value] if mark == self.mark() => Ok((value.to_owned(), id.to_owned())),
            _ => Err(foreign()),
        }
    }
}

fn unhex(text: &str) -> Option<String> {
    let digits = text.chars().map(|digit| digit.to_digit(16)).collect::<Option<Vec<_>>>()?;
    let bytes = digits.chunks(2).map(|pair| match pair {
        // Two hexadecimal digits fit a byte.
        [high, low] => Some((high * 16 + low) as u8),
        _ => None,
    });
    String::from_utf8(bytes.collect::<Option<_>>()?).ok()
}
