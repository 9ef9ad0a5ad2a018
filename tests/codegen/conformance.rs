//! `cargo xtask conformance`: the runner compiles and passes small models' cases, and fails a case that is wrong.

#[path = "../conformance/cbor.rs"]
mod cbor;
#[path = "../conformance/xml.rs"]
mod xml;

use sdk_tests::cargo::{said, target, write, xtask};
use sdk_tests::{read, workspace};
use serde_json::Value;
use std::process::{Command, Output};

/// Runs the cases of a model, from the workspace as a maintainer does.
fn conformance(file: &str, model: &str) -> Output {
    conformance_of(file, model, &[])
}

/// The same, as these arguments say.
fn conformance_of(file: &str, model: &str, arguments: &[&str]) -> Output {
    let path = target().join(format!("tmp/conformance/{file}"));
    write(&path, model);
    let mut command = Command::new(xtask());
    command.arg("conformance").arg(&path).args(arguments).current_dir(workspace());
    command.env("CARGO_TARGET_DIR", target()).env("CARGO_TERM_COLOR", "never");
    command.output().expect("xtask runs")
}

#[test]
fn a_models_cases_pass_and_a_wrong_one_fails() {
    let changes = [
        ("\"loud=true\"", "\"loud=false\""),
        ("\"room\": 2, \"id\"", "\"room\": 3, \"id\""),
        ("\"message\": \"full\", \"wanted\": 1}}", "\"message\": \"full\", \"wanted\": 2}}"),
    ];
    let failed = ["PutPetEverywhere (PutPet request)", "PutPetAnswer (PutPet response)", "NoRoomAnswer (PutPet error)"];
    passes_and_fails("pets", 1, "WatchPetsCounts: WatchPets reaches `WatchPetsInput$count`", changes, failed);
}

#[test]
fn streams_of_events_are_compared_message_by_message() {
    let changes = [
        ("\"integer\": 3", "\"integer\": 4"),
        ("\"word\": {\"text\": \"b\"}", "\"word\": {\"text\": \"c\"}"),
        ("\"errorId\": \"com.example#LostError\"", "\"errorId\": \"com.example#MutedError\""),
    ];
    let failed = ["TalkSends (Talk events)", "TalkHears (Talk events)", "TalkIsLost (Talk events)"];
    passes_and_fails("talks", 0, "TalkBegins: begins with `com.example#Begin`", changes, failed);
}

#[test]
fn forms_and_xml_are_compared_as_json_is() {
    let changes = [
        ("Cows.Cow.2.name=Elsa&since", "Cows.Cow.2.name=Else&since"),
        ("\"weight\": 1.5}", "\"weight\": 2.5}"),
        ("\"message\": \"eaten\", \"wanted\": 1}", "\"message\": \"eaten\", \"wanted\": 2}"),
    ];
    let failed = ["AddCowsForm (AddCows request)", "AddCowsAnswer (AddCows response)", "NoGrassAnswer (AddCows error)"];
    passes_and_fails("herd", 0, "AddCowsElsewhere: asks for settings of a client", changes, failed);
}

#[test]
fn bodies_of_cbor_are_compared_by_what_they_say() {
    let changes = [
        ("RkYXRhQmhp", "RkYXRhQmhv"),
        ("{\"room\": 5}", "{\"room\": 6}"),
        ("\"message\": \"full\", \"wanted\": 1}", "\"message\": \"full\", \"wanted\": 2}"),
    ];
    let failed = ["StoreCrate (Store request)", "StoreAnswer (Store response)", "NoRoomAnswer (Store error)"];
    passes_and_fails("crates", 0, "SearchAny: Search reaches `SearchInput$for`", changes, failed);
}

