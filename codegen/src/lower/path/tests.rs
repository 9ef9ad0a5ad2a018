//! Paths over a model's shapes: the Rust that they become, and what is wrong with them.

use super::{Root, path};
use crate::ast::{Model, ShapeId};
use crate::emit::path::Scope;
use crate::ir::path::{Value, ValueType};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::{Options, ast};
use quote::quote;

const MODEL: &str = r#"{"smithy": "2.0", "shapes": {
  "a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Op"}],
    "traits": {"aws.protocols#awsJson1_0": {}}},
  "a#Op": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"}},
  "a#In": {"type": "structure", "members": {
    "TableName": {"target": "smithy.api#String"},
    "Requests": {"target": "a#Requests"},
    "Items": {"target": "a#Items"},
    "Delete": {"target": "a#Item"},
    "Force": {"target": "smithy.api#Boolean"}
  }},
  "a#Out": {"type": "structure", "members": {
    "Table": {"target": "a#Item"},
    "Items": {"target": "a#Items"},
    "Names": {"target": "a#Names"},
    "Holes": {"target": "a#Holes"},
    "Numbers": {"target": "a#Numbers"},
    "Requests": {"target": "a#Requests"},
    "Gaps": {"target": "a#Gaps"},
    "Rows": {"target": "a#Rows"},
    "Kind": {"target": "a#Kind"},
    "Choice": {"target": "a#Choice"},
    "When": {"target": "smithy.api#Timestamp"},
    "Count": {"target": "smithy.api#Integer", "traits": {"smithy.api#required": {}}},
    "Total": {"target": "smithy.api#Long"},
    "Ratio": {"target": "smithy.api#Float"},
    "Tiny": {"target": "smithy.api#Byte"},
    "Small": {"target": "smithy.api#Short"},
    "Done": {"target": "smithy.api#Boolean"},
    "Label": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}},
    "type": {"target": "smithy.api#String"}
  }},
  "a#Item": {"type": "structure", "members": {
    "Name": {"target": "smithy.api#String"},
    "Kind": {"target": "a#Kind"},
    "Count": {"target": "smithy.api#Integer"},
    "Names": {"target": "a#Names"},
    "Next": {"target": "a#Item"}
  }},
  "a#Kind": {"type": "enum", "members": {"A": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "A"}}}},
  "a#Choice": {"type": "union", "members": {"Word": {"target": "smithy.api#String"}, "Nothing": {"target": "smithy.api#Unit"}}},
  "a#Items": {"type": "list", "member": {"target": "a#Item"}},
  "a#Names": {"type": "list", "member": {"target": "smithy.api#String"}},
  "a#Holes": {"type": "list", "member": {"target": "smithy.api#String"}, "traits": {"smithy.api#sparse": {}}},
  "a#Numbers": {"type": "list", "member": {"target": "smithy.api#Integer"}},
  "a#Gaps": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"},
    "traits": {"smithy.api#sparse": {}}},
  "a#Rows": {"type": "list", "member": {"target": "a#Names"}},
  "a#Requests": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "a#Items"}}
}}"#;

fn model() -> Model {
    ast::parse(MODEL).expect("the model is right")
}

fn typed(model: &Model, root: Root, text: &str) -> Result<Value, String> {
    let options = Options::of("a-sdk");
    let facts = Facts::of(model, &options, false, &mut Problems::default()).expect("the service is right");
    let operation = model.shapes.get(&ShapeId::new("a#Op")).expect("the operation is there");
    path(&facts, operation, root, text).map_err(|problem| problem.to_string())
}

