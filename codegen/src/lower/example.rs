//! Worked examples (`smithy.api#examples`), from JSON to literals that the model has checked.

use super::Lowering;
use crate::ast::{Member, Reference, Shape};
use crate::diagnostic::{Diagnostic, Span};
use crate::ir::{Example, Literal, Structure};
use crate::{docs, names};
use serde_json::{Map, Value};

impl<'m> Lowering<'m> {
    pub(super) fn examples(&mut self, service: &Shape, shape: &'m Shape, input: &Structure) -> Vec<Example> {
        let Some(found) = shape.traits.get("examples") else {
            return Vec::new();
        };
        let Some(examples) = found.value.as_array() else {
            self.example_problem(shape, found.span, "has `smithy.api#examples` that are not a list".to_owned());
            return Vec::new();
        };
        let errors: Vec<&Reference> = shape.references("errors").chain(service.references("errors")).collect();
        let input_shape = self.end_shape(shape, "input");
        if input_shape.is_some_and(|shape| shape.members.len() > input.members.len()) {
            // A member has been reported, and examples with it would be reported for its sake.
            return Vec::new();
        }
        let mut lowered = Vec::new();
        for (index, example) in examples.iter().enumerate() {
            match self.example(example, input_shape, input, &errors) {
                Ok(example) => lowered.push(example),
                Err(_) if self.lenient_examples => {}
                Err(problem) => {
                    let problem = match title(example) {
                        Some(title) => format!("has an example {title:?} that doesn't fit: {problem}"),
                        None => "has an example without a title".to_owned(),
                    };
                    self.example_problem(shape, found.items.get(index).copied().unwrap_or(found.span), problem);
                }
            }
        }
        lowered
    }

    fn example_problem(&mut self, shape: &Shape, span: Span, problem: String) {
        let remedy = "correct the example, so that it is an input the operation takes, under a title";
        self.problems.push(Diagnostic::at(span, shape.id.as_str(), problem, remedy));
    }

    fn example(
        &self,
        example: &Value,
        shape: Option<&Shape>,
        input: &Structure,
        errors: &[&Reference],
    ) -> Result<Example, String> {
        let text = |key: &str| example.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        let title = title(example).ok_or("it has no title")?;
        let empty = Map::new();
        let values = example.get("input").map_or(Some(&empty), Value::as_object).ok_or("its input is not an object")?;
        let is_error = example.get("error").is_some();
        let fields = match shape {
            Some(shape) => self.fields(values, shape, is_error)?,
            None if values.is_empty() => Vec::new(),
            None => return Err("the operation has no input".to_owned()),
        };
        let given = |field: &String| fields.iter().any(|(name, _)| name == field);
        let missing = input.members.iter().find(|member| member.required && !member.token && !given(&member.field));
        if let Some(member) = missing.filter(|_| !is_error) {
            return Err(format!("`{}` is required and missing", member.wire));
        }
        Ok(Example {
            docs: docs::markdown(text("documentation").unwrap_or_default()),
            input: fields,
            error: example.get("error").map(|error| error_name(error, errors)).transpose()?,
            title: docs::markdown(title),
        })
    }

    fn fields(
        &self,
        values: &Map<String, Value>,
        shape: &Shape,
        may_lack: bool,
    ) -> Result<Vec<(String, Literal)>, String> {
        for name in values.keys() {
            shape.member(name).ok_or_else(|| format!("`{}` has no member `{name}`", shape.id.name()))?;
        }
        // In the model's order, whatever the example's.
        let given = shape.members.iter().filter_map(|member| Some((member, values.get(&member.name)?)));
        given
            .map(|(member, value)| Ok((names::field_name(&member.name), self.literal(value, member, may_lack)?)))
            .collect()
    }

    fn literal(&self, value: &Value, member: &Member, may_lack: bool) -> Result<Literal, String> {
        let shape = self.model.shapes.get(&member.target);
        let kind = shape.map_or(member.target.name(), |shape| shape.kind.as_str()).to_ascii_lowercase();
        let unfit = || format!("`{}` can't be {value}", member.name);
        match (value, kind.trim_start_matches("primitive"), shape) {
            (Value::String(text), "enum", Some(shape)) => Ok(variant(text, shape)),
            (Value::String(text), "timestamp", _) => seconds(text).map(Literal::Seconds).ok_or_else(unfit),
            (Value::String(text), "string", _) => Ok(Literal::Text(text.clone())),
            (Value::Bool(value), "boolean", _) => Ok(Literal::Bool(*value)),
            (Value::Number(number), "float" | "double", _) => number.as_f64().map(Literal::Float).ok_or_else(unfit),
            (Value::String(text), "blob", _) => Ok(Literal::Blob(text.clone())),
            (Value::Object(values), "union", Some(shape)) => self.union_literal(values, shape, may_lack),
            (Value::Number(number), kind, _) => number.as_i64().and_then(|n| integer(n, kind)).ok_or_else(unfit),
            (Value::Object(values), "structure", Some(shape)) => {
                let needs = |member: &&Member| self.can_be_missing(member);
                let missing = shape.members.iter().filter(needs).find(|member| !values.contains_key(&member.name));
                if let Some(missing) = missing.filter(|_| !may_lack) {
                    return Err(format!("`{}` is required in `{}` and missing", missing.name, shape.id.name()));
                }
                let fallible = shape.members.iter().any(|member| self.can_be_missing(member));
                let fields = self.fields(values, shape, may_lack)?;
                Ok(Literal::Structure(names::type_name(shape.id.name()), fallible, fields))
            }
            (Value::Array(items), "list" | "set", Some(shape)) => {
                let member = shape.member("member").ok_or_else(unfit)?;
                items
                    .iter()
                    .map(|item| self.literal(item, member, may_lack))
                    .collect::<Result<_, _>>()
                    .map(Literal::List)
            }
            (Value::Object(entries), "map", Some(shape)) => {
                let (key, of) = shape.member("key").zip(shape.member("value")).ok_or_else(unfit)?;
                let entry = |(name, value): (&String, &Value)| {
                    let name = self.literal(&Value::String(name.clone()), key, may_lack)?;
                    Ok((name, self.literal(value, of, may_lack)?))
                };
                entries.iter().map(entry).collect::<Result<_, _>>().map(Literal::Map)
            }
            _ => Err(unfit()),
        }
    }

