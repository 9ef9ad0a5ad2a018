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
//! A service that once spoke awsQuery also says which code it had then, in the header `x-amzn-query-error`
//! ([`awsQueryCompatible`](https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait));
//! that is the code then, since it is the one that programs know, and [`shape`] is the model's.
//!
//! Of a service that speaks Smithy RPC v2, the body's `__type` says it and nothing else does; and that only of an answer that
//! names the protocol in its header `smithy-protocol` (Smithy RPC v2, "Operation error serialization").
//!
//! Of a service that speaks alloy's simpleRestJson, the header `X-Error-Type` names the error, and without it the status tells
//! which of the operation's errors it is, if that is one and no other
//! ([Operation Error Encoding](https://github.com/disneystreaming/alloy/blob/main/docs/protocols/SimpleRestJson.md)).
//!
//! Of a service that speaks XML, the body says all of this in its `Error` element, and the request's ID beside that
//! ([error serialization of restXml](https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html#operation-error-serialization),
//! awsQuery and ec2Query).
//!
//! The message is the body's `message`, `Message` or `errorMessage`; a body that isn't JSON is the message itself. Of a
//! long body the first MiB is read; what it says counts, though its JSON has no end then.

use super::ErrorMetadata;
use super::said::Said;
use crate::codec::{OtherProtocol, SMITHY_PROTOCOL};
use aws_smithy_runtime_api::http::Headers;
use aws_types::request_id::{RequestId, apply_request_id};

/// Headers that may carry the request's id, in order of preference.
const REQUEST_ID: [&str; 3] = ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id"];

/// The header that names an error of a service that speaks alloy's simpleRestJson.
#[cfg(feature = "simple-rest-json")]
pub(crate) const ERROR_TYPE: &str = "x-error-type";

/// How much of an error's body is read: 1 MiB. The rest is left in the connection, which is closed.
pub(crate) const READ: usize = 1 << 20;

/// A body that isn't JSON is quoted up to this many bytes.
const QUOTED: usize = 1024;

/// Reads what an error response says.
pub fn metadata(status: u16, headers: &Headers, body: &[u8]) -> ErrorMetadata {
    let said = Said::of(body);
    // JSON that isn't whole is no answer of the service's, unless it is the end that wasn't read.
    let is_cut = body.len() >= READ && (said.code().is_some() || said.message().is_some());
    let reads = said.is_whole() || is_cut;
    let said = Some(said).filter(|_| reads);
    let model_code = model_code(headers, said.as_ref()).map(cut);
    let message = match &said {
        Some(said) => said.message().map(str::to_owned),
        None => quote(body),
    };
    coded(status, headers, model_code, message)
}

/// Reads what an error response says whose service names errors in the header `X-Error-Type`. Without it, `by_status` is the error
/// that the status means; without that, the status is all that is known.
#[cfg(feature = "simple-rest-json")]
pub fn named_metadata(by_status: Option<&str>, status: u16, headers: &Headers, body: &[u8]) -> ErrorMetadata {
    let in_header = headers.get(ERROR_TYPE).map(shape_name).filter(|code| !code.is_empty());
    let code = in_header.or(by_status).map_or_else(|| status.to_string(), |code| cut(code.to_owned()));
    let said = Said::of(body);
    let reads = said.is_whole() || body.len() >= READ && said.message().is_some();
    let message = if reads { said.message().map(str::to_owned) } else { quote(body) };
    with_request_id(headers, None, code, message)
}

/// Reads what an error response of a service says that speaks this protocol of Smithy RPC v2. One of another protocol is
/// known by its status alone, since neither its headers nor its body are the service's.
pub fn rpc_metadata(protocol: &'static str, status: u16, headers: &Headers, body: &[u8]) -> ErrorMetadata {
    let said = headers.get(SMITHY_PROTOCOL).map(str::trim);
    if said != Some(protocol) {
        let message = OtherProtocol::new(protocol, said).to_string();
        return with_request_id(headers, None, status.to_string(), Some(message));
    }
    let said = Said::of_rpc(protocol, body);
    let model_code = said.shape().map(shape_name).filter(|code| !code.is_empty()).map(str::to_owned);
    coded(status, headers, model_code.map(cut), said.message().map(str::to_owned))
}

/// Reads what an error of a stream says whose payload is of this media type. Its code is in a header; it has no status of its
/// own.
#[cfg(feature = "event-stream")]
pub(crate) fn exception_metadata(media_type: &str, status: u16, headers: &Headers, body: &[u8]) -> ErrorMetadata {
    match media_type {
        #[cfg(feature = "xml")]
        "application/xml" => xml_metadata(status, headers, body, true),
        #[cfg(feature = "cbor")]
        "application/cbor" => {
            let said = Said::of_rpc(super::said::RPC_V2_CBOR, body);
            coded(status, headers, model_code(headers, None), said.message().map(str::to_owned))
        }
        _ => metadata(status, headers, body),
    }
}

