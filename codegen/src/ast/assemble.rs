//! What several files say, put together (Smithy 2.0, "Merging model files").
//!
//! A shape may be there twice if both say the same; its traits are merged. What contradicts itself is a problem that names
//! both places.

use super::mixin::Applied;
use super::{Document, Elided, Member, Model, Shape, ShapeId, Trait, Traits, Version};
use crate::diagnostic::{Diagnostic, Sources, Span, in_order};
use serde_json::Value;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Files put together: shapes as written, mixins still apart.
#[derive(Clone, Default)]
pub(crate) struct Assembly<'s> {
    pub(crate) shapes: BTreeMap<ShapeId, Shape>,
    /// Traits for members that shapes have from mixins, or for nothing that is there.
    pub(crate) applied: Vec<Applied>,
    pub(crate) metadata: BTreeMap<String, (Value, Span)>,
    pub(crate) elided: Vec<Elided>,
    /// The shapes from files of Smithy 1.0.
    pub(crate) old: BTreeSet<ShapeId>,
    /// The newest version that a file has.
    pub(crate) version: Version,
    pub(crate) problems: Vec<Diagnostic>,
    lacks_shapes: bool,
    /// The files, to name places in them.
    sources: Sources<'s>,
}

impl<'s> Assembly<'s> {
    pub(crate) fn of(sources: Sources<'s>) -> Self {
        Assembly { sources, ..Assembly::default() }
    }

    pub(crate) fn sources(&self) -> &Sources<'s> {
        &self.sources
    }

    pub(crate) fn add(&mut self, document: Document) {
        self.version = self.version.max(document.version);
        self.lacks_shapes |= document.lacks_shapes;
        for (key, value, span) in document.metadata {
            self.metadata(key, value, span);
        }
        for shape in document.shapes {
            if document.version == Version::One {
                self.old.insert(shape.id.clone());
            }
            self.shape(shape);
        }
        self.elided.extend(document.elided);
        self.applied.extend(document.applied);
    }

    fn metadata(&mut self, key: String, value: Value, span: Span) {
        match self.metadata.entry(key) {
            Entry::Vacant(entry) => drop(entry.insert((value, span))),
            Entry::Occupied(mut entry) => match (&mut entry.get_mut().0, value) {
                (Value::Array(known), Value::Array(more)) => known.extend(more),
                (known, value) if *known == value => {}
                _ => {
                    let (known, key) = (self.sources.place(entry.get().1), entry.key());
                    let problem = format!("the metadata `{key}` has another value at {known}");
                    let remedy = "remove one of the two, or make lists of both, which are joined".to_owned();
                    self.problems.push(Diagnostic { shape: None, span: Some(span), problem, remedy });
                }
            },
        }
    }

    fn shape(&mut self, shape: Shape) {
        let known = match self.shapes.entry(shape.id.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(shape);
                return;
            }
            Entry::Occupied(entry) => entry.into_mut(),
        };
        if let Some(what) = difference(known, &shape) {
            let problem = format!("is also defined at {}, {what}", self.sources.place(known.span));
            let remedy = match shape.traits.has("synthetic") {
                // Nobody wrote its name.
                true => "give one of the two a name, as a list or map of its own",
                false => "remove one of the two, or rename it",
            };
            self.problems.push(Diagnostic::at(shape.span, shape.id.as_str(), problem, remedy));
            return;
        }
        merge(&mut known.traits, shape.traits, shape.id.as_str(), &self.sources, &mut self.problems);
        for (known, member) in known.members.iter_mut().zip(shape.members) {
            let id = format!("{}${}", shape.id, member.name);
            merge(&mut known.traits, member.traits, &id, &self.sources, &mut self.problems);
        }
    }

    /// Gives traits that stand apart to the shapes and members that are there. For others, mixins come first.
    pub(crate) fn apply(&mut self) {
        for applied in std::mem::take(&mut self.applied) {
            let (id, member) = match applied.target.split_once('$') {
                Some((id, member)) => (id, Some(member)),
                None => (applied.target.as_str(), None),
            };
            let shape = self.shapes.get_mut(&ShapeId::new(id));
            let to = match (shape, member) {
                (Some(shape), None) => Some(&mut shape.traits),
                (Some(shape), Some(member)) => {
                    shape.members.iter_mut().find(|found| found.name == member).map(|found| &mut found.traits)
                }
                (None, _) => None,
            };
            match to {
                Some(to) => merge(to, applied.traits, &applied.target, &self.sources, &mut self.problems),
                None => self.applied.push(applied),
            }
        }
    }

    /// Gives what Smithy 1.0 said differently the form of 2.0.
    pub(crate) fn upgrade(&mut self) {
        super::upgrade::upgrade(&mut self.shapes, &self.old);
        self.old.clear();
        self.version = self.version.max(Version::Two);
    }

    /// The model: everything upgraded, mixed in and applied.
    ///
    /// # Errors
    /// All problems that there are.
    pub(crate) fn finish(mut self) -> Result<Model, Vec<Diagnostic>> {
        if self.lacks_shapes && self.shapes.is_empty() && self.problems.is_empty() {
            let remedy = "add the shapes: at least a service, and the operations that it lists";
            self.problems.push(Diagnostic::of_file("the model has no `shapes`", remedy));
        }
        self.flatten()
    }

    /// As [`Assembly::finish`]; but there needn't be any shapes.
    pub(crate) fn flatten(mut self) -> Result<Model, Vec<Diagnostic>> {
        self.apply();
        self.upgrade();
        for shape in self.shapes.values_mut() {
            super::upgrade::string_enum(shape);
        }
        let applied = std::mem::take(&mut self.applied);
        self.problems.extend(super::mixin::flatten(&mut self.shapes, applied));
        if !self.problems.is_empty() {
            return Err(in_order(self.problems));
        }
        let metadata = self.metadata.into_iter().map(|(key, (value, _))| (key, value)).collect();
        Ok(Model { shapes: self.shapes, metadata })
    }
}

