//! What other calls of the same client do between a call's challenge and its answer.

use super::*;
use std::collections::HashSet;
use std::sync::{Barrier, mpsc};

/// Stops a call at a hook, at the `nth` time that it runs, until it is let go on.
#[derive(Debug)]
struct Stop {
    hook: &'static str,
    nth: Mutex<u32>,
    stopped: Mutex<Option<tokio::sync::oneshot::Sender<()>>>,
    goes_on: Mutex<mpsc::Receiver<()>>,
}

impl Stop {
    fn at(&self, hook: &'static str) {
        let mut left = self.nth.lock().expect("no test panics with it");
        if hook != self.hook || *left == 0 {
            return;
        }
        *left -= 1;
        if *left == 0 {
            let stopped = self.stopped.lock().expect("no test panics with it").take().expect("it stops once");
            stopped.send(()).expect("the test waits for it");
            let goes_on = self.goes_on.lock().expect("no test panics with it");
            // Without it, what this thread was to run next would wait as well.
            tokio::task::block_in_place(|| goes_on.recv_timeout(std::time::Duration::from_secs(20)))
                .expect("the test lets it go on");
        }
    }
}

impl Intercept for Stop {
    fn name(&self) -> &'static str {
        "Stop"
    }

    fn read_before_signing(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.at("read_before_signing");
        Ok(())
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.at("read_before_transmit");
        Ok(())
    }
}

/// Makes one call that stops at a hook, and while it does, another of this config; gives what arrived of both. The first succeeds.
async fn meanwhile(hook: &'static str, nth: u32, other: Builder, script: Vec<Reply>) -> Vec<Seen> {
    let server = Server::start(script).await;
    let handle = Arc::new(Handle::plain(&SERVICE, digesting().endpoint_url(&server.url).build()));
    let (stopped, is_stopped) = tokio::sync::oneshot::channel();
    let (go_on, goes_on) = mpsc::channel();
    let stop = Stop { hook, nth: Mutex::new(nth), stopped: Mutex::new(Some(stopped)), goes_on: Mutex::new(goes_on) };
    let first = handle.with_override(Builder::new().interceptor(stop).into());
    let first = tokio::spawn(async move { first.send(&mut Digest).await });
    is_stopped.await.expect("it stops there");
    let _ = handle.with_override(other.into()).send(&mut Digest).await;
    go_on.send(()).expect("it waits for it");
    first.await.expect("it doesn't panic").expect("200");
    server.seen()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_that_get_the_same_nonce_count_on() {
    let script = vec![challenge('a'), ok(), challenge('a'), ok()];
    let sent = meanwhile("read_before_transmit", 1, Builder::new(), script).await;
    assert_eq!(digests(&sent), ["", "a 00000001", "", "a 00000002"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_answers_its_own_challenge() {
    let script = vec![challenge('a'), challenge('c'), ok(), ok()];
    let sent = meanwhile("read_before_signing", 2, Builder::new(), script).await;
    assert_eq!(digests(&sent), ["", "a 00000002", "c 00000001", "a 00000001"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_answers_though_another_has_a_wrong_password() {
    let wrong = Builder::new().digest_auth_login(Login::new("me", "wrong", None));
    let script = vec![challenge('a'), challenge('a'), ok()];
    let sent = meanwhile("read_before_signing", 2, wrong, script).await;
    assert_eq!(digests(&sent), ["", "a 00000002", "a 00000001"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_number_is_used_twice_by_calls_that_begin_at_once() {
    const CALLS: usize = 4;
    let (numbers, all_are_here) = (Mutex::new(HashSet::new()), Barrier::new(CALLS));
    let answers = sdk_doubles::transport(move |request| {
        let sent = request.headers().get("authorization").map(str::to_owned);
        let Some(sent) = sent else {
            // Nobody is challenged before everybody has asked.
            tokio::task::block_in_place(|| all_are_here.wait());
            let mut refusal = sdk_doubles::response(401, "{}");
            refusal.headers_mut().insert("www-authenticate", "Digest realm=\"r\", nonce=\"a\", qop=\"auth\"");
            return Ok(refusal);
        };
        let number = sent.split("nc=").nth(1).expect("it is counted")[..8].to_owned();
        let is_new = numbers.lock().expect("no test panics with it").insert(number);
        Ok(sdk_doubles::response(if is_new { 200 } else { 401 }, "{}"))
    });
    let config = digesting().endpoint_url("https://service.example.com").http_client(answers);
    let handle = Arc::new(Handle::plain(&SERVICE, config.build()));
    let calls: Vec<_> = (0..CALLS)
        .map(|_| {
            tokio::spawn({
                let handle = handle.clone();
                async move { handle.send(&mut Digest).await }
            })
        })
        .collect();
    for call in calls {
        call.await.expect("it doesn't panic").expect("200");
    }
}
