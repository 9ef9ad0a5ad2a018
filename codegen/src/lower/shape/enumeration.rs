//! Enums.

use crate::ast::{Member, Shape};
use crate::diagnostic::Diagnostic;
use crate::ir::{Enum, EnumValues, Variant};
use crate::lower::Lowering;
use crate::{docs, names};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

impl<'m> Lowering<'m> {
    /// The enums in the closure, by name.
    pub(in crate::lower) fn enums(&mut self) -> Vec<Enum> {
        let shapes: Vec<_> = self.roles.keys().filter_map(|id| self.model.shapes.get(id)).collect();
        let enums = shapes.into_iter().filter(|shape| matches!(shape.kind.as_str(), "enum" | "intEnum"));
        let mut lowered: Vec<Enum> = enums.map(|shape| self.lower_enum(shape)).collect();
        lowered.sort_by(|a, b| a.name.cmp(&b.name));
        lowered
    }

    fn lower_enum(&mut self, shape: &Shape) -> Enum {
        if shape.members.is_empty() {
            self.problem(shape, "is an enum without values", "give it at least one");
        }
        self.check_variants(shape);
        let values = if shape.kind == "enum" {
            EnumValues::Text(self.variants(shape, text_value, "a string"))
        } else {
            EnumValues::Int(self.variants(shape, int_value, "a whole number of 32 bits"))
        };
        let deprecated = shape.traits.deprecated();
        Enum { name: names::type_name(shape.id.name()), docs: self.shape_docs(shape), values, deprecated }
    }

    fn variants<T: Clone + Ord + Display>(
        &mut self,
        shape: &Shape,
        value_of: impl Fn(&Member) -> Option<T>,
        expected: &str,
    ) -> Vec<Variant<T>> {
        let mut values = BTreeSet::new();
        let mut variants = Vec::new();
        for member in &shape.members {
            let name = format!("{}${}", shape.id, member.name);
            let documentation = self.ok_at(&name, member.traits.documentation()).unwrap_or_default();
            let found = member.traits.get("enumValue");
            let span = found.map_or(member.span, |found| found.span);
            let Some(value) = value_of(member) else {
                let problem = match found {
                    None => "has no `smithy.api#enumValue`".to_owned(),
                    Some(_) => format!("has a `smithy.api#enumValue` that is not {expected}"),
                };
                let remedy = format!("give it {expected} as `smithy.api#enumValue`");
                self.problems.push(Diagnostic::at(span, name, problem, remedy));
                continue;
            };
            if !values.insert(value.clone()) {
                let problem = format!("has the value `{value}`, and so has another member");
                self.problems.push(Diagnostic::at(span, name, problem, "correct or remove one of the two"));
            }
            let docs = docs::markdown(&documentation);
            let deprecated = member.traits.deprecated();
            variants.push(Variant { name: names::variant_name(&member.name), docs, value, deprecated });
        }
        variants
    }

    /// Reports members that would be the same variant, or whose predicates would be the same.
    pub(in crate::lower) fn check_variants(&mut self, shape: &Shape) {
        let mut names = BTreeMap::new();
        for member in &shape.members {
            let variant = names::variant_name(&member.name);
            let predicate = format!("is_{}", names::snake_name(&variant));
            let own = [("variant", variant), ("predicate", predicate)];
            if let Some(((what, name), first)) = own.iter().find_map(|name| Some((name, names.get(name)?))) {
                self.problems.push(Diagnostic::at(
                    member.span,
                    format!("{}${}", shape.id, member.name),
                    format!("would be the {what} `{name}`, and so would `{first}`"),
                    "rename one of the two members",
                ));
                continue;
            }
            let own = own.into_iter().filter(|(what, _)| *what == "variant" || shape.kind == "union");
            names.extend(own.map(|name| (name, &member.name)));
        }
    }
}

/// A member without a value stands for its own name.
fn text_value(member: &Member) -> Option<String> {
    match member.traits.get("enumValue").map(|found| &found.value) {
        None => Some(member.name.clone()),
        Some(Value::String(value)) => Some(value.clone()),
        Some(_) => None,
    }
}

fn int_value(member: &Member) -> Option<i32> {
    member.traits.get("enumValue")?.value.as_i64()?.try_into().ok()
}
