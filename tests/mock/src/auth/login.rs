//! Who asks, where nothing is signed: by a password, as it is or digested, by an API key, or by any bearer token.
//!
//! In: a request, and the ways that its operation takes. Out: whether one of them lets it in; and what a refusal tells of them,
//! in the header `WWW-Authenticate` ([RFC 9110, section 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1)).

use super::digest::{Digests, NONCE};
use super::header::is_bearer;
use crate::model::Login;
use crate::request::{RecordedRequest, decode};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The one user that the mock knows.
pub(crate) const USER: &str = "mock-user";
/// Its password, which is none.
pub(crate) const PASSWORD: &str = "not-a-password-of-the-mock-service";
/// The one API key.
pub(crate) const API_KEY: &str = "not-a-key-of-the-mock-service";

/// What a user's name and password are for.
pub(super) const REALM: &str = "mock";

/// Whether one of the ways lets the request in.
pub(super) fn lets_in(request: &RecordedRequest, logins: &[Login], digests: &Digests) -> bool {
    logins.iter().any(|login| match login {
        // Which tokens a service has given out, only it knows.
        Login::Bearer => only(request, "authorization").is_some_and(is_bearer),
        Login::Basic => {
            let expected = STANDARD.encode(format!("{USER}:{PASSWORD}"));
            credentials(request, "Basic").is_some_and(|given| given == expected)
        }
        Login::Digest => credentials(request, "Digest").is_some_and(|given| digests.take(request, given)),
        Login::Header(name, word) => {
            let given = only(request, name).and_then(|given| match word {
                Some(word) => after(given, word),
                None => Some(given),
            });
            given == Some(API_KEY)
        }
        Login::Query(name) => {
            let pairs = request.query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
            let mut given = pairs.filter(|(key, _)| decode(key).as_ref() == Ok(name)).map(|(_, value)| decode(value));
            given.next().is_some_and(|value| value.as_deref() == Ok(API_KEY)) && given.next().is_none()
        }
    })
}

/// What a refusal says of the ways to be let in.
pub(super) fn challenges(logins: &[Login]) -> Vec<String> {
    let challenge = |login: &Login| match login {
        Login::Bearer => Some(format!("Bearer realm=\"{REALM}\"")),
        Login::Basic => Some(format!("Basic realm=\"{REALM}\", charset=\"UTF-8\"")),
        Login::Digest => {
            Some(format!("Digest realm=\"{REALM}\", qop=\"auth\", algorithm=SHA-256, nonce=\"{NONCE}\", charset=UTF-8"))
        }
        Login::Header(..) | Login::Query(_) => None,
    };
    logins.iter().filter_map(challenge).collect()
}

/// A header's value, if it is there once.
fn only<'r>(request: &'r RecordedRequest, name: &str) -> Option<&'r str> {
    let mut values = request.headers.get_all(name).iter();
    let first = values.next()?;
    if values.next().is_none() { first.to_str().ok() } else { None }
}

/// What follows a scheme in the header `Authorization`.
fn credentials<'r>(request: &'r RecordedRequest, scheme: &str) -> Option<&'r str> {
    after(only(request, "authorization")?, scheme)
}

fn after<'r>(value: &'r str, scheme: &str) -> Option<&'r str> {
    let (word, rest) = value.split_once(' ')?;
    word.eq_ignore_ascii_case(scheme).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(headers: &[(&'static str, &str)], query: &str) -> RecordedRequest {
        let mut request = RecordedRequest { method: "GET".to_owned(), path: "/a".to_owned(), ..Default::default() };
        request.query = query.to_owned();
        for (name, value) in headers {
            request.headers.append(*name, value.parse().expect("a value"));
        }
        request
    }

    #[test]
    fn a_login_that_is_there_twice_or_is_another_lets_nobody_in() {
        let key = Login::Header("x-key".to_owned(), Some("Key".to_owned()));
        let query = Login::Query("k".to_owned());
        let right = format!("Key {API_KEY}");
        assert!(lets_in(&request(&[("x-key", &right)], ""), std::slice::from_ref(&key), &Digests::default()));
        assert!(lets_in(&request(&[], &format!("a=b&k={API_KEY}")), std::slice::from_ref(&query), &Digests::default()));
        for (wrong, login) in [
            (request(&[("x-key", &right), ("x-key", &right)], ""), &key),
            (request(&[("x-key", API_KEY)], ""), &key),
            (request(&[], &format!("k={API_KEY}&k={API_KEY}")), &query),
            (request(&[], "k="), &query),
            (request(&[("authorization", "Basic bW9jaw==")], ""), &Login::Basic),
            (request(&[("authorization", "Bearer ")], ""), &Login::Bearer),
            (request(&[("authorization", "Digest username=\"mock-user\"")], ""), &Login::Digest),
            (request(&[], ""), &Login::Digest),
        ] {
            assert!(!lets_in(&wrong, std::slice::from_ref(login), &Digests::default()), "{wrong:?}");
        }
    }
}
