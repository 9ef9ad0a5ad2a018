//! Shapes → Smithy IDL 2.0, a file for each namespace. What is read back is the same.

mod names;
mod shape;
mod value;

use crate::ast::{Applied, Assembly, Shape, Traits};
use names::Names;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How wide a line may be before a value takes several.
const WIDTH: usize = 100;

/// The files of a model, by name. They are of version 2.0, so what is written has to be upgraded.
pub(super) fn write(assembly: &Assembly<'_>) -> BTreeMap<String, String> {
    let namespaces: BTreeSet<&str> = assembly.shapes.keys().map(|id| split(id.as_str()).0).collect();
    // Traits that are applied to what no file defines stand wherever there is a place.
    let home = |applied: &Applied| {
        let namespace = split(&applied.target).0;
        namespaces.get(namespace).or(namespaces.first()).copied().unwrap_or_default()
    };
    let mut files = BTreeMap::new();
    for namespace in &namespaces {
        let shapes: Vec<&Shape> =
            assembly.shapes.values().filter(|shape| split(shape.id.as_str()).0 == *namespace).collect();
        let applied: Vec<_> = assembly.applied.iter().filter(|applied| home(applied) == *namespace).collect();
        let names = Names::new(namespace, &shapes, &applied, assembly);
        let mut writer = Writer { names, text: String::new() };
        writer.text.push_str("$version: \"2.0\"\n\n");
        if files.is_empty() {
            writer.metadata(assembly);
        }
        writer.head(namespace);
        shapes.iter().for_each(|shape| writer.shape(shape));
        applied.iter().for_each(|applied| writer.applied(applied));
        files.insert(format!("{namespace}.smithy"), writer.text);
    }
    if files.is_empty() {
        let mut writer = Writer { names: Names::default(), text: "$version: \"2.0\"\n\n".to_owned() };
        writer.metadata(assembly);
        files.insert("model.smithy".to_owned(), writer.text);
    }
    files
}

/// An ID's namespace and name.
fn split(id: &str) -> (&str, &str) {
    id.split_once('#').unwrap_or(("", id))
}

struct Writer {
    names: Names,
    text: String,
}

impl Writer {
    fn metadata(&mut self, assembly: &Assembly<'_>) {
        for (key, (value, _)) in &assembly.metadata {
            self.text.push_str("metadata ");
            value::key(&mut self.text, key);
            self.text.push_str(" = ");
            value::value(&mut self.text, value, 0);
            self.text.push('\n');
        }
        if !assembly.metadata.is_empty() {
            self.text.push('\n');
        }
    }

    fn head(&mut self, namespace: &str) {
        self.text.push_str(&format!("namespace {namespace}\n"));
        if !self.names.uses.is_empty() {
            self.text.push('\n');
        }
        for used in self.names.uses.values() {
            self.text.push_str(&format!("use {used}\n"));
        }
    }

    /// What documents a shape or a member, and its traits but for those of these names.
    fn traits(&mut self, traits: &Traits, indent: usize, but: &[&str]) {
        let mut but = but.to_vec();
        if let Some(Value::String(text)) = traits.get("documentation").map(|found| &found.value) {
            // A comment can't hold a carriage return, which ends lines.
            if !text.contains('\r') {
                for line in text.split('\n') {
                    self.indent(indent);
                    self.text.push_str("///");
                    // Without a space, one that the line begins with would be taken off.
                    if !line.is_empty() {
                        self.text.push(' ');
                        self.text.push_str(line);
                    }
                    self.text.push('\n');
                }
                but.push("smithy.api#documentation");
            }
        }
        for (id, applied) in traits.0.iter().filter(|(id, _)| !but.contains(&id.as_str())) {
            self.indent(indent);
            self.applied_trait(id, &applied.value, indent);
            self.text.push('\n');
        }
    }

    fn applied_trait(&mut self, id: &str, value: &Value, indent: usize) {
        self.text.push('@');
        self.text.push_str(&self.names.of(id));
        match value {
            Value::Object(entries) if entries.is_empty() && self.names.is_empty_when_left_out(id) => {}
            Value::Object(entries) if !entries.is_empty() => value::parameters(&mut self.text, entries, indent),
            _ => {
                self.text.push('(');
                value::value(&mut self.text, value, indent);
                self.text.push(')');
            }
        }
    }

    fn applied(&mut self, applied: &Applied) {
        let (shape, member) = applied.target.split_once('$').map_or((&*applied.target, None), |(a, b)| (a, Some(b)));
        let member = member.map_or(String::new(), |member| format!("${member}"));
        self.text.push_str(&format!("\napply {}{member} {{\n", self.names.of(shape)));
        for (id, found) in &applied.traits.0 {
            self.indent(1);
            self.applied_trait(id, &found.value, 1);
            self.text.push('\n');
        }
        self.text.push_str("}\n");
    }

    fn indent(&mut self, indent: usize) {
        self.text.extend(std::iter::repeat_n("    ", indent));
    }
}
