//! Where the SDK differs from the recorded client on purpose.
//!
//! A rule never forgives a difference: it says what is required in its place. Which cases a rule applies to follows
//! from what the case holds, never from its name.

use crate::compare::segments;
use serde_json::Value;

/// One deliberate difference.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What it is called in reports.
    pub name: &'static str,
    /// Why the SDK does otherwise.
    pub why: &'static str,
    /// Which cases it applies to.
    pub applies: &'static str,
    /// What is required instead of what was recorded.
    pub instead: &'static str,
}

/// The rules, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the table below says what each is")]
pub enum Id {
    PathChangingLabel,
    OwnWords,
    ErrorCorrection,
    Nanoseconds,
    NoMessage,
    MessageMember,
    ErrorMessage,
    GatewayAnswer,
    BodyText,
    OriginForm,
    RefusedEndpoint,
    UnusableEndpoint,
    RepeatedToken,
    OtherOperationsError,
}

impl Id {
    /// What the rule says.
    pub fn rule(self) -> &'static Rule {
        &TABLE[self as usize]
    }
}

/// All rules, in the order of [`Id`].
pub static TABLE: [Rule; 14] = [
    Rule {
        name: "labels that change the path are refused",
        why: "`GET /groups/..` asks for something else than the group `..`, and servers and proxies resolve it",
        applies: "a member is \"\", \".\" or \"..\" and the recorded path has such a segment",
        instead: "an error that names the member; nothing is sent",
    },
    Rule {
        name: "errors in our own words",
        why: "the words of another client's validation are not ours",
        applies: "the recorded client refused the input",
        instead: "an error that names each member that the recorded one names; nothing is sent",
    },
    Rule {
        name: "client error correction",
        why: "a required member is no `Option`: a response without it is repaired (Smithy 2.0, \"Client error correction\")",
        applies: "ours has a member that the recorded result lacks",
        instead: "the member has its zero value, or the default that its type gives it",
    },
    Rule {
        name: "timestamps keep nanoseconds",
        why: "the recorded client's timestamps end at microseconds",
        applies: "a recorded number has a fraction",
        instead: "the same number, within a microsecond",
    },
    Rule {
        name: "no message is None",
        why: "the recorded client reports \"\" where there is no message",
        applies: "the recorded message is empty",
        instead: "no message, or an empty one",
    },
    Rule {
        name: "a modelled error's message is filled in",
        why: "a service spells it `message` or `Message`; the error's member has it either way",
        applies: "ours has the member `message`, however spelt, and the recorded error lacks it",
        instead: "the member equals the error's message",
    },
    Rule {
        name: "errorMessage is a message",
        why: "some services and gateways spell it so",
        applies: "the recorded message is empty and the body is an object with `errorMessage` or `error_message`",
        instead: "that member is the message",
    },
    Rule {
        name: "a gateway's answer is kept",
        why: "the recorded client drops body and headers of a 5xx answer that is HTML or empty; they help to find the cause",
        applies: "status 5xx, the recorded request id is null and the response has one",
        instead: "request id and error code of the response's headers; its body as the message, none if it is empty",
    },
    Rule {
        name: "compact JSON",
        why: "the recorded client writes spaces and escapes into its JSON, and the signature covers every byte",
        applies: "our body is the same JSON as the recorded one in other bytes",
        instead: "the exact signature after the body has been replaced by the recorded one before signing",
    },
    Rule {
        name: "an origin has one form",
        why: "hosts compare without case and a scheme's own port goes without saying (RFC 3986, section 6.2.2.1 and \
              6.2.3); transports drop it, and the signature must cover what is sent",
        applies: "the recorded URL's host has upper case, or its port is the scheme's own",
        instead: "the same URL with the host in lower case and without that port",
    },
    Rule {
        name: "settings that can't be sent to as they are written are refused",
        why: "the recorded client sends to another host or path than the setting says, or fails in its transport",
        applies: "the endpoint's scheme is neither http nor https, or it has user information, a fragment, a backslash, a \
                  dot segment, or a blank at an end; or the region is no label of a host's name",
        instead: "an error that names `endpoint_url` or `region`, and nothing sent",
    },
    Rule {
        name: "unusable endpoints may be refused",
        why: "no request can be sent to them",
        applies: "the endpoint rules give a URL and the recorded client raises an error about it",
        instead: "a request to the URL of the rules, or an error and nothing sent",
    },
    Rule {
        name: "a repeated token ends the pages",
        why: "as in the AWS SDK for Rust; the recorded client raises an error after the same pages",
        applies: "the recorded error is `repeated_token`",
        instead: "the same requests, pages and items, and no error",
    },
    Rule {
        name: "an error of other operations is unhandled",
        why: "the crate's model has a part of the service's operations, and the errors of these alone",
        applies: "the recorded client's class is no error of the crate's model",
        instead: "the unhandled variant with the same code, message and request id",
    },
];

