//! Guest users. Every new network has had two, because no operation makes any; a seed may have others.

use super::networks;
use crate::auth::hex;
use crate::model::Object;
use crate::request::Problem;
use crate::state::{Call, List, Record, Store};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

const GUESTS: [(&str, &str); 2] = [("juno.okafor@example.com", "2026-03"), ("casey.brandt@example.com", "2026-02")];
const LIST: List = List {
    member: "guestlist",
    id: "usernameHash",
    fields: &[("username", "username"), ("billingPeriod", "billingPeriod")],
};
const BLOCKED: List = List {
    member: "blocklist",
    id: "usernameHash",
    fields: &[("username", "username"), ("admin", "admin"), ("modified", "modified")],
};
/// Who blocks: the service knows the caller's name, a signature doesn't tell it.
const ADMIN: &str = "admin@example.com";

/// Gives a new network its guests.
pub(super) fn add_first(store: &mut Store, network: &str) {
    for (username, period) in GUESTS {
        let hash = hex(&Sha256::digest(format!("{network}/{username}")));
        let mut guest = Object::new();
        guest.set("usernameHash", hash.as_str());
        guest.set("username", username);
        guest.set("billingPeriod", period);
        store.put(&["networks", network, "guests", &hash], guest);
    }
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let fits = |guest: &&Object| same(call, guest, "username") && same(call, guest, "billingPeriod");
    LIST.page(call, call.store.children(&["networks", network, "guests"]).filter(fits))
}

pub(super) fn blocked(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let fits = |guest: &&Object| same(call, guest, "username") && same(call, guest, "admin");
    BLOCKED.page(call, call.store.children(&["networks", network, "blocked-guests"]).filter(fits))
}

fn same(call: &Call<'_>, guest: &Object, name: &str) -> bool {
    call.get(name).is_none_or(|wanted| guest.get(name) == Some(wanted))
}

/// Blocks a guest or lets one in again. That one who isn't blocked can't be unblocked is not documented.
pub(super) fn update(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let hash = call.text("usernameHash");
    let path = ["networks", network, "blocked-guests", hash];
    match (call.flag("block").unwrap_or_default(), call.store.get(&path).is_some()) {
        (true, true) => return Err(Problem::Malformed("Guest user is blocked already".to_owned())),
        (false, false) => return Err(Problem::Malformed("Guest user is not blocked".to_owned())),
        (false, true) => drop(call.store.remove(&path)),
        (true, false) => {
            let guest = call.store.get(&["networks", network, "guests", hash]);
            let username = guest.ok_or(Problem::missing("No such guest user"))?.text("username").to_owned();
            let now = aws_smithy_types::DateTime::from_secs(i64::try_from(call.store.now()).unwrap_or_default());
            let mut blocked = Object::new();
            blocked.set("usernameHash", hash);
            blocked.set("username", username);
            blocked.set("admin", ADMIN);
            blocked.set("modified", now.to_string().replace('T', " ").trim_end_matches('Z'));
            call.store.put(&path, blocked);
        }
    }
    Ok(json!({ "message": "success" }))
}

/// How many guests there were in each billing period, the latest first.
pub(super) fn count(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let mut months: BTreeMap<String, usize> = BTreeMap::new();
    for guest in call.store.children(&["networks", network, "guests"]) {
        *months.entry(guest.text("billingPeriod").replace('-', "_")).or_default() += 1;
    }
    let history = months.iter().rev().map(|(month, count)| json!({ "month": month, "count": count.to_string() }));
    Ok(json!({ "history": history.collect::<Vec<_>>() }))
}
