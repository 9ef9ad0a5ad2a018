//! Media types (Smithy 2.0, `mediaType`): what a whole body, or a header, is made of.

use super::layout;
use super::value::Asked;
use crate::diagnostic::Span;
use crate::ir::{Codec, Place};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::protocol::Body;

/// The codec of a value in the place where it goes.
pub(super) fn placed(facts: &Facts, asked: &Asked, codec: Codec, problems: &mut Problems) -> Option<Codec> {
    let target = asked.target;
    match asked.place {
        Place::Payload | Place::EventPayload => payload(facts, asked, codec, problems),
        Place::Header(_) if target.kind == "string" && target.traits.has("mediaType") => Some(Codec::MediaText),
        _ => Some(codec),
    }
}

/// The codec of a member that is the whole body.
fn payload(facts: &Facts, asked: &Asked, codec: Codec, problems: &mut Problems) -> Option<Codec> {
    if facts.protocol.json_payloads && *asked.place == Place::Payload {
        return Some(Codec::WholeJson(Box::new(codec)));
    }
    let media_type = given(asked, problems)?;
    Some(match asked.target.kind {
        "blob" => Codec::Bytes(of_blob(asked, problems)?),
        "string" | "enum" => Codec::WholeText(media_type.unwrap_or_else(|| "text/plain".to_owned())),
        "structure" | "union" if facts.protocol.body == Body::Xml => layout::whole(facts, asked, codec, problems)?,
        "structure" | "union" if facts.protocol.body == Body::Cbor => Codec::Cbor(Box::new(codec)),
        "structure" | "union" | "document" | "list" | "set" | "map" => codec,
        // Smithy 2.0, "httpPayload trait": the shapes that it may target.
        other => {
            let problem = format!("is the whole body, and of type `{other}`, which can't be one");
            problems.at(asked.member.span, asked.name, problem, "put it into a structure");
            return None;
        }
    })
}

/// The media type of a blob that is the whole body.
pub(super) fn of_blob(asked: &Asked, problems: &mut Problems) -> Option<String> {
    Some(given(asked, problems)?.unwrap_or_else(|| "application/octet-stream".to_owned()))
}

/// The media type that the target has: what is a header's value.
fn given(asked: &Asked, problems: &mut Problems) -> Option<Option<String>> {
    let traits = asked.target.traits;
    let given = problems.read(asked.name, traits.text("mediaType"))?;
    let is_value = |text: &String| text.trim() == text && text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if let Some(text) = given.as_ref().filter(|text| text.is_empty() || !is_value(text)) {
        let span = traits.get("mediaType").map_or(Span::default(), |found| found.span);
        let problem = format!("has the media type {text:?}, which no header can have");
        problems.at(span, asked.name, problem, "write it as in `text/plain`");
        return None;
    }
    Some(given)
}
