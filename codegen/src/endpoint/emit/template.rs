//! Templates as `format!`.

use super::super::rules::{Expr, ExprKind};
use super::expression::{emit, emit_borrowed};
use crate::names::ident;
use proc_macro2::TokenStream;
use quote::quote;

/// `format!` with variables in the text and everything else as arguments.
pub(super) fn emit_format(parts: &[Expr]) -> TokenStream {
    let (_, format) = Format::new(parts, |_| false).finish();
    format
}

/// The same, where statements can go before it: fields get a name, by which they stand in the text, unless that
/// `is_taken`.
pub(super) fn emit_format_with(parts: &[Expr], is_taken: impl Fn(&str) -> bool) -> (TokenStream, TokenStream) {
    let of_parts = |name: &str| parts.iter().any(|part| is_variable(part, name));
    Format::new(parts, |name| !is_taken(name) && !of_parts(name) && !matches!(name, "url" | "message" | "params"))
        .finish()
}

fn is_variable(part: &Expr, variable: &str) -> bool {
    matches!(&part.kind, ExprKind::Variable { name, .. } if name == variable)
}

#[derive(Default)]
struct Format {
    text: String,
    arguments: Vec<TokenStream>,
    /// The names given, and what they stand for.
    named: Vec<(String, TokenStream)>,
}

impl Format {
    fn new(parts: &[Expr], is_free: impl Fn(&str) -> bool) -> Self {
        let mut format = Format::default();
        for part in parts {
            format.push(part, &is_free);
        }
        format
    }

    fn push(&mut self, part: &Expr, is_free: &impl Fn(&str) -> bool) {
        let field = match &part.kind {
            ExprKind::Text(literal) => {
                self.text.push_str(&literal.replace('{', "{{").replace('}', "}}"));
                return;
            }
            ExprKind::Variable { name, .. } if ident(name) == name => {
                self.text.push_str(&format!("{{{name}}}"));
                return;
            }
            ExprKind::Parameter(field) => Some(field.as_str()),
            ExprKind::Attribute(_, attribute) => Some(attribute.rust),
            _ => None,
        };
        let value = emit_borrowed(part);
        let name = field.filter(|name| ident(name) == name && is_free(name));
        let known = name.and_then(|name| self.named.iter().find(|(known, _)| known == name));
        match (name, known) {
            (Some(name), None) => {
                self.text.push_str(&format!("{{{name}}}"));
                self.named.push((name.to_owned(), value));
            }
            (Some(name), Some((_, same))) if same.to_string() == value.to_string() => {
                self.text.push_str(&format!("{{{name}}}"));
            }
            _ => {
                self.text.push_str("{}");
                self.arguments.push(emit(part));
            }
        }
    }

    /// The statements before, and the `format!`.
    fn finish(self) -> (TokenStream, TokenStream) {
        let Format { text, arguments, named } = self;
        let named = named.into_iter().map(|(name, value)| {
            let name = ident(&name);
            quote!(let #name = #value;)
        });
        (quote!(#(#named)*), quote!(format!(#text #(, #arguments)*)))
    }
}
