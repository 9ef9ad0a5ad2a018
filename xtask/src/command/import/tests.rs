use super::sequence::sequence;
use super::words::{Noticed, plain, words_of};
use serde_json::{Value, json};

/// A trait after an import, and what was noticed.
fn merged(id: &str, new: Option<Value>, ours: Option<Value>) -> (Option<Value>, Noticed) {
    let mut noticed = Noticed::default();
    let merged = words_of(id).merge(new.as_ref(), ours.as_ref(), "it", &mut noticed);
    (merged, noticed)
}

/// What is theirs, what is ours, and what comes of it; each trait with words of both.
fn cases() -> Vec<(&'static str, Value, Value, Value)> {
    let with = |words: &str, rest: Value| {
        let mut value = json!({"documentation": words});
        value.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
        value
    };
    let parameters = |words: &str, kind: &str| json!({"parameters": {"Region": with(words, json!({"type": kind}))}});
    let tests = |id: &str, words: &str| json!([with(words, json!({"id": id, "params": {"documentation": "a value"}}))]);
    let case = |words: &str, url: &str| json!({"testCases": [with(words, json!({"params": {"R": 1}, "expect": url}))]});
    vec![
        ("smithy.api#documentation", json!("T"), json!("O"), json!("O")),
        ("smithy.api#externalDocumentation", json!({"T": "t"}), json!({"O": "o"}), json!({"O": "o"})),
        ("smithy.api#examples", json!([{"title": "T"}, {}]), json!([{"title": "O"}]), json!([{"title": "O"}])),
        ("smithy.api#title", json!("T"), json!("O"), json!("O")),
        (
            "smithy.api#deprecated",
            json!({"message": "T", "since": "2"}),
            json!({"message": "O", "since": "1"}),
            json!({"message": "O", "since": "2"}),
        ),
        ("smithy.api#recommended", json!({"reason": "T"}), json!({"reason": "O"}), json!({"reason": "O"})),
        (
            "smithy.api#enum",
            json!([{"value": "b"}, with("T", json!({"value": "a"}))]),
            json!([with("O", json!({"value": "a", "name": "A"}))]),
            json!([{"value": "b"}, with("O", json!({"value": "a"}))]),
        ),
        (
            "smithy.api#trait",
            json!({"breakingChanges": [{"change": "any", "message": "T"}]}),
            json!({"breakingChanges": [{"message": "O", "change": "any"}]}),
            json!({"breakingChanges": [{"message": "O", "change": "any"}]}),
        ),
        (
            "smithy.rules#endpointRuleSet",
            parameters("T", "String"),
            parameters("O", "Boolean"),
            parameters("O", "String"),
        ),
        ("smithy.rules#endpointBdd", parameters("T", "String"), parameters("O", "Boolean"), parameters("O", "String")),
        ("smithy.rules#endpointTests", case("T", "t"), case("O", "o"), case("O", "t")),
        (
            "smithy.rules#clientContextParams",
            json!({"P": with("T", json!({"type": "string"}))}),
            json!({"P": with("O", json!({}))}),
            json!({"P": with("O", json!({"type": "string"}))}),
        ),
        (
            "smithy.waiters#waitable",
            json!({"W": with("T", json!({"minDelay": 2}))}),
            json!({"W": with("O", json!({"minDelay": 1}))}),
            json!({"W": with("O", json!({"minDelay": 2}))}),
        ),
        ("smithy.test#httpRequestTests", tests("a", "T"), tests("a", "O"), tests("a", "O")),
        ("smithy.test#httpResponseTests", tests("a", "T"), tests("a", "O"), tests("a", "O")),
        ("smithy.test#httpMalformedRequestTests", tests("a", "T"), tests("a", "O"), tests("a", "O")),
        (
            "aws.iam#iamAction",
            with("T", json!({"name": "t"})),
            with("O", json!({"name": "o"})),
            with("O", json!({"name": "t"})),
        ),
        (
            "aws.iam#defineConditionKeys",
            json!({"k": with("T", json!({"type": "t"}))}),
            json!({"k": with("O", json!({}))}),
            json!({"k": with("O", json!({"type": "t"}))}),
        ),
        ("aws.iam#actionPermissionDescription", json!("T"), json!("O"), json!("O")),
        (
            "other#trait",
            json!([{"deep": with("T", json!({"fact": 1}))}]),
            json!([{"deep": with("O", json!({"fact": 1}))}]),
            json!([{"deep": with("O", json!({"fact": 1}))}]),
        ),
        (
            "smithy.api#default",
            json!({"documentation": "T"}),
            json!({"documentation": "O"}),
            json!({"documentation": "T"}),
        ),
        ("smithy.api#range", json!({"min": 2}), json!({"min": 1, "max": 3}), json!({"min": 2})),
    ]
}

