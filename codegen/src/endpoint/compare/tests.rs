//! Rules that do the same, more, or something else.

use super::super::{EndpointTest, RuleSet, parse, parse_tests};
use super::{Comparison, Verdict, compare};
use serde_json::{Value as Json, json};

fn rules(parameters: Json, rules: Json) -> RuleSet {
    parse(&json!({ "version": "1.0", "parameters": parameters, "rules": rules })).expect("these rules are valid")
}

fn function(name: &str, argv: Json) -> Json {
    json!({ "fn": name, "argv": argv })
}

fn of(name: &str) -> Json {
    json!({ "ref": name })
}

fn is_set(name: &str) -> Json {
    function("isSet", json!([of(name)]))
}

fn is_true(name: &str) -> Json {
    function("booleanEquals", json!([of(name), true]))
}

fn is(name: &str, text: &str) -> Json {
    function("stringEquals", json!([of(name), text]))
}

fn not(condition: Json) -> Json {
    function("not", json!([condition]))
}

fn endpoint(conditions: Json, url: &str) -> Json {
    json!({ "type": "endpoint", "conditions": conditions, "endpoint": { "url": url } })
}

fn error(conditions: Json, message: &str) -> Json {
    json!({ "type": "error", "conditions": conditions, "error": message })
}

fn tree(conditions: Json, rules: Json) -> Json {
    json!({ "type": "tree", "conditions": conditions, "rules": rules })
}

fn region() -> Json {
    json!({ "Region": { "type": "string", "builtIn": "AWS::Region" } })
}

/// The parameters of most services.
fn usual() -> Json {
    let mut parameters = region();
    parameters["UseFIPS"] = flag("AWS::UseFIPS");
    parameters["Endpoint"] = json!({ "type": "string", "builtIn": "SDK::Endpoint" });
    parameters
}

fn flag(built_in: &str) -> Json {
    json!({ "type": "boolean", "builtIn": built_in, "required": true, "default": false })
}

/// Rules as most services have them.
fn usual_rules() -> Json {
    let partition = json!({ "fn": "aws.partition", "argv": [of("Region")], "assign": "Partition" });
    json!([
        tree(
            json!([is_set("Endpoint")]),
            json!([error(json!([is_true("UseFIPS")]), "not both"), endpoint(json!([]), "{Endpoint}"),])
        ),
        tree(
            json!([is_set("Region"), partition]),
            json!([
                endpoint(json!([is_true("UseFIPS")]), "https://a-fips.{Region}.{Partition#dnsSuffix}"),
                endpoint(json!([]), "https://a.{Region}.{Partition#dnsSuffix}"),
            ])
        ),
        error(json!([]), "no region"),
    ])
}

/// Compares rules without tests.
fn compared(old: &RuleSet, new: &RuleSet) -> Comparison {
    compare(old, &[], new, &[])
}

/// The inputs that are answered differently, with both answers.
fn told(comparison: &Comparison) -> Vec<(&str, &str, &str)> {
    let told = comparison.differences.iter();
    told.map(|difference| (difference.params.as_str(), difference.old.as_str(), difference.new.as_str())).collect()
}

#[test]
fn rules_that_are_written_otherwise_are_the_same() {
    let partition = json!({ "fn": "aws.partition", "argv": [of("Region")], "assign": "where" });
    let suffix = json!({ "fn": "ite", "argv": [of("UseFIPS"), "-fips", ""], "assign": "suffix" });
    let host = json!({ "fn": "getAttr", "argv": [of("where"), "dnsSuffix"], "assign": "host" });
    let otherwise = json!([
        endpoint(
            json!([not(is_set("Endpoint")), is_set("Region"), partition, suffix, host]),
            "https://a{suffix}.{Region}.{host}"
        ),
        error(json!([not(is_set("Endpoint"))]), "other words"),
        endpoint(json!([is_set("Endpoint"), not(is_true("UseFIPS"))]), "{Endpoint}"),
    ]);
    let comparison = compared(&rules(usual(), usual_rules()), &rules(usual(), otherwise));
    assert_eq!((comparison.verdict, told(&comparison)), (Verdict::Same, vec![]));
    // A region of each of eight partitions, another one and none; FIPS or not; an endpoint and none.
    assert_eq!(comparison.tried, 10 * 2 * 2);
}

#[test]
fn another_host_in_one_region_is_a_change_that_names_it() {
    let old = rules(usual(), usual_rules());
    let mut changed = usual_rules();
    let rule = endpoint(json!([is("Region", "eu-north-1")]), "https://b.{Region}.amazonaws.com");
    changed[1]["rules"].as_array_mut().expect("it has rules").insert(1, rule);
    let comparison = compared(&old, &rules(usual(), changed));
    assert_eq!(comparison.verdict, Verdict::Changed);
    let (before, after) = ("https://a.eu-north-1.amazonaws.com", "https://b.eu-north-1.amazonaws.com");
    assert_eq!(told(&comparison), [("Region=eu-north-1", before, after)]);
    assert_eq!((comparison.changed, comparison.extended), (1, 0));
}

