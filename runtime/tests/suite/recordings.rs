//! Exchanges that are recorded, and played back.

use crate::support;
use crate::support::library::{Book, Client, book};
use crate::support::server::{Reply, Server};
use sdk_doubles::{response, transport};
use sdk_runtime::SdkError;
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::config::{Credentials, Region};
use sdk_runtime::primitives::ByteStream;
use sdk_runtime::test_util::{Recorder, Replay, ReplayError};
use sdk_runtime::transport::DefaultClient;
use serde_json::Value;
use std::time::Duration;

/// Members that the library's model calls sensitive, and its idempotency token.
const LEFT_OUT: &[&str] = &["reader", "as", "clientToken"];

/// A client whose exchanges with a scripted server are recorded.
async fn recorded(script: Vec<Reply>) -> (Recorder, Client) {
    let server = Server::start(script).await;
    let recorder = Recorder::new(DefaultClient::new()).leave_out(LEFT_OUT);
    let credentials =
        Credentials::new("AKIDEXAMPLEEXAMPLE", "very-secret-key", Some("session-token".into()), None, "test");
    let config = support::config(&server.url)
        .region(Region::new("eu-west-1"))
        .credentials_provider(credentials)
        .http_client(recorder.clone())
        .sleep_impl(support::time::Noted::new())
        .build();
    (recorder, Client::from_conf(config))
}

fn replaying(json: &str) -> (Replay, Client) {
    let replay = Replay::from_json(json).expect("a recording");
    let client = Client::from_conf(replay.config().build());
    (replay, client)
}

async fn books(client: &Client) -> Vec<Book> {
    client.list_books().into_paginator().items().send().try_collect().await.expect("no page fails")
}

