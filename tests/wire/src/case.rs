//! What every case has, whatever its kind.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

/// One recorded call.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Case {
    pub(crate) service: String,
    pub(crate) operation: String,
    #[serde(default)]
    pub(crate) tags: Vec<String>,
    /// The operation's input by member names.
    #[serde(default = "no_members")]
    pub(crate) input: Value,
    /// What its kind adds, see [`Case::expectation`].
    #[serde(skip)]
    raw: Value,
}

/// A case that cannot be read or makes no sense, and why.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Malformed(pub(crate) String);

impl Malformed {
    pub(crate) fn new(reason: impl ToString) -> Self {
        Self(reason.to_string())
    }
}

impl Case {
    pub(crate) fn read(raw: &Value) -> Result<Self, Malformed> {
        let case = Self::deserialize(raw).map_err(Malformed::new)?;
        Ok(Self { raw: raw.clone(), ..case })
    }

    /// What this kind of case has beside the members that all have.
    pub(crate) fn expectation<T: DeserializeOwned>(&self) -> Result<T, Malformed> {
        T::deserialize(&self.raw).map_err(Malformed::new)
    }

    /// The case's name and place: what there is to find it by.
    pub(crate) fn title(raw: &Value) -> String {
        let text = |name| raw.get(name).and_then(Value::as_str).unwrap_or("?");
        format!("{} {} {}", text("service"), text("operation"), text("case"))
    }

    pub(crate) fn has_tag(&self, tag: &str) -> bool {
        self.tags.iter().any(|own| own == tag)
    }
}

fn no_members() -> Value {
    Value::Object(Map::new())
}

/// A response to play.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Response {
    pub(crate) status: u16,
    #[serde(default)]
    pub(crate) headers: Map<String, Value>,
    /// Text as it is, other JSON to be written out.
    #[serde(default)]
    pub(crate) body: Value,
}

impl Response {
    /// One that suits any operation.
    pub(crate) fn empty_object() -> Self {
        Self { status: 200, headers: Map::new(), body: Value::String("{}".to_owned()) }
    }

    pub(crate) fn body(&self) -> String {
        match &self.body {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.and_then(|(_, value)| value.as_str())
    }
}

/// For a member whose `null` means something else than its absence.
pub(crate) fn present<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(from).map(Some)
}
