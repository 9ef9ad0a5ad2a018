//! The values of the file, each with its place, and with variables filled in.

use crate::ast::{CORRECT_SYNTAX, Object, items, not_json, place, span};
use crate::diagnostic::{Diagnostic, Span};
use serde_json::value::RawValue;

/// A value, and how it is reached: `projections.public.transforms[0]`.
pub(super) struct Node<'a> {
    raw: &'a RawValue,
    pub(super) path: String,
}

/// Reads values, and notes what is wrong.
pub(super) struct Reader<'a> {
    source: &'a str,
    variable: &'a dyn Fn(&str) -> Option<String>,
    pub(super) problems: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: &'a str, variable: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Reader { source, variable, problems: Vec::new() }
    }

    /// The whole text, if it is JSON.
    pub(super) fn whole(&mut self) -> Option<Node<'a>> {
        match serde_json::from_str::<&'a RawValue>(self.source) {
            Ok(raw) => Some(Node { raw, path: String::new() }),
            Err(error) => {
                let start = place(self.source, &error);
                let span = Some(Span { start, end: start });
                let (problem, remedy) = (not_json(&error), CORRECT_SYNTAX.to_owned());
                self.problems.push(Diagnostic { shape: None, span, problem, remedy });
                None
            }
        }
    }

    /// Notes what is wrong with a value: its path, then the problem.
    pub(super) fn wrong(&mut self, node: &Node<'a>, problem: &str, remedy: impl Into<String>) {
        let problem = match node.path.as_str() {
            "" => format!("the file {problem}"),
            path => format!("`{path}` {problem}"),
        };
        let span = Some(span(self.source, node.raw));
        self.problems.push(Diagnostic { shape: None, span, problem, remedy: remedy.into() });
    }

    /// The entries of an object, in their order.
    pub(super) fn entries(&mut self, node: &Node<'a>) -> Vec<(String, Node<'a>)> {
        let Ok(Object(entries)) = serde_json::from_str::<Object<'a>>(node.raw.get()) else {
            self.wrong(node, "is not an object", "write `{ … }` there");
            return Vec::new();
        };
        let mut found = Vec::new();
        for (key, raw) in entries {
            let at = |key: &str| if node.path.is_empty() { key.to_owned() } else { format!("{}.{key}", node.path) };
            let value = Node { raw, path: at(&key) };
            if let Some(key) = self.filled(&value, &key) {
                found.push((key.clone(), Node { path: at(&key), ..value }));
            }
        }
        found
    }

    /// The items of a list.
    pub(super) fn items(&mut self, node: &Node<'a>) -> Vec<Node<'a>> {
        let Some(items) = items(node.raw) else {
            self.wrong(node, "is not a list", "write `[ … ]` there");
            return Vec::new();
        };
        let at = |(index, raw)| Node { raw, path: format!("{}[{index}]", node.path) };
        items.into_iter().enumerate().map(at).collect()
    }

    /// Whether the value is a list.
    pub(super) fn is_list(&self, node: &Node<'a>) -> bool {
        node.raw.get().starts_with('[')
    }

    pub(super) fn text(&mut self, node: &Node<'a>) -> Option<String> {
        match serde_json::from_str::<String>(node.raw.get()) {
            Ok(text) => self.filled(node, &text),
            Err(_) => {
                self.wrong(node, "is not a string", "write it in double quotes");
                None
            }
        }
    }

    pub(super) fn texts(&mut self, node: &Node<'a>) -> Vec<String> {
        let items = self.items(node);
        items.iter().filter_map(|item| self.text(item)).collect()
    }

    pub(super) fn flag(&mut self, node: &Node<'a>) -> bool {
        serde_json::from_str(node.raw.get()).unwrap_or_else(|_| {
            self.wrong(node, "is neither `true` nor `false`", "write one of them, without quotes");
            false
        })
    }

    /// The text with its variables filled in: `${NAME}`; `\${` stands for `${`.
    fn filled(&mut self, node: &Node<'a>, text: &str) -> Option<String> {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("${") {
            if let Some(before) = before.strip_suffix('\\') {
                filled.push_str(before);
                filled.push_str("${");
                rest = after;
                continue;
            }
            filled.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                self.wrong(node, "has a `${` without a `}`", "close it, or write `\\\\${` for the two characters");
                return None;
            };
            let Some(value) = (self.variable)(name) else {
                let problem = format!("needs the environment variable `{name}`, which isn't set");
                self.wrong(node, &problem, "set it, or write `\\\\${` for the two characters");
                return None;
            };
            filled.push_str(&value);
            rest = after;
        }
        filled.push_str(rest);
        Some(filled)
    }
}
