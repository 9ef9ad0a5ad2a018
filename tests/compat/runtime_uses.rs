// Members of re-exported runtime types, as programs use them through the crate.  Not compiled as
// it is: calls.py copies each function into calls.rs (`fn _` gets a name).

// SdkError: match all variants
pub fn _(e: sdk::error::SdkError<sdk::operation::get_user::GetUserError>) -> u8 { match e { sdk::error::SdkError::ConstructionFailure(_) => 1, sdk::error::SdkError::TimeoutError(_) => 2, sdk::error::SdkError::DispatchFailure(d) => d.is_io() as u8, sdk::error::SdkError::ResponseError(r) => r.raw().status().is_success() as u8, sdk::error::SdkError::ServiceError(s) => s.err().is_validation_error() as u8, _ => 0 } }

// SdkError::as_service_error
pub fn _(e: &sdk::error::SdkError<sdk::operation::get_user::GetUserError>) -> Option<&sdk::operation::get_user::GetUserError> { e.as_service_error() }

// SdkError::raw_response
pub fn _(e: &sdk::error::SdkError<sdk::operation::get_user::GetUserError>) -> Option<u16> { e.raw_response().map(|r| r.status().as_u16()) }

// SdkError::into_source
pub fn _(e: sdk::error::SdkError<sdk::operation::get_user::GetUserError>) -> Option<Box<dyn std::error::Error + Send + Sync>> { e.into_source().ok() }

// SdkError::map_service_error
pub fn _(e: sdk::error::SdkError<sdk::operation::get_user::GetUserError>) -> sdk::error::SdkError<String> { e.map_service_error(|e| e.to_string()) }

// SdkError::service_error
pub fn _(e: sdk::operation::get_user::GetUserError, r: sdk::config::http::HttpResponse) -> sdk::error::SdkError<sdk::operation::get_user::GetUserError> { sdk::error::SdkError::service_error(e, r) }

// SdkError: code and message through ProvideErrorMetadata
pub fn _(e: &sdk::error::SdkError<sdk::operation::get_user::GetUserError>) -> (Option<&str>, Option<&str>) { use sdk::error::ProvideErrorMetadata; (e.code(), e.message()) }

// SdkError: request_id
pub fn _(e: &sdk::error::SdkError<sdk::operation::get_user::GetUserError>) -> Option<&str> { use sdk::operation::RequestId; e.request_id() }

// SdkError: boxed with the question mark
pub fn _(e: Result<(), sdk::error::SdkError<sdk::operation::get_user::GetUserError>>) -> Result<(), Box<dyn std::error::Error + Send + Sync>> { e?; Ok(()) }

// SdkError: into the crate's Error with the question mark
pub async fn _(c: &sdk::Client) -> Result<(), sdk::Error> { c.get_user().network_id("n").user_id("u").send().await?; Ok(()) }

// DisplayErrorContext
pub fn _(e: &sdk::error::SdkError<sdk::operation::get_user::GetUserError>) -> String { format!("{}", sdk::error::DisplayErrorContext(e)) }

// ErrorMetadata::builder
pub fn _() -> sdk::error::ErrorMetadata { sdk::error::ErrorMetadata::builder().code("c").message("m").build() }

// ErrorMetadata: code, message, extra
pub fn _(m: &sdk::error::ErrorMetadata) -> (Option<&str>, Option<&str>, Option<&str>) { (m.code(), m.message(), m.extra("k")) }

// Region::new
pub fn _(s: String) -> [sdk::config::Region; 2] { [sdk::config::Region::new("us-east-1"), sdk::config::Region::new(s)] }

// Region::from_static
pub fn _() -> sdk::config::Region { sdk::config::Region::from_static("us-east-1") }

// Region: as_ref and Display
pub fn _(r: &sdk::config::Region) -> String { let _: &str = r.as_ref(); r.to_string() }

// Credentials::new
pub fn _() -> sdk::config::Credentials { sdk::config::Credentials::new("a", "b", Some("c".to_string()), None, "static") }

// Credentials: readers
pub fn _(c: &sdk::config::Credentials) -> (&str, &str, Option<&str>, Option<std::time::SystemTime>) { (c.access_key_id(), c.secret_access_key(), c.session_token(), c.expiry()) }

// SharedCredentialsProvider::new
pub fn _(c: sdk::config::Credentials) -> sdk::config::SharedCredentialsProvider { sdk::config::SharedCredentialsProvider::new(c) }

// BehaviorVersion::latest
pub fn _() -> sdk::config::BehaviorVersion { sdk::config::BehaviorVersion::latest() }

// AppName::new
pub fn _() -> Option<sdk::config::AppName> { sdk::config::AppName::new("app").ok() }

// StalledStreamProtectionConfig
pub fn _() -> [sdk::config::StalledStreamProtectionConfig; 2] { [sdk::config::StalledStreamProtectionConfig::disabled(), sdk::config::StalledStreamProtectionConfig::enabled().grace_period(std::time::Duration::from_secs(5)).build()] }

// IdentityCache::lazy
pub fn _(b: sdk::config::Builder) -> sdk::config::Builder { b.identity_cache(sdk::config::IdentityCache::lazy().load_timeout(std::time::Duration::from_secs(5)).build()) }

// RetryConfig
pub fn _() -> sdk::config::retry::RetryConfig { sdk::config::retry::RetryConfig::standard().with_max_attempts(5).with_initial_backoff(std::time::Duration::from_millis(10)) }

// RetryConfig: disabled, adaptive, mode
pub fn _() -> bool { sdk::config::retry::RetryConfig::disabled().max_attempts() == 1 && sdk::config::retry::RetryConfig::adaptive().mode() == sdk::config::retry::RetryMode::Adaptive }

