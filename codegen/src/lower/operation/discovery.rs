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
    (fits && !input.is_streaming())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, ast};

    const MODEL: &str = r##"{"smithy": "2.0", "shapes": {
        "a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Ask"}],
            "traits": {"aws.protocols#restJson1": {}}},
        "a#Ask": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"},
            "traits": {"smithy.api#http": {"method": "POST", "uri": "/"}}},
        "a#In": {"type": "structure", "members": {INPUT}},
        "a#Out": {"type": "structure", "members": {"Endpoints": {"target": "a#Endpoints"}}},
        "a#Endpoints": {"type": "list", "member": {"target": "a#Endpoint"}},
        "a#Endpoint": {"type": "structure", "members": {ENDPOINT}},
        "a#Aside": {"type": "structure", "members": {}},
        "a#Bytes": {"type": "blob", "traits": {"smithy.api#streaming": {}}}
    }}"##;

    const ADDRESS: &str = r#""Address": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}}"#;
    const PERIOD: &str =
        r#""CachePeriodInMinutes": {"target": "smithy.api#Long", "traits": {"smithy.api#required": {}}}"#;

    /// Whether an operation can be asked whose input and whose endpoints have these members.
    fn can_be_asked(input: &str, endpoint: &str) -> bool {
        let model = ast::parse(&MODEL.replace("INPUT", input).replace("ENDPOINT", endpoint)).expect("it is a model");
        let options = Options::of("a-sdk");
        let facts = Facts::of(&model, &options, false, &mut Problems::default()).expect("the service is right");
        form(&facts, facts.operations[0]).is_some()
    }

    #[test]
    fn an_operation_is_asked_only_if_its_answer_has_both_address_and_time() {
        assert!(can_be_asked("", &format!("{ADDRESS}, {PERIOD}")));
        let aside = r#""a": {"target": "a#Aside"}"#;
        assert!(can_be_asked(aside, &format!("{ADDRESS}, {PERIOD}")), "another structure is not the endpoint's");
        assert!(!can_be_asked("", ADDRESS) && !can_be_asked("", PERIOD) && !can_be_asked("", ""));
        let optional = |member: &str| member.replace("smithy.api#required", "a#optional");
        assert!(!can_be_asked("", &format!("{}, {PERIOD}", optional(ADDRESS))));
        assert!(!can_be_asked("", &format!("{ADDRESS}, {}", optional(PERIOD))));
        let of_type = |member: &str, ty: &str| member.replace("#String", ty).replace("#Long", ty);
        assert!(!can_be_asked("", &format!("{}, {PERIOD}", of_type(ADDRESS, "#Integer"))));
        assert!(!can_be_asked("", &format!("{ADDRESS}, {}", of_type(PERIOD, "#Integer"))));
    }

    #[test]
    fn nobody_has_a_stream_at_hand_to_ask_with() {
        let stream =
            r#""b": {"target": "a#Bytes", "traits": {"smithy.api#httpPayload": {}, "smithy.api#required": {}}}"#;
        assert!(!can_be_asked(stream, &format!("{ADDRESS}, {PERIOD}")));
    }

    /// An endpoint that nobody can be asked for is left to who calls.
    #[test]
    fn an_operation_is_discovered_only_if_somebody_can_be_asked() {
        let rules = r#""smithy.rules#endpointRuleSet": {"version": "1.0", "parameters": {}, "rules": [
            {"conditions": [], "endpoint": {"url": "https://example.com"}, "type": "endpoint"}]}"#;
        let of_service = format!(
            r#""aws.protocols#restJson1": {{}}, "aws.auth#sigv4": {{"name": "s"}}, {rules},
            "aws.api#clientEndpointDiscovery": {{"operation": "a#Ask"}}"#
        );
        let of_operation = r#""aws.api#clientDiscoveredEndpoint": {"required": true}, "smithy.api#http":"#;
        let discovered = |endpoint: &str| {
            let source = MODEL.replace("INPUT", "").replace("ENDPOINT", endpoint);
            let source = source.replace(r#""aws.protocols#restJson1": {}"#, &of_service);
            let model = ast::parse(&source.replace(r#""smithy.api#http":"#, of_operation)).expect("it is a model");
            crate::lower::lower(&model, &Options::of("a-sdk")).expect("it is right").operations[0].discovered
        };
        assert!(discovered(&format!("{ADDRESS}, {PERIOD}")));
        assert!(!discovered(ADDRESS));
    }
}
