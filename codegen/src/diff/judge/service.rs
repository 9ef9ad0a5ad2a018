//! Traits of operations and services: who calls, in which protocol, to which endpoint, page by page.

use super::shape::aside;
use super::{Judge, Judgement, fate, name};
use crate::ast::Shape;
use crate::diff::fact::{Bearer, Both};
use crate::diff::verdict::{Api, Wire};
use crate::diff::view::View;
use crate::traits::AUTH_SCHEMES;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Traits by which operations and services say who calls.
const AUTH: &[&str] = &["smithy.api#auth", "smithy.api#optionalAuth"];

impl<'m> Judge<'m> {
    /// The judgement of a trait that concerns operations as a whole; none of one that doesn't.
    pub(super) fn service_trait(
        &self,
        subject: Bearer<'m>,
        id: &str,
        values: Both<Option<&'m Value>>,
    ) -> Option<Judgement> {
        let owner = subject.shape;
        if subject.member.is_some() {
            return None;
        }
        let short = id.strip_prefix("smithy.api#").unwrap_or(id);
        let sentence = format!("{}: `{short}` {}.", name(owner.new), fate(values));
        let patch = |wire| Some(Judgement::new(sentence.clone(), Api::Patch, wire));
        match id {
            id if AUTH_SCHEMES.contains(&id) && values.old.is_some() && values.new.is_some() => {
                // Of a signature, whom it is for; of a key, where it stands.
                let part = |value: Option<&Value>, key: &str| value.and_then(|value| value.get(key)).cloned();
                let same = |key: &&str| part(values.old, key) == part(values.new, key);
                patch(if ["name", "in", "scheme"].iter().all(same) { Wire::Unchanged } else { Wire::Changed })
            }
            id if AUTH_SCHEMES.contains(&id) || AUTH.contains(&id) => Some(self.auth_changed(owner, sentence)),
            "smithy.api#paginated" => Some(self.pages_changed(owner, values, sentence)),
            "smithy.waiters#waitable" => Some(self.waiters_changed(owner, values)),
            "smithy.rules#clientContextParams" => Some(settings_changed(values, sentence)),
            "aws.api#service" => {
                let sdk_id = |value: Option<&Value>| value.and_then(|value| value.get("sdkId")).cloned();
                // It stands in the header that says which client calls.
                patch(if sdk_id(values.old) == sdk_id(values.new) { Wire::Unchanged } else { Wire::Changed })
            }
            id if id.starts_with("aws.protocols#")
                || id.starts_with("smithy.protocols#")
                || id.starts_with("alloy#") =>
            {
                self.protocol_changed(owner, id, sentence)
            }
            _ => None,
        }
    }

