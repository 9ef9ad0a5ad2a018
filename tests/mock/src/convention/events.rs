//! Streams of events about which nothing is known: samples are played.
//!
//! Where the client sends nothing, one of each event; where it sends events, the next sample for each of them, and at the end
//! those that were not played yet.

use crate::made_up;
use crate::model::{Events, Model, Operation};
use crate::state::{Heard, Play};
use serde_json::{Value, json};

/// Plays samples of an operation's events.
pub(crate) fn play(model: &Model, operation: &Operation) -> Play {
    let samples = operation.output_events.as_ref().map(|events| samples(model, events)).unwrap_or_default();
    let mut next = 0;
    Box::new(move |heard| match heard {
        Heard::Begin => Vec::new(),
        Heard::Event(_) => {
            let sample = samples.get(next % samples.len().max(1)).cloned();
            next += 1;
            sample.into_iter().collect()
        }
        Heard::End => samples.get(next..).unwrap_or_default().to_vec(),
    })
}

/// One of each event; of no error.
fn samples(model: &Model, events: &Events) -> Vec<Value> {
    let members = model.structure(events.union).members.iter();
    let members = members.filter(|member| !events.is_error(&member.name));
    members.map(|member| json!({ &member.name: made_up::value(model, member.target, &member.constraints) })).collect()
}
