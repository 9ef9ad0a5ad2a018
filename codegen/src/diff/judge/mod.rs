//! What a fact means: one plain sentence, and the two verdicts.
//!
//! | file | judges |
//! |---|---|
//! | [`shape`] | shapes that are new, gone or of another type |
//! | [`operation`] | what services, resources and operations refer to: operations, errors, inputs and outputs |
//! | [`member`] | members that are new, gone or target another shape, and the traits that decide whether they may be absent |
//! | [`traits`] | all other traits: a table of what each can change |
//! | [`form`] | where members stand in messages and how they look there, whatever traits say again |
//! | [`service`] | how requests say who calls, protocols, pages and waiters |
//! | [`endpoint`] | endpoint rules, by where they lead |
//! | [`shift`] | how the values that can be sent in a place shift |
//! | [`constraint`] | how they shift by what constrains them |

mod constraint;
mod endpoint;
mod form;
mod member;
mod operation;
mod service;
mod shape;
mod shift;
mod traits;

use super::fact::{Both, Fact};
use super::verdict::{Api, Verdict, Wire};
use super::view::{Roles, View};
use crate::ast::{Shape, ShapeId};
use serde_json::Value;
use std::collections::BTreeSet;

/// What a fact means.
#[derive(Clone, Debug)]
pub(super) struct Judgement {
    pub(super) sentence: String,
    pub(super) verdict: Verdict,
}

impl Judgement {
    fn new(sentence: impl Into<String>, api: Api, wire: Wire) -> Self {
        Judgement { sentence: sentence.into(), verdict: Verdict { api, wire } }
    }
}

/// Judges facts of two models.
pub(super) struct Judge<'m> {
    pub(super) views: Both<View<'m>>,
    /// The types of the newer crate: what kind of shape each comes from, and its name.
    new_types: BTreeSet<(&'m str, String)>,
}

impl<'m> Judge<'m> {
    pub(super) fn new(views: Both<View<'m>>) -> Self {
        let types = views.new.closure().filter(|shape| shape::becomes_a_type(&views.new, shape));
        let new_types = types.map(|shape| (shape.kind.as_str(), views.new.type_name(shape))).collect();
        Judge { views, new_types }
    }

    pub(super) fn judge(&self, fact: &Fact<'m>) -> Judgement {
        match fact {
            Fact::ShapeAdded(shape) => self.shape_added(shape),
            Fact::ShapeRemoved(shape) => self.shape_removed(shape),
            Fact::TypeChanged(shape) => self.type_changed(*shape),
            Fact::MemberAdded(shape, member) => self.member_added(*shape, member),
            Fact::MemberRemoved(shape, member) => self.member_removed(*shape, member),
            Fact::OrderChanged(shape) => {
                let sentence = format!("The members of {} stand in another order.", name(shape.new));
                Judgement::new(sentence, Api::Patch, Wire::Unchanged)
            }
            Fact::TargetChanged(shape, member) => self.target_changed(*shape, *member),
            Fact::Trait(subject, id, values) => self.trait_changed(*subject, id, *values),
            Fact::Listed(owner, property, id) => self.listed(*owner, property, id),
            Fact::Unlisted(owner, property, id) => self.unlisted(*owner, property, id),
            Fact::Reference(owner, property, targets) => self.referred(*owner, property, *targets),
            Fact::Version(shape) => self.version_changed(*shape),
            Fact::Property(shape, property, values) => self.property_changed(*shape, property, *values),
            Fact::Metadata(key, values) => {
                let sentence = format!("The metadata `{key}` {}.", fate(*values));
                Judgement::new(sentence, Api::Patch, Wire::Unchanged)
            }
        }
    }

    /// What a shape is to the service of either model.
    fn roles(&self, id: &ShapeId) -> Roles {
        self.views.old.roles(id).or(self.views.new.roles(id))
    }

    /// What a shape is that both models have.
    fn roles_of(&self, shape: Both<&Shape>) -> Roles {
        self.roles(&shape.new.id)
    }
}

/// A shape's name in prose.
fn name(shape: &Shape) -> String {
    format!("`{}`", shape.id.name())
}

/// The type of a shape with its article.
fn a_kind(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {kind}")
}

/// What became of a value, in words.
fn fate(values: Both<Option<&Value>>) -> String {
    match (values.old, values.new) {
        (None, Some(new)) => format!("is new{}", shown(" with the value ", new)),
        (Some(old), None) => format!("is gone{}", shown(", which was ", old)),
        (Some(old), Some(new)) => format!("is {} and was {}", text(new), text(old)),
        (None, None) => "is as it was".to_owned(),
    }
}

fn shown(before: &str, value: &Value) -> String {
    let is_empty = value.is_null() || value.as_object().is_some_and(serde_json::Map::is_empty);
    if is_empty { String::new() } else { format!("{before}{}", text(value)) }
}

/// How many characters of a value are shown.
const MOST_SHOWN: usize = 120;

/// A value in code marks, cut where it is long. A model's backticks can't end them.
fn text(value: &Value) -> String {
    let json = value.to_string().replace('`', "'");
    let cut: String = json.chars().take(MOST_SHOWN).collect();
    let rest = if cut.len() < json.len() { "…" } else { "" };
    format!("`{cut}{rest}`")
}
