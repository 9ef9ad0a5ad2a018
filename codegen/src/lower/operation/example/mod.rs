//! Worked examples (`smithy.api#examples`), from JSON to literals that the model has checked.

mod literal;

use crate::ast::{Reference, Shape};
use crate::docs;
use crate::ir::{self, Example, Structure};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::names;
use literal::Literals;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// An operation's examples. Lenient about those that don't fit, if the options are.
pub(super) fn examples(facts: &Facts, shape: &Shape, input: &Structure, problems: &mut Problems) -> Vec<Example> {
    let Some(found) = shape.traits.get("examples") else {
        return Vec::new();
    };
    let remedy = "correct the example, so that it is an input the operation takes, under a title";
    let Some(examples) = found.value.as_array() else {
        let problem = "has `smithy.api#examples` that are not a list";
        problems.at(found.span, shape.id.as_str(), problem, remedy);
        return Vec::new();
    };
    let errors: Vec<&Reference> = shape.references("errors").chain(facts.common_errors.iter().copied()).collect();
    let input_shape = facts.targets.end(shape, "input");
    if input_shape.is_some_and(|shape| shape.members.len() > input.members.len()) {
        // A member has been reported, and examples with it would be reported for its sake.
        return Vec::new();
    }
    let mut lowered = Vec::new();
    for (index, written) in examples.iter().enumerate() {
        match example(facts, written, input_shape, input, &errors) {
            Ok(example) => lowered.push(example),
            Err(_) if facts.options.lenient_examples => {}
            Err(problem) => {
                let problem = match title(written) {
                    Some(title) => format!("has an example {title:?} that doesn't fit: {problem}"),
                    None => "has an example without a title".to_owned(),
                };
                let span = found.items.get(index).copied().unwrap_or(found.span);
                problems.at(span, shape.id.as_str(), problem, remedy);
            }
        }
    }
    lowered
}

fn example(
    facts: &Facts,
    example: &Value,
    shape: Option<&Shape>,
    input: &Structure,
    errors: &[&Reference],
) -> Result<Example, String> {
    let documentation = example.get("documentation").and_then(Value::as_str).unwrap_or_default();
    let title = title(example).ok_or("it has no title")?;
    let empty = Map::new();
    let values = example.get("input").map_or(Some(&empty), Value::as_object).ok_or("its input is not an object")?;
    let error = example.get("error");
    let literals =
        Literals { targets: facts.targets, may_lack: error.is_some(), honours_alloy: facts.protocol.honours_alloy };
    let fields = match shape {
        Some(shape) => literals.fields(values, shape)?,
        None if values.is_empty() => Vec::new(),
        None => return Err("the operation has no input".to_owned()),
    };
    let given: BTreeSet<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
    // A stream of events is no literal.
    let is_literal = |member: &ir::Member| !member.token && member.place != ir::Place::Events;
    let is_missing =
        |member: &&ir::Member| member.required && is_literal(member) && !given.contains(member.field.as_str());
    let missing = input.members.iter().find(is_missing);
    if let Some(member) = missing.filter(|_| error.is_none()) {
        return Err(format!("`{}` is required and missing", member.wire));
    }
    Ok(Example {
        docs: facts.glossary.markdown(documentation),
        input: fields,
        error: error.map(|error| error_name(error, errors)).transpose()?,
        title: docs::markdown(title),
    })
}

fn title(example: &Value) -> Option<&str> {
    example.get("title").and_then(Value::as_str).filter(|title| !title.is_empty())
}

