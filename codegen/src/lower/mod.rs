//! From Smithy to Rust-shaped data: resolves targets, binds members to HTTP, decides optionality, names.
//!
//! In: an [`ast::Model`](crate::ast::Model). Out: an [`ir::Service`], or everything that is wrong.

mod example;
mod operation;
mod shape;
mod structure;
mod walk;

use crate::ast::{Model, Shape, ShapeId};
use crate::diagnostic::{Diagnostic, Span};
use crate::ir;
use crate::protocol::Protocol;
use crate::traits::BadTrait;
use crate::{docs, endpoint};
use std::collections::BTreeMap;

/// Lowers a model to the service of a crate called `package`.
///
/// # Errors
/// Everything in the model that is wrong, or that the generator does not support.
pub fn lower(model: &Model, package: &str) -> Result<ir::Service, Vec<Diagnostic>> {
    let mut lowering = Lowering { model, problems: Vec::new(), protocol: Protocol::ALL[0], roles: BTreeMap::new() };
    let service = lowering.service(package);
    match service {
        Some(service) if lowering.problems.is_empty() => Ok(service),
        _ => Err(lowering.problems),
    }
}

/// What lowering knows while it works.
struct Lowering<'m> {
    model: &'m Model,
    problems: Vec<Diagnostic>,
    protocol: Protocol,
    /// What each structure in the service's closure is.
    roles: BTreeMap<&'m ShapeId, ir::Role>,
}

impl<'m> Lowering<'m> {
    fn service(&mut self, package: &str) -> Option<ir::Service> {
        let shape = self.the_service()?;
        self.protocol = self.the_protocol(shape)?;
        let operations = self.operation_shapes(shape);
        self.roles = walk::roles(self.model, &operations);
        self.check_traits(shape, &operations);
        let (endpoint, endpoint_tests) = self.endpoint(shape)?;
        let signing = |value: &serde_json::Value| value.get("name").and_then(|name| name.as_str()).map(str::to_owned);
        let api = shape.traits.get("aws.api#service").map(|found| &found.value);
        let sdk_id = api.and_then(|api| api.get("sdkId")?.as_str()).unwrap_or(shape.id.name()).to_owned();
        let service = ir::Service {
            package: package.to_owned(),
            title: self.ok(shape, shape.traits.text("title")).flatten().unwrap_or_else(|| sdk_id.clone()),
            api_version: shape.version.clone().unwrap_or_default(),
            signing_name: shape.traits.get("aws.auth#sigv4").and_then(|found| signing(&found.value)).unwrap_or_default(),
            docs: self.shape_docs(shape),
            protocol: self.protocol,
            operations: operations.iter().filter_map(|operation| self.operation(operation)).collect(),
            structures: self.structures(),
            enums: self.enums(),
            errors: self.errors(),
            retryable: self.retryable(),
            endpoint,
            endpoint_tests,
            sdk_id,
        };
        self.check_names(&service);
        Some(service)
    }

    fn the_service(&mut self) -> Option<&'m Shape> {
        let mut services = self.model.shapes.values().filter(|shape| shape.kind == "service");
        match (services.next(), services.next()) {
            (Some(service), None) => Some(service),
            (None, _) => {
                self.problems.push(Diagnostic::of_file(
                    "the model has no service",
                    "add a shape of type `service` that lists the operations",
                ));
                None
            }
            (Some(_), Some(second)) => {
                self.problem(second, "is a second service", "keep one service in a model");
                None
            }
        }
    }

    fn the_protocol(&mut self, service: &Shape) -> Option<Protocol> {
        let found = Protocol::ALL.iter().copied().find(|protocol| service.traits.has(protocol.trait_id()));
        if found.is_none() {
            let ours: Vec<_> = Protocol::ALL.iter().map(|protocol| format!("`{}`", protocol.trait_id())).collect();
            self.problem(service, "speaks no protocol that is supported", format!("give it one of {}", ours.join(", ")));
        }
        found
    }

    fn endpoint(&mut self, service: &Shape) -> Option<(endpoint::RuleSet, Vec<endpoint::EndpointTest>)> {
        let Some(rules) = service.traits.get("smithy.rules#endpointRuleSet") else {
            self.problem(service, "has no endpoint rules", "add the trait `smithy.rules#endpointRuleSet`");
            return None;
        };
        let parsed = endpoint::parse(&rules.value);
        let tests = service.traits.get("smithy.rules#endpointTests");
        let parsed_tests = tests.map_or(Ok(Vec::new()), |tests| endpoint::parse_tests(&tests.value));
        let parsed_tests = match (&parsed, parsed_tests) {
            (Ok(rules), Ok(tests)) => endpoint::check_tests(rules, &tests).map(|()| tests),
            (_, tests) => tests,
        };
        match (parsed, parsed_tests) {
            (Ok(rules), Ok(tests)) => Some((rules, tests)),
            (rules_or, tests_or) => {
                for (problem, found) in [(rules_or.err(), Some(rules)), (tests_or.err(), tests)] {
                    if let (Some(problem), Some(found)) = (problem, found) {
                        let remedy = "correct the rule set as the specification says (Smithy 2.0, \"Rules engine\")";
                        self.problems.push(Diagnostic::at(found.span, service.id.as_str(), problem.to_string(), remedy));
                    }
                }
                None
            }
        }
    }

    /// The shape that `id` names, whose place in the model is `span` of `from`.
    fn resolve(&mut self, id: &ShapeId, from: &str, span: Span) -> Option<&'m Shape> {
        let found = self.model.shapes.get(id);
        if found.is_none() {
            self.problems.push(Diagnostic::at(
                span,
                from,
                format!("targets `{id}`, which is not in the model"),
                "add the shape, or correct the target's spelling",
            ));
        }
        found
    }

    fn problem(&mut self, shape: &Shape, problem: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(Diagnostic::at(shape.span, shape.id.as_str(), problem, remedy));
    }

    /// A trait's value, or a problem.
    fn ok<T>(&mut self, shape: &Shape, read: Result<T, BadTrait>) -> Option<T> {
        self.ok_at(shape.id.as_str(), read)
    }

    fn ok_at<T>(&mut self, shape: &str, read: Result<T, BadTrait>) -> Option<T> {
        read.map_err(|bad| {
            let problem = format!("the value of `{}` must be {}", bad.id, bad.expected);
            self.problems.push(Diagnostic::at(bad.span, shape, problem, "correct the trait's value"));
        })
        .ok()
    }

    fn shape_docs(&mut self, shape: &Shape) -> String {
        let text = self.ok(shape, shape.traits.documentation()).unwrap_or_default();
        docs::markdown(&text)
    }
}
