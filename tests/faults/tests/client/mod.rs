//! A client of Wickr whose attempts, waits and loads of credentials are counted.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextRef;
use sdk_faults::Server;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::config::{
    AsyncSleep, Config, ConfigBag, Credentials, ProvideCredentials, Region, RuntimeComponents, Sleep,
};
use sdk_runtime::transport::ReqwestClient;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};
use wickr_sdk::types::AccessLevel;

/// One that reads, one that is idempotent, one with a token, and one whose every arrival takes effect.
pub(crate) const OPERATIONS: [&str; 4] = ["GetNetwork", "DeleteSecurityGroup", "DeleteNetwork", "CreateNetwork"];

/// How a client is set up.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub address: String,
    pub scheme: &'static str,
    pub read_timeout: Option<Duration>,
    pub attempt_timeout: Option<Duration>,
    pub most_bytes: Option<usize>,
    pub knows_no_names: bool,
}

impl Settings {
    pub(crate) fn of(server: &Server) -> Self {
        Self::at(&server.address)
    }

    pub(crate) fn at(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            scheme: "http",
            read_timeout: None,
            attempt_timeout: None,
            most_bytes: None,
            knows_no_names: false,
        }
    }
}

/// The client, and what it did.
pub(crate) struct Client {
    wickr: wickr_sdk::Client,
    counted: Counted,
}

#[derive(Clone, Debug, Default)]
struct Counted {
    attempts: Arc<AtomicUsize>,
    loads: Arc<AtomicUsize>,
    waits: Arc<Mutex<Vec<Duration>>>,
}

impl Client {
    pub(crate) fn new(settings: Settings) -> Self {
        let counted = Counted::default();
        let mut timeouts = TimeoutConfig::builder();
        timeouts.set_read_timeout(settings.read_timeout);
        timeouts.set_operation_attempt_timeout(settings.attempt_timeout);
        let mut config = Config::builder()
            .endpoint_url(format!("{}://{}", settings.scheme, settings.address))
            .region(Region::new("us-east-1"))
            .credentials_provider(counted.clone())
            .retry_config(RetryConfig::standard())
            .timeout_config(timeouts.build())
            .sleep_impl(counted.clone())
            .interceptor(counted.clone());
        if let Some(most) = settings.most_bytes {
            config = config.max_response_bytes(most);
        }
        if settings.knows_no_names {
            let builder = ReqwestClient::builder().expect("the platform has certificates");
            let client = builder.dns_resolver(Arc::new(NoNames)).build().expect("the settings are right");
            config = config.http_client(ReqwestClient::from(client));
        }
        Self { wickr: wickr_sdk::Client::from_conf(config.build()), counted }
    }

    /// Calls one of [`OPERATIONS`]. Its error is the text.
    pub(crate) async fn call(&self, operation: &str) -> Result<(), String> {
        let network = "40718265";
        match operation {
            "GetNetwork" => said(self.wickr.get_network().network_id(network).send().await),
            "DeleteSecurityGroup" => {
                said(self.wickr.delete_security_group().network_id(network).group_id("Kx3vTq8L").send().await)
            }
            "DeleteNetwork" => said(self.wickr.delete_network().network_id(network).send().await),
            _ => {
                let call = self.wickr.create_network().network_name("Field").access_level(AccessLevel::Standard);
                said(call.send().await)
            }
        }
    }

    pub(crate) fn attempts(&self) -> usize {
        self.counted.attempts.load(Ordering::Relaxed)
    }

    pub(crate) fn loads(&self) -> usize {
        self.counted.loads.load(Ordering::Relaxed)
    }

    /// The waits between attempts, which take no time.
    pub(crate) fn waits(&self) -> Vec<Duration> {
        self.counted.waits.lock().expect("no test panics with it").clone()
    }
}

fn said<T, E: std::error::Error>(outcome: Result<T, E>) -> Result<(), String> {
    outcome.map(drop).map_err(|error| error.to_string())
}

impl Intercept for Counted {
    fn name(&self) -> &'static str {
        "Counted"
    }

    fn read_before_attempt(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.attempts.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}

impl ProvideCredentials for Counted {
    fn provide_credentials<'a>(&'a self) -> aws_credential_types::provider::future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let load = self.loads.fetch_add(1, Ordering::Relaxed);
        let expiry = SystemTime::now() + Duration::from_secs(3600);
        let credentials = Credentials::new(format!("AKID{load}"), "secret", Some("t".to_owned()), Some(expiry), "test");
        aws_credential_types::provider::future::ProvideCredentials::ready(Ok(credentials))
    }
}

impl AsyncSleep for Counted {
    /// Deadlines are real; waits between attempts take no time.
    fn sleep(&self, duration: Duration) -> Sleep {
        let is_deadline = DEADLINES.contains(&duration);
        if !is_deadline {
            self.waits.lock().expect("no test panics with it").push(duration);
            return Sleep::new(tokio::task::yield_now());
        }
        Sleep::new(tokio::time::sleep(duration))
    }
}

/// The deadlines that tests set, and the defaults: all other sleeps are waits between attempts.
const DEADLINES: [Duration; 5] = [
    Duration::from_millis(60),
    Duration::from_millis(120),
    sdk_runtime::timeout::READ,
    sdk_runtime::timeout::GRACE,
    sdk_runtime::timeout::OPERATION,
];

struct NoNames;

impl reqwest::dns::Resolve for NoNames {
    fn resolve(&self, _: reqwest::dns::Name) -> reqwest::dns::Resolving {
        Box::pin(async { Err("no such name".into()) })
    }
}
