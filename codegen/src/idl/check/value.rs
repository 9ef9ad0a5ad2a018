//! Values of traits, against the shapes that define the traits (Smithy 2.0, "Trait node values").

use super::id::Named;
use super::{Checker, a};
use crate::ast::{Member, Shape, Trait};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

impl<'a> Checker<'a> {
    /// A trait's value.
    pub(super) fn value(&mut self, shape: &str, id: &str, definition: &'a Shape, applied: &Trait) {
        let mut walk = Walk { checker: self, path: Vec::new(), named: Vec::new() };
        let found = walk.fits(Type { shape: definition, member: None }, &applied.value);
        let (path, named) = (walk.path, walk.named);
        if let Err(problem) = found {
            let problem = format!("has a `@{}` whose value{} {problem}", name(id), place(&path));
            self.wrong(applied.span, shape, problem, format!("write what `{id}` is defined to be"));
        }
        for (path, reference, target) in named {
            let what = format!("a `@{}` whose value{}", name(id), place(&path));
            self.named.push(Named { span: applied.span, shape: shape.to_owned(), what, reference, target });
        }
    }
}

impl<'a> Checker<'a> {
    /// What is wrong with a value of a shape, and of the member that targets it.
    pub(super) fn unfit<'v>(&'v self, shape: &'v Shape, member: Option<&'v Member>, value: &Value) -> Option<String> {
        let mut walk = Walk { checker: self, path: Vec::new(), named: Vec::new() };
        walk.fits(Type { shape, member }, value).err()
    }
}

/// The name in an ID.
fn name(id: &str) -> &str {
    id.rsplit('#').next().unwrap_or(id)
}

/// Where within a value.
fn place(path: &[String]) -> String {
    if path.is_empty() { String::new() } else { format!(", at `{}`,", path.join(".")) }
}

/// What a value should be: a shape, and the member that targets it.
#[derive(Clone, Copy)]
struct Type<'a> {
    shape: &'a Shape,
    member: Option<&'a Member>,
}

impl<'a> Type<'a> {
    /// A trait of the shape; the member's comes before the target's.
    fn of(self, name: &str) -> Option<&'a Trait> {
        self.member.and_then(|member| member.traits.get(name)).or_else(|| self.shape.traits.get(name))
    }

    /// A bound of a constraint.
    fn bound(self, name: &str, end: &str) -> Option<&'a Value> {
        self.of(name)?.value.get(end)
    }
}

/// A walk through a value, beside the shapes that it should fit.
struct Walk<'c, 'a> {
    checker: &'c Checker<'a>,
    /// Where it is.
    path: Vec<String>,
    /// The IDs of shapes that it met: where, what they should be, and what they are.
    named: Vec<(Vec<String>, &'a Trait, String)>,
}

impl<'a> Walk<'_, 'a> {
    /// What is wrong where the path ends.
    fn fits(&mut self, wanted: Type<'a>, value: &Value) -> Result<(), String> {
        let kind = wanted.shape.kind.as_str();
        let is_right = match kind {
            "document" => return Ok(()),
            "string" | "blob" | "enum" => value.is_string(),
            "boolean" => value.is_boolean(),
            "byte" | "short" | "integer" | "long" | "intEnum" => is_whole(value),
            // What JSON has no number for, and what it would round, stands in quotes.
            "float" | "double" => value.is_number() || matches!(value.as_str(), Some("NaN" | "Infinity" | "-Infinity")),
            "bigInteger" => {
                is_whole(value) || value.as_str().is_some_and(|text| text.parse::<f64>().is_ok_and(f64::is_finite))
            }
            "bigDecimal" => value.is_number() || value.as_str().is_some_and(|text| text.parse::<f64>().is_ok()),
            "timestamp" => value.is_number() || value.is_string(),
            "list" | "set" => value.is_array(),
            "structure" | "map" => value.is_object(),
            "union" => value.as_object().is_some_and(|entries| entries.len() == 1),
            kind => return Err(format!("would be {}, and traits aren't", a(kind))),
        };
        if !is_right {
            let form = if kind == "union" { "an object with one entry".to_owned() } else { a(kind) };
            return Err(format!("is {} and should be {form}", shown(value)));
        }
        match value {
            Value::String(text) => self.text(wanted, text),
            Value::Number(_) => number(wanted, value),
            Value::Array(items) => self.items(wanted, items),
            Value::Object(entries) if kind == "map" => self.entries(wanted, entries),
            Value::Object(entries) => self.members(wanted, entries),
            _ => Ok(()),
        }
    }

    /// What a member of the shape targets, one step down the path.
    fn below(&mut self, member: Option<&'a Member>, name: String, value: &Value) -> Result<(), String> {
        let Some((member, shape)) = member.and_then(|member| Some((member, self.checker.shape(&member.target)?)))
        else {
            return Ok(());
        };
        self.path.push(name);
        self.fits(Type { shape, member: Some(member) }, value)?;
        self.path.pop();
        Ok(())
    }

