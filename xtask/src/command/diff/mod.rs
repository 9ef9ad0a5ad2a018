//! `cargo xtask diff`: what a new model means to those who use the crate of the old one.

mod json;
mod markdown;
mod text;

use crate::model::{Model, Reading};
use crate::outcome::{Failure, Outcome};
use crate::release;
use crate::report;
use crate::workspace::sdk_crates;
use clap::ValueEnum;
use codegen::diff::{Api, Comparison, Scope, Verdict, Wire};
use std::path::PathBuf;

/// Compare two models in meaning, and judge each difference.
///
/// Every difference has a rule (Smithy's event ID where Smithy has one), a place, a sentence and two verdicts.
///
/// Rust API: `major`, some program that compiled no longer does; `minor`, there is more, or something is deprecated;
/// `patch`, no signature differs.
///
/// Wire: `unchanged`, existing calls exchange the same messages; `extended`, and new ones are possible; `changed`, some
/// existing call sends another request, is refused, or is answered in another form.
///
/// A model is a JSON AST, a `.smithy` file, or a folder of such files.
///
/// Documentation is counted, and nothing more. At the end stands the release that the differences ask for.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  cargo xtask diff                         # the workspace's models since their last release
  cargo xtask diff model/wickr.json NEW.json
  cargo xtask diff OLD.json NEW.json --format markdown > review.md
  cargo xtask diff OLD.json NEW.json --fail-on breaking")]
