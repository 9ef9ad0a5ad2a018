//! Worked examples (`smithy.api#examples`), from JSON to literals that the model has checked.

use crate::ast::{Member, Reference, Shape};
use crate::diagnostic::{Diagnostic, Span};
use crate::ir::{self, Example, Literal, Node, Structure};
use crate::lower::Lowering;
use crate::{docs, names};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

impl<'m> Lowering<'m> {
    pub(in crate::lower) fn examples(
        &mut self,
        service: &'m Shape,
        shape: &'m Shape,
        input: &Structure,
    ) -> Vec<Example> {
        let Some(found) = shape.traits.get("examples") else {
            return Vec::new();
        };
        let Some(examples) = found.value.as_array() else {
            self.example_problem(shape, found.span, "has `smithy.api#examples` that are not a list".to_owned());
            return Vec::new();
        };
        let errors: Vec<&Reference> = shape.references("errors").chain(self.common_errors(service)).collect();
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
        let given: BTreeSet<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
        let is_missing =
            |member: &&ir::Member| member.required && !member.token && !given.contains(member.field.as_str());
        let missing = input.members.iter().find(is_missing);
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
        let known: BTreeSet<&str> = shape.members.iter().map(|member| member.name.as_str()).collect();
        if let Some(name) = values.keys().find(|name| !known.contains(name.as_str())) {
            return Err(format!("`{}` has no member `{name}`", shape.id.name()));
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
            (value, "timestamp", _) => instant(value).map(|(s, n)| Literal::Seconds(s, n)).ok_or_else(unfit),
            (value, "document", _) => node(value).map(Literal::Document).ok_or_else(unfit),
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

/// A document's value; none for a number that is too great.
fn node(value: &Value) -> Option<Node> {
    Some(match value {
        Value::Null => Node::Null,
        Value::Bool(value) => Node::Bool(*value),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(natural), _) => Node::Natural(natural),
            (None, Some(negative)) => Node::Negative(negative),
            (None, None) => Node::Float(number.as_f64().filter(|number| number.is_finite())?),
        },
        Value::String(text) => Node::Text(text.clone()),
        Value::Array(items) => Node::List(items.iter().map(node).collect::<Option<_>>()?),
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| Some((key.clone(), node(value)?)));
            Node::Object(entries.collect::<Option<_>>()?)
        }
    })
}

/// A timestamp as models write it (Smithy 2.0, "timestamp"), in seconds since 1970 and billionths of one: seconds, or a
/// text as [`date_time`] reads it.
pub(in crate::lower) fn instant(value: &Value) -> Option<(i64, u32)> {
    let number = match value {
        Value::String(text) => return date_time(text),
        value => value.as_number()?,
    };
    if let Some(seconds) = number.as_i64() {
        return Some((seconds, 0));
    }
    // Beyond it, a float has no fractions, and dates no place.
    let number = number.as_f64().filter(|number| number.abs() < 1e12)?;
    let (whole, micros) = (number.floor(), ((number - number.floor()) * 1e6).round());
    if micros < 1e6 { Some((whole as i64, micros as u32 * 1000)) } else { Some((whole as i64 + 1, 0)) }
}

/// `2024-02-01T12:30:00Z`, with a fraction and an offset if need be.
fn date_time(text: &str) -> Option<(i64, u32)> {
    let (date, time) = text.split_once(['T', 't'])?;
    let (time, offset) = match time.strip_suffix(['Z', 'z']) {
        Some(time) => (time, 0),
        None => {
            let (time, offset) = time.split_at_checked(time.rfind(['+', '-'])?)?;
            let (sign, offset) = offset.split_at(1);
            let parts = numbers(offset, ':').filter(|parts| parts.len() == 2 && parts[0] < 24 && parts[1] < 60)?;
            (time, (parts[0] * 3_600 + parts[1] * 60) * if sign == "-" { -1 } else { 1 })
        }
    };
    let (time, fraction) = time.split_once('.').map_or((time, None), |(time, fraction)| (time, Some(fraction)));
    let nanos = match fraction {
        None => 0,
        Some(digits) if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) => return None,
        // What is finer than a billionth is no business of an example.
        Some(digits) => format!("{digits:0<9}").get(..9)?.parse().ok()?,
    };
    let part = |text, separator| numbers(text, separator).filter(|numbers| numbers.len() == 3);
    let (date, time) = (part(date, '-')?, part(time, ':')?);
    let in_range = (0..=9999).contains(&date[0]) && (1..=12).contains(&date[1]) && (1..=31).contains(&date[2]);
    if !in_range || !(0..24).contains(&time[0]) || !(0..60).contains(&time[1]) || !(0..60).contains(&time[2]) {
        return None;
    }
    // Days from the civil calendar: years counted from March, so that a leap day is a year's last.
    let (year, month) = if date[1] > 2 { (date[0], date[1] - 3) } else { (date[0] - 1, date[1] + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date[2] - 1 - 719_468;
    Some((days * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2] - offset, nanos))
}

/// The numbers between separators: digits only.
fn numbers(text: &str, separator: char) -> Option<Vec<i64>> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split(separator).map(|part| part.parse().ok().filter(|_| is_number(part))).collect()
}

#[cfg(test)]
mod tests {
    use super::instant;
    use serde_json::json;

    #[test]
    fn timestamps_are_read_as_smithy_writes_them() {
        for (written, expected) in [
            (json!("1970-01-01T00:00:01Z"), Some((1, 0))),
            (json!("1970-01-01T00:00:01.5Z"), Some((1, 500_000_000))),
            (json!("2024-02-29T12:30:00.123456789123Z"), Some((1_709_209_800, 123_456_789))),
            (json!("1970-01-01T02:00:00.25+01:00"), Some((3_600, 250_000_000))),
            (json!("1969-12-31t23:00:00-01:30"), Some((1_800, 0))),
            (json!("1969-12-31T23:59:59.75z"), Some((-1, 750_000_000))),
            (json!(7), Some((7, 0))),
            (json!(7.25), Some((7, 250_000_000))),
            (json!(-0.5), Some((-1, 500_000_000))),
            (json!(1_500_000_000.0), Some((1_500_000_000, 0))),
            (json!(0.999_999_999), Some((1, 0))),
            (json!(1e300), None),
            (json!("1970-01-01"), None),
            (json!("1970-01-01T00:00:01"), None),
            (json!("1970-01-01T00:00:01.Z"), None),
            (json!("1970-01-01T00:00:01.5.5Z"), None),
            (json!("1970-01-01T00:00:+1Z"), None),
            (json!("1970-13-01T00:00:01Z"), None),
            (json!("1970-01-01T00:00:01+ß"), None),
            (json!(null), None),
        ] {
            assert_eq!(instant(&written), expected, "{written}");
        }
    }
}
