//! What Wickr's documentation says in prose about the values it takes.
//!
//! In: input that the model allows. Out: every field that holds what it may not, as the reasons of a `ValidationError`.

use crate::model::Object;
use crate::request::{Problem, Reason};
use serde_json::Value;

/// Members of the settings that take only certain numbers, by JSON pointer.
const NUMBERS: &[(&str, &[i64], &str)] = &[
    ("/shredder/intensity", &[0, 20, 60, 100], "Use 0, 20, 60, or 100"),
    ("/federationMode", &[0, 1, 2], "Use 0, 1, or 2"),
    ("/maxAutoDownloadSize", &[512_000, 7_340_032], "Use 512000 or 7340032"),
];

/// Settings that are valid only while another one is on.
const NEEDS: &[(&str, &str)] = &[
    ("/calling/canVideoCall", "/calling/canStart11Call"),
    ("/enableGuestFederation", "/globalFederation"),
    ("/enableRestrictedGlobalFederation", "/globalFederation"),
    ("/forceOpenAccess", "/enableOpenAccessOption"),
    ("/locationAllowMaps", "/locationEnabled"),
    ("/maxAutoDownloadSize", "/enableFileDownload"),
];

/// Collects what is wrong.
#[derive(Debug, Default)]
pub(super) struct Rules(Vec<Reason>);

impl Rules {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Fine, or everything that isn't.
    pub(super) fn check(self) -> Result<(), Problem> {
        if self.0.is_empty() { Ok(()) } else { Err(Problem::Invalid(self.0)) }
    }

    fn unless(mut self, holds: bool, field: impl Into<String>, reason: &str) -> Self {
        if !holds {
            self.0.push(Reason::new(field, reason));
        }
        self
    }

    pub(super) fn network_name(self, body: &Object) -> Self {
        let length = text(body, "networkName").chars().count();
        self.unless((1..=20).contains(&length), "networkName", "Use 1 to 20 characters")
    }

    /// The name of a security group, if the body has one.
    pub(super) fn group_name(self, body: &Object) -> Self {
        let holds = body.get("name").is_none_or(|name| name.as_str() != Some(""));
        self.unless(holds, "name", "Must not be empty")
    }

    /// The settings of a security group as they will be after the call.
    pub(super) fn settings(mut self, settings: &Value) -> Self {
        for (pointer, allowed, reason) in NUMBERS {
            let holds = number(settings, pointer).is_none_or(|number| allowed.contains(&number));
            self = self.unless(holds, setting(pointer), reason);
        }
        for (pointer, needed) in NEEDS {
            let holds = !is_on(settings, pointer) || is_on(settings, needed);
            self = self.unless(holds, setting(pointer), &format!("Valid only with {}", setting(needed)));
        }
        let minutes = "/maxNonSsoSessionMinutes";
        let holds = number(settings, minutes).is_none_or(|number| number == 0 || (60..=525_600).contains(&number));
        self = self.unless(holds, setting(minutes), "Use 0, or 60 to 525600");
        self
    }
}

/// Takes settings out that are valid only while another one is on, where a change turns that off and doesn't name them:
/// else nothing could turn it off.
pub(super) fn let_go(settings: &mut Object, changes: &Object) {
    for (pointer, needed) in NEEDS {
        let name = pointer.trim_start_matches('/');
        let is_off = changes.get(needed.trim_start_matches('/')) == Some(&Value::Bool(false));
        if is_off && !changes.contains_key(name) {
            settings.remove(name);
        }
    }
}

fn text<'b>(body: &'b Object, member: &str) -> &'b str {
    body.get(member).and_then(Value::as_str).unwrap_or_default()
}

fn number(settings: &Value, pointer: &str) -> Option<i64> {
    settings.pointer(pointer)?.as_i64()
}

/// Whether a setting is `true`, or a number at all.
fn is_on(settings: &Value, pointer: &str) -> bool {
    settings.pointer(pointer).is_some_and(|value| value.as_bool().unwrap_or(value.is_number()))
}

/// The path of a setting as the service names it in its reasons.
fn setting(pointer: &str) -> String {
    format!("securityGroupSettings{}", pointer.replace('/', "."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_setting_at_fault_is_named() {
        for (settings, expected) in [
            (json!({}), &[][..]),
            (json!({"shredder": {"intensity": 50}}), &["shredder.intensity: Use 0, 20, 60, or 100"]),
            (
                json!({"federationMode": 3, "maxNonSsoSessionMinutes": 30}),
                &["federationMode: Use 0, 1, or 2", "maxNonSsoSessionMinutes: Use 0, or 60 to 525600"],
            ),
            (
                json!({"enableGuestFederation": true}),
                &["enableGuestFederation: Valid only with securityGroupSettings.globalFederation"],
            ),
            (
                json!({"calling": {"canVideoCall": true}}),
                &["calling.canVideoCall: Valid only with securityGroupSettings.calling.canStart11Call"],
            ),
        ] {
            let found = Rules::new().settings(&settings).0;
            let found: Vec<_> = found.iter().map(|reason| format!("{}: {}", reason.field, reason.reason)).collect();
            let expected: Vec<_> = expected.iter().map(|text| format!("securityGroupSettings.{text}")).collect();
            assert_eq!(found, expected, "{settings}");
        }
    }
}
