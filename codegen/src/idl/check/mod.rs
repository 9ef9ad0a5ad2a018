//! What a model may not say, although each of its files is well written (Smithy 2.0, "Model validation", as far as a model
//! that breaks these rules is no model).
//!
//! Shapes and traits from JSON ASTs are checked where they are used: by `lower`, which knows more of them; all of them if a
//! strict check is asked for.

mod id;
mod member;
mod mixin;
mod pattern;
mod place;
mod reference;
mod rules;
mod similar;
mod value;
mod version;

use super::prelude::Prelude;
use super::{Broken, Event, definitions, libraries};
use crate::ast::{Assembly, Shape, ShapeId, Traits};
use crate::diagnostic::{Diagnostic, Sources, Span};
use crate::selector::Graph;
use id::Named;
use pattern::Patterns;
use serde_json::Value;
use similar::Similar;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with shapes from Smithy IDL. Where a file or a shape is broken, what it lacks may have been in it; and only a
/// strict check asks for all that services and resources list, and for the shapes that traits stand at.
pub(super) fn check(assembly: &Assembly<'_>, broken: &Broken, is_strict: bool) -> Vec<Event> {
    let shapes = &assembly.shapes;
    let own = shapes.keys().map(ShapeId::as_str).filter(|id| !libraries::brings(id));
    let namespaces = own.filter_map(|id| id.split_once('#')).map(|(namespace, _)| namespace).collect();
    let mut checker = Checker {
        shapes,
        sources: assembly.sources(),
        namespaces,
        old: &assembly.old,
        broken,
        is_strict,
        event: "Model",
        patterns: Patterns::default(),
        named: Vec::new(),
        similar: None,
        left: 1 << 19,
        problems: Vec::new(),
    };
    for shape in shapes.values() {
        checker.event = "Model";
        checker.version(shape);
        if checker.is_checked(shape.span) {
            checker.members(shape);
            checker.mixins(shape);
            checker.references(shape);
        }
        checker.traits(shape.id.as_str(), &shape.traits);
        for member in &shape.members {
            if !member.traits.0.is_empty() {
                checker.traits(&format!("{}${}", shape.id, member.name), &member.traits);
            }
        }
    }
    for applied in &assembly.applied {
        checker.traits(&applied.target, &applied.traits);
    }
    if is_strict {
        // Traits of mixins stand at the shapes that have these.
        if let Ok(model) = assembly.clone().flatten() {
            let graph = Graph::of(&[&model.shapes, Prelude::shapes(), definitions::shapes()]);
            checker.places(&model.shapes, &graph);
            checker.ids(&graph);
            rules::check(&mut checker, &model.shapes);
        }
        checker.metadata(&assembly.metadata);
    }
    checker.problems
}

/// A shape's type with its article.
fn a(kind: &str) -> String {
    let is_vowel = kind.starts_with(['a', 'e', 'i', 'o', 'u']) && !kind.starts_with("uni");
    format!("{} {kind}", if is_vowel { "an" } else { "a" })
}

struct Checker<'a> {
    shapes: &'a BTreeMap<ShapeId, Shape>,
    sources: &'a Sources<'a>,
    /// The namespaces of shapes that are there.
    namespaces: BTreeSet<&'a str>,
    /// The shapes from files of Smithy 1.0.
    old: &'a BTreeSet<ShapeId>,
    broken: &'a Broken,
    is_strict: bool,
    /// What Smithy calls the problems that are found now.
    event: &'static str,
    patterns: Patterns,
    /// The IDs of shapes that values of traits have.
    named: Vec<Named<'a>>,
    /// Made when a name leads nowhere.
    similar: Option<Similar<'a>>,
    /// How many shapes walks over mixins may still meet. A model with more is refused when it is mixed.
    left: usize,
    problems: Vec<Event>,
}

impl<'a> Checker<'a> {
    /// Whether a place is in a file of Smithy IDL.
    fn is_idl(&self, span: Span) -> bool {
        self.sources.file(span.start).is_some_and(|(file, _)| super::is_idl(file.name))
    }

    /// Whether what stands at a place is looked at.
    fn is_checked(&self, span: Span) -> bool {
        self.is_strict || self.is_idl(span)
    }

    /// A shape of the model or of the prelude. Who asks for a strict check also hears of traits that others define.
    fn shape(&self, id: &ShapeId) -> Option<&'a Shape> {
        let known = self.shapes.get(id).or_else(|| Prelude::shapes().get(id));
        known.or_else(|| if self.is_strict { definitions::shapes().get(id) } else { None })
    }

    /// Whether a shape that isn't there is missing: one of a namespace that is there. Others are in files that a tool brings
    /// along.
    fn is_missing(&self, id: &ShapeId) -> bool {
        let namespace = id.as_str().split_once('#').map_or("", |(namespace, _)| namespace);
        let is_known = namespace == "smithy.api" || self.namespaces.contains(namespace);
        !self.broken.is_any && is_known && self.shape(id).is_none()
    }

    fn wrong(&mut self, span: Span, shape: impl Into<String>, problem: impl Into<String>, remedy: impl Into<String>) {
        let diagnostic = Diagnostic::at(span, shape, problem, remedy);
        self.problems.push(Event { id: self.event, diagnostic });
    }

    /// Metadata, against the shapes that say what it is (Smithy 2.0, "`metadata` trait").
    fn metadata(&mut self, metadata: &BTreeMap<String, (Value, Span)>) {
        self.event = "TypedMetadata";
        for shape in self.shapes.values() {
            let key = shape.traits.get("metadata").and_then(|found| found.value.get("key")?.as_str());
            let Some((key, (value, span))) = key.and_then(|key| metadata.get_key_value(key)) else { continue };
            if let Some(problem) = self.unfit(shape, None, value) {
                let problem = format!("says what the metadata `{key}` is, and that {problem}");
                self.wrong(*span, shape.id.as_str(), problem, "write what the shape is, or remove the metadata");
            }
        }
    }

    /// Traits, each against its definition.
    fn traits(&mut self, shape: &str, traits: &Traits) {
        for (id, applied) in &traits.0 {
            if !self.is_checked(applied.span) {
                continue;
            }
            let definition = ShapeId::new(id.as_str());
            match self.shape(&definition) {
                Some(definition) if definition.traits.has("trait") => {
                    self.event = "TraitValue";
                    self.value(shape, id, definition, applied);
                }
                Some(_) => {
                    self.event = "Model.UnresolvedTrait";
                    let problem = format!("has `@{}`, and that shape is no trait", definition.name());
                    let remedy = format!("give `{id}` the trait `@trait`, or remove it here");
                    self.wrong(applied.span, shape, problem, remedy);
                }
                None if self.is_missing(&definition) => {
                    self.event = "Model.UnresolvedTrait";
                    let problem = format!("has the trait `{id}`, which is not in the model");
                    let remedy = self.instead_of(&definition, true);
                    self.wrong(applied.span, shape, problem, remedy);
                }
                None => {}
            }
        }
    }
}
