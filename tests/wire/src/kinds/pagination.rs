//! `pagination`: all pages of a list, one request after the other.

use crate::call::Lab;
use crate::case::{Case, Malformed, Response};
use crate::compare::Findings;
use crate::rules::Id;
use crate::script::Sent;
use crate::services::{Failure, Operation, Paging};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Expectation {
    script: Vec<Response>,
    requests: Vec<Request>,
    items: Vec<Value>,
    pages: usize,
    error: Option<End>,
    page_size: Option<i32>,
    starting_token: Option<String>,
}

#[derive(Deserialize)]
struct Request {
    path: String,
    query: String,
    #[serde(default)]
    body: Value,
}

/// How the pages ended, other than well.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum End {
    RepeatedToken,
    Service { code: String },
}

pub(super) fn judge(lab: &Lab, case: &Case, operation: &Operation, findings: &mut Findings) -> Result<(), Malformed> {
    let expectation: Expectation = case.expectation()?;
    let mut paging = Paging { size: expectation.page_size, start: expectation.starting_token.clone(), by_item: true };
    let (by_item, sent) = lab.pages(operation, &case.input, &paging, &expectation.script)?;
    requests(findings, "request", &expectation.requests, &sent);
    items(findings, &expectation.items, &by_item.items);
    end(findings, "error of items", &expectation.error, by_item.error.as_ref());

    paging.by_item = false;
    let (by_page, sent) = lab.pages(operation, &case.input, &paging, &expectation.script)?;
    requests(findings, "by-page request", &expectation.requests, &sent);
    findings.text("pages", &expectation.pages.to_string(), &by_page.pages.to_string());
    end(findings, "error of pages", &expectation.error, by_page.error.as_ref());
    findings.refused = by_page.error.is_some_and(|error| error.refused);
    Ok(())
}

fn requests(findings: &mut Findings, what: &str, expected: &[Request], actual: &[Sent]) {
    if expected.len() != actual.len() {
        findings.differ(format!("number of {what}s"), expected.len().to_string(), actual.len().to_string());
    }
    for (index, (expected, actual)) in expected.iter().zip(actual).enumerate() {
        let what = |part| format!("{what} {} {part}", index + 1);
        findings.text(&what("path"), &expected.path, &actual.target.path);
        findings.query(&what("query"), &expected.query, &actual.target.query);
        findings.body(&what("body"), &expected.body, &actual.body);
    }
}

fn items(findings: &mut Findings, expected: &[Value], actual: &[Value]) {
    if expected.len() != actual.len() {
        findings.differ("number of items", expected.len().to_string(), actual.len().to_string());
    }
    for (index, (expected, actual)) in expected.iter().zip(actual).enumerate() {
        findings.members(&format!("items[{index}]"), expected, actual, &Value::Null);
    }
}

fn end(findings: &mut Findings, what: &str, expected: &Option<End>, actual: Option<&Failure>) {
    let shown = || actual.map_or("no error", |failure| &failure.text);
    match expected {
        Some(End::Service { code }) => {
            if actual.and_then(|failure| failure.code.as_ref()) != Some(code) {
                findings.differ(what, code, shown());
            }
        }
        Some(End::RepeatedToken) => {
            findings.rule(Id::RepeatedToken);
            findings.text(what, "no error", shown());
        }
        None => findings.text(what, "no error", shown()),
    }
}
