//! A service as Amazon S3 is: buckets in the endpoint, keys of any kind.

use sdk_runtime::Handle;
use sdk_runtime::client::{Operation, StreamIn};
use sdk_runtime::codec::{HttpDate, Lenient, Map, Plain, Streamed};
use sdk_runtime::config::{Builder, Config, Credentials, Region};
use sdk_runtime::declare::{Effect, HttpChecksum, Metadata, Service, Transfer};
use sdk_runtime::endpoint::{Endpoint, EndpointParams, ResolveError};
use sdk_runtime::primitives::{ByteStream, DateTime};
use std::collections::HashMap;

/// The bucket is the beginning of the path.
pub static SERVICE: Service = Service {
    sdk_id: "Shelf",
    api_version: "2026-01-01",
    package_version: "0.1.0",
    signing_name: "s3",
    endpoint: |built_ins| {
        let url = built_ins.endpoint.as_deref().ok_or_else(|| ResolveError::new("no endpoint"))?;
        let bucket = built_ins.context.string("Bucket").unwrap_or_default();
        let endpoint = Endpoint::new(format!("{url}/{bucket}")).disable_double_encoding(true);
        let is_directory = bucket.ends_with("--x-s3");
        Ok(match built_ins.context.boolean("DisableS3ExpressSessionAuth") {
            Some(true) if is_directory => endpoint.signing_name("s3express"),
            _ if is_directory => endpoint.signing_name("s3express").auth_scheme("sigv4-s3express"),
            _ => endpoint.signing_name("s3"),
        })
    },
    endpoint_by_account: false,
    content_type: "application/xml",
    headers: &[],
    retryable_errors: &[],
};

sdk_runtime::structure! {
    /// What is taken.
    pub struct TakeInput {
        /// A bucket.
        pub bucket: Option<String>,
        /// A key.
        pub key: Option<String>,
    }
    input TakeInputBuilder, TakeFluentBuilder => TakeOutput, Error {
        bucket, set_bucket, get_bucket: optional text + required = endpoint "Bucket";
        key, set_key, get_key: optional text = verbatim "Key";
    }
}

sdk_runtime::structure! {
    /// What was there.
    pub struct TakeOutput {
        /// Its tag.
        pub tag: Option<String>,
    }
    output TakeOutputBuilder {
        tag, set_tag, get_tag: optional text = member "Tag";
    }
}

impl Operation for TakeInput {
    type Output = TakeOutput;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &SERVICE, name: "Take", method: "GET", uri: "/{Key+}", effect: Effect::ReadOnly };
    sdk_runtime::rest_xml!(; bare_errors);

    fn endpoint_params(&self) -> EndpointParams {
        EndpointParams::new().require("Bucket", "bucket", self.bucket.as_deref())
    }
}

sdk_runtime::structure! {
    /// What is listed.
    pub struct LookInput {
        /// A bucket.
        pub bucket: Option<String>,
    }
    input LookInputBuilder, LookFluentBuilder => TakeOutput, Error {
        bucket, set_bucket, get_bucket: optional text + required = endpoint "Bucket";
    }
}

impl Operation for LookInput {
    type Output = TakeOutput;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &SERVICE, name: "Look", method: "GET", uri: "?list", effect: Effect::ReadOnly };
    sdk_runtime::rest_xml!(; bare_errors);

    fn endpoint_params(&self) -> EndpointParams {
        EndpointParams::new().require("Bucket", "bucket", self.bucket.as_deref())
    }
}

sdk_runtime::presigned!(TakeFluentBuilder, Error);

sdk_runtime::structure! {
    /// What is put.
    pub struct PutInput {
        /// A bucket.
        pub bucket: Option<String>,
        /// A key.
        pub key: Option<String>,
        /// The algorithm of its checksum.
        pub algorithm: Option<String>,
        /// Its checksum.
        pub crc32: Option<String>,
        /// How long it is.
        pub length: Option<i64>,
        /// What it is.
        pub kind: Option<String>,
        /// What is said of it.
        pub notes: Option<HashMap<String, String>>,
        /// The thing.
        pub body: ByteStream,
    }
    streaming input PutInputBuilder, PutFluentBuilder => PutOutput, Error {
        bucket, set_bucket, get_bucket: optional text + required = endpoint "Bucket";
        key, set_key, get_key: optional text = verbatim "Key";
        algorithm, set_algorithm, get_algorithm: optional text = header "Algorithm" in "x-amz-sdk-checksum-algorithm";
        crc32, set_crc32, get_crc32: optional text = header "Crc32" in "x-amz-checksum-crc32";
        length, set_length, get_length: optional copy(i64) = header "Length" in "Content-Length";
        kind, set_kind, get_kind: optional text = header "Kind" in "Content-Type";
        notes, set_notes, get_notes: optional map(String, String) = prefix_headers "Notes" in "x-amz-meta-" as Map(Plain);
        body, set_body, get_body: always stream or(ByteStream::default()) = stream "Body" as Streamed("application/octet-stream");
    }
}

