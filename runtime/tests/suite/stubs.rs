//! Calls that rules answer.

use crate::support::library::{
    Book, Client, Closed, Error, GetBookInput, GetBookOutput, LendBookInput, LendBookOutput, ListBooksInput,
    ListBooksOutput, NoSuchBook, ScanBookInput, ScanBookOutput, book,
};
use sdk_doubles::before_signing;
use sdk_runtime::SdkError;
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::error::{ErrorMetadata, ProvideErrorMetadata};
use sdk_runtime::mock;
use sdk_runtime::primitives::{ByteStream, DateTime, SdkBody};
use sdk_runtime::test_util::{MockResponse, Rule, RuleMode, Stub};
use std::collections::HashMap;
use std::time::Duration;

fn titled(title: &str) -> GetBookOutput {
    GetBookOutput::builder().title(title).build().expect("all that is required is set")
}

fn client(stub: &Stub) -> Client {
    Client::from_conf(stub.config().build())
}

/// A rule for the book of this number.
fn number(id: &'static str, title: &'static str) -> Rule {
    mock!(Client::get_book).match_requests(move |input| input.id() == Some(id)).then_output(move || titled(title))
}

async fn title(client: &Client, id: &str) -> Result<String, String> {
    let answer = client.get_book().id(id).send().await;
    answer.map(|output| output.title).map_err(|error| error.to_string())
}

/// What a panic says.
fn panic_of(run: impl FnOnce()) -> String {
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).expect_err("it panics");
    panic.downcast_ref::<String>().expect("it says why").clone()
}

#[tokio::test]
async fn an_output_arrives_as_the_service_would_have_written_it() {
    let given = || {
        let notes = HashMap::from([("cover".to_owned(), "torn".to_owned())]);
        GetBookOutput::builder()
            .title("Faust")
            .status(203)
            .shelves("A, 1")
            .shelves("B")
            .printed(DateTime::from_secs(1_000_000))
            .set_notes(Some(notes))
            .bought(DateTime::from_secs_f64(2_000_000.5))
            .build()
            .expect("all that is required is set")
    };
    let stub = Stub::new([mock!(Client::get_book).then_output(given)]);
    let output = client(&stub).get_book().id("1").send().await.expect("it is answered");
    assert_eq!(output, given());
}

#[tokio::test]
async fn a_structure_that_is_the_body_arrives_and_an_absent_one_does_not() {
    let lend = mock!(Client::lend_book);
    let lend = lend
        .sequence()
        .output(|| LendBookOutput::builder().book(book("Emma")).build())
        .output(|| LendBookOutput::builder().build())
        .build();
    let client = client(&Stub::new([lend]));
    let lend = || client.lend_book().id("1").reader("Jane").send();
    assert_eq!(lend().await.expect("it is answered").book, Some(book("Emma")));
    assert_eq!(lend().await.expect("it is answered").book, None);
}

#[tokio::test]
async fn streams_go_both_ways() {
    let scan = mock!(Client::scan_book)
        .match_requests(|input| input.text.bytes() == Some(b"abc"))
        .then_output(|| ScanBookOutput::builder().language("de").text(ByteStream::from_static(b"xyz")).build());
    let stub = Stub::new([scan]);
    let sent = client(&stub).scan_book().id("7").text(ByteStream::from_static(b"abc")).send();
    let output = sent.await.expect("it is answered");
    assert_eq!(output.language(), Some("de"));
    assert_eq!(output.text.collect().await.expect("it is in memory").to_vec(), b"xyz");
    assert_eq!(stub.calls::<ScanBookInput>()[0].text.bytes(), Some(b"abc".as_slice()));
}

#[tokio::test]
async fn an_output_is_made_of_the_input() {
    let echo = mock!(Client::get_book).then_compute_output(|input| titled(input.id().unwrap_or_default()));
    let client = client(&Stub::new([echo]));
    assert_eq!(title(&client, "3").await.as_deref(), Ok("3"));
    assert_eq!(title(&client, "4").await.as_deref(), Ok("4"));
}

