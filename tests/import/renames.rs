//! Words stay with what was renamed, if that is certain; and with nothing else.

use super::{Scratch, text};
use serde_json::{Value, json};

/// A service with one operation, whose input has these members, and these shapes.
fn model(members: Value, shapes: Value) -> Value {
    let mut model = json!({"smithy": "2.0", "shapes": {
        "a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Do"}]},
        "a#Do": {"type": "operation", "input": {"target": "a#In"}, "traits": {
            "smithy.api#documentation": "Does it.", "smithy.api#examples": [], "smithy.api#http": {"method": "POST", "uri": "/do"}
        }},
        "a#In": {"type": "structure", "members": members}
    }});
    let all = model["shapes"].as_object_mut().expect("a model has shapes");
    all.extend(shapes.as_object().expect("shapes are an object").clone());
    model
}

/// What was renamed between two models, as the command says it.
fn renamed(ours: &Value, new: &Value) -> (Vec<String>, Value) {
    // Tests run beside each other, each in a thread that has its name.
    let test = std::thread::current().name().unwrap_or("renames").replace("::", "_");
    let ran = Scratch::new(&test).import(&text(ours), &text(new), &[]);
    assert_eq!(ran.status, Some(0), "{}", ran.said);
    let lines =
        ran.said.lines().filter_map(|line| line.strip_prefix("  renamed ")?.strip_suffix(", whose words it keeps"));
    (lines.map(str::to_owned).collect(), serde_json::from_str(&ran.after).expect("our model is JSON"))
}

/// A member with words.
fn member(target: &str, more: Value) -> Value {
    let mut traits = json!({"smithy.api#documentation": format!("Of {target}.")});
    traits.as_object_mut().expect("traits are an object").extend(more.as_object().expect("traits are").clone());
    json!({"target": target, "traits": traits})
}

const TEXT: &str = "smithy.api#String";

#[test]
fn a_member_is_the_same_under_the_same_name_on_the_wire() {
    let old = member(TEXT, json!({"smithy.api#jsonName": "n"}));
    for (new, expected) in [
        (json!({"new": old}), &["a#In$old to $new"][..]),
        (json!({"new": member(TEXT, json!({"smithy.api#jsonName": "m"}))}), &[]),
        (json!({"new": member("smithy.api#Integer", json!({"smithy.api#jsonName": "n"}))}), &[]),
        (json!({"new": member(TEXT, json!({"smithy.api#jsonName": "n", "smithy.api#required": {}}))}), &[]),
        (json!({"new": old, "more": member(TEXT, json!({}))}), &[]),
        (json!({"old": member(TEXT, json!({})), "new": old}), &[]),
        (json!({"new": member(TEXT, json!({}))}), &[]),
    ] {
        let (found, after) = renamed(&model(json!({"old": old}), json!({})), &model(new.clone(), json!({})));
        assert_eq!(found, expected, "{new}");
        let words = &after["shapes"]["a#In"]["members"]["new"]["traits"]["smithy.api#documentation"];
        assert_eq!(words.is_string(), !expected.is_empty(), "words of another member never come to one: {after}");
    }
}

#[test]
fn a_member_that_only_has_the_same_type_is_another() {
    let ours = model(json!({"first": member(TEXT, json!({})), "last": member(TEXT, json!({}))}), json!({}));
    let new = model(json!({"first": member(TEXT, json!({})), "nick": member(TEXT, json!({}))}), json!({}));
    assert!(renamed(&ours, &new).0.is_empty());
    let new = model(json!({"first": member(TEXT, json!({})), "LAST_": member(TEXT, json!({}))}), json!({}));
    assert_eq!(renamed(&ours, &new).0, ["a#In$last to $LAST_"]);
    let new = model(json!({"LAST": member(TEXT, json!({})), "first": member(TEXT, json!({}))}), json!({}));
    assert!(renamed(&ours, &new).0.is_empty(), "it stands elsewhere, too");
}

#[test]
fn a_member_whose_target_nothing_else_has_is_the_same() {
    let shapes = json!({"a#Tide": {"type": "structure", "members": {"high": member(TEXT, json!({}))}}});
    let ours = model(json!({"tide": member("a#Tide", json!({}))}), shapes.clone());
    let new = model(json!({"water": member("a#Tide", json!({}))}), shapes.clone());
    assert_eq!(renamed(&ours, &new).0, ["a#In$tide to $water"]);
    let more = |name: &str| json!({name: member("a#Tide", json!({})), "other": member("a#Tide", json!({}))});
    assert!(renamed(&model(more("tide"), shapes.clone()), &model(more("water"), shapes)).0.is_empty());
}

