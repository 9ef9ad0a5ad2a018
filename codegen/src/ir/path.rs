//! Typed paths: what generated code reads out of an operation's input or output.
//!
//! Lowering makes them from JMESPath and the model's shapes, so that each member is known to be there and each comparison
//! to make sense; `emit/path` writes them as calls of accessors and iterators.
//!
//! A value may be absent (`null` in JMESPath's words). A list never is: like the accessors of generated structures, a path
//! takes an absent list for an empty one, and the length of what is absent is 0.

pub(crate) use crate::jmespath::Comparison;

use super::Role;

/// A value that generated code computes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Value {
    /// How.
    pub expr: Expr,
    /// Its type.
    pub ty: ValueType,
    /// Whether it may be absent, so that the code has an `Option` of it.
    pub optional: bool,
}

/// How a value is computed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    /// The operation's input.
    Input,
    /// The operation's output.
    Output,
    /// Input and output together: members `input` and `output`.
    Both,
    /// The item that the innermost projection or filter is at.
    Item,
    /// What a structure's accessor gives: its name, and whether that is an `Option`.
    Member(Box<Value>, String, bool),
    /// What a union holds if it is the member with this accessor.
    Variant(Box<Value>, String),
    /// The value under a map's key.
    Entry(Box<Value>, String),
    /// An item of a list; negative numbers count from its end.
    Index(Box<Value>, i64),
    /// The items of a list, or of the lists that it holds.
    Project(Box<Projection>),
    /// A list of values of one type.
    List(Vec<Value>),
    /// A map's keys.
    Keys(Box<Value>),
    /// A map's values.
    Values(Box<Value>),
    /// How many characters, items or entries there are.
    Length(Box<Value>),
    /// Whether a list has this item, or a string this part.
    Contains(Box<Value>, Box<Value>),
    /// A comparison.
    Compare(Comparison, Box<Value>, Box<Value>),
    /// Whether a value is absent.
    IsAbsent(Box<Value>),
    /// Whether a value is true, or there and not empty.
    IsTruthy(Box<Value>),
    /// Whether both are true.
    And(Box<Value>, Box<Value>),
    /// Whether either is true.
    Or(Box<Value>, Box<Value>),
    /// The first of two strings unless it is absent or empty, else the second.
    Otherwise(Box<Value>, Box<Value>),
    /// Whether it is not true.
    Not(Box<Value>),
    /// Whether some item of a list is this string.
    AnyEquals(Box<Value>, String),
    /// Whether a list has items and each is this string.
    AllEqual(Box<Value>, String),
    /// A string.
    Text(String),
    /// A boolean.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number.
    Float(f64),
    /// `null`.
    Null,
}

/// The items of a list: those that a condition leaves, and what is taken from each.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Projection {
    /// The list.
    pub of: Value,
    /// Whether its items are lists whose items are meant.
    pub flattened: bool,
    /// Whether items may be absent; those that are, are left out.
    pub sparse: bool,
    /// The condition on an item.
    pub condition: Option<Value>,
    /// What is taken from an item, unless it is the item itself. Where it is absent, the item is left out.
    pub each: Option<Value>,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ValueType {
    /// A string or string enum.
    Text(TextForm),
    /// A boolean.
    Bool,
    /// A whole number, of this Rust type; none for a literal.
    Int(Option<&'static str>),
    /// Any other number.
    Float,
    /// A structure: its shape, and what it is to its service.
    Structure(String, Role),
    /// A union: its shape.
    Union(String),
    /// A list.
    List(Box<ListType>),
    /// A map.
    Map(Box<MapType>),
    /// A timestamp, blob or document, of which a path can only ask whether it is there.
    Opaque,
    /// `null`.
    Null,
    /// Input and output together.
    Both,
}

/// How generated code holds a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextForm {
    /// As a `&str`.
    Str,
    /// As a reference to a `String` or an enum, which have `as_str`.
    Owned,
}

/// The type of a list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ListType {
    /// Its items' type.
    pub item: ValueType,
    /// Whether items may be absent.
    pub sparse: bool,
    /// Whether it is a slice or vector, rather than an iterator or array.
    pub stored: bool,
}

/// The type of a map.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MapType {
    /// Its values' type.
    pub value: ValueType,
    /// Whether values may be absent.
    pub sparse: bool,
}

impl Value {
    /// A value that is always there.
    pub(crate) fn present(expr: Expr, ty: ValueType) -> Self {
        Value { expr, ty, optional: false }
    }

    /// A boolean that is always there.
    pub(crate) fn truth(expr: Expr) -> Self {
        Value::present(expr, ValueType::Bool)
    }

    /// A string literal.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Value::present(Expr::Text(text.into()), ValueType::Text(TextForm::Str))
    }

    /// How many expressions it is made of.
    pub(crate) fn size(&self) -> usize {
        let of: &[&Value] = match &self.expr {
            Expr::Input | Expr::Output | Expr::Both | Expr::Item => &[],
            Expr::Text(_) | Expr::Bool(_) | Expr::Int(_) | Expr::Float(_) | Expr::Null => &[],
            Expr::Member(of, ..) | Expr::Variant(of, _) | Expr::Entry(of, _) | Expr::Index(of, _) => &[of],
            Expr::Keys(of) | Expr::Values(of) | Expr::Length(of) | Expr::IsAbsent(of) | Expr::IsTruthy(of) => &[of],
            Expr::Not(of) | Expr::AnyEquals(of, _) | Expr::AllEqual(of, _) => &[of],
            Expr::Contains(a, b) | Expr::Compare(_, a, b) => &[a, b],
            Expr::And(a, b) | Expr::Or(a, b) | Expr::Otherwise(a, b) => &[a, b],
            Expr::List(items) => return 1 + items.iter().map(Value::size).sum::<usize>(),
            Expr::Project(projection) => {
                let Projection { of, condition, each, .. } = &**projection;
                return 1 + of.size() + [condition, each].into_iter().flatten().map(Value::size).sum::<usize>();
            }
        };
        1 + of.iter().map(|value| value.size()).sum::<usize>()
    }

    /// The type of its items, if it is a list.
    pub(crate) fn items(&self) -> Option<&ListType> {
        match &self.ty {
            ValueType::List(list) => Some(list),
            _ => None,
        }
    }
}