    /// A union's one member.
    fn union_literal(&self, values: &Map<String, Value>, shape: &Shape, may_lack: bool) -> Result<Literal, String> {
        let name = names::type_name(shape.id.name());
        let mut members = values.iter().map(|(name, value)| (shape.member(name), value));
        match (members.next(), members.next()) {
            (Some((Some(member), value)), None) => {
                let is_unit = member.target.as_str() == "smithy.api#Unit";
                let held = if is_unit { None } else { Some(Box::new(self.literal(value, member, may_lack)?)) };
                Ok(Literal::Union(name, names::variant_name(&member.name), held))
            }
            _ => Err(format!("`{}` takes exactly one of its members", shape.id.name())),
        }
    }

    /// Whether leaving the member out makes its builder fail.
    fn can_be_missing(&self, member: &Member) -> bool {
        let nested = self
            .model
            .shapes
            .get(&member.target)
            .is_some_and(|target| matches!(target.kind.as_str(), "structure" | "union"));
        member.traits.has("required") && !member.traits.has("default") && !nested
    }
}

fn title(example: &Value) -> Option<&str> {
    example.get("title").and_then(Value::as_str).filter(|title| !title.is_empty())
}

/// The name of the error that an example ends in: one that the operation lists.
fn error_name(error: &Value, errors: &[&Reference]) -> Result<String, String> {
    let id = error.get("shapeId").and_then(Value::as_str).ok_or("its error has no `shapeId`")?;
    let listed = errors.iter().find(|listed| listed.target.as_str() == id);
    let listed = listed.ok_or_else(|| format!("`{id}` is not one of the operation's errors"))?;
    Ok(names::type_name(listed.target.name()))
}

/// A number as a literal of the type `kind`, if it fits.
fn integer(number: i64, kind: &str) -> Option<Literal> {
    let bits = match kind {
        "byte" => 8,
        "short" => 16,
        "integer" | "intenum" => 32,
        "long" => 64,
        "timestamp" => return Some(Literal::Seconds(number)),
        _ => return None,
    };
    let shift = 64 - bits;
    // What doesn't fit loses bits on the way up, and differs when it is back.
    (number.wrapping_shl(shift) >> shift == number).then_some(Literal::Int(number))
}

fn variant(text: &str, shape: &Shape) -> Literal {
    let name = names::type_name(shape.id.name());
    let value_of = |member: &Member| {
        member.traits.get("enumValue").and_then(|found| found.value.as_str()).unwrap_or(&member.name).to_owned()
    };
    match shape.members.iter().find(|member| value_of(member) == text) {
        Some(member) => Literal::Variant(name, names::variant_name(&member.name)),
        None => Literal::Unknown(name, text.to_owned()),
    }
}

/// `2024-02-01T12:30:00Z` as seconds since 1970; fractions and other offsets are no business of an example.
pub(super) fn seconds(text: &str) -> Option<i64> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let part = |text: &str, separator| {
        let numbers: Option<Vec<i64>> = text.split(separator).map(|part| part.parse().ok()).collect();
        numbers.filter(|numbers| numbers.len() == 3)
    };
    let (date, time) = (part(date, '-')?, part(time, ':')?);
    let in_range = (0..=9999).contains(&date[0]) && (1..=12).contains(&date[1]) && (1..=31).contains(&date[2]);
    if !in_range || !(0..24).contains(&time[0]) || !(0..60).contains(&time[1]) || !(0..60).contains(&time[2]) {
        return None;
    }
    // Days from the civil calendar: years counted from March, so that a leap day is a year's last.
    let (year, month) = if date[1] > 2 { (date[0], date[1] - 3) } else { (date[0] - 1, date[1] + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date[2] - 1 - 719_468;
    Some(days * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2])
}
