//! No model makes the mock panic when it starts, and no request makes it fail or hang: both made at random.

mod small;
mod support;

use proptest::prelude::*;
use sdk_mock::MockService;
use sdk_tests::mutation::{cases, places};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;
use std::time::Duration;
use support::{Reply, raw};
use tokio::runtime::Runtime;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("threads"));
/// A model with something of everything; its operations are open to all.
static MODEL: LazyLock<String> = LazyLock::new(|| small::model(json!({}), shapes()));
static SERVICE: LazyLock<MockService> =
    LazyLock::new(|| RUNTIME.block_on(MockService::builder().model(MODEL.as_str()).start()).expect("a model"));

fn shapes() -> Value {
    let operation = small::operation;
    let mut list = operation("GET /shelves/{shelf}/things", "Asked", "Page");
    list["traits"]["paginated"] =
        json!({"inputToken": "next", "outputToken": "next", "pageSize": "limit", "items": "things"});
    let label = json!({"target": "Name", "traits": {"httpLabel": {}, "required": {}}});
    json!({
        "PutThing": operation("PUT /shelves/{shelf}/things/{id}", "Thing", "Shown"),
        "GetThing": operation("GET /shelves/{shelf}/things/{id}", "Named", "Shown"),
        "DeleteThing": operation("DELETE /shelves/{shelf}/things/{id}", "Named", "Unit"),
        "ListThings": list,
        "PutFile": operation("POST /files/{path+}?upload", "File", "File2"),
        "Named": {"type": "structure", "members": {"shelf": label, "id": label}},
        "Asked": {"type": "structure", "members": {"shelf": label,
            "next": {"target": "String", "traits": {"httpQuery": "next"}},
            "limit": {"target": "Limit", "traits": {"httpQuery": "limit"}}}},
        "Page": {"type": "structure", "members": {"next": {"target": "String"}, "things": {"target": "Things"}}},
        "Things": {"type": "list", "member": {"target": "Shown"}},
        "Thing": {"type": "structure", "members": {"shelf": label, "id": label,
            "text": {"target": "Name"}, "tree": {"target": "Tree"}, "map": {"target": "Map"}, "any": {"target": "Document"},
            "at": {"target": "Timestamp", "traits": {"timestampFormat": "date-time"}}, "bytes": {"target": "Blob"},
            "number": {"target": "Double"}, "limit": {"target": "Limit", "traits": {"httpHeader": "X-Limit"}},
            "days": {"target": "Days", "traits": {"httpHeader": "X-Days"}},
            "token": {"target": "String", "traits": {"idempotencyToken": {}, "httpHeader": "X-Token"}}}},
        "Shown": {"type": "structure", "members": {"id": {"target": "Name"}, "text": {"target": "Name"},
            "tree": {"target": "Tree"}, "map": {"target": "Map"}, "any": {"target": "Document"},
            "at": {"target": "Timestamp"}, "bytes": {"target": "Blob"}, "number": {"target": "Double"},
            "days": {"target": "Days", "traits": {"httpHeader": "X-Days"}}}},
        "Tree": {"type": "union", "members": {"leaf": {"target": "Limit"}, "trees": {"target": "Trees"}}},
        "Trees": {"type": "list", "member": {"target": "Tree"}, "traits": {"sparse": {}, "uniqueItems": {}}},
        "Map": {"type": "map", "key": {"target": "Name"}, "value": {"target": "Tree"}, "traits": {"length": {"max": 3}}},
        "Days": {"type": "list", "member": {"target": "Timestamp"}},
        "Name": {"type": "string", "traits": {"pattern": "^(?!aws)(\\w+[ .]?)+$", "length": {"min": 1, "max": 40}}},
        "Limit": {"type": "integer", "traits": {"range": {"min": -3, "max": 9}}},
        "File": {"type": "structure", "members": {
            "path": {"target": "String", "traits": {"httpLabel": {}, "required": {}}},
            "query": {"target": "Query", "traits": {"httpQueryParams": {}}},
            "meta": {"target": "Meta", "traits": {"httpPrefixHeaders": "X-"}},
            "bytes": {"target": "Blob", "traits": {"httpPayload": {}}}}},
        "File2": {"type": "structure", "members": {
            "tree": {"target": "Tree", "traits": {"httpPayload": {}, "required": {}}},
            "status": {"target": "Integer", "traits": {"httpResponseCode": {}}}}},
        "Query": {"type": "map", "key": {"target": "String"}, "value": {"target": "Texts"}},
        "Texts": {"type": "list", "member": {"target": "String"}},
        "Meta": {"type": "map", "key": {"target": "String"}, "value": {"target": "String"}}
    })
}

/// Some hundred cases.
fn config() -> ProptestConfig {
    ProptestConfig { cases: cases(300), failure_persistence: None, ..ProptestConfig::default() }
}

/// Sends a request, whose answer has to come soon.
fn send(service: &MockService, line: &str, headers: &[(String, String)], body: &[u8]) -> Reply {
    let mut request =
        format!("{line} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
    headers.iter().for_each(|(name, value)| request.push_str(&format!("{name}: {value}\r\n")));
    let mut request = format!("{request}\r\n").into_bytes();
    request.extend(body);
    RUNTIME.block_on(async {
        let answer = tokio::time::timeout(Duration::from_secs(5), raw(service, &request));
        answer.await.expect("an answer in time")
    })
}

/// JSON of any form, mostly with names that the model knows.
fn json_value() -> impl Strategy<Value = Value> {
    let names: &'static [&str] =
        &["text", "tree", "trees", "leaf", "map", "any", "at", "bytes", "number", "id", "a", ""];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-5i64..12).prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        any::<String>().prop_map(Value::from),
        "[a-z]{0,50}".prop_map(Value::from),
        Just(json!("2026-03-01T09:30:00Z")),
    ];
    leaf.prop_recursive(6, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((prop::sample::select(names), inner), 0..5).prop_map(|entries| {
                entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>().into()
            }),
        ]
    })
}

