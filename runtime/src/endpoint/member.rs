//! An endpoint that the request itself names.
//!
//! A few operations go to a host that the service made for the caller and told them: Amazon Machine Learning's `Predict`
//! goes to the URL in its member `PredictEndpoint`. The URL is data, so it is held to more than the endpoint of a
//! client's config: no user information, no query, and TLS unless the client itself does without.

use super::base::{Base, shown};
use crate::error::InputError;
use std::fmt::{self, Debug, Formatter};

/// The endpoint that a member of an input names. It stands for the one that the service's rules or the client's
/// `endpoint_url` give; region and name that requests are signed for stay theirs.
#[derive(Clone, PartialEq, Eq)]
pub struct EndpointMember {
    field: &'static str,
    url: String,
}

impl Debug for EndpointMember {
    /// The URL is shown without user information.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("EndpointMember").field("field", &self.field).field("url", &shown(&self.url)).finish()
    }
}

impl EndpointMember {
    /// The endpoint that the member in `field` names; `None` if it isn't set.
    pub fn new(field: &'static str, url: Option<&str>) -> Option<Self> {
        url.map(|url| EndpointMember { field, url: url.to_owned() })
    }

    /// Checks that it is the URL of an endpoint.
    ///
    /// # Errors
    /// It is not: the error names the member.
    pub(crate) fn checked(self) -> Result<Self, InputError> {
        let problem = match Base::parse(&self.url) {
            Ok(base) if !base.has_query() => return Ok(self),
            Ok(_) => "has a query".into(),
            Err(problem) => problem,
        };
        let mut problems = InputError::default();
        let problem =
            format!("is {:?}, which {problem}; it should be an endpoint's URL (https://host/)", shown(&self.url));
        problems.invalid(self.field, problem);
        problems.or(self)
    }

    /// The URL to send to, instead of `endpoint`.
    ///
    /// # Errors
    /// It would leave TLS, which the client's own endpoint has.
    pub(crate) fn instead_of(&self, endpoint: &str) -> Result<String, InputError> {
        let is_plain = |url: &str| Base::parse(url).is_ok_and(|base| base.is_plain());
        let mut problems = InputError::default();
        if is_plain(&self.url) && !is_plain(endpoint) {
            problems.invalid(self.field, format!("is {:?}, whose scheme is not https", shown(&self.url)));
        }
        problems.or(self.url.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::EndpointMember;

    fn member(url: &str) -> EndpointMember {
        EndpointMember::new("predict_endpoint", Some(url)).expect("it is set")
    }

    #[test]
    fn it_stands_for_the_clients_endpoint() {
        let url = "https://realtime.machinelearning.us-east-1.amazonaws.com/";
        for endpoint in ["https://machinelearning.us-east-1.amazonaws.com", "http://localhost:8000"] {
            assert_eq!(member(url).checked().and_then(|url| url.instead_of(endpoint)).as_deref(), Ok(url));
        }
        assert_eq!(EndpointMember::new("predict_endpoint", None), None);
    }

    #[test]
    fn what_is_no_endpoint_is_refused_and_names_the_member() {
        for url in [
            "",
            "host",
            "ftp://host",
            "https://",
            "https://user:secret@host/",
            "https://host/?q=1",
            "https://a b/",
            "https://host/#f",
            "https://host/a/%2E%2e/b",
        ] {
            let error = member(url).checked().expect_err("it is no endpoint").to_string();
            assert!(error.contains("predict_endpoint") && !error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn tls_is_left_only_by_clients_without() {
        let plain = member("http://localhost:8000/").checked().expect("it is an endpoint");
        assert!(plain.instead_of("https://machinelearning.us-east-1.amazonaws.com").is_err());
        assert!(plain.instead_of("http://127.0.0.1:1").is_ok());
    }
}
