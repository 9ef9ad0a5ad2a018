//! Who may see the mock's own pages: programs on this machine, and its browser when it shows these very pages.
//!
//! In: a request's head. Out: why it is refused, if it is.
//!
//! Any web page can make the browser send requests to 127.0.0.1. By a name of its own that leads there (DNS rebinding) it
//! could even read the answers; such requests have that name as their `Host`. Others say where they come from in `Origin`,
//! `Sec-Fetch-Site` or `Referer`. Programs send none of these.

use http::request::Parts;
use http::uri::Authority;
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};

/// What this machine calls itself.
const OWN_NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Why a request may not see the mock's own pages.
pub(super) fn refusal(head: &Parts) -> Option<&'static str> {
    let Some(host) = own_host(head) else {
        return Some("This page is for this machine only: ask for it by 127.0.0.1 or localhost in the Host header.");
    };
    match is_foreign(head, host) {
        true => Some("This page is not for other web pages: open /_mock itself."),
        false => None,
    }
}

/// The host that was asked, with its port, if it is a name of this machine.
fn own_host(head: &Parts) -> Option<&str> {
    let host = single(&head.headers, &header::HOST)??;
    let of_target = head.uri.authority().map(Authority::as_str);
    [Some(host), of_target].into_iter().flatten().all(is_own).then_some(host)
}

fn is_own(host: &str) -> bool {
    let own = |name: &str| {
        let rest = host.get(..name.len()).filter(|found| found.eq_ignore_ascii_case(name)).and(host.get(name.len()..));
        let is_port = |port: &str| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
        rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port))
    };
    OWN_NAMES.into_iter().any(own)
}

/// Whether another web page is behind a request.
fn is_foreign(head: &Parts, host: &str) -> bool {
    let origin = format!("http://{host}");
    let is_origin = |value: &str| value.eq_ignore_ascii_case(&origin);
    let is_within = |value: &str| {
        let rest = value.get(..origin.len()).filter(|found| is_origin(found)).and(value.get(origin.len()..));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    };
    let changes = !matches!(head.method, Method::GET | Method::HEAD);
    let header = |name: &HeaderName| single(&head.headers, name);
    // Whether a header is absent, or fine.
    let fits =
        |name: HeaderName, is_fine: &dyn Fn(&str) -> bool| header(&name).is_some_and(|value| value.is_none_or(is_fine));
    let is = |name: &'static str, value: &str| header(&HeaderName::from_static(name)) == Some(Some(value));
    // Somebody who follows a link here sees the page, which the one that has the link does not.
    let follows = !changes && is("sec-fetch-mode", "navigate") && is("sec-fetch-dest", "document");
    let is_near = |site: &str| site == "same-origin" || site == "none" || follows;
    let is_fine = fits(header::ORIGIN, &is_origin)
        && fits(HeaderName::from_static("sec-fetch-site"), &is_near)
        && (!changes || fits(header::REFERER, &is_within));
    !is_fine
}

/// A header's value, if any; nothing if it is there twice, or is not text.
fn single<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<Option<&'h str>> {
    let mut values = headers.get_all(name).iter().map(HeaderValue::to_str);
    match (values.next(), values.next()) {
        (None, _) => Some(None),
        (Some(Ok(value)), None) => Some(Some(value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_its_own() {
        for host in ["127.0.0.1", "127.0.0.1:8044", "localhost", "LocalHost:1", "[::1]", "[::1]:65535"] {
            assert!(is_own(host), "{host}");
        }
        for host in [
            "",
            ":80",
            "mock",
            "evil.example",
            "evil.example:8044",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "localhost:",
            "localhost:80:80",
            "localhost:x",
            "127.0.0.1:80@evil.example",
            "a@127.0.0.1",
            "xlocalhost",
            "127.0.0.2",
            "0.0.0.0",
            "[::1",
            "::1",
            "[::2]",
            "localhost ",
            "127.0.0.1,evil.example",
            "localhost.",
            "lôcalhost",
        ] {
            assert!(!is_own(host), "{host}");
        }
    }
}
