//! What of a model stays.

use super::remove::{remove, retain};
use super::unplaced;
use crate::ast::{Model, Shape, ShapeId, Traits};
use crate::diagnostic::Diagnostic;
use crate::idl::prelude;
use crate::selector::{Graph, Selector, TooComplex};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Which shapes and members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Those that have one of these tags.
    Tagged(Vec<String>),
    /// Those that have one of these traits.
    WithTrait(Vec<String>),
    /// Those of these types.
    OfType(Vec<String>),
    /// Those in these namespaces.
    InNamespace(Vec<String>),
    /// Those that a selector yields.
    Selected(Selector),
}

/// Keeps only what is so, or only what isn't.
pub(super) fn shapes(model: &mut Model, which: &Which, keep: bool) -> Result<(), Diagnostic> {
    let selected = match which {
        Which::Selected(selector) => selected(model, selector)?,
        _ => BTreeSet::new(),
    };
    retain(model, |id, member, kind, traits| {
        let is_meant = match which {
            Which::Selected(_) => match member {
                Some(member) => selected.contains(&format!("{id}${member}")),
                None => selected.contains(id.as_str()),
            },
            Which::Tagged(tags) => has_tag(traits, tags),
            Which::WithTrait(ids) => ids.iter().any(|id| traits.0.contains_key(id)),
            Which::OfType(kinds) => kinds.iter().any(|meant| meant == kind),
            Which::InNamespace(namespaces) => {
                let namespace = id.as_str().split_once('#').map(|(namespace, _)| namespace);
                namespaces.iter().any(|meant| Some(meant.as_str()) == namespace)
            }
        };
        is_meant == keep
    });
    Ok(())
}

/// The IDs of what a selector yields.
fn selected(model: &Model, selector: &Selector) -> Result<BTreeSet<String>, Diagnostic> {
    let graph = Graph::of(&[&model.shapes, prelude()]);
    let found = selector.select(&graph).map_err(|TooComplex| {
        let problem = "a selector of a transform takes more steps than a model should ask for";
        unplaced(problem, "make it simpler, or split the transform into several")
    })?;
    Ok(found.into_iter().map(str::to_owned).collect())
}

/// Keeps only these services, all of which have to be there.
pub(super) fn services(model: &mut Model, ids: &[String]) -> Result<(), Diagnostic> {
    for id in ids {
        service(model, id)?;
    }
    let others = model.shapes.values().filter(|shape| shape.kind == "service" && !ids.contains(&shape.id.to_string()));
    let others: BTreeSet<ShapeId> = others.map(|shape| shape.id.clone()).collect();
    remove(model, others);
    Ok(())
}

/// The service of this ID.
pub(super) fn service<'m>(model: &'m Model, id: &str) -> Result<&'m Shape, Diagnostic> {
    let found = model.shapes.get(&ShapeId::new(id)).filter(|shape| shape.kind == "service");
    found.ok_or_else(|| {
        let services = model.shapes.values().filter(|shape| shape.kind == "service");
        let services: Vec<String> = services.map(|shape| format!("`{}`", shape.id)).collect();
        let has = if services.is_empty() { "no service".to_owned() } else { services.join(", ") };
        let problem =
            format!("a transform of smithy-build.json names the service `{id}`, which the model doesn't have");
        unplaced(problem, format!("name one that it has: it has {has}"))
    })
}

/// Keeps only these tags, or only others.
pub(super) fn tags(model: &mut Model, tags: &[String], keep: bool) {
    for traits in all_traits(model) {
        let Some(found) = traits.0.get_mut("smithy.api#tags") else { continue };
        let Value::Array(items) = &mut found.value else { continue };
        items.retain(|item| item.as_str().is_some_and(|item| tags.iter().any(|tag| tag == item)) == keep);
        if items.is_empty() {
            traits.0.remove("smithy.api#tags");
        }
    }
}

/// Keeps only traits that are as asked for, by ID and definition where it is there; and their definitions.
pub(super) fn traits(model: &mut Model, keeps: impl Fn(&str, Option<&Shape>) -> bool) {
    let mut known: BTreeMap<String, bool> = BTreeMap::new();
    let used = model.shapes.values().flat_map(|shape| {
        let members = shape.members.iter().map(|member| &member.traits);
        members.chain([&shape.traits]).flat_map(|traits| traits.0.keys())
    });
    let defined = model.shapes.values().filter(|shape| shape.traits.has("trait")).map(|shape| shape.id.to_string());
    for id in used.cloned().chain(defined) {
        let definition = model.shapes.get(&ShapeId::new(id.as_str())).filter(|shape| shape.traits.has("trait"));
        let stays = keeps(&id, definition);
        known.insert(id, stays);
    }
    let is_gone = |id: &str| known.get(id) == Some(&false);
    let gone = model.shapes.values().filter(|shape| shape.traits.has("trait") && is_gone(shape.id.as_str()));
    let gone: BTreeSet<ShapeId> = gone.map(|shape| shape.id.clone()).collect();
    for traits in all_traits(model) {
        traits.0.retain(|id, _| !is_gone(id));
    }
    remove(model, gone);
}

/// Whether there is one of these tags.
pub(super) fn has_tag(traits: &Traits, tags: &[String]) -> bool {
    let found = traits.get("tags").and_then(|found| found.value.as_array()).into_iter().flatten();
    found.filter_map(Value::as_str).any(|found| tags.iter().any(|tag| tag == found))
}

/// The traits of all shapes and members.
pub(super) fn all_traits(model: &mut Model) -> impl Iterator<Item = &mut Traits> {
    model.shapes.values_mut().flat_map(|shape| {
        let members = shape.members.iter_mut().map(|member| &mut member.traits);
        members.chain([&mut shape.traits])
    })
}
