// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The endpoint rules of the service's model.

use sdk_runtime::endpoint::{BuiltIns, Endpoint, ResolveError, partition, refuse};

/// What the rules decide by: settings of the client, and what an operation says about itself.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub(crate) struct Params {
    /// AWS Region whose endpoint requests go to, for example `eu-central-1`.
    pub region: Option<String>,
    /// Whether to choose an endpoint that answers on IPv6 as well as IPv4; off by default. Where a Region
    /// lacks one, requests can fail.
    pub use_dual_stack: bool,
    /// Whether to choose an endpoint that uses FIPS-validated cryptography; off by default. Where a Region
    /// lacks one, requests fail.
    pub use_fips: bool,
    /// URL that takes the place of the Region's endpoint. It rules out the FIPS and dual-stack options.
    pub endpoint: Option<String>,
}

impl From<&BuiltIns> for Params {
    fn from(built_ins: &BuiltIns) -> Self {
        Self {
            region: built_ins.region.clone(),
            use_dual_stack: built_ins.use_dual_stack,
            use_fips: built_ins.use_fips,
            endpoint: built_ins.endpoint.clone(),
        }
    }
}

/// Chooses the endpoint for these parameters.
///
/// # Errors
/// The rules' own words on why there is no endpoint: a setting is missing, or the region's partition does not
/// support what is asked for.
pub(crate) fn resolve(params: &Params) -> Result<Endpoint, ResolveError> {
    if let Some(endpoint) = &params.endpoint {
        if params.use_fips {
            return refuse(
                "Invalid Configuration: FIPS and custom endpoint are not supported",
            );
        }
        if params.use_dual_stack {
            return refuse(
                "Invalid Configuration: Dualstack and custom endpoint are not supported",
            );
        }
        return Ok(Endpoint::new(endpoint));
    }
    let Some(region) = &params.region else {
        return refuse("Invalid Configuration: Missing Region");
    };
    let Some(partition_result) = partition(region) else {
        return Err(ResolveError::no_rule_matched());
    };
    if params.use_fips && params.use_dual_stack {
        if partition_result.supports_fips && partition_result.supports_dual_stack {
            let dual_stack_dns_suffix = partition_result.dual_stack_dns_suffix;
            let url = format!("https://connect-fips.{region}.{dual_stack_dns_suffix}");
            return Ok(Endpoint::new(url));
        }
        return refuse(
            "FIPS and DualStack are enabled, but this partition does not support one or both",
        );
    }
    if params.use_fips {
        if !partition_result.supports_fips {
            return refuse("FIPS is enabled but this partition does not support FIPS");
        }
        if partition_result.name == "aws-us-gov" {
            let url = format!("https://connect.{region}.amazonaws.com");
            return Ok(Endpoint::new(url));
        }
        let dns_suffix = partition_result.dns_suffix;
        let url = format!("https://connect-fips.{region}.{dns_suffix}");
        return Ok(Endpoint::new(url));
    }
    if params.use_dual_stack {
        if partition_result.supports_dual_stack {
            let dual_stack_dns_suffix = partition_result.dual_stack_dns_suffix;
            let url = format!("https://connect.{region}.{dual_stack_dns_suffix}");
            return Ok(Endpoint::new(url));
        }
        return refuse(
            "DualStack is enabled but this partition does not support DualStack",
        );
    }
    let dns_suffix = partition_result.dns_suffix;
    let url = format!("https://connect.{region}.{dns_suffix}");
    Ok(Endpoint::new(url))
}

#[cfg(test)]
mod tests;
