//! TLS: whom a client trusts.

use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{Builder, Config, Credentials, Region};
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

/// What a program prints that calls `url` on a machine that trusts one certificate alone.
async fn trusting(certificate: &CertificateDer<'_>, name: &str, url: &str, proxy: Option<&str>) -> String {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, pem(certificate)).expect("the folder for tests' files can be written to");
    let mut call = std::process::Command::new(env!("CARGO_BIN_EXE_call"));
    call.arg(url).env("SSL_CERT_FILE", file).env_remove("SSL_CERT_DIR");
    if let Some(proxy) = proxy {
        call.env("HTTPS_PROXY", proxy).env_remove("NO_PROXY").env_remove("no_proxy");
    }
    let output = tokio::task::spawn_blocking(move || call.output()).await.expect("it doesn't panic");
    String::from_utf8(output.expect("the program runs").stdout).expect("it prints text").trim().to_owned()
}

fn pem(certificate: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = "-----BEGIN CERTIFICATE-----\n".to_owned();
    for piece in certificate.chunks(3) {
        let bits = piece.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - piece.len()));
        for digit in 0..4 {
            let value = usize::try_from(bits >> (18 - 6 * digit) & 63).expect("six bits");
            text.push(if digit <= piece.len() { char::from(DIGITS[value]) } else { '=' });
        }
        if text.lines().next_back().is_some_and(|line| line.len() >= 64) {
            text.push('\n');
        }
    }
    format!("{}\n-----END CERTIFICATE-----\n", text.trim_end())
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_refused() {
    let (url, _) = service(&["localhost"]).await;
    let error = called(config(&url)).await.expect_err("it is self-signed");
    assert!(error.starts_with(&format!("GetNetwork: could not connect to {url}: ")), "{error}");
    assert!(error.to_lowercase().contains("certificate"), "{error}");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_certificate_that_the_machine_trusts_is_taken_for_its_names_alone() {
    let (url, certificate) = service(&["localhost"]).await;
    assert_eq!(trusting(&certificate, "trusted.pem", &url, None).await, "ok: Field");
    let (url, certificate) = service(&["wickr.example"]).await;
    let said = trusting(&certificate, "another.pem", &url, None).await;
    assert!(said.to_lowercase().contains("certificate") && said.contains("could not connect"), "{said}");
}

/// A proxy whose every tunnel leads to one address; the heads of what it was asked.
async fn tunnels_to(address: String) -> (String, Arc<std::sync::Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let url = format!("http://user:secret@{}", listener.local_addr().expect("it is bound"));
    let asked = Arc::<std::sync::Mutex<Vec<String>>>::default();
    let keeps = asked.clone();
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                head.push(client.read_u8().await.expect("a request's head"));
            }
            keeps.lock().expect("no test panics with it").push(String::from_utf8_lossy(&head).into_owned());
            let mut service = tokio::net::TcpStream::connect(&address).await.expect("the service listens");
            client.write_all(b"HTTP/1.1 200 Connected\r\n\r\n").await.expect("the client reads");
            let _ = tokio::io::copy_bidirectional(&mut client, &mut service).await;
        }
    });
    (url, asked)
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn tls_goes_through_a_proxys_tunnel_and_the_proxy_sees_a_name_only() {
    let (url, certificate) = service(&["wickr.example"]).await;
    let (proxy, asked) = tunnels_to(url.replace("https://localhost", "127.0.0.1")).await;
    let said = trusting(&certificate, "tunnel.pem", "https://wickr.example", Some(&proxy)).await;
    assert_eq!(said, "ok: Field");
    let asked = asked.lock().expect("no test panics with it").join("").to_lowercase();
    assert!(asked.starts_with("connect wickr.example:443 http/1.1\r\n"), "{asked}");
    assert!(asked.contains("proxy-authorization: basic dxnlcjpzzwnyzxq=\r\n") && !asked.contains("aws4"), "{asked}");
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
    let expected: &[&str] = if sdk_runtime::transport::OFFERS_HTTP2 { &["h2", "http/1.1"] } else { &["http/1.1"] };
    assert_eq!(offered.await.expect("it doesn't panic"), expected);
}
