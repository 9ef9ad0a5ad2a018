//! Signatures of Version 4A: when they are made, and that what is sent is what was signed. They are verified by the public
//! key alone, over a canonical request that is put together here from what was sent
//! ([Signing AWS API requests](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html)).

use crate::support::{self, Answer, Error};
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
use aws_smithy_types::Document;
use aws_smithy_types::endpoint::EndpointAuthScheme;
use http::HeaderMap;
use http::request::Parts;
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use p256::ecdsa::{DerSignature, VerifyingKey};
use sdk_doubles::{response, transport};
use sdk_runtime::client::presigning::PresigningConfig;
use sdk_runtime::client::{Operation, Request};
use sdk_runtime::config::endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint};
use sdk_runtime::config::{Builder, Config, Credentials, Region, SdkConfig, SigningRegionSet};
use sdk_runtime::declare::{Auth, Effect, Metadata, Scheme};
use sdk_runtime::error::{BoxError, InputError};
use sdk_runtime::http::RequestParts;
use sdk_runtime::{Handle, SdkError};
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// An access key of AWS's own examples, and the public key that follows from it: worked out by another implementation, and the
/// one that AWS's test cases of such signatures have.
const ID: &str = "AKIDEXAMPLE";
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const PUBLIC: &str = "04b6618f6a65740a99e650b33b6b4b5bd0d43b176d721a3edfea7e7d2d56d936b1\
                      865ed22a7eadc9c5cb9d2cbaca1b3699139fedc5043dc6661864218330c8e518";

static PUT: Metadata =
    Metadata { service: &support::SERVICE, name: "Put", method: "PUT", uri: "/{Key+}", effect: Effect::Idempotent };

/// Puts a text, by any of its schemes.
#[derive(Debug)]
struct Put(&'static [Scheme]);

support::by_hand!(Put);

impl Operation for Put {
    type Output = Answer;
    type Error = Error;
    const METADATA: &'static Metadata = &PUT;

    fn build_request(&mut self, _: &mut dyn FnMut() -> String) -> Result<Request, InputError> {
        let (path, query, body) = (PATH.to_owned(), QUERY.to_owned(), BODY.into());
        let parts = RequestParts { path, verbatim: false, query, headers: HeaderMap::new(), body, content_type: None };
        let mut request = Request::new(&PUT, parts);
        request.auth = Auth { schemes: self.0, optional: false };
        Ok(request)
    }

    fn parse_response(_: &mut sdk_runtime::config::http::HttpResponse) -> Result<Answer, BoxError> {
        Ok(Answer::default())
    }
}

const PATH: &str = "/a%20key";
const QUERY: &str = "x-id=PutObject&b=1&a=%2F";
const BODY: &str = "text";

/// An endpoint of several schemes.
#[derive(Debug)]
struct At(&'static str, Vec<EndpointAuthScheme>);

impl ResolveEndpoint for At {
    fn resolve_endpoint<'a>(&'a self, _: &'a Params) -> EndpointFuture<'a> {
        let endpoint = Endpoint::builder().url(self.0);
        EndpointFuture::ready(Ok(self.1.iter().cloned().fold(endpoint, |all, one| all.auth_scheme(one)).build()))
    }
}

fn sigv4a(name: &str, regions: &[&str]) -> EndpointAuthScheme {
    let regions = regions.iter().map(|region| Document::from(*region)).collect::<Vec<_>>();
    let scheme = EndpointAuthScheme::with_capacity("sigv4a".to_owned(), 3);
    scheme.put("signingName", name.to_owned()).put("signingRegionSet", regions).put("disableDoubleEncoding", true)
}

fn sigv4(name: &str) -> EndpointAuthScheme {
    let scheme = EndpointAuthScheme::with_capacity("sigv4".to_owned(), 3);
    scheme.put("signingName", name.to_owned()).put("signingRegion", "eu-north-1").put("disableDoubleEncoding", true)
}

fn config(token: Option<&str>) -> Builder {
    let credentials = Credentials::new(ID, SECRET, token.map(str::to_owned), None, "test");
    Config::builder().region(Region::new("us-west-2")).credentials_provider(credentials)
}

/// Head and body of a request.
type Sent = (Parts, Vec<u8>);

/// What is sent.
async fn sent(mut put: Put, config: Builder) -> Result<Sent, SdkError<Error>> {
    let seen: Arc<Mutex<Option<Sent>>> = Arc::default();
    let note = seen.clone();
    let network = transport(move |request| {
        let (parts, body) = request.try_into_http1x().expect("the request is right").into_parts();
        let body = body.bytes().expect("it is in memory").to_vec();
        *note.lock().expect("no test panics with it") = Some((parts, body));
        Ok(response(200, "{}"))
    });
    Handle::new(&support::SERVICE, config.http_client(network).build()).send(&mut put).await?;
    let seen = seen.lock().expect("no test panics with it").take();
    Ok(seen.expect("it was sent"))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).unwrap_or_else(|| panic!("there is a header {name}")).to_str().expect("it is text")
}

fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).expect("it is hex")).collect()
}

