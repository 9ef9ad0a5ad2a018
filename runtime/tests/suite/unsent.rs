//! An operation whose every arrival takes effect is repeated only where the request surely never left.

use crate::support::server::{Reply, Server};
use crate::support::time::Noted;
use crate::support::{CreateThing, Error, SERVICE, config, get};
use sdk_doubles::transport;
use sdk_runtime::config::http::ReqwestClient;
use sdk_runtime::error::{ConnectorError, DisplayErrorContext};
use sdk_runtime::{Handle, SdkError};
use std::io::{Error as IoError, ErrorKind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

#[tokio::test]
async fn an_established_connection_may_become_unreachable() {
    for (kind, creations) in [
        (ErrorKind::HostUnreachable, 1),
        (ErrorKind::NetworkUnreachable, 1),
        (ErrorKind::AddrNotAvailable, 1),
        (ErrorKind::NetworkDown, 1),
        (ErrorKind::NotConnected, 1),
        (ErrorKind::ConnectionRefused, 3),
    ] {
        // Every request takes effect before it fails.
        let effects = Arc::new(AtomicUsize::new(0));
        let counts = effects.clone();
        let lossy = transport(move |_| {
            counts.fetch_add(1, Ordering::SeqCst);
            Err(ConnectorError::io(IoError::from(kind).into()))
        });
        let config = config("http://127.0.0.1:9").sleep_impl(Noted::new()).http_client(lossy).build();
        let handle = Handle::new(&SERVICE, config);
        handle.send(&mut CreateThing { body: "{}" }).await.expect_err("it always fails");
        assert_eq!(effects.swap(0, Ordering::SeqCst), creations, "{kind}");
        handle.send(&mut get("1")).await.expect_err("it always fails");
        assert_eq!(effects.load(Ordering::SeqCst), 3, "reading may be repeated: {kind}");
    }
}

/// An address of this machine where nobody listens.
async fn nobody() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    format!("http://{}", listener.local_addr().expect("it is bound"))
}

/// A program's own client follows redirects unless it is told not to.
#[tokio::test]
async fn a_refused_connection_after_a_redirect_says_nothing_of_the_first_request() {
    for status in [301, 302, 303, 307, 308] {
        for body in ["{}", ""] {
            let location: &'static str = format!("location: {}/elsewhere\r\n", nobody().await).leak();
            let server = Server::start(vec![Reply::Http(status, location, ""); 3]).await;
            let own = ReqwestClient::builder().expect("the platform has certificates");
            let own = own.redirect(reqwest::redirect::Policy::default()).build().expect("the settings are right");
            let config = config(&server.url).sleep_impl(Noted::new()).http_client(ReqwestClient::from(own));
            let error = Handle::new(&SERVICE, config.build()).send(&mut CreateThing { body }).await;
            let error = error.expect_err("nobody listens there").to_string();
            assert_eq!(server.seen().len(), 1, "{status} {body:?}: {error}");
            assert!(!error.contains("elsewhere"), "{error}");
        }
    }
}

#[tokio::test]
async fn a_connection_that_was_never_made_is_tried_again() {
    for own in [None, Some(ReqwestClient::from(reqwest_client()))] {
        for url in [nobody().await, "https://wickr.invalid".to_owned()] {
            let noted = Noted::new();
            let mut config = config(&url).sleep_impl(noted.clone());
            if let Some(own) = own.clone() {
                config = config.http_client(own);
            }
            let error = Handle::new(&SERVICE, config.build()).send(&mut CreateThing { body: "{}" }).await;
            let error: SdkError<Error> = error.expect_err("nobody listens there");
            assert!(error.to_string().starts_with("CreateThing: could not connect to "), "{error}");
            assert_eq!(noted.waits().len(), 2, "{url}: {error}");
        }
    }
}

fn reqwest_client() -> reqwest::Client {
    let builder = ReqwestClient::builder().expect("the platform has certificates");
    builder.connect_timeout(Duration::from_secs(3)).build().expect("the settings are right")
}

/// Path and query may hold what is nobody's business.
#[tokio::test]
async fn a_transports_error_names_the_endpoint_and_not_the_url() {
    for own in [None, Some(ReqwestClient::from(reqwest_client()))] {
        let closes = Server::start(vec![Reply::Close; 3]).await;
        for url in [closes.url.clone(), nobody().await] {
            let mut config = config(&format!("{url}/my-base?my-query=1")).sleep_impl(Noted::new());
            if let Some(own) = own.clone() {
                config = config.http_client(own);
            }
            let error = Handle::new(&SERVICE, config.build()).send(&mut get("my-id")).await.expect_err("no answer");
            let shown = format!("{error} {error:?} {}", DisplayErrorContext(&error));
            assert!(shown.contains(&url), "{shown}");
            for secret in ["my-base", "my-query", "my-id"] {
                assert!(!shown.contains(secret), "{secret}: {shown}");
            }
        }
    }
}
