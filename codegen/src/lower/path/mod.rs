//! Paths: from JMESPath and the model's shapes to values with types.
//!
//! In: the text of a path, and the operation on whose input or output it is evaluated. Out: an [`ir::path::Value`], which
//! `emit/path` writes as Rust, or what is wrong with the path.
//!
//! Waiters' matchers use it, and so does `smithy.rules#operationContextParams`: [`input_path`] gives the value, and
//! `strings`, `text` or `truth` of `emit::path::Scope` write it, by what the parameter has to be.

mod compare;
#[cfg(test)]
mod tests;
mod types;

use super::facts::Facts;
use super::shape::member_called;
use crate::ast::{Shape, ShapeId};
use crate::ir::path::{Expr, ListType, Projection, TextForm, Value, ValueType};
use crate::ir::{self, Role};
use crate::jmespath::{self, Function, Kind, Literal, Node, Problem, Values};
use crate::names;
pub(super) use compare::without_absent;
pub(super) use types::named;

/// What a path is evaluated on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Root {
    /// The operation's input.
    Input,
    /// The operation's output.
    Output,
    /// Both, as members `input` and `output`.
    Both,
}

type Typed = Result<Value, Problem>;

/// How many expressions a path may become. What stands before a `|` is written again wherever what stands after it
/// uses it, so that a short path could otherwise become endless code.
const MAX_SIZE: usize = 2_000;

/// The value of a path on an operation's input, as `smithy.rules#operationContextParams` has them.
///
/// A parameter that is a list of strings needs a value whose [`items`](Value::items) are [`Text`](ValueType::Text); one that
/// is a string, a `Text`; one that is a boolean, a [`Bool`](ValueType::Bool).
///
/// # Errors
/// The first thing in the path that is wrong, or goes against the shapes.
pub(super) fn input_path(facts: &Facts, operation: &Shape, text: &str) -> Typed {
    path(facts, operation, Root::Input, text)
}

/// The value of a path on an operation's input, output or both.
///
/// # Errors
/// The first thing in the path that is wrong, or goes against the shapes.
pub(super) fn path(facts: &Facts, operation: &Shape, root: Root, text: &str) -> Typed {
    let node = jmespath::parse(text)?;
    let typing = Typing { facts, operation };
    let root = match root {
        Root::Input => typing.end("input"),
        Root::Output => typing.end("output"),
        Root::Both => Value::present(Expr::Both, ValueType::Both),
    };
    typing.value(&node, &root)
}

struct Typing<'a, 'm> {
    facts: &'a Facts<'m>,
    operation: &'a Shape,
}

impl Typing<'_, '_> {
    /// An operation's whole input or output. One that has none has a structure without members.
    fn end(&self, property: &str) -> Value {
        let shape = self.facts.targets.end(self.operation, property);
        let id = shape.map_or("smithy.api#Unit", |shape| shape.id.as_str());
        let (expr, role) = if property == "input" { (Expr::Input, Role::Input) } else { (Expr::Output, Role::Output) };
        Value::present(expr, ValueType::Structure(id.to_owned(), role))
    }

    /// The value of `node` where `current` is what it is applied to.
    fn value(&self, node: &Node, current: &Value) -> Typed {
        let value = self.any_value(node, current)?;
        if value.size() > MAX_SIZE {
            return Err(wrong(node.at, format!("it stands for more than {MAX_SIZE} expressions")));
        }
        Ok(value)
    }

    fn any_value(&self, node: &Node, current: &Value) -> Typed {
        match &node.kind {
            Kind::Current => Ok(current.clone()),
            Kind::Field(name) => self.field(node.at, current, name),
            Kind::Index(index) => self.index(node.at, current, *index),
            Kind::Then(left, right) => {
                let left = self.value(left, current)?;
                self.value(right, &left)
            }
            Kind::Project { of, values, each } => self.projection(node.at, of, values, each, current),
            Kind::List(items) => self.list(node.at, items, current),
            Kind::Compare(how, left, right) => {
                let (left, right) = (self.value(left, current)?, self.value(right, current)?);
                compare::compare(node.at, *how, left, right)
            }
            Kind::And(left, right) => {
                let (left, right) = (self.value(left, current)?, self.value(right, current)?);
                Ok(Value::truth(Expr::And(compare::truth(left), compare::truth(right))))
            }
            Kind::Or(left, right) => Ok(compare::either(self.value(left, current)?, self.value(right, current)?)),
            Kind::Not(of) => Ok(Value::truth(Expr::Not(compare::truth(self.value(of, current)?)))),
            Kind::Literal(literal) => Ok(of_literal(literal)),
            Kind::Call(function, arguments) => self.call(node.at, *function, arguments, current),
        }
    }

