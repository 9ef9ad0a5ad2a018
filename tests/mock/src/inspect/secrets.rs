//! What is not for showing: members that the model calls sensitive, and members whose names are those of secrets in
//! whatever service.
//!
//! In: a model, then values and query strings. Out: the same with marks in place of secrets.
//!
//! State and bodies are told apart by names alone: records of all kinds lie in one store, and a body may not be what the
//! model says. So a name that is a secret's anywhere is one everywhere.

use crate::model::{Kind, Login, Member, Model, Place, Shape, ShapeId};
use crate::request::{decode, encode};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// What stands for a secret.
pub(super) const MARK: &str = "•••";

/// Names of members that are secrets as a whole, as [`plain`] writes them, a line each: those that recordings leave out.
const SECRETS: &str = include_str!("../../../../runtime/src/test_util/secrets.txt");
/// The same of headers and of the parameters of signed URLs.
const SIGNING: [&str; 4] = ["cookie", "setcookie", "xamzcredential", "xamzsignature"];
/// What the names of secrets contain.
const PARTS: [&str; 10] = [
    "password",
    "passwd",
    "passphrase",
    "secret",
    "credential",
    "apikey",
    "accesskey",
    "privatekey",
    "signingkey",
    "securitytoken",
];
/// Names that end in `token` and hold none: those of pages, and of calls that may be repeated.
const OPEN: [&str; 10] = [
    "nexttoken",
    "nextpagetoken",
    "pagetoken",
    "pagingtoken",
    "paginationtoken",
    "continuationtoken",
    "startingtoken",
    "clienttoken",
    "clientrequesttoken",
    "idempotencytoken",
];
/// Query parameters that are secrets though members of that name aren't: the authorization code of OAuth.
const QUERY: [&str; 1] = ["code"];

/// What is not for showing.
#[derive(Debug, Default)]
pub(super) struct Secrets {
    /// Names of members, as [`plain`] writes them.
    names: HashSet<String>,
    /// Shapes of which nothing is for showing.
    shapes: HashSet<ShapeId>,
}

impl Secrets {
    /// What a model says.
    pub(super) fn of(model: &Model) -> Self {
        let secrets = Secrets { names: HashSet::new(), shapes: sensitive(model) };
        let mut names = HashSet::new();
        for (id, shape) in model.shapes().iter().enumerate() {
            let (Kind::Structure(structure) | Kind::Union(structure)) = &shape.kind else { continue };
            // The members of an input, output or error may lie in a body, or in a record, without what is around them.
            let all = secrets.shapes.contains(&id);
            for member in structure.members.iter().filter(|member| all || secrets.is_secret(member)) {
                let place = match &member.place {
                    Place::Query(name) | Place::Header(name) => name,
                    _ => &member.wire,
                };
                names.extend([&member.name, &member.wire, place].map(|name| plain(name)));
            }
        }
        names.extend(model.operations.iter().flat_map(|operation| &operation.logins).filter_map(|login| match login {
            Login::Header(name, _) | Login::Query(name) => Some(plain(name)),
            Login::Bearer | Login::Basic | Login::Digest => None,
        }));
        Secrets { names, ..secrets }
    }

    /// Whether nothing of a member is for showing.
    pub(super) fn is_secret(&self, member: &Member) -> bool {
        member.sensitive || self.shapes.contains(&member.target)
    }

    /// Whether nothing of the body is for showing that has this input or output.
    pub(super) fn is_secret_body(&self, model: &Model, id: ShapeId) -> bool {
        let payload =
            model.structure(id).outside().find(|member| matches!(member.place, Place::Payload | Place::Events));
        self.shapes.contains(&id) || payload.is_some_and(|member| self.is_secret(member))
    }

    /// Puts marks in place of secrets, at any depth.
    pub(super) fn hide(&self, value: &mut Value) {
        match value {
            Value::Object(members) => members.iter_mut().for_each(|(name, value)| self.hide_named(name, value)),
            Value::Array(items) => items.iter_mut().for_each(|item| self.hide(item)),
            _ => {}
        }
    }

    fn hide_named(&self, name: &str, value: &mut Value) {
        let name = plain(name);
        if self.names.contains(&name) || is_secret(&name) {
            *value = MARK.into();
        } else if sounds_secret(&name) {
            // What has members is about a secret, such as `passwordRequirements`.
            hide_texts(value);
            self.hide(value);
        } else {
            self.hide(value);
        }
    }

