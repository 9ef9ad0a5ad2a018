//! Rust names from Smithy names: every case conversion and keyword escape, once.
//!
//! The conventions are those of the AWS SDK for Rust: types `UpperCamel`, the rest `snake_case`.

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, Span};

/// The name of a type, e.g. `OIDCInfo` → `OidcInfo`.
pub fn type_name(smithy: &str) -> String {
    escape_type(smithy.to_upper_camel_case())
}

/// The name of a field, method or module, e.g. `canStart11Call` → `can_start11_call`; not yet escaped.
pub fn field_name(smithy: &str) -> String {
    smithy.to_snake_case()
}

/// The name of an enum variant, e.g. `PUBKEY_MSG_ACK` → `PubkeyMsgAck`.
pub fn variant_name(smithy: &str) -> String {
    let name = smithy.to_upper_camel_case();
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("_{name}") } else { escape_type(name) }
}

/// `Self` is the one keyword that a type could be called.
fn escape_type(name: String) -> String {
    if name == "Self" { "SelfValue".to_owned() } else { name }
}

/// An identifier, raw if it is a keyword.
pub fn ident(name: &str) -> Ident {
    match syn::parse_str::<Ident>(name) {
        Ok(ident) => ident,
        // These four can't be raw.
        Err(_) if matches!(name, "self" | "super" | "crate" | "Self") => Ident::new(&format!("{name}_"), Span::call_site()),
        Err(_) if name.starts_with(|c: char| c.is_ascii_digit()) => Ident::new(&format!("_{name}"), Span::call_site()),
        Err(_) => Ident::new_raw(name, Span::call_site()),
    }
}

/// The name of a generated crate's library: `wickr-sdk` → `wickr_sdk`.
pub fn library_name(package: &str) -> String {
    package.replace('-', "_")
}
