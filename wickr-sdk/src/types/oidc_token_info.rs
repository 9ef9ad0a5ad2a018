// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `OidcTokenInfo`: tokens that the identity provider issued.

sdk_runtime::structure! {
    /// Tokens that the identity provider issued. Anyone who holds them can act as the user, so keep them
    /// out of logs.
    pub struct OidcTokenInfo {
        /// PKCE code verifier: the random secret behind `code_challenge`.
        pub code_verifier: Option<String>,
        /// PKCE code challenge: the value derived from `code_verifier` that went into the authorization
        /// request.
        pub code_challenge: Option<String>,
        /// OAuth access token for calls on behalf of the user.
        pub access_token: Option<String>,
        /// OpenID Connect ID token, a signed JWT that says who signed in and how.
        pub id_token: Option<String>,
        /// OAuth refresh token, which buys new access tokens without another sign-in.
        pub refresh_token: Option<String>,
        /// How to present the access token, usually `Bearer`.
        pub token_type: Option<String>,
        /// Lifetime of the access token, in seconds.
        pub expires_in: Option<i64>,
    }
    shared OidcTokenInfoBuilder {
        code_verifier, set_code_verifier, get_code_verifier: optional text = member "codeVerifier";
        code_challenge, set_code_challenge, get_code_challenge: optional text = member "codeChallenge";
        access_token, set_access_token, get_access_token: optional text = member "accessToken";
        id_token, set_id_token, get_id_token: optional text = member "idToken";
        refresh_token, set_refresh_token, get_refresh_token: optional text = member "refreshToken";
        token_type, set_token_type, get_token_type: optional text = member "tokenType";
        expires_in, set_expires_in, get_expires_in: optional copy(i64) = member "expiresIn";
    }
}
