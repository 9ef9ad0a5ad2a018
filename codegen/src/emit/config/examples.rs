//! The front page of `config`: an example for each group of settings.

use crate::docs::{Example, Markdown};
use crate::emit::crate_root::login;
use crate::emit::example::Code;
use crate::emit::shown;
use crate::ir::Service;
use crate::markdown;
use crate::names::library_name;
use quote::quote;

/// A group of settings: what stands above its code, the code for the crate `sdk`, and what follows.
struct Group {
    heading: &'static str,
    code: &'static str,
    after: &'static str,
}

/// Where calls go and who makes them, of AWS's services.
const WHO_AND_WHERE: Group = Group {
    heading: "Where calls go, and who makes them",
    code: r#"use sdk::config::{Config, Credentials, Region};

let credentials = Credentials::new("key ID", "secret key", None, None, "my program");
let config = Config::builder()
    .region(Region::new("us-east-1"))
    .credentials_provider(credentials)
    .build();"#,
    after: "`use_fips` and `use_dual_stack` ask for other endpoints of the service, `endpoint_url` sends calls anywhere else, and \
            [`endpoint`] lets a program decide.",
};

/// Those that all services have.
const GROUPS: &[Group] = &[
    Group {
        heading: "Deadlines",
        code: r"use sdk::config::timeout::TimeoutConfig;
use sdk::config::{Config, StalledStreamProtectionConfig};
use std::time::Duration;

let deadlines = TimeoutConfig::builder()
    .read_timeout(Duration::from_secs(60))
    .operation_timeout(Duration::from_secs(300))
    .build();
let pieces = StalledStreamProtectionConfig::enabled()
    .grace_period(Duration::from_secs(60))
    .build();
let config = Config::builder()
    .timeout_config(deadlines)
    .stalled_stream_protection(pieces)
    .build();",
        after: "Deadlines that aren't mentioned keep their defaults. [`timeout`] has all of them.",
    },
    Group {
        heading: "Repetitions",
        code: r"use sdk::config::Config;
use sdk::config::retry::RetryConfig;

let config = Config::builder()
    .retry_config(RetryConfig::adaptive().with_max_attempts(5))
    .build();",
        after: "`RetryConfig::disabled()` makes one attempt. [`retry`] says which failures are worth another, and how long the waits are.",
    },
    Group {
        heading: "Connections and bodies",
        code: r"use sdk::config::Config;
use sdk::config::http::DefaultClient;

// Clients with clones of it share connections.
let http = DefaultClient::new();
let config = Config::builder()
    .http_client(http.clone())
    .max_response_bytes(8 * 1024 * 1024)
    .build();",
        after: "[`DefaultClient`](http::DefaultClient) says which proxies and certificates it uses. With the feature `reqwest`, \
                `http::ReqwestClient` takes a client of the program's.",
    },
    Group {
        heading: "Seeing and changing requests",
        code: r#"use sdk::config::interceptors::BeforeTransmitInterceptorContextMut;
use sdk::config::{AppName, Config, ConfigBag, Intercept, RuntimeComponents};
use sdk::error::BoxError;

#[derive(Debug)]
struct Ticket(&'static str);

impl Intercept for Ticket {
    fn name(&self) -> &'static str {
        "Ticket"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        context.request_mut().headers_mut().insert("x-ticket", self.0);
        Ok(())
    }
}

let config = Config::builder()
    .interceptor(Ticket("SEC-1047"))
    .app_name(AppName::new("access-review")?)
    .build();"#,
        after: "[`interceptors`] has the hooks and their order. The program's name becomes a part of the user agent.",
    },
];

/// The documentation of the module.
pub(super) fn documentation(service: &Service) -> Markdown {
    const FROM_AWS_CONFIG: &str = "\
        `Config::new(&sdk_config)` takes those that `aws-config` has loaded, and `Builder::from(&sdk_config)` lets a program \
        change some of them. ";
    const EACH: &str = "\
        A [`Builder`] by itself starts from nothing; each setter says what holds without it. Three things \
        a client reads from the environment: its proxies, the rules for repetitions ([`retry`]), and where it runs, which \
        services are told.";
    let library = library_name(&service.package);
    let mut docs = markdown!("A client's settings.");
    docs.push_paragraph(&markdown!("{}{}", if service.is_plain { "" } else { FROM_AWS_CONFIG }, EACH).wrapped(""));
    docs.push_paragraph(&if service.is_plain { plain(service, &library) } else { group(&WHO_AND_WHERE, &library) });
    for found in GROUPS {
        docs.push_paragraph(&group(found, &library));
    }
    docs.push_paragraph(&one_call(service, &library));
    docs
}

fn group(Group { heading, code, after }: &Group, library: &str) -> Markdown {
    let (before, end) = match code.contains('?') {
        true => ("# fn example() -> Result<(), Box<dyn std::error::Error>> {", "# Ok(())\n# }"),
        false => ("# fn example() {", "# }"),
    };
    let code = code.replace("use sdk::", &format!("use {library}::"));
    let mut text = markdown!("# {}", heading);
    text.push_paragraph(&Markdown::example(&Example::new(before, &code, end)));
    text.push_paragraph(&markdown!("{}", after).wrapped(""));
    text
}

/// Where calls go and who makes them, of other services.
fn plain(service: &Service, library: &str) -> Markdown {
    let code = format!(
        r#"let config = {library}::Config::builder()
    .endpoint_url("https://api.example.com"){}
    .build();"#,
        login(service, library)
    );
    let mut text =
        markdown!("# Where calls go{}", if service.logins().is_empty() { "" } else { ", and who makes them" });
    text.push_paragraph(&Markdown::example(&Example::new("# fn example() {", &code, "# }")));
    text
}

/// What one call does differently.
fn one_call(service: &Service, library: &str) -> Markdown {
    let Some((_, call)) = shown::any(service, library) else { return Markdown::default() };
    let Code { imports, statements } = Code::of(quote! {
        let output = #call.customize().config_override(once).send().await?;
    });
    let code = format!(
        r"use {library}::config::Builder;
use {library}::config::retry::RetryConfig;
{imports}
let once = Builder::new().retry_config(RetryConfig::disabled());
{statements}"
    );
    let before = format!("# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{");
    let mut text = markdown!("# One call");
    text.push_paragraph(&Markdown::example(&shown::fallible(&before, &code)));
    text
}
