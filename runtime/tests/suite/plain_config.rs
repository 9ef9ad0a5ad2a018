//! The settings of a service that isn't AWS's: those of all clients but what is AWS's alone.

use std::collections::BTreeSet;
use std::path::Path;

mod config {
    sdk_runtime::plain_config!(api_key, basic_auth_login, bearer_token, digest_auth_login);
}

/// What is AWS's alone, of the builder: regions, credentials, signatures, checksums, the rules' parameters.
const OF_AWS: [&str; 26] = [
    "account_id_endpoint_mode",
    "apply_test_defaults",
    "apply_test_defaults_v2",
    "credentials_provider",
    "disable_clock_skew_correction",
    // What it decides by are regions, accounts and AWS's kinds of endpoints.
    "endpoint_resolver",
    "region",
    "request_checksum_calculation",
    "response_checksum_validation",
    "set_account_id_endpoint_mode",
    "set_credentials_provider",
    "set_disable_clock_skew_correction",
    "set_endpoint_resolver",
    "set_region",
    "set_request_checksum_calculation",
    "set_response_checksum_validation",
    "set_sigv4a_signing_region_set",
    "set_use_dual_stack",
    "set_use_fips",
    "sigv4a_signing_region_set",
    "use_dual_stack",
    "use_fips",
    "with_test_defaults",
    "with_test_defaults_v2",
    // Accepted without effect, for programs that were written for AWS's own crates.
    "capture_input_attributes",
    "emit_input_attributes",
];

/// The same of the config.
const READ_OF_AWS: [&str; 11] = [
    "account_id_endpoint_mode",
    "credentials_provider",
    "disable_clock_skew_correction",
    "endpoint_resolver",
    "new",
    "region",
    "request_checksum_calculation",
    "response_checksum_validation",
    "sigv4a_signing_region_set",
    "use_dual_stack",
    "use_fips",
];

fn source(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A name at the beginning of a text, and what follows.
fn name(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// The public methods within `impl {of}` in a source, written out or as rows of the macros that make pairs of setters.
fn methods(source: &str, of: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let (mut inside, mut rows, mut hidden) = (false, false, false);
    for line in source.lines().map(str::trim) {
        if line.starts_with("impl ") {
            inside = line == format!("impl {of} {{");
        }
        match line {
            "#[cfg(test)]" => break,
            "#[doc(hidden)]" => hidden = true,
            _ if line.starts_with("macro_rules!") => (inside, rows, hidden) = (false, false, false),
            _ if ["setters! {", "$crate::__plain_setters! {", "$crate::__plain_login! {"].contains(&line) => {
                rows = true
            }
            "}" => rows = false,
            _ => {}
        }
        if let Some((method, _)) = line.strip_prefix("pub fn ").and_then(name) {
            if inside && !hidden {
                found.insert(method.to_owned());
            }
            hidden = false;
        }
        // `name(given), set_name: Type;`, or the names of a login with commas between.
        if rows && of == "Builder" && !line.starts_with("//") {
            if let Some((first, rest)) = name(line)
                && rest.starts_with('(')
                && let Some((_, set)) = rest.split_once("), ")
            {
                found.extend([Some(first), name(set).map(|(set, _)| set)].into_iter().flatten().map(str::to_owned));
            } else {
                let row = line.rsplit_once(": ").map_or(line, |(_, names)| names).trim_end_matches([',', ';']);
                let is_name = |text: &&str| text.contains('_') && name(text).is_some_and(|(_, rest)| rest.is_empty());
                found.extend(row.split(", ").filter(is_name).map(str::to_owned));
            }
        }
    }
    found
}

fn all(files: &[&str], of: &str) -> BTreeSet<String> {
    files.iter().flat_map(|file| methods(&source(file), of)).collect()
}

#[test]
fn a_plain_config_has_all_settings_but_those_of_aws() {
    const RUNTIME: [&str; 5] = [
        "config/builder.rs",
        "config/logins.rs",
        "config/mod.rs",
        "config/test_defaults.rs",
        "config/without_effect.rs",
    ];
    const PLAIN: [&str; 3] = ["macros/config/logins.rs", "macros/config/mod.rs", "macros/config/setters.rs"];
    let lacking = |of: &str| -> (BTreeSet<String>, usize) {
        let (runtime, plain) = (all(&RUNTIME, of), all(&PLAIN, of));
        (runtime.difference(&plain).cloned().collect(), runtime.len())
    };
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    let (setters, known) = lacking("Builder");
    assert!(known > 70, "{known} setters are found");
    assert_eq!(setters, named(&OF_AWS));
    let (getters, known) = lacking("Config");
    assert!(known > 25, "{known} getters are found");
    assert_eq!(getters, named(&READ_OF_AWS));
}

#[test]
fn what_is_set_is_read() {
    use config::retry::{ClassifyRetry, RetryAction};
    use sdk_runtime::config::interceptors::InterceptorContext;

    #[derive(Debug)]
    struct Never;

    impl ClassifyRetry for Never {
        fn classify_retry(&self, _: &InterceptorContext) -> RetryAction {
            RetryAction::RetryForbidden
        }

        fn name(&self) -> &'static str {
            "never"
        }
    }

    let config = config::Config::builder()
        .disable_request_compression(true)
        .request_min_compression_size_bytes(7)
        .retry_classifier(Never)
        .auth_scheme_preference([config::auth::AuthSchemeId::new("httpBasicAuth")])
        .identity_cache(config::IdentityCache::no_cache())
        .token_provider(config::Token::new("t", None))
        .build();
    assert_eq!(config.disable_request_compression(), Some(true));
    assert_eq!(config.request_min_compression_size_bytes(), Some(7));
    assert_eq!(config.retry_classifiers().map(|one| one.name()).collect::<Vec<_>>(), ["never"]);
    assert!(config.auth_scheme_preference().is_some() && config.identity_cache().is_some());
    assert!(config.token_provider().is_some() && config.auth_scheme_resolver().is_none());
    assert_eq!(config.auth_schemes().count(), 0);
    let mut builder = config.to_builder();
    builder.set_disable_request_compression(None).set_request_min_compression_size_bytes(None);
    builder.set_retry_classifiers([]).set_auth_scheme_preference(None).set_token_provider(None);
    let cleared = builder.build();
    assert_eq!((cleared.disable_request_compression(), cleared.request_min_compression_size_bytes()), (None, None));
    assert_eq!(cleared.retry_classifiers().count(), 0);
    assert!(cleared.auth_scheme_preference().is_none() && cleared.token_provider().is_none());
}
