//! Calls without an SDK, as a program would make them that needs these two: reqwest, aws-sigv4 and serde, nothing repeated.

mod types;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use aws_smithy_runtime_api::client::identity::Identity;
use bench_harness::{Caller, payload, run};
use serde::de::DeserializeOwned;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};
use types::{ListUsersOutput, UpdateSecurityGroup, UpdateSecurityGroupOutput};

fn main() -> ExitCode {
    run(|endpoint| {
        let provider = rustls::crypto::ring::default_provider().install_default();
        provider.expect("nobody else has chosen a provider of TLS");
        let http = reqwest::Client::builder().timeout(Duration::from_secs(120)).build().expect("TLS is there");
        let credentials = Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/EXAMPLEKEY", None, None, "bench");
        ByHand { http, endpoint: endpoint.to_owned(), identity: credentials.into() }
    })
}

#[derive(Clone)]
struct ByHand {
    http: reqwest::Client,
    endpoint: String,
    identity: Identity,
}

impl Caller for ByHand {
    async fn update(&mut self) -> String {
        let (network, group) = (payload::NETWORK_ID, payload::GROUP_ID);
        let body = serde_json::to_vec(&UpdateSecurityGroup::of_all(payload::GROUP_NAME)).expect("it is JSON");
        let path = format!("/networks/{network}/security-groups/{group}");
        let output: UpdateSecurityGroupOutput = self.call("PATCH", &path, body).await;
        assert_eq!(output.security_group.security_group_settings.max_ttl, Some(2_592_000));
        output.security_group.name
    }

    async fn list(&mut self) -> usize {
        let path = format!("/networks/{}/users?maxResults={}", payload::NETWORK_ID, payload::USERS);
        let output: ListUsersOutput = self.call("GET", &path, Vec::new()).await;
        output.users.iter().filter(|user| user.uname.is_some()).count()
    }
}

impl ByHand {
    async fn call<T: DeserializeOwned>(&self, method: &str, path: &str, body: Vec<u8>) -> T {
        let mut request = http::Request::builder().method(method).uri(format!("{}{path}", self.endpoint));
        if !body.is_empty() {
            request = request.header("content-type", "application/json");
        }
        let mut request = request.body(body).expect("method and address are right");
        self.sign(&mut request);
        let request = reqwest::Request::try_from(request).expect("the address is a URL");
        let answer = self.http.execute(request).await.expect("the server answers");
        let status = answer.status();
        let bytes = answer.bytes().await.expect("the answer ends");
        assert!(status.is_success(), "{status}: {}", String::from_utf8_lossy(&bytes));
        serde_json::from_slice(&bytes).expect("the answer is as the model says")
    }

    fn sign(&self, request: &mut http::Request<Vec<u8>>) {
        let params = v4::SigningParams::builder()
            .identity(&self.identity)
            .region("us-east-1")
            .name("wickr")
            .time(SystemTime::now())
            .settings(SigningSettings::default())
            .build()
            .expect("all is set")
            .into();
        let headers = request.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().expect("ours")));
        let uri = request.uri().to_string();
        let signable =
            SignableRequest::new(request.method().as_str(), uri, headers, SignableBody::Bytes(request.body()));
        let signed = sign(signable.expect("it has a host"), &params).expect("it can be signed");
        signed.into_parts().0.apply_to_request_http1x(request);
    }
}
