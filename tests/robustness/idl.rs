//! Smithy IDL that may be anything: what is read, laid out and written back never breaks the reader, and says the same.

use codegen::diagnostic::Diagnostic;
use codegen::idl::{format, idl_of, json_ast, load, validate};
use proptest::prelude::*;
use sdk_tests::mutation::cases;
use sdk_tests::{fixtures, model, workspace};
use serde_json::{Map, Value, json};
use std::fs;
use std::sync::LazyLock;

/// The fixtures in IDL, and what the features' models are in it.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut texts = Vec::new();
    for folder in ["valid", "invalid", "strict", "layout"] {
        let folder = workspace().join("tests/fixtures/idl").join(folder);
        for entry in fs::read_dir(folder).expect("the fixtures are there") {
            let path = entry.expect("the folder can be listed").path();
            if path.extension().is_some_and(|ending| ending == "smithy") {
                texts.push(fs::read_to_string(path).expect("it is a text"));
            }
        }
    }
    for (name, fixture) in fixtures("features") {
        let json = model(&fixture);
        let written = idl_of(&[("model.json", &json)]).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        texts.extend(written.into_values());
    }
    texts
});

/// Reads a text in every way, and checks what is said of it.
fn read(text: &str) {
    let check = |problems: &[Diagnostic]| {
        assert!(!problems.is_empty(), "an error has to say why");
        for problem in problems {
            let range = problem.span.unwrap_or_else(|| panic!("{problem:?} has no place")).range();
            assert!(text.get(range).is_some(), "{problem:?} is out of the text");
            assert!(!problem.problem.is_empty() && !problem.remedy.is_empty(), "{problem:?} says nothing");
        }
    };
    let files = [("model.smithy", text)];
    match load(&files) {
        Ok(_) => {
            let json = json_ast(&files).expect("it has been read");
            let written = idl_of(&files).expect("it has been read");
            let again: Vec<_> = written.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            // What is written is of version 2.0, whatever was read.
            if !json.contains("\"smithy\": \"1.0\"") {
                let json = json.replacen("\"smithy\": \"2.1\"", "\"smithy\": \"2.0\"", 1);
                assert_eq!(json_ast(&again).as_ref(), Ok(&json), "{written:?}");
            }
        }
        Err(problems) => check(problems.as_slice()),
    }
    validate(&files);
    match format(text) {
        Ok(formatted) => assert_eq!(format(&formatted).as_ref(), Ok(&formatted), "the second time nothing changes"),
        Err(problems) => check(problems.as_slice()),
    }
}

/// What may stand where it doesn't belong.
const SNIPPETS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "@",
    "$",
    "#",
    ":",
    ":=",
    "=",
    ",",
    ".",
    "\"",
    "\"\"\"",
    "'",
    "\\",
    "//",
    "/// doc\n",
    "\n",
    "\r",
    "\t",
    "\0",
    "é",
    "🦀",
    "with [A]",
    "for R",
    "structure A {}",
    "@trait",
    "apply A @b",
    "namespace a",
    "use a#B",
    "$version",
    "null",
    "-1e9",
    "1.",
    "0x1",
    "_",
    "__",
    "metadata a = [",
    "\nstring A\n",
    "$id",
    "member: String",
    "@a(\"\"\"\n",
    "enum E { A = 1 }",
    "[String]",
    "{String: [String]}",
    "1. ",
    "#re \"",
    "#hex \"0g\"",
    "#timestamp \"1970-01-01T00:00:00Z\"",
];