pub(crate) struct Args {
    /// The model as users have it; without it, each model of the workspace is compared with its last release, or with what
    /// is committed.
    #[arg(requires = "new")]
    old: Option<PathBuf>,
    /// The model as it shall be.
    new: Option<PathBuf>,
    /// Compare the workspace's models with this tag, branch or commit.
    #[arg(long, value_name = "REV", conflicts_with = "old")]
    since: Option<String>,
    /// The service that is meant, where a model has several: its shape's ID, or the name alone.
    #[arg(long, requires = "old")]
    service: Option<String>,
    /// The protocol that both crates speak, where a model has several: its name, e.g. `rpcv2Cbor`, or its trait's ID. Crates of
    /// the workspace have it in their Cargo.toml, and one that has changed there counts.
    #[arg(long, requires = "old")]
    protocol: Option<String>,
    /// Only operations whose names match, with `*` for any part: what concerns no other counts for the verdicts.
    #[arg(long, value_name = "PATTERN", value_delimiter = ',', requires = "old")]
    operations: Vec<String>,
    #[command(flatten)]
    reading: Reading,
    /// How to show the differences.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Exit with status 1 if the verdict is this.
    #[arg(long, value_enum)]
    fail_on: Option<FailOn>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Lines for a terminal.
    Text,
    /// A table for a review.
    Markdown,
    /// For a program.
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum FailOn {
    /// Major, or changed on the wire.
    Breaking,
    /// Major.
    Major,
    /// Changed on the wire.
    Changed,
    /// Any difference beside documentation.
    Any,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let mut fails = false;
    for (index, (comparison, names)) in comparisons(args)?.iter().enumerate() {
        if index > 0 {
            println!();
        }
        match args.format {
            Format::Text => text::print(comparison, names),
            Format::Markdown => markdown::print(comparison, names),
            Format::Json => json::print(comparison, names),
        }
        fails |= args.fail_on.is_some_and(|on| on.applies(comparison));
    }
    if fails { Err(Failure::Command) } else { Ok(()) }
}

/// A comparison, and what the two models are called.
type Named = (Comparison, (String, String));

/// Of the two models that are named, or of each of the workspace's with its older self.
fn comparisons(args: &Args) -> Outcome<Vec<Named>> {
    if let (Some(old), Some(new)) = (&args.old, &args.new) {
        let names = (old.display().to_string(), new.display().to_string());
        let read = |path: &PathBuf| Model::read_as(std::slice::from_ref(path), &args.reading);
        let (old, new) = (read(old)?, read(new)?);
        let scope = Scope {
            service: args.service.clone(),
            protocol: args.protocol.clone(),
            protocol_before: args.protocol.clone(),
            operations: args.operations.clone(),
            ..Scope::default()
        };
        return Ok(vec![(new.compared(&old, scope)?, names)]);
    }
    let mut found = Vec::new();
    for sdk in sdk_crates()? {
        let revision = match release::meant(&sdk, args.since.as_deref())? {
            Some(release) => release.tag,
            None => "HEAD".to_owned(),
        };
        let path = report::relative(&sdk.model);
        match release::since(&sdk, &revision)? {
            Some(comparison) => found.push((comparison, (format!("{revision}:{path}"), path))),
            // It is no comparison, which is what stdout is for.
            None => eprintln!("{path} is not there at {revision}: it is new"),
        }
    }
    Ok(found)
}

impl FailOn {
    fn applies(self, comparison: &Comparison) -> bool {
        let verdict = comparison.verdict();
        match self {
            FailOn::Breaking => verdict.is_breaking(),
            FailOn::Major => verdict.api == Api::Major,
            FailOn::Changed => verdict.wire == Wire::Changed,
            FailOn::Any => !comparison.differences.is_empty(),
        }
    }
}

/// The release that a verdict asks for, and why, as a sentence or two.
pub(crate) fn release(comparison: &Comparison) -> String {
    let verdict = comparison.verdict();
    // So many differences, and what they do: with an `s` if it is one.
    let count = |is: &dyn Fn(Verdict) -> bool, one: &str, more: &str| {
        let found = comparison.differences.iter().filter(|found| is(found.verdict)).count();
        format!("{} {}", report::count(found, "difference"), if found == 1 { one } else { more })
    };
    let api = match verdict.api {
        Api::Major => {
            let count = count(&|found| found.api == Api::Major, "stops", "stop");
            format!("a major release: {count} programs from compiling")
        }
        Api::Minor => {
            let count = count(&|found| found.api == Api::Minor, "adds", "add");
            format!("a minor release: {count} to the API, and none takes from it")
        }
        Api::Patch if comparison.differences.is_empty() && comparison.texts == 0 => {
            return "no release: the models are the same".to_owned();
        }
        Api::Patch => "a patch release: no signature differs".to_owned(),
    };
    let wire = match verdict.wire {
        Wire::Changed => {
            let count = count(&|found| found.wire == Wire::Changed, "changes", "change");
            format!("on the wire, {count} calls that work today, or how they are answered: try it before you ship")
        }
        Wire::Extended => "on the wire, existing calls stay as they are, and new messages are possible".to_owned(),
        Wire::Unchanged => "on the wire, nothing changes".to_owned(),
    };
    format!("{api}; {wire}")
}

/// How many differences have each verdict.
fn counts(comparison: &Comparison) -> String {
    let of = |what: String, is: &dyn Fn(Verdict) -> bool| {
        let count = comparison.differences.iter().filter(|found| is(found.verdict)).count();
        (count > 0).then(|| format!("{count} {what}"))
    };
    let api = [Api::Major, Api::Minor, Api::Patch].map(|api| of(api.to_string(), &move |found| found.api == api));
    let wire = [Wire::Changed, Wire::Extended, Wire::Unchanged];
    let wire = wire.map(|wire| of(wire.to_string(), &move |found| found.wire == wire));
    let list = |parts: [Option<String>; 3]| parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("Rust API: {}; wire: {}", list(api), list(wire))
}

/// The differences, the gravest first.
fn by_gravity(comparison: &Comparison) -> Vec<&codegen::diff::Difference> {
    let mut differences: Vec<_> = comparison.differences.iter().collect();
    differences.sort_by_key(|found| std::cmp::Reverse((found.verdict.api, found.verdict.wire)));
    differences
}

/// What is said of texts for people.
fn texts(comparison: &Comparison) -> Option<String> {
    match comparison.texts {
        0 => None,
        1 => Some("1 text of documentation differs".to_owned()),
        count => Some(format!("{count} texts of documentation differ")),
    }
}
