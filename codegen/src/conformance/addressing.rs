//! Where requests about buckets go in tests whose model doesn't say so: Amazon S3's, which name a client's settings and the
//! hosts that these lead to (Amazon S3 User Guide, "Virtual hosting of buckets", "Using Amazon S3 Transfer Acceleration").

use crate::ast::{Model, Trait};
use crate::diagnostic::Span;
use crate::traits::IN_ENDPOINT;
use serde_json::{Map, Value, json};

/// Lets the members that a fixup has marked as part of the endpoint give the rules their bucket. Whether there are any.
pub(super) fn bind_buckets(model: &mut Model) -> bool {
    let members = model.shapes.values_mut().flat_map(|shape| &mut shape.members);
    let mut buckets = members.filter(|member| member.traits.has(IN_ENDPOINT)).peekable();
    let are_there = buckets.peek().is_some();
    for bucket in buckets {
        let given = || Trait { value: json!({"name": "Bucket"}), span: Span::default(), items: Vec::new() };
        bucket.traits.0.entry("smithy.rules#contextParam".to_owned()).or_insert_with(given);
    }
    are_there
}

/// The settings of a client that the rules ask for.
pub(super) fn settings() -> Value {
    let boolean = |text: &str| json!({"type": "boolean", "documentation": text});
    json!({"ForcePathStyle": boolean("Buckets in paths."), "Accelerate": boolean("Accelerated transfer.")})
}

/// Rules that have the bucket before the host, or in the path where the client wants it so.
pub(super) fn rules() -> Value {
    let is_set = |name: &str| json!({"fn": "isSet", "argv": [{"ref": name}]});
    let is_true = |name: &str| json!({"fn": "booleanEquals", "argv": [{"ref": name}, true]});
    let rule = |conditions: Vec<Value>, url: Value| json!({"conditions": conditions, "endpoint": {"url": url}, "type": "endpoint"});
    let boolean = |built_in: &str| {
        let mut parameter = Map::new();
        let facts = [("type", json!("boolean")), ("required", json!(true)), ("default", json!(false))];
        let words = [("documentation", json!("A setting."))];
        let built_in = (!built_in.is_empty()).then(|| ("builtIn", json!(built_in)));
        parameter.extend(facts.into_iter().chain(words).chain(built_in).map(|(name, value)| (name.to_owned(), value)));
        Value::Object(parameter)
    };
    json!({
        "version": "1.0",
        "parameters": {
            "Bucket": {"type": "string", "required": false, "documentation": "The bucket."},
            "Region": {"builtIn": "AWS::Region", "type": "string", "required": true, "documentation": "The region."},
            "Endpoint": {"builtIn": "SDK::Endpoint", "type": "string", "required": false, "documentation": "Where requests go."},
            "UseDualStack": boolean("AWS::UseDualStack"),
            "ForcePathStyle": boolean(""),
            "Accelerate": boolean("")
        },
        "rules": [
            rule(vec![is_set("Endpoint")], json!({"ref": "Endpoint"})),
            rule(vec![is_set("Bucket"), is_true("ForcePathStyle")], json!("https://s3.{Region}.amazonaws.com/{Bucket}")),
            rule(
                vec![is_set("Bucket"), is_true("Accelerate"), is_true("UseDualStack")],
                json!("https://{Bucket}.s3-accelerate.dualstack.amazonaws.com"),
            ),
            rule(vec![is_set("Bucket"), is_true("Accelerate")], json!("https://{Bucket}.s3-accelerate.amazonaws.com")),
            rule(vec![is_set("Bucket")], json!("https://{Bucket}.s3.{Region}.amazonaws.com")),
            rule(vec![], json!("https://s3.{Region}.amazonaws.com"))
        ]
    })
}

/// The settings that a case asks for, where it does; or why it can't be run with them.
pub(super) fn settings_of(test: &Value) -> Result<Value, String> {
    let Some(scoped) = test["vendorParams"].get("scopedConfig") else { return Ok(Value::Null) };
    let unknown = |what: &str| {
        format!("asks for settings of a client (`vendorParams.scopedConfig`), of which {what} isn't known")
    };
    let mut settings = Map::new();
    for (section, values) in scoped.as_object().into_iter().flatten() {
        if section != "client" {
            return Err(unknown(section));
        }
        for (name, value) in values.as_object().into_iter().flatten() {
            match (name.as_str(), value) {
                ("region", Value::String(_)) => drop(settings.insert("region".to_owned(), value.clone())),
                ("s3", Value::Object(of_buckets)) => {
                    for (name, value) in of_buckets {
                        let (setting, value) = of_bucket(name, value).ok_or_else(|| unknown(name))?;
                        settings.insert(setting.to_owned(), json!(value));
                    }
                }
                _ => return Err(unknown(name)),
            }
        }
    }
    Ok(Value::Object(settings))
}

fn of_bucket(name: &str, value: &Value) -> Option<(&'static str, bool)> {
    match name {
        "addressing_style" => Some((
            "ForcePathStyle",
            match value.as_str()? {
                "path" => true,
                "virtual" | "auto" => false,
                _ => return None,
            },
        )),
        "use_accelerate_endpoint" => Some(("Accelerate", value.as_bool()?)),
        "use_dualstack_endpoint" => Some(("use_dual_stack", value.as_bool()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::settings_of;
    use serde_json::{Value, json};

    fn of(scoped: Value) -> Result<Value, String> {
        settings_of(&json!({"vendorParams": {"scopedConfig": scoped}}))
    }

    #[test]
    fn settings_are_by_our_names_and_others_are_refused() {
        assert_eq!(settings_of(&json!({})), Ok(Value::Null));
        let asked = json!({"client": {"region": "eu-west-1", "s3": {"addressing_style": "path", "use_dualstack_endpoint": true}}});
        assert_eq!(of(asked), Ok(json!({"region": "eu-west-1", "ForcePathStyle": true, "use_dual_stack": true})));
        for (scoped, name) in [
            (json!({"operation": {}}), "operation"),
            (json!({"client": {"retries": 3}}), "retries"),
            (json!({"client": {"s3": {"addressing_style": "diagonal"}}}), "addressing_style"),
        ] {
            assert!(of(scoped).expect_err("nobody knows it").contains(name));
        }
    }
}
