//! Security groups: what the members of a network may do.

use super::rules::Rules;
use super::{networks, shapes};
use crate::answer::Problem;
use crate::call::{Call, Object};
use crate::page::List;
use crate::store::Store;
use serde_json::{Value, json};

const LIST: List = List { member: "securityGroups", fields: &["id", "name"] };

pub(super) fn create(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let mut body = call.body(shapes::CREATE_SECURITY_GROUP)?;
    let settings = body.remove("securityGroupSettings").unwrap_or_default();
    Rules::new().group_name(&body).settings(&settings).check()?;
    Ok(answer(&add(call.store, &network, body.remove("name"), settings, false)))
}

pub(super) fn get(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, group) = existing(call)?;
    call.store.get(&path(&network, &group)).map(answer).ok_or(MISSING)
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    LIST.page(call, call.store.children(&["networks", &network, "security-groups"]))
}

/// Changes name and settings. Whether the service merges or replaces nested structures is not documented; here a
/// setting that is sent takes the place of the old one as a whole, and settings that are not sent stay.
pub(super) fn update(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, group) = existing(call)?;
    let body = call.body(shapes::UPDATE_SECURITY_GROUP)?;
    let now = call.store.now();
    let record = call.store.get_mut(&path(&network, &group)).ok_or(MISSING)?;
    let mut changed = record.clone();
    if let (Some(Value::Object(settings)), Some(Value::Object(changes))) =
        (changed.get_mut("securityGroupSettings"), body.get("securityGroupSettings"))
    {
        settings.extend(changes.clone());
    }
    if let Some(name) = body.get("name") {
        changed.insert("name".to_owned(), name.clone());
    }
    let settings = changed.get("securityGroupSettings").unwrap_or(&Value::Null);
    Rules::new().group_name(&body).settings(settings).check()?;
    changed.insert("modified".to_owned(), now.into());
    *record = changed;
    Ok(answer(record))
}

pub(super) fn delete(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, group) = existing(call)?;
    let path = path(&network, &group);
    if call.store.get(&path).and_then(|group| group.get("isDefault")) == Some(&Value::Bool(true)) {
        return Err(Problem::Malformed("The default security group cannot be deleted".to_owned()));
    }
    call.store.remove(&path);
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
    add(store, network, Some("Default".into()), settings, true);
}

fn add(store: &mut Store, network: &str, name: Option<Value>, settings: Value, is_default: bool) -> Object {
    let id = next_id(store);
    let mut group = Object::new();
    let mut set = |name: &str, value: Value| drop(group.insert(name.to_owned(), value));
    set("id", id.as_str().into());
    set("name", name.unwrap_or_default());
    set("isDefault", is_default.into());
    set("activeMembers", 0.into());
    set("botMembers", 0.into());
    set("modified", store.now().into());
    set("securityGroupSettings", settings);
    store.put(&path(network, &id), group.clone());
    group
}

const MISSING: Problem = Problem::NotFound("No such security group");

/// The IDs of the network and the group that a request is about, if the group is in that network.
fn existing(call: &Call<'_>) -> Result<(String, String), Problem> {
    let network = networks::existing(call)?;
    let group = call.label("groupId");
    if call.store.get(&path(&network, group)).is_some() { Ok((network, group.to_owned())) } else { Err(MISSING) }
}

fn path<'p>(network: &'p str, group: &'p str) -> [&'p str; 4] {
    ["networks", network, "security-groups", group]
}

fn answer(group: &Object) -> Value {
    json!({ "securityGroup": group })
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
