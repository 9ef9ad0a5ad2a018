//! Numbers and dates from outside, at their extremes: settings, clocks, credentials' expiry, and what answers say. A call
//! may fail then, with an error; nothing panics, and later calls are none the worse.

use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use proptest::prelude::*;
use sdk_doubles::{Clock, response, time, transport};
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::config::{
    AsyncSleep, Builder, Config, Credentials, IdentityCache, Region, Sleep, StalledStreamProtectionConfig,
};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use wickr_sdk::Client;

/// Answers with a script, and then with 200; keeps the time that each request was signed for.
#[derive(Clone, Debug, Default)]
struct Script {
    answers: Arc<Mutex<Vec<Answer>>>,
    signed: Arc<Mutex<Vec<String>>>,
}

#[derive(Clone, Debug)]
struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
}

impl Script {
    fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let signed = request.headers().get("x-amz-date").unwrap_or_default().to_owned();
        self.signed.lock().expect("no test panics with it").push(signed);
        let next = self.answers.lock().expect("no test panics with it").pop();
        let Answer { status, headers } = next.unwrap_or(Answer { status: 200, headers: Vec::new() });
        let mut response = response(status, "{}");
        for (name, value) in headers {
            let _ = response.headers_mut().try_insert(name, value);
        }
        response
    }
}

/// No wait takes any time.
#[derive(Clone, Copy, Debug)]
struct NoWait;

impl AsyncSleep for NoWait {
    fn sleep(&self, _: Duration) -> Sleep {
        Sleep::new(async {})
    }
}

fn seconds() -> impl Strategy<Value = i64> {
    let extremes = [0, 1, -1, 1_700_000_000, 253_402_300_799, 253_402_300_800, -62_135_596_801, i64::MAX, i64::MIN];
    prop_oneof![prop::sample::select(extremes.to_vec()), any::<i64>()]
}

fn duration() -> impl Strategy<Value = Duration> {
    let extremes = [Duration::ZERO, Duration::from_nanos(1), Duration::from_secs(5), Duration::MAX];
    prop_oneof![prop::sample::select(extremes.to_vec()), any::<u64>().prop_map(Duration::from_secs)]
}

fn size() -> impl Strategy<Value = usize> {
    prop_oneof![Just(0), Just(1), Just(usize::MAX), any::<usize>()]
}

/// What a header may say for a number or a date.
fn said() -> impl Strategy<Value = String> {
    let extremes = [
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Mon, 01 Jan 0001 00:00:00 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Mon, 01 Jan -999 00:00:00 GMT",
        "Tue, 19 Jan 2038 03:14:08 GMT",
        "18446744073709551616",
        "-9223372036854775808",
        "NaN",
        "1e400",
    ];
    prop_oneof![
        prop::sample::select(extremes.to_vec()).prop_map(str::to_owned),
        any::<i64>().prop_map(|n| n.to_string())
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    let code = prop::sample::select(vec![
        "InvalidSignatureException",
        "RequestTimeTooSkewed",
        "ThrottlingException",
        "ExpiredTokenException",
        "InternalError",
    ]);
    let name = prop::sample::select(vec!["date", "retry-after", "x-amz-retry-after", "age", "content-length"]);
    let headers = prop::collection::vec((name, said()), 0..4);
    (prop::sample::select(vec![400, 403, 429, 500, 503]), code, headers).prop_map(|(status, code, mut headers)| {
        headers.push(("x-amzn-errortype", code.to_owned()));
        Answer { status, headers }
    })
}

fn retries() -> impl Strategy<Value = RetryConfig> {
    let attempts = prop::sample::select(vec![0, 1, 3, u32::MAX]);
    (any::<bool>(), attempts, duration(), duration()).prop_map(|(adaptive, attempts, first, longest)| {
        let config = if adaptive { RetryConfig::adaptive() } else { RetryConfig::standard() };
        config.with_max_attempts(attempts).with_initial_backoff(first).with_max_backoff(longest)
    })
}

fn timeouts() -> impl Strategy<Value = TimeoutConfig> {
    prop::collection::vec(duration(), 5).prop_map(|all| {
        TimeoutConfig::builder()
            .connect_timeout(all[0])
            .read_timeout(all[1])
            .operation_attempt_timeout(all[2])
            .operation_timeout(all[3])
            .build()
    })
}

fn cache() -> impl Strategy<Value = Option<sdk_runtime::config::SharedIdentityCache>> {
    let lazy = (duration(), duration(), duration(), size()).prop_map(|(load, buffer, expiration, partitions)| {
        let lazy = IdentityCache::lazy().load_timeout(load).buffer_time(buffer).default_expiration(expiration);
        Some(lazy.max_partitions(partitions).sleep_impl(NoWait).build())
    });
    prop_oneof![Just(None), lazy]
}

fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be built").block_on(future)
}

