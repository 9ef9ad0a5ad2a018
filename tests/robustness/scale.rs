//! Models of one kind that is small to write and large to have: the work is in proportion to the model's text, or the
//! model is refused. Each runs on a stack of a known size, so that no recursion follows a model's depth.
//!
//! Nothing is timed: work that grows with the square of these sizes, or doubles with each step, doesn't end. With
//! `--nocapture` each says how long it took.

use super::generate;
use sdk_tests::model;
use std::thread;
use std::time::Instant;

/// The stack of a test's thread, and less than the main thread's.
const STACK: usize = 2 << 20;

/// What becomes of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Generated,
    Refused,
}
use Fate::{Generated, Refused};

fn check(name: &str, source: &str, fate: Fate) {
    let source = model(source);
    let (start, bytes) = (Instant::now(), source.len());
    let run = thread::Builder::new().stack_size(STACK).spawn(move || generate(&source));
    let outcome = run.expect("a thread can be made").join().expect("the generator doesn't panic");
    eprintln!("{name}: {bytes} bytes in {} ms", start.elapsed().as_millis());
    let problems = outcome.err().unwrap_or_default();
    let said: Vec<_> = problems.iter().take(3).map(ToString::to_string).collect();
    assert_eq!(if problems.as_slice().is_empty() { Generated } else { Refused }, fate, "{name}: {said:?}");
}

/// A model of these shapes, with an operation whose input is `com.example#In`.
fn shapes(shapes: impl Iterator<Item = (String, String)>) -> String {
    let operation = r#"{"type": "operation", "input": {"target": "com.example#In"},
        "traits": {"smithy.api#http": {"method": "POST", "uri": "/do"}}}"#;
    let own = [("Do".to_owned(), operation.to_owned())];
    let all = own.into_iter().chain(shapes).map(|(name, shape)| format!("\"com.example#{name}\": {shape}"));
    format!("{{\"smithy\": \"2.0\", \"shapes\": {{{}}}}}", all.collect::<Vec<_>>().join(",\n"))
}

/// `In`, then `S1` to `S{count}`, each made from its name, its number and the next one's name.
fn chain(count: usize, shape: impl Fn(usize, &str) -> String) -> String {
    let name = |index: usize| if index == 0 { "In".to_owned() } else { format!("S{index}") };
    shapes((0..=count).map(|index| (name(index), shape(index, &name(index + 1)))))
}

fn structure(members: &str, more: &str) -> String {
    format!("{{\"type\": \"structure\", \"members\": {{{members}}}{more}}}")
}

fn member(name: &str, target: &str) -> String {
    format!("\"{name}\": {{\"target\": \"{target}\"}}")
}

fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

const MIXIN: &str = r#", "traits": {"smithy.api#mixin": {}}"#;

/// A shape's mixins: the next shape, so many times.
fn mixins(next: &str, times: usize) -> String {
    format!(", \"mixins\": [{}]", list(times, |_| format!("{{\"target\": \"com.example#{next}\"}}")))
}

/// Mixins in a chain, `In` at its top.
fn mixin_chain(count: usize, times: usize) -> String {
    chain(count, |index, next| {
        let mixed = if index == count { String::new() } else { mixins(next, times) };
        let trait_ = if index == 0 { "" } else { MIXIN };
        structure(&member(&format!("m{index}"), "smithy.api#String"), &(mixed + trait_))
    })
}

#[test]
fn a_mixin_named_twice_at_each_level() {
    check("mixins twice", &mixin_chain(300, 2), Generated);
}

#[test]
fn two_mixins_that_share_one_at_each_level() {
    let count = 300;
    let name = |index: usize, side: &str| if index == 0 { "In".to_owned() } else { format!("S{index}{side}") };
    let level = |index: usize| {
        let sides = if index == 0 { &[""][..] } else { &["a", "b"] };
        sides.iter().map(move |side| {
            let both = format!(
                ", \"mixins\": [{{\"target\": \"com.example#{}\"}}, {{\"target\": \"com.example#{}\"}}]",
                name(index + 1, "a"),
                name(index + 1, "b")
            );
            let mixed = if index == count { String::new() } else { both };
            let trait_ = if index == 0 { "" } else { MIXIN };
            (name(index, side), structure(&member(&format!("m{index}{side}"), "smithy.api#String"), &(mixed + trait_)))
        })
    };
    check("mixins in diamonds", &shapes((0..=count).flat_map(level)), Generated);
}

