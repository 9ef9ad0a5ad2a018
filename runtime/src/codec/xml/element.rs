//! What an answer's text says.

use std::borrow::Cow;

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Element<'b> {
    /// Its name as it is written, with its prefix.
    pub(crate) name: &'b str,
    /// Its attributes, but for the namespaces that it declares.
    pub(crate) attributes: Vec<(&'b str, Cow<'b, str>)>,
    /// The elements in it.
    pub(crate) children: Vec<Element<'b>>,
    /// Its own text: all of it, in one piece.
    pub(crate) text: Cow<'b, str>,
}

impl<'b> Element<'b> {
    pub(super) fn new(name: &'b str) -> Self {
        Self { name, ..Self::default() }
    }

    /// The first element in it that has this name.
    pub(crate) fn child(&self, name: &str) -> Option<&Element<'b>> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Its text, if it has any.
    pub(crate) fn said(&self, name: &str) -> Option<&str> {
        self.child(name).map(|child| child.text.trim()).filter(|text| !text.is_empty())
    }

    /// Adds to its text.
    pub(super) fn push_text(&mut self, text: Cow<'b, str>) {
        match self.text.is_empty() {
            true => self.text = text,
            false => self.text.to_mut().push_str(&text),
        }
    }
}
