//! Shapes and their members.

use super::value::{key, quoted, value};
use super::{WIDTH, Writer};
use crate::ast::{Member, Shape};
use serde_json::Value;

impl Writer {
    pub(super) fn shape(&mut self, shape: &Shape) {
        self.text.push('\n');
        self.traits(&shape.traits, 0, &[]);
        let kind = if shape.kind == "set" { "list" } else { &shape.kind };
        if shape.kind == "set" && !shape.traits.has("uniqueItems") {
            self.text.push_str("@uniqueItems\n");
        }
        self.text.push_str(&format!("{kind} {}", shape.id.name()));
        let mixins: Vec<_> = shape.references("mixins").map(|mixin| self.names.shape(&mixin.target)).collect();
        if !mixins.is_empty() {
            self.text.push_str(&format!(" with [{}]", mixins.join(", ")));
        }
        match kind {
            "structure" | "union" | "list" | "map" | "enum" | "intEnum" => self.members(shape),
            "service" | "resource" | "operation" => self.properties(shape),
            _ => {}
        }
        self.text.push('\n');
    }

    fn members(&mut self, shape: &Shape) {
        if shape.members.is_empty() {
            self.text.push_str(" {}");
            return;
        }
        self.text.push_str(" {\n");
        let mut is_loose = false;
        for (at, member) in shape.members.iter().enumerate() {
            let start = self.text.len();
            self.member(&shape.kind, member);
            // A member of several lines stands apart from those around it.
            let has_lines = self.text.get(start..).is_some_and(|text| text.trim_end().contains('\n'));
            if at > 0 && (is_loose || has_lines) {
                self.text.insert(start, '\n');
            }
            is_loose = has_lines;
        }
        self.text.push('}');
    }

    fn member(&mut self, kind: &str, member: &Member) {
        let is_enum = matches!(kind, "enum" | "intEnum");
        let assigned = match kind {
            "enum" | "intEnum" => member.traits.get("enumValue"),
            "structure" => member.traits.get("default"),
            _ => None,
        };
        let but: &[&str] = match (assigned, is_enum) {
            (Some(_), true) => &["smithy.api#enumValue"],
            (Some(_), false) => &["smithy.api#default"],
            (None, _) => &[],
        };
        self.traits(&member.traits, 1, but);
        self.indent(1);
        self.text.push_str(&member.name);
        if !is_enum {
            self.text.push_str(&format!(": {}", self.names.shape(&member.target)));
        }
        if let Some(assigned) = assigned.filter(|found| !(kind == "enum" && found.value == member.name.as_str())) {
            self.text.push_str(" = ");
            value(&mut self.text, &assigned.value, 1);
        }
        self.text.push('\n');
    }

    /// What services, resources and operations say of themselves.
    fn properties(&mut self, shape: &Shape) {
        let mut lines: Vec<String> = Vec::new();
        if let Some(version) = &shape.version {
            lines.push(format!("version: {}", quoted(version)));
        }
        for name in ["identifiers", "properties"] {
            let Some(Value::Object(targets)) = shape.values.get(name) else { continue };
            let targets = targets.iter().map(|(name, value)| {
                let mut entry = String::new();
                key(&mut entry, name);
                entry + ": " + &self.names.target(value)
            });
            lines.push(format!("{name}: {}", block("{", targets.collect(), "}")));
        }
        for name in ["create", "put", "read", "update", "delete", "list", "input", "output"] {
            let targets = shape.references(name).filter(|found| found.target.as_str() != "smithy.api#Unit");
            lines.extend(targets.map(|found| format!("{name}: {}", self.names.shape(&found.target))));
        }
        for name in ["operations", "collectionOperations", "resources", "errors"] {
            let targets: Vec<_> = shape.references(name).map(|found| self.names.shape(&found.target)).collect();
            if !targets.is_empty() {
                lines.push(format!("{name}: {}", block("[", targets, "]")));
            }
        }
        if let Some(Value::Object(renames)) = shape.values.get("rename") {
            let renames = renames
                .iter()
                .map(|(from, to)| format!("{}: {}", quoted(from), quoted(to.as_str().unwrap_or_default())));
            lines.push(format!("rename: {}", block("{", renames.collect(), "}")));
        }
        if lines.is_empty() {
            self.text.push_str(" {}");
            return;
        }
        self.text.push_str(" {\n");
        for line in lines {
            self.text.push_str(&format!("    {line}\n"));
        }
        self.text.push('}');
    }
}

/// Entries between brackets, on one line if they have a place there.
fn block(open: &str, entries: Vec<String>, close: &str) -> String {
    let short = entries.join(", ");
    if entries.is_empty() || short.chars().count() < WIDTH - 20 {
        let space = if open == "{" && !entries.is_empty() { " " } else { "" };
        return format!("{open}{space}{short}{space}{close}");
    }
    let lines: String = entries.iter().map(|entry| format!("        {entry}\n")).collect();
    format!("{open}\n{lines}    {close}")
}
