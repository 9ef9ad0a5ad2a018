//! The process's own tokio runtime, and how a thread waits for a future with it.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::future::Future;
use std::io;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use tokio::runtime::{Builder, Handle};
use tokio::task::coop::poll_proceed;

/// Why a thread could not wait: nothing was begun.
#[derive(Debug)]
#[non_exhaustive]
pub enum BlockingError {
    /// The thread runs async code, which it would keep from going on.
    InAsync,
    /// The runtime could not be started.
    NoRuntime(io::Error),
}

impl Display for BlockingError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::InAsync => f.write_str(
                "a blocking call inside async code would hold up the thread that runs it: use the async client there, or make \
                 the call in `tokio::task::spawn_blocking`",
            ),
            Self::NoRuntime(error) => write!(f, "the thread for connections and timers could not be started: {error}"),
        }
    }
}

impl Error for BlockingError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::InAsync => None,
            Self::NoRuntime(error) => Some(error),
        }
    }
}

/// Runs a future to its end, and holds the thread until then.
///
/// For what has no blocking form: loading settings, a stream of events. The future may use tokio's timers and sockets, and
/// what it spawns goes on when this has returned.
///
/// ```
/// # use sdk_runtime::blocking::block_on;
/// use sdk_runtime::primitives::ByteStream;
///
/// let bytes = block_on(ByteStream::from_static(b"tape").collect())??.into_bytes();
/// assert_eq!(&bytes[..], b"tape");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// It is called inside async code, or the thread for timers and connections can't be started; the future isn't polled then.
/// Inside `tokio::task::spawn_blocking` and `block_in_place` it may be called.
pub fn block_on<F: Future>(future: F) -> Result<F::Output, BlockingError> {
    let mut future = pin!(future);
    let mut output = None;
    hold(&mut |context| future.as_mut().poll(context).map(|ready| output = Some(ready)))?;
    Ok(output.expect("it holds until there is one"))
}

/// Holds the thread until `poll` is ready. It is compiled once, and not for each future.
fn hold(poll: &mut dyn FnMut(&mut Context<'_>) -> Poll<()>) -> Result<(), BlockingError> {
    if in_async() {
        return Err(BlockingError::InAsync);
    }
    let runtime = runtime().map_err(BlockingError::NoRuntime)?;
    let _current = runtime.enter();
    let parked = Arc::new(Parked { thread: thread::current(), is_woken: AtomicBool::new(false) });
    let waker = Waker::from(parked.clone());
    let mut context = Context::from_waker(&waker);
    while poll(&mut context).is_pending() {
        parked.wait();
    }
    Ok(())
}

/// A thread that waits to be woken.
struct Parked {
    thread: Thread,
    is_woken: AtomicBool,
}

impl Parked {
    /// A thread may be unparked by others, and for other reasons.
    fn wait(&self) {
        while !self.is_woken.swap(false, Ordering::Acquire) {
            thread::park();
        }
    }
}

impl Wake for Parked {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.is_woken.store(true, Ordering::Release);
        self.thread.unpark();
    }
}

/// The runtime, which is started if it isn't yet. A start that failed is tried again by the next call.
fn runtime() -> io::Result<Handle> {
    static RUNTIME: Mutex<Option<Handle>> = Mutex::new(None);
    let mut runtime = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(started) = &*runtime {
        return Ok(started.clone());
    }
    let starting = Builder::new_current_thread().enable_all().build()?;
    let handle = starting.handle().clone();
    // For good: what is spawned may be needed by whatever call comes next.
    thread::Builder::new()
        .name("sdk-blocking".to_owned())
        .spawn(move || starting.block_on(std::future::pending::<()>()))?;
    Ok(runtime.insert(handle).clone())
}

/// Whether the thread is polling a task, which must not block.
///
/// That a runtime is current says too little: so it is in `spawn_blocking`, where blocking is what one is for. But a task is given
/// a budget of steps at each poll, after which it is to yield, and code that may block has none. The budget is an `u8`; it is
/// given back when its steps are dropped, the last taken first.
fn in_async() -> bool {
    if Handle::try_current().is_err() {
        return false;
    }
    let mut context = Context::from_waker(Waker::noop());
    let mut steps = Vec::new();
    for _ in 0..=u8::MAX {
        match poll_proceed(&mut context) {
            Poll::Ready(step) => steps.push(step),
            Poll::Pending => break,
        }
    }
    let has_budget = steps.len() <= usize::from(u8::MAX);
    while steps.pop().is_some() {}
    has_budget
}
