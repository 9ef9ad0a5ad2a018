//! Frames that were changed on their way, whole or in pieces, by whoever it was.

use super::frame::{Frames, MAX_HEADERS_BYTES, MAX_PAYLOAD_BYTES, encode};
use super::{Header, HeaderValue, Message};
use aws_smithy_types::DateTime;
use bytes::Bytes;

fn message(payload: usize) -> Message {
    let values = [
        HeaderValue::Bool(true),
        HeaderValue::Byte(-1),
        HeaderValue::Int16(2),
        HeaderValue::Int32(3),
        HeaderValue::Int64(4),
        HeaderValue::ByteArray(Bytes::from_static(b"abc")),
        HeaderValue::String("event".into()),
        HeaderValue::Timestamp(DateTime::from_secs(5)),
        HeaderValue::Uuid(6),
    ];
    let headers = values.into_iter().enumerate().map(|(index, value)| Header::new(format!("h{index}"), value));
    Message::new_from_parts(headers.collect(), vec![7; payload])
}

/// Reads bytes as they come in pieces, until something is wrong with them; how many messages there were.
fn read(bytes: &[u8], mut piece: impl FnMut() -> usize) -> usize {
    let (mut frames, mut left, mut found) = (Frames::default(), bytes, 0);
    loop {
        match frames.next() {
            Ok(Some(message)) => {
                assert!(message.payload().len() < bytes.len() && message.headers().len() < bytes.len());
                found += 1;
            }
            Ok(None) if left.is_empty() => break,
            Ok(None) => {
                let (now, later) = left.split_at(piece().clamp(1, left.len()));
                frames.push(now);
                left = later;
            }
            Err(error) => {
                assert!(error.to_string().contains("the stream"), "{error}");
                break;
            }
        }
        let (kept, most) = (frames.capacity(), 4 * bytes.len() + 1024);
        assert!(kept <= most, "{kept} bytes are kept of {}", bytes.len());
    }
    let _ = frames.end();
    found
}

/// Puts both checksums right, so that what stands between them is looked at.
fn seal(bytes: &mut [u8]) {
    let Some(end) = bytes.len().checked_sub(4).filter(|end| *end >= 12) else { return };
    let prelude = crc32fast::hash(&bytes[..8]);
    bytes[8..12].copy_from_slice(&prelude.to_be_bytes());
    let whole = crc32fast::hash(&bytes[..end]);
    bytes[end..].copy_from_slice(&whole.to_be_bytes());
}

#[test]
fn messages_are_read_however_they_are_cut() {
    let mut bytes = Vec::new();
    for payload in [0, 1, 1000] {
        bytes.extend_from_slice(&encode(&message(payload), 0).expect("it fits"));
    }
    for length in 1..50 {
        assert_eq!(read(&bytes, || length), 3, "pieces of {length} bytes");
    }
}

#[test]
fn whatever_becomes_of_a_frame_is_an_error_or_a_message() {
    let mut random = fastrand::Rng::with_seed(7);
    let original = encode(&message(20), 0).expect("it fits").to_vec();
    let (mut whole, mut broken) = (0, 0);
    for _ in 0..30_000 {
        let mut bytes = original.clone();
        for _ in 0..random.usize(1..4) {
            if bytes.is_empty() {
                break;
            }
            let at = random.usize(..bytes.len());
            match random.u8(..4) {
                0 => bytes[at] = random.u8(..),
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, random.u8(..)),
                _ => bytes.truncate(at.max(1)),
            }
        }
        if random.bool() {
            // The length is right, too, so that the headers are looked at.
            let total = (bytes.len() as u32).to_be_bytes();
            if let Some(stated) = bytes.first_chunk_mut::<4>() {
                *stated = total;
            }
            seal(&mut bytes);
        }
        match read(&bytes, || random.usize(1..40)) {
            0 => broken += 1,
            _ => whole += 1,
        }
    }
    assert!(whole > 100 && broken > 100, "{whole} were whole, {broken} broken");
}

#[test]
fn a_long_message_is_refused_by_its_prelude_and_none_is_made_room_for() {
    let prelude = |total: usize, headers: usize| {
        let mut bytes = [(total as u32).to_be_bytes(), (headers as u32).to_be_bytes()].concat();
        bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
        bytes
    };
    let next = |bytes: Vec<u8>| {
        let mut frames = Frames::default();
        frames.push(&bytes);
        (frames.next().map(|message| message.is_some()), frames.capacity())
    };
    let longest = 16 + MAX_HEADERS_BYTES + MAX_PAYLOAD_BYTES;
    let (outcome, kept) = next(prelude(longest, MAX_HEADERS_BYTES));
    assert!(outcome == Ok(false) && kept < 1024, "{outcome:?}, {kept} bytes");
    for (total, headers) in [(longest + 1, MAX_HEADERS_BYTES), (longest, MAX_HEADERS_BYTES + 1), (u32::MAX as usize, 0)]
    {
        assert!(next(prelude(total, headers)).0.is_err(), "{total}, {headers}");
    }
    assert!(encode(&message(MAX_PAYLOAD_BYTES), 0).is_ok());
    assert!(encode(&message(MAX_PAYLOAD_BYTES + 1), 0).is_err());
    let headers = (0..9).map(|_| Header::new("h", HeaderValue::ByteArray(vec![0; 16_000].into())));
    assert!(encode(&Message::new_from_parts(headers.collect(), Vec::new()), 0).is_err());
}
