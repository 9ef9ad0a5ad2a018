//! A request's members, put together from path, query, headers and body.

use super::at::At;
use super::body;
use super::problem::Problem;
use super::read::Reader;
use super::recorded::RecordedRequest;
use super::text;
use super::text::base64_text;
use super::uri::{Labels, parse_query};
use crate::model::{Kind, Member, Model, Object, Operation, Place, Structure};
use http::HeaderMap;
use serde_json::Value;
use std::borrow::Cow;
use std::io::Read;

/// The largest body that is read, in bytes: room for what is uploaded in one request.
pub(crate) const LARGEST_BODY: usize = 16 * 1024 * 1024;
/// What HTTP clients say on their own: where it doesn't fit the model, the caller hasn't said it.
const OF_CLIENTS: [(&str, &str); 5] = [
    ("accept", "*/*"),
    ("accept-encoding", "identity"),
    ("accept-encoding", "gzip"),
    ("content-type", "application/json"),
    ("content-type", "application/octet-stream"),
];

/// The input that a request carries, by names of members, if the model allows it.
pub(crate) fn read(
    model: &Model,
    operation: &Operation,
    labels: Labels,
    request: &RecordedRequest,
) -> Result<Object, Problem> {
    let structure = model.structure(operation.input);
    let query = parse_query(&request.query)?;
    let found = body::read(model, operation, &decoded(operation, structure, request)?)?;
    let mut reader = Reader::of_requests(model);
    let mut input = reader.known(&found, structure, &At::ROOT);
    for member in structure.outside() {
        let value = match &member.place {
            Place::Label => {
                let label = labels.iter().find(|(name, _)| *name == member.name);
                label.map(|(_, text)| text::read(model, member, text))
            }
            Place::Query(name) => from_query(model, member, name, &query),
            Place::QueryMap => if_any(member, query_map(model, member, structure, &query)),
            Place::Header(name) => from_header(model, member, name, &request.headers)?,
            Place::PrefixHeaders(prefix) => if_any(member, prefixed(prefix, &request.headers)),
            Place::Body | Place::Payload | Place::Status => None,
            // What is a stream, or in the messages of one, comes later.
            Place::Events | Place::EventHeader | Place::EventPayload => None,
        };
        if let Some(value) = value {
            let value = reader.member(&value, member, &At::ROOT.name(&member.wire));
            input.insert(member.name.clone(), value);
        }
    }
    reader.complete(&input, structure, &At::ROOT);
    reader.finish()?;
    Ok(input)
}

/// The body without the compression that a client may put around it. Where the encoding is a member, it is the caller's
/// affair, unless the model lets clients compress.
fn decoded<'r>(
    operation: &Operation,
    structure: &Structure,
    request: &'r RecordedRequest,
) -> Result<Cow<'r, [u8]>, Problem> {
    let encodings = request.header("content-encoding").unwrap_or_default();
    let is_member = structure.outside().any(|member| member.place == Place::Header("content-encoding".to_owned()));
    let last = encodings.rsplit(',').next().unwrap_or_default().trim();
    if !last.eq_ignore_ascii_case("gzip") || is_member && !operation.compression {
        return Ok(Cow::Borrowed(&request.body));
    }
    let mut bytes = Vec::new();
    let mut reader = flate2::read::GzDecoder::new(&request.body[..]).take(LARGEST_BODY as u64 + 1);
    let read = reader.read_to_end(&mut bytes);
    read.map_err(|error| Problem::Malformed(format!("The body is not compressed with gzip: {error}")))?;
    if bytes.len() > LARGEST_BODY { Err(Problem::TooLarge) } else { Ok(Cow::Owned(bytes)) }
}

fn from_query(model: &Model, member: &Member, name: &str, query: &[(String, String)]) -> Option<Value> {
    let mut values = query.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str());
    if text::item(model, member).is_some() {
        let items: Vec<_> = values.collect();
        return (!items.is_empty()).then(|| text::read_items(model, member, items));
    }
    values.next().map(|text| text::read(model, member, text))
}

/// All parameters that no other member is bound to.
fn query_map(model: &Model, member: &Member, structure: &Structure, query: &[(String, String)]) -> Object {
    let is_bound =
        |key: &str| structure.outside().any(|other| matches!(&other.place, Place::Query(name) if name == key));
    let holds_lists = match &model.shape(member.target).kind {
        Kind::Map(_, value, _) => text::item(model, value).is_some(),
        _ => false,
    };
    let mut map = Object::new();
    for (key, value) in query.iter().filter(|(key, _)| !is_bound(key)) {
        if holds_lists {
            let list = map.entry(key.clone()).or_insert_with(|| Value::Array(Vec::new()));
            list.as_array_mut().into_iter().for_each(|list| list.push(value.as_str().into()));
        } else {
            map.insert(key.clone(), value.as_str().into());
        }
    }
    map
}

fn from_header(model: &Model, member: &Member, name: &str, headers: &HeaderMap) -> Result<Option<Value>, Problem> {
    let lines: Vec<_> =
        headers.get_all(name).iter().filter_map(|value| std::str::from_utf8(value.as_bytes()).ok()).collect();
    let Some(first) = lines.first() else { return Ok(None) };
    let value = if text::item(model, member).is_some() {
        let joined = lines.join(",");
        let parts = text::split(&joined, text::is_http_date(model, member));
        text::read_items(model, member, parts.iter().map(String::as_str))
    } else if member.media.is_some() && matches!(model.shape(member.target).kind, Kind::Text) {
        base64_text(first).ok_or_else(|| Problem::Malformed(format!("{name} is not base64")))?.into()
    } else {
        text::read(model, member, first)
    };
    let fits = || {
        let mut reader = Reader::of_requests(model);
        reader.member(&value, member, &At::ROOT);
        reader.finish().is_ok()
    };
    let is_of_client = !member.required && OF_CLIENTS.contains(&(name, *first)) && !fits();
    Ok(Some(value).filter(|_| !is_of_client))
}

fn prefixed(prefix: &str, headers: &HeaderMap) -> Object {
    let named = headers.iter().filter_map(|(name, value)| {
        Some((name.as_str().strip_prefix(prefix)?.to_owned(), value.to_str().ok()?.into()))
    });
    named.collect()
}

/// A map that is spread over a request: one without entries can't be told from none.
fn if_any(member: &Member, map: Object) -> Option<Value> {
    (member.required || !map.is_empty()).then_some(Value::Object(map))
}