/// The members whose value, as a label, makes the recorded path mean something else: [`Id::PathChangingLabel`].
pub(crate) fn path_changing<'a>(input: &'a Value, path: &str) -> Vec<&'a str> {
    if !segments(path).any(changes_path) {
        return Vec::new();
    }
    let members = input.as_object().into_iter().flatten();
    members.filter(|(_, value)| value.as_str().is_some_and(changes_path)).map(|(name, _)| name.as_str()).collect()
}

fn changes_path(segment: &str) -> bool {
    matches!(segment, "" | "." | "..")
}

/// The setting that is refused: [`Id::RefusedEndpoint`].
pub(crate) fn refused_setting(endpoint: Option<&str>, region: Option<&str>) -> Option<&'static str> {
    if region.is_some_and(|region| !is_label(region)) {
        return Some("region");
    }
    endpoint.is_some_and(misleads).then_some("endpoint_url")
}

fn is_label(text: &str) -> bool {
    let inner = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (1..=63).contains(&text.len()) && inner(text) && !text.starts_with('-') && !text.ends_with('-')
}

fn misleads(endpoint: &str) -> bool {
    let Some((scheme, rest)) = endpoint.split_once("://") else { return true };
    let (authority, rest) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let path = rest.split('?').next().unwrap_or_default().to_ascii_lowercase().replace("%2e", ".");
    !["http", "https"].contains(&scheme.to_ascii_lowercase().as_str())
        || authority.contains('@')
        || endpoint.contains(['#', '\\'])
        || endpoint.trim() != endpoint
        || segments(&path).any(|segment| matches!(segment, "." | ".."))
}

/// An origin in its one form: [`Id::OriginForm`].
pub(crate) fn origin_form(origin: &str) -> String {
    let origin = origin.to_ascii_lowercase();
    let own = if origin.starts_with("https:") { ":443" } else { ":80" };
    origin.strip_suffix(own).map_or_else(|| origin.clone(), str::to_owned)
}

/// Whether a value is what stands in for a required member that is missing: [`Id::ErrorCorrection`].
pub(crate) fn is_zero(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(value) => !value,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.values().all(is_zero),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_table_is_in_the_order_of_the_names() {
        assert_eq!(Id::PathChangingLabel.rule().name, "labels that change the path are refused");
        assert_eq!(Id::RepeatedToken.rule().name, "a repeated token ends the pages");
        assert_eq!(Id::OtherOperationsError.rule().name, "an error of other operations is unhandled");
        assert_eq!(Id::OtherOperationsError as usize + 1, TABLE.len());
    }

    #[test]
    fn only_a_label_that_is_a_dot_segment_or_empty_changes_the_path() {
        let input = json!({"networkId": "12345678", "groupId": "..", "name": ""});
        assert_eq!(path_changing(&input, "/networks/12345678/groups/.."), ["groupId", "name"]);
        assert!(path_changing(&input, "/networks/12345678/groups").is_empty());
        assert!(path_changing(&json!({"groupId": "a/../b"}), "/groups/a%2F..%2Fb").is_empty());
    }

    #[test]
    fn settings_that_lead_elsewhere_are_refused() {
        for endpoint in [
            "ftp://h",
            "h",
            "http://user@h/",
            "http://h/#f",
            "http://h\\x",
            "http://h/a/..",
            "http://h/./a",
            "http://h/%2E%2e/a",
            "http://h ",
        ] {
            assert_eq!(refused_setting(Some(endpoint), Some("us-east-1")), Some("endpoint_url"), "{endpoint}");
        }
        for endpoint in ["http://h", "HTTPS://H:8443/a.b/..c?q=@/..", "http://h//a//"] {
            assert_eq!(refused_setting(Some(endpoint), None), None, "{endpoint}");
        }
        for region in ["", "a b", "-a", "a/", "a.b"] {
            assert_eq!(refused_setting(None, Some(region)), Some("region"), "{region}");
        }
    }

    #[test]
    fn an_origin_loses_case_and_its_schemes_own_port() {
        for (origin, expected) in [
            ("https://Example.com:443", "https://example.com"),
            ("http://h:80", "http://h"),
            ("http://h:443", "http://h:443"),
            ("https://h:8443", "https://h:8443"),
        ] {
            assert_eq!(origin_form(origin), expected);
        }
    }

    #[test]
    fn zero_is_zero_all_the_way_down() {
        assert!(is_zero(&json!({"a": [], "b": {"c": 0, "d": ""}, "e": false})));
        assert!(!is_zero(&json!({"a": [""]})));
    }
}