sdk_runtime::structure! {
    /// Nothing.
    pub struct PutOutput {
    }
    output PutOutputBuilder {
    }
}

impl Operation for PutInput {
    type Output = PutOutput;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &SERVICE, name: "Put", method: "PUT", uri: "/{Key+}", effect: Effect::Idempotent };
    const TRANSFER: Transfer = Transfer {
        http_checksum: Some(HttpChecksum::request("x-amz-sdk-checksum-algorithm", false)),
        ..Transfer::PLAIN
    };
    const REQUEST_STREAM: StreamIn<Self> = Some(|input| &mut input.body);
    sdk_runtime::rest_xml!(; bare_errors);

    fn endpoint_params(&self) -> EndpointParams {
        EndpointParams::new().require("Bucket", "bucket", self.bucket.as_deref())
    }
}

sdk_runtime::presigned!(PutFluentBuilder, Error);

sdk_runtime::structure! {
    /// What is got.
    pub struct GetInput {
        /// A bucket.
        pub bucket: Option<String>,
        /// A key.
        pub key: Option<String>,
        /// Whether its checksum is.
        pub mode: Option<String>,
    }
    input GetInputBuilder, GetFluentBuilder => GetOutput, Error {
        bucket, set_bucket, get_bucket: optional text + required = endpoint "Bucket";
        key, set_key, get_key: optional text = verbatim "Key";
        mode, set_mode, get_mode: optional text = header "Mode" in "x-amz-checksum-mode";
    }
}

sdk_runtime::structure! {
    /// The thing.
    pub struct GetOutput {
        /// When it is out of date.
        pub expires: Option<DateTime>,
        /// The same as it is written.
        pub expires_string: Option<String>,
        /// The thing.
        pub body: ByteStream,
    }
    streaming output GetOutputBuilder {
        expires, set_expires, get_expires: optional value(DateTime) = header "Expires" as Lenient(HttpDate);
        expires_string, set_expires_string, get_expires_string: optional text = header "ExpiresString" in "Expires";
        body, set_body, get_body: always stream or(ByteStream::default()) = stream "Body" as Streamed("application/octet-stream");
    }
}

impl Operation for GetInput {
    type Output = GetOutput;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &SERVICE, name: "Get", method: "GET", uri: "/{Key+}", effect: Effect::ReadOnly };
    const TRANSFER: Transfer = Transfer {
        http_checksum: Some(HttpChecksum::answer("x-amz-checksum-mode", &["CRC32", "SHA256"])),
        ..Transfer::PLAIN
    };
    const RESPONSE_STREAM: StreamIn<GetOutput> = Some(|output| &mut output.body);
    sdk_runtime::rest_xml!(; bare_errors);

    fn endpoint_params(&self) -> EndpointParams {
        EndpointParams::new().require("Bucket", "bucket", self.bucket.as_deref())
    }
}

sdk_runtime::structure! {
    /// There is no such thing.
    pub struct Gone {
        /// In words.
        pub message: Option<String>,
    }
    error GoneBuilder {
        message, set_message, get_message: optional text = member "Message";
    }
}

sdk_runtime::service_error! {
    /// What the shelf answers.
    pub enum Error of (crate::support::shelf) {
        /// There is no such thing.
        Gone = "Gone" (404), is_gone;
    }
}

/// Calls the shelf.
#[derive(Clone, Debug)]
pub struct Client {
    handle: Handle,
}

impl Client {
    pub fn from_conf(config: Config) -> Self {
        Self { handle: Handle::new(&SERVICE, config) }
    }

    pub fn take(&self, key: &str) -> TakeFluentBuilder {
        TakeFluentBuilder::new(self.handle.clone()).bucket("shelf").key(key)
    }

    pub fn put(&self, key: &str) -> PutFluentBuilder {
        PutFluentBuilder::new(self.handle.clone()).bucket("shelf").key(key)
    }

    pub fn get(&self, key: &str) -> GetFluentBuilder {
        GetFluentBuilder::new(self.handle.clone()).bucket("shelf").key(key)
    }

    pub fn look(&self) -> LookFluentBuilder {
        LookFluentBuilder::new(self.handle.clone()).bucket("shelf")
    }
}

/// With the credentials and region that the signatures of tests were made with.
pub fn config(url: &str) -> Builder {
    Config::builder()
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "secret", None, None, "test"))
        .endpoint_url(url)
        .random_seed(1)
}
