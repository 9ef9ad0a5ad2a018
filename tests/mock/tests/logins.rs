//! Services that sign nothing: who is let in, and what the others are told.

mod small;
mod support;

use sdk_mock::MockService;
use serde_json::{Value, json};
use small::{operation, start};
use support::{Reply, with_headers};

/// A service with these traits, and two operations, one of which anyone may call.
async fn doors(traits: Value) -> MockService {
    let mut shapes = json!({
        "Enter": operation("GET /enter", "Nothing", "Nothing"),
        "Look": operation("GET /look", "Nothing", "Nothing"),
        "Nothing": {"type": "structure", "members": {}},
    });
    shapes["Look"]["traits"]["optionalAuth"] = json!({});
    start(traits, shapes).await
}

async fn get(service: &MockService, path: &str, authorization: &str) -> Reply {
    with_headers(service, &format!("GET {path}"), authorization, "").await
}

#[tokio::test]
async fn who_says_nothing_is_told_how_to() {
    let service = doors(json!({"httpBasicAuth": {}, "httpBearerAuth": {}})).await;
    let refused = get(&service, "/enter", "").await;
    assert_eq!((refused.status, refused.header("x-amzn-errortype")), (401, Some("UnauthorizedException")));
    let told: Vec<_> = refused.head.lines().filter_map(|line| line.strip_prefix("www-authenticate: ")).collect();
    assert_eq!(told, ["Bearer realm=\"mock\"", "Basic realm=\"mock\", charset=\"UTF-8\""]);
    // Where nothing has to be said, nothing wrong may be.
    assert_eq!(get(&service, "/look", "").await.status, 200);
    assert_eq!(get(&service, "/look", "authorization: Basic eDp5\r\n").await.status, 401);
}

#[tokio::test]
async fn a_password_or_any_token_lets_in() {
    use base64::Engine;
    let service = doors(json!({"httpBasicAuth": {}, "httpBearerAuth": {}})).await;
    let both = |user: &str, password: &str| {
        let both = base64::engine::general_purpose::STANDARD.encode(format!("{user}:{password}"));
        format!("authorization: Basic {both}\r\n")
    };
    let right = both(service.user(), service.password());
    for (header, status) in [
        (right.as_str(), 200),
        ("authorization: Bearer any.token\r\n", 200),
        (&both(service.user(), "wrong"), 401),
        (&both("other", service.password()), 401),
        ("authorization: Bearer \r\n", 401),
        (&right.repeat(2), 401),
    ] {
        assert_eq!(get(&service, "/enter", header).await.status, status, "{header}");
    }
}

#[tokio::test]
async fn a_key_lets_in_where_the_model_has_it() {
    let service = doors(json!({"httpApiKeyAuth": {"name": "X-Door", "in": "header", "scheme": "Key"}})).await;
    let key = service.api_key();
    assert_eq!(get(&service, "/enter", &format!("x-door: Key {key}\r\n")).await.status, 200);
    assert_eq!(get(&service, "/enter", &format!("x-door: {key}\r\n")).await.status, 401);
    assert_eq!(get(&service, &format!("/enter?X-Door={key}"), "").await.status, 401);

    let service = doors(json!({"httpApiKeyAuth": {"name": "door", "in": "query"}})).await;
    assert_eq!(get(&service, &format!("/enter?door={key}"), "").await.status, 200);
    let refused = get(&service, "/enter?door=other", "").await;
    assert_eq!((refused.status, refused.header("www-authenticate")), (401, None));
    let pages = get(&service, "/_mock.json", "").await.text;
    assert!(!pages.contains(key) && !pages.contains("door=other"), "a key is shown: {pages}");
}

#[tokio::test]
async fn a_service_without_logins_lets_anyone_in() {
    let service = doors(json!({})).await;
    assert_eq!(get(&service, "/enter", "").await.status, 200);
    assert_eq!(get(&service, "/enter", "authorization: Basic eDp5\r\n").await.status, 200);
}

#[tokio::test]
async fn a_challenge_is_told_where_passwords_are_digested() {
    let service = doors(json!({"httpDigestAuth": {}})).await;
    let refused = get(&service, "/enter", "").await;
    let told = refused.header("www-authenticate").expect("it is told");
    assert!(
        refused.status == 401 && told.starts_with("Digest realm=\"mock\", qop=\"auth\", algorithm=SHA-256"),
        "{told}"
    );
}
