//! What goes before the endpoint's host.

use crate::endpoint::is_valid_host_label;
use crate::error::InputError;

/// What an operation puts before the endpoint's host: `data-{accountId}.` (Smithy 2.0, "endpoint trait").
#[derive(Clone, Debug)]
pub struct HostPrefix {
    text: String,
    problems: InputError,
}

impl HostPrefix {
    /// A prefix from its pattern.
    pub fn new(pattern: &str) -> Self {
        HostPrefix { text: pattern.to_owned(), problems: InputError::default() }
    }

    /// Replaces the label `name` by the member `field`'s value. The value has to be one label of a host name, so that
    /// it can't lead to another host.
    pub fn label(mut self, name: &str, field: &'static str, value: Option<&str>) -> Self {
        match value {
            None => {
                self.problems.missing(field);
            }
            Some(value) if is_valid_host_label(value, false) => {
                self.text = self.text.replace(&format!("{{{name}}}"), value);
            }
            Some(value) => {
                self.problems.invalid(field, format!("is {value:?}, which can't be a part of a host's name"));
            }
        }
        self
    }

    pub(crate) fn finish(self) -> Result<String, InputError> {
        self.problems.or(self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::HostPrefix;

    #[test]
    fn a_host_label_is_one_label() {
        let prefix = |value| HostPrefix::new("data-{account}.").label("account", "account", value).finish();
        assert_eq!(prefix(Some("12")).as_deref(), Ok("data-12."));
        for value in ["evil.example/", "a.b", "", "-"] {
            assert!(prefix(Some(value)).is_err(), "{value}");
        }
        assert!(prefix(None).is_err());
    }
}
