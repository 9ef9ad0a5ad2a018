//! The call that `docs/architecture.md` follows is made as the page shows it: what is sent, and what becomes of answers.
//!
//! The page has blocks of HTTP. The first is the request; each other is an answer, and the block behind it is what the
//! program gets. A `…` stands for anything.

use crate::markdown::{Fence, Page};
use sdk_tests::read;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use wickr_sdk::Client;
use wickr_sdk::config::http::HttpResponse;
use wickr_sdk::primitives::SdkBody;
use wickr_sdk::test_util::{Stub, client, mock};
use wickr_sdk::types::AccessLevel;

const SUCCESS: &str = "HTTP/1.1 200 OK\ncontent-length: 2\n\n{}";

#[test]
fn the_request_is_the_one_that_is_sent() {
    let page = page();
    let shown = page.iter().find(|fence| fence.info == "http").expect("the page shows a request");
    let (stub, _) = call(SUCCESS);
    let requests = stub.requests();
    let [sent] = requests.as_slice() else { panic!("one request is sent: {requests:?}") };
    let (head, body) = message(shown);
    let path = sent.uri().split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    assert_eq!(head.first(), Some(&format!("{} /{path} HTTP/1.1", sent.method())));
    // The transport says these two.
    let lines = head.iter().skip(1).filter(|line| !line.starts_with("host:") && !line.starts_with("content-length:"));
    let shown: Vec<(&str, &str)> = lines.map(|line| line.split_once(": ").expect("a header has a value")).collect();
    let names: Vec<&str> = sent.headers().iter().map(|(name, _)| name).collect();
    let sorted = |mut names: Vec<&str>| {
        names.sort_unstable();
        names.join(" ")
    };
    assert_eq!(sorted(shown.iter().map(|(name, _)| *name).collect()), sorted(names));
    for (name, value) in shown {
        let sent = sent.headers().get(name).unwrap_or_default();
        assert!(fits(value, sent), "{name} is {sent:?}, not {value:?}");
    }
    assert_eq!(sent.body().bytes(), Some(body.as_bytes()));
    assert!(head.contains(&format!("content-length: {}", body.len())), "{head:?}");
}

#[test]
fn answers_become_what_the_page_says() {
    let page = page();
    let answers: Vec<_> =
        page.windows(2).filter(|pair| pair[0].lines.iter().any(|line| line.starts_with("HTTP/"))).collect();
    assert_eq!(answers.len(), 2, "an output, and an error");
    for pair in answers {
        let (stub, got) = call(&pair[0].lines.join("\n"));
        let shown = pair[1].lines.join("\n");
        assert!(fits(&shown, &got), "the program gets {got:?}, not {shown:?}");
        assert_eq!(stub.requests().len(), 1, "neither is repeated");
    }
}

#[test]
fn a_call_that_may_take_effect_twice_is_repeated_only_if_it_was_throttled() {
    for (answer, attempts) in [("HTTP/1.1 503 Unavailable\n\n", 1), ("HTTP/1.1 429 Too Many\n\n", 3)] {
        assert_eq!(call(answer).0.requests().len(), attempts, "{answer}");
    }
}

fn page() -> Vec<Fence> {
    Page { path: String::new(), text: read("docs/architecture.md") }.fences()
}

/// A message's lines up to the blank one, and its body.
fn message(fence: &Fence) -> (Vec<String>, String) {
    let text = fence.lines.join("\n");
    let (head, body) = text.split_once("\n\n").unwrap_or((&text, ""));
    (head.lines().map(str::to_owned).collect(), body.to_owned())
}

/// The page's call, and what the program gets, as it would print it, if this is the answer.
fn call(answer: &str) -> (Stub, String) {
    let answer = answer.to_owned();
    let stub = Stub::new([mock!(Client::create_network).then_http_response(move || response(&answer))]);
    let client = client(&stub);
    let call = client.create_network().network_name("Harbor").access_level(AccessLevel::Standard).send();
    let got = match at_once(call) {
        Ok(output) => format!("{output:?}"),
        Err(error) => error.to_string(),
    };
    (stub, got)
}

fn response(text: &str) -> HttpResponse {
    let (head, body) = text.split_once("\n\n").expect("a blank line ends the head");
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse::<u16>().ok());
    let status = status.and_then(|status| status.try_into().ok()).expect("the first line has a status");
    let mut response = HttpResponse::new(status, SdkBody::from(body));
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        response.headers_mut().insert(name.to_owned(), value.to_owned());
    }
    response
}

/// What a future gives whose waits take no time.
fn at_once<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    for _ in 0..1000 {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
    panic!("a stub's time passes by itself")
}

/// Whether a text is what is shown, in which `…` stands for anything.
fn fits(shown: &str, text: &str) -> bool {
    let Some((first, last)) = shown.split_once('…') else { return shown == text };
    let (middle, last) = last.rsplit_once('…').unwrap_or(("", last));
    let Some(mut rest) = text.strip_prefix(first).and_then(|rest| rest.strip_suffix(last)) else { return false };
    for part in middle.split('…') {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    true
}

#[test]
fn a_gap_stands_for_anything() {
    for (shown, text, expected) in [
        ("a", "a", true),
        ("a", "ab", false),
        ("a…", "ab", true),
        ("a…c", "abbc", true),
        ("a…c", "abcb", false),
        ("a…b…c", "axbyc", true),
        ("a…b…c", "axyc", false),
        ("ab…bc", "abc", false),
    ] {
        assert_eq!(fits(shown, text), expected, "{shown} {text}");
    }
}
