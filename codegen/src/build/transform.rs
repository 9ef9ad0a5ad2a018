//! What a projection does to a model, step by step (Smithy 2.0, "smithy-build.json", "Transforms").

use super::deprecated::{self, Version};
use super::keep::Which;
use super::node::{Node, Reader};
use super::{change, closure, keep, rename};
use crate::ast::{Model, ShapeId, is_shape_id, is_shape_type};
use crate::diagnostic::Diagnostic;
use crate::selector::Selector;
use std::collections::BTreeMap;

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Transform {
    /// The steps of other projections.
    Apply(Vec<String>),
    /// Only shapes and members that are so, or only others.
    Shapes { which: Which, keep: bool },
    /// Only these services.
    Services(Vec<String>),
    /// Only these tags, or only others.
    Tags { tags: Vec<String>, keep: bool },
    /// Only these traits, or only others.
    Traits { ids: Vec<String>, keep: bool },
    /// Only traits whose definitions have these tags, or only others.
    TaggedTraits { tags: Vec<String>, keep: bool },
    /// Only these keys of the metadata, or only others.
    Metadata { keys: Vec<String>, keep: bool },
    /// Nothing that was deprecated before.
    Deprecated { date: Option<u32>, version: Option<Version> },
    /// Only what a service needs, or has one of these tags.
    Used { exported: Vec<String> },
    /// No definitions of traits but those that have one of these tags; traits stay where they are.
    NoDefinitions { exported: Vec<String> },
    /// What a service needs, and what has one of these tags, in one namespace.
    Flatten { namespace: String, service: String, tagged: Vec<String> },
    /// Other IDs.
    Rename(BTreeMap<String, String>),
    /// Other types.
    Types(BTreeMap<String, String>),
    /// Tokens that callers needn't give.
    OptionalTokens,
}

/// What is done for every model, and what only concerns validators: nothing is left to do.
const NOTHING: &[&str] = &["changeStringEnumsToEnumShapes", "flattenAndRemoveMixins", "filterSuppressions"];

/// The names of what is supported.
const KNOWN: &str = "apply, changeStringEnumsToEnumShapes, changeTypes, excludeMetadata, excludeShapesBySelector, \
                     excludeShapesByTag, \
                     excludeShapesByTrait, excludeShapesByType, excludeTags, excludeTraits, excludeTraitsByTag, \
                     filterSuppressions, flattenAndRemoveMixins, flattenNamespaces, includeMetadata, includeNamespaces, \
                     includeServices, includeShapesBySelector, includeShapesByTag, includeTags, includeTraits, includeTraitsByTag, \
                     makeIdempotencyTokensClientOptional, removeDeprecatedShapes, removeTraitDefinitions, \
                     removeUnusedShapes, renameShapes";

/// The step that a value describes; none if it changes nothing, or if it is wrong.
pub(super) fn transform<'a>(reader: &mut Reader<'a>, node: &Node<'a>) -> Option<Transform> {
    let known = reader.problems.len();
    let (mut name, mut arguments) = (None, None);
    for (key, value) in reader.entries(node) {
        match key.as_str() {
            "name" => name = reader.text(&value).map(|text| (text, value)),
            "args" => arguments = Some(value),
            _ => reader.wrong(&value, "is nothing that a transform has", "use only `name` and `args`"),
        }
    }
    let Some((name, at)) = name else {
        if reader.problems.len() == known {
            reader.wrong(node, "has no `name`", "say which transform it is");
        }
        return None;
    };
    if NOTHING.contains(&name.as_str()) {
        return None;
    }
    let mut given = Given { reader, node, arguments, taken: Vec::new() };
    let found = given.transform(&name);
    if found.is_some() {
        given.refuse_others(&name);
    } else if given.reader.problems.len() == known {
        let problem = format!("is `{name}`, a transform that isn't supported");
        reader.wrong(&at, &problem, format!("remove it, or use one of {KNOWN}"));
    }
    found
}

/// The arguments of a transform.
struct Given<'r, 'a> {
    reader: &'r mut Reader<'a>,
    node: &'r Node<'a>,
    arguments: Option<Node<'a>>,
    /// The names of those that it has.
    taken: Vec<&'static str>,
}

