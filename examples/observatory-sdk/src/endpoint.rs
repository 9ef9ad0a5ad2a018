// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Where requests go.

use sdk_runtime::endpoint::{BuiltIns, Endpoint, ResolveError, refuse};

/// What the rules decide by: settings of the client, and what an operation says about itself.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub(crate) struct Params {
    /// Where requests go: the client's `endpoint_url`.
    pub endpoint: Option<String>,
}

impl From<&BuiltIns> for Params {
    fn from(built_ins: &BuiltIns) -> Self {
        Self {
            endpoint: built_ins.endpoint.clone(),
        }
    }
}

/// Chooses the endpoint for these parameters.
///
/// # Errors
/// The rules' own words on why there is no endpoint, such as a setting that is missing.
pub(crate) fn resolve(params: &Params) -> Result<Endpoint, ResolveError> {
    if let Some(endpoint) = &params.endpoint {
        return Ok(Endpoint::new(endpoint));
    }
    refuse("set `endpoint_url` in the client's config")
}
