//! Values: on one line, or on several where they would be too long.

use super::WIDTH;
use crate::ast::is_identifier;
use serde_json::{Map, Value};

/// A value, in a text whose lines are indented so far.
pub(super) fn value(text: &mut String, value: &Value, indent: usize) {
    let mut short = String::new();
    if one_line(&mut short, value, WIDTH) && column(text) + short.chars().count() < WIDTH {
        text.push_str(&short);
        return;
    }
    match value {
        Value::Array(items) => {
            text.push_str("[\n");
            for item in items {
                spaces(text, indent + 1);
                self::value(text, item, indent + 1);
                text.push('\n');
            }
            spaces(text, indent);
            text.push(']');
        }
        Value::Object(entries) => {
            text.push_str("{\n");
            self::entries(text, entries, indent + 1);
            spaces(text, indent);
            text.push('}');
        }
        _ => text.push_str(&scalar(value)),
    }
}

/// `(name: value …)`, behind a trait.
pub(super) fn parameters(text: &mut String, entries: &Map<String, Value>, indent: usize) {
    let mut short = String::new();
    let object = Value::Object(entries.clone());
    if one_line(&mut short, &object, WIDTH) && column(text) + short.chars().count() < WIDTH {
        let inner = short.strip_prefix("{ ").and_then(|short| short.strip_suffix(" }")).unwrap_or(&short);
        text.push_str(&format!("({inner})"));
        return;
    }
    text.push_str("(\n");
    self::entries(text, entries, indent + 1);
    spaces(text, indent);
    text.push(')');
}

fn entries(text: &mut String, entries: &Map<String, Value>, indent: usize) {
    for (name, value) in entries {
        spaces(text, indent);
        key(text, name);
        text.push_str(": ");
        self::value(text, value, indent);
        text.push('\n');
    }
}

/// A name in an object.
pub(super) fn key(text: &mut String, key: &str) {
    if is_identifier(key) { text.push_str(key) } else { text.push_str(&quoted(key)) }
}

/// Whether a value has a place on a line of so many characters; if so it has been written.
fn one_line(text: &mut String, value: &Value, most: usize) -> bool {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at > 0 { ", " } else { "" });
                if !fits(text, most) || !one_line(text, item, most) {
                    return false;
                }
            }
            text.push(']');
        }
        Value::Object(entries) if entries.is_empty() => text.push_str("{}"),
        Value::Object(entries) => {
            text.push_str("{ ");
            for (at, (name, value)) in entries.iter().enumerate() {
                text.push_str(if at > 0 { ", " } else { "" });
                key(text, name);
                text.push_str(": ");
                if !fits(text, most) || !one_line(text, value, most) {
                    return false;
                }
            }
            text.push_str(" }");
        }
        _ => text.push_str(&scalar(value)),
    }
    fits(text, most)
}

fn fits(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_none()
}

fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        _ => value.to_string(),
    }
}

/// A text in quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + 2);
    result.push('"');
    for c in text.chars() {
        match c {
            '"' => result.push_str("\\\""),
            '\\' => result.push_str("\\\\"),
            '\n' => result.push_str("\\n"),
            '\r' => result.push_str("\\r"),
            '\t' => result.push_str("\\t"),
            c if c < ' ' || c == '\u{7f}' => result.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => result.push(c),
        }
    }
    result.push('"');
    result
}

fn spaces(text: &mut String, indent: usize) {
    text.extend(std::iter::repeat_n("    ", indent));
}

fn column(text: &str) -> usize {
    text.rsplit('\n').next().unwrap_or_default().chars().count()
}
