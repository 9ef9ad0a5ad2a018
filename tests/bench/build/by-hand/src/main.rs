//! A program that lists networks without an SDK.

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use serde::Deserialize;
use std::error::Error;
use std::time::{Duration, SystemTime};

/// What is changed between two builds: cargo builds this file again when the variable has another value.
const EDITED: Option<&str> = option_env!("BENCH_EDIT");

#[allow(dead_code)]
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Network {
    network_id: String,
    network_name: String,
    access_level: String,
    aws_account_id: String,
    network_arn: String,
    standing: Option<i32>,
    free_trial_expiration: Option<String>,
    migration_state: Option<i32>,
    encryption_key_arn: Option<String>,
}

#[derive(Debug, Deserialize)]
struct ListNetworksOutput {
    networks: Vec<Network>,
}

#[tokio::main]
async fn main() {
    if let Some(edited) = EDITED {
        println!("{edited}");
    }
    match list_networks().await {
        Ok(output) => output.networks.iter().for_each(|network| println!("{network:?}")),
        Err(error) => eprintln!("{error}"),
    }
}

async fn list_networks() -> Result<ListNetworksOutput, Box<dyn Error>> {
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        return Err("somebody else has chosen a provider of TLS".into());
    }
    let http = reqwest::Client::builder().timeout(Duration::from_secs(120)).build()?;
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    let (id, secret, region) =
        (variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"), variable("AWS_REGION"));
    let url = format!("https://admin.wickr.{region}.amazonaws.com/networks");
    let mut request = http::Request::get(&url).body(Vec::new())?;
    let identity = Credentials::new(id, secret, None, None, "environment").into();
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(&region)
        .name("wickr")
        .time(SystemTime::now())
        .settings(SigningSettings::default())
        .build()?
        .into();
    let signable = SignableRequest::new("GET", url, std::iter::empty(), SignableBody::Bytes(b""))?;
    sign(signable, &params)?.into_parts().0.apply_to_request_http1x(&mut request);
    let answer = http.execute(request.try_into()?).await?;
    let status = answer.status();
    let bytes = answer.bytes().await?;
    if !status.is_success() {
        return Err(format!("{status}: {}", String::from_utf8_lossy(&bytes)).into());
    }
    Ok(serde_json::from_slice(&bytes)?)
}