    fn text(&mut self, wanted: Type<'a>, text: &str) -> Result<(), String> {
        if let Some(values) = values(wanted.shape).filter(|values| !values.contains(&text)) {
            return Err(format!("is {} and should be one of {}", quoted(text), values.join(", ")));
        }
        if let Some(reference) = wanted.of("idRef") {
            self.named.push((self.path.clone(), reference, text.to_owned()));
        }
        if let Some(pattern) = wanted.of("pattern").and_then(|pattern| pattern.value.as_str())
            && !self.checker.patterns.allow(pattern, text)
        {
            return Err(format!("is {} and should match the pattern `{pattern}`", quoted(text)));
        }
        length(wanted, text.chars().count())
    }

    fn items(&mut self, wanted: Type<'a>, items: &[Value]) -> Result<(), String> {
        length(wanted, items.len())?;
        let is_sparse = wanted.shape.traits.has("sparse");
        for (at, item) in items.iter().enumerate().filter(|(_, item)| !(is_sparse && item.is_null())) {
            self.below(wanted.shape.member("member"), at.to_string(), item)?;
        }
        let mut seen = BTreeSet::new();
        let is_set = wanted.shape.kind == "set" || wanted.shape.traits.has("uniqueItems");
        match items.iter().find(|item| is_set && !seen.insert(item.to_string())) {
            Some(item) => Err(format!("has {} twice", shown(item))),
            None => Ok(()),
        }
    }

    fn entries(&mut self, wanted: Type<'a>, entries: &Map<String, Value>) -> Result<(), String> {
        length(wanted, entries.len())?;
        let is_sparse = wanted.shape.traits.has("sparse");
        for (name, value) in entries {
            self.below(wanted.shape.member("key"), name.clone(), &Value::String(name.clone()))?;
            if !(is_sparse && value.is_null()) {
                self.below(wanted.shape.member("value"), name.clone(), value)?;
            }
        }
        Ok(())
    }

    /// A structure's or union's members. Ones that it doesn't have are for newer readers.
    fn members(&mut self, wanted: Type<'a>, entries: &Map<String, Value>) -> Result<(), String> {
        let shape = wanted.shape;
        for member in &shape.members {
            match entries.get(&member.name) {
                Some(value) => self.below(Some(member), member.name.clone(), value)?,
                None if member.traits.has("required") && !member.traits.has("default") => {
                    return Err(format!("lacks `{}`", member.name));
                }
                None => {}
            }
        }
        match entries.keys().find(|name| shape.kind == "union" && shape.member(name).is_none()) {
            Some(name) => Err(format!("has `{name}`, which the union doesn't have")),
            None => Ok(()),
        }
    }
}

/// What a member of an enum stands for.
fn value_of(member: &Member) -> &str {
    member.traits.get("enumValue").and_then(|value| value.value.as_str()).unwrap_or(&member.name)
}

/// The values that a text can have, if the shape lists them.
fn values(shape: &Shape) -> Option<Vec<&str>> {
    if shape.kind == "enum" && shape.references("mixins").next().is_none() {
        return Some(shape.members.iter().map(value_of).collect());
    }
    let listed = shape.traits.get("enum")?.value.as_array()?;
    Some(listed.iter().filter_map(|value| value.get("value")?.as_str()).collect())
}

fn number(wanted: Type<'_>, value: &Value) -> Result<(), String> {
    let bits = match wanted.shape.kind.as_str() {
        "byte" => 8,
        "short" => 16,
        "integer" | "intEnum" => 32,
        "long" => 64,
        _ => 0,
    };
    let most = 2_f64.powi(bits - 1);
    let number = value.as_f64().unwrap_or_default();
    let bound = |end| wanted.bound("range", end).and_then(Value::as_f64);
    let mut values = wanted.shape.members.iter().filter_map(|member| member.traits.get("enumValue"));
    let is_listed = wanted.shape.kind != "intEnum" || values.any(|listed| listed.value == *value);
    if !is_listed && wanted.shape.references("mixins").next().is_none() {
        return Err(format!("is {value}, which is none of the values of `{}`", wanted.shape.id));
    }
    let is_outside = bits > 0 && !(-most..most).contains(&number)
        || bound("min").is_some_and(|min| number < min)
        || bound("max").is_some_and(|max| number > max);
    if is_outside { Err(format!("is {value}, which is out of range")) } else { Ok(()) }
}

fn is_whole(value: &Value) -> bool {
    value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|number| number.fract() == 0.0)
}

fn length(wanted: Type<'_>, length: usize) -> Result<(), String> {
    let bound = |end| wanted.bound("length", end).and_then(Value::as_u64);
    let length = length as u64;
    if bound("min").is_some_and(|min| length < min) {
        return Err("is too short".to_owned());
    }
    if bound("max").is_some_and(|max| length > max) {
        return Err("is too long".to_owned());
    }
    Ok(())
}

/// A value in a message.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "left out".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::String(text) => quoted(text),
        _ => value.to_string().chars().take(60).collect(),
    }
}

/// A text in a message, of which the first part is enough.
fn quoted(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{:?}…", text.get(..end).unwrap_or(text)),
        None => format!("{text:?}"),
    }
}
