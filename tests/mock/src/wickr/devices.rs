//! Devices of users. None appear by themselves; a seed may have some, under `networks/…/users/…/devices`.

use super::users;
use crate::request::Problem;
use crate::state::{Call, List, Record};
use serde_json::{Value, json};

const FIELDS: &[(&str, &str)] =
    &[("lastlogin", "lastLogin"), ("type", "type"), ("suspend", "suspend"), ("created", "created")];
const LIST: List = List { member: "devices", id: "appId", fields: FIELDS };

pub(super) fn list(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, user) = existing(call)?;
    LIST.page(call, call.store.children(&["networks", network, "users", user, "devices"]))
}

pub(super) fn reset(call: &mut Call<'_>) -> Result<Value, Problem> {
    let (network, user) = existing(call)?;
    users::at_most_50(call, "appIds")?;
    let (mut successful, mut failed) = (Vec::new(), Vec::new());
    for id in call.texts("appIds") {
        match call.store.get_mut(&["networks", network, "users", user, "devices", id]) {
            Some(device) => {
                device.set("statusText", "Reset");
                successful.push(json!({ "appId": id }));
            }
            None => failed.push(json!({ "appId": id, "field": "appId", "reason": "Device not found" })),
        }
    }
    Ok(users::batch(successful, failed))
}

/// A user who isn't there is a bad request to these operations, not one that finds nothing.
fn existing<'a>(call: &Call<'a>) -> Result<(&'a str, &'a str), Problem> {
    super::networks::existing(call)?;
    users::existing(call).map_err(|_| Problem::Malformed("Invalid userId.".to_owned()))
}