/// Tokens as one would write them, and the code expected of them, both without what only the layout decides.
#[track_caller]
fn assert_written(tokens: proc_macro2::TokenStream, code: &str, path: &str) {
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let tokens = crate::emit::scope::resolve_tokens(tokens);
    let statement = quote! { fn f() { #tokens } };
    let file = syn::parse2(statement).unwrap_or_else(|error| panic!("{path} became {tokens}: {error}"));
    let expected = syn::parse_str(&format!("fn f() {{ {code} }}"));
    let expected = expected.unwrap_or_else(|error| panic!("{code}: {error}"));
    let (found, expected) = (prettyplease::unparse(&file), prettyplease::unparse(&expected));
    assert_eq!(squeezed(&found), squeezed(&expected), "{path} became\n{found}");
}

fn scope() -> Scope {
    Scope { input: quote! { self }, output: quote! { output } }
}

#[test]
fn paths_over_an_input_become_lists_of_strings() {
    let model = model();
    for (path, code) in [
        ("keys(Requests)", "self.requests().into_iter().flat_map(|requests| requests.keys())#"),
        ("Items[*].Next.Name", "self.items().iter().filter_map(|item| item.next().and_then(|next| next.name()))&"),
        (
            "Items[*].[Name, Next.Name][]",
            "self.items().iter().flat_map(|item| [item.name(), item.next().and_then(|next| next.name())]).flatten()&",
        ),
        ("Delete.Names", "self.delete().into_iter().flat_map(|delete| delete.names())#"),
        ("Items[].Names[]", "self.items().iter().flat_map(|item| item.names())#"),
        ("Items[].Kind", "self.items().iter().filter_map(|item| item.kind())#"),
        ("[TableName]", "[self.table_name()].into_iter().flatten()&"),
    ] {
        let owned = code.replace('#', ".map(|item| item.as_str().to_owned())").replace('&', ".map(str::to_owned)");
        let value = typed(&model, Root::Input, path).expect(path);
        assert!(matches!(value.items().map(|list| &list.item), Some(ValueType::Text(_))), "{path}");
        assert_written(scope().strings(&value), &format!("{owned}.collect::<Vec<String>>()"), path);
    }
}

#[test]
fn paths_over_an_input_become_strings_and_booleans() {
    let model = model();
    for (path, code) in [
        ("TableName", "self.table_name()"),
        ("Delete.Kind", "self.delete().and_then(|delete| delete.kind()).map(|kind| kind.as_str())"),
        ("Items[0].Name", "self.items().first().and_then(|value| value.name())"),
        ("'x'", "Some(\"x\")"),
    ] {
        assert_written(scope().text(&typed(&model, Root::Input, path).expect(path)), code, path);
    }
    let force = typed(&model, Root::Input, "Force").expect("Force is a member");
    assert_written(scope().truth(&force), "self.force().unwrap_or_default()", "Force");
}

#[test]
fn conditions_become_expressions() {
    let model = model();
    for (path, code) in [
        ("Table.Name == 'x'", "output.table().and_then(|table| table.name()) == Some(\"x\")"),
        ("'x' == Label", "output.label() == \"x\""),
        ("type != 'x'", "output.r#type() != Some(\"x\")"),
        ("Kind == type", "output.kind().map(|kind| kind.as_str()) == output.r#type()"),
        ("length(Items) > `0`", "output.items().len() > 0"),
        ("length(Items[]) == `0`", "output.items().iter().count() == 0"),
        (
            "length(type || '') >= `1`",
            "output.r#type().filter(|text| !text.is_empty()).unwrap_or(\"\").chars().count() >= 1",
        ),
        ("length(Items) == Count", "(output.items().len() as i64) == i64::from(output.count())"),
        (
            "!length(Items[0].Names)",
            "!({ let _ = output.items().first().into_iter().flat_map(|value| value.names()).count(); true })",
        ),
        ("!Label", "!(!output.label().is_empty())"),
        ("Total > `3`", "output.total().is_some_and(|value| value > 3)"),
        ("`3` < Total", "output.total().is_some_and(|value| value > 3)"),
        ("Total == Count", "output.total() == Some(i64::from(output.count()))"),
        ("Ratio < `1`", "output.ratio().map(|ratio| f64::from(ratio)).is_some_and(|value| value < 1f64)"),
        ("Count < `-1`", "output.count() < -1"),
        ("Done == `true`", "output.done() == Some(true)"),
        (
            "!Done && (Names || type)",
            "!output.done().unwrap_or_default()&& (!output.names().is_empty()|| output.r#type().is_some_and(|r#type| !r#type.is_empty()))",
        ),
        ("When == `null`", "output.when().is_none()"),
        ("When != `null`", "output.when().is_some()"),
        (
            "length(Items[?Kind == 'A' || Count > `1`]) == length(Items)",
            "output.items().iter().filter(|&item| {item.kind().map(|kind| kind.as_str()) == Some(\"A\")|| item.count().is_some_and(|value| value > 1)}).count() == output.items().len()",
        ),
        ("contains(Names, 'x')", "output.names().iter().any(|item| item.as_str() == \"x\")"),
        ("contains(Holes, 'x')", "output.holes().iter().flatten().any(|item| item.as_str() == \"x\")"),
        ("contains(Label, type)", "output.r#type().is_some_and(|part| output.label().contains(part))"),
        ("Numbers[?@ > `1`]", "output.numbers().iter().copied().filter(|&item| item > 1).next().is_some()"),
        (
            "Requests.*[].Name",
            "output.requests().into_iter().flat_map(|requests| requests.values()).flatten().filter_map(|item| item.name()).next().is_some()",
        ),
        (
            "length(Requests.foo)",
            "{let _ = output.requests().and_then(|requests| requests.get(\"foo\")).into_iter().flatten().count();true}",
        ),
        (
            "Choice.Word == 'x'",
            "output.choice().and_then(|choice| choice.as_word().ok()).map(|word| word.as_str()) == Some(\"x\")",
        ),
        ("Names[-1] == 'x'", "output.names().last().map(|value| value.as_str()) == Some(\"x\")"),
        ("Items | [1].Count == `2`", "output.items().get(1).and_then(|value| value.count()) == Some(2)"),
    ] {
        let value = typed(&model, Root::Output, path).unwrap_or_else(|problem| panic!("{path}: {problem}"));
        assert_written(scope().truth(&value), code, path);
    }
    let both = typed(&model, Root::Both, "input.TableName == output.Label").expect("input and output are there");
    assert_written(scope().truth(&both), "self.table_name() == Some(output.label())", "input and output");
}

#[test]
fn paths_against_the_shapes_are_refused() {
    let model = model();
    for (path, message) in [
        ("Table.Nmae", "character 7: `Item` has no member `Nmae`, but only `Name`, `Kind`, `Count`, `Names`, `Next`"),
        ("Nmae", "character 1: `Out` has no member `Nmae`, but 19 others"),
        ("Items.Name", "character 7: `Name` is asked of a list, which has no members"),
        ("Table[0]", "character 6: an item is asked of the structure `Item`, which is no list"),
        ("Table[]", "character 1: the structure `Item` is projected, which is no list"),
        ("Label.*", "character 1: values are asked of a string, which is no map"),
        ("Holes[0]", "character 6: an item is asked of a list whose items may be `null`"),
        ("Items[].Name | [-2]", "character 16: only the last item of a projected list can be asked for from its end"),
        ("Label == `1`", "character 1: a string is compared with a number"),
        ("Label < 'x'", "character 1: a string and a string have no order"),
        ("Label == `null`", "character 1: a string is compared with `null`, which it never is"),
        ("length(Count)", "character 1: a number has no length"),
        ("keys(Items)", "character 1: keys are asked of a list, which is no map"),
        ("contains(Count, 'x')", "character 1: `contains` is asked of a number, not of a string or a list of them"),
        ("contains(Numbers, 'x')", "character 1: `contains` is asked of a list, not of a string or a list of them"),
        ("contains(Names, `1`)", "character 1: `contains` is asked for a number, not for a string"),
        ("[Label, Count]", "character 1: a list is made of something other than strings"),
        ("Choice.Nothing", "character 8: `Nothing` holds nothing that a path could give"),
        ("When.x", "character 6: `x` is asked of a timestamp, blob or document, which has no members"),
    ] {
        assert_eq!(typed(&model, Root::Output, path).err().as_deref(), Some(message), "{path}");
    }
    let both = typed(&model, Root::Both, "inptu.TableName").err();
    assert_eq!(both.as_deref(), Some("character 1: there are `input` and `output`, and no `inptu`"));
}

#[test]
fn a_short_path_does_not_become_endless_code() {
    let model = model();
    let path = format!("Label{}", " | @ || @".repeat(20));
    let problem = typed(&model, Root::Output, &path).expect_err("it doubles twenty times");
    assert!(problem.ends_with("it stands for more than 2000 expressions"), "{problem}");
}

/// `null` under a key is neither a value nor none.
#[test]
fn a_value_is_not_asked_of_a_map_with_gaps() {
    let problem = typed(&model(), Root::Output, "Gaps.a").expect_err("values may be null");
    assert!(problem.contains("a map whose values may be `null`"), "{problem}");
}

/// `[*]` takes the items of a list, and only `[]` those of the lists in it.
#[test]
fn lists_of_lists_stay_what_they_are_unless_they_are_flattened() {
    let model = model();
    let item = |path: &str| {
        let value = typed(&model, Root::Output, path).expect(path);
        value.items().map(|list| list.item.clone())
    };
    assert!(matches!(item("Rows[*]"), Some(ValueType::List(_))));
    assert!(matches!(item("Rows[]"), Some(ValueType::Text(_))));
}

#[test]
fn numbers_are_of_the_type_that_the_model_says() {
    let model = model();
    for (path, ty) in [("Tiny", "i8"), ("Small", "i16"), ("Count", "i32"), ("Total", "i64")] {
        assert_eq!(typed(&model, Root::Output, path).expect(path).ty, ValueType::Int(Some(ty)), "{path}");
    }
}

#[test]
fn a_list_without_its_absent_items_has_none() {
    let holes = typed(&model(), Root::Output, "Holes").expect("it is a list");
    assert!(holes.items().is_some_and(|list| list.sparse));
    assert!(super::without_absent(holes).items().is_some_and(|list| !list.sparse));
}
