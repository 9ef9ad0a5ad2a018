//! Which members shapes have, by their type.

use super::{Checker, a};
use crate::ast::{Member, Shape};
use serde_json::Value;
use std::collections::BTreeMap;

impl Checker<'_> {
    pub(super) fn members(&mut self, shape: &Shape) {
        // What a mixin has isn't here, and neither is what couldn't be read.
        let has_more = shape.references("mixins").next().is_some() || self.broken.shapes.contains(shape.id.as_str());
        match shape.kind.as_str() {
            "list" | "set" => self.exactly(shape, &["member"], has_more),
            "map" => {
                self.exactly(shape, &["key", "value"], has_more);
                self.key(shape);
            }
            "enum" | "intEnum" | "union" if shape.members.is_empty() && !has_more && !shape.traits.has("mixin") => {
                let problem = format!("is {} without members", a(&shape.kind));
                self.wrong(shape.span, shape.id.as_str(), problem, "give it at least one");
            }
            "enum" | "intEnum" => self.values(shape, has_more),
            _ => {}
        }
        self.event = "Target";
        for member in &shape.members {
            self.target(shape, member);
        }
        self.event = "Model";
    }

    /// The members of a list or a map.
    fn exactly(&mut self, shape: &Shape, names: &[&str], has_more: bool) {
        for name in names.iter().filter(|name| !has_more && shape.member(name).is_none()) {
            let problem = format!("is {} without a member `{name}`", a(&shape.kind));
            self.wrong(shape.span, shape.id.as_str(), problem, format!("write `{name}: Target` between its braces"));
        }
        for member in shape.members.iter().filter(|member| !names.contains(&member.name.as_str())) {
            let problem = format!("is no member that {} can have", a(&shape.kind));
            let remedy = format!("name it `{}`, or remove it", names.join("` or `"));
            self.wrong(member.span, format!("{}${}", shape.id, member.name), problem, remedy);
        }
    }

    fn key(&mut self, shape: &Shape) {
        let Some(key) = shape.member("key") else { return };
        let kind = self.shape(&key.target).map_or("string", |target| target.kind.as_str());
        if !matches!(kind, "string" | "enum") {
            let problem = format!("targets `{}`, which is {}, and keys of maps are texts", key.target, a(kind));
            self.wrong(key.span, format!("{}$key", shape.id), problem, "let it target a string or an enum");
        }
    }

    /// The values of an enum.
    fn values(&mut self, shape: &Shape, has_more: bool) {
        let mut known: BTreeMap<String, &str> = BTreeMap::new();
        for member in &shape.members {
            let id = format!("{}${}", shape.id, member.name);
            let Some(value) = member.traits.get("enumValue") else {
                if shape.kind == "intEnum" && !has_more {
                    let remedy = format!("write `{} = 1`, or the number that it stands for", member.name);
                    self.wrong(member.span, id, "has no value, which members of an intEnum must have", remedy);
                }
                continue;
            };
            let (is_right, form) = match shape.kind.as_str() {
                "enum" => (
                    value.value.as_str().is_some_and(|text| !text.is_empty()),
                    "a text in quotes, with something in it",
                ),
                _ => (is_int(&value.value), "a whole number between -2147483648 and 2147483647"),
            };
            if !is_right {
                let problem = format!("has the value {}, which a member of {} can't have", value.value, a(&shape.kind));
                self.wrong(value.span, id, problem, format!("write {form}"));
            } else if let Some(other) = known.insert(value.value.to_string(), &member.name) {
                let problem = format!("has the value {}, which `{other}` has already", value.value);
                self.wrong(value.span, id, problem, "give each member a value of its own");
            }
        }
    }

    fn target(&mut self, shape: &Shape, member: &Member) {
        let Some(target) = self.shape(&member.target) else {
            // One that is left out and not found has been reported.
            if !member.target.as_str().is_empty() && self.is_missing(&member.target) {
                let problem = format!("targets `{}`, which is not in the model", member.target);
                let remedy = self.instead_of(&member.target, false);
                self.wrong(member.span, format!("{}${}", shape.id, member.name), problem, remedy);
            }
            return;
        };
        let what = match target.kind.as_str() {
            "service" | "resource" | "operation" => a(&target.kind),
            _ if target.traits.has("mixin") => "a mixin".to_owned(),
            _ => return,
        };
        let problem = format!("targets `{}`, which is {what}", member.target);
        self.wrong(
            member.span,
            format!("{}${}", shape.id, member.name),
            problem,
            "let it target a shape that holds data",
        );
    }
}

fn is_int(value: &Value) -> bool {
    value.as_i64().is_some_and(|value| i32::try_from(value).is_ok())
}
