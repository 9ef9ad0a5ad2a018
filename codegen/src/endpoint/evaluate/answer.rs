//! What rules come to.

use super::super::rules::Signing;

/// What rules come to.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Answer {
    /// An endpoint.
    Endpoint(Box<Endpoint>),
    /// A refusal, in the rules' own words.
    Error(String),
    /// Nothing: no rule is for these parameters.
    NoMatch,
}

/// An endpoint that rules chose.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Endpoint {
    /// Its URL.
    pub(in super::super) url: String,
    /// Headers to add, in order.
    pub(in super::super) headers: Vec<(String, String)>,
    /// How requests to it are signed.
    pub(in super::super) signing: Signing<String>,
}
