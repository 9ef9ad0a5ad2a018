//! Endpoints that have to be asked for (`aws.api#clientDiscoveredEndpoint`, where `required`): Amazon Timestream's.
//!
//! In: what an operation declares to be asked, and whom. Out: the endpoint's URL, kept as long as the service says. A
//! program that sets `endpoint_url` or an endpoint resolver of its own has decided already, and nothing is asked.

use super::failure::Failure;
use super::{BoxFuture, Handle, Inner};
use crate::endpoint::base::shown;
use crate::endpoint::is_valid_host_label;
use crate::error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Asks a service for the endpoint of an account's calls; generated code declares it.
pub type Discover = fn(Handle) -> BoxFuture<Result<Option<Discovered>, BoxError>>;

/// How long an answer is kept at most, whatever it says: one wrong answer must not hold for ever.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// What a service answers.
#[derive(Clone, Debug)]
pub struct Discovered {
    address: String,
    minutes: i64,
}

impl Discovered {
    /// A host's name, and for how many minutes it holds: a day at most, and not at all for a number below one.
    pub fn new(address: &str, minutes: i64) -> Self {
        Self { address: address.to_owned(), minutes }
    }
}

/// An endpoint that was asked for, and how long it holds. Clones share it.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell(Arc<tokio::sync::Mutex<Option<(String, SystemTime)>>>);

impl Inner {
    /// The URL of the endpoint that `discover` tells of; `None` where the program has decided. Those who need it at the
    /// same time wait for one answer.
    pub(super) async fn discovered(self: &Arc<Self>, discover: Discover) -> Result<Option<String>, BoxError> {
        let settings = &self.config.settings;
        if settings.endpoint_url_for(self.service.sdk_id).is_some() || self.config.endpoint_resolver().is_some() {
            return Ok(None);
        }
        // What stands in for the transport answers calls wherever they go.
        if settings.stand_in.is_some() {
            return Ok(None);
        }
        let mut kept = self.shared.discovery.0.lock().await;
        if let Some((url, until)) = kept.as_ref()
            && self.time.now() < *until
        {
            return Ok(Some(url.clone()));
        }
        let found = discover(Handle::of(self.clone())).await;
        let found = found.map_err(|source| format!("the endpoint could not be discovered: {source}"))?;
        let Discovered { address, minutes } = found.ok_or("the endpoint could not be discovered: there is none")?;
        if !is_valid_host_label(&address, true) {
            let address = shown(&address);
            return Err(format!("the discovered endpoint is {address:?}, which is no host's name").into());
        }
        let period = Duration::from_secs(u64::try_from(minutes).unwrap_or_default().saturating_mul(60)).min(LONGEST);
        let url = format!("https://{address}");
        *kept = self.time.now().checked_add(period).map(|until| (url.clone(), until));
        Ok(Some(url))
    }

    /// Asks anew next time, if the service didn't know the endpoint any more.
    pub(super) async fn forget_if_unknown(&self, outcome: &Result<HttpResponse, Failure>) {
        if let Err(Failure::Answer(answer)) = outcome
            && answer.code() == "InvalidEndpointException"
        {
            *self.shared.discovery.0.lock().await = None;
        }
    }
}
