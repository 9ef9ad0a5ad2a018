//! What a setting must be to become part of a host's name or of a signature, and what is said where it isn't.
//!
//! In: settings' values, whoever made them. Out: nothing, or an [`InvalidSetting`] that names the setting. They are checked
//! before rules see them and before anything is signed: a region `evil.example/` would send a signed request elsewhere.

use super::base::{Base, short, shown};
use super::is_valid_host_label;
use std::fmt::{self, Display, Formatter};

/// A setting by which nothing can be sent: one line that says which, what it is, and what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InvalidSetting {
    text: String,
}

impl Display for InvalidSetting {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for InvalidSetting {}

const LABEL: &str = "letters, digits and inner hyphens, 1 to 63";

/// Checks the region of a config.
pub(crate) fn check_region(region: &str) -> Result<(), InvalidSetting> {
    check_label("`config.region`", region, "correct `region`, AWS_REGION or the profile's region")
}

/// Checks what is to be one label of a host's name, or a part of what a signature is valid for.
pub(crate) fn check_label(name: &str, value: &str, remedy: &str) -> Result<(), InvalidSetting> {
    if is_valid_host_label(value, false) {
        return Ok(());
    }
    let value = short(value);
    let text = format!("{name} is {value:?}, which can't be a part of a host's name ({LABEL}): {remedy}");
    Err(InvalidSetting { text })
}

/// Checks the regions that a signature is to be valid for.
pub(crate) fn check_region_set<'a>(
    name: &str,
    regions: impl IntoIterator<Item = &'a str>,
    remedy: &str,
) -> Result<(), InvalidSetting> {
    let is_region = |region: &str| {
        !region.is_empty()
            && region.len() <= 63
            && region.bytes().all(|b| b.is_ascii_alphanumeric() || b"-*".contains(&b))
    };
    match regions.into_iter().find(|region| !is_region(region)) {
        None => Ok(()),
        Some(region) => {
            let region = short(region);
            let text =
                format!("{name} has {region:?} in it, which is no region (letters, digits, hyphens and `*`): {remedy}");
            Err(InvalidSetting { text })
        }
    }
}

/// Reads an endpoint's URL.
pub(crate) fn endpoint(name: &str, url: &str, remedy: &str) -> Result<Base, InvalidSetting> {
    Base::parse(url).map_err(|problem| {
        let url = shown(url);
        InvalidSetting { text: format!("{name} {url:?} {problem}: {remedy}") }
    })
}

/// What ends a host in a URL; the others that do are refused in any endpoint.
const ENDS: [char; 2] = ['/', '?'];

/// Checks that no endpoint parameter moved the end of the host in a URL that rules put together: `evil.example/` for
/// `https://{Name}.amazonaws.com`.
pub(crate) fn check_host<'a>(
    url: &str,
    params: impl Iterator<Item = (&'static str, &'a str)>,
) -> Result<(), InvalidSetting> {
    let Some((host, path)) = url.split_once("://").and_then(|(_, rest)| rest.split_once(ENDS)) else {
        return Ok(());
    };
    // A part of an ARN is a value, too.
    let parts = |value: &'a str| std::iter::once(value).chain(value.split(':'));
    let moves = |part: &str| {
        part.match_indices(ENDS).any(|(at, _)| {
            let before = part[..at].rsplit(ENDS).next().unwrap_or_default();
            let after = part[at + 1..].split(ENDS).next().unwrap_or_default();
            !before.is_empty() && host.ends_with(before) && path.starts_with(after)
        })
    };
    for (name, value) in params {
        if parts(value).any(moves) {
            let value = short(value);
            return Err(InvalidSetting {
                text: format!("the endpoint parameter {name} is {value:?}, which would lead to another host"),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_labels() {
        for region in ["us-east-1", "aws-global", "us-gov-west-1", "us-iso-east-1", "local", "1"] {
            assert_eq!(check_region(region), Ok(()), "{region}");
        }
        let (long, digits) = ("a".repeat(64), "evil.example/".repeat(99));
        for region in [
            "evil.example/",
            "evil.example?",
            "evil.example#",
            "evil.example:8443/",
            "?",
            "#",
            ":8443/",
            " ",
            "",
            "\n",
            "us-east-1\n",
            "us-east-1\r\nx: y",
            "a.b",
            "@",
            "%",
            "%2e",
            "\\",
            "\u{fc}s-east-1",
            "us_east_1",
            "us-east-1 ",
            "-a",
            "a-",
            &long,
            &digits,
        ] {
            let error = check_region(region).expect_err(region).to_string();
            assert!(error.starts_with("`config.region` is \"") && error.contains("AWS_REGION"), "{error}");
            assert!(!error.contains(char::is_control) && error.len() < 400, "{error}");
        }
    }

    #[test]
    fn sets_of_regions_have_regions_in_them() {
        for set in [&["*"][..], &["us-east-1", "eu-*"], &[]] {
            assert_eq!(check_region_set("the set", set.iter().copied(), "correct it"), Ok(()), "{set:?}");
        }
        for region in ["", " ", "a,b", "us-east-1\r\nx: y", "\u{fc}s", &"a".repeat(64)] {
            let error = check_region_set("the set", ["*", region], "correct it").expect_err(region).to_string();
            assert!(error.starts_with("the set has \"") && error.ends_with(": correct it"), "{error}");
            assert!(!error.contains(char::is_control) && error.len() < 400, "{error}");
        }
    }

    #[test]
    fn a_parameter_must_not_end_the_host() {
        let check = |url, value| check_host(url, [("Bucket", value)].into_iter());
        for (url, value) in [
            ("https://evil.example/.s3.amazonaws.com", "evil.example/"),
            ("https://evil.example/x.s3.amazonaws.com", "evil.example/x"),
            ("https://evil.example?.s3.amazonaws.com", "evil.example?"),
            ("https://evil.example:8443//.s3.amazonaws.com", "evil.example:8443//"),
            ("https://x-evil.example/.s3.amazonaws.com", "arn:aws:s3:evil.example/:1:x"),
        ] {
            let error = check(url, value).expect_err(value).to_string();
            assert!(error.contains("Bucket") && error.contains("another host"), "{error}");
        }
        for (url, value) in [
            ("https://s3.amazonaws.com/bucket", "bucket"),
            ("https://s3.amazonaws.com/a%2Fb", "a/b"),
            ("https://bucket.s3.amazonaws.com", "com/x"),
            ("https://bucket.s3.amazonaws.com/y", "com/x"),
            ("https://s3.amazonaws.com/x", "arn:aws:s3:us-east-1:1:table/x"),
            ("https://s3.amazonaws.com/x", "/x"),
        ] {
            assert_eq!(check(url, value), Ok(()), "{url} {value}");
        }
    }
}
