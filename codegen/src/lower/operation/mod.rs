//! Operations: HTTP, input and output, errors, pagination.

pub(super) mod auth;
mod discovery;
pub(super) mod example;
mod pagination;
mod waiter;

use crate::ast::{Member, Shape};
use crate::diagnostic::{Diagnostic, Span};
use crate::docs::{self, Markdown};
use crate::ir::{Checksum, Effect, HostPrefix, Operation, Role, Structure, Transfer, Type};
use crate::lower::Lowering;
use crate::traits::{ENDPOINT_MEMBER, Http, TREE_HASH};
use crate::{markdown, names};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What an operation without input or output has: a structure without members.
static UNIT: LazyLock<Shape> = LazyLock::new(|| Shape {
    id: crate::ast::ShapeId::new("smithy.api#Unit"),
    kind: "structure".to_owned(),
    span: Span::default(),
    traits: crate::ast::Traits::default(),
    members: Vec::new(),
    references: Vec::new(),
    version: None,
});

impl<'m> Lowering<'m> {
    /// The service's operations, in the order of their names.
    pub(in crate::lower) fn operations(&mut self, service: &'m Shape, shapes: &[&'m Shape]) -> Vec<Operation> {
        shapes.iter().filter_map(|shape| self.operation(service, shape)).collect()
    }

    fn operation(&mut self, service: &'m Shape, shape: &'m Shape) -> Option<Operation> {
        let name = names::type_name(shape.id.name());
        // All three before the first `?`, so that what is wrong is reported together.
        let http = self.http(shape);
        let input = self.end(shape, "input", format!("{name}Input"), Role::Input);
        let output = self.end(shape, "output", format!("{name}Output"), Role::Output);
        let (http, mut input, mut output) = (http?, input?, output?);
        for (structure, what) in [(&mut input, "takes"), (&mut output, "returns")] {
            if structure.docs.is_empty() {
                structure.docs = markdown!("What {} {}.", Markdown::link(&name, &["self"]), what);
            }
        }
        self.check_bindings(shape, &http, &input);
        let pagination = self.pagination(service, shape);
        let waiters = self.waiters(shape, &input);
        Some(Operation {
            method: names::method_name(shape.id.name()),
            effect: effect(shape, &input),
            docs: self.shape_docs(shape),
            discovered: false,
            deprecated: shape.traits.deprecated(),
            errors: self.named_errors(service, shape),
            examples: self.examples(service, shape, &input),
            http_method: http.method,
            uri: http.uri,
            auth: self.auth(service, shape),
            transfer: self.transfer(shape),
            host_prefix: self.host_prefix(shape, &input),
            // They are bound when all operations are known.
            endpoint_params: Vec::new(),
            endpoint: self.endpoint_member(shape, &input),
            target: (!self.has_http_bindings()).then(|| format!("{}.{}", service.id.name(), shape.id.name())),
            name,
            input,
            output,
            pagination,
            waiters,
        })
    }

    fn http(&mut self, shape: &Shape) -> Option<Http> {
        if !self.has_http_bindings() {
            return Some(Http { method: "POST".to_owned(), uri: "/".to_owned(), span: shape.span });
        }
        let http = self.ok(shape, shape.traits.http())?;
        if http.is_none() && self.has_http_bindings() {
            let remedy = "add the trait, with `method` and `uri`";
            self.problem(shape, "has no `smithy.api#http`, which its protocol needs", remedy);
        }
        if let Some(http) =
            http.as_ref().filter(|http| !http.method.bytes().all(|b| b.is_ascii_alphabetic()) || http.method.is_empty())
        {
            let problem = format!("has the HTTP method {:?}, which is not a word", http.method);
            self.problems.push(Diagnostic::at(http.span, shape.id.as_str(), problem, "use `GET`, `PUT`, `POST`, …"));
        }
        http
    }

    /// How an operation's bodies travel.
    fn transfer(&mut self, shape: &Shape) -> Transfer {
        let gzip = self.ok(shape, shape.traits.takes_gzip()).flatten().unwrap_or_default();
        let members = self.end_shape(shape, "input").map(|input| input.members.as_slice()).unwrap_or_default();
        let has_length = |member: &Member| {
            let target = self.model.shapes.get(&member.target);
            target.is_some_and(|target| target.traits.has("requiresLength"))
        };
        let checksum = if shape.traits.has(TREE_HASH) {
            Some(Checksum::TreeHash)
        } else {
            shape.traits.has("httpChecksumRequired").then_some(Checksum::ContentMd5)
        };
        Transfer {
            checksum,
            requires_length: members.iter().any(has_length),
            unsigned_payload: shape.traits.has("aws.auth#unsignedPayload"),
            gzip,
        }
    }

    /// What goes before the endpoint's host, each label with its field (Smithy 2.0, "endpoint trait").
    fn host_prefix(&mut self, shape: &Shape, input: &Structure) -> Option<HostPrefix> {
        let found = self.ok(shape, shape.traits.host_prefix())??;
        let input_shape = self.end_shape(shape, "input");
        let mut labels = Vec::new();
        for part in found.pattern.split('{').skip(1) {
            let label = part.split('}').next().unwrap_or_default();
            let member = input_shape.and_then(|shape| shape.member(label));
            let member = member.filter(|member| member.traits.has("hostLabel") && member.traits.has("required"));
            let field = member.and_then(|member| input.member(&names::field_name(&member.name)));
            match field.filter(|field| field.ty == Type::Text) {
                Some(field) => labels.push((label.to_owned(), field.field.clone())),
                None => {
                    let problem = format!("has the label `{{{label}}}` before its host, to which no member is bound");
                    let remedy = format!(
                        "give the input a string `{label}` with `smithy.api#hostLabel` and `smithy.api#required`"
                    );
                    self.problems.push(Diagnostic::at(found.span, shape.id.as_str(), problem, remedy));
                }
            }
        }
        Some(HostPrefix { pattern: found.pattern, labels })
    }

    /// The input's field that names the endpoint: that of a member which a fixup has marked.
    fn endpoint_member(&mut self, shape: &Shape, input: &Structure) -> Option<String> {
        let members = &self.end_shape(shape, "input")?.members;
        let member = members.iter().find(|member| member.traits.has(ENDPOINT_MEMBER))?;
        let field = input.member(&names::field_name(&member.name)).filter(|field| field.ty == Type::Text);
        if field.is_none() {
            let problem = format!("names its endpoint in `{}`, which is not a string", member.name);
            self.problem(shape, problem, "correct the fixup that says so (codegen/src/fixups.rs)");
        }
        field.map(|field| field.field.clone())
    }

    /// The shape of an operation's input or output, if it has one.
    pub(in crate::lower) fn end_shape(&self, operation: &Shape, property: &str) -> Option<&'m Shape> {
        self.model.shapes.get(&operation.references(property).next()?.target)
    }

    /// An operation's input or output.
    fn end(&mut self, operation: &'m Shape, property: &str, name: String, role: Role) -> Option<Structure> {
        let reference = operation.references(property).next();
        let shape = match reference {
            None => &*UNIT,
            Some(reference) if reference.target.as_str() == "smithy.api#Unit" => &*UNIT,
            Some(reference) => self.resolve(&reference.target, operation.id.as_str(), reference.span)?,
        };
        if shape.kind != "structure" {
            let span = reference.map_or(operation.span, |reference| reference.span);
            let problem = format!("has `{}` as its {property}, which is of type `{}`", shape.id, shape.kind);
            let remedy = format!("make the {property} a structure");
            self.problems.push(Diagnostic::at(span, operation.id.as_str(), problem, remedy));
            return None;
        }
        Some(self.structure(shape, name, role))
    }

    /// The errors that the operation and its service name: type name and first sentence.
    fn named_errors(&mut self, service: &'m Shape, shape: &'m Shape) -> Vec<(String, Markdown)> {
        let named: Vec<_> = shape.references("errors").chain(self.common_errors(service)).collect();
        let mut seen = BTreeSet::new();
        // Those that are not there have been reported.
        let errors = named.into_iter().filter_map(|error| self.model.shapes.get(&error.target));
        let errors: Vec<_> = errors.filter(|error| seen.insert(&error.id)).collect();
        errors.into_iter().map(|error| self.named_error(error)).collect()
    }

    /// An error's type name and first sentence; asked for by each operation that names it.
    fn named_error(&mut self, error: &'m Shape) -> (String, Markdown) {
        if let Some(known) = self.named_errors.get(&error.id) {
            return known.clone();
        }
        let text = self.error_docs(error);
        let named = (names::type_name(error.id.name()), docs::first_sentence(&text));
        self.named_errors.insert(&error.id, named.clone());
        named
    }
}

fn effect(shape: &Shape, input: &Structure) -> Effect {
    if shape.traits.has("readonly") {
        Effect::ReadOnly
    } else if input.members.iter().any(|member| member.token) {
        Effect::Token
    } else if shape.traits.has("idempotent") {
        Effect::Idempotent
    } else {
        Effect::Plain
    }
}
