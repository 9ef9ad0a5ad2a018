//! Every spelling of a URL has one form, or is refused.

use super::*;

fn joined(endpoint: &str, path: &str, query: &str) -> String {
    let base = Base::parse(endpoint).unwrap_or_else(|problem| panic!("{endpoint} {problem}"));
    base.join(path, query, false).expect("the path and query are an operation's")
}

#[test]
fn the_endpoints_path_and_query_come_first() {
    for (endpoint, path, query, expected) in [
        ("http://h", "/networks", "", "http://h/networks"),
        ("http://h/", "/networks", "a=1", "http://h/networks?a=1"),
        ("http://h/base", "/networks", "", "http://h/base/networks"),
        ("http://h/base/", "/networks", "a=1", "http://h/base/networks?a=1"),
        ("http://h/base%20path/v1", "/n", "", "http://h/base%20path/v1/n"),
        ("http://h//double//slash/", "/n", "", "http://h//double//slash/n"),
        ("http://h?q=1", "/n", "a=1", "http://h/n?q=1&a=1"),
        ("http://h/base?q=1", "/n", "", "http://h/base/n?q=1"),
    ] {
        assert_eq!(joined(endpoint, path, query), expected);
    }
}

/// A name in DNS has 253 characters at most, and each of its parts 63 (RFC 1035, section 2.3.4).
#[test]
fn hosts_are_as_long_as_names_may_be() {
    let of_parts = |lengths: &[usize]| {
        let parts: Vec<String> = lengths.iter().map(|length| "a".repeat(*length)).collect();
        Base::parse(&format!("https://{}", parts.join("."))).is_ok()
    };
    assert!(of_parts(&[63, 63, 63, 61]), "253 characters");
    assert!(!of_parts(&[63, 63, 63, 62]), "254 characters");
    assert!(!of_parts(&[63, 63, 63, 63, 63]), "319 characters");
    assert!(!of_parts(&[64, 3]), "a part of 64");
}

#[test]
fn hosts_have_one_form() {
    for (endpoint, expected) in [
        ("HTTPS://Host:8443", "https://host:8443/"),
        ("http://h:80", "http://h/"),
        ("https://h:443/", "https://h/"),
        ("http://h:443", "http://h:443/"),
        ("http://h:", "http://h/"),
        ("http://127.0.0.1:08080", "http://127.0.0.1:8080/"),
        ("http://127.1:1", "http://127.0.0.1:1/"),
        ("http://2130706433", "http://127.0.0.1/"),
        ("http://0x7f.0.0.1", "http://127.0.0.1/"),
        ("http://0177.1", "http://127.0.0.1/"),
        ("http://[0:0:0:0:0:0:0:1]:1", "http://[::1]:1/"),
        ("http://[::FFFF:127.0.0.1]", "http://[::ffff:7f00:1]/"),
        ("http://M\u{fc}nchen.example", "http://xn--mnchen-3ya.example/"),
        ("http://my_service:8080", "http://my_service:8080/"),
        ("http://example.com.", "http://example.com./"),
        ("http://ex%61mple.com", "http://example.com/"),
    ] {
        assert_eq!(joined(endpoint, "/", ""), expected, "{endpoint}");
    }
}

#[test]
fn paths_and_queries_have_one_form() {
    for (suffix, expected) in [
        ("/\u{e9}", "/%C3%A9/n"),
        ("/a b", "/a%20b/n"),
        ("/a%2fb%7e%41", "/a%2Fb~A/n"),
        ("/\"<>^{}`|[]", "/%22%3C%3E%5E%7B%7D%60%7C%5B%5D/n"),
        ("/-._~!$&'()*+,;=:@", "/-._~!$&'()*+,;=:@/n"),
        ("/...", "/.../n"),
        ("/x.", "/x./n"),
        ("?q=a|b", "/n?q=a%7Cb"),
        ("?q='", "/n?q=%27"),
        ("?q=a+b", "/n?q=a%20b"),
        ("?q=a%2Bb", "/n?q=a%2Bb"),
        ("?q=a b\"<>^{}`", "/n?q=a%20b%22%3C%3E%5E%7B%7D%60"),
        ("?\u{e9}=%c3%a9", "/n?%C3%A9=%C3%A9"),
        ("?a=b=c&&d&", "/n?a=b%3Dc&d"),
        ("?q=/?:@", "/n?q=%2F%3F%3A%40"),
        ("?", "/n"),
    ] {
        assert_eq!(joined(&format!("http://h{suffix}"), "/n", ""), format!("http://h{expected}"), "{suffix}");
    }
}

