//! What part of a service comes in: operations that are new, or those that ours says it has.

use super::{Ran, Scratch, text};
use serde_json::{Value, json};

/// A harbor with its operations: one of the service's own, one of a resource's, one of a resource within that.
fn harbor() -> Value {
    json!({"smithy": "2.0", "shapes": {
        "a#Harbor": {
            "type": "service", "version": "1", "operations": [{"target": "a#GetTide"}], "resources": [{"target": "a#Quay"}]
        },
        "a#Quay": {
            "type": "resource", "identifiers": {"quayId": {"target": "a#QuayId"}}, "read": {"target": "a#GetQuay"},
            "resources": [{"target": "a#Berth"}]
        },
        "a#Berth": {
            "type": "resource", "identifiers": {"quayId": {"target": "a#QuayId"}, "berthId": {"target": "a#BerthId"}},
            "read": {"target": "a#GetBerth"}, "operations": [{"target": "a#Moor"}]
        },
        "a#GetBerth": {"type": "operation", "output": {"target": "a#BerthInfo"}},
        "a#GetQuay": {"type": "operation", "output": {"target": "a#QuayInfo"}},
        "a#GetTide": {"type": "operation"},
        "a#Moor": {"type": "operation"},
        "a#BerthId": {"type": "string"},
        "a#BerthInfo": {"type": "structure", "members": {"id": {"target": "a#BerthId", "traits": {"a#mark": {}}}}},
        "a#QuayId": {"type": "string"},
        "a#QuayInfo": {"type": "structure", "members": {"id": {"target": "a#QuayId"}, "berths": {"target": "a#Berths"}}},
        "a#Berths": {"type": "list", "member": {"target": "a#BerthId"}},
        "a#mark": {"type": "structure", "traits": {"smithy.api#trait": {}}},
        "a#Nobodys": {"type": "string"}
    }})
}

/// A harbor that has `GetTide` alone, and says that this is a part.
fn tide_only() -> Value {
    json!({"smithy": "2.0", "metadata": {"partial": true}, "shapes": {
        "a#Harbor": {"type": "service", "version": "1", "operations": [{"target": "a#GetTide"}]},
        "a#GetTide": {"type": "operation", "traits": {"smithy.api#documentation": "How high it is."}}
    }})
}

fn import(name: &str, ours: &Value, arguments: &[&str]) -> (Ran, Value) {
    let ran = Scratch::new(name).import(&text(ours), &text(&harbor()), arguments);
    let after = serde_json::from_str(&ran.after).expect("our model is JSON");
    (ran, after)
}

fn names(model: &Value) -> Vec<&str> {
    let shapes = model["shapes"].as_object().expect("a model has shapes");
    shapes.keys().map(|id| id.strip_prefix("a#").expect("all are of one namespace")).collect()
}

#[test]
fn a_part_stays_that_part() {
    let (ran, after) = import("part", &tide_only(), &[]);
    assert_eq!((ran.status, &after), (Some(0), &tide_only()), "{}", ran.said);
    let said =
        " left out 3 operations of the service, such as GetBerth: --add takes in one by its name, --all all of them";
    assert!(ran.said.contains(said) && ran.said.contains("nothing changes"), "{}", ran.said);
}

