//! Expressions.
//!
//! Strings come as references (`&String` or `&str`, which `isSet` and the runtime's functions give) or owned (fields,
//! `format!`). Which of the two decides where a `&` or `*` goes.

use super::super::function::Type;
use super::super::rules::{Condition, Expr, ExprKind, Held};
use super::template::emit_format;
use crate::names::ident;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Emits an expression by value.
pub(super) fn emit(expr: &Expr) -> TokenStream {
    match &expr.kind {
        ExprKind::Text(text) => quote!(#text),
        ExprKind::Boolean(value) => quote!(#value),
        ExprKind::Integer(value) => {
            let literal = Literal::u32_unsuffixed(*value);
            quote!(#literal)
        }
        ExprKind::Template(parts) => emit_format(parts),
        ExprKind::Parameter(field) => {
            let field = ident(field);
            quote!(params.#field)
        }
        ExprKind::Borrowed(of) => {
            let of = emit(of);
            quote!(#of.as_deref())
        }
        ExprKind::Variable { name, .. } => {
            let name = ident(name);
            quote!(#name)
        }
        ExprKind::Attribute(of, attribute) => {
            let (of, field) = (emit(of), ident(attribute.rust));
            quote!(#of.#field)
        }
        ExprKind::Index(of, index) => emit_index(of, *index),
        ExprKind::Call(function, arguments) => {
            let (name, arguments) = (ident(function.rust), arguments.iter().map(emit_borrowed));
            quote!(#name(#(#arguments),*))
        }
        ExprKind::IsSet(of) => {
            let of = emit_operand(of);
            quote!(#of.is_some())
        }
        ExprKind::Not(of) => emit_not(of),
        ExprKind::Equal(left, right) => emit_comparison(left, right, quote!(==)),
        ExprKind::Coalesce(values) => emit_coalesce(values, expr.is_made()),
        ExprKind::Choose(test, one, other) => {
            let branch = |value: &Expr| match (expr.optional, expr.is_made()) {
                (true, made) => emit_option_as(value, made),
                (false, made) => emit_plain(value, made),
            };
            let (test, one, other) = (emit(test), branch(one), branch(other));
            quote!(if #test { #one } else { #other })
        }
        ExprKind::Guarded(needs, value) => emit_guarded(needs, value),
    }
}

/// Emits an expression as what a function or a setter takes: a string is borrowed.
pub(super) fn emit_borrowed(expr: &Expr) -> TokenStream {
    let value = emit_operand(expr);
    if expr.is_owned() || matches!(expr.ty, Type::StringArray | Type::Pieces) { quote!(&#value) } else { value }
}

/// Emits an expression as an `impl Into<String>`: what `format!` makes is handed over.
pub(super) fn emit_into(expr: &Expr) -> TokenStream {
    if expr.is_made() || matches!(expr.kind, ExprKind::Call(..)) { emit(expr) } else { emit_borrowed(expr) }
}

/// Emits what a pattern `Some(x)` is matched against.
pub(super) fn emit_scrutinee(expr: &Expr) -> TokenStream {
    let value = emit(expr);
    let is_place = matches!(expr.kind, ExprKind::Parameter(_)) && expr.ty != Type::Boolean
        || matches!(expr.kind, ExprKind::Variable { .. }) && !is_copied(expr.ty);
    if is_place { quote!(&#value) } else { value }
}

/// Emits an expression as an `Option`, of `&str` if it is a string.
pub(super) fn emit_option(expr: &Expr) -> TokenStream {
    let value = emit(expr);
    match (&expr.kind, expr.optional) {
        (_, false) => {
            let value = emit_plain(expr, false);
            quote!(Some(#value))
        }
        (ExprKind::Parameter(_), true) if expr.ty != Type::Boolean => quote!(#value.as_deref()),
        (ExprKind::Variable { .. }, true) if !is_copied(expr.ty) => quote!(#value.as_ref()),
        (ExprKind::Index(of, _), true) if of.ty == Type::StringArray => quote!(#value.map(String::as_str)),
        (_, true) => value,
    }
}

/// The same, of `String` if asked for.
fn emit_option_as(expr: &Expr, string: bool) -> TokenStream {
    match (string, expr.optional) {
        (true, true) if !expr.is_made() => {
            let value = emit_option(expr);
            quote!(#value.map(str::to_owned))
        }
        (true, true) => emit(expr),
        (true, false) => {
            let value = emit_plain(expr, true);
            quote!(Some(#value))
        }
        (false, _) => emit_option(expr),
    }
}

/// Emits a value that is present: a string as `&str`, or as `String` if asked for.
fn emit_plain(expr: &Expr, string: bool) -> TokenStream {
    if expr.ty != Type::String || expr.is_made() {
        return emit(expr);
    }
    let is_string = match &expr.kind {
        ExprKind::Variable { held: Held::Owned | Held::Field, .. } | ExprKind::Parameter(_) => true,
        ExprKind::Attribute(_, attribute) => attribute.owned,
        _ => false,
    };
    match (is_string, string) {
        (true, false) => {
            let value = emit(expr);
            quote!(#value.as_str())
        }
        (_, true) => {
            let value = emit_operand(expr);
            quote!(#value.to_owned())
        }
        (false, false) => emit(expr),
    }
}

/// Whether using a value leaves it where it is.
fn is_copied(ty: Type) -> bool {
    matches!(ty, Type::String | Type::Boolean | Type::Integer | Type::Partition)
}

/// Emits an expression that something follows.
fn emit_operand(expr: &Expr) -> TokenStream {
    let value = emit(expr);
    if matches!(expr.kind, ExprKind::Choose(..)) { quote!((#value)) } else { value }
}

fn emit_not(of: &Expr) -> TokenStream {
    match &of.kind {
        ExprKind::Equal(left, right) => emit_comparison(left, right, quote!(!=)),
        ExprKind::IsSet(value) => {
            let value = emit_operand(value);
            quote!(#value.is_none())
        }
        _ => {
            let value = emit_operand(of);
            quote!(!#value)
        }
    }
}

fn emit_comparison(left: &Expr, right: &Expr, operator: TokenStream) -> TokenStream {
    let (left_value, right_value) = (emit_operand(left), emit_operand(right));
    if matches!(&right.kind, ExprKind::Text(text) if text.is_empty()) {
        let not = operator.to_string().starts_with('!').then(|| quote!(!));
        return quote!(#not #left_value.is_empty());
    }
    let is_literal = matches!(right.kind, ExprKind::Text(_));
    match (left.is_owned(), right.is_owned()) {
        (true, false) if !is_literal && left.ty == Type::String => quote!(#left_value #operator *#right_value),
        (false, true) if left.ty == Type::String => quote!(*#left_value #operator #right_value),
        _ => quote!(#left_value #operator #right_value),
    }
}

/// The items of a parameter are `String`s and are borrowed; pieces of a text are references and are copied.
fn emit_index(of: &Expr, index: i32) -> TokenStream {
    let copied = (of.ty == Type::Pieces).then(|| quote!(.copied()));
    let (of, place) = (emit(of), Literal::u32_unsuffixed(index.unsigned_abs()));
    match index {
        0 => quote!(#of.first()#copied),
        -1 => quote!(#of.last()#copied),
        1.. => quote!(#of.get(#place)#copied),
        _ => {
            let place = Literal::u32_unsuffixed(index.unsigned_abs() - 1);
            quote!(#of.iter().nth_back(#place)#copied)
        }
    }
}

/// The first that is present. Parsing has left out what comes after one that always is.
fn emit_coalesce(values: &[Expr], made: bool) -> TokenStream {
    let mut values = values.iter();
    let Some(first) = values.next() else { return TokenStream::new() };
    let mut chain = emit_option_as(first, made);
    for value in values {
        chain = match (value.optional, value.is_made()) {
            (true, false) => {
                let value = emit_option_as(value, made);
                quote!(#chain.or(#value))
            }
            (true, true) => {
                let value = emit(value);
                quote!(#chain.or_else(|| #value))
            }
            (false, false) if !made => {
                let value = emit_plain(value, made);
                quote!(#chain.unwrap_or(#value))
            }
            (false, _) => {
                let value = emit_plain(value, made);
                quote!(#chain.unwrap_or_else(|| #value))
            }
        };
    }
    chain
}

/// A value that there is if others are present.
fn emit_guarded(needs: &[Condition], value: &Expr) -> TokenStream {
    let mut inner = if value.optional { emit_option(value) } else { emit_plain(value, false) };
    let mut optional = value.optional;
    for need in needs.iter().rev() {
        let Condition::Bind { name, value } = need else { continue };
        let (name, outer) = (ident(name), emit_option(value));
        inner = if optional { quote!(#outer.and_then(|#name| #inner)) } else { quote!(#outer.map(|#name| #inner)) };
        optional = true;
    }
    inner
}
