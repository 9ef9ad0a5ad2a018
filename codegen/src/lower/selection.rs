//! Which operations are generated.

use super::Lowering;
use crate::Options;
use crate::ast::{Member, Shape};
use crate::diagnostic::Diagnostic;

impl<'m> Lowering<'m> {
    /// The operations that the options ask for, and the names of those left out because they stream.
    pub(super) fn wanted(&mut self, operations: Vec<&'m Shape>, options: &Options) -> (Vec<&'m Shape>, Vec<String>) {
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
            match self.streaming_member(operation) {
                None => kept.push(operation),
                Some(_) if options.skip_unsupported => skipped.push(operation.id.name().to_owned()),
                Some((end, member)) => {
                    let problem =
                        format!("has the member `{}${}`, which streams: not supported yet", end.id.name(), member.name);
                    let remedy = "leave such operations out with `--skip-unsupported`";
                    self.problems.push(Diagnostic::at(operation.span, operation.id.as_str(), problem, remedy));
                }
            }
        }
        (kept, skipped)
    }

    /// The member of an operation's input or output that is a stream of bytes or events.
    fn streaming_member(&self, operation: &'m Shape) -> Option<(&'m Shape, &'m Member)> {
        let ends = ["input", "output"].into_iter().filter_map(|end| self.end_shape(operation, end));
        let mut members = ends.flat_map(|end| end.members.iter().map(move |member| (end, member)));
        members.find(|(_, member)| {
            let target = self.model.shapes.get(&member.target);
            member.traits.has("streaming") || target.is_some_and(|target| target.traits.has("streaming"))
        })
    }
}

/// Whether a name matches a pattern in which `*` stands for any part.
fn matches(pattern: &str, name: &str) -> bool {
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
