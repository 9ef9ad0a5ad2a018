//! Signatures that fit and that SigV4 forbids all the same: each is computed with the right key, and refused.

mod small;
mod support;

use hmac::{Hmac, KeyInit, Mac};
use sdk_mock::MockService;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use support::{Reply, raw, start};

/// What a client signs and sends, of `GET /networks` without a body.
#[derive(Clone)]
struct Draft {
    id: String,
    day: String,
    region: String,
    service: String,
    terminator: String,
    /// The value of `X-Amz-Date`, and what is signed as such.
    date: String,
    covers: Vec<String>,
    /// The headers that are sent, but for `Authorization`.
    headers: Vec<(String, String)>,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn hmac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// `20260301T093000Z`.
fn basic(time: SystemTime) -> String {
    let since = time.duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
    let time = aws_smithy_types::DateTime::from_secs(i64::try_from(since).expect("not that late"));
    let text = time.fmt(aws_smithy_types::date_time::Format::DateTime).expect("a date");
    text.replace(['-', ':'], "")
}

impl Draft {
    fn new(service: &MockService) -> Self {
        let date = basic(SystemTime::now());
        Draft {
            id: service.access_key_id().to_owned(),
            day: date[..8].to_owned(),
            region: "us-east-1".to_owned(),
            service: "wickr".to_owned(),
            terminator: "aws4_request".to_owned(),
            covers: vec!["host".to_owned(), "x-amz-date".to_owned()],
            headers: vec![("host".to_owned(), "mock".to_owned()), ("x-amz-date".to_owned(), date.clone())],
            date,
        }
    }

    fn covers(mut self, names: &[&str]) -> Self {
        self.covers = names.iter().map(|name| (*name).to_owned()).collect();
        self
    }

    fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    fn date(mut self, date: &str) -> Self {
        self.date = date.to_owned();
        self.day = date.get(..8).unwrap_or_default().to_owned();
        self.headers
            .iter_mut()
            .filter(|(name, _)| name == "x-amz-date")
            .for_each(|(_, value)| *value = date.to_owned());
        self
    }

    fn signature(&self, secret: &str) -> String {
        let values = |name: &String| {
            let values = self.headers.iter().filter(|(found, _)| found.eq_ignore_ascii_case(name));
            values.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(",")
        };
        let headers: String = self.covers.iter().map(|name| format!("{name}:{}\n", values(name))).collect();
        let canonical =
            format!("GET\n/networks\n\n{headers}\n{}\n{}", self.covers.join(";"), hex(&Sha256::digest(b"")));
        let scope = [&self.day, &self.region, &self.service, &self.terminator];
        let key = scope.iter().fold(format!("AWS4{secret}").into_bytes(), |key, part| hmac(&key, part));
        let scope = scope.map(String::as_str).join("/");
        let text = format!("AWS4-HMAC-SHA256\n{}\n{scope}\n{}", self.date, hex(&Sha256::digest(canonical)));
        hex(&hmac(&key, &text))
    }

    fn authorization(&self, service: &MockService) -> String {
        let Self { id, day, region, service: name, terminator, .. } = self;
        format!(
            "AWS4-HMAC-SHA256 Credential={id}/{day}/{region}/{name}/{terminator}, SignedHeaders={}, Signature={}",
            self.covers.join(";"),
            self.signature(service.secret_access_key())
        )
    }

