//! Each correction of a service: what it makes of the part of the model that it is for, and that it then has nothing left to do.

use super::{FIXUPS, ShapeId};
use crate::ast::{self, Model};
use serde_json::{Value, json};

/// A correction, made on these shapes. It must do something, and nothing when it is made again.
fn corrected(service: &str, name: &str, shapes: Value) -> Model {
    let fixup = FIXUPS.iter().find(|fixup| fixup.service.starts_with(service) && fixup.name == name);
    let fixup = fixup.unwrap_or_else(|| panic!("there is a fixup `{name}` of {service}"));
    let source = json!({ "smithy": "2.0", "shapes": shapes }).to_string();
    let mut model = ast::parse(&source).expect("the model parses");
    assert!((fixup.apply)(&mut model), "there is something to correct");
    let once = model.clone();
    assert!(!(fixup.apply)(&mut model), "it says when it no longer applies");
    once
}

/// The trait of a shape, or of a member behind a `$`.
fn of(model: &Model, id: &str, name: &str) -> Option<Value> {
    let (id, member) = id.split_once('$').map_or((id, None), |(id, member)| (id, Some(member)));
    let shape = &model.shapes[&ShapeId::new(id)];
    let traits = member.map_or(&shape.traits, |name| &shape.member(name).expect("it is there").traits);
    traits.get(name).map(|found| found.value.clone())
}

#[test]
fn a_part_of_a_model_needs_no_correction_of_what_it_lacks() {
    let names =
        ["IDPCommunicationError passes", "InvalidChangeBatch has Messages", "numbers and booleans may be absent"];
    for fixup in FIXUPS.iter().filter(|fixup| names.contains(&fixup.name)) {
        let mut part = ast::parse(r#"{"smithy": "2.0", "shapes": {}}"#).expect("the model parses");
        assert!((fixup.apply)(&mut part), "{}", fixup.name);
    }
}

#[test]
fn an_error_of_sts_passes_and_its_tokens_are_secrets() {
    let error = json!({ "com.amazonaws.sts#IDPCommunicationErrorException": {
        "type": "structure", "members": {}, "traits": { "smithy.api#error": "client" },
    } });
    let model = corrected("com.amazonaws.sts", "IDPCommunicationError passes", error);
    assert_eq!(of(&model, "com.amazonaws.sts#IDPCommunicationErrorException", "retryable"), Some(json!({})));
    let token = json!({ "com.amazonaws.sts#tokenType": { "type": "string" } });
    let model = corrected("com.amazonaws.sts", "session tokens are secrets", token);
    assert_eq!(of(&model, "com.amazonaws.sts#tokenType", "sensitive"), Some(json!({})));
}

#[test]
fn numbers_and_booleans_of_ec2_may_be_absent() {
    let shapes = json!({
        "com.amazonaws.ec2#Count": { "type": "integer", "traits": { "smithy.api#default": 0 } },
        "com.amazonaws.ec2#Volume": { "type": "structure", "members": {
            "Size": { "target": "com.amazonaws.ec2#Count", "traits": { "smithy.api#default": 0 } },
            "Encrypted": { "target": "smithy.api#Boolean", "traits": { "smithy.api#default": false } },
            "Name": { "target": "smithy.api#String" },
        } },
    });
    let model = corrected("com.amazonaws.ec2", "numbers and booleans may be absent", shapes);
    let is_optional = |name: &str| of(&model, &format!("com.amazonaws.ec2#Volume${name}"), "clientOptional").is_some();
    assert_eq!(["Size", "Encrypted", "Name"].map(is_optional), [true, true, false]);
}

#[test]
fn the_account_of_s3_control_is_the_rules_alone() {
    let operation =
        |prefix: &str| json!({ "type": "operation", "traits": { "smithy.api#endpoint": { "hostPrefix": prefix } } });
    let shapes = json!({ "a#GetJob": operation("{AccountId}."), "a#Other": operation("data.") });
    let model = corrected("com.amazonaws.s3control", "rules alone put the account before the host", shapes);
    assert_eq!(of(&model, "a#GetJob", "endpoint"), None);
    assert_eq!(of(&model, "a#Other", "endpoint"), Some(json!({ "hostPrefix": "data." })));
}

#[test]
fn an_error_of_route_53_has_messages() {
    let shapes = json!({ "com.amazonaws.route53#InvalidChangeBatch": { "type": "structure", "members": {
        "messages": { "target": "smithy.api#String" }, "message": { "target": "smithy.api#String" },
    } } });
    let model = corrected("com.amazonaws.route53", "InvalidChangeBatch has Messages", shapes);
    let name = |member: &str| of(&model, &format!("com.amazonaws.route53#InvalidChangeBatch${member}"), "xmlName");
    assert_eq!((name("messages"), name("message")), (Some(json!("Messages")), None));
}
