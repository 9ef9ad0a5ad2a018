//! A single member as the whole body.

use super::found::Found;
use super::{Namespace, Node, XmlError, parse, render};
use crate::codec::{Check, Codec, PayloadCodec};
use aws_smithy_runtime_api::box_error::BoxError;
use serde::ser::Error as _;
use serde::{Deserializer, Serializer};

/// The element that is a body.
#[derive(Clone, Copy, Debug)]
pub struct RootElement {
    /// Its name.
    pub name: &'static str,
    /// The namespace that it declares.
    pub namespace: Option<Namespace>,
}

impl RootElement {
    /// The body.
    pub(crate) fn render(&self, node: Node) -> Result<String, XmlError> {
        render(self.name, &Node { namespace: node.namespace.or(self.namespace), ..node })
    }
}

/// A structure or union as a whole XML body, whose element has this name.
#[derive(Clone, Copy, Debug)]
pub struct Root<C>(pub &'static str, pub C);

impl<T, C: Codec<T>> Codec<T> for Root<C> {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        self.1.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        self.1.read(from)
    }

    fn check(&self, value: &T, report: &mut Check) {
        self.1.check(value, report);
    }
}

impl<T, C: Codec<T>> PayloadCodec<T> for Root<C> {
    fn content_type(&self) -> &'static str {
        "application/xml"
    }

    fn encode(&self, value: &T) -> Result<Vec<u8>, serde_json::Error> {
        let body = self.1.write_tree(value).and_then(|node| render(self.0, &node));
        body.map(String::into_bytes).map_err(serde_json::Error::custom)
    }

    fn decode(&self, body: &[u8]) -> Result<T, BoxError> {
        let root = parse(body)?;
        Ok(self.1.read_tree(Found::of(&&root))?)
    }
}
