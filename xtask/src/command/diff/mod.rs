//! `cargo xtask diff`: what a new model means to those who use the crate of the old one.

mod json;
mod markdown;
mod text;

use crate::model::Model;
use crate::outcome::{Failure, Outcome};
use clap::ValueEnum;
use codegen::diff::{Api, Comparison, Side, Verdict, Wire, compare};
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
/// Documentation is counted, and nothing more. At the end stands the release that the differences ask for.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  cargo xtask diff model/wickr.json NEW.json
  cargo xtask diff OLD.json NEW.json --format markdown > review.md
  cargo xtask diff OLD.json NEW.json --fail-on breaking")]
pub(crate) struct Args {
    /// The model as users have it.
    old: PathBuf,
    /// The model as it shall be.
    new: PathBuf,
    /// The service that is meant, where a model has several: its shape's ID, or the name alone.
    #[arg(long)]
    service: Option<String>,
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
    let (old, new) = (Model::read(&args.old)?, Model::read(&args.new)?);
    let comparison = compared(old, new, args.service.as_deref())?;
    let names = (args.old.display().to_string(), args.new.display().to_string());
    match args.format {
        Format::Text => text::print(&comparison, &names),
        Format::Markdown => markdown::print(&comparison, &names),
        Format::Json => json::print(&comparison, &names),
    }
    let fails = args.fail_on.is_some_and(|on| on.applies(&comparison));
    if fails { Err(Failure::Command) } else { Ok(()) }
}

/// Compares two models that were read.
pub(crate) fn compared(old: Model, new: Model, service: Option<&str>) -> Outcome<Comparison> {
    compare(&old.text, &new.text, service).map_err(|(side, problems)| {
        let wrong = if side == Side::Old { old } else { new };
        wrong.wrong(problems)
    })
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
    let count = |is: &dyn Fn(Verdict) -> bool| {
        let found = comparison.differences.iter().filter(|found| is(found.verdict)).count();
        if found == 1 { "1 difference".to_owned() } else { format!("{found} differences") }
    };
    let api = match verdict.api {
        Api::Major => {
            format!("a major release: {} may stop programs from compiling", count(&|found| found.api == Api::Major))
        }
        Api::Minor => format!(
            "a minor release: {} add to the API, and none takes from it",
            count(&|found| found.api == Api::Minor)
        ),
        Api::Patch if comparison.differences.is_empty() && comparison.texts == 0 => {
            return "no release: the models are the same".to_owned();
        }
        Api::Patch => "a patch release: no signature differs".to_owned(),
    };
    let wire = match verdict.wire {
        Wire::Changed => format!(
            "on the wire, {} change or refuse calls that work today: try them against the service before you ship",
            count(&|found| found.wire == Wire::Changed)
        ),
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