    async fn send(&self, service: &MockService, authorization: &[&str]) -> Reply {
        let headers = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let headers = headers.chain(authorization.iter().map(|value| ("Authorization", *value)));
        let lines: String = headers.map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        raw(service, format!("GET /networks HTTP/1.1\r\nConnection: close\r\n{lines}\r\n").as_bytes()).await
    }
}

/// It is refused as no signature should be let in, and the terminal's line says why.
async fn refused(service: &MockService, draft: &Draft, authorization: &[&str], why: &str) {
    let reply = draft.send(service, authorization).await;
    assert_eq!(reply.status, 401, "{authorization:?} {:?}", draft.headers);
    let recorded = service.requests().pop().and_then(|request| request.why).expect("a reason");
    assert!(recorded.contains(why), "{why:?} is not in {recorded:?}");
    assert!(!recorded.contains('\n') && recorded.len() < 250, "{recorded:?} is no line");
    let message = reply.body["message"].as_str().expect("a message");
    assert!(message.contains(why), "{why:?} is not in {message:?}");
}

#[tokio::test]
async fn what_sigv4_allows_is_let_in() {
    let service = start().await;
    let draft = || Draft::new(&service);
    let near = |seconds: u64| basic(SystemTime::now() - Duration::from_secs(seconds));
    for draft in [
        draft(),
        Draft { region: "us-gov-west-1".to_owned(), ..draft() },
        draft().date(&near(290)),
        draft().header("x-amz-user-agent", "a").covers(&["host", "x-amz-date", "x-amz-user-agent"]),
        // Only AWS's own headers have to be signed.
        draft().header("accept", "*/*").header("x-amzn-trace-id", "1"),
        draft().header("x-b", "1").header("x-b", "2").covers(&["host", "x-amz-date", "x-b"]),
    ] {
        let reply = draft.send(&service, &[&draft.authorization(&service)]).await;
        assert_eq!(reply.status, 200, "{}: {:?}", draft.authorization(&service), reply.body);
    }
    let own = draft().authorization(&service);
    assert_eq!(
        draft().send(&service, &[&own.replace(", ", ",")]).await.status,
        200,
        "a blank after a comma is optional"
    );
}

#[tokio::test]
async fn a_scope_is_complete_and_of_this_day_region_and_service() {
    let service = start().await;
    let own = || Draft::new(&service);
    let day = own().day;
    let text = str::to_owned;
    for (draft, why) in [
        (Draft { day: String::new(), ..own() }, "Date in Credential scope"),
        (Draft { day: text(&day[..4]), ..own() }, "Date in Credential scope"),
        (Draft { day: format!("{day}x"), ..own() }, "Date in Credential scope"),
        (Draft { day: own().date, ..own() }, "Date in Credential scope"),
        (Draft { day: text("20200101"), ..own() }, "Date in Credential scope"),
        (Draft { region: String::new(), ..own() }, "valid Region"),
        (Draft { region: text("nowhere"), ..own() }, "valid Region"),
        (Draft { region: text("US-EAST-1"), ..own() }, "valid Region"),
        (Draft { region: text("*"), ..own() }, "valid Region"),
        (Draft { region: text("x/../y"), ..own() }, "5 parts"),
        (Draft { service: String::new(), ..own() }, "correct service: 'wickr'"),
        (Draft { service: text("WICKR"), ..own() }, "correct service: 'wickr'"),
        (Draft { service: text("wickr/wickr"), ..own() }, "5 parts"),
        (Draft { terminator: text("aws4_reques"), ..own() }, "should end with 'aws4_request'"),
        (Draft { terminator: String::new(), ..own() }, "should end with 'aws4_request'"),
        (Draft { terminator: text("aws4_request/"), ..own() }, "5 parts"),
        (Draft { id: String::new(), ..own() }, "security token included"),
        (Draft { id: format!("{}/x", own().id), ..own() }, "5 parts"),
    ] {
        refused(&service, &draft, &[&draft.authorization(&service)], why).await;
    }
    let short = own().authorization(&service).replace("/us-east-1", "");
    refused(&service, &own(), &[&short], "5 parts").await;
}

#[tokio::test]
async fn signed_headers_are_sorted_once_each_and_cover_host_and_all_of_aws() {
    let service = start().await;
    let own = || Draft::new(&service);
    for (draft, why) in [
        (own().covers(&["x-amz-date"]), "'host' must be"),
        (own().covers(&["host"]), "'x-amz-date' must be"),
        (own().header("X-Amz-Security-Token", "t"), "'x-amz-security-token' must be"),
        (own().header("x-amz-meta", "t"), "'x-amz-meta' must be"),
        (own().covers(&["host", "host", "x-amz-date"]), "'host' twice"),
        (own().covers(&["host", "x-amz-date", "host"]), "has to be sorted"),
        (own().covers(&["x-amz-date", "host"]), "has to be sorted"),
        (own().covers(&["Host", "X-Amz-Date"]), "lower case"),
        (own().covers(&["host", "x-amz-date", ""]), "lower case"),
        (own().covers(&["", "host", "x-amz-date"]), "lower case"),
        (own().covers(&["host", "x-amz-date", "x y"]), "lower case"),
        (own().covers(&[]), "lower case"),
        (own().covers(&["host", "x-absent", "x-amz-date"]), "'x-absent', which the request has not"),
        (own().header("x-amz-date", &own().date), "more than one x-amz-date"),
        (own().header("host", "other"), "more than one host"),
    ] {
        refused(&service, &draft, &[&draft.authorization(&service)], why).await;
    }
}

#[tokio::test]
async fn the_time_is_a_time_and_near() {
    let service = start().await;
    let own = || Draft::new(&service);
    let now = own().date;
    let at = |seconds: i64| {
        let (time, by) = (SystemTime::now(), Duration::from_secs(seconds.unsigned_abs()));
        basic(if seconds < 0 { time - by } else { time + by })
    };
    for (date, why) in [
        (now[..8].to_owned(), "X-Amz-Date has to be a time"),
        (now[..15].to_owned(), "X-Amz-Date has to be a time"),
        (format!("{now}junk"), "X-Amz-Date has to be a time"),
        (format!("{}Z", &now[..13]), "X-Amz-Date has to be a time"),
        (now.to_lowercase(), "X-Amz-Date has to be a time"),
        ("20260231T093000Z".to_owned(), "X-Amz-Date has to be a time"),
        (String::new(), "X-Amz-Date has to be a time"),
        ("99991231T235959Z".to_owned(), "Signature not yet current"),
        ("00010101T000000Z".to_owned(), "Signature expired"),
        (at(-320), "Signature expired"),
        (at(320), "Signature not yet current"),
    ] {
        let draft = own().date(&date);
        refused(&service, &draft, &[&draft.authorization(&service)], why).await;
    }
    let mut absent = own().covers(&["host"]);
    absent.headers.retain(|(name, _)| name != "x-amz-date");
    refused(&service, &absent, &[&absent.authorization(&service)], "needs an X-Amz-Date").await;
}

#[tokio::test]
async fn the_authorization_header_is_there_once_and_has_nothing_else_in_it() {
    let service = start().await;
    let draft = Draft::new(&service);
    let own = draft.authorization(&service);
    let (head, signature) = own.split_once(", Signature=").expect("three parts");
    let signature = signature.to_owned();
    let changed = |from: &str, to: &str| own.replacen(from, to, 1);
    for (authorization, why) in [
        (format!("{own}, Extra=1"), "has no 'Extra'"),
        (format!("{own},"), "no key=value pair"),
        (format!("{own} junk"), "64 lower-case"),
        (format!("{own}, {own}"), "has no 'AWS4-HMAC-SHA256 Credential'"),
        (format!("{own}, Signature={signature}"), "'Signature' twice"),
        (changed("Credential=", "Credential=x, Credential="), "'Credential' twice"),
        (changed("SignedHeaders=", "signedheaders="), "has no 'signedheaders'"),
        (changed("SignedHeaders=", "SignedHeaders"), "no key=value pair"),
        (changed(", Signed", ",  Signed"), "has no ' SignedHeaders'"),
        (changed("AWS4-HMAC-SHA256 ", "AWS4-HMAC-SHA256  "), "has no ' Credential'"),
        (changed("AWS4-HMAC-SHA256", "aws4-hmac-sha256"), "has to begin with"),
        (changed("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"), "has to begin with"),
        (changed("AWS4-HMAC-SHA256 ", ""), "has to begin with"),
        ("AWS4-HMAC-SHA256".to_owned(), "no key=value pair"),
        ("Bearer abc".to_owned(), "has to begin with"),
        (String::new(), "has to begin with"),
        (head.to_owned(), "requires 'Signature'"),
        (format!("{head}, Signature={}", signature.to_uppercase()), "64 lower-case"),
        (format!("{head}, Signature={}", &signature[..62]), "64 lower-case"),
        (format!("{head}, Signature="), "64 lower-case"),
        (format!("AWS4-HMAC-SHA256 Signature={signature}"), "requires 'Credential'"),
        (format!("{own}é"), "authorization header is not text"),
    ] {
        refused(&service, &draft, &[&authorization], why).await;
    }
    for pair in [[own.as_str(), own.as_str()], [own.as_str(), "Bearer a"], ["Bearer a", own.as_str()]] {
        refused(&service, &draft, &pair, "more than one authorization").await;
    }
}

#[tokio::test]
async fn who_may_ask_without_a_signature_may_not_ask_in_two_ways() {
    let shapes = json!({"GetIt": small::operation("GET /it", "Unit", "Unit")});
    let service = small::start(json!({"aws.auth#sigv4": {"name": "test"}, "httpBearerAuth": {}}), shapes).await;
    for (headers, status) in [
        ("Authorization: Bearer abc\r\n", 200),
        ("Authorization: Bearer abc\r\nAuthorization: Bearer def\r\n", 403),
        ("Authorization: Bearer a b\r\n", 403),
        ("Authorization: Bearer \r\n", 403),
        ("", 403),
    ] {
        let reply = support::with_headers(&service, "GET /it", headers, "").await;
        assert_eq!(reply.status, status, "{headers:?}: {:?}", reply.body);
    }
    let shapes = json!({"GetIt": small::operation("GET /it", "Unit", "Unit")});
    let open = small::start(json!({}), shapes).await;
    assert_eq!(support::with_headers(&open, "GET /it", "", "").await.status, 200);
    // What can't be read is not the same as nothing.
    assert_eq!(support::with_headers(&open, "GET /it", "Authorization: é\r\n", "").await.status, 401);
}
