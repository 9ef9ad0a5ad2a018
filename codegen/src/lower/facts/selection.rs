//! Which operations are generated.

use crate::Options;
use crate::ast::{Member, Model, Shape, ShapeId, Traits};
use crate::diagnostic::Diagnostic;
use crate::ir::Skipped;
use crate::lower::Lowering;
use crate::lower::operation::auth;
use crate::traits::{Support, support};
use std::collections::{BTreeMap, VecDeque};

impl<'m> Lowering<'m> {
    /// The operations that the options ask for, and those left out as unsupported.
    pub(in crate::lower) fn wanted(
        &mut self,
        service: &'m Shape,
        operations: Vec<&'m Shape>,
        options: &Options,
    ) -> (Vec<&'m Shape>, Vec<Skipped>) {
        for pattern in &options.operations {
            if !operations.iter().any(|operation| matches(pattern, operation.id.name())) {
                self.problems.push(Diagnostic::of_file(
                    format!("no operation's name matches `{pattern}`"),
                    "correct the pattern; `*` stands for any part of a name",
                ));
            }
        }
        let is_wanted = |operation: &&Shape| {
            let patterns = &options.operations;
            patterns.is_empty() || patterns.iter().any(|pattern| matches(pattern, operation.id.name()))
        };
        let wanted = operations.into_iter().filter(is_wanted).collect();
        if options.skip_unsupported {
            self.without_unsupported(service, wanted)
        } else {
            // What else is unsupported is reported where it stands.
            (self.without_streams(wanted), Vec::new())
        }
    }