    /// A member, or the value under a map's key.
    fn field(&self, at: usize, of: &Value, name: &str) -> Typed {
        match &of.ty {
            ValueType::Structure(id, role) => self.member(at, of, (id, *role), name),
            ValueType::Union(id) => self.variant(at, of, id, name),
            ValueType::Map(map) if map.sparse => Err(wrong(at, "a value is asked of a map whose values may be `null`")),
            ValueType::Map(map) => Ok(held(|of| Expr::Entry(of, name.to_owned()), of, map.value.clone(), true)),
            ValueType::Both if name == "input" || name == "output" => Ok(self.end(name)),
            ValueType::Both => Err(wrong(at, format!("there are `input` and `output`, and no `{name}`"))),
            ty => Err(wrong(at, format!("`{name}` is asked of {}, which has no members", named(ty)))),
        }
    }

    fn member(&self, at: usize, of: &Value, (id, role): (&str, Role), name: &str) -> Typed {
        let shape = self.facts.targets.get(&ShapeId::new(id));
        let Some((member, lowered)) = shape.and_then(|shape| member_called(self.facts, shape, name, role)) else {
            return Err(self.no_member(at, id, name));
        };
        let Some(lowered) = lowered else {
            return Err(wrong(at, format!("`{name}` is not supported, as reported elsewhere")));
        };
        let ty = match types::type_of(self.facts, &member.target) {
            // The accessor of a string gives a `&str`.
            ValueType::Text(_) if lowered.ty == ir::Type::Text => ValueType::Text(TextForm::Str),
            ty => ty,
        };
        let gives_option = !lowered.always && !matches!(ty, ValueType::List(_));
        Ok(held(|of| Expr::Member(of, lowered.field, gives_option), of, ty, gives_option))
    }

    fn variant(&self, at: usize, of: &Value, id: &str, name: &str) -> Typed {
        let shape = self.facts.targets.get(&ShapeId::new(id));
        let Some(member) = shape.and_then(|shape| shape.member(name)) else {
            return Err(self.no_member(at, id, name));
        };
        if member.target.as_str() == "smithy.api#Unit" {
            return Err(wrong(at, format!("`{name}` holds nothing that a path could give")));
        }
        let ty = types::type_of(self.facts, &member.target);
        Ok(held(|of| Expr::Variant(of, names::snake_name(name)), of, ty, true))
    }

    fn no_member(&self, at: usize, id: &str, name: &str) -> Problem {
        let id = ShapeId::new(id);
        let shape = self.facts.targets.get(&id);
        let members: Vec<_> =
            shape.into_iter().flat_map(|shape| &shape.members).map(|member| format!("`{}`", member.name)).collect();
        let has = match members.len() {
            0 => "no members".to_owned(),
            1..=12 => format!("only {}", members.join(", ")),
            count => format!("{count} others"),
        };
        wrong(at, format!("`{}` has no member `{name}`, but {has}", id.name()))
    }

    fn index(&self, at: usize, of: &Value, index: i64) -> Typed {
        let Some(list) = of.items() else {
            return Err(wrong(at, format!("an item is asked of {}, which is no list", named(&of.ty))));
        };
        if list.sparse {
            return Err(wrong(at, "an item is asked of a list whose items may be `null`"));
        }
        if index < -1 && !list.stored {
            return Err(wrong(at, "only the last item of a projected list can be asked for from its end"));
        }
        let ty = list.item.clone();
        Ok(held(|of| Expr::Index(of, index), of, ty, true))
    }

