//! Tests over TLS: each in a process of its own, which trusts the certificate of its server alone. Whom a process trusts is
//! settled by its environment.

use super::environment::said;
use aws_smithy_types::base64;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};

/// Where a test that runs in a process of its own finds its server's certificate and key.
const PLACE: &str = "SDK_RUNTIME_TEST_CERTIFICATE";

/// In a process that trusts nobody, runs the test of this name in one that trusts its server, and gives nothing. In that one,
/// gives what the server is to speak TLS with, offering these protocols.
pub fn acceptor(test: &str, protocols: &[&str]) -> Option<TlsAcceptor> {
    let Some(place) = std::env::var_os(PLACE).map(PathBuf::from) else {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test.replace("::", "-"));
        make(&place);
        let file = |kind| place.with_extension(kind).into_os_string().into_string().expect("a path of ours is text");
        said(test, &[("SSL_CERT_FILE", &file("pem")), (PLACE, &file("der"))]);
        return None;
    };
    let certificate = CertificateDer::from(read(&place.with_extension("der")));
    let key = PrivatePkcs8KeyDer::from(read(&place.with_extension("key")));
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|config| config.with_no_client_auth().with_single_cert(vec![certificate], key.into()));
    let mut config = config.expect("the certificate fits its key");
    config.alpn_protocols = protocols.iter().map(|name| name.as_bytes().to_vec()).collect();
    Some(TlsAcceptor::from(Arc::new(config)))
}

fn read(file: &Path) -> Vec<u8> {
    std::fs::read(file).expect("the process that runs this one wrote it")
}

/// Writes a certificate for `localhost` and its key.
fn make(place: &Path) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("it can be made");
    let certificate = base64::encode(made.cert.der());
    let lines: Vec<_> =
        certificate.as_bytes().chunks(64).map(|line| str::from_utf8(line).expect("it is text")).collect();
    let pem = format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"));
    let key = made.signing_key.serialize_der();
    for (kind, bytes) in [("pem", pem.as_bytes()), ("der", made.cert.der()), ("key", &key)] {
        std::fs::write(place.with_extension(kind), bytes).expect("the folder for tests' files can be written to");
    }
}
