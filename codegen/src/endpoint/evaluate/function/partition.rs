//! `aws.partition`.

mod regions;

use super::super::datum::Datum;
use std::rc::Rc;

/// What the regions of one AWS partition have in common.
struct Partition {
    name: &'static str,
    dns_suffix: &'static str,
    dual_stack_dns_suffix: &'static str,
    supports_fips: bool,
    supports_dual_stack: bool,
    implicit_global_region: &'static str,
}

/// The facts of which day a partition has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super::super) enum Table {
    /// Those that the runtime knows.
    Today,
    /// Those of the time when isolated partitions had no endpoints that answer over IPv6.
    BeforeIsolatedDualStack,
}

impl Table {
    fn supports_dual_stack(self, partition: &Partition) -> bool {
        let is_isolated = partition.name.starts_with("aws-iso") || partition.name == "aws-eusc";
        partition.supports_dual_stack && !(self == Table::BeforeIsolatedDualStack && is_isolated)
    }
}

pub(super) fn partition<'a>(region: &str, table: Table) -> Option<Datum<'a>> {
    let partition = regions::partition_of(region)?;
    Some(Datum::Record(Rc::new([
        ("name", Datum::text(partition.name)),
        ("dnsSuffix", Datum::text(partition.dns_suffix)),
        ("dualStackDnsSuffix", Datum::text(partition.dual_stack_dns_suffix)),
        ("supportsFIPS", Datum::Boolean(partition.supports_fips)),
        ("supportsDualStack", Datum::Boolean(table.supports_dual_stack(partition))),
        ("implicitGlobalRegion", Datum::text(partition.implicit_global_region)),
    ])))
}

/// A region of each partition: the one that its global services sign for.
pub(in super::super::super) fn global_regions() -> impl Iterator<Item = &'static str> {
    regions::PARTITIONS.iter().map(|regions| regions.partition.implicit_global_region)
}
