//! Cases of streams of events: what is sent, message by message, and what is received.

use super::{Differences, Failure, Heard, Outcome, Script, Sent, base64, call, compare, compare_body, config, differ, text, without};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::PoisonError;

/// A message: its headers, each with its type, and its payload.
#[derive(Debug, Default)]
struct Message {
    headers: BTreeMap<String, Value>,
    payload: Vec<u8>,
}

pub(super) async fn run(case: &Value) -> Differences {
    let test = &case["test"];
    let answer = &test["initialResponse"];
    let status = answer["code"].as_u64().and_then(|code| u16::try_from(code).ok()).unwrap_or(200);
    let mut script = Script::new(status, &answer["headers"], text(&answer["body"]).as_bytes().to_vec());
    for event in events(test, "response") {
        script.body.extend(bytes(text(&event["bytes"])));
    }
    let host = "example.com";
    let outcome = call(text(&case["operation"]), config(&script, host, &Value::Null), case["input"].clone()).await;
    let sent = script.sent.lock().unwrap_or_else(PoisonError::into_inner).take();
    let mut found = Differences::new();
    match sent {
        Some(sent) => request(&mut found, test, &sent),
        None if test["expectation"]["failure"].is_object() => {}
        None => found.push(("request".to_owned(), "is sent".to_owned(), "(nothing)".to_owned())),
    }
    // A case that says nothing of an answer is about the request alone.
    if answer.is_object() || test["expectation"].is_object() || events(test, "response").next().is_some() {
        response(&mut found, case, outcome);
    }
    found
}

fn events<'t>(test: &'t Value, side: &'t str) -> impl Iterator<Item = &'t Value> {
    test["events"].as_array().into_iter().flatten().filter(move |event| event["type"] == side)
}

fn request(found: &mut Differences, test: &Value, sent: &Sent) {
    let begin = &test["initialRequest"];
    if begin.is_object() {
        differ(found, "method", text(&begin["method"]), &sent.method);
        differ(found, "uri", text(&begin["uri"]), &sent.path);
        super::query(found, begin, sent);
        super::headers(found, begin, sent);
    }
    let outer = messages(&sent.body);
    // Around each message is one with a signature; around nothing, at the end.
    let signed = outer.iter().filter(|message| message.headers.contains_key(":chunk-signature"));
    let mut inner: Vec<Message> = signed.flat_map(|message| messages(&message.payload)).collect();
    let plain = outer.into_iter().filter(|message| !message.headers.contains_key(":chunk-signature"));
    inner.extend(plain);
    let wanted: Vec<&Value> = events(test, "request").collect();
    differ(found, "messages", &wanted.len().to_string(), &inner.len().to_string());
    for (index, (wanted, message)) in wanted.iter().zip(&inner).enumerate() {
        let what = format!("message {index}");
        if let Some(bytes) = wanted["bytes"].as_str() {
            let written = messages(&self::bytes(bytes)).pop().unwrap_or_default();
            compare(found, &format!("{what} headers"), &json!(written.headers), &json!(message.headers), None);
            let media_type = wanted["bodyMediaType"].as_str();
            compare_body(found, &String::from_utf8_lossy(&written.payload), media_type, &message.payload, false);
        }
        for (name, value) in wanted["headers"].as_object().into_iter().flatten() {
            let actual = message.headers.get(name).unwrap_or(&Value::Null);
            // Times are written in more than one way; `bytes` has one.
            if value.get("timestamp").is_none() {
                compare(found, &format!("{what} header {name}"), value, actual, None);
            }
        }
        for name in super::texts(&wanted["forbidHeaders"]).filter(|name| message.headers.contains_key(*name)) {
            found.push((format!("{what} header {name}"), "(absent)".to_owned(), "(present)".to_owned()));
        }
        for name in super::texts(&wanted["requireHeaders"]).filter(|name| !message.headers.contains_key(*name)) {
            found.push((format!("{what} header {name}"), "(present)".to_owned(), "(absent)".to_owned()));
        }
        if let Some(body) = wanted["body"].as_str() {
            compare_body(found, body, wanted["bodyMediaType"].as_str(), &message.payload, false);
        }
    }
}

