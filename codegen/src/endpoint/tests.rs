//! Rule sets and what becomes of them.

use super::{Problem, emit, emit_tests, parse, parse_tests};
use crate::render::{Chunk, Declaration, File, render};
use quote::quote;
use serde_json::{Value, json};

/// Parses rules over a few parameters.
fn problem_of(rules: Value) -> Option<Problem> {
    parse(&rule_set(rules)).err()
}

fn rule_set(rules: Value) -> Value {
    json!({
        "version": "1.0",
        "parameters": {
            "Region": { "type": "String", "builtIn": "AWS::Region" },
            "UseFIPS": { "type": "Boolean", "builtIn": "AWS::UseFIPS", "required": true, "default": false },
            "Stage": { "type": "string", "required": true, "default": "prod" },
            "Arns": { "type": "stringArray" },
        },
        "rules": rules,
    })
}

fn function(name: &str, argv: Value) -> Value {
    json!({ "fn": name, "argv": argv })
}

fn is_set(name: &str) -> Value {
    function("isSet", json!([{ "ref": name }]))
}

fn endpoint(conditions: Value, url: &str) -> Value {
    json!({ "type": "endpoint", "conditions": conditions, "endpoint": { "url": url } })
}

fn error(message: &str) -> Value {
    json!({ "type": "error", "conditions": [], "error": message })
}

fn tree(conditions: Value, rules: Value) -> Value {
    json!({ "type": "tree", "conditions": conditions, "rules": rules })
}

