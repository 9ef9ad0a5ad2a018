//! Right models, made wrong at random: values dropped, retargeted, retyped, nested, renamed.

use super::generate;
use proptest::prelude::*;
use sdk_tests::mutation::{cases, places};
use sdk_tests::{fixtures, model, wickr};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// The fixtures' models, and Wickr's.
static MODELS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let sources = fixtures("features").into_iter().map(|(_, fixture)| model(&fixture)).chain([wickr()]);
    sources.map(|source| serde_json::from_str(&source).expect("a fixture of a feature is JSON")).collect()
});

/// Names that are no names, or strange ones.
const NAMES: &[&str] = &[
    "",
    "_",
    "__",
    "self",
    "Self",
    "super",
    "r#type",
    "1st",
    "größe",
    "名",
    "🦀",
    "a b",
    "a-b",
    "a.b",
    "a#b",
    "a$b",
    "\"",
    "\\",
    "\n",
    "\0",
    "com.example#",
    "#",
    "smithy.api#Unit",
    "smithy.api#String",
    "Option",
    "Vec",
    "Error",
    "builders",
    "meta",
    "{",
    "}",
    "/",
    "/{a}",
    "/{a+}",
    "/{}",
    "?",
    "(",
    "*/",
    "///",
    "type",
    "gen",
    "async",
    "unknown",
    "UNKNOWN",
    "Unknown",
];

/// One change at one place.
#[derive(Clone, Debug)]
enum Change {
    Drop,
    Replace(Value),
    Rename(String),
    /// Puts in its place what stands at another.
    Copy(prop::sample::Index),
    Nest(usize),
    Duplicate(String),
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        Just(json!(u64::MAX)),
        prop::sample::select(NAMES).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        prop::sample::select(vec![
            "structure",
            "list",
            "map",
            "enum",
            "intEnum",
            "union",
            "service",
            "operation",
            "string",
            "blob"
        ])
        .prop_map(Value::from),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Drop),
        value().prop_map(Change::Replace),
        prop::sample::select(NAMES).prop_map(|name| Change::Rename(name.to_owned())),
        any::<prop::sample::Index>().prop_map(Change::Copy),
        (1usize..200).prop_map(Change::Nest),
        prop::sample::select(NAMES).prop_map(|name| Change::Duplicate(name.to_owned())),
    ]
}

fn mutate(model: &mut Value, place: &prop::sample::Index, change: &Change) {
    let all = places(model);
    if all.is_empty() {
        return;
    }
    let place = place.get(&all);
    let (parent, key) = place.rsplit_once('/').expect("a pointer begins with a slash");
    let key = key.replace("~1", "/").replace("~0", "~");
    let here = model.pointer(place).cloned().unwrap_or_default();
    let replacement = match change {
        Change::Replace(value) => value.clone(),
        Change::Copy(other) => model.pointer(other.get::<String>(&all)).cloned().unwrap_or_default(),
        Change::Nest(depth) => (0..*depth).fold(here.clone(), |inner, _| json!({ key.as_str(): inner })),
        Change::Drop | Change::Rename(_) | Change::Duplicate(_) => here.clone(),
    };
    match (model.pointer_mut(parent), change) {
        (Some(Value::Object(entries)), Change::Drop) => {
            entries.shift_remove(&key);
        }
        (Some(Value::Object(entries)), Change::Rename(name)) => {
            let renamed: Map<String, Value> = std::mem::take(entries)
                .into_iter()
                .map(|(k, v)| (if k == key { name.clone() } else { k }, v))
                .collect();
            *entries = renamed;
        }
        (Some(Value::Object(entries)), Change::Duplicate(name)) => {
            entries.insert(name.clone(), here);
        }
        (Some(Value::Array(items)), Change::Drop) => {
            items.retain(|item| *item != here);
        }
        (Some(Value::Array(items)), Change::Duplicate(_)) => items.push(here),
        _ => {
            if let Some(value) = model.pointer_mut(place) {
                *value = replacement;
            }
        }
    }
}

/// Some hundred cases.
fn config() -> ProptestConfig {
    ProptestConfig { cases: cases(400), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_mutated_model_is_generated_or_reported(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), change()), 1..4),
    ) {
        let mut model = which.get(&MODELS).clone();
        for (place, change) in &changes {
            mutate(&mut model, place, change);
        }
        let _ = generate(&model.to_string());
    }

    #[test]
    fn a_text_cut_and_spliced_is_generated_or_reported(
        which in any::<prop::sample::Index>(),
        cut in any::<prop::sample::Index>(),
        inserted in any::<String>(),
        keep_rest in any::<bool>(),
    ) {
        let text = which.get(&MODELS[..MODELS.len() - 1]).to_string();
        let at = text.floor_char_boundary(cut.index(text.len()));
        let rest = if keep_rest { &text[at..] } else { "" };
        let _ = generate(&format!("{}{inserted}{rest}", &text[..at]));
    }
}
