//! Structures and their members.

use super::Lowering;
use crate::ast::{Member as AstMember, Shape};
use crate::diagnostic::Diagnostic;
use crate::ir::{EnumValues, Member, Place, Role, Service, Structure, Type};
use crate::{docs, names};
use std::collections::BTreeMap;

impl<'m> Lowering<'m> {
    /// The structures in the closure that members target, by name.
    pub(super) fn structures(&mut self) -> Vec<Structure> {
        let roles: Vec<_> = self.roles.iter().map(|(id, role)| (*id, *role)).collect();
        let mut structures = Vec::new();
        for (id, role) in roles {
            if let Some(shape) = self.model.shapes.get(id).filter(|shape| shape.kind == "structure") {
                let name = names::type_name(shape.id.name());
                structures.push(self.structure(shape, name, role));
            }
        }
        structures.sort_by(|a, b| a.name.cmp(&b.name));
        structures
    }

    /// The errors of all operations and of the service, by name.
    pub(super) fn errors(&mut self) -> Vec<Structure> {
        let shapes = self.error_shapes();
        shapes.into_iter().map(|shape| self.structure(shape, names::type_name(shape.id.name()), Role::Error)).collect()
    }

    /// Error codes whose shapes are marked `retryable`.
    pub(super) fn retryable(&mut self) -> Vec<(String, bool)> {
        let shapes = self.error_shapes();
        let marked = |shape: &Shape| Some((shape.id.name().to_owned(), shape.traits.retryable()?));
        shapes.into_iter().filter_map(marked).collect()
    }

