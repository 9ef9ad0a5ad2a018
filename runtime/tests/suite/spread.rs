//! Maps spread over query and headers, and what they can't set; lists and labels that would change what a request means.

use crate::support;
use crate::support::server::{Reply, Server};
use crate::support::{Answer, Error, GET, config};
use sdk_runtime::Handle;
use sdk_runtime::client::{Operation, Request};
use sdk_runtime::codec::{List, Map, MemberReader, Plain, ResponseParts};
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::declare::Metadata;
use sdk_runtime::error::{BoxError, InputError};
use sdk_runtime::http::{RequestParts, build};
use std::collections::HashMap;

sdk_runtime::structure! {
    /// All that can be spread.
    pub struct SpreadInput {
        /// A label.
        pub path: Option<String>,
        /// Query parameters by name.
        pub query: Option<HashMap<String, Vec<String>>>,
        /// One of its own.
        pub own_query: Option<String>,
        /// All headers.
        pub headers: Option<HashMap<String, String>>,
        /// Some headers.
        pub meta: Option<HashMap<String, String>>,
        /// One of its own.
        pub own_header: Option<String>,
        /// A list.
        pub tags: Option<Vec<String>>,
    }
    shared SpreadInputBuilder {
        path, set_path, get_path: optional text = label "path";
        query, set_query, get_query: optional map(String, Vec<String>) = query_map "query" as Map(List(Plain));
        own_query, set_own_query, get_own_query: optional text = query "ownQuery" in "own";
        headers, set_headers, get_headers: optional map(String, String) = prefix_headers "headers" in "" as Map(Plain);
        meta, set_meta, get_meta: optional map(String, String) = prefix_headers "meta" in "x-amz-meta-" as Map(Plain);
        own_header, set_own_header, get_own_header: optional text = header "ownHeader" in "X-Own";
        tags, set_tags, get_tags: optional texts = header "tags" in "X-Tags" as List(Plain);
    }
}