#[test]
fn a_long_chain_of_mixins() {
    check("mixin chain", &mixin_chain(8_000, 1), Generated);
}

#[test]
fn a_long_chain_of_mixins_that_ends_in_itself() {
    check("mixin cycle", &mixin_chain(20_000, 1).replace(MIXIN, &(mixins("S1", 1) + MIXIN)), Refused);
}

#[test]
fn many_shapes_with_a_long_chain_of_mixins_each() {
    let chain = mixin_chain(4_000, 1);
    let users = list(4_000, |index| format!("\"com.example#U{index}\": {}", structure("", &mixins("S1", 1))));
    check("mixin chains", &chain.replace("\"shapes\": {", &format!("\"shapes\": {{{users},")), Refused);
}

#[test]
fn an_operation_with_mixins_that_share_one_at_each_level() {
    let operation = |index: usize| {
        let mixed = if index == 200 { String::new() } else { mixins(&format!("O{}", index + 1), 2) };
        let http = format!("\"smithy.api#http\": {{\"method\": \"POST\", \"uri\": \"/o{index}\"}}");
        let trait_ = if index == 0 { String::new() } else { ", \"smithy.api#mixin\": {}".to_owned() };
        (
            format!("O{index}"),
            format!(
                "{{\"type\": \"operation\", \"errors\": [{{\"target\": \"com.example#E\"}}]{mixed}, \"traits\": {{{http}{trait_}}}}}"
            ),
        )
    };
    let error = r#"{"type": "structure", "traits": {"smithy.api#error": "client"}}"#;
    let more = [("In".to_owned(), structure("", "")), ("E".to_owned(), error.to_owned())];
    let source = shapes((0..=200).map(operation).chain(more));
    // The service has the operation itself, not its mixins.
    let listed = |source: String, index| source.replace(&format!(", {{\"target\": \"com.example#O{index}\"}}"), "");
    check("operation mixins", &(1..=200).fold(model(&source), listed), Generated);
}

