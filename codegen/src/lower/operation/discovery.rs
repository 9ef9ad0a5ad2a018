//! Endpoints that have to be asked for (AWS API traits, "Client endpoint discovery").
//!
//! Where discovery is optional, the endpoint rules suffice and nothing is asked. Where it is required, as for Amazon
//! Timestream, the runtime asks the operation that the service names. If that one isn't generated, or doesn't answer in
//! the form that the trait demands, the documentation says what to do.

use super::end;
use crate::ast::{Shape, ShapeId};
use crate::docs::Markdown;
use crate::ir::{Discovery, Operation, Role, Type};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::lower::shape::structure;
use crate::{markdown, names};

/// What a service says of endpoints that have to be asked for.
pub(crate) struct Asking {
    /// The name of the operation that tells of them.
    source: String,
    /// How it is called, if it is generated and answers in the form that the trait demands.
    discovery: Option<Discovery>,
}

/// What the service says of such endpoints, if it does.
pub(crate) fn asking(facts: &Facts) -> Option<Asking> {
    let found = facts.service.traits.get("aws.api#clientEndpointDiscovery")?;
    let source = ShapeId::new(found.value.get("operation").and_then(|id| id.as_str())?);
    let method = names::method_name(source.name());
    let asked = facts.operations.iter().find(|operation| names::method_name(operation.id.name()) == method);
    let discovery = asked.and_then(|operation| form(facts, operation));
    Some(Asking { source: source.name().to_owned(), discovery })
}

/// Whether an operation goes to such an endpoint only.
pub(super) fn is_needed_by(operation: &Shape) -> bool {
    let found = operation.traits.get("aws.api#clientDiscoveredEndpoint");
    found.and_then(|found| found.value.get("required")?.as_bool()) == Some(true)
}

/// How an operation is asked that answers with a list of endpoints, each with its address and how long that holds. What is
/// wrong with its shapes is reported where they are lowered.
fn form<'m>(facts: &Facts<'m>, operation: &'m Shape) -> Option<Discovery> {
    let mut known = Problems::default();
    let input = end(facts, operation, Role::Input, &mut known)?;
    let output = end(facts, operation, Role::Output, &mut known)?;
    let Type::List(item) = &output.member("endpoints")?.ty else { return None };
    let Type::Named(name) = &**item else { return None };
    let is_endpoint = |shape: &Shape| shape.kind == "structure" && names::type_name(shape.id.name()) == *name;
    let (shape, role) = facts.closure().find(|(shape, _)| is_endpoint(shape))?;
    let endpoint = structure(facts, shape, name.clone(), role, &mut known);
    let has = |field: &str, ty: Type| endpoint.member(field).is_some_and(|member| member.always && member.ty == ty);
    let fits = has("address", Type::Text) && has("cache_period_in_minutes", Type::Scalar("i64"));
    (fits && input.stream().is_none())
        .then(|| Discovery { module: names::method_name(operation.id.name()), input: input.name })
}

impl Asking {
    /// Whether the client can ask.
    pub(super) fn can_be_asked(&self) -> bool {
        self.discovery.is_some()
    }

    /// What the client asks, if an operation needs it.
    pub(crate) fn discovery(self, operations: &[Operation]) -> Option<Discovery> {
        self.discovery.filter(|_| operations.iter().any(|operation| operation.discovered))
    }

    /// What an operation's documentation says of it.
    pub(super) fn hint(&self) -> Markdown {
        let source = self.source.as_str();
        match &self.discovery {
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
}
