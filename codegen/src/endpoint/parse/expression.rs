//! Expressions: literals, references, templates and calls.

use super::super::Problem;
use super::super::function::{Attribute, Function, Type};
use super::super::problem::At;
use super::super::rules::{Condition, Expr, ExprKind};
use super::scope::Scope;
use super::{MAX_DEPTH, array, member, string};
use serde_json::{Map, Value as Json};

/// Parses an expression of any type.
pub(super) fn parse_expr(value: &Json, scope: &Scope, at: &At<'_>) -> Result<Expr, Problem> {
    match value {
        Json::String(text) => parse_template(text, scope, at),
        Json::Bool(value) => Ok(Expr::boolean(ExprKind::Boolean(*value))),
        Json::Number(number) => {
            let integer = number.as_u64().and_then(|number| u32::try_from(number).ok());
            let integer = integer.ok_or_else(|| at.problem(format!("{number} is not a number that rules can use")))?;
            Ok(Expr::new(ExprKind::Integer(integer), Type::Integer))
        }
        Json::Object(members) => match members.get("ref") {
            Some(name) => scope.find(string(name, &at.member("ref"))?, &at.member("ref")),
            None => parse_call(members, scope, at),
        },
        Json::Null | Json::Array(_) => Err(at.problem("expected a string, a boolean, a number, `ref` or `fn`")),
    }
}

/// Parses `fn` and `argv`.
pub(super) fn parse_call(members: &Map<String, Json>, scope: &Scope, at: &At<'_>) -> Result<Expr, Problem> {
    if at.depth() > MAX_DEPTH {
        return Err(at.problem("the expression is nested too deeply"));
    }
    let name = string(member(members, "fn", at)?, &at.member("fn"))?;
    let argv = array(member(members, "argv", at)?, &at.member("argv"))?;
    let arguments = Arguments { values: argv, scope, at: at.member("argv") };
    match name {
        "isSet" => arguments.exactly::<1>().and_then(|[value]| Ok(is_set(arguments.guarded(value, 0)?))),
        "coalesce" => parse_coalesce(&arguments),
        "ite" => parse_choice(&arguments),
        "not" => arguments.exactly::<1>().and_then(|[value]| Ok(not(arguments.of_type(value, 0, Type::Boolean)?))),
        "booleanEquals" => Ok(equal(arguments.typed(&[Type::Boolean, Type::Boolean])?)),
        "stringEquals" => Ok(equal(arguments.typed(&[Type::String, Type::String])?)),
        "getAttr" => parse_get_attr(&arguments),
        _ => match Function::find(name) {
            Some(function) => {
                let mut values = arguments.typed(function.parameters)?;
                if function.borrows() {
                    values = values.into_iter().map(|value| scope.keep(value)).collect();
                }
                let kind = ExprKind::Call(function, values);
                Ok(Expr { kind, ty: function.result, optional: function.optional })
            }
            None => Err(at.member("fn").problem(format!("unknown function `{name}`"))),
        },
    }
}

/// The arguments of a call, not yet parsed.
struct Arguments<'a> {
    values: &'a [Json],
    scope: &'a Scope,
    at: At<'a>,
}

