//! Checksums of bodies that an operation sends and asks for.

/// The checksums that an operation's bodies travel with (`aws.protocols#httpChecksum`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HttpChecksum {
    /// The header that says which algorithm a request's checksum is of.
    pub algorithm: Option<&'static str>,
    /// Whether requests have to have a checksum.
    pub required: bool,
    /// The header that asks for the answer's checksum, which is then compared.
    pub mode: Option<&'static str>,
    /// The algorithms that an answer's checksum may be of.
    pub answers: &'static [&'static str],
}

impl HttpChecksum {
    /// None.
    pub const NONE: Self = Self { algorithm: None, required: false, mode: None, answers: &[] };

    /// Requests have one, whose algorithm this header says.
    pub const fn request(algorithm: &'static str, required: bool) -> Self {
        Self { algorithm: Some(algorithm), required, ..Self::NONE }
    }

    /// Answers have one, which this header asks for, of one of these algorithms.
    pub const fn answer(mode: &'static str, answers: &'static [&'static str]) -> Self {
        Self { mode: Some(mode), answers, ..Self::NONE }
    }
}
