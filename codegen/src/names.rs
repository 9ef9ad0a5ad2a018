//! Rust names from Smithy names: every case conversion and escape, once.
//!
//! The conventions are those of the AWS SDK for Rust: types `UpperCamel`, the rest `snake_case`, and what would be taken
//! for something else gets `_value` or `Value` after it.

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, Span};

/// Fields that would be one of the methods that inputs, builders or errors have.
const TAKEN_FIELDS: &[&str] = &[
    "as_input",
    "build",
    "builder",
    "customize",
    "default",
    "into_paginator",
    "meta",
    "new",
    "send",
    "send_with",
    "set_meta",
    "validate",
];

/// Keywords that can't be raw identifiers.
const RAW_NEVER: &[&str] = &["crate", "self", "super"];

/// Operations that would be one of the client's own methods.
const TAKEN_METHODS: &[&str] = &["as_ref", "clone", "config", "from_conf", "new", "send"];

/// Settings that every client has, or that its builder has methods for.
const TAKEN_SETTINGS: &[&str] = &[
    "account_id_endpoint_mode",
    "allow_no_auth",
    "app_name",
    "auth_scheme_preference",
    "auth_scheme_resolver",
    "behavior_version",
    "behavior_version_latest",
    "build",
    "clone",
    "credentials_provider",
    "bearer_token",
    "disable_clock_skew_correction",
    "disable_request_compression",
    "endpoint_resolver",
    "endpoint_url",
    "framework_metadata",
    "http_client",
    "idempotency_token_provider",
    "identity_cache",
    "interceptor",
    "interceptors",
    "max_response_bytes",
    "new",
    "random_seed",
    "region",
    "request_min_compression_size_bytes",
    "retry_classifier",
    "retry_config",
    "sleep_impl",
    "stalled_stream_protection",
    "time_source",
    "timeout_config",
    "token_provider",
    "use_dual_stack",
    "use_fips",
];

/// Types whose names can't be identifiers.
const TAKEN_TYPES: &[&str] = &["Self"];

/// Where `Blob`, `ByteStream`, `DateTime` and `Document` are.
const PRIMITIVES: &str = "crate::primitives::";

/// Types on which generated files count, and where they are: in the file that defines one of the same name, they are
/// written with their path, in all others that one is.
const STANDARD: &[(&str, &str)] = &[
    ("Blob", PRIMITIVES),
    ("Box", "std::boxed::"),
    ("ByteStream", PRIMITIVES),
    ("DateTime", PRIMITIVES),
    ("Document", PRIMITIVES),
    ("HashMap", "std::collections::"),
    ("Option", "std::option::"),
    ("String", "std::string::"),
    ("Vec", "std::vec::"),
];

/// Names that generated files import: a type of the same name is written with its path.
const IMPORTED: &[&str] = &[
    "Auth",
    "Checksum",
    "DateTimeText",
    "Discover",
    "Effect",
    "EndpointMember",
    "EndpointParams",
    "Enum",
    "EpochSeconds",
    "HostPrefix",
    "HttpDate",
    "Length",
    "List",
    "Map",
    "Metadata",
    "Nested",
    "OneOf",
    "Operation",
    "Pattern",
    "Plain",
    "Range",
    "SERVICE",
    "Scheme",
    "StreamIn",
    "Streamed",
    "Transfer",
];

/// Names that the crate's error and the file of the model's errors have beside those.
const TAKEN_ERRORS: &[&str] = &["ErrorMetadata", "Unhandled"];

/// The name of a type, e.g. `OIDCInfo` → `OidcInfo`.
pub fn type_name(smithy: &str) -> String {
    escape(&start_with_letter(smithy.to_upper_camel_case()), TAKEN_TYPES, "Value")
}

/// The part of a predicate's or accessor's name that says which member of a union it is about, e.g. `is_text`.
pub fn snake_name(smithy: &str) -> String {
    smithy.to_snake_case()
}

/// The name of a field, e.g. `canStart11Call` → `can_start11_call`; keywords are not yet escaped.
pub fn field_name(smithy: &str) -> String {
    escape(&snake_case(smithy), TAKEN_FIELDS, "_value")
}

/// What follows `set_` and `get_` in the names of a field's accessors: the field's name as it would be if it were not
/// taken, e.g. `set_build` for `build_value`. Errors have a `set_meta` of their own.
pub fn accessor_name(field: &str) -> &str {
    let taken = |plain: &&str| TAKEN_FIELDS.contains(plain) && *plain != "meta";
    let escaped = field.strip_suffix("_value").filter(taken);
    let keyword = field.strip_suffix('_').filter(|plain| RAW_NEVER.contains(plain));
    escaped.or(keyword).unwrap_or(field).trim_start_matches('_')
}