#[test]
fn what_would_lead_elsewhere_is_refused() {
    for (url, problem) in [
        ("", "is empty"),
        (" ", "is empty"),
        (" http://h", "blank"),
        ("http://h ", "blank"),
        ("http://h/\n", "blank"),
        ("http://h/\nx", "line break"),
        ("http://h/\tx", "line break"),
        ("ht\ntp://h", "line break"),
        ("http://h\u{a0}h", "line break"),
        ("admin.example.com", "no scheme"),
        ("http:h", "no scheme"),
        ("http:/h", "no scheme"),
        ("//h", "no scheme"),
        ("ftp://h", "neither http nor https"),
        ("file:///x", "neither http nor https"),
        ("://h", "neither http nor https"),
        ("http:///path", "no host"),
        ("http://", "no host"),
        ("http://?q=1", "no host"),
        ("http://:8080", "no valid host and port"),
        ("http://h:port", "no valid host and port"),
        ("http://h:99999", "no valid host and port"),
        ("http://h:80:80", "no valid host and port"),
        ("http://exa mple.com", "no valid host and port"),
        ("http://[::1", "no valid host and port"),
        ("http://[::1%25eth0]", "no valid host and port"),
        ("http://1.2.3.4.5", "no valid host and port"),
        ("http://256.1.1.1", "no valid host and port"),
        ("http://h%2Fx", "no valid host and port"),
        ("http://h%zz", "no valid host and port"),
        ("http://a..b", "empty or too long"),
        ("http://.b", "empty or too long"),
        ("http://user@h", "user information"),
        ("http://user:secret@h", "user information"),
        ("http://@h", "user information"),
        ("http://h/x#f", "fragment"),
        ("http://h/#", "fragment"),
        ("http://h#x", "fragment"),
        ("http://h?q#x", "fragment"),
        ("http://h\\x", "backslash"),
        ("http:\\\\h", "backslash"),
        ("http://h/a\\..\\b", "backslash"),
        ("http://h/..", "dot segment"),
        ("http://h/base/..", "dot segment"),
        ("http://h/a/../b", "dot segment"),
        ("http://h/a/./b", "dot segment"),
        ("http://h/.", "dot segment"),
        ("http://h/a/%2e%2e/b", "dot segment"),
        ("http://h/a/%2E./b", "dot segment"),
        ("http://h/a/.%2e", "dot segment"),
        ("http://h/%2E", "dot segment"),
        ("http://h/%zz", "hexadecimal"),
        ("http://h/%", "hexadecimal"),
        ("http://h/%4", "hexadecimal"),
        ("http://h?%+1=x", "hexadecimal"),
        ("http://h?q=%ff", "UTF-8"),
    ] {
        match Base::parse(url) {
            Ok(base) => panic!("{url:?} is taken as {base}"),
            Err(found) => assert!(found.contains(problem), "{url:?}: {found}"),
        }
    }
    let long = format!("http://{}.com", "a".repeat(64));
    assert!(Base::parse(&long).is_err());
}

#[test]
fn a_prefix_goes_before_names_and_not_before_addresses() {
    for (endpoint, expected) in [
        ("https://example.com/base", "https://data.example.com/base"),
        ("http://localhost:8000", "http://data.localhost:8000"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("http://127.1:8000", "http://127.0.0.1:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ] {
        let base = Base::parse(endpoint).and_then(|base| base.prefixed("data."));
        assert_eq!(base.map(|base| base.to_string()).as_deref(), Ok(expected));
    }
    assert!(Base::parse("https://h").and_then(|base| base.prefixed("evil.example/")).is_err());
    assert!(Base::parse("https://h").and_then(|base| base.prefixed("user@")).is_err());
}

#[test]
fn one_form_is_its_own() {
    for url in ["http://127.1:80/a b?c=|", "https://H/\u{e9}/%7e?q='&x=+", "http://[0::1]:1//a//?=&=x"] {
        let once = Base::parse(url).and_then(|base| Base::parse(&base.to_string())).map(|base| base.to_string());
        assert_eq!(once, Base::parse(url).map(|base| base.to_string()));
    }
}

#[test]
fn secrets_are_not_shown() {
    for (url, expected) in [
        ("http://h:1/base", "http://h:1/base"),
        ("http://user:secret@h/x", "http://…@h/x"),
        ("http://user:sec/ret@h/x", "http://…@h/x"),
        ("http://user:sec?ret#@h/x", "http://…@h/x"),
        ("user:secret@h", "…@h"),
        ("http:user:secret@h", "…@h"),
        ("http://user:secret%40h", "http://…@h"),
        ("user:secret@h://x", "…@h://x"),
        ("http://h/x?token=secret", "http://h/x?…"),
        ("http://h/x#token=secret", "http://h/x#…"),
    ] {
        assert_eq!(shown(url), expected);
    }
    assert!(shown(&format!("http://{}", "a".repeat(9999))).len() < 200);
}
