//! Bodies of requests, read within bounds: of size, of time, and of memory for all that arrive at once.
//!
//! In: a body as it comes. Out: its bytes, or why they aren't read.

use super::connection::PATIENCE;
use crate::request::{LARGEST_BODY, Problem};
use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use tokio::sync::{Semaphore, SemaphorePermit};

/// How much room there is for bodies that are read at once, in units.
const UNITS: usize = 4 * LARGEST_BODY / UNIT;
/// One unit of it, in bytes. Bodies that are smaller need none.
const UNIT: usize = 64 * 1024;

/// The room that bodies take until their requests are answered. A body that finds none waits before it is read, which its
/// client feels as a slow connection.
#[derive(Debug)]
pub(super) struct Room(Semaphore);

impl Room {
    pub(super) fn new() -> Self {
        Self(Semaphore::new(UNITS))
    }

    /// A place for a body, as large as the body says that it is, or may be.
    pub(super) async fn of(&self, body: &Incoming) -> Option<SemaphorePermit<'_>> {
        let size = body.size_hint().upper().unwrap_or(LARGEST_BODY as u64);
        // What is too large is refused unread.
        let units = if size > LARGEST_BODY as u64 { 0 } else { size / UNIT as u64 };
        match u32::try_from(units) {
            Ok(units) if units > 0 => self.0.acquire_many(units).await.ok(),
            _ => None,
        }
    }
}

/// All of a body, in memory of its own: what a connection was read into may be a lot more.
pub(super) async fn read(body: Incoming) -> Result<Bytes, Problem> {
    if body.is_end_stream() {
        return Ok(Bytes::new());
    }
    // A length that is announced is refused at once, one that isn't as soon as it is reached.
    let announced = body.size_hint().lower();
    if announced > LARGEST_BODY as u64 {
        return Err(Problem::TooLarge);
    }
    match tokio::time::timeout(PATIENCE, collect(body)).await {
        Ok(read) => read,
        Err(_) => Err(did_not_arrive()),
    }
}

async fn collect(mut body: Incoming) -> Result<Bytes, Problem> {
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| did_not_arrive())?.into_data() else { continue };
        if bytes.len() + data.len() > LARGEST_BODY {
            return Err(Problem::TooLarge);
        }
        bytes.extend_from_slice(&data);
    }
    Ok(Bytes::from(bytes.into_boxed_slice()))
}

fn did_not_arrive() -> Problem {
    Problem::Malformed("The body did not arrive".to_owned())
}
