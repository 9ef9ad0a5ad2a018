//! What arrives is what was signed: the signature is made again from the request line, headers and body as a server on
//! loopback got them, by code that shares nothing with the client's.
//!
//! Endpoints of every spelling are either brought into one form before they are signed, or refused with a message.

use hmac::{Hmac, KeyInit, Mac};
use proptest::prelude::*;
use sdk_faults::{Act, Request, Server};
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{Config, Credentials, Region};
use sdk_runtime::error::SdkError;
use sdk_runtime::transport::ReqwestClient;
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex};
use wickr_sdk::Client;
use wickr_sdk::operation::list_users::{ListUsersError, ListUsersOutput};

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG";

/// A server that keeps what it was sent.
async fn server() -> (Server, Arc<Mutex<Vec<Request>>>) {
    let kept = Arc::<Mutex<Vec<Request>>>::default();
    let keeps = kept.clone();
    let server = Server::start(move |_, request| {
        if !request.line.is_empty() {
            keeps.lock().expect("no test panics with it").push(request.clone());
        }
        Act::json(200, "{}")
    });
    (server.await.expect("loopback has a free port"), kept)
}

fn config(url: &str) -> sdk_runtime::config::Builder {
    Config::builder()
        .endpoint_url(url)
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("AKIDEXAMPLE", SECRET, Some("to/ken==".to_owned()), None, "test"))
        .retry_config(RetryConfig::disabled())
}

async fn called(client: &Client, id: &str, token: &str) -> Result<ListUsersOutput, SdkError<ListUsersError>> {
    client.list_users().network_id(id).next_token(token).max_results(7).send().await
}

fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("keys may have any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn encoded(text: &[u8], keeps: &[u8]) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || keeps.contains(&byte);
    text.iter().map(|byte| if plain(*byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn decoded(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut decoded = Vec::new();
    while at < bytes.len() {
        let escape = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match escape.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    decoded
}

/// The path as a service signs it: empty segments are dropped, and what arrived is encoded once more.
fn canonical_path(path: &str) -> String {
    assert!(!path.split('/').any(|segment| matches!(decoded(segment).as_slice(), b"." | b"..")), "{path}");
    let segments: Vec<_> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let end = if path.ends_with('/') && !segments.is_empty() { "/" } else { "" };
    encoded(format!("/{}{end}", segments.join("/")).as_bytes(), b"/")
}

/// The query as a service signs it, by name and then by value. Some take the pairs as they arrive, others decode and encode
/// them: here they agree.
fn canonical_query(query: &str) -> String {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let mut raw: Vec<(&str, &str)> = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).collect();
    raw.sort_unstable();
    let anew = |text: &str| encoded(&decoded(text), b"");
    let mut decoded: Vec<_> = raw.iter().map(|(name, value)| (anew(name), anew(value))).collect();
    decoded.sort_unstable();
    let joined = |name: &str, value: &str| format!("{name}={value}");
    let raw: Vec<_> = raw.iter().map(|(name, value)| joined(name, value)).collect();
    let decoded: Vec<_> = decoded.iter().map(|(name, value)| joined(name, value)).collect();
    assert_eq!(raw, decoded, "a service may read this query in two ways");
    raw.join("&")
}

#[test]
fn a_query_is_sorted_by_its_names() {
    assert_eq!(canonical_query("a%20=1&b&a=2&a=10&%2F=&="), "=&%2F=&a=10&a=2&a%20=1&b=");
}

/// A header as a service signs it: its lines joined by commas, each without what is around its value and with one blank for
/// several.
fn canonical_header(request: &Request, name: &str) -> String {
    let lines: Vec<_> = request.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value).collect();
    assert!(!lines.is_empty(), "{name} is signed and was not sent");
    let one = |value: &&String| {
        let value = value.trim_matches([' ', '\t']);
        value.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    lines.iter().map(one).collect::<Vec<_>>().join(",")
}

/// The signature that a service makes of what it got, and the one that came with it.
fn signatures(request: &Request) -> (String, String) {
    let authorization = request.header("authorization").expect("it is signed");
    let part = |name: &str| {
        let rest = authorization.split_once(name).unwrap_or_else(|| panic!("{name} in {authorization}")).1;
        rest.split(',').next().unwrap_or_default().trim().to_owned()
    };
    let (credential, signed, signature) = (part("Credential="), part("SignedHeaders="), part("Signature="));
    let scope = credential.split_once('/').expect("a key, and what it is for").1;
    assert!(signed.split(';').any(|name| name == "host") && signed.contains("x-amz-security-token"), "{signed}");
    let (method, target) = request.line.split_once(' ').expect("method and target");
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let header = |name: &str| request.header(name).unwrap_or_else(|| panic!("{name} is signed and was not sent"));
    let headers: String =
        signed.split(';').map(|name| format!("{name}:{}\n", canonical_header(request, name))).collect();
    let (path, query, body) = (canonical_path(path), canonical_query(query), hash(&request.body));
    let canonical = format!("{method}\n{path}\n{query}\n{headers}\n{signed}\n{body}");
    let text = format!("AWS4-HMAC-SHA256\n{}\n{scope}\n{}", header("x-amz-date"), hash(canonical.as_bytes()));
    let key = scope.split('/').fold(format!("AWS4{SECRET}").into_bytes(), |key, part| mac(&key, part));
    (hex(&mac(&key, &text)), signature)
}

fn verified(request: &Request) {
    let (ours, theirs) = signatures(request);
    assert_eq!(ours, theirs, "{request:?}");
}

#[tokio::test]
async fn every_spelling_of_a_host_is_sent_as_it_is_signed() {
    let (server, kept) = server().await;
    let port = server.address.rsplit(':').next().expect("an address has a port").to_owned();
    for host in [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.0.0.1.",
        "[::ffff:127.0.0.1]",
        "[0:0:0:0:0:FFFF:7F00:1]",
        "localhost",
        "LOCALHOST",
        "%6cocalhost",
        "１27.0.0.1",
    ] {
        for (port, expected) in [(port.clone(), &port), (format!("0{port}"), &port)] {
            let url = format!("http://{host}:{port}");
            let client = Client::from_conf(config(&url).build());
            match called(&client, "40718265", "t/==").await {
                Ok(_) => {
                    let request = kept.lock().expect("no test panics with it").pop().expect("it arrived");
                    assert!(request.header("host").is_some_and(|host| host.ends_with(expected)), "{request:?}");
                    verified(&request);
                }
                // Not every machine has IPv6.
                Err(error) => assert!(host.starts_with('['), "{url}: {error}"),
            }
        }
    }
}

/// Names that nobody knows lead to the server, ports included.
#[tokio::test]
async fn names_and_default_ports_are_sent_as_they_are_signed() {
    let (server, kept) = server().await;
    let address: std::net::SocketAddr = server.address.parse().expect("an address");
    for (url, host) in [
        ("http://wickr.example", "wickr.example"),
        ("http://wickr.example:80/base", "wickr.example"),
        ("http://WICKR.Example:", "wickr.example"),
        ("http://wickr.example.:080", "wickr.example."),
        ("http://m\u{fc}nchen.example", "xn--mnchen-3ya.example"),
        ("http://XN--Mnchen-3ya.example", "xn--mnchen-3ya.example"),
        ("http://my_service", "my_service"),
    ] {
        let client = ReqwestClient::builder().expect("the platform has certificates").no_proxy();
        let client = client.resolve(host, address).build().expect("the settings are right");
        let client = Client::from_conf(config(url).http_client(ReqwestClient::from(client)).build());
        called(&client, "40718265", "t/==").await.unwrap_or_else(|error| panic!("{url}: {error}"));
        let request = kept.lock().expect("no test panics with it").pop().expect("it arrived");
        assert_eq!(request.header("host"), Some(host), "{url}");
        verified(&request);
    }
}

#[tokio::test]
async fn ipv6_is_sent_as_it_is_signed() {
    let Ok(listener) = tokio::net::TcpListener::bind("[::1]:0").await else {
        println!("this machine has no IPv6: its addresses are not tried");
        return;
    };
    let port = listener.local_addr().expect("it is bound").port();
    for host in ["[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]"] {
        let client = Client::from_conf(config(&format!("http://{host}:{port}/v1")).build());
        let call = tokio::spawn(async move { called(&client, "40718265", "t").await.map(drop) });
        let (mut stream, _) = listener.accept().await.expect("the client connects");
        let request = sdk_faults::read(&mut stream).await.expect("a request");
        assert_eq!(request.header("host"), Some(format!("[::1]:{port}").as_str()));
        verified(&request);
        drop(stream);
        call.await.expect("it doesn't panic").expect_err("nobody answers");
    }
}

/// Headers that a program adds, with blanks where they count and where they don't.
#[tokio::test]
async fn headers_are_sent_as_they_are_signed() {
    let (server, kept) = server().await;
    let client = Client::from_conf(config(&format!("http://{}", server.address)).build());
    for name in ["x-own", "x-amz-own", "content-type", "date", "accept", "x-amz-content-sha256"] {
        for values in [
            ["a", "b"],
            ["", ""],
            ["b", "a"],
            ["a  b   c", " a"],
            ["  a", "b  "],
            ["\ta", "b\t"],
            ["\t \ta \t b\t ", "\t"],
            ["a\tb", "a\t\tb"],
            ["a, b", "\"a,  b\""],
            ["gr\u{fc}\u{df}", "\u{a0}a\u{a0}\u{a0}b\u{3000}"],
        ] {
            let call = client.list_users().network_id("40718265").customize().mutate_request(move |request| {
                request.headers_mut().remove(name);
                for value in values {
                    request.headers_mut().append(name, value.to_owned());
                }
            });
            call.send().await.unwrap_or_else(|error| panic!("{name} {values:?}: {error}"));
            let request = kept.lock().expect("no test panics with it").pop().expect("it arrived");
            assert_eq!(request.headers.iter().filter(|(known, _)| known == name).count(), 2, "{request:?}");
            let authorization = request.header("authorization").expect("it is signed").to_owned();
            assert!(authorization.contains(name), "{name} in {authorization}");
            verified(&request);
        }
    }
}

/// What proves who calls is the client's, whatever a program put there.
#[tokio::test]
async fn a_programs_own_proof_is_replaced() {
    let (server, kept) = server().await;
    let client = Client::from_conf(config(&format!("http://{}", server.address)).build());
    let call = client.list_users().network_id("40718265").customize().mutate_request(|request| {
        for name in ["authorization", "x-amz-date", "x-amz-security-token"] {
            request.headers_mut().append(name, "mine");
            request.headers_mut().append(name, "mine again");
        }
        request.headers_mut().insert("host", "other.example");
    });
    call.send().await.expect("200");
    let request = kept.lock().expect("no test panics with it").pop().expect("it arrived");
    assert!(request.headers.iter().all(|(_, value)| !value.contains("mine")), "{request:?}");
    assert_eq!(request.header("host"), Some("other.example"));
    verified(&request);
}

/// No signature holds what isn't text; nothing is sent that isn't signed.
#[tokio::test]
async fn a_header_that_is_no_text_is_refused_by_name() {
    let (server, kept) = server().await;
    let client = Client::from_conf(config(&format!("http://{}", server.address)).build());
    let call = client.list_users().network_id("40718265").customize().map_request(|request| {
        let mut request = request.try_into_http1x().expect("it is one");
        let value = http::HeaderValue::from_bytes(b"\xff\xfe").expect("HTTP takes it");
        request.headers_mut().insert("x-amz-own", value);
        Ok::<_, std::convert::Infallible>(request.try_into().expect("it is one still"))
    });
    let error = call.send().await.expect_err("it can't be signed").to_string();
    assert!(error.contains("x-amz-own") && error.contains("UTF-8"), "{error}");
    assert!(kept.lock().expect("no test panics with it").is_empty());
}

#[test]
fn the_check_itself_refuses_what_was_changed() {
    let (request, changed) = run(async {
        let (server, kept) = server().await;
        let client = Client::from_conf(config(&format!("http://{}/a", server.address)).build());
        called(&client, "40718265", "t").await.expect("200");
        let request = kept.lock().expect("no test panics with it").pop().expect("it arrived");
        (request.clone(), Request { line: request.line.replace("/a/", "/b/"), ..request })
    });
    verified(&request);
    let (ours, theirs) = signatures(&changed);
    assert_ne!(ours, theirs);
}

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    runtime.expect("a runtime can be built").block_on(future)
}

/// What an endpoint may have behind its host: pieces that parsers of URLs treat each in its own way.
fn suffix() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "/", "//", ".", "..", "/./", "/../", "%2e", "%2E%2e", "%2f", "%5c", "%41", "%7e", "%c3%a9", "%ff", "%zz", "%",
            "%0a", "%00", "%20", "%25", "\u{e9}", "\u{1f600}", " ", "\t", "\n", "\\", "#", "?", "&", "=", "+", "|", "'", "\"", "<", ">",
            "^", "`", "{", "}", "[", "]", "(", ")", "*", "!", "$", ",", ";", ":", "@", "~", "_", "-", "\u{202e}", "\u{ad}",
        ]).prop_map(str::to_owned),
        2 => "[a-z0-9]{1,4}",
        1 => "\\PC{0,3}",
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_arrives_is_what_was_signed(path in suffix(), query in suffix(), id in "\\PC{8}", token in "\\PC{1,12}") {
        let suffix = match (path.as_str(), query.as_str()) {
            (path, "") => format!("/{path}"),
            (path, query) => format!("/{path}?{query}"),
        };
        run(async {
            let (server, kept) = server().await;
            let client = Client::from_conf(config(&format!("http://{}{suffix}", server.address)).build());
            let outcome = called(&client, &id, &token).await;
            let kept = kept.lock().expect("no test panics with it").clone();
            match (outcome, kept.as_slice()) {
                (Ok(_), [request]) => verified(request),
                (Err(error @ SdkError::ConstructionFailure(_)), []) => {
                    let text = error.to_string();
                    assert!(text.contains("`endpoint_url`") || text.contains("network_id"), "{suffix:?}: {text}");
                }
                (outcome, requests) => panic!("{suffix:?}: {outcome:?}, {requests:?}"),
            }
        });
    }
}
