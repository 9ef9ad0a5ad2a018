//! Timestamps (Smithy 2.0, "Timestamp serialization").

use super::value::Asked;
use crate::ir::{Codec, Place};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;

/// How a timestamp looks: as the member says, else its target, else its place; or as the protocol has it in any case.
pub(super) fn format(facts: &Facts, asked: &Asked, problems: &mut Problems) -> Option<Codec> {
    if !facts.protocol.honours_timestamp_format {
        return Some(facts.protocol.body_timestamp.clone());
    }
    let own = problems.read(asked.name, asked.member.traits.text("timestampFormat"))?;
    let inherited = problems.read(asked.name, asked.target.traits.text("timestampFormat"))?;
    match own.or(inherited).as_deref() {
        Some("epoch-seconds") => Some(Codec::EpochSeconds),
        Some("date-time") => Some(Codec::DateTimeText),
        Some("http-date") => Some(Codec::HttpDate),
        Some(other) => {
            let problem = format!("has the timestamp format `{other}`, which Smithy doesn't have");
            let remedy = "use `date-time`, `epoch-seconds` or `http-date`";
            problems.at(asked.member.span, asked.name, problem, remedy);
            None
        }
        None => Some(match asked.place {
            Place::Label(_) | Place::Verbatim(_) | Place::Endpoint | Place::Query(_) | Place::QueryMap => {
                Codec::DateTimeText
            }
            Place::Header(_) | Place::PrefixHeaders(_) => Codec::HttpDate,
            _ => facts.protocol.body_timestamp.clone(),
        }),
    }
}
