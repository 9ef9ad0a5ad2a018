//! Runs Smithy's protocol compliance tests against a generated crate: `cargo xtask conformance` builds this beside it.
//!
//! In: `cases.json`, which `codegen::conformance` makes of a model. Out: each failure with what was expected and what was
//! there, and the counts. A request test sends its input to an HTTP client that keeps the request; a response test plays
//! its answer to one that is asked. Nothing here knows a case by name.

#![allow(dead_code, unused_variables, reason = "a crate may have no operations, or no errors")]

mod cbor;
mod events;
mod xml;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::base64;
use aws_smithy_types::body::SdkBody;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{Config, Credentials, Region};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

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

// ── The HTTP client ──

/// Keeps the request and plays the answer.
#[derive(Clone, Debug)]
struct Script {
    sent: Arc<Mutex<Option<Sent>>>,
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// A request as it was handed to the HTTP client.
#[derive(Clone, Debug)]
struct Sent {
    method: String,
    host: String,
    path: String,
    query: Vec<String>,
    /// By lower-case name; several values of one name joined by commas.
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Script {
    fn new(status: u16, headers: &Value, body: Vec<u8>) -> Self {
        let headers = headers.as_object().into_iter().flatten();
        let headers = headers.map(|(name, value)| (name.clone(), text(value).to_owned())).collect();
        Self { sent: Arc::default(), status, headers, body }
    }
}

impl Sent {
    fn of(request: &HttpRequest) -> Self {
        let uri = request.uri();
        let rest = uri.split_once("://").map_or(uri, |(_, rest)| rest);
        let (host, target) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut headers = BTreeMap::<String, String>::new();
        for (name, value) in request.headers() {
            let values = headers.entry(name.to_ascii_lowercase()).or_default();
            values.push_str(if values.is_empty() { "" } else { ", " });
            values.push_str(value.trim());
        }
        let body = request.body().bytes().unwrap_or_default().to_vec();
        // Transports say how long a body is.
        if !body.is_empty() {
            headers.entry("content-length".to_owned()).or_insert_with(|| body.len().to_string());
        }
        Self {
            method: request.method().to_owned(),
            host: host.to_owned(),
            path: path.to_owned(),
            query: query.split('&').filter(|pair| !pair.is_empty()).map(str::to_owned).collect(),
            headers,
            body,
        }
    }
}

impl HttpConnector for Script {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        *self.sent.lock().unwrap_or_else(PoisonError::into_inner) = Some(Sent::of(&request));
        let mut response = http::Response::builder().status(self.status);
        for (name, value) in &self.headers {
            response = response.header(name, value);
        }
        let response = response.body(SdkBody::from(self.body.clone())).expect("a case's answer is one");
        let response = HttpResponse::try_from(response).expect("a case's answer is one");
        let (sent, body) = (self.sent.clone(), request.into_body());
        if body.bytes().is_some() {
            return HttpConnectorFuture::ready(Ok(response));
        }
        // A stream is read before it is answered.
        HttpConnectorFuture::new(async move {
            let body = sdk_runtime::primitives::ByteStream::new(body).collect().await;
            let body = body.map_err(|error| ConnectorError::user(error.into()))?.to_vec();
            if let Some(sent) = sent.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
                sent.body = body;
            }
            Ok(response)
        })
    }
}

impl HttpClient for Script {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

fn config(script: &Script, host: &str, settings: &Value) -> Config {
    let mut config = Config::builder();
    // Who says what a client is set to wants the host that follows from it.
    let endpoint = settings.is_null().then(|| format!("https://{host}"));
    config.set_endpoint_url(endpoint).set_region(Some(Region::new("us-east-1")));
    for (name, value) in settings.as_object().into_iter().flatten() {
        match name.as_str() {
            "region" => drop(config.set_region(Some(Region::new(text(value).to_owned())))),
            "use_dual_stack" => drop(config.set_use_dual_stack(value.as_bool())),
            // The model's names live as long as its cases, which are read once.
            own => config.context_mut().set(Box::leak(own.to_owned().into_boxed_str()), value.as_bool()),
        }
    }
    config
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "not-a-secret", None, None, "conformance"))
        .retry_config(RetryConfig::disabled())
        .idempotency_token_provider(TOKEN)
        .http_client(script.clone())
        .build()
}

// ── Requests ──

