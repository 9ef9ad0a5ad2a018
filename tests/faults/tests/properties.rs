//! Whatever comes, nothing panics; whatever is sent, it means what the input says.

use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use proptest::prelude::*;
use sdk_doubles::transport;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{Config, Credentials, Region};
use sdk_runtime::error::{DisplayErrorContext, SdkError};
use std::sync::{Arc, Mutex};
use wickr_sdk::Client;
use wickr_sdk::operation::RequestId;

/// Plays one answer, and keeps what it was asked.
#[derive(Clone, Debug)]
struct Script {
    status: u16,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
    asked: Arc<Mutex<Option<Asked>>>,
}

/// A request's URL and body.
type Asked = (String, Vec<u8>);

impl Script {
    fn answer(&self, request: &HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let asked = (request.uri().to_owned(), request.body().bytes().unwrap_or_default().to_vec());
        *self.asked.lock().expect("no test panics with it") = Some(asked);
        let mut response = http::Response::builder().status(self.status);
        for (name, value) in &self.headers {
            if let Ok(value) = http::HeaderValue::from_bytes(value) {
                response = response.header(name.as_str(), value);
            }
        }
        let response = response.body(SdkBody::from(self.body.clone())).expect("names and status are right");
        // Headers that aren't UTF-8 are refused here already.
        HttpResponse::try_from(response).map_err(|error| ConnectorError::other(error.into(), None))
    }
}

fn client(script: &Script) -> Client {
    let script = script.clone();
    let config = Config::builder()
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .http_client(transport(move |request| script.answer(&request)));
    Client::from_conf(config.build())
}

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime can be built").block_on(future)
}

/// Reads all of an outcome, whichever it is.
fn read<T: std::fmt::Debug + RequestId, E: std::error::Error + RequestId + 'static>(outcome: Result<T, SdkError<E>>) {
    match outcome {
        Ok(output) => drop(format!("{output:?} {:?}", output.request_id())),
        Err(error) => {
            let text = format!("{error}");
            assert!(!text.contains(['\n', '\r']), "one line: {text:?}");
            drop(format!("{error:?} {}", DisplayErrorContext(&error)));
        }
    }
}

fn play(script: &Script) {
    let client = client(script);
    run(async {
        read(client.get_network().network_id("40718265").send().await);
        read(client.list_users().network_id("40718265").send().await);
        read(client.get_security_group().network_id("40718265").group_id("Kx3vTq8L").send().await);
        let call = client.delete_network().network_id("40718265");
        read(call.send().await);
    });
}

/// JSON that an answer might hold, or nearly: members' names are the model's, their values anything.
fn json() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "networkId",
        "networkName",
        "users",
        "userId",
        "status",
        "securityGroup",
        "securityGroupSettings",
        "calling",
        "message",
        "Message",
        "__type",
        "code",
        "reasons",
        "createdAt",
        "nextToken",
        "isDefault",
    ]);
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>().prop_map(|number| number.to_string()),
        ".{0,12}".prop_map(|text| format!("{text:?}")),
        Just("\"\\ud800\"".to_owned()),
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec((name.clone(), inner), 0..6).prop_map(|members| {
                let members: Vec<_> = members.into_iter().map(|(name, value)| format!("{name:?}:{value}")).collect();
                format!("{{{}}}", members.join(","))
            }),
        ]
    })
}

fn headers() -> impl Strategy<Value = Vec<(String, Vec<u8>)>> {
    let name = prop::sample::select(vec![
        "x-amzn-errortype",
        "x-amzn-requestid",
        "x-amzn-query-error",
        "content-type",
        "date",
        "retry-after",
        "x-amz-retry-after",
        "x-other",
    ]);
    prop::collection::vec((name.prop_map(str::to_owned), prop::collection::vec(any::<u8>(), 0..40)), 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_answer_makes_a_client_panic(
        status in 200_u16..600,
        headers in headers(),
        body in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..200),
            json().prop_map(String::into_bytes),
        ],
    ) {
        play(&Script { status, headers, body, asked: Arc::default() });
    }

    #[test]
    fn labels_and_query_parameters_arrive_as_they_were_set(id in "\\PC{8}", token in "\\PC{1,20}", size in 1_i32..100) {
        let script = Script { status: 200, headers: Vec::new(), body: b"{}".to_vec(), asked: Arc::default() };
        let client = client(&script);
        let call = client.list_users().network_id(&id).next_token(&token).max_results(size);
        let outcome = run(call.send());
        let asked = script.asked.lock().expect("no test panics with it").clone();
        let Some((uri, _)) = asked else {
            return Err(TestCaseError::fail(format!("{id:?} was refused: {outcome:?}")));
        };
        let rest = uri.strip_prefix("https://admin.wickr.us-east-1.amazonaws.com/networks/").expect("the service's own");
        let (label, rest) = rest.split_once('/').expect("the label ends where its segment does");
        prop_assert_eq!(decoded(label), id);
        let (path, query) = rest.split_once('?').expect("there is a query");
        prop_assert_eq!(path, "users");
        let mut pairs: Vec<_> = query.split('&').map(|pair| pair.split_once('=').expect("pairs")).collect();
        pairs.sort_unstable();
        prop_assert_eq!(pairs.len(), 2);
        prop_assert_eq!((pairs[0].0, decoded(pairs[0].1)), ("maxResults", size.to_string()));
        prop_assert_eq!((pairs[1].0, decoded(pairs[1].1)), ("nextToken", token));
    }

    #[test]
    fn texts_in_the_body_arrive_as_they_were_set(name in any::<String>()) {
        let script = Script { status: 200, headers: Vec::new(), body: b"{}".to_vec(), asked: Arc::default() };
        let call = client(&script).create_network().network_name(&name).access_level("STANDARD".into());
        if run(call.send()).is_ok() {
            let (_, body) = script.asked.lock().expect("no test panics with it").clone().expect("it was sent");
            let body: serde_json::Value = serde_json::from_slice(&body).expect("it is JSON");
            prop_assert_eq!(body["networkName"].as_str(), Some(name.as_str()));
        } else {
            prop_assert!(name.chars().count() < 1, "only what is too short is refused");
        }
    }
}

/// Percent-decoded text (RFC 3986, section 2.1).
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' && after.len() >= 2 {
            let hex = std::str::from_utf8(&after[..2]).expect("two digits");
            bytes.push(u8::from_str_radix(hex, 16).expect("two hexadecimal digits"));
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).expect("what was text is text")
}
