//! Selectors by what they mean of a model.

use super::{Graph, Selector, TooComplex};
use crate::idl;

const MODEL: &str = r#"$version: "2.0"
namespace a

@authDefinition @trait(selector: "service") structure keyAuth {}
@trait structure marker { level: Integer, names: Names }
list Names { member: String }

@keyAuth @httpBasicAuth @marker(level: 3, names: ["x", "y"])
service Shop { version: "2026-01", operations: [Ping], resources: [Cat], errors: [Oops] }
resource Cat { identifiers: { id: Id }, properties: { age: Age }, create: MakeCat, read: GetCat, resources: [Kitten] }
@marker(level: 10) resource Kitten { identifiers: { id: Id, no: Id }, operations: [Feed] }
@readonly operation Ping { output: PingOutput, errors: [Oops] }
@auth([keyAuth]) @http(method: "POST", uri: "/cats") operation MakeCat { input: MakeCatInput }
@readonly operation GetCat { input := { @required id: Id } }
@auth([httpDigestAuth]) operation Feed {}
structure PingOutput { tree: Tree }
structure Tree { left: Tree, label: Label, sizes: Sizes }
@length(min: 2, max: 9) string Label
string Id
integer Age
list Sizes { member: Size }
intEnum Size {
    SMALL = 1
}
map Named { key: String, value: Tree }
@error("client") structure Oops { @marker(level: 3) message: String }
@range(min: 5, max: 2) integer Odd
structure MakeCatInput { @required @httpHeader("X-Token") token: String, cat: CatData }
structure CatData { @deprecated(since: "2020") color: Color }
enum Color {
    RED = "red"
}
@tags(["one", "two"]) string Lost
"#;

/// The IDs in `a` that a selector yields, without the namespace.
fn select(selector: &str) -> String {
    let model = idl::load(&[("a.smithy", MODEL)]).expect("the model is right");
    let graph = Graph::of(&[&model.shapes, idl::prelude()]);
    let found = Selector::parse(selector).expect("it is a selector").select(&graph).expect("it is simple");
    found.iter().filter_map(|id| id.strip_prefix("a#")).collect::<Vec<_>>().join(" ")
}

/// All that a selector yields otherwise than it should.
fn holds(cases: &[(&str, &str)]) {
    let found = cases.iter().map(|(selector, expected)| (selector, select(selector), expected));
    let wrong: Vec<_> = found.filter(|(_, found, expected)| found != *expected).collect();
    assert!(wrong.is_empty(), "selector, found, expected: {wrong:#?}");
}

#[test]
fn types_and_their_special_cases() {
    holds(&[
        ("service", "Shop"),
        ("list", "Names Sizes"),
        ("collection", "Names Sizes"),
        ("number", "Age Odd Size"),
        ("string", "Color Id Label Lost"),
        ("string :not(enum)", "Id Label Lost"),
        ("map > member", "Named$key Named$value"),
        ("*[id|name ^= 'Ki']", "Kitten"),
        ("nothing", ""),
    ]);
}

#[test]
fn attributes_and_comparisons() {
    holds(&[
        ("[trait|length]", "Label"),
        ("[trait|length|min > 1]", "Label"),
        ("[trait|length|min > 2]", ""),
        ("[ trait | length\n | max <= 9.0 ]", "Label"),
        ("[trait|length|min < nine]", ""),
        ("[id|member = message]", "Oops$message"),
        ("[id = 'a#Tree$left', \"a#Id\"]", "Id Tree$left"),
        ("[id|name = lost i]", "Lost"),
        ("[id|(length) > 14]", "CatData$color GetCatInput$id MakeCatInput$cat MakeCatInput$token PingOutput$tree"),
        ("[trait|tags|(values) = two]", "Lost"),
        ("[trait|tags|(values) != two]", "Lost"),
        ("[trait|tags|(length) = 2]", "Lost"),
        ("[trait|a#marker|level = 3]", "Oops$message Shop"),
        ("[trait|a#marker|level|more = 3]", ""),
        ("[trait|(keys) = a#keyAuth]", "Shop"),
        ("[trait|(values)|names|(values)|(first) = x]", "Shop"),
        ("[trait|http|(keys) = uri]", "MakeCat"),
        ("[trait|deprecated ?= true]", "CatData$color"),
        ("service[trait|deprecated ?= false]", "Shop"),
        ("[service|version ^= '2026-']", "Shop"),
        ("[service = a#Shop]", "Shop"),
        ("[service|id|namespace = a]", "Shop"),
        ("[@trait|range: @{min} > @{max}]", "Odd"),
        ("[@trait|length: @{min} > @{max}]", ""),
        ("[@trait|a#marker|names|(values): 'x' = @{nothing}]", ""),
        ("[@trait|http: @{method} = post i && @{uri} *= 'cat']", "MakeCat"),
        ("[@: @{trait|(keys)} = @{id}]", ""),
        ("[@trait|a#marker: @{names|(values)} {<} @{names|(values)}]", "Shop"),
        ("[@trait|a#marker: @{names|(values)} {<<} @{names|(values)}]", ""),
        ("[@trait|a#marker: @{level} {!=} @{names|(values)}]", "Kitten Oops$message Shop"),
    ]);
}

