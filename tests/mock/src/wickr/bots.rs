//! Bots. A new one stays pending: no client signs in here. A seed may have active ones.

use super::{networks, security_groups, users};
use crate::model::Object;
use crate::request::Problem;
use crate::state::{Call, List, Record};
use serde_json::{Value, json};

/// `firstName` is documented too, but bots have none.
const FIELDS: &[(&str, &str)] = &[
    ("username", "username"),
    ("firstName", "displayName"),
    ("displayName", "displayName"),
    ("status", "status"),
    ("groupId", "groupId"),
];
const LIST: List = List { member: "bots", id: "botId", fields: FIELDS };
const PENDING: i64 = 1;
const ACTIVE: i64 = 2;

const MISSING: Problem = Problem::missing("Bot not found");

pub(super) fn create(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let (username, group) = (call.text("username"), call.text("groupId"));
    // Names of bots end in `bot`, so that nobody takes them for people.
    if !username.ends_with("bot") {
        return Err(Problem::invalid("username", "Has to end in bot"));
    }
    if users::is_taken(call.store, network, username) {
        return Err(Problem::invalid("username", "username is unavailable"));
    }
    check_group(call, network)?;
    let id = call.store.new_id(&["networks", network, "bots"], |store| {
        let number = 3_000 + store.next_id(7_919, 1_000_000_000);
        number.to_string()
    });
    let mut bot = Object::new();
    bot.set("botId", id.as_str());
    bot.set("username", username);
    bot.set("displayName", call.input.get("displayName").cloned());
    bot.set("groupId", group);
    bot.set("uname", users::uname(network, username));
    bot.set("status", PENDING);
    bot.set("hasChallenge", true);
    bot.set("suspended", false);
    let mut answer = json!({ "message": "success", "botId": id, "networkId": network, "username": username,
        "groupId": group });
    answer["displayName"] = bot.get("displayName").cloned().unwrap_or_default();
    call.store.put(&["networks", network, "bots", &id], bot);
    Ok(answer)
}

fn check_group(call: &Call<'_>, network: &str) -> Result<(), Problem> {
    let group = call.get("groupId").and_then(Value::as_str);
    match group.is_none_or(|group| security_groups::exists(call.store, network, group)) {
        true => Ok(()),
        false => Err(Problem::invalid("groupId", "No such security group")),
    }
}

pub(super) fn get(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, id) = existing(call)?;
    call.store.get(&["networks", network, "bots", id]).map(|bot| Value::Object(bot.clone())).ok_or(MISSING)
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let same = |bot: &&Object, name: &str| call.get(name).is_none_or(|wanted| bot.get(name) == Some(wanted));
    // Part of a display name is enough.
    let named = |bot: &&Object| bot.text("displayName").contains(call.text("displayName"));
    let fits = |bot: &&Object| named(bot) && ["username", "status", "groupId"].iter().all(|name| same(bot, name));
    LIST.page(call, call.store.children(&["networks", network, "bots"]).filter(fits))
}

pub(super) fn update(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, id) = existing(call)?;
    check_group(call, network)?;
    let bot = call.store.get_mut(&["networks", network, "bots", id]).ok_or(MISSING)?;
    for (name, member) in [("displayName", "displayName"), ("groupId", "groupId"), ("suspend", "suspended")] {
        if let Some(value) = call.input.get(name) {
            bot.set(member, value.clone());
        }
    }
    Ok(json!({ "message": "success" }))
}

pub(super) fn delete(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, id) = existing(call)?;
    call.store.remove(&["networks", network, "bots", id]);
    Ok(json!({ "message": "success" }))
}

pub(super) fn count(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let of = |status: i64| {
        let bots = call.store.children(&["networks", network, "bots"]);
        bots.filter(|bot| bot.get("status").and_then(Value::as_i64) == Some(status)).count()
    };
    let (pending, active) = (of(PENDING), of(ACTIVE));
    Ok(json!({ "pending": pending, "active": active, "total": pending + active }))
}

fn existing<'a>(call: &Call<'a>) -> Result<(&'a str, &'a str), Problem> {
    let network = networks::existing(call)?;
    let id = call.text("botId");
    if call.store.get(&["networks", network, "bots", id]).is_some() { Ok((network, id)) } else { Err(MISSING) }
}
