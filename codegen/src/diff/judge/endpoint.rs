//! Endpoint rules: not how they are written counts, but where they lead.

use super::shape::aside;
use super::{Judge, Judgement, name};
use crate::ast::Shape;
use crate::diff::fact::Both;
use crate::diff::verdict::{Api, Wire};
use crate::endpoint::{self, Comparison, EndpointTest, RuleSet, Verdict};
use crate::traits::{RULE_DIAGRAM, RULE_SET, RULE_TESTS};
use serde_json::Value;

impl<'m> Judge<'m> {
    /// The judgement of a trait that is about endpoint rules; none of any other.
    pub(super) fn endpoint_trait(
        &self,
        owner: Both<&'m Shape>,
        id: &str,
        values: Both<Option<&'m Value>>,
    ) -> Option<Judgement> {
        let is_service = self.views.new.service.is_some_and(|service| service.id == owner.new.id);
        let who = name(owner.new);
        match id {
            RULE_TESTS => Some(aside(tests_differ(&who, values))),
            RULE_SET | RULE_DIAGRAM if !is_service => Some(aside(format!("The endpoint rules of {who} differ."))),
            // Where both forms are there they say the same, and the readable one is judged.
            RULE_DIAGRAM if owner.old.traits.has(RULE_SET) && owner.new.traits.has(RULE_SET) => {
                Some(aside(format!("The decision diagram of the endpoint rules of {who} differs.")))
            }
            RULE_SET | RULE_DIAGRAM if has_rules(owner.old) != has_rules(owner.new) => {
                let now = if has_rules(owner.new) {
                    "has endpoint rules, and had none"
                } else {
                    "has no endpoint rules any more"
                };
                // What programs name changes where that makes the service one of AWS's, or none of them.
                let (api, lost) = self.logins_changed();
                Some(Judgement::new(format!("{who} {now}.{lost}"), api, Wire::Changed))
            }
            RULE_SET | RULE_DIAGRAM => Some(rules_differ(&who, owner)),
            _ => None,
        }
    }
}

fn has_rules(service: &Shape) -> bool {
    service.traits.has(RULE_SET) || service.traits.has(RULE_DIAGRAM)
}

fn tests_differ(who: &str, values: Both<Option<&Value>>) -> String {
    let count = |value: Option<&Value>| value.and_then(|value| value.get("testCases")?.as_array()).map_or(0, Vec::len);
    format!(
        "The tests of the endpoint rules of {who} differ: {} cases, and {} before.",
        count(values.new),
        count(values.old)
    )
}

fn rules_differ(who: &str, owner: Both<&Shape>) -> Judgement {
    let (Some(old), Some(new)) = (rules(owner.old), rules(owner.new)) else {
        let sentence = format!("The endpoint rules of {who} differ, and one of the two can't be read to compare them.");
        return Judgement::new(sentence, Api::Patch, Wire::Changed);
    };
    let found = endpoint::compare(&old, &tests(owner.old), &new, &tests(owner.new));
    let tried = format!("{} inputs were tried", found.tried);
    let (does, wire) = match found.verdict {
        Verdict::Same => (format!("are written otherwise and lead to the same endpoints; {tried}"), Wire::Unchanged),
        Verdict::Unknown => {
            (format!("differ, and are too large to try all inputs; {tried}, without a change"), Wire::Changed)
        }
        Verdict::Extended => (format!("lead to more endpoints; {tried}: {}", first(&found)), Wire::Extended),
        Verdict::Changed => (format!("lead elsewhere; {tried}: {}", first(&found)), Wire::Changed),
    };
    Judgement::new(format!("The endpoint rules of {who} {does}."), Api::Patch, wire)
}

/// The first of the differences, and how many there are.
fn first(found: &Comparison) -> String {
    let count = found.changed.saturating_add(found.extended);
    let more = if count > 1 { format!(" (and {} more)", count - 1) } else { String::new() };
    found.differences.first().map_or_else(String::new, |first| {
        let code = |text: &str| format!("`{}`", text.replace('`', "'"));
        let given = if first.params.is_empty() { "nothing".to_owned() } else { code(&first.params) };
        format!("given {given}, {} and before {}{more}", code(&first.new), code(&first.old))
    })
}

fn rules(service: &Shape) -> Option<RuleSet> {
    match (service.traits.get(RULE_SET), service.traits.get(RULE_DIAGRAM)) {
        (Some(rules), _) => endpoint::parse(&rules.value).ok(),
        (None, diagram) => endpoint::parse_diagram(&diagram?.value).ok(),
    }
}

fn tests(service: &Shape) -> Vec<EndpointTest> {
    service.traits.get(RULE_TESTS).and_then(|tests| endpoint::parse_tests(&tests.value).ok()).unwrap_or_default()
}
