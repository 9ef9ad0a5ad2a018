//! The second ID of a request that Amazon S3 has: the header `x-amz-id-2`.

use super::{ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_runtime_api::http::Headers;

/// The key under which metadata keeps it, as the AWS SDK for Rust calls it.
const KEY: &str = "s3_extended_request_id";

/// Tells of the second ID by which Amazon S3 knows a request. Its support asks for both.
pub trait RequestIdExt {
    /// The ID, if the service answered with one.
    fn extended_request_id(&self) -> Option<&str>;
}

/// Errors keep it with what else is said about them.
impl<T: ProvideErrorMetadata> RequestIdExt for T {
    fn extended_request_id(&self) -> Option<&str> {
        self.meta().extra(KEY)
    }
}

/// The ID of an answer.
pub(crate) fn extended_request_id(headers: &Headers) -> Option<&str> {
    headers.get("x-amz-id-2")
}

/// The metadata with the ID of its answer.
pub(crate) fn with_extended_request_id(meta: ErrorMetadata, headers: &Headers) -> ErrorMetadata {
    match extended_request_id(headers) {
        Some(id) => meta.into_builder().custom(KEY, id.to_owned()).build(),
        None => meta,
    }
}