/// The body of the `resolve` that rules become.
fn body_of(rules: Value) -> String {
    let rules = parse(&rule_set(rules)).expect("these rules are valid");
    let file = syn::parse2(emit(&rules)).expect("this is Rust");
    let text = prettyplease::unparse(&file);
    let (_, resolve) = text.split_once("pub(crate) fn resolve").expect("there is a resolve");
    let (_, body) = resolve.split_once("{\n").expect("it has a body");
    let lines = body.trim_end().trim_end_matches('}').lines();
    lines.map(|line| line.strip_prefix("    ").unwrap_or(line)).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

#[test]
fn comparisons_with_constants_become_the_value_itself() {
    let fips = function("booleanEquals", json!([true, { "ref": "UseFIPS" }]));
    let rules = json!([endpoint(json!([fips]), "https://fips"), error("no")]);
    let expected = "if params.use_fips {\n    return Ok(Endpoint::new(\"https://fips\"));\n}\nrefuse(\"no\")";
    assert_eq!(body_of(rules), expected);
}

#[test]
fn negations_are_written_as_their_opposites() {
    let not = |inner| function("not", json!([inner]));
    let conditions = json!([
        not(is_set("Region")),
        not(function("stringEquals", json!(["beta", { "ref": "Stage" }]))),
        not(not(function("booleanEquals", json!([{ "ref": "UseFIPS" }, false])))),
    ]);
    let body = body_of(json!([endpoint(conditions, "https://a")]));
    assert!(body.starts_with("if params.region.is_none() && params.stage != \"beta\" && !params.use_fips {"), "{body}");
    assert!(body.ends_with("Err(ResolveError::no_rule_matched())"), "{body}");
}

#[test]
fn trees_without_conditions_disappear_and_so_does_what_they_make_unreachable() {
    let inner = tree(json!([]), json!([tree(json!([]), json!([endpoint(json!([]), "https://a")]))]));
    assert_eq!(body_of(json!([inner, error("unreachable")])), "Ok(Endpoint::new(\"https://a\"))");
}

#[test]
fn a_tree_before_an_error_becomes_a_guard() {
    let fips = function("booleanEquals", json!([{ "ref": "UseFIPS" }, true]));
    let inner = json!([endpoint(json!([fips]), "https://{Region}"), endpoint(json!([]), "https://{Region}.{Stage}")]);
    let expected = "\
let Some(region) = &params.region else {
    return refuse(\"no region\");
};
if params.use_fips {
    let url = format!(\"https://{region}\");
    return Ok(Endpoint::new(url));
}
let stage = &params.stage;
let url = format!(\"https://{region}.{stage}\");
Ok(Endpoint::new(url))";
    assert_eq!(body_of(json!([tree(json!([is_set("Region")]), inner), error("no region")])), expected);
}

#[test]
fn a_tree_that_comes_to_an_end_does_not_fall_through_to_the_next_rule() {
    let fips = function("booleanEquals", json!([{ "ref": "UseFIPS" }, true]));
    let inner = json!([endpoint(json!([fips]), "https://fips")]);
    let rules = json!([tree(json!([is_set("Region")]), inner), endpoint(json!([is_set("Arns")]), "https://a")]);
    let expected = "\
if params.region.is_some() {
    if params.use_fips {
        return Ok(Endpoint::new(\"https://fips\"));
    }
    return Err(ResolveError::no_rule_matched());
}
if params.arns.is_some() {
    return Ok(Endpoint::new(\"https://a\"));
}
Err(ResolveError::no_rule_matched())";
    assert_eq!(body_of(rules), expected);
}

#[test]
fn assigned_values_are_bound_where_they_are_used() {
    let first = json!({ "fn": "getAttr", "argv": [{ "ref": "Arns" }, "[0]"], "assign": "firstArn" });
    let parsed = json!({ "fn": "aws.parseArn", "argv": [{ "ref": "firstArn" }], "assign": "arn" });
    let kind = json!({ "fn": "getAttr", "argv": [{ "ref": "arn" }, "resourceId[1]"], "assign": "kind" });
    let encoded = json!({ "fn": "uriEncode", "argv": [{ "ref": "kind" }], "assign": "encoded" });
    let rules = json!([endpoint(json!([is_set("Arns"), first, parsed, kind, encoded]), "https://{encoded}")]);
    let body = body_of(rules);
    for expected in [
        "let Some(arns) = &params.arns",
        "let Some(first_arn) = arns.first()",
        "let Some(arn) = parse_arn(first_arn)",
        "let Some(kind) = arn.resource_id.get(1).copied()",
        "let encoded = uri_encode(kind);",
    ] {
        assert!(body.contains(expected), "{expected} in {body}");
    }
}

#[test]
fn an_endpoint_has_headers_and_its_way_of_signing() {
    let rule = json!({
        "type": "endpoint",
        "conditions": [],
        "endpoint": {
            "url": "https://a",
            "headers": { "x-stage": ["{Stage}"] },
            "properties": {
                "authSchemes": [{ "name": "sigv4a", "signingName": "b", "signingRegionSet": ["*"] }],
                "metricValues": ["O"],
            },
        },
    });
    let body = body_of(json!([rule])).split_whitespace().collect::<String>();
    let expected = r#"Ok(Endpoint::new("https://a").header("x-stage",&params.stage).auth_scheme("sigv4a").signing_name("b").signing_region_set("*"),)"#;
    assert_eq!(body, expected);
}

/// The schemes' calls in the body of a rule with these `authSchemes`, or what is wrong with them.
fn signing_of(schemes: Value) -> Result<String, String> {
    let endpoint = json!({ "url": "https://a", "properties": { "authSchemes": schemes } });
    let rules = json!([{ "type": "endpoint", "conditions": [], "endpoint": endpoint }]);
    match problem_of(rules.clone()) {
        Some(problem) => Err(problem.to_string()),
        None => {
            let body = body_of(rules).split_whitespace().collect::<String>();
            Ok(body.trim_start_matches("Ok(Endpoint::new(\"https://a\")").trim_end_matches([')', ',']).to_owned())
        }
    }
}

#[test]
fn the_name_of_a_scheme_can_be_computed() {
    let found = signing_of(json!([{ "name": "{Stage}", "signingName": "b", "disableNormalizePath": true }]));
    let expected = ".auth_scheme(&params.stage).signing_name(\"b\").disable_normalize_path(true";
    assert_eq!(found.as_deref(), Ok(expected));
}

#[test]
fn the_regions_of_sigv4a_stay_beside_sigv4() {
    let schemes = |other: &str| {
        json!([
            { "name": "sigv4a", "signingName": other, "signingRegionSet": ["*", "{Stage}"] },
            { "name": "sigv4", "signingName": "b", "signingRegion": "r" },
        ])
    };
    let expected =
        ".signing_name(\"b\").signing_region(\"r\").signing_region_set(\"*\").signing_region_set(&params.stage";
    assert_eq!(signing_of(schemes("b")).as_deref(), Ok(expected));
    let problem = signing_of(schemes("c")).expect_err("one endpoint has one name");
    let expected =
        "/rules/0/endpoint/properties/authSchemes/0: `sigv4a` has another `signingName` than `sigv4` beside it";
    assert_eq!(problem, expected);
}

#[test]
fn parameters_become_fields_with_their_defaults() {
    let rules = parse(&rule_set(json!([error("no")]))).expect("these rules are valid");
    let text = prettyplease::unparse(&syn::parse2(emit(&rules)).expect("this is Rust"));
    for expected in [
        "pub region: Option<String>",
        "pub use_fips: bool",
        "pub stage: String",
        "pub arns: Option<Vec<String>>",
        "stage: \"prod\".to_owned()",
        "region: built_ins.region.clone()",
        "..Self::default()",
        "pub(crate) fn resolve(_: &Params)",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn a_problem_names_the_place_and_what_is_wrong_there() {
    let condition = |condition: Value| json!([endpoint(json!([condition]), "https://a")]);
    let cases = [
        (condition(function("frobnicate", json!([]))), "/rules/0/conditions/0/fn", "unknown function `frobnicate`"),
        (json!([{ "type": "leaf" }]), "/rules/0/type", "unknown type of rule `leaf`"),
        (json!([{}]), "/rules/0", "the member `type` is missing"),
        (json!({}), "/rules", "expected an array, found an object"),
        (condition(is_set("Zone")), "/rules/0/conditions/0/argv/0/ref", "`Zone` is neither"),
        (
            condition(function("stringEquals", json!([{ "ref": "Region" }, "x"]))),
            "/rules/0/conditions/0/argv/0",
            "the parameter `region` may be absent here",
        ),
        (
            condition(function("booleanEquals", json!([{ "ref": "Stage" }, true]))),
            "/rules/0/conditions/0/argv/0",
            "expected a boolean, found a string",
        ),
        (condition(function("not", json!([]))), "/rules/0/conditions/0/argv", "expected 1 argument, found 0"),
        (
            condition(json!({ "fn": "parseURL", "argv": ["{Stage}"], "assign": "Stage" })),
            "/rules/0/conditions/0/assign",
            "`Stage` would hide what is called so already",
        ),
        (json!([endpoint(json!([]), "https://{Stage")]), "/rules/0/endpoint/url", "a brace without its counterpart"),
        (json!([endpoint(json!([]), "https://{Stage#x}")]), "/rules/0/endpoint/url", "a string has no attribute `x`"),
    ];
    for (rules, path, message) in cases {
        let problem = problem_of(rules.clone()).unwrap_or_else(|| panic!("{rules} is invalid"));
        assert_eq!(problem.path, path);
        assert!(problem.message.contains(message), "{message} in {problem}");
    }
}

#[test]
fn parameters_are_checked() {
    let cases = [
        (json!({ "A": { "type": "number" } }), "/parameters/A/type", "unknown type `number`"),
        (json!({ "A": { "type": "string", "builtIn": "AWS::Moon" } }), "/parameters/A/builtIn", "unknown built-in"),
        (json!({ "A": { "type": "boolean", "builtIn": "AWS::Region" } }), "/parameters/A/builtIn", "not of the type"),
        (json!({ "A": { "type": "boolean", "default": "x" } }), "/parameters/A/default", "expected a boolean"),
        (json!({ "AbC": { "type": "string" }, "ab_c": { "type": "string" } }), "/parameters/ab_c", "the field `ab_c`"),
        (json!({ "1": { "type": "string" } }), "/parameters/1", "cannot be the name of a field"),
    ];
    for (parameters, path, message) in cases {
        let value = json!({ "version": "1.0", "parameters": parameters, "rules": [] });
        let problem = parse(&value).expect_err("these parameters are invalid");
        assert_eq!(problem.path, path);
        assert!(problem.message.contains(message), "{message} in {problem}");
    }
}

#[test]
fn test_cases_become_rows() {
    let rules = parse(&rule_set(json!([error("no")]))).expect("these rules are valid");
    let cases = json!({ "version": "1.0", "testCases": [
        {
            "documentation": "signed",
            "params": { "Region": "r", "UseFIPS": true, "Arns": ["a"] },
            "expect": { "endpoint": {
                "url": "https://a",
                "properties": { "authSchemes": [{ "name": "sigv4", "signingRegion": "r" }] },
            } },
        },
        { "expect": { "error": "no" } },
    ] });
    let cases = parse_tests(&cases).expect("these cases are valid");
    let rows = emit_tests(&rules, &cases).expect("the rules have these parameters");
    let declaration = Declaration { name: quote!(cases), rows, ..Declaration::default() };
    let file = File { path: "cases.rs".to_owned(), chunks: vec![Chunk::Declaration(declaration)] };
    let text = render(vec![file]).remove("cases.rs").unwrap_or_default();
    for expected in [
        "\"signed\": region = \"r\", use_fips = true, arns = [\"a\"] => \"https://a\".signing_region(\"r\");\n",
        "\"case 1\": => error \"no\";\n",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn a_case_with_a_parameter_that_the_rules_lack_is_a_problem() {
    let rules = parse(&rule_set(json!([error("no")]))).expect("these rules are valid");
    let cases = json!({ "testCases": [{ "params": { "Zone": "z" }, "expect": { "error": "no" } }] });
    let cases = parse_tests(&cases).expect("the form is valid");
    let problem = emit_tests(&rules, &cases).expect_err("there is no such parameter");
    assert_eq!(problem.to_string(), "/testCases/0/params/Zone: the rules have no parameter `Zone`");
}

fn coalesce(argv: Value) -> Value {
    function("coalesce", argv)
}

#[test]
fn a_value_that_may_be_absent_has_a_stand_in() {
    let assign = |mut value: Value, name: &str| {
        value["assign"] = json!(name);
        value
    };
    let conditions = json!([
        assign(coalesce(json!([{ "ref": "Region" }, { "ref": "Stage" }])), "place"),
        assign(coalesce(json!([{ "ref": "Region" }, "made-{Stage}"])), "made"),
        assign(function("ite", json!([{ "ref": "UseFIPS" }, "-fips", ""])), "suffix"),
        assign(function("split", json!([{ "ref": "Stage" }, "-", 0])), "parts"),
        assign(function("getAttr", json!([{ "ref": "parts" }, "[-1]"])), "last"),
        function("stringEquals", json!([{ "ref": "last" }, ""])),
    ]);
    let body = body_of(json!([endpoint(conditions, "https://{place}{made}{suffix}{last}")]));
    for expected in [
        "let place = params.region.as_deref().unwrap_or(params.stage.as_str());",
        "let made = params\n    .region\n    .as_deref()\n    .map(str::to_owned)\n    .unwrap_or_else(|| format!(\"made-{}\", params.stage));",
        "let suffix = if params.use_fips { \"-fips\" } else { \"\" };",
        "let parts = split(&params.stage, \"-\", 0);",
        "if let Some(last) = parts.last().copied() && last.is_empty() {",
    ] {
        assert!(body.contains(expected), "{expected} in {body}");
    }
}

#[test]
fn stand_ins_and_choices_are_of_one_type() {
    let cases = [
        (coalesce(json!([{ "ref": "Region" }])), "/argv", "expected 2 arguments or more, found 1"),
        (coalesce(json!([{ "ref": "Region" }, true])), "/argv/1", "expected a string, found a boolean"),
        (coalesce(json!([{ "ref": "Arns" }, "a"])), "/argv/0", "expected a string or a boolean, found an array"),
        (function("ite", json!([{ "ref": "Stage" }, "a", "b"])), "/argv/0", "expected a boolean, found a string"),
        (function("ite", json!([{ "ref": "UseFIPS" }, "a", false])), "/argv/2", "expected a string, found a boolean"),
    ];
    for (condition, path, message) in cases {
        let problem = problem_of(json!([endpoint(json!([condition]), "https://a")])).expect("the types differ");
        assert_eq!(problem.path, format!("/rules/0/conditions/0{path}"), "{problem}");
        assert!(problem.message.contains(message), "{message} in {problem}");
    }
}
