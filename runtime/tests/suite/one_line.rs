//! Whatever a service says, the text of an error is one line, and not a long one.

use crate::support;
use crate::support::library::Client;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::future;
use sdk_doubles::{response, transport};
use sdk_runtime::config::endpoint::{EndpointFuture, Params, ResolveEndpoint};
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{ProvideCredentials, SharedCredentialsProvider};
use sdk_runtime::error::{ConnectorError, DisplayErrorContext, InputError, ProvideErrorMetadata, UnknownVariantError};
use sdk_runtime::test_util::{Replay, Stub};
use serde_json::json;

/// What must not reach a log as it is: lines' ends of all kinds, and marks that turn the direction of writing.
const HOSTILE: &str =
    "B\r\nFAKE \u{b} \u{85} \u{2028} \u{2029} \u{202e}txt\u{202c} \u{2066}\u{2069} \u{200e}\u{200f}\u{61c} \x1b[31m";

fn assert_one_line(text: &str) {
    let unfit = |c: char| {
        c.is_control()
            || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
    };
    assert!(!text.contains(unfit), "{text:?}");
    assert!(text.len() < 20_000, "{} bytes", text.len());
}

/// What a service says: status, headers, body.
struct Says(u16, Vec<(&'static str, String)>, String);

fn client(Says(status, headers, body): Says) -> Client {
    let transport = transport(move |_| {
        let mut response = response(status, body.as_str());
        for (name, value) in &headers {
            response.headers_mut().insert(*name, value.clone());
        }
        Ok(response)
    });
    Client::from_conf(support::config("http://127.0.0.1:1").http_client(transport).build())
}

#[tokio::test]
async fn no_answer_makes_more_than_one_line() {
    let long = "x".repeat(3 << 20);
    let header = |text: &str| vec![("x-amzn-errortype", text.to_owned()), ("x-amzn-requestid", "r".repeat(100_000))];
    for text in [HOSTILE, &long, &HOSTILE.repeat(10_000)] {
        for says in [
            Says(400, Vec::new(), json!({ "__type": format!("a#{text}"), "message": text }).to_string()),
            Says(404, Vec::new(), json!({ "code": "NoSuchBook", "message": text, "id": text }).to_string()),
            Says(400, Vec::new(), text.to_owned()),
            Says(400, header(&long), "{}".to_owned()),
            Says(404, vec![("x-book", long.clone()), ("x-amzn-errortype", "NoSuchBook".to_owned())], "{}".to_owned()),
            Says(200, Vec::new(), json!({ "title": { text: 1 } }).to_string()),
            Says(200, Vec::new(), json!({ "title": [text], "bought": text }).to_string()),
            Says(200, Vec::new(), text.to_owned()),
            Says(200, vec![("x-printed", long.clone())], "{}".to_owned()),
        ] {
            let error = client(says).get_book().id("1").send().await.expect_err("it is no book");
            assert_one_line(&error.to_string());
            assert_one_line(&DisplayErrorContext(&error).to_string());
            assert!(error.code().is_none_or(|code| code.chars().count() <= 256));
            if let Some(error) = error.as_service_error() {
                assert_one_line(&error.to_string());
            }
        }
    }
}

#[tokio::test]
async fn an_inputs_values_make_no_second_line_either() {
    let long = "a\n".repeat(1 << 20);
    let client = client(Says(200, Vec::new(), "{}".to_owned()));
    for path in ["..", HOSTILE, &long] {
        if let Err(error) = client.get_book().id(path).send().await {
            assert_one_line(&error.to_string());
        }
    }
    let mut error = InputError::new();
    error.invalid("id", format!("is {HOSTILE}{long}"));
    assert_one_line(&error.to_string());
    for _ in 0..10_000 {
        error.invalid("id", "is empty");
    }
    let text = error.to_string();
    assert!(text.ends_with("; id is empty; and 9981 more"), "{}", &text[text.len() - 100..]);
    assert_one_line(&sdk_runtime::endpoint::ResolveError::new(format!("Invalid {HOSTILE}{long}")).to_string());
    assert_one_line(&UnknownVariantError::new(HOSTILE).to_string());
    assert_one_line(&UnknownVariantError::new(long.clone()).to_string());
    let unknown =
        serde_json::from_value::<support::library::GetBookInput>(json!({ HOSTILE: 1 })).expect_err("no member");
    assert_one_line(&unknown.to_string());
}

/// What somebody else's error says of itself, in both ways.
struct Foreign(&'static str);

impl std::fmt::Debug for Foreign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::fmt::Display for Foreign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Foreign {}

/// A resolver and a provider whose errors say this.
#[derive(Clone, Debug)]
struct Fails(&'static str);

impl ProvideCredentials for Fails {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::ready(Err(CredentialsError::provider_error(Foreign(self.0))))
    }
}

impl ResolveEndpoint for Fails {
    fn resolve_endpoint<'a>(&'a self, _: &'a Params) -> EndpointFuture<'a> {
        EndpointFuture::ready(Err(Foreign(self.0).into()))
    }
}

#[tokio::test]
async fn no_foreign_error_makes_more_than_one_line() {
    let long: &'static str = HOSTILE.repeat(10_000).leak();
    for text in [HOSTILE, long] {
        let settings = support::config("http://127.0.0.1:1")
            .retry_config(RetryConfig::disabled())
            .http_client(transport(move |_| Err(ConnectorError::other(Foreign(text).into(), None))));
        let mut with_credentials = settings.clone();
        with_credentials.set_credentials_provider(Some(SharedCredentialsProvider::new(Fails(text))));
        let with_endpoint = settings.clone().endpoint_resolver(Fails(text));
        let fails = settings.clone();
        for config in [settings, with_credentials, with_endpoint] {
            let error = Client::from_conf(config.build()).get_book().id("1").send().await.expect_err("it fails");
            assert!(error.to_string().contains("FAKE"), "{error}");
            assert_one_line(&error.to_string());
            assert_one_line(&DisplayErrorContext(&error).to_string());
        }
        let call = Client::from_conf(fails.build()).get_book().id("1").customize();
        let error = call.map_request(move |_| Err(Foreign(text))).send().await.expect_err("it fails");
        assert_one_line(&error.to_string());
        assert_one_line(&DisplayErrorContext(&error).to_string());
    }
}

#[tokio::test]
async fn messages_of_tests_are_lines_too() {
    let stub = Stub::new([] as [sdk_runtime::test_util::Rule; 0]);
    let long = "a\n".repeat(1 << 20);
    let client = Client::from_conf(stub.config().build());
    let error = client.lend_book().id(&long).reader(HOSTILE).send().await.expect_err("there is no rule");
    assert_one_line(&error.to_string());
    let request = json!({ "method": "GET\n", "target": format!("/{HOSTILE}?{HOSTILE}=1"), "headers": { "x-amz-target": HOSTILE } });
    let exchanges = json!({ "exchanges": [{ "request": request, "failure": "timeout" }] });
    let replay = Replay::from_json(&exchanges.to_string()).expect("a recording");
    let client = Client::from_conf(replay.config().build());
    let error = client.get_book().id("1").send().await.expect_err("it isn't recorded");
    assert_one_line(&error.to_string());
}
