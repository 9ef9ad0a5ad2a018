//! What can't be imported is named, and ours stays as it is.

use super::{Scratch, fixture};
use sdk_tests::cargo::write;
use std::fs;

#[test]
fn a_new_model_that_is_none_changes_nothing() {
    let scratch = Scratch::new("refused");
    let ours = fixture("ours");
    let bomb = |open: &str, close: &str, deep: usize| {
        let value = format!("{}1{}", open.repeat(deep), close.repeat(deep));
        format!(
            "{{\"smithy\": \"2.0\", \"shapes\": {{\"a#B\": {{\"type\": \"string\", \"traits\": {{\"a#c\": {value}}}}}}}}}"
        )
    };
    let in_trait = |value: &str| ours.replacen("\"sdkId\": \"Harbor\"", value, 1);
    for (new, problem) in [
        (String::new(), "the file is empty"),
        ("{".to_owned(), "this is not JSON"),
        ("[]".to_owned(), "this is not a Smithy model"),
        ("{}".to_owned(), "it has no `smithy` version"),
        (ours.replacen("\"smithy\": \"2.0\"", "\"smithy\": \"3.0\"", 1), "its version is \"3.0\""),
        ("{\"smithy\": \"2.0\"}".to_owned(), "the model has no `shapes`"),
        ("{\"smithy\": \"2.0\", \"shapes\": {}}".to_owned(), "the new model has no service"),
        (ours.replace("#Harbor\"", "#Airport\""), "ours.json is of com.example.harbor#Harbor, and the new model of"),
        (ours.replacen("\"type\": \"service\"", "\"type\": \"service\", \"type\": \"service\"", 1), "has `type` twice"),
        (in_trait("\"sdkId\": \"Harbor\", \"sdkId\": \"Port\""), "the key `sdkId` is there twice"),
        (in_trait("\"sdkId\": \"a\\u000ab\", \"sdkId\\u001b\": 1, \"sdkId\\u001b\": 2"), "is there twice"),
        (bomb("[", "]", 100_000), "recursion limit"),
        (bomb("{\"a\":", "}", 100_000), "recursion limit"),
        (bomb("[", "]", 124), "recursion limit"),
        (ours.replacen("\"max\": 400", "\"max\": 1e999", 1), "number out of range"),
    ] {
        let ran = scratch.import(&ours, &new, &[]);
        let start: String = new.chars().take(80).collect();
        assert_eq!((ran.status, ran.after == ours), (Some(1), true), "{start}: {}", ran.said);
        assert!(ran.said.contains(problem), "{start}: {}", ran.said);
        assert!(!ran.said.contains('\x1b'), "{}", ran.said);
    }
}

#[test]
fn names_that_terminals_obey_are_shown_as_text() {
    let mut new: serde_json::Value = serde_json::from_str(&fixture("new")).expect("the fixture is JSON");
    let waiters = &mut new["shapes"]["com.example.harbor#GetBerth"]["traits"]["smithy.waiters#waitable"];
    waiters["\u{1b}[2JGone"] = serde_json::json!({"documentation": "Theirs", "acceptors": []});
    let ran = Scratch::new("obeyed").import(&fixture("ours"), &new.to_string(), &[]);
    assert!(ran.said.contains("waitable.\\u{1b}[2JGone.documentation") && !ran.said.contains('\x1b'), "{}", ran.said);
}

#[test]
fn deep_rules_cost_no_more_than_their_size() {
    let mut rule = "{\"type\": \"error\", \"conditions\": [], \"error\": \"deep\"}".to_owned();
    for level in 0..50 {
        rule =
            format!("{{\"type\": \"tree\", \"conditions\": [], \"documentation\": \"{level}\", \"rules\": [{rule}]}}");
    }
    let with = |text: String, rule: &str| text.replacen("\"rules\": [", &format!("\"rules\": [{rule},"), 1);
    let (ours, new) = (
        with(fixture("ours"), &rule),
        with(fixture("new"), &rule.replace("documentation\": \"", "documentation\": \"Theirs")),
    );
    let ran = Scratch::new("deep").import(&ours, &new, &[]);
    assert_eq!(ran.status, Some(0), "{}", ran.said);
    assert!((0..50).all(|level| ran.after.contains(&format!("\"documentation\": \"{level}\""))), "words of rules stay");
    assert!(!ran.after.contains("Theirs"));
}

#[test]
fn a_model_of_ours_that_is_absent_or_wrong_is_named() {
    let scratch = Scratch::new("ours");
    let ran = scratch.import("{\"smithy\": \"2.0\", \"shapes\": 1}", &fixture("new"), &[]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.said.contains("ours.json:1:") && ran.said.contains("`shapes` must be an object"), "{}", ran.said);
    let ran = scratch.import(&fixture("ours"), &fixture("new"), &["--into", "absent.json"]);
    assert_eq!(ran.status, Some(2), "an option stands once: {}", ran.said);
    let ran = scratch.import(&fixture("ours"), &fixture("new"), &["--frobnicate"]);
    assert!(ran.status == Some(2) && ran.said.contains("unexpected argument '--frobnicate'"), "{}", ran.said);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_written_through() {
    let scratch = Scratch::new("link");
    let elsewhere = scratch.root.with_file_name("link_leads_here.json");
    write(&elsewhere, &fixture("ours"));
    write(&scratch.root.join("new.json"), &fixture("new"));
    std::os::unix::fs::symlink(&elsewhere, scratch.root.join("ours.json")).expect("links can be made");
    let ran = scratch.again(&[]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.said.contains("links are not followed"), "{}", ran.said);
    assert_eq!(fs::read_to_string(&elsewhere).ok(), Some(fixture("ours")));
}
