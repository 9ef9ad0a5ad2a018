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
    assert_eq!(groups["securityGroups"][0]["activeMembers"], 0, "who is invited isn't active yet");
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
    assert_eq!(call(&service, &format!("POST {path}?dryRun=true"), body.clone()).await.body, body);
    let empty = json!({"clientId": "", "clientSecret": "", "domain": "", "provider": ""});
    let found = call(&service, &format!("GET {path}"), Value::Null).await;
    assert_eq!((found.status, &found.body), (200, &empty), "a network without a configuration");
    assert_eq!(call(&service, &format!("POST {path}"), body.clone()).await.body, body);
    assert_eq!(call(&service, &format!("GET {path}"), Value::Null).await.body, body);
    let other = json!({"clientId": "a", "clientSecret": "EXAMPLE", "domain": "https://tdf", "provider": "other"});
    assert_eq!(call(&service, &format!("POST {path}"), other).await.status, 422);
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

#[tokio::test]
async fn a_user_is_in_one_group() {
    let service = start().await;
    let path = format!("/networks/{}", network(&service, "Harbor").await);
    let new = json!({"name": "dispatch", "securityGroupSettings": {}});
    let group = call(&service, &format!("POST {path}/security-groups"), new).await.body["securityGroup"]["id"].take();
    let groups = call(&service, &format!("GET {path}/security-groups"), Value::Null).await.body;
    let both: Vec<_> = groups["securityGroups"].as_array().expect("groups").iter().map(|group| &group["id"]).collect();
    let users = json!({"users": [
        {"username": "mei@example.com", "securityGroupIds": both},
        {"username": "mei@example.com", "securityGroupIds": []},
        {"username": "mei@example.com", "securityGroupIds": [group]},
    ]});
    let made = call(&service, &format!("POST {path}/users"), users).await.body;
    assert_eq!(texts(&made["failed"], "reason"), ["Use exactly one security group"; 2], "{made}");
    let id = &made["successful"][0]["userId"];
    let change = json!({"userId": id, "userDetails": {"securityGroupIds": both}});
    let refused = call(&service, &format!("PATCH {path}/users"), change).await;
    let field = json!("userDetails.securityGroupIds");
    assert_eq!((refused.status, &refused.body["reasons"][0]["field"]), (422, &field));
}

