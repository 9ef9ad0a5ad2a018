//! Users: invited, changed, suspended and removed, in batches that report item by item.
//!
//! Everyone who is created stays pending: nobody accepts invitations here. A seed may have active users, with devices.

use super::{networks, security_groups};
use crate::auth::hex;
use crate::model::Object;
use crate::request::Problem;
use crate::state::{Call, List, Record, Store};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const FIELDS: &[(&str, &str)] = &[
    ("username", "username"),
    ("firstName", "firstName"),
    ("lastName", "lastName"),
    ("status", "status"),
    ("groupId", "securityGroups"),
];
const NAMES: &[(&str, &str)] = &[("username", "username"), ("firstName", "firstName"), ("lastName", "lastName")];
const LIST: List = List { member: "users", id: "userId", fields: FIELDS };
const LIST_OF_GROUP: List = List { member: "users", id: "userId", fields: NAMES };
const PENDING: i64 = 1;
const ACTIVE: i64 = 2;
/// How many users a free trial has room for.
const TRIAL: usize = 50;

/// A user is in one group at a time, though the member is a list.
const ONE_GROUP: &str = "Use exactly one security group";

const MISSING: Problem = Problem::missing("User not found.");

pub(super) fn create(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    at_most_50(call, "users")?;
    let (mut successful, mut failed) = (Vec::new(), Vec::new());
    for item in call.input.get("users").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object) {
        match refusal(call.store, network, item) {
            // A user who wasn't created has no ID, but the answer has to have one.
            Some((field, reason)) => failed.push(json!({ "userId": "0", "field": field, "reason": reason })),
            None => successful.push(Value::Object(add(call.store, network, item))),
        }
    }
    Ok(batch(successful, failed))
}

fn refusal(store: &Store, network: &str, item: &Object) -> Option<(&'static str, &'static str)> {
    let username = item.text("username");
    let groups = item.get("securityGroupIds").and_then(Value::as_array);
    let exists = |group: &Value| security_groups::exists(store, network, group.as_str().unwrap_or_default());
    if username.is_empty() {
        Some(("username", "Must not be empty"))
    } else if is_taken(store, network, username) {
        Some(("username", "User already exists"))
    } else if groups.is_none_or(|groups| groups.len() != 1) {
        Some(("securityGroupIds", ONE_GROUP))
    } else if !groups.is_some_and(|groups| groups.iter().all(exists)) {
        Some(("securityGroupIds", "No such security group"))
    } else {
        None
    }
}

/// Whether an account of the network has this name: users and bots share their names.
pub(super) fn is_taken(store: &Store, network: &str, username: &str) -> bool {
    let of =
        |table: &str| store.children(&["networks", network, table]).any(|found| found.text("username") == username);
    of("users") || of("bots")
}

/// What a username is hashed to.
pub(super) fn uname(network: &str, username: &str) -> String {
    hex(&Sha256::digest(format!("{network}/{username}")))
}

fn add(store: &mut Store, network: &str, item: &Object) -> Object {
    let id = store.new_id(&["networks", network, "users"], |store| {
        let number = 20_000 + store.next_id(7_919, 1_000_000_000);
        number.to_string()
    });
    let mut user = Object::new();
    user.set("userId", id.as_str());
    for name in ["firstName", "lastName", "username"] {
        user.set(name, item.get(name).cloned());
    }
    user.set("securityGroups", item.get("securityGroupIds").cloned());
    user.set("isAdmin", false);
    user.set("suspended", false);
    user.set("status", PENDING);
    user.set("type", "user");
    user.set("isInviteExpired", false);
    let code = item.get("inviteCode").filter(|code| code.as_str() != Some("")).cloned();
    user.set("inviteCode", code.unwrap_or_else(|| format!("INVITE-{id}").into()));
    user.set("codeValidation", item.is("codeValidation"));
    user.set("uname", uname(network, item.text("username")));
    store.put(&["networks", network, "users", &id], user.clone());
    user
}

