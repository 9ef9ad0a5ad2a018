//! How codecs write and read trees, where that is the same for many.

/// The tree methods of a [`Codec`](super::Codec) whose values have a text: it is the same as in a header or a query.
macro_rules! leaf {
    ($ty:ty) => {
        #[cfg(feature = "xml")]
        fn write_tree(&self, value: &$ty) -> Result<crate::codec::xml::Node, crate::codec::xml::XmlError> {
            Ok(crate::codec::xml::Node::of_text(self, value))
        }

        #[cfg(feature = "xml")]
        fn read_tree(&self, from: crate::codec::xml::Found<'_>) -> Result<$ty, crate::codec::xml::XmlError> {
            from.parsed(self)
        }
    };
}

/// The tree methods of a [`Codec`](super::Codec) around another one, which its field `$inner` is.
macro_rules! around {
    ($ty:ty, $inner:tt) => {
        #[cfg(feature = "xml")]
        fn write_tree(&self, value: &$ty) -> Result<crate::codec::xml::Node, crate::codec::xml::XmlError> {
            self.$inner.write_tree(value)
        }

        #[cfg(feature = "xml")]
        fn read_tree(&self, from: crate::codec::xml::Found<'_>) -> Result<$ty, crate::codec::xml::XmlError> {
            self.$inner.read_tree(from)
        }
    };
}

pub(super) use {around, leaf};
