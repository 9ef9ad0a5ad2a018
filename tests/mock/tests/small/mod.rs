//! Services of a few shapes, written short: shapes without their namespace, traits without Smithy's.

#![allow(dead_code, reason = "each test uses a part of it")]

use super::support::{Reply, with_headers};
use sdk_mock::{MockService, StartError};
use serde_json::{Map, Value, json};

/// The simple shapes that every model has.
const PRELUDE: [&str; 8] = ["String", "Integer", "Boolean", "Double", "Blob", "Timestamp", "Document", "Unit"];

/// The text of a model: a service with these traits, and all of these operations. Requests go unsigned if the traits don't
/// say how they are signed.
pub(crate) fn model(traits: Value, shapes: Value) -> String {
    let mut expanded = Map::new();
    let mut operations = Vec::new();
    for (name, shape) in shapes.as_object().expect("shapes by name") {
        let shape = expand(shape);
        if shape["type"] == "operation" {
            operations.push(json!({"target": format!("test#{name}")}));
        }
        expanded.insert(format!("test#{name}"), shape);
    }
    let mut traits = expand(&json!({ "traits": traits }))["traits"].take();
    traits["aws.protocols#restJson1"] = json!({});
    let service = json!({"type": "service", "version": "1", "operations": operations, "traits": traits});
    expanded.insert("test#Service".to_owned(), service);
    json!({"smithy": "2.0", "shapes": expanded}).to_string()
}

/// Whole names for short ones.
fn expand(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            let entry = |(key, value): (&String, &Value)| match (key.as_str(), value) {
                ("target", Value::String(name)) => {
                    let namespace = if PRELUDE.contains(&name.as_str()) { "smithy.api" } else { "test" };
                    (key.clone(), format!("{namespace}#{name}").into())
                }
                ("traits", Value::Object(traits)) => {
                    let whole =
                        |name: &str| if name.contains('#') { name.to_owned() } else { format!("smithy.api#{name}") };
                    let traits: Map<_, _> = traits.iter().map(|(name, value)| (whole(name), value.clone())).collect();
                    (key.clone(), traits.into())
                }
                (_, value) => (key.clone(), expand(value)),
            };
            Value::Object(entries.iter().map(entry).collect())
        }
        Value::Array(items) => items.iter().map(expand).collect(),
        value => value.clone(),
    }
}

/// An operation at a method and a path, and its input and output.
pub(crate) fn operation(line: &str, input: &str, output: &str) -> Value {
    let (method, uri) = line.split_once(' ').expect("a method and a path");
    json!({"type": "operation", "input": {"target": input}, "output": {"target": output},
        "traits": {"http": {"method": method, "uri": uri}}})
}

/// Starts the service of a model.
pub(crate) async fn start(traits: Value, shapes: Value) -> MockService {
    try_start(traits, shapes).await.expect("a model")
}

/// Starts the service of a model, if it can.
pub(crate) async fn try_start(traits: Value, shapes: Value) -> Result<MockService, StartError> {
    MockService::builder().model(model(traits, shapes)).start().await
}

/// Sends an unsigned request whose body is this JSON, or nothing for `null`.
pub(crate) async fn call(service: &MockService, line: &str, body: Value) -> Reply {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    with_headers(service, line, "", &body).await
}

/// Why the last request was not granted.
pub(crate) fn why(service: &MockService) -> String {
    service.requests().pop().and_then(|request| request.why).unwrap_or_default()
}
