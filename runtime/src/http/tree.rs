//! Bodies that are made of a tree: XML, and forms.

use super::RequestParts;
use super::body::BodyWriter;
use super::writer::RequestWriter;
#[cfg(feature = "query")]
use super::{Dialect, form};
use crate::codec::xml::{NodeMembers, RootElement, XmlError};
use crate::codec::{Codec, Member, Members, TextCodec};
use crate::error::InputError;

/// Builds the parts of a request whose body is XML. `root` is the body's element.
///
/// # Errors
/// As for [`build`](super::build); characters that XML can't hold as well.
pub fn build_xml<I: Members>(
    input: &I,
    uri: &'static str,
    root: &'static RootElement,
    token: &mut dyn FnMut() -> String,
) -> Result<RequestParts, InputError> {
    let body = Tree { members: NodeMembers::default(), text: |members: NodeMembers| root.render(members.into_node()) };
    RequestWriter::new(uri, token, body).of(input, "application/xml", I::HAS_BODY)
}

/// Builds the parts of a request whose body is a form: the action that it asks for, the version of the API, the members.
///
/// # Errors
/// As for [`build`](super::build).
#[cfg(feature = "query")]
pub fn build_form<I: Members>(
    input: &I,
    (action, version): (&str, &str),
    dialect: Dialect,
    token: &mut dyn FnMut() -> String,
) -> Result<RequestParts, InputError> {
    let text = |members: NodeMembers| {
        let mut pairs = String::new();
        form::pair(&mut pairs, "Action", action);
        form::pair(&mut pairs, "Version", version);
        dialect.push(&mut pairs, "", &members.into_node());
        Ok(pairs)
    };
    let body = Tree { members: NodeMembers::default(), text };
    RequestWriter::new("/", token, body).of(input, "application/x-www-form-urlencoded", true)
}

/// Members, and what makes a text of them.
struct Tree<F> {
    members: NodeMembers,
    text: F,
}

impl<F: FnOnce(NodeMembers) -> Result<String, XmlError>> BodyWriter for Tree<F> {
    type Error = XmlError;

    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: &T, codec: C) -> Result<(), XmlError> {
        self.members.set(member, value, codec)
    }

    fn attribute<T, C: TextCodec<T>>(&mut self, member: &Member, value: &T, codec: C) -> Result<(), XmlError> {
        self.members.set_attribute(member, value, codec);
        Ok(())
    }

    fn finish(self, has_body: bool) -> Result<Option<Vec<u8>>, XmlError> {
        let text = has_body.then(|| (self.text)(self.members)).transpose()?;
        Ok(text.map(String::into_bytes))
    }
}
