//! Runs Smithy's protocol compliance tests against a generated crate: `cargo xtask conformance` builds this beside it.
//!
//! In: `cases.json`, which `codegen::conformance` makes of a model. Out: each failure with what was expected and what was
//! there, and the counts. A request test sends its input to an HTTP client that keeps the request; a response test plays
//! its answer to one that is asked. Nothing here knows a case by name.

#![allow(dead_code, unused_variables, reason = "a crate may have no operations, or no errors")]

mod cbor;
mod compare;
mod events;
mod script;
mod xml;

use aws_smithy_types::base64;
use compare::{compare, compare_body, compare_cbor, differ, rounded};
use script::{Script, Sent, config};
use sdk_runtime::config::Config;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::process::ExitCode;
use std::sync::PoisonError;

/// What is wrong about a case: what was compared, what the case asks for, what was there.
type Differences = Vec<(String, String, String)>;

/// A successful call's output, what its type makes of an empty object, and what its stream had, if it has one.
type Outcome = Result<(Value, Value, Heard), Failure>;

/// What a stream had: its events, and what ended it before its end.
#[derive(Default)]
struct Heard {
    events: Vec<Value>,
    failure: Option<Failure>,
}

/// An output whose stream of events can be received.
trait Hear {
    async fn hear(&mut self) -> Heard;
}

macro_rules! outputs {
    ($($module:ident $output:ident $($field:ident)?;)*) => { $(
        impl Hear for sdk::operation::$module::$output {
            async fn hear(&mut self) -> Heard {
                #[allow(unused_mut, reason = "most outputs have no stream")]
                let mut heard = Heard::default();
                $( loop {
                    match self.$field.recv().await {
                        Ok(Some(event)) => heard.events.push(shown(&event)),
                        Ok(None) => break,
                        Err(error) => {
                            heard.failure = Some(failure(error));
                            break;
                        }
                    }
                } )?
                heard
            }
        }
    )* };
}

include!("outputs.rs");

/// A call that failed.
struct Failure {
    /// The modeled error's name, its members, and what its type makes of an empty object.
    modeled: Option<(&'static str, Value, Value)>,
    code: String,
    text: String,
}

impl Failure {
    fn unsent(text: String) -> Self {
        Self { modeled: None, code: String::new(), text }
    }
}

/// The fixed token of the test cases.
const TOKEN: &str = "00000000-0000-4000-8000-000000000000";

macro_rules! operations {
    ($($name:ident $module:ident $input:ident $($paginated:ident)?;)*) => {
        async fn call(operation: &str, config: Config, input: Value) -> Outcome {
            match operation {
                $(stringify!($name) => one::<sdk::operation::$module::$input>(config, input).await,)*
                other => Err(Failure::unsent(format!("the crate has no operation {other}"))),
            }
        }
    };
}

sdk::for_each_operation! { operations }

macro_rules! errors {
    ($($name:ident)*) => {
        #[allow(deprecated, reason = "the error is asked about, not relied on")]
        fn modeled(error: &sdk::Error) -> Option<(&'static str, Value, Value)> {
            match error {
                $(sdk::Error::$name(error) => Some((stringify!($name), shown(error), blank_of(error))),)*
                _ => None,
            }
        }
    };
}

include!("errors.rs");

async fn one<I>(config: Config, input: Value) -> Outcome
where
    I: sdk_runtime::client::Operation<Output: Serialize + DeserializeOwned + Hear, Error: Into<sdk::Error>> + DeserializeOwned,
{
    let input: I = serde_json::from_value(input).map_err(|error| Failure::unsent(format!("the input is refused: {error}")))?;
    // A crate of a service that isn't AWS's has settings of its own.
    let config = sdk::config::Builder::from(config.to_builder()).build();
    match sdk::Client::from_conf(config).send(input).await {
        Ok(mut output) => Ok((shown(&output), blank_of(&output), output.hear().await)),
        Err(error) => Err(failure(error)),
    }
}

fn failure<E, R>(error: sdk::error::SdkError<E, R>) -> Failure
where
    E: sdk_runtime::error::ServiceError + Into<sdk::Error>,
    R: std::fmt::Debug,
{
    let text = sdk_runtime::error::DisplayErrorContext(&error).to_string();
    let code = sdk_runtime::error::ProvideErrorMetadata::code(&error).unwrap_or_default().to_owned();
    let modeled = match error {
        sdk::error::SdkError::ServiceError(answer) => modeled(&answer.into_err().into()),
        _ => None,
    };
    Failure { modeled, code, text }
}

fn shown<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_else(|error| Value::String(format!("not serializable: {error}")))
}