#[test]
fn rules_are_told_apart_by_what_only_tests_give() {
    let bucket = |rule: Json| {
        let parameters = json!({ "Bucket": { "type": "string", "required": true, "default": "none" } });
        rules(parameters, json!([rule, endpoint(json!([]), "https://a")]))
    };
    let substring = |stop: u32, last: &str| {
        let argv = json!([of("Bucket"), 0, stop, true]);
        json!({ "fn": "substring", "argv": argv, "assign": last })
    };
    let zone = |url: &str| endpoint(json!([substring(4, "end"), is("end", "--x3")]), url);
    let (old, new) = (bucket(zone("https://zone")), bucket(zone("https://other-zone")));
    assert_eq!(compared(&old, &new).verdict, Verdict::Same);
    let tests = json!({ "testCases": [
        { "params": { "Bucket": "b--x3", "Zone": "unknown" }, "expect": { "error": "" } },
        { "params": { "Bucket": true }, "expect": { "error": "" } },
    ] });
    let tests: Vec<EndpointTest> = parse_tests(&tests).expect("the cases are valid");
    let expected = [("Bucket=b--x3", "https://zone", "https://other-zone")];
    for sides in [[tests.as_slice(), &[]], [&[], tests.as_slice()]] {
        let [old_tests, new_tests] = sides;
        let comparison = compare(&old, old_tests, &new, new_tests);
        assert_eq!((comparison.verdict, told(&comparison)), (Verdict::Changed, expected.to_vec()));
    }
}

#[test]
fn a_new_parameter_is_a_new_possibility() {
    let old = rules(region(), json!([endpoint(json!([is_set("Region")]), "https://a.{Region}")]));
    let mut parameters = region();
    parameters["UseFIPS"] = flag("AWS::UseFIPS");
    let fips = endpoint(json!([is_set("Region"), is_true("UseFIPS")]), "https://a-fips.{Region}");
    let plain = endpoint(json!([is_set("Region")]), "https://a.{Region}");
    let comparison = compared(&old, &rules(parameters.clone(), json!([fips, plain])));
    assert_eq!(comparison.verdict, Verdict::Extended);
    let (before, after) = ("https://a.us-east-1", "https://a-fips.us-east-1");
    assert!(told(&comparison).contains(&("Region=us-east-1, UseFIPS=true", before, after)), "{comparison:?}");

    // To refuse what couldn't be asked for before is none, nor is what nothing comes of.
    let refusal = error(json!([is_true("UseFIPS")]), "no FIPS");
    let plain = endpoint(json!([is_set("Region")]), "https://a.{Region}");
    assert_eq!(compared(&old, &rules(parameters.clone(), json!([refusal, plain]))).verdict, Verdict::Same);

    // What it does where nobody sets it is a change.
    parameters["UseFIPS"]["default"] = json!(true);
    let fips = endpoint(json!([is_set("Region"), is_true("UseFIPS")]), "https://a-fips.{Region}");
    let comparison = compared(&old, &rules(parameters, json!([fips])));
    assert_eq!(comparison.verdict, Verdict::Changed);
    assert_eq!(told(&comparison).first(), Some(&("Region=us-east-1", before, after)));
}

#[test]
fn another_default_is_a_change() {
    let stage = |default: &str| {
        let stage = json!({ "type": "string", "required": true, "default": default });
        rules(json!({ "Stage": stage }), json!([endpoint(json!([]), "https://{Stage}")]))
    };
    let comparison = compared(&stage("one"), &stage("two"));
    assert_eq!(told(&comparison), [("nothing set", "https://one", "https://two")]);
    assert_eq!(comparison.tried, 4, "nothing, one, two, any other");
}

#[test]
fn a_parameter_that_is_gone_takes_its_endpoints_along() {
    let mut parameters = region();
    parameters["UseFIPS"] = flag("AWS::UseFIPS");
    let fips = endpoint(json!([is_set("Region"), is_true("UseFIPS")]), "https://a-fips.{Region}");
    let plain = || endpoint(json!([is_set("Region")]), "https://a.{Region}");
    let old = rules(parameters, json!([fips, plain()]));
    let comparison = compared(&old, &rules(region(), json!([plain()])));
    assert_eq!(comparison.verdict, Verdict::Changed);
    let expected = ("Region=us-east-1, UseFIPS=true", "https://a-fips.us-east-1", "https://a.us-east-1");
    assert_eq!(told(&comparison).first(), Some(&expected));
}

