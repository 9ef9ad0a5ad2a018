//! Smithy RPC v2: what requests and answers say, in CBOR and in JSON.

mod say;
mod small;
mod support;

use ciborium::{Value as Cbor, cbor};
use sdk_mock::MockService;
use serde_json::{Value, json};
use support::with_headers;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const CBOR: &str = "smithy.protocols#rpcv2Cbor";
const JSON: &str = "smithy.protocols#rpcv2Json";
const PATH: &str = "/service/Service/operation/Say";
const HEAD: &str = "smithy-protocol: rpc-v2-cbor\r\ncontent-type: application/cbor\r\naccept: application/cbor\r\n";

/// What came back: the status, the head, and the body.
async fn post(service: &MockService, path: &str, headers: &str, body: &[u8]) -> (u16, String, Vec<u8>) {
    let address = service.url().strip_prefix("http://").expect("plain HTTP");
    let mut stream = TcpStream::connect(address).await.expect("the service listens");
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n",
        body.len()
    );
    stream.write_all(&[head.as_bytes(), body].concat()).await.expect("it is read");
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply).await.expect("it answers");
    let end = reply.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8(reply[..end].to_vec()).expect("text");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    (status, head, reply[end + 4..].to_vec())
}

fn bytes(value: &Cbor) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).expect("it is memory");
    bytes
}

fn read(bytes: &[u8]) -> Cbor {
    ciborium::from_reader(bytes).expect("CBOR")
}

/// An entry of a map.
fn at<'v>(value: &'v Cbor, name: &str) -> &'v Cbor {
    let entries = value.as_map().expect("a map");
    let found = entries.iter().find(|(key, _)| key.as_text() == Some(name));
    found.map(|(_, value)| value).unwrap_or_else(|| panic!("no {name} in {value:?}"))
}

fn why(service: &MockService) -> Option<String> {
    service.requests().pop().and_then(|request| request.why)
}

#[tokio::test]
async fn answers_are_cbor_in_which_each_value_is_what_it_is() {
    let service = say::start(CBOR).await;
    let (status, head, body) = post(&service, PATH, HEAD, b"\xa1\x64text\x61x").await;
    assert_eq!(status, 200, "{head}");
    assert!(head.contains("smithy-protocol: rpc-v2-cbor") && head.contains("content-type: application/cbor"), "{head}");
    let said = read(&body);
    assert_eq!(at(&said, "text"), &Cbor::Text("a < b & \"c\"".to_owned()));
    // Tag 1, and seconds.
    assert_eq!(at(&said, "when"), &Cbor::Tag(1, Box::new(Cbor::Integer(1_772_357_400.into()))));
    assert_eq!(at(at(&said, "part"), "bytes"), &Cbor::Bytes(vec![0, 1, 255]));
    assert_eq!(at(&said, "flat"), &cbor!([1, 2]).expect("CBOR"), "names and layouts of XML mean nothing");
    assert_eq!(at(&said, "tags"), &cbor!({"k" => "v"}).expect("CBOR"));
}

#[tokio::test]
async fn bodies_are_read_by_the_model() {
    let service = say::start(CBOR).await;
    let when = |value: Cbor| Cbor::Map(vec![(Cbor::Text("when".to_owned()), value)]);
    let map = |value: Result<Cbor, ciborium::value::Error>| value.expect("CBOR");
    for (value, expected) in [
        (map(cbor!({"names" => ["x", "long"]})), Some("names[1]: Use 1 to 3 characters")),
        (map(cbor!({"names" => "x"})), Some("names is not a list")),
        (map(cbor!({"flat" => [1, 1_i64 << 40]})), Some("flat[1] is not an integer from -2147483648 to 2147483647")),
        (map(cbor!({"flat" => [1.5]})), Some("flat[0] is not a whole number")),
        (map(cbor!({"on" => 1})), Some("on is not true or false")),
        (map(cbor!({"part" => {"bytes" => "AAE="}})), Some("part.bytes is not bytes")),
        (map(cbor!({"tags" => {"k" => 1}})), Some("tags.k is not a text")),
        (map(cbor!({1 => 2})), Some("The body is not a map whose keys are texts")),
        (map(cbor!([])), Some("The body is not a map")),
        (when(Cbor::Integer(1.into())), Some("when is not a time, which has the tag 1")),
        (when(Cbor::Tag(1, Box::new(Cbor::Text("1".to_owned())))), Some("when is not a time")),
        (when(Cbor::Tag(1, Box::new(Cbor::Float(1.5)))), None),
        (when(Cbor::Null), None),
        (map(cbor!({"unknown" => [{"deep" => null}], "text" => "x", "on" => true})), None),
    ] {
        let (status, head, body) = post(&service, PATH, HEAD, &bytes(&value)).await;
        assert_eq!(why(&service).as_deref(), expected, "{value:?}: {head}");
        assert_eq!(status, if expected.is_some() { 400 } else { 200 }, "{value:?}");
        if let Some(expected) = expected {
            let said = read(&body);
            assert_eq!(at(&said, "__type"), &Cbor::Text("test#InvalidParameter".to_owned()));
            assert!(at(&said, "message").as_text().is_some_and(|text| text.contains(expected)), "{said:?}");
            assert!(head.contains("smithy-protocol: rpc-v2-cbor"), "{head}");
        }
    }
    // Without lengths, in pieces, a float of 16 bits, and `undefined`.
    let odd = b"\xbf\x64text\x7f\x61a\x61b\xff\x64flat\x9f\x01\xff\x64when\xc1\xf9\x3c\x00\x62on\xf7\xff";
    post(&service, PATH, HEAD, odd).await;
    assert_eq!(why(&service), None);
}

