//! How a union looks in JSON.

/// How a union looks in JSON: as an object with the one member that is set ([`TAGGED`](Self::TAGGED)), unless its declaration says
/// otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    pub(super) kind: Kind,
    /// The member that any other is.
    pub(super) open: Option<&'static str>,
}

/// How a union's member is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// By the name of an object's only member.
    Tagged,
    /// By the object's member of this name, among those of what is held.
    Discriminated(&'static str),
    /// By its looks.
    Untagged,
}

impl Form {
    /// An object with the one member that is set, as Smithy has it.
    pub const TAGGED: Self = Self { kind: Kind::Tagged, open: None };

    /// The object that is held, with one more member that says which it is (`alloy#discriminated`).
    #[must_use]
    pub const fn discriminated(self, key: &'static str) -> Self {
        Self { kind: Kind::Discriminated(key), ..self }
    }

    /// What is held, and nothing else (`alloy#untagged`).
    #[must_use]
    pub const fn untagged(self) -> Self {
        Self { kind: Kind::Untagged, ..self }
    }

    /// The member of this name is the whole of any value that is none of the others (`alloy#jsonUnknown`).
    #[must_use]
    pub const fn open(self, member: &'static str) -> Self {
        Self { open: Some(member), ..self }
    }

    /// Whether it is as Smithy has it.
    pub(in crate::codec) const fn is_plain(self) -> bool {
        matches!(self, Self { kind: Kind::Tagged, open: None })
    }
}
