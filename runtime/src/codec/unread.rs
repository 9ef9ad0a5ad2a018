//! A value that is still to be read, in whatever format.

use super::Codec;
use super::nullable::Nullable;
use serde::de::{IgnoredAny, MapAccess};
use std::marker::PhantomData;

/// The value of a member whose name has been read: what a structure or union takes if it has such a member.
pub trait Unread {
    /// What can go wrong.
    type Error;

    /// Reads the value; what stands for none, such as `null`, is `None`.
    ///
    /// # Errors
    /// It is not what the codec reads.
    fn value<T, C: Codec<T>>(&mut self, codec: C) -> Result<Option<T>, Self::Error>;

    /// Reads a member of a union that holds nothing but says that it is set.
    ///
    /// # Errors
    /// The value can't be passed over.
    fn unit(&mut self) -> Result<Option<()>, Self::Error>;

    /// Reads the value into `slot`.
    ///
    /// # Errors
    /// As for [`value`](Self::value).
    fn read<T, C: Codec<T>>(&mut self, slot: &mut Option<T>, codec: C) -> Result<(), Self::Error> {
        *slot = self.value(codec)?;
        Ok(())
    }
}

/// One `"name": value` of a serde format, whose value is still to be read.
pub(super) struct Entry<'a, 'de, A> {
    from: &'a mut A,
    taken: bool,
    of: PhantomData<&'de ()>,
}

impl<'a, A> Entry<'a, '_, A> {
    pub(super) fn new(from: &'a mut A) -> Self {
        Self { from, taken: false, of: PhantomData }
    }

    /// Whether the value has been read.
    pub(super) fn is_taken(&self) -> bool {
        self.taken
    }
}

impl<'de, A: MapAccess<'de>> Unread for Entry<'_, 'de, A> {
    type Error = A::Error;

    fn value<T, C: Codec<T>>(&mut self, codec: C) -> Result<Option<T>, A::Error> {
        self.taken = true;
        self.from.next_value_seed(Nullable::new(codec))
    }

    fn unit(&mut self) -> Result<Option<()>, A::Error> {
        self.taken = true;
        self.from.next_value::<Option<IgnoredAny>>().map(|value| value.map(drop))
    }
}
