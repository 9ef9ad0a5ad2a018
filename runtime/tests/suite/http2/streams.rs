//! Calls at once share a connection, as many of them as the server takes.

use super::server::{Connection, Frame, REFUSED_STREAM, Server, Stream};
use super::{create, handle, once, read};
use sdk_runtime::Handle;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::task::JoinSet;

const MAX_CONCURRENT_STREAMS: u16 = 3;

async fn at_once(handle: &Handle, calls: usize) {
    let mut tasks = JoinSet::new();
    for _ in 0..calls {
        let handle = handle.clone();
        tasks.spawn(async move { create(&handle).await.unwrap_or_else(|error| panic!("{error}")) });
    }
    while let Some(done) = tasks.join_next().await {
        done.expect("it is answered");
    }
}

/// Answers when so many requests wait for it.
async fn together(mut connection: Connection<Stream>, all: usize, used: Arc<Mutex<BTreeSet<usize>>>) {
    let mut waiting = Vec::new();
    while let Some(stream) = connection.request().await {
        used.lock().expect("no test panics with it").insert(connection.number);
        waiting.push(stream);
        if waiting.len() == all {
            connection.send(waiting.drain(..).flat_map(Frame::answer)).await;
        }
    }
}

#[tokio::test]
async fn calls_at_once_are_streams_of_one_connection() {
    let test = "http2::streams::calls_at_once_are_streams_of_one_connection";
    let used = Arc::<Mutex<BTreeSet<usize>>>::default();
    let uses = used.clone();
    let serve = move |connection| together(connection, 8, uses.clone());
    let Some(server) = Server::start(test, &[], serve).await else { return };
    let handle = once(&server.url);
    // Also before there is a connection: what was opened for nothing is closed again.
    for _ in 0..3 {
        at_once(&handle, 8).await;
    }
    assert_eq!(used.lock().expect("no test panics with it").len(), 1);
}

/// Takes two requests at a time; more it refuses, or says never came, as the server may that has just said how many it takes.
async fn narrow(mut connection: Connection<Stream>, most: Arc<AtomicUsize>, done: Arc<AtomicUsize>) {
    let mut open = BTreeSet::new();
    loop {
        // A pause in what comes is when it answers.
        let next = tokio::time::timeout(Duration::from_millis(30), connection.request()).await;
        match next {
            Ok(None) => return,
            Ok(Some(stream)) if open.len() == 2 => {
                most.fetch_max(3, Ordering::SeqCst);
                connection.send([Frame::reset(stream, REFUSED_STREAM)]).await;
            }
            Ok(Some(stream)) => {
                open.insert(stream);
                most.fetch_max(open.len(), Ordering::SeqCst);
            }
            Err(_) => {
                done.fetch_add(open.len(), Ordering::SeqCst);
                connection.send(std::mem::take(&mut open).into_iter().flat_map(Frame::answer)).await;
            }
        }
    }
}

#[tokio::test]
async fn no_more_streams_are_opened_than_the_server_takes() {
    let (most, done) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
    let (seen, counted) = (most.clone(), done.clone());
    let serve = move |connection| narrow(connection, seen.clone(), counted.clone());
    let test = "http2::streams::no_more_streams_are_opened_than_the_server_takes";
    let Some(server) = Server::start(test, &[(MAX_CONCURRENT_STREAMS, 2)], serve).await else { return };
    let handle = once(&server.url);
    read(&handle).await.expect("200");
    at_once(&handle, 8).await;
    assert_eq!((most.load(Ordering::SeqCst), done.load(Ordering::SeqCst), server.connections()), (2, 9, 1));
}

#[tokio::test]
async fn calls_before_the_servers_settings_are_made_once_each() {
    let (most, done) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
    let counted = done.clone();
    let serve = move |connection| narrow(connection, most.clone(), counted.clone());
    let test = "http2::streams::calls_before_the_servers_settings_are_made_once_each";
    let Some(server) = Server::start(test, &[(MAX_CONCURRENT_STREAMS, 2)], serve).await else { return };
    at_once(&handle(&server.url), 8).await;
    assert_eq!(done.load(Ordering::SeqCst), 8);
}
