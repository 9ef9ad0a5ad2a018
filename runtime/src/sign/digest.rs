//! HTTP Digest Access Authentication ([RFC 7616](https://www.rfc-editor.org/rfc/rfc7616)), for requests whose bodies aren't digested:
//! `qop=auth`, or none, as servers have it that are older than that.
//!
//! In: what a service answered that refused a request, and a login. Out: the header `Authorization` that proves it. Of several
//! challenges, the service's first is taken that is understood.

use crate::text::{SHORT, line};
use crate::uri::encode;
use aws_smithy_runtime_api::client::identity::http::Login;
use md5::Md5;
use sha2::{Digest, Sha256, Sha512_256};
use std::fmt::Write;

/// The longest value of `WWW-Authenticate` that is looked into.
const LONGEST: usize = 16 * 1024;

/// What a service wants digested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Challenge {
    realm: String,
    nonce: String,
    opaque: Option<String>,
    /// The algorithm's name, where the challenge has it.
    named: Option<&'static str>,
    algorithm: Algorithm,
    /// Whether the digest of the login is made once for a session, with the client's nonce.
    is_session: bool,
    /// Whether the challenge knows `qop`.
    has_qop: bool,
    hides_user: bool,
    /// Whether a request with this challenge was refused for the time of its nonce alone.
    is_stale: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Algorithm {
    Md5,
    Sha256,
    Sha512To256,
}

impl Algorithm {
    fn hash(self, text: &str) -> String {
        fn hex(bytes: &[u8]) -> String {
            bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            })
        }
        match self {
            Algorithm::Md5 => hex(&Md5::digest(text)),
            Algorithm::Sha256 => hex(&Sha256::digest(text)),
            Algorithm::Sha512To256 => hex(&Sha512_256::digest(text)),
        }
    }
}

/// The algorithms, by the names that challenges have for them, and whether each is for a session. The preferred is the server's.
const ALGORITHMS: [(&str, Algorithm, bool); 6] = [
    ("MD5", Algorithm::Md5, false),
    ("MD5-sess", Algorithm::Md5, true),
    ("SHA-256", Algorithm::Sha256, false),
    ("SHA-256-sess", Algorithm::Sha256, true),
    ("SHA-512-256", Algorithm::Sha512To256, false),
    ("SHA-512-256-sess", Algorithm::Sha512To256, true),
];

