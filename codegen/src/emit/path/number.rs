//! Numbers, of types that can be compared.

use super::{Scope, name_of};
use crate::ir::path::{Expr, Value, ValueType};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The type in which two numbers are compared.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Common {
    /// Both have it already.
    Own,
    I64,
    F64,
}

/// The type in which two numbers can be compared.
pub(super) fn common(left: &Value, right: &Value) -> Common {
    match (&left.ty, &right.ty) {
        (ValueType::Int(Some(a)), ValueType::Int(Some(b))) if a == b => Common::Own,
        (ValueType::Int(Some(ty)), ValueType::Int(None)) if fits(&right.expr, ty) => Common::Own,
        (ValueType::Int(None), ValueType::Int(None)) => Common::Own,
        (ValueType::Int(_), ValueType::Int(_)) => Common::I64,
        _ => Common::F64,
    }
}

/// Whether a literal is of a type.
fn fits(literal: &Expr, ty: &str) -> bool {
    let Expr::Int(value) = literal else {
        return false;
    };
    match ty {
        "i8" => i8::try_from(*value).is_ok(),
        "i16" => i16::try_from(*value).is_ok(),
        "i32" => i32::try_from(*value).is_ok(),
        "usize" => u32::try_from(*value).is_ok(),
        _ => true,
    }
}

/// A whole number, without its type.
pub(super) fn integer(value: i64) -> TokenStream {
    let digits = Literal::u64_unsuffixed(value.unsigned_abs());
    if value < 0 {
        quote! { -#digits }
    } else {
        quote! { #digits }
    }
}

impl Scope {
    /// A number in the type that it is compared in.
    pub(super) fn number_of(&self, of: &Value, common: Common, as_option: bool) -> TokenStream {
        let value = self.value(of);
        if of.optional {
            let name = name_of(of);
            return match converted(of, common, &quote! { #name }) {
                Some(number) => quote! { #value.map(|#name| #number) },
                None => value,
            };
        }
        match (converted(of, common, &value), as_option) {
            (Some(number), true) => quote! { $Some(#number) },
            // A `<` after `as i64` would begin its parameters.
            (Some(number), false) if matches!(of.ty, ValueType::Int(Some("i64" | "usize"))) => quote! { (#number) },
            (Some(number), false) => number,
            (None, true) => quote! { $Some(#value) },
            (None, false) => value,
        }
    }
}

/// A number in the common type, unless it has it already.
fn converted(of: &Value, common: Common, number: &TokenStream) -> Option<TokenStream> {
    match (common, &of.expr, &of.ty) {
        (Common::Own, ..) | (Common::I64, Expr::Int(_), _) | (Common::F64, Expr::Float(_), _) => None,
        (Common::F64, Expr::Int(value), _) => {
            let value = Literal::f64_suffixed(*value as f64);
            Some(quote! { #value })
        }
        (Common::I64, _, ValueType::Int(Some("i64"))) => None,
        (Common::I64, _, ValueType::Int(Some("usize"))) => Some(quote! { #number as i64 }),
        (Common::I64, ..) => Some(quote! { i64::from(#number) }),
        (Common::F64, _, ValueType::Int(Some("i64" | "usize"))) => Some(quote! { #number as f64 }),
        (Common::F64, ..) => Some(quote! { f64::from(#number) }),
    }
}
