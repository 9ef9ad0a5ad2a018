//! What is the same for every operation of a service.

use crate::codec::SMITHY_PROTOCOL;
use crate::endpoint::{BuiltIns, Endpoint, ResolveError};
use crate::error::{ErrorMetadata, decode};
use aws_smithy_runtime_api::http::Headers;

/// What is the same for every operation of one service: one `static` per generated crate.
#[derive(Debug)]
pub struct Service {
    /// The service's SDK ID (`aws.api#service`), e.g. `Wickr`. Names it in errors, traces and
    /// service-specific settings such as `AWS_ENDPOINT_URL_WICKR`.
    pub sdk_id: &'static str,
    /// The version of the API, e.g. `2024-02-01`.
    pub api_version: &'static str,
    /// The generated crate's own version, for the user agent.
    pub package_version: &'static str,
    /// The name that requests are signed for (`aws.auth#sigv4`).
    pub signing_name: &'static str,
    /// Resolves the endpoint from the service's own rules.
    pub endpoint: fn(&BuiltIns) -> Result<Endpoint, ResolveError>,
    /// Whether the rules read the account of the credentials, so that these have to be loaded before.
    pub endpoint_by_account: bool,
    /// The media type of requests' bodies.
    pub content_type: &'static str,
    /// Headers that every request has.
    pub headers: &'static [(&'static str, &'static str)],
    /// Error codes that the model marks with `smithy.api#retryable`.
    pub retryable_errors: &'static [Retryable],
}

#[cfg(test)]
impl Service {
    /// One for unit tests, which ask it for nothing that has to be resolved.
    pub(crate) const TEST: Self = Self {
        sdk_id: "Test",
        api_version: "2024-02-01",
        package_version: "0.1.0",
        signing_name: "test",
        endpoint: |_| unreachable!("no endpoint is resolved here"),
        endpoint_by_account: false,
        content_type: "application/json",
        headers: &[],
        retryable_errors: &[],
    };
}

impl Service {
    /// What an error response says, in the form of the service's protocol.
    pub(crate) fn error_metadata(&self, status: u16, headers: &Headers, body: &[u8]) -> ErrorMetadata {
        #[cfg(feature = "xml")]
        if self.answers_xml() {
            return decode::xml_metadata(status, headers, body, false);
        }
        match self.rpc_protocol() {
            Some(protocol) => decode::rpc_metadata(protocol, status, headers, body),
            None => decode::metadata(status, headers, body),
        }
    }

    /// What requests and answers call the protocol, where it is one of Smithy RPC v2.
    pub(crate) fn rpc_protocol(&self) -> Option<&'static str> {
        self.headers.iter().find(|(name, _)| *name == SMITHY_PROTOCOL).map(|(_, protocol)| *protocol)
    }

    /// Whether answers are XML: those to XML, and those to forms.
    #[cfg(feature = "xml")]
    pub(crate) fn answers_xml(&self) -> bool {
        matches!(self.content_type, "application/xml" | "application/x-www-form-urlencoded")
    }
}

/// An error code that its model marks as worth another attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retryable {
    /// The error's code on the wire.
    pub code: &'static str,
    /// Whether the error means that the caller is being throttled.
    pub throttling: bool,
}
