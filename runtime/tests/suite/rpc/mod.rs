//! Smithy RPC v2: bodies of CBOR and of JSON, behind a path of their own.

mod answers;
mod errors;
mod hostile;
mod requests;

use crate::support::depot::{Parcel, StoreInput};
use sdk_runtime::client::Operation;
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::primitives::SdkBody;

const CBOR: &str = "rpc-v2-cbor";
const JSON: &str = "rpc-v2-json";

/// An answer of a protocol.
fn response(status: u16, protocol: &'static str, body: impl Into<Vec<u8>>) -> HttpResponse {
    let mut response = http::Response::new(SdkBody::from(body.into()));
    *response.status_mut() = http::StatusCode::from_u16(status).expect("a status");
    response.headers_mut().insert("smithy-protocol", http::HeaderValue::from_static(protocol));
    HttpResponse::try_from(response).expect("a response")
}

/// What an operation's output is of a body; or why there is none.
fn output<I: Operation>(protocol: &'static str, body: impl Into<Vec<u8>>) -> Result<I::Output, String> {
    I::parse_response(&mut response(200, protocol, body)).map_err(|error| error.to_string())
}

/// The bytes that hexadecimal digits stand for; white space is for readers.
fn hex(digits: &str) -> Vec<u8> {
    let digits: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(16)).collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | *digit as u8)).collect()
}

/// A text of less than 24 bytes.
fn text(text: &str) -> String {
    let bytes: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    format!("{:02x}{bytes}", 0x60 + text.len())
}

/// A parcel of which a body says this: members, each a name and the digits of its value.
fn parcel(members: &[(&str, &str)]) -> Result<Parcel, String> {
    let members: String = members.iter().map(|(name, value)| format!("{}{value}", text(name))).collect();
    let body = format!("a1 {} bf {members} ff", text("parcel"));
    let output = output::<StoreInput>(CBOR, hex(&body))?;
    Ok(output.parcel.expect("it is there"))
}
