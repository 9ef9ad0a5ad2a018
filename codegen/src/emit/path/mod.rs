//! Typed paths as Rust: calls of accessors, and iterators over what they give.
//!
//! In: an [`ir::path::Value`](Value), and what input and output are called where the code stands. Out: an expression.
//! What is absent on the way makes the expression's value absent; nothing is cloned before the end.

mod condition;
mod list;
mod number;

use crate::ir::path::{Expr, TextForm, Value, ValueType};
use crate::names::ident;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// What input and output are called where the code stands.
pub(crate) struct Scope {
    /// An expression for the input.
    pub input: TokenStream,
    /// An expression for the output.
    pub output: TokenStream,
}

impl Scope {
    /// A boolean: whether the value is true.
    pub(crate) fn truth(&self, of: &Value) -> TokenStream {
        match of.ty {
            ValueType::Bool if !of.optional => self.value(of),
            _ => self.is_truthy(of),
        }
    }

    /// An `Option<bool>`, of a value that is a boolean.
    pub(crate) fn boolean(&self, of: &Value) -> TokenStream {
        let value = self.value(of);
        if of.optional {
            value
        } else {
            quote! { $Some(#value) }
        }
    }

    /// An `Option<&str>`, of a value that is a string.
    pub(crate) fn text(&self, of: &Value) -> TokenStream {
        self.str_of(of, true)
    }

    /// A `Vec<String>`, of a value that is a list of strings. Items that are absent are left out.
    pub(crate) fn strings(&self, of: &Value) -> TokenStream {
        let items = self.iterator(of);
        let list = of.items();
        let present = list.is_some_and(|list| list.sparse).then(|| quote! { .flatten() });
        let owned = match list.map(|list| &list.item) {
            Some(ValueType::Text(TextForm::Str)) => quote! { .map(str::to_owned) },
            _ => quote! { .map(|item| item.as_str().to_owned()) },
        };
        quote! { #items #present #owned .collect::<$Vec<$String>>() }
    }

    /// The value itself, an `Option` if it is optional. Of a list, a slice if it is stored, else an iterator or array.
    fn value(&self, of: &Value) -> TokenStream {
        match &of.expr {
            Expr::Input => self.input.clone(),
            Expr::Output => self.output.clone(),
            // Lowering lets nobody ask for both at once.
            Expr::Both => quote! { () },
            Expr::Item => quote! { item },
            Expr::Member(from, name, gives_option) => {
                let name = ident(name);
                self.taken(from, of, *gives_option, |from| quote! { #from.#name() })
            }
            Expr::Variant(from, name) => {
                let (name, copied) = (ident(&format!("as_{name}")), copied(&of.ty));
                self.taken(from, of, true, |from| quote! { #from.#name().ok() #copied })
            }
            Expr::Entry(from, key) => {
                let copied = copied(&of.ty);
                self.taken(from, of, true, |from| quote! { #from.get(#key) #copied })
            }
            Expr::Index(list, index) => self.index(list, *index),
            Expr::Project(projection) => self.projection(projection),
            Expr::List(items) => self.list(items, of),
            Expr::Keys(map) => self.taken(map, of, false, |map| quote! { #map.keys() }),
            Expr::Values(map) => {
                let copied = of.items().map(|list| copied(&list.item));
                self.taken(map, of, false, |map| quote! { #map.values() #copied })
            }
            Expr::Length(of) => self.length(of),
            Expr::Contains(of, part) => self.contains(of, part),
            Expr::Compare(how, left, right) => self.compare(*how, left, right),
            Expr::IsAbsent(of) => {
                let of = self.value(of);
                quote! { #of.is_none() }
            }
            Expr::IsTruthy(of) => self.is_truthy(of),
            Expr::And(..) | Expr::Or(..) | Expr::Not(..) => self.logic(&of.expr),
            Expr::Otherwise(first, second) => self.otherwise(first, second),
            Expr::AnyEquals(list, text) => self.any_equals(list, text),
            Expr::AllEqual(list, text) => {
                let items = self.iterator(list);
                quote! { $sdk_runtime::waiter::all_equal(#items, #text) }
            }
            Expr::Text(text) => quote! { #text },
            Expr::Bool(value) => quote! { #value },
            Expr::Int(value) => number::integer(*value),
            Expr::Float(value) => quote! { #value },
            Expr::Null => quote! { $None::<&str> },
        }
    }

    /// What `take` takes out of `from`, which may be absent. `gives_option` says whether it may give nothing; out of that
    /// come no items where `of` is a list.
    fn taken(
        &self,
        from: &Value,
        of: &Value,
        gives_option: bool,
        take: impl Fn(TokenStream) -> TokenStream,
    ) -> TokenStream {
        let value = self.value(from);
        let is_list = of.items().is_some();
        // What was a slice of numbers and is an iterator now.
        let copied = match (&of.expr, of.items()) {
            (Expr::Keys(_) | Expr::Values(_), _) | (_, None) => TokenStream::new(),
            (_, Some(list)) => copied(&list.item),
        };
        if !from.optional {
            let taken = take(value);
            return if is_list && gives_option {
                quote! { #taken.into_iter().flatten() #copied }
            } else {
                taken
            };
        }
        let name = name_of(from);
        let taken = take(quote! { #name });
        match (is_list, gives_option) {
            (true, true) => quote! { #value.and_then(|#name| #taken).into_iter().flatten() #copied },
            (true, false) => quote! { #value.into_iter().flat_map(|#name| #taken) #copied },
            (false, true) => quote! { #value.and_then(|#name| #taken) },
            (false, false) => quote! { #value.map(|#name| #taken) },
        }
    }

    /// A string as `&str`, or as `Option<&str>` if `as_option`.
    fn str_of(&self, of: &Value, as_option: bool) -> TokenStream {
        let value = self.value(of);
        let is_owned = of.ty == ValueType::Text(TextForm::Owned);
        match (of.optional, as_option) {
            (true, _) if is_owned => {
                let name = name_of(of);
                quote! { #value.map(|#name| #name.as_str()) }
            }
            (true, _) => value,
            (false, true) if is_owned => quote! { $Some(#value.as_str()) },
            (false, true) => quote! { $Some(#value) },
            (false, false) if is_owned => quote! { #value.as_str() },
            (false, false) => value,
        }
    }
}

/// What a closure calls a value that it is given.
fn name_of(value: &Value) -> Ident {
    match &value.expr {
        Expr::Member(_, name, _) | Expr::Variant(_, name) => ident(name),
        _ => ident("value"),
    }
}

/// What copies a value of this type out of a reference, if it is one to copy.
fn copied(ty: &ValueType) -> TokenStream {
    match ty {
        ValueType::Bool | ValueType::Int(_) | ValueType::Float => quote! { .copied() },
        _ => TokenStream::new(),
    }
}