/// The name of the error that an example ends in: one that the operation lists.
fn error_name(error: &Value, errors: &[&Reference]) -> Result<String, String> {
    let id = error.get("shapeId").and_then(Value::as_str).ok_or("its error has no `shapeId`")?;
    let listed = errors.iter().find(|listed| listed.target.as_str() == id);
    let listed = listed.ok_or_else(|| format!("`{id}` is not one of the operation's errors"))?;
    Ok(names::type_name(listed.target.name()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, ast};

    /// What becomes of an example with this input, of an operation that takes none.
    fn of_no_input(input: &str) -> Result<usize, String> {
        let source = r#"{"smithy": "2.0", "shapes": {
            "a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Op"}],
                "traits": {"aws.protocols#awsJson1_0": {}}},
            "a#Op": {"type": "operation"}
        }}"#;
        let (model, options) = (ast::parse(source).expect("it is a model"), Options::of("a-sdk"));
        let mut problems = Problems::default();
        let facts = Facts::of(&model, &options, false, &mut problems).expect("the service is right");
        let operation = facts.operations[0];
        let input_of = super::super::end(&facts, operation, ir::Role::Input, &mut problems).expect("it has none");
        let found: Value =
            serde_json::from_str(&format!(r#"{{"title": "It", "input": {input}}}"#)).expect("it is JSON");
        example(&facts, &found, None, &input_of, &[]).map(|found| found.input.len())
    }

    #[test]
    fn an_operation_without_input_has_examples_without_any() {
        assert_eq!(of_no_input("{}"), Ok(0));
        assert_eq!(of_no_input(r#"{"a": "b"}"#), Err("the operation has no input".to_owned()));
    }

    const TYPES: &str = r#"{"smithy": "2.0", "shapes": {
        "a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Op"}],
            "traits": {"aws.protocols#awsJson1_0": {}}},
        "a#Op": {"type": "operation", "input": {"target": "a#In"}},
        "a#In": {"type": "structure", "members": {
            "byte": {"target": "smithy.api#Byte"},
            "short": {"target": "smithy.api#Short"},
            "integer": {"target": "smithy.api#Integer"},
            "long": {"target": "smithy.api#Long"},
            "float": {"target": "smithy.api#Float"},
            "blob": {"target": "smithy.api#Blob"},
            "union": {"target": "a#Union"}
        }},
        "a#Union": {"type": "union", "members": {
            "text": {"target": "smithy.api#String"}, "nothing": {"target": "smithy.api#Unit"}
        }}
    }}"#;

    /// What a value of one member is written as.
    fn literal(member: &str, value: &str) -> Result<String, String> {
        let (model, options) = (ast::parse(TYPES).expect("it is a model"), Options::of("a-sdk"));
        let facts = Facts::of(&model, &options, false, &mut Problems::default()).expect("the service is right");
        let shape = facts.targets.end(facts.operations[0], "input").expect("it has an input");
        let values: Value = serde_json::from_str(&format!("{{\"{member}\": {value}}}")).expect("it is JSON");
        let literals =
            Literals { targets: facts.targets, may_lack: false, honours_alloy: facts.protocol.honours_alloy };
        let fields = literals.fields(values.as_object().expect("an object"), shape)?;
        Ok(format!("{:?}", fields[0].1))
    }

    #[test]
    fn values_are_literals_of_their_types() {
        for (member, value, expected) in [
            ("byte", "-128", "Int(-128)"),
            ("short", "32767", "Int(32767)"),
            ("integer", "-2147483648", "Int(-2147483648)"),
            ("long", "4294967296", "Int(4294967296)"),
            ("float", "1", "Float(1.0)"),
            ("blob", "\"bytes\"", "Blob(\"bytes\")"),
            ("union", "{\"text\": \"a\"}", "Union(\"Union\", \"Text\", Some(Text(\"a\")))"),
            ("union", "{\"nothing\": {}}", "Union(\"Union\", \"Nothing\", None)"),
        ] {
            assert_eq!(literal(member, value).as_deref(), Ok(expected), "{member}");
        }
    }

    #[test]
    fn values_that_do_not_fit_are_refused() {
        for (member, value) in
            [("byte", "128"), ("short", "-32769"), ("integer", "2147483648"), ("blob", "1"), ("long", "1.5")]
        {
            assert!(literal(member, value).is_err_and(|why| why.contains(&format!("`{member}` can't be"))), "{member}");
        }
        for value in ["{}", "{\"text\": \"a\", \"nothing\": {}}", "{\"other\": 1}"] {
            assert!(literal("union", value).is_err_and(|why| why.contains("exactly one of its members")), "{value}");
        }
    }

    #[test]
    fn an_example_that_does_not_fit_is_refused_or_left_out() {
        let traits = |title: &str| {
            format!(
                r#""traits": {{"smithy.api#examples": [{{"title": "{title}", "input": {{"byte": 1}}}},
            {{"title": "Wrong", "input": {{"byte": 1000}}}}]}}, "input""#
            )
        };
        let model = ast::parse(&TYPES.replace(r#""input""#, &traits("Right"))).expect("it is a model");
        for (lenient_examples, expected) in [(false, 1), (true, 0)] {
            let options = Options { lenient_examples, ..Options::of("a-sdk") };
            let mut problems = Problems::default();
            let facts = Facts::of(&model, &options, false, &mut problems).expect("the service is right");
            let operation = facts.operations[0];
            let input = super::super::end(&facts, operation, ir::Role::Input, &mut problems).expect("it has one");
            let found = examples(&facts, operation, &input, &mut problems);
            assert_eq!(found.len(), 1, "the right one stays");
            let told = problems.result(None::<()>).err().map_or(0, |problems| problems.len());
            assert_eq!(told, expected, "lenient: {lenient_examples}");
        }
    }

    /// What is wrong with a member is told there, and not once more for every example.
    #[test]
    fn examples_wait_until_all_members_are_right() {
        let traits = r#""traits": {"smithy.api#examples": [{"title": "It", "input": {"byte": 1000}}]}, "input""#;
        let model = ast::parse(&TYPES.replace(r#""input""#, traits)).expect("it is a model");
        let (options, mut problems) = (Options::of("a-sdk"), Problems::default());
        let facts = Facts::of(&model, &options, false, &mut problems).expect("the service is right");
        let operation = facts.operations[0];
        let mut input = super::super::end(&facts, operation, ir::Role::Input, &mut problems).expect("it has one");
        input.members.pop();
        assert!(examples(&facts, operation, &input, &mut problems).is_empty());
        assert!(problems.result(Some(())).is_ok());
    }
}
