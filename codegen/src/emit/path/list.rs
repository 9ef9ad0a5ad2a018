//! Lists: items, projections, and what is asked of them.

use super::{Scope, copied};
use crate::ir::path::{Expr, ListType, Projection, TextForm, Value, ValueType};
use proc_macro2::TokenStream;
use quote::quote;

impl Scope {
    /// An iterator over a list's items: references, but for numbers and booleans, which are copied.
    pub(super) fn iterator(&self, of: &Value) -> TokenStream {
        let list = self.value(of);
        match of.items() {
            Some(ty) if ty.stored => {
                let copied = copied(&ty.item);
                quote! { #list.iter() #copied }
            }
            _ if matches!(of.expr, Expr::List(_)) => quote! { #list.into_iter() },
            _ => list,
        }
    }

    pub(super) fn projection(&self, projection: &Projection) -> TokenStream {
        let Projection { of, flattened, sparse, condition, each } = projection;
        let mut items = if *flattened { self.flattened(of) } else { self.iterator(of) };
        if *sparse {
            items = quote! { #items.flatten() };
        }
        if let Some(condition) = condition {
            let condition = self.value(condition);
            items = quote! { #items.filter(|&item| #condition) };
        }
        match each {
            None => items,
            Some(each) => {
                let taken = self.value(each);
                if each.optional {
                    quote! { #items.filter_map(|item| #taken) }
                } else {
                    quote! { #items.map(|item| #taken) }
                }
            }
        }
    }

    /// An iterator over the items of a list's lists.
    fn flattened(&self, of: &Value) -> TokenStream {
        let copied = match of.items().map(|list| &list.item) {
            Some(ValueType::List(inner)) if inner.stored => copied(&inner.item),
            _ => TokenStream::new(),
        };
        // What takes a list from each item, and the flattening, are one step.
        if let Expr::Project(inner) = &of.expr
            && let Some(each) = &inner.each
        {
            let (items, taken) = (self.projection(&Projection { each: None, ..(**inner).clone() }), self.value(each));
            return quote! { #items.flat_map(|item| #taken) #copied };
        }
        let lists = self.iterator(of);
        quote! { #lists.flatten() #copied }
    }

    /// An array of strings, each an `Option` if one of them may be absent.
    pub(super) fn list(&self, items: &[Value], of: &Value) -> TokenStream {
        let as_option = of.items().is_some_and(|list| list.sparse);
        let items = items.iter().map(|item| self.str_of(item, as_option));
        quote! { [#(#items),*] }
    }

    /// An item, as an `Option`; of an item that is a list, an iterator.
    pub(super) fn index(&self, list: &Value, index: i64) -> TokenStream {
        let Some(ListType { item: ty, stored, .. }) = list.items() else {
            // Lowering asks this of lists only.
            return TokenStream::new();
        };
        let stored = *stored;
        let at = usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX);
        let at = proc_macro2::Literal::usize_unsuffixed(if index < 0 { at.saturating_sub(1) } else { at });
        let copied = match ty {
            ValueType::List(inner) if inner.stored => copied(&inner.item),
            _ if stored => copied(ty),
            _ => TokenStream::new(),
        };
        let items = if stored { self.value(list) } else { self.iterator(list) };
        let item = match index {
            0 if stored => quote! { #items.first() },
            -1 => quote! { #items.last() },
            0 => quote! { #items.next() },
            1.. if stored => quote! { #items.get(#at) },
            1.. => quote! { #items.nth(#at) },
            // Lowering asks this of stored lists only.
            _ => quote! { #items.iter().nth_back(#at) },
        };
        match ty {
            ValueType::List(_) => quote! { #item.into_iter().flatten() #copied },
            _ => quote! { #item #copied },
        }
    }

    pub(super) fn length(&self, of: &Value) -> TokenStream {
        if let Some(list) = of.items() {
            let (stored, is_array) = (list.stored, matches!(of.expr, Expr::List(_)));
            let list = self.value(of);
            return if stored || is_array {
                quote! { #list.len() }
            } else {
                quote! { #list.count() }
            };
        }
        let is_text = matches!(of.ty, ValueType::Text(_));
        let value = if is_text { self.str_of(of, of.optional) } else { self.value(of) };
        let count = if is_text {
            quote! { chars().count() }
        } else {
            quote! { len() }
        };
        match of.optional {
            true => {
                let name = super::name_of(of);
                quote! { #value.map_or(0, |#name| #name.#count) }
            }
            false => quote! { #value.#count },
        }
    }

    pub(super) fn any_equals(&self, list: &Value, text: &str) -> TokenStream {
        let (items, item) = (self.iterator(list), item_str(list));
        quote! { #items.any(|item| #item == #text) }
    }

    pub(super) fn contains(&self, of: &Value, part: &Value) -> TokenStream {
        let needle = if part.optional {
            quote! { part }
        } else {
            self.str_of(part, false)
        };
        let test = if of.items().is_some() {
            let (items, item) = (self.iterator(of), item_str(of));
            quote! { #items.any(|item| #item == #needle) }
        } else {
            let text = self.str_of(of, of.optional);
            match of.optional {
                true => quote! { #text.is_some_and(|text| text.contains(#needle)) },
                false => quote! { #text.contains(#needle) },
            }
        };
        if part.optional {
            let part = self.str_of(part, true);
            return quote! { #part.is_some_and(|part| #test) };
        }
        test
    }
}

/// The variable `item` as a `&str`.
fn item_str(list: &Value) -> TokenStream {
    match list.items().map(|list| &list.item) {
        Some(ValueType::Text(TextForm::Str)) => quote! { item },
        _ => quote! { item.as_str() },
    }
}
