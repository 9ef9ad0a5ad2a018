//! What a trait of XML's, or the API's version, means to messages depends on what the service speaks.

use codegen::diff::{Scope, Wire, compare};
use serde_json::{Value, json};

/// A service with an operation that takes and returns a structure with one member.
fn model(protocol: &str, version: &str, traits: Value) -> String {
    json!({"smithy": "2.0", "shapes": {
        "a#S": {"type": "service", "version": version, "operations": [{"target": "a#Do"}], "traits": {protocol: {}}},
        "a#Do": {"type": "operation", "input": {"target": "a#Io"}, "output": {"target": "a#Io"},
            "traits": {"smithy.api#http": {"method": "POST", "uri": "/"}}},
        "a#Io": {"type": "structure", "members": {"list": {"target": "a#L", "traits": traits}}},
        "a#L": {"type": "list", "member": {"target": "smithy.api#String"}},
    }})
    .to_string()
}

fn wire(old: &str, new: &str) -> Wire {
    compare(old, new, &Scope::default()).expect("both are models").verdict().wire
}

const XML: [&str; 3] = ["aws.protocols#restXml", "aws.protocols#awsQuery", "aws.protocols#ec2Query"];
const JSON: [&str; 2] = ["aws.protocols#restJson1", "aws.protocols#awsJson1_1"];

#[test]
fn xmls_traits_change_messages_where_these_are_xml_or_forms() {
    for (id, value) in [
        ("smithy.api#xmlName", json!("Other")),
        ("smithy.api#xmlFlattened", json!({})),
        ("aws.protocols#ec2QueryName", json!("Other")),
    ] {
        for (protocols, expected) in [(&XML[..], Wire::Changed), (&JSON[..], Wire::Unchanged)] {
            for protocol in protocols {
                let (old, new) = (model(protocol, "1", json!({})), model(protocol, "1", json!({id: value})));
                assert_eq!(wire(&old, &new), expected, "{protocol} {id}");
            }
        }
    }
}

#[test]
fn json_names_change_nothing_where_no_message_is_json() {
    let renamed = json!({"smithy.api#jsonName": "other"});
    for (protocol, expected) in XML.map(|id| (id, Wire::Unchanged)).into_iter().chain([(JSON[0], Wire::Changed)]) {
        let (old, new) = (model(protocol, "1", json!({})), model(protocol, "1", renamed.clone()));
        assert_eq!(wire(&old, &new), expected, "{protocol}");
    }
}

#[test]
fn forms_say_which_version_of_the_api_they_mean() {
    for (protocol, expected) in [
        (XML[0], Wire::Unchanged),
        (XML[1], Wire::Changed),
        (XML[2], Wire::Changed),
        (JSON[0], Wire::Unchanged),
        (JSON[1], Wire::Unchanged),
    ] {
        let (old, new) = (model(protocol, "1", json!({})), model(protocol, "2", json!({})));
        assert_eq!(wire(&old, &new), expected, "{protocol}");
    }
}

#[test]
fn of_several_protocols_json_is_spoken_and_another_one_beside_it_changes_nothing() {
    let with = |protocols: &[&str]| {
        let mut model: Value = serde_json::from_str(&model(protocols[0], "1", json!({}))).expect("it is JSON");
        for protocol in protocols {
            model["shapes"]["a#S"]["traits"][protocol] = json!({});
        }
        model.to_string()
    };
    assert_eq!(wire(&with(&[XML[1]]), &with(&[XML[1], XML[2]])), Wire::Unchanged);
    assert_eq!(wire(&with(&[XML[1]]), &with(&[XML[1], XML[0]])), Wire::Changed);
    assert_eq!(wire(&with(&[XML[0]]), &with(&[XML[0], JSON[1]])), Wire::Changed);
    assert_eq!(wire(&with(&[JSON[1]]), &with(&[JSON[1], XML[1]])), Wire::Unchanged);
}
