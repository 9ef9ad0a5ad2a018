//! Expressions.
//!
//! Strings come as references (`&String` or `&str`, which `isSet` and the runtime's functions give) or owned (fields,
//! `format!`). Which of the two decides where a `&` or `*` goes.

use super::super::function::Type;
use super::super::rules::{Expr, ExprKind};
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
            let of = emit(of);
            quote!(#of.is_some())
        }
        ExprKind::Not(of) => emit_not(of),
        ExprKind::Equal(left, right) => emit_comparison(left, right, quote!(==)),
    }
}

/// Emits an expression as what a function or a setter takes: a string is borrowed.
pub(super) fn emit_borrowed(expr: &Expr) -> TokenStream {
    let value = emit(expr);
    if expr.is_owned() { quote!(&#value) } else { value }
}

/// Emits an expression as an `impl Into<String>`: what `format!` makes is handed over.
pub(super) fn emit_into(expr: &Expr) -> TokenStream {
    match expr.kind {
        ExprKind::Template(_) | ExprKind::Call(..) => emit(expr),
        _ => emit_borrowed(expr),
    }
}

/// Emits what a pattern `Some(x)` is matched against.
pub(super) fn emit_scrutinee(expr: &Expr) -> TokenStream {
    let value = emit(expr);
    let is_field = matches!(expr.kind, ExprKind::Parameter(_));
    if is_field && expr.ty != Type::Boolean { quote!(&#value) } else { value }
}

fn emit_not(of: &Expr) -> TokenStream {
    match &of.kind {
        ExprKind::Equal(left, right) => emit_comparison(left, right, quote!(!=)),
        ExprKind::IsSet(value) => {
            let value = emit(value);
            quote!(#value.is_none())
        }
        _ => {
            let value = emit(of);
            quote!(!#value)
        }
    }
}

fn emit_comparison(left: &Expr, right: &Expr, operator: TokenStream) -> TokenStream {
    let (left_value, right_value) = (emit(left), emit(right));
    let is_literal = matches!(right.kind, ExprKind::Text(_));
    match (left.is_owned(), right.is_owned()) {
        (true, false) if !is_literal && left.ty == Type::String => quote!(#left_value #operator *#right_value),
        (false, true) => quote!(*#left_value #operator #right_value),
        _ => quote!(#left_value #operator #right_value),
    }
}

/// The items of a parameter are `String`s and are borrowed; those of an ARN are references and are copied.
fn emit_index(of: &Expr, index: u32) -> TokenStream {
    let copied = matches!(of.kind, ExprKind::Attribute(..)).then(|| quote!(.copied()));
    let (of, index) = (emit(of), Literal::u32_unsuffixed(index));
    if index.to_string() == "0" { quote!(#of.first()#copied) } else { quote!(#of.get(#index)#copied) }
}

/// `format!` with variables in the text and everything else as arguments.
fn emit_format(parts: &[Expr]) -> TokenStream {
    let mut text = String::new();
    let mut arguments = Vec::new();
    for part in parts {
        match &part.kind {
            ExprKind::Text(literal) => text.push_str(&literal.replace('{', "{{").replace('}', "}}")),
            ExprKind::Variable { name, .. } if ident(name) == name => text.push_str(&format!("{{{name}}}")),
            _ => {
                text.push_str("{}");
                arguments.push(emit(part));
            }
        }
    }
    quote!(format!(#text #(, #arguments)*))
}