/// What is said about an error that the model calls so, if it has a name for it.
fn coded(status: u16, headers: &Headers, model_code: Option<String>, message: Option<String>) -> ErrorMetadata {
    // Services that once spoke awsQuery have a code of their own from then, which programs know.
    let Some((query_code, fault)) = query_error(headers) else {
        let code = model_code.unwrap_or_else(|| status.to_string());
        return with_request_id(headers, None, code, message);
    };
    let mut meta = with_request_id(headers, None, query_code, message).into_builder();
    if let Some(shape) = model_code {
        meta = meta.custom(SHAPE, shape);
    }
    if let Some(fault) = fault {
        meta = meta.custom(FAULT, fault);
    }
    meta.build()
}

/// Reads what an error response of a service says that speaks XML. A body that is no such error's is read as any other.
/// That of an error of a stream `is_bare`: its element is the error.
#[cfg(feature = "xml")]
pub fn xml_metadata(status: u16, headers: &Headers, body: &[u8], is_bare: bool) -> ErrorMetadata {
    let Some(said) = super::xml::Said::of(body, is_bare) else {
        return metadata(status, headers, body);
    };
    let code = model_code(headers, None).or(said.code).map_or_else(|| status.to_string(), cut);
    with_request_id(headers, said.request_id, code, said.message)
}

/// The model's name for an error, from its header or its body.
fn model_code(headers: &Headers, said: Option<&Said>) -> Option<String> {
    let in_header = headers.get("x-amzn-errortype").map(shape_name).filter(|code| !code.is_empty());
    let in_body = || said?.code().map(shape_name).filter(|code| !code.is_empty());
    in_header.or_else(in_body).map(str::to_owned)
}

/// The code that awsQuery had for an error, and whose fault it said that is.
fn query_error(headers: &Headers) -> Option<(String, Option<String>)> {
    let said = headers.get("x-amzn-query-error")?;
    let (code, fault) = said.split_once(';').unwrap_or((said, ""));
    let text = |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(|text| cut(text.to_owned()));
    text(code).map(|code| (code, text(fault)))
}

/// The key under which awsQuery's word for whose fault an error is, `Sender` or `Receiver`, is kept, as in the AWS SDK for
/// Rust.
const FAULT: &str = "type";

/// The key under which the model's name for an error is kept where that isn't its code.
const SHAPE: &str = "shape";

/// The model's name for an error.
pub fn shape(meta: &ErrorMetadata) -> Option<&str> {
    meta.extra(SHAPE).or(meta.code())
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

/// The beginning of a code: no service's is longer, and it is repeated in many places.
fn cut(code: String) -> String {
    const LONGEST: usize = 256;
    match code.char_indices().nth(LONGEST) {
        Some((end, _)) => code[..end].to_owned(),
        None => code,
    }
}

fn with_request_id(headers: &Headers, in_body: Option<String>, code: String, message: Option<String>) -> ErrorMetadata {
    let mut meta = ErrorMetadata::builder().code(code);
    if let Some(message) = message {
        meta = meta.message(message);
    }
    if headers.request_id().is_some() {
        return apply_request_id(meta, headers).build();
    }
    // `apply_request_id` doesn't know every header; the key that it stores the id under is its own.
    let mut known = Headers::new();
    if let Some(id) = request_id(headers).map(str::to_owned).or(in_body) {
        let _ = known.try_insert(REQUEST_ID[0], id);
    }
    apply_request_id(meta, &known).build()
}

fn quote(body: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(&body[..body.len().min(QUOTED)]);
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{metadata, shape};
    use aws_smithy_runtime_api::http::Headers;

    fn decoded(query_error: Option<&'static str>, body: &str) -> (String, String) {
        let mut headers = Headers::new();
        if let Some(text) = query_error {
            headers.insert("x-amzn-query-error", text);
        }
        let meta = metadata(400, &headers, body.as_bytes());
        (meta.code().unwrap_or_default().to_owned(), shape(&meta).unwrap_or_default().to_owned())
    }

    #[test]
    fn the_code_of_awsquery_is_the_code_and_the_shape_is_the_models() {
        let pair = |code: &str, shape: &str| (code.to_owned(), shape.to_owned());
        let body = r#"{"__type":"com.example#NoQueue"}"#;
        assert_eq!(decoded(Some("Queue.NonExistent;Sender"), body), pair("Queue.NonExistent", "NoQueue"));
        assert_eq!(decoded(Some("Queue.NonExistent"), "{}"), pair("Queue.NonExistent", "Queue.NonExistent"));
        for nothing in [None, Some(""), Some(";Sender")] {
            assert_eq!(decoded(nothing, body), pair("NoQueue", "NoQueue"));
        }
        assert_eq!(decoded(None, "{}"), pair("400", "400"));
    }
}