#[tokio::test]
async fn a_response_of_any_form_is_made_of_the_input() {
    let get = mock!(Client::get_book).then_compute_response(|input| match input.id() {
        Some("1") => MockResponse::Output(titled("one")),
        Some("2") => MockResponse::Error(Error::Closed(Closed::builder().build())),
        _ => MockResponse::Http(HttpResponse::new(418.try_into().expect("a status"), SdkBody::empty())),
    });
    let client = client(&Stub::new([&get]));
    assert_eq!(title(&client, "1").await.as_deref(), Ok("one"));
    assert!(client.get_book().id("2").send().await.expect_err("closed").into_service_error().is_closed());
    let brewing = client.get_book().id("3").send().await.expect_err("a teapot");
    assert_eq!(brewing.raw_response().map(|response| response.status().as_u16()), Some(418));
    assert!(!get.is_exhausted());
    let once = mock!(Client::get_book).sequence().compute_response(|_| MockResponse::Output(titled("one"))).build();
    assert_eq!(title(&self::client(&Stub::new([&once])), "1").await.as_deref(), Ok("one"));
    assert!(once.is_exhausted());
}

#[tokio::test]
async fn an_error_has_code_message_status_and_members() {
    let missing = || Error::NoSuchBook(NoSuchBook::builder().id("9").message("never heard of it").build());
    let client = client(&Stub::new([mock!(Client::get_book).then_error(missing)]));
    let error = client.get_book().id("9").send().await.expect_err("it is an error");
    assert_eq!(error.to_string(), "GetBook: NoSuchBook: never heard of it; id: \"9\" (HTTP 404)");
    assert_eq!(error.code(), Some("NoSuchBook"));
    let Some(Error::NoSuchBook(found)) = error.as_service_error() else { panic!("{error:?}") };
    assert_eq!(found.id(), Some("9"));
}

#[tokio::test]
async fn an_error_can_be_made_of_metadata() {
    let meta = || ErrorMetadata::builder().code("LibraryOnFire").message("run").build();
    let own = move || Error::NoSuchBook(NoSuchBook::builder().meta(meta()).build());
    let rule = mock!(Client::get_book).sequence().error(move || Error::generic(meta())).error(own).build();
    let client = client(&Stub::new([rule]));
    let first = client.get_book().id("9").send().await.expect_err("it is an error");
    assert_eq!(first.to_string(), "GetBook: LibraryOnFire: run (HTTP 400)");
    let second = client.get_book().id("9").send().await.expect_err("it is an error").into_service_error();
    assert!(second.is_no_such_book());
    assert_eq!((second.code(), second.message()), (Some("LibraryOnFire"), Some("run")));
}

#[tokio::test]
async fn a_failure_that_passes_is_repeated_and_takes_no_time() {
    let rule = mock!(Client::get_book).sequence().http_status(503, None).output(|| titled("Faust")).build();
    let stub = Stub::new([&rule]);
    let started = std::time::Instant::now();
    assert_eq!(title(&client(&stub), "1").await.as_deref(), Ok("Faust"));
    assert_eq!((rule.num_calls(), stub.num_calls(), stub.requests().len()), (2, 1, 2));
    assert!(stub.waited() > Duration::ZERO, "it would have waited");
    assert!(started.elapsed() < Duration::from_secs(1));
    let attempts: Vec<_> =
        stub.requests().iter().map(|request| request.headers().get("amz-sdk-request").map(str::to_owned)).collect();
    assert_eq!(attempts, [Some("attempt=1; max=3".to_owned()), Some("attempt=2; max=3".to_owned())]);
}

#[tokio::test]
async fn an_error_of_the_models_is_repeated_by_its_status() {
    let closed = mock!(Client::get_book).then_error(|| Error::Closed(Closed::builder().build()));
    let stub = Stub::new([&closed]);
    assert_eq!(title(&client(&stub), "1").await, Err("GetBook: Closed (HTTP 503)".to_owned()));
    assert_eq!(closed.num_calls(), 3);
    let lend = mock!(Client::lend_book).then_error(|| Error::Closed(Closed::builder().build()));
    let sent = client(&Stub::new([&lend])).lend_book().id("1").reader("Jane").send().await;
    assert!(sent.is_err());
    assert_eq!(lend.num_calls(), 1, "it may have taken effect");
}

