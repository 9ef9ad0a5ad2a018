//! Signatures for several regions, which messages of a stream can't have.

use super::server::scripted;
use super::talk::{Client, words};
use crate::support::config;
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
use aws_smithy_types::Document;
use aws_smithy_types::endpoint::EndpointAuthScheme;
use sdk_runtime::config::endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint};
use sdk_runtime::error::DisplayErrorContext;

/// An endpoint of these schemes.
#[derive(Debug)]
struct At(String, &'static [&'static str]);

impl ResolveEndpoint for At {
    fn resolve_endpoint<'a>(&'a self, _: &'a Params) -> EndpointFuture<'a> {
        let scheme = |name: &&str| {
            let scheme = EndpointAuthScheme::with_capacity((*name).to_owned(), 2).put("signingName", "talk".to_owned());
            match *name {
                "sigv4a" => scheme.put("signingRegionSet", vec![Document::from("*")]),
                _ => scheme.put("signingRegion", "eu-north-1".to_owned()),
            }
        };
        let endpoint = Endpoint::builder().url(self.0.clone());
        EndpointFuture::ready(Ok(self.1.iter().map(scheme).fold(endpoint, |all, one| all.auth_scheme(one)).build()))
    }
}

#[tokio::test]
async fn the_other_signature_is_made_where_the_endpoint_takes_either() {
    let (url, asked) = scripted(Vec::new()).await;
    let settings = config(&url).endpoint_resolver(At(url.clone(), &["sigv4a", "sigv4"]));
    let settings = settings.auth_scheme_preference([AuthSchemeId::from("sigv4a"), AuthSchemeId::from("sigv4")]);
    Client::new(settings).talk().room("hall").said(words(&["a"])).send().await.expect("it answers");
    let asked = asked.lock().expect("no test panics with it");
    let signature = asked[0].headers["authorization"].to_str().expect("it is text");
    assert!(signature.starts_with("AWS4-HMAC-SHA256 ") && signature.contains("/eu-north-1/talk/"), "{signature}");
}

#[tokio::test]
async fn an_endpoint_that_takes_nothing_else_is_refused_with_what_to_do() {
    let (url, asked) = scripted(Vec::new()).await;
    let client = Client::new(config(&url).endpoint_resolver(At(url.clone(), &["sigv4a"])));
    let error = client.talk().room("hall").said(words(&["a"])).send().await.expect_err("it can't be signed");
    let text = DisplayErrorContext(&error).to_string();
    assert!(text.contains("can't be signed by sigv4a") && text.contains("call an endpoint of one region"), "{text}");
    assert!(asked.lock().expect("no test panics with it").is_empty(), "nothing is sent");
}
