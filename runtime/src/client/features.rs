//! Which features of an AWS SDK a request makes use of, in the short form in which user agents say it: `m/E,Z,b`.
//!
//! The names and their short forms are those that all of AWS's SDKs have in common; Python's lists them
//! ([`useragent.py`](https://github.com/boto/botocore/blob/develop/botocore/useragent.py), `_USERAGENT_FEATURE_MAPPINGS`). A short
//! form is a number, written with the 64 digits `A` to `Z`, `a` to `z`, `0` to `9`, `+` and `-`. Those that stand for something
//! that this crate doesn't do or can't know of (transfers, crypto, collectors of metrics) are left out.

use super::Caller;
#[cfg(feature = "checksums")]
use crate::checksum::Algorithm;
use crate::config::retry::RetryMode;
use crate::config::{AccountIdEndpointMode, Config};
use crate::declare::Service;
use aws_credential_types::Credentials;
use aws_credential_types::credential_feature::AwsCredentialFeature;

/// The feature with a short form, worked out by the compiler.
macro_rules! id {
    ($id:literal) => {
        const { Features::of($id) }
    };
}

/// A set of features: a bit for each, by its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Features(u128);

impl Features {
    const WAITER: Self = Self::of("B");
    const PAGINATOR: Self = Self::of("C");
    const RETRY_MODE_STANDARD: Self = Self::of("E");
    const RETRY_MODE_ADAPTIVE: Self = Self::of("F");
    pub(super) const S3_EXPRESS_BUCKET: Self = Self::of("J");
    pub(super) const GZIP_REQUEST_COMPRESSION: Self = Self::of("L");
    const PROTOCOL_RPC_V2_CBOR: Self = Self::of("M");
    pub(super) const ENDPOINT_OVERRIDE: Self = Self::of("N");
    pub(super) const ACCOUNT_ID_ENDPOINT: Self = Self::of("O");
    const ACCOUNT_ID_MODE_PREFERRED: Self = Self::of("P");
    const ACCOUNT_ID_MODE_DISABLED: Self = Self::of("Q");
    const ACCOUNT_ID_MODE_REQUIRED: Self = Self::of("R");
    pub(super) const SIGV4A_SIGNING: Self = Self::of("S");
    const RESOLVED_ACCOUNT_ID: Self = Self::of("T");
    pub(super) const BEARER_SERVICE_ENV_VARS: Self = Self::of("3");

    /// The feature with this short form. Of two digits, the first is `A`: numbers from 64 to 127.
    const fn of(id: &str) -> Self {
        match *id.as_bytes() {
            [digit] => Self(1 << number(digit)),
            [b'A', digit] => Self(1 << (64 + number(digit))),
            _ => panic!("a short form has one digit, or two of which the first is A"),
        }
    }

    /// That of a call that something other than the program makes.
    pub(super) fn of_caller(caller: Caller) -> Self {
        match caller {
            Caller::Program => Self::default(),
            Caller::Paginator => Self::PAGINATOR,
            Caller::Waiter => Self::WAITER,
        }
    }

    /// Those that every call of a client has.
    pub(super) fn of_client(service: &Service, config: &Config) -> Self {
        let mut features = match config.retry_config().map(|retry| retry.mode()) {
            Some(RetryMode::Adaptive) => Self::RETRY_MODE_ADAPTIVE,
            _ => Self::RETRY_MODE_STANDARD,
        };
        if service.rpc_protocol() == Some("rpc-v2-cbor") {
            features.add(Self::PROTOCOL_RPC_V2_CBOR);
        }
        if service.endpoint_by_account {
            features.add(match config.account_id_endpoint_mode() {
                Some(AccountIdEndpointMode::Disabled) => Self::ACCOUNT_ID_MODE_DISABLED,
                Some(AccountIdEndpointMode::Required) => Self::ACCOUNT_ID_MODE_REQUIRED,
                _ => Self::ACCOUNT_ID_MODE_PREFERRED,
            });
        }
        features
    }

    pub(super) fn add(&mut self, others: Self) {
        self.0 |= others.0;
    }

    pub(super) fn and(mut self, others: Self) -> Self {
        self.add(others);
        self
    }

    fn has(self, number: u8) -> bool {
        self.0 >> number & 1 == 1
    }

    /// The one number of a set of one feature.
    const fn number(self) -> u8 {
        self.0.trailing_zeros() as u8
    }
}