fn config(script: &Script) -> Builder {
    let script = script.clone();
    Config::builder()
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
        .http_client(transport(move |request| Ok(script.answer(&request))))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_setting_and_no_answer_makes_a_call_panic(
        now in seconds(),
        expiry in prop::option::of(seconds()),
        (retries, timeouts, cache) in (retries(), timeouts(), cache()),
        (limit, compressed_from) in (size(), any::<u32>()),
        answers in prop::collection::vec(answer(), 0..6),
    ) {
        let script = Script { answers: Arc::new(Mutex::new(answers)), ..Script::default() };
        let mut config = config(&script)
            .credentials_provider(Credentials::new("AKID", "secret", None, expiry.map(time), "test"))
            .time_source(Clock::at(now))
            .sleep_impl(NoWait)
            .retry_config(retries)
            .timeout_config(timeouts)
            .max_response_bytes(limit)
            .request_min_compression_size_bytes(compressed_from)
            .stalled_stream_protection(StalledStreamProtectionConfig::enabled().grace_period(Duration::MAX).build());
        if let Some(cache) = cache {
            config.set_identity_cache(cache);
        }
        let client = Client::from_conf(config.build());
        run(async {
            for size in [i32::MIN, 0, i32::MAX] {
                let mut users = client.list_users().network_id("40718265").into_paginator().page_size(size).items().send();
                let outcome = users.try_next().await;
                drop(format!("{outcome:?} {client:?}"));
            }
        });
    }

    /// A clock that is right, and answers that say otherwise: the call after them is signed for its time.
    #[test]
    fn no_date_of_an_answer_spoils_later_calls(dates in prop::collection::vec(said(), 1..4)) {
        const NOW: i64 = 1_700_000_000;
        let refused = |date: &String| Answer {
            status: 403,
            headers: vec![("x-amzn-errortype", "InvalidSignatureException".to_owned()), ("date", date.clone())],
        };
        let script = Script { answers: Arc::new(Mutex::new(dates.iter().map(refused).collect())), ..Script::default() };
        let client = Client::from_conf(config(&script).time_source(Clock::at(NOW)).sleep_impl(NoWait).build());
        run(async {
            for _ in 0..dates.len() {
                let _ = client.clone().list_networks().send().await;
            }
            client.list_networks().send().await.expect("200");
        });
        let signed = script.signed.lock().expect("no test panics with it").last().cloned();
        // 2038 may be somebody's now; the others are nobody's.
        let expected = ["20231114T221320Z", "20380119T031408Z"];
        prop_assert!(signed.as_deref().is_some_and(|signed| expected.contains(&signed)), "{signed:?}");
    }
}

#[test]
fn real_timers_and_connections_take_the_longest_durations() {
    run(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
        let url = format!("http://{}", listener.local_addr().expect("it is bound"));
        let served = tokio::spawn(async move {
            use tokio::io::{AsyncReadExt, AsyncWriteExt};
            let (mut stream, _) = listener.accept().await.expect("the client connects");
            let _ = stream.read(&mut [0; 4096]).await;
            let answer = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\nretry-after: 99999999999999999999\r\n\r\n{}";
            stream.write_all(answer.as_bytes()).await.expect("the client reads");
        });
        let longest = TimeoutConfig::builder()
            .connect_timeout(Duration::MAX)
            .read_timeout(Duration::MAX)
            .operation_attempt_timeout(Duration::MAX)
            .operation_timeout(Duration::MAX);
        let cache = IdentityCache::lazy().load_timeout(Duration::MAX).default_expiration(Duration::MAX);
        let retries = RetryConfig::adaptive().with_initial_backoff(Duration::MAX).with_max_backoff(Duration::MAX);
        let config = Config::builder()
            .region(Region::new("us-east-1"))
            .credentials_provider(Credentials::new("AKID", "secret", None, Some(time(i64::MAX)), "test"))
            .identity_cache(cache.build())
            .timeout_config(longest.build())
            .retry_config(retries.with_max_attempts(u32::MAX))
            .max_response_bytes(usize::MAX)
            .endpoint_url(url);
        Client::from_conf(config.build()).list_networks().send().await.expect("200");
        served.await.expect("it has answered");
    });
}
