//! What a handler gets to see of a request.

use crate::answer::Problem;
use crate::shape::{self, Member};
use crate::store::Store;
use serde_json::{Map, Value};

/// A JSON object.
pub(crate) type Object = Map<String, Value>;

/// One request to one operation.
pub(crate) struct Call<'a> {
    /// The region that the request was signed for.
    pub(crate) region: &'a str,
    /// The labels of the operation's path, decoded.
    pub(crate) labels: Vec<(&'static str, String)>,
    /// The query parameters, decoded.
    pub(crate) query: Vec<(String, String)>,
    /// The body's bytes.
    pub(crate) body: &'a [u8],
    /// All there is.
    pub(crate) store: &'a mut Store,
}

impl Call<'_> {
    /// A label's value. The route has every label of its own path.
    pub(crate) fn label(&self, name: &str) -> &str {
        self.labels.iter().find(|(label, _)| *label == name).map_or("", |(_, value)| value)
    }

    /// A query parameter, if it is given and not empty.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        let (_, value) = self.query.iter().find(|(key, _)| key == name)?;
        Some(value.as_str()).filter(|value| !value.is_empty())
    }

    /// The body, as far as `members` describe it.
    pub(crate) fn body(&self, members: &'static [Member]) -> Result<Object, Problem> {
        let body = serde_json::from_slice(self.body)
            .map_err(|error| Problem::Malformed(format!("The body is not JSON: {error}")))?;
        shape::read(&body, members)
    }
}

/// Splits a query string and decodes its parts.
pub(crate) fn parse_query(query: &str) -> Result<Vec<(String, String)>, Problem> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decode(key)?, decode(value)?))
        })
        .collect()
}

/// Undoes percent-encoding.
pub(crate) fn decode(text: &str) -> Result<String, Problem> {
    let malformed = || Problem::Malformed(format!("{text} is not percent-encoded UTF-8"));
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let (Some(high), Some(low)) = (digit(rest.next()), digit(rest.next())) else {
            return Err(malformed());
        };
        // Two hexadecimal digits fit a byte.
        bytes.push((high * 16 + low) as u8);
    }
    String::from_utf8(bytes).map_err(|_| malformed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_encoding_is_undone() {
        assert_eq!(decode("a%2Fb%20%C3%A9"), Ok("a/b é".to_owned()));
        for malformed in ["%", "%4", "%zz", "%ff"] {
            assert!(decode(malformed).is_err(), "{malformed}");
        }
    }
}
