//! The bot that retains a network's messages, and the service that it stands for.

use super::networks;
use crate::auth::{hex, hmac};
use crate::model::Object;
use crate::request::Problem;
use crate::state::{Call, Record};
use serde_json::{Value, json};

const KEY: &[u8] = b"challenges of the mock service";

fn path(network: &str) -> [&str; 4] {
    ["networks", network, "data-retention", "bot"]
}

/// Provisions the bot, which has to be there before the network's first user.
pub(super) fn create(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    if call.store.get(&path(network)).is_some() {
        return Err(Problem::Malformed("Data retention bot already exists in this network.".to_owned()));
    }
    if call.store.children(&["networks", network, "users"]).next().is_some() {
        return Err(Problem::Malformed("Users already exist in this network.".to_owned()));
    }
    call.store.put(&path(network), Object::new());
    Ok(json!({ "message": "successfully provisioned data retention bot" }))
}

/// A password for the bot, which thereby is registered and active.
pub(super) fn challenge(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let count = call.store.now();
    let bot = call.store.get_mut(&path(network)).ok_or(MISSING)?;
    bot.set("isDataRetentionBotRegistered", true);
    bot.set("isBotActive", true);
    let challenge: String = hex(&hmac(KEY, &format!("{network}/{count}"))).chars().take(32).collect();
    Ok(json!({ "challenge": challenge }))
}

const MISSING: Problem = Problem::missing("Data retention bot not found");

pub(super) fn get(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let bot = call.store.get(&path(network));
    let is = |name| bot.is_some_and(|bot| bot.is(name));
    Ok(json!({
        "botName": format!("compliance_{network}_bot"),
        "botExists": bot.is_some(),
        "isBotActive": is("isBotActive"),
        "isDataRetentionBotRegistered": is("isDataRetentionBotRegistered"),
        "isDataRetentionServiceEnabled": is("isDataRetentionServiceEnabled"),
        "isPubkeyMsgAcked": is("isPubkeyMsgAcked"),
    }))
}

pub(super) fn update(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let action = call.text("actionType");
    let bot = call.store.get_mut(&path(network)).ok_or(MISSING)?;
    let (member, value, message) = match action {
        "ENABLE" => ("isDataRetentionServiceEnabled", true, "data retention service enabled"),
        "DISABLE" => ("isDataRetentionServiceEnabled", false, "data retention service disabled"),
        _ => ("isPubkeyMsgAcked", true, "pubkey message was acknowledged"),
    };
    bot.set(member, value);
    Ok(json!({ "message": message }))
}

pub(super) fn delete(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    match call.store.remove(&path(network)) {
        true => Ok(json!({ "message": "deleted data retention bot and all associated data from the database" })),
        false => Err(MISSING),
    }
}