#[test]
fn traits_applied_to_each_of_many_members() {
    let members = list(10_000, |index| member(&format!("m{index}"), "smithy.api#String"));
    let applied = |index: usize| {
        (format!("In$m{index}"), r#"{"type": "apply", "traits": {"smithy.api#required": {}}}"#.to_owned())
    };
    let of_input = [("In".to_owned(), structure(&members, ""))];
    check("applied", &shapes(of_input.into_iter().chain((0..10_000).map(applied))), Generated);
}

#[test]
fn a_long_chain_of_structures() {
    let next = |_: usize, next: &str| structure(&member("next", &format!("com.example#{next}")), "");
    let source = chain(10_000, next).replace("com.example#S10001\"}", "smithy.api#String\"}");
    check("structures", &source, Generated);
    check("structures in a circle", &source.replace("smithy.api#String\"}", "com.example#S1\"}"), Generated);
}

#[test]
fn structures_that_all_hold_each_other() {
    let count = 300;
    let all = |_: usize, _: &str| {
        structure(&list(count, |index| member(&format!("m{index}"), &format!("com.example#S{}", index + 1))), "")
    };
    check("structures of each other", &chain(count, all), Generated);
}

#[test]
fn lists_and_maps_at_any_depth() {
    for (kind, members) in [("list", vec!["member"]), ("map", vec!["key", "value"])] {
        let of = |index: usize, next: &str| {
            if index == 0 {
                return structure(&member("a", "com.example#S1"), "");
            }
            let target =
                |name: &str| if name == "key" { "smithy.api#String".to_owned() } else { format!("com.example#{next}") };
            let members: Vec<_> = members.iter().map(|name| member(name, &target(name))).collect();
            format!("{{\"type\": \"{kind}\", {}}}", members.join(", "))
        };
        check(kind, &chain(100_000, of), Refused);
    }
}

#[test]
fn resources_at_any_depth() {
    let resource = |index: usize| {
        let within = format!(", \"resources\": [{{\"target\": \"com.example#R{}\"}}]", index + 1);
        let within = if index == 100_000 { String::new() } else { within };
        (format!("R{index}"), format!("{{\"type\": \"resource\"{within}}}"))
    };
    let source = shapes((0..=100_000).map(resource).chain([("In".to_owned(), structure("", ""))]));
    let source = model(&source)
        .replace("\"operations\": [", "\"resources\": [{\"target\": \"com.example#R0\"}], \"operations\": [");
    check("resources", &source, Generated);
}

#[test]
fn an_enum_of_many_values() {
    let values = list(50_000, |index| member(&format!("V{index}"), "smithy.api#Unit"));
    let of_enum = ("E".to_owned(), format!("{{\"type\": \"enum\", \"members\": {{{values}}}}}"));
    check(
        "enum",
        &shapes([("In".to_owned(), structure(&member("e", "com.example#E"), "")), of_enum].into_iter()),
        Generated,
    );
}

#[test]
fn a_structure_and_a_union_of_many_members() {
    let members = list(10_000, |index| member(&format!("m{index}"), "smithy.api#String"));
    let union = ("U".to_owned(), format!("{{\"type\": \"union\", \"members\": {{{members}}}}}"));
    let of_input = ("In".to_owned(), structure(&format!("{members}, {}", member("u", "com.example#U")), ""));
    check("members", &shapes([of_input, union].into_iter()), Generated);
}

/// Many operations, with all that can grow with their number: errors of the service's own, waiters, a shared closure.
fn operations(count: usize, trait_: impl Fn(usize) -> String) -> String {
    let operation = |index: usize| {
        let http = format!("\"smithy.api#http\": {{\"method\": \"POST\", \"uri\": \"/o{index}\"}}");
        let text = format!(
            "{{\"type\": \"operation\", \"input\": {{\"target\": \"com.example#In\"}}, \"output\": {{\"target\": \"com.example#In\"}}, \"errors\": [{{\"target\": \"com.example#E{}\"}}], \"traits\": {{{http}{}}}}}",
            index % 100,
            trait_(index)
        );
        (format!("O{index}"), text)
    };
    let next = |index: usize| {
        let name = if index == 0 { "In".to_owned() } else { format!("S{index}") };
        (
            name,
            structure(
                &member(
                    "next",
                    &if index == 1_000 {
                        "smithy.api#String".to_owned()
                    } else {
                        format!("com.example#S{}", index + 1)
                    },
                ),
                "",
            ),
        )
    };
    let error = |index: usize| {
        (format!("E{index}"), r#"{"type": "structure", "traits": {"smithy.api#error": "client"}}"#.to_owned())
    };
    shapes((0..count).map(operation).chain((0..=1_000).map(next)).chain((0..100).map(error)))
}

#[test]
fn many_operations() {
    check("operations", &operations(5_000, |_| String::new()), Generated);
}

#[test]
fn many_operations_of_which_what_is_unsupported_is_left_out() {
    let source = model(&operations(5_000, |index| {
        if index == 0 { String::new() } else { r#", "smithy.api#unheardOf": {}"#.to_owned() }
    }));
    let options = codegen::Options { skip_unsupported: true, ..codegen::Options::of("scale-sdk") };
    let (_, skipped) = codegen::generate_with(&source, &options).expect("one operation is left");
    assert_eq!(skipped.len(), 4_999);
}

#[test]
fn many_operations_that_ask_for_their_endpoint() {
    let source =
        model(&operations(5_000, |_| r#", "aws.api#clientDiscoveredEndpoint": {"required": true}"#.to_owned()));
    let of_service = r#""aws.api#clientEndpointDiscovery": {"operation": "com.example#O0"}, "aws.api#service""#;
    check("discovery", &source.replacen("\"aws.api#service\"", of_service, 1), Generated);
}

#[test]
fn errors_that_all_of_many_operations_have() {
    let source = model(&operations(10_000, |_| String::new()));
    let errors = list(100, |index| format!("{{\"target\": \"com.example#E{index}\"}}"));
    let source = source.replacen("\"operations\":", &format!("\"errors\": [{errors}], \"operations\":"), 1);
    check("common errors", &source, Refused);
}

/// A service whose endpoint rules are these.
fn rules(rules: &str) -> String {
    let source = model(&operations(1, |_| String::new()));
    source.replacen("\"rules\": [", &format!("\"rules\": [{rules},"), 1)
}

#[test]
fn many_endpoint_rules_and_many_conditions_of_one() {
    let rule = |conditions: &str| {
        format!(
            "{{\"conditions\": [{conditions}], \"endpoint\": {{\"url\": \"https://example.com\"}}, \"type\": \"endpoint\"}}"
        )
    };
    let is_set = r#"{"fn": "isSet", "argv": [{"ref": "Region"}]}"#;
    check("rules", &rules(&list(3_000, |_| rule(is_set))), Generated);
    let partition = |index| format!("{{\"fn\": \"parseURL\", \"argv\": [\"https://a.b\"], \"assign\": \"p{index}\"}}");
    check("conditions", &rules(&rule(&list(20_000, partition))), Refused);
    let tree = |inner: String, _| format!("{{\"conditions\": [{is_set}], \"rules\": [{inner}], \"type\": \"tree\"}}");
    check("trees", &rules(&(0..10_000).fold(rule(is_set), tree)), Refused);
}

#[test]
fn an_endpoint_diagram_that_leads_back() {
    // Three numbers each: a condition, and where it leads if it holds and if it doesn't. The second node leads to itself.
    let nodes: [[i32; 3]; 2] = [[-1, 1, -1], [0, 2, 2]];
    let bytes: Vec<u8> = nodes.iter().flatten().flat_map(|number| number.to_be_bytes()).collect();
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let encoded: String = bytes
        .chunks(3)
        .flat_map(|three| {
            (0..4).map(|index| (u32::from_be_bytes([0, three[0], three[1], three[2]]) >> (18 - 6 * index)) & 63)
        })
        .map(|digit| char::from(digits[digit as usize]))
        .collect();
    let diagram = format!(
        r#""smithy.rules#endpointBdd": {{"version": "1.1", "parameters": {{"Region": {{"type": "string", "builtIn": "AWS::Region", "documentation": "d"}}}},
        "conditions": [{{"fn": "isSet", "argv": [{{"ref": "Region"}}]}}],
        "results": [{{"conditions": [], "endpoint": {{"url": "https://a.com"}}, "type": "endpoint"}}],
        "root": 2, "nodeCount": 2, "nodes": "{encoded}"}}, "smithy.api#title""#
    );
    let source = model(&operations(1, |_| String::new())).replacen("\"smithy.api#title\"", &diagram, 1);
    let source = source.replacen("smithy.rules#endpointRuleSet", "com.example#rules", 1);
    check("diagram", &source, Refused);
}

#[test]
fn a_path_of_many_labels() {
    let labels = list(5_000, |index| format!("{{m{index}}}")).replace(',', "/");
    let member = |index: usize, bound: &str| {
        format!(
            "\"m{index}\": {{\"target\": \"smithy.api#String\", \"traits\": {{\"smithy.api#required\": {{}}, {bound}}}}}"
        )
    };
    for (bound, fate) in [("\"smithy.api#httpLabel\": {}", Generated), ("\"smithy.api#jsonName\": \"x\"", Refused)] {
        let of_input = structure(&list(5_000, |index| member(index, bound)), "");
        let source = shapes([("In".to_owned(), of_input)].into_iter());
        check("labels", &source.replace("\"/do\"", &format!("\"/{labels}\"")), fate);
    }
}

#[test]
fn many_waiters() {
    let waiter = |index: usize| {
        let acceptor = r#"{"state": "success", "matcher": {"success": true}}"#;
        format!("\"W{index}\": {{\"acceptors\": [{acceptor}]}}")
    };
    let source = operations(1, |_| format!(", \"smithy.waiters#waitable\": {{{}}}", list(2_000, waiter)));
    check("waiters", &source, Generated);
}

#[test]
fn a_path_of_any_length_and_depth() {
    let path = |text: &str| {
        let matcher =
            format!("{{\"output\": {{\"path\": \"{text}\", \"expected\": \"x\", \"comparator\": \"stringEquals\"}}}}");
        operations(1, |_| {
            format!(
                ", \"smithy.waiters#waitable\": {{\"W\": {{\"acceptors\": [{{\"state\": \"success\", \"matcher\": {matcher}}}]}}}}"
            )
        })
    };
    for (piece, end) in [
        ("(", ")"),
        ("!", ""),
        ("a.", ""),
        ("[", "]"),
        ("a||", ""),
        ("a&&", ""),
        ("a==", ""),
        ("a|", ""),
        ("[].", ""),
        ("[?a].", ""),
        ("length(", ")"),
        ("{a:", "}"),
    ] {
        check(piece, &path(&format!("{}a{}", piece.repeat(100_000), end.repeat(100_000))), Refused);
    }
}

#[test]
fn many_members_without_words_of_a_shape_that_has_many() {
    let docs = "Short. ".to_owned() + &"word ".repeat(400_000);
    for kind in ["string", "structure"] {
        let members = list(10_000, |index| member(&format!("m{index}"), "com.example#Told"));
        let told = format!("{{\"type\": \"{kind}\", \"traits\": {{\"smithy.api#documentation\": \"{docs}\"}}}}");
        let all = [("In".to_owned(), structure(&members, "")), ("Told".to_owned(), told)];
        check(&format!("members of a told {kind}"), &shapes(all.into_iter()), Generated);
    }
}

#[test]
fn documentation_of_any_length_and_depth() {
    for (open, close) in [
        ("<p>", "</p>"),
        ("<ul><li>", "</li></ul>"),
        ("<b>", "</b>"),
        ("<a href='x'>", "</a>"),
        ("> ", ""),
        ("- ", ""),
        ("*a", ""),
        ("**", ""),
        ("_a ", ""),
        ("[", "]"),
        ("[a](", ")"),
        ("`", ""),
        ("&", ""),
        ("<", ">"),
        ("<!--", ""),
        ("a ", ""),
        ("<code>", ""),
        ("<table><tr><td>", ""),
    ] {
        let docs = format!("{}text{}", open.repeat(50_000), close.repeat(50_000));
        let of_input = structure("", &format!(", \"traits\": {{\"smithy.api#documentation\": \"{docs}\"}}"));
        check(open, &shapes([("In".to_owned(), of_input)].into_iter()), Generated);
    }
}

#[test]
fn patterns_and_numbers_of_any_size() {
    let traits = |target: &str, traits: &str| {
        let of_member = format!("\"a\": {{\"target\": \"smithy.api#{target}\", \"traits\": {{{traits}}}}}");
        shapes([("In".to_owned(), structure(&of_member, ""))].into_iter())
    };
    for piece in ["(", "[", "a{1000}", "(a*)*", "\\\\d+", "a|"] {
        let pattern = format!("\"smithy.api#pattern\": \"{}\"", piece.repeat(50_000));
        check(piece, &traits("String", &pattern), Generated);
    }
    for number in [
        "9".repeat(100_000),
        "1e999999999".to_owned(),
        "-1e999999999".to_owned(),
        "[".to_owned() + &"1".repeat(100_000) + "]",
    ] {
        for (target, bound) in [("Integer", "range"), ("Long", "range"), ("Float", "range"), ("String", "length")] {
            check(target, &traits(target, &format!("\"smithy.api#{bound}\": {{\"min\": {number}}}")), Refused);
        }
    }
}

#[test]
fn many_problems() {
    let members = list(20_000, |index| member(&format!("m{index}"), "com.example#Nowhere"));
    check("problems", &shapes([("In".to_owned(), structure(&members, ""))].into_iter()), Refused);
}