#[tokio::test]
async fn what_was_recorded_is_answered_again() {
    let (recorder, client) = recorded(vec![
        Reply::Http(200, "", r#"{"books":[{"title":"Faust"}],"nextToken":"a"}"#),
        Reply::Http(503, "x-amzn-requestid: r-1\r\n", "busy"),
        Reply::Http(200, "", r#"{"books":[{"title":"Emma"}]}"#),
        Reply::Http(404, "x-book: 9\r\n", r#"{"__type":"NoSuchBook","message":"never heard of it"}"#),
        Reply::Http(200, "x-language: de\r\ncontent-type: text/plain\r\n", "abc"),
        Reply::Close,
    ])
    .await;
    let recorder = recorder.keep_other_bodies();
    let story = async |client: &Client| {
        let books = books(client).await;
        let missing = client.get_book().id("9").send().await.expect_err("it is missing").into_service_error();
        let scanned = client.scan_book().id("1").text(ByteStream::from_static(b"xyz")).send().await;
        let scanned = scanned.expect("it is answered").text.collect().await.expect("it arrives").to_vec();
        let lost = client.lend_book().id("1").reader("Jane").send().await.expect_err("no answer comes");
        (books, missing.to_string(), scanned, std::mem::discriminant(&lost))
    };
    let first = story(&client).await;
    assert_eq!(first.0, [book("Faust"), book("Emma")]);
    let (replay, client) = replaying(&recorder.to_json());
    assert_eq!(story(&client).await, first);
    replay.verify();
}

#[tokio::test]
async fn no_secret_is_in_the_file() {
    let answer = r#"{"title":"t","reader":"Jane Doe","days":3,
        "account":{"password":"p4ssw0rd","secret":["s3cret"],"inviteCode":"j0in-us"}}"#;
    let (recorder, client) = recorded(vec![
        Reply::Http(200, "set-cookie: session=c00kie\r\nx-amz-security-token: t0ken\r\n", r#"{"title":"Faust"}"#),
        Reply::Http(200, "x-echo: session-token-and-AKIDEXAMPLEEXAMPLE\r\n", answer),
    ])
    .await;
    client.get_book().id("1").reader("Jane Doe").send().await.expect("it is answered");
    client.lend_book().id("1").reader("Jane Doe").token("idempotent-1").send().await.expect("it is answered");
    let file = recorder.to_json();
    for secret in [
        "AKIDEXAMPLEEXAMPLE",
        "very-secret-key",
        "session-token",
        "AWS4-HMAC",
        "Signature=",
        "authorization",
        "c00kie",
        "t0ken",
        "Jane",
        "p4ssw0rd",
        "s3cret",
        "j0in-us",
        "idempotent-1",
    ] {
        assert!(!file.contains(secret), "{secret} is in\n{file}");
    }
    let kept: Value = serde_json::from_str(&file).expect("it is JSON");
    let kept = &kept["exchanges"];
    assert_eq!(kept[0]["response"]["body"]["json"]["title"], "Faust", "what isn't secret is there");
    assert_eq!(kept[1]["response"]["body"]["json"]["days"], 3);
    assert_eq!(kept[0]["request"]["target"], "/books/1?as=REDACTED00000001");
    let reader = &kept[1]["request"]["body"]["json"]["reader"];
    assert_eq!(reader, "REDACTED00000001", "one value has one mark, in a query as in a body: {file}");
}

#[tokio::test]
async fn what_holds_its_own_permission_is_left_out_wherever_it_stands() {
    const URL: &str = "https://s3.example/b?X-Amz-Credential=AKID&X-Amz-Signature=5e1f&x=1";
    let answer = serde_json::json!({
        "title": format!("take it from {URL}"),
        "reader": "Jane Doe",
        "parts": [{ "at": "https://cdn.example/x?Expires=1&Signature=5e1f&Key-Pair-Id=K" }, "https://s3.example/b?x=plain"],
        "newPassword": "5e1f",
        "keyPassphrase": { "n": "5e1f" },
    });
    let headers = format!("location: {URL}\r\nx-auth-token: 5e1f\r\nx-next: https://s3.example/?x=plain\r\n");
    let (recorder, client) =
        recorded(vec![Reply::Http(200, headers.leak(), answer.to_string().leak()), Reply::Http(200, "", "{}")]).await;
    let title = client.get_book().id("1").reader("r").send().await.expect("it is answered").title;
    assert!(title.contains("5e1f"), "the program sees it");
    let token = r#"{"a":[{"password":"5e1f"}]}"#;
    client.list_books().next_token(token).send().await.expect("it is answered");
    let file = recorder.to_json();
    assert!(!file.contains("5e1f") && !file.contains("Jane"), "{file}");
    assert_eq!(file.matches("?x=plain").count(), 2, "{file}");
    let (replay, client) = replaying(&file);
    let title = client.get_book().id("1").reader("s").send().await.expect("it is recorded").title;
    assert!(title.starts_with("REDACTED"), "{title}");
    client.list_books().next_token("any").send().await.expect("it is recorded");
    replay.verify();
}

#[tokio::test]
async fn what_was_left_out_may_have_any_value_when_played_back() {
    let (recorder, client) = recorded(vec![Reply::Http(200, "", r#"{"title":"Emma","reader":"Jane Doe"}"#)]).await;
    client.lend_book().id("1").reader("Jane Doe").days(3).send().await.expect("it is answered");
    let (replay, client) = replaying(&recorder.to_json());
    // Another name, another token.
    let output = client.lend_book().id("1").reader("John").days(3).send().await.expect("it is answered");
    let lent = output.book.expect("it is there");
    assert_eq!(lent.title(), Some("Emma"));
    assert!(lent.reader().is_some_and(|reader| reader.starts_with("REDACTED")), "{:?}", lent.reader());
    replay.verify();
}

#[tokio::test]
async fn pages_are_found_though_their_tokens_are_left_out() {
    let pages = [
        r#"{"books":[{"title":"1"}],"nextToken":"a=="}"#,
        r#"{"books":[{"title":"2"}],"nextToken":"b=="}"#,
        r#"{"books":[{"title":"3"}],"nextToken":"c=="}"#,
        r#"{"books":[{"title":"4"}]}"#,
    ];
    let (recorder, client) = recorded(pages.map(|page| Reply::Http(200, "", page)).to_vec()).await;
    let recorder = recorder.leave_out(&["nextToken"]);
    assert_eq!(books(&client).await.len(), 4);
    assert!(!recorder.to_json().contains("a=="));
    let (replay, client) = replaying(&recorder.to_json());
    assert_eq!(books(&client).await, ["1", "2", "3", "4"].map(book));
    replay.verify();
}

#[tokio::test]
async fn a_request_that_is_not_recorded_says_what_is_nearest() {
    let (recorder, client) = recorded(vec![
        Reply::Http(200, "", r#"{"title":"Faust"}"#),
        Reply::Http(200, "", r#"{"title":"Emma"}"#),
        Reply::Http(200, "", "{}"),
    ])
    .await;
    client.get_book().id("1").send().await.expect("it is answered");
    client.lend_book().id("1").reader("Jane").days(3).send().await.expect("it is answered");
    client.list_books().max_results(5).send().await.expect("it is answered");
    let unwritten = recorder.save("no/such/folder.json").expect_err("there is no such folder");
    assert!(unwritten.to_string().starts_with("no/such/folder.json: "), "{unwritten}");
    let (replay, client) = replaying(&recorder.to_json());
    let lent = client.lend_book().id("1").reader("Jane").days(4).send().await.expect_err("it isn't recorded");
    assert_eq!(
        lent.to_string(),
        "LendBook: POST /books/1/loans is not in the recording; the nearest is exchange 2: POST /books/1/loans, which \
         differs in the body at /days"
    );
    let listed = client.list_books().max_results(6).send().await.expect_err("it isn't recorded");
    assert_eq!(
        listed.to_string(),
        "ListBooks: GET /books?maxResults=… is not in the recording; the nearest is exchange 3: GET /books?maxResults=…, \
         which differs in the query parameter `maxResults`"
    );
    let other = client.get_book().id("2").send().await.expect_err("it isn't recorded");
    assert!(other.to_string().ends_with("the nearest is exchange 1: GET /books/1, another path"), "{other}");
    client.get_book().id("1").send().await.expect("it is recorded");
    let again = client.get_book().id("1").send().await.expect_err("once");
    assert_eq!(again.to_string(), "GetBook: GET /books/1 is asked more often than it was recorded");
    let problems =
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| replay.verify())).expect_err("much is wrong");
    let problems = problems.downcast_ref::<String>().expect("it says what");
    assert!(
        problems.ends_with(
            "exchange 2 was not used: POST /books/1/loans\nexchange 3 was not used: GET /books?maxResults=…"
        ),
        "{problems}"
    );
}

#[tokio::test]
async fn failures_are_recorded_too() {
    let server = Server::start(vec![Reply::Silence, Reply::Close, Reply::Stall("{")]).await;
    let recorder = Recorder::new(DefaultClient::new());
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_millis(100)).build();
    let config = support::config(&server.url).http_client(recorder.clone()).timeout_config(timeouts);
    let lend = async |client: &Client| {
        let error = client.lend_book().id("1").reader("Jane").token("t").send().await.expect_err("no answer comes");
        let SdkError::DispatchFailure(failure) = error else { panic!("{error:?}") };
        (failure.is_timeout(), failure.is_io())
    };
    let client = Client::from_conf(config.build());
    let failures = [lend(&client).await, lend(&client).await, lend(&client).await];
    assert_eq!(failures, [(true, false), (false, true), (true, false)]);
    let (replay, client) = replaying(&recorder.to_json());
    assert_eq!([lend(&client).await, lend(&client).await, lend(&client).await], failures);
    replay.verify();
}

#[test]
fn a_file_that_is_no_recording_is_refused() {
    let problem = |json: &str| Replay::from_json(json).expect_err("it is none").to_string();
    assert_eq!(problem("{"), "the recording isn't JSON");
    assert_eq!(problem("{}"), "the recording has no list `exchanges`");
    let wrong = "exchange 1 of the recording is not as a recorder writes it: record it again";
    for exchange in [
        "1",
        r#"{"request":{"method":"GET","target":"/"}}"#,
        r#"{"request":{"method":"GET","target":"/"},"failure":"sulks"}"#,
        r#"{"request":{"method":"GET","target":"/"},"response":{"status":-1,"headers":{}}}"#,
    ] {
        assert_eq!(problem(&format!(r#"{{"exchanges":[{exchange}]}}"#)), wrong, "{exchange}");
    }
    let error = Replay::from_file("/nowhere/at/all.json").expect_err("there is none");
    assert!(matches!(error, ReplayError::File { .. }));
}

#[tokio::test]
async fn a_recording_goes_through_a_file() {
    let (recorder, client) = recorded(vec![Reply::Http(200, "", r#"{"title":"Faust"}"#)]).await;
    client.get_book().id("1").send().await.expect("it is answered");
    let path = std::env::temp_dir().join(format!("recording-{}.json", std::process::id()));
    recorder.save(&path).expect("it can be written");
    let replay = Replay::from_file(&path);
    std::fs::remove_file(&path).expect("it is there");
    let client = Client::from_conf(replay.expect("a recording").config().build());
    assert_eq!(client.get_book().id("1").send().await.expect("it is recorded").title, "Faust");
}

#[tokio::test]
async fn what_is_not_json_is_left_out_and_still_played_back() {
    let page = "<html><body>Jane Doe, you may not</body></html>";
    let (recorder, client) = recorded(vec![
        Reply::Http(403, "content-type: text/html\r\nx-amzn-requestid: r-1\r\n", page),
        Reply::Http(200, "x-language: de\r\ncontent-type: text/plain\r\n", "Jane Doe's diary"),
        Reply::Http(200, "", "\"Jane Doe\""),
    ])
    .await;
    let story = async |client: &Client| {
        let refused = client.lend_book().id("1").reader("Jane Doe").send().await.expect_err("403");
        let text = ByteStream::from_static(b"Jane Doe asks");
        let scanned = client.scan_book().id("1").text(text).send().await.expect("it is answered");
        let odd = client.get_book().id("1").send().await.expect_err("it is no object");
        (refused.to_string(), scanned.language, odd.to_string())
    };
    let first = story(&client).await;
    let file = recorder.to_json();
    assert!(!file.contains("Jane"), "{file}");
    assert!(file.contains("\"left_out\": \"16 bytes that are not JSON\""), "{file}");
    let (replay, client) = replaying(&file);
    let again = story(&client).await;
    assert_eq!(again.1, first.1);
    assert_eq!(
        again.0,
        "LendBook: Forbidden: left out of the recording: 47 bytes that are not JSON (HTTP 403, request id r-1)"
    );
    assert!(again.2.contains("HTTP 200 with a body that "), "{}", again.2);
    replay.verify();
}

#[tokio::test]
async fn json_within_strings_is_looked_through() {
    let base64 = sdk_runtime::primitives::Blob::new(r#"{"reader":"Jane Doe","days":3}"#);
    let base64 = aws_smithy_types::base64::encode(base64);
    let answer =
        serde_json::json!({ "title": r#"[{"n":1,"reader":"Jane Doe"}]"#, "policy": base64, "plain": "[not JSON" });
    let server = Server::start(vec![Reply::Http(200, "", answer.to_string().leak()); 2]).await;
    let recorder = Recorder::new(DefaultClient::new()).leave_out(LEFT_OUT);
    let config = support::config(&server.url).http_client(recorder.clone()).build();
    let client = Client::from_conf(config);
    let title = client.get_book().id("1").send().await.expect("it is answered").title;
    // What is asked is compared in the same manner.
    client.lend_book().id("1").reader("x").token(r#"{"password":"p4ss"}"#).send().await.expect("it is answered");
    let file = recorder.to_json();
    assert!(!file.contains("Jane") && !file.contains(&base64) && !file.contains("p4ss"), "{file}");
    assert!(file.contains("[not JSON"), "{file}");
    let kept: Value = serde_json::from_str(&file).expect("it is JSON");
    let policy = kept["exchanges"][0]["response"]["body"]["json"]["policy"].as_str().expect("a string");
    let policy = aws_smithy_types::base64::decode(policy).expect("base64 still");
    assert_eq!(serde_json::from_slice::<Value>(&policy).expect("JSON still")["days"], 3);
    let (_, client) = replaying(&file);
    let again = client.get_book().id("1").send().await.expect("it is recorded").title;
    assert_eq!(again, title.replace("Jane Doe", "REDACTED00000001"));
    client.lend_book().id("1").reader("y").token(r#"{"password":"other"}"#).send().await.expect("it is recorded");
}

#[tokio::test]
async fn parts_of_a_path_headers_by_prefix_and_whole_queries_can_be_left_out() {
    let headers = "x-note-a: Jane\r\nX-Note-B: Doe\r\n";
    let (recorder, client) = recorded(vec![
        Reply::Http(200, headers, r#"{"title":"Faust"}"#),
        Reply::Http(200, "", r#"{"title":"Faust"}"#),
        Reply::Http(200, "", "{}"),
    ])
    .await;
    let recorder = recorder.leave_out(&["/books/{id}", "/books/{id}/loans", "x-note-*", "/books?*"]);
    client.get_book().id("jane@example.com").send().await.expect("it is answered");
    client.lend_book().id("jane@example.com").reader("r").send().await.expect("it is answered");
    client.list_books().max_results(77).next_token("Jane").send().await.expect("it is answered");
    let file = recorder.to_json();
    for secret in ["jane", "Jane", "Doe", "77"] {
        assert!(!file.contains(secret), "{secret} is in\n{file}");
    }
    assert!(file.contains("\"target\": \"/books/REDACTED00000001\""), "{file}");
    assert!(file.contains("\"target\": \"/books/REDACTED00000001/loans\""), "{file}");
    let (replay, client) = replaying(&file);
    client.get_book().id("john@example.com").send().await.expect("any part will do");
    client.lend_book().id("john@example.com").reader("r").send().await.expect("any part will do");
    client.list_books().max_results(78).next_token("John").send().await.expect("any value will do");
    replay.verify();
}

sdk_runtime::structure! {
    /// What is compressed on its way.
    pub struct LogInput {
        /// Who.
        pub reader: Option<String>,
        /// What.
        pub text: Option<String>,
    }
    input LogInputBuilder, LogFluentBuilder => support::library::ListBooksOutput, support::library::Error {
        reader, set_reader, get_reader: optional text + sensitive = member "reader";
        text, set_text, get_text: optional text = member "text";
    }
}

impl sdk_runtime::client::Operation for LogInput {
    type Output = support::library::ListBooksOutput;
    type Error = support::library::Error;
    const TRANSFER: sdk_runtime::declare::Transfer = sdk_runtime::declare::Transfer {
        gzip: Some(sdk_runtime::compression::gzip),
        ..sdk_runtime::declare::Transfer::PLAIN
    };
    const METADATA: &'static sdk_runtime::declare::Metadata = &support::GET;
}

#[tokio::test]
async fn compressed_bodies_are_looked_through_or_left_out() {
    let gzip = |text: &str| sdk_runtime::compression::gzip(text.as_bytes()).expect("it can be compressed");
    let body = r#"{"nextToken":"t","reader":"Jane Doe"}"#;
    for (encoding, encoded, kept) in [
        ("gzip", gzip(body), true),
        ("GZIP", gzip(body), true),
        ("gzip", body.as_bytes().to_vec(), false),
        ("br", body.as_bytes().to_vec(), false),
        ("gzip, gzip", gzip(body), false),
    ] {
        let transport = transport(move |_| {
            let mut response = response(200, encoded.clone());
            response.headers_mut().insert("content-encoding", encoding);
            Ok(response)
        });
        let recorder = Recorder::new(transport).leave_out(LEFT_OUT);
        let config = support::config("http://127.0.0.1:1")
            .http_client(recorder.clone())
            .request_min_compression_size_bytes(1)
            .build();
        let handle = sdk_runtime::Handle::new(&support::SERVICE, config);
        let input = |reader: &str| LogInput { reader: Some(reader.to_owned()), text: Some("x".repeat(50)) };
        let _ = handle.send(&mut input("Jane Doe")).await;
        let file = recorder.to_json();
        let recorded: Value = serde_json::from_str(&file).expect("it is JSON");
        let exchange = &recorded["exchanges"][0];
        assert_eq!(exchange["request"]["body"]["json"]["reader"], "REDACTED00000001", "{file}");
        assert_eq!(exchange["response"]["body"].get("json").is_some(), kept, "{file}");
        assert!(exchange["response"]["headers"].get("content-encoding").is_none(), "{file}");
        assert!(!file.contains("Jane") && !file.contains("base64"), "{file}");
        let replay = Replay::from_json(&file).expect("a recording");
        let config = replay.config().request_min_compression_size_bytes(1).build();
        let again = sdk_runtime::Handle::new(&support::SERVICE, config).send(&mut input("John")).await;
        assert_eq!(again.is_ok(), kept, "{again:?}");
        replay.verify();
    }
}
