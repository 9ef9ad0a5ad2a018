//! Security groups: what the members of a network may do.

use super::rules::{self, Rules};
use super::{networks, users};
use crate::model::Object;
use crate::request::Problem;
use crate::state::{Call, List, Record, Store};
use serde_json::{Value, json};

const LIST: List = List { member: "securityGroups", id: "id", fields: &[("id", "id"), ("name", "name")] };

pub(super) fn create(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let settings = call.input.get("securityGroupSettings").cloned().unwrap_or_default();
    Rules::new().group_name(call.input).settings(&settings).check()?;
    let group = add(call.store, network, call.text("name"), settings, false);
    Ok(answer(call.store, network, &group))
}

pub(super) fn get(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, group) = existing(call)?;
    call.store.get(&path(network, group)).map(|group| answer(call.store, network, group)).ok_or(MISSING)
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let groups = call.store.children(&["networks", network, "security-groups"]);
    LIST.page(call, groups.map(|group| counted(call.store, network, group)))
}

/// Changes name and settings. Whether the service merges or replaces nested structures is not documented; here a
/// setting that is sent takes the place of the old one as a whole, and settings that are not sent stay.
pub(super) fn update(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, group) = existing(call)?;
    let now = call.store.now();
    let record = call.store.get_mut(&path(network, group)).ok_or(MISSING)?;
    let mut changed = record.clone();
    if let (Some(Value::Object(settings)), Some(Value::Object(changes))) =
        (changed.get_mut("securityGroupSettings"), call.input.get("securityGroupSettings"))
    {
        settings.extend(changes.clone());
        rules::let_go(settings, changes);
    }
    if let Some(name) = call.input.get("name") {
        changed.set("name", name.clone());
    }
    let settings = changed.get("securityGroupSettings").unwrap_or(&Value::Null);
    Rules::new().group_name(call.input).settings(settings).check()?;
    changed.set("modified", now);
    *record = changed.clone();
    Ok(answer(call.store, network, &changed))
}

/// Deletes a group. Its members stay in the network; whether the service moves them is not documented.
pub(super) fn delete(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, group) = existing(call)?;
    if call.store.get(&path(network, group)).is_some_and(|group| group.is("isDefault")) {
        return Err(Problem::Malformed("The default security group cannot be deleted".to_owned()));
    }
    call.store.remove(&path(network, group));
    Ok(json!({ "message": "success", "networkId": network, "groupId": group }))
}

/// Gives a new network the one group that cannot be deleted.
pub(super) fn add_default(store: &mut Store, network: &str) {
    let settings = json!({
        "federationMode": 1,
        "lockoutThreshold": 10,
        "globalFederation": false,
        "filesEnabled": true,
        "calling": { "canStart11Call": true, "canVideoCall": true, "forceTcpCall": false },
    });
    add(store, network, "Default", settings, true);
}

fn add(store: &mut Store, network: &str, name: &str, settings: Value, is_default: bool) -> Object {
    let id = store.new_id(&["networks", network, "security-groups"], next_id);
    let mut group = Object::new();
    group.set("id", id.as_str());
    group.set("name", name);
    group.set("isDefault", is_default);
    group.set("modified", store.now());
    group.set("securityGroupSettings", settings);
    store.put(&path(network, &id), group.clone());
    group
}

const MISSING: Problem = Problem::missing("No such security group");

/// The IDs of the network and the group that a request is about, if the group is in that network.
pub(super) fn existing<'a>(call: &Call<'a>) -> Result<(&'a str, &'a str), Problem> {
    let network = networks::existing(call)?;
    let group = call.text("groupId");
    if exists(call.store, network, group) { Ok((network, group)) } else { Err(MISSING) }
}

/// Whether a network has a group.
pub(super) fn exists(store: &Store, network: &str, group: &str) -> bool {
    store.get(&path(network, group)).is_some()
}

fn path<'p>(network: &'p str, group: &'p str) -> [&'p str; 4] {
    ["networks", network, "security-groups", group]
}

fn answer(store: &Store, network: &str, group: &Object) -> Value {
    json!({ "securityGroup": counted(store, network, group) })
}

/// A group with the number of its members. Users who have been invited aren't active yet.
fn counted(store: &Store, network: &str, group: &Object) -> Object {
    let id = group.text("id");
    let mut counted = group.clone();
    let members = store.children(&["networks", network, "users"]).filter(|user| users::is_in(user, id));
    counted.set("activeMembers", members.filter(|user| users::is_active(user)).count());
    let bots = store.children(&["networks", network, "bots"]);
    counted.set("botMembers", bots.filter(|bot| bot.text("groupId") == id).count());
    counted
}

/// IDs look like `Kx3vTq8L`: 8 letters and digits.
fn next_id(store: &mut Store) -> String {
    const LENGTH: u32 = 8;
    const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut number = store.next_id(131_071_313_371_337, 62_u64.pow(LENGTH));
    let digits = (0..LENGTH).map(|_| {
        let digit = DIGITS[(number % 62) as usize];
        number /= 62;
        char::from(digit)
    });
    digits.collect()
}