#[tokio::test]
async fn settings_come_in_one_order_whatever_a_request_has() {
    let service = start().await;
    let path = format!("/networks/{}/settings", network(&service, "Harbor").await);
    for body in [
        r#"{"settings": {"dataRetention": true, "readReceiptConfig": {"status": "ENABLED"}}}"#,
        r#"{"settings": {"readReceiptConfig": {"status": "ENABLED"}, "dataRetention": true}}"#,
    ] {
        let changed = support::send(&service, &format!("PATCH {path}"), body).await.body;
        assert_eq!(texts(&changed["settings"], "optionName"), ["readReceiptConfig", "dataRetention"], "{body}");
    }
    let found = call(&service, &format!("GET {path}"), Value::Null).await.body;
    let names = ["enableClientMetrics", "readReceiptConfig", "dataRetention", "enableTrustedDataFormat"];
    assert_eq!(texts(&found["settings"], "optionName"), names);
    assert_eq!(texts(&found["settings"], "value"), ["false", r#"{"status":"ENABLED"}"#, "true", "false"]);
}

#[tokio::test]
async fn bots_stay_pending_and_are_found_by_a_part_of_their_names() {
    let service = start().await;
    let path = format!("/networks/{}", network(&service, "Harbor").await);
    let groups = call(&service, &format!("GET {path}/security-groups"), Value::Null).await.body;
    let group = &groups["securityGroups"][0]["id"];
    let bot = json!({"username": "shift_bot", "displayName": "Shift plans", "groupId": group, "challenge": "EXAMPLE"});
    call(&service, &format!("POST {path}/bots"), bot).await;
    for (query, found) in [("displayName=plan", 1), ("displayName=rota", 0), ("status=1", 1), ("status=2", 0)] {
        let listed = call(&service, &format!("GET {path}/bots?{query}"), Value::Null).await.body;
        assert_eq!(listed["bots"].as_array().map(Vec::len), Some(found), "{query}");
    }
    let count = call(&service, &format!("GET {path}/bots/count"), Value::Null).await.body;
    assert_eq!(count, json!({"pending": 1, "active": 0, "total": 1}));
}

#[tokio::test]
async fn the_users_of_a_group_are_sorted_by_their_names_only() {
    let service = start().await;
    let path = format!("/networks/{}/security-groups", network(&service, "Harbor").await);
    let groups = call(&service, &format!("GET {path}"), Value::Null).await.body;
    let path = format!("{path}/{}/users", groups["securityGroups"][0]["id"].as_str().expect("an ID"));
    for (query, status) in [("sortFields=lastName%2BfirstName", 200), ("sortFields=status", 422)] {
        assert_eq!(call(&service, &format!("GET {path}?{query}"), Value::Null).await.status, status, "{query}");
    }
}

#[tokio::test]
async fn accounts_share_their_names_and_keep_their_unames_apart() {
    let service = start().await;
    let path = format!("/networks/{}", network(&service, "Harbor").await);
    let groups = call(&service, &format!("GET {path}/security-groups"), Value::Null).await.body;
    let group = groups["securityGroups"][0]["id"].clone();
    let user = |name: &str| json!({"users": [{"username": name, "securityGroupIds": [group]}]});
    let bot = json!({"username": "helper_bot", "groupId": group, "challenge": "EXAMPLE"});
    assert_eq!(call(&service, &format!("POST {path}/bots"), bot).await.status, 200);
    let made = call(&service, &format!("POST {path}/users"), user("helper_bot")).await.body;
    assert_eq!(texts(&made["failed"], "reason"), ["User already exists"], "a bot has the name");

    let made = call(&service, &format!("POST {path}/users"), user("bob")).await.body;
    let id = made["successful"][0]["userId"].clone();
    for (name, status) in [("", 422), ("helper_bot", 422), ("bob", 200), ("robert", 200)] {
        let change = json!({"userId": id, "userDetails": {"username": name}});
        assert_eq!(call(&service, &format!("PATCH {path}/users"), change).await.status, status, "{name:?}");
    }
    let nothing = json!({"userId": id, "userDetails": {}});
    assert_eq!(call(&service, &format!("PATCH {path}/users"), nothing).await.status, 200);
    call(&service, &format!("POST {path}/users"), user("bob")).await;
    let users = call(&service, &format!("GET {path}/users"), Value::Null).await.body;
    let bots = call(&service, &format!("GET {path}/bots"), Value::Null).await.body;
    let unames = [texts(&users["users"], "uname"), texts(&bots["bots"], "uname")].concat();
    let asked = json!({"unames": unames});
    let found = call(&service, &format!("POST {path}/users/uname-lookup"), asked).await.body;
    let mut names = texts(&found["successful"], "username");
    names.sort_unstable();
    assert_eq!(names, ["bob", "helper_bot", "robert"], "{found}");
}

#[tokio::test]
async fn a_setting_can_be_turned_off_though_another_one_needs_it() {
    let service = start().await;
    let path = format!("/networks/{}/security-groups", network(&service, "Harbor").await);
    let groups = call(&service, &format!("GET {path}"), Value::Null).await.body;
    let line = format!("PATCH {path}/{}", groups["securityGroups"][0]["id"].as_str().expect("an ID"));
    let settings = |settings: Value| json!({"securityGroupSettings": settings});
    let on = settings(json!({"enableFileDownload": true, "maxAutoDownloadSize": 512_000}));
    assert_eq!(call(&service, &line, on).await.status, 200);
    let off = call(&service, &line, settings(json!({"enableFileDownload": false}))).await;
    let found = &off.body["securityGroup"]["securityGroupSettings"];
    assert_eq!((off.status, &found["maxAutoDownloadSize"]), (200, &Value::Null), "{}", off.body);
    let both = settings(json!({"enableFileDownload": false, "maxAutoDownloadSize": 512_000}));
    assert_eq!(call(&service, &line, both).await.status, 422);
}

#[tokio::test]
async fn lists_are_sorted_as_dictionaries_are() {
    let service = start().await;
    for name in ["b", "B", "a", "É", "Z"] {
        network(&service, name).await;
    }
    let first = call(&service, "GET /networks?sortFields=networkName&maxResults=3", Value::Null).await.body;
    assert_eq!(texts(&first["networks"], "networkName"), ["É", "Z", "b"]);
    // The direction that a request doesn't say is this one.
    let token = first["nextToken"].as_str().expect("there is more");
    let line = format!("GET /networks?sortFields=networkName&sortDirection=DESC&nextToken={token}");
    let rest = call(&service, &line, Value::Null).await.body;
    assert_eq!(texts(&rest["networks"], "networkName"), ["B", "a"]);
}
