//! `responses`: what an operation makes of an answer.

use crate::call::{Called, Lab, Settings};
use crate::case::{Case, Malformed, Response, present};
use crate::compare::Findings;
use crate::services::{Operation, Outcome};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Expectation {
    response: Response,
    #[serde(flatten)]
    read: Read,
}

/// What was read from the response.
#[derive(Deserialize)]
pub(super) struct Read {
    #[serde(default, deserialize_with = "present")]
    parsed: Option<Value>,
    /// The recorded client could not read it.
    #[serde(default, deserialize_with = "present")]
    parse_error: Option<Value>,
    #[serde(default, deserialize_with = "present")]
    request_id: Option<Value>,
}

pub(super) fn judge(lab: &Lab, case: &Case, operation: &Operation, findings: &mut Findings) -> Result<(), Malformed> {
    let Expectation { response, read } = case.expectation()?;
    let called = lab.call(operation, &Settings::default(), &case.input, response)?;
    compare(findings, &read, &called)
}

/// Compares a call's result with what was read.
pub(super) fn compare(findings: &mut Findings, read: &Read, called: &Called) -> Result<(), Malformed> {
    if called.sent.is_empty() {
        findings.differ("outcome", "the request is sent", called.describe());
        return Ok(());
    }
    match (&read.parsed, &read.parse_error, &called.outcome) {
        (Some(parsed), None, Outcome::Answered(answer)) => {
            findings.members("output", parsed, &answer.output, &answer.blank);
            if let Some(id) = &read.request_id {
                findings.optional("request id", id.as_str(), answer.request_id.as_deref());
            }
        }
        (Some(parsed), None, Outcome::Failed(_)) => {
            findings.differ("outcome", format!("success: {parsed}"), called.describe());
        }
        (None, Some(_), Outcome::Failed(_)) => {}
        (None, Some(error), Outcome::Answered(_)) => {
            findings.differ("outcome", format!("an error, as {error}"), called.describe());
        }
        _ => return Err(Malformed::new("expected either `parsed` or `parse_error`")),
    }
    Ok(())
}
