//! What Smithy 1.0 didn't have.

use super::Checker;
use crate::ast::Shape;

impl Checker<'_> {
    pub(super) fn version(&mut self, shape: &Shape) {
        if !self.old.contains(&shape.id) {
            return;
        }
        let mut found = Vec::new();
        if shape.values.contains_key("properties") {
            found.push("has `properties`");
        }
        if shape.traits.has("mixin") {
            found.push("is a mixin");
        }
        if !self.is_idl(shape.span) {
            // Of IDL, the grammar says so.
            found.extend(shape.references("mixins").next().map(|_| "has mixins"));
            found.extend((shape.kind == "enum").then_some("is an `enum`"));
            found.extend((shape.kind == "intEnum").then_some("is an `intEnum`"));
        }
        for what in found {
            let problem = format!("{what}, which Smithy has from version 2 on, and its file is of version 1.0");
            let remedy = if self.is_idl(shape.span) {
                "begin the file with `$version: \"2\"`"
            } else {
                "begin the file with `\"smithy\": \"2.0\"`"
            };
            self.wrong(shape.span, shape.id.as_str(), problem, remedy);
        }
    }
}
