//! An endpoint that the request itself names.
//!
//! A few operations go to a host that the service made for the caller and told them: Amazon Machine Learning's `Predict`
//! goes to the URL in its member `PredictEndpoint`. The URL is data, so it is held to more than the endpoint of a
//! client's config: no user information, no query, and TLS unless the client itself does without.

use super::parse_url;
use crate::error::InputError;

/// The endpoint that a member of an input names. It stands for the one that the service's rules or the client's
/// `endpoint_url` give; region and name that requests are signed for stay theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointMember {
    field: &'static str,
    url: String,
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
        let problem = match parse_url(&self.url) {
            Some(_) => return Ok(self),
            None => format!("is {:?}, which is not the URL of an endpoint (https://host/)", self.url),
        };
        let mut problems = InputError::default();
        problems.invalid(self.field, problem);
        problems.or(self)
    }

    /// The URL to send to, instead of `endpoint`.
    ///
    /// # Errors
    /// It would leave TLS, which the client's own endpoint has.
    pub(crate) fn instead_of(&self, endpoint: &str) -> Result<String, InputError> {
        let is_plain = |url: &str| parse_url(url).is_some_and(|url| url.scheme == "http");
        let mut problems = InputError::default();
        if is_plain(&self.url) && !is_plain(endpoint) {
            problems.invalid(self.field, format!("is {:?}, whose scheme is not https", self.url));
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
        for url in ["", "host", "ftp://host", "https://", "https://user@host/", "https://host/?q=1", "https://a b/"] {
            let error = member(url).checked().expect_err("it is no endpoint").to_string();
            assert!(error.contains("predict_endpoint"), "{error}");
        }
    }

    #[test]
    fn tls_is_left_only_by_clients_without() {
        let plain = member("http://localhost:8000/").checked().expect("it is an endpoint");
        assert!(plain.instead_of("https://machinelearning.us-east-1.amazonaws.com").is_err());
        assert!(plain.instead_of("http://127.0.0.1:1").is_ok());
    }
}
