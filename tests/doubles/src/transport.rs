//! A transport that is a function.

use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use std::fmt::{self, Debug, Formatter};

/// Answers each request as the function says, at once.
pub fn transport<F>(answer: F) -> SharedHttpClient
where
    F: Fn(HttpRequest) -> Result<HttpResponse, ConnectorError> + Send + Sync + 'static,
{
    let connector = SharedHttpConnector::new(Answers(answer));
    http_client_fn(move |_, _| connector.clone())
}

/// An answer with this status and body, and no headers.
///
/// # Panics
/// If no answer has such a status.
pub fn response(status: u16, body: impl Into<SdkBody>) -> HttpResponse {
    HttpResponse::new(status.try_into().expect("the test names a status"), body.into())
}

struct Answers<F>(F);

impl<F> Debug for Answers<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Answers")
    }
}

impl<F> HttpConnector for Answers<F>
where
    F: Fn(HttpRequest) -> Result<HttpResponse, ConnectorError> + Send + Sync,
{
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::ready((self.0)(request))
    }
}