#[test]
fn bodies_and_errors_are_those_of_alloy() {
    let changes = [
        (r#""guest": "Ann""#, r#""name": "Ann""#, "BookEverywhere (Book request)"),
        ("near: \"Ness\"", "near: \"Port\"", "NoHarborByStatus (Book error)"),
        ("\"deck=a\", \"deck\"", "\"deck=b\", \"deck\"", "FindWithGaps (Find request)"),
    ];
    all_pass_and_three_fail("ferry.smithy", 14, changes);
}

#[test]
fn unions_and_unknown_members_are_those_of_alloy() {
    let changes = [
        (r#"\"kind\": \"truck\""#, r#"\"kind\": \"lorry\""#, "SendTold (Send request)"),
        ("{place: {id: 4}}", "{place: {id: 5}}", "LabelledByLooks (Label response)"),
        ("rest: {extra: {deep: [1]}}", "rest: {extra: {deep: [2]}}", "NoteKeepsWhatItDoesNotKnow (Note response)"),
    ];
    all_pass_and_three_fail("parcels.smithy", 13, changes);
}

#[test]
fn of_several_services_one_is_meant() {
    let model = read("tests/fixtures/conformance/parcels.smithy");
    let model = format!("{model}\n@simpleRestJson\nservice Letters {{ version: \"1\" }}\n");
    let text = said(&conformance("parcels.smithy", &model));
    assert!(text.contains("is a second service") && text.contains("`--service`"), "{text}");
    let text = said(&conformance_of("parcels.smithy", &model, &["--service", "Parcels"]));
    assert!(text.contains("13 passed, 0 failed, 0 skipped"), "{text}");
}

/// Runs a fixture's cases, all of which pass, and then again with changes by which three fail.
fn all_pass_and_three_fail(file: &str, count: usize, changes: [(&str, &str, &str); 3]) {
    let model = read(&format!("tests/fixtures/conformance/{file}"));
    let text = said(&conformance(file, &model));
    assert!(text.contains(&format!("{count} passed, 0 failed, 0 skipped")), "{text}");
    let mut wrong = model;
    for (right, other, _) in changes {
        assert!(wrong.contains(right), "{right}");
        wrong = wrong.replacen(right, other, 1);
    }
    let output = conformance(file, &wrong);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains(&format!("{} passed, 3 failed", count - 3)), "{text}");
    for (_, _, failed) in changes {
        assert!(text.contains(&format!("failed {failed}")), "{failed}: {text}");
    }
}

/// Runs a fixture's cases: three, `sound` more, and one that is skipped; then again with a change of each of the three.
fn passes_and_fails(name: &str, sound: usize, skipped: &str, changes: [(&str, &str); 3], failed: [&str; 3]) {
    let model = read(&format!("tests/fixtures/conformance/{name}.json"));
    let output = conformance(&format!("{name}.json"), &model);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.contains(&format!("{} passed, 0 failed, 1 skipped", sound + 3)), "{text}");
    assert!(text.contains(&format!("skipped {skipped}")), "{text}");
    assert!(output.stderr.is_empty(), "nothing is said about the build in a pipe: {text}");

    let mut wrong = model;
    for (right, other) in changes {
        assert!(wrong.contains(right), "{right}");
        wrong = wrong.replacen(right, other, 1);
    }
    let output = conformance(&format!("{name}.json"), &wrong);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains(&format!("{sound} passed, 3 failed, 1 skipped")), "{text}");
    for id in failed {
        assert!(text.contains(&format!("failed {id}")), "{id}: {text}");
    }
}

#[test]
fn documents_are_the_same_or_not() {
    let same = |a: &str, b: &str| {
        let (a, b) = (xml::parse(a), xml::parse(b));
        assert!(a.is_some() && b.is_some(), "{a:?} {b:?}");
        a == b
    };
    for (a, b) in [
        ("<a><b>1</b><c/></a>", "<?xml version=\"1.0\"?>\n<a>\n  <c></c>\n  <b>1</b>\n</a>"),
        ("<a></a>", "<a>\n</a>"),
        ("<a x=\"1\" y=\"2\"></a>", "<a  y=\"2\" x=\"1\"/>"),
        (
            "<m><e><k>1</k><v>2</v></e><e><k>3</k><v>4</v></e></m>",
            "<m><e><k>3</k><v>4</v></e><e><k>1</k><v>2</v></e></m>",
        ),
    ] {
        assert!(same(a, b), "{a} {b}");
    }
    for (a, b) in [
        ("<a>1</a>", "<a>2</a>"),
        ("<a> </a>", "<a></a>"),
        ("<a/>", "<b/>"),
        ("<a x=\"1\"/>", "<a/>"),
        ("<a><b>1</b><b>2</b></a>", "<a><b>2</b><b>1</b></a>"),
        ("<a><b/></a>", "<a><b/><b/></a>"),
    ] {
        assert!(!same(a, b), "{a} {b}");
    }
    for none in ["", "a", "<a>", "<a></b>", "<a><b></a></b>", "</a>"] {
        assert_eq!(xml::parse(none), None, "{none}");
    }
}

#[test]
fn bodies_are_what_they_say_in_whatever_width_and_length() {
    let value = |bytes: &[u8]| cbor::parse(bytes);
    for (bytes, expected) in [
        (b"\xa1\x61a\x05".as_slice(), r#"{"a":5}"#),
        (b"\xbf\x61a\x18\x05\xff", r#"{"a":5}"#),
        (b"\x83\x20\x38\x18\x40", r#"[-1,-25,{"bytes":[]}]"#),
        (b"\x9f\xf4\xf5\xf6\x7f\x61a\x61b\xff\xff", r#"[false,true,null,"ab"]"#),
        (b"\xc1\xfa\x3f\xc0\x00\x00", r#"{"of":1.5,"tag":1}"#),
        (b"\xfb\x7f\xf0\x00\x00\x00\x00\x00\x00", r#"{"float":"inf"}"#),
    ] {
        let expected: Value = serde_json::from_str(expected).expect("it is JSON");
        assert_eq!(value(bytes), Some(expected), "{bytes:x?}");
    }
    for none in [b"".as_slice(), b"\x18", b"\x61", b"\x00\x00", b"\xff", b"\x1c", b"\xa1\x00\x00", b"\x9f", b"\xe0"] {
        assert_eq!(value(none), None, "{none:x?}");
    }
}
