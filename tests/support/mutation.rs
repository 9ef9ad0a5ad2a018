//! Models that are changed at random: where a change can be made, and how many are.

use serde_json::Value;

/// The JSON Pointers of all values in a model but the model itself.
pub fn places(model: &Value) -> Vec<String> {
    let mut places = Vec::new();
    collect(model, "", &mut places);
    places
}

fn collect(value: &Value, at: &str, into: &mut Vec<String>) {
    let steps: Vec<(String, &Value)> = match value {
        Value::Object(entries) => {
            entries.iter().map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value)).collect()
        }
        Value::Array(items) => items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (step, value) in steps {
        let place = format!("{at}/{step}");
        collect(value, &place, into);
        into.push(place);
    }
}

/// How many cases a test tries: what `PROPTEST_CASES` says, or else so many.
pub fn cases(unless_said: u32) -> u32 {
    let said = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    said.unwrap_or(unless_said)
}

#[cfg(test)]
mod tests {
    use super::places;
    use serde_json::json;

    #[test]
    fn every_value_has_its_place() {
        let model = json!({ "a/b": [true, { "~": null }] });
        assert_eq!(places(&model), ["/a~1b/0", "/a~1b/1/~0", "/a~1b/1", "/a~1b"]);
        assert!(places(&model).iter().all(|place| model.pointer(place).is_some()));
    }
}
