//! Members wherever HTTP has them, in requests and in answers, for models that are as small as they can be.

mod small;
mod support;

use sdk_mock::MockService;
use serde_json::{Value, json};
use small::{call, operation, start, why};
use support::{raw, with_headers};

/// A service that shows what it was given: `PUT /things/{id}` takes these members, and `GET /things/{id}` answers those.
async fn echo(taken: Value, shown: Value, mut shapes: Value) -> MockService {
    let members = |mut members: Value| {
        members["id"] = json!({"target": "String", "traits": {"httpLabel": {}, "required": {}}});
        json!({"type": "structure", "members": members})
    };
    shapes["PutThing"] = operation("PUT /things/{id}", "Taken", "Unit");
    shapes["GetThing"] = operation("GET /things/{id}", "Named", "Shown");
    shapes["Taken"] = members(taken);
    shapes["Named"] = members(json!({}));
    shapes["Shown"] = json!({"type": "structure", "members": shown});
    start(json!({}), shapes).await
}

#[tokio::test]
async fn timestamps_have_the_format_of_their_place_or_the_one_that_is_stated() {
    let dates = json!({"type": "list", "member": {"target": "Timestamp"}});
    let inner = json!({"type": "structure", "members": {
        "at": {"target": "Timestamp", "traits": {"timestampFormat": "date-time", "jsonName": "when"}}}});
    let taken = json!({
        "header": {"target": "Timestamp", "traits": {"httpHeader": "X-Date"}},
        "headers": {"target": "Dates", "traits": {"httpHeader": "X-Dates"}},
        "query": {"target": "Timestamp", "traits": {"httpQuery": "q"}},
        "queries": {"target": "Dates", "traits": {"httpQuery": "qs"}},
        "epoch": {"target": "Timestamp", "traits": {"httpQuery": "e", "timestampFormat": "epoch-seconds"}},
        "body": {"target": "Timestamp"},
        "inner": {"target": "Inner"},
    });
    let shown = json!({
        "header": {"target": "Timestamp"},
        "headers": {"target": "Dates", "traits": {"httpHeader": "X-Dates"}},
        "query": {"target": "Timestamp", "traits": {"timestampFormat": "http-date"}},
        "queries": {"target": "Dates"},
        "epoch": {"target": "Timestamp", "traits": {"httpHeader": "X-Epoch"}},
        "body": {"target": "Timestamp", "traits": {"timestampFormat": "date-time"}},
        "inner": {"target": "Inner"},
    });
    let service = echo(taken, shown, json!({"Dates": dates, "Inner": inner})).await;
    let day = "Sun, 01 Mar 2026 09:30:00 GMT";
    let line = "PUT /things/a?q=2026-03-01T09:30:00Z&qs=2026-03-01T09:30:00Z&qs=1970-01-01T00:00:01.5Z&e=1772357400";
    let headers = format!("X-Date: {day}\r\nX-Dates: {day}, Thu, 01 Jan 1970 00:00:02 GMT\r\nX-Dates: {day}\r\n");
    let body = json!({"body": 1772357400, "inner": {"when": "2026-03-01T09:30:00Z"}}).to_string();
    let put = with_headers(&service, line, &headers, &body).await;
    assert_eq!(put.status, 200, "{put:?} {}", why(&service));

    let got = call(&service, "GET /things/a", Value::Null).await;
    assert_eq!(
        got.body,
        json!({"header": 1772357400, "query": day, "queries": [1772357400, 1.5], "body": "2026-03-01T09:30:00Z",
            "inner": {"when": "2026-03-01T09:30:00Z"}})
    );
    assert_eq!(got.header("x-dates"), Some(format!("{day}, Thu, 01 Jan 1970 00:00:02 GMT, {day}").as_str()));
    assert_eq!(got.header("x-epoch"), Some(day));
    for (line, headers, body) in [
        ("PUT /things/a?q=1772357400", "", "{}"),
        ("PUT /things/a", "X-Date: 2026-03-01T09:30:00Z\r\n", "{}"),
        ("PUT /things/a", "", r#"{"body": "1772357400"}"#),
        ("PUT /things/a", "", r#"{"inner": {"when": 1772357400}}"#),
    ] {
        assert_eq!(with_headers(&service, line, headers, body).await.status, 400, "{line} {headers} {body}");
    }
}

#[tokio::test]
async fn a_member_in_the_body_may_have_the_name_of_one_outside() {
    let taken = json!({"other": {"target": "Integer", "traits": {"jsonName": "id", "required": {}}}});
    let shown = json!({
        "id": {"target": "String", "traits": {"httpHeader": "X-Id", "required": {}}},
        "other": {"target": "Integer", "traits": {"jsonName": "id", "required": {}}}});
    let service = echo(taken, shown, json!({})).await;
    assert_eq!(call(&service, "PUT /things/a", json!({"id": 7})).await.status, 200, "{}", why(&service));
    let got = call(&service, "GET /things/a", Value::Null).await;
    assert_eq!((got.header("x-id"), &got.body), (Some("a"), &json!({"id": 7})));
}

#[tokio::test]
async fn lists_in_headers_are_quoted_where_they_have_to_be() {
    let texts = json!({"type": "list", "member": {"target": "String"}});
    let member = json!({"texts": {"target": "Texts", "traits": {"httpHeader": "X-Texts"}}});
    let service = echo(member.clone(), member, json!({"Texts": texts})).await;
    with_headers(&service, "PUT /things/a", "X-Texts: a, \"b,c\"\r\nX-Texts: d\r\n", "").await;
    let got = call(&service, "GET /things/a", Value::Null).await;
    assert_eq!(got.header("x-texts"), Some("a, \"b,c\", d"));
}

#[tokio::test]
async fn json_in_headers_is_base64() {
    let member = json!({"context": {"target": "Json", "traits": {"httpHeader": "X-Context", "required": {}}}});
    let json = json!({"type": "string", "traits": {"mediaType": "application/json"}});
    let service = echo(member.clone(), member, json!({"Json": json})).await;
    assert_eq!(with_headers(&service, "PUT /things/a", "X-Context: eyJhIjoxfQ==\r\n", "").await.status, 200);
    let got = call(&service, "GET /things/a", Value::Null).await;
    assert_eq!(got.header("x-context"), Some("eyJhIjoxfQ=="));
    assert_eq!(with_headers(&service, "PUT /things/a", "X-Context: {\"a\":1}\r\n", "").await.status, 400);
}

#[tokio::test]
async fn payloads_are_whole_bodies_of_any_type() {
    let either = json!({"type": "union", "members": {"a": {"target": "String"}, "b": {"target": "Integer"}}});
    let inner = json!({"type": "structure", "members": {"a": {"target": "String", "traits": {"required": {}}}}});
    let image = json!({"type": "blob", "traits": {"mediaType": "image/png"}});
    let shapes = json!({"Either": either, "Inner": inner, "Image": image});
    for (target, body, kind, bad) in [
        ("Either", r#"{"b":7}"#, "application/json", Some(r#"{"a":"x","b":7}"#)),
        ("Inner", r#"{"a":"x"}"#, "application/json", Some("{}")),
        ("Document", r#"[1,{"x":null}]"#, "application/json", Some("{")),
        ("String", "plain", "text/plain", None),
        ("Blob", "plain", "application/octet-stream", None),
        ("Image", "PNG", "image/png", None),
    ] {
        let member = json!({"whole": {"target": target, "traits": {"httpPayload": {}, "required": {}}}});
        let service = echo(member.clone(), member, shapes.clone()).await;
        let put = with_headers(&service, "PUT /things/a", "", body).await;
        assert_eq!(put.status, 200, "{target}: {}", why(&service));
        let got = call(&service, "GET /things/a", Value::Null).await;
        assert_eq!((got.text.as_str(), got.header("content-type")), (body, Some(kind)), "{target}");
        if let Some(bad) = bad {
            assert_eq!(with_headers(&service, "PUT /things/a", "", bad).await.status, 400, "{target} {bad}");
        }
    }
}

#[tokio::test]
async fn a_map_over_headers_or_the_query_that_has_no_entry_is_not_there() {
    let map = json!({"type": "map", "key": {"target": "String"}, "value": {"target": "Word"},
        "traits": {"length": {"min": 1}}});
    let member = json!({
        "filters": {"target": "Map", "traits": {"httpQueryParams": {}}},
        "meta": {"target": "Map", "traits": {"httpPrefixHeaders": "X-Meta-"}}});
    let word = json!({"type": "string", "traits": {"pattern": "^[a-z]+$"}});
    let service = echo(member, json!({"filters": {"target": "Map"}, "meta": {"target": "Map"}}), {
        json!({"Map": map, "Word": word})
    })
    .await;
    assert_eq!(call(&service, "PUT /things/a", Value::Null).await.status, 200, "{}", why(&service));
    assert_eq!(with_headers(&service, "PUT /things/a?x=y", "X-Meta-A: b\r\n", "").await.status, 200);
    let got = call(&service, "GET /things/a", Value::Null).await.body;
    assert_eq!(got, json!({"filters": {"x": "y"}, "meta": {"a": "b"}}));
    assert_eq!(call(&service, "PUT /things/a?x=Y", Value::Null).await.status, 400);
    assert_eq!(with_headers(&service, "PUT /things/a", "X-Meta-A: B\r\n", "").await.status, 400);
}

#[tokio::test]
async fn sparse_lists_and_maps_hold_null() {
    let dates = json!({"type": "list", "member": {"target": "Timestamp"}, "traits": {"sparse": {}}});
    let map =
        json!({"type": "map", "key": {"target": "String"}, "value": {"target": "Integer"}, "traits": {"sparse": {}}});
    let members = json!({"dates": {"target": "Dates"}, "map": {"target": "Map"}});
    let service = echo(members.clone(), members, json!({"Dates": dates, "Map": map})).await;
    let body = json!({"dates": [1, null], "map": {"a": null}});
    assert_eq!(call(&service, "PUT /things/a", body.clone()).await.status, 200, "{}", why(&service));
    assert_eq!(call(&service, "GET /things/a", Value::Null).await.body, body);
}

#[tokio::test]
async fn bodies_arrive_compressed_in_chunks_and_after_a_question() {
    let text = json!({"text": {"target": "String"}});
    let service = echo(text.clone(), text, json!({})).await;
    let request = |headers: &str, body: &[u8]| {
        let mut request =
            format!("PUT /things/a HTTP/1.1\r\nHost: data.mock\r\nConnection: close\r\n{headers}\r\n").into_bytes();
        request.extend(body);
        request
    };
    let gzip = {
        use std::io::Write;
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(br#"{"text":"zipped"}"#).expect("memory");
        encoder.finish().expect("memory")
    };
    let length = |body: &[u8]| format!("Content-Length: {}\r\n", body.len());
    for (headers, body, text) in [
        (format!("Content-Encoding: gzip\r\n{}", length(&gzip)), gzip.clone(), "zipped"),
        (
            "Transfer-Encoding: chunked\r\n".to_owned(),
            b"8\r\n{\"text\":\r\na\r\n\"chunked\"}\r\n0\r\n\r\n".to_vec(),
            "chunked",
        ),
        ("Expect: 100-continue\r\nContent-Length: 16\r\n".to_owned(), br#"{"text":"asked"}"#.to_vec(), "asked"),
    ] {
        let put = raw(&service, &request(&headers, &body)).await;
        assert!(put.status == 200 || put.status == 100 && put.text.starts_with("HTTP/1.1 200"), "{headers}: {put:?}");
        assert_eq!(call(&service, "GET /things/a", Value::Null).await.body, json!({"text": text}));
    }
    let broken = format!("Content-Encoding: gzip\r\n{}", length(b"no"));
    assert_eq!(raw(&service, &request(&broken, b"no")).await.status, 400);
}

#[tokio::test]
async fn what_clients_say_on_their_own_is_not_held_against_them() {
    let encoding = json!({"type": "enum", "members": {"gzip": {"target": "Unit", "traits": {"enumValue": "gzip"}}}});
    let member = json!({"encoding": {"target": "Encoding", "traits": {"httpHeader": "Accept-Encoding"}}});
    let service =
        echo(member.clone(), json!({"encoding": {"target": "Encoding"}}), json!({"Encoding": encoding})).await;
    for (header, status) in [("identity", 200), ("gzip", 200), ("zip", 400)] {
        let put = with_headers(&service, "PUT /things/a", &format!("Accept-Encoding: {header}\r\n"), "").await;
        assert_eq!(put.status, status, "{header}");
    }
}

#[tokio::test]
async fn who_asks_is_said_as_the_model_has_it() {
    let mut open = operation("GET /open", "Unit", "Unit");
    open["traits"]["auth"] = json!([]);
    let shapes = json!({"Open": open, "Closed": operation("GET /closed", "Unit", "Unit")});
    let service = start(json!({"httpBearerAuth": {}}), shapes.clone()).await;
    let token = "Authorization: Bearer abc\r\n";
    assert_eq!(call(&service, "GET /open", Value::Null).await.status, 200);
    assert_eq!(with_headers(&service, "GET /closed", token, "").await.status, 200);
    assert_eq!(call(&service, "GET /closed", Value::Null).await.status, 401);
    let signed = start(json!({"aws.auth#sigv4": {"name": "test"}}), shapes).await;
    assert_eq!(with_headers(&signed, "GET /closed", token, "").await.status, 403);
}

#[tokio::test]
async fn what_a_header_cant_hold_is_not_left_out_in_silence() {
    let taken = json!({"note": {"target": "String"}});
    let shown = json!({"note": {"target": "String", "traits": {"httpHeader": "X-Note"}}});
    let service = echo(taken, shown, json!({})).await;
    let put = call(&service, "PUT /things/a", json!({"note": "two\nlines"})).await;
    assert_eq!(put.status, 200, "{put:?}");
    let got = call(&service, "GET /things/a", Value::Null).await;
    assert_eq!(got.status, 500, "{got:?}");
    assert!(
        got.body.to_string().contains("GetThing: x-note: \\\"two\\\\nlines\\\" can't stand in a header"),
        "{got:?}"
    );
}
