//! Requests and responses, as interceptors and errors show them, and the default client.

pub use crate::transport::DefaultClient;
#[cfg(feature = "reqwest")]
pub use crate::transport::ReqwestClient;
pub use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
