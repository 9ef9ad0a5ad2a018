//! Paths and the trees that they become, written with every bracket.

use super::{Kind, Literal, MAX_DEPTH, Node, Values, parse};

fn shown(node: &Node) -> String {
    let list = |items: &[Node]| items.iter().map(shown).collect::<Vec<_>>().join(", ");
    match &node.kind {
        Kind::Current => "@".to_owned(),
        Kind::Field(name) => name.clone(),
        Kind::Index(index) => format!("#{index}"),
        Kind::Then(a, b) => format!("({}).({})", shown(a), shown(b)),
        Kind::Project { of, values, each } => {
            let values = match values {
                Values::Items => "each".to_owned(),
                Values::Flattened => "flat".to_owned(),
                Values::OfMap => "values".to_owned(),
                Values::Where(condition) => format!("where {}", shown(condition)),
            };
            format!("{{{values} of {}: {}}}", shown(of), shown(each))
        }
        Kind::List(items) => format!("[{}]", list(items)),
        Kind::Compare(how, a, b) => format!("({} {how:?} {})", shown(a), shown(b)),
        Kind::And(a, b) => format!("({} and {})", shown(a), shown(b)),
        Kind::Or(a, b) => format!("({} or {})", shown(a), shown(b)),
        Kind::Not(of) => format!("not {}", shown(of)),
        Kind::Literal(Literal::Text(text)) => format!("{text:?}"),
        Kind::Literal(literal) => format!("{literal:?}"),
        Kind::Call(function, items) => format!("{function:?}({})", list(items)),
    }
}

#[test]
fn paths_become_trees() {
    for (path, tree) in [
        ("Table.TableStatus", "(Table).(TableStatus)"),
        ("a.b.c", "((a).(b)).(c)"),
        ("@", "@"),
        (r#""odd name".x"#, "(odd name).(x)"),
        (r#""snow\u2603""#, "snow☃"),
        ("a[0].b[-1]", "((a).(#0)).((b).(#-1))"),
        ("[0]", "(@).(#0)"),
        ("Items[].State", "{flat of Items: State}"),
        ("Items[]", "{flat of Items: @}"),
        ("a[].b[].c.d", "{flat of {flat of a: b}: (c).(d)}"),
        ("TransactItems[*].Get.TableName", "{each of TransactItems: (Get).(TableName)}"),
        ("a[*].[b, c.d][]", "{flat of {each of a: [b, (c).(d)]}: @}"),
        ("a.*.b", "{values of a: b}"),
        ("*", "{values of @: @}"),
        ("a[*][0]", "{each of a: (@).(#0)}"),
        ("a[*] | [0]", "({each of a: @}).((@).(#0))"),
        ("(a[*]).b", "({each of a: @}).(b)"),
        ("[a, @]", "[a, @]"),
        ("keys(RequestItems)", "Keys(RequestItems)"),
        ("contains(a, 'it\\'s')", "Contains(a, \"it's\")"),
        ("length(Images[]) > `0`", "(Length({flat of Images: @}) Greater Int(0))"),
        ("length(Output || '') > `0`", "(Length((Output or \"\")) Greater Int(0))"),
        ("s != 'A' && s != 'B'", "((s NotEqual \"A\") and (s NotEqual \"B\"))"),
        ("a || b && !c == d", "(a or (b and (not c Equal d)))"),
        ("a[?b == 'x' || c].d", "{where ((b Equal \"x\") or c) of a: d}"),
        (
            "length(services[?!(length(deployments) == `1` && runningCount == desiredCount)]) == `0`",
            "(Length({where not ((Length(deployments) Equal Int(1)) and (runningCount Equal desiredCount)) of services: @}) \
             Equal Int(0))",
        ),
        ("a == `true` || a == `null`", "((a Equal Bool(true)) or (a Equal Null))"),
        (r#"a == `"x\`y"`"#, "(a Equal \"x`y\")"),
        ("a < `1.5`", "(a Less Float(1.5))"),
        ("  a  .  b  ", "(a).(b)"),
    ] {
        match parse(path) {
            Ok(node) => assert_eq!(shown(&node), tree, "{path}"),
            Err(problem) => panic!("{path}: {problem}"),
        }
    }
}

#[test]
fn what_is_no_path_is_refused_where_it_goes_wrong() {
    for (path, message) in [
        ("", "character 1: expected a member, a literal or a function, found the end"),
        ("a..b", "character 3: expected a member after `.`, found `.`"),
        ("a b", "character 3: expected the path's end, found `b`"),
        ("a[", "character 3: expected a number, `*`, `]` or a filter, found the end"),
        ("a[b]", "character 3: expected a number, `*`, `]` or a filter, found `b`"),
        ("a[0", "character 4: expected `]`, found the end"),
        ("a[0:2]", "character 4: expected `]`, found `:`"),
        ("a[:2]", "character 3: slices are not supported"),
        ("{a: b}", "character 1: multi-select hashes are not supported"),
        ("length(&a)", "character 8: expression references are not supported"),
        ("sort(a)", "character 1: the function `sort` is not supported"),
        ("length(a, b)", "character 1: `length` takes 1 argument(s), not 2"),
        ("größe", "character 3: 'ö' has no meaning here"),
        ("a == 'x", "character 6: no second ' follows this one"),
        ("a == `x`", "character 6: `x` is not JSON; put a string into apostrophes"),
        ("a == `[]`", "character 6: `[]` is a list or an object, which can't be compared with"),
        ("a[99999999999999999999]", "character 3: `99999999999999999999` is not a whole number"),
        ("a = b", "character 3: '=' has no meaning here"),
    ] {
        match parse(path) {
            Ok(node) => panic!("{path} became {}", shown(&node)),
            Err(problem) => assert_eq!(problem.to_string(), message, "{path}"),
        }
    }
}

#[test]
fn depth_is_bounded_however_it_is_reached() {
    let deep = 10_000;
    let chains = ["a.", "!", "(", "a[?", "[", "a || ", "length(", "a | "];
    for start in chains {
        let problem = parse(&format!("{}a", start.repeat(deep))).expect_err(start);
        assert!(problem.message.contains("deep"), "{start}: {problem}");
    }
    assert!(parse(&format!("{}a", "a.".repeat(MAX_DEPTH / 2))).is_ok());
}
