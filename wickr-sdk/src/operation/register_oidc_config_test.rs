// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Checks that an OIDC identity provider can be reached and reports what it supports.
//!
//! Use it before [`RegisterOidcConfig`](crate::operation::register_oidc_config), which saves the
//! configuration. An issuer that is missing or not allowed is refused with `BadRequestError`. Every
//! member of the answer is optional, since providers publish different things about themselves.
//!
//! Request: `POST /networks/{networkId}/oidc/test`. It is retried only when the request can't have
//! taken effect.
//!
//! Callers need the permission `wickr:RegisterOidcConfigTest`.
//!
//! # Errors
//!
//! - [`BadRequestError`](crate::types::error::BadRequestError): The request cannot be processed as sent
//!   (HTTP 400), for example because a parameter is missing or malformed, or the change does not apply.
//! - [`ForbiddenError`](crate::types::error::ForbiddenError): The caller is known but may not do this
//!   (HTTP 403).
//! - [`InternalServerError`](crate::types::error::InternalServerError): The service failed (HTTP 500);
//!   your request is not at fault.
//! - [`RateLimitError`](crate::types::error::RateLimitError): Too many requests in a short time (HTTP
//!   429).
//! - [`ResourceNotFoundError`](crate::types::error::ResourceNotFoundError): Something the request names,
//!   such as a network, security group, user, or bot, does not exist or has been deleted (HTTP 404).
//! - [`UnauthorizedError`](crate::types::error::UnauthorizedError): The caller could not be identified
//!   (HTTP 401): credentials are missing, wrong, or expired.
//! - [`ValidationError`](crate::types::error::ValidationError): One or more fields of the request are
//!   invalid (HTTP 422).
//!
//! # Examples
//!
//! ## Check an identity provider
//!
//! Reaches the provider and reports its endpoints and abilities.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .register_oidc_config_test()
//!     .network_id("40718265")
//!     .issuer("https://sso.example.com")
//!     .scopes("openid profile email")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Issuer that is not allowed
//!
//! The service does not connect to this address.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client
//!     .register_oidc_config_test()
//!     .network_id("40718265")
//!     .issuer("https://internal.example.com")
//!     .scopes("openid")
//!     .send()
//!     .await;
//! if let Err(error) = &result
//!     && error.as_service_error().is_some_and(|error| error.is_bad_request_error())
//! {
//!     eprintln!("{error}");
//! }
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(RegisterOidcConfigTest);

impl Operation for RegisterOidcConfigTestInput {
    type Output = RegisterOidcConfigTestOutput;
    type Error = RegisterOidcConfigTestError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "RegisterOidcConfigTest",
        method: "POST",
        uri: "/networks/{networkId}/oidc/test",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "RegisterOidcConfigTest", RegisterOidcConfigTestError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`RegisterOidcConfigTest`](crate::operation::register_oidc_config_test).
    pub struct RegisterOidcConfigTestInput {
        /// ID of the network for which you test.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// Extra parameters to use in the test. Optional.
        pub extra_auth_params: Option<String>,
        /// Issuer URL of the identity provider to test, such as `https://sso.example.com`.
        ///
        /// Required.
        pub issuer: Option<String>,
        /// OAuth scopes to test, separated by spaces, such as `openid profile email`.
        ///
        /// Required.
        pub scopes: Option<String>,
        /// CA certificate to trust for the connection to the identity provider. Optional.
        pub certificate: Option<String>,
    }
    input RegisterOidcConfigTestInputBuilder, RegisterOidcConfigTestFluentBuilder =>
        RegisterOidcConfigTestOutput, RegisterOidcConfigTestError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        extra_auth_params, set_extra_auth_params, get_extra_auth_params:
            optional text = member "extraAuthParams";
        issuer, set_issuer, get_issuer: optional text + required = member "issuer";
        scopes, set_scopes, get_scopes: optional text + required = member "scopes";
        certificate, set_certificate, get_certificate: optional text = member "certificate";
    }
}

sdk_runtime::structure! {
    /// Output of [`RegisterOidcConfigTest`](crate::operation::register_oidc_config_test): what the identity
    /// provider says about itself.
    pub struct RegisterOidcConfigTestOutput {
        /// URL where tokens are issued.
        pub token_endpoint: Option<String>,
        /// URL that describes the signed-in user.
        pub userinfo_endpoint: Option<String>,
        /// OAuth response types that the provider supports, such as `code`.
        pub response_types_supported: Option<Vec<String>>,
        /// OAuth scopes that the provider supports. Check that yours are among them.
        pub scopes_supported: Option<Vec<String>>,
        /// Issuer URL as the provider itself states it. It should equal the one you sent.
        pub issuer: Option<String>,
        /// URL where users sign in.
        pub authorization_endpoint: Option<String>,
        /// URL that logs a user out at the provider.
        pub end_session_endpoint: Option<String>,
        /// URL that ends user sessions.
        pub logout_endpoint: Option<String>,
        /// OAuth grant types that the provider supports, such as `authorization_code`.
        pub grant_types_supported: Option<Vec<String>>,
        /// URL where tokens are revoked.
        pub revocation_endpoint: Option<String>,
        /// How a client may authenticate at the token endpoint, such as `client_secret_basic`.
        pub token_endpoint_auth_methods_supported: Option<Vec<String>>,
        /// Whether the provider handles Microsoft multi-refresh tokens.
        pub microsoft_multi_refresh_token: Option<bool>,
    }
    output RegisterOidcConfigTestOutputBuilder {
        token_endpoint, set_token_endpoint, get_token_endpoint: optional text = member "tokenEndpoint";
        userinfo_endpoint, set_userinfo_endpoint, get_userinfo_endpoint:
            optional text = member "userinfoEndpoint";
        response_types_supported, set_response_types_supported, get_response_types_supported:
            optional texts = member "responseTypesSupported" as List(Plain);
        scopes_supported, set_scopes_supported, get_scopes_supported:
            optional texts = member "scopesSupported" as List(Plain);
        issuer, set_issuer, get_issuer: optional text = member "issuer";
        authorization_endpoint, set_authorization_endpoint, get_authorization_endpoint:
            optional text = member "authorizationEndpoint";
        end_session_endpoint, set_end_session_endpoint, get_end_session_endpoint:
            optional text = member "endSessionEndpoint";
        logout_endpoint, set_logout_endpoint, get_logout_endpoint: optional text = member "logoutEndpoint";
        grant_types_supported, set_grant_types_supported, get_grant_types_supported:
            optional texts = member "grantTypesSupported" as List(Plain);
        revocation_endpoint, set_revocation_endpoint, get_revocation_endpoint:
            optional text = member "revocationEndpoint";
        token_endpoint_auth_methods_supported, set_token_endpoint_auth_methods_supported, get_token_endpoint_auth_methods_supported:
            optional texts = member "tokenEndpointAuthMethodsSupported" as List(Plain);
        microsoft_multi_refresh_token, set_microsoft_multi_refresh_token, get_microsoft_multi_refresh_token:
            optional copy(bool) = member "microsoftMultiRefreshToken";
    }
}

/// Builders of what `RegisterOidcConfigTest` takes and returns.
pub mod builders {
    pub use super::{
        RegisterOidcConfigTestFluentBuilder, RegisterOidcConfigTestInputBuilder,
        RegisterOidcConfigTestOutputBuilder,
    };
}
