//! Defaults that their members can't have (Smithy 2.0, "`default` trait").

use super::Rules;
use crate::ast::{Member, Shape, Trait};
use serde_json::Value;

impl<'m> Rules<'_, '_, 'm> {
    pub(super) fn defaults(&mut self, shape: &'m Shape) {
        if let Some(found) = shape.traits.get("default") {
            if found.value.is_null() {
                let remedy = "remove it here, and write `= null` at the members that have none";
                self.wrong("DefaultTrait", found.span, shape.id.as_str(), "has null as its default", remedy);
            } else {
                self.default(shape.id.as_str(), shape, None, found);
            }
        }
        for member in &shape.members {
            self.of_member(shape, member);
        }
    }

    fn of_member(&mut self, shape: &'m Shape, member: &'m Member) {
        let Some(target) = self.shape(&member.target) else { return };
        let name = format!("{}${}", shape.id, member.name);
        let general = target.traits.get("default").map(|general| &general.value);
        let own = member.traits.get("default");
        if let Some(own) = own.filter(|own| !own.value.is_null()) {
            self.default(&name, target, Some(member), own);
        }
        // The shapes of Smithy 1.0 that are never absent have a zero, and members say so where they want it.
        if shape.kind != "structure" || !self.shapes.contains_key(&target.id) {
            return;
        }
        match (general, own) {
            (Some(general), None) => {
                let problem = format!("has no default, and `{}`, which it targets, has {general}", target.id);
                let remedy = format!("write `= {general}`, or `= null` for none");
                self.wrong("DefaultTrait", member.span, name, problem, remedy);
            }
            (Some(general), Some(own)) if !own.value.is_null() && own.value != *general => {
                let problem =
                    format!("has the default {}, and `{}`, which it targets, has {general}", own.value, target.id);
                self.wrong("DefaultTrait", own.span, name, problem, "write the same in both places");
            }
            _ => {}
        }
    }

    fn default(&mut self, name: &str, target: &'m Shape, member: Option<&'m Member>, found: &'m Trait) {
        let is_full = match &found.value {
            Value::Array(items) => !items.is_empty(),
            Value::Object(entries) => !entries.is_empty(),
            _ => false,
        };
        let fits = match self.checker.unfit(target, member, &found.value) {
            // A zero that is out of range is what models made of older ones have.
            Some(_) if found.value.as_f64() == Some(0.0) && target.kind != "string" => return,
            Some(problem) => Err(problem),
            None if is_full => Err("is not empty".to_owned()),
            None => Ok(()),
        };
        if let Err(problem) = fits {
            let problem = format!("has a default that {problem}");
            self.wrong("DefaultTrait", found.span, name, problem, "correct or remove it");
        }
    }
}
