//! Code and message of an error response.
//!
//! In: status, headers and body of a response that is no success. Out: [`ErrorMetadata`] with code, message and
//! request id. Any bytes are accepted: a proxy's HTML page, an empty body and truncated JSON all give what can be
//! known.
//!
//! The code is looked for as the protocol's specification and botocore agree on it
//! ([awsJson and restJson error serialization](https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization)):
//! header `x-amzn-errortype`, then the body's `code` or `Code`, then `__type`. A response without a code is reported
//! under its status: HTTP 503 has the code `"503"`, as botocore reports it, so that `code()` is never empty.
//!
//! The message is the body's `message`, `Message` or `errorMessage`; a body that isn't JSON is the message itself.

use super::ErrorMetadata;
use aws_smithy_runtime_api::http::Headers;
use aws_types::request_id::{RequestId, apply_request_id};
use serde_json::Value;

/// Headers that may carry the request's id, in order of preference.
const REQUEST_ID: [&str; 3] = ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id"];

/// Body members that may hold the code, in order of preference.
const CODE: [&str; 3] = ["code", "Code", "__type"];

/// Body members that may hold the message, in order of preference.
const MESSAGE: [&str; 4] = ["message", "Message", "errorMessage", "error_message"];

/// A body that isn't JSON is quoted up to this many bytes.
const QUOTED: usize = 1024;

/// Reads what an error response says.
pub fn metadata(status: u16, headers: &Headers, body: &[u8]) -> ErrorMetadata {
    let json = serde_json::from_slice::<Value>(body).ok();
    let object = json.as_ref().and_then(Value::as_object);
    let member =
        |names: &[&str]| names.iter().find_map(|name| object?.get(*name)?.as_str().filter(|text| !text.is_empty()));
    let code = headers
        .get("x-amzn-errortype")
        .map(shape_name)
        .filter(|code| !code.is_empty())
        .or_else(|| member(&CODE).map(shape_name).filter(|code| !code.is_empty()))
        .map_or_else(|| status.to_string(), str::to_owned);
    let message = match &json {
        Some(_) => member(&MESSAGE).map(str::to_owned),
        None => quote(body),
    };
    with_request_id(headers, code, message)
}

/// The request's id, whichever of the known headers carries it.
pub fn request_id(headers: &Headers) -> Option<&str> {
    REQUEST_ID.into_iter().find_map(|name| headers.get(name))
}

/// `ns#Name:http://…` names the shape `Name`.
fn shape_name(code: &str) -> &str {
    let code = code.split_once(':').map_or(code, |(name, _)| name);
    code.rsplit_once('#').map_or(code, |(_, name)| name).trim()
}

fn with_request_id(headers: &Headers, code: String, message: Option<String>) -> ErrorMetadata {
    let mut meta = ErrorMetadata::builder().code(code);
    if let Some(message) = message {
        meta = meta.message(message);
    }
    if headers.request_id().is_some() {
        return apply_request_id(meta, headers).build();
    }
    // `apply_request_id` doesn't know every header; the key that it stores the id under is its own.
    let mut known = Headers::new();
    if let Some(id) = request_id(headers) {
        let _ = known.try_insert(REQUEST_ID[0], id.to_owned());
    }
    apply_request_id(meta, &known).build()
}

fn quote(body: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(&body[..body.len().min(QUOTED)]);
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