impl Challenge {
    /// The first challenge in the values of `WWW-Authenticate` that can be answered.
    ///
    /// # Errors
    /// Why the first can't, in words for who calls; or that there is none.
    pub(crate) fn find<'h>(values: impl Iterator<Item = &'h str>) -> Result<Self, String> {
        let mut problem = None;
        for (scheme, params) in values.filter(|value| value.len() <= LONGEST).flat_map(challenges) {
            if !scheme.eq_ignore_ascii_case("digest") {
                continue;
            }
            match Self::of(&params) {
                Ok(challenge) => return Ok(challenge),
                Err(reason) => problem = problem.or(Some(reason)),
            }
        }
        Err(problem.unwrap_or_else(|| {
            "the service asks for no digest: it has no such challenge in `www-authenticate`".to_owned()
        }))
    }

    fn of(params: &[(&str, String)]) -> Result<Self, String> {
        let param = |name: &str| {
            params.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
        };
        let needed = |name: &str| param(name).ok_or_else(|| format!("the service's challenge has no `{name}`"));
        let unknown = |name: &str, asked: &str, known: &str| {
            format!("the service asks for a digest of {name} `{}`, which isn't known: {known}", line(asked, SHORT))
        };
        let (named, algorithm, is_session) = match param("algorithm") {
            None => (None, Algorithm::Md5, false),
            Some(asked) => {
                let known = ALGORITHMS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(asked));
                let known = known.map(|(name, algorithm, is_session)| (Some(*name), *algorithm, *is_session));
                known.ok_or_else(|| unknown("the algorithm", asked, "MD5, SHA-256 and SHA-512-256 are"))?
            }
        };
        let has_qop = match param("qop") {
            None => false,
            Some(offered) if offered.split(',').any(|qop| qop.trim().eq_ignore_ascii_case("auth")) => true,
            Some(offered) => return Err(unknown("the quality (`qop`)", offered, "`auth` is")),
        };
        let is_true = |name: &str| param(name).is_some_and(|value| value.eq_ignore_ascii_case("true"));
        Ok(Challenge {
            realm: needed("realm")?.to_owned(),
            nonce: needed("nonce")?.to_owned(),
            opaque: param("opaque").map(str::to_owned),
            named,
            algorithm,
            is_session,
            has_qop,
            hides_user: is_true("userhash"),
            is_stale: is_true("stale"),
        })
    }

    /// What the login is for.
    pub(crate) fn realm(&self) -> &str {
        &self.realm
    }

    pub(crate) fn nonce(&self) -> &str {
        &self.nonce
    }

    pub(crate) fn is_session(&self) -> bool {
        self.is_session
    }

    pub(crate) fn is_stale(&self) -> bool {
        self.is_stale
    }

    /// The value of `Authorization` for a request: the `count`-th with this challenge's nonce, of this method and target (path and
    /// query), with the client's own nonce.
    pub(crate) fn answer(&self, login: &Login, method: &str, target: &str, count: u32, own_nonce: &str) -> String {
        let hash = |text: &str| self.algorithm.hash(text);
        let Challenge { realm, nonce, .. } = self;
        let count = format!("{count:08x}");
        let of_login = hash(&format!("{}:{realm}:{}", login.user(), login.password()));
        let of_login = match self.is_session {
            true => hash(&format!("{of_login}:{nonce}:{own_nonce}")),
            false => of_login,
        };
        let of_request = hash(&format!("{method}:{target}"));
        let response = hash(&match self.has_qop {
            true => format!("{of_login}:{nonce}:{count}:{own_nonce}:auth:{of_request}"),
            false => format!("{of_login}:{nonce}:{of_request}"),
        });
        let mut value = format!("Digest {}, realm={}, uri={}", self.user(login), quoted(realm), quoted(target));
        if let Some(name) = self.named {
            let _ = write!(value, ", algorithm={name}");
        }
        let _ = write!(value, ", nonce={}", quoted(nonce));
        if self.has_qop {
            let _ = write!(value, ", nc={count}, qop=auth");
        }
        if self.has_qop || self.is_session {
            let _ = write!(value, ", cnonce={}", quoted(own_nonce));
        }
        let _ = write!(value, ", response=\"{response}\"");
        if let Some(opaque) = &self.opaque {
            let _ = write!(value, ", opaque={}", quoted(opaque));
        }
        if self.hides_user {
            value.push_str(", userhash=true");
        }
        value
    }

    /// The parameter that says whose login it is.
    fn user(&self, login: &Login) -> String {
        let user = login.user();
        if self.hides_user {
            return format!("username=\"{}\"", self.algorithm.hash(&format!("{user}:{}", self.realm)));
        }
        match user.is_ascii() {
            true => format!("username={}", quoted(user)),
            false => format!("username*=UTF-8''{}", encode(user)),
        }
    }
}

/// A text between quotation marks (RFC 9110, section 5.6.4).
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', r"\\").replace('"', "\\\""))
}

/// The challenges in a value of `WWW-Authenticate`: each a scheme, and its parameters (RFC 9110, section 11.6.1).
fn challenges(value: &str) -> Vec<(&str, Vec<(&str, String)>)> {
    let mut found: Vec<(&str, Vec<(&str, String)>)> = Vec::new();
    let mut rest = value;
    loop {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)));
        let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
        let beyond = after.trim_start_matches([' ', '\t']);
        match (beyond.strip_prefix('='), found.last_mut()) {
            (Some(value), Some((_, params))) if !name.is_empty() => {
                let (value, after) = self::value(value.trim_start_matches([' ', '\t']));
                params.push((name, value));
                rest = after;
            }
            _ if name.is_empty() => {
                // What is no part of a challenge is passed over, character by character.
                let mut letters = rest.chars();
                if letters.next().is_none() {
                    return found;
                }
                rest = letters.as_str();
            }
            _ => {
                found.push((name, Vec::new()));
                rest = after;
            }
        }
    }
}

/// A parameter's value, quoted or not, and what follows it.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let (value, after) = text.split_at(text.find([',', ' ', '\t']).unwrap_or(text.len()));
        return (value.to_owned(), after);
    };
    let (mut value, mut letters) = (String::new(), quoted.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '"' => break,
            '\\' => value.extend(letters.next()),
            letter => value.push(letter),
        }
    }
    (value, letters.as_str())
}

#[cfg(test)]
mod tests;