    /// The operations without a stream of events; one that has it is a problem.
    fn without_streams(&mut self, operations: Vec<&'m Shape>) -> Vec<&'m Shape> {
        let mut kept = Vec::new();
        for operation in operations {
            match self.event_stream(operation) {
                Some(problem) => {
                    let remedy = "leave such operations out with `--skip-unsupported`";
                    self.problems.push(Diagnostic::at(operation.span, operation.id.as_str(), problem, remedy));
                }
                None => kept.push(operation),
            }
        }
        kept
    }

    /// The operations that need nothing unsupported, and the others with a reason. An error of the service's own that
    /// needs such a thing is left out itself: calls that end in it fail as with one that the model doesn't have.
    fn without_unsupported(
        &mut self,
        service: &'m Shape,
        operations: Vec<&'m Shape>,
    ) -> (Vec<&'m Shape>, Vec<Skipped>) {
        let obstacles = obstacles(self.model);
        let of_service = of_traits(&service.traits).map(|found| format!("is of a service that {found}"));
        let (mut kept, mut skipped) = (Vec::new(), Vec::new());
        for operation in operations {
            let reason = of_service.clone().or_else(|| self.event_stream(operation));
            let reason = reason.or_else(|| no_auth(service, operation)).or_else(|| of_traits(&operation.traits));
            let reached = || operation.references.iter().find_map(|(_, to)| obstacles.get(&to.target).cloned());
            match reason.or_else(reached) {
                Some(reason) => skipped.push(Skipped { operation: operation.id.name().to_owned(), reason }),
                None => kept.push(operation),
            }
        }
        if let Some(Skipped { operation, reason }) = skipped.first().filter(|_| kept.is_empty()) {
            let others = skipped.len() - 1;
            let others = if others > 0 { format!(", and {others} more for such reasons") } else { String::new() };
            let problem = format!("has no operation left without what is unsupported: `{operation}` {reason}{others}");
            let remedy = "without `--skip-unsupported`, each cause is named with its place; remove it from the model";
            self.nothing_left = Some(Diagnostic::at(service.span, service.id.as_str(), problem, remedy));
        }
        for error in service.references("errors") {
            if let Some((id, _)) = self.model.shapes.get_key_value(&error.target)
                && let Some(reason) = obstacles.get(id)
                && self.left_out.insert(id)
            {
                skipped.push(Skipped { operation: format!("the error {}", id.name()), reason: reason.clone() });
            }
        }
        (kept, skipped)
    }

    /// The stream of events in an operation's input or output, as what is wrong about it.
    fn event_stream(&self, operation: &'m Shape) -> Option<String> {
        let ends = ["input", "output"].into_iter().filter_map(|end| self.end_shape(operation, end));
        let mut members = ends.flat_map(|end| end.members.iter().map(move |member| (end, member)));
        let (end, member) = members.find(|(_, member)| {
            let target = self.model.shapes.get(&member.target);
            self.streams(member) && target.is_some_and(|target| target.kind == "union")
        })?;
        let stream = format!("{}${}", end.id.name(), member.name);
        Some(format!("has the event stream `{stream}`, and event streams are not supported"))
    }
}

/// What each shape reaches that is not supported, if it reaches such a thing: what is nearest to it. The model is walked
/// once, from the obstacles to those that reach them.
fn obstacles(model: &Model) -> BTreeMap<&ShapeId, String> {
    let mut users: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    for shape in model.shapes.values() {
        for member in &shape.members {
            users.entry(&member.target).or_default().push(&shape.id);
        }
    }
    let direct = model.shapes.values().filter_map(|shape| Some((&shape.id, obstacle(model, shape)?)));
    let mut found: BTreeMap<&ShapeId, String> = direct.collect();
    let mut open: VecDeque<&ShapeId> = found.keys().copied().collect();
    while let Some(id) = open.pop_front() {
        let reason = found.get(id).cloned().unwrap_or_default();
        for user in users.get(id).into_iter().flatten() {
            if !found.contains_key(user) {
                found.insert(user, reason.clone());
                open.push_back(user);
            }
        }
    }
    found
}

/// A trait or type of a shape or of its members that is not supported.
fn obstacle(model: &Model, shape: &Shape) -> Option<String> {
    let name = shape.id.name();
    let of_member = |member: &Member| {
        let found = of_traits(&member.traits).or_else(|| unsupported_kind(model, member));
        found.map(|found| format!("reaches `{name}${}`, which {found}", member.name))
    };
    let of_shape = of_traits(&shape.traits).map(|found| format!("reaches `{name}`, which {found}"));
    of_shape.or_else(|| shape.members.iter().find_map(of_member))
}

fn of_traits(traits: &Traits) -> Option<String> {
    let id = traits.0.keys().find(|id| support(id) == Support::Unsupported)?;
    Some(format!("has the trait `{id}`"))
}

/// The type of a member's target, if it is one that has no counterpart yet.
fn unsupported_kind(model: &Model, member: &Member) -> Option<String> {
    let kind = match member.target.as_str() {
        "smithy.api#BigInteger" => "bigInteger",
        "smithy.api#BigDecimal" => "bigDecimal",
        _ => model.shapes.get(&member.target)?.kind.as_str(),
    };
    matches!(kind, "bigInteger" | "bigDecimal").then(|| format!("is of type `{kind}`"))
}

/// Why an operation's requests can't say who calls, if they can't.
fn no_auth(service: &Shape, operation: &Shape) -> Option<String> {
    auth::of(service, operation).ok()?.err()
}

/// Whether a name matches a pattern in which `*` stands for any part.
pub fn matches(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = name.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let mut last = None;
    for part in parts {
        last = Some(part);
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    // The last part must be the name's end; finding it earlier is no obstacle.
    last.map_or(rest.is_empty(), |last| name.ends_with(last))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_any_part() {
        for (pattern, name) in [
            ("*", "GetBot"),
            ("Get*", "GetBot"),
            ("*Bot", "GetBotBot"),
            ("*Profile*", "UpdateProfileX"),
            ("GetBot", "GetBot"),
        ] {
            assert!(matches(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [("Get", "GetBot"), ("Get*s", "GetBot"), ("*bot", "GetBot"), ("", "GetBot")] {
            assert!(!matches(pattern, name), "{pattern} {name}");
        }
    }
}