#[tokio::test]
async fn settings_can_be_changed() {
    let rule = mock!(Client::get_book).then_http_status(503, Some("later".to_owned()));
    let stub = Stub::new([&rule]);
    let config = stub.config().retry_config(RetryConfig::standard().with_max_attempts(7)).build();
    assert_eq!(
        title(&Client::from_conf(config), "1").await,
        Err("GetBook: Service Unavailable: later (HTTP 503)".to_owned())
    );
    assert_eq!(rule.num_calls(), 7);
}

#[tokio::test]
async fn a_transport_fails_as_real_ones_do() {
    let rule = mock!(Client::lend_book).sequence().connection_refused().timeout().build();
    let stub = Stub::new([&rule]);
    let error = client(&stub).lend_book().id("1").reader("Jane").send().await.expect_err("no answer comes");
    assert_eq!(
        error.to_string(),
        "LendBook: no answer from https://tiny.us-east-1.example.com within 30s (read timeout)"
    );
    assert!(matches!(&error, SdkError::DispatchFailure(failure) if failure.is_timeout()));
    assert_eq!(rule.num_calls(), 2, "what never connected is repeated, what was sent is not");
    let refused = mock!(Client::get_book).then_connection_refused();
    let text = title(&client(&Stub::new([refused])), "1").await.expect_err("no answer comes");
    assert_eq!(text, "GetBook: could not connect to https://tiny.us-east-1.example.com: connection refused");
}

#[tokio::test]
async fn a_response_is_parsed_as_any_other() {
    let page = || HttpResponse::new(200.try_into().expect("a status"), SdkBody::from("<html>"));
    let client = client(&Stub::new([mock!(Client::get_book).then_http_response(page)]));
    let text = title(&client, "1").await.expect_err("it is not JSON");
    assert!(text.starts_with("GetBook: HTTP 200 with a body that is not JSON"), "{text}");
}

#[tokio::test]
async fn the_first_rule_that_matches_answers() {
    let any = mock!(Client::get_book).then_output(|| titled("any"));
    let client = client(&Stub::new([number("1", "one"), any, number("2", "never")]));
    for (id, expected) in [("2", "any"), ("1", "one"), ("1", "one")] {
        assert_eq!(title(&client, id).await.as_deref(), Ok(expected));
    }
}

#[tokio::test]
async fn a_sequence_needs_no_build() {
    let answered = client(&Stub::new([mock!(Client::get_book).sequence().output(|| titled("one"))]));
    assert_eq!(title(&answered, "1").await.as_deref(), Ok("one"));
    assert!(title(&answered, "1").await.is_err(), "once");
    let answered = client(&Stub::new([mock!(Client::get_book).sequence().output(|| titled("one")).repeatedly()]));
    assert!(title(&answered, "1").await.is_ok() && title(&answered, "1").await.is_ok());
}

#[tokio::test]
async fn a_sequence_that_is_over_leaves_the_call_to_the_next_rule() {
    let twice = mock!(Client::get_book).sequence().output(|| titled("first")).times(2).build();
    let stub = Stub::new([twice, number("1", "then")]);
    let client = client(&stub);
    for expected in ["first", "first", "then", "then"] {
        assert_eq!(title(&client, "1").await.as_deref(), Ok(expected));
    }
    stub.verify();
}

#[tokio::test]
async fn the_last_answer_can_be_given_for_ever() {
    let rule =
        mock!(Client::get_book).sequence().output(|| titled("new")).output(|| titled("old")).repeatedly().build();
    let stub = Stub::new([rule]);
    let client = client(&stub);
    for expected in ["new", "old", "old", "old"] {
        assert_eq!(title(&client, "1").await.as_deref(), Ok(expected));
    }
    stub.verify();
}

