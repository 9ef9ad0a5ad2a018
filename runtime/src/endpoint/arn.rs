//! Amazon Resource Names, as far as endpoint rules look into them.

/// The parts of an ARN: the result of the rule function `aws.parseArn`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Arn<'a> {
    /// The partition, e.g. `aws`.
    pub partition: &'a str,
    /// The service, e.g. `dynamodb`.
    pub service: &'a str,
    /// The region; empty for resources that have none.
    pub region: &'a str,
    /// The account; empty for resources that belong to none.
    pub account_id: &'a str,
    /// The resource, cut at each `:` and `/`.
    pub resource_id: Vec<&'a str>,
}

/// Parses `arn:partition:service:region:account:resource`.
///
/// Region and account may be empty, the others may not; `None` for anything else.
///
/// ```
/// let arn = sdk_runtime::endpoint::parse_arn("arn:aws:dynamodb:us-east-1:111122223333:table/Music").unwrap();
/// assert_eq!(arn.account_id, "111122223333");
/// assert_eq!(arn.resource_id, ["table", "Music"]);
/// ```
pub fn parse_arn(value: &str) -> Option<Arn<'_>> {
    let mut parts = value.strip_prefix("arn:")?.splitn(5, ':');
    let mut next = || parts.next();
    let (partition, service, region, account_id, resource) = (next()?, next()?, next()?, next()?, next()?);
    if partition.is_empty() || service.is_empty() || resource.is_empty() {
        return None;
    }
    Some(Arn { partition, service, region, account_id, resource_id: resource.split([':', '/']).collect() })
}
