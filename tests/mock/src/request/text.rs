//! Values as texts outside of JSON: in paths, queries and headers.

use crate::model::{Kind, Member, Model};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Number, Value};

/// The items of a member, if it is a list.
pub(super) fn item<'m>(model: &'m Model, member: &Member) -> Option<&'m Member> {
    match &model.shape(member.target).kind {
        Kind::List(item, _) => Some(item),
        _ => None,
    }
}

/// A text as the JSON that a member would be. What isn't of the type stays a text, so that the reader says so.
pub(super) fn read(model: &Model, member: &Member, text: &str) -> Value {
    let number = || text.parse::<i64>().map(Value::from).ok();
    let float = || Some(Value::Number(Number::from_f64(text.parse().ok()?)?));
    let value = match &model.shape(member.target).kind {
        Kind::Boolean => text.parse::<bool>().map(Value::from).ok(),
        Kind::Integer(..) | Kind::IntEnum(_) => number(),
        Kind::Float => number().or_else(float),
        Kind::Timestamp if member.format == Format::EpochSeconds => number().or_else(float),
        _ => None,
    };
    value.unwrap_or_else(|| text.into())
}

/// Texts as the JSON that a list would be.
pub(super) fn read_items<'t>(model: &Model, member: &Member, texts: impl IntoIterator<Item = &'t str>) -> Value {
    let Some(item) = item(model, member) else { return Value::Null };
    // The format of items that don't state one depends on where the list is, and is another one in JSON.
    let is_date = matches!(model.shape(item.target).kind, Kind::Timestamp) && !item.format_is_stated;
    let date = |text: &str| {
        let time = DateTime::from_str(text, member.place.format(model.protocol)).ok()?;
        Some(if time.subsec_nanos() == 0 { time.secs().into() } else { time.as_secs_f64().into() })
    };
    let one = |text: &str| match is_date {
        true => date(text).unwrap_or_else(|| text.into()),
        false => read(model, item, text),
    };
    texts.into_iter().map(one).collect()
}

/// Whether a list is one of dates with a comma in each.
pub(super) fn is_http_date(model: &Model, member: &Member) -> bool {
    let format = |item: &Member| if item.format_is_stated { item.format } else { member.place.format(model.protocol) };
    let is_date = |item: &&Member| matches!(model.shape(item.target).kind, Kind::Timestamp);
    item(model, member).filter(is_date).is_some_and(|item| format(item) == Format::HttpDate)
}

/// The parts of a header that is a list: between commas, or in quotes.
pub(super) fn split(text: &str, dates: bool) -> Vec<String> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    let (mut commas, mut is_quoted, mut was_quoted) = (0, false, false);
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '"' if is_quoted => is_quoted = false,
            '"' if part.trim().is_empty() && !was_quoted => {
                part.clear();
                (is_quoted, was_quoted) = (true, true);
            }
            '\\' if is_quoted => part.extend(rest.next()),
            ',' if !is_quoted && dates && commas == 0 => {
                commas += 1;
                part.push(c);
            }
            ',' if !is_quoted => {
                parts.push(finished(&mut part, &mut was_quoted));
                commas = 0;
            }
            c if was_quoted && !is_quoted && c.is_whitespace() => {}
            c => part.push(c),
        }
    }
    parts.push(finished(&mut part, &mut was_quoted));
    parts
}

fn finished(part: &mut String, was_quoted: &mut bool) -> String {
    let whole = std::mem::take(part);
    if std::mem::take(was_quoted) { whole } else { whole.trim().to_owned() }
}

/// A value as a header has it.
pub(crate) fn write(model: &Model, member: &Member, value: &Value) -> String {
    match value {
        Value::String(text) if member.media.is_some() && matches!(model.shape(member.target).kind, Kind::Text) => {
            STANDARD.encode(text)
        }
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            items.iter().map(|value| write_item(model, member, value)).collect::<Vec<_>>().join(", ")
        }
        value => value.to_string(),
    }
}

fn write_item(model: &Model, member: &Member, value: &Value) -> String {
    let Some(item) = item(model, member) else { return value.to_string() };
    let is_date = matches!(model.shape(item.target).kind, Kind::Timestamp) && !item.format_is_stated;
    match value {
        Value::Number(number) if is_date => {
            let time = DateTime::from_secs_f64(number.as_f64().unwrap_or_default());
            time.fmt(member.place.format(model.protocol)).unwrap_or_else(|_| number.to_string())
        }
        Value::String(text) if text.contains([',', '"']) && !is_http_date(model, member) => {
            format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
        }
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// Undoes base64 around a text.
pub(super) fn base64_text(text: &str) -> Option<String> {
    String::from_utf8(STANDARD.decode(text).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_in_headers_are_split_at_commas_outside_of_quotes() {
        for (text, dates, expected) in [
            ("a, b,c", false, &["a", "b", "c"][..]),
            (r#""a,b", "c\"d" ,e"f"#, false, &["a,b", "c\"d", "e\"f"]),
            (
                "Mon, 16 Dec 2019 23:48:18 GMT, Tue, 17 Dec 2019 23:48:18 GMT",
                true,
                &["Mon, 16 Dec 2019 23:48:18 GMT", "Tue, 17 Dec 2019 23:48:18 GMT"],
            ),
            ("", false, &[""]),
        ] {
            assert_eq!(split(text, dates), expected, "{text}");
        }
    }
}
