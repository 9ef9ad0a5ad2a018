//! Digests of a password ([RFC 7616](https://www.rfc-editor.org/rfc/rfc7616)), by SHA-256 and for `qop=auth`.
//!
//! In: a request, and what its header `Authorization` says behind `Digest`. Out: whether that is the digest of the mock's login
//! and this request, and none that has been used before.

use super::hex;
use super::login::{PASSWORD, REALM, USER};
use crate::request::RecordedRequest;
use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// What is digested together with a password.
pub(super) const NONCE: &str = "not-a-secret-of-the-mock-service";

/// How many digests are remembered.
const REMEMBERED: usize = 10_000;

/// The digests that have let somebody in, the latest ones.
#[derive(Debug, Default)]
pub(crate) struct Digests(Mutex<VecDeque<[u8; 32]>>);

impl Digests {
    /// Whether a digest is right and new. From then on it is not new anymore.
    ///
    /// A client counts what it sends with one nonce of its own. Requests that are sent at the same time may come in any order,
    /// so what counts is that no number comes twice (section 3.4, `nc`).
    pub(super) fn take(&self, request: &RecordedRequest, given: &str) -> bool {
        let Some((own, count)) = right(request, given) else { return false };
        let used: [u8; 32] = Sha256::digest(format!("{count:08x}:{own}")).into();
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.contains(&used) {
            return false;
        }
        if seen.len() == REMEMBERED {
            seen.pop_front();
        }
        seen.push_back(used);
        true
    }
}

/// The client's nonce and number of a digest, if it is that of the mock's login and this request.
fn right<'g>(request: &RecordedRequest, given: &'g str) -> Option<(&'g str, u32)> {
    // None of the values that the mock accepts has a comma but the target, which comes between quotation marks.
    let param = |name: &str| {
        let start = given.match_indices(name).find_map(|(at, _)| {
            let rest = given.get(at + name.len()..)?.strip_prefix('=')?;
            let is_whole = at == 0 || given.get(..at).is_some_and(|before| before.ends_with([' ', ',']));
            is_whole.then_some(rest)
        })?;
        match start.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => start.split(',').next(),
        }
    };
    let mark = if request.query.is_empty() { "" } else { "?" };
    let target = format!("{}{mark}{}", request.path, request.query);
    let sha256 = |text: String| hex(&Sha256::digest(text));
    let (count, own) = (param("nc")?, param("cnonce")?);
    let is_count = count.len() == 8 && count.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = u32::from_str_radix(count, 16).ok().filter(|number| is_count && *number > 0)?;
    let (login, asked) = (sha256(format!("{USER}:{REALM}:{PASSWORD}")), sha256(format!("{}:{target}", request.method)));
    let response = sha256(format!("{login}:{NONCE}:{count}:{own}:auth:{asked}"));
    let fixed = [("username", USER), ("realm", REALM), ("nonce", NONCE), ("qop", "auth"), ("uri", target.as_str())];
    let is_right = fixed.iter().all(|(name, value)| param(name) == Some(value))
        && param("algorithm").is_none_or(|algorithm| algorithm == "SHA-256")
        && param("response") == Some(response.as_str());
    is_right.then_some((own, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `hashlib` of Python makes of the mock's login, by the formula of RFC 7616, section 3.4.1: `GET /a` with the client's
    /// nonce `Zm9v`, the first time and the tenth, and `GET /enter?x=1,2` with `a`.
    const FIRST: &str = "3cf29d0aa58e8b30a375929395052cde9db6f814bcac0fcfe6898d579efdfc52";
    const TENTH: &str = "2844e550a8881577456b93968eafc5c310a4a12e7d94935ded4f1210e7010e62";
    const QUERY: &str = "b6abc2ed0ada08517ba094925e83088dc5064227bb551e9e008da2611ba1b68c";

    fn get(path: &str, query: &str) -> RecordedRequest {
        let (path, query) = (path.to_owned(), query.to_owned());
        RecordedRequest { method: "GET".to_owned(), path, query, ..Default::default() }
    }

    fn said(target: &str, count: &str, own: &str, response: &str) -> String {
        format!(
            "username=\"mock-user\", realm=\"mock\", nonce=\"not-a-secret-of-the-mock-service\", uri=\"{target}\", \
             algorithm=SHA-256, nc={count}, qop=auth, cnonce=\"{own}\", response=\"{response}\""
        )
    }

    #[test]
    fn a_digest_lets_in_once() {
        let digests = Digests::default();
        let (first, tenth) = (said("/a", "00000001", "Zm9v", FIRST), said("/a", "0000000a", "Zm9v", TENTH));
        // At the same time they may come in any order.
        assert!(digests.take(&get("/a", ""), &tenth) && digests.take(&get("/a", ""), &first));
        assert!(!digests.take(&get("/a", ""), &tenth) && !digests.take(&get("/a", ""), &first));
        assert!(digests.take(&get("/enter", "x=1,2"), &said("/enter?x=1,2", "00000001", "a", QUERY)));
    }

    #[test]
    fn what_is_digested_otherwise_lets_nobody_in() {
        let right = said("/a", "00000001", "Zm9v", FIRST);
        assert!(Digests::default().take(&get("/a", ""), &right));
        for (from, to) in [
            ("mock-user", "other"),
            ("realm=\"mock\"", "realm=\"other\""),
            ("not-a-secret", "a-secret"),
            ("uri=\"/a\"", "uri=\"/b\""),
            ("SHA-256", "MD5"),
            ("nc=00000001", "nc=00000002"),
            ("nc=00000001", "nc=1"),
            ("nc=00000001, ", ""),
            ("qop=auth", "qop=auth-int"),
            ("Zm9v", "Zm9w"),
            (FIRST, TENTH),
        ] {
            let wrong = right.replace(from, to);
            assert_ne!(wrong, right);
            assert!(!Digests::default().take(&get("/a", ""), &wrong), "{wrong}");
        }
        for request in [get("/b", ""), get("/a", "x"), RecordedRequest { method: "PUT".to_owned(), ..get("/a", "") }] {
            assert!(!Digests::default().take(&request, &right), "{request:?}");
        }
        // Digests that are right, of numbers that are not written as numbers are.
        let short = "5fcdc297c108b49054a2ace2ad5cb4a10f7f143e4d9160df66ff3d3315b00ec6";
        let zero = "8356b230b97599faaef1f882ca73a03f0a17d7dab4c3a2bfd0737d43b7c32e25";
        for (count, response) in [("1", short), ("00000000", zero)] {
            assert!(!Digests::default().take(&get("/a", ""), &said("/a", count, "Zm9v", response)), "{count}");
        }
    }

    #[test]
    fn not_all_digests_are_remembered() {
        let digests = Digests(Mutex::new(VecDeque::from(vec![[0; 32]; REMEMBERED])));
        assert!(digests.take(&get("/a", ""), &said("/a", "00000001", "Zm9v", FIRST)));
        assert_eq!(digests.0.lock().map(|seen| seen.len()).ok(), Some(REMEMBERED));
    }
}
