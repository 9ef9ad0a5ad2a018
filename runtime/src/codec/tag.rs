//! Values that a binary format may mark as what they are.
//!
//! serde's data model has no tags; it has newtypes with a name. A value that CBOR tags is such a newtype: the format knows it
//! by this name, and every other one writes the value alone.

/// Seconds since 1 January 1970, as a number (RFC 8949, section 3.4.2).
pub(super) const EPOCH: &str = "$epoch-seconds";

/// A whole number of any size, as its decimal text (RFC 8949, section 3.4.3).
pub(super) const BIG_INTEGER: &str = "$big-integer";

/// A decimal number of any size, as its text (RFC 8949, section 3.4.4).
pub(super) const BIG_DECIMAL: &str = "$big-decimal";