/// The name of an operation's method and module; keywords are not yet escaped.
pub fn method_name(smithy: &str) -> String {
    escape(&snake_case(smithy), TAKEN_METHODS, "_operation")
}

/// The name of a waiter's module, and of its method after `wait_until_`; keywords are not yet escaped.
pub fn waiter_name(smithy: &str) -> String {
    snake_case(smithy)
}

/// The name of a setting of the client; keywords are not yet escaped.
pub fn setting_name(smithy: &str) -> String {
    escape(&snake_case(smithy), TAKEN_SETTINGS, "_value")
}

/// The name of the module that a type has to itself; keywords are not yet escaped. `types` has two modules of its own.
pub fn module_name(type_name: &str) -> String {
    escape(&snake_case(type_name), &["builders", "error"], "_")
}

/// The name of the predicate that recognizes an error, e.g. `is_not_found`.
pub fn predicate_name(error: &str) -> String {
    format!("is_{}", error.to_snake_case())
}

/// The name of an enum variant, e.g. `PUBKEY_MSG_ACK` → `PubkeyMsgAck`. `Unknown` stands for what the model doesn't know.
pub fn variant_name(smithy: &str) -> String {
    escape(&start_with_letter(smithy.to_upper_camel_case()), &["Self", "Unknown"], "Value")
}

/// Whether generated files import something of this name.
pub fn is_imported(type_name: &str) -> bool {
    IMPORTED.contains(&type_name) || standard_path(type_name).is_some_and(|path| path != PRIMITIVES)
}

/// Where the type is on which generated files count under this name, to stand before it.
pub fn standard_path(type_name: &str) -> Option<&'static str> {
    STANDARD.iter().find(|(name, _)| *name == type_name).map(|(_, path)| *path)
}

/// Whether the module of errors has something of this name.
pub fn is_taken_error(type_name: &str) -> bool {
    TAKEN_ERRORS.contains(&type_name)
}

fn snake_case(smithy: &str) -> String {
    escape(&start_with_letter(smithy.to_snake_case()), RAW_NEVER, "_")
}

fn start_with_letter(name: String) -> String {
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("_{name}") } else { name }
}

fn escape(name: &str, taken: &[&str], suffix: &str) -> String {
    if taken.contains(&name) { format!("{name}{suffix}") } else { name.to_owned() }
}

/// An identifier, raw if it is a keyword.
///
/// Names come from the functions above, out of identifiers that parsing has checked; anything else becomes `_`
/// characters rather than a panic.
pub fn ident(name: &str) -> Ident {
    // A keyword since the edition of 2024, which syn doesn't count yet.
    if name != "gen" && !name.starts_with("r#") && syn::parse_str::<Ident>(name).is_ok() {
        return Ident::new(name, Span::call_site());
    }
    let is_word = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(|b| b.is_ascii_lowercase());
    if is_word && !RAW_NEVER.contains(&name) {
        return Ident::new_raw(name, Span::call_site());
    }
    let legal: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    Ident::new(&format!("_{legal}_"), Span::call_site())
}

/// The name of a generated crate's library: `wickr-sdk` → `wickr_sdk`.
pub fn library_name(package: &str) -> String {
    package.replace('-', "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_aws_sdk_for_rust() {
        let fields = [("canStart11Call", "can_start11_call"), ("IPv6Address", "i_pv6_address"), ("_2nd", "_2nd")];
        for (smithy, rust) in fields {
            assert_eq!(field_name(smithy), rust);
        }
        for (smithy, rust) in [("GetOIDCInfo", "GetOidcInfo"), ("lowerCase", "LowerCase"), ("Self", "SelfValue")] {
            assert_eq!(type_name(smithy), rust);
        }
        for (smithy, rust) in [("TLS_1_2", "Tls12"), ("_2FLASHES", "_2flashes"), ("UNKNOWN", "UnknownValue")] {
            assert_eq!(variant_name(smithy), rust);
        }
    }

    #[test]
    fn accessors_are_called_as_if_no_field_were_taken() {
        for (field, rest) in
            [("id", "id"), ("build_value", "build"), ("meta_value", "meta_value"), ("self_", "self"), ("_3d", "3d")]
        {
            assert_eq!(accessor_name(field), rest);
        }
    }

    #[test]
    fn nothing_that_a_name_could_be_panics() {
        for name in ["", "_", "self", "Self", "r#type", "1", "a b", "größe", "名", "🦀", "gen", "type", "try", "true"]
        {
            for name in [type_name(name), field_name(name), method_name(name), variant_name(name), name.to_owned()] {
                let rust = ident(&name).to_string();
                assert!(syn::parse_str::<syn::Ident>(&rust).is_ok(), "{name:?} became {rust:?}");
            }
        }
    }
}
