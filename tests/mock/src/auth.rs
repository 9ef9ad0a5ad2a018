//! Who asks: the `Authorization` header of
//! [SigV4](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
//!
//! In: headers. Out: the region that the request was signed for. The signature itself is not computed again.

use crate::answer::Problem;
use http::HeaderMap;

/// The one pair of credentials that the mock knows.
pub(crate) const ACCESS_KEY_ID: &str = "AKIDMOCKSERVICE";
/// Its secret, which is none.
pub(crate) const SECRET_ACCESS_KEY: &str = "not-a-secret-of-the-mock-service";

/// Headers that a signature has to cover.
const COVERED: [&str; 2] = ["host", "x-amz-date"];

/// The region of a request's credential scope, provided that the request was signed for the service with the mock's
/// access key.
pub(crate) fn region<'h>(headers: &'h HeaderMap, signing_name: &str) -> Result<&'h str, Problem> {
    let authorization = headers.get(http::header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let Some(authorization) = authorization else {
        return Err(Problem::Unauthorized("Missing authentication token"));
    };
    let incomplete = Problem::Unauthorized("The Authorization header is not a complete SigV4 header");
    let Some(Signed { scope, covers, signature }) = parse(authorization) else {
        return Err(incomplete);
    };
    let [id, _date, region, service, "aws4_request"] = scope[..] else {
        return Err(incomplete);
    };
    let is_hash = signature.len() == 64 && signature.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_hash || !headers.contains_key("x-amz-date") || !COVERED.iter().all(|name| covers.contains(name)) {
        return Err(incomplete);
    }
    if id != ACCESS_KEY_ID {
        return Err(Problem::Unauthorized("The security token included in the request is invalid"));
    }
    if service != signing_name {
        return Err(Problem::Unauthorized("Credential should be scoped to correct service"));
    }
    Ok(region)
}

struct Signed<'h> {
    scope: Vec<&'h str>,
    covers: Vec<&'h str>,
    signature: &'h str,
}

fn parse(authorization: &str) -> Option<Signed<'_>> {
    let parts = authorization.strip_prefix("AWS4-HMAC-SHA256 ")?;
    let part = |name: &str| parts.split(',').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='));
    Some(Signed {
        scope: part("Credential")?.split('/').collect(),
        covers: part("SignedHeaders")?.split(';').collect(),
        signature: part("Signature")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn signed(authorization: &str) -> Result<String, Problem> {
        let mut headers = HeaderMap::new();
        headers.insert("authorization", HeaderValue::from_str(authorization).expect("printable"));
        headers.insert("x-amz-date", HeaderValue::from_static("20260301T120000Z"));
        region(&headers, "wickr").map(str::to_owned)
    }

    fn header(id: &str, service: &str, covers: &str, signature: &str) -> String {
        format!(
            "AWS4-HMAC-SHA256 Credential={id}/20260301/eu-west-2/{service}/aws4_request, SignedHeaders={covers}, \
             Signature={signature}"
        )
    }

    #[test]
    fn a_signed_request_tells_its_region() {
        let signature = "a".repeat(64);
        assert_eq!(signed(&header(ACCESS_KEY_ID, "wickr", "host;x-amz-date", &signature)).as_deref(), Ok("eu-west-2"));
    }

    #[test]
    fn anything_less_is_refused() {
        let signature = "a".repeat(64);
        for authorization in [
            header("AKIDOTHER", "wickr", "host;x-amz-date", &signature),
            header(ACCESS_KEY_ID, "connect", "host;x-amz-date", &signature),
            header(ACCESS_KEY_ID, "wickr", "host", &signature),
            header(ACCESS_KEY_ID, "wickr", "host;x-amz-date", "abc"),
            "AWS4-HMAC-SHA256 Credential=".to_owned(),
            "Bearer token".to_owned(),
        ] {
            assert!(matches!(signed(&authorization), Err(Problem::Unauthorized(_))), "{authorization}");
        }
        assert!(matches!(region(&HeaderMap::new(), "wickr"), Err(Problem::Unauthorized(_))));
    }
}
