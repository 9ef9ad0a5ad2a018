//! What may become part of a host name.

/// Whether a string can be one label of a host name (RFC 1123): 1 to 63 letters, digits and hyphens, with no hyphen
/// at either end. With `allow_sub_domains`, whether it can be several, joined by dots.
///
/// ```
/// use sdk_runtime::endpoint::is_valid_host_label;
///
/// assert!(is_valid_host_label("us-east-1", false));
/// assert!(!is_valid_host_label("us-east-1.evil.example", false));
/// assert!(is_valid_host_label("a.b", true));
/// ```
pub fn is_valid_host_label(value: &str, allow_sub_domains: bool) -> bool {
    if allow_sub_domains { value.split('.').all(is_label) } else { is_label(value) }
}

/// Whether a bucket's name can stand in front of the host name: 3 to 63 lower-case letters, digits and hyphens, with
/// a letter or digit at either end, and not the form of an IPv4 address. With `allow_sub_domains`, dots may part it
/// into labels that each begin and end so.
pub fn is_virtual_hostable_s3_bucket(value: &str, allow_sub_domains: bool) -> bool {
    (3..=63).contains(&value.len())
        && is_valid_host_label(value, allow_sub_domains)
        && !value.bytes().any(|byte| byte.is_ascii_uppercase())
        && value.parse::<std::net::Ipv4Addr>().is_err()
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}