    fn protocol_changed(&self, owner: Both<&'m Shape>, id: &str, sentence: String) -> Option<Judgement> {
        let is_protocol = crate::protocol::is_protocol(id, |_| false);
        if owner.new.kind != "service" || !is_protocol {
            return None;
        }
        let spoken = |view: &View<'m>, shape: &Shape| {
            let known = view.protocol.map(|protocol| protocol.trait_id.to_owned());
            let others = || shape.traits.0.keys().find(|id| crate::protocol::is_protocol(id, |_| false)).cloned();
            known.or_else(others)
        };
        let same = spoken(&self.views.old, owner.old) == spoken(&self.views.new, owner.new);
        Some(Judgement::new(sentence, Api::Patch, if same { Wire::Unchanged } else { Wire::Changed }))
    }

    /// A difference in who may call, and in what the client's config has for it.
    fn auth_changed(&self, owner: Both<&'m Shape>, sentence: String) -> Judgement {
        let (api, lost) = self.logins_changed();
        Judgement::new(format!("{sentence}{lost}"), api, self.auth_wire(owner))
    }

    /// What programs name to say who calls: what a difference in that means to them, and a sentence of what they lose.
    pub(super) fn logins_changed(&self) -> (Api, String) {
        let (old, new) = (self.views.old.logins(), self.views.new.logins());
        let api = match (old.is_subset(&new), new.is_subset(&old)) {
            (false, _) => Api::Major,
            (_, false) => Api::Minor,
            _ => Api::Patch,
        };
        let gone: Vec<String> = old.difference(&new).map(|setter| format!("`{setter}`")).collect();
        match gone.is_empty() {
            true => (api, String::new()),
            false => (api, format!(" Programs lose {}.", gone.join(", "))),
        }
    }

    /// What a difference in who may call means to the operations concerned.
    fn auth_wire(&self, owner: Both<&'m Shape>) -> Wire {
        let of_service = owner.new.kind == "service";
        let pairs = self.views.old.operations().filter_map(|old| Some((old, self.views.new.shape(&old.id)?)));
        let concerned = pairs.filter(|(old, _)| of_service || old.id == owner.old.id);
        let wire = concerned.map(|(old, new)| {
            let (before, now) = (self.views.old.schemes(old), self.views.new.schemes(new));
            if before == now {
                Wire::Unchanged
            } else if before.0.iter().zip(&now.0).all(|(a, b)| a == b)
                && now.0.len() >= before.0.len()
                && !before.0.is_empty()
                && now.1 >= before.1
            {
                Wire::Extended
            } else {
                Wire::Changed
            }
        });
        wire.max().unwrap_or_default()
    }

    fn pages_changed(&self, owner: Both<&'m Shape>, values: Both<Option<&'m Value>>, sentence: String) -> Judgement {
        if owner.new.kind == "service" || !self.views.new.has_operation(&owner.new.id) {
            return aside(sentence);
        }
        let (old, new) = match (values.old, values.new) {
            (None, _) => return Judgement::new(sentence, Api::Minor, Wire::Unchanged),
            (_, None) => return Judgement::new(sentence, Api::Major, Wire::Unchanged),
            (Some(old), Some(new)) => (old, new),
        };
        let part = |value: &'m Value, view: &View<'m>, key: &str| {
            let general = view.service.and_then(|service| service.traits.get("paginated"));
            let found = value.get(key).or_else(|| general.and_then(|general| general.value.get(key)));
            found.and_then(Value::as_str).map(str::to_owned)
        };
        let parts = |key: &str| (part(old, &self.views.old, key), part(new, &self.views.new, key));
        let presence = |(old, new): (Option<String>, Option<String>)| match (old.is_some(), new.is_some()) {
            (true, false) => Api::Major,
            (false, true) => Api::Minor,
            _ => Api::Patch,
        };
        let items = parts("items");
        let item = |view: &View<'m>, shape: &Shape, path: Option<&String>| {
            path.and_then(|path| self.type_at(view, shape, path))
        };
        let items_differ =
            item(&self.views.old, owner.old, items.0.as_ref()) != item(&self.views.new, owner.new, items.1.as_ref());
        let of_items = match presence(items) {
            Api::Patch if items_differ => Api::Major,
            api => api,
        };
        let api = of_items.max(presence(parts("pageSize")));
        let is_other = |(old, new): (Option<String>, Option<String>)| old != new;
        let other = ["inputToken", "outputToken"].into_iter().map(parts).any(is_other) || {
            let (old, new) = parts("pageSize");
            old.is_some() && new.is_some() && old != new
        };
        Judgement::new(sentence, api, if other { Wire::Changed } else { Wire::Unchanged })
    }

    /// The Rust type of what a path of members leads to in an operation's output.
    fn type_at(&self, view: &View<'m>, operation: &Shape, path: &str) -> Option<String> {
        let mut shape = view.shape(&operation.references("output").next()?.target)?;
        let mut target = None;
        for step in path.split('.') {
            target = Some(&shape.member(step)?.target);
            shape = target.and_then(|id| view.shape(id)).unwrap_or(shape);
        }
        target.map(|id| view.rust_type(id))
    }

    fn waiters_changed(&self, owner: Both<&'m Shape>, values: Both<Option<&Value>>) -> Judgement {
        let none = Map::new();
        let of = |value: Option<&Value>| value.and_then(Value::as_object).unwrap_or(&none).clone();
        let (old, new) = (of(values.old), of(values.new));
        let names = |of: &Map<String, Value>, other: &Map<String, Value>| -> Vec<String> {
            of.keys().filter(|name| !other.contains_key(*name)).map(|name| format!("`{name}`")).collect()
        };
        let (gone, added) = (names(&old, &new), names(&new, &old));
        let differ: Vec<String> = old
            .iter()
            .filter(|(name, value)| new.get(*name).is_some_and(|now| now != *value))
            .map(|(name, _)| format!("`{name}`"))
            .collect();
        let lists = [("new", &added), ("gone", &gone), ("changed", &differ)];
        let told = lists.into_iter().filter(|(_, names)| !names.is_empty());
        let told: Vec<String> = told.map(|(what, names)| format!("{what}: {}", names.join(", "))).collect();
        let sentence = format!("The waiters of {}: {}.", name(owner.new), told.join("; "));
        if !self.views.new.has_operation(&owner.new.id) {
            return aside(sentence);
        }
        let api = match (gone.is_empty(), added.is_empty()) {
            (false, _) => Api::Major,
            (_, false) => Api::Minor,
            _ => Api::Patch,
        };
        Judgement::new(sentence, api, Wire::Unchanged)
    }
}

/// The client's settings that only endpoint rules read.
fn settings_changed(values: Both<Option<&Value>>, sentence: String) -> Judgement {
    let types = |value: Option<&Value>| -> BTreeMap<String, Value> {
        let entries = value.and_then(Value::as_object).into_iter().flatten();
        entries.map(|(name, setting)| (name.clone(), setting.get("type").cloned().unwrap_or_default())).collect()
    };
    let (old, new) = (types(values.old), types(values.new));
    if old.iter().any(|(name, ty)| new.get(name) != Some(ty)) {
        Judgement::new(sentence, Api::Major, Wire::Changed)
    } else if new.len() > old.len() {
        Judgement::new(sentence, Api::Minor, Wire::Extended)
    } else {
        aside(sentence)
    }
}
