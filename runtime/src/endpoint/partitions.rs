//! The partitions of AWS: what the regions of each have in common.
//!
//! A region is found by its name; one that is newer than the table, by the shape of its name.

mod regions;

/// What the regions of one AWS partition have in common: the result of the rule function `aws.partition`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Partition {
    /// The partition's name, e.g. `aws-us-gov`.
    pub name: &'static str,
    /// The domain of its services' endpoints.
    pub dns_suffix: &'static str,
    /// The domain of those endpoints that also answer over IPv6.
    pub dual_stack_dns_suffix: &'static str,
    /// Whether any service there has FIPS endpoints.
    pub supports_fips: bool,
    /// Whether any service there has dual-stack endpoints.
    pub supports_dual_stack: bool,
    /// The region that global services there sign for.
    pub implicit_global_region: &'static str,
}

/// Returns the partition of a region: the one that lists its name, else the one whose names have that shape, else
/// `aws`.
///
/// ```
/// use sdk_runtime::endpoint::partition;
///
/// let name = |region| partition(region).map(|partition| partition.name);
/// assert_eq!(name("us-gov-west-1"), Some("aws-us-gov"));
/// assert_eq!(name("cn-somewhere-9"), Some("aws-cn"));
/// assert_eq!(name("nowhere"), Some("aws"));
/// ```
pub fn partition(region: &str) -> Option<&'static Partition> {
    regions::partition_of(region)
}
