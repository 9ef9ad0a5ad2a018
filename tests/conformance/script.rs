//! The HTTP client that a case is run with, and what it is set to.

use super::{TOKEN, text};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{Config, Credentials, Region};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Keeps the request and plays the answer.
#[derive(Clone, Debug)]
pub(super) struct Script {
    pub(super) sent: Arc<Mutex<Option<Sent>>>,
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

/// A request as it was handed to the HTTP client.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub(super) method: String,
    pub(super) host: String,
    pub(super) path: String,
    pub(super) query: Vec<String>,
    /// By lower-case name; several values of one name joined by commas.
    pub(super) headers: BTreeMap<String, String>,
    pub(super) body: Vec<u8>,
}

impl Script {
    pub(super) fn new(status: u16, headers: &Value, body: Vec<u8>) -> Self {
        let headers = headers.as_object().into_iter().flatten();
        let headers = headers.map(|(name, value)| (name.clone(), text(value).to_owned())).collect();
        Self { sent: Arc::default(), status, headers, body }
    }
}

impl Sent {
    pub(super) fn of(request: &HttpRequest) -> Self {
        let uri = request.uri();
        let rest = uri.split_once("://").map_or(uri, |(_, rest)| rest);
        let (host, target) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut headers = BTreeMap::<String, String>::new();
        for (name, value) in request.headers() {
            let values = headers.entry(name.to_ascii_lowercase()).or_default();
            values.push_str(if values.is_empty() { "" } else { ", " });
            values.push_str(value.trim());
        }
        let body = request.body().bytes().unwrap_or_default().to_vec();
        // Transports say how long a body is.
        if !body.is_empty() {
            headers.entry("content-length".to_owned()).or_insert_with(|| body.len().to_string());
        }
        Self {
            method: request.method().to_owned(),
            host: host.to_owned(),
            path: path.to_owned(),
            query: query.split('&').filter(|pair| !pair.is_empty()).map(str::to_owned).collect(),
            headers,
            body,
        }
    }
}

impl HttpConnector for Script {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        *self.sent.lock().unwrap_or_else(PoisonError::into_inner) = Some(Sent::of(&request));
        let mut response = http::Response::builder().status(self.status);
        for (name, value) in &self.headers {
            response = response.header(name, value);
        }
        let response = response.body(SdkBody::from(self.body.clone())).expect("a case's answer is one");
        let response = HttpResponse::try_from(response).expect("a case's answer is one");
        let (sent, body) = (self.sent.clone(), request.into_body());
        if body.bytes().is_some() {
            return HttpConnectorFuture::ready(Ok(response));
        }
        // A stream is read before it is answered.
        HttpConnectorFuture::new(async move {
            let body = sdk_runtime::primitives::ByteStream::new(body).collect().await;
            let body = body.map_err(|error| ConnectorError::user(error.into()))?.to_vec();
            if let Some(sent) = sent.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
                sent.body = body;
            }
            Ok(response)
        })
    }
}

impl HttpClient for Script {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

pub(super) fn config(script: &Script, host: &str, case: &Value) -> Config {
    let mut config = Config::builder();
    let settings = &case["settings"];
    // Where the rules make hosts of settings, that of a case with settings follows from them.
    let endpoint = (case["settings_are_rules"] != true).then(|| format!("https://{host}"));
    config.set_endpoint_url(endpoint).set_region(Some(Region::new("us-east-1")));
    for (name, value) in settings.as_object().into_iter().flatten() {
        match name.as_str() {
            "region" => drop(config.set_region(Some(Region::new(text(value).to_owned())))),
            "use_dual_stack" => drop(config.set_use_dual_stack(value.as_bool())),
            // The model's names live as long as its cases, which are read once.
            own => config.context_mut().set(Box::leak(own.to_owned().into_boxed_str()), value.as_bool()),
        }
    }
    config
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "not-a-secret", None, None, "conformance"))
        .allow_no_auth()
        .retry_config(RetryConfig::disabled())
        .idempotency_token_provider(TOKEN)
        .http_client(script.clone())
        .build()
}
