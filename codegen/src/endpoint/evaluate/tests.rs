//! What rules answer, where no model's test says so.

use super::super::rules::Value;
use super::super::{parse, parse_diagram};
use super::{Answer, Budget, Params, Spent, Table, evaluate};
use base64::Engine;
use serde_json::{Value as Json, json};

fn function(name: &str, argv: Json) -> Json {
    json!({ "fn": name, "argv": argv })
}

fn assign(name: &str, mut condition: Json) -> Json {
    condition["assign"] = json!(name);
    condition
}

fn of(name: &str) -> Json {
    json!({ "ref": name })
}

fn is_set(name: &str) -> Json {
    function("isSet", json!([of(name)]))
}

fn endpoint(conditions: Json, url: &str) -> Json {
    json!({ "type": "endpoint", "conditions": conditions, "endpoint": { "url": url } })
}

fn parameters() -> Json {
    json!({
        "Region": { "type": "string" },
        "Stage": { "type": "string", "required": true, "default": "prod" },
        "Fips": { "type": "boolean" },
        "Names": { "type": "stringArray" },
    })
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

/// What rules answer, in short: a URL or an error's message.
fn answer(parameters: Json, rules: Json, params: &[(&str, Value)]) -> Result<String, Spent> {
    let rules = parse(&json!({ "version": "1.0", "parameters": parameters, "rules": rules }));
    let rules = rules.expect("these rules are valid");
    let params: Params<'_> = params.iter().map(|(name, value)| (*name, value)).collect();
    evaluate(&rules, &params, Table::Today, &mut Budget(10_000)).map(|answer| match answer {
        Answer::Endpoint(endpoint) => endpoint.url,
        Answer::Error(message) => message,
        Answer::NoMatch => "no match".to_owned(),
    })
}

#[test]
fn a_parameter_has_what_is_given_or_its_default() {
    let urls = json!([
        endpoint(json!([is_set("Region")]), "https://{Region}.{Stage}"),
        endpoint(json!([]), "https://{Stage}"),
    ]);
    let cases = [
        (vec![], "https://prod"),
        (vec![("Region", text("r"))], "https://r.prod"),
        (vec![("Region", text("r")), ("Stage", text("s"))], "https://r.s"),
        (vec![("Stage", Value::Boolean(true)), ("Region", Value::StringArray(vec![]))], "https://prod"),
        (vec![("Zone", text("z"))], "https://prod"),
    ];
    for (params, expected) in cases {
        assert_eq!(answer(parameters(), urls.clone(), &params).as_deref(), Ok(expected), "{params:?}");
    }
}

#[test]
fn a_parameter_that_rules_need_and_do_not_get_is_an_error() {
    let needed = json!({ "Zone": { "type": "string", "required": true } });
    let urls = json!([endpoint(json!([]), "https://{Zone}")]);
    let expected = "the endpoint parameter `zone` is required";
    assert_eq!(answer(needed.clone(), urls.clone(), &[]).as_deref(), Ok(expected));
    assert_eq!(answer(needed, urls, &[("Zone", text("z"))]).as_deref(), Ok("https://z"));
}

#[test]
fn a_tree_that_comes_to_an_end_is_not_left_again() {
    let fips = function("booleanEquals", json!([function("coalesce", json!([of("Fips"), false])), true]));
    let inner =
        json!({ "type": "tree", "conditions": [is_set("Region")], "rules": [endpoint(json!([fips]), "https://f")] });
    let urls = json!([inner, endpoint(json!([]), "https://a")]);
    let cases = [
        (vec![("Region", text("r")), ("Fips", Value::Boolean(true))], "https://f"),
        (vec![("Region", text("r"))], "no match"),
        (vec![("Fips", Value::Boolean(true))], "https://a"),
    ];
    for (params, expected) in cases {
        assert_eq!(answer(parameters(), urls.clone(), &params).as_deref(), Ok(expected), "{params:?}");
    }
}

#[test]
fn what_a_rule_that_does_not_match_has_named_is_forgotten() {
    let first = assign("x", function("substring", json!([of("Stage"), 0, 1, false])));
    let never = function("stringEquals", json!([of("x"), "z"]));
    let second = assign("x", function("substring", json!([of("Stage"), 1, 3, false])));
    let urls = json!([endpoint(json!([first, never]), "https://first"), endpoint(json!([second]), "https://{x}")]);
    assert_eq!(answer(parameters(), urls, &[]).as_deref(), Ok("https://ro"));
}

#[test]
fn conditions_hold_where_values_are_present_and_booleans_true() {
    let item = |index: &str| function("getAttr", json!([of("Names"), format!("[{index}]")]));
    let names = |condition: Json| json!([endpoint(json!([is_set("Names"), condition]), "https://yes")]);
    let given = || [("Names", Value::StringArray(vec!["a".to_owned(), "b-c".to_owned()]))];
    let cut = function("split", json!([of("last"), "-", 0]));
    let last = json!([
        is_set("Names"),
        assign("last", item("-1")),
        assign("parts", cut),
        assign("end", function("getAttr", json!([of("parts"), "[-1]"]))),
    ]);
    let cases = [
        (names(item("1")), "https://yes"),
        (names(item("2")), "no match"),
        (names(function("isSet", json!([item("-3")]))), "no match"),
        (names(assign("valid", function("isValidHostLabel", json!([of("Stage"), false])))), "https://yes"),
        (names(assign("valid", function("isValidHostLabel", json!(["_{Stage}", false])))), "no match"),
        (names(function("not", json!([function("isSet", json!([item("2")]))]))), "https://yes"),
        (json!([endpoint(last, "https://{end}")]), "https://c"),
    ];
    for (rules, expected) in cases {
        assert_eq!(answer(parameters(), rules.clone(), &given()).as_deref(), Ok(expected), "{rules}");
    }
}

#[test]
fn choices_and_stand_ins_give_the_value_that_is_there() {
    let url = |value: Json| json!([endpoint(json!([assign("x", value)]), "https://{x}")]);
    let chosen = |test: bool| {
        let test = function("coalesce", json!([of("Fips"), test]));
        url(function("ite", json!([test, of("Region"), "{Stage}!"])))
    };
    let first = url(function("coalesce", json!([of("Region"), "{Stage}?"])));
    let region = || [("Region", text("r"))];
    assert_eq!(answer(parameters(), chosen(true), &region()).as_deref(), Ok("https://r"));
    assert_eq!(answer(parameters(), chosen(true), &[]).as_deref(), Ok("no match"));
    assert_eq!(answer(parameters(), chosen(false), &[]).as_deref(), Ok("https://prod!"));
    assert_eq!(answer(parameters(), first.clone(), &region()).as_deref(), Ok("https://r"));
    assert_eq!(answer(parameters(), first, &[]).as_deref(), Ok("https://prod?"));
}

/// A diagram that asks one condition after the other as long as they hold: then an endpoint, else an error.
fn diagram(conditions: Json, url: &str) -> Json {
    const RESULT: i32 = 100_000_000;
    let count = i32::try_from(conditions.as_array().map_or(0, Vec::len)).expect("there are few");
    let asked = (0..count).map(|index| [index, if index + 1 == count { RESULT + 2 } else { index + 3 }, RESULT + 1]);
    let nodes: Vec<[i32; 3]> = [[-1, 1, -1]].into_iter().chain(asked).collect();
    let bytes: Vec<u8> = nodes.iter().flatten().flat_map(|number| number.to_be_bytes()).collect();
    json!({
        "version": "1.1", "parameters": parameters(), "conditions": conditions, "root": 2, "nodeCount": nodes.len(),
        "results": [{ "type": "error", "conditions": [], "error": "stopped" }, endpoint(json!([]), url)],
        "nodes": base64::engine::general_purpose::STANDARD.encode(bytes),
    })
}

#[test]
fn a_diagrams_conditions_do_not_hold_where_what_they_read_is_absent() {
    let equal = function("stringEquals", json!([of("Region"), "r"]));
    let cut = assign("part", function("substring", json!([of("Region"), 0, 1, false])));
    let valid = assign("valid", function("isValidHostLabel", json!([of("Region"), false])));
    let region = |region: &str| vec![("Region", text(region))];
    let cases = [
        (json!([equal]), "https://a", region("r"), "https://a"),
        (json!([equal]), "https://a", region("s"), "stopped"),
        (json!([equal]), "https://a", vec![], "stopped"),
        (json!([is_set("Stage"), cut]), "https://{part}", region("rs"), "https://r"),
        (json!([is_set("Stage"), cut]), "https://{part}", vec![], "stopped"),
        (json!([valid, equal]), "https://{Region}", region("r"), "https://r"),
        (json!([valid]), "https://{Region}", region("_"), "stopped"),
        (json!([is_set("Stage")]), "https://{Region}", vec![], "no match"),
    ];
    for (conditions, url, params, expected) in cases {
        let rules = parse_diagram(&diagram(conditions.clone(), url)).expect("the diagram is valid");
        let params: Params<'_> = params.iter().map(|(name, value)| (*name, value)).collect();
        let found = match evaluate(&rules, &params, Table::Today, &mut Budget(1_000)).expect("it is small") {
            Answer::Endpoint(endpoint) => endpoint.url,
            Answer::Error(message) => message,
            Answer::NoMatch => "no match".to_owned(),
        };
        assert_eq!(found, expected, "{conditions} {params:?}");
    }
}

#[test]
fn a_text_that_doubles_with_every_condition_uses_up_the_budget() {
    let double = |from: &str, to: &str| {
        let argv = json!([function("coalesce", json!([of("Fips"), true])), format!("{{{from}}}{{{from}}}"), ""]);
        assign(to, function("ite", argv))
    };
    let mut conditions = vec![double("Stage", "x1")];
    conditions.extend((1..60).map(|index| double(&format!("x{index}"), &format!("x{}", index + 1))));
    let rules = |count: usize| json!([endpoint(json!(conditions[..count]), "https://a")]);
    assert_eq!(answer(parameters(), rules(3), &[]).as_deref(), Ok("https://a"));
    assert_eq!(answer(parameters(), rules(60), &[]), Err(Spent));
}
