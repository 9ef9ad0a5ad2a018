//! What recordings leave out of an exchange.
//!
//! A value that is left out is replaced by a mark that fits most types: a string that is base64 as well. One value has the
//! same mark throughout a recording, so that a token that leads from page to page still does.

use aws_smithy_types::base64;
use serde_json::Value;
use std::collections::HashMap;

/// What marks begin with.
const MARK: &str = "REDACTED";

/// Names of members that hold secrets in whatever service, as [`plain`] writes them, a line each.
const SECRETS: &str = include_str!("secrets.txt");

/// What the names of such members may end in, as [`plain`] writes them: `newPassword`, `private_key_passphrase`.
const SECRET_ENDS: [&str; 2] = ["password", "passphrase"];

/// Parts of the names of headers that hold secrets, as [`plain`] writes them.
const SECRET_HEADERS: [&str; 11] = [
    "accesstoken",
    "apikey",
    "authtoken",
    "authorization",
    "authenticate",
    "cookie",
    "credential",
    "password",
    "secret",
    "securitytoken",
    "sessiontoken",
];

/// Query parameters that prove who calls, as [`plain`] writes them: those of signed URLs, and the authorization code of OAuth.
const SECRET_QUERY: [&str; 4] = ["xamzcredential", "xamzsecuritytoken", "xamzsignature", "code"];

/// Replaces values by marks.
#[derive(Debug, Default)]
pub(super) struct Redactor {
    /// Names of further members, as [`plain`] writes them.
    names: Vec<String>,
    /// Beginnings of headers' names, in lower case.
    prefixes: Vec<String>,
    paths: Vec<Path>,
    marks: HashMap<String, String>,
}