#[test]
fn what_is_added_comes_with_all_that_it_reaches() {
    for (add, reached) in [
        ("GetQuay", &["Harbor", "Quay", "GetQuay", "GetTide", "BerthId", "Berths", "QuayId", "QuayInfo"][..]),
        ("a#Moor", &["Harbor", "Berth", "Quay", "GetTide", "Moor", "BerthId", "QuayId"]),
        (
            "Get*,Moor",
            &[
                "Harbor",
                "Berth",
                "Quay",
                "GetBerth",
                "GetQuay",
                "GetTide",
                "Moor",
                "BerthId",
                "BerthInfo",
                "Berths",
                "QuayId",
                "QuayInfo",
                "mark",
            ],
        ),
    ] {
        let (ran, after) = import("added", &tide_only(), &["--add", add]);
        assert_eq!((ran.status, names(&after)), (Some(0), reached.to_vec()), "{add}: {}", ran.said);
        assert_eq!(after["metadata"]["partial"], true, "it is still a part");
        assert_eq!(after["shapes"]["a#GetTide"], tide_only()["shapes"]["a#GetTide"], "its words stay");
    }
    let (_, after) = import("added", &tide_only(), &["--add", "Moor"]);
    assert_eq!(after["shapes"]["a#Berth"]["read"], Value::Null, "GetBerth isn't ours");
    assert_eq!(after["shapes"]["a#Quay"]["resources"], json!([{"target": "a#Berth"}]), "Moor is bound through it");
    assert_eq!(after["shapes"]["a#Quay"]["read"], Value::Null);
}

#[test]
fn all_of_a_service_is_no_longer_a_part() {
    let (ran, after) = import("all", &tide_only(), &["--all"]);
    assert_eq!((ran.status, names(&after).len()), (Some(0), 14), "{}", ran.said);
    assert_eq!(after["metadata"], Value::Null);
    assert!(!ran.said.contains("left out"), "{}", ran.said);
}

#[test]
fn a_new_operation_of_a_whole_service_comes_in() {
    let mut ours = harbor();
    let shapes = ours["shapes"].as_object_mut().expect("a model has shapes");
    shapes.remove("a#GetTide").expect("the harbor has it");
    shapes["a#Harbor"].as_object_mut().expect("a shape is an object").remove("operations");
    let (ran, after) = import("whole", &ours, &[]);
    assert_eq!((ran.status, names(&after).len()), (Some(0), 14), "{}", ran.said);
    assert!(ran.said.contains(" a#GetTide: documentation, examples\n"), "{}", ran.said);
}

#[test]
fn a_part_that_doesnt_say_so_isnt_taken_for_a_whole() {
    let mut ours = tide_only();
    ours.as_object_mut().expect("a model is an object").remove("metadata");
    let (ran, after) = import("unsaid", &ours, &[]);
    assert_eq!((ran.status, &after), (Some(1), &ours), "{}", ran.said);
    let said = "ours has 1 of the service's 4 operations and doesn't say that it is a part: set `\"partial\": true` in its \
                `metadata` to keep it one, or give --all to take in all of them";
    assert!(ran.said.contains(said), "{}", ran.said);
}

#[test]
fn an_operation_that_isnt_there_cant_be_added() {
    let (ran, after) = import("absent", &tide_only(), &["--add", "GetBirth"]);
    assert_eq!((ran.status, &after), (Some(1), &tide_only()));
    assert!(ran.said.contains("no operation called `GetBirth`: did you mean GetBerth?"), "{}", ran.said);
    let (ran, _) = import("absent", &tide_only(), &["--add", "*Whale*"]);
    assert!(ran.said.contains("it has 4; `*` in --add stands for any part of a name"), "{}", ran.said);
    let (ran, _) = import("absent", &tide_only(), &["--add", "Moor", "--all"]);
    assert_eq!(ran.status, Some(2), "{}", ran.said);
}

#[test]
fn of_a_model_with_several_services_ours_comes_in() {
    let mut new = harbor();
    new["shapes"]["a#Airport"] = json!({"type": "service", "version": "1", "operations": [{"target": "a#Land"}]});
    new["shapes"]["a#Land"] = json!({"type": "operation"});
    let mut ours = harbor();
    ours["shapes"].as_object_mut().expect("a model has shapes").remove("a#Nobodys");
    let ran = Scratch::new("several").import(&text(&ours), &text(&new), &[]);
    assert_eq!(serde_json::from_str::<Value>(&ran.after).expect("our model is JSON"), ours, "{}", ran.said);
    assert!(!ran.said.contains("left out"), "{}", ran.said);
}