#[tokio::test]
async fn in_sequence_calls_have_to_come_in_the_rules_order() {
    let stub = Stub::sequential([number("1", "one"), number("2", "two")]);
    let client = client(&stub);
    let early = title(&client, "2").await.expect_err("it is not its turn");
    assert!(
        early.contains("the rules, to be used in order, are: 1. GetBook (used 0 of 1 times; `match_requests` refuses"),
        "{early}"
    );
    assert_eq!(title(&client, "1").await.as_deref(), Ok("one"));
    assert_eq!(title(&client, "2").await.as_deref(), Ok("two"));
    let late = title(&client, "2").await.expect_err("each is used once");
    assert!(late.ends_with("1. GetBook (used 1 of 1 times), 2. GetBook (used 1 of 1 times)"), "{late}");
}

#[tokio::test]
async fn pages_come_from_rules() {
    let page = |token: &'static str, next: Option<&'static str>, title: &'static str| {
        mock!(Client::list_books)
            .match_requests(move |input| input.next_token().unwrap_or_default() == token)
            .then_output(move || {
                ListBooksOutput::builder().books(book(title)).set_next_token(next.map(str::to_owned)).build()
            })
    };
    let stub = Stub::new([page("", Some("a"), "Faust"), page("a", Some("b"), "Emma"), page("b", None, "Nana")]);
    let items = client(&stub).list_books().into_paginator().page_size(1).items().send();
    let books: Vec<Book> = items.try_collect().await.expect("no page fails");
    assert_eq!(books, [book("Faust"), book("Emma"), book("Nana")]);
    assert_eq!(stub.operations(), ["ListBooks"; 3]);
    assert!(stub.calls::<ListBooksInput>().iter().all(|input| input.max_results() == Some(1)));
}

#[tokio::test]
async fn calls_are_remembered_by_type_and_in_order() {
    let lend = mock!(Client::lend_book).then_output(|| LendBookOutput::builder().build());
    let stub = Stub::new([number("1", "one"), lend]);
    let client = client(&stub);
    client.lend_book().id("1").reader("Jane").days(3).send().await.expect("it is answered");
    title(&client, "1").await.expect("it is answered");
    assert!(client.lend_book().id("2").send().await.is_err(), "the reader is missing");
    assert_eq!(stub.operations(), ["LendBook", "GetBook"]);
    assert_eq!(
        stub.calls::<LendBookInput>(),
        [LendBookInput::builder().id("1").reader("Jane").days(3).build().expect("nothing fails")]
    );
    assert_eq!(stub.calls::<GetBookInput>().len(), 1);
}

