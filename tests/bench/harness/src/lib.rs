//! What the programs that make calls share: their arguments, how many calls are made at once, and what is said of them.
//!
//! A program is called as `PROGRAM ENDPOINT KIND COUNT IN_FLIGHT`. It makes some calls first, which open the connections
//! and fill the caches, then COUNT of them, and prints one line: the words `cpu_us`, `allocated`, `allocations` and `peak_kb`,
//! each with a number behind it. All but the last are of these COUNT calls; the counts of allocations are 0 in a build
//! without the feature `allocations`.

pub mod payload;

mod usage;

use std::future::Future;
use std::process::ExitCode;

/// How many calls each worker makes before anything is counted.
const WARM_UP: usize = 20;

/// What makes the calls. Each worker has a clone.
pub trait Caller: Clone + Send + 'static {
    /// Changes all settings of a security group; the name in the answer.
    fn update(&mut self) -> impl Future<Output = String> + Send;
    /// Lists a page of users; how many there are.
    fn list(&mut self) -> impl Future<Output = usize> + Send;
}

/// Which call is made.
#[derive(Clone, Copy)]
enum Kind {
    Update,
    List,
}

struct Plan {
    kind: Kind,
    count: usize,
    in_flight: usize,
}

/// Does what the arguments ask for, with what `caller` makes for an endpoint.
pub fn run<C: Caller>(caller: impl FnOnce(&str) -> C) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((endpoint, plan)) = read(&arguments) else {
        eprintln!("usage: PROGRAM ENDPOINT update|list COUNT IN_FLIGHT");
        return ExitCode::FAILURE;
    };
    // One thread: nothing is counted that comes of threads waiting for each other.
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("no runtime: {error}");
            return ExitCode::FAILURE;
        }
    };
    runtime.block_on(async {
        let caller = caller(endpoint);
        let workers = vec![caller; plan.in_flight];
        let warm = vec![WARM_UP; plan.in_flight];
        let workers = calls(plan.kind, workers, warm).await;
        let before = usage::now();
        calls(plan.kind, workers, shares(plan.count, plan.in_flight)).await;
        println!("{}", usage::now().since(before));
    });
    ExitCode::SUCCESS
}

fn read(arguments: &[String]) -> Option<(&str, Plan)> {
    let [endpoint, kind, count, in_flight] = arguments else { return None };
    let kind = match kind.as_str() {
        "update" => Kind::Update,
        "list" => Kind::List,
        _ => return None,
    };
    let in_flight = in_flight.parse().ok().filter(|in_flight| *in_flight > 0)?;
    Some((endpoint, Plan { kind, count: count.parse().ok()?, in_flight }))
}

/// How many calls each worker makes.
fn shares(count: usize, workers: usize) -> Vec<usize> {
    (0..workers).map(|worker| count / workers + usize::from(worker < count % workers)).collect()
}

/// Lets each worker make its share of calls, all workers at once; the workers.
async fn calls<C: Caller>(kind: Kind, workers: Vec<C>, shares: Vec<usize>) -> Vec<C> {
    let one = |(mut worker, share): (C, usize)| {
        tokio::spawn(async move {
            for _ in 0..share {
                match kind {
                    Kind::Update => assert_eq!(worker.update().await, payload::GROUP_NAME, "the answer was read"),
                    Kind::List => assert_eq!(worker.list().await, payload::USERS, "the answer was read"),
                }
            }
            worker
        })
    };
    let running: Vec<_> = workers.into_iter().zip(shares).map(one).collect();
    let mut done = Vec::with_capacity(running.len());
    for worker in running {
        done.push(worker.await.expect("a call that fails ends the measurement"));
    }
    done
}