#[test]
fn of_each_trait_words_are_ours_and_facts_are_new() {
    for (id, new, ours, expected) in cases() {
        let (found, noticed) = merged(id, Some(new), Some(ours));
        assert_eq!(found, Some(expected), "{id}");
        assert_eq!(noticed.missing, Vec::<String>::new(), "{id}");
    }
}

/// Those of the cases whose value is no fact at all.
const ALL_WORDS: &[&str] = &["actionPermissionDescription", "documentation", "examples", "externalDocumentation"];

#[test]
fn words_that_we_lack_are_noticed_and_not_taken() {
    for (id, new, _, _) in
        cases().into_iter().filter(|(id, ..)| !["title", "default", "range"].iter().any(|name| id.ends_with(name)))
    {
        let (found, noticed) = merged(id, Some(new), None);
        assert_eq!(found.is_none(), ALL_WORDS.iter().any(|name| id.ends_with(name)), "{id}");
        let found = found.unwrap_or_default().to_string();
        assert!(!found.contains("\"T\""), "{id}: {found}");
        assert_eq!(noticed.missing.len(), 1, "{id}: {noticed:?}");
    }
    let (title, noticed) = merged("smithy.api#title", Some(json!("Theirs")), None);
    assert_eq!((title, noticed), (Some(json!("Theirs")), Noticed::default()), "a name is a fact where we have none");
}

#[test]
fn words_go_with_the_fact_that_they_are_about() {
    for (id, _, ours, _) in cases() {
        let is_kept = ALL_WORDS.iter().chain(&["title"]).any(|name| id.ends_with(name));
        assert_eq!(merged(id, None, Some(ours.clone())).0, is_kept.then_some(ours), "{id}");
    }
}

#[test]
fn a_case_that_has_words_already_is_known_wherever_it_stands() {
    let item = |id: u8, words: Option<&str>| match words {
        Some(words) => json!({"documentation": words, "params": {"R": id}}),
        None => json!({"params": {"R": id}}),
    };
    let new = json!({"testCases": [item(3, Some("T")), item(2, Some("T")), item(1, Some("T"))]});
    let ours = json!({"testCases": [item(1, Some("one")), item(2, Some("two"))]});
    let (found, _) = merged("smithy.rules#endpointTests", Some(new), Some(ours));
    assert_eq!(found, Some(json!({"testCases": [item(3, None), item(1, Some("one")), item(2, Some("two"))]})));
    // Two of the same have their words in turn.
    let twice = json!({"testCases": [item(1, Some("a")), item(1, Some("b"))]});
    assert_eq!(merged("smithy.rules#endpointTests", Some(twice.clone()), Some(twice.clone())).0, Some(twice));
}

#[test]
fn what_is_ours_stays_in_its_order_and_what_is_new_comes_after_what_it_follows() {
    for (ours, new, expected) in [
        ("bca", "abc", "bca"),
        ("bca", "abxcy", "bxcya"),
        ("bca", "xabc", "xbca"),
        ("bca", "axyb", "baxy"),
        ("", "ba", "ba"),
        ("ab", "", ""),
    ] {
        let (ours, new): (Vec<char>, Vec<char>) = (ours.chars().collect(), new.chars().collect());
        assert_eq!(sequence(&ours, &new).into_iter().collect::<String>(), expected);
    }
}

#[test]
fn values_are_the_same_in_whatever_order_their_entries_are() {
    let (a, b) =
        (json!({"a": [1, {"x": "y", "z": null}], "b": true}), json!({"b": true, "a": [1, {"z": null, "x": "y"}]}));
    assert_eq!(plain(&a), plain(&b));
    assert_ne!(plain(&json!([1, 2])), plain(&json!([2, 1])));
    assert_ne!(plain(&json!("{}")), plain(&json!({})));
}
