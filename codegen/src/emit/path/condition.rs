//! Conditions: comparisons, and what is built of them.

use super::{Scope, name_of, number};
use crate::ir::path::{Comparison, Expr, TextForm, Value, ValueType};
use proc_macro2::TokenStream;
use quote::quote;

impl Scope {
    pub(super) fn compare(&self, how: Comparison, left: &Value, right: &Value) -> TokenStream {
        let is_order = !matches!(how, Comparison::Equal | Comparison::NotEqual);
        // An order holds only between what is there; equality also between what is absent.
        let as_option = !is_order && (left.optional || right.optional);
        let sides = match &left.ty {
            ValueType::Text(_) => (self.str_of(left, as_option), self.str_of(right, as_option)),
            ValueType::Bool => (self.bool_of(left, as_option), self.bool_of(right, as_option)),
            _ => {
                let common = number::common(left, right);
                (self.number_of(left, common, as_option), self.number_of(right, common, as_option))
            }
        };
        let (a, b) = sides;
        let sign = sign(how);
        match (is_order && left.optional, is_order && right.optional) {
            (false, false) => quote! { #a #sign #b },
            (true, false) => quote! { #a.is_some_and(|value| value #sign #b) },
            (false, true) => quote! { #b.is_some_and(|value| #a #sign value) },
            (true, true) => quote! { #a.zip(#b).is_some_and(|(left, right)| left #sign right) },
        }
    }

    fn bool_of(&self, of: &Value, as_option: bool) -> TokenStream {
        let value = self.grouped(of);
        if as_option && !of.optional {
            quote! { $Some(#value) }
        } else {
            value
        }
    }

    /// `a && b`, `a || b` and `!a`, with as few brackets as they need.
    pub(super) fn logic(&self, expr: &Expr) -> TokenStream {
        match expr {
            Expr::And(a, b) => {
                let side = |side: &Value| match side.expr {
                    Expr::Or(..) => self.grouped(side),
                    _ => self.value(side),
                };
                let (a, b) = (side(a), side(b));
                quote! { #a && #b }
            }
            Expr::Or(a, b) => {
                let (a, b) = (self.value(a), self.value(b));
                quote! { #a || #b }
            }
            Expr::Not(of) => match &of.expr {
                Expr::IsAbsent(of) => {
                    let of = self.value(of);
                    quote! { #of.is_some() }
                }
                _ => {
                    let of = self.grouped(of);
                    quote! { !#of }
                }
            },
            _ => TokenStream::new(),
        }
    }

    /// A value in brackets, if an operator before or after it would take a part of it.
    pub(super) fn grouped(&self, of: &Value) -> TokenStream {
        let value = self.value(of);
        match &of.expr {
            Expr::Compare(..) | Expr::And(..) | Expr::Or(..) | Expr::Not(_) => quote! { (#value) },
            Expr::IsTruthy(of) if !of.optional => quote! { (#value) },
            _ => value,
        }
    }

    pub(super) fn is_truthy(&self, of: &Value) -> TokenStream {
        let name = name_of(of);
        if let Some(list) = of.items() {
            let stored = list.stored;
            let list = if stored { self.value(of) } else { self.iterator(of) };
            return if stored {
                quote! { !#list.is_empty() }
            } else {
                quote! { #list.next().is_some() }
            };
        }
        let value = self.value(of);
        let is_empty = match &of.ty {
            ValueType::Null => return quote! { false },
            ValueType::Bool if of.optional => return quote! { #value.unwrap_or_default() },
            ValueType::Bool => return value,
            ValueType::Text(TextForm::Owned) => quote! { as_str().is_empty() },
            ValueType::Text(TextForm::Str) | ValueType::Map(_) => quote! { is_empty() },
            _ if of.optional => return quote! { #value.is_some() },
            _ => return quote! { { let _ = #value; true } },
        };
        match of.optional {
            true => quote! { #value.is_some_and(|#name| !#name.#is_empty) },
            false => quote! { !#value.#is_empty },
        }
    }

    /// The first string unless it is absent or empty, else the second.
    pub(super) fn otherwise(&self, first: &Value, second: &Value) -> TokenStream {
        let given = self.str_of(first, true);
        let other = self.str_of(second, second.optional && first.optional);
        let given = quote! { #given.filter(|text| !text.is_empty()) };
        match (first.optional, second.optional) {
            (true, true) => quote! { #given.or(#other) },
            (false, true) => quote! { #given.or(#other).unwrap_or_default() },
            (_, false) => quote! { #given.unwrap_or(#other) },
        }
    }
}

fn sign(how: Comparison) -> TokenStream {
    match how {
        Comparison::Equal => quote! { == },
        Comparison::NotEqual => quote! { != },
        Comparison::Less => quote! { < },
        Comparison::AtMost => quote! { <= },
        Comparison::Greater => quote! { > },
        Comparison::AtLeast => quote! { >= },
    }
}
