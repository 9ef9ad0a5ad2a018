//! Pages whose tokens aren't there (Smithy 2.0, "`paginated` trait").

use super::Rules;
use crate::ast::{Member, Shape, Trait};
use serde_json::Value;

impl<'m> Rules<'_, '_, 'm> {
    /// An operation of a service, whose own trait the service's adds to.
    pub(super) fn pages(&mut self, service: &'m Shape, operation: &'m Shape) {
        let Some(own) = operation.traits.get("paginated") else { return };
        let span = own.span;
        let says = |found: &'m Trait, property: &str| found.value.get(property).and_then(Value::as_str);
        let name = |property: &str| says(own, property).or_else(|| says(service.traits.get("paginated")?, property));
        let (Some(input), Some(output)) = (self.message_of(operation, "input"), self.message_of(operation, "output"))
        else {
            return;
        };
        let mut wrong = |problem: String, remedy: &str| {
            self.wrong("PaginatedTrait", span, operation.id.as_str(), problem, remedy);
        };
        let parts = [
            ("inputToken", input, TOKENS),
            ("outputToken", output, TOKENS),
            ("pageSize", input, SIZES),
            ("items", output, ITEMS),
        ];
        let mut found = Vec::new();
        for (property, message, kinds) in parts {
            match name(property) {
                None if kinds == TOKENS => {
                    wrong(format!("is paginated without `{property}`"), "name the member");
                }
                Some(name) => found.push((property, name, message, kinds)),
                None => {}
            }
        }
        for (property, name, message, kinds) in found {
            let side = if matches!(property, "inputToken" | "pageSize") { "input" } else { "output" };
            let Some(member) = self.at(message, name) else {
                let problem = format!("is paginated with `{name}` as `{property}`, which its {side} doesn't have");
                let remedy = "name one of its members, or correct the spelling";
                self.wrong("PaginatedTrait", span, operation.id.as_str(), problem, remedy);
                continue;
            };
            let is_required = kinds == TOKENS && member.traits.has("required");
            let kind = self.kind(&member.target).filter(|kind| !kinds.contains(kind));
            let (problem, remedy) = match kind {
                Some(kind) => (format!("which is {}", super::a(kind)), format!("use one of {}", kinds.join(", "))),
                None if is_required => {
                    ("which is required, and one page has no token".to_owned(), "remove `@required`".to_owned())
                }
                None => continue,
            };
            let problem = format!("is paginated with `{name}` as `{property}`, {problem}");
            self.wrong("PaginatedTrait", span, operation.id.as_str(), problem, remedy);
        }
    }

    /// The member at the end of a path.
    fn at(&self, message: &'m Shape, path: &str) -> Option<&'m Member> {
        let mut names = path.split('.');
        let mut found = message.member(names.next()?)?;
        for name in names {
            found = self.shape(&found.target)?.member(name)?;
        }
        Some(found)
    }
}

/// What tokens can be: texts, and in older services also what they are made of.
const TOKENS: &[&str] = &["string", "enum", "map", "list", "byte", "short", "integer", "long"];

/// What sizes can be: integers, and in older services also texts.
const SIZES: &[&str] = &["integer", "byte", "short", "long", "string"];

const ITEMS: &[&str] = &["list", "map", "set"];
