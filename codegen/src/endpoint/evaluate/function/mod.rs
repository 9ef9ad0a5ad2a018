//! The rules engine's standard library and its AWS extensions, over [`Datum`].
//!
//! They give what those of `sdk_runtime::endpoint` give, on which the generator can't depend: one table of cases holds
//! for both, and the table of partitions is a copy of the same file.

mod host;
mod partition;
mod text;
mod url;

pub(in super::super) use partition::{Table, global_regions};

use super::super::function::Function;
use super::datum::Datum;

/// Calls a function; `None` if it has no result.
pub(super) fn call<'a>(function: &Function, arguments: &[Datum<'a>], table: Table) -> Option<Datum<'a>> {
    use Datum::{Boolean, Integer, Text};
    match (function.name, arguments) {
        ("aws.isVirtualHostableS3Bucket", [Text(bucket), Boolean(dots)]) => {
            Some(Boolean(host::is_virtual_hostable_s3_bucket(bucket.as_str(), *dots)))
        }
        ("aws.parseArn", [Text(arn)]) => text::parse_arn(arn),
        ("aws.partition", [Text(region)]) => partition::partition(region.as_str(), table),
        ("isValidHostLabel", [Text(label), Boolean(dots)]) => {
            Some(Boolean(host::is_valid_host_label(label.as_str(), *dots)))
        }
        ("parseURL", [Text(url)]) => url::parse_url(url),
        ("split", [Text(value), Text(delimiter), Integer(limit)]) => {
            Some(text::split(value, delimiter.as_str(), *limit))
        }
        ("substring", [Text(value), Integer(start), Integer(stop), Boolean(reverse)]) => {
            text::substring(value, *start, *stop, *reverse).map(Text)
        }
        ("uriEncode", [Text(value)]) => Some(Text(text::uri_encode(value.as_str()))),
        // Parsing lets no other call through.
        _ => None,
    }
}
