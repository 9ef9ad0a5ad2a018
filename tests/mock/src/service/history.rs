//! What is kept of the requests so far: the last of them, bounded in number and in bytes.
//!
//! In: answered requests. Out: those that are kept, the oldest first, and how many there were.
//!
//! Clients decide how much they send, so no part of a request is kept without a bound. What was refused is of less use
//! than what was granted, and anyone can send it: of its body only a small one is kept.

use crate::request::RecordedRequest;
use bytes::Bytes;
use http::HeaderValue;
use std::collections::VecDeque;

/// How many requests are kept, unless the builder says otherwise.
const REQUESTS: usize = 10_000;
/// How many bytes all of them may have together.
const BYTES: usize = 64 * 1024 * 1024;
/// The largest body of a refused request, and of an answer, that is kept, in bytes.
const LARGEST: usize = 64 * 1024;
/// The longest reason that is kept, in bytes.
const LONGEST_WHY: usize = 8 * 1024;
/// What a request takes beside its texts, about.
const OVERHEAD: usize = 512;

/// The requests so far, or the last of them.
#[derive(Debug, Default)]
pub(crate) struct History {
    last: VecDeque<RecordedRequest>,
    bytes: usize,
    /// How many there were since the last reset.
    count: u64,
    /// How often everything was forgotten.
    resets: u64,
}

impl History {
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &RecordedRequest> {
        self.last.iter()
    }

    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    pub(crate) fn resets(&self) -> u64 {
        self.resets
    }

    /// Keeps a request, and returns its number. The oldest ones beyond `keep`, or beyond what there is room for, go.
    pub(super) fn keep(&mut self, mut request: RecordedRequest, keep: Option<usize>) -> u64 {
        self.count += 1;
        request.number = self.count;
        self.bytes += size(&request);
        self.last.push_back(request);
        let keep = keep.unwrap_or(REQUESTS);
        while self.last.len() > keep || self.bytes > BYTES {
            let Some(oldest) = self.last.pop_front() else { break };
            self.bytes -= size(&oldest);
        }
        self.count
    }

    /// Forgets all requests.
    pub(super) fn reset(&mut self) {
        *self = Self { resets: self.resets + 1, ..Self::default() };
    }
}

/// Leaves out of a request what there is no room for, and lets headers go of the buffer that the head was read into: a few
/// bytes of it would keep it as a whole.
pub(super) fn trim(request: &mut RecordedRequest) {
    let is_granted = (200..300).contains(&request.status);
    if !is_granted && request.body.len() > LARGEST {
        request.body = Bytes::new();
    }
    if request.answer.len() > LARGEST {
        request.answer = Bytes::new();
    }
    for value in request.headers.values_mut() {
        if let Ok(mut own) = HeaderValue::from_bytes(value.as_bytes()) {
            own.set_sensitive(value.is_sensitive());
            *value = own;
        }
    }
    if let Some(why) = &mut request.why
        && why.len() > LONGEST_WHY
    {
        why.truncate(why.floor_char_boundary(LONGEST_WHY));
        why.push('…');
        why.shrink_to_fit();
    }
}

/// How many bytes a request takes, about.
fn size(request: &RecordedRequest) -> usize {
    let RecordedRequest { method, path, query, headers, body, answer, why, events, .. } = request;
    let events: usize = events.iter().map(|event| 2 * event.to_string().len()).sum();
    let headers: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 64).sum();
    let texts = method.len() + path.len() + query.len() + why.as_ref().map_or(0, String::len);
    OVERHEAD + texts + headers + body.len() + answer.len() + events
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(status: u16, body: usize) -> RecordedRequest {
        let mut request = RecordedRequest { status, body: vec![b'x'; body].into(), ..RecordedRequest::default() };
        trim(&mut request);
        request
    }

    fn bodies(history: &History) -> Vec<usize> {
        history.iter().map(|request| request.body.len()).collect()
    }

    #[test]
    fn the_oldest_requests_go_when_there_are_too_many_or_too_much() {
        let mut history = History::default();
        let numbers: Vec<_> = (0..5).map(|size| history.keep(request(200, size), Some(3))).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5]);
        assert_eq!(bodies(&history), [2, 3, 4]);
        for number in 0..5 {
            history.keep(request(200, (20 << 20) + number), None);
        }
        assert_eq!(bodies(&history), [(20 << 20) + 2, (20 << 20) + 3, (20 << 20) + 4]);
        history.keep(request(200, 0), Some(0));
        assert_eq!((bodies(&history), history.bytes), (vec![], 0));
    }

    #[test]
    fn a_request_counts_with_all_that_a_client_decides() {
        let mut history = History::default();
        for _ in 0..300 {
            let mut request = request(404, 0);
            request.path = "/x".repeat(100_000);
            request.query = "x".repeat(100_000);
            request.headers.insert("x", http::HeaderValue::try_from("x".repeat(100_000)).expect("text"));
            request.why = Some("é".repeat(100_000));
            trim(&mut request);
            history.keep(request, None);
        }
        let kept: usize = history.iter().map(size).sum();
        assert!(kept <= BYTES && kept > BYTES / 2 && kept == history.bytes, "{kept} {}", history.bytes);
        assert!(history.iter().all(|request| request.why.as_ref().is_some_and(|why| why.len() < LONGEST_WHY + 8)));
    }

    #[test]
    fn of_what_is_refused_only_small_bodies_are_kept() {
        for (status, size, kept) in [
            (403, LARGEST, LARGEST),
            (403, LARGEST + 1, 0),
            (0, LARGEST + 1, 0),
            (500, LARGEST + 1, 0),
            (200, LARGEST + 1, LARGEST + 1),
        ] {
            assert_eq!(request(status, size).body.len(), kept, "{status} {size}");
        }
    }

    #[test]
    fn a_reset_begins_to_count_anew() {
        let mut history = History::default();
        history.keep(request(200, 1), None);
        history.reset();
        assert_eq!((history.iter().count(), history.count(), history.bytes, history.resets()), (0, 0, 0, 1));
        assert_eq!(history.keep(request(200, 1), None), 1);
    }
}
