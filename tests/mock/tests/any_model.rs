//! Services that the mock has no module for: the model of a small one, and Amazon Connect's.

mod support;

use sdk_mock::MockService;
use serde_json::{Value, json};
use support::{Reply, Signer, look, with_headers};

const THINGS: &str = include_str!("things.json");

async fn things() -> MockService {
    MockService::builder().model(THINGS).start().await.expect("a model")
}

async fn call(service: &MockService, name: &'static str, line: &str, body: Value) -> Reply {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let signer = Signer { name, ..Signer::of(service) };
    with_headers(service, line, &signer.headers(line, &[], &body), &body).await
}

#[tokio::test]
async fn what_is_made_by_convention_is_listed_read_changed_and_deleted() {
    let service = things().await;
    let make = |label: &str| json!({"lbl": label, "weight": 7});
    let made = call(&service, "things", "POST /shelves/top/things", make("a")).await;
    assert_eq!(made.status, 201, "{made:?}");
    assert!(made.header("location").is_some(), "{made:?}");
    let id = made.body["thingId"].as_str().expect("an ID").to_owned();
    let other = call(&service, "things", "POST /shelves/top/things", make("b")).await.body["thingId"].take();
    assert_ne!(other, id.as_str());
    let path = format!("/shelves/top/things/{id}");

    let got = call(&service, "things", &format!("GET {path}"), Value::Null).await.body;
    assert_eq!(got, json!({"thing": {"thingId": id, "lbl": "a", "weight": 7}}));
    assert_eq!(call(&service, "things", &format!("PUT {path}"), json!({"weight": 9})).await.status, 200);
    let listed = call(&service, "things", "GET /shelves/top/things?limit=1", Value::Null).await.body;
    assert_eq!(listed["things"], json!([{"thingId": id, "lbl": "a", "weight": 9}]));
    let line = format!("GET /shelves/top/things?next={}", listed["next"].as_str().expect("more"));
    assert_eq!(call(&service, "things", &line, Value::Null).await.body["things"][0]["thingId"], other);
    assert_eq!(call(&service, "things", "GET /shelves/top/things?next=1-x", Value::Null).await.status, 400);
    assert_eq!(call(&service, "things", "GET /shelves/low/things", Value::Null).await.body, json!({"things": []}));

    assert_eq!(call(&service, "things", &format!("DELETE {path}"), Value::Null).await.status, 204);
    let gone = call(&service, "things", &format!("GET {path}"), Value::Null).await;
    assert_eq!((gone.status, gone.header("x-amzn-errortype")), (404, Some("ResourceNotFoundException")));
    assert_eq!(gone.body, json!({"Message": "No such resource"}));
}

#[tokio::test]
async fn constraints_are_checked_wherever_a_member_is() {
    let service = things().await;
    for (body, reason) in [
        (json!({}), ("lbl", "Is required")),
        (json!({"lbl": "a", "weight": 4}), ("weight", "Use at least 5")),
        (json!({"lbl": "a", "tags": {"a": "1", "b": "2", "c": "3"}}), ("tags", "Use 0 to 2 entries")),
        (json!({"lbl": "a", "tags": {"A": "1"}}), ("tags.A", "Has to match ^[a-z]+$")),
    ] {
        let refused = call(&service, "things", "POST /shelves/top/things", body).await;
        assert_eq!((refused.status, refused.header("x-amzn-errortype")), (400, Some("ValidationException")));
        let (path, message) = reason;
        assert_eq!(refused.body["fieldList"], json!([{"path": path, "message": message}]));
    }
    for shape in [json!({"round": true, "square": 1}), json!({}), json!({"flat": 1}), json!({"square": "1"})] {
        let body = json!({"lbl": "a", "shape": shape});
        assert_eq!(call(&service, "things", "POST /shelves/top/things", body).await.status, 400);
    }
    let unknown = json!({"lbl": "a", "colour": "red", "shape": {"round": true}});
    assert_eq!(call(&service, "things", "POST /shelves/top/things", unknown).await.status, 201);
    assert_eq!(call(&service, "things", "GET /shelves/TOP/things", Value::Null).await.status, 400);
}

#[tokio::test]
async fn what_has_no_state_answers_with_examples_or_values_made_up_to_fit() {
    let service = things().await;
    let weather = call(&service, "things", "GET /weather", Value::Null).await.body;
    assert_eq!(weather, json!({"sky": "rain", "since": 1_772_357_400}));
    let report = call(&service, "things", "GET /report", Value::Null).await;
    assert_eq!(report.status, 200, "{report:?}");
    assert_eq!(report.body["when"], "2026-03-01T09:30:00Z");
    assert_eq!((report.body["score"].as_i64(), report.body["parts"].as_array().map(Vec::len)), (Some(5), Some(2)));
    let file = call(&service, "things", "GET /files/a/b%20c?since=2026-03-01T09:30:00Z", Value::Null).await;
    assert_eq!((file.status, file.text.as_str(), file.header("x-kind")), (200, "eeeeeee", Some("example")));
    assert_eq!(call(&service, "things", "GET /files/a?since=yesterday", Value::Null).await.status, 400);
}

#[tokio::test]
async fn every_operation_of_a_large_service_has_an_answer_that_its_model_allows() {
    let model = include_str!("../../../model/connect.json");
    let service = MockService::builder().model(model).start().await.expect("a model");
    let json = look(&service, "GET /_mock.json", "").await.body;
    let routes = json["routes"].as_array().expect("routes");
    assert_eq!(routes.len(), service.operation_count());
    for route in routes {
        let (method, path) = (route["method"].as_str().expect("text"), route["path"].as_str().expect("text"));
        let path: Vec<_> = path.split('/').map(|part| if part.starts_with('{') { "example" } else { part }).collect();
        let line = format!("{method} {}", path.join("/"));
        let reply = call(&service, "connect", &line, Value::Null).await;
        let why = service.requests().pop().and_then(|request| request.why);
        assert!(matches!(reply.status, 200 | 400 | 404), "{line}: {reply:?} {why:?}");
    }
    assert!(service.requests().iter().any(|request| request.status == 200));
}

#[tokio::test]
async fn a_model_that_cannot_be_served_is_said_to_be_so() {
    for (model, why) in [
        ("{", "cannot serve the model"),
        (r#"{"smithy": "2.0", "shapes": {}}"#, "has 0 services"),
        (&THINGS.replace("restJson1", "restJson9"), "what is served is aws.protocols#restJson1"),
    ] {
        let error = MockService::builder().model(model).start().await.expect_err("no model").to_string();
        assert!(error.contains(why), "{error}");
    }
}