async fn request(case: &Value) -> Differences {
    let test = &case["test"];
    let script = Script::new(200, &Value::Null, Vec::new());
    let host = test["host"].as_str().unwrap_or("example.com");
    let outcome = call(text(&case["operation"]), config(&script, host, &case["settings"]), case["input"].clone()).await;
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

fn compare_cbor(found: &mut Differences, expected: &[u8], actual: &[u8]) {
    match (cbor::parse(expected), cbor::parse(actual)) {
        (Some(wanted), Some(body)) => compare(found, "body", &wanted, &body, None),
        _ => found.push(("body".to_owned(), format!("{expected:x?}"), format!("{actual:x?}"))),
    }
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

fn compare_body(found: &mut Differences, expected: &str, media_type: Option<&str>, actual: &[u8], rounded: bool) {
    let written = String::from_utf8_lossy(actual);
    let is = |kind: &str| media_type.is_some_and(|media_type| media_type.ends_with(kind));
    if is("json")
        && let (Ok(wanted), Ok(body)) = (serde_json::from_str::<Value>(expected), serde_json::from_slice::<Value>(actual))
    {
        let [wanted, body] = [wanted, body].map(|value| if rounded { self::rounded(value) } else { value });
        return compare(found, "body", &wanted, &body, None);
    }
    let is_same = match (xml::parse(expected), xml::parse(&written)) {
        (Some(wanted), Some(body)) if is("xml") => wanted == body,
        _ if is("form-urlencoded") => pairs(expected) == pairs(&written),
        _ => false,
    };
    if !is_same {
        differ(found, "body", expected, &written);
    }
}

/// The pairs of a form, in an order of their own; cases break lines between them.
fn pairs(form: &str) -> Vec<&str> {
    let mut pairs: Vec<&str> = form.split('&').map(str::trim).collect();
    pairs.sort_unstable();
    pairs
}

// ── Responses ──

async fn response(case: &Value, is_error: bool) -> Differences {
    let test = &case["test"];
    let status = test["code"].as_u64().and_then(|code| u16::try_from(code).ok()).unwrap_or(200);
    let Some(body) = bytes(test) else {
        return vec![("the case's body".to_owned(), "base64".to_owned(), test["body"].to_string())];
    };
    let script = Script::new(status, &test["headers"], body);
    let outcome = call(text(&case["operation"]), config(&script, "example.com", &case["settings"]), case["input"].clone()).await;
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
            compare(&mut found, "error", params, &members, Some(&blank));
        }
        Ok((output, ..)) => found.push(("outcome".to_owned(), text(&case["error"]).to_owned(), output.to_string())),
        Err(Failure { text, .. }) => {
            let expected = if is_error { self::text(&case["error"]) } else { "an output" };
            found.push(("outcome".to_owned(), expected.to_owned(), text));
        }
    }
    found
}

/// Compares JSON. With a `blank`, what was read may have members more than expected: zero values of required members
/// and the model's defaults.
fn compare(found: &mut Differences, what: &str, expected: &Value, actual: &Value, blank: Option<&Value>) {
    match (expected, actual) {
        (Value::Object(wanted), Value::Object(members)) => {
            for (name, value) in members.iter().filter(|(name, _)| !wanted.contains_key(*name)) {
                let is_filled = blank.is_some_and(|blank| is_zero(value) || blank.get(name) == Some(value));
                if !is_filled {
                    found.push((format!("{what}.{name}"), "(absent)".to_owned(), value.to_string()));
                }
            }
            for (name, wanted) in wanted {
                let what = format!("{what}.{name}");
                let inner = blank.map(|blank| blank.get(name).unwrap_or(&Value::Null));
                match members.get(name) {
                    Some(value) => compare(found, &what, wanted, value, inner),
                    // A member that is `null` in `params` is one that is absent.
                    None if wanted.is_null() && blank.is_some() => {}
                    None => found.push((what, wanted.to_string(), "(absent)".to_owned())),
                }
            }
        }
        (Value::Array(wanted), Value::Array(items)) if wanted.len() == items.len() => {
            for (index, (wanted, item)) in wanted.iter().zip(items).enumerate() {
                compare(found, &format!("{what}[{index}]"), wanted, item, blank);
            }
        }
        (Value::Number(wanted), Value::Number(number)) if is_close(wanted.as_f64(), number.as_f64()) => {}
        _ if expected == actual => {}
        _ => found.push((what.to_owned(), expected.to_string(), actual.to_string())),
    }
}

/// A value whose texts that are numbers have no more digits than surely survive in a float of 64 bits.
fn rounded(value: Value) -> Value {
    match value {
        Value::String(text) => text.parse::<f64>().map_or(Value::String(text), |number| format!("{number:.14e}").into()),
        Value::Array(items) => items.into_iter().map(rounded).collect(),
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, rounded(value))).collect(),
        other => other,
    }
}

/// Whether numbers are equal but for what a 32-bit float loses.
fn is_close(a: Option<f64>, b: Option<f64>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    a == b || (a.fract() != 0.0 && (a - b).abs() <= a.abs() * 1e-6)
}

fn is_zero(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.values().all(is_zero),
        other => [json!(null), json!(false), json!(0), json!(0.0), json!(""), json!([])].contains(other),
    }
}

// ── Small change ──

fn differ(found: &mut Differences, what: &str, expected: &str, actual: &str) {
    if expected != actual {
        let mut shown = String::new();
        let _ = write!(shown, "{actual}");
        found.push((what.to_owned(), expected.to_owned(), shown));
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn texts(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().map(text)
}