/// Verifies a signature of a canonical request by the public key.
fn verify(date: &str, scope: &str, canonical: &str, signature: &str) -> Result<(), String> {
    let signed = format!("AWS4-ECDSA-P256-SHA256\n{date}\n{scope}\n{}", hex(&hash(canonical.as_bytes())));
    let key = VerifyingKey::from_sec1_bytes(&unhex(PUBLIC)).expect("it is a public key");
    let signature = DerSignature::try_from(unhex(signature).as_slice()).map_err(|error| error.to_string())?;
    key.verify_prehash(&hash(signed.as_bytes()), &signature).map_err(|error| error.to_string())
}

/// Verifies a request by the public key. Returns the names of the signed headers, the scope and the regions.
fn verified((parts, body): &(Parts, Vec<u8>)) -> Result<(Vec<String>, String, String), String> {
    let rest =
        text(&parts.headers, "authorization").strip_prefix("AWS4-ECDSA-P256-SHA256 ").ok_or("another algorithm")?;
    let mut fields = rest.split(", ").map(|field| field.split_once('=').expect("fields have names"));
    let mut field =
        |name: &str| fields.find(|(found, _)| *found == name).map(|(_, value)| value).ok_or("a field is missing");
    let (credential, names, signature) = (field("Credential")?, field("SignedHeaders")?, field("Signature")?);
    let scope = credential.strip_prefix(&format!("{ID}/")).ok_or("another key")?;
    let mut query: Vec<_> = parts.uri.query().unwrap_or_default().split('&').collect();
    query.sort_unstable();
    let mut canonical = format!("{}\n{}\n{}\n", parts.method, parts.uri.path(), query.join("&"));
    for name in names.split(';') {
        let value = match name {
            "host" => parts.uri.host().expect("there is a host"),
            name => text(&parts.headers, name),
        };
        canonical += &format!("{name}:{value}\n");
    }
    canonical += &format!("\n{names}\n{}", hex(&hash(body)));
    verify(text(&parts.headers, "x-amz-date"), scope, &canonical, signature)?;
    let scope = scope.split_once('/').expect("a date comes first").1.to_owned();
    Ok((names.split(';').map(str::to_owned).collect(), scope, text(&parts.headers, "x-amz-region-set").to_owned()))
}

const ACCESS_POINT: &str = "https://mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com";
const GLOBAL_BUS: &str = "https://abc.123.endpoint.events.amazonaws.com";

#[tokio::test]
async fn an_endpoint_that_takes_it_alone_gets_it() {
    for (url, name, regions, expected) in [
        (ACCESS_POINT, "s3", &["*"][..], "*"),
        (GLOBAL_BUS, "events", &["us-east-1", "us-west-2"], "us-east-1,us-west-2"),
    ] {
        let config = config(Some("a-token")).endpoint_resolver(At(url, vec![sigv4a(name, regions)]));
        let request = sent(Put(&[Scheme::SigV4]), config).await.expect("200");
        let (names, scope, regions) = verified(&request).expect("the signature is right");
        assert_eq!((scope, regions.as_str()), (format!("{name}/aws4_request"), expected));
        for name in ["host", "x-amz-date", "x-amz-region-set", "x-amz-security-token"] {
            assert!(names.iter().any(|found| found == name), "{name} is signed: {names:?}");
        }
        assert_eq!(text(&request.0.headers, "x-amz-security-token"), "a-token");
        assert!(request.0.headers["authorization"].is_sensitive());
        assert_eq!(support::agent::features_of(&request.0.headers), "E,S");
    }
}

#[tokio::test]
async fn what_is_signed_is_what_is_sent() {
    let config = || config(None).endpoint_resolver(At(ACCESS_POINT, vec![sigv4a("s3", &["*"])]));
    let request = sent(Put(&[Scheme::SigV4]), config()).await.expect("200");
    assert_eq!(request.0.uri.to_string(), format!("{ACCESS_POINT}{PATH}?{QUERY}"));
    verified(&request).expect("the signature is right");
    let (mut parts, body) = request;
    parts.headers.insert("x-amz-region-set", http::HeaderValue::from_static("eu-north-1"));
    verified(&(parts.clone(), body.clone())).expect_err("it is valid for other regions");
    parts.headers.insert("x-amz-region-set", http::HeaderValue::from_static("*"));
    verified(&(parts.clone(), body)).expect("as it was");
    verified(&(parts, b"other".to_vec())).expect_err("this body wasn't signed");
}

