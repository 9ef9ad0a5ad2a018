//! From Smithy to Rust-shaped data: resolves targets, binds members to HTTP, decides optionality, names.
//!
//! In: an [`ast::Model`](crate::ast::Model). Out: an [`ir::Service`], or everything that is wrong.

mod check;
mod endpoint;
mod facts;
mod operation;
mod path;
mod shape;

pub use facts::matches;

use crate::ast::{Model, Shape, ShapeId};
use crate::diagnostic::{Diagnostic, Span, in_order};
use crate::ir;
use crate::protocol::{self, Dispatch, Protocol};
use crate::traits::BadTrait;
use crate::{Options, docs};
use std::collections::{BTreeMap, BTreeSet};

/// Lowers a model to a service, as far as the options ask for it.
///
/// # Errors
/// Everything in the model that is wrong, or that the generator does not support.
pub fn lower(model: &Model, options: &Options) -> Result<ir::Service, Vec<Diagnostic>> {
    lower_if(model, options, false)
}

/// As [`lower`], but a service of whose operations all were left out is one without operations.
///
/// # Errors
/// As for [`lower`].
pub fn lower_what_is_left(model: &Model, options: &Options) -> Result<ir::Service, Vec<Diagnostic>> {
    lower_if(model, options, true)
}

fn lower_if(model: &Model, options: &Options, may_be_empty: bool) -> Result<ir::Service, Vec<Diagnostic>> {
    let mut lowering = Lowering::new(model, options);
    let service = lowering.service(options);
    let nothing_left = lowering.nothing_left.take().filter(|_| !may_be_empty);
    lowering.problems.extend(nothing_left);
    match service {
        Some(service) if lowering.problems.is_empty() => Ok(service),
        _ => Err(in_order(lowering.problems)),
    }
}

/// What lowering knows while it works.
struct Lowering<'m> {
    model: &'m Model,
    problems: Vec<Diagnostic>,
    protocol: &'static Protocol,
    /// The errors in the service's closure, by name.
    errors: Vec<&'m Shape>,
    /// Errors of the service's own that are left out as unsupported.
    left_out: BTreeSet<&'m ShapeId>,
    /// That all operations were left out, and why.
    nothing_left: Option<Diagnostic>,
    /// The type names and first sentences of errors, once an operation has named them.
    named_errors: BTreeMap<&'m ShapeId, (String, crate::docs::Markdown)>,
    /// What each shape is to the service that its operations reach through members.
    roles: BTreeMap<&'m ShapeId, ir::Role>,
    /// Whether examples that don't fit are left out.
    lenient_examples: bool,
    /// Whether the service answers with the error codes that it had when it spoke awsQuery.
    query_compatible: bool,
    /// The members that need a box, as shape and name.
    boxed: BTreeSet<(String, String)>,
}

impl<'m> Lowering<'m> {
    fn new(model: &'m Model, options: &Options) -> Self {
        Lowering {
            model,
            problems: Vec::new(),
            protocol: protocol::ALL[0],
            errors: Vec::new(),
            left_out: BTreeSet::new(),
            nothing_left: None,
            named_errors: BTreeMap::new(),
            roles: BTreeMap::new(),
            boxed: BTreeSet::new(),
            lenient_examples: options.lenient_examples,
            query_compatible: false,
        }
    }

    fn service(&mut self, options: &Options) -> Option<ir::Service> {
        let shape = self.the_service(options)?;
        self.protocol = self.the_protocol(shape)?;
        self.query_compatible = shape.traits.has("aws.protocols#awsQueryCompatible");
        let operations = self.operation_shapes(shape);
        let (operations, skipped) = self.wanted(shape, operations, options);
        self.errors = self.error_shapes(shape, &operations)?;
        self.roles = facts::roles(self.model, &operations, &self.errors);
        self.check_traits(shape, &operations);
        self.check_names(&operations);
        self.check_waiters(&operations);
        self.boxed = self.boxed_members();
        let endpoint = self.endpoint(shape);
        let signing_name = self.signing_name(shape);
        let api = shape.traits.get("aws.api#service").map(|found| &found.value);
        let sdk_id = api.and_then(|api| api.get("sdkId")?.as_str()).unwrap_or(shape.id.name()).to_owned();
        let (mut lowered, structures) = (self.operations(shape, &operations), self.structures());
        let (enums, errors) = (self.enums(), self.errors());
        let docs = self.shape_docs(shape);
        let title = self.ok(shape, shape.traits.text("title")).flatten().unwrap_or_else(|| sdk_id.clone());
        let (mut endpoint, endpoint_tests) = endpoint?;
        let client_params = self.client_params(shape, &mut endpoint);
        self.endpoint_params(&operations, &mut lowered, &mut endpoint);
        let discovery = self.discovery(shape, &operations, &mut lowered, &structures);
        Some(ir::Service {
            package: options.package.clone(),
            skipped,
            title,
            api_version: shape.version.clone().unwrap_or_default(),
            signing_name: signing_name?,
            docs,
            protocol: self.protocol,
            discovery,
            headers: fixed_headers(shape),
            operations: lowered,
            structures,
            unions: self.unions(),
            enums,
            errors,
            retryable: self.retryable(),
            endpoint,
            endpoint_tests,
            client_params,
            sdk_id,
        })
    }

