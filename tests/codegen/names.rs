//! Models whose names are those that generated code mentions: every identifier of the macros that it calls, and of what
//! is generated for a probe with one shape of each kind.

use proc_macro2::{TokenStream, TokenTree};
use sdk_tests::{model, read, workspace};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Modules and crates that the names of operations, types and waiters would hide: each has a module of its own.
const MODULES: &[&str] = &[
    "alloc",
    "aws_types",
    "blocking",
    "builders",
    "client",
    "config",
    "core",
    "error",
    "meta",
    "mod",
    "operation",
    "paginator",
    "primitives",
    "sdk_runtime",
    "std",
    "super",
    "test_util",
    "types",
    "waiters",
];

/// Members of every kind, with the codecs and defaults that there are.
fn members_of_each_kind(other: &str) -> Value {
    let of = |target: &str| json!({ "target": target });
    let with = |target: &str, id: &str, value: Value| json!({ "target": target, "traits": { id: value } });
    json!({
        "text": with("smithy.api#String", "smithy.api#pattern", json!("^Some Vec Range$")),
        "long": with("smithy.api#String", "smithy.api#length", json!({ "min": 1, "max": 8 })),
        "count": with("smithy.api#Integer", "smithy.api#range", json!({ "min": 1, "max": 8 })),
        "number": with("smithy.api#Double", "smithy.api#default", json!(1e300)),
        "bytes": with("smithy.api#Blob", "smithy.api#default", json!("c29tZQ==")),
        "any": with("smithy.api#Document", "smithy.api#default", json!("Some")),
        "at": with("smithy.api#Timestamp", "smithy.api#default", json!(5)),
        "on": with("smithy.api#Timestamp", "smithy.api#timestampFormat", json!("http-date")),
        "by": with("smithy.api#Timestamp", "smithy.api#timestampFormat", json!("date-time")),
        "list": with("probe#List", "smithy.api#default", json!([])),
        "sparse": of("probe#Sparse"),
        "map": with("probe#Map", "smithy.api#default", json!({})),
        "sparse_map": of("probe#SparseMap"),
        "kind": with("probe#Kind", "smithy.api#default", json!("a")),
        "grade": of("probe#Grade"),
        "choice": of("probe#Choice"),
        "other": of(other),
    })
}

/// The shapes that members of each kind target.
fn kinds() -> Map<String, Value> {
    let text = json!({ "target": "smithy.api#String" });
    let sparse = json!({ "smithy.api#sparse": {} });
    let unit = |traits: Value| json!({ "target": "smithy.api#Unit", "traits": traits });
    let shapes = json!({
        "probe#List": { "type": "list", "member": text },
        "probe#Sparse": { "type": "list", "member": text, "traits": sparse },
        "probe#Map": { "type": "map", "key": text, "value": text },
        "probe#SparseMap": { "type": "map", "key": text, "value": text, "traits": sparse },
        "probe#Kind": { "type": "enum", "members": { "A": unit(json!({ "smithy.api#enumValue": "a" })) } },
        "probe#Grade": { "type": "intEnum", "members": { "One": unit(json!({ "smithy.api#enumValue": 1 })) } },
        "probe#Choice": { "type": "union", "members": { "text": text, "nothing": { "target": "smithy.api#Unit" } } },
    });
    shapes.as_object().cloned().unwrap_or_default()
}

/// An operation with pages, a waiter and an example, and what it takes and returns.
fn operation(name: &str, shape: &str, shapes: &mut Map<String, Value>) {
    let page = format!("in#{name}");
    let answer = format!("out#{name}");
    let text = json!({ "target": "smithy.api#String" });
    shapes.insert(
        page.clone(),
        json!({ "type": "structure", "members": { "token": text, "held": { "target": shape } } }),
    );
    let items = json!({ "token": text, "items": { "target": "probe#List" }, "state": text });
    shapes.insert(answer.clone(), json!({ "type": "structure", "members": items }));
    let ready = json!({ "state": "success", "matcher": { "output": {
        "path": "state", "expected": "Some", "comparator": "stringEquals" } } });
    let traits = json!({
        "smithy.api#http": { "method": "POST", "uri": format!("/{name}") },
        "smithy.api#paginated": { "inputToken": "token", "outputToken": "token", "items": "items" },
        "smithy.waiters#waitable": { name: { "acceptors": [ready] } },
        "smithy.api#examples": [{ "title": name, "input": { "token": "t", "held": { "text": "t" } } }],
    });
    let operation = json!({ "type": "operation", "input": { "target": page }, "output": { "target": answer },
        "traits": traits });
    shapes.insert(format!("op#{name}"), operation);
}

