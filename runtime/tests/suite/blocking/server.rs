//! A server that keeps connections, on threads of its own: a blocking client has no async code beside it.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// What a request is answered with: the body of a 200, of which this much is promised; nothing at all for `None`.
type Answer = Option<(String, usize)>;

pub struct Server {
    pub url: String,
    connections: Arc<AtomicUsize>,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers each request's head by `answer`.
    pub fn start(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
        let url = format!("http://{}", listener.local_addr().expect("it is bound"));
        let (connections, seen) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Vec::new())));
        let (counted, noted, answer) = (connections.clone(), seen.clone(), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                counted.fetch_add(1, Ordering::SeqCst);
                let (noted, answer) = (noted.clone(), answer.clone());
                thread::spawn(move || serve(&stream, &noted, &*answer));
            }
        });
        Self { url, connections, seen }
    }

    /// Answers every request with this body.
    pub fn saying(body: &'static str) -> Self {
        Self::start(move |_| whole(body))
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// The heads of all requests.
    pub fn seen(&self) -> Vec<String> {
        self.seen.lock().expect("no test panics with it").clone()
    }

    /// What was asked for.
    pub fn asked(&self) -> Vec<String> {
        self.seen().iter().map(|head| head.split(' ').nth(1).unwrap_or_default().to_owned()).collect()
    }
}

/// An answer that is complete.
pub fn whole(body: &str) -> Answer {
    Some((body.to_owned(), body.len()))
}

fn serve(mut stream: &TcpStream, seen: &Mutex<Vec<String>>, answer: &dyn Fn(&str) -> Answer) {
    let mut lines = BufReader::new(stream).lines();
    loop {
        let head: Vec<String> = lines.by_ref().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
        if head.is_empty() {
            return;
        }
        let head = head.join("\n");
        seen.lock().expect("no test panics with it").push(head.clone());
        let Some((body, length)) = answer(&head) else {
            // Until the client leaves.
            lines.by_ref().for_each(drop);
            return;
        };
        if write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{body}").is_err() || body.len() < length {
            return;
        }
    }
}
