//! `requests` and `client_side`: what is sent for an input, or that the input is refused.

use super::refused;
use crate::call::{Lab, Settings};
use crate::case::{Case, Malformed, Response, present};
use crate::compare::{ABSENT, ANY_UUID, Findings, matches_text};
use crate::rules::{Id, path_changing};
use crate::script::Sent;
use crate::services::Operation;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Expectation {
    request: Option<Request>,
    /// The recorded client's words, one a problem.
    client_error: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Request {
    method: String,
    path: String,
    query: String,
    headers: BTreeMap<String, String>,
    #[serde(default)]
    body: Value,
    /// `content-length`, where there is no body; `null` for none.
    #[serde(default, deserialize_with = "present")]
    content_length: Option<Value>,
}

/// Headers that belong to the client rather than the operation: each client has its own, or they are compared elsewhere.
const CLIENTS_OWN: [&str; 8] = [
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "authorization",
    "content-length",
    "host",
    "user-agent",
    "x-amz-date",
    "x-amz-user-agent",
];

pub(super) fn judge(lab: &Lab, case: &Case, operation: &Operation, findings: &mut Findings) -> Result<(), Malformed> {
    let expectation: Expectation = case.expectation()?;
    let called = lab.call(operation, &Settings::default(), &case.input, Response::empty_object())?;
    findings.refused = called.failure().is_some_and(|failure| failure.refused);
    let request = match (&expectation.request, &expectation.client_error) {
        (Some(request), None) => request,
        (None, Some(words)) => {
            let members: Vec<_> = words.iter().filter_map(|words| named_member(words)).collect();
            refused(findings, Id::OwnWords, &called, &members, &words.join("; "));
            return Ok(());
        }
        _ => return Err(Malformed::new("expected either `request` or `client_error`")),
    };
    let labels = path_changing(&case.input, &request.path);
    if !labels.is_empty() {
        let why = format!("the path would be {}", request.path);
        refused(findings, Id::PathChangingLabel, &called, &labels, &why);
        return Ok(());
    }
    let Some(sent) = called.sent.first() else {
        findings.differ("outcome", format!("{} {} is sent", request.method, request.path), called.describe());
        return Ok(());
    };
    if called.sent.len() > 1 {
        findings.differ("requests", "1", called.sent.len().to_string());
    }
    compare(findings, request, sent);
    if request.has_token() {
        new_each_time(lab, case, operation, findings)?;
    }
    Ok(())
}

fn compare(findings: &mut Findings, request: &Request, sent: &Sent) {
    findings.text("method", &request.method, &sent.method);
    findings.text("path", &request.path, &sent.target.path);
    findings.query("query", &request.query, &sent.target.query);
    findings.body("body", &request.body, &sent.body);
    for (name, value) in &request.headers {
        let actual = sent.headers.get(name);
        if !actual.is_some_and(|actual| matches_text(value, actual)) {
            findings.differ(format!("header {name}"), value, actual.map_or(ABSENT, String::as_str));
        }
    }
    for (name, value) in operations_own(sent) {
        if !request.headers.contains_key(name) {
            findings.differ(format!("header {name}"), ABSENT, value);
        }
    }
    if let Some(length) = &request.content_length {
        let actual = sent.headers.get("content-length").map(String::as_str);
        findings.optional("header content-length", length.as_str(), actual);
    }
}

fn operations_own(sent: &Sent) -> impl Iterator<Item = (&String, &String)> {
    sent.headers.iter().filter(|(name, _)| !CLIENTS_OWN.contains(&name.as_str()))
}

impl Request {
    /// Whether the client makes up a token for it.
    fn has_token(&self) -> bool {
        self.headers.values().any(|value| value == ANY_UUID) || self.body.to_string().contains(ANY_UUID)
    }
}

/// Requires that two calls of one client have different tokens.
fn new_each_time(lab: &Lab, case: &Case, operation: &Operation, findings: &mut Findings) -> Result<(), Malformed> {
    let answers = [Response::empty_object(), Response::empty_object()];
    let calls = lab.calls(operation, &Settings::default(), &case.input, &answers)?;
    let carried: Vec<_> = calls
        .iter()
        .flat_map(|called| &called.sent)
        .map(|sent| (operations_own(sent).collect::<Vec<_>>(), &sent.body))
        .collect();
    if let [first, second] = carried.as_slice()
        && first == second
    {
        findings.differ("token", "a new one for each call", "the same one twice");
    }
    Ok(())
}

/// The member that the recorded client's words are about: the last step of its path.
fn named_member(words: &str) -> Option<&str> {
    let path = match words.split_once("for parameter ") {
        Some((_, rest)) => rest.split(',').next()?,
        None => words.split('"').nth(1)?,
    };
    let step = path.rsplit('.').next()?;
    step.split(|c: char| !c.is_alphanumeric()).find(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::named_member;

    #[test]
    fn the_member_is_found_in_the_recorded_words() {
        for (words, member) in [
            ("Missing required parameter in input: \"networkId\"", Some("networkId")),
            ("Missing required parameter in users[0]: \"username\"", Some("username")),
            ("Unknown parameter in input: \"zz\", must be one of: a, b", Some("zz")),
            ("Invalid length for parameter users[0].username, value: 0, valid min length: 1", Some("username")),
            ("Invalid length for parameter userIds[3], value: 0, valid min length: 1", Some("userIds")),
            ("Something else", None),
        ] {
            assert_eq!(named_member(words), member, "{words}");
        }
    }
}
