//! A server that keeps connections open, on a thread of its own: whoever waits for it by blocking keeps the client from
//! noticing what it does.

use super::server::{Seen, read};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

/// What the server does with a request.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// Answers with this status and a body of at least so many bytes, which is JSON and has the request's number.
    Answer(u16, usize),
    /// Answers when so many requests wait for it.
    Together(usize),
    /// Answers, and says that the connection ends with that. To close it is left to the client.
    SayClose,
    /// Closes the connection without an answer.
    Close,
    /// Never answers.
    Silence,
}

/// An answer as usual.
pub const OK: Act = Act::Answer(200, 0);

/// How the server ends a connection.
#[derive(Clone, Copy, Debug)]
pub enum End {
    Close,
    Reset,
}

/// What the tests are told.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The server has ended a connection.
    Ended,
    /// The client has closed a connection.
    Left,
}

/// The server. It ends with the process.
pub struct Keeping {
    pub url: String,
    seen: Arc<Mutex<Vec<(usize, Seen)>>>,
    connections: Arc<Mutex<usize>>,
    events: Receiver<Event>,
    ends: Arc<Semaphore>,
    how: Arc<Mutex<End>>,
}

/// What its connections share.
#[derive(Clone)]
struct Shared {
    script: Arc<dyn Fn(usize) -> Act + Send + Sync>,
    seen: Arc<Mutex<Vec<(usize, Seen)>>>,
    waiting: Arc<Semaphore>,
    ends: Arc<Semaphore>,
    how: Arc<Mutex<End>>,
    events: Sender<Event>,
}

impl Keeping {
    /// Does with each request what `script` says of its number, from 0.
    pub fn start(script: impl Fn(usize) -> Act + Send + Sync + 'static) -> Self {
        let (events, told) = channel();
        let (urls, url) = channel();
        let (seen, connections) = (Arc::default(), Arc::<Mutex<usize>>::default());
        let (waiting, ends) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
        let how = Arc::new(Mutex::new(End::Close));
        let script = Arc::new(script);
        let shared = Shared { script, seen: Arc::clone(&seen), waiting, ends: ends.clone(), how: how.clone(), events };
        let count = connections.clone();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async move {
                let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
                let url = format!("http://{}", listener.local_addr().expect("it is bound"));
                urls.send(url).expect("the test waits for it");
                while let Ok((stream, _)) = listener.accept().await {
                    let number = {
                        let mut count = lock(&count);
                        *count += 1;
                        *count
                    };
                    tokio::spawn(serve(stream, number, shared.clone()));
                }
            });
        });
        Self { url: url.recv().expect("it starts"), seen, connections, events: told, ends, how }
    }

    /// Answers all requests alike.
    pub fn always(act: Act) -> Self {
        Self::start(move |_| act)
    }

    /// Blocks until so many connections were made: a client has its end of one before the server has the other.
    pub fn wait_for(&self, connections: usize) {
        for _ in 0..1000 {
            if self.connections() >= connections {
                break;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        assert_eq!(self.connections(), connections);
    }

    /// How many connections were made.
    pub fn connections(&self) -> usize {
        *lock(&self.connections)
    }

    /// The requests that came, each with the number of its connection, from 1.
    pub fn seen(&self) -> Vec<(usize, Seen)> {
        lock(&self.seen).clone()
    }

    /// Ends the idle connection, and blocks until it has ended.
    pub fn end(&self, how: End) {
        *lock(&self.how) = how;
        self.ends.add_permits(1);
        assert_eq!(self.event(), Event::Ended);
    }

    /// Blocks until something happens to a connection.
    pub fn event(&self) -> Event {
        self.events.recv_timeout(Duration::from_secs(20)).expect("something happens to a connection")
    }

    /// Whether nothing has happened to a connection.
    pub fn is_quiet(&self) -> bool {
        self.events.try_recv().is_err()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn serve(mut stream: TcpStream, connection: usize, shared: Shared) {
    loop {
        let request = tokio::select! {
            request = read(&mut stream) => request,
            ends = shared.ends.acquire() => {
                ends.expect("it is never closed").forget();
                if matches!(*lock(&shared.how), End::Reset) {
                    stream.set_zero_linger().expect("the socket is there");
                }
                drop(stream);
                let _ = shared.events.send(Event::Ended);
                return;
            }
        };
        let Some(request) = request else { break };
        let number = {
            let mut seen = lock(&shared.seen);
            seen.push((connection, request));
            seen.len() - 1
        };
        let act = (shared.script)(number);
        let (status, length, more) = match act {
            Act::Answer(status, length) => (status, length, ""),
            Act::SayClose => (200, 0, "connection: close\r\n"),
            _ => (200, 0, ""),
        };
        match act {
            Act::Together(all) => {
                if number % all == all - 1 {
                    shared.waiting.add_permits(all);
                }
                shared.waiting.acquire().await.expect("it is never closed").forget();
            }
            Act::Close => {
                let _ = shared.events.send(Event::Ended);
                return;
            }
            Act::Silence => {
                let _ = stream.read(&mut [0]).await;
                break;
            }
            _ => {}
        }
        let mut body = format!("{{\"number\":{number}}}");
        body.push_str(&" ".repeat(length.saturating_sub(body.len())));
        let head = format!("HTTP/1.1 {status} X\r\n{more}content-length: {}\r\n\r\n", body.len());
        // A client that has read enough closes the connection.
        if stream.write_all((head + &body).as_bytes()).await.is_err() {
            break;
        }
    }
    let _ = shared.events.send(Event::Left);
}