    fn error_shapes(&mut self) -> Vec<&'m Shape> {
        let model = self.model;
        let owners = model.shapes.values().filter(|shape| matches!(shape.kind.as_str(), "operation" | "service"));
        let errors = owners.flat_map(|owner| owner.references("errors"));
        let found: BTreeMap<_, _> = errors
            .filter_map(|error| model.shapes.get(&error.target))
            .map(|shape| (shape.id.name(), shape))
            .collect();
        found.into_values().collect()
    }

    /// A structure called `name` in Rust.
    pub(super) fn structure(&mut self, shape: &'m Shape, name: String, role: Role) -> Structure {
        let members = shape.members.iter().filter_map(|member| self.member(shape, member, role)).collect();
        let structure = Structure {
            name,
            code: shape.id.name().to_owned(),
            role,
            docs: self.shape_docs(shape),
            members,
            deprecated: shape.traits.deprecated(),
        };
        self.check_fields(shape, &structure);
        structure
    }

    fn member(&mut self, shape: &'m Shape, member: &'m AstMember, role: Role) -> Option<Member> {
        let name = format!("{}${}", shape.id, member.name);
        let traits = &member.traits;
        let documentation = self.ok_at(&name, traits.documentation())?;
        let place = self.place(&name, member, role)?;
        let lowered = self.value(shape.id.as_str(), member, &place)?;
        let required = traits.has("required");
        let default = self.default(&name, member, role, &lowered.ty);
        let wire = match self.ok_at(&name, traits.text("jsonName"))? {
            Some(json) if place == Place::Body && self.protocol.honours_json_name() => json,
            _ => member.name.clone(),
        };
        Some(Member {
            field: names::field_name(&member.name),
            docs: docs::markdown(&documentation),
            wire,
            // Inputs take everything as optional, so that what is missing is reported together; a nested structure
            // has no zero value to repair a response with (both as in the AWS SDK for Rust).
            always: role != Role::Input && (default.is_some() || required && !self.is_structure(&lowered.ty)),
            default,
            required,
            token: role == Role::Input && traits.has("idempotencyToken"),
            sensitive: lowered.sensitive,
            codec: lowered.codec,
            ty: lowered.ty,
            place,
            deprecated: traits.deprecated(),
        })
    }

    fn is_structure(&self, ty: &Type) -> bool {
        let Type::Named(name) = ty else { return false };
        let is = |shape: &&Shape| shape.kind == "structure" && names::type_name(shape.id.name()) == *name;
        self.roles.keys().filter_map(|id| self.model.shapes.get(id)).any(|shape| is(&shape))
    }

    /// Where a member goes. Only an operation's own input and output have places beyond the body.
    fn place(&mut self, name: &str, member: &AstMember, role: Role) -> Option<Place> {
        let traits = &member.traits;
        let bindings = ["httpLabel", "httpQuery", "httpHeader"].into_iter().filter(|binding| traits.has(binding));
        let bindings: Vec<_> = bindings.collect();
        if !self.protocol.has_http_bindings() || bindings.is_empty() {
            return Some(Place::Body);
        }
        if bindings.len() > 1 {
            let both = format!("is bound to two places, `{}` and `{}`", bindings[0], bindings[1]);
            self.problems.push(Diagnostic::at(member.span, name, both, "keep one of the two traits"));
            return None;
        }
        match role {
            Role::Input => {}
            // A nested structure's bindings mean nothing (Smithy 2.0, "HTTP bindings").
            Role::Request | Role::Shared => return Some(Place::Body),
            Role::Output | Role::Error => {
                self.unsupported(name, member, &format!("`{}` on an output is not supported yet", bindings[0]));
                return None;
            }
        }
        match bindings[0] {
            "httpLabel" => Some(Place::Label),
            "httpQuery" => self.ok_at(name, traits.text("httpQuery")).flatten().map(Place::Query),
            _ => self.ok_at(name, traits.text("httpHeader")).flatten().map(Place::Header),
        }
    }

    /// A default that stands in for a missing value: so far for strings of answers, where the model has them.
    fn default(&mut self, name: &str, member: &AstMember, role: Role, ty: &Type) -> Option<String> {
        let value = &member.traits.get("default")?.value;
        if value.is_null() || role == Role::Input {
            return None;
        }
        match (value.as_str(), ty) {
            (Some(text), Type::Text) => Some(text.to_owned()),
            _ => {
                self.unsupported(name, member, "a `default` of this type is not supported yet");
                None
            }
        }
    }

    fn check_fields(&mut self, shape: &Shape, structure: &Structure) {
        let mut fields = BTreeMap::new();
        for member in &shape.members {
            if let Some(first) = fields.insert(names::field_name(&member.name), &member.name) {
                let field = names::field_name(&member.name);
                self.problems.push(Diagnostic::at(
                    member.span,
                    format!("{}${}", shape.id, member.name),
                    format!("would be the field `{field}` of `{}`, and so would `{first}`", structure.name),
                    "rename one of the two members",
                ));
            }
        }
    }

    /// Reports two shapes that would have the same name in Rust.
    pub(super) fn check_names(&mut self, service: &Service) {
        let types = service.structures.iter().map(|structure| &structure.name);
        let types = types.chain(service.enums.iter().map(|found| &found.name));
        self.check_distinct("type", types);
        self.check_distinct("operation", service.operations.iter().map(|operation| &operation.method));
        self.check_distinct("error", service.errors.iter().map(|error| &error.name));
        for found in &service.enums {
            let variants: Vec<&String> = match &found.values {
                EnumValues::Text(values) => values.iter().map(|value| &value.name).collect(),
                EnumValues::Int(values) => values.iter().map(|value| &value.name).collect(),
            };
            self.check_distinct(&format!("variant of `{}`", found.name), variants.into_iter());
        }
    }

    fn check_distinct<'n>(&mut self, what: &str, names: impl Iterator<Item = &'n String>) {
        let mut seen = std::collections::BTreeSet::new();
        for name in names {
            if !seen.insert(name) {
                let shapes = self.model.shapes.keys().filter(|id| names::type_name(id.name()) == names::type_name(name));
                let shapes: Vec<_> = shapes.map(|id| format!("`{id}`")).collect();
                let of = if shapes.len() > 1 { format!(" (from {})", shapes.join(" and ")) } else { String::new() };
                self.problems.push(Diagnostic::of_file(
                    format!("two shapes would be the {what} `{name}`{of}"),
                    "rename one of the two",
                ));
            }
        }
    }
}
