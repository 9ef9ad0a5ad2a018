//! Cases of streams of events (Smithy 2.0, "Event Stream Protocol Compliance Tests").

use super::params::Params;
use super::{Cases, sample};
use crate::ast::{Shape, ShapeId};
use crate::ir::{Operation, Place, Structure, Type};
use crate::names::ident;
use serde_json::{Map, Value, json};

/// The shapes of what begins a stream, where that is HTTP's.
const HTTP: [&str; 2] = ["smithy.test#InitialHttpRequest", "smithy.test#InitialHttpResponse"];

/// An operation's output, for who receives its stream.
pub(super) fn output(operation: &Operation) -> (String, String, Option<String>) {
    let field = operation.output.events().map(|member| ident(&member.field).to_string());
    (ident(&operation.method).to_string(), operation.output.name.clone(), field)
}

impl<'m> Cases<'m> {
    /// A case: an input whose stream has the events that are sent, the events that are received, and what the output has
    /// beside its stream; or why it can't be run.
    pub(super) fn stream(&self, shape: &'m Shape, test: &Value) -> Result<Value, String> {
        for begins in ["initialRequestShape", "initialResponseShape"] {
            if let Some(other) = test[begins].as_str().filter(|shape| !HTTP.contains(shape)) {
                return Err(format!("begins with `{other}`, which the runner doesn't know"));
            }
        }
        let operation = self.operation(shape)?;
        let params = Params { model: self.model, service: self.service, is_input: false };
        let end = |property: &str| self.model.shapes.get(&shape.references(property).next()?.target);
        let mut input = match test.get("initialRequestParams") {
            Some(given) => params.structure(given, end("input"), &operation.input),
            None => sample::input(self.service, &operation.input),
        };
        let sent = self.events(test, "request", end("input"), &operation.input);
        if let (Some(stream), Value::Object(members)) = (operation.input.events(), &mut input) {
            members.insert(stream.wire.clone(), Value::Array(sent));
        }
        let received = self.events(test, "response", end("output"), &operation.output);
        let output = test.get("initialResponseParams");
        let output = output.map(|given| params.structure(given, end("output"), &operation.output));
        let id = test.pointer("/expectation/failure/errorId").and_then(Value::as_str).unwrap_or_default();
        let code = id.rsplit_once('#').map_or(id, |(_, code)| code);
        let error = self.service.errors.iter().find(|known| known.code == code);
        let added = self.model.shapes.get(&ShapeId::new(id)).map(|shape| self.added(shape));
        let case = [
            ("kind", json!("events")),
            ("operation", json!(operation.name)),
            ("input", input),
            ("params", json!({"output": output, "events": received})),
            ("error", json!(error.map(|error| &error.name))),
            ("added", json!(added)),
            ("test", test.clone()),
        ];
        Ok(Value::Object(case.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>()))
    }

    /// The events of one side, in serde's form; `null` for one that says nothing of its parameters.
    fn events(&self, test: &Value, side: &str, shape: Option<&Shape>, end: &Structure) -> Vec<Value> {
        let params = Params { model: self.model, service: self.service, is_input: false };
        // Lowering keeps members in their order, and leaves none out.
        let members = shape.into_iter().flat_map(|shape| shape.members.iter().zip(&end.members));
        let stream = members.filter(|(_, lowered)| lowered.place == Place::Events).find_map(|(member, lowered)| {
            let (Type::Receiver(union) | Type::Sender(union)) = &lowered.ty else { return None };
            Some((self.model.shapes.get(&member.target)?, union))
        });
        let events = test["events"].as_array().into_iter().flatten().filter(|event| event["type"] == side);
        let converted = events.map(|event| match (event.get("params"), stream) {
            (Some(given), Some((shape, union))) => params.event(given, shape, union),
            _ => Value::Null,
        });
        converted.collect()
    }
}
