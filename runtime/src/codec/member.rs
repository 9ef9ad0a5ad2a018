//! What is fixed about one member of a structure.

/// Where in an HTTP message a member stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the path (`smithy.api#httpLabel`).
    Label,
    /// In the path, whatever that makes of the path: Amazon S3's keys.
    Verbatim,
    /// In the endpoint alone, for which the operation's rules ask.
    Endpoint,
    /// In the query string (`smithy.api#httpQuery`).
    Query,
    /// In a header (`smithy.api#httpHeader`).
    Header,
}

/// What is fixed about one member.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// The Rust field's name.
    pub field: &'static str,
    /// The name by which serde and messages know it.
    pub name: &'static str,
    /// Its name in the HTTP message: the query parameter, the header, the key in a form. Where the row says nothing of it, the
    /// same as `name`.
    pub key: &'static str,
    /// Whether a request has to have it.
    pub required: bool,
}
