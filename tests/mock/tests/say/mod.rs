//! A service of one operation with something of everything, in any protocol.

use super::small;
use sdk_mock::MockService;
use serde_json::{Value, json};

pub(crate) const NAMESPACE: &str = "https://example.com/doc/";

/// A service of one operation that answers with its example, whatever it is asked, in this protocol.
fn service(protocol: &str, http: Value) -> String {
    let example = json!([{"title": "one", "input": {}, "output": {
        "text": "a < b & \"c\"", "when": "2026-03-01T09:30:00Z", "names": ["x", "y"], "flat": [1, 2],
        "tags": {"k": "v"}, "part": {"id": "7", "bytes": "AAH/"}}}]);
    let shapes = json!({
        "Say": {"type": "operation", "input": {"target": "Said"}, "output": {"target": "Told"},
            "errors": [{"target": "InvalidParameter"}],
            "traits": {"http": http, "examples": example}},
        "Said": {"type": "structure", "members": members()},
        "Told": {"type": "structure", "members": members()},
        "Names": {"type": "list", "member": {"target": "Name", "traits": {"xmlName": "n"}}},
        "Name": {"type": "string", "traits": {"length": {"min": 1, "max": 3}}},
        "Numbers": {"type": "list", "member": {"target": "Integer"}},
        "Tags": {"type": "map", "key": {"target": "String", "traits": {"xmlName": "Key"}},
            "value": {"target": "Name", "traits": {"xmlName": "Value"}}},
        "Part": {"type": "structure", "members": {
            "id": {"target": "String", "traits": {"xmlAttribute": {}}}, "bytes": {"target": "Blob"}}},
        "InvalidParameter": {"type": "structure", "members": {
            "message": {"target": "String"}, "hint": {"target": "String", "traits": {"required": {}}}},
            "traits": {"error": "client", "aws.protocols#awsQueryError": {"code": "Bad.Input", "httpResponseCode": 402}}}
    });
    let model = small::model(json!({"xmlNamespace": {"uri": NAMESPACE}}), shapes);
    model.replace("aws.protocols#restJson1", protocol)
}

fn members() -> Value {
    json!({
        "text": {"target": "String", "traits": {"xmlName": "Text"}},
        "when": {"target": "Timestamp"},
        "on": {"target": "Boolean"},
        "names": {"target": "Names"},
        "flat": {"target": "Numbers", "traits": {"xmlFlattened": {}, "xmlName": "Flat", "aws.protocols#ec2QueryName": "Level"}},
        "tags": {"target": "Tags"},
        "part": {"target": "Part"}
    })
}

/// Starts the service in a protocol.
pub(crate) async fn start(protocol: &str) -> MockService {
    let http = json!({"method": "POST", "uri": "/say"});
    MockService::builder().model(service(protocol, http)).start().await.expect("a model")
}
