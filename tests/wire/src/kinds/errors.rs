//! `errors`: what an error response is reported as.

use super::responses::{self, Read};
use crate::call::{Lab, Settings};
use crate::case::{Case, Malformed, Response, present};
use crate::compare::Findings;
use crate::rules::Id;
use crate::services::{Failure, Modeled, Operation, Outcome};
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
struct Expectation {
    response: Response,
    #[serde(deserialize_with = "present")]
    reported: Option<Value>,
    #[serde(flatten)]
    read: Read,
}

#[derive(Deserialize)]
struct Reported {
    #[serde(default)]
    code: Value,
    #[serde(default)]
    message: Value,
    status: u16,
    #[serde(default)]
    request_id: Option<String>,
    exception: String,
    #[serde(default)]
    modeled: Map<String, Value>,
}

/// The recorded client's class for errors that its model doesn't describe.
const UNMODELED: &str = "ClientError";

pub(super) fn judge(lab: &Lab, case: &Case, operation: &Operation, findings: &mut Findings) -> Result<(), Malformed> {
    let Expectation { response, reported, read } = case.expectation()?;
    let called = lab.call(operation, &Settings::default(), &case.input, response.clone())?;
    let Some(reported) = reported.filter(|reported| !reported.is_null()) else {
        return responses::compare(findings, &read, &called);
    };
    let reported = Reported::deserialize(reported).map_err(Malformed::new)?;
    match &called.outcome {
        Outcome::Failed(failure) if !called.sent.is_empty() => {
            compare(findings, operation, &reported, &response, failure);
        }
        _ => findings.differ("outcome", format!("the error {}", reported.code), called.describe()),
    }
    Ok(())
}

fn compare(
    findings: &mut Findings,
    operation: &Operation,
    reported: &Reported,
    response: &Response,
    failure: &Failure,
) {
    findings.json("status", &reported.status.into(), &failure.status.into());
    if let Some(id) = gateways_answer(reported, response) {
        findings.rule(Id::GatewayAnswer);
        let code = response.header("x-amzn-errortype").map_or(reported.code.clone(), |code| shape_name(code).into());
        let known = code.as_str().is_some_and(|code| operation.errors.contains(&code));
        let exception = if known { code.as_str().unwrap_or_default() } else { UNMODELED };
        let body = response.body();
        let text = Some(body.trim()).filter(|text| !text.is_empty());
        findings.json("code", &code, &failure.code.clone().into());
        findings.optional("request id", Some(id), failure.request_id.as_deref());
        findings.optional("message", text, failure.message.as_deref());
        modeled(findings, reported, exception, failure);
    } else {
        findings.json("code", &reported.code, &failure.code.clone().into());
        findings.optional("request id", reported.request_id.as_deref(), failure.request_id.as_deref());
        message(findings, reported, response, failure);
        let known = operation.errors.contains(&reported.exception.as_str()) || reported.exception == UNMODELED;
        if !known {
            findings.rule(Id::OtherOperationsError);
        }
        modeled(findings, reported, if known { &reported.exception } else { UNMODELED }, failure);
    }
}

/// The request id of a gateway's answer: [`Id::GatewayAnswer`].
fn gateways_answer<'a>(reported: &Reported, response: &'a Response) -> Option<&'a str> {
    let dropped = response.status >= 500 && reported.request_id.is_none();
    dropped.then(|| response.header("x-amzn-requestid")).flatten()
}

/// `ns#Name:http://…` names the shape `Name`.
fn shape_name(code: &str) -> &str {
    let code = code.split(':').next().unwrap_or(code);
    code.rsplit('#').next().unwrap_or(code)
}

fn message(findings: &mut Findings, reported: &Reported, response: &Response, failure: &Failure) {
    if reported.message != "" {
        findings.json("message", &reported.message, &failure.message.clone().into());
    } else if let Some(text) = other_message(response) {
        findings.rule(Id::ErrorMessage);
        findings.optional("message", Some(&text), failure.message.as_deref());
    } else {
        findings.rule(Id::NoMessage);
        findings.text("message", "", failure.message.as_deref().unwrap_or_default());
    }
}

/// The message in a member that the recorded client doesn't read: [`Id::ErrorMessage`].
fn other_message(response: &Response) -> Option<String> {
    let body: Value = serde_json::from_str(&response.body()).ok()?;
    let member = ["errorMessage", "error_message"].iter().find_map(|name| body.get(name)?.as_str())?;
    (!member.is_empty()).then(|| member.to_owned())
}

fn modeled(findings: &mut Findings, reported: &Reported, exception: &str, failure: &Failure) {
    let name = match &failure.modeled {
        None => UNMODELED,
        Some(Modeled { name, .. }) => name.unwrap_or("an error that services.rs does not list"),
    };
    findings.text("exception", exception, name);
    let Some(modeled) = &failure.modeled else {
        return;
    };
    let mut members = modeled.members.clone();
    if let Some(members) = members.as_object_mut() {
        take_filled_message(findings, reported, failure, members);
    }
    findings.members("modeled", &Value::Object(reported.modeled.clone()), &members, &modeled.blank);
}

/// Takes out a message member that equals the error's message: [`Id::MessageMember`].
fn take_filled_message(
    findings: &mut Findings,
    reported: &Reported,
    failure: &Failure,
    members: &mut Map<String, Value>,
) {
    let filled = |name: &str, value: &Value| {
        name.eq_ignore_ascii_case("message")
            && !reported.modeled.contains_key(name)
            && value.as_str().is_some_and(|text| !text.is_empty() && Some(text) == failure.message.as_deref())
    };
    let before = members.len();
    members.retain(|name, value| !filled(name, value));
    if members.len() < before {
        findings.rule(Id::MessageMember);
    }
}
