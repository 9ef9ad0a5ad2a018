//! Endpoints that have to be asked for (AWS API traits, "Client endpoint discovery").
//!
//! Where discovery is optional, the endpoint rules suffice and nothing is asked. Where it is required, as for Amazon
//! Timestream, the runtime asks the operation that the service names. If that one isn't generated, or doesn't answer in
//! the form that the trait demands, the documentation says what to do.

use crate::ast::{Shape, ShapeId};
use crate::docs::Markdown;
use crate::ir::{Discovery, Operation, Structure, Type};
use crate::lower::Lowering;
use crate::{markdown, names};
use std::collections::BTreeSet;

impl Lowering<'_> {
    /// Marks the operations whose endpoint has to be asked for; what is asked, if something can be.
    pub(in crate::lower) fn discovery(
        &self,
        service: &Shape,
        shapes: &[&Shape],
        operations: &mut [Operation],
        structures: &[Structure],
    ) -> Option<Discovery> {
        let value = |owner: &Shape, id: &str| owner.traits.get(id).map(|found| found.value.clone()).unwrap_or_default();
        let source = value(service, "aws.api#clientEndpointDiscovery");
        let source = ShapeId::new(source.get("operation").and_then(|id| id.as_str())?);
        let asked = operations.iter().find(|operation| operation.method == names::method_name(source.name()));
        let discovery = asked
            .filter(|operation| answers(operation, structures))
            .map(|operation| Discovery { module: operation.method.clone(), input: operation.input.name.clone() });
        let is_required = |shape: &&&Shape| {
            let required =
                shape.traits.get("aws.api#clientDiscoveredEndpoint").and_then(|found| found.value.get("required"));
            required.and_then(|required| required.as_bool()) == Some(true)
        };
        let required: BTreeSet<_> =
            shapes.iter().filter(is_required).map(|shape| names::method_name(shape.id.name())).collect();
        for operation in operations.iter_mut().filter(|operation| required.contains(&operation.method)) {
            operation.discovered = discovery.is_some();
            operation.docs.push_paragraph(&hint(source.name(), discovery.as_ref()));
        }
        discovery.filter(|_| operations.iter().any(|operation| operation.discovered))
    }
}

/// Whether an operation answers with a list of endpoints, each with its address and how long that holds.
fn answers(operation: &Operation, structures: &[Structure]) -> bool {
    let endpoints = operation.output.member("endpoints").map(|member| &member.ty);
    let Some(Type::List(item)) = endpoints else { return false };
    let Type::Named(name) = &**item else { return false };
    let Some(endpoint) = structures.iter().find(|structure| structure.name == *name) else { return false };
    let has = |field: &str, ty: Type| endpoint.member(field).is_some_and(|member| member.always && member.ty == ty);
    has("address", Type::Text)
        && has("cache_period_in_minutes", Type::Scalar("i64"))
        && operation.input.stream().is_none()
}

fn hint(source: &str, discovery: Option<&Discovery>) -> Markdown {
    match discovery {
        Some(Discovery { module, .. }) => markdown!(
            "The service takes it at an endpoint of the account's own, which the client asks\n\
             {} for unless `endpoint_url` or an endpoint resolver is set.",
            Markdown::link(source, &["crate", "operation", module])
        ),
        None => markdown!(
            "The service takes it at an endpoint of the account's own: set `endpoint_url` to `https://` and the\naddress \
             that {} answers, and ask again when the answer's cache period is over.",
            Markdown::code(source)
        ),
    }
}
