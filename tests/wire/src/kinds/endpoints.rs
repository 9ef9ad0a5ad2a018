//! `endpoints`: where requests go.

use super::refuses;
use crate::call::{Lab, Settings};
use crate::case::{Case, Malformed, Response};
use crate::compare::{Findings, Target};
use crate::rules::Id;
use crate::services::Operation;
use serde::Deserialize;

/// A row that is about the client: what it makes of an endpoint with a path.
const BASE_PATH: &str = "base-path";

/// What stands before the suffix in those rows.
const LOOPBACK: &str = "http://127.0.0.1:8080";

#[derive(Deserialize)]
struct Expectation {
    source: String,
    // A row of the rules.
    region: Option<String>,
    #[serde(default)]
    use_fips: bool,
    #[serde(default)]
    use_dualstack: bool,
    endpoint: Option<String>,
    url: Option<String>,
    error: Option<String>,
    client: Option<Client>,
    // A row of base paths.
    endpoint_suffix: Option<String>,
    path: Option<String>,
    query: Option<String>,
}

/// What the whole recorded client did with a row of the rules.
#[derive(Deserialize)]
struct Client {
    error: Option<String>,
}

pub(super) fn judge(lab: &Lab, case: &Case, operation: &Operation, findings: &mut Findings) -> Result<(), Malformed> {
    let row: Expectation = case.expectation()?;
    let endpoint = match (&row.endpoint_suffix, row.source.as_str()) {
        (Some(suffix), BASE_PATH) => Some(format!("{LOOPBACK}{suffix}")),
        (None, BASE_PATH) => return Err(Malformed::new("a base-path row needs `endpoint_suffix`")),
        _ => row.endpoint.clone(),
    };
    let base_path = row.source == BASE_PATH;
    let settings = Settings {
        region: row.region.clone().or_else(|| base_path.then(|| "us-east-1".to_owned())),
        endpoint,
        use_fips: row.use_fips,
        use_dual_stack: row.use_dualstack,
        ..Settings::default()
    };
    let called = lab.call(operation, &settings, &case.input, Response::empty_object())?;
    if refuses(findings, &called, settings.endpoint.as_deref(), settings.region.as_deref()) {
        return Ok(());
    }
    let sent = called.sent.first().map(|sent| &sent.target);
    match (&row.error, &row.path, &row.url) {
        (Some(error), ..) => match sent {
            Some(target) => findings.differ("outcome", format!("error: {error}"), format!("sent to {}", url(target))),
            // The rules' words are the model's own; the recorded client's classes are not ours.
            None if !base_path && !called.describe().contains(error) => {
                findings.differ("error", error, called.describe());
            }
            None => {}
        },
        (None, Some(path), _) if base_path => match sent {
            Some(target) => {
                findings.text("origin", LOOPBACK, &target.origin);
                findings.text("path", path, &target.path);
                findings.query("query", row.query.as_deref().unwrap_or_default(), &target.query);
            }
            None => findings.differ("outcome", format!("sent to {path}"), called.describe()),
        },
        (None, _, Some(expected)) if !base_path => {
            resolved(findings, &row, expected, operation, sent, || called.describe())
        }
        _ => return Err(Malformed::new("expected `error`, or `url`, or `path` of a base-path row")),
    }
    Ok(())
}

/// Compares where the request went with what the rules say.
fn resolved(
    findings: &mut Findings,
    row: &Expectation,
    expected: &str,
    operation: &Operation,
    sent: Option<&Target>,
    describe: impl Fn() -> String,
) {
    let unusable = row.client.as_ref().and_then(|client| client.error.as_deref());
    if unusable.is_some() {
        findings.rule(Id::UnusableEndpoint);
    }
    let Some(actual) = sent else {
        if unusable.is_none() {
            findings.differ("outcome", format!("sent to {expected}"), describe());
        }
        return;
    };
    let expected = Target::parse(expected);
    findings.origin(&expected.origin, &actual.origin);
    let base = expected.path.strip_suffix('/').unwrap_or(&expected.path);
    match operation.uri.contains('{') {
        false => findings.text("path", &format!("{base}{}", operation.uri), &actual.path),
        true if actual.path.starts_with(base) => {}
        true => findings.differ("path", format!("{base}…"), &actual.path),
    }
}

fn url(target: &Target) -> String {
    format!("{}{}", target.origin, target.path)
}
