//! Calls that are signed for others to send, compared with what botocore's `S3SigV4QueryAuth` and `SigV4QueryAuth` make of the
//! same requests at 2023-11-14T22:13:20Z.

use crate::support::Error;
use crate::support::shelf::{Client, config};
use sdk_doubles::{Clock, transport};
use sdk_runtime::Handle;
use sdk_runtime::client::Operation;
use sdk_runtime::client::presigning::PresigningConfig;
use sdk_runtime::codec::{BigNumber, List, Plain};
use sdk_runtime::config::{Builder, Config, Credentials, SharedTimeSource};
use sdk_runtime::declare::{Effect, Metadata, Service};
use sdk_runtime::endpoint::Endpoint;
use sdk_runtime::primitives::{BigInteger, ByteStream};
use std::time::Duration;

const NOW: i64 = 1_700_000_000;

fn for_seconds(seconds: u64) -> PresigningConfig {
    PresigningConfig::expires_in(Duration::from_secs(seconds)).expect("within bounds")
}

fn settings() -> Builder {
    let unsent = transport(|_| panic!("nothing is sent"));
    config("http://bucket.example.com").time_source(SharedTimeSource::new(Clock::at(NOW))).http_client(unsent)
}

fn client() -> Client {
    Client::from_conf(settings().build())
}

fn with_token() -> Config {
    settings()
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "secret", Some("tok/en+=".to_owned()), None, "test"))
        .build()
}

/// What every signature says in the URL, up to the signature itself.
fn signed_by(name: &str, seconds: u64, headers: &str, token: &str) -> String {
    format!(
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20231114%2Fus-east-1%2F{name}%2Faws4_request\
         &X-Amz-Date=20231114T221320Z&X-Amz-Expires={seconds}&X-Amz-SignedHeaders={headers}{token}"
    )
}

/// A URL's parameters, in any order.
fn pairs(url: &str) -> (String, Vec<String>) {
    let (path, query) = url.split_once('?').expect("it has a query");
    let mut pairs: Vec<String> = query.split('&').map(str::to_owned).collect();
    pairs.sort();
    (path.to_owned(), pairs)
}

#[tokio::test]
async fn an_object_is_linked_to() {
    let request = client().take("a b/../ä").presigned(for_seconds(900)).await.expect("it is signed");
    let expected = format!(
        "http://bucket.example.com/shelf/a%20b/../%C3%A4?{}\
         &X-Amz-Signature=12694199f6970cc2ccb62447bea3f6bbc5967f7b80358881a17aecf48fd90e40",
        signed_by("s3", 900, "host", "")
    );
    assert_eq!(pairs(request.uri()), pairs(&expected));
    assert_eq!((request.method(), request.headers().count()), ("GET", 0));
}

#[tokio::test]
async fn a_link_is_made_with_one_calls_changes() {
    let elsewhere = Builder::new().endpoint_url("http://other.example.com");
    let call = client().take("a").customize().config_override(elsewhere).mutate_request(|request| {
        request.headers_mut().insert("x-amz-meta-a", "b");
    });
    let request = call.presigned(for_seconds(60)).await.expect("it is signed");
    assert!(request.uri().starts_with("http://other.example.com/shelf/a?"), "{}", request.uri());
    assert!(request.headers().any(|(name, value)| (name, value) == ("x-amz-meta-a", "b")));
}

#[tokio::test]
async fn a_session_token_is_in_the_link() {
    let client = Client::from_conf(with_token());
    let request = client.take("a b/../ä").presigned(for_seconds(900)).await.expect("it is signed");
    let expected = format!(
        "http://bucket.example.com/shelf/a%20b/../%C3%A4?{}\
         &X-Amz-Signature=7d1870c63e1ef5741c789b4c94d5efef807a8bc8556f354a7333029d5b4e42fd",
        signed_by("s3", 900, "host", "&X-Amz-Security-Token=tok%2Fen%2B%3D")
    );
    assert_eq!(pairs(request.uri()), pairs(&expected));
}

#[tokio::test]
async fn what_the_input_says_in_headers_has_to_be_sent() {
    let call = client().put("a").kind("text/plain").notes("a", "b").body(ByteStream::from_static(b"not looked at"));
    let request = call.presigned(for_seconds(604_800)).await.expect("it is signed");
    let expected = format!(
        "http://bucket.example.com/shelf/a?{}\
         &X-Amz-Signature=4f59dea5041a7caf9b45c96a619af99fcdbcd64e5f48ac69aafc1ecdda154be1",
        signed_by("s3", 604_800, "content-type%3Bhost%3Bx-amz-meta-a", "")
    );
    assert_eq!(pairs(request.uri()), pairs(&expected));
    let mut headers: Vec<_> = request.headers().collect();
    headers.sort_unstable();
    assert_eq!(headers, [("content-type", "text/plain"), ("x-amz-meta-a", "b")]);
    let sendable = request.into_http_1x_request("body");
    assert_eq!((sendable.method().as_str(), sendable.headers().len(), *sendable.body()), ("PUT", 2, "body"));
}

#[tokio::test]
async fn a_header_of_any_text_is_handed_on() {
    let call = client().put("a").notes("a", "Zoë ✓").body(ByteStream::from_static(b"not looked at"));
    let request = call.presigned(for_seconds(60)).await.expect("it is signed");
    let headers: Vec<_> = request.headers().collect();
    assert!(headers.contains(&("x-amz-meta-a", "Zoë ✓")), "{headers:?}");
}

