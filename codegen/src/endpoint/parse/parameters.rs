//! The parameters of a rule set.

use super::super::Problem;
use super::super::problem::At;
use super::super::rules::{BuiltIn, Parameter, ParameterType, Value};
use super::{array, boolean, member, object, string};
use crate::names::field_name;
use serde_json::{Map, Value as Json};

/// The built-ins that the runtime has a value for.
const BUILT_INS: [(&str, BuiltIn, ParameterType); 6] = [
    ("AWS::Region", BuiltIn::Region, ParameterType::String),
    ("AWS::UseFIPS", BuiltIn::UseFips, ParameterType::Boolean),
    ("AWS::UseDualStack", BuiltIn::UseDualStack, ParameterType::Boolean),
    ("SDK::Endpoint", BuiltIn::Endpoint, ParameterType::String),
    ("AWS::Auth::AccountId", BuiltIn::AccountId, ParameterType::String),
    ("AWS::Auth::AccountIdEndpointMode", BuiltIn::AccountIdEndpointMode, ParameterType::String),
];

/// Built-ins of single services. Such a parameter is left to the caller, as one without a built-in is.
const OTHER_BUILT_INS: [&str; 9] = [
    "AWS::Auth::CredentialScope",
    "AWS::S3::Accelerate",
    "AWS::S3::DisableExpressSessionAuth",
    "AWS::S3::DisableMultiRegionAccessPoints",
    "AWS::S3::ForcePathStyle",
    "AWS::S3::UseArnRegion",
    "AWS::S3::UseGlobalEndpoint",
    "AWS::S3Control::UseArnRegion",
    "AWS::STS::UseGlobalEndpoint",
];

pub(super) fn parse(value: &Json, at: &At<'_>) -> Result<Vec<Parameter>, Problem> {
    let mut parameters: Vec<Parameter> = Vec::new();
    for (name, value) in object(value, at)? {
        let at = at.member(name);
        let parameter = parse_one(name, value, &at)?;
        if let Some(other) = parameters.iter().find(|other| other.field == parameter.field) {
            let (other, field) = (&other.name, &parameter.field);
            return Err(at.problem(format!("`{name}` and `{other}` would both be the field `{field}`")));
        }
        parameters.push(parameter);
    }
    Ok(parameters)
}

fn parse_one(name: &str, value: &Json, at: &At<'_>) -> Result<Parameter, Problem> {
    let members = object(value, at)?;
    let ty = parse_type(member(members, "type", at)?, &at.member("type"))?;
    let default = match members.get("default") {
        None | Some(Json::Null) => None,
        Some(default) => Some(parse_value_of(ty, default, &at.member("default"))?),
    };
    let required = match members.get("required") {
        Some(required) => boolean(required, &at.member("required"))?,
        None => false,
    };
    let documentation = match members.get("documentation") {
        Some(documentation) => Some(string(documentation, &at.member("documentation"))?.to_owned()),
        None => None,
    };
    let field = field_name(name);
    if !field.starts_with(|first: char| first.is_ascii_lowercase()) || !name.is_ascii() {
        return Err(at.problem(format!("`{name}` cannot be the name of a field")));
    }
    let built_in = parse_built_in(members, ty, at)?;
    let name = name.to_owned();
    Ok(Parameter { name, field, ty, built_in, bound: false, inherent: false, required, default, documentation })
}

fn parse_type(value: &Json, at: &At<'_>) -> Result<ParameterType, Problem> {
    let name = string(value, at)?;
    // Older models write `String` and `Boolean`.
    match name.to_ascii_lowercase().as_str() {
        "string" => Ok(ParameterType::String),
        "boolean" => Ok(ParameterType::Boolean),
        "stringarray" => Ok(ParameterType::StringArray),
        _ => Err(at.problem(format!("unknown type `{name}`; a parameter is a string, a boolean or a stringArray"))),
    }
}

fn parse_built_in(members: &Map<String, Json>, ty: ParameterType, at: &At<'_>) -> Result<Option<BuiltIn>, Problem> {
    let Some(value) = members.get("builtIn") else { return Ok(None) };
    let at = at.member("builtIn");
    let name = string(value, &at)?;
    match BUILT_INS.iter().find(|(known, ..)| *known == name) {
        Some((_, built_in, expected)) if *expected == ty => Ok(Some(*built_in)),
        Some(_) => Err(at.problem(format!("the parameter is not of the type that the built-in `{name}` has"))),
        None if OTHER_BUILT_INS.contains(&name) => Ok(None),
        None => Err(at.problem(format!("unknown built-in `{name}`"))),
    }
}

fn parse_value_of(ty: ParameterType, value: &Json, at: &At<'_>) -> Result<Value, Problem> {
    Ok(match ty {
        ParameterType::String => Value::String(string(value, at)?.to_owned()),
        ParameterType::Boolean => Value::Boolean(boolean(value, at)?),
        ParameterType::StringArray => Value::StringArray(parse_strings(value, at)?),
    })
}

/// Parses a parameter's value whose type only shows in itself, as in test cases.
pub(super) fn parse_value(value: &Json, at: &At<'_>) -> Result<Value, Problem> {
    match value {
        Json::String(text) => Ok(Value::String(text.clone())),
        Json::Bool(value) => Ok(Value::Boolean(*value)),
        Json::Array(_) => Ok(Value::StringArray(parse_strings(value, at)?)),
        _ => Err(at.problem("expected a string, a boolean or an array of strings")),
    }
}

fn parse_strings(value: &Json, at: &At<'_>) -> Result<Vec<String>, Problem> {
    let items = array(value, at)?.iter().enumerate();
    items.map(|(index, item)| string(item, &at.index(index)).map(str::to_owned)).collect()
}