impl<'a> Arguments<'a> {
    fn exactly<const N: usize>(&self) -> Result<&'a [Json; N], Problem> {
        self.values.try_into().map_err(|_| self.not(N))
    }

    /// The problem of a call that doesn't have so many arguments.
    fn not(&self, expected: usize) -> Problem {
        let plural = if expected == 1 { "" } else { "s" };
        self.at.problem(format!("expected {expected} argument{plural}, found {}", self.values.len()))
    }

    fn any(&self, value: &Json, index: usize) -> Result<Expr, Problem> {
        parse_expr(value, self.scope, &self.at.index(index))
    }

    /// Parses an argument that may be absent, also because something in it is.
    fn guarded(&self, value: &Json, index: usize) -> Result<Expr, Problem> {
        let outer = self.scope.take_needs();
        let value = self.any(value, index);
        let needs = self.scope.take_needs();
        self.scope.restore_needs(outer);
        let value = value?;
        match needs.iter().find(|need| matches!(need, Condition::Let { .. })) {
            None if needs.is_empty() => Ok(value),
            None => {
                let ty = value.ty;
                Ok(Expr { kind: ExprKind::Guarded(needs, Box::new(value)), ty, optional: true })
            }
            Some(_) => Err(self.at.index(index).problem(
                "this cuts up a text that is put together on the spot; give that text a name in a condition before",
            )),
        }
    }

    /// Parses arguments of one type, of which some may be absent.
    fn alike(&self, first: usize) -> Result<Vec<Expr>, Problem> {
        let mut found: Vec<Expr> = Vec::new();
        for (index, value) in self.values.iter().enumerate().skip(first) {
            let (at, value) = (self.at.index(index), self.guarded(value, index)?);
            if !matches!(value.ty, Type::String | Type::Boolean) {
                return Err(at.problem(format!("expected a string or a boolean, found {}", value.ty)));
            }
            if let Some(other) = found.first().filter(|other| other.ty != value.ty) {
                return Err(at.problem(format!("expected {}, found {}", other.ty, value.ty)));
            }
            found.push(value);
        }
        Ok(found)
    }

    /// Parses as many arguments as there are types, each of its type.
    fn typed(&self, types: &[Type]) -> Result<Vec<Expr>, Problem> {
        if self.values.len() != types.len() {
            return Err(self.not(types.len()));
        }
        let values = self.values.iter().zip(types).enumerate();
        values.map(|(index, (value, ty))| self.of_type(value, index, *ty)).collect()
    }

    fn of_type(&self, value: &Json, index: usize, ty: Type) -> Result<Expr, Problem> {
        self.any(value, index)?.expect(ty, self.scope, &self.at.index(index))
    }
}

impl Expr {
    /// Checks that it is of a type and present.
    pub(super) fn expect(self, ty: Type, scope: &Scope, at: &At<'_>) -> Result<Self, Problem> {
        if self.ty != ty {
            return Err(at.problem(format!("expected {ty}, found {}", self.ty)));
        }
        scope.present(self, at)
    }
}

/// The first value that is present; those after one that always is don't count.
fn parse_coalesce(arguments: &Arguments<'_>) -> Result<Expr, Problem> {
    let mut values = arguments.alike(0)?;
    let [first, _, ..] = values.as_slice() else {
        return Err(arguments.at.problem(format!("expected 2 arguments or more, found {}", values.len())));
    };
    if !first.optional {
        return Ok(first.clone());
    }
    let ty = first.ty;
    let end = values.iter().position(|value| !value.optional).map_or(values.len(), |index| index + 1);
    values.truncate(end);
    let optional = values.iter().all(|value| value.optional);
    Ok(Expr { kind: ExprKind::Coalesce(values), ty, optional })
}

/// One value or the other, by a boolean.
fn parse_choice(arguments: &Arguments<'_>) -> Result<Expr, Problem> {
    let [test, ..] = arguments.exactly::<3>()?;
    let test = arguments.of_type(test, 0, Type::Boolean)?;
    let mut values = arguments.alike(1)?;
    let (Some(other), Some(one)) = (values.pop(), values.pop()) else { return Ok(test) };
    if let (ExprKind::Boolean(one), ExprKind::Boolean(other)) = (&one.kind, &other.kind) {
        return Ok(match (one, other) {
            (true, false) => test,
            (false, true) => not(test),
            (constant, _) => Expr::boolean(ExprKind::Boolean(*constant)),
        });
    }
    let (ty, optional) = (one.ty, one.optional || other.optional);
    match test.kind {
        ExprKind::Boolean(true) => Ok(one),
        ExprKind::Boolean(false) => Ok(other),
        _ => Ok(Expr { kind: ExprKind::Choose(Box::new(test), Box::new(one), Box::new(other)), ty, optional }),
    }
}

fn is_set(value: Expr) -> Expr {
    match value.optional {
        true => Expr::boolean(ExprKind::IsSet(Box::new(value))),
        false => Expr::boolean(ExprKind::Boolean(true)),
    }
}

fn not(value: Expr) -> Expr {
    match value.kind {
        ExprKind::Boolean(constant) => Expr::boolean(ExprKind::Boolean(!constant)),
        ExprKind::Not(inner) => *inner,
        kind => Expr::boolean(ExprKind::Not(Box::new(Expr { kind, ..value }))),
    }
}

