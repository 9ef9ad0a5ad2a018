//! The service that calls are made to: plain HTTP/1.1 on loopback, connections that are kept, the same answers each time.
//!
//! Prints where it listens, and lives until its input ends. It refuses an update whose body isn't what all programs are
//! to send, in whatever order, so that nobody is faster by sending less.

use bench_harness::payload;
use std::io::{BufRead, BufReader, Read, Write, stdin};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

struct Answers {
    update_body: String,
    update: Vec<u8>,
    list: Vec<u8>,
    refused: Vec<u8>,
}

fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    println!("http://{}", listener.local_addr()?);
    let answers = Arc::new(Answers {
        update_body: payload::update_body(),
        update: answer("200 OK", &payload::update_answer()),
        list: answer("200 OK", &payload::list_answer()),
        refused: answer("400 Bad Request", r#"{"message":"this is not the request that all programs send"}"#),
    });
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answers = Arc::clone(&answers);
            // A connection that breaks is the program's to notice.
            thread::spawn(move || serve(stream, &answers));
        }
    });
    stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}

fn answer(status: &str, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\ndate: Sat, 28 Nov 2026 12:00:00 GMT\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
         x-amzn-requestid: 7c1f5a52-0f0c-4a3a-9a53-2f6d3f2b7c10\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Answers the requests of a connection until it is closed.
fn serve(stream: TcpStream, answers: &Answers) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    let (mut line, mut body) = (String::new(), Vec::new());
    // A connection's updates are alike: what was compared once is known again.
    let mut known = Vec::new();
    loop {
        let (mut is_update, mut is_list, mut length, mut is_first) = (false, false, 0, true);
        loop {
            line.clear();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let text = line.trim_end();
            if is_first {
                let wanted = |method, path: String| text.starts_with(&format!("{method} {path} "));
                is_update = wanted("PATCH", payload::update_path());
                is_list = wanted("GET", payload::list_path());
                is_first = false;
            } else if text.is_empty() {
                break;
            } else if let Some((name, value)) = text.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        body.resize(length, 0);
        reader.read_exact(&mut body)?;
        if is_update && known != body && pieces(&body) == pieces(answers.update_body.as_bytes()) {
            known.clone_from(&body);
        }
        writer.write_all(match (is_update, is_list) {
            (true, _) if known == body => &answers.update,
            (_, true) => &answers.list,
            _ => &answers.refused,
        })?;
    }
}

/// What stands between the commas of a text in JSON, sorted: SDKs have the members in the order of models of different days.
fn pieces(body: &[u8]) -> Vec<&[u8]> {
    let mut pieces: Vec<&[u8]> = body.split(|byte| *byte == b',').map(without_edges).collect();
    pieces.sort_unstable();
    pieces
}

/// Without what begins and ends objects and lists: the last member of one needn't be the other's.
fn without_edges(mut piece: &[u8]) -> &[u8] {
    while let [b'{' | b'[', rest @ ..] | [rest @ .., b'}' | b']'] = piece {
        piece = rest;
    }
    piece
}
