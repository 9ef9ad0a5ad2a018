//! Values of any form, written and read again; and noise.

use super::read_one;
use super::write::Writer;
use crate::codec::{As, Codec, Json, List, within};
use aws_smithy_types::{Document, Number};
use fastrand::Rng;
use serde::Serialize;
use serde::de::{Deserialize, IgnoredAny};

fn text(rng: &mut Rng) -> String {
    (0..rng.usize(..40)).map(|_| rng.char(..)).collect()
}

fn number(rng: &mut Rng) -> Number {
    // Of every width.
    let bits = rng.u32(..64);
    match rng.u8(..3) {
        0 => Number::PosInt(rng.u64(..) >> bits),
        1 => Number::NegInt(-1 - (rng.i64(0..) >> bits)),
        _ => Number::Float(Some(f64::from_bits(rng.u64(..))).filter(|float| float.is_finite()).unwrap_or(0.1)),
    }
}

fn document(rng: &mut Rng, depth: usize) -> Document {
    match rng.u8(..if depth == 0 { 4 } else { 6 }) {
        0 => Document::Null,
        1 => Document::Bool(rng.bool()),
        2 => Document::String(text(rng)),
        3 => Document::Number(number(rng)),
        4 => Document::Array((0..rng.usize(..30)).map(|_| document(rng, depth - 1)).collect()),
        _ => Document::Object((0..rng.usize(..30)).map(|_| (text(rng), document(rng, depth - 1))).collect()),
    }
}

fn written(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.serialize(Writer::new(&mut bytes)).expect("it can be written");
    bytes
}

#[test]
fn what_is_written_is_read_again_and_can_be_passed_over() {
    for seed in 0..2_000 {
        let value = document(&mut Rng::with_seed(seed), 3);
        let bytes = written(&As(&value, Json));
        assert_eq!(read_one(&bytes, |reader| Json.read(reader)).as_ref(), Ok(&value), "{seed}");
        assert!(read_one(&bytes, |reader| IgnoredAny::deserialize(reader).map(drop)).is_ok(), "{seed}");
    }
}

#[test]
fn noise_is_refused_without_a_panic_and_within_its_memory() {
    // Heads of every type and width, which noise of equal chances seldom has in a row.
    const HEADS: [u8; 24] = [
        0x00, 0x18, 0x1b, 0x20, 0x3b, 0x41, 0x5f, 0x5b, 0x61, 0x7f, 0x7b, 0x81, 0x9f, 0x9b, 0xa1, 0xbf, 0xbb, 0xc1,
        0xc2, 0xdb, 0xf6, 0xf9, 0xfb, 0xff,
    ];
    let mut read = 0;
    for seed in 0..50_000 {
        let mut rng = Rng::with_seed(seed);
        let head = |rng: &mut Rng| if rng.u8(..8) == 0 { rng.u8(..) } else { HEADS[rng.usize(..HEADS.len())] };
        let noise: Vec<u8> = (0..rng.usize(..40)).map(|_| head(&mut rng)).collect();
        let value = within(1 << 16, || read_one(&noise, |reader| List(Json).read(reader)));
        read += usize::from(value.is_ok());
        let _ = read_one(&noise, |reader| IgnoredAny::deserialize(reader).map(drop));
    }
    assert!(read > 0, "some of it is CBOR");
}
