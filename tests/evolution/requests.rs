// What a program sends, and how it ends. A part of the scratch workspaces: `crates` puts a `main` behind it.

use crate_under_test::config::{BehaviorVersion, Config, Credentials, Region, Token};
use std::error::Error;
use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::{Duration, UNIX_EPOCH};

/// The requests that were sent, one behind the other.
type Sent = Arc<Mutex<String>>;

/// Settings of a client at a fixed time, whose requests are noted and answered at once.
fn settings() -> (Config, Sent) {
    let sent = Sent::default();
    let noted = sent.clone();
    let transport = sdk_doubles::transport(move |request| {
        // Drawn anew for each call.
        let headers = request.headers().iter().filter(|(name, _)| *name != "amz-sdk-invocation-id");
        let mut headers: Vec<(&str, &str)> = headers.collect();
        headers.sort();
        let body = request.body().bytes();
        let line = format!("{} {} {headers:?} {body:?}; ", request.method(), request.uri());
        noted.lock().expect("no program panics while it sends").push_str(&line);
        Ok(sdk_doubles::response(200, "{}"))
    });
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKIDOFATEST", "secret-of-a-test", None, None, "test"))
        .token_provider(Token::new("token-of-a-test", None))
        .time_source(sdk_doubles::Clock::new(UNIX_EPOCH + Duration::from_secs(1_800_000_000)))
        .allow_no_auth()
        .http_client(transport)
        .build();
    (config, sent)
}

/// Runs a program, and writes a line: its case, and what it did.
fn run<C, F>(case: &str, client: impl Fn(Config) -> C, program: impl Fn(C) -> F)
where
    F: Future<Output = Result<(), Box<dyn Error>>>,
{
    let (config, sent) = settings();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime can be built");
    let end = match runtime.block_on(program(client(config))) {
        Ok(()) => "ok".to_owned(),
        Err(error) => format!("{error:?}"),
    };
    let sent = sent.lock().expect("no program panics while it sends");
    println!("{case}\t{}", format!("{sent}{end}").replace('\n', " "));
}