#[test]
fn a_shape_is_the_same_if_it_says_the_same_in_the_same_places() {
    let tide = |words: &str| {
        json!({"type": "structure", "traits": {"smithy.api#documentation": words}, "members": {
            "high": member(TEXT, json!({})), "next": {"target": "a#Tide"}
        }})
    };
    let renamed_to = |shape: &Value| -> Value {
        serde_json::from_str(&shape.to_string().replace("a#Tide", "a#Water")).expect("JSON")
    };
    let ours = model(json!({"tide": member("a#Tide", json!({}))}), json!({"a#Tide": tide("Ours.")}));
    let new = |shape: Value| model(json!({"tide": member("a#Water", json!({}))}), json!({"a#Water": shape}));
    let (found, after) = renamed(&ours, &new(renamed_to(&tide("Theirs."))));
    assert_eq!(found, ["a#Tide to a#Water"], "it refers to itself under any name");
    assert_eq!(after["shapes"]["a#Water"], renamed_to(&tide("Ours.")));

    let flat = |words: &str| {
        json!({"type": "structure", "traits": {"smithy.api#documentation": words}, "members": {
            "high": member(TEXT, json!({}))
        }})
    };
    let ours = model(json!({"tide": member("a#Tide", json!({}))}), json!({"a#Tide": flat("Ours.")}));
    let (found, after) = renamed(&ours, &new(flat("Theirs.")));
    assert_eq!(found, ["a#Tide to a#Water"]);
    assert_eq!(after["shapes"]["a#Water"], flat("Ours."));
    let mut other = flat("Theirs.");
    other["members"]["high"]["traits"]["smithy.api#required"] = json!({});
    assert!(renamed(&ours, &new(other)).0.is_empty(), "it says something else");
    let mut elsewhere = new(flat("Theirs."));
    elsewhere["shapes"]["a#In"]["members"] = json!({"water": {"target": "a#Water"}});
    assert!(renamed(&ours, &elsewhere).0.is_empty(), "another place refers to it");
    let nowhere = |name: &str| model(json!({}), json!({name: flat("Ours.")}));
    assert!(renamed(&nowhere("a#Tide"), &nowhere("a#Water")).0.is_empty(), "no place refers to it");
    let mut both = new(flat("Theirs."));
    both["shapes"]["a#Tide"] = flat("Theirs.");
    assert!(renamed(&ours, &both).0.is_empty(), "it is still there");
}

#[test]
fn an_operation_with_its_method_and_path_is_the_same_and_takes_its_input_along() {
    let words = |what: &str| json!({"smithy.api#documentation": what});
    let of = |name: &str, uri: &str, whose: &str| {
        let input = format!("a#{name}Input");
        let mut traits = words(whose);
        traits["smithy.api#examples"] = json!([{"title": whose}]);
        traits["smithy.api#http"] = json!({"method": "GET", "uri": uri});
        json!({"smithy": "2.0", "shapes": {
            "a#S": {"type": "service", "version": "1", "operations": [{"target": format!("a#{name}")}]},
            format!("a#{name}"): {"type": "operation", "input": {"target": input}, "traits": traits},
            input: {"type": "structure", "members": {"of": {"target": "a#Of"}}},
            "a#Of": {"type": "string", "traits": words(whose)}
        }})
    };
    let (found, after) = renamed(&of("GetTide", "/tide", "Ours."), &of("ReadTide", "/tide", "Theirs."));
    assert_eq!(found, ["a#GetTide to a#ReadTide", "a#GetTideInput to a#ReadTideInput"]);
    assert_eq!(after, of("ReadTide", "/tide", "Ours."));
    assert!(renamed(&of("GetTide", "/tide", "Ours."), &of("ReadTide", "/water", "Theirs.")).0.is_empty());
    // Without bindings, an operation is known by its name alone.
    let unbound = |mut model: Value, name: &str| {
        model["shapes"][name]["traits"].as_object_mut().expect("it has traits").remove("smithy.api#http");
        model
    };
    let ours = unbound(of("GetTide", "/tide", "Ours."), "a#GetTide");
    assert!(renamed(&ours, &unbound(of("ReadTide", "/tide", "Theirs."), "a#ReadTide")).0.is_empty());
}

#[test]
fn two_that_could_be_meant_are_neither() {
    let error = json!({"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}});
    let of = |names: &[&str]| {
        let shapes = names.iter().map(|name| (format!("a#{name}"), error.clone())).collect();
        let mut model = model(json!({}), Value::Object(shapes));
        model["shapes"]["a#Do"]["errors"] = names.iter().map(|name| json!({"target": format!("a#{name}")})).collect();
        model
    };
    assert_eq!(renamed(&of(&["Full"]), &of(&["Crowded"])).0, ["a#Full to a#Crowded"]);
    assert!(renamed(&of(&["Full"]), &of(&["Crowded", "Closed"])).0.is_empty());
    assert!(renamed(&of(&["Full", "Shut"]), &of(&["Crowded"])).0.is_empty());
}
