//! Which part of a trait is words, and which is fact. Words are ours: they stay as they are, and others' never come in.
//!
//! In: a trait as the new model has it, and as ours has it. Out: the new facts with our words.
//!
//! | trait | words |
//! |---|---|
//! | `smithy.api#documentation`, `#externalDocumentation`, `#examples` | all of it |
//! | `smithy.api#title` | all of it, where ours has one: a title is a name, too |
//! | `smithy.api#deprecated`, `#recommended` | the message, the reason; that it stands there is a fact |
//! | `smithy.api#enum` (Smithy 1.0) | each value's documentation |
//! | `smithy.api#trait` | the messages about breaking changes |
//! | `smithy.rules#endpointRuleSet`, `#endpointBdd` | documentation of parameters and rules; a rule's error is what tests expect, so a fact |
//! | `smithy.rules#endpointTests` | each case's documentation; a case is known by its parameters |
//! | `smithy.rules#clientContextParams`, `smithy.waiters#waitable` | each one's documentation |
//! | `smithy.test#…Tests` | each case's documentation; a case is known by its ID |
//! | `aws.iam#…` | documentation of actions and condition keys |
//! | any other of Smithy's core | nothing |
//! | any other | text under the name `documentation`, wherever it stands |

use super::sequence::{entries_like, like, sequence};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What of a value is words.
pub(super) enum Words {
    /// Nothing.
    None,
    /// All of it.
    All,
    /// All of it, where ours has one.
    AllOfOurs,
    /// Entries of an object; all others are facts.
    In(&'static [(&'static str, &'static Words)]),
    /// The same in each value of an object.
    Each(&'static Words),
    /// The same in each item of a list. An item is known by the entries `by`; without any, by all that isn't words.
    Items { by: &'static [&'static str], words: &'static Words },
    /// Text under the name `documentation`, at any depth.
    Anywhere,
}

use Words::{All, AllOfOurs, Anywhere, Each, In, Items};

static DOCUMENTED: Words = In(&[("documentation", &All), ("deprecated", &DEPRECATED)]);
static DEPRECATED: Words = In(&[("message", &All)]);
static RULE_SET: Words = In(&[("parameters", &Each(&DOCUMENTED)), ("rules", &RULES), ("results", &RULES)]);
static RULES: Words = Items { by: &[], words: &In(&[("documentation", &All), ("rules", &RULES)]) };
static CASES: Words = Items { by: &["params", "operationInputs"], words: &DOCUMENTED };
static TESTS: Words = Items { by: &["id"], words: &DOCUMENTED };
static ENUM: Words = Items { by: &["value"], words: &DOCUMENTED };
static CHANGES: Words = Items { by: &[], words: &In(&[("message", &All)]) };

static TRAITS: &[(&str, &Words)] = &[
    ("aws.iam#actionPermissionDescription", &All),
    ("aws.iam#defineConditionKeys", &Each(&DOCUMENTED)),
    ("aws.iam#iamAction", &DOCUMENTED),
    ("smithy.api#deprecated", &DEPRECATED),
    ("smithy.api#documentation", &All),
    ("smithy.api#enum", &ENUM),
    ("smithy.api#examples", &All),
    ("smithy.api#externalDocumentation", &All),
    ("smithy.api#recommended", &In(&[("reason", &All)])),
    ("smithy.api#title", &AllOfOurs),
    ("smithy.api#trait", &In(&[("breakingChanges", &CHANGES)])),
    ("smithy.rules#clientContextParams", &Each(&DOCUMENTED)),
    ("smithy.rules#endpointBdd", &RULE_SET),
    ("smithy.rules#endpointRuleSet", &RULE_SET),
    ("smithy.rules#endpointTests", &In(&[("testCases", &CASES)])),
    ("smithy.test#httpMalformedRequestTests", &TESTS),
    ("smithy.test#httpRequestTests", &TESTS),
    ("smithy.test#httpResponseTests", &TESTS),
    ("smithy.waiters#waitable", &Each(&DOCUMENTED)),
];

/// What of a trait is words.
pub(super) fn words_of(id: &str) -> &'static Words {
    match TRAITS.iter().find(|(known, _)| *known == id) {
        Some((_, words)) => words,
        None if id.starts_with("smithy.api#") => &Words::None,
        None => &Anywhere,
    }
}

/// What is noticed on the way, each with its place in the trait.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Noticed {
    /// Where the new model has words and ours has none.
    pub missing: Vec<String>,
    /// Where both have words, ours are kept, and somebody should compare them.
    pub kept: Vec<String>,
}

