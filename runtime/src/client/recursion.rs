//! Which call of a function a request belongs to, by which AWS Lambda notices functions that call themselves without end
//! ([Lambda recursive loop detection](https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html)).

use http::HeaderValue;

/// The header that says so. It isn't signed, since services on the way add to it.
pub(super) const TRACE_ID: &str = "x-amzn-trace-id";

/// What the environment of a Lambda function says at present: each call of the function has another.
pub(super) fn trace_id() -> Option<HeaderValue> {
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    variable("AWS_LAMBDA_FUNCTION_NAME")?;
    value(&variable("_X_AMZN_TRACE_ID")?)
}

/// The header's value: what a header can't hold is percent-encoded.
fn value(text: &str) -> Option<HeaderValue> {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b' '..=b'~' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    HeaderValue::try_from(encoded).ok()
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn what_a_header_cannot_hold_is_encoded() {
        for (text, expected) in [
            ("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1", None),
            ("a=\"b\" [{c}],d&e'\\%", None),
            ("first\nsecond\r\u{7f}", Some("first%0Asecond%0D%7F")),
            ("ß\u{1F30A}", Some("%C3%9F%F0%9F%8C%8A")),
        ] {
            let value = value(text).expect("it can be sent");
            assert_eq!(value, expected.unwrap_or(text));
        }
    }
}
