//! What a handler gets to see of a request.

use super::store::Store;
use crate::model::{Model, Object, Operation};
use crate::request::Problem;
use serde_json::Value;

/// What an operation does: from a call to the output's members by name.
pub(crate) type Handler = fn(&mut Call<'_>) -> Result<Value, Problem>;

/// One request to one operation.
pub(crate) struct Call<'a> {
    pub(crate) model: &'a Model,
    pub(crate) operation: &'a Operation,
    /// The region that the request was signed for.
    pub(crate) region: &'a str,
    /// The members of the input, which the model allows. The idempotency token is not among them.
    pub(crate) input: &'a Object,
    /// All there is.
    pub(crate) store: &'a mut Store,
}

impl<'a> Call<'a> {
    /// A member that is there and neither `null` nor empty text.
    pub(crate) fn get(&self, name: &str) -> Option<&'a Value> {
        self.input.get(name).filter(|value| !value.is_null() && value.as_str() != Some(""))
    }

    /// A member that is text; empty if it isn't there.
    pub(crate) fn text(&self, name: &str) -> &'a str {
        self.input.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// The texts in a member that is a list.
    pub(crate) fn texts(&self, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.input.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
    }

    /// A member that is a boolean.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.input.get(name).and_then(Value::as_bool)
    }
}
