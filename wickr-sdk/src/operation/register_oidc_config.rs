// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Saves the single sign-on (OIDC) configuration of a network.
//!
//! Run [`RegisterOidcConfigTest`](crate::operation::register_oidc_config_test) first: this call affects
//! how people sign in. The Wickr Administration Guide warns that turning on SSO signs active users out
//! until they authenticate with the identity provider, so plan the moment. This API has no operation
//! that removes the configuration.
//!
//! After saving, register the returned `redirect_url` at the identity provider and tell users their
//! company ID.
//!
//! Request: `POST /networks/{networkId}/oidc/save`. It is retried only when the request can't have
//! taken effect.
//!
//! Callers need the permission `wickr:RegisterOidcConfig`.
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
//! ## Turn on single sign-on
//!
//! Saves a configuration that was tested before. Register the returned redirect URL with the identity
//! provider.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .register_oidc_config()
//!     .network_id("40718265")
//!     .company_id("us-east-1-harborexample")
//!     .extra_auth_params("prompt=login")
//!     .issuer("https://sso.example.com")
//!     .scopes("openid profile email")
//!     .secret("EXAMPLE-CLIENT-SECRET")
//!     .sso_token_buffer_minutes(10)
//!     .user_id("harbor-wickr")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Company ID with a wrong prefix
//!
//! The company ID does not start with a Region.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client
//!     .register_oidc_config()
//!     .network_id("40718265")
//!     .company_id("harborexample")
//!     .issuer("https://sso.example.com")
//!     .scopes("openid profile email")
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
use sdk_runtime::codec::{Plain, Range};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(RegisterOidcConfig);

impl Operation for RegisterOidcConfigInput {
    type Output = RegisterOidcConfigOutput;
    type Error = RegisterOidcConfigError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "RegisterOidcConfig",
        method: "POST",
        uri: "/networks/{networkId}/oidc/save",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "RegisterOidcConfig", RegisterOidcConfigError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`RegisterOidcConfig`](crate::operation::register_oidc_config).
    pub struct RegisterOidcConfigInput {
        /// ID of the network that gets single sign-on.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The company ID that users will type to sign in with SSO. Start it with a Region, as in
        /// `us-east-1-examplecorp`; another prefix can be refused with `BadRequestError`.
        ///
        /// Required.
        pub company_id: Option<String>,
        /// Token claim that supplies the username. Needed only if that is not the email address.
        pub custom_username: Option<String>,
        /// Extra parameters for the authorization request. Optional.
        pub extra_auth_params: Option<String>,
        /// Issuer URL of the identity provider, such as `https://sso.example.com`.
        ///
        /// Required.
        pub issuer: Option<String>,
        /// OAuth scopes to ask for, separated by spaces, such as `openid profile email`.
        ///
        /// Required.
        pub scopes: Option<String>,
        /// Client secret that the identity provider issued for Wickr. Optional.
        pub secret: Option<String>,
        /// How many minutes before an SSO token expires Wickr refreshes it. Optional.
        pub sso_token_buffer_minutes: Option<i32>,
        /// Client ID that the identity provider issued for Wickr; despite the name, it is not a Wickr user ID.
        pub user_id: Option<String>,
    }
    input RegisterOidcConfigInputBuilder, RegisterOidcConfigFluentBuilder =>
        RegisterOidcConfigOutput, RegisterOidcConfigError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        company_id, set_company_id, get_company_id: optional text + required = member "companyId";
        custom_username, set_custom_username, get_custom_username: optional text = member "customUsername";
        extra_auth_params, set_extra_auth_params, get_extra_auth_params:
            optional text = member "extraAuthParams";
        issuer, set_issuer, get_issuer: optional text + required = member "issuer";
        scopes, set_scopes, get_scopes: optional text + required = member "scopes";
        secret, set_secret, get_secret: optional text + sensitive = member "secret";
        sso_token_buffer_minutes, set_sso_token_buffer_minutes, get_sso_token_buffer_minutes:
            optional copy(i32) = member "ssoTokenBufferMinutes";
        user_id, set_user_id, get_user_id: optional text = member "userId";
    }
}

sdk_runtime::structure! {
    /// Output of [`RegisterOidcConfig`](crate::operation::register_oidc_config): the configuration as
    /// saved. It can hold secrets.
    pub struct RegisterOidcConfigOutput {
        /// Name of the registered OIDC application.
        pub application_name: Option<String>,
        /// OAuth client ID of the application.
        pub client_id: Option<String>,
        /// The company ID that users type to sign in with SSO.
        pub company_id: String,
        /// OAuth scopes that Wickr will ask for, separated by spaces.
        pub scopes: String,
        /// Issuer URL of the identity provider.
        pub issuer: String,
        /// OAuth client secret of the application.
        pub client_secret: Option<String>,
        /// The client secret that was given as `secret` in the request.
        pub secret: Option<String>,
        /// URL to register at the identity provider as the redirect target.
        pub redirect_url: Option<String>,
        /// The `user_id` that was saved. Descriptions of it differ: a client ID, or the token claim that
        /// identifies a user.
        pub user_id: Option<String>,
        /// Token claim that supplies the username, if one was given.
        pub custom_username: Option<String>,
        /// CA certificate that Wickr trusts when it connects to the identity provider.
        pub ca_certificate: Option<String>,
        /// Number of the registered OIDC application, from 1 to 10.
        pub application_id: Option<i32>,
        /// How many minutes before an SSO token expires Wickr refreshes it.
        pub sso_token_buffer_minutes: Option<i32>,
        /// Extra parameters sent with the authorization request.
        pub extra_auth_params: Option<String>,
    }
    output try RegisterOidcConfigOutputBuilder {
        application_name, set_application_name, get_application_name:
            optional text = member "applicationName";
        client_id, set_client_id, get_client_id: optional text = member "clientId";
        company_id, set_company_id, get_company_id: always text = member "companyId";
        scopes, set_scopes, get_scopes: always text = member "scopes";
        issuer, set_issuer, get_issuer: always text = member "issuer";
        client_secret, set_client_secret, get_client_secret:
            optional text + sensitive = member "clientSecret";
        secret, set_secret, get_secret: optional text + sensitive = member "secret";
        redirect_url, set_redirect_url, get_redirect_url: optional text = member "redirectUrl";
        user_id, set_user_id, get_user_id: optional text = member "userId";
        custom_username, set_custom_username, get_custom_username: optional text = member "customUsername";
        ca_certificate, set_ca_certificate, get_ca_certificate: optional text = member "caCertificate";
        application_id, set_application_id, get_application_id:
            optional copy(i32) = member "applicationId" as Range(1, 10, Plain);
        sso_token_buffer_minutes, set_sso_token_buffer_minutes, get_sso_token_buffer_minutes:
            optional copy(i32) = member "ssoTokenBufferMinutes";
        extra_auth_params, set_extra_auth_params, get_extra_auth_params:
            optional text = member "extraAuthParams";
    }
}

/// Builders of what `RegisterOidcConfig` takes and returns.
pub mod builders {
    pub use super::{
        RegisterOidcConfigFluentBuilder, RegisterOidcConfigInputBuilder,
        RegisterOidcConfigOutputBuilder,
    };
}
