//! What Wickr's state does between one request and the next.

mod support;

use serde_json::{Value, json};
use support::{call, network, start};

/// IDs in a list of an answer.
fn texts(items: &Value, member: &str) -> Vec<String> {
    let items = items.as_array().into_iter().flatten();
    items.filter_map(|item| item[member].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn a_batch_reports_item_by_item() {
    let service = start().await;
    let path = format!("/networks/{}", network(&service, "Harbor").await);
    let groups = call(&service, &format!("GET {path}/security-groups"), Value::Null).await.body;
    let group = groups["securityGroups"][0]["id"].clone();
    let users = json!({"users": [
        {"username": "mei@example.com", "securityGroupIds": [group]},
        {"username": "mei@example.com", "securityGroupIds": [group]},
        {"username": "luis@example.com", "securityGroupIds": ["nowhere"]},
    ]});
    let made = call(&service, &format!("POST {path}/users"), users).await.body;
    assert_eq!(made["message"], "partial success");
    assert_eq!(texts(&made["failed"], "field"), ["username", "securityGroupIds"]);
    let id = made["successful"][0]["userId"].as_str().expect("created").to_owned();

    let body = json!({"userIds": [id, "777000"]});
    let toggled = call(&service, &format!("PATCH {path}/users/toggleSuspend?suspend=true"), body).await.body;
    assert_eq!(
        (texts(&toggled["successful"], "userId"), texts(&toggled["failed"], "userId")),
        (vec![id], vec!["777000".into()])
    );
    let listed = call(&service, &format!("GET {path}/users"), Value::Null).await.body;
    assert_eq!(listed["users"][0]["suspended"], true);
    let groups = call(&service, &format!("GET {path}/security-groups"), Value::Null).await.body;
    assert_eq!(groups["securityGroups"][0]["activeMembers"], 1);
}

#[tokio::test]
async fn a_deleted_network_takes_everything_along() {
    let service = start().await;
    let (gone, stays) = (network(&service, "Harbor").await, network(&service, "Port").await);
    assert_eq!(call(&service, &format!("DELETE /networks/{gone}"), Value::Null).await.status, 200);
    for path in
        ["", "/users", "/users/count", "/security-groups", "/bots", "/guest-users", "/settings", "/oidc", "/tdf"]
    {
        let reply = call(&service, &format!("GET /networks/{gone}{path}"), Value::Null).await;
        assert_eq!((reply.status, reply.header("x-amzn-errortype")), (404, Some("ResourceNotFoundError")), "{path}");
    }
    let state = service.state();
    let tables: Vec<_> = state.as_object().expect("tables").keys().cloned().collect();
    assert!(tables.iter().all(|table| !table.contains(&gone)), "{tables:?}");
    assert!(tables.iter().any(|table| table.contains(&stays)), "{tables:?}");
}

#[tokio::test]
async fn data_retention_has_to_begin_before_the_first_user() {
    let service = start().await;
    let path = format!("/networks/{}", network(&service, "Harbor").await);
    let group = call(&service, &format!("GET {path}/security-groups"), Value::Null).await.body;
    let user = json!({"username": "mei@example.com", "securityGroupIds": [group["securityGroups"][0]["id"]]});
    call(&service, &format!("POST {path}/users"), json!({"users": [user]})).await;
    let refused = call(&service, &format!("POST {path}/data-retention-bots"), Value::Null).await;
    assert_eq!((refused.status, &refused.body["message"]), (400, &json!("Users already exist in this network.")));
}

#[tokio::test]
async fn a_blocked_guest_is_listed_until_let_in_again() {
    let service = start().await;
    let path = format!("/networks/{}/guest-users", network(&service, "Harbor").await);
    let guests = call(&service, &format!("GET {path}"), Value::Null).await.body;
    let hash = texts(&guests["guestlist"], "usernameHash").remove(0);
    for (block, status, blocked) in [(true, 200, 1), (true, 400, 1), (false, 200, 0), (false, 400, 0)] {
        let reply = call(&service, &format!("PATCH {path}/{hash}"), json!({"block": block})).await;
        let listed = call(&service, &format!("GET {path}/blocklist"), Value::Null).await.body;
        assert_eq!((reply.status, texts(&listed["blocklist"], "username").len()), (status, blocked), "{block}");
    }
}

#[tokio::test]
async fn a_dry_run_saves_nothing() {
    let service = start().await;
    let path = format!("/networks/{}/tdf", network(&service, "Harbor").await);
    let body = json!({"clientId": "a", "clientSecret": "EXAMPLE", "domain": "https://tdf", "provider": "virtru"});
    assert_eq!(call(&service, &format!("POST {path}?dryRun=true"), body.clone()).await.status, 200);
    assert_eq!(call(&service, &format!("GET {path}"), Value::Null).await.status, 404);
    assert_eq!(call(&service, &format!("POST {path}"), body).await.status, 200);
    assert_eq!(call(&service, &format!("GET {path}"), Value::Null).await.status, 200);
}

#[tokio::test]
async fn a_seed_is_what_the_service_begins_with() {
    let service = start().await;
    let id = network(&service, "Harbor").await;
    let seed = service.state().to_string();
    let other = sdk_mock::MockService::builder().seed(seed).start().await.expect("a state");
    let found = call(&other, &format!("GET /networks/{id}"), Value::Null).await;
    assert_eq!((found.status, &found.body["networkName"]), (200, &json!("Harbor")));
    for (seed, why) in
        [("[]", "an object of tables"), ("{\"networks\": {\"1\": 2}}", "`1` in `networks`"), ("{", "not JSON")]
    {
        let error = sdk_mock::MockService::builder().seed(seed).start().await.expect_err("no state").to_string();
        assert!(error.contains(why), "{error}");
    }
}

#[tokio::test]
async fn every_constraint_that_is_broken_is_a_reason() {
    let service = start().await;
    let path = format!("/networks/{}", network(&service, "Harbor").await);
    let body = json!({"settings": {
        "readReceiptConfig": {"status": "MAYBE"},
        "consentPopup": {"header": "h".repeat(101), "closeButtonLabel": "é".repeat(20)},
    }});
    let refused = call(&service, &format!("PATCH {path}/settings"), body).await;
    assert_eq!(refused.status, 422);
    let reasons = refused.body["reasons"].as_array().expect("reasons").iter();
    let mut reasons: Vec<_> = reasons.map(|reason| format!("{}: {}", reason["field"], reason["reason"])).collect();
    reasons.sort();
    assert_eq!(
        reasons,
        [
            "\"settings.consentPopup.enabled\": \"Is required\"",
            "\"settings.consentPopup.header\": \"Use 0 to 100 characters\"",
            "\"settings.readReceiptConfig.status\": \"Use DISABLED, ENABLED or FORCE_ENABLED\"",
        ]
    );
    let line = format!("GET {path}/users?status=3");
    assert_eq!(call(&service, &line, Value::Null).await.body["reasons"][0]["reason"], "Use 1 or 2");
}
