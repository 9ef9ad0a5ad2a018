//! Structures and their members.

use crate::ast::{Member as AstMember, Shape};
use crate::diagnostic::Diagnostic;
use crate::docs::{self, Markdown};
use crate::ir::{Member, Place, Role, Structure, Type};
use crate::lower::Lowering;
use crate::traits::OWN_ACCOUNT;
use crate::{markdown, names};
use std::collections::BTreeSet;

impl<'m> Lowering<'m> {
    /// The structures in the closure that members target, by name.
    pub(in crate::lower) fn structures(&mut self) -> Vec<Structure> {
        let roles: Vec<_> = self.roles.iter().map(|(id, role)| (*id, *role)).collect();
        let mut structures = Vec::new();
        for (id, role) in roles {
            if let Some(shape) = self.model.shapes.get(id).filter(|shape| shape.kind == "structure") {
                let name = names::type_name(shape.id.name());
                let mut structure = self.structure(shape, name, role);
                if structure.docs.is_empty() {
                    structure.docs = markdown!("The structure {}.", Markdown::code(&structure.name));
                }
                structures.push(structure);
            }
        }
        structures.sort_by(|a, b| a.name.cmp(&b.name));
        structures
    }

    /// The errors of the operations and of the service, by name.
    pub(in crate::lower) fn errors(&mut self) -> Vec<Structure> {
        let shapes = self.errors.clone();
        let mut errors = Vec::new();
        let mut codes: BTreeSet<String> = shapes.iter().map(|shape| shape.id.name().to_owned()).collect();
        for shape in shapes {
            // Of two errors with one code, the first is meant.
            let query_code = self.query_code(shape).filter(|code| codes.insert(code.clone()));
            let status = self.ok(shape, shape.traits.error_status()).flatten();
            let error = self.structure(shape, names::type_name(shape.id.name()), Role::Error);
            errors.push(Structure { docs: self.error_docs(shape), query_code, status, ..error });
        }
        errors
    }

    /// The code of an error of a service that answers with those of awsQuery.
    fn query_code(&mut self, shape: &Shape) -> Option<String> {
        let code = self.ok(shape, shape.traits.query_code()).flatten();
        code.filter(|_| self.query_compatible)
    }

    /// An error's documentation.
    pub(in crate::lower) fn error_docs(&mut self, shape: &Shape) -> Markdown {
        self.shape_docs(shape).or(|| markdown!("The error {}.", Markdown::code(shape.id.name())))
    }

    /// Error codes whose shapes are marked `retryable`.
    pub(in crate::lower) fn retryable(&self) -> Vec<(String, bool)> {
        let marked = |shape: &&Shape| Some((shape.id.name().to_owned(), shape.traits.retryable()?));
        self.errors.iter().filter_map(marked).collect()
    }

    /// A structure called `name` in Rust.
    pub(in crate::lower) fn structure(&mut self, shape: &'m Shape, name: String, role: Role) -> Structure {
        let mut members: Vec<_> = shape.members.iter().filter_map(|member| self.member(shape, member, role)).collect();
        crate::lower::check::collision::give_way(&mut members);
        let structure = Structure {
            name,
            code: shape.id.name().to_owned(),
            query_code: None,
            status: None,
            role,
            docs: self.shape_docs(shape),
            members,
            deprecated: shape.traits.deprecated(),
        };
        self.check_fields(shape);
        self.check_wire_names(shape, &structure);
        structure
    }

    pub(in crate::lower) fn member(&mut self, shape: &'m Shape, member: &'m AstMember, role: Role) -> Option<Member> {
        let name = format!("{}${}", shape.id, member.name);
        let traits = &member.traits;
        let documentation = self.ok_at(&name, traits.documentation())?;
        let place = self.place(&name, member, role)?;
        let lowered = self.value(shape.id.as_str(), member, &place)?;
        self.check_place(&name, member, &place, &lowered);
        if self.streams(member) && place != Place::Stream {
            let remedy = "bind it to the body of an operation's input or output with `smithy.api#httpPayload`";
            self.problems.push(Diagnostic::at(member.span, &name, "streams, and is not a body", remedy));
        }
        let required = traits.has("required");
        let token = role == Role::Input && traits.has("idempotencyToken");
        if token && lowered.ty != Type::Text {
            self.unsupported(&name, member, "is an idempotency token and not a string");
        }
        let default = self.default(&name, member, role, &lowered);
        let wire = match self.ok_at(&name, traits.text("jsonName"))? {
            Some(json) if place == Place::Body && self.protocol.honours_json_name => json,
            _ => member.name.clone(),
        };
        Some(Member {
            field: names::field_name(&member.name),
            docs: docs::markdown(&documentation),
            wire,
            // Inputs take everything as optional, so that what is missing is reported together; a nested structure
            // has no zero value to repair a response with (both as in the AWS SDK for Rust).
            always: lowered.ty == Type::Stream
                || role != Role::Input && (default.is_some() || required && !self.targets_structure(member)),
            default,
            required: required && place != Place::Stream,
            token,
            own_account: traits.has(OWN_ACCOUNT),
            sensitive: lowered.sensitive,
            codec: lowered.codec,
            ty: lowered.ty,
            place,
            deprecated: traits.deprecated(),
        })
    }

    fn targets_structure(&self, member: &AstMember) -> bool {
        self.model
            .shapes
            .get(&member.target)
            .is_some_and(|target| matches!(target.kind.as_str(), "structure" | "union"))
    }
}