fn response(found: &mut Differences, case: &Value, outcome: Outcome) {
    let expected = &case["test"]["expectation"]["failure"];
    let wanted = case["params"]["events"].as_array().map(Vec::as_slice).unwrap_or_default();
    match outcome {
        Ok((output, blank, Heard { events, failure: None })) => {
            if expected.is_object() {
                found.push(("outcome".to_owned(), "a failure".to_owned(), json!(events).to_string()));
            }
            if case["params"]["output"].is_object() {
                compare(found, "output", &case["params"]["output"], &output, Some(&blank));
            }
            differ(found, "events", &wanted.len().to_string(), &events.len().to_string());
            for (index, (wanted, event)) in wanted.iter().zip(&events).enumerate() {
                compare(found, &format!("event {index}"), wanted, event, Some(&Value::Null));
            }
        }
        Ok((_, _, Heard { events, failure: Some(failure) })) => {
            // The last is what ended the stream.
            let before = wanted.len().saturating_sub(1);
            differ(found, "events before the end", &before.to_string(), &events.len().to_string());
            failed(found, case, failure, wanted.last());
        }
        Err(failure) => failed(found, case, failure, None),
    }
}

fn failed(found: &mut Differences, case: &Value, failure: Failure, members: Option<&Value>) {
    if !case["test"]["expectation"]["failure"].is_object() {
        return found.push(("outcome".to_owned(), "no failure".to_owned(), failure.text));
    }
    if let Some(error) = case["error"].as_str() {
        match failure.modeled {
            Some((name, actual, blank)) => {
                differ(found, "error", error, name);
                let members = members.and_then(|event| event.as_object()?.values().next());
                if let Some(members) = members {
                    compare(found, "error", members, &without(actual, &case["added"]), Some(&blank));
                }
            }
            None => found.push(("error".to_owned(), error.to_owned(), failure.text)),
        }
    }
}

/// The messages in some bytes; what can't be read is one without headers.
fn messages(mut bytes: &[u8]) -> Vec<Message> {
    let mut found = Vec::new();
    while !bytes.is_empty() {
        let Some((message, rest)) = message(bytes) else {
            found.push(Message { headers: BTreeMap::new(), payload: bytes.to_vec() });
            break;
        };
        found.push(message);
        bytes = rest;
    }
    found
}

/// The first message. Its checksums are the other side's to look at.
fn message(bytes: &[u8]) -> Option<(Message, &[u8])> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize);
    let (total, length) = (number(0)?, number(4)?);
    let (whole, rest) = (bytes.get(..total)?, bytes.get(total..)?);
    let mut block = whole.get(12..12 + length)?;
    let payload = whole.get(12 + length..total.checked_sub(4)?)?.to_vec();
    let mut headers = BTreeMap::new();
    while let Some((length, after)) = block.split_first() {
        let (name, after) = after.split_at_checked(usize::from(*length))?;
        let (kind, after) = after.split_first()?;
        let sized = || {
            let length = usize::from(u16::from_be_bytes(after.get(..2)?.try_into().ok()?));
            Some((after.get(2..2 + length)?, 2 + length))
        };
        let (value, taken) = match kind {
            0 => (json!({"boolean": true}), 0),
            1 => (json!({"boolean": false}), 0),
            2 => (json!({"byte": i8::from_be_bytes(after.get(..1)?.try_into().ok()?)}), 1),
            3 => (json!({"short": i16::from_be_bytes(after.get(..2)?.try_into().ok()?)}), 2),
            4 => (json!({"integer": i32::from_be_bytes(after.get(..4)?.try_into().ok()?)}), 4),
            5 => (json!({"long": i64::from_be_bytes(after.get(..8)?.try_into().ok()?)}), 8),
            6 => (json!({"blob": base64::encode(sized()?.0)}), sized()?.1),
            7 => (json!({"string": String::from_utf8_lossy(sized()?.0)}), sized()?.1),
            8 => (json!({"timestamp": i64::from_be_bytes(after.get(..8)?.try_into().ok()?)}), 8),
            _ => return None,
        };
        headers.insert(String::from_utf8_lossy(name).into_owned(), value);
        block = after.get(taken..)?;
    }
    Some((Message { headers, payload }, rest))
}

/// The bytes of a case's message; none if it isn't base64, so that the case fails.
fn bytes(text: &str) -> Vec<u8> {
    base64::decode(text).unwrap_or_default()
}
