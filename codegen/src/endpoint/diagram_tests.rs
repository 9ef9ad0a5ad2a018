//! Decision diagrams and what becomes of them.

use super::{Problem, emit, parse_diagram};
use base64::Engine;
use serde_json::{Value, json};

/// What is added to a result's number.
const RESULT: i32 = 100_000_000;

fn encoded(nodes: &[[i32; 3]]) -> String {
    let bytes: Vec<u8> = nodes.iter().flatten().flat_map(|number| number.to_be_bytes()).collect();
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// Asks for a region, then its partition, then FIPS.
fn diagram(root: i32, nodes: &[[i32; 3]]) -> Value {
    let region = json!({ "ref": "Region" });
    json!({
        "version": "1.1",
        "parameters": {
            "Region": { "type": "string", "builtIn": "AWS::Region" },
            "UseFIPS": { "type": "boolean", "builtIn": "AWS::UseFIPS", "required": true, "default": false },
        },
        "conditions": [
            { "fn": "isSet", "argv": [region] },
            { "fn": "aws.partition", "argv": [region], "assign": "Partition" },
            { "fn": "booleanEquals", "argv": [{ "ref": "UseFIPS" }, true] },
            { "fn": "stringEquals", "argv": [{ "fn": "getAttr", "argv": [{ "ref": "Partition" }, "name"] }, "aws-cn"] },
        ],
        "results": [
            { "type": "error", "conditions": [], "error": "no region" },
            { "type": "endpoint", "conditions": [], "endpoint": { "url": "https://{Region}.{Partition#dnsSuffix}" } },
        ],
        "root": root,
        "nodeCount": nodes.len(),
        "nodes": encoded(nodes),
    })
}

const TERMINAL: [i32; 3] = [-1, 1, -1];

fn text_of(diagram: &Value) -> String {
    let rules = parse_diagram(diagram).expect("the diagram is valid");
    prettyplease::unparse(&syn::parse2(emit(&rules)).expect("this is Rust"))
}

fn problem_of(diagram: &Value) -> Problem {
    parse_diagram(diagram).expect_err("the diagram is invalid")
}

#[test]
fn a_shared_node_stands_in_the_table_once() {
    let nodes = [TERMINAL, [0, 3, RESULT + 1], [1, 4, 4], [2, 1, RESULT + 2]];
    let text = text_of(&diagram(2, &nodes));
    let rows = "\
const NODES: &[Node] = &[
    Node::new(0, Next::Ask(1), Next::Give(0)),
    Node::new(1, Next::Ask(2), Next::Ask(2)),
    Node::new(2, Next::NoMatch, Next::Give(1)),
];";
    assert!(text.contains(rows), "{text}");
}

#[test]
fn the_branches_of_a_complement_change_places() {
    let nodes = [TERMINAL, [0, -3, RESULT + 1], [2, RESULT + 2, -1]];
    let text = text_of(&diagram(2, &nodes));
    assert!(text.contains("Node::new(2, Next::NoMatch, Next::Give(1)),"), "{text}");
}

#[test]
fn conditions_do_not_hold_where_what_they_read_is_absent() {
    let text = text_of(&diagram(2, &[TERMINAL, [0, RESULT + 2, RESULT + 1]]));
    for expected in [
        "0 => params.region.is_some(),",
        "if let Some(region) = params.region.as_deref() {\n                    partition_value = partition(region);",
        ".is_some_and(|partition_value| partition_value.name == \"aws-cn\")",
        "if let Some(region) = params.region.as_deref()\n                && let Some(partition_value) = partition_value\n            {\n",
        "Err(ResolveError::no_rule_matched())",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn nodes_are_checked() {
    let cases = [
        (diagram(-2, &[TERMINAL, [0, 1, -1]]), "/root", "must not be a complement"),
        (diagram(0, &[TERMINAL, [0, 1, -1]]), "/", "no node for the reference 0"),
        (diagram(3, &[TERMINAL, [0, 1, -1]]), "/", "no node for the reference 3"),
        (diagram(2, &[TERMINAL, [0, 9, -1]]), "/nodes", "node 1: there is no node for the reference 9"),
        (diagram(2, &[TERMINAL, [4, 1, -1]]), "/nodes", "node 1: there is no condition 4"),
        (diagram(2, &[TERMINAL, [0, RESULT + 3, -1]]), "/nodes", "node 1: there is no result for 100000003"),
        (diagram(2, &[TERMINAL, [0, 2, -1]]), "/nodes", "node 1: it asks condition 0 and leads to one that asks"),
        (diagram(2, &[TERMINAL, [1, 3, -1], [0, 2, 1]]), "/nodes", "a diagram asks its conditions in order"),
    ];
    for (diagram, path, message) in cases {
        let problem = problem_of(&diagram).to_string();
        assert!(problem.starts_with(&format!("{path}: ")) && problem.contains(message), "{message} in {problem}");
    }
}

#[test]
fn the_rest_of_a_diagram_is_checked() {
    let whole = diagram(2, &[TERMINAL, [0, 1, -1]]);
    let with = |pointer: &str, value: Value| {
        let mut diagram = whole.clone();
        *diagram.pointer_mut(pointer).expect("it has this") = value;
        problem_of(&diagram).to_string()
    };
    let cases = [
        (with("/version", json!("1.0")), "/version: unknown version `1.0`; known: 1.1"),
        (with("/nodeCount", json!(7)), "/nodes: 24 bytes are not 7 nodes (`nodeCount`) of 12 bytes each"),
        (with("/nodes", json!("&")), "/nodes: this is not base64"),
        (with("/nodes", json!("AAAA")), "/nodes: 3 bytes are not 2 nodes"),
        (with("/root", json!(1.5)), "/root: expected a whole number"),
        (with("/results/0/conditions", json!([{}])), "/results/0/conditions: a diagram's result can't have conditions"),
        (
            with("/results/0", json!({ "type": "tree", "rules": [] })),
            "/results/0/type: a diagram's result is an endpoint or an error",
        ),
        (
            with("/conditions/0/argv/0/ref", json!("Partition")),
            "/conditions/0/argv/0/ref: `Partition` is neither a parameter nor a variable in scope",
        ),
    ];
    for (problem, expected) in cases {
        assert!(problem.starts_with(expected), "{expected} in {problem}");
    }
}
