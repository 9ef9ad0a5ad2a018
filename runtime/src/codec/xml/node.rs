//! What is written, before it is text.

use super::XmlError;

/// A value that is to be written: its content, and the namespace that its element declares.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub(crate) form: Form,
    pub(crate) namespace: Option<Namespace>,
}

/// A namespace that an element declares (`smithy.api#xmlNamespace`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Namespace {
    /// Its prefix; empty for the default namespace.
    pub prefix: &'static str,
    /// Its URI.
    pub uri: &'static str,
}

/// What a value consists of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Form {
    /// A text.
    Text(String),
    /// The members of a structure or union, attributes first.
    Members(Vec<Attribute>, Vec<Named>),
    /// A list's items.
    List(Style, Vec<Node>),
    /// A map's entries: keys and values.
    Map(Style, Vec<(Node, Node)>),
}

/// A member that is an attribute in XML, with its names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Attribute {
    /// The attribute's name.
    pub(crate) name: &'static str,
    /// Its name in a form, where it is a member as any other.
    pub(crate) key: &'static str,
    pub(crate) text: String,
}

/// A member with its names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    /// Its element's name.
    pub(crate) name: &'static str,
    /// Its name in a form.
    pub(crate) key: &'static str,
    pub(crate) node: Node,
}

/// How a list or a map is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    /// Whether items stand where the list would, each under its name.
    pub(crate) flat: bool,
    /// The name of a list's item.
    pub(crate) item: &'static str,
    /// The name of an entry's key.
    pub(crate) key: &'static str,
    /// The name of an entry's value.
    pub(crate) value: &'static str,
}

impl Style {
    pub(crate) const USUAL: Self = Self { flat: false, item: "member", key: "key", value: "value" };
}

impl Node {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Form::Text(text.into()).into()
    }

    /// Collects a list's items.
    pub(crate) fn list(items: impl Iterator<Item = Result<Node, XmlError>>) -> Result<Self, XmlError> {
        Ok(Form::List(Style::USUAL, items.collect::<Result<_, _>>()?).into())
    }

    /// Collects a map's entries.
    pub(crate) fn map(entries: impl Iterator<Item = Result<(Node, Node), XmlError>>) -> Result<Self, XmlError> {
        Ok(Form::Map(Style::USUAL, entries.collect::<Result<_, _>>()?).into())
    }

    /// Changes how the list or map is laid out.
    pub(crate) fn styled(mut self, change: impl FnOnce(&mut Style)) -> Self {
        if let Form::List(style, _) | Form::Map(style, _) = &mut self.form {
            change(style);
        }
        self
    }
}

impl From<Form> for Node {
    fn from(form: Form) -> Self {
        Self { form, namespace: None }
    }
}
