//! Two models of one service, and what the newer means to those who use the crate of the older.
//!
//! ```text
//! two texts ─ast─→ two models ─fact─→ facts ─judge─→ differences, each with a sentence and two verdicts
//!                       └─view─→ what the service reaches, and what Rust makes of it
//! ```
//!
//! In: the texts of two models. Out: a [`Comparison`], or what is wrong with one of the texts. Nothing here reads generated
//! code: the API at a glance of both crates is compared apart from this, and has to come to the same verdict.

mod auth;
mod fact;
mod glance;
mod judge;
mod smithy;
mod verdict;
mod view;

#[cfg(test)]
mod tests;

pub use glance::Glance;
pub use smithy::Event;
pub use verdict::{Api, Severity, Verdict, Wire};

use crate::Options;
use crate::ast::Model;
use crate::build::Projection;
use crate::diagnostic::{Diagnostic, Problems};
use crate::idl;
use crate::protocol;
use crate::surface::{self, Item};
use fact::{Both, Fact};
use judge::Judge;
use std::fmt;
use view::View;

/// Which of the two models is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The older.
    Old,
    /// The newer.
    New,
}

/// One of the two models is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideProblems {
    /// Which.
    pub side: Side,
    /// What is wrong with it.
    pub problems: Problems,
}

impl fmt::Display for SideProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = if self.side == Side::Old { "older" } else { "newer" };
        write!(f, "the {side} model is wrong:\n{}", self.problems)
    }
}

impl std::error::Error for SideProblems {}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// What kind of difference it is: an ID of Smithy's where Smithy has one, e.g. `ChangedNullability.AddedRequiredTrait`.
    pub rule: String,
    /// All of Smithy's events that it is, the gravest first.
    pub events: Vec<Event>,
    /// The ID of the shape or member concerned; `metadata` for what concerns none.
    pub place: String,
    /// What kind of thing it concerns.
    pub subject: Subject,
    /// What became of it.
    pub change: Change,
    /// What differs, in a sentence.
    pub sentence: String,
    /// What it means.
    pub verdict: Verdict,
}

/// What kind of thing a difference concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// An operation.
    Operation,
    /// A member of a structure or union.
    Member,
    /// A value of an enum.
    Value,
    /// An error, or that an operation can fail with it.
    Error,
    /// Any other shape.
    Type,
    /// The service, a resource, the model's metadata.
    Service,
}

/// What became of the thing that a difference concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It is new.
    Added,
    /// It is otherwise than it was.
    Changed,
    /// It is deprecated now.
    Deprecated,
    /// It is gone.
    Removed,
}

/// What differs between two models.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// The differences, by place.
    pub differences: Vec<Difference>,
    /// How many texts for people differ, which is all that is said of them.
    pub texts: usize,
    /// What differs between the APIs of both crates; none if one of the models can't be generated.
    pub glance: Option<Glance>,
}

impl Comparison {
    /// On each axis the greatest verdict of all differences.
    pub fn verdict(&self) -> Verdict {
        self.differences.iter().fold(Verdict::default(), |verdict, found| verdict.max(found.verdict))
    }
}

/// The rule of what programs lose by no fact of its own: a name, a box, a type that others bring about.
const CONSEQUENCE: &str = "ChangedRustApi";

/// The rule of a protocol that is chosen.
const OTHER_PROTOCOL: &str = "ChangedProtocol";

/// What of the models is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The service, of models that have several: its shape's ID, or the name alone. None for the only one.
    pub service: Option<String>,
    /// The protocol that the crate of the newer model speaks, as in [`Options::protocol`]. None for the preferred.
    pub protocol: Option<String>,
    /// The one that the crate of the older speaks. Where its model doesn't have that, the preferred.
    pub protocol_before: Option<String>,
    /// Patterns of operations' names, as in [`Options::operations`]. None for all.
    pub operations: Vec<String>,
    /// What is changed in the newer model first, as in [`Options::projection`].
    pub projection: Projection,
    /// What is changed in the older.
    pub projection_before: Projection,
}

/// Compares two models, each given as the text of its JSON AST. What lies outside the scope is a difference like any other, and
/// concerns no one.
///
/// # Errors
/// One of the texts is no model: which, and what is wrong with it.
pub fn compare(old: &str, new: &str, scope: &Scope) -> Result<Comparison, SideProblems> {
    compare_files(&[("the model", old)], &[("the model", new)], scope)
}

/// As [`compare`], of the files of two models, as [`generate_files`](crate::generate_files) takes them.
///
/// # Errors
/// As for [`compare`].
pub fn compare_files(old: &[(&str, &str)], new: &[(&str, &str)], scope: &Scope) -> Result<Comparison, SideProblems> {
    let wrong = |side, problems: Vec<Diagnostic>| SideProblems { side, problems: problems.into() };
    let read =
        |files, projection, side| idl::projected_as_written(files, projection).map_err(|found| wrong(side, found));
    let models = (read(old, &scope.projection_before, Side::Old)?, read(new, &scope.projection, Side::New)?);
    check_protocol(&models.1, scope).map_err(|problem| wrong(Side::New, vec![problem]))?;
    let mut comparison = compare_models(&models.0, &models.1, scope);
    comparison.glance = glance(old, new, scope);
    let consequences = comparison.glance.iter().flat_map(|glance| consequences(glance, comparison.verdict().api));
    let consequences: Vec<Difference> = consequences.collect();
    comparison.differences.extend(consequences);
    Ok(comparison)
}

