//! Errors as Amazon S3 answers with them.
//!
//! In: an answer of an operation whose errors have nothing around them (`aws.protocols#restXml`, `noErrorWrapping`). Out:
//! whether it is an error though its status says otherwise; and what else there is to say of an error: the code of an answer
//! without a body, the second ID of the request, and where the bucket is if it is somewhere else.

use crate::codec::{within, xml};
use crate::endpoint::is_valid_host_label;
use crate::error::{ErrorMetadata, with_extended_request_id};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

/// Whether the body of a success is an error. Some operations answer before they are through, and what goes wrong later can
/// only stand in the body (Amazon S3 API Reference, "CopyObject", "CompleteMultipartUpload").
pub(super) fn is_error(response: &HttpResponse) -> bool {
    let body = response.body().bytes().unwrap_or_default();
    // Few bodies begin like one, and only these are parsed here.
    let begins = |text: &str| body.windows(text.len()).take(LONGEST_PROLOGUE).any(|part| part == text.as_bytes());
    begins("<Error") && within(MEMORY, || xml::has_root(body, "Error"))
}

/// How much memory a body's elements may take before it is taken for what it should be: 64 MiB.
const MEMORY: usize = 64 << 20;

/// How far into a body its element begins at most: behind a declaration and comments.
const LONGEST_PROLOGUE: usize = 1024;

/// Codes of answers without a body, as those to `HEAD` are, and what they mean.
const WITHOUT_BODY: [(u16, &str, &str); 4] = [
    (301, "PermanentRedirect", "the bucket is in another region"),
    (403, "403", "Forbidden"),
    (404, "NotFound", "Not Found"),
    (412, "PreconditionFailed", "Precondition Failed"),
];

/// What an error says, with what only its status and headers say.
pub(super) fn complete(meta: ErrorMetadata, response: &HttpResponse) -> ErrorMetadata {
    let (status, headers) = (response.status().as_u16(), response.headers());
    let mut meta = meta;
    let is_empty = response.body().bytes().is_none_or(|body| body.trim_ascii().is_empty());
    if is_empty && let Some((_, code, message)) = WITHOUT_BODY.iter().find(|(known, ..)| *known == status) {
        meta = meta.into_builder().code(*code).message(*message).build();
    }
    let is_elsewhere =
        matches!(meta.code(), Some("PermanentRedirect" | "TemporaryRedirect" | "AuthorizationHeaderMalformed"));
    let region = headers.get("x-amz-bucket-region").filter(|region| is_valid_host_label(region, false));
    if let (true, Some(region)) = (is_elsewhere, region) {
        let said = meta.message().map(|said| format!("{}; ", said.trim_end_matches('.'))).unwrap_or_default();
        let message = format!("{said}the bucket is in the region {region}: set `region` to that for it");
        meta = meta.into_builder().message(message).build();
    }
    with_extended_request_id(meta, headers)
}
