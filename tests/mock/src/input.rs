//! A request's members, put together from path, query, headers and body.

use crate::answer::Problem;
use crate::call::Object;
use crate::model::{Kind, Member, Model, Operation, Place, Structure};
use crate::read::{At, Reader};
use crate::request::RecordedRequest;
use crate::uri::{Labels, parse_query};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use serde_json::Value;

/// The input that a request carries, by names of members, if the model allows it.
pub(crate) fn read(
    model: &Model,
    operation: &Operation,
    labels: Labels,
    request: &RecordedRequest,
) -> Result<Object, Problem> {
    let structure = model.structure(operation.input);
    let mut found = body(model, structure, &request.body)?;
    let query = parse_query(&request.query)?;
    for member in &structure.members {
        let value = match &member.place {
            Place::Label => {
                labels.iter().find(|(name, _)| *name == member.name).map(|(_, text)| simple(model, member, text))
            }
            Place::Query(name) => from_query(model, member, name, &query),
            Place::QueryMap => Some(query_map(model, member, structure, &query)),
            Place::Header(name) => from_header(model, member, name, &request.headers),
            Place::PrefixHeaders(prefix) => Some(prefixed(prefix, &request.headers)),
            Place::Body | Place::Payload | Place::Status => None,
        };
        if let Some(value) = value {
            found.insert(member.wire.clone(), value);
        }
    }
    let mut reader = Reader::of_requests(model);
    let input = reader.members(&found, structure, &At::ROOT);
    reader.finish()?;
    Ok(input)
}

/// What the body holds. An empty body holds nothing.
fn body(model: &Model, structure: &Structure, bytes: &[u8]) -> Result<Object, Problem> {
    if let Some(member) = structure.members.iter().find(|member| member.place == Place::Payload) {
        let value = if bytes.is_empty() { None } else { Some(payload(model, member, bytes)?) };
        return Ok(value.map(|value| (member.wire.clone(), value)).into_iter().collect());
    }
    if bytes.is_empty() || !structure.members.iter().any(|member| member.place == Place::Body) {
        return Ok(Object::new());
    }
    match json(bytes)? {
        // What is bound elsewhere is not read from the body.
        Value::Object(mut found) => {
            found.retain(|wire, _| structure.by_wire(wire).is_some_and(|member| member.place == Place::Body));
            Ok(found)
        }
        _ => Err(Problem::Malformed("The body is not an object".to_owned())),
    }
}

fn payload(model: &Model, member: &Member, bytes: &[u8]) -> Result<Value, Problem> {
    match model.shape(member.target).kind {
        Kind::Blob => Ok(STANDARD.encode(bytes).into()),
        Kind::Text | Kind::Enum(_) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(text.into()),
            Err(_) => Err(Problem::Malformed("The body is not UTF-8".to_owned())),
        },
        _ => json(bytes),
    }
}

fn json(bytes: &[u8]) -> Result<Value, Problem> {
    serde_json::from_slice(bytes).map_err(|error| Problem::Malformed(format!("The body is not JSON: {error}")))
}

/// A text from outside the body as the JSON that it would be inside. What isn't of the type stays a text, so that the
/// reader says so.
fn simple(model: &Model, member: &Member, text: &str) -> Value {
    let number = || text.parse::<i64>().map(Value::from).ok();
    let value = match &model.shape(member.target).kind {
        Kind::Boolean => text.parse::<bool>().map(Value::from).ok(),
        Kind::Integer(..) | Kind::IntEnum(_) => number(),
        Kind::Float => number().or_else(|| Some(Value::Number(serde_json::Number::from_f64(text.parse().ok()?)?))),
        _ => None,
    };
    value.unwrap_or_else(|| text.into())
}

fn item<'m>(model: &'m Model, member: &Member) -> Option<&'m Member> {
    match &model.shape(member.target).kind {
        Kind::List(item, _) => Some(item),
        _ => None,
    }
}

fn from_query(model: &Model, member: &Member, name: &str, query: &[(String, String)]) -> Option<Value> {
    let mut values = query.iter().filter(|(key, _)| key == name).map(|(_, value)| value);
    match item(model, member) {
        Some(item) => {
            let items: Vec<_> = values.map(|text| simple(model, item, text)).collect();
            (!items.is_empty()).then_some(Value::Array(items))
        }
        None => values.next().map(|text| simple(model, member, text)),
    }
}

/// All parameters that no other member is bound to.
fn query_map(model: &Model, member: &Member, structure: &Structure, query: &[(String, String)]) -> Value {
    let is_bound =
        |key: &str| structure.members.iter().any(|other| matches!(&other.place, Place::Query(name) if name == key));
    let holds_lists = match &model.shape(member.target).kind {
        Kind::Map(_, value, _) => item(model, value).is_some(),
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
    Value::Object(map)
}

fn from_header(model: &Model, member: &Member, name: &str, headers: &HeaderMap) -> Option<Value> {
    let text = headers.get(name)?.to_str().ok()?;
    Some(match item(model, member) {
        Some(item) => text.split(',').map(|part| simple(model, item, part.trim())).collect(),
        None => simple(model, member, text),
    })
}

fn prefixed(prefix: &str, headers: &HeaderMap) -> Value {
    let named = headers.iter().filter_map(|(name, value)| {
        Some((name.as_str().strip_prefix(prefix)?.to_owned(), value.to_str().ok()?.into()))
    });
    Value::Object(named.collect())
}
