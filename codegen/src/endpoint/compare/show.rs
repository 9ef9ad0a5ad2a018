//! Inputs and answers as a reader sees them: short, and in a line.

use super::super::evaluate::{Answer, Endpoint};
use super::super::rules::{Signing, Value};
use super::space::{Input, Space};

/// The most characters of a value that are shown.
const OF_VALUE: usize = 80;

/// The most characters of an answer that are shown.
const OF_ANSWER: usize = 400;

/// What an input sets: `Region=us-east-1, UseFIPS=true`.
pub(super) fn params(space: &Space<'_>, input: &Input) -> String {
    let given = space.dimensions.iter().zip(input);
    let given = given.filter_map(|(dimension, number)| {
        let value = dimension.value(*number)?;
        Some(format!("{}={}", line(dimension.name(), OF_VALUE), shown(value)))
    });
    let given: Vec<_> = given.collect();
    if given.is_empty() { "nothing set".to_owned() } else { cut(given.join(", "), OF_ANSWER) }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) if text.is_empty() => "\"\"".to_owned(),
        Value::String(text) => line(text, OF_VALUE),
        Value::Boolean(value) => value.to_string(),
        Value::StringArray(items) => line(&format!("[{}]", items.join(", ")), OF_VALUE),
    }
}

/// What rules answered: a URL with what is said besides it, or why there is none.
pub(super) fn answer(answer: &Answer) -> String {
    line(
        &match answer {
            Answer::Endpoint(endpoint) => of_endpoint(endpoint),
            Answer::Error(message) => format!("error: {message}"),
            Answer::NoMatch => "error: no rule matches".to_owned(),
        },
        OF_ANSWER,
    )
}

fn of_endpoint(endpoint: &Endpoint) -> String {
    let Endpoint { url, headers, signing } = endpoint;
    let Signing { scheme, name, region, region_set, disable_double_encoding, disable_normalize_path } = signing;
    let mut details = Vec::new();
    details.extend(scheme.iter().map(|scheme| format!("scheme {scheme}")));
    details.extend(name.iter().map(|name| format!("signed for {name}")));
    details.extend(region.iter().map(|region| format!("signed in {region}")));
    details.extend((!region_set.is_empty()).then(|| format!("signed in {}", region_set.join(", "))));
    details.extend(disable_double_encoding.then(|| "signed as sent".to_owned()));
    details.extend(disable_normalize_path.then(|| "signed with dot segments".to_owned()));
    details.extend(headers.iter().map(|(name, value)| format!("{name}: {value}")));
    if details.is_empty() { url.clone() } else { format!("{url} ({})", details.join("; ")) }
}

/// The beginning of a text, without characters that would change how a terminal shows it.
fn line(text: &str, most: usize) -> String {
    let mut shown = String::new();
    // One more than are shown tells that there are more.
    for character in text.chars().take(most + 1) {
        let is_seen = !character.is_control() && (character.is_ascii() || character.is_alphanumeric());
        if is_seen { shown.push(character) } else { shown.extend(character.escape_unicode()) }
    }
    cut(shown, most)
}

/// The beginning of a text.
fn cut(mut text: String, most: usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
        text.push('…');
    }
    text
}