impl<'a> Given<'_, 'a> {
    /// The step of this name; none if there is none, or if something is wrong.
    fn transform(&mut self, name: &str) -> Option<Transform> {
        use Transform::*;
        let keep = name.starts_with("include");
        Some(match name {
            "apply" => Apply(self.list("projections")),
            "excludeShapesByTag" | "includeShapesByTag" | "excludeByTag" | "includeByTag" => {
                Shapes { which: Which::Tagged(self.list("tags")), keep }
            }
            "excludeShapesByTrait" => {
                let ids = self.list("traits").iter().map(|id| trait_id(id)).collect();
                Shapes { which: Which::WithTrait(ids), keep }
            }
            "excludeShapesByType" => {
                let types = self.list("shapeTypes");
                types.iter().for_each(|kind| self.check_type(kind));
                Shapes { which: Which::OfType(types), keep }
            }
            "excludeShapesBySelector" | "includeShapesBySelector" => {
                let Some(text) = self.text("selector") else {
                    self.wrong(
                        "has no `args` with a text `selector`",
                        "say which shapes are meant, e.g. `[trait|internal]`",
                    );
                    return None;
                };
                match Selector::parse(&text) {
                    Ok(selector) => Shapes { which: Which::Selected(selector), keep },
                    Err(wrong) => {
                        let problem = format!("has a selector that is none: at byte {}, {}", wrong.at, wrong.problem);
                        self.wrong(&problem, "correct it");
                        return None;
                    }
                }
            }
            "includeNamespaces" => Shapes { which: Which::InNamespace(self.list("namespaces")), keep },
            "includeServices" => Services(self.list("services")),
            "excludeTags" | "includeTags" => Tags { tags: self.list("tags"), keep },
            "excludeTraits" | "includeTraits" => {
                Traits { ids: self.list("traits").iter().map(|id| trait_id(id)).collect(), keep }
            }
            "excludeTraitsByTag" | "includeTraitsByTag" => TaggedTraits { tags: self.list("tags"), keep },
            "excludeMetadata" | "includeMetadata" => Metadata { keys: self.list("keys"), keep },
            "removeDeprecatedShapes" => {
                let text = self.text("relativeDate");
                let date = text.as_deref().and_then(deprecated::day);
                if let Some(date) = text.filter(|_| date.is_none()) {
                    self.wrong(&format!("has a `relativeDate` `{date}` that is no date"), "write it as `2026-01-31`");
                }
                let text = self.text("relativeVersion");
                let version = text.as_deref().and_then(Version::of);
                if let (Some(text), None) = (text, &version) {
                    self.wrong(&format!("has a `relativeVersion` `{text}` that is no version"), "write it as `1.2.0`");
                }
                Deprecated { date, version }
            }
            "removeUnusedShapes" | "treeShaker" => Used { exported: self.optional_list("exportTagged") },
            "removeTraitDefinitions" => NoDefinitions { exported: self.optional_list("exportTagged") },
            "flattenNamespaces" => {
                let (namespace, service) = (self.text("namespace"), self.text("service"));
                let tagged = self.optional_list("includeTagged");
                let (Some(namespace), Some(service)) = (namespace, service) else {
                    self.wrong("lacks `namespace` or `service`", "say which service's shapes get which namespace");
                    return None;
                };
                if !is_shape_id(&format!("{namespace}#A")) {
                    self.wrong(&format!("has a `namespace` `{namespace}` that is none"), "write it as `com.example`");
                }
                Flatten { namespace, service, tagged }
            }
            "renameShapes" => {
                let renamed = self.map("renamed");
                for id in renamed.iter().flat_map(|(from, to)| [from, to]).filter(|id| !is_shape_id(id)) {
                    self.wrong(&format!("renames `{id}`, which is no shape's ID"), "write it as `com.example#Name`");
                }
                Rename(renamed)
            }
            "changeTypes" => {
                let types = self.map("shapeTypes");
                types.values().for_each(|kind| self.check_type(kind));
                self.taken.push("synthesizeEnumNames");
                Types(types)
            }
            "makeIdempotencyTokensClientOptional" | "markIdempotencyTokensClientOptional" => OptionalTokens,
            _ => return None,
        })
    }

    fn wrong(&mut self, problem: &str, remedy: &str) {
        self.reader.wrong(self.node, problem, remedy);
    }

    fn check_type(&mut self, kind: &str) {
        if !is_shape_type(kind) {
            self.wrong(&format!("names the type `{kind}`, which Smithy doesn't have"), "write e.g. `structure`");
        }
    }

    /// The argument of this name.
    fn argument(&mut self, name: &'static str) -> Option<Node<'a>> {
        self.taken.push(name);
        let arguments = self.arguments.as_ref()?;
        let found = self.reader.entries(arguments);
        found.into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    fn text(&mut self, name: &'static str) -> Option<String> {
        let value = self.argument(name)?;
        self.reader.text(&value)
    }

    /// A list, which may stand in place of all arguments, as it did in smithy-build's first version.
    fn optional_list(&mut self, name: &'static str) -> Vec<String> {
        if let Some(list) = self.arguments.take_if(|arguments| self.reader.is_list(arguments)) {
            self.taken.push(name);
            return self.reader.texts(&list);
        }
        self.argument(name).map(|value| self.reader.texts(&value)).unwrap_or_default()
    }

    /// A list that has to be there.
    fn list(&mut self, name: &'static str) -> Vec<String> {
        let known = self.reader.problems.len();
        let list = self.optional_list(name);
        if list.is_empty() && self.reader.problems.len() == known {
            self.wrong(&format!("has no `args` with a list `{name}`"), "add it; nothing is meant by an empty list");
        }
        list
    }

    fn map(&mut self, name: &'static str) -> BTreeMap<String, String> {
        let Some(value) = self.argument(name) else {
            self.wrong(&format!("has no `args` with an object `{name}`"), "add it, with an ID for each key");
            return BTreeMap::new();
        };
        let mut map = BTreeMap::new();
        for (key, value) in self.reader.entries(&value) {
            map.extend(self.reader.text(&value).map(|text| (key, text)));
        }
        map
    }

    /// Arguments that nobody asked for would be ones without effect.
    fn refuse_others(&mut self, name: &str) {
        let Some(arguments) = self.arguments.take() else { return };
        for (key, value) in self.reader.entries(&arguments) {
            if !self.taken.contains(&key.as_str()) {
                let known = self.taken.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
                let remedy = if known.is_empty() { "remove it".to_owned() } else { format!("use {known}") };
                self.reader.wrong(&value, &format!("is no argument of `{name}`"), remedy);
            }
        }
    }
}

/// A trait's ID: a name alone is one of Smithy's own. A namespace means all in it, with `#` behind it or without.
fn trait_id(id: &str) -> String {
    match id {
        _ if id.contains('#') => id.to_owned(),
        _ if id.contains('.') => format!("{id}#"),
        _ => format!("smithy.api#{id}"),
    }
}

impl Transform {
    /// Changes the model.
    pub(super) fn apply(&self, model: &mut Model) -> Result<(), Diagnostic> {
        use Transform::*;
        match self {
            // Projections have these replaced by what they stand for.
            Apply(_) => {}
            Shapes { which, keep } => return keep::shapes(model, which, *keep),
            Services(ids) => return keep::services(model, ids),
            Tags { tags, keep } => keep::tags(model, tags, *keep),
            // What makes a shape a trait stays with those that stay.
            Traits { ids, keep } => {
                let is_definition = |id: &str| *keep && id == "smithy.api#trait";
                keep::traits(model, |id, _| is_definition(id) || is_named(id, ids) == *keep);
            }
            TaggedTraits { tags, keep } => {
                // Definitions that aren't there, such as Smithy's own, have no tags that we knew.
                keep::traits(model, |_, found| found.is_none_or(|found| keep::has_tag(&found.traits, tags) == *keep));
            }
            Metadata { keys, keep } => model.metadata.retain(|key, _| keys.contains(key) == *keep),
            Deprecated { date, version } => deprecated::remove(model, *date, version.as_ref()),
            Used { exported } => closure::keep_used(model, exported),
            NoDefinitions { exported } => closure::remove_definitions(model, exported),
            Flatten { namespace, service, tagged } => {
                return rename::flatten(model, namespace, &ShapeId::new(service.as_str()), tagged);
            }
            Rename(ids) => return rename::by_name(model, ids),
            Types(types) => return change::types(model, types),
            OptionalTokens => change::optional_tokens(model),
        }
        Ok(())
    }
}

/// Whether a trait is one of these, or in one of these namespaces: `com.example#`.
fn is_named(id: &str, ids: &[String]) -> bool {
    ids.iter().any(|named| id == named || (named.ends_with('#') && id.starts_with(named.as_str())))
}
