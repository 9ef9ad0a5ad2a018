//! Expressions, checked and typed: what rules compute with.

use super::function::{Attribute, Function, Type};
use super::rules::Condition;

/// A typed expression.
#[derive(Clone, Debug)]
pub(super) struct Expr {
    pub(super) kind: ExprKind,
    pub(super) ty: Type,
    /// Whether it may be absent.
    pub(super) optional: bool,
}

#[derive(Clone, Debug)]
pub(super) enum ExprKind {
    Text(String),
    Boolean(bool),
    Integer(u32),
    /// Pieces of text and of values, put together.
    Template(Vec<Expr>),
    /// A field of `Params`.
    Parameter(String),
    /// A field of `Params` that is a string or an array, as a slice.
    Borrowed(Box<Expr>),
    /// A local variable, and how it holds its value.
    Variable {
        name: String,
        held: Held,
    },
    Attribute(Box<Expr>, &'static Attribute),
    Index(Box<Expr>, i32),
    Call(&'static Function, Vec<Expr>),
    IsSet(Box<Expr>),
    Not(Box<Expr>),
    Equal(Box<Expr>, Box<Expr>),
    /// The first of these that is present, else the last.
    Coalesce(Vec<Expr>),
    /// One of two, by a boolean.
    Choose(Box<Expr>, Box<Expr>, Box<Expr>),
    /// A value that there is if these bind.
    Guarded(Vec<Condition>, Box<Expr>),
}

/// How a variable holds a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// As a `String`.
    Owned,
    /// As a `&String`.
    Field,
    /// As a `&str`; any value that isn't a string, too.
    Plain,
}

impl Expr {
    pub(super) fn new(kind: ExprKind, ty: Type) -> Self {
        Expr { kind, ty, optional: false }
    }

    pub(super) fn boolean(kind: ExprKind) -> Self {
        Expr::new(kind, Type::Boolean)
    }

    /// Whether its Rust value is a `String`, so that a reference has to be taken.
    pub(super) fn is_owned(&self) -> bool {
        match &self.kind {
            ExprKind::Template(_) => true,
            ExprKind::Parameter(_) => self.ty != Type::Boolean,
            ExprKind::Variable { held, .. } => *held == Held::Owned,
            ExprKind::Attribute(_, attribute) => attribute.owned,
            ExprKind::Call(function, _) => function.owned,
            ExprKind::Coalesce(_) | ExprKind::Choose(..) => self.is_made(),
            _ => false,
        }
    }

    /// Whether it is a `String` that the expression itself makes, so that nothing else keeps it.
    pub(super) fn is_made(&self) -> bool {
        match &self.kind {
            ExprKind::Template(_) => true,
            ExprKind::Call(function, _) => function.owned,
            ExprKind::Coalesce(parts) => parts.iter().any(Expr::is_made),
            ExprKind::Choose(_, one, other) => one.is_made() || other.is_made(),
            ExprKind::Guarded(_, value) => value.is_made(),
            _ => false,
        }
    }

    /// The expressions that it consists of.
    pub(super) fn parts(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Template(parts) | ExprKind::Call(_, parts) | ExprKind::Coalesce(parts) => parts.iter().collect(),
            ExprKind::Attribute(of, _)
            | ExprKind::Index(of, _)
            | ExprKind::IsSet(of)
            | ExprKind::Not(of)
            | ExprKind::Borrowed(of) => vec![of],
            ExprKind::Equal(left, right) => vec![left, right],
            ExprKind::Choose(test, one, other) => vec![test, one, other],
            ExprKind::Guarded(conditions, value) => {
                conditions.iter().map(Condition::expr).chain([value.as_ref()]).collect()
            }
            ExprKind::Text(_)
            | ExprKind::Boolean(_)
            | ExprKind::Integer(_)
            | ExprKind::Parameter(_)
            | ExprKind::Variable { .. } => Vec::new(),
        }
    }

    /// Whether it or a part of it is the variable of this name.
    pub(super) fn uses(&self, variable: &str) -> bool {
        let is_it = matches!(&self.kind, ExprKind::Variable { name, .. } if name == variable);
        is_it || self.parts().into_iter().any(|part| part.uses(variable))
    }
}
