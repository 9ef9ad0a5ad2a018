//! Endpoint parameters of a service's own: what an operation's input and the client's config say besides the built-ins
//! (Smithy 2.0, "Rules engine parameters").
//!
//! In: values by the parameters' names, from generated code. Out: [`ContextParams`], which the rules' `Params` are made
//! from.

use crate::error::InputError;

/// The value of an endpoint parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParamValue {
    /// A string.
    String(String),
    /// A boolean.
    Boolean(bool),
    /// An array of strings.
    Strings(Vec<String>),
}

impl From<&str> for ParamValue {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<bool> for ParamValue {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<&[String]> for ParamValue {
    fn from(value: &[String]) -> Self {
        Self::Strings(value.to_vec())
    }
}

impl From<String> for ParamValue {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Vec<String>> for ParamValue {
    fn from(value: Vec<String>) -> Self {
        Self::Strings(value)
    }
}

/// Values of endpoint parameters, by the names that the service's rules have for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContextParams {
    values: Vec<(&'static str, ParamValue)>,
}

impl ContextParams {
    /// A parameter's value, if it is set and a string.
    pub fn string(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            ParamValue::String(value) => Some(value),
            _ => None,
        }
    }

    /// A parameter's value, if it is set and a boolean.
    pub fn boolean(&self, name: &str) -> Option<bool> {
        match self.get(name)? {
            ParamValue::Boolean(value) => Some(*value),
            _ => None,
        }
    }

    /// A parameter's value, if it is set and an array of strings.
    pub fn strings(&self, name: &str) -> Option<&[String]> {
        match self.get(name)? {
            ParamValue::Strings(value) => Some(value),
            _ => None,
        }
    }

    /// Sets a parameter, or clears it.
    pub fn set(&mut self, name: &'static str, value: Option<impl Into<ParamValue>>) {
        self.values.retain(|(known, _)| *known != name);
        self.values.extend(value.map(|value| (name, value.into())));
    }

    /// The names of the parameters that are set.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.values.iter().map(|(name, _)| *name)
    }

    /// Every string that is a parameter's value or among its values, with the parameter's name.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&'static str, &str)> + '_ {
        self.values.iter().flat_map(|(name, value)| {
            let texts = match value {
                ParamValue::String(text) => std::slice::from_ref(text),
                ParamValue::Strings(texts) => texts.as_slice(),
                ParamValue::Boolean(_) => &[],
            };
            texts.iter().map(|text| (*name, text.as_str()))
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// These values, and the others' where there is none here.
    pub(crate) fn or(mut self, others: &ContextParams) -> Self {
        for (name, value) in &others.values {
            if self.get(name).is_none() {
                self.values.push((name, value.clone()));
            }
        }
        self
    }

    fn get(&self, name: &str) -> Option<&ParamValue> {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }
}

/// What an operation says about its endpoint: values for parameters of the service's rules. Of several for one
/// parameter, the first that is there counts.
#[derive(Clone, Debug, Default)]
pub struct EndpointParams {
    params: ContextParams,
    problems: InputError,
}

impl EndpointParams {
    /// Starts without any.
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives a parameter a value, unless it has one or there is none to give.
    pub fn set(mut self, name: &'static str, value: Option<impl Into<ParamValue>>) -> Self {
        if let Some(value) = value
            && self.params.get(name).is_none()
        {
            self.params.values.push((name, value.into()));
        }
        self
    }

    /// Gives a parameter the value of a required member, the input's `field`. Nothing is sent while that is missing,
    /// empty, or white space only: a service can't tell by such a value where a request belongs (Smithy 2.0,
    /// "contextParam trait").
    pub fn require(mut self, name: &'static str, field: &'static str, value: Option<&str>) -> Self {
        match value {
            None => {
                self.problems.missing(field);
            }
            Some(value) if value.trim().is_empty() => {
                self.problems.invalid(field, "is empty, and where the request goes depends on it".to_owned());
            }
            Some(_) => {}
        }
        self.set(name, value)
    }

    /// The values.
    ///
    /// # Errors
    /// Everything that [`require`](Self::require) found to be wrong.
    pub(crate) fn finish(self) -> Result<ContextParams, InputError> {
        self.problems.or(self.params)
    }
}

#[cfg(test)]
mod tests {
    use super::{ContextParams, EndpointParams};

    #[test]
    fn the_first_value_that_is_there_counts() {
        let params = EndpointParams::new()
            .set("A", None::<&str>)
            .set("A", Some("first"))
            .set("A", Some("second"))
            .set("B", Some(true))
            .finish()
            .expect("nothing is required");
        assert_eq!((params.string("A"), params.boolean("B"), params.string("B")), (Some("first"), Some(true), None));
    }

    #[test]
    fn a_call_goes_before_the_client() {
        let mut client = ContextParams::default();
        client.set("A", Some("client"));
        client.set("B", Some(&["x".to_owned()][..]));
        let call = EndpointParams::new().set("A", Some("call")).finish().expect("nothing is required");
        let both = call.or(&client);
        assert_eq!((both.string("A"), both.strings("B")), (Some("call"), Some(&["x".to_owned()][..])));
        client.set("B", None::<bool>);
        assert_eq!(client.strings("B"), None);
    }

    #[test]
    fn a_required_member_must_say_something() {
        let require = |value| EndpointParams::new().require("Name", "name", value).finish();
        assert!(require(Some("x")).is_ok());
        assert_eq!(require(None).expect_err("missing").missing, ["name"]);
        for empty in ["", " \t"] {
            let problem = require(Some(empty)).expect_err("empty").to_string();
            assert!(problem.contains("name") && problem.contains("is empty"), "{problem}");
        }
    }
}
