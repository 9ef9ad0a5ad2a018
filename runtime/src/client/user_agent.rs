//! The `user-agent` header: who calls.
//!
//! In: the service, the config. Out: space-separated `name/value` pairs, in the order that AWS SDKs write them:
//! `sdk-runtime/0.1.0 ua/2.1 api/wickr#0.1.0 os/linux lang/rust app/…`. Of a service that isn't AWS's, without `ua/2.1`, the
//! version of these names.

use crate::config::Config;
use crate::declare::Service;

/// Composes the header's value. Names from outside were checked when their types were made, so that it is always a
/// valid header value.
pub(crate) fn user_agent(service: &Service, is_plain: bool, config: &Config) -> String {
    let api = token(&service.sdk_id.to_lowercase().replace(' ', "-"));
    let mut agent = format!(
        "sdk-runtime/{}{} api/{api}#{} os/{} lang/rust",
        env!("CARGO_PKG_VERSION"),
        if is_plain { "" } else { " ua/2.1" },
        token(service.package_version),
        std::env::consts::OS,
    );
    for framework in config.framework_metadata() {
        agent.push_str(&format!(" {framework}"));
    }
    if let Some(app) = config.app_name() {
        agent.push_str(&format!(" app/{app}"));
    }
    agent
}

/// Replaces whatever a product token can't hold ([RFC 9110, section 5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2)).
fn token(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() || "!$%&'*+-.^_`|~".contains(c) { c } else { '-' }).collect()
}
