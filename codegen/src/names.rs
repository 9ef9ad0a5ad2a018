//! Rust names from Smithy names: every case conversion and escape, once.
//!
//! The conventions are those of the AWS SDK for Rust: types `UpperCamel`, the rest `snake_case`, and what would be taken
//! for something else gets `_value` or `Value` after it.

mod words;

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

/// Words that are identifiers only with the mark of raw ones, or never: Rust's keywords of all editions, also reserved ones
/// (Rust Reference, "Keywords").
const KEYWORDS: &[&str] = &[
    "Self", "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
    "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Operations that would be one of the client's own methods.
const TAKEN_METHODS: &[&str] = &["as_ref", "clone", "config", "from_conf", "new", "send", "warm_up"];

/// The field of an error's message, which every error has.
pub(crate) const MESSAGE: &str = "message";

/// Settings that every client has, or that its builder has methods for.
const TAKEN_SETTINGS: &[&str] = &[
    "account_id_endpoint_mode",
    "allow_logins_over_http",
    "allow_no_auth",
    "api_key",
    "api_key_resolver",
    "app_name",
    "auth_scheme_preference",
    "auth_scheme_resolver",
    "auth_schemes",
    "basic_auth_login",
    "basic_auth_login_resolver",
    "behavior_version",
    "behavior_version_latest",
    "build",
    "clone",
    "credentials_provider",
    "bearer_token",
    "bearer_token_resolver",
    "digest_auth_login",
    "digest_auth_login_resolver",
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
    "request_checksum_calculation",
    "request_min_compression_size_bytes",
    "response_checksum_validation",
    "retry_behavior",
    "retry_classifier",
    "retry_classifiers",
    "retry_config",
    "sigv4a_signing_region_set",
    "sleep_impl",
    "stalled_stream_protection",
    "time_source",
    "timeout_config",
    "token_provider",
    "use_dual_stack",
    "use_fips",
];

/// Types whose names can't be identifiers.
const TAKEN_TYPES: &[(&str, &str)] = &[("Self", "SelfValue")];

/// Variants whose names can't be identifiers or stand for what the model doesn't know, and those that would be what one of
/// these becomes. The AWS SDK for Rust renames them so, whether a model has both or not.
const TAKEN_VARIANTS: &[(&str, &str)] = &[
    ("Self", "SelfValue"),
    ("SelfValue", "SelfValue_"),
    ("Unknown", "UnknownValue"),
    ("UnknownValue", "UnknownValue_"),
];

/// Variants that the crate's error has beside those of the model's errors.
const TAKEN_ERRORS: &[&str] = &["Unhandled"];

/// File names that mean something to Rust or to Windows: `types/mod.rs` would be `types` itself, and no file can be
/// called as a device is.
const TAKEN_FILES: &[&str] = &[
    "aux", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt0", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "mod", "nul", "prn",
];

/// The name of a type, e.g. `OIDCInfo` → `OidcInfo`.
pub fn type_name(smithy: &str) -> String {
    renamed(camel_case(smithy), TAKEN_TYPES)
}

/// The name of a constant, e.g. `NetworkId` → `NETWORK_ID`; none for what can't begin one.
pub fn constant_name(smithy: &str) -> Option<String> {
    let name = snake_case(smithy).trim_matches('_').to_ascii_uppercase();
    name.starts_with(|first: char| first.is_ascii_alphabetic()).then_some(name)
}

/// The part of a predicate's or accessor's name that says which member of a union it is about, e.g. `is_text`.
pub(crate) fn snake_name(variant: &str) -> String {
    words::snake_case(variant) + if variant.ends_with('_') { "_" } else { "" }
}

/// The name of a field, e.g. `canStart11Call` → `can_start11_call`; keywords are not yet escaped.
pub fn field_name(smithy: &str) -> String {
    escape(&snake_case(smithy), TAKEN_FIELDS, "_value")
}

/// What follows `set_` and `get_` in the names of a field's accessors: the field's name as it would be if it were not
/// taken, e.g. `set_build` for `build_value`. Errors have a `set_meta` of their own.
pub(crate) fn accessor_name(field: &str) -> &str {
    let taken = |plain: &&str| TAKEN_FIELDS.contains(plain) && *plain != "meta";
    let escaped = field.strip_suffix("_value").filter(taken);
    let keyword = field.strip_suffix('_').filter(|plain| RAW_NEVER.contains(plain));
    escaped.or(keyword).unwrap_or(field).trim_start_matches('_')
}

/// The name of an operation's method and module; keywords are not yet escaped.
pub(crate) fn method_name(smithy: &str) -> String {
    escape(&snake_case(smithy), TAKEN_METHODS, "_operation")
}

/// The name of an operation, which its error and its fluent builder have, too: the model's own, `ListSAMLProviders`, while
/// its input is `ListSamlProvidersInput`.
pub(crate) fn operation_name(smithy: &str) -> String {
    if smithy.contains('_') {
        return type_name(smithy);
    }
    let mut rest = smithy.chars();
    let first = rest.next().map(|first| first.to_ascii_uppercase());
    renamed(first.into_iter().chain(rest).collect(), TAKEN_TYPES)
}

/// The name of a waiter's module, and of its method after `wait_until_`; keywords are not yet escaped.
pub(crate) fn waiter_name(smithy: &str) -> String {
    snake_case(smithy)
}

/// The name of a setting of the client; keywords are not yet escaped.
pub(crate) fn setting_name(smithy: &str) -> String {
    escape(&snake_case(smithy), TAKEN_SETTINGS, "_value")
}

/// The name of the module that a type has to itself; keywords are not yet escaped. `types` has two modules of its own, and
/// a name that begins with a digit is the same in both cases.
pub(crate) fn module_name(type_name: &str) -> String {
    escape(&snake_case(type_name), &["builders", "error", type_name], "_")
}

/// The name of a module's file, without its ending.
pub(crate) fn file_stem(module: &str) -> String {
    escape(module, TAKEN_FILES, "_")
}

/// The path of a module's file in a folder of `src`.
pub(crate) fn module_file(folder: &str, module: &str) -> String {
    format!("src/{folder}/{}.rs", file_stem(module))
}

/// The path of the file that a type has to itself.
pub(crate) fn type_file(type_name: &str) -> String {
    module_file("types", &module_name(type_name))
}

/// The name of the predicate that recognizes an error, e.g. `is_not_found`.
pub(crate) fn predicate_name(error: &str) -> String {
    format!("is_{}", snake_name(error))
}

/// The name of an enum variant, e.g. `PUBKEY_MSG_ACK` → `PubkeyMsgAck`. `Unknown` stands for what the model doesn't know.
pub fn variant_name(smithy: &str) -> String {
    renamed(camel_case(smithy), TAKEN_VARIANTS)
}

/// The name of the error that ends a stream of a union's events.
pub(crate) fn event_error_name(union: &str) -> String {
    format!("{union}Error")
}

/// Whether the module of errors has something of this name.
pub(crate) fn is_taken_error(type_name: &str) -> bool {
    TAKEN_ERRORS.contains(&type_name)
}

fn snake_case(smithy: &str) -> String {
    escape(&start_with_letter(words::snake_case(smithy)), RAW_NEVER, "_")
}

fn start_with_letter(name: String) -> String {
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("_{name}") } else { name }
}

