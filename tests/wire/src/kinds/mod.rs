//! What each kind of case expects.
//!
//! In: a case, its operation, and a [`Lab`] to call it in. Out: [`Findings`], or a case that makes no sense.

mod endpoints;
mod errors;
mod pagination;
mod requests;
mod responses;
mod sigv4;

use crate::call::{Called, Lab};
use crate::case::{Case, Malformed};
use crate::compare::{Findings, names};
use crate::rules::{Id, refused_setting};
use crate::services::Operation;

/// Judges one case.
pub(crate) type Judge = fn(&Lab, &Case, &Operation, &mut Findings) -> Result<(), Malformed>;

/// The kinds, by the name in a file's `kind`.
pub(crate) const KINDS: [(&str, Judge); 7] = [
    ("requests", requests::judge),
    ("client_side", requests::judge),
    ("responses", responses::judge),
    ("errors", errors::judge),
    ("sigv4", sigv4::judge),
    ("endpoints", endpoints::judge),
    ("pagination", pagination::judge),
];

/// Whether our client refuses such settings; then it is required to.
fn refuses(findings: &mut Findings, called: &Called, endpoint: Option<&str>, region: Option<&str>) -> bool {
    let Some(setting) = refused_setting(endpoint, region) else { return false };
    let why = format!("of endpoint {endpoint:?}, region {region:?}");
    refused(findings, Id::RefusedEndpoint, called, &[setting], &why);
    true
}

/// Requires an error that names members, and that nothing was sent.
fn refused(findings: &mut Findings, rule: Id, called: &Called, members: &[&str], why: &str) {
    findings.rule(rule);
    if let Some(sent) = called.sent.first() {
        let target = &sent.target;
        findings.differ("outcome", format!("nothing sent: {why}"), format!("sent {} {}", sent.method, target.path));
        return;
    }
    let Some(failure) = called.failure() else {
        findings.differ("outcome", format!("an error: {why}"), called.describe());
        return;
    };
    for member in members.iter().filter(|member| !names(&failure.text, member)) {
        findings.differ("error", format!("names {member}: {why}"), failure.text.clone());
    }
}