/// In what a shape that is there twice differs from itself. Traits don't count: they are merged.
fn difference(one: &Shape, other: &Shape) -> Option<String> {
    if one.kind != other.kind {
        return Some(format!("as a {}", one.kind));
    }
    let members = |shape: &Shape| -> Vec<(String, ShapeId)> {
        shape.members.iter().map(|Member { name, target, .. }| (name.clone(), target.clone())).collect()
    };
    if members(one) != members(other) {
        return Some("with other members".to_owned());
    }
    let references = |shape: &Shape| -> Vec<(String, ShapeId)> {
        shape.references.iter().map(|(name, reference)| (name.clone(), reference.target.clone())).collect()
    };
    let is_same = references(one) == references(other) && one.version == other.version && one.values == other.values;
    (!is_same).then(|| "with other properties".to_owned())
}

/// Adds traits. Of those that are there with another value, lists are joined.
fn merge(to: &mut Traits, traits: Traits, shape: &str, sources: &Sources<'_>, problems: &mut Vec<Diagnostic>) {
    for (id, added) in traits.0 {
        let known = match to.0.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert(added);
                continue;
            }
            Entry::Occupied(entry) => entry,
        };
        let id = known.key().clone();
        if let Err((known, added)) = join(known.into_mut(), added) {
            let problem = format!("has the trait `{id}` with another value at {}", sources.place(known));
            problems.push(Diagnostic::at(added, shape, problem, "remove one of the two"));
        }
    }
}

/// Joins a trait's second value to its first, unless they contradict each other.
pub(crate) fn join(known: &mut Trait, added: Trait) -> Result<(), (Span, Span)> {
    match (&mut known.value, added.value) {
        (known, added) if *known == added => Ok(()),
        (Value::Array(items), Value::Array(more)) => {
            items.extend(more);
            known.items.extend(added.items);
            Ok(())
        }
        _ => Err((known.span, added.span)),
    }
}
