//! Many calls at once, with faults among the answers: each ends as it should, nothing takes effect twice, and memory
//! stays flat.

use sdk_faults::{Act, Request, Server};
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{Config, Credentials, Region};
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use wickr_sdk::Client;
use wickr_sdk::types::AccessLevel;

const TASKS: usize = 256;
const CALLS: usize = 20_000;

/// One call in so many meets a fault at its first attempt: 5 %.
const FAULTY: usize = 20;

/// What the server does, and whether that tells the client that its request was refused.
type Fault = (fn() -> Act, bool);

/// What faulty calls meet, in turn.
const FAULTS: &[Fault] = &[
    (|| Act::json(429, r#"{"__type":"RateLimitError"}"#), true),
    (|| Act::json(503, ""), false),
    (|| Act::ResetAfter, false),
    (|| Act::Write(Vec::new()), false),
    (|| Act::Write(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec()), false),
];

/// The fault of a call, if it has one.
fn fault(call: usize) -> Option<&'static Fault> {
    (call % FAULTY == 7).then(|| &FAULTS[call / FAULTY % FAULTS.len()])
}

/// Whether a call creates something, or only reads.
fn creates(call: usize) -> bool {
    (call / 3).is_multiple_of(2)
}

/// The call that a request belongs to: the network's ID or name.
fn call_of(request: &Request) -> usize {
    let digits: String = match request.line.split_once("/networks/") {
        Some((_, id)) => id.to_owned(),
        None => String::from_utf8_lossy(&request.body).chars().filter(char::is_ascii_digit).collect(),
    };
    digits.parse::<usize>().unwrap_or_default() - 10_000_000
}

async fn call(client: &Client, call: usize) -> bool {
    let id = (10_000_000 + call).to_string();
    if creates(call) {
        client.create_network().network_name(id).access_level(AccessLevel::Standard).send().await.is_ok()
    } else {
        let answer = client.get_network().network_id(&id).send().await;
        // The answer is this call's and not another's.
        answer.is_ok_and(|answer| answer.network_id() == id)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_call_ends_as_it_should() {
    let met = Arc::<Mutex<HashMap<usize, usize>>>::default();
    let seen = met.clone();
    let server = Server::start(move |_, request| {
        if request.line.is_empty() {
            return Act::Silence;
        }
        let call = call_of(request);
        let attempt = {
            let mut met = met.lock().unwrap_or_else(PoisonError::into_inner);
            let attempt = met.entry(call).or_default();
            *attempt += 1;
            *attempt
        };
        match fault(call) {
            Some((act, _)) if attempt == 1 => act(),
            _ => Act::json(200, &format!(r#"{{"networkId":"{}"}}"#, 10_000_000 + call)),
        }
    });
    let server = server.await.expect("loopback has a free port");
    let config = Config::builder()
        .endpoint_url(format!("http://{}", server.address))
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
        .retry_config(RetryConfig::standard().with_initial_backoff(Duration::from_millis(1)))
        .build();
    let client = Client::from_conf(config);
    let next = Arc::<AtomicUsize>::default();
    let early = Arc::<AtomicUsize>::default();
    let mut tasks = Vec::new();
    for _ in 0..TASKS {
        let (client, next, early) = (client.clone(), next.clone(), early.clone());
        tasks.push(tokio::spawn(async move {
            let mut wrong = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= CALLS {
                    return wrong;
                }
                if number == CALLS / 4 {
                    early.store(resident(), Ordering::Relaxed);
                }
                let expected = !creates(number) || fault(number).is_none_or(|(_, refused)| *refused);
                if call(&client, number).await != expected {
                    wrong.push(number);
                }
            }
        }));
    }
    let mut wrong = Vec::new();
    for task in tasks {
        wrong.extend(task.await.expect("no call panics"));
    }
    let grown = resident().saturating_sub(early.load(Ordering::Relaxed));
    assert_eq!(wrong, Vec::<usize>::new(), "calls that didn't end as they should");
    let created = (0..CALLS).filter(|call| creates(*call)).count();
    assert_eq!((server.effects(), server.effective()), (created, created), "each creation took effect once");
    let attempts: usize = seen.lock().unwrap_or_else(PoisonError::into_inner).values().sum();
    let repeated = (0..CALLS).filter(|call| fault(*call).is_some_and(|(_, refused)| *refused || !creates(*call)));
    assert_eq!(attempts, CALLS + repeated.count(), "what failed was tried again once, and nothing else was");
    assert!(grown < 20 << 20, "memory grew by {grown} bytes in three quarters of the calls");
}

/// The memory that the process has, in bytes; nothing where `/proc` doesn't say.
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or_default() * 4096
}
