//! Operations: HTTP, input and output, errors, pagination.

use super::Lowering;
use crate::ast::Shape;
use crate::diagnostic::{Diagnostic, Span};
use crate::ir::{Effect, Items, Operation, Pagination, Place, Role, Structure, Type};
use crate::traits::{Http, Paginated};
use crate::{docs, names};
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
    pub(super) fn operation(&mut self, shape: &'m Shape) -> Option<Operation> {
        let name = names::type_name(shape.id.name());
        let http = self.http(shape)?;
        let mut input = self.end(shape, "input", format!("{name}Input"), Role::Input)?;
        let mut output = self.end(shape, "output", format!("{name}Output"), Role::Output)?;
        for (structure, what) in [(&mut input, "takes"), (&mut output, "returns")] {
            if structure.docs.is_empty() {
                structure.docs = format!("What [`{name}`](self) {what}.");
            }
        }
        self.check_labels(shape, &http, &input);
        let pagination = self.pagination(shape, &input, &output);
        Some(Operation {
            method: names::field_name(shape.id.name()),
            effect: effect(shape, &input),
            docs: self.shape_docs(shape),
            errors: self.named_errors(shape),
            examples: self.examples(shape, &input),
            http_method: http.method,
            uri: http.uri,
            name,
            input,
            output,
            pagination,
        })
    }

    fn http(&mut self, shape: &Shape) -> Option<Http> {
        let http = self.ok(shape, shape.traits.http())?;
        if http.is_none() && self.protocol.has_http_bindings() {
            self.problem(shape, "has no `smithy.api#http` trait, which its protocol needs", "add the trait");
        }
        http
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
            let problem = format!("its {property} `{}` is of type `{}`", shape.id, shape.kind);
            self.problem(operation, problem, format!("make the {property} a structure"));
            return None;
        }
        Some(self.structure(shape, name, role))
    }

    /// Every label of the pattern has its member, and every label member its place in the pattern.
    fn check_labels(&mut self, shape: &Shape, http: &Http, input: &Structure) {
        let labels: Vec<&str> = http.uri.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        let bound = |name: &str| input.members.iter().any(|member| member.place == Place::Label && member.wire == name);
        for label in &labels {
            if label.ends_with('+') {
                self.label_problem(shape, http, format!("the greedy label `{{{label}}}` is not supported yet"), "remove the `+`");
            } else if !bound(label) {
                let problem = format!("the URI has a label `{{{label}}}`, and no member of `{}` is bound to it", input.code);
                let remedy = format!("give the input a member `{label}` with `smithy.api#httpLabel` and `smithy.api#required`");
                self.label_problem(shape, http, problem, &remedy);
            }
        }
        for member in input.members.iter().filter(|member| member.place == Place::Label) {
            if !labels.contains(&member.wire.as_str()) {
                let problem = format!("`{}` is bound to a label that the URI `{}` doesn't have", member.wire, http.uri);
                self.label_problem(shape, http, problem, "add the label to the URI, or remove `smithy.api#httpLabel`");
            }
        }
    }

    fn label_problem(&mut self, shape: &Shape, http: &Http, problem: String, remedy: &str) {
        self.problems.push(Diagnostic::at(http.span, shape.id.as_str(), problem, remedy));
    }

    /// The errors that the operation names: type name and first sentence.
    fn named_errors(&mut self, shape: &'m Shape) -> Vec<(String, String)> {
        let mut errors = Vec::new();
        for reference in shape.references("errors") {
            if let Some(error) = self.resolve(&reference.target, shape.id.as_str(), reference.span) {
                let text = self.shape_docs(error);
                errors.push((names::type_name(error.id.name()), docs::first_sentence(&text)));
            }
        }
        errors
    }

    fn pagination(&mut self, shape: &Shape, input: &Structure, output: &Structure) -> Option<Pagination> {
        let paginated = self.ok(shape, shape.traits.paginated())??;
        let Paginated { input_token, output_token, page_size, items, span } = paginated;
        let field = |this: &mut Self, structure: &Structure, member: &str| {
            let found = structure.member(&names::field_name(member));
            if found.is_none() {
                let problem = format!("`smithy.api#paginated` names `{member}`, which `{}` doesn't have", structure.code);
                let remedy = "name a member; paths into nested structures are not supported yet";
                this.problems.push(Diagnostic::at(span, shape.id.as_str(), problem, remedy));
            }
            found.cloned()
        };
        let input_token = field(self, input, &input_token?)?;
        let output_token = field(self, output, &output_token?)?;
        let page_size = page_size.and_then(|member| field(self, input, &member));
        let items = items.and_then(|member| field(self, output, &member));
        let items = items.and_then(|member| match member.ty {
            Type::List(item) => Some(Items { field: member.field, item: *item, optional: !member.always }),
            _ => None,
        });
        Some(Pagination {
            input_token: input_token.field,
            output_token: output_token.field,
            page_size: page_size.map(|member| member.field),
            items,
        })
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