#[test]
fn neighbors_near_and_far() {
    holds(&[
        ("list > member > string", ""),
        ("list > member > *", "Size"),
        ("structure > member > enum", "Color"),
        ("operation -[input, output]-> structure", "GetCatInput MakeCatInput PingOutput"),
        ("operation -[error]-> *", "Oops"),
        ("service -[error]-> *", "Oops"),
        ("resource -[identifier]-> *", "Id"),
        ("resource -[property]-> *", "Age"),
        ("resource -[create]-> *", "MakeCat"),
        ("resource -[collectionOperation]-> *", "MakeCat"),
        ("resource -[instanceOperation]-> *", "Feed GetCat"),
        ("resource -[unheard, resource]-> *", "Kitten"),
        ("[id=a#Feed] -[bound]-> *", "Kitten"),
        ("[id=a#Kitten] > *", "Cat Feed Id"),
        ("[id=a#Color] < member < structure", "CatData"),
        ("structure :test(<-[input]- operation)", "GetCatInput MakeCatInput"),
        ("service ~> resource", "Cat Kitten"),
        ("[id=a#Tree] ~> structure", ""),
        ("[id='a#Tree$left'] ~> structure", "Tree"),
        ("[id=a#Feed] ~> *", ""),
        ("service -[trait]-> [trait|authDefinition]", "keyAuth"),
        ("[id=a#keyAuth] <-[trait]- *", "Shop"),
        (":not([trait|trait]) :not(< *) :not(service)", "Lost Named Odd"),
        ("[trait|trait] :not(<-[trait]- *)", ""),
    ]);
}

#[test]
fn functions_and_variables() {
    holds(&[
        ("list:test(> member > number)", "Sizes"),
        (":is(list, map > member)", "Named$key Named$value Names Sizes"),
        (":each(list)", "Names Sizes"),
        ("structure :not(> member)", "keyAuth"),
        (":topdown([trait|a#marker])", "Cat Feed GetCat Kitten MakeCat Ping Shop"),
        ("resource :topdown([trait|a#marker])", "Feed Kitten"),
        (":topdown([trait|a#marker|level = 3], [trait|a#marker|level = 10])", "Cat GetCat MakeCat Ping Shop"),
        ("number :in(:root(service ~> operation -[output]-> ~> number))", "Size"),
        ("number :not(:in(:root(service ~> number)))", "Odd"),
        (
            "service $out(~> operation -[output]-> ~> *) ~> structure :not(:in(${out}))",
            "CatData GetCatInput MakeCatInput Oops PingOutput",
        ),
        (
            "service $auth(-[trait]-> [trait|authDefinition]) ~> operation [trait|auth] \
             :not([@: @{trait|auth|(values)} {<} @{var|auth|id}])",
            "Feed",
        ),
        // Each operation has a variable of its own.
        (
            "operation $in(-[input]-> *) -[bound]-> resource -[create, read]-> * [@: @{var|in|id|name} = 'GetCatInput']",
            "GetCat MakeCat",
        ),
        (":unheard(string)", ""),
        ("${unset}", ""),
    ]);
}

#[test]
fn what_takes_too_many_steps_is_given_up() {
    let members: String = (0..400).map(|number| format!("m{number}: T{number}\n")).collect();
    let shapes: String = (0..400).map(|number| format!("structure T{number} {{ {members} }}\n")).collect();
    let text = format!("$version: \"2\"\nnamespace a\n{shapes}");
    let model = idl::load(&[("a.smithy", &text)]).expect("the model is right");
    let graph = Graph::of(&[&model.shapes]);
    let selector = Selector::parse(":test(~> :test(~> :test(~> [id|name = none])))").expect("it is a selector");
    assert_eq!(selector.select(&graph), Err(TooComplex));

    // What is compared counts: each value on the left with each on the right.
    let many = "\"x\", ".repeat(10_000);
    let text = format!("$version: \"2\"\nnamespace a\n@tags([{many}])\nstring A\n");
    let model = idl::load(&[("a.smithy", &text)]).expect("the model is right");
    let graph = Graph::of(&[&model.shapes]);
    for text in ["[@trait|tags: @{(values)} > @{(values)}]", "[@trait|tags: @{(values)} = @{(values)} && a = b]"] {
        let selector = Selector::parse(text).expect("it is a selector");
        assert_eq!(selector.select(&graph), Err(TooComplex), "{text}");
    }
    assert!(Selector::parse("[trait|tags|(values) = x]").expect("it is a selector").select(&graph).is_ok());
}