#[derive(Clone, Debug)]
pub(super) enum Change {
    Remove(prop::sample::Index, usize),
    Insert(prop::sample::Index, &'static str),
    Copy(prop::sample::Index, prop::sample::Index, usize),
    End(prop::sample::Index),
}

pub(super) fn change() -> impl Strategy<Value = Change> {
    let place = any::<prop::sample::Index>;
    prop_oneof![
        (place(), 1..40_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        (place(), prop::sample::select(SNIPPETS)).prop_map(|(at, text)| Change::Insert(at, text)),
        (place(), place(), 1..200_usize).prop_map(|(from, to, length)| Change::Copy(from, to, length)),
        place().prop_map(Change::End),
    ]
}

pub(super) fn changed(text: &str, change: &Change) -> String {
    let place = |at: &prop::sample::Index| text.floor_char_boundary(at.index(text.len() + 1));
    let end = |start: usize, length: usize| text.floor_char_boundary((start + length).min(text.len()));
    match change {
        Change::Remove(at, length) => {
            format!("{}{}", &text[..place(at)], &text[end(place(at), *length).max(place(at))..])
        }
        Change::Insert(at, inserted) => format!("{}{inserted}{}", &text[..place(at)], &text[place(at)..]),
        Change::Copy(from, to, length) => {
            let copied = &text[place(from)..end(place(from), *length).max(place(from))];
            format!("{}{copied}{}", &text[..place(to)], &text[place(to)..])
        }
        Change::End(at) => text[..place(at)].to_owned(),
    }
}

/// One mistake in an input that many operations share is one in each of them, and each of these belongs to many services.
#[test]
fn what_many_share_is_not_told_for_each_pair() {
    let count = 1_000;
    let all = |line: &dyn Fn(usize) -> String| (0..count).map(line).collect::<Vec<_>>().join("\n");
    let text = [
        "$version: \"2\"\nnamespace a\nresource R { operations: [".to_owned(),
        all(&|at| format!("O{at}")),
        "] }\nstructure I {".to_owned(),
        all(&|at| format!("@required @httpLabel m{at}: String")),
        "}".to_owned(),
        all(&|at| format!("service S{at} {{ version: \"1\", resources: [R] }}")),
        all(&|at| format!("@http(method: \"POST\", uri: \"/{{a{at}}}\") operation O{at} {{ input: I }}")),
    ];
    let text = text.join("\n");
    let events = validate(&[("model.smithy", &text)]);
    assert!((count..20 * count).contains(&events.len()), "{} problems", events.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(300), ..ProptestConfig::default() })]

    #[test]
    fn texts_that_were_changed_at_random_are_read_or_refused(
        text in any::<prop::sample::Index>(),
        changes in prop::collection::vec(change(), 1..4),
    ) {
        let mut text = TEXTS[text.index(TEXTS.len())].clone();
        for change in &changes {
            text = changed(&text, change);
        }
        read(&text);
    }

    #[test]
    fn models_are_in_idl_what_they_are_in_json(model in a_model()) {
        let json = model.to_string();
        let files = [("model.json", json.as_str())];
        let expected = json_ast(&files).expect("it is a model");
        let written = idl_of(&files).expect("it is a model");
        let again: Vec<_> = written.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        prop_assert_eq!(json_ast(&again), Ok(expected), "{:?}", written);
        for text in written.values() {
            let formatted = format(text).expect("it is Smithy IDL");
            let again = format(&formatted).expect("it is Smithy IDL");
            prop_assert_eq!(again, formatted);
        }
    }
}

/// Texts with all that has to be escaped, or could be taken for something else.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,30}",
        "[\\n\\r\\t\"\\\\/ a]{0,12}",
        any::<String>(),
        Just("/// not a comment\n//".to_owned()),
        Just("\"\"\"\n  text".to_owned()),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        // Of others, JSON's reader rounds the last digit.
        any::<i32>().prop_map(|number| Value::from(f64::from(number) / 64.0)),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let entries = prop::collection::vec((prop_oneof!["[a-z]{1,5}", text()], inner.clone()), 0..4);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::Array),
            entries.prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Traits that are texts, objects, lists, and of owners who aren't there.
fn traits() -> impl Strategy<Value = Value> {
    let known = prop::option::of(text());
    let own = prop::collection::vec((prop::sample::select(&["x.y#one", "x.y#two", "z#one"][..]), value()), 0..3);
    (known, own, any::<bool>()).prop_map(|(documentation, own, is_internal)| {
        let mut traits: Map<String, Value> = own.into_iter().map(|(id, value)| (id.to_owned(), value)).collect();
        traits.extend(documentation.map(|text| ("smithy.api#documentation".to_owned(), Value::from(text))));
        if is_internal {
            traits.insert("smithy.api#internal".to_owned(), json!({}));
        }
        Value::Object(traits)
    })
}

