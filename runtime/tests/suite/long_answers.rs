//! Answers that are long, or whose values are: what is read of them.

use crate::support;
use crate::support::library::Client;
use sdk_doubles::{response, transport};
use sdk_runtime::codec::{Boxed, Json, List, MemberReader, Nested, Sparse, SparseMap, parse};
use sdk_runtime::error::ProvideErrorMetadata;
use sdk_runtime::primitives::Document;
use std::collections::HashMap;

/// A client that is answered everything alike.
fn client(status: u16, body: String, limit: Option<usize>) -> Client {
    let transport = transport(move |_| Ok(response(status, body.as_str())));
    let mut config = support::config("http://127.0.0.1:1").http_client(transport);
    if let Some(limit) = limit {
        config = config.max_response_bytes(limit);
    }
    Client::from_conf(config.build())
}

#[tokio::test]
async fn of_an_errors_body_the_first_mib_is_read() {
    let body = format!(r#"{{"__type":"NoSuchBook","message":"gone","pad":"{}"}}"#, "x".repeat(3 << 20));
    let error = client(404, body, None).get_book().id("1").send().await.expect_err("404");
    assert_eq!(error.to_string(), "GetBook: NoSuchBook: gone (HTTP 404)");
    let kept = error.raw_response().and_then(|response| response.body().bytes()).map(<[u8]>::len);
    assert_eq!(kept, Some(1 << 20));
    assert!(error.into_service_error().is_no_such_book());
}

#[tokio::test]
async fn an_error_is_one_whatever_the_limit() {
    let body = r#"{"__type":"NoSuchBook","message":"gone"}"#;
    for limit in [0, 10, body.len(), usize::MAX] {
        let error = client(404, body.to_owned(), Some(limit)).get_book().id("1").send().await.expect_err("404");
        let error = error.as_service_error().expect("the service answered");
        let expected = if limit < body.len() { "404" } else { "NoSuchBook" };
        assert_eq!(error.code(), Some(expected), "{limit}");
    }
}

#[tokio::test]
async fn values_that_need_too_much_memory_are_refused() {
    // 3 bytes on the wire, 48 and more in memory.
    let books = format!(r#"{{"books":[{{}}{}]}}"#, ",{}".repeat(2_000_000));
    let error = client(200, books.clone(), Some(8 << 20)).list_books().send().await.expect_err("96 MB of 64 MiB");
    let text = error.to_string();
    assert!(
        text.contains("its values take more memory than is allowed: ask for fewer, or raise `max_response_bytes`"),
        "{text}"
    );
    let output = client(200, books, Some(usize::MAX)).list_books().send().await.expect("it was allowed");
    assert_eq!(output.books().len(), 2_000_001);
    // The limit is of each answer, and none is left behind for other uses of serde.
    let many: Vec<u8> = serde_json::from_str(&format!("[0{}]", ",0".repeat(1000))).expect("it is JSON");
    assert_eq!(many.len(), 1001);
}

sdk_runtime::structure! {
    /// Holds itself, and anything.
    pub struct Nest {
        /// Another of its kind.
        pub inner: Option<Box<Nest>>,
        /// More of its kind.
        pub list: Option<Vec<Nest>>,
        /// Texts.
        pub sparse: Option<Vec<Option<Nest>>>,
        /// By name.
        pub map: Option<HashMap<String, Option<Nest>>>,
        /// Anything.
        pub document: Option<Document>,
    }
    shared NestBuilder {
        inner, set_inner, get_inner: optional boxed(Nest) = member "inner" as Boxed(Nested);
        list, set_list, get_list: optional list(Nest) = member "list" as List(Nested);
        sparse, set_sparse, get_sparse: optional list(Option<Nest>) = member "sparse" as Sparse(Nested);
        map, set_map, get_map: optional map(String, Option<Nest>) = member "map" as SparseMap(Nested);
        document, set_document, get_document: optional value(Document) = member "document" as Json;
    }
}

fn nested(times: usize, open: &str, close: &str) -> String {
    format!("{{{}{}}}", open.repeat(times), close.repeat(times))
}

#[test]
fn no_depth_makes_it_panic() {
    let read = |body: String| parse::<NestBuilder>(body.as_bytes()).map(MemberReader::corrected);
    for (open, close) in [
        (r#""inner":{"#, "}"),
        (r#""list":[{"#, "}]"),
        (r#""sparse":[{"#, "}]"),
        (r#""map":{"k":{"#, "}}"),
        (r#""document":{"#, "}"),
    ] {
        assert!(read(nested(40, open, close)).is_ok(), "{open}");
        for times in [64, 126, 127, 128, 100_000] {
            let _ = read(nested(times, open, close));
        }
        assert!(read(nested(100_000, open, close)).is_err(), "{open}");
    }
    assert!(read(nested(1, &format!(r#""document":{}"#, "[".repeat(100_000)), "")).is_err());
    // What isn't read may be as deep as it likes.
    assert!(read(format!(r#"{{"newer":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000))).is_ok());
}

/// JSON is UTF-8 (RFC 8259, section 8.1), also in what the model doesn't know.
#[test]
fn a_body_that_is_no_text_says_from_where_on() {
    let error = parse::<NestBuilder>(b"{\"other\":\"\xff\"}").err().map(|error| error.to_string());
    assert_eq!(error.as_deref(), Some("the body is not UTF-8 from its byte 10 on"));
}
