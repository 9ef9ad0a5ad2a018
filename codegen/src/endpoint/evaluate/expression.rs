//! Expressions: what they come to, `None` if that is absent.
//!
//! Parsing has checked all types. A value of another type would count as absent.

use super::super::rules::{Condition, Expr, ExprKind, Value};
use super::datum::{Datum, Text};
use super::function::call;
use super::{Evaluation, Spent};

impl<'a> Evaluation<'a> {
    /// The value of an expression. It recurs no deeper than parsing did.
    pub(super) fn value(&mut self, expr: &'a Expr) -> Result<Option<Datum<'a>>, Spent> {
        self.budget.spend(1)?;
        Ok(match &expr.kind {
            ExprKind::Text(text) => Some(Datum::text(text)),
            ExprKind::Boolean(value) => Some(Datum::Boolean(*value)),
            ExprKind::Integer(value) => Some(Datum::Integer(*value)),
            ExprKind::Template(parts) => self.template(parts)?.map(|text| Datum::Text(Text::made(text))),
            ExprKind::Parameter(field) => self.parameters.get(field.as_str()).map(|value| of_parameter(value)),
            ExprKind::Borrowed(of) => self.value(of)?,
            ExprKind::Variable { name, .. } => self.variables.get(name, self.budget)?,
            ExprKind::Attribute(of, attribute) => self.value(of)?.and_then(|of| of.attribute(attribute.name)),
            ExprKind::Index(of, index) => self.value(of)?.and_then(|of| of.item(*index)),
            ExprKind::Call(function, arguments) => match self.arguments(arguments)? {
                Some(arguments) => call(function, &arguments, self.table),
                None => None,
            },
            ExprKind::IsSet(of) => Some(Datum::Boolean(self.value(of)?.is_some())),
            ExprKind::Not(of) => self.boolean(of)?.map(|value| Datum::Boolean(!value)),
            ExprKind::Equal(left, right) => self.equal(left, right)?.map(Datum::Boolean),
            ExprKind::Coalesce(values) => self.first_of(values)?,
            ExprKind::Choose(test, one, other) => match self.boolean(test)? {
                Some(true) => self.value(one)?,
                Some(false) => self.value(other)?,
                None => None,
            },
            ExprKind::Guarded(needs, value) => self.guarded(needs, value)?,
        })
    }

    /// The value of an expression that is a text.
    pub(super) fn text(&mut self, expr: &'a Expr) -> Result<Option<String>, Spent> {
        let Some(Datum::Text(text)) = self.value(expr)? else { return Ok(None) };
        self.budget.spend(text.as_str().len())?;
        Ok(Some(text.as_str().to_owned()))
    }

    /// The value of an expression that is a boolean.
    pub(super) fn boolean(&mut self, expr: &'a Expr) -> Result<Option<bool>, Spent> {
        Ok(match self.value(expr)? {
            Some(Datum::Boolean(value)) => Some(value),
            _ => None,
        })
    }

    fn template(&mut self, parts: &'a [Expr]) -> Result<Option<String>, Spent> {
        let mut made = String::new();
        for part in parts {
            let Some(Datum::Text(text)) = self.value(part)? else { return Ok(None) };
            self.budget.spend(text.as_str().len())?;
            made.push_str(text.as_str());
        }
        Ok(Some(made))
    }

    fn arguments(&mut self, arguments: &'a [Expr]) -> Result<Option<Vec<Datum<'a>>>, Spent> {
        let mut values = Vec::with_capacity(arguments.len());
        for argument in arguments {
            let Some(value) = self.value(argument)? else { return Ok(None) };
            // A function reads its texts.
            self.budget.spend(value.len())?;
            values.push(value);
        }
        Ok(Some(values))
    }

    fn equal(&mut self, left: &'a Expr, right: &'a Expr) -> Result<Option<bool>, Spent> {
        let (Some(left), Some(right)) = (self.value(left)?, self.value(right)?) else { return Ok(None) };
        if left.len() != right.len() {
            return Ok(Some(false));
        }
        self.budget.spend(left.len())?;
        Ok(Some(left == right))
    }

    fn first_of(&mut self, values: &'a [Expr]) -> Result<Option<Datum<'a>>, Spent> {
        for value in values {
            let value = self.value(value)?;
            if value.is_some() {
                return Ok(value);
            }
        }
        Ok(None)
    }

    fn guarded(&mut self, needs: &'a [Condition], value: &'a Expr) -> Result<Option<Datum<'a>>, Spent> {
        let mark = self.variables.mark();
        let value = if self.hold(needs)? { self.value(value)? } else { None };
        self.variables.back_to(mark);
        Ok(value)
    }
}

fn of_parameter(value: &Value) -> Datum<'_> {
    match value {
        Value::String(text) => Datum::text(text),
        Value::Boolean(value) => Datum::Boolean(*value),
        Value::StringArray(items) => Datum::Strings(items),
    }
}