/// Compares the two, or, where one is a boolean constant, says the same without it. A literal goes to the right.
fn equal(mut values: Vec<Expr>) -> Expr {
    let (Some(right), Some(left)) = (values.pop(), values.pop()) else {
        return Expr::boolean(ExprKind::Boolean(true));
    };
    match (left.kind, right.kind) {
        (ExprKind::Boolean(true), kind) | (kind, ExprKind::Boolean(true)) => Expr::boolean(kind),
        (ExprKind::Boolean(false), kind) | (kind, ExprKind::Boolean(false)) => not(Expr::boolean(kind)),
        (ExprKind::Text(one), ExprKind::Text(other)) => Expr::boolean(ExprKind::Boolean(one == other)),
        (text @ ExprKind::Text(_), kind) => pair(Expr { kind, ..right }, Expr { kind: text, ..left }),
        (kind, other) => pair(Expr { kind, ..left }, Expr { kind: other, ..right }),
    }
}

fn pair(left: Expr, right: Expr) -> Expr {
    Expr::boolean(ExprKind::Equal(Box::new(left), Box::new(right)))
}

fn parse_get_attr(arguments: &Arguments<'_>) -> Result<Expr, Problem> {
    let [of, path] = arguments.exactly::<2>()?;
    let of = arguments.scope.present(arguments.any(of, 0)?, &arguments.at.index(0))?;
    let at = arguments.at.index(1);
    parse_path(of, string(path, &at)?, arguments.scope, &at)
}

/// Applies a path such as `region`, `resourceId[1]` or `[0]`.
fn parse_path(mut value: Expr, path: &str, scope: &Scope, at: &At<'_>) -> Result<Expr, Problem> {
    for step in path.split('.') {
        let (name, index) = match step.split_once('[') {
            Some((name, index)) => (name, Some(index)),
            None => (step, None),
        };
        if !(name.is_empty() && index.is_some()) {
            let (present, unknown) = (scope.present(value, at)?, format!("`{name}`"));
            let attribute = Attribute::find(present.ty, name)
                .ok_or_else(|| at.problem(format!("{} has no attribute {unknown}", present.ty)))?;
            value = Expr::new(ExprKind::Attribute(Box::new(present), attribute), attribute.ty);
        }
        if let Some(index) = index {
            value = parse_index(scope.present(value, at)?, index, at)?;
        }
    }
    Ok(value)
}

fn parse_index(of: Expr, text: &str, at: &At<'_>) -> Result<Expr, Problem> {
    if !matches!(of.ty, Type::StringArray | Type::Pieces) {
        return Err(at.problem(format!("expected an array of strings, found {}", of.ty)));
    }
    let index = text.strip_suffix(']').and_then(|digits| digits.parse().ok());
    let index = index.ok_or_else(|| at.problem(format!("`[{text}` is not an index")))?;
    Ok(Expr { kind: ExprKind::Index(Box::new(of), index), ty: Type::String, optional: true })
}

/// Parses text with values in braces: `https://{Region}.{Partition#dnsSuffix}`. `{{` and `}}` stand for braces.
fn parse_template(text: &str, scope: &Scope, at: &At<'_>) -> Result<Expr, Problem> {
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    while let Some(position) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(position);
        literal.push_str(before);
        let doubled = [("{{", '{'), ("}}", '}')].into_iter();
        if let Some((after, brace)) = doubled.filter_map(|(two, one)| Some((from.strip_prefix(two)?, one))).next() {
            literal.push(brace);
            rest = after;
            continue;
        }
        let inner = from.strip_prefix('{').and_then(|inner| inner.split_once('}'));
        let (name, after) = inner.ok_or_else(|| at.problem(format!("`{text}` has a brace without its counterpart")))?;
        push_text(&mut parts, &mut literal);
        parts.push(parse_hole(name, scope, at)?);
        rest = after;
    }
    literal.push_str(rest);
    push_text(&mut parts, &mut literal);
    Ok(match parts.pop() {
        None => Expr::new(ExprKind::Text(String::new()), Type::String),
        Some(only) if parts.is_empty() => only,
        Some(last) => {
            parts.push(last);
            Expr::new(ExprKind::Template(parts), Type::String)
        }
    })
}

fn push_text(parts: &mut Vec<Expr>, literal: &mut String) {
    if !literal.is_empty() {
        parts.push(Expr::new(ExprKind::Text(std::mem::take(literal)), Type::String));
    }
}

fn parse_hole(name: &str, scope: &Scope, at: &At<'_>) -> Result<Expr, Problem> {
    let value = match name.split_once('#') {
        None => scope.find(name, at)?,
        Some((name, path)) => parse_path(scope.present(scope.find(name, at)?, at)?, path, scope, at)?,
    };
    value.expect(Type::String, scope, at)
}