pub(super) fn get(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, id) = existing(call)?;
    let user = call.store.get(&["networks", network, "users", id]).ok_or(MISSING)?;
    let members = ["userId", "firstName", "lastName", "username", "isAdmin", "suspended", "status"];
    let mut answer = picked(user, &members);
    answer.set("lastLogin", user.get("lastLogin").cloned());
    answer.set("lastActivity", user.get("lastActivity").filter(|time| is_asked_for(call, time)).cloned());
    answer.set("securityGroupIds", user.get("securityGroups").cloned());
    Ok(Value::Object(answer))
}

/// Whether a request looks at activity at this time.
fn is_asked_for(call: &Call<'_>, time: &Value) -> bool {
    let bound = |name: &str| call.input.get(name).and_then(Value::as_f64);
    let time = time.as_f64().unwrap_or_default();
    bound("startTime").is_none_or(|start| start <= time) && bound("endTime").is_none_or(|end| time <= end)
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let users = call.store.children(&["networks", network, "users"]);
    LIST.page(call, users.filter(|user| fits(call, user)).map(shown))
}

pub(super) fn of_group(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, group) = security_groups::existing(call)?;
    let users = call.store.children(&["networks", network, "users"]);
    LIST_OF_GROUP.page(call, users.filter(|user| is_in(user, group)).map(shown))
}

/// Whether someone has accepted the invitation.
pub(super) fn is_active(user: &Object) -> bool {
    user.get("status").and_then(Value::as_i64) == Some(ACTIVE)
}

/// Whether a user is in a group.
pub(super) fn is_in(user: &Object, group: &str) -> bool {
    let groups = user.get("securityGroups").and_then(Value::as_array);
    groups.is_some_and(|groups| groups.iter().any(|found| found == group))
}

/// A user as lists show it.
fn shown(user: &Object) -> Object {
    let mut shown = user.clone();
    for name in ["lastActivity", "lastLogin"] {
        shown.remove(name);
    }
    shown
}

fn fits(call: &Call<'_>, user: &Object) -> bool {
    let same = |name: &str| call.get(name).is_none_or(|wanted| user.get(name) == Some(wanted));
    let group = call.text("groupId");
    ["firstName", "lastName", "username", "status"].into_iter().all(same) && (group.is_empty() || is_in(user, group))
}

pub(super) fn update(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, id) = existing(call)?;
    let none = Object::new();
    let details = call.input.get("userDetails").and_then(Value::as_object).unwrap_or(&none);
    let groups = details.get("securityGroupIds").and_then(Value::as_array);
    let exists = |group: &Value| security_groups::exists(call.store, network, group.as_str().unwrap_or_default());
    if groups.is_some_and(|groups| groups.len() != 1) {
        return Err(Problem::invalid("userDetails.securityGroupIds", ONE_GROUP));
    }
    if groups.is_some_and(|groups| !groups.iter().all(exists)) {
        return Err(Problem::invalid("userDetails.securityGroupIds", "No such security group"));
    }
    let old = call.store.get(&["networks", network, "users", id]).map(|user| user.text("username"));
    let renamed = details.get("username").and_then(Value::as_str).filter(|new| old != Some(new));
    match renamed {
        Some("") => return Err(Problem::invalid("userDetails.username", "Must not be empty")),
        Some(new) if is_taken(call.store, network, new) => {
            return Err(Problem::invalid("userDetails.username", "User already exists"));
        }
        _ => {}
    }
    let now = call.store.now();
    let user = call.store.get_mut(&["networks", network, "users", id]).ok_or(MISSING)?;
    if let Some(new) = renamed {
        user.set("uname", uname(network, new));
    }
    for name in ["firstName", "lastName", "username", "inviteCode", "codeValidation"] {
        if let Some(value) = details.get(name) {
            user.set(name, value.clone());
        }
    }
    if let Some(groups) = details.get("securityGroupIds") {
        user.set("securityGroups", groups.clone());
    }
    let members = ["userId", "firstName", "lastName", "suspended", "status", "inviteCode", "codeValidation"];
    let mut answer = picked(user, &members);
    answer.set("networkId", network);
    answer.set("securityGroupIds", user.get("securityGroups").cloned());
    answer.set("modified", now);
    Ok(Value::Object(answer))
}