#[cfg(feature = "checksums")]
impl Features {
    pub(super) const REQUEST_CHECKSUMS_WHEN_SUPPORTED: Self = Self::of("Z");
    pub(super) const REQUEST_CHECKSUMS_WHEN_REQUIRED: Self = Self::of("a");
    pub(super) const RESPONSE_CHECKSUMS_WHEN_SUPPORTED: Self = Self::of("b");
    pub(super) const RESPONSE_CHECKSUMS_WHEN_REQUIRED: Self = Self::of("c");

    /// That a request has a checksum of this algorithm, which was computed here.
    pub(super) fn of_checksum(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Crc32 => id!("U"),
            Algorithm::Crc32c => id!("V"),
            Algorithm::Crc64Nvme => id!("W"),
            Algorithm::Sha1 => id!("X"),
            Algorithm::Sha256 => id!("Y"),
            Algorithm::Md5 => id!("AE"),
            Algorithm::Sha512 => id!("AF"),
        }
    }
}

/// Where credentials come from: the features that their providers name, in that order, since it tells which led to which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Origin {
    /// Their numbers, then zeros: zero itself is no feature of credentials.
    steps: [u8; 24],
}

impl Origin {
    /// That of credentials that say nothing of it.
    pub(super) const UNKNOWN: Self = Self { steps: [0; 24] };

    pub(super) fn of(credentials: &Credentials) -> Self {
        let mut origin = Self::UNKNOWN;
        for feature in credentials.get_property::<Vec<AwsCredentialFeature>>().into_iter().flatten() {
            origin.add(named(feature));
        }
        origin.add(credentials.account_id().map(|_| Features::RESOLVED_ACCOUNT_ID));
        origin
    }

    /// Adds a feature, unless it is there. There is a place for each that there is.
    fn add(&mut self, feature: Option<Features>) {
        let Some(number) = feature.map(Features::number) else { return };
        if let Some(place) = self.steps.iter_mut().find(|step| **step == 0 || **step == number) {
            *place = number;
        }
    }
}

/// What providers of credentials name; what this crate doesn't know yet isn't said.
fn named(feature: &AwsCredentialFeature) -> Option<Features> {
    use AwsCredentialFeature::*;
    Some(match feature {
        ResolvedAccountId => Features::RESOLVED_ACCOUNT_ID,
        S3ExpressBucket => Features::S3_EXPRESS_BUCKET,
        BearerServiceEnvVars => Features::BEARER_SERVICE_ENV_VARS,
        CredentialsCode => id!("e"),
        CredentialsEnvVars => id!("g"),
        CredentialsEnvVarsStsWebIdToken => id!("h"),
        CredentialsStsAssumeRole => id!("i"),
        CredentialsStsAssumeRoleSaml => id!("j"),
        CredentialsStsAssumeRoleWebId => id!("k"),
        CredentialsStsFederationToken => id!("l"),
        CredentialsStsSessionToken => id!("m"),
        CredentialsProfile => id!("n"),
        CredentialsProfileSourceProfile => id!("o"),
        CredentialsProfileNamedProvider => id!("p"),
        CredentialsProfileStsWebIdToken => id!("q"),
        CredentialsProfileSso => id!("r"),
        CredentialsSso => id!("s"),
        CredentialsProfileProcess => id!("v"),
        CredentialsProcess => id!("w"),
        CredentialsHttp => id!("z"),
        CredentialsImds => id!("0"),
        CredentialsProfileLogin => id!("AC"),
        CredentialsLogin => id!("AD"),
        _ => return None,
    })
}

/// Writes the short forms with commas between: the features by their numbers, then what tells of the credentials. All that there
/// can be are 320 bytes, so that the limit of 1,024 that the SDKs keep to asks for nothing.
pub(super) fn write(to: &mut String, features: Features, origin: Origin) {
    let steps = origin.steps.into_iter().filter(|step| *step != 0 && !features.has(*step));
    for (index, number) in (0..128).filter(|number| features.has(*number)).chain(steps).enumerate() {
        if index > 0 {
            to.push(',');
        }
        if number >= 64 {
            to.push('A');
        }
        to.push(digit(number % 64));
    }
}

const fn number(digit: u8) -> u8 {
    match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'-' => 63,
        _ => panic!("this is no digit of a short form"),
    }
}

fn digit(number: u8) -> char {
    char::from(match number {
        0..26 => b'A' + number,
        26..52 => b'a' + (number - 26),
        52..62 => b'0' + (number - 52),
        62 => b'+',
        _ => b'-',
    })
}

#[cfg(test)]
#[path = "features_tests.rs"]
mod tests;