fn line() -> impl Strategy<Value = String> {
    let method = prop::sample::select(&["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "X"][..]);
    let part = prop_oneof![
        Just("shelves".to_owned()),
        Just("things".to_owned()),
        Just("files".to_owned()),
        "[!-~&&[^#?/]]{0,12}",
        Just("%zz".to_owned()),
        Just("%F0%9F%A6%80".to_owned()),
    ];
    let query = prop_oneof![
        Just(String::new()),
        Just("?upload".to_owned()),
        Just("?limit=3&next=AAAAAAAAAAAAAAAAAAAAAA".to_owned()),
        "\\?[!-~&&[^#]]{0,30}",
    ];
    let known = prop::sample::select(&["/shelves/a/things", "/shelves/a/things/b", "/files/a/b"][..]);
    let path = prop_oneof![
        known.prop_map(str::to_owned),
        prop::collection::vec(part, 0..6).prop_map(|parts| format!("/{}", parts.join("/"))),
    ];
    (method, path, query).prop_map(|(method, path, query)| format!("{method} {path}{query}"))
}

fn headers() -> impl Strategy<Value = Vec<(String, String)>> {
    let names: &'static [&str] =
        &["X-Limit", "X-Days", "X-Token", "X-A", "Content-Encoding", "Content-Type", "Authorization"];
    let value =
        prop_oneof!["[ -~]{0,40}", Just("gzip".to_owned()), Just("1, \"2".to_owned()), Just("Bearer a".to_owned())];
    let header = (prop::sample::select(names), value);
    prop::collection::vec(header.prop_map(|(name, value)| (name.to_owned(), value)), 0..4)
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        4 => json_value().prop_map(|value| value.to_string().into_bytes()),
        1 => prop::collection::vec(any::<u8>(), 0..200),
        1 => (1usize..3000).prop_map(|depth| format!("{{\"any\":{}", "[".repeat(depth)).into_bytes()),
        1 => Just(Vec::new()),
    ]
}

fn replacement() -> impl Strategy<Value = Value> {
    let texts: &'static [&str] = &[
        "",
        "structure",
        "list",
        "union",
        "test#Tree",
        "test#Thing",
        "/{a+}/{a+}",
        "/{",
        "(a+)+$",
        "a.b..c",
        "GET",
        "*",
    ];
    prop_oneof![
        Just(Value::Null),
        Just(json!({})),
        Just(json!([])),
        Just(json!(1e300)),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        prop::sample::select(texts).prop_map(Value::from),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_mutated_model_is_served_or_reported(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), prop::option::of(replacement())), 1..4),
    ) {
        let mut model: Value = serde_json::from_str(&MODEL).expect("JSON");
        for (place, other, value) in changes {
            let all = places(&model);
            let value = value.unwrap_or_else(|| model.pointer(other.get::<String>(&all)).cloned().unwrap_or_default());
            if let Some(slot) = model.pointer_mut(place.get::<String>(&all)) {
                *slot = value;
            }
        }
        match RUNTIME.block_on(MockService::builder().model(model.to_string()).start()) {
            Err(error) => prop_assert!(error.to_string().len() > "cannot serve the model: ".len(), "{error}"),
            Ok(service) => for line in ["PUT /shelves/a/things/b", "GET /shelves/a/things", "GET /shelves/a/things/b", "POST /files/a?upload"] {
                let reply = send(&service, line, &[], br#"{"text": "a"}"#);
                prop_assert!(reply.status != 0, "{line}: no answer");
            }
        }
    }

    #[test]
    fn a_model_cut_and_spliced_is_served_or_reported(
        cut in any::<prop::sample::Index>(), inserted in any::<String>(), keeps_rest in any::<bool>(),
    ) {
        let at = MODEL.floor_char_boundary(cut.index(MODEL.len()));
        let text = format!("{}{inserted}{}", &MODEL[..at], if keeps_rest { &MODEL[at..] } else { "" });
        if let Err(error) = RUNTIME.block_on(MockService::builder().model(text).start()) {
            prop_assert!(error.to_string().contains("cannot serve the model"), "{error}");
        }
    }

    #[test]
    fn any_request_is_answered_or_refused(line in line(), headers in headers(), body in body()) {
        let reply = send(&SERVICE, &line, &headers, &body);
        prop_assert!((200..500).contains(&reply.status), "{line} {headers:?} {:?}: {reply:?}", String::from_utf8_lossy(&body));
    }

    #[test]
    fn any_thing_that_is_taken_can_be_shown(body in json_value()) {
        let put = send(&SERVICE, "PUT /shelves/all/things/one", &[], body.to_string().as_bytes());
        prop_assert!(matches!(put.status, 200 | 400), "{body}: {put:?}");
        let shown = send(&SERVICE, "GET /shelves/all/things/one", &[], b"");
        prop_assert!(put.status == 400 || shown.status == 200, "{body}: {shown:?}");
    }
}