#[test]
fn a_config_says_from_when_it_holds() {
    let at = sdk_doubles::time(NOW + 3600);
    let later = PresigningConfig::builder().expires_in(Duration::from_secs(60)).start_time(at);
    assert_eq!(later.build().expect("within bounds").start_time(), at);
    let before = std::time::SystemTime::now();
    assert!(for_seconds(60).start_time() >= before, "unset, it is now");
}

#[tokio::test]
async fn a_link_may_begin_later() {
    let later =
        PresigningConfig::builder().expires_in(Duration::from_secs(60)).start_time(sdk_doubles::time(NOW + 3600));
    let request = client().take("a").presigned(later.build().expect("within bounds")).await.expect("it is signed");
    assert!(request.uri().contains("X-Amz-Date=20231114T231320Z"), "{}", request.uri());
}

#[tokio::test]
async fn a_signature_is_not_shown() {
    let request = Client::from_conf(with_token()).take("a").presigned(for_seconds(60)).await.expect("it is signed");
    let shown = format!("{request:?}");
    assert!(shown.contains("http://bucket.example.com/shelf/a?") && shown.contains("GET"), "{shown}");
    for secret in ["Signature", "tok%2Fen", "AKIDEXAMPLE"] {
        assert!(request.uri().contains(secret) && !shown.contains(secret), "{shown}");
    }
}

#[tokio::test]
async fn what_cant_be_signed_is_refused() {
    let error = client().take("").presigned(for_seconds(60)).await.expect_err("there is no key");
    assert!(error.to_string().contains("key is empty"), "{error}");
    let unsigned = Config::builder().endpoint_url("http://bucket.example.com").allow_no_auth().build();
    let error = Client::from_conf(unsigned).take("a").presigned(for_seconds(60)).await.expect_err("nobody signs");
    let error = sdk_runtime::error::DisplayErrorContext(&error).to_string();
    assert!(error.contains("without credentials: set `credentials_provider`"), "{error}");
}

static POLLY: Service = Service {
    sdk_id: "Speech",
    api_version: "2016-06-10",
    package_version: "0.1.0",
    signing_name: "polly",
    endpoint: |_| Ok(Endpoint::new("https://polly.us-east-1.amazonaws.com")),
    endpoint_by_account: false,
    content_type: "application/json",
    headers: &[],
    retryable_errors: &[],
};

sdk_runtime::structure! {
    /// What is said.
    pub struct SpeakInput {
        /// Words.
        pub lexicons: Option<Vec<String>>,
        /// A form.
        pub format: Option<String>,
        /// A text.
        pub text: Option<String>,
        /// A voice.
        pub voice: Option<String>,
        /// A number.
        pub seed: Option<BigInteger>,
    }
    input SpeakInputBuilder, SpeakFluentBuilder => SpeakOutput, Error {
        lexicons, set_lexicons, get_lexicons: optional texts = member "LexiconNames" as List(Plain);
        format, set_format, get_format: optional text = member "OutputFormat";
        text, set_text, get_text: optional text = member "Text";
        voice, set_voice, get_voice: optional text = member "VoiceId";
        seed, set_seed, get_seed: optional value(BigInteger) = member "Seed" as BigNumber;
    }
}

sdk_runtime::structure! {
    /// Nothing.
    pub struct SpeakOutput {
    }
    output SpeakOutputBuilder {
    }
}

impl Operation for SpeakInput {
    type Output = SpeakOutput;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &POLLY, name: "Speak", method: "POST", uri: "/v1/speech", effect: Effect::Plain };
}

sdk_runtime::presigned!(SpeakFluentBuilder, Error as get);

#[tokio::test]
async fn a_body_is_said_in_the_query_of_a_get() {
    let speak = || SpeakFluentBuilder::new(Handle::new(&POLLY, settings().set_endpoint_url(None).clone().build()));
    let call = speak().format("mp3").text("a ä&b").voice("Joanna").lexicons("a");
    let request = call.presigned(for_seconds(900)).await.expect("it is signed");
    let expected = format!(
        "https://polly.us-east-1.amazonaws.com/v1/speech?OutputFormat=mp3&Text=a%20%C3%A4%26b&VoiceId=Joanna&LexiconNames=a&{}\
         &X-Amz-Signature=f9398fc564c9fe2b682a55cbb95cd521b997d3d07de2d12a8784ac2461ba14c0",
        signed_by("polly", 900, "host", "")
    );
    assert_eq!(pairs(request.uri()), pairs(&expected));
    assert_eq!((request.method(), request.headers().count()), ("GET", 0));
    let both =
        speak().lexicons("a").lexicons("b&c").presigned(for_seconds(900)).await.expect("it is signed").uri().to_owned();
    assert!(both.contains("?LexiconNames=a&LexiconNames=b%26c&"), "{both}");
    let seed = "123456789012345678901234567890";
    let seeded = speak()
        .seed(seed.parse().expect("a number"))
        .presigned(for_seconds(900))
        .await
        .expect("it is signed")
        .uri()
        .to_owned();
    assert!(seeded.contains(&format!("?Seed={seed}&")), "{seeded}");
}
