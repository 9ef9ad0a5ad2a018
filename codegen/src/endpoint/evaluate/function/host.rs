//! `isValidHostLabel` and `aws.isVirtualHostableS3Bucket`.

// Of this, only the form of addresses: `core` can't open a connection.
use core::net::Ipv4Addr;

/// Whether it is a label of a host name (RFC 1123), or, with `dots`, several of them.
pub(super) fn is_valid_host_label(value: &str, dots: bool) -> bool {
    if dots { value.split('.').all(is_label) } else { is_label(value) }
}

/// Whether it is a label, or several, of 3 to 63 lower-case characters in all, and not an IPv4 address.
pub(super) fn is_virtual_hostable_s3_bucket(value: &str, dots: bool) -> bool {
    let is_address = || value.parse::<Ipv4Addr>().is_ok();
    let has_upper_case = || value.contains(|character: char| character.is_ascii_uppercase());
    (3..=63).contains(&value.len()) && is_valid_host_label(value, dots) && !has_upper_case() && !is_address()
}

fn is_label(label: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&label.len()) && label.bytes().all(is_inner) && !label.starts_with('-') && !label.ends_with('-')
}