pub(super) fn delete(call: &mut Call<'_>) -> Result<Value, Problem> {
    each(call, |store, network, id| match store.remove(&["networks", network, "users", id]) {
        true => Ok(()),
        false => Err("User not found"),
    })
}

pub(super) fn reinvite(call: &mut Call<'_>) -> Result<Value, Problem> {
    each(call, |store, network, id| {
        let user = store.get_mut(&["networks", network, "users", id]).ok_or("User not found")?;
        if user.get("status").and_then(Value::as_i64) != Some(PENDING) {
            return Err("user cannot be reinvited");
        }
        user.set("isInviteExpired", false);
        Ok(())
    })
}

pub(super) fn suspend(call: &mut Call<'_>) -> Result<Value, Problem> {
    let suspend = call.flag("suspend").unwrap_or_default();
    each(call, |store, network, id| {
        let user = store.get_mut(&["networks", network, "users", id]).ok_or("User not found")?;
        user.set("suspended", suspend);
        Ok(())
    })
}

/// Does something to each of the users in a request.
fn each(
    call: &mut Call<'_>,
    mut act: impl FnMut(&mut Store, &str, &str) -> Result<(), &'static str>,
) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    at_most_50(call, "userIds")?;
    let (mut successful, mut failed) = (Vec::new(), Vec::new());
    for id in call.texts("userIds") {
        match act(call.store, network, id) {
            Ok(()) => successful.push(json!({ "userId": id })),
            Err(reason) => failed.push(json!({ "userId": id, "field": "userId", "reason": reason })),
        }
    }
    Ok(batch(successful, failed))
}

pub(super) fn look_up(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    at_most_50(call, "unames")?;
    let (mut successful, mut failed) = (Vec::new(), Vec::new());
    for uname in call.texts("unames") {
        let of = |table| call.store.children(&["networks", network, table]);
        match of("users").chain(of("bots")).find(|account| account.text("uname") == uname) {
            Some(user) => successful.push(json!({ "uname": uname, "username": user.text("username") })),
            None => failed.push(json!({ "uname": uname, "field": "uname", "reason": "Uname not found" })),
        }
    }
    Ok(batch(successful, failed))
}

pub(super) fn count(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let of = |status: i64| {
        let users = call.store.children(&["networks", network, "users"]);
        users.filter(|user| user.get("status").and_then(Value::as_i64) == Some(status)).count()
    };
    let (pending, active) = (of(PENDING), of(ACTIVE));
    let (total, remaining) = (pending + active, TRIAL.saturating_sub(pending + active));
    Ok(json!({ "pending": pending, "active": active, "rejected": 0, "remaining": remaining, "total": total }))
}

/// Batches are bounded, which the model says in prose only.
pub(super) fn at_most_50(call: &Call<'_>, list: &str) -> Result<(), Problem> {
    let items = call.input.get(list).and_then(Value::as_array);
    if items.is_some_and(|items| items.len() > 50) { Err(Problem::invalid(list, "Use at most 50")) } else { Ok(()) }
}

/// What a batch came to.
pub(super) fn batch(successful: Vec<Value>, failed: Vec<Value>) -> Value {
    let message = match (successful.is_empty(), failed.is_empty()) {
        (_, true) => "success",
        (true, false) => "failure",
        (false, false) => "partial success",
    };
    json!({ "message": message, "successful": successful, "failed": failed })
}

/// The IDs of the network and the user that a request is about, if the user is in that network.
pub(super) fn existing<'a>(call: &Call<'a>) -> Result<(&'a str, &'a str), Problem> {
    let network = networks::existing(call)?;
    let id = call.text("userId");
    if call.store.get(&["networks", network, "users", id]).is_some() { Ok((network, id)) } else { Err(MISSING) }
}

fn picked(record: &Object, members: &[&str]) -> Object {
    members.iter().filter_map(|&name| Some((name.to_owned(), record.get(name)?.clone()))).collect()
}