// TimeoutConfig
pub fn _() -> sdk::config::timeout::TimeoutConfig { let d = std::time::Duration::from_secs(1); sdk::config::timeout::TimeoutConfig::builder().connect_timeout(d).read_timeout(d).operation_timeout(d).operation_attempt_timeout(d).build() }

// Endpoint
pub fn _() -> sdk::config::endpoint::Endpoint { sdk::config::endpoint::Endpoint::builder().url("https://example.com").header("a", "b").build() }

// EndpointFuture::ready
pub fn _() -> sdk::config::endpoint::EndpointFuture<'static> { sdk::config::endpoint::EndpointFuture::ready(Ok(sdk::config::endpoint::Endpoint::builder().url("https://example.com").build())) }

// HttpRequest: headers and uri
pub fn _(r: &mut sdk::config::http::HttpRequest) -> String { r.headers_mut().insert("x-a", "b"); r.method().to_string() + r.uri() }

// HttpResponse: status, headers
pub fn _(r: &sdk::config::http::HttpResponse) -> (u16, Option<&str>) { (r.status().as_u16(), r.headers().get("x-a")) }

// Intercept: implement and set
pub fn _(b: sdk::config::Builder) -> sdk::config::Builder { #[derive(Debug)] struct I; impl sdk::config::Intercept for I { fn name(&self) -> &'static str { "I" } fn modify_before_transmit(&self, c: &mut sdk::config::interceptors::BeforeTransmitInterceptorContextMut<'_>, _: &sdk::config::RuntimeComponents, _: &mut sdk::config::ConfigBag) -> Result<(), sdk::error::BoxError> { c.request_mut().headers_mut().insert("x-a", "b"); Ok(()) } } b.interceptor(I) }

// SharedInterceptor::new
pub fn _<I: sdk::config::Intercept + 'static>(i: I) -> sdk::config::SharedInterceptor { sdk::config::SharedInterceptor::new(i) }

// ClassifyRetry: implement and set
pub fn _(b: sdk::config::Builder) -> sdk::config::Builder { #[derive(Debug)] struct C; impl sdk::config::retry::ClassifyRetry for C { fn classify_retry(&self, _: &sdk::config::interceptors::InterceptorContext) -> sdk::config::retry::RetryAction { sdk::config::retry::RetryAction::NoActionIndicated } fn name(&self) -> &'static str { "C" } } b.retry_classifier(C) }

// AsyncSleep: implement and set
pub fn _(b: sdk::config::Builder) -> sdk::config::Builder { #[derive(Debug)] struct S; impl sdk::config::AsyncSleep for S { fn sleep(&self, _: std::time::Duration) -> sdk::config::Sleep { sdk::config::Sleep::new(async {}) } } b.sleep_impl(S) }

// ProvideCredentials: implement and set
pub fn _(b: sdk::config::Builder) -> sdk::config::Builder { #[derive(Debug)] struct P; impl sdk::config::ProvideCredentials for P { fn provide_credentials<'a>(&'a self) -> aws_credential_types::provider::future::ProvideCredentials<'a> where Self: 'a { aws_credential_types::provider::future::ProvideCredentials::ready(Ok(sdk::config::Credentials::new("a", "b", None, None, "p"))) } } b.credentials_provider(P) }

// Config from SdkConfig with overrides
pub fn _(c: &aws_types::SdkConfig) -> sdk::Client { sdk::Client::from_conf(sdk::config::Builder::from(c).region(sdk::config::Region::new("us-east-1")).endpoint_url("http://localhost").build()) }

// Config from literals
pub fn _() -> sdk::Client { sdk::Client::from_conf(sdk::Config::builder().behavior_version(sdk::config::BehaviorVersion::latest()).region(sdk::config::Region::new("us-east-1")).region(Some(sdk::config::Region::new("us-east-1"))).credentials_provider(sdk::config::Credentials::new("a", "b", None, None, "s")).use_fips(true).build()) }

// customize: config_override, mutate_request, map_request
pub async fn _(c: &sdk::Client) -> bool { c.list_users().network_id("n").customize().config_override(sdk::config::Builder::new().region(sdk::config::Region::new("x"))).mutate_request(|r| { r.headers_mut().insert("x-a", "b"); }).map_request(|r| Ok::<_, std::io::Error>(r)).send().await.is_ok() }

// DateTime: constructors
pub fn _() -> [sdk::primitives::DateTime; 3] { [sdk::primitives::DateTime::from_secs(1), sdk::primitives::DateTime::from_millis(1), sdk::primitives::DateTime::from(std::time::SystemTime::now())] }

// DateTime: readers
pub fn _(d: &sdk::primitives::DateTime) -> (i64, u32, f64) { (d.secs(), d.subsec_nanos(), d.as_secs_f64()) }

// DateTime: fmt and from_str
pub fn _(d: &sdk::primitives::DateTime) -> Option<sdk::primitives::DateTime> { let s = d.fmt(sdk::primitives::DateTimeFormat::DateTime).ok()?; sdk::primitives::DateTime::from_str(&s, sdk::primitives::DateTimeFormat::DateTime).ok() }

// DateTime: order, copy, display, SystemTime
pub fn _(a: sdk::primitives::DateTime, b: sdk::primitives::DateTime) -> Option<std::time::SystemTime> { let _ = (a < b, a == b, a.to_string()); std::time::SystemTime::try_from(a).ok() }

// Blob
pub fn _() -> Vec<u8> { let b = sdk::primitives::Blob::new("x"); let _: &[u8] = b.as_ref(); b.into_inner() }