#[tokio::test]
async fn where_either_will_do_the_preference_decides() {
    const EITHER: [&str; 2] = ["sigv4a", "sigv4"];
    let at = || {
        At("https://b.s3-outposts.eu-north-1.amazonaws.com", vec![sigv4a("s3-outposts", &["*"]), sigv4("s3-outposts")])
    };
    let algorithm = async |config: Builder, schemes: &'static [Scheme]| {
        let request = sent(Put(schemes), config).await.expect("200");
        text(&request.0.headers, "authorization").split(' ').next().unwrap_or_default().to_owned()
    };
    let (v4, v4a) = ("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256");
    let one = &[Scheme::SigV4];
    let prefer = |names: &[&'static str]| {
        let ids: Vec<_> = names.iter().map(|name| AuthSchemeId::new(name)).collect();
        config(None).endpoint_resolver(at()).auth_scheme_preference(ids)
    };
    assert_eq!(algorithm(config(None).endpoint_resolver(at()), one).await, v4);
    assert_eq!(algorithm(prefer(&EITHER), one).await, v4a);
    assert_eq!(algorithm(prefer(&["sigv4"]), one).await, v4);
    // Without a word from the endpoint, what the operation declares counts, in its order.
    let plain = || config(None).endpoint_url("https://sts.example.com");
    let both = &[Scheme::SigV4, Scheme::SigV4a];
    assert_eq!(algorithm(plain(), both).await, v4);
    assert_eq!(algorithm(plain().auth_scheme_preference([AuthSchemeId::new("sigv4a")]), both).await, v4a);
    assert_eq!(algorithm(plain().auth_scheme_preference([AuthSchemeId::new("sigv4a")]), one).await, v4);
}

#[tokio::test]
async fn the_regions_are_the_configs_then_the_endpoints_then_the_clients() {
    let regions = async |config: Builder| {
        let request = sent(Put(&[Scheme::SigV4a]), config).await?;
        Ok::<_, SdkError<Error>>(text(&request.0.headers, "x-amz-region-set").to_owned())
    };
    let global = || config(None).endpoint_resolver(At(GLOBAL_BUS, vec![sigv4a("events", &["us-east-1"])]));
    let plain = || config(None).endpoint_url("https://sts.example.com");
    assert_eq!(regions(plain()).await.expect("200"), "us-west-2");
    assert_eq!(regions(global()).await.expect("200"), "us-east-1");
    assert_eq!(regions(global().sigv4a_signing_region_set("*")).await.expect("200"), "*");
    let sdk = SdkConfig::builder().sigv4a_signing_region_set(SigningRegionSet::from("eu-west-1, eu-west-2")).build();
    let set = Builder::from(&sdk).build().sigv4a_signing_region_set().cloned();
    let mut given = plain();
    given.set_sigv4a_signing_region_set(set);
    assert_eq!(regions(given).await.expect("200"), "eu-west-1,eu-west-2");
    for wrong in ["", "a,,b", "us-east-1\r\nx: y"] {
        let error = regions(plain().sigv4a_signing_region_set(wrong)).await.expect_err("no regions").to_string();
        assert!(error.contains("`sigv4a_signing_region_set` has ") && !error.contains('\n'), "{error}");
    }
}

#[tokio::test]
async fn a_call_is_presigned_for_the_same_regions() {
    let resolver = At(ACCESS_POINT, vec![sigv4a("s3", &["*"])]);
    let handle = Handle::new(&support::SERVICE, config(Some("a-token")).endpoint_resolver(resolver).build());
    let hour = PresigningConfig::expires_in(Duration::from_secs(3600)).expect("it may be so long");
    let presigned = handle.presign(&mut Put(&[Scheme::SigV4]), hour, false).await.expect("it can be signed");
    let uri: http::Uri = presigned.uri().parse().expect("it is a URI");
    let query = uri.query().expect("the signature is there");
    let (signed, signature) = query.split_once("&X-Amz-Signature=").expect("the signature is there");
    // What AWS adds may follow the signature.
    let (signature, rest) = signature.split_once('&').unwrap_or((signature, ""));
    let mut query: Vec<_> = signed.split('&').chain(rest.split('&').filter(|part| !part.is_empty())).collect();
    let value = |name: &str| query.iter().find_map(|part| part.strip_prefix(&format!("{name}="))).expect("it is there");
    assert_eq!((value("X-Amz-Algorithm"), value("X-Amz-Region-Set")), ("AWS4-ECDSA-P256-SHA256", "%2A"));
    assert_eq!((value("X-Amz-SignedHeaders"), value("X-Amz-Security-Token")), ("host", "a-token"));
    let scope = value("X-Amz-Credential").replace("%2F", "/");
    let (scope, date) =
        (scope.strip_prefix(&format!("{ID}/")).expect("it is this key").to_owned(), value("X-Amz-Date").to_owned());
    query.sort_unstable();
    let host = uri.host().expect("there is a host");
    let canonical = format!("PUT\n{PATH}\n{}\nhost:{host}\n\nhost\nUNSIGNED-PAYLOAD", query.join("&"));
    verify(&date, &scope, &canonical, signature).expect("the signature is right");
}
