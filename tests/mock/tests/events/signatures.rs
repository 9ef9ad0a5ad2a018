//! Streams of events whose messages are signed, by AWS's own crates.

use super::stream::*;
use aws_credential_types::Credentials;
use aws_sigv4::event_stream::{sign_empty_message, sign_message};
use aws_sigv4::http_request::{PayloadChecksumKind, SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use aws_smithy_types::event_stream::Message;
use sdk_mock::MockService;
use serde_json::json;
use std::time::{Duration, SystemTime};

/// Signs requests and messages.
struct Signer {
    keys: Credentials,
    time: SystemTime,
    last: String,
}

impl Signer {
    fn of(service: &MockService, time: SystemTime) -> Self {
        let keys = Credentials::new(service.access_key_id(), service.secret_access_key(), None, None, "test");
        Self { keys, time, last: String::new() }
    }

    /// The headers of a request whose body has this in place of its hash.
    fn headers(&mut self, line: &str, body: SignableBody<'_>) -> String {
        let (method, path) = line.split_once(' ').expect("a method and a path");
        let identity = self.keys.clone().into();
        let mut settings = SigningSettings::default();
        settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
        let params = SigningParams::builder().identity(&identity).region("us-east-1").name("talk").time(self.time);
        let params = params.settings(settings).build().expect("complete").into();
        let uri = format!("http://mock{path}");
        let signable = SignableRequest::new(method, uri, [("host", "mock")].into_iter(), body).expect("a request");
        let (signed, signature) = sign(signable, &params).expect("signed").into_parts();
        self.last = signature;
        signed.headers().map(|(name, value)| format!("{name}: {value}\r\n")).collect()
    }

    /// The message around one, or around nothing.
    fn around(&mut self, message: Option<&Message>) -> Vec<u8> {
        let identity = self.keys.clone().into();
        let params = SigningParams::builder().identity(&identity).region("us-east-1").name("talk").time(self.time);
        let params = params.settings(()).build().expect("complete");
        let signed = match message {
            Some(message) => sign_message(message, &self.last, &params),
            None => sign_empty_message(&self.last, &params),
        };
        let (signed, signature) = signed.expect("signed").into_parts();
        self.last = signature;
        bytes(&signed)
    }
}

const EVENTS: &str = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

#[tokio::test]
async fn each_message_has_a_signature_that_follows_from_the_one_before() {
    let service = echo(json!({"aws.auth#sigv4": {"name": "talk"}})).start().await.expect("a model");
    let say = |text: &str| event("word", &json!({ "text": text }).to_string());
    let (a, b) = (say("a"), say("b"));
    let heard_a = r#"word {"text":"a"}"#.to_owned();
    let invalid = |why: &str| format!("InvalidSignatureException: {why}");
    let now = SystemTime::now();
    let follows =
        "InvalidSignatureException: The signature of a message is not the one that follows from the one before it";
    type Change = fn(&mut Vec<Vec<u8>>);
    let cases: [(Change, Vec<String>); 7] = [
        (|_| {}, vec![heard_a.clone(), r#"word {"text":"b"}"#.to_owned()]),
        // Left out, in another order, again, changed, behind the end, without an end.
        (|all| drop(all.remove(0)), vec![follows.to_owned()]),
        (|all| all.swap(0, 1), vec![follows.to_owned()]),
        (|all| all.insert(1, all[0].clone()), vec![heard_a.clone(), follows.to_owned()]),
        (
            |all| all.push(word("c")),
            vec![
                heard_a.clone(),
                r#"word {"text":"b"}"#.to_owned(),
                invalid("A message follows the one that is the end"),
            ],
        ),
        (
            |all| drop(all.pop()),
            vec![
                heard_a.clone(),
                r#"word {"text":"b"}"#.to_owned(),
                invalid("The stream ended without the signed message around nothing that is its end"),
            ],
        ),
        (
            |all| all[0] = word("a"),
            vec!["IncompleteSignatureException: A message of the stream has no :date, or not a timestamp".to_owned()],
        ),
    ];
    for (change, expected) in cases {
        let mut signer = Signer::of(&service, now);
        let headers = signer.headers(TALK, SignableBody::Precomputed(EVENTS.to_owned()));
        let mut all = vec![signer.around(Some(&a)), signer.around(Some(&b)), signer.around(None)];
        change(&mut all);
        let mut stream = connect(&service, TALK, &headers).await;
        for piece in all {
            send(&mut stream, &piece).await;
        }
        let reply = finish(stream).await;
        let said: Vec<_> = reply.said().iter().map(|said| said.lines().next().unwrap_or_default().to_owned()).collect();
        assert_eq!(said, expected, "{}", reply.head);
    }
}

#[tokio::test]
async fn a_request_has_to_say_that_its_messages_are_signed() {
    let service = echo(json!({"aws.auth#sigv4": {"name": "talk"}})).start().await.expect("a model");
    let mut signer = Signer::of(&service, SystemTime::now());
    let unsigned = signer.headers(TALK, SignableBody::UnsignedPayload);
    for (headers, status, expected) in [
        (String::new(), "403", "Missing authentication token"),
        (unsigned, "403", "x-amz-content-sha256 of a stream of events has to be STREAMING-AWS4-HMAC-SHA256-EVENTS"),
    ] {
        let mut stream = connect(&service, TALK, &headers).await;
        send(&mut stream, &word("a")).await;
        let reply = finish(stream).await;
        assert_eq!(reply.status(), status);
        assert!(why(&service).is_some_and(|why| why.contains(expected)), "{:?}", why(&service));
    }
}

#[tokio::test]
async fn messages_have_to_be_signed_now() {
    let service = echo(json!({"aws.auth#sigv4": {"name": "talk"}})).start().await.expect("a model");
    let mut signer = Signer::of(&service, SystemTime::now());
    let headers = signer.headers(TALK, SignableBody::Precomputed(EVENTS.to_owned()));
    signer.time -= Duration::from_secs(400);
    let old = signer.around(Some(&event("word", r#"{"text":"a"}"#)));
    let mut stream = connect(&service, TALK, &headers).await;
    send(&mut stream, &old).await;
    let said = finish(stream).await.said();
    assert!(said.len() == 1 && said[0].contains("Signature expired"), "{said:?}");
}
