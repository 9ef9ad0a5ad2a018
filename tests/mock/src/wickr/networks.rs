//! Networks: the top-level containers.

use super::rules::Rules;
use super::{guests, security_groups};
use crate::model::Object;
use crate::request::Problem;
use crate::state::{Call, List, Record};
use serde_json::{Value, json};

const ACCOUNT: &str = "111122223333";
const LIST: List =
    List { member: "networks", id: "networkId", fields: &[("networkId", "networkId"), ("networkName", "networkName")] };

/// Network IDs are the 8-digit numbers from here on.
const FIRST_ID: u64 = 10_000_000;

pub(super) fn create(call: &mut Call<'_>) -> Result<Value, Problem> {
    Rules::new().network_name(call.input).check()?;
    let id = call.store.new_id(&["networks"], |store| {
        let number = FIRST_ID + store.next_id(30_718_267, 100_000_000 - FIRST_ID);
        number.to_string()
    });
    let network = record(&id, call);
    let members = ["networkId", "networkName", "encryptionKeyArn"];
    let answer = members.iter().filter_map(|&name| Some((name.to_owned(), network.get(name)?.clone()))).collect();
    call.store.put(&["networks", &id], network);
    security_groups::add_default(call.store, &id);
    guests::add_first(call.store, &id);
    Ok(answer)
}

pub(super) fn get(call: &mut Call<'_>) -> Result<Value, Problem> {
    let id = existing(call)?;
    call.store.get(&["networks", id]).map(|network| Value::Object(network.clone())).ok_or(MISSING)
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Value, Problem> {
    LIST.page(call, call.store.children(&["networks"]).filter(|network| is_in(network, call.region)))
}

pub(super) fn update(call: &mut Call<'_>) -> Result<Value, Problem> {
    let id = existing(call)?;
    Rules::new().network_name(call.input).check()?;
    let network = call.store.get_mut(&["networks", id]).ok_or(MISSING)?;
    for name in ["networkName", "encryptionKeyArn"] {
        if let Some(value) = call.input.get(name) {
            network.set(name, value.clone());
        }
    }
    Ok(json!({ "message": "Network changed" }))
}

pub(super) fn delete(call: &mut Call<'_>) -> Result<Value, Problem> {
    let id = existing(call)?;
    call.store.remove(&["networks", id]);
    Ok(json!({ "message": "Deletion has started" }))
}

const MISSING: Problem = Problem::missing("No such network");

/// The ID of the network that a request is about, if there is that network.
pub(super) fn existing<'a>(call: &Call<'a>) -> Result<&'a str, Problem> {
    let id = call.text("networkId");
    let is_here = |network: &Object| is_in(network, call.region);
    if call.store.get(&["networks", id]).is_some_and(is_here) { Ok(id) } else { Err(MISSING) }
}

/// Whether a network is in a Region, which its ARN says. Others are found by nobody who asks there.
fn is_in(network: &Object, region: &str) -> bool {
    network.text("networkArn").split(':').nth(3) == Some(region)
}

fn record(id: &str, call: &Call<'_>) -> Object {
    let mut network = Object::new();
    network.set("networkId", id);
    for name in ["networkName", "accessLevel", "encryptionKeyArn"] {
        network.set(name, call.input.get(name).cloned());
    }
    network.set("awsAccountId", ACCOUNT);
    network.set("networkArn", format!("arn:aws:wickr:{}:{ACCOUNT}:network/{id}", call.region));
    network.set("standing", 1);
    network.set("migrationState", 0);
    if call.flag("enablePremiumFreeTrial") == Some(true) {
        // The text's format is not documented.
        network.set("freeTrialExpiration", "2026-06-01T00:00:00Z");
    }
    network
}
