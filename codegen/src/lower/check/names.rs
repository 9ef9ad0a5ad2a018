//! Names that would be the same in Rust, or on the wire.

use crate::ast::Shape;
use crate::ir::Structure;
use crate::lower::facts::{Facts, NamedError};
use crate::lower::problems::Problems;
use crate::names;
use std::collections::{BTreeMap, BTreeSet};

/// A kind of name, and what makes one of a shape's.
type NameOf = (&'static str, fn(&str) -> String);

/// Reports shapes that would have the same name in Rust, or that would stand in the same file.
pub(super) fn shapes(facts: &Facts, problems: &mut Problems) {
    let is_type = |shape: &&Shape| matches!(shape.kind.as_str(), "structure" | "union" | "enum" | "intEnum");
    let types = facts.closure().map(|(shape, _)| shape).filter(is_type);
    let module: fn(&str) -> String = |name| names::module_name(&names::type_name(name));
    distinct(types, &[("type", names::type_name), ("module", module)], problems);
    let operations = facts.operations.iter().copied();
    distinct(operations, &[("operation", names::method_name), ("type", names::type_name)], problems);
    let predicate: fn(&str) -> String = |name| names::predicate_name(&names::type_name(name));
    let errors = facts.errors().map(|error| error.shape);
    distinct(errors, &[("error", names::type_name), ("predicate", predicate)], problems);
    error_types(facts, problems);
}

/// Reports errors whose types every SDK has already, or that would be another's builder.
fn error_types(facts: &Facts, problems: &mut Problems) {
    let by_name: BTreeMap<&str, &NamedError> = facts.errors().map(|error| (error.name.as_str(), error)).rev().collect();
    for NamedError { shape, name, .. } in facts.errors() {
        if names::is_taken_error(name) {
            problems.of(shape, format!("would be the error `{name}`, which every SDK has already"), "rename it");
        }
        // Errors stand in one file with their builders.
        if let Some(built) = name.strip_suffix("Builder").and_then(|built| by_name.get(built)) {
            let problem = format!("would be the error `{name}`, which is the builder of `{}`", built.shape.id);
            problems.of(shape, problem, "rename one of the two");
        }
    }
}

/// Reports shapes of which two would have the same name of a kind.
fn distinct<'m>(shapes: impl Iterator<Item = &'m Shape>, kinds: &[NameOf], problems: &mut Problems) {
    let mut names: BTreeMap<(&str, String), &Shape> = BTreeMap::new();
    for shape in shapes {
        let own: Vec<_> = kinds.iter().map(|(what, name_of)| (*what, name_of(shape.id.name()))).collect();
        match own.iter().find_map(|name| Some((name, names.get(name)?))) {
            Some(((what, name), first)) => {
                let problem = format!("would be the {what} `{name}`, and so would `{}`", first.id);
                problems.of(shape, problem, "rename one of the two");
            }
            None => names.extend(own.into_iter().map(|name| (name, shape))),
        }
    }
}

/// Reports waiters that would have the same name in Rust.
pub(super) fn waiters(facts: &Facts, problems: &mut Problems) {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for operation in &facts.operations {
        for waiter in operation.traits.waiters().into_iter().flatten() {
            let (name, method) = (&waiter.name, names::waiter_name(&waiter.name));
            let own = format!("`{name}` of `{}`", operation.id);
            match seen.get(&method) {
                None => drop(seen.insert(method, own)),
                Some(first) => {
                    let problem =
                        format!("has the waiter `{name}`, which would be `wait_until_{method}` as is {first}");
                    problems.at(waiter.span, operation.id.as_str(), problem, "rename one of the two");
                }
            }
        }
    }
}

/// Reports members of a structure whose fields or methods would be the same.
pub(crate) fn fields(shape: &Shape, problems: &mut Problems) {
    let mut methods: BTreeMap<String, &str> = BTreeMap::new();
    for member in &shape.members {
        let field = names::field_name(&member.name);
        let accessor = names::accessor_name(&field);
        let of_field = [field.clone(), format!("set_{accessor}"), format!("get_{accessor}")];
        if let Some((method, first)) = of_field.iter().find_map(|name| Some((name, methods.get(name)?))) {
            let what = if *method == field { "field" } else { "method" };
            let name = format!("{}${}", shape.id, member.name);
            let problem = format!("would have the {what} `{method}`, and so would `{first}`");
            problems.at(member.span, &name, problem, "rename one of the two members");
            continue;
        }
        methods.extend(of_field.map(|name| (name, member.name.as_str())));
    }
}

/// Reports members of a structure that would have the same name on the wire.
pub(crate) fn wire_names(facts: &Facts, shape: &Shape, structure: &Structure, problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for member in &structure.members {
        if !seen.insert(&member.wire) {
            let problem = format!("has two members that are called `{}` on the wire", member.wire);
            let renames = if facts.protocol.body.honours_xml_traits() { "xmlName" } else { "jsonName" };
            problems.of(shape, problem, format!("give one of the two another `smithy.api#{renames}`"));
        }
    }
}

/// Reports members of an enum or union that would be the same variant, or whose predicates would be the same.
pub(crate) fn variants(shape: &Shape, problems: &mut Problems) {
    let mut names = BTreeMap::new();
    for member in &shape.members {
        let variant = names::variant_name(&member.name);
        let predicate = format!("is_{}", names::snake_name(&variant));
        let own = [("variant", variant), ("predicate", predicate)];
        if let Some(((what, name), first)) = own.iter().find_map(|name| Some((name, names.get(name)?))) {
            let id = format!("{}${}", shape.id, member.name);
            let problem = format!("would be the {what} `{name}`, and so would `{first}`");
            problems.at(member.span, &id, problem, "rename one of the two members");
            continue;
        }
        let own = own.into_iter().filter(|(what, _)| *what == "variant" || shape.kind == "union");
        names.extend(own.map(|name| (name, &member.name)));
    }
}
