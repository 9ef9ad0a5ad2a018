//! Names that would be the same in Rust, or on the wire.

use super::Lowering;
use crate::ast::{Member, Model, Shape, ShapeId};
use crate::diagnostic::Diagnostic;
use crate::ir::{self, Place, Structure};
use crate::names;
use std::collections::{BTreeMap, BTreeSet};

/// Names of types that a generated file has for something else: what all files import, the names that come with an
/// operation, and the builders'.
pub(super) fn ambiguous<'m>(
    model: &Model,
    operations: &[&Shape],
    shapes: impl Iterator<Item = &'m &'m ShapeId>,
) -> BTreeSet<String> {
    const OF_OPERATION: &[&str] = &[
        "",
        "Error",
        "Input",
        "InputBuilder",
        "Output",
        "OutputBuilder",
        "FluentBuilder",
        "Paginator",
        "PaginatorItems",
        "Waiting",
    ];
    let types: BTreeSet<String> = shapes.map(|id| names::type_name(id.name())).collect();
    let builders = types.iter().map(|name| format!("{name}Builder"));
    let operations = operations.iter().map(|operation| names::type_name(operation.id.name()));
    let of_operations = operations.flat_map(|name| OF_OPERATION.iter().map(move |suffix| format!("{name}{suffix}")));
    let mut taken: BTreeSet<String> = builders.chain(of_operations).filter(|name| types.contains(name)).collect();
    taken.extend(types.into_iter().filter(|name| names::is_imported(name) || is_primitive_of(model, name)));
    taken
}

/// Whether a type is called like a primitive that the model needs too: a `Document` beside documents.
fn is_primitive_of(model: &Model, type_name: &str) -> bool {
    let kind = match type_name {
        "Blob" | "ByteStream" => "blob",
        "DateTime" => "timestamp",
        "Document" => "document",
        _ => return false,
    };
    let is_target = |member: &Member| match member.target.as_str().strip_prefix("smithy.api#") {
        Some(prelude) => prelude.eq_ignore_ascii_case(kind),
        None => false,
    };
    model.shapes.values().any(|shape| shape.kind == kind || shape.members.iter().any(is_target))
}

/// Gives members beyond the body another name in serde where one in the body is called so on the wire: an API Gateway
/// integration has a method of its own in the body, and the method that it belongs to in the path, and both are
/// `httpMethod`.
pub(super) fn give_way(members: &mut [ir::Member]) {
    let in_body = |member: &&ir::Member| member.place == Place::Body;
    let taken: BTreeSet<String> = members.iter().filter(in_body).map(|member| member.wire.clone()).collect();
    for member in members {
        let place = match &member.place {
            Place::Label(_) => "Label",
            Place::Query(_) | Place::QueryMap => "Query",
            Place::Header(_) | Place::PrefixHeaders(_) => "Header",
            Place::Payload | Place::Stream => "Payload",
            Place::Status => "Status",
            Place::Body => continue,
        };
        if taken.contains(&member.wire) {
            member.wire.push_str(place);
        }
    }
}

impl<'m> Lowering<'m> {
    /// Reports shapes that would have the same name in Rust.
    pub(super) fn check_names(&mut self, operations: &[&'m Shape]) {
        let model = self.model;
        let types = self.roles.keys().filter_map(|id| model.shapes.get(id));
        let types: Vec<_> =
            types.filter(|shape| matches!(shape.kind.as_str(), "structure" | "enum" | "intEnum")).collect();
        self.check_distinct("type", &types, names::type_name);
        self.check_distinct("operation", operations, names::method_name);
        let errors = self.errors.clone();
        self.check_distinct("error", &errors, names::type_name);
        for error in errors {
            let name = names::type_name(error.id.name());
            if names::is_taken_error(&name) {
                self.problem(error, format!("would be the error `{name}`, which every SDK has already"), "rename it");
            }
        }
    }

    fn check_distinct(&mut self, what: &str, shapes: &[&'m Shape], name_of: impl Fn(&str) -> String) {
        let mut names: BTreeMap<String, &Shape> = BTreeMap::new();
        for shape in shapes {
            let name = name_of(shape.id.name());
            match names.get(&name) {
                None => {
                    names.insert(name, shape);
                }
                Some(first) => {
                    let problem = format!("would be the {what} `{name}`, and so would `{}`", first.id);
                    self.problem(shape, problem, "rename one of the two");
                }
            }
        }
    }

    /// Reports members of a structure whose fields or methods would be the same.
    pub(super) fn check_fields(&mut self, shape: &Shape) {
        let mut methods: BTreeMap<String, &str> = BTreeMap::new();
        for member in &shape.members {
            let field = names::field_name(&member.name);
            let accessor = names::accessor_name(&field);
            let of_field = [field.clone(), format!("set_{accessor}"), format!("get_{accessor}")];
            if let Some((method, first)) = of_field.iter().find_map(|name| Some((name, methods.get(name)?))) {
                let what = if *method == field { "field" } else { "method" };
                self.problems.push(Diagnostic::at(
                    member.span,
                    format!("{}${}", shape.id, member.name),
                    format!("would have the {what} `{method}`, and so would `{first}`"),
                    "rename one of the two members",
                ));
                continue;
            }
            methods.extend(of_field.map(|name| (name, member.name.as_str())));
        }
    }

    /// Reports members that would have the same name on the wire.
    pub(super) fn check_wire_names(&mut self, shape: &Shape, structure: &Structure) {
        let mut seen = BTreeSet::new();
        for member in &structure.members {
            if !seen.insert(&member.wire) {
                let problem = format!("has two members that are called `{}` on the wire", member.wire);
                self.problem(shape, problem, "give one of the two another `smithy.api#jsonName`");
            }
        }
    }
}
