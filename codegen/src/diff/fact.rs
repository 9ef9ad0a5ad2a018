//! What differs between two models, without a judgement: every shape, member, trait and property that one has and the
//! other hasn't, or has otherwise.
//!
//! Documentation is apart: it is counted, and nothing more. That an operation or resource is new or gone, and that its owner
//! lists it or no longer does, is one fact.

use super::{Change, Subject};
use crate::ast::{Member, Model, Shape, ShapeId, Traits};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The same thing in the older model and in the newer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Both<T> {
    pub(super) old: T,
    pub(super) new: T,
}

/// The shape or member that has a trait.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bearer<'m> {
    pub(super) shape: Both<&'m Shape>,
    pub(super) member: Option<Both<&'m Member>>,
}

/// One thing that differs.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fact<'m> {
    ShapeAdded(&'m Shape),
    ShapeRemoved(&'m Shape),
    TypeChanged(Both<&'m Shape>),
    MemberAdded(Both<&'m Shape>, &'m Member),
    MemberRemoved(Both<&'m Shape>, &'m Member),
    OrderChanged(Both<&'m Shape>),
    TargetChanged(Both<&'m Shape>, Both<&'m Member>),
    /// A trait that was added, removed or has another value.
    Trait(Bearer<'m>, &'m str, Both<Option<&'m Value>>),
    /// A shape that a list of another's now has.
    Listed(Both<&'m Shape>, &'m str, &'m ShapeId),
    /// A shape that a list of another's had.
    Unlisted(Both<&'m Shape>, &'m str, &'m ShapeId),
    /// A shape to which another refers by a property.
    Reference(Both<&'m Shape>, &'m str, Both<Option<&'m ShapeId>>),
    Version(Both<&'m Shape>),
    /// A property that is neither a list nor a reference.
    Property(Both<&'m Shape>, &'m str, Both<Option<&'m Value>>),
    Metadata(&'m str, Both<Option<&'m Value>>),
}

/// The facts, and how many texts for people differ.
pub(super) struct Facts<'m> {
    pub(super) facts: Vec<Fact<'m>>,
    pub(super) texts: usize,
}

/// Traits that are texts for people.
const DOCUMENTATION: &[&str] = &["smithy.api#documentation", "smithy.api#examples", "smithy.api#externalDocumentation"];

/// Properties that list shapes, each with one fact for a shape.
const LISTS: &[&str] = &["operations", "collectionOperations", "resources", "errors"];

/// Properties that refer to one shape.
const REFERENCES: &[&str] = &["input", "output", "create", "put", "read", "update", "delete", "list"];

/// All that differs, by shape.
pub(super) fn facts<'m>(models: Both<&'m Model>) -> Facts<'m> {
    let mut found = Finder { models, facts: Vec::new(), texts: 0 };
    let Both { old, new } = models;
    let ids: BTreeSet<&ShapeId> = old.shapes.keys().chain(new.shapes.keys()).collect();
    for id in ids {
        match (old.shapes.get(id), new.shapes.get(id)) {
            (None, Some(shape)) => found.facts.push(Fact::ShapeAdded(shape)),
            (Some(shape), None) => found.facts.push(Fact::ShapeRemoved(shape)),
            (Some(old), Some(new)) => found.shape(Both { old, new }),
            (None, None) => {}
        }
    }
    found.metadata();
    Facts { facts: found.facts, texts: found.texts }
}

struct Finder<'m> {
    models: Both<&'m Model>,
    facts: Vec<Fact<'m>>,
    texts: usize,
}

impl<'m> Finder<'m> {
    fn shape(&mut self, shape: Both<&'m Shape>) {
        if shape.old.kind != shape.new.kind {
            self.facts.push(Fact::TypeChanged(shape));
        }
        if shape.old.version != shape.new.version {
            self.facts.push(Fact::Version(shape));
        }
        self.traits(Bearer { shape, member: None }, Both { old: &shape.old.traits, new: &shape.new.traits });
        if same_family(&shape.old.kind, &shape.new.kind) {
            self.members(shape);
        }
        self.references(shape);
        for (name, values) in changed(Both { old: &shape.old.values, new: &shape.new.values }) {
            self.facts.push(Fact::Property(shape, name, values));
        }
    }

    fn members(&mut self, shape: Both<&'m Shape>) {
        let by_name = |members: &'m [Member]| -> BTreeMap<&'m str, &'m Member> {
            members.iter().map(|member| (member.name.as_str(), member)).collect()
        };
        let (old, new) = (by_name(&shape.old.members), by_name(&shape.new.members));
        for member in &shape.old.members {
            match new.get(member.name.as_str()) {
                None => self.facts.push(Fact::MemberRemoved(shape, member)),
                Some(now) => self.member(shape, Both { old: member, new: now }),
            }
        }
        let is_new = |member: &&Member| !old.contains_key(member.name.as_str());
        self.facts.extend(shape.new.members.iter().filter(is_new).map(|member| Fact::MemberAdded(shape, member)));
        let common = |members: &'m [Member], other: &BTreeMap<&str, &Member>| -> Vec<&'m str> {
            members.iter().map(|member| member.name.as_str()).filter(|name| other.contains_key(name)).collect()
        };
        if common(&shape.old.members, &new) != common(&shape.new.members, &old) {
            self.facts.push(Fact::OrderChanged(shape));
        }
    }

    fn member(&mut self, shape: Both<&'m Shape>, member: Both<&'m Member>) {
        if member.old.target != member.new.target {
            self.facts.push(Fact::TargetChanged(shape, member));
        }
        let traits = Both { old: &member.old.traits, new: &member.new.traits };
        self.traits(Bearer { shape, member: Some(member) }, traits);
    }

    fn traits(&mut self, subject: Bearer<'m>, traits: Both<&'m Traits>) {
        let ids: BTreeSet<&String> = traits.old.0.keys().chain(traits.new.0.keys()).collect();
        for id in ids {
            let value = |traits: &'m Traits| traits.0.get(id).map(|found| &found.value);
            let values = Both { old: value(traits.old), new: value(traits.new) };
            if values.old == values.new {
                continue;
            }
            match DOCUMENTATION.contains(&id.as_str()) {
                true => self.texts += 1,
                false => self.facts.push(Fact::Trait(subject, id, values)),
            }
        }
    }

    fn references(&mut self, shape: Both<&'m Shape>) {
        for property in LISTS {
            let targets = |shape: &'m Shape| -> BTreeSet<&'m ShapeId> {
                shape.references(property).map(|reference| &reference.target).collect()
            };
            let (old, new) = (targets(shape.old), targets(shape.new));
            // A new operation or resource is listed as a matter of course, and so is what was removed no longer.
            let is_told = |id: &ShapeId, model: &Model| *property == "errors" || model.shapes.contains_key(id);
            let gone = old.difference(&new).filter(|id| is_told(id, self.models.new));
            self.facts.extend(gone.map(|id| Fact::Unlisted(shape, property, id)));
            let added = new.difference(&old).filter(|id| is_told(id, self.models.old));
            self.facts.extend(added.map(|id| Fact::Listed(shape, property, id)));
        }
        for property in REFERENCES {
            // To take or return the unit is to take or return nothing.
            let is_something = |id: &&ShapeId| id.as_str() != "smithy.api#Unit";
            let target = |shape: &'m Shape| {
                shape.references(property).next().map(|reference| &reference.target).filter(is_something)
            };
            let targets = Both { old: target(shape.old), new: target(shape.new) };
            let is_lifecycle = !matches!(*property, "input" | "output");
            let is_known = |id: Option<&ShapeId>, model: &Model| id.is_none_or(|id| model.shapes.contains_key(id));
            let is_told = is_known(targets.old, self.models.new) && is_known(targets.new, self.models.old);
            if targets.old != targets.new && (is_told || !is_lifecycle) {
                self.facts.push(Fact::Reference(shape, property, targets));
            }
        }
    }

    fn metadata(&mut self) {
        let Both { old, new } = self.models;
        for (key, values) in changed(Both { old: &old.metadata, new: &new.metadata }) {
            self.facts.push(Fact::Metadata(key, values));
        }
    }
}

/// The entries that differ.
fn changed<'m>(maps: Both<&'m BTreeMap<String, Value>>) -> impl Iterator<Item = (&'m str, Both<Option<&'m Value>>)> {
    let keys: BTreeSet<&'m String> = maps.old.keys().chain(maps.new.keys()).collect();
    let values = move |key: &'m String| Both { old: maps.old.get(key), new: maps.new.get(key) };
    let entries = keys.into_iter().map(move |key| (key.as_str(), values(key)));
    entries.filter(|(_, values)| values.old != values.new)
}

/// Whether shapes of these types have members that can be told apart by name.
fn same_family(old: &str, new: &str) -> bool {
    let family = |kind: &str| match kind {
        "set" => "list".to_owned(),
        kind => kind.to_owned(),
    };
    family(old) == family(new)
}

impl Fact<'_> {
    /// Where it is: the ID of a shape or member.
    pub(super) fn place(&self) -> String {
        let member = |shape: &Shape, member: &Member| format!("{}${}", shape.id, member.name);
        match self {
            Fact::ShapeAdded(shape) | Fact::ShapeRemoved(shape) => shape.id.to_string(),
            Fact::MemberAdded(shape, found) => member(shape.new, found),
            Fact::MemberRemoved(shape, found) => member(shape.old, found),
            Fact::TargetChanged(shape, found) => member(shape.new, found.new),
            Fact::Trait(Bearer { shape, member: Some(found) }, ..) => member(shape.new, found.new),
            Fact::Trait(Bearer { shape, member: None }, ..)
            | Fact::TypeChanged(shape)
            | Fact::OrderChanged(shape)
            | Fact::Listed(shape, ..)
            | Fact::Unlisted(shape, ..)
            | Fact::Reference(shape, ..)
            | Fact::Version(shape)
            | Fact::Property(shape, ..) => shape.new.id.to_string(),
            Fact::Metadata(..) => "metadata".to_owned(),
        }
    }

    /// What kind of thing it concerns, and what became of it.
    pub(super) fn kind(&self) -> (Subject, Change) {
        match self {
            Fact::ShapeAdded(shape) => (of_shape(shape), Change::Added),
            Fact::ShapeRemoved(shape) => (of_shape(shape), Change::Removed),
            Fact::MemberAdded(shape, _) => (of_member(shape.new), Change::Added),
            Fact::MemberRemoved(shape, _) => (of_member(shape.new), Change::Removed),
            Fact::TargetChanged(shape, _) => (of_member(shape.new), Change::Changed),
            Fact::Trait(Bearer { shape, member }, id, values) => {
                let subject = if member.is_some() { of_member(shape.new) } else { of_shape(shape.new) };
                let is_deprecated = *id == "smithy.api#deprecated" && values.new.is_some();
                (subject, if is_deprecated { Change::Deprecated } else { Change::Changed })
            }
            Fact::Listed(_, property, _) => (of_list(property), Change::Added),
            Fact::Unlisted(_, property, _) => (of_list(property), Change::Removed),
            Fact::TypeChanged(shape)
            | Fact::OrderChanged(shape)
            | Fact::Reference(shape, ..)
            | Fact::Version(shape)
            | Fact::Property(shape, ..) => (of_shape(shape.new), Change::Changed),
            Fact::Metadata(..) => (Subject::Service, Change::Changed),
        }
    }

    /// The rule's ID, where Smithy has none.
    pub(super) fn rule(&self) -> String {
        match self {
            Fact::ShapeAdded(_) | Fact::MemberAdded(..) => "AddedShape".to_owned(),
            Fact::ShapeRemoved(_) | Fact::MemberRemoved(..) => "RemovedShape".to_owned(),
            Fact::TypeChanged(_) => "ChangedShapeType".to_owned(),
            Fact::OrderChanged(_) => "ChangedMemberOrder".to_owned(),
            Fact::TargetChanged(..) => "ChangedMemberTarget".to_owned(),
            Fact::Trait(_, id, Both { old: None, .. }) => format!("ModifiedTrait.Add.{id}"),
            Fact::Trait(_, id, Both { new: None, .. }) => format!("ModifiedTrait.Remove.{id}"),
            Fact::Trait(_, id, _) => format!("ModifiedTrait.Update.{id}"),
            Fact::Listed(_, property, _) => format!("AddedBinding.{property}"),
            Fact::Unlisted(_, property, _) => format!("RemovedBinding.{property}"),
            Fact::Reference(_, property, _) => format!("ChangedBinding.{property}"),
            Fact::Version(_) => "ChangedServiceVersion".to_owned(),
            Fact::Property(_, property, _) => format!("ChangedProperty.{property}"),
            Fact::Metadata(..) => "ChangedMetadata".to_owned(),
        }
    }
}

fn of_shape(shape: &Shape) -> Subject {
    match shape.kind.as_str() {
        "operation" => Subject::Operation,
        "service" | "resource" => Subject::Service,
        _ if shape.traits.has("error") => Subject::Error,
        _ => Subject::Type,
    }
}

fn of_member(shape: &Shape) -> Subject {
    if matches!(shape.kind.as_str(), "enum" | "intEnum") { Subject::Value } else { Subject::Member }
}

fn of_list(property: &str) -> Subject {
    match property {
        "errors" => Subject::Error,
        "resources" => Subject::Service,
        _ => Subject::Operation,
    }
}
