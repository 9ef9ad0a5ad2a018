//! Settings of the client that only the rules read (Smithy 2.0, `clientContextParams`).

use super::bind::entries;
use crate::docs::{self, Markdown};
use crate::endpoint::{Parameter, ParameterType, RuleSet};
use crate::ir::ClientParam;
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::{markdown, names};
use serde_json::Value;

const CLIENT: &str = "smithy.rules#clientContextParams";

/// Those that the runtime's builder has as methods of its own (its feature `s3-settings`), all boolean: Amazon S3's and
/// S3 Control's, which the specification names as built-ins of `AWS::S3`, and that of directory buckets' sessions.
const INHERENT: [&str; 5] =
    ["Accelerate", "DisableMultiRegionAccessPoints", "DisableS3ExpressSessionAuth", "ForcePathStyle", "UseArnRegion"];

/// What endpoints of those services are decided by besides, for which the runtime's `Params` has methods of its own.
const INHERENT_PARAMS: [(&str, ParameterType); 7] = [
    ("Bucket", ParameterType::String),
    ("CopySource", ParameterType::String),
    ("DisableAccessPoints", ParameterType::Boolean),
    ("Key", ParameterType::String),
    ("Prefix", ParameterType::String),
    ("UseObjectLambdaEndpoint", ParameterType::Boolean),
    ("UseS3ExpressControlEndpoint", ParameterType::Boolean),
];

/// Whether the runtime's `Params` has methods for a parameter, in crates for which it has settings.
pub(super) fn is_inherent(parameter: &Parameter) -> bool {
    let is_setting = parameter.ty == ParameterType::Boolean && INHERENT.contains(&parameter.name.as_str());
    is_setting || INHERENT_PARAMS.contains(&(parameter.name.as_str(), parameter.ty))
}

/// The settings of the client that only the rules read.
pub(crate) fn params(facts: &Facts, rules: &RuleSet, problems: &mut Problems) -> Vec<ClientParam> {
    let Some((giver, entries)) = entries(facts.service, CLIENT, problems) else { return Vec::new() };
    let mut params = Vec::new();
    for (name, value) in entries {
        let Some(ty) = parameter_type(value) else {
            giver.bad("an object of parameters, each with a `type`: string, boolean or stringArray", problems);
            continue;
        };
        if giver.binds(name, Some(ty), rules, problems) {
            params.push(param(name, ty, value));
        }
    }
    params
}

fn parameter_type(value: &Value) -> Option<ParameterType> {
    let text = value.get("type")?.as_str()?;
    let types = [
        ("string", ParameterType::String),
        ("boolean", ParameterType::Boolean),
        ("stringArray", ParameterType::StringArray),
    ];
    types.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(text)).map(|(_, ty)| ty)
}

fn param(name: &str, ty: ParameterType, value: &Value) -> ClientParam {
    let docs = docs::markdown(value.get("documentation").and_then(Value::as_str).unwrap_or_default());
    let docs = docs.or(|| markdown!("The parameter {} of the service's endpoint rules.", Markdown::code(name)));
    let inherent = ty == ParameterType::Boolean && INHERENT.contains(&name);
    ClientParam { field: names::setting_name(name), name: name.to_owned(), ty, docs, inherent }
}