    fn has_http_bindings(&self) -> bool {
        self.protocol.dispatch == Dispatch::Http
    }

    /// The service that the options name, or the only one.
    fn the_service(&mut self, options: &Options) -> Option<&'m Shape> {
        let services = self.model.shapes.values().filter(|shape| shape.kind == "service");
        let is_named = |shape: &&Shape| match &options.service {
            Some(name) => [shape.id.as_str(), shape.id.name()].contains(&name.as_str()),
            None => true,
        };
        let mut found = services.filter(is_named);
        match (found.next(), found.next(), &options.service) {
            (Some(service), None, _) => Some(service),
            (None, _, None) => {
                self.problems.push(Diagnostic::of_file(
                    "the model has no service",
                    "add a shape of type `service` that lists the operations",
                ));
                None
            }
            (None, _, Some(name)) => {
                self.problems.push(Diagnostic::of_file(
                    format!("the model has no service called `{name}`"),
                    "correct the name: it is that of a shape of type `service`",
                ));
                None
            }
            (Some(first), Some(second), _) => {
                self.problem(
                    second,
                    format!("is a second service, after `{}`", first.id),
                    "name the one to generate with `--service`, or keep one in the model",
                );
                None
            }
        }
    }

    fn the_protocol(&mut self, service: &Shape) -> Option<&'static Protocol> {
        let found = protocol::ALL.iter().copied().find(|protocol| service.traits.has(protocol.trait_id));
        if found.is_none() {
            let ours: Vec<_> = protocol::ALL.iter().map(|protocol| format!("`{}`", protocol.trait_id)).collect();
            let defined = |id: &str| {
                let shape = self.model.shapes.get(&ShapeId::new(id));
                shape.is_some_and(|shape| shape.traits.has("protocolDefinition"))
            };
            let spoken = service.traits.0.keys().filter(|id| protocol::is_protocol(id, defined));
            let spoken: Vec<_> = spoken.map(|id| format!("`{id}`")).collect();
            let problem = match spoken.is_empty() {
                true => "speaks no protocol".to_owned(),
                false => format!("speaks {}, which the generator doesn't", spoken.join(" and ")),
            };
            let remedy = format!("supported are {}: add one if the service speaks it, too", ours.join(", "));
            self.problem(service, problem, remedy);
        }
        found
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
            let problem = format!("has a `{}` that is not {}", bad.id, bad.expected);
            self.problems.push(Diagnostic::at(bad.span, shape, problem, "correct the trait's value"));
        })
        .ok()
    }

    fn shape_docs(&mut self, shape: &Shape) -> docs::Markdown {
        let text = self.ok(shape, shape.traits.documentation()).unwrap_or_default();
        docs::markdown(&text)
    }
}

/// Headers that every request to a service has. Services that once spoke awsQuery answer with its error codes to clients
/// that ask for them (Smithy 2.0, `awsQueryCompatible`); two older ones want what their models don't say.
fn fixed_headers(service: &Shape) -> Vec<(String, String)> {
    let mut headers = Vec::new();
    let mut add = |name: &str, value: &str| headers.push((name.to_owned(), value.to_owned()));
    if service.traits.has("aws.protocols#awsQueryCompatible") {
        add("x-amzn-query-mode", "true");
    }
    match service.id.as_str() {
        // Without it, answers are in HAL, which the model doesn't describe.
        "com.amazonaws.apigateway#BackplaneControlService" => add("accept", "application/json"),
        // Amazon S3 Glacier Developer Guide, "Common Request Headers".
        "com.amazonaws.glacier#Glacier" => add("x-amz-glacier-version", service.version.as_deref().unwrap_or_default()),
        _ => {}
    }
    headers
}