fn texts(entries: &[(&str, &str)]) -> HashMap<String, String> {
    entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn query(keys: &[&str]) -> HashMap<String, Vec<String>> {
    keys.iter().map(|key| ((*key).to_owned(), vec!["map".to_owned()])).collect()
}

fn built(input: &SpreadInput, uri: &'static str) -> Result<RequestParts, InputError> {
    build(input, uri, "application/json", &mut String::new)
}

fn labelled() -> SpreadInputBuilder {
    SpreadInput::builder().path("x")
}

#[test]
fn a_query_map_can_not_change_the_operation() {
    let keys = ["action", "delete", "x y", "list-type", "own", "free", "X-Amz-Signature", "x-amz-security-token"];
    let input = labelled().set_query(Some(query(&keys))).build();
    for (uri, expected) in [
        ("/{path}?action=list", "action=list&delete=map&free=map&list-type=map&x%20y=map"),
        ("/{path}?delete&x%20y=1", "delete&x%20y=1&action=map&free=map&list-type=map"),
        ("/{path}?list-type=2&action", "list-type=2&action&delete=map&free=map&x%20y=map"),
        ("/{path}", "action=map&delete=map&free=map&list-type=map&x%20y=map"),
    ] {
        assert_eq!(built(&input, uri).expect("it is right").query, expected, "{uri}");
        let own = SpreadInput { own_query: Some("member".to_owned()), ..input.clone() };
        assert!(built(&own, uri).expect("it is right").query.contains("own=member"), "{uri}");
        assert!(!built(&own, uri).expect("it is right").query.contains("own=map"), "{uri}");
    }
}

const NOT_A_MAPS: [&str; 25] = [
    "Accept-Encoding",
    "X-HTTP-Method-Override",
    "x-method-override",
    "host",
    "Content-Length",
    "transfer-encoding",
    "TE",
    "trailer",
    "connection",
    "keep-alive",
    "proxy-connection",
    "proxy-authorization",
    "upgrade",
    "expect",
    "authorization",
    "Content-Type",
    "content-encoding",
    "user-agent",
    "x-amz-date",
    "X-Amz-Security-Token",
    "x-amz-content-sha256",
    "x-amz-target",
    "x-amzn-trace-id",
    "amz-sdk-request",
    "X-OWN",
];

#[test]
fn a_header_map_sets_nothing_that_is_set_elsewhere() {
    for name in NOT_A_MAPS {
        let input = labelled().set_headers(Some(texts(&[(name, "map"), ("x-free", "map")]))).build();
        let parts = built(&input, "/{path}").expect("it is right");
        assert_eq!(parts.headers.len(), 1, "{name}: {:?}", parts.headers);
        assert_eq!(parts.headers["x-free"], "map");
    }
    let meta = labelled().meta("date", "map").meta("Security-Token", "map").build();
    let parts = built(&meta, "/{path}").expect("it is right");
    assert_eq!(parts.headers["x-amz-meta-date"], "map", "what the prefix begins is the map's");
    assert_eq!(parts.headers["x-amz-meta-security-token"], "map");
}

#[derive(Debug)]
struct Spread(SpreadInput);

support::by_hand!(Spread);

impl Operation for Spread {
    type Output = Answer;
    type Error = Error;
    const METADATA: &'static Metadata = &GET;

    fn build_request(&mut self, _: &mut dyn FnMut() -> String) -> Result<Request, InputError> {
        Ok(Request::new(&GET, built(&self.0, "/things/{path}?action=list")?))
    }

    fn parse_response(_: &mut HttpResponse) -> Result<Answer, BoxError> {
        Ok(Answer::default())
    }
}

#[tokio::test]
async fn what_arrives_is_the_clients_own() {
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    let names: Vec<_> = NOT_A_MAPS.iter().map(|name| (*name, "map")).collect();
    let mut input = labelled().set_headers(Some(texts(&names))).build();
    input.query = Some(query(&["action", "x"]));
    Handle::new(&support::SERVICE, config(&server.url).build()).send(&mut Spread(input)).await.expect("200");
    let seen = &server.seen()[0];
    assert_eq!(seen.line, "GET /things/x?action=list&x=map HTTP/1.1");
    assert!(seen.headers.iter().all(|(_, value)| value != "map"), "{:?}", seen.headers);
    assert_eq!(seen.headers.iter().filter(|(name, _)| name == "host").count(), 1);
}

#[tokio::test]
async fn no_number_of_entries_makes_it_panic() {
    for number in [100, 19_999, 20_001, 24_576, 24_577, 32_769, 70_000] {
        let entries = (0..number).map(|index| (format!("x-{index}"), "v".to_owned())).collect();
        let input = labelled().set_headers(Some(entries)).build();
        match built(&input, "/{path}") {
            Ok(parts) => assert!(parts.headers.len() == number && number <= 20_000, "{number}"),
            Err(error) => {
                assert_eq!(error.to_string(), "input is invalid: headers makes more than 20000 headers", "{number}");
            }
        }
    }
    // With all that the client adds.
    let entries = (0..20_000).map(|index| (format!("x-{index}"), "v".to_owned())).collect();
    let input = labelled().set_headers(Some(entries)).build();
    let handle = Handle::new(&support::SERVICE, config("http://127.0.0.1:1").build());
    assert!(handle.send(&mut Spread(input)).await.is_err());
}

#[test]
fn an_answer_may_have_many_headers() {
    let mut response = HttpResponse::new(200.try_into().expect("valid"), "".into());
    for index in 0..24_000 {
        response.headers_mut().append(format!("x-amz-meta-{index}"), "v");
    }
    let mut builder = SpreadInput::builder();
    builder.read_http(&ResponseParts::new(&response)).expect("it fits");
    assert_eq!(builder.corrected().meta.map(|meta| meta.len()), Some(24_000));
}

#[test]
fn keys_and_values_that_no_header_holds_are_refused_by_name() {
    let problem = |entries: &[(&str, &str)]| {
        let input = labelled().set_headers(Some(texts(entries))).build();
        built(&input, "/{path}").expect_err("it can't be sent").to_string()
    };
    let key = |key: &str| {
        format!("input is invalid: headers has the key {key:?}, which can't be in the name of an HTTP header")
    };
    for wrong in ["", "a b", "a:b", "a\r\nhost", "ü"] {
        assert_eq!(problem(&[(wrong, "v")]), key(wrong));
    }
    assert_eq!(
        problem(&[("x-a", "v\r\nhost: evil.example")]),
        "input is invalid: headers has a value at \"x-a\" with a character that an HTTP header can't hold"
    );
    assert_eq!(
        problem(&[("x-a", "1"), ("X-A", "2")]),
        "input is invalid: headers has the keys \"X-A\" and \"x-a\", which are the same header"
    );
    let own = built(&labelled().own_header("v\n").build(), "/{path}").expect_err("it can't be sent");
    assert_eq!(own.to_string(), "input is invalid: own_header has a character that an HTTP header can't hold");
}

#[test]
fn a_header_in_several_lines_is_one() {
    let mut response = HttpResponse::new(200.try_into().expect("valid"), "".into());
    for (name, line) in [("x-tags", "a, \"b,c\""), ("x-amz-meta-k", "1"), ("x-tags", "d"), ("x-amz-meta-k", "2")] {
        response.headers_mut().append(name, line);
    }
    let mut builder = SpreadInput::builder();
    builder.read_http(&ResponseParts::new(&response)).expect("it fits");
    let read = builder.corrected();
    assert_eq!(read.tags.as_deref(), Some(&["a".to_owned(), "b,c".to_owned(), "d".to_owned()][..]));
    assert_eq!(read.meta.map(|meta| meta["k"].clone()).as_deref(), Some("1, 2"));
}

#[test]
fn a_greedy_label_keeps_its_slashes_and_goes_nowhere_else() {
    let path = |path: &str, uri| built(&SpreadInput::builder().path(path).build(), uri).map(|parts| parts.path);
    assert_eq!(path("a/b c/d", "/v/{path+}/end").as_deref(), Ok("/v/a/b%20c/d/end"));
    assert_eq!(path("a/b", "/v/{path}").as_deref(), Ok("/v/a%2Fb"));
    assert_eq!(path("a//b/", "/v/{path+}").as_deref(), Ok("/v/a//b/"), "names of objects may have empty parts");
    for away in ["..", ".", "../x", "a/../../b", "a/..", "./a", "a/./b", ""] {
        let error = path(away, "/v/{path+}").expect_err("it would lead elsewhere");
        assert_eq!(
            error.to_string(),
            format!("input is invalid: path is {away:?}, which would change the request's path")
        );
    }
}