/// Whether a text stands for a value that was left out.
pub(super) fn is_mark(text: &str) -> bool {
    text.strip_prefix(MARK).is_some_and(|rest| rest.len() == 8 && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

impl Redactor {
    pub(super) fn add(&mut self, names: &[&str]) {
        for name in names {
            match (name.starts_with('/'), name.strip_suffix('*')) {
                (true, _) => self.paths.push(Path::of(name)),
                // A prefix without a letter is that of all headers, which say too much to be all left out.
                (false, Some(prefix)) if !prefix.is_empty() => self.prefixes.push(prefix.to_lowercase()),
                _ => self.names.push(plain(name)),
            }
        }
    }

    fn mark(&mut self, value: &str) -> String {
        let next = self.marks.len() + 1;
        self.marks.entry(value.to_owned()).or_insert_with(|| format!("{MARK}{next:08}")).clone()
    }

    fn is_named(&self, name: &str) -> bool {
        let name = plain(name);
        self.names.contains(&name)
            || SECRETS.lines().any(|secret| secret == name)
            || SECRET_ENDS.iter().any(|end| name.ends_with(end))
    }

    /// A header's value, unless the header is one to be left out as a whole.
    pub(super) fn header(&mut self, name: &str, value: &str) -> Option<String> {
        let name = name.to_lowercase();
        let plain = plain(&name);
        match SECRET_HEADERS.iter().any(|part| plain.contains(part)) {
            true => None,
            false if self.is_named(&name) || has_signed_url(value) => Some(self.mark(value)),
            false if self.prefixes.iter().any(|prefix| name.starts_with(prefix)) => Some(self.mark(value)),
            false => Some(value.to_owned()),
        }
    }

    /// A path and query.
    pub(super) fn target(&mut self, target: &str) -> String {
        let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
        let known = std::mem::take(&mut self.paths);
        let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
        for at in known.iter().filter_map(|known| known.left_out(path)).flatten() {
            parts[at] = self.mark(&decoded(&parts[at]));
        }
        let whole_query = known.iter().any(|known| known.query && known.left_out(path).is_some());
        self.paths = known;
        let marked_path = parts.join("/");
        let Some(query) = query else {
            return marked_path;
        };
        let mut pairs = Vec::new();
        for pair in query.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let name_read = decoded(name);
            let secret = SECRET_QUERY.contains(&plain(&name_read).as_str())
                || self.is_named(&name_read)
                || has_signed_url(&decoded(value))
                || self.holds_named(&decoded(value));
            let secret = secret || (whole_query && pair.contains('='));
            pairs.push(if secret { format!("{name}={}", self.mark(&decoded(value))) } else { pair.to_owned() });
        }
        format!("{marked_path}?{}", pairs.join("&"))
    }

    /// The members that are to be left out, at any depth. Those of an answer keep their type, so that the answer can
    /// still be read.
    pub(super) fn json(&mut self, value: &mut Value, of_answer: bool) {
        match value {
            Value::Object(members) => {
                for (name, value) in members.iter_mut() {
                    match self.is_named(name) {
                        true => self.leave_out(value, of_answer),
                        false => self.json(value, of_answer),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.json(item, of_answer)),
            Value::String(text) if has_signed_url(text) => *text = self.mark(text),
            Value::String(text) => {
                if let Some(mut within) = Within::of(text) {
                    let before = within.value.clone();
                    self.json(&mut within.value, of_answer);
                    if within.value != before {
                        *text = within.text();
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether a text is JSON with a member that is to be left out.
    fn holds_named(&mut self, text: &str) -> bool {
        Within::of(text).is_some_and(|within| {
            let mut value = within.value.clone();
            self.json(&mut value, false);
            value != within.value
        })
    }

    fn leave_out(&mut self, value: &mut Value, of_answer: bool) {
        *value = match value {
            Value::Null => return,
            Value::String(text) => self.mark(text).into(),
            Value::Array(items) => return items.iter_mut().for_each(|item| self.leave_out(item, of_answer)),
            Value::Object(members) => {
                return members.values_mut().for_each(|value| self.leave_out(value, of_answer));
            }
            Value::Bool(_) if of_answer => false.into(),
            Value::Number(_) if of_answer => 0.into(),
            Value::Bool(_) | Value::Number(_) => self.mark(&value.to_string()).into(),
        };
    }
}

/// A name without what is a matter of taste: `Client-Secret`, `client_secret` and `clientSecret` are one. One without a letter or
/// digit is as it is.
fn plain(name: &str) -> String {
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if plain.is_empty() { name.to_owned() } else { plain }
}

/// JSON that a string holds, as it is or as base64.
pub(super) struct Within {
    pub(super) value: Value,
    is_base64: bool,
}

impl Within {
    pub(super) fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let structure = |value: &Value| value.is_object() || value.is_array();
        if text.starts_with(['{', '[']) {
            let value = serde_json::from_str(text).ok().filter(structure)?;
            return Some(Self { value, is_base64: false });
        }
        let bytes = base64::decode(text).ok()?;
        let value = serde_json::from_slice(&bytes).ok().filter(structure)?;
        Some(Self { value, is_base64: true })
    }

    fn text(&self) -> String {
        let text = self.value.to_string();
        if self.is_base64 { base64::encode(text) } else { text }
    }
}

/// Whether there is a URL in a text that holds its own permission: who has it may do what it is for. Signatures of version 4
/// and 2, and CloudFront's.
fn has_signed_url(text: &str) -> bool {
    const MARKS: [&str; 4] = ["x-amz-signature=", "x-amz-security-token=", "awsaccesskeyid=", "key-pair-id="];
    if !text.contains("://") {
        return false;
    }
    let text = text.to_ascii_lowercase();
    MARKS.iter().any(|mark| text.contains(mark))
}

/// A path of which parts are left out: `/users/{email}/devices/*`.
#[derive(Debug)]
struct Path {
    parts: Vec<Part>,
    /// Whether all query parameters are left out, too.
    query: bool,
}

#[derive(Debug, PartialEq)]
enum Part {
    Named(String),
    Any,
    LeftOut,
    /// All that are left, one at least.
    AllLeftOut,
    AllAny,
}

impl Path {
    fn of(pattern: &str) -> Self {
        let (path, query) = pattern.split_once('?').unwrap_or((pattern, ""));
        let part = |part: &str| match part {
            "*" => Part::Any,
            "**" => Part::AllAny,
            _ if part.starts_with('{') && part.ends_with("+}") => Part::AllLeftOut,
            _ if part.starts_with('{') && part.ends_with('}') => Part::LeftOut,
            named => Part::Named(named.to_owned()),
        };
        Self { parts: path.split('/').skip(1).map(part).collect(), query: query == "*" }
    }

    /// Which parts of a path are to be left out, counted as `split('/')` counts them; `None` for another path. What stands
    /// before is the endpoint's own.
    fn left_out(&self, path: &str) -> Option<Vec<usize>> {
        let parts: Vec<&str> = path.split('/').collect();
        (1..parts.len()).find_map(|first| {
            let mut found = Vec::new();
            let fits = self.fits(&self.parts, &parts[first..], first, &mut found);
            fits.then_some(found)
        })
    }

    fn fits(&self, pattern: &[Part], parts: &[&str], at: usize, found: &mut Vec<usize>) -> bool {
        let Some((first, rest)) = pattern.split_first() else {
            return parts.is_empty();
        };
        let most = if matches!(first, Part::AllLeftOut | Part::AllAny) { parts.len() } else { parts.len().min(1) };
        (1..=most).rev().any(|taken| {
            let named = match first {
                Part::Named(name) => parts[0] == name,
                _ => true,
            };
            let before = found.len();
            if matches!(first, Part::LeftOut | Part::AllLeftOut) {
                found.extend(at..at + taken);
            }
            let fits = named && self.fits(rest, &parts[taken..], at + taken, found);
            if !fits {
                found.truncate(before);
            }
            fits
        })
    }
}

/// A query's value without percent-encoding: the same value may stand in a body, too.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.filter(|_| first == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(first));
        rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Redactor, is_mark};
    use serde_json::json;

    #[test]
    fn names_of_secrets_are_known_however_they_are_written() {
        let mut redactor = Redactor::default();
        redactor.add(&["inviteLink", "$"]);
        let names =
            ["access_token", "client_secret", "Client-Secret", "apiKey", "API_KEY", "new_password", "invite_link", "$"];
        for name in names {
            let mut body = json!({ name: "s3cret" });
            redactor.json(&mut body, false);
            assert!(body[name].as_str().is_some_and(is_mark), "{body}");
            let target = redactor.target(&format!("/a?{name}=s3cret"));
            assert!(target.strip_prefix(&format!("/a?{name}=")).is_some_and(is_mark), "{target}");
            assert_ne!(redactor.header(name, "s3cret").as_deref(), Some("s3cret"), "{name}");
        }
        for name in ["session_token", "X-Amz-Signature", "x_amz_credential"] {
            assert!(!redactor.target(&format!("/a?{name}=s3cret")).contains("s3cret"), "{name}");
        }
        for name in ["x_api_key", "X-ApiKey", "Set_Cookie", "X-Access_Token"] {
            assert_eq!(redactor.header(name, "s3cret"), None, "{name}");
        }
        for name in ["next_token", "-", "key"] {
            let mut body = json!({ name: "shown" });
            redactor.json(&mut body, false);
            assert_eq!(body, json!({ name: "shown" }));
            assert_eq!(redactor.target(&format!("/a?{name}=shown")), format!("/a?{name}=shown"));
        }
    }
}
