//! How calls say who makes them, and what the client's config has for it: said again from the model alone.

use super::view::View;
use crate::ast::{Shape, ShapeId};
use crate::traits::auth_schemes;
use serde_json::Value;
use std::collections::BTreeSet;

/// The schemes for which a client has a setting.
const SETTERS: [(&str, &str); 4] = [
    ("smithy.api#httpApiKeyAuth", "config::Builder::api_key"),
    ("smithy.api#httpBasicAuth", "config::Builder::basic_auth_login"),
    ("smithy.api#httpBearerAuth", "config::Builder::bearer_token"),
    ("smithy.api#httpDigestAuth", "config::Builder::digest_auth_login"),
];

impl View<'_> {
    /// The schemes that an operation takes, the preferred first, and whether it does without.
    pub(super) fn schemes(&self, operation: &Shape) -> (Vec<String>, bool) {
        let Some(service) = self.service else { return (Vec::new(), false) };
        let own = operation.traits.get("auth").or_else(|| service.traits.get("auth"));
        let listed = own.and_then(|found| found.value.as_array());
        let is_definition =
            |id: &str| self.shape(&ShapeId::new(id)).is_some_and(|found| found.traits.has("authDefinition"));
        let ids: Vec<String> = match listed {
            Some(ids) => ids.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            None => auth_schemes(&service.traits, is_definition),
        };
        let none =
            ids.is_empty() || operation.traits.has("optionalAuth") || ids.iter().any(|id| id == "smithy.api#noAuth");
        (ids.into_iter().filter(|id| id != "smithy.api#noAuth").collect(), none)
    }

    /// What programs name to say who calls: settings of the client, and how it is made, where that differs between services.
    pub(super) fn logins(&self) -> BTreeSet<&'static str> {
        let schemes: BTreeSet<String> = self.operations().flat_map(|operation| self.schemes(operation).0).collect();
        let is_plain = self.service.is_some_and(|service| service.traits.is_plain());
        let setters = SETTERS.iter().filter(|(id, _)| schemes.contains(*id));
        // Every client of AWS's services takes bearer tokens.
        let setters =
            setters.filter(|(id, _)| is_plain || *id != "smithy.api#httpBearerAuth").map(|(_, setter)| *setter);
        setters.chain((!is_plain).then_some("Client::new")).collect()
    }
}
