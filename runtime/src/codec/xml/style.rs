//! What a member's row says beyond its codec: each is a codec around another one, and plain to formats that aren't XML.

use super::node::Style;
use super::{Found, Namespace, Node, XmlError};
use crate::codec::{Check, Codec};
use serde::{Deserializer, Serializer};

/// A list or map whose items stand where it would stand itself (`smithy.api#xmlFlattened`).
#[derive(Clone, Copy, Debug)]
pub struct Flat<C>(pub C);

/// A list whose items have this name, where it isn't `member`.
#[derive(Clone, Copy, Debug)]
pub struct Items<C>(pub &'static str, pub C);

/// A map in whose entries key and value have these names, where they aren't `key` and `value`.
#[derive(Clone, Copy, Debug)]
pub struct Entries<C>(pub &'static str, pub &'static str, pub C);

/// A value whose element declares a namespace: its prefix, which may be empty, and its URI.
#[derive(Clone, Copy, Debug)]
pub struct Within<C>(pub &'static str, pub &'static str, pub C);

/// A map whose keys' elements declare a namespace, as in [`Within`].
#[derive(Clone, Copy, Debug)]
pub struct KeyWithin<C>(pub &'static str, pub &'static str, pub C);

/// A codec around the one at `$inner`: the same but for how it is laid out in a tree.
macro_rules! around {
    ($codec:ident, $inner:tt, $written:expr, $found:expr) => {
        impl<T, C: Codec<T>> Codec<T> for $codec<C> {
            fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
                self.$inner.write(value, to)
            }

            fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
                self.$inner.read(from)
            }

            fn check(&self, value: &T, report: &mut Check) {
                self.$inner.check(value, report);
            }

            fn write_tree(&self, value: &T) -> Result<Node, XmlError> {
                let written: fn(&Self, Node) -> Node = $written;
                self.$inner.write_tree(value).map(|node| written(self, node))
            }

            fn read_tree(&self, from: Found<'_>) -> Result<T, XmlError> {
                let change: fn(&Self, &mut Style) = $found;
                self.$inner.read_tree(from.styled(|style| change(self, style)))
            }
        }
    };
}

around!(Flat, 0, |_, node| node.styled(|style| style.flat = true), |_, style| style.flat = true);
around!(Items, 1, |with, node| node.styled(|style| style.item = with.0), |_, _| {});
around!(Entries, 2, |with, node| node.styled(|style| with.name(style)), |with, style| with.name(style));
around!(Within, 2, |with, node| with.declare(node), |_, _| {});
around!(KeyWithin, 2, |with, node| with.declare(node), |_, _| {});

impl<C> Entries<C> {
    fn name(&self, style: &mut Style) {
        (style.key, style.value) = (self.0, self.1);
    }
}

impl<C> Within<C> {
    fn declare(&self, node: Node) -> Node {
        Node { namespace: Some(Namespace { prefix: self.0, uri: self.1 }), ..node }
    }
}

impl<C> KeyWithin<C> {
    fn declare(&self, mut node: Node) -> Node {
        if let super::NodeForm::Map(_, entries) = &mut node.form {
            for (key, _) in entries {
                key.namespace = Some(Namespace { prefix: self.0, uri: self.1 });
            }
        }
        node
    }
}
