// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the single sign-on (OIDC) configuration of a network.
//!
//! If you also send the OAuth parameters, such as `client_id`, `code`, and `grant_type`, the service
//! requests tokens from the identity provider and returns them in `token_info`. A network without
//! single sign-on may answer with empty strings in the configuration rather than with an error.
//!
//! All parameters travel in the query string, `client_secret` and `code` included, and the answer can
//! hold secrets too. Keep request URLs and responses out of logs.
//!
//! Request: `GET /networks/{networkId}/oidc`. It changes nothing and is retried after any transient
//! failure.
//!
//! Callers need the permission `wickr:GetOidcInfo`.
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
//! ## Show the single sign-on configuration
//!
//! No token parameters are sent, so no tokens come back.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.get_oidc_info().network_id("40718265").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Exchange an authorization code
//!
//! With the OAuth parameters in the request, the answer also holds tokens. All secrets here are
//! placeholders.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .get_oidc_info()
//!     .network_id("40718265")
//!     .client_id("harbor-wickr")
//!     .code("EXAMPLE-AUTHORIZATION-CODE")
//!     .grant_type("authorization_code")
//!     .redirect_uri("https://wickr.example.com/oidc/callback")
//!     .code_verifier("EXAMPLE-CODE-VERIFIER")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Network without single sign-on
//!
//! Empty strings tell you that nothing has been configured.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.get_oidc_info().network_id("51839027").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use crate::types::{OidcConfigInfo, OidcTokenInfo};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::Nested;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(GetOidcInfo);

impl Operation for GetOidcInfoInput {
    type Output = GetOidcInfoOutput;
    type Error = GetOidcInfoError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "GetOidcInfo",
        method: "GET",
        uri: "/networks/{networkId}/oidc",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "GetOidcInfo", GetOidcInfoError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`GetOidcInfo`](crate::operation::get_oidc_info).
    pub struct GetOidcInfoInput {
        /// ID of the network whose single sign-on configuration you want.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// OAuth client ID. Send it only to get tokens.
        pub client_id: Option<String>,
        /// Authorization code that the identity provider issued. Send it only to get tokens.
        pub code: Option<String>,
        /// OAuth grant type, such as `authorization_code`. Send it only to get tokens.
        pub grant_type: Option<String>,
        /// Redirect URI used in the OAuth flow. Send it only to get tokens.
        pub redirect_uri: Option<String>,
        /// URL of the identity provider. Optional.
        pub url: Option<String>,
        /// OAuth client secret. Send it only to get tokens; it becomes part of the request URL.
        pub client_secret: Option<String>,
        /// PKCE code verifier of the OAuth flow. Needed only if the flow was started with PKCE.
        pub code_verifier: Option<String>,
        /// CA certificate to trust for the connection to the identity provider. Optional.
        pub certificate: Option<String>,
    }
    input GetOidcInfoInputBuilder, GetOidcInfoFluentBuilder => GetOidcInfoOutput, GetOidcInfoError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        client_id, set_client_id, get_client_id: optional text = query "clientId";
        code, set_code, get_code: optional text = query "code";
        grant_type, set_grant_type, get_grant_type: optional text = query "grantType";
        redirect_uri, set_redirect_uri, get_redirect_uri: optional text = query "redirectUri";
        url, set_url, get_url: optional text = query "url";
        client_secret, set_client_secret, get_client_secret: optional text + sensitive = query "clientSecret";
        code_verifier, set_code_verifier, get_code_verifier: optional text = query "codeVerifier";
        certificate, set_certificate, get_certificate: optional text = query "certificate";
    }
}

sdk_runtime::structure! {
    /// Output of [`GetOidcInfo`](crate::operation::get_oidc_info).
    pub struct GetOidcInfoOutput {
        /// Single sign-on configuration of the network.
        pub openid_connect_info: Option<OidcConfigInfo>,
        /// Tokens from the identity provider. Present only if the request carried token parameters.
        pub token_info: Option<OidcTokenInfo>,
    }
    output GetOidcInfoOutputBuilder {
        openid_connect_info, set_openid_connect_info, get_openid_connect_info:
            optional value(OidcConfigInfo) = member "openidConnectInfo" as Nested;
        token_info, set_token_info, get_token_info:
            optional value(OidcTokenInfo) = member "tokenInfo" as Nested;
    }
}

/// Builders of what `GetOidcInfo` takes and returns.
pub mod builders {
    pub use super::{
        GetOidcInfoFluentBuilder, GetOidcInfoInputBuilder, GetOidcInfoOutputBuilder,
    };
}
