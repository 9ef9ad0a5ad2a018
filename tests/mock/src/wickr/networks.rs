//! Networks: the top-level containers.

use super::rules::Rules;
use super::{security_groups, shapes};
use crate::answer::Problem;
use crate::call::{Call, Object};
use crate::page::List;
use serde_json::{Value, json};

const ACCOUNT: &str = "111122223333";
const LIST: List = List { member: "networks", fields: &["networkId", "networkName"] };

/// Network IDs are the 8-digit numbers from here on.
const FIRST_ID: u64 = 10_000_000;

pub(super) fn create(call: &mut Call<'_>) -> Result<Value, Problem> {
    let body = call.body(shapes::CREATE_NETWORK)?;
    Rules::new().network_name(&body).access_level(&body).check()?;
    let id = (FIRST_ID + call.store.next_id(30_718_267, 100_000_000 - FIRST_ID)).to_string();
    let network = record(&id, &body, call.region);
    let members = ["networkId", "networkName", "encryptionKeyArn"];
    let answer = members.iter().filter_map(|&name| Some((name.to_owned(), network.get(name)?.clone()))).collect();
    call.store.put(&["networks", &id], network);
    security_groups::add_default(call.store, &id);
    Ok(answer)
}

pub(super) fn get(call: &mut Call<'_>) -> Result<Value, Problem> {
    let id = existing(call)?;
    call.store.get(&["networks", &id]).map(|network| Value::Object(network.clone())).ok_or(MISSING)
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Value, Problem> {
    LIST.page(call, call.store.children(&["networks"]))
}

pub(super) fn update(call: &mut Call<'_>) -> Result<Value, Problem> {
    let id = existing(call)?;
    let body = call.body(shapes::UPDATE_NETWORK)?;
    Rules::new().network_name(&body).check()?;
    if let Some(network) = call.store.get_mut(&["networks", &id]) {
        network.extend(body);
    }
    Ok(json!({ "message": "Network changed" }))
}

pub(super) fn delete(call: &mut Call<'_>) -> Result<Value, Problem> {
    let id = existing(call)?;
    call.store.remove(&["networks", &id]);
    Ok(json!({ "message": "Deletion has started" }))
}

const MISSING: Problem = Problem::NotFound("No such network");

/// The ID of the network that a request is about, if there is that network.
pub(super) fn existing(call: &Call<'_>) -> Result<String, Problem> {
    let id = call.label("networkId");
    Rules::new().network_id("networkId", id).check()?;
    if call.store.get(&["networks", id]).is_some() { Ok(id.to_owned()) } else { Err(MISSING) }
}

fn record(id: &str, body: &Object, region: &str) -> Object {
    let mut network = Object::new();
    let mut set = |name: &str, value: Value| drop(network.insert(name.to_owned(), value));
    set("networkId", id.into());
    for name in ["networkName", "accessLevel", "encryptionKeyArn"] {
        if let Some(value) = body.get(name) {
            set(name, value.clone());
        }
    }
    set("awsAccountId", ACCOUNT.into());
    set("networkArn", format!("arn:aws:wickr:{region}:{ACCOUNT}:network/{id}").into());
    set("standing", 1.into());
    set("migrationState", 0.into());
    if body.get("enablePremiumFreeTrial") == Some(&Value::Bool(true)) {
        // The text's format is not documented.
        set("freeTrialExpiration", "2026-06-01T00:00:00Z".into());
    }
    network
}