impl Words {
    /// The new facts with our words; nothing if neither is there.
    pub(super) fn merge(
        &'static self,
        new: Option<&Value>,
        ours: Option<&Value>,
        at: &str,
        noticed: &mut Noticed,
    ) -> Option<Value> {
        match (self, new, ours) {
            (All, Some(_), None) => {
                noticed.missing.push(at.to_owned());
                None
            }
            (All, _, ours) => ours.cloned(),
            (AllOfOurs, new, Some(ours)) => {
                if new.is_some_and(|new| new != ours) {
                    noticed.kept.push(at.to_owned());
                }
                Some(ours.clone())
            }
            (_, None, _) => None,
            (In(_) | Each(_) | Anywhere, Some(Value::Object(new)), ours) => {
                let ours = ours.and_then(Value::as_object);
                Some(Value::Object(self.entries(new, ours, at, noticed)))
            }
            (Anywhere, Some(Value::Array(new)), ours) => Some(list(&[], &Anywhere, new, ours, at, noticed)),
            (Items { by, words }, Some(Value::Array(new)), ours) => Some(list(by, words, new, ours, at, noticed)),
            (_, Some(new), ours) => Some(like(new, ours)),
        }
    }

    /// The facts alone.
    pub(super) fn facts(&'static self, value: &Value) -> Option<Value> {
        self.merge(Some(value), None, "", &mut Noticed::default())
    }

    fn entries(
        &'static self,
        new: &Map<String, Value>,
        ours: Option<&Map<String, Value>>,
        at: &str,
        noticed: &mut Noticed,
    ) -> Map<String, Value> {
        let nothing = Map::new();
        let ours = ours.unwrap_or(&nothing);
        // Ours can have words where the new model has none.
        let only_ours = ours.keys().filter(|key| !new.contains_key(*key));
        let mut merged = Map::new();
        for key in new.keys().chain(only_ours) {
            let (new, ours) = (new.get(key), ours.get(key));
            let value = self.of_entry(key, new.or(ours)).merge(new, ours, &format!("{at}.{key}"), noticed);
            merged.extend(value.map(|value| (key.clone(), value)));
        }
        entries_like(merged, ours)
    }

    fn of_entry(&'static self, key: &str, value: Option<&Value>) -> &'static Words {
        match self {
            In(entries) => entries.iter().find(|(name, _)| *name == key).map_or(&Words::None, |(_, words)| words),
            Each(words) => words,
            Anywhere if key == "documentation" && value.is_some_and(Value::is_string) => &All,
            Anywhere => &Anywhere,
            _ => &Words::None,
        }
    }
}

/// A list whose items have the words of those of ours that are the same. What is known by an entry stands in our order.
fn list(
    by: &[&str],
    words: &'static Words,
    new: &[Value],
    ours: Option<&Value>,
    at: &str,
    noticed: &mut Noticed,
) -> Value {
    let ours = ours.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let identity = |item: &Value| match by {
        // Identities of lists in lists cost each level what all below it do, so nobody asks for them in vain.
        [] if ours.is_empty() => String::new(),
        [] => words.facts(item).as_ref().map(plain).unwrap_or_default(),
        by => by.iter().map(|key| item.get(key).map(plain).unwrap_or_default()).collect::<Vec<_>>().join("\n"),
    };
    let had: Vec<String> = ours.iter().map(identity).collect();
    let has: Vec<String> = new.iter().map(identity).collect();
    let mut known: BTreeMap<&str, VecDeque<&Value>> = BTreeMap::new();
    had.iter().zip(ours).for_each(|(id, item)| known.entry(id).or_default().push_back(item));
    let mut merged = Vec::new();
    for (id, item) in has.iter().zip(new) {
        let same = known.get_mut(id.as_str()).and_then(VecDeque::pop_front);
        merged.extend(words.merge(Some(item), same, &format!("{at}[]"), noticed));
    }
    let is_set = !by.is_empty() && has.iter().collect::<BTreeSet<_>>().len() == merged.len();
    Value::Array(if is_set { items_like(merged, &has, &had) } else { merged })
}

/// Items in the order of ours, by their identities.
fn items_like(items: Vec<Value>, has: &[String], had: &[String]) -> Vec<Value> {
    let mut items: BTreeMap<&str, Value> = has.iter().map(String::as_str).zip(items).collect();
    let had: Vec<&str> = had.iter().map(String::as_str).collect();
    let has: Vec<&str> = has.iter().map(String::as_str).collect();
    sequence(&had, &has).into_iter().filter_map(|id| items.remove(id)).collect()
}

/// A text that two values share if they say the same, in whatever order their entries are.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Object(entries) => {
            let mut entries: Vec<(&String, &Value)> = entries.iter().collect();
            entries.sort_by_key(|(key, _)| *key);
            let entries =
                entries.into_iter().map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), plain(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(plain).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}
