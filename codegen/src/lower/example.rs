//! Worked examples (`smithy.api#examples`), from JSON to literals that the model has checked.

use super::Lowering;
use crate::ast::{Member, Shape, Trait};
use crate::diagnostic::Diagnostic;
use crate::ir::{Example, Literal, Structure};
use crate::{docs, names};
use serde_json::{Map, Value};

impl<'m> Lowering<'m> {
    pub(super) fn examples(&mut self, shape: &'m Shape, input: &Structure) -> Vec<Example> {
        let Some(found) = shape.traits.get("examples") else {
            return Vec::new();
        };
        let Some(examples) = found.value.as_array() else {
            self.example_problem(shape, found, "`smithy.api#examples` must be a list".to_owned());
            return Vec::new();
        };
        let input_shape = shape.references("input").next().and_then(|input| self.model.shapes.get(&input.target));
        let mut lowered = Vec::new();
        for example in examples {
            match self.example(example, input_shape, input) {
                Ok(example) => lowered.push(example),
                Err(problem) => self.example_problem(shape, found, problem),
            }
        }
        lowered
    }

    fn example_problem(&mut self, shape: &Shape, found: &Trait, problem: String) {
        let remedy = "correct the example, so that it is an input the operation takes";
        self.problems.push(Diagnostic::at(found.span, shape.id.as_str(), problem, remedy));
    }

    fn example(&self, example: &Value, shape: Option<&Shape>, input: &Structure) -> Result<Example, String> {
        let text = |key: &str| example.get(key).and_then(Value::as_str).unwrap_or_default();
        let title = text("title").to_owned();
        let wrong = |problem: String| format!("the example {title:?} doesn't fit the model: {problem}");
        let empty = Map::new();
        let values = example.get("input").map_or(Some(&empty), Value::as_object).ok_or_else(|| wrong("`input` must be an object".to_owned()))?;
        let fields = shape.map_or(Ok(Vec::new()), |shape| self.fields(values, shape)).map_err(wrong)?;
        if example.get("error").is_none() {
            let given = |field: &String| fields.iter().any(|(name, _)| name == field);
            let missing = input.members.iter().find(|member| member.required && !member.token && !given(&member.field));
            if let Some(member) = missing {
                return Err(wrong(format!("`{}` is required and missing", member.wire)));
            }
        }
        let error = example.get("error").and_then(|error| error.get("shapeId")?.as_str());
        Ok(Example {
            docs: docs::markdown(text("documentation")),
            input: fields,
            error: error.map(|id| names::type_name(id.rsplit('#').next().unwrap_or(id))),
            title: docs::markdown(&title),
        })
    }

    fn fields(&self, values: &Map<String, Value>, shape: &Shape) -> Result<Vec<(String, Literal)>, String> {
        for name in values.keys() {
            shape.member(name).ok_or_else(|| format!("`{}` has no member `{name}`", shape.id.name()))?;
        }
        // In the model's order, whatever the example's.
        let given = shape.members.iter().filter_map(|member| Some((member, values.get(&member.name)?)));
        given.map(|(member, value)| Ok((names::field_name(&member.name), self.literal(value, member)?))).collect()
    }

    fn literal(&self, value: &Value, member: &Member) -> Result<Literal, String> {
        let shape = self.model.shapes.get(&member.target);
        let kind = shape.map_or(member.target.name(), |shape| shape.kind.as_str()).to_ascii_lowercase();
        let unfit = || format!("`{}` can't be {value}", member.name);
        match (value, kind.as_str(), shape) {
            (Value::String(text), "enum", Some(shape)) => Ok(variant(text, shape)),
            (Value::String(text), "timestamp", _) => seconds(text).map(Literal::Seconds).ok_or_else(unfit),
            (Value::String(text), "string", _) => Ok(Literal::Text(text.clone())),
            (Value::Bool(value), "boolean" | "primitiveboolean", _) => Ok(Literal::Bool(*value)),
            (Value::Number(number), "timestamp", _) => number.as_i64().map(Literal::Seconds).ok_or_else(unfit),
            (Value::Number(number), "byte" | "short" | "integer" | "long" | "intenum", _) => {
                number.as_i64().map(Literal::Int).ok_or_else(unfit)
            }
            (Value::Object(values), "structure", Some(shape)) => {
                let fallible = shape.members.iter().any(|member| self.can_be_missing(member));
                Ok(Literal::Structure(names::type_name(shape.id.name()), fallible, self.fields(values, shape)?))
            }
            (Value::Array(items), "list" | "set", Some(shape)) => {
                let member = shape.member("member").ok_or_else(unfit)?;
                items.iter().map(|item| self.literal(item, member)).collect::<Result<_, _>>().map(Literal::List)
            }
            (Value::Object(entries), "map", Some(shape)) => {
                let (key, of) = shape.member("key").zip(shape.member("value")).ok_or_else(unfit)?;
                let entry = |(name, value): (&String, &Value)| {
                    Ok((self.literal(&Value::String(name.clone()), key)?, self.literal(value, of)?))
                };
                entries.iter().map(entry).collect::<Result<_, _>>().map(Literal::Map)
            }
            _ => Err(unfit()),
        }
    }

    /// Whether leaving the member out makes its builder fail.
    fn can_be_missing(&self, member: &Member) -> bool {
        let nested = self.model.shapes.get(&member.target).is_some_and(|target| target.kind == "structure");
        member.traits.has("required") && !member.traits.has("default") && !nested
    }
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
fn seconds(text: &str) -> Option<i64> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let part = |text: &str, separator| {
        let numbers: Option<Vec<i64>> = text.split(separator).map(|part| part.parse().ok()).collect();
        numbers.filter(|numbers| numbers.len() == 3)
    };
    let (date, time) = (part(date, '-')?, part(time, ':')?);
    // Days from the civil calendar: years counted from March, so that a leap day is a year's last.
    let (year, month) = if date[1] > 2 { (date[0], date[1] - 3) } else { (date[0].checked_sub(1)?, date[1] + 9) };
    if !(0..=9999).contains(&date[0]) || !(1..=12).contains(&date[1]) || !(1..=31).contains(&date[2]) {
        return None;
    }
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date[2] - 1 - 719_468;
    Some(days * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2])
}
