//! Which operations are generated.

use super::{Lowering, auth};
use crate::Options;
use crate::ast::{Member, Shape, Traits};
use crate::diagnostic::Diagnostic;
use crate::ir::Skipped;
use crate::traits::{Support, support};

impl<'m> Lowering<'m> {
    /// The operations that the options ask for, and those left out as unsupported.
    pub(super) fn wanted(
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
        let (mut kept, mut skipped) = (Vec::new(), Vec::new());
        for operation in operations.into_iter().filter(is_wanted) {
            let streams = self.event_stream(operation).map(|(end, member)| {
                format!("has the event stream `{}${}`, and event streams are not supported", end.id.name(), member.name)
            });
            match streams {
                Some(problem) if !options.skip_unsupported => {
                    let remedy = "leave such operations out with `--skip-unsupported`";
                    self.problems.push(Diagnostic::at(operation.span, operation.id.as_str(), problem, remedy));
                }
                // What else is unsupported is reported where it stands, unless its operations are to be left out.
                None if !options.skip_unsupported => kept.push(operation),
                streams => match streams.or_else(|| no_auth(service, operation)).or_else(|| self.obstacle(operation)) {
                    Some(reason) => skipped.push(Skipped { operation: operation.id.name().to_owned(), reason }),
                    None => kept.push(operation),
                },
            }
        }
        (kept, skipped)
    }

    /// A trait or type in an operation's closure that is not supported.
    fn obstacle(&self, operation: &'m Shape) -> Option<String> {
        let of_traits = |owner: &str, traits: &Traits| {
            let id = traits.0.keys().find(|id| support(id) == Support::Unsupported)?;
            Some(if owner.is_empty() {
                format!("has the trait `{id}`")
            } else {
                format!("reaches `{owner}`, which has the trait `{id}`")
            })
        };
        if let Some(found) = of_traits("", &operation.traits) {
            return Some(found);
        }
        let roots: Vec<_> =
            operation.references.iter().filter_map(|(_, to)| self.model.shapes.get(&to.target)).collect();
        let reached = super::walk::reached(self.model, roots.iter().copied());
        let reached = reached.into_iter().filter_map(|id| self.model.shapes.get(id));
        roots.iter().copied().chain(reached).find_map(|shape| {
            let name = shape.id.name();
            let of_member = |member: &Member| {
                let owner = format!("{name}${}", member.name);
                of_traits(&owner, &member.traits).or_else(|| self.unsupported_kind(&owner, member))
            };
            of_traits(name, &shape.traits).or_else(|| shape.members.iter().find_map(of_member))
        })
    }

    /// The type of a member's target, if it is one that has no counterpart yet.
    fn unsupported_kind(&self, owner: &str, member: &Member) -> Option<String> {
        let kind = match member.target.as_str() {
            "smithy.api#BigInteger" => "bigInteger",
            "smithy.api#BigDecimal" => "bigDecimal",
            _ => self.model.shapes.get(&member.target)?.kind.as_str(),
        };
        let unsupported = matches!(kind, "bigInteger" | "bigDecimal");
        unsupported.then(|| format!("reaches `{owner}`, which is of type `{kind}`"))
    }

    /// The member of an operation's input or output that is a stream of events.
    fn event_stream(&self, operation: &'m Shape) -> Option<(&'m Shape, &'m Member)> {
        let ends = ["input", "output"].into_iter().filter_map(|end| self.end_shape(operation, end));
        let mut members = ends.flat_map(|end| end.members.iter().map(move |member| (end, member)));
        members.find(|(_, member)| {
            let target = self.model.shapes.get(&member.target);
            self.streams(member) && target.is_some_and(|target| target.kind == "union")
        })
    }
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
