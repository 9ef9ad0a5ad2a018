//! What is fixed about an operation.

use super::Service;

/// What is fixed about one operation: one constant per generated operation.
#[derive(Debug)]
pub struct Metadata {
    /// The service that it belongs to.
    pub service: &'static Service,
    /// The operation's name in the model, e.g. `GetNetwork`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The URI pattern of `smithy.api#http`, e.g. `/networks/{networkId}`.
    pub uri: &'static str,
    /// What a repeated call may do.
    pub effect: Effect,
}

/// What a repeated call may do, from the model's `readonly`, `idempotent` and `idempotencyToken` traits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Changes nothing.
    ReadOnly,
    /// Calling again has no effect beyond the first call's.
    Idempotent,
    /// Carries a token by which the service recognizes a repeated call.
    Token,
    /// Each call that arrives may take effect.
    Plain,
}
