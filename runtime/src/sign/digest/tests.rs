//! What RFC 7616 and RFC 2617 show, and what servers send beside that.

use super::*;

fn found(values: &[&str]) -> Option<Challenge> {
    Challenge::find(values.iter().copied()).ok()
}

/// The value of a parameter of an answer.
fn param<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let params = answer.strip_prefix("Digest ")?.split(", ");
    params
        .filter_map(|param| param.split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value.trim_matches('"'))
}

/// RFC 7616, section 3.9.1.
const RFC_7616: [&str; 2] = [
    r#"Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256,
       nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS""#,
    r#"Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5,
       nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS""#,
];

#[test]
fn the_example_of_rfc_7616_is_answered_as_it_shows() {
    let login = Login::new("Mufasa", "Circle of Life", None);
    for (challenge, algorithm, response) in [
        (RFC_7616[0], "SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
        (RFC_7616[1], "MD5", "8ca523f5e9506fed4657c9700eebdbec"),
    ] {
        let challenge = found(&[&challenge.replace('\n', " ")]).expect("it can be answered");
        let own = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
        let answer = challenge.answer(&login, "GET", "/dir/index.html", 1, own);
        let expected = format!(
            "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", uri=\"/dir/index.html\", algorithm={algorithm}, \
             nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", nc=00000001, qop=auth, cnonce=\"{own}\", \
             response=\"{response}\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""
        );
        assert_eq!(answer, expected);
    }
}

#[test]
fn the_example_of_rfc_2617_is_answered_as_it_shows() {
    let challenge = r#"Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093",
        opaque="5ccc069c403ebaf9f0171e9517f40e41""#;
    let challenge = found(&[&challenge.replace('\n', " ")]).expect("it can be answered");
    let login = Login::new("Mufasa", "Circle Of Life", None);
    let answer = challenge.answer(&login, "GET", "/dir/index.html", 1, "0a4f113b");
    assert_eq!(param(&answer, "response"), Some("6629fae49393a05397450978507c4ef1"));
    // What the challenge doesn't name, the answer doesn't either.
    assert_eq!(param(&answer, "algorithm"), None);
}

#[test]
fn a_challenge_without_qop_is_answered_as_rfc_2069_has_it() {
    let challenge = found(&[r#"Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093""#]);
    let login = Login::new("Mufasa", "CircleOfLife", None);
    let answer = challenge.expect("it can be answered").answer(&login, "GET", "/dir/index.html", 1, "0a4f113b");
    // By its erratum 749.
    assert_eq!(param(&answer, "response"), Some("1949323746fe6a43ef61f9606e7febea"));
    assert!(param(&answer, "nc").is_none() && param(&answer, "cnonce").is_none(), "{answer}");
}

#[test]
fn of_several_challenges_the_first_is_taken_that_is_understood() {
    let named = |values: &[&str]| found(values).and_then(|challenge| challenge.named);
    assert_eq!(named(&RFC_7616), Some("SHA-256"));
    let both = r#"Basic realm="a, b", Digest realm="r", nonce="n", algorithm=SHA-1, DIGEST NONCE=n,realm = "r",algorithm=md5-SESS"#;
    assert_eq!(named(&[both]), Some("MD5-sess"));
    for none in [
        "",
        "Basic realm=\"r\"",
        "Digest",
        "Digest realm=\"r\"",
        "Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"",
        "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-1",
        "realm=\"r\", nonce=\"n\"",
        "Negotiate YWJj==",
        "Digest realm=\"r, nonce=",
        "\u{fc}\"=,,=\\\"",
    ] {
        assert_eq!(found(&[none]), None, "{none}");
    }
    assert_eq!(found(&[&format!("Digest realm=r, nonce={}", "n".repeat(LONGEST))]), None);
}

#[test]
fn what_needs_escapes_is_escaped() {
    let challenge = found(&[r#"Digest realm="a \"b\" \\c", nonce="n", qop=auth"#]).expect("it can be answered");
    let answer = challenge.answer(&Login::new("me \"x\"", "p", None), "GET", "/a?b=c,d", 255, "o");
    assert!(answer.contains(r#"username="me \"x\"""#) && answer.contains(r#"realm="a \"b\" \\c""#), "{answer}");
    assert!(answer.contains(", uri=\"/a?b=c,d\"") && answer.contains(", nc=000000ff"), "{answer}");
    let answer = challenge.answer(&Login::new("J\u{e4}s\u{f8}n", "p", None), "GET", "/", 1, "o");
    assert!(answer.contains("username*=UTF-8''J%C3%A4s%C3%B8n, "), "{answer}");
}

#[test]
fn a_user_is_hidden_where_the_service_asks_for_it() {
    let challenge =
        found(&[r#"Digest realm="api@example.org", nonce="n", qop=auth, algorithm=SHA-256, userhash=true"#]);
    let answer = challenge.expect("it can be answered").answer(&Login::new("me", "p", None), "GET", "/", 1, "o");
    let user = Algorithm::Sha256.hash("me:api@example.org");
    assert!(param(&answer, "username") == Some(&user) && answer.ends_with(", userhash=true"), "{answer}");
}

#[test]
fn why_a_challenge_cant_be_answered_is_said() {
    for (challenge, part) in [
        ("Basic realm=\"r\"", "asks for no digest"),
        ("Digest nonce=\"n\"", "has no `realm`"),
        ("Digest realm=\"r\"", "has no `nonce`"),
        ("Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"", "(`qop`) `auth-int`, which isn't known: `auth` is"),
        (
            "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-1, Digest realm=\"r\"",
            "algorithm `SHA-1`, which isn't known: MD5, SHA-256 and SHA-512-256 are",
        ),
    ] {
        let problem = Challenge::find([challenge].into_iter()).expect_err("it can't be answered");
        assert!(problem.contains(part), "{problem}");
    }
    let long = format!("Digest realm=r, nonce=n, algorithm=\"{}\"", "x\u{1b}".repeat(LONGEST / 4));
    let problem = Challenge::find([long.as_str()].into_iter()).expect_err("it can't be answered");
    assert!(problem.len() < 1000 && !problem.contains('\u{1b}'), "{}", problem.len());
}

#[test]
fn sha_512_256_is_answered() {
    // RFC 7616, section 3.9.2, with the digests of its erratum 4897.
    let challenge = r#"Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256,
        nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS",
        userhash=true"#;
    let challenge = found(&[&challenge.replace('\n', " ")]).expect("it can be answered");
    let own = "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v";
    let answer =
        challenge.answer(&Login::new("J\u{e4}s\u{f8}n Doe", "Secret, or not?", None), "GET", "/doe.json", 1, own);
    assert_eq!(param(&answer, "algorithm"), Some("SHA-512-256"));
    assert_eq!(param(&answer, "username"), Some("793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b"));
    assert_eq!(param(&answer, "response"), Some("3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5"));
}

#[test]
fn a_sessions_digest_has_both_nonces() {
    let challenge =
        found(&[r#"Digest realm="r", nonce="n", qop=auth, algorithm=MD5-sess"#]).expect("it can be answered");
    let answer = challenge.answer(&Login::new("u", "p", None), "GET", "/", 1, "c");
    // md5(md5(md5("u:r:p") + ":n:c") + ":n:00000001:c:auth:" + md5("GET:/")), by another program.
    assert_eq!(param(&answer, "response"), Some("6e4aac8b22e97762f88ccd0d5ccf5b1d"));
}
