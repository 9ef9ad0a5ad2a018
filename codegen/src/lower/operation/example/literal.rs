//! Values of examples as literals, checked against the shapes that they are values of.

use crate::ast::{Member, Shape};
use crate::instant::instant;
use crate::ir::{Literal, Node};
use crate::lower::facts::Targets;
use crate::names;
use crate::traits::alloy::NULLABLE;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// A structure's members, by field name.
type Fields = Vec<(String, Literal)>;

/// What makes values literals; if not, why not.
pub(super) struct Literals<'m> {
    pub(super) targets: Targets<'m>,
    /// Whether required members may be missing, as in examples that end in an error.
    pub(super) may_lack: bool,
    /// Whether alloy's traits say how members look.
    pub(super) honours_alloy: bool,
}

impl Literals<'_> {
    /// The members of a structure.
    pub(super) fn fields(&self, values: &Map<String, Value>, shape: &Shape) -> Result<Fields, String> {
        let known: BTreeSet<&str> = shape.members.iter().map(|member| member.name.as_str()).collect();
        if let Some(name) = values.keys().find(|name| !known.contains(name.as_str())) {
            return Err(format!("`{}` has no member `{name}`", shape.id.name()));
        }
        // In the model's order, whatever the example's.
        let given = shape.members.iter().filter_map(|member| Some((member, values.get(&member.name)?)));
        given.map(|(member, value)| Ok((names::field_name(&member.name), self.of_member(value, member)?))).collect()
    }

    fn of_member(&self, value: &Value, member: &Member) -> Result<Literal, String> {
        match self.honours_alloy && member.traits.has(NULLABLE) {
            true if value.is_null() => Ok(Literal::OrNull(None)),
            true => Ok(Literal::OrNull(Some(Box::new(self.literal(value, member)?)))),
            false => self.literal(value, member),
        }
    }

    fn literal(&self, value: &Value, member: &Member) -> Result<Literal, String> {
        let shape = self.targets.get(&member.target);
        let kind = self.targets.kind(&member.target);
        let unfit = || format!("`{}` can't be {value}", member.name);
        match (value, kind.as_str(), shape) {
            (Value::String(text), "enum", Some(shape)) => Ok(variant(text, shape)),
            (value, "timestamp", _) => instant(value).map(|(s, n)| Literal::Seconds(s, n)).ok_or_else(unfit),
            (value, "document", _) => node(value).map(Literal::Document).ok_or_else(unfit),
            (Value::String(text), "string", _) => Ok(Literal::Text(text.clone())),
            (Value::Bool(value), "boolean", _) => Ok(Literal::Bool(*value)),
            (Value::Number(number), "float" | "double", _) => number.as_f64().map(Literal::Float).ok_or_else(unfit),
            (Value::String(text), "blob", _) => Ok(Literal::Blob(text.clone())),
            (Value::Object(values), "union", Some(shape)) => self.union(values, shape),
            (Value::Number(number), kind, _) => number.as_i64().and_then(|n| integer(n, kind)).ok_or_else(unfit),
            (Value::Object(values), "structure", Some(shape)) => self.structure(values, shape),
            (Value::Array(items), "list" | "set", Some(shape)) => {
                let member = shape.member("member").ok_or_else(unfit)?;
                let items = items.iter().map(|item| self.literal(item, member));
                items.collect::<Result<_, _>>().map(Literal::List)
            }
            (Value::Object(entries), "map", Some(shape)) => {
                let (key, of) = shape.member("key").zip(shape.member("value")).ok_or_else(unfit)?;
                let entry = |(name, value): (&String, &Value)| {
                    let name = self.literal(&Value::String(name.clone()), key)?;
                    Ok((name, self.literal(value, of)?))
                };
                entries.iter().map(entry).collect::<Result<_, _>>().map(Literal::Map)
            }
            _ => Err(unfit()),
        }
    }

    fn structure(&self, values: &Map<String, Value>, shape: &Shape) -> Result<Literal, String> {
        let needed = || shape.members.iter().filter(|member| self.can_be_missing(member));
        let missing = needed().find(|member| !values.contains_key(&member.name));
        if let Some(missing) = missing.filter(|_| !self.may_lack) {
            return Err(format!("`{}` is required in `{}` and missing", missing.name, shape.id.name()));
        }
        let fallible = needed().next().is_some();
        Ok(Literal::Structure(names::type_name(shape.id.name()), fallible, self.fields(values, shape)?))
    }

    /// A union's one member.
    fn union(&self, values: &Map<String, Value>, shape: &Shape) -> Result<Literal, String> {
        let name = names::type_name(shape.id.name());
        let mut members = values.iter().map(|(name, value)| (shape.member(name), value));
        match (members.next(), members.next()) {
            (Some((Some(member), value)), None) => {
                let is_unit = member.target.as_str() == "smithy.api#Unit";
                let held = if is_unit { None } else { Some(Box::new(self.literal(value, member)?)) };
                Ok(Literal::Union(name, names::variant_name(&member.name), held))
            }
            _ => Err(format!("`{}` takes exactly one of its members", shape.id.name())),
        }
    }

    /// Whether leaving the member out makes its builder fail.
    fn can_be_missing(&self, member: &Member) -> bool {
        let traits = &member.traits;
        traits.has("required") && !traits.has("default") && !self.targets.is_aggregate(&member.target)
    }
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
