//! The `user-agent` header: who calls, and by which features of the SDK.
//!
//! In: the service, the config, what the environment says; then for each call what it makes use of. Out: `name/value#version`
//! pairs with spaces between, in the order that AWS's SDKs keep to (the grammar stands at the end of
//! [`user_agent.rs`](https://github.com/smithy-lang/smithy-rs/blob/main/aws/rust-runtime/aws-runtime/src/user_agent.rs)):
//!
//! ```text
//! sdk-runtime/0.1.0 ua/2.1 api/wickr#0.1.0 os/linux lang/rust#1.95.0 exec-env/… m/E,g lib/… app/…
//! ```
//!
//! Of a service that isn't AWS's, without `ua/2.1`, the version of these names, `exec-env` and `m`. The header `x-amz-user-agent`, in
//! which AWS's own SDK for Rust says the same once more, is for programs that can't set this one, which are those in browsers.

use super::Inner;
use super::dispatch::Call;
use super::features::{Features, Origin, write};
use crate::config::Config;
use crate::declare::{Scheme, Service};
use crate::endpoint::BuiltIns;
use crate::error::BoxError;
use aws_types::build_metadata::BUILD_METADATA;
use http::HeaderValue;
use std::sync::{Mutex, PoisonError};

/// What says where a program runs: `AWS_Lambda_rust`, `AWS_ECS_FARGATE`.
const EXECUTION_ENV: &str = "AWS_EXECUTION_ENV";

/// How much is said of that, in bytes.
const MOST_OF_ENV: usize = 128;

/// How many frameworks are named, as by AWS's own SDK for Rust.
const MOST_FRAMEWORKS: usize = 10;

/// For how many sets of features the header is kept. A client's calls have few.
const MOST: usize = 16;

/// Names are checked when their types are made, so that this is the framework's version at most.
const UNSENDABLE: &str =
    "the user agent has a character that an HTTP header can't hold: correct `app_name` or `framework_metadata`";

/// The header of one client's requests.
pub(super) struct UserAgent {
    /// What stands before the features, and what stands behind them.
    before: String,
    after: String,
    /// The features that every call has; `None` where none are said.
    always: Option<Features>,
    made: Mutex<Vec<(Features, Origin, HeaderValue)>>,
}

impl UserAgent {
    pub(super) fn new(service: &Service, is_plain: bool, config: &Config) -> Self {
        let environment = std::env::var(EXECUTION_ENV).ok().filter(|_| !is_plain);
        Self {
            before: before(service, is_plain, environment.as_deref()),
            after: after(config),
            always: (!is_plain).then(|| Features::of_client(service, config)),
            made: Mutex::default(),
        }
    }

    /// The header's value for calls with these features, signed by credentials of this origin.
    pub(super) fn value(&self, features: Features, origin: Origin) -> Result<HeaderValue, BoxError> {
        // Where features aren't said, all calls have the same.
        let (features, origin) = match self.always {
            Some(always) => (always.and(features), origin),
            None => Default::default(),
        };
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((.., value)) = made.iter().find(|(of, from, _)| (*of, *from) == (features, origin)) {
            return Ok(value.clone());
        }
        let mut text = self.before.clone();
        if self.always.is_some() {
            text.push_str(" m/");
            write(&mut text, features, origin);
        }
        text.push_str(&self.after);
        let value = HeaderValue::try_from(text).map_err(|_| UNSENDABLE)?;
        if made.len() >= MOST {
            made.clear();
        }
        made.push((features, origin, value.clone()));
        Ok(value)
    }
}

impl Inner {
    /// With whether the config says where calls go, what they make use of before their attempts.
    pub(super) fn features(&self, features: Features) -> Features {
        match self.built_ins.get() {
            Some(Ok(BuiltIns { endpoint: Some(_), .. })) => features.and(Features::ENDPOINT_OVERRIDE),
            _ => features,
        }
    }
}