    fn projection(&self, at: usize, of: &Node, values: &Values, each: &Node, current: &Value) -> Typed {
        let mut of = self.value(of, current)?;
        if *values == Values::OfMap {
            of = self.map_values(at, of)?;
        }
        let Some(list) = of.items().cloned() else {
            return Err(wrong(at, format!("{} is projected, which is no list", named(&of.ty))));
        };
        let (item, flattened, sparse) = match list.item {
            ValueType::List(inner) if *values == Values::Flattened => {
                of = compare::without_absent(of);
                (inner.item, true, inner.sparse)
            }
            item => (item, false, list.sparse),
        };
        let item = Value { expr: Expr::Item, ty: item, optional: false };
        let condition = match values {
            Values::Where(condition) => Some(*compare::truth(self.value(condition, &item)?)),
            _ => None,
        };
        let taken = self.value(each, &item)?;
        let ty = ValueType::List(Box::new(ListType { item: taken.ty.clone(), sparse: false, stored: false }));
        let each = (each.kind != Kind::Current).then_some(taken);
        Ok(Value::present(Expr::Project(Box::new(Projection { of, flattened, sparse, condition, each })), ty))
    }

    /// A list of strings, or of values that are otherwise alike.
    fn list(&self, at: usize, items: &[Node], current: &Value) -> Typed {
        let items = items.iter().map(|item| self.value(item, current)).collect::<Result<Vec<_>, _>>()?;
        let all_text = items.iter().all(|item| matches!(item.ty, ValueType::Text(_)));
        if !all_text {
            return Err(wrong(at, "a list is made of something other than strings"));
        }
        let sparse = items.iter().any(|item| item.optional);
        let item = ValueType::Text(TextForm::Str);
        let ty = ValueType::List(Box::new(ListType { item, sparse, stored: false }));
        Ok(Value::present(Expr::List(items), ty))
    }

    fn call(&self, at: usize, function: Function, arguments: &[Node], current: &Value) -> Typed {
        let arguments = arguments.iter().map(|node| self.value(node, current)).collect::<Result<Vec<_>, _>>()?;
        let mut arguments = arguments.into_iter();
        // The parser has counted the arguments.
        let mut next = || arguments.next().ok_or_else(|| wrong(at, "an argument is missing"));
        let of = next()?;
        match function {
            Function::Length => match of.ty {
                ValueType::Text(_) | ValueType::List(_) | ValueType::Map(_) => {
                    Ok(Value::present(Expr::Length(Box::new(of)), ValueType::Int(Some("usize"))))
                }
                ty => Err(wrong(at, format!("{} has no length", named(&ty)))),
            },
            Function::Keys => match of.ty {
                ValueType::Map(_) => {
                    let item = ValueType::Text(TextForm::Owned);
                    let ty = ValueType::List(Box::new(ListType { item, sparse: false, stored: false }));
                    Ok(Value::present(Expr::Keys(Box::new(of)), ty))
                }
                ty => Err(wrong(at, format!("keys are asked of {}, which is no map", named(&ty)))),
            },
            Function::Values => self.map_values(at, of),
            Function::Contains => compare::contains(at, of, next()?),
        }
    }

    fn map_values(&self, at: usize, of: Value) -> Typed {
        let ValueType::Map(map) = &of.ty else {
            return Err(wrong(at, format!("values are asked of {}, which is no map", named(&of.ty))));
        };
        let list = ListType { item: map.value.clone(), sparse: map.sparse, stored: false };
        Ok(Value::present(Expr::Values(Box::new(of)), ValueType::List(Box::new(list))))
    }
}

fn of_literal(literal: &Literal) -> Value {
    match literal {
        Literal::Null => Value { expr: Expr::Null, ty: ValueType::Null, optional: true },
        Literal::Bool(value) => Value::truth(Expr::Bool(*value)),
        Literal::Int(value) => Value::present(Expr::Int(*value), ValueType::Int(None)),
        Literal::Float(value) => Value::present(Expr::Float(*value), ValueType::Float),
        Literal::Text(text) => Value::text(text),
    }
}

/// What is taken out of `of`, by what gives an `Option` or not. Out of an absent value comes an absent one, or no items.
fn held(expr: impl FnOnce(Box<Value>) -> Expr, of: &Value, ty: ValueType, gives_option: bool) -> Value {
    let is_absent_with = of.optional || gives_option;
    let (ty, optional) = match ty {
        ValueType::List(list) => {
            let stored = list.stored && !is_absent_with;
            (ValueType::List(Box::new(ListType { stored, ..*list })), false)
        }
        ty => (ty, is_absent_with),
    };
    Value { expr: expr(Box::new(of.clone())), ty, optional }
}

fn wrong(at: usize, message: impl Into<String>) -> Problem {
    Problem { at, message: message.into() }
}
