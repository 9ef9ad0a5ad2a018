//! The mock's side: a service of ours with every kind of value, in each protocol.
//!
//! It answers all that it is told if it has understood all of it, and something else otherwise: `kinds.json` has both as
//! examples.

use sdk_mock::MockService;
use serde_json::{Value, json};

/// The protocols, each with the name of its scene and crate.
pub(crate) const PROTOCOLS: &[(&str, &str)] = &[
    ("kinds-rest-json", "aws.protocols#restJson1"),
    ("kinds-aws-json", "aws.protocols#awsJson1_0"),
    ("kinds-rpc-json", "smithy.protocols#rpcv2Json"),
    ("kinds-rpc-cbor", "smithy.protocols#rpcv2Cbor"),
    ("kinds-rest-xml", "aws.protocols#restXml"),
    ("kinds-aws-query", "aws.protocols#awsQuery"),
    ("kinds-ec2-query", "aws.protocols#ec2Query"),
];

fn model(protocol: &str) -> Value {
    let mut model: Value = serde_json::from_str(include_str!("kinds.json")).expect("JSON");
    model["shapes"]["kinds#Kinds"]["traits"][protocol] = json!({});
    if protocol == "aws.protocols#ec2Query" {
        // It has no unions.
        model["shapes"]["kinds#Choice"]["type"] = "structure".into();
    }
    model
}

/// The model of an SDK, which knows no examples.
pub(crate) fn model_of_client(protocol: &str) -> String {
    let mut model = model(protocol);
    for operation in ["kinds#List", "kinds#Tell"] {
        let traits = model["shapes"][operation]["traits"].as_object_mut().expect("traits");
        traits.remove("smithy.api#examples").expect("an example");
    }
    model.to_string()
}

/// Starts the service in a protocol.
pub(crate) async fn start(protocol: &str) -> MockService {
    MockService::builder().model(model(protocol).to_string()).start().await.expect("a model that can be served")
}
