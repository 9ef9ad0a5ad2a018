//! States that AWS Wickr begins with.

mod support;

use serde_json::{Value, json};
use support::{call, network, start};

/// A network as a seed has it.
fn network_record(id: &str) -> Value {
    let arn = format!("arn:aws:wickr:us-east-1:111122223333:network/{id}");
    json!({"networkId": id, "networkName": "Harbor", "accessLevel": "STANDARD", "awsAccountId": "111122223333",
        "networkArn": arn})
}

#[tokio::test]
async fn a_state_that_could_not_be_is_refused_at_the_start() {
    let network = || network_record("20000000");
    let nameless = json!({"networkId": "20000000", "networkName": "Harbor", "accessLevel": "NONSENSE"});
    for (seed, why) in [
        (json!({"networks": {"20000000": nameless}}), "`20000000` in `networks`: accessLevel: Use STANDARD or PREMIUM"),
        (json!({"networks": {"20000001": network()}}), "`20000001` in `networks`: its networkId has to be its ID"),
        (
            json!({"networks": {}, "networks/20000000/bots": {}}),
            "belongs to `20000000` in `networks`, which isn't there",
        ),
        (
            json!({"network/20000000/uesrs": {}}),
            "`network/20000000/uesrs` is no table; there are networks, networks/*/",
        ),
        (
            json!({"networks": {"20000000": network()}, "networks/20000000/bots": {"1": {"botId": "1", "colour": "red"}}}),
            "`1` in `networks/20000000/bots`: colour: Is not in the model",
        ),
        (json!([]), "it has to be an object of tables"),
        (
            json!({"networks": {"20000000": network()}, "networks/20000000/users": {"1": {"userId": "1", "lastLogin": "now"}}}),
            "lastLogin is not a number",
        ),
        (
            json!({"networks": {"20000000": network()}, "networks/20000000/configuration": {"tdf": {"bogus": 1}}}),
            "bogus: Is not in the model",
        ),
        (
            json!({"networks": {"20000000": network()}, "networks/20000000/configuration": {"other": {}}}),
            "there is only oidc, settings, tdf",
        ),
    ] {
        let refused = sdk_mock::MockService::builder().seed(seed.to_string()).start().await;
        let refused = refused.expect_err("it is refused").to_string();
        assert!(refused.contains(why), "{why:?} is not in {refused:?}");
    }
}

#[tokio::test]
async fn all_that_a_service_remembers_is_a_state_to_begin_with() {
    let service = start().await;
    let path = format!("/networks/{}", network(&service, "Harbor").await);
    let groups = call(&service, &format!("GET {path}/security-groups"), Value::Null).await.body;
    let group = groups["securityGroups"][0]["id"].clone();
    let guests = call(&service, &format!("GET {path}/guest-users"), Value::Null).await.body;
    let guest = guests["guestlist"][0]["usernameHash"].as_str().expect("a guest").to_owned();
    for (line, body) in [
        (format!("POST {path}/data-retention-bots"), Value::Null),
        (format!("POST {path}/data-retention-bots/challenge"), Value::Null),
        (format!("POST {path}/users"), json!({"users": [{"username": "a@example.com", "securityGroupIds": [group]}]})),
        (format!("POST {path}/bots"), json!({"username": "a_bot", "groupId": group, "challenge": "EXAMPLE"})),
        (format!("PATCH {path}/guest-users/{guest}"), json!({"block": true})),
        (format!("PATCH {path}/settings"), json!({"settings": {"dataRetention": true}})),
        (
            format!("POST {path}/tdf"),
            json!({"clientId": "a", "clientSecret": "b", "domain": "https://tdf", "provider": "virtru"}),
        ),
    ] {
        let reply = call(&service, &line, body).await;
        assert_eq!(reply.status, 200, "{line}: {}", reply.body);
    }
    let state = service.state();
    assert!(state.as_object().is_some_and(|tables| tables.len() >= 7), "{state}");
    let again = sdk_mock::MockService::builder().seed(state.to_string()).start().await.expect("a state");
    assert_eq!(again.state(), state);
    // What comes new doesn't take the place of what was there.
    let other = support::network(&again, "Port").await;
    assert_ne!(path, format!("/networks/{other}"));
    assert_eq!(call(&again, "GET /networks", Value::Null).await.body["networks"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn activity_is_looked_at_between_the_bounds() {
    let user = json!({"userId": "7", "username": "mei@example.com", "status": 2, "lastActivity": 1_772_360_000});
    let network = network_record("20000000");
    let seed = json!({"networks": {"20000000": network}, "networks/20000000/users": {"7": user}});
    let service = sdk_mock::MockService::builder().seed(seed.to_string()).start().await.expect("a state");
    let seen = json!(1_772_360_000);
    for (query, expected) in [
        ("", &seen),
        ("?startTime=1772360000&endTime=1772360000", &seen),
        ("?startTime=1772360001", &Value::Null),
        ("?endTime=1772359999", &Value::Null),
    ] {
        let found = call(&service, &format!("GET /networks/20000000/users/7{query}"), Value::Null).await.body;
        assert_eq!((&found["lastActivity"], &found["status"]), (expected, &json!(2)), "{query}");
    }
}