#[tokio::test]
async fn requests_are_what_would_have_been_sent() {
    let lend = mock!(Client::lend_book).then_output(|| LendBookOutput::builder().build());
    let stub = Stub::new([lend]);
    let stamp = before_signing(|request| {
        request.headers_mut().insert("x-stamp", "1");
        Ok(())
    });
    let client = Client::from_conf(stub.config().interceptor(stamp).build());
    let call = client.lend_book().id("a b").reader("Jane").token("t");
    call.customize()
        .mutate_request(|request| drop(request.headers_mut().insert("x-more", "2")))
        .send()
        .await
        .expect("it is answered");
    let requests = stub.requests();
    let [request] = requests.as_slice() else { panic!("one attempt: {requests:?}") };
    assert_eq!((request.method(), request.uri()), ("POST", "https://tiny.us-east-1.example.com/books/a%20b/loans"));
    assert_eq!(request.body().bytes(), Some(br#"{"reader":"Jane","clientToken":"t"}"#.as_slice()));
    let signed = request.headers().get("authorization").expect("it is signed");
    assert!(signed.contains("x-more;x-stamp"), "{signed}");
}

#[tokio::test]
async fn an_unexpected_call_says_what_was_called_and_what_rules_there_are() {
    let once = mock!(Client::get_book).sequence().output(|| titled("one")).build();
    let list = mock!(Client::list_books).then_output(|| ListBooksOutput::builder().build());
    let stub = Stub::new([once, list]);
    let client = client(&stub);
    title(&client, "1").await.expect("it is answered");
    let error = client.get_book().id("2").reader("Jane").send().await.expect_err("there is no rule left");
    assert_eq!(
        error.to_string(),
        "GetBook: no rule for GetBookInput { id: Some(\"2\"), reader: \"*** redacted ***\" }; the rules are: \
         1. GetBook (used 1 of 1 times), 2. ListBooks (used 0 of 1 or more times)"
    );
    assert_eq!(stub.requests().len(), 2, "it isn't tried again");
    let other = title(&self::client(&Stub::new([number("1", "one")])), "2").await.expect_err("no rule is for it");
    assert!(other.ends_with("1. GetBook (used 0 of 1 or more times; `match_requests` refuses this input)"), "{other}");
    let none = Stub::new(Vec::<Rule>::new());
    let text = title(&self::client(&none), "2").await.expect_err("there is no rule");
    assert!(text.ends_with("; there are no rules"), "{text}");
}

#[tokio::test]
async fn verify_reports_unexpected_calls_and_rules_that_were_not_used() {
    let stub = Stub::new([number("1", "one"), number("2", "two")]);
    title(&client(&stub), "1").await.expect("it is answered");
    let unused = "rule 2 was not used to its end: GetBook (used 0 of 1 or more times)";
    assert_eq!(panic_of(|| stub.verify()), unused);
    let dropped = panic_of(|| drop(stub.verify_on_drop()));
    assert!(dropped.starts_with(unused) && dropped.contains("stubs.rs:"), "{dropped}");
    // The program may have kept the error to itself.
    let _ = title(&client(&stub), "3").await;
    let text = panic_of(|| stub.verify());
    assert!(text.starts_with("GetBook: no rule for GetBookInput { id: Some(\"3\"), "), "{text}");
}

#[tokio::test]
async fn an_output_that_cannot_be_sent_is_the_rules_fault() {
    let bad = || GetBookOutput::builder().title("").shelves("a\nb").build().expect("all that is required is set");
    let client = client(&Stub::new([mock!(Client::get_book).then_output(bad)]));
    let text = title(&client, "1").await.expect_err("no header holds that");
    assert_eq!(text, r#"GetBook: the rule's answer can't be sent: the header X-Shelves can't hold "a\nb""#);
}

#[tokio::test]
async fn a_clients_own_transport_overrules_the_rules() {
    use sdk_runtime::config::Builder;
    use sdk_runtime::test_util::Replay;
    let rule = number("1", "one");
    let client = client(&Stub::new([&rule]));
    let empty = Replay::from_json(r#"{"exchanges":[]}"#).expect("a recording");
    let error = client.get_book().id("1").customize().config_override(Builder::new().http_client(empty)).send().await;
    assert!(error.expect_err("nothing is recorded").to_string().contains("not in the recording"));
    assert_eq!(rule.num_calls(), 0);
}

#[tokio::test]
async fn the_macros_of_aws_smithy_mocks_build() {
    use crate::support::library as library_sdk;
    let get = mock!(library_sdk::Client::get_book).then_output(|| titled("one"));
    let list = mock!(library_sdk::Client::list_books).then_output(|| ListBooksOutput::builder().build());
    let client = sdk_runtime::mock_client!(library_sdk, &[&get, &list]);
    assert!(client.list_books().send().await.is_err(), "in order, unless a mode says otherwise");
    assert_eq!(title(&client, "1").await.as_deref(), Ok("one"));
    client.list_books().send().await.expect("it is its turn");
    let client = sdk_runtime::mock_client!(library_sdk, RuleMode::MatchAny, [&list, &get], |config| config
        .retry_config(RetryConfig::disabled()));
    assert_eq!(title(&client, "1").await.as_deref(), Ok("one"));
    assert_eq!((get.num_calls(), list.num_calls()), (2, 1));
}
