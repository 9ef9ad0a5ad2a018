//! A client with fixed settings, and one call with it.

use crate::case::{Malformed, Response};
use crate::script::{Script, Sent};
use crate::services::{Failure, Operation, Outcome, Paged, Paging};
use aws_smithy_types::body::SdkBody;
use sdk_doubles::{Clock, before_signing};
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{Config, Credentials, Region};
use serde_json::Value;
use std::time::{Duration, SystemTime};

/// 1 February 2024, 01:02:03 UTC.
const NOW: Duration = Duration::from_secs(1_706_749_323);

/// What a client of a case is made with. The default is a client that can call.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) region: Option<String>,
    pub(crate) endpoint: Option<String>,
    pub(crate) use_fips: bool,
    pub(crate) use_dual_stack: bool,
    pub(crate) credentials: Credentials,
    pub(crate) time: SystemTime,
    /// Stands in for the body that the client wrote, before it is signed.
    pub(crate) body: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            region: Some("us-east-1".to_owned()),
            endpoint: None,
            use_fips: false,
            use_dual_stack: false,
            credentials: Credentials::new("AKIDEXAMPLE", "not-a-secret", None, None, "sdk-wire"),
            time: SystemTime::UNIX_EPOCH + NOW,
            body: None,
        }
    }
}

impl Settings {
    fn config(&self, script: &Script) -> Config {
        let mut config = Config::builder()
            .credentials_provider(self.credentials.clone())
            .retry_config(RetryConfig::disabled())
            .time_source(Clock::new(self.time))
            .random_seed(1)
            .use_fips(self.use_fips)
            .use_dual_stack(self.use_dual_stack)
            .http_client(script.transport());
        config.set_region(self.region.clone().map(Region::new));
        config.set_endpoint_url(self.endpoint.clone());
        match &self.body {
            Some(body) => {
                let body = body.clone();
                let replaces = before_signing(move |request| {
                    *request.body_mut() = SdkBody::from(body.as_str());
                    Ok(())
                });
                config.interceptor(replaces).build()
            }
            None => config.build(),
        }
    }
}

/// What came of a call.
#[derive(Debug)]
pub(crate) struct Called {
    pub(crate) outcome: Outcome,
    pub(crate) sent: Vec<Sent>,
}

impl Called {
    /// Why the call failed, if it did.
    pub(crate) fn failure(&self) -> Option<&Failure> {
        match &self.outcome {
            Outcome::Failed(failure) => Some(failure),
            Outcome::Answered(_) => None,
        }
    }

    /// The call's end in a line.
    pub(crate) fn describe(&self) -> String {
        match &self.outcome {
            Outcome::Failed(failure) => format!("error: {}", failure.text),
            Outcome::Answered(answer) => format!("success: {}", answer.output),
        }
    }
}

/// Makes calls and waits for them.
#[derive(Debug)]
pub(crate) struct Lab {
    runtime: tokio::runtime::Runtime,
}

impl Lab {
    pub(crate) fn new() -> std::io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
        Ok(Self { runtime })
    }

    /// Calls an operation as often as there are responses.
    pub(crate) fn calls(
        &self,
        operation: &Operation,
        settings: &Settings,
        input: &Value,
        responses: &[Response],
    ) -> Result<Vec<Called>, Malformed> {
        let script = Script::new(responses)?;
        let handle = (operation.client)(settings.config(&script));
        let mut calls = Vec::new();
        for _ in responses {
            let before = script.sent().len();
            let outcome = self.runtime.block_on((operation.call)(handle.clone(), input.clone()));
            calls.push(Called { outcome, sent: script.sent().split_off(before) });
        }
        Ok(calls)
    }

    /// Calls an operation once.
    pub(crate) fn call(
        &self,
        operation: &Operation,
        settings: &Settings,
        input: &Value,
        response: Response,
    ) -> Result<Called, Malformed> {
        let mut calls = self.calls(operation, settings, input, &[response])?;
        calls.pop().ok_or_else(|| Malformed::new("no call was made"))
    }

    /// Goes through an operation's pages.
    pub(crate) fn pages(
        &self,
        operation: &Operation,
        input: &Value,
        paging: &Paging,
        responses: &[Response],
    ) -> Result<(Paged, Vec<Sent>), Malformed> {
        let Some(pages) = operation.pages else {
            return Err(Malformed(format!("{} gives no pages in this crate", operation.name)));
        };
        let script = Script::new(responses)?;
        let handle = (operation.client)(Settings::default().config(&script));
        let paged = self.runtime.block_on(pages(handle, input.clone(), paging.clone()));
        Ok((paged, script.sent()))
    }
}
