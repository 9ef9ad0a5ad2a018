//! A service as Amazon S3 is: buckets in the endpoint, keys of any kind.

use sdk_runtime::Handle;
use sdk_runtime::client::Operation;
use sdk_runtime::config::{Builder, Config, Credentials, Region};
use sdk_runtime::declare::{Effect, Metadata, Service};
use sdk_runtime::endpoint::{Endpoint, EndpointParams, ResolveError};
use sdk_runtime::error::ErrorMetadata;

/// The bucket is the beginning of the path.
pub static SERVICE: Service = Service {
    sdk_id: "Shelf",
    api_version: "2026-01-01",
    package_version: "0.1.0",
    signing_name: "s3",
    endpoint: |built_ins| {
        let url = built_ins.endpoint.as_deref().ok_or_else(|| ResolveError::new("no endpoint"))?;
        let bucket = built_ins.context.string("Bucket").unwrap_or_default();
        Ok(Endpoint::new(format!("{url}/{bucket}")).signing_name("s3").disable_double_encoding(true))
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
    sdk_runtime::rest_xml!();

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
    sdk_runtime::rest_xml!();

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