#[test]
fn a_parameter_is_known_by_its_built_in_and_its_type() {
    let parameters = |name: &str, ty: &str, built_in: Json| json!({ name: { "type": ty, "builtIn": built_in } });
    let of = |name: &str, ty: &str, built_in: Json| {
        let url = if ty == "string" { format!("https://{{{name}}}") } else { "https://a".to_owned() };
        rules(parameters(name, ty, built_in), json!([endpoint(json!([is_set(name)]), &url)]))
    };
    let region = || of("Region", "string", json!("AWS::Region"));
    assert_eq!(compared(&region(), &of("Place", "string", json!("AWS::Region"))).verdict, Verdict::Same);
    let named = |name: &str, ty: &str| {
        rules(json!({ name: { "type": ty } }), json!([endpoint(json!([is_set(name)]), "https://a")]))
    };
    assert_eq!(compared(&named("A", "string"), &named("A", "string")).verdict, Verdict::Same);
    assert_eq!(compared(&named("A", "string"), &named("B", "string")).verdict, Verdict::Changed);
    assert_eq!(compared(&named("A", "string"), &named("A", "boolean")).verdict, Verdict::Changed);
    assert_eq!(compared(&named("A", "stringArray"), &named("A", "stringArray")).verdict, Verdict::Same);
}

#[test]
fn an_endpoint_in_place_of_an_error_is_more_and_the_other_way_round_a_change() {
    let refusing = rules(usual(), usual_rules());
    let mut answers = usual_rules();
    answers[2] = endpoint(json!([]), "https://a.us-east-1.amazonaws.com");
    let answering = rules(usual(), answers);
    let more = compared(&refusing, &answering);
    assert_eq!(more.verdict, Verdict::Extended);
    let expected = ("nothing set", "error: no region", "https://a.us-east-1.amazonaws.com");
    assert_eq!(told(&more).first(), Some(&expected));
    let less = compared(&answering, &refusing);
    assert_eq!(less.verdict, Verdict::Changed);
    assert_eq!(told(&less).first(), Some(&(expected.0, expected.2, expected.1)));
}

#[test]
fn the_words_of_a_refusal_do_not_count() {
    let mut words = usual_rules();
    words[2] = error(json!([]), "set a region");
    words[0]["rules"][0]["error"] = json!("{Endpoint} is not for FIPS");
    let without = json!([usual_rules()[0], usual_rules()[1]]);
    for new in [words, without] {
        assert_eq!(compared(&rules(usual(), usual_rules()), &rules(usual(), new)).verdict, Verdict::Same);
    }
}

#[test]
fn headers_and_signing_are_part_of_an_endpoint() {
    let rules = |headers: Json, scheme: Json| {
        let endpoint = json!({ "url": "https://a", "headers": headers, "properties": { "authSchemes": [scheme] } });
        rules(region(), json!([{ "type": "endpoint", "conditions": [], "endpoint": endpoint }]))
    };
    let plain = rules(json!({ "x": ["1", "2"], "y": ["3"] }), json!({ "name": "sigv4" }));
    let same = rules(json!({ "Y": ["3"], "x": ["1", "2"] }), json!({ "name": "sigv4", "signingScope": "z" }));
    assert_eq!(compared(&plain, &same).verdict, Verdict::Same);
    let order = rules(json!({ "x": ["2", "1"], "y": ["3"] }), json!({ "name": "sigv4" }));
    assert_eq!(compared(&plain, &order).verdict, Verdict::Changed);
    let scheme =
        json!({ "name": "sigv4a", "signingName": "n", "signingRegionSet": ["*"], "disableDoubleEncoding": true });
    let signed = rules(json!({ "x": ["1"] }), scheme);
    let comparison = compared(&plain, &signed);
    let (old, new) =
        ("https://a (x: 1; x: 2; y: 3)", "https://a (scheme sigv4a; signed for n; signed in *; signed as sent; x: 1)");
    assert_eq!(told(&comparison).first(), Some(&("nothing set", old, new)));
    let regional = rules(json!({}), json!({ "name": "sigv4", "signingRegion": "us-east-1" }));
    assert_eq!(told(&compared(&signed, &regional)).first().map(|told| told.2), Some("https://a (signed in us-east-1)"));
}

#[test]
fn a_few_differences_are_told_and_all_are_counted() {
    let url = |url: &str| rules(usual(), json!([endpoint(json!([]), url)]));
    let comparison = compared(&url("https://a"), &url("https://b"));
    assert_eq!((comparison.changed, comparison.tried), (10 * 2 * 2, 10 * 2 * 2));
    assert_eq!(comparison.differences.len(), 20);
    assert_eq!(told(&comparison).first(), Some(&("nothing set", "https://a", "https://b")));
}