/// The newer model's service speaks the protocol that is asked for.
fn check_protocol(new: &Model, scope: &Scope) -> Result<(), Diagnostic> {
    let service = View::of(new, scope, Side::New).service;
    let refusal = service.zip(scope.protocol.as_deref()).and_then(|(service, asked)| {
        let (problem, remedy) = protocol::refusal(&service.traits, asked)?;
        Some(Diagnostic::at(service.span, service.id.as_str(), problem, remedy))
    });
    refusal.map_or(Ok(()), Err)
}

fn glance(old: &[(&str, &str)], new: &[(&str, &str)], scope: &Scope) -> Option<Glance> {
    let Scope { protocol, protocol_before, projection, projection_before, .. } = scope;
    let old = items(old, scope, protocol_before.clone(), projection_before.clone())?;
    Some(glance::glance(&old, &items(new, scope, protocol.clone(), projection.clone())?))
}

/// The items of the crate of a model, as far as the generator supports it.
fn items(files: &[(&str, &str)], scope: &Scope, protocol: Option<String>, projection: Projection) -> Option<Vec<Item>> {
    let options = Options {
        protocol,
        projection,
        service: scope.service.clone(),
        operations: scope.operations.clone(),
        skip_unsupported: true,
        lenient_examples: true,
        ..Options::of("compared")
    };
    Some(surface::items(&crate::service(files, &options).ok()?))
}

/// What the APIs differ in beyond what the facts say.
fn consequences(glance: &Glance, said: Api) -> Vec<Difference> {
    let difference = |place: &str, sentence: String| Difference {
        rule: CONSEQUENCE.to_owned(),
        events: Vec::new(),
        place: place.to_owned(),
        subject: Subject::Type,
        change: if glance.api() == Api::Major { Change::Changed } else { Change::Added },
        sentence,
        verdict: Verdict { api: glance.api(), wire: Wire::Unchanged },
    };
    match glance.api() {
        api if api <= said => Vec::new(),
        Api::Major => {
            let told = glance.broken.iter().map(|(old, new)| match new {
                Some(new) => difference(old, format!("In Rust it is `{new}` now.")),
                None => difference(old, "In Rust it is gone.".to_owned()),
            });
            told.collect()
        }
        _ => glance
            .added
            .iter()
            .map(|item| difference(item, "In Rust it is new, or deprecated now.".to_owned()))
            .collect(),
    }
}

fn compare_models(old: &Model, new: &Model, scope: &Scope) -> Comparison {
    let found = fact::facts(Both { old, new });
    let judge = Judge::new(Both { old: View::of(old, scope, Side::Old), new: View::of(new, scope, Side::New) });
    let mut differences: Vec<Difference> = found.facts.iter().map(|fact| difference(&judge, fact)).collect();
    differences.extend(other_protocol(&judge));
    differences.sort_by(|a, b| a.place.cmp(&b.place));
    Comparison { differences, texts: found.texts, glance: None }
}

/// That the crate speaks another protocol by choice, which no fact of the models says: both have both.
fn other_protocol(judge: &Judge<'_>) -> Option<Difference> {
    let Both { old, new } = &judge.views;
    let (service, other) = (new.service?, old.service?);
    let (before, now) = (old.protocol?, new.protocol?);
    let is_choice = service.traits.has(before.trait_id) && other.traits.has(now.trait_id);
    (before != now && is_choice).then(|| Difference {
        rule: OTHER_PROTOCOL.to_owned(),
        events: Vec::new(),
        place: service.id.as_str().to_owned(),
        subject: Subject::Service,
        change: Change::Changed,
        sentence: format!("The crate speaks `{}`, where it spoke `{}`: so it is asked to.", now.name(), before.name()),
        verdict: Verdict { api: Api::Patch, wire: Wire::Changed },
    })
}

fn difference<'m>(judge: &Judge<'m>, fact: &Fact<'m>) -> Difference {
    let judge::Judgement { sentence, verdict } = judge.judge(fact);
    let mut events = smithy::events(fact, Both { old: &judge.views.old, new: &judge.views.new });
    // Sorting is stable: of events of one severity, the one that says most stays first.
    events.sort_by_key(|event| std::cmp::Reverse(event.severity));
    let rule = events.first().map_or_else(|| fact.rule(), |event| event.id.clone());
    let (subject, change) = fact.kind();
    Difference { rule, events, place: fact.place(), subject, change, sentence, verdict }
}
