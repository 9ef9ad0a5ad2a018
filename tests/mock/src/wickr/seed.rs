//! What a state to begin with has to be: tables that there are, and records that the service could have made.
//!
//! In: the tables of a seed. Out: fine, or the first thing that is wrong with them, since every answer would stumble
//! over it later.

use crate::model::{Kind, Model, Object, Structure};
use crate::request::{At, Reader};
use crate::state::{Record, Tables};

/// A table, and what its records are.
struct Table {
    /// Its path. `*` stands for an ID.
    path: &'static str,
    /// The operation, and the member of its output, a list, whose items records are; an empty name for the whole output.
    shape: (&'static str, &'static str),
    /// The member that is the record's ID.
    id: Option<&'static str>,
    /// Members that only the mock has.
    own: &'static [&'static str],
    /// Members that are counted when they are asked for.
    counted: &'static [&'static str],
}

const fn table(path: &'static str, operation: &'static str, member: &'static str, id: &'static str) -> Table {
    Table { path, shape: (operation, member), id: Some(id), own: &[], counted: &[] }
}

const TABLES: [Table; 9] = [
    table("networks", "ListNetworks", "networks", "networkId"),
    Table {
        counted: &["activeMembers", "botMembers"],
        ..table("networks/*/security-groups", "ListSecurityGroups", "securityGroups", "id")
    },
    Table { own: &["lastActivity", "lastLogin"], ..table("networks/*/users", "ListUsers", "users", "userId") },
    table("networks/*/users/*/devices", "ListDevicesForUser", "devices", "appId"),
    table("networks/*/bots", "ListBots", "bots", "botId"),
    table("networks/*/guests", "ListGuestUsers", "guestlist", "usernameHash"),
    table("networks/*/blocked-guests", "ListBlockedGuestUsers", "blocklist", "usernameHash"),
    Table { id: None, ..table("networks/*/data-retention", "GetDataRetentionBot", "", "") },
    // Three configurations, each of a form of its own.
    Table { id: None, ..table("networks/*/configuration", "", "", "") },
];

/// What is wrong with a seed.
pub(crate) fn check(model: &Model, tables: &Tables) -> Result<(), String> {
    for (path, records) in tables {
        let parts: Vec<&str> = path.split('/').collect();
        let Some(table) = TABLES.iter().find(|table| table.is_at(&parts)) else {
            let known: Vec<_> = TABLES.iter().map(|table| table.path).collect();
            return Err(format!("`{path}` is no table; there are {}, where * is an ID", known.join(", ")));
        };
        if let Some(missing) = parent(&parts).filter(|(parent, id)| !holds(tables, parent, id)) {
            return Err(format!("`{path}` belongs to `{}` in `{}`, which isn't there", missing.1, missing.0));
        }
        for (id, record) in records {
            table.check(model, id, record).map_err(|why| format!("`{id}` in `{path}`: {why}"))?;
        }
    }
    Ok(())
}

/// The table and the ID of the record that a table belongs to.
fn parent<'p>(parts: &[&'p str]) -> Option<(String, &'p str)> {
    let [table @ .., id, _] = parts else { return None };
    Some((table.join("/"), id))
}

fn holds(tables: &Tables, table: &str, id: &str) -> bool {
    tables.get(table).is_some_and(|records| records.contains_key(id))
}

impl Table {
    fn is_at(&self, parts: &[&str]) -> bool {
        let own: Vec<&str> = self.path.split('/').collect();
        own.len() == parts.len() && own.iter().zip(parts).all(|(own, part)| *own == "*" || own == part)
    }

    fn check(&self, model: &Model, id: &str, record: &Object) -> Result<(), String> {
        if let Some(member) = self.id.filter(|member| record.text(member) != id) {
            return Err(format!("its {member} has to be its ID"));
        }
        let known = match self.path {
            "networks/*/data-retention" => &["bot"][..],
            "networks/*/configuration" => &["oidc", "settings", "tdf"],
            _ => &[],
        };
        if !known.is_empty() && !known.contains(&id) {
            return Err(format!("there is only {}", known.join(", ")));
        }
        let is_number = |name: &&&str| record.get(**name).is_none_or(serde_json::Value::is_number);
        if let Some(name) = self.own.iter().find(|name| !is_number(name)) {
            return Err(format!("{name} is not a number of seconds"));
        }
        let Some(structure) = self.structure(model, id) else { return Ok(()) };
        let mut checked = record.clone();
        checked.retain(|name, _| !self.own.contains(&name.as_str()));
        for name in self.counted {
            checked.set(name, 0);
        }
        let mut reader = Reader::of_answers(model);
        reader.members(&checked, structure, &At::ROOT);
        reader.finish().map_err(|problem| problem.why())
    }

    fn structure<'m>(&self, model: &'m Model, id: &str) -> Option<&'m Structure> {
        let named = |name: &str| model.operations.iter().find(|found| &*found.name == name);
        let within = |structure: &Structure, member: &str| Some(model.structure(structure.member(member)?.target));
        if self.path == "networks/*/configuration" {
            return match id {
                "oidc" => within(model.structure(named("GetOidcInfo")?.output), "openidConnectInfo"),
                "settings" => within(model.structure(named("UpdateNetworkSettings")?.input), "settings"),
                _ => Some(model.structure(named("GetOpentdfConfig")?.output)),
            };
        }
        let (operation, member) = self.shape;
        let output = model.structure(named(operation)?.output);
        match member {
            "" => Some(output),
            member => match &model.shape(output.member(member)?.target).kind {
                Kind::List(item, _) => Some(model.structure(item.target)),
                _ => None,
            },
        }
    }
}