impl Call {
    /// By what such a signature is made.
    pub(super) fn features_of(&self, scheme: Scheme) -> Features {
        let mut features = Features::default();
        if scheme == Scheme::SigV4a {
            features.add(Features::SIGV4A_SIGNING);
        }
        if self.has_session() {
            features.add(Features::S3_EXPRESS_BUCKET);
        }
        features
    }

    /// Adds what shows only when a request is about to prove who calls: by which features it does so, with what credentials.
    /// A header that an interceptor wrote stays as it is.
    pub(super) fn say(&mut self, features: Features, origin: Origin) -> Result<(), BoxError> {
        if (features, origin) == Default::default() {
            return Ok(());
        }
        let agent = &self.inner.user_agent;
        let (said, full) =
            (agent.value(self.features, Origin::UNKNOWN)?, agent.value(self.features.and(features), origin)?);
        let headers = self.request()?.headers_mut();
        if said != full && headers.get("user-agent").is_some_and(|value| said == value) {
            headers.try_insert("user-agent", full)?;
        }
        Ok(())
    }
}

fn before(service: &Service, is_plain: bool, environment: Option<&str>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let ua = if is_plain { "" } else { " ua/2.1" };
    let api = token(&service.sdk_id.to_lowercase().replace(' ', "-"));
    let (of, rust) = (token(service.package_version), token(BUILD_METADATA.rust_version));
    let mut agent =
        format!("sdk-runtime/{version}{ua} api/{api}#{of} os/{} lang/rust#{rust}", os(std::env::consts::OS));
    if let Some(environment) = environment.map(token).filter(|environment| !environment.is_empty()) {
        agent.push_str(" exec-env/");
        agent.extend(environment.chars().take(MOST_OF_ENV));
    }
    agent
}

fn after(config: &Config) -> String {
    let mut agent = String::new();
    let mut named = Vec::new();
    for framework in config.framework_metadata() {
        if !named.contains(&framework) && named.len() < MOST_FRAMEWORKS {
            named.push(framework);
            agent.push_str(" lib/");
            agent.push_str(&token(framework.name()));
            if let Some(version) = framework.version() {
                agent.push('#');
                agent.push_str(&token(version));
            }
        }
    }
    if let Some(app) = config.app_name() {
        agent.push_str(&format!(" app/{app}"));
    }
    agent
}

/// The name of the system, of those that are agreed on.
fn os(name: &str) -> &str {
    match name {
        "android" | "ios" | "linux" | "macos" | "tvos" | "watchos" | "windows" => name,
        _ => "other",
    }
}

/// Replaces whatever a product token can't hold ([RFC 9110, section 5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2)),
/// and `#`, which separates.
fn token(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() || "!$%&'*+-.^_`|~".contains(c) { c } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::{before, os, token};
    use crate::declare::Service;

    #[test]
    fn what_the_environment_says_cannot_break_the_header() {
        let of = |environment: Option<&str>| {
            let agent = before(&Service::TEST, false, environment);
            agent.split_once(" exec-env/").map(|(_, environment)| environment.to_owned())
        };
        assert_eq!(of(Some("AWS_Lambda_rust")).as_deref(), Some("AWS_Lambda_rust"));
        assert_eq!(of(Some("a b/c#d,e\r\nx: y\u{7f}é")).as_deref(), Some("a-b-c-d-e--x--y--"));
        assert_eq!(of(Some(&"x".repeat(1 << 20))).map(|environment| environment.len()), Some(128));
        assert_eq!((of(None), of(Some(""))), (None, None));
    }

    #[test]
    fn systems_that_have_no_agreed_name_are_others() {
        assert_eq!((os("linux"), os("macos"), os("freebsd"), os("")), ("linux", "macos", "other", "other"));
    }

    #[test]
    fn rust_s_version_is_said() {
        let agent = before(&Service::TEST, true, None);
        let (_, rust) = agent.split_once(" lang/rust#").expect("the language is said");
        assert!(rust.starts_with("1.") && rust == token(rust), "{agent}");
    }
}
