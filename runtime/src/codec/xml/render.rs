//! A node as XML text.

use super::XmlError;
use super::node::{Attribute, Form, Named, Namespace, Node, Style};

/// Writes a document of one element.
///
/// # Errors
/// A text has a character that XML can't hold.
pub(crate) fn render(name: &str, node: &Node) -> Result<String, XmlError> {
    let mut text = String::new();
    element(&mut text, name, node, node.namespace)?;
    Ok(text)
}

fn element(to: &mut String, name: &str, node: &Node, namespace: Option<Namespace>) -> Result<(), XmlError> {
    match &node.form {
        Form::List(Style { flat: true, .. }, items) => {
            items.iter().try_for_each(|item| element(to, name, item, item.namespace.or(namespace)))
        }
        Form::Map(style @ Style { flat: true, .. }, entries) => {
            entries.iter().try_for_each(|entry| self::entry(to, name, namespace, *style, entry))
        }
        form => {
            begin(to, name, namespace);
            if let Form::Members(attributes, _) = form {
                for Attribute { name, text: value, .. } in attributes {
                    to.push_str(&format!(" {name}=\""));
                    escape(to, value, true).map_err(|error| error.within(name))?;
                    to.push('"');
                }
            }
            to.push('>');
            content(to, form)?;
            end(to, name);
            Ok(())
        }
    }
}

fn content(to: &mut String, form: &Form) -> Result<(), XmlError> {
    match form {
        Form::Text(text) => escape(to, text, false),
        Form::Members(_, members) => members.iter().try_for_each(|Named { name, node, .. }| {
            element(to, name, node, node.namespace).map_err(|error| error.within(name))
        }),
        Form::List(style, items) => items.iter().try_for_each(|item| element(to, style.item, item, item.namespace)),
        Form::Map(style, entries) => entries.iter().try_for_each(|entry| self::entry(to, "entry", None, *style, entry)),
    }
}

fn entry(
    to: &mut String,
    name: &str,
    namespace: Option<Namespace>,
    style: Style,
    (key, value): &(Node, Node),
) -> Result<(), XmlError> {
    begin(to, name, namespace);
    to.push('>');
    element(to, style.key, key, key.namespace)?;
    element(to, style.value, value, value.namespace)?;
    end(to, name);
    Ok(())
}

/// The beginning of a tag that is still open.
fn begin(to: &mut String, name: &str, namespace: Option<Namespace>) {
    to.push('<');
    to.push_str(name);
    if let Some(Namespace { prefix, uri }) = namespace {
        let colon = if prefix.is_empty() { "" } else { ":" };
        to.push_str(&format!(" xmlns{colon}{prefix}=\""));
        // The model's own text; what XML can't hold is left out of it.
        let _ = escape(to, uri, true);
        to.push('"');
    }
}

fn end(to: &mut String, name: &str) {
    to.push_str("</");
    to.push_str(name);
    to.push('>');
}

/// Writes a text so that it is read as it is: what would be markup, and the line ends that readers change.
fn escape(to: &mut String, text: &str, in_attribute: bool) -> Result<(), XmlError> {
    for character in text.chars() {
        match character {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' if in_attribute => to.push_str("&quot;"),
            '\t' | '\n' if !in_attribute => to.push(character),
            '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' => to.push_str(&format!("&#x{:X};", u32::from(character))),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                return Err(XmlError::misfit(format_args!("has the character {character:?}, which XML can't hold")));
            }
            other => to.push(other),
        }
    }
    Ok(())
}
