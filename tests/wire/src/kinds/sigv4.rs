//! `sigv4`: the signature, to the last byte.

use super::{refused, refuses};
use crate::call::{Called, Lab, Settings};
use crate::case::{Case, Malformed, Response};
use crate::compare::{Findings, Target, base_path};
use crate::rules::{Id, path_changing};
use crate::script::Sent;
use crate::services::Operation;
use aws_smithy_types::date_time::{DateTime, Format};
use sdk_runtime::config::Credentials;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::SystemTime;

#[derive(Deserialize)]
struct Expectation {
    region: String,
    credentials: Keys,
    /// The clock, such as `20240201T010203Z`.
    time: String,
    request: Request,
    #[serde(default)]
    canonical_request: String,
    x_amz_date: String,
    authorization: String,
}

#[derive(Deserialize)]
struct Keys {
    access_key_id: String,
    secret_access_key: String,
    session_token: Option<String>,
}

#[derive(Deserialize)]
struct Request {
    method: String,
    url: String,
    /// Those that are signed, but for `host`.
    headers: BTreeMap<String, String>,
    #[serde(default)]
    body: String,
}

pub(super) fn judge(lab: &Lab, case: &Case, operation: &Operation, findings: &mut Findings) -> Result<(), Malformed> {
    let expectation: Expectation = case.expectation()?;
    let request = &expectation.request;
    let target = Target::parse(&request.url);
    let keys = &expectation.credentials;
    let mut settings = Settings {
        region: Some(expectation.region.clone()),
        endpoint: Some(format!("{}{}", target.origin, base_path(&target.path, operation.uri))),
        credentials: Credentials::new(
            &keys.access_key_id,
            &keys.secret_access_key,
            keys.session_token.clone(),
            None,
            "sdk-wire",
        ),
        time: clock(&expectation.time)?,
        ..Settings::default()
    };
    let mut called = lab.call(operation, &settings, &case.input, Response::empty_object())?;
    if refuses(findings, &called, settings.endpoint.as_deref(), settings.region.as_deref()) {
        return Ok(());
    }
    let labels = path_changing(&case.input, &target.path);
    if !labels.is_empty() {
        let why = format!("the path would be {}", target.path);
        refused(findings, Id::PathChangingLabel, &called, &labels, &why);
        return Ok(());
    }
    if is_other_text(&called, &request.body) {
        findings.rule(Id::BodyText);
        settings.body = Some(request.body.clone());
        called = lab.call(operation, &settings, &case.input, Response::empty_object())?;
    }
    match called.sent.first() {
        Some(sent) => compare(findings, &expectation, &target, sent),
        None => findings.differ("outcome", format!("{} {} is sent", request.method, target.path), called.describe()),
    }
    Ok(())
}

/// Whether our body is the same JSON in other bytes: [`Id::BodyText`].
fn is_other_text(called: &Called, recorded: &str) -> bool {
    let Some(sent) = called.sent.first().filter(|sent| sent.body != recorded.as_bytes()) else {
        return false;
    };
    let ours = serde_json::from_slice::<Value>(&sent.body);
    ours.is_ok_and(|ours| serde_json::from_str::<Value>(recorded).is_ok_and(|recorded| recorded == ours))
}

fn compare(findings: &mut Findings, expectation: &Expectation, target: &Target, sent: &Sent) {
    let request = &expectation.request;
    findings.text("method", &request.method, &sent.method);
    findings.origin(&target.origin, &sent.target.origin);
    findings.text("path", &target.path, &sent.target.path);
    findings.query("query", &target.query, &sent.target.query);
    findings.text("body", &request.body, &String::from_utf8_lossy(&sent.body));
    for (name, value) in &request.headers {
        let actual = sent.headers.get(name).map(String::as_str);
        findings.optional(&format!("header {name}"), Some(value), actual);
    }
    let header = |name| sent.headers.get(name).map_or("", String::as_str);
    findings.text("x-amz-date", &expectation.x_amz_date, header("x-amz-date"));
    let signed = |authorization: &str| -> String {
        let list = authorization.split_once("SignedHeaders=").map_or("", |(_, rest)| rest);
        list.split(',').next().unwrap_or_default().to_owned()
    };
    let (expected, actual) = (expectation.authorization.as_str(), header("authorization"));
    findings.text("signed headers", &signed(expected), &signed(actual));
    if expected != actual {
        let canonical = expectation.canonical_request.replace('\n', "\\n");
        findings.differ("authorization", format!("{expected}  (of {canonical})"), actual);
    }
}

/// Reads `20240201T010203Z`.
fn clock(text: &str) -> Result<SystemTime, Malformed> {
    let unreadable = || Malformed(format!("`time` is no time like 20240201T010203Z: {text:?}"));
    let part = |from: usize, to: usize| text.get(from..to).ok_or_else(unreadable);
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    let (hour, minute, second) = (part(9, 11)?, part(11, 13)?, part(13, 15)?);
    let text = format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z");
    let time = DateTime::from_str(&text, Format::DateTime).map_err(|_| unreadable())?;
    SystemTime::try_from(time).map_err(|_| unreadable())
}
