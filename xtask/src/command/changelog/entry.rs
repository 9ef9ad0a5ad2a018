//! An entry in the form of Keep a Changelog, grouped as users think.
//!
//! What no program and no call notices is left out: that a string that bounds a member is a shape of its own is the
//! model's affair.

use crate::release::Version;
use crate::report::one_line;
use codegen::diff::{Api, Change, Comparison, Difference, Subject, Wire};

/// The heading of a group, and what belongs to it.
type Group = (&'static str, &'static str, fn(&Difference) -> bool);

/// The groups in order, each below a heading of Keep a Changelog. A difference belongs to the first that takes it.
const GROUPS: &[Group] = &[
    ("Removed", "", |found| found.change == Change::Removed && found.verdict.api == Api::Major),
    ("Changed", "Programs have to change", |found| found.verdict.api == Api::Major),
    ("Deprecated", "", |found| found.change == Change::Deprecated),
    ("Added", "New operations", |found| is_new(found, Subject::Operation)),
    ("Added", "New members", |found| is_new(found, Subject::Member)),
    ("Added", "New values", |found| is_new(found, Subject::Value)),
    ("Added", "New errors", |found| is_new(found, Subject::Error)),
    ("Added", "New types", |found| is_new(found, Subject::Type)),
    ("Added", "Also", |found| found.verdict.api == Api::Minor),
    ("Changed", "On the wire only: calls that work today may be refused or answered otherwise", |found| {
        found.verdict.wire == Wire::Changed
    }),
    ("Changed", "On the wire only: the service takes or gives more", |found| found.verdict.wire == Wire::Extended),
];

/// The headings in their order.
const HEADINGS: &[&str] = &["Added", "Changed", "Deprecated", "Removed"];

fn is_new(found: &Difference, subject: Subject) -> bool {
    found.change == Change::Added && found.subject == subject && found.verdict.api != Api::Patch
}

/// The entry of a version.
pub(super) fn entry(comparison: &Comparison, version: Version, day: &str) -> String {
    let mut grouped: Vec<(&Group, Vec<&Difference>)> = GROUPS.iter().map(|group| (group, Vec::new())).collect();
    for found in &comparison.differences {
        if let Some((_, taken)) = grouped.iter_mut().find(|((_, _, takes), _)| takes(found)) {
            taken.push(found);
        }
    }
    let mut text = format!("## [{version}] - {day}\n");
    for heading in HEADINGS {
        let of_heading = grouped.iter().filter(|((found, ..), taken)| found == heading && !taken.is_empty());
        let of_heading: Vec<_> = of_heading.collect();
        if !of_heading.is_empty() {
            text.push_str(&format!("\n### {heading}\n"));
        }
        for ((_, title, _), taken) in of_heading {
            text.push_str(&if title.is_empty() { "\n".to_owned() } else { format!("\n{title}:\n\n") });
            taken.iter().for_each(|found| text.push_str(&format!("- {}\n", one_line(&found.sentence))));
        }
    }
    let is_silent = !text.contains("\n### ");
    if is_silent {
        text.push_str("\n### Changed\n\n- Documentation, and what no program notices.\n");
    }
    text
}

/// Whether a changelog has an entry of a version.
pub(super) fn has(changelog: &str, version: Version) -> bool {
    heading(changelog, &version.to_string()).is_some()
}

/// What stands behind a version in the heading of its entry; none if it has none.
pub(crate) fn heading<'c>(changelog: &'c str, version: &str) -> Option<&'c str> {
    let heading = format!("## [{version}]");
    changelog.lines().find_map(|line| line.strip_prefix(&heading))
}

/// The changelog of a crate that was never released.
pub(crate) fn first(package: &str, version: &str) -> String {
    inserted(
        None,
        &format!("## [{version}] - Unreleased\n\n### Added\n\n- The crate: this is its first release.\n"),
        package,
    )
}

/// A changelog with an entry before all others, below what stands under `## [Unreleased]`.
pub(super) fn inserted(changelog: Option<&str>, entry: &str, package: &str) -> String {
    let fresh = format!(
        "# Changelog\n\nWhat changed in `{package}`, release by release, in the form of \
         [Keep a Changelog](https://keepachangelog.com/en/1.1.0/). Versions follow [Semantic Versioning]\
         (https://semver.org/).\n"
    );
    let text = changelog.unwrap_or(&fresh);
    let is_release = |line: &str| line.starts_with("## [") && !line.starts_with("## [Unreleased]");
    let mut before = String::new();
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next_if(|line| !is_release(line)) {
        before.push_str(line);
    }
    let after: String = lines.collect();
    let before = before.trim_end();
    let after = if after.is_empty() { String::new() } else { format!("\n{after}") };
    format!("{before}\n\n{entry}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use codegen::diff::{Scope, compare};

    fn model(shapes: &str) -> String {
        let service = r#""a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Get"}],
            "traits": {"aws.protocols#restJson1": {}, "aws.auth#sigv4": {"name": "s"}}}"#;
        format!(r#"{{"smithy": "2.0", "shapes": {{{service}, {shapes}}}}}"#)
    }

    fn get(members: &str) -> String {
        model(&format!(
            r#""a#Get": {{"type": "operation", "input": {{"target": "a#In"}}, "output": {{"target": "a#Out"}},
            "traits": {{"smithy.api#http": {{"method": "GET", "uri": "/"}}}}}},
            "a#In": {{"type": "structure", "members": {{}}}},
            "a#Out": {{"type": "structure", "members": {{{members}}}}}"#
        ))
    }

    const A: &str = r#""a": {"target": "smithy.api#String"}"#;
    const B: &str = r#""b": {"target": "smithy.api#String"}"#;

    #[test]
    fn an_entry_is_grouped_as_users_think() {
        let comparison = compare(&get(A), &get(B), &Scope::default()).expect("both are models");
        let expected = "## [0.2.0] - 2026-11-27\n\n### Added\n\nNew members:\n\n- `Out` has the new member `b`, a string.\n\n### Removed\n\n- `Out` lost the member `a`.\n";
        assert_eq!(entry(&comparison, Version(0, 2, 0), "2026-11-27"), expected);
    }

    #[test]
    fn an_entry_goes_before_older_ones_and_once() {
        let first = inserted(None, "## [0.1.0] - 2026-01-01\n", "a-sdk");
        let second = inserted(Some(&first), "## [0.2.0] - 2026-02-02\n", "a-sdk");
        let headings: Vec<&str> = second.lines().filter(|line| line.starts_with('#')).collect();
        assert_eq!(headings, ["# Changelog", "## [0.2.0] - 2026-02-02", "## [0.1.0] - 2026-01-01"]);
        assert!(has(&second, Version(0, 2, 0)) && !has(&second, Version(0, 3, 0)) && !has(&second, Version(0, 2, 1)));
        assert!(second.contains("`a-sdk`"));
    }

    #[test]
    fn what_was_noted_as_unreleased_stays_on_top() {
        let changelog = "# Changelog\n\n## [Unreleased]\n\n- A note.\n\n## [0.1.0] - 2026-01-01\n";
        let text = inserted(Some(changelog), "## [0.2.0] - 2026-02-02\n", "a-sdk");
        let expected =
            "# Changelog\n\n## [Unreleased]\n\n- A note.\n\n## [0.2.0] - 2026-02-02\n\n## [0.1.0] - 2026-01-01\n";
        assert_eq!(text, expected);
    }
}
