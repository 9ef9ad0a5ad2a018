//! An answer's text to elements.
//!
//! Texts are hostile. Elements nest [`DEEPEST`] levels at most, as JSON does; each takes of the memory that the answer may use
//! up (`reading`); a document type is refused, and with it every entity beyond XML's own five, so that nothing expands and
//! nothing is fetched.

use super::XmlError;
use super::element::Element;
use crate::codec::reading;
use std::borrow::Cow;
use xmlparser::{ElementEnd, Token, Tokenizer};

/// How deep elements may nest: as deep as serde_json lets JSON.
const DEEPEST: usize = 128;

/// Reads a text's one element.
///
/// # Errors
/// It is not XML in UTF-8, or XML of a kind that no service sends.
pub(crate) fn parse(body: &[u8]) -> Result<Element<'_>, XmlError> {
    let text = std::str::from_utf8(body).map_err(|_| XmlError::syntax("it is not UTF-8"))?;
    let mut open = Open::default();
    for token in Tokenizer::from(text.trim_start_matches('\u{feff}')) {
        open.take(token.map_err(XmlError::syntax)?)?;
    }
    match (open.root, open.stack.last()) {
        (Some(root), None) => Ok(root),
        (_, Some(left)) => Err(XmlError::syntax(format_args!("<{}> has no end", left.name))),
        (None, None) => Err(XmlError::syntax("there is no element")),
    }
}

/// The elements that have begun and not ended yet, the innermost last.
#[derive(Default)]
struct Open<'b> {
    stack: Vec<Element<'b>>,
    root: Option<Element<'b>>,
}

impl<'b> Open<'b> {
    fn take(&mut self, token: Token<'b>) -> Result<(), XmlError> {
        match token {
            Token::ElementStart { span, .. } => self.begin(span.as_str().trim_start_matches('<')),
            Token::Attribute { prefix, span, value, .. } => {
                let name = span.as_str().split(['=', ' ', '\t', '\r', '\n']).next().unwrap_or_default();
                match prefix.as_str() == "xmlns" || name == "xmlns" {
                    true => Ok(()),
                    false => self.attribute(name, value.as_str()),
                }
            }
            Token::ElementEnd { end: ElementEnd::Open, .. } => Ok(()),
            Token::ElementEnd { end: ElementEnd::Empty, .. } => self.end(None),
            Token::ElementEnd { end: ElementEnd::Close(..), span } => {
                self.end(Some(span.as_str().trim_start_matches("</").trim_end_matches('>').trim_end()))
            }
            Token::Text { text } => self.text(unescaped(text.as_str())?),
            Token::Cdata { text, .. } => self.text(lines(text.as_str())),
            Token::DtdStart { .. }
            | Token::EmptyDtd { .. }
            | Token::EntityDeclaration { .. }
            | Token::DtdEnd { .. } => Err(XmlError::refused("it has a document type, which is refused")),
            Token::Declaration { .. } | Token::ProcessingInstruction { .. } | Token::Comment { .. } => Ok(()),
        }
    }

    fn begin(&mut self, name: &'b str) -> Result<(), XmlError> {
        if self.stack.len() >= DEEPEST {
            return Err(XmlError::refused(format_args!("it nests more than {DEEPEST} levels")));
        }
        // The elements of one that has some stand in memory that grows by doubling.
        reading::take::<XmlError>(2 * size_of::<Element<'_>>())?;
        self.stack.push(Element::new(name));
        Ok(())
    }

    fn attribute(&mut self, name: &'b str, value: &'b str) -> Result<(), XmlError> {
        let value = unescaped(value)?;
        reading::take_allocation::<XmlError>(2 * size_of::<(&str, Cow<'_, str>)>() + value.len())?;
        if let Some(element) = self.stack.last_mut() {
            element.attributes.push((name, value));
        }
        Ok(())
    }

    fn text(&mut self, text: Cow<'b, str>) -> Result<(), XmlError> {
        if let Some(element) = self.stack.last_mut() {
            reading::take::<XmlError>(text.len())?;
            element.push_text(text);
        }
        Ok(())
    }

    fn end(&mut self, name: Option<&str>) -> Result<(), XmlError> {
        let Some(element) = self.stack.pop() else {
            return Err(XmlError::syntax("an element ends that has not begun"));
        };
        if let Some(name) = name.filter(|name| *name != element.name) {
            return Err(XmlError::syntax(format_args!("<{}> ends with </{name}>", element.name)));
        }
        match self.stack.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
        Ok(())
    }
}

/// A text with `\n` as the end of every line (XML 1.0, "End-of-Line Handling").
fn lines(text: &str) -> Cow<'_, str> {
    match text.contains('\r') {
        true => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
        false => Cow::Borrowed(text),
    }
}

/// A text with its entities replaced.
fn unescaped(text: &str) -> Result<Cow<'_, str>, XmlError> {
    match lines(text) {
        Cow::Borrowed(text) => replaced(text),
        Cow::Owned(text) => replaced(&text).map(|text| Cow::Owned(text.into_owned())),
    }
}

fn replaced(text: &str) -> Result<Cow<'_, str>, XmlError> {
    let mut rest = text;
    let mut replaced = String::new();
    while let Some((before, after)) = rest.split_once('&') {
        let (name, after) = after.split_once(';').unwrap_or((after, ""));
        let character = entity(name).ok_or_else(|| {
            let shown: String = name.chars().take(20).collect();
            XmlError::syntax(format_args!("it has the entity {shown:?}, which nothing defines"))
        })?;
        replaced.push_str(before);
        replaced.push(character);
        rest = after;
    }
    if replaced.is_empty() {
        return Ok(Cow::Borrowed(rest));
    }
    replaced.push_str(rest);
    Ok(Cow::Owned(replaced))
}

/// The character that an entity stands for: one of XML's own five, or a number.
fn entity(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
            // `from_str_radix` takes a sign, too.
            let is_number = !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix));
            char::from_u32(u32::from_str_radix(digits, radix).ok().filter(|_| is_number)?)
        }
    }
}