/// Names that mean something elsewhere, too.
const NAMES: &[&str] = &["String", "Thing", "structure", "with", "apply", "Integer", "_1", "null1", "Unit2", "for"];

const TARGETS: &[&str] =
    &["smithy.api#String", "smithy.api#Integer", "a.b#Base", "b#Base", "b#String", "x.y#Elsewhere"];

fn member() -> impl Strategy<Value = Value> {
    (prop::sample::select(TARGETS), traits()).prop_map(|(target, traits)| json!({"target": target, "traits": traits}))
}

fn shape() -> impl Strategy<Value = Value> {
    let members = || {
        let members = prop::collection::vec((prop::sample::select(NAMES), member()), 1..4);
        members.prop_map(|members| {
            members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>()
        })
    };
    prop_oneof![
        traits().prop_map(|traits| json!({"type": "string", "traits": traits})),
        (members(), traits())
            .prop_map(|(members, traits)| json!({"type": "structure", "members": members, "traits": traits})),
        (members(), traits())
            .prop_map(|(members, traits)| json!({"type": "union", "members": members, "traits": traits})),
        (member(), traits()).prop_map(|(member, traits)| json!({"type": "list", "member": member, "traits": traits})),
        (member(), member()).prop_map(|(value, mut key)| {
            key["target"] = Value::from("smithy.api#String");
            json!({"type": "map", "key": key, "value": value})
        }),
        text().prop_map(|text| json!({"type": "enum", "members": {
            "A": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": format!("v{text}")}},
            "B": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "B"}}
        }})),
    ]
}

fn a_model() -> impl Strategy<Value = Value> {
    let id = (prop::sample::select(&["a.b", "b"][..]), prop::sample::select(NAMES));
    let shapes = prop::collection::vec((id, shape()), 0..6);
    (shapes, prop::collection::vec((text(), value()), 0..3)).prop_map(|(shapes, metadata)| {
        let mut shapes: Map<String, Value> =
            shapes.into_iter().map(|((namespace, name), shape)| (format!("{namespace}#{name}"), shape)).collect();
        for id in ["a.b#Base", "b#Base", "b#String"] {
            shapes.insert(id.to_owned(), json!({"type": "string"}));
        }
        let metadata: Map<String, Value> = metadata.into_iter().collect();
        json!({"smithy": "2.0", "metadata": metadata, "shapes": shapes})
    })
}

#[test]
fn what_is_nested_without_end_is_refused() {
    let many = 100_000;
    for text in [
        format!("metadata a = {}", "[".repeat(many)),
        format!("metadata a = {}", "{a:".repeat(many)),
        format!("namespace a\n@b({}", "[{a:".repeat(many)),
        format!("namespace a\n{}", "@b(".repeat(many)),
        format!("namespace a\nlist A {}", "{".repeat(many)),
        "{".repeat(many),
        "\"\"\"".repeat(many),
        "$".repeat(many),
    ] {
        assert!(load(&[("model.smithy", &text)]).is_err());
        assert!(format(&text).is_err());
    }
}

#[test]
fn what_is_said_many_times_is_read_in_a_walk() {
    let many = 20_000;
    let lines = |line: &dyn Fn(usize) -> String| (0..many).map(line).collect::<String>();
    for text in [
        lines(&|_| "wrong {\n".to_owned()),
        lines(&|_| "@a([\nstring A\n".to_owned()),
        lines(&|n| format!("structure A{n} {{\n    a String\n}}\n")),
        lines(&|n| format!("@mixin\nstructure A{n} with [A{}] {{ $a }}\n", n + 1)),
        lines(&|n| format!("@mixin\nstructure A{n} with [A{}] {{ a{n}: String }}\n", n + 1)),
        format!("structure A {{\n{}}}\n", lines(&|n| format!("    a{n}: A{n}\n"))),
        lines(&|n| format!("/// a\nstring A{n}\n// b\n")),
        format!("@a(\"{}\")\nstring A", "\\n".repeat(many)),
    ] {
        let text = format!("$version: \"2\"\nnamespace a\n{text}");
        let _ = (load(&[("model.smithy", &text)]).is_ok(), format(&text).is_ok());
    }
}
