//! Taking over `aws-config`'s settings.

use super::*;
use aws_types::service_config::ServiceConfigKey;

impl From<&SdkConfig> for Builder {
    fn from(sdk: &SdkConfig) -> Self {
        let mut builder = Builder::new();
        let by_hand = sdk.get_origin("endpoint_url").is_client_config();
        builder
            .set_region(sdk.region().cloned())
            .set_credentials_provider(sdk.credentials_provider())
            .set_token_provider(sdk.token_provider())
            .set_endpoint_url(sdk.endpoint_url().map(str::to_owned))
            .set_use_fips(sdk.use_fips())
            .set_use_dual_stack(sdk.use_dual_stack())
            .set_account_id_endpoint_mode(sdk.account_id_endpoint_mode().cloned())
            .set_retry_config(sdk.retry_config().filter(|config| !is_standard(config)).cloned())
            .set_timeout_config(sdk.timeout_config().cloned())
            .set_app_name(sdk.app_name().cloned())
            .set_http_client(sdk.http_client())
            .set_sleep_impl(sdk.sleep_impl())
            .set_time_source(sdk.time_source())
            .set_behavior_version(sdk.behavior_version())
            .set_stalled_stream_protection(sdk.stalled_stream_protection())
            .set_auth_scheme_preference(sdk.auth_scheme_preference().cloned())
            .set_sigv4a_signing_region_set(sdk.sigv4a_signing_region_set().cloned())
            .set_disable_clock_skew_correction(sdk.disable_clock_skew_correction())
            .set_disable_request_compression(sdk.disable_request_compression())
            .set_request_min_compression_size_bytes(sdk.request_min_compression_size_bytes())
            .set_request_checksum_calculation(sdk.request_checksum_calculation())
            .set_response_checksum_validation(sdk.response_checksum_validation());
        if let Some(cache) = sdk.identity_cache() {
            builder.set_identity_cache(cache);
        }
        if !by_hand && sdk.service_config().is_some() {
            builder.settings.service_endpoints = Some(Arc::new(sdk.clone()));
        }
        builder.settings.service_tokens = sdk.service_config().is_some().then(|| Arc::new(sdk.clone()));
        for metadata in sdk.framework_metadata() {
            builder.push_framework_metadata(metadata.clone());
        }
        builder
    }
}

/// Whether it says nothing: `aws-config` gives every program such a config, and what an operation says of itself holds.
fn is_standard(config: &RetryConfig) -> bool {
    let says = |config: &RetryConfig| {
        let waits = (config.initial_backoff(), config.max_backoff());
        (config.mode(), config.max_attempts(), config.reconnect_mode(), waits)
    };
    says(config) == says(&RetryConfig::standard())
}

impl From<&SdkConfig> for Config {
    fn from(sdk: &SdkConfig) -> Self {
        Builder::from(sdk).build()
    }
}

/// What the environment says is the bearer token of one service.
pub(super) fn service_token(sdk: &SdkConfig, signing_name: &str) -> Option<String> {
    let key = ServiceConfigKey::builder().service_id(signing_name).env("AWS_BEARER_TOKEN").profile("").build();
    sdk.service_config()?.load_config(key.ok()?).filter(|token| !token.is_empty())
}

/// What environment and profile say about one service's endpoint. `aws-config` makes the names that it looks for from
/// the service's id.
pub(super) fn service_endpoint(sdk: &SdkConfig, sdk_id: &str) -> Option<String> {
    let key = ServiceConfigKey::builder().service_id(sdk_id).env("AWS_ENDPOINT_URL").profile("endpoint_url").build();
    sdk.service_config()?.load_config(key.ok()?)
}
