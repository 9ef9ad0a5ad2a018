//! A network's settings, and how it signs people on (OIDC) and protects data (OpenTDF).

use super::networks;
use crate::model::Object;
use crate::request::Problem;
use crate::state::{Call, Record};
use serde_json::{Value, json};

/// All settings, in the order that answers have them in, however a request has them.
const SETTINGS: [&str; 5] =
    ["enableClientMetrics", "readReceiptConfig", "dataRetention", "enableTrustedDataFormat", "consentPopup"];
/// The settings that a network begins with: they are off.
const DEFAULTS: [&str; 3] = ["enableClientMetrics", "dataRetention", "enableTrustedDataFormat"];
/// What an OpenTDF configuration consists of.
const TDF: [&str; 4] = ["clientId", "clientSecret", "domain", "provider"];

fn path<'p>(network: &'p str, what: &'p str) -> [&'p str; 4] {
    ["networks", network, "configuration", what]
}

pub(super) fn get(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let mut settings: Object = DEFAULTS.iter().map(|&name| (name.to_owned(), false.into())).collect();
    settings.extend(call.store.get(&path(network, "settings")).cloned().unwrap_or_default());
    Ok(json!({ "settings": as_text(&settings) }))
}

pub(super) fn update(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let changes = call.input.get("settings").and_then(Value::as_object).cloned().unwrap_or_default();
    let mut settings = call.store.get(&path(network, "settings")).cloned().unwrap_or_default();
    settings.extend(changes.clone());
    call.store.put(&path(network, "settings"), settings);
    Ok(json!({ "settings": as_text(&changes) }))
}

/// Settings as answers have them: values are text, and a type says how to read it.
fn as_text(settings: &Object) -> Vec<Value> {
    let one = |name: &&str| {
        let value = settings.get(*name)?;
        let (text, kind) = match value {
            Value::Bool(flag) => (flag.to_string(), "boolean"),
            Value::String(text) => (text.clone(), "string"),
            value => (value.to_string(), "json"),
        };
        Some(json!({ "optionName": name, "value": text, "type": kind }))
    };
    SETTINGS.iter().filter_map(one).collect()
}

pub(super) fn register_oidc(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    // Company IDs begin with a region, such as `us-east-1`.
    if !begins_with_region(call.text("companyId")) {
        return Err(Problem::Malformed(
            "Company ID not accepted: begin it with a Region, as in us-east-1-harbor".to_owned(),
        ));
    }
    check_issuer(call)?;
    let mut saved = call.input.clone();
    saved.remove("networkId");
    let client = call.get("userId").cloned().unwrap_or_else(|| format!("wickr-{network}").into());
    saved.set("clientId", client);
    saved.set("redirectUrl", "https://wickr.example.com/oidc/callback");
    saved.set("applicationId", 1);
    call.store.put(&path(network, "oidc"), saved.clone());
    Ok(Value::Object(saved))
}

/// Whether a text begins like `us-east-1-` or `us-gov-west-1-`, and goes on.
fn begins_with_region(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = parts.iter().position(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let Some((place, rest)) = number.and_then(|number| parts.split_at_checked(number)) else { return false };
    let are_letters = place.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase()));
    place.len() >= 2 && are_letters && rest.get(1).is_some_and(|name| !name.is_empty())
}

/// The configuration, and tokens if a code is to be exchanged. A network without one answers with empty texts.
pub(super) fn oidc(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let Some(saved) = call.store.get(&path(network, "oidc")) else {
        return Ok(json!({ "openidConnectInfo": { "companyId": "", "issuer": "", "scopes": "" } }));
    };
    let mut answer = json!({ "openidConnectInfo": saved });
    if call.get("code").is_some() {
        answer["tokenInfo"] = json!({
            "accessToken": "EXAMPLE-ACCESS-TOKEN",
            "idToken": "EXAMPLE-ID-TOKEN",
            "refreshToken": "EXAMPLE-REFRESH-TOKEN",
            "tokenType": "Bearer",
            "expiresIn": 3600,
        });
    }
    Ok(answer)
}

/// What an identity provider would say of itself; none is asked.
pub(super) fn test_oidc(call: &mut Call<'_>) -> Result<Value, Problem> {
    networks::existing(call)?;
    check_issuer(call)?;
    let issuer = call.text("issuer").trim_end_matches('/');
    let scopes: Vec<_> = call.text("scopes").split_whitespace().collect();
    Ok(json!({
        "issuer": issuer,
        "authorizationEndpoint": format!("{issuer}/oauth2/authorize"),
        "tokenEndpoint": format!("{issuer}/oauth2/token"),
        "userinfoEndpoint": format!("{issuer}/oauth2/userinfo"),
        "revocationEndpoint": format!("{issuer}/oauth2/revoke"),
        "endSessionEndpoint": format!("{issuer}/oauth2/logout"),
        "responseTypesSupported": ["code"],
        "scopesSupported": scopes,
        "grantTypesSupported": ["authorization_code", "refresh_token"],
        "tokenEndpointAuthMethodsSupported": ["client_secret_basic", "client_secret_post"],
        "microsoftMultiRefreshToken": false,
    }))
}

fn check_issuer(call: &Call<'_>) -> Result<(), Problem> {
    match call.text("issuer").starts_with("https://") {
        true => Ok(()),
        false => Err(Problem::Malformed("Issuer not accepted".to_owned())),
    }
}

/// Saves the OpenTDF configuration, unless it is only tried. No server is asked.
pub(super) fn register_tdf(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    if !call.text("provider").eq_ignore_ascii_case("virtru") {
        return Err(Problem::invalid("provider", "Use virtru"));
    }
    let saved = TDF.iter().filter_map(|&name| Some((name.to_owned(), call.input.get(name)?.clone())));
    let saved: Object = saved.collect();
    if call.flag("dryRun") != Some(true) {
        call.store.put(&path(network, "tdf"), saved.clone());
    }
    Ok(Value::Object(saved))
}

/// The configuration. A network without one answers with empty texts.
pub(super) fn tdf(call: &mut Call<'_>) -> Result<Value, Problem> {
    let network = networks::existing(call)?;
    let saved = call.store.get(&path(network, "tdf")).cloned();
    Ok(saved.map_or_else(|| TDF.iter().map(|&name| (name, "")).collect(), Value::Object))
}