/// What generated code mentions.
fn identifiers() -> BTreeSet<String> {
    let mut shapes = kinds();
    shapes.insert(
        "probe#Probe".to_owned(),
        json!({ "type": "structure", "members": members_of_each_kind("probe#Probe") }),
    );
    operation("Probe", "probe#Probe", &mut shapes);
    let source =
        model(&json!({ "smithy": "2.0", "shapes": shapes }).to_string().replacen("\"shapes\":{", "\"shapes\": {", 1));
    let probe = codegen::generate(&source, "probe-sdk").unwrap_or_else(|problems| panic!("{problems:#?}"));
    let mut found: BTreeSet<String> = MODULES.iter().map(|name| (*name).to_owned()).collect();
    for text in
        probe.files.iter().filter(|(path, _)| path.ends_with(".rs")).map(|(_, text)| text.clone()).chain(macros())
    {
        collect(text.parse().expect("it is Rust"), &mut found);
    }
    found
}

/// The text of the runtime's macros.
fn macros() -> Vec<String> {
    let mut open = vec!["runtime/src/macros".to_owned()];
    let mut texts = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(workspace().join(&folder)).expect("the macros are there").flatten() {
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            match entry.path().is_dir() {
                true => open.push(path),
                false => texts.push(read(&path)),
            }
        }
    }
    texts
}

fn collect(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => drop(found.insert(ident.to_string().trim_start_matches("r#").to_owned())),
            TokenTree::Group(group) => collect(group.stream(), found),
            _ => {}
        }
    }
}

/// A model in which everything is called what generated code mentions: structures, operations, waiters, errors,
/// variants of an enum and of a union, members.
pub(crate) fn hostile() -> String {
    let found = identifiers();
    let mut shapes = kinds();
    let is_kind = |name: &String| shapes.contains_key(&format!("probe#{name}"));
    // What is lower case where it is mentioned is no type; but modules are called so, and crates.
    let is_type = |name: &&str| name.starts_with(|c: char| c.is_ascii_uppercase()) || MODULES.contains(name);
    let upper = named(&found, codegen::names::type_name).into_iter().filter(is_type);
    let upper: Vec<String> = upper.map(codegen::names::type_name).filter(|name| !is_kind(name)).collect();
    for (index, name) in upper.iter().enumerate() {
        // One of two holds itself, and the other that one: a chain of all would be too long for rustc.
        let other = upper.get(index - index % 2).unwrap_or(name);
        let members = members_of_each_kind(&format!("s#{other}"));
        shapes.insert(format!("s#{name}"), json!({ "type": "structure", "members": members }));
        operation(name, &format!("s#{name}"), &mut shapes);
    }
    // One of an error and its builder, and what every error enum has, are refused.
    let errors: Vec<&String> = upper.iter().filter(|name| *name != "Unhandled" && !name.ends_with("Builder")).collect();
    for name in &errors {
        let message = json!({ "message": { "target": "smithy.api#String" } });
        let traits = json!({ "smithy.api#error": "client" });
        shapes.insert(format!("e#{name}"), json!({ "type": "structure", "members": message, "traits": traits }));
    }
    let all = json!(errors.iter().map(|name| json!({ "target": format!("e#{name}") })).collect::<Vec<_>>());
    let variants: Map<String, Value> = named(&found, codegen::names::variant_name)
        .into_iter()
        .map(|name| (name.to_owned(), json!({ "target": "smithy.api#Unit" })))
        .collect();
    let held: Map<String, Value> =
        variants.keys().map(|name| (name.clone(), json!({ "target": "probe#List" }))).collect();
    let fields: Map<String, Value> = named(&found, codegen::names::field_name)
        .into_iter()
        .filter(|name| !name.starts_with("set_") && !name.starts_with("get_"))
        .map(|name| (name.to_owned(), json!({ "target": "smithy.api#String" })))
        .collect();
    shapes.insert("all#AllVariants".to_owned(), json!({ "type": "enum", "members": variants }));
    shapes.insert("all#AllHeld".to_owned(), json!({ "type": "union", "members": held }));
    let mut members = fields;
    members.insert("all_variants".to_owned(), json!({ "target": "all#AllVariants" }));
    members.insert("all_held".to_owned(), json!({ "target": "all#AllHeld" }));
    shapes.insert("all#Members".to_owned(), json!({ "type": "structure", "members": members }));
    let http = json!({ "smithy.api#http": { "method": "POST", "uri": "/all" } });
    let members = json!({ "target": "all#Members" });
    let operation = json!({ "type": "operation", "input": members, "output": members, "errors": all, "traits": http });
    shapes.insert("all#TakeAll".to_owned(), operation);
    json!({ "smithy": "2.0", "shapes": shapes }).to_string().replacen("\"shapes\":{", "\"shapes\": {", 1)
}

/// The names that a model can have, without those that would be another's in Rust.
fn named(found: &BTreeSet<String>, name_of: impl Fn(&str) -> String) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let is_name = |name: &&String| name.starts_with(|c: char| c.is_ascii_alphabetic()) && !name.starts_with("Probe");
    found.iter().filter(is_name).filter(|name| seen.insert(name_of(name).to_lowercase())).map(String::as_str).collect()
}