#[tokio::test]
async fn what_is_no_cbor_is_refused_within_bounds() {
    let service = say::start(CBOR).await;
    let deep = [vec![0x81; 100_000], vec![0]].concat();
    for body in
        [&b"{}"[..], b"\xa1", b"\xa1\x64text", b"\xff", b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff", b"\xa0\x00", &deep]
    {
        let (status, _, _) = post(&service, PATH, HEAD, body).await;
        let said = why(&service).expect("it is refused");
        assert!(status == 400 && said.starts_with("The body "), "{status} {said}");
    }
}

#[tokio::test]
async fn path_and_headers_say_what_is_called_and_how() {
    let service = say::start(CBOR).await;
    let protocol = "smithy-protocol: rpc-v2-cbor\r\n";
    let media = "content-type: application/cbor\r\n";
    for (path, headers, status, expected) in [
        (PATH, format!("{protocol}{media}"), 200, ""),
        ("/v1/eu/service/Service/operation/Say", format!("{protocol}{media}"), 200, ""),
        ("/service/test.Service/operation/Say", format!("{protocol}{media}"), 200, ""),
        ("/service/Service/operation/test.Say", format!("{protocol}{media}"), 404, "No operation is POST"),
        ("/service/Other/operation/Say", format!("{protocol}{media}"), 404, "No operation is POST"),
        ("/say", format!("{protocol}{media}"), 404, "those of Service are POST /service/Service/operation/NAME"),
        (PATH, media.to_owned(), 400, "The request has no header smithy-protocol"),
        (
            PATH,
            format!("smithy-protocol: rpc-v2-json\r\n{media}"),
            400,
            "smithy-protocol is rpc-v2-json, and not rpc-v2-cbor",
        ),
        (PATH, format!("{protocol}{media}x-amz-target: Service.Say\r\n"), 400, "has the header x-amz-target"),
        (
            PATH,
            format!("{protocol}content-type: application/json\r\n"),
            400,
            "The body's content-type is \"application/json\"",
        ),
        (
            PATH,
            format!("{protocol}content-type: application/vnd.amazon.eventstream\r\n"),
            400,
            "The body's content-type is \"application/vnd.amazon.eventstream\", and not application/cbor",
        ),
    ] {
        let (found, head, _) = post(&service, path, &headers, b"\xa0").await;
        let said = why(&service).unwrap_or_default();
        assert_eq!(found, status, "{path} {headers} {head}");
        assert!(said.contains(expected) && said.is_empty() == expected.is_empty(), "{path} {headers}: {said}");
    }
}

#[tokio::test]
async fn json_is_served_in_the_same_way() {
    let service = say::start(JSON).await;
    let head = "smithy-protocol: rpc-v2-json\r\ncontent-type: application/json\r\n";
    let reply = with_headers(&service, &format!("POST {PATH}"), head, r#"{"flat":[1],"when":1}"#).await;
    assert_eq!((reply.status, reply.header("smithy-protocol")), (200, Some("rpc-v2-json")), "{reply:?}");
    assert_eq!((&reply.body["when"], &reply.body["part"]["bytes"]), (&json!(1_772_357_400), &json!("AAH/")));
    let reply = with_headers(&service, &format!("POST {PATH}"), head, r#"{"names":["long"]}"#).await;
    assert_eq!((reply.status, &reply.body["__type"]), (400, &json!("test#InvalidParameter")), "{reply:?}");
}

/// A service of two operations, one of which takes and returns nothing.
fn tides(protocols: &[&str]) -> String {
    let shapes = json!({
        "Ebb": {"type": "operation"},
        "Flow": {"type": "operation", "input": {"target": "Heights"}, "output": {"target": "Heights"}},
        "Heights": {"type": "structure", "members": {
            "metres": {"target": "Double"}, "at": {"target": "Timestamp", "traits": {"timestampFormat": "date-time"}}}}
    });
    let mut traits = json!({"aws.protocols#awsQueryCompatible": {}});
    protocols.iter().for_each(|name| traits[*name] = json!({}));
    small::model(traits, shapes)
        .replace("\"aws.protocols#restJson1\":{},", "")
        .replace(",\"aws.protocols#restJson1\":{}", "")
}

#[tokio::test]
async fn an_operation_that_returns_nothing_has_no_body() {
    let service = MockService::builder().model(tides(&[CBOR])).start().await.expect("a model");
    let (status, head, body) =
        post(&service, "/service/Service/operation/Ebb", "smithy-protocol: rpc-v2-cbor\r\n", b"").await;
    assert_eq!((status, body), (200, Vec::new()));
    assert!(!head.contains("content-type"), "{head}");
    let (_, head, body) = post(&service, "/service/Service/operation/Flow", HEAD, b"\xa0").await;
    let said = read(&body);
    assert!(matches!(at(&said, "metres"), Cbor::Float(_)), "a float is one, whatever it is: {said:?}");
    assert!(matches!(at(&said, "at"), Cbor::Tag(1, _)), "`timestampFormat` doesn't count: {said:?}");
    assert!(head.contains("content-type: application/cbor"), "{head}");
    let (_, head, _) = post(&service, "/service/Service/operation/Flow", HEAD, b"\x00").await;
    assert!(head.contains("x-amzn-query-error: SerializationException;Sender"), "{head}");
    let not_a_number = b"\xa1\x66metres\xf9\x7e\x00";
    post(&service, "/service/Service/operation/Flow", HEAD, not_a_number).await;
    assert_eq!(why(&service), None);
}

#[tokio::test]
async fn a_service_of_several_protocols_is_served_in_the_one_that_is_asked_for() {
    let model = tides(&["aws.protocols#awsJson1_0", CBOR]);
    let service = MockService::builder().model(model.as_str()).start().await.expect("a model");
    let reply = with_headers(&service, "POST /", "x-amz-target: Service.Flow\r\n", "{}").await;
    assert_eq!(reply.status, 200, "JSON is preferred: {reply:?}");
    for name in ["rpcv2Cbor", CBOR] {
        let service = MockService::builder().model(model.as_str()).protocol(name).start().await.expect("a model");
        assert_eq!(post(&service, "/service/Service/operation/Flow", HEAD, b"\xa0").await.0, 200);
    }
    let error = MockService::builder().model(model).protocol("restXml").start().await.expect_err("it doesn't");
    let text = error.to_string();
    assert!(text.contains("the protocol `restXml` is asked for, and test#Service speaks"), "{text}");
    assert!(text.contains(CBOR), "{text}");
}

#[tokio::test]
async fn a_model_may_be_smithy_idl_in_several_files() {
    let main = "$version: \"2\"\nnamespace test\nuse smithy.protocols#rpcv2Cbor\n@rpcv2Cbor\nservice Service { operations: [Flow] }\n";
    let other = "$version: \"2\"\nnamespace test\noperation Flow { input := { metres: Double }, output := { metres: Double } }\n";
    let files = [("main.smithy", main), ("flow.smithy", other)];
    let service = MockService::builder().model_files(files).start().await.expect("a model");
    assert_eq!(post(&service, "/service/Service/operation/Flow", HEAD, b"\xa0").await.0, 200);
    let broken = [("main.smithy", main), ("flow.smithy", "$version: \"2\"\nnamespace test\noperation Flow {")];
    let error = MockService::builder().model_files(broken).start().await.expect_err("it is broken").to_string();
    assert!(error.contains("flow.smithy: line 3, column "), "{error}");
}

/// The JSON that a body is shown as has no part in this: it is binary.
#[tokio::test]
async fn what_is_asked_is_recorded_as_it_came() {
    let service = say::start(CBOR).await;
    post(&service, PATH, HEAD, b"\xa1\x64text\x61x").await;
    let request = service.requests().pop().expect("one");
    assert_eq!((&request.body[..], request.json()), (&b"\xa1\x64text\x61x"[..], None::<Value>));
}
