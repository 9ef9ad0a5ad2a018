//! The names that a rule can refer to.

use super::super::Problem;
use super::super::function::Type;
use super::super::problem::At;
use super::super::rules::{Condition, Expr, ExprKind, Held, Parameter, ParameterType};
use crate::names::field_name;
use std::cell::{Cell, RefCell};

/// Parameters and variables in scope. What a rule's conditions add is visible in that rule only, so parsing a rule
/// begins with a [`Scope::mark`] and ends with going back to it.
///
/// What an expression needs besides is noted as it is parsed, and goes before the condition or result that it is in:
/// in a diagram, whose conditions don't hold where a value that they read is absent, that values are present; anywhere,
/// texts that a later value is a part of.
pub(super) struct Scope {
    names: Vec<Name>,
    /// Whether a value that may be absent can be used without a test.
    lenient: bool,
    needs: RefCell<Vec<Condition>>,
    made: Cell<usize>,
}

struct Name {
    /// The name in the rule set.
    smithy: String,
    value: Expr,
}

impl Scope {
    pub(super) fn new(parameters: &[Parameter]) -> Self {
        let names = parameters.iter().map(|parameter| Name {
            smithy: parameter.name.clone(),
            value: Expr {
                kind: ExprKind::Parameter(parameter.field.clone()),
                ty: parameter.ty.into(),
                optional: parameter.is_optional(),
            },
        });
        Scope { names: names.collect(), lenient: false, needs: RefCell::default(), made: Cell::default() }
    }

    /// The scope of a diagram.
    pub(super) fn lenient(parameters: &[Parameter]) -> Self {
        Scope { lenient: true, ..Scope::new(parameters) }
    }

    /// The value, which must not be absent.
    pub(super) fn present(&self, value: Expr, at: &At<'_>) -> Result<Expr, Problem> {
        if !value.optional {
            return Ok(value);
        }
        if self.lenient {
            return Ok(self.need(value));
        }
        let what = match &value.kind {
            ExprKind::Parameter(name) => format!("the parameter `{name}`"),
            _ => "this value".to_owned(),
        };
        Err(at.problem(format!("{what} may be absent here; a condition must test or assign it first")))
    }

    /// Notes that a value has to be present, and gives what stands for it.
    fn need(&self, value: Expr) -> Expr {
        let name = match &value.kind {
            ExprKind::Parameter(name) => variable(name),
            ExprKind::Variable { name, .. } => name.clone(),
            _ => self.new_name("value"),
        };
        let ty = value.ty;
        let mut needs = self.needs.borrow_mut();
        if !needs.iter().any(|need| matches!(need, Condition::Bind { name: known, .. } if *known == name)) {
            let is_array_or_text = matches!(ty, Type::String | Type::StringArray);
            let value = match value.kind {
                ExprKind::Parameter(_) if is_array_or_text => {
                    Expr { kind: ExprKind::Borrowed(Box::new(value)), ty, optional: true }
                }
                _ => value,
            };
            needs.push(Condition::Bind { name: name.clone(), value });
        }
        Expr::new(ExprKind::Variable { name, held: Held::Plain }, ty)
    }

    /// Gives a text that is put together a name of its own, for a value that holds on to it.
    pub(super) fn keep(&self, value: Expr) -> Expr {
        if !value.is_made() {
            return value;
        }
        let (name, ty) = (self.new_name("text"), value.ty);
        self.needs.borrow_mut().push(Condition::Let { name: name.clone(), value });
        Expr::new(ExprKind::Variable { name, held: Held::Owned }, ty)
    }

    fn new_name(&self, stem: &str) -> String {
        let mut candidates = (self.made.get() + 1..).map(|number| match number {
            1 => stem.to_owned(),
            number => format!("{stem}_{number}"),
        });
        self.made.set(self.made.get() + 1);
        let is_taken = |name: &String| self.names.iter().any(|known| variable(&known.smithy) == *name);
        candidates.find(|name| !is_taken(name)).unwrap_or_default()
    }

    /// What has been noted as needed since the last call.
    pub(super) fn take_needs(&self) -> Vec<Condition> {
        self.needs.take()
    }

    /// Puts back what was taken.
    pub(super) fn restore_needs(&self, needs: Vec<Condition>) {
        *self.needs.borrow_mut() = needs;
    }

    pub(super) fn mark(&self) -> usize {
        self.names.len()
    }

    pub(super) fn back_to(&mut self, mark: usize) {
        self.names.truncate(mark);
    }

    /// The value that a name stands for.
    pub(super) fn find(&self, name: &str, at: &At<'_>) -> Result<Expr, Problem> {
        self.names
            .iter()
            .rev()
            .find(|known| known.smithy == name)
            .map(|known| known.value.clone())
            .ok_or_else(|| at.problem(format!("`{name}` is neither a parameter nor a variable in scope")))
    }

    /// From here on an optional parameter's name stands for a local variable. Returns what binds it.
    pub(super) fn narrow(&mut self, smithy: &str) -> Option<Condition> {
        let value = self.names.iter().rev().find(|known| known.smithy == smithy)?.value.clone();
        let name = variable(smithy);
        let kind = ExprKind::Variable { name: name.clone(), held: Held::Field };
        self.names.push(Name { smithy: smithy.to_owned(), value: Expr::new(kind, value.ty) });
        Some(Condition::Bind { name, value })
    }

    /// Adds the variable that a condition assigns. Returns its name.
    ///
    /// A diagram's variables stay absent until their condition has been asked and holds.
    pub(super) fn assign(&mut self, smithy: &str, value: &Expr, at: &At<'_>) -> Result<String, Problem> {
        let mut name = variable(smithy);
        if self.names.iter().any(|known| known.smithy == smithy) {
            return Err(at.problem(format!("`{smithy}` would hide what is called so already")));
        }
        while self.names.iter().any(|known| variable(&known.smithy) == name) {
            name.push_str("_value");
        }
        let held = match &value.kind {
            _ if self.lenient => Held::Plain,
            // What is computed is kept, a field is borrowed.
            _ if value.is_made() => Held::Owned,
            _ if value.is_owned() => Held::Field,
            ExprKind::Index(of, _) if of.ty == Type::StringArray => Held::Field,
            ExprKind::Variable { held, .. } => *held,
            _ => Held::Plain,
        };
        let kind = ExprKind::Variable { name: name.clone(), held };
        let value = Expr { kind, ty: value.ty, optional: self.lenient };
        self.names.push(Name { smithy: smithy.to_owned(), value });
        Ok(name)
    }
}

/// What the emitted code has names for itself.
const OURS: [&str; 7] = ["condition", "decide", "message", "params", "refuse", "resolve", "url"];

/// The name of a local variable. It must not hide what the emitted code calls.
fn variable(smithy: &str) -> String {
    let name = field_name(smithy);
    let hides =
        OURS.contains(&name.as_str()) || super::super::function::FUNCTIONS.iter().any(|function| function.rust == name);
    if hides { format!("{name}_value") } else { name }
}

impl From<ParameterType> for Type {
    fn from(ty: ParameterType) -> Self {
        match ty {
            ParameterType::String => Type::String,
            ParameterType::Boolean => Type::Boolean,
            ParameterType::StringArray => Type::StringArray,
        }
    }
}
