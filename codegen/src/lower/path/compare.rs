//! Comparisons and conditions.

use super::types::named;
use super::{Typed, wrong};
use crate::ir::path::{Comparison, Expr, ListType, Projection, TextForm, Value, ValueType};

/// A comparison of two values.
pub(super) fn compare(at: usize, how: Comparison, left: Value, right: Value) -> Typed {
    let is_order = !matches!(how, Comparison::Equal | Comparison::NotEqual);
    match (&left.ty, &right.ty) {
        (ValueType::Null, _) => absence(at, how, right),
        (_, ValueType::Null) => absence(at, how, left),
        (a, b) if is_number(a) && is_number(b) => Ok(comparison(how, left, right)),
        (ValueType::Text(_), ValueType::Text(_)) | (ValueType::Bool, ValueType::Bool) if !is_order => {
            Ok(comparison(how, left, right))
        }
        (a, b) if is_order => Err(wrong(at, format!("{} and {} have no order", named(a), named(b)))),
        (a, b) => Err(wrong(at, format!("{} is compared with {}", named(a), named(b)))),
    }
}

fn comparison(how: Comparison, left: Value, right: Value) -> Value {
    // A literal goes to the right, so that the code reads as one says it.
    let is_literal = matches!(left.expr, Expr::Text(_) | Expr::Bool(_) | Expr::Int(_) | Expr::Float(_));
    let (how, left, right) = if is_literal { (mirrored(how), right, left) } else { (how, left, right) };
    Value::truth(Expr::Compare(how, Box::new(left), Box::new(right)))
}

fn mirrored(how: Comparison) -> Comparison {
    match how {
        Comparison::Equal | Comparison::NotEqual => how,
        Comparison::Less => Comparison::Greater,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::Greater => Comparison::Less,
        Comparison::AtLeast => Comparison::AtMost,
    }
}

/// A comparison with `null`.
fn absence(at: usize, how: Comparison, of: Value) -> Typed {
    if !of.optional || of.ty == ValueType::Null {
        return Err(wrong(at, format!("{} is compared with `null`, which it never is", named(&of.ty))));
    }
    let is_absent = Value::truth(Expr::IsAbsent(Box::new(of)));
    match how {
        Comparison::Equal => Ok(is_absent),
        Comparison::NotEqual => Ok(Value::truth(Expr::Not(Box::new(is_absent)))),
        _ => Err(wrong(at, "`null` has no order")),
    }
}

fn is_number(ty: &ValueType) -> bool {
    matches!(ty, ValueType::Int(_) | ValueType::Float)
}

/// Whether a value is true, in JMESPath's sense: neither `false`, nor absent, nor empty.
pub(super) fn truth(of: Value) -> Box<Value> {
    Box::new(match of.ty {
        ValueType::Bool if !of.optional => of,
        _ => Value::truth(Expr::IsTruthy(Box::new(of))),
    })
}

/// `a || b`: a string if both are strings; else only whether it is true is asked for.
pub(super) fn either(left: Value, right: Value) -> Value {
    if !matches!((&left.ty, &right.ty), (ValueType::Text(_), ValueType::Text(_))) {
        return Value::truth(Expr::Or(truth(left), truth(right)));
    }
    let optional = left.optional && right.optional;
    let expr = Expr::Otherwise(Box::new(left), Box::new(right));
    Value { expr, ty: ValueType::Text(TextForm::Str), optional }
}

/// `contains(of, part)`.
pub(super) fn contains(at: usize, of: Value, part: Value) -> Typed {
    let of = match &of.ty {
        ValueType::Text(_) => of,
        ValueType::List(list) if matches!(list.item, ValueType::Text(_)) => without_absent(of),
        ty => {
            return Err(wrong(at, format!("`contains` is asked of {}, not of a string or a list of them", named(ty))));
        }
    };
    if !matches!(part.ty, ValueType::Text(_)) {
        return Err(wrong(at, format!("`contains` is asked for {}, not for a string", named(&part.ty))));
    }
    Ok(Value::truth(Expr::Contains(Box::new(of), Box::new(part))))
}

/// A list without its absent items.
pub(crate) fn without_absent(of: Value) -> Value {
    match of.items() {
        Some(list) if list.sparse => {
            let ty = ValueType::List(Box::new(ListType { sparse: false, stored: false, ..list.clone() }));
            let projection = Projection { of, flattened: false, sparse: true, condition: None, each: None };
            Value::present(Expr::Project(Box::new(projection)), ty)
        }
        _ => of,
    }
}
