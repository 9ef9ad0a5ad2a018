//! The JSON form of structures, as data.
//!
//! In: a JSON value and the members that a structure has. Out: those members, or what is malformed. A later version
//! takes the members from a Smithy model.

use crate::answer::Problem;
use crate::call::Object;
use serde_json::Value;

/// A member of a structure.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
}

/// What a member holds.
#[derive(Debug)]
pub(crate) enum Kind {
    Boolean,
    /// 32 bits.
    Integer,
    /// 64 bits.
    Long,
    Text,
    List(&'static Kind),
    Structure(&'static [Member]),
}

/// A member that may be absent.
pub(crate) const fn optional(name: &'static str, kind: Kind) -> Member {
    Member { name, kind, required: false }
}

/// A member that must be there.
pub(crate) const fn required(name: &'static str, kind: Kind) -> Member {
    Member { name, kind, required: true }
}

/// The members that are there. Others are dropped; `null` counts as absent.
pub(crate) fn read(value: &Value, members: &'static [Member]) -> Result<Object, Problem> {
    structure(value, members, "").map_err(Problem::Malformed)
}

fn structure(value: &Value, members: &'static [Member], path: &str) -> Result<Object, String> {
    let Value::Object(found) = value else {
        return Err(wrong(path, "an object"));
    };
    let dot = if path.is_empty() { "" } else { "." };
    let mut read = Object::new();
    for Member { name, kind, required } in members {
        let path = format!("{path}{dot}{name}");
        match found.get(*name).filter(|value| !value.is_null()) {
            Some(value) => {
                read.insert((*name).to_owned(), one(value, kind, &path)?);
            }
            None if *required => return Err(format!("{path} is required")),
            None => {}
        }
    }
    Ok(read)
}

fn one(value: &Value, kind: &'static Kind, path: &str) -> Result<Value, String> {
    let fits = |fits: bool, expected| if fits { Ok(value.clone()) } else { Err(wrong(path, expected)) };
    match kind {
        Kind::Boolean => fits(value.is_boolean(), "true or false"),
        Kind::Integer => fits(value.as_i64().is_some_and(|number| i32::try_from(number).is_ok()), "a 32-bit integer"),
        Kind::Long => fits(value.is_i64(), "a 64-bit integer"),
        Kind::Text => fits(value.is_string(), "a string"),
        Kind::Structure(members) => Ok(Value::Object(structure(value, members, path)?)),
        Kind::List(item) => {
            let items = value.as_array().ok_or_else(|| wrong(path, "a list"))?;
            items.iter().enumerate().map(|(index, value)| one(value, item, &format!("{path}[{index}]"))).collect()
        }
    }
}

fn wrong(path: &str, expected: &str) -> String {
    let path = if path.is_empty() { "The body" } else { path };
    format!("{path} is not {expected}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const INNER: &[Member] = &[required("id", Kind::Text)];
    const OUTER: &[Member] = &[
        required("name", Kind::Text),
        optional("count", Kind::Integer),
        optional("parts", Kind::List(&Kind::Structure(INNER))),
    ];

    #[test]
    fn known_members_are_kept_and_others_dropped() {
        let read = read(&json!({"name": "a", "count": null, "other": 1, "parts": [{"id": "b", "x": 1}]}), OUTER);
        assert_eq!(read.map(Value::Object), Ok(json!({"name": "a", "parts": [{"id": "b"}]})));
    }

    #[test]
    fn a_malformed_member_is_named() {
        for (value, message) in [
            (json!([]), "The body is not an object"),
            (json!({}), "name is required"),
            (json!({"name": 1}), "name is not a string"),
            (json!({"name": "a", "count": 3000000000u32}), "count is not a 32-bit integer"),
            (json!({"name": "a", "parts": [{"id": "b"}, {}]}), "parts[1].id is required"),
        ] {
            assert_eq!(read(&value, OUTER), Err(Problem::Malformed(message.to_owned())));
        }
    }
}
