//! Names that would be the same in Rust, or on the wire.

use crate::ast::Shape;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, Place, Structure};
use crate::lower::Lowering;
use crate::names;
use std::collections::{BTreeMap, BTreeSet};

/// A kind of name, and what makes one of a shape's.
type NameOf = (&'static str, fn(&str) -> String);

/// Gives members beyond the body another name in serde where one in the body is called so on the wire: an API Gateway
/// integration has a method of its own in the body, and the method that it belongs to in the path, and both are
/// `httpMethod`.
pub(in crate::lower) fn give_way(members: &mut [ir::Member]) {
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
    /// Reports shapes that would have the same name in Rust, or that would stand in the same file.
    pub(in crate::lower) fn check_names(&mut self, operations: &[&'m Shape]) {
        let model = self.model;
        let types = self.roles.keys().filter_map(|id| model.shapes.get(id));
        let types: Vec<_> =
            types.filter(|shape| matches!(shape.kind.as_str(), "structure" | "union" | "enum" | "intEnum")).collect();
        let module: fn(&str) -> String = |name| names::module_name(&names::type_name(name));
        self.check_distinct(&types, &[("type", names::type_name), ("module", module)]);
        self.check_distinct(operations, &[("operation", names::method_name), ("type", names::type_name)]);
        let errors = self.errors.clone();
        let predicate: fn(&str) -> String = |name| names::predicate_name(&names::type_name(name));
        self.check_distinct(&errors, &[("error", names::type_name), ("predicate", predicate)]);
        for error in &errors {
            let name = names::type_name(error.id.name());
            if names::is_taken_error(&name) {
                self.problem(error, format!("would be the error `{name}`, which every SDK has already"), "rename it");
            }
            // Errors stand in one file with their builders.
            let built = name.strip_suffix("Builder");
            if let Some(built) = errors.iter().find(|error| Some(names::type_name(error.id.name()).as_str()) == built) {
                let problem = format!("would be the error `{name}`, which is the builder of `{}`", built.id);
                self.problem(error, problem, "rename one of the two");
            }
        }
    }

    /// Reports shapes of which two would have the same name of a kind.
    fn check_distinct(&mut self, shapes: &[&'m Shape], kinds: &[NameOf]) {
        let mut names: BTreeMap<(&str, String), &Shape> = BTreeMap::new();
        for shape in shapes {
            let own: Vec<_> = kinds.iter().map(|(what, name_of)| (*what, name_of(shape.id.name()))).collect();
            match own.iter().find_map(|name| Some((name, names.get(name)?))) {
                Some(((what, name), first)) => {
                    let problem = format!("would be the {what} `{name}`, and so would `{}`", first.id);
                    self.problem(shape, problem, "rename one of the two");
                }
                None => names.extend(own.into_iter().map(|name| (name, *shape))),
            }
        }
    }

    /// Reports members of a structure whose fields or methods would be the same.
    pub(in crate::lower) fn check_fields(&mut self, shape: &Shape) {
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
    pub(in crate::lower) fn check_wire_names(&mut self, shape: &Shape, structure: &Structure) {
        let mut seen = BTreeSet::new();
        for member in &structure.members {
            if !seen.insert(&member.wire) {
                let problem = format!("has two members that are called `{}` on the wire", member.wire);
                self.problem(shape, problem, "give one of the two another `smithy.api#jsonName`");
            }
        }
    }
}