/// What the value's type makes of an object without members: zero values of required members, the model's defaults.
fn blank_of<T: Serialize + DeserializeOwned>(_: &T) -> Value {
    serde_json::from_str::<T>("{}").map_or(Value::Null, |blank| shown(&blank))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases.json")).expect("the generator writes JSON");
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for case in &cases {
        let id = text(&case["id"]);
        if let Some(reason) = case["skip"].as_str() {
            println!("skipped {id}: {reason}");
            skipped += 1;
            continue;
        }
        let differences = match text(&case["kind"]) {
            "request" => request(case).await,
            "events" => events::run(case).await,
            kind => response(case, kind == "error").await,
        };
        if differences.is_empty() {
            passed += 1;
            continue;
        }
        failed += 1;
        println!("failed {id} ({} {})", text(&case["operation"]), text(&case["kind"]));
        for (what, expected, actual) in differences {
            println!("    {what}\n      expected: {expected}\n      actual:   {actual}");
        }
    }
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

// ── Requests ──

async fn request(case: &Value) -> Differences {
    let test = &case["test"];
    let script = Script::new(200, &Value::Null, Vec::new());
    let host = test["host"].as_str().unwrap_or("example.com");
    let outcome = call(text(&case["operation"]), config(&script, host, case), case["input"].clone()).await;
    let sent = script.sent.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(sent) = sent else {
        let reason = outcome.err().map(|failure| failure.text).unwrap_or_default();
        return vec![("request".to_owned(), "is sent".to_owned(), reason)];
    };
    let mut found = Differences::new();
    differ(&mut found, "method", text(&test["method"]), &sent.method);
    differ(&mut found, "uri", text(&test["uri"]), &sent.path);
    if let Some(host) = test["resolvedHost"].as_str() {
        differ(&mut found, "host", host, &sent.host);
    }
    query(&mut found, test, &sent);
    headers(&mut found, test, &sent);
    if let (Some(body), Some(expected)) = (test["body"].as_str(), bytes(test)) {
        match is_cbor(test) && !expected.is_empty() {
            true => compare_cbor(&mut found, &expected, &sent.body),
            false => compare_body(&mut found, body, test["bodyMediaType"].as_str(), &sent.body, case["rounded"] == true),
        }
    }
    found
}

fn is_cbor(test: &Value) -> bool {
    test["bodyMediaType"] == "application/cbor"
}

/// The bytes of a case's body, which is base64 where it isn't text.
fn bytes(test: &Value) -> Option<Vec<u8>> {
    let body = text(&test["body"]);
    if is_cbor(test) { base64::decode(body).ok() } else { Some(body.as_bytes().to_vec()) }
}

/// The pairs of each parameter that the case names, as a multiset: order follows the members' in one client, the
/// input's in another.
fn query(found: &mut Differences, test: &Value, sent: &Sent) {
    let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
    let written = |pair: &str| if pair.contains('=') { pair.to_owned() } else { format!("{pair}=") };
    let mut expected: Vec<String> = texts(&test["queryParams"]).map(written).collect();
    let names: Vec<String> = expected.iter().map(|pair| name(pair)).collect();
    let mut actual: Vec<String> =
        sent.query.iter().map(|pair| written(pair)).filter(|pair| names.contains(&name(pair))).collect();
    expected.sort_unstable();
    actual.sort_unstable();
    differ(found, "query", &expected.join("&"), &actual.join("&"));
    let has = |wanted: &str| sent.query.iter().any(|pair| name(pair) == wanted);
    for forbidden in texts(&test["forbidQueryParams"]).filter(|name| has(name)) {
        found.push((format!("query parameter {forbidden}"), "(absent)".to_owned(), sent.query.join("&")));
    }
    for required in texts(&test["requireQueryParams"]).filter(|name| !has(name)) {
        found.push((format!("query parameter {required}"), "(present)".to_owned(), sent.query.join("&")));
    }
}

fn headers(found: &mut Differences, test: &Value, sent: &Sent) {
    let header = |name: &str| sent.headers.get(&name.to_ascii_lowercase());
    for (name, expected) in test["headers"].as_object().into_iter().flatten() {
        let actual = header(name).map_or("(absent)", String::as_str);
        differ(found, &format!("header {name}"), text(expected).trim(), actual);
    }
    for name in texts(&test["forbidHeaders"]) {
        differ(found, &format!("header {name}"), "(absent)", header(name).map_or("(absent)", String::as_str));
    }
    for name in texts(&test["requireHeaders"]).filter(|name| header(name).is_none()) {
        found.push((format!("header {name}"), "(present)".to_owned(), "(absent)".to_owned()));
    }
}

// ── Responses ──

async fn response(case: &Value, is_error: bool) -> Differences {
    let test = &case["test"];
    let status = test["code"].as_u64().and_then(|code| u16::try_from(code).ok()).unwrap_or(200);
    let Some(body) = bytes(test) else {
        return vec![("the case's body".to_owned(), "base64".to_owned(), test["body"].to_string())];
    };
    let script = Script::new(status, &test["headers"], body);
    let outcome = call(text(&case["operation"]), config(&script, "example.com", case), case["input"].clone()).await;
    let mut found = Differences::new();
    let params = &case["params"];
    match outcome {
        Ok((output, blank, _)) if !is_error && case["rounded"] == true => {
            compare(&mut found, "output", &rounded(params.clone()), &rounded(output), Some(&blank));
        }
        Ok((output, blank, _)) if !is_error => compare(&mut found, "output", params, &output, Some(&blank)),
        Err(Failure { modeled: Some((name, members, blank)), code, .. }) if is_error => {
            differ(&mut found, "error", text(&case["error"]), name);
            if let Some(expected) = test["vendorParams"]["code"].as_str() {
                differ(&mut found, "error code", expected, &code);
            }
            compare(&mut found, "error", params, &without(members, &case["added"]), Some(&blank));
        }
        Ok((output, ..)) => found.push(("outcome".to_owned(), text(&case["error"]).to_owned(), output.to_string())),
        Err(Failure { text, .. }) => {
            let expected = if is_error { self::text(&case["error"]) } else { "an output" };
            found.push(("outcome".to_owned(), expected.to_owned(), text));
        }
    }
    found
}

/// An error's members without those that its model doesn't have: cases say nothing of them.
fn without(mut members: Value, added: &Value) -> Value {
    for name in added.as_array().into_iter().flatten().filter_map(Value::as_str) {
        if let Some(members) = members.as_object_mut() {
            members.remove(name);
        }
    }
    members
}

// ── Small change ──

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn texts(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().map(text)
}
