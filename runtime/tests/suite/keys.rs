//! Keys of Amazon S3: any text, signed and sent as it is.

use crate::support::server::{Reply, Server};
use crate::support::shelf::{Client, config};
use sdk_doubles::{Clock, response, transport};
use sdk_runtime::config::SharedTimeSource;
use std::sync::{Arc, Mutex};

/// A key, its path, and the signature that botocore makes for it: `S3SigV4Auth` for `GET http://bucket.example.com` and the
/// path, at 2023-11-14T22:13:20Z, region `us-east-1`, with the credentials `AKIDEXAMPLE` and `secret`.
const KEYS: &[(&str, &str, &str)] = &[
    ("a", "/shelf/a", "1c4e946e5e3daf90c247014c70d1146da5c7488f62f7efacf6fcdd01850ce1f9"),
    ("../x", "/shelf/../x", "d564a3f234d961b455dbe3b34bc97e344fafb7239d8e0034ce5da5343c72b366"),
    ("..", "/shelf/..", "9020fe894ff5746887903eafb90f4cae129e2ff7f2030f6c78a933bf8e0bf48a"),
    ("a/../../b", "/shelf/a/../../b", "af904bdb1b795f0586dc2a8dccf0462b9095b185e4ca118c6e99a6711568c374"),
    (".", "/shelf/.", "310af93929770297a0d8d37eaf5fb65c6465d2b43bec82ee25b4d0e7534de1ba"),
    ("./a", "/shelf/./a", "8d5e05be372a45ea84f5054c98c0a57864cd14fddb14202586a003269c4599db"),
    ("a//b", "/shelf/a//b", "761c6caa8a982f417c39845fa76725ea0dd987d156d19541d2be73d2c60a3d63"),
    ("/lead", "/shelf//lead", "fba6389aabb34df76122d4b122715b6b9efa8acecedc10ec6e8dd73d413e1040"),
    ("trail/", "/shelf/trail/", "c4275a30f2e1ab83b3266c268f140feb40b002a00c36241230789a0ca7496a01"),
    ("//", "/shelf///", "e17ab74ad3160f2953fba561e582b8ad2ee052d52edfefcd0c8adbfd2397b592"),
    ("%2F", "/shelf/%252F", "568c9932e08ae51330bbc06e774787d9be9c6bd23623bafdbc48d1308c1afa0b"),
    ("%2e%2e/x", "/shelf/%252e%252e/x", "2d7cf03157ea644ab007debff63e4e2b8f5c26a587550fcce394ca398011188c"),
    ("a?b", "/shelf/a%3Fb", "83fb5a6b3187696444abbe713c28b9c31de3c63ac988c2a994310af824df1a4a"),
    ("a#b", "/shelf/a%23b", "44022a714898f32b1927d0e02e7fe37813cf33f9f45236ffa28a9ca03a707801"),
    ("a b+c", "/shelf/a%20b%2Bc", "b7b550eb05835cc269e462464f5ff61863a355ef4854f52c2262e3d643626535"),
    (
        "äß/世界",
        "/shelf/%C3%A4%C3%9F/%E4%B8%96%E7%95%8C",
        "62a7f0a2ee22e553b45735bf917aa934f3b8137c14bf3b6fa6712eb4282f871b",
    ),
    ("line\nbreak", "/shelf/line%0Abreak", "d15aedf3f9a1ad6eed67d02972a07e2e34d37347877aa752be31bab1069a98f2"),
    ("~-_.", "/shelf/~-_.", "3ee0f485015026d6670af2e390a58a3f534811b1344b4e5ea096d873be580550"),
    ("a\\b", "/shelf/a%5Cb", "9c4ca41875816e2474c625aa1e7563b43ca5855b46f2adf8e83fd3fb268c8b83"),
    (
        "&=;:@,$!*'()",
        "/shelf/%26%3D%3B%3A%40%2C%24%21%2A%27%28%29",
        "ca022280d9ccd92fc45b0465b183710c9f1b8e6df2a987aa606d0f9c31b4d094",
    ),
];

const NOW: i64 = 1_700_000_000;

#[tokio::test]
async fn a_key_is_signed_as_it_is_sent() {
    for (key, path, signature) in KEYS {
        let sent = Arc::new(Mutex::new(None));
        let client = {
            let sent = sent.clone();
            let http = transport(move |request| {
                let authorization = request.headers().get("authorization").map(str::to_owned);
                *sent.lock().expect("no test panics with it") = Some((request.uri().to_owned(), authorization));
                Ok(response(200, ""))
            });
            let config = config("http://bucket.example.com").http_client(http);
            Client::from_conf(config.time_source(SharedTimeSource::new(Clock::at(NOW))).build())
        };
        client.take(key).send().await.unwrap_or_else(|error| panic!("{key:?}: {error}"));
        let (url, authorization) = sent.lock().expect("no test panics with it").take().expect("it was sent");
        assert_eq!(url, format!("http://bucket.example.com{path}"), "{key:?}");
        let authorization = authorization.expect("it is signed");
        assert!(authorization.ends_with(&format!("Signature={signature}")), "{key:?}: {authorization}");
    }
}

#[tokio::test]
async fn a_key_reaches_the_server_byte_for_byte() {
    let server = Server::start(vec![Reply::Http(200, "", ""); KEYS.len()]).await;
    let client = Client::from_conf(config(&server.url).build());
    for (key, ..) in KEYS {
        client.take(key).send().await.unwrap_or_else(|error| panic!("{key:?}: {error}"));
    }
    let lines: Vec<String> = server.seen().into_iter().map(|seen| seen.line).collect();
    let expected: Vec<String> = KEYS.iter().map(|(_, path, _)| format!("GET {path} HTTP/1.1")).collect();
    assert_eq!(lines, expected);
}

#[tokio::test]
async fn a_bucket_by_itself_is_no_key() {
    let server = Server::start(vec![Reply::Http(200, "", "")]).await;
    let client = Client::from_conf(config(&server.url).build());
    client.look().send().await.expect("it is answered");
    let error = client.take("").send().await.expect_err("without a key it were another operation").to_string();
    assert!(error.contains("key is empty"), "{error}");
    assert_eq!(server.seen().len(), 1);
    assert_eq!(server.seen()[0].line, "GET /shelf?list HTTP/1.1");
}

#[tokio::test]
async fn a_client_that_resolves_dots_is_refused() {
    let server = Server::start(vec![Reply::Http(200, "", "")]).await;
    let own = reqwest::Client::builder().no_proxy().build().expect("a client");
    let config = config(&server.url).http_client(sdk_runtime::transport::ReqwestClient::from(own));
    let client = Client::from_conf(config.build());
    let error = client.take("../other/key").send().await.expect_err("another key were sent");
    let error = sdk_runtime::error::DisplayErrorContext(&error).to_string();
    assert!(error.contains("`.` and `..`") && error.contains("http_client"), "{error}");
    client.take("a//b?").send().await.expect("these it leaves alone");
    assert_eq!(server.seen().len(), 1);
    assert_eq!(server.seen()[0].line, "GET /shelf/a//b%3F HTTP/1.1");
}
