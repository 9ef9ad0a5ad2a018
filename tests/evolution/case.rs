//! In: a file of `tests/fixtures/evolution`. Out: a case, its two models, and the two models of all cases together.
//!
//! | a case has | which is |
//! |---|---|
//! | `what` | the change in a sentence, for the page |
//! | `both`, `old`, `new` | the shapes of both models, and those of either; a service is put around them. Their names begin with the case's, so that cases can be together |
//! | `service`, `metadata` | what the service or the model itself says in the `old` and in the `new` model, for a case that stands alone |
//! | `rule`, `severity` | the event of Smithy's that has to be found; or our rule, without a severity; or neither, where nothing is to be found |
//! | `texts` | how many texts for people differ, if any do |
//! | `api`, `wire` | the verdict, by its contract |
//! | `consequence` | true if programs lose something that no difference is about |
//! | `unseen` | why the program's calls go as before, although messages change |
//! | `program` | lines of an async function, with `client`, `crate_under_test` and `?`, that use what changes |

use codegen::diff::{Api, Side, Wire};
use sdk_tests::{fixtures, model};
use serde_json::{Map, Value, json};

/// One change of a model, and what it means.
pub(crate) struct Case {
    pub(crate) name: String,
    /// What changes, in a sentence.
    pub(crate) what: String,
    /// The rule that has to be among those that are found; none where no difference is to be found.
    pub(crate) rule: Option<String>,
    /// How grave Smithy finds it; none where the rule isn't Smithy's.
    pub(crate) severity: Option<String>,
    /// How many texts for people differ.
    pub(crate) texts: u64,
    pub(crate) api: Api,
    pub(crate) wire: Wire,
    /// Whether programs lose something elsewhere than the change is.
    pub(crate) has_consequence: bool,
    /// Why a program's calls go as they did although messages change, where they do.
    pub(crate) unseen: Option<String>,
    /// Statements that use just what changes, and compile against the older crate.
    pub(crate) program: Vec<String>,
    text: Value,
}

const KEYS: &[&str] = &[
    "what",
    "service",
    "metadata",
    "both",
    "old",
    "new",
    "rule",
    "severity",
    "texts",
    "api",
    "wire",
    "consequence",
    "unseen",
    "program",
];

/// The service that [`model`] puts before a fixture's shapes.
const SERVICE: &str = "com.example#Example";

/// All cases, by name.
pub(crate) fn cases() -> Vec<Case> {
    fixtures("evolution").into_iter().map(|(name, text)| Case::new(name, &text)).collect()
}

impl Case {
    fn new(name: String, text: &str) -> Self {
        let text: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}.json is no JSON: {error}"));
        let object = text.as_object().unwrap_or_else(|| panic!("{name}.json is no object"));
        let unknown: Vec<&String> = object.keys().filter(|key| !KEYS.contains(&key.as_str())).collect();
        assert!(unknown.is_empty(), "{name}.json has {unknown:?}, which nobody reads");
        let word = |key: &str| text[key].as_str().map(str::to_owned);
        let needed = |key: &str| word(key).unwrap_or_else(|| panic!("{name}.json has no `{key}`"));
        let api = [Api::Patch, Api::Minor, Api::Major].into_iter().find(|api| api.to_string() == needed("api"));
        let wire = [Wire::Unchanged, Wire::Extended, Wire::Changed];
        let wire = wire.into_iter().find(|wire| wire.to_string() == needed("wire"));
        let program = text["program"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let program: Vec<String> = program.map(str::to_owned).collect();
        assert!(!program.is_empty(), "{name}.json has no `program`");
        Case {
            what: needed("what"),
            rule: word("rule"),
            severity: word("severity"),
            texts: text["texts"].as_u64().unwrap_or_default(),
            api: api.unwrap_or_else(|| panic!("{name}.json has no such `api`: {}", needed("api"))),
            wire: wire.unwrap_or_else(|| panic!("{name}.json has no such `wire`: {}", needed("wire"))),
            has_consequence: text["consequence"] == true,
            unseen: word("unseen"),
            program,
            text,
            name,
        }
    }

    /// Whether the case is about the service itself, so that its model can hold no other.
    pub(crate) fn stands_alone(&self) -> bool {
        ["service", "metadata"].iter().any(|key| self.text.get(key).is_some())
    }

    /// One of its two models.
    pub(crate) fn model(&self, side: Side) -> String {
        let key = key(side);
        let mut model = whole(self.shapes(side));
        let service = &mut model["shapes"][SERVICE];
        for (property, value) in self.text["service"][key].as_object().into_iter().flatten() {
            match property.as_str() {
                "traits" => put(&mut service["traits"], value),
                _ => service[property] = value.clone(),
            }
        }
        put(&mut model["metadata"], &self.text["metadata"][key]);
        model.to_string()
    }

    fn shapes(&self, side: Side) -> Map<String, Value> {
        let shapes = ["both", key(side)].into_iter().filter_map(|key| self.text[key].as_object()).flatten();
        shapes.map(|(id, shape)| (id.clone(), shape.clone())).collect()
    }
}

/// The model of all cases that don't stand alone.
pub(crate) fn union<'c>(cases: impl IntoIterator<Item = &'c Case>, side: Side) -> String {
    let mut all = Map::new();
    for case in cases.into_iter().filter(|case| !case.stands_alone()) {
        for (id, shape) in case.shapes(side) {
            assert!(all.insert(id.clone(), shape).is_none(), "{id} is another case's, too");
        }
    }
    whole(all).to_string()
}

/// A model of these shapes and a service around them.
fn whole(shapes: Map<String, Value>) -> Value {
    let fixture = format!("{{\"smithy\": \"2.0\", \"metadata\": {{}}, \"shapes\": {}}}", Value::Object(shapes));
    serde_json::from_str(&model(&fixture)).expect("a service was put into what is JSON")
}

/// Puts entries into an object; null removes one.
fn put(object: &mut Value, entries: &Value) {
    for (key, value) in entries.as_object().into_iter().flatten() {
        match value {
            Value::Null => drop(object.as_object_mut().map(|object| object.remove(key))),
            value => object[key] = json!(value),
        }
    }
}

/// The name of a side.
pub(crate) fn key(side: Side) -> &'static str {
    match side {
        Side::Old => "old",
        Side::New => "new",
    }
}
