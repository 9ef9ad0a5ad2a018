// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `OidcConfigInfo`: the single sign-on (OIDC) configuration of a network.

use sdk_runtime::codec::{Plain, Range};

sdk_runtime::structure! {
    /// The single sign-on (OIDC) configuration of a network.
    pub struct OidcConfigInfo {
        /// Name of the application at the identity provider.
        pub application_name: Option<String>,
        /// OAuth client ID that the identity provider assigned.
        pub client_id: Option<String>,
        /// The company ID that users type to sign in with SSO.
        pub company_id: String,
        /// OAuth scopes that Wickr asks for, separated by spaces, such as `openid profile email`. They limit
        /// what Wickr learns about a user.
        pub scopes: String,
        /// Issuer URL of the identity provider. Wickr discovers the provider's other endpoints from it.
        pub issuer: String,
        /// OAuth client secret with which Wickr authenticates to the identity provider.
        pub client_secret: Option<String>,
        /// The secret that was given as `secret` to
        /// [`RegisterOidcConfig`](crate::operation::register_oidc_config).
        pub secret: Option<String>,
        /// URL to which the identity provider sends users after they sign in. It must be registered at the
        /// identity provider.
        pub redirect_url: Option<String>,
        /// The value that was given as `user_id` to
        /// [`RegisterOidcConfig`](crate::operation::register_oidc_config). Descriptions of it differ: a client
        /// ID, or the token claim that identifies a user, such as `email` or `sub`.
        pub user_id: Option<String>,
        /// Token claim that supplies the username when it is not the email address.
        pub custom_username: Option<String>,
        /// X.509 CA certificate that Wickr trusts when it connects to the identity provider, for one whose
        /// certificate is self-signed or privately issued.
        pub ca_certificate: Option<String>,
        /// Number of the registered OIDC application, from 1 to 10.
        pub application_id: Option<i32>,
        /// How many minutes before an SSO token expires Wickr refreshes it, so that users stay signed in.
        pub sso_token_buffer_minutes: Option<i32>,
        /// Extra parameters for the authorization request, written as a query string, such as `prompt=login`.
        pub extra_auth_params: Option<String>,
    }
    shared try OidcConfigInfoBuilder {
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
