//! TLS: whom a client trusts.

use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{Builder, Config, Credentials, Region};
use sdk_runtime::transport::ReqwestClient;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::server::Acceptor;
use tokio_rustls::{LazyConfigAcceptor, TlsAcceptor};

/// A service behind TLS, with a certificate of its own making for these names; its URL, and the certificate.
async fn service(names: &[&str]) -> (String, CertificateDer<'static>) {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let made = rcgen::generate_simple_self_signed(names).expect("a certificate can be made");
    let certificate = made.cert.der().clone();
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|config| config.with_no_client_auth().with_single_cert(vec![certificate.clone()], key.into()))
        .expect("the certificate fits its key");
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let port = listener.local_addr().expect("it is bound").port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // A client that doesn't trust us ends the handshake.
            if let Ok(mut stream) = acceptor.accept(stream).await {
                let _ = stream.read(&mut [0; 4096]).await;
                let body = r#"{"networkName":"Field"}"#;
                let answer =
                    format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len());
                let _ = stream.write_all(answer.as_bytes()).await;
                let _ = stream.shutdown().await;
            }
        }
    });
    (format!("https://localhost:{port}"), certificate)
}

fn config(url: &str) -> Builder {
    Config::builder()
        .endpoint_url(url)
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
        .retry_config(RetryConfig::disabled())
}

async fn called(config: Builder) -> Result<String, String> {
    let client = wickr_sdk::Client::from_conf(config.build());
    match client.get_network().network_id("40718265").send().await {
        Ok(network) => Ok(network.network_name().to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

/// A client that trusts one certificate alone.
fn trusting(certificate: &CertificateDer<'_>) -> ReqwestClient {
    let root = reqwest::Certificate::from_der(certificate).expect("it is a certificate");
    let client = reqwest::Client::builder().tls_certs_only([root]).no_proxy().build();
    ReqwestClient::from(client.expect("the settings are right"))
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_refused() {
    let (url, _) = service(&["localhost"]).await;
    let error = called(config(&url)).await.expect_err("it is self-signed");
    assert!(error.starts_with(&format!("GetNetwork: could not connect to {url}: ")), "{error}");
    assert!(error.to_lowercase().contains("certificate"), "{error}");
}

#[tokio::test]
async fn a_programs_own_client_trusts_whom_it_will() {
    // reqwest's own TLS takes its provider from the process.
    let _ = default_provider().install_default();
    let (url, certificate) = service(&["localhost"]).await;
    let answer = called(config(&url).http_client(trusting(&certificate))).await;
    assert_eq!(answer.as_deref(), Ok("Field"));
    let (url, certificate) = service(&["wickr.example"]).await;
    let error = called(config(&url).http_client(trusting(&certificate))).await.expect_err("it is another's name");
    assert!(error.to_lowercase().contains("certificate"), "{error}");
}

/// What a client offers to speak: HTTP/1.1, and with the feature `http2` that first.
#[tokio::test]
async fn http2_is_offered_with_its_feature_alone() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let url = format!("https://{}", listener.local_addr().expect("it is bound"));
    let offered = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("somebody connects");
        let hello = LazyConfigAcceptor::new(Acceptor::default(), stream).await.expect("it says hello");
        let offers = hello.client_hello().alpn().into_iter().flatten();
        offers.map(|name| String::from_utf8_lossy(name).into_owned()).collect::<Vec<_>>()
    });
    called(config(&url)).await.expect_err("the service hangs up after the greeting");
    let expected: &[&str] = if cfg!(feature = "http2") { &["h2", "http/1.1"] } else { &["http/1.1"] };
    assert_eq!(offered.await.expect("it doesn't panic"), expected);
}