fn renamed(name: String, taken: &[(&str, &str)]) -> String {
    taken.iter().find(|(from, _)| *from == name).map_or(name, |(_, to)| (*to).to_owned())
}

fn camel_case(smithy: &str) -> String {
    start_with_letter(words::camel_case(smithy))
}

fn escape(name: &str, taken: &[&str], suffix: &str) -> String {
    if taken.contains(&name) { format!("{name}{suffix}") } else { name.to_owned() }
}

/// An identifier, raw if it is a keyword.
///
/// Names come from the functions above, out of identifiers that parsing has checked; anything else becomes `_`
/// characters rather than a panic.
pub(crate) fn ident(name: &str) -> Ident {
    if !KEYWORDS.contains(&name) && is_identifier(name) {
        return Ident::new(name, Span::call_site());
    }
    let is_word = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(|b| b.is_ascii_lowercase());
    if is_word && !RAW_NEVER.contains(&name) {
        return Ident::new_raw(name, Span::call_site());
    }
    let legal: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    Ident::new(&format!("_{legal}_"), Span::call_site())
}

/// Whether a text has the form of an identifier. Only names that aren't ASCII, which are rare, are worth Rust's own tables.
fn is_identifier(name: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    match name.as_bytes() {
        [first, ..] if name.is_ascii() => !first.is_ascii_digit() && name.bytes().all(is_inner),
        // What stands around it, such as spaces, is read over.
        _ => syn::parse_str::<Ident>(name).is_ok_and(|ident| ident == name),
    }
}

/// The name of a generated crate's library: `wickr-sdk` → `wickr_sdk`.
pub(crate) fn library_name(package: &str) -> String {
    package.replace('-', "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_aws_sdk_for_rust() {
        let fields = [
            ("canStart11Call", "can_start11_call"),
            ("IPv6Address", "ipv6_address"),
            ("_2nd", "_2_nd"),
            ("ChecksumCRC32C", "checksum_crc32_c"),
            ("ChecksumCRC64NVME", "checksum_crc64_nvme"),
            ("SSEKMSKeyId", "ssekms_key_id"),
            ("S3Key", "s3_key"),
        ];
        for (smithy, rust) in fields {
            assert_eq!(field_name(smithy), rust);
        }
        for (smithy, rust) in [("GetOIDCInfo", "GetOidcInfo"), ("lowerCase", "LowerCase"), ("Self", "SelfValue")] {
            assert_eq!(type_name(smithy), rust);
        }
        for (smithy, rust) in [("ListSAMLProviders", "ListSAMLProviders"), ("getIt", "GetIt"), ("get_it", "GetIt")] {
            assert_eq!(operation_name(smithy), rust);
        }
        for (smithy, rust) in [("TLS_1_2", "Tls12"), ("_2FLASHES", "_2Flashes"), ("UNKNOWN", "UnknownValue")] {
            assert_eq!(variant_name(smithy), rust);
        }
        for (smithy, rust) in [("Self", "SelfValue"), ("SelfValue", "SelfValue_"), ("UnknownValue", "UnknownValue_")] {
            assert_eq!(variant_name(smithy), rust);
        }
        assert_eq!(snake_name("UnknownValue_"), "unknown_value_");
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
    fn a_types_module_is_called_otherwise_than_the_type() {
        for (smithy, module) in [("Bot", "bot"), ("Error", "error_"), ("_1", "_1_"), ("_2ndFactor", "_2nd_factor")] {
            let name = type_name(smithy);
            assert_eq!(module_name(&name), module, "{name}");
            assert_ne!(module_name(&name), name);
        }
    }

    #[test]
    fn keywords_are_what_syn_takes_for_no_identifier() {
        for word in KEYWORDS.iter().filter(|word| **word != "gen") {
            assert!(syn::parse_str::<syn::Ident>(word).is_err(), "{word}");
        }
        // A text that has more in it than an identifier is none.
        for (name, rust) in [("match", "r#match"), ("self", "_self_"), (" ü", "____"), ("a b", "_a_b_"), ("ü", "ü")]
        {
            assert_eq!(ident(name).to_string(), rust, "{name}");
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