    /// A query string, still encoded, with marks in place of secrets; with all values hidden if `all` are secrets.
    pub(super) fn query(&self, query: &str, all: bool) -> String {
        let pairs = query.split('&').map(|pair| {
            let (name, _) = pair.split_once('=').unwrap_or((pair, ""));
            let known = plain(&decode(name).unwrap_or_else(|_| name.to_owned()));
            let named = is_secret(&known) || QUERY.contains(&known.as_str());
            match all || named || self.names.contains(&known) || sounds_secret(&known) {
                true => format!("{name}={MARK}"),
                false => pair.to_owned(),
            }
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    /// A path with marks in place of labels that are secrets, given the operation's pattern and the labels' members.
    pub(super) fn path(&self, pattern: &str, labels: &[(&str, String)], members: &[Member]) -> String {
        let is_secret = |name: &str| members.iter().any(|member| member.name == name && self.is_secret(member));
        let mut path = pattern.to_owned();
        for (name, text) in labels {
            let mut encoded = String::new();
            encode(text, "/", &mut encoded);
            let shown = if is_secret(name) { MARK } else { &encoded };
            path = path.replace(&format!("{{{name}}}"), shown).replace(&format!("{{{name}+}}"), shown);
        }
        path
    }
}

/// The shapes that the model calls sensitive, and the lists and maps of them.
fn sensitive(model: &Model) -> HashSet<ShapeId> {
    let mut holders: HashMap<ShapeId, Vec<ShapeId>> = HashMap::new();
    let mut open = Vec::new();
    for (id, shape) in model.shapes().iter().enumerate() {
        let items = items(shape);
        if shape.sensitive || items.iter().any(|item| item.sensitive) {
            open.push(id);
        }
        items.iter().for_each(|item| holders.entry(item.target).or_default().push(id));
    }
    let mut found = HashSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(holders.get(&id).into_iter().flatten());
        }
    }
    found
}

fn items(shape: &Shape) -> Vec<&Member> {
    match &shape.kind {
        Kind::List(item, _) => vec![item],
        Kind::Map(key, value, _) => vec![key, value],
        _ => Vec::new(),
    }
}

/// A name without what is a matter of taste: `Client-Secret`, `client_secret` and `clientSecret` are one.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether what is called so is a secret as a whole.
fn is_secret(plain: &str) -> bool {
    SECRETS.lines().any(|secret| secret == plain) || SIGNING.contains(&plain)
}

fn sounds_secret(plain: &str) -> bool {
    let is_token = plain.ends_with("token") || plain.ends_with("tokens");
    PARTS.iter().any(|part| plain.contains(part)) || is_token && !OPEN.contains(&plain)
}

/// Hides texts and numbers, in lists too. `true`, `false` and `null` give nothing away.
fn hide_texts(value: &mut Value) {
    match value {
        Value::String(_) | Value::Number(_) => *value = MARK.into(),
        Value::Array(items) => items.iter_mut().for_each(hide_texts),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_of_secrets_hide_what_they_hold_however_they_are_written() {
        let secrets = Secrets { names: ["challenge".to_owned()].into(), ..Secrets::default() };
        let mut value = json!({
            "Client_Secret": "x", "client-secret": 7, "list": [{"userPassword": "x"}], "apiKeys": ["x", ["x"]],
            "idToken": "x", "password": {"new": "x"}, "accessTokens": {"a": {"secretValue": "x"}}, "credentials": {"a": "x"}, "CHALLENGE": {"a": ["x"]},
            "nextToken": "shown", "clientToken": "shown", "passwordRequirements": {"minLength": 8}, "isMultiRefreshToken": true,
            "tokenType": "shown", "code": "shown", "inviteCode": null,
        });
        secrets.hide(&mut value);
        assert_eq!(
            value,
            json!({
                "Client_Secret": MARK, "client-secret": MARK, "list": [{"userPassword": MARK}], "apiKeys": [MARK, [MARK]],
                "idToken": MARK, "password": MARK, "accessTokens": {"a": {"secretValue": MARK}}, "credentials": MARK, "CHALLENGE": MARK,
                "nextToken": "shown", "clientToken": "shown", "passwordRequirements": {"minLength": 8},
                "isMultiRefreshToken": true, "tokenType": "shown", "code": "shown", "inviteCode": MARK,
            })
        );
    }

    #[test]
    fn a_query_tells_no_secrets() {
        let secrets = Secrets { names: ["challenge".to_owned()].into(), ..Secrets::default() };
        for (query, all, shown) in [
            ("a=1&clientSecret=x&%63ode=x&challenge=x&b", false, "a=1&clientSecret=•••&%63ode=•••&challenge=•••&b"),
            (
                "X-Amz-Signature=x&X-Amz-Security-Token=x&nextToken=1",
                false,
                "X-Amz-Signature=•••&X-Amz-Security-Token=•••&nextToken=1",
            ),
            ("password=%zz&%zzpassword=1", false, "password=•••&%zzpassword=•••"),
            ("a=1&b=2", true, "a=•••&b=•••"),
        ] {
            assert_eq!(secrets.query(query, all), shown);
        }
    }
}
