//! The mock's side: a service of ours that is talked to by streams of events, in each protocol that has such.

use sdk_mock::{Heard, MockService, RecordedRequest};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How many calls the scene makes.
const CALLS: usize = 8;

/// The protocols, each with the name of its scene and crate.
pub(crate) const PROTOCOLS: &[(&str, &str)] = &[
    ("talk-rest-json", "aws.protocols#restJson1"),
    ("talk-aws-json", "aws.protocols#awsJson1_1"),
    ("talk-rpc-json", "smithy.protocols#rpcv2Json"),
    ("talk-rpc-cbor", "smithy.protocols#rpcv2Cbor"),
    ("talk-rest-xml", "aws.protocols#restXml"),
];

/// The model of the service, and of its SDK.
pub(crate) fn model(protocol: &str) -> String {
    let mut model: Value = serde_json::from_str(include_str!("talk.json")).expect("JSON");
    model["shapes"]["talk#Talk"]["traits"][protocol] = json!({});
    model.to_string()
}

/// Starts the service in a protocol. It begins with the room that one is in, says again what is said, is lost for words when it
/// is told so, and ends with a quote.
pub(crate) async fn start(protocol: &str) -> MockService {
    let service = MockService::builder()
        .model(model(protocol))
        .on_events("Converse", |input| {
            let room = input["room"].clone();
            move |heard| match heard {
                Heard::Begin => vec![json!({"word": {"text": room}})],
                Heard::Event(event) if event["word"]["text"] == "lost" => {
                    vec![json!({"lost": {"message": "click", "place": "Rome"}}), json!({"pause": {}})]
                }
                Heard::Event(event) if event.get("sorry").is_some() => vec![json!({"word": {"text": "never mind"}})],
                Heard::Event(event) => vec![event.clone()],
                _ => vec![json!({"quote": {"by": "me & you", "word": {"text": "bye"}}})],
            }
        })
        .on_events("Dictate", |_| {
            let mut words = 0;
            move |heard| {
                words += i32::from(matches!(heard, Heard::Event(_)));
                vec![json!({ "words": words })]
            }
        });
    service.start().await.expect("a model that can be served")
}

/// The requests of the scene, in the order in which they came. A conversation is recorded when it is over, and one that the client
/// leaves is so when its connection is found closed: after the next request, perhaps, or after the program has ended.
fn requests(service: &MockService) -> Vec<RecordedRequest> {
    let deadline = Instant::now() + Duration::from_secs(10);
    while service.requests().len() < CALLS && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(5));
    }
    let mut requests = service.requests();
    requests.sort_by_key(|request| request.at);
    requests
}

/// What the service heard in the conversations of the scene, and why requests were refused, in their order.
pub(crate) fn check(scene: &str, service: &MockService) {
    let requests = requests(service);
    let events = |index: usize| requests.get(index).map(|request| request.events.clone()).unwrap_or_default();
    let names: Vec<_> = events(0).iter().filter_map(|event| Some(event.as_object()?.keys().next()?.clone())).collect();
    assert_eq!(names, ["word", "sound", "quote", "pause"], "{scene}");
    assert_eq!(
        events(0).first(),
        Some(&json!({"word": {"text": "first", "at": 1_772_357_400.5, "weight": -0.5, "raw": "AP8="}}))
    );
    let whys: Vec<_> = requests.iter().map(|request| request.why.as_deref().unwrap_or_default()).collect();
    let invalid = "word.text: Use 1 to 12 characters";
    assert_eq!(whys, ["", "", "", invalid, "room: Use 1 to 12 characters", "", invalid, ""], "{scene}");
    let statuses: Vec<_> = requests.iter().map(|request| request.status).collect();
    assert_eq!(statuses, [200, 200, 200, 200, 400, 200, 400, 200], "{scene}");
}
