//! What services without a module of their own do: things under paths, their pages, and values made up.

mod small;
mod support;

use serde_json::{Value, json};
use small::{call, operation, start, try_start, why};

fn text(traits: Value) -> Value {
    json!({"target": "String", "traits": traits})
}

fn structure(members: Value) -> Value {
    json!({"type": "structure", "members": members})
}

#[tokio::test]
async fn things_may_have_their_ids_from_the_client() {
    let service = start(
        json!({}),
        json!({
            "PutThing": operation("PUT /things/{name}", "Taken", "Unit"),
            "GetThing": operation("GET /things/{thingName}", "Named", "Shown"),
            "DeleteThing": operation("DELETE /things/{thingName}", "Named", "Unit"),
            "ListThings": operation("GET /things", "Unit", "Names"),
            "StartThing": operation("PUT /things/{thingName}?start", "Named", "Unit"),
            "Taken": structure(json!({"name": text(json!({"httpLabel": {}, "required": {}})), "size": {"target": "Integer"}})),
            "Named": structure(json!({"thingName": text(json!({"httpLabel": {}, "required": {}}))})),
            "Shown": structure(json!({"thing": {"target": "Thing"}})),
            "Thing": structure(json!({"name": text(json!({})), "size": {"target": "Integer"}})),
            "Names": structure(json!({"names": {"target": "NameList", "traits": {"required": {}}}})),
            "NameList": {"type": "list", "member": {"target": "String"}}
        }),
    )
    .await;
    assert_eq!(call(&service, "GET /things/a", Value::Null).await.status, 404);
    assert_eq!(call(&service, "PUT /things/a", json!({"size": 1})).await.status, 200);
    assert_eq!(call(&service, "PUT /things/a?start", Value::Null).await.status, 200);
    let got = call(&service, "GET /things/a", Value::Null).await.body;
    assert_eq!(got, json!({"thing": {"name": "a", "size": 1}}));
    assert_eq!(call(&service, "GET /things", Value::Null).await.body, json!({"names": ["a"]}));
    assert_eq!(call(&service, "DELETE /things/a", Value::Null).await.status, 200);
    assert_eq!(call(&service, "GET /things/a", Value::Null).await.status, 404);
    assert_eq!(call(&service, "GET /things", Value::Null).await.body, json!({"names": []}));
}

#[tokio::test]
async fn what_is_missing_is_told_by_the_models_own_error() {
    let absent = |status: u16| {
        json!({"type": "structure", "members": {"message": {"target": "String"}},
        "traits": {"error": "client", "httpError": status}})
    };
    let get = |errors: Value| {
        let mut get = operation("GET /loans/{loanId}", "Named", "Loan");
        get["errors"] = errors;
        json!({
            "CreateLoan": operation("POST /loans", "Unit", "Loan"),
            "GetLoan": get,
            "Named": structure(json!({"loanId": text(json!({"httpLabel": {}, "required": {}}))})),
            "Loan": structure(json!({"loanId": text(json!({}))})),
            "NoSuchLoan": absent(404),
            "NoSuchReader": absent(404),
            "LoanIsOver": absent(409),
        })
    };
    let one = json!([{"target": "LoanIsOver"}, {"target": "NoSuchLoan"}]);
    let two = json!([{"target": "NoSuchReader"}, {"target": "NoSuchLoan"}]);
    for (errors, said) in [(one, "NoSuchLoan"), (two, "ResourceNotFoundException")] {
        let service = start(json!({}), get(errors)).await;
        let reply = call(&service, "GET /loans/a", Value::Null).await;
        assert_eq!((reply.status, reply.header("x-amzn-errortype")), (404, Some(said)), "{reply:?}");
    }
}

#[tokio::test]
async fn what_is_made_under_one_path_is_listed_under_its_summary_by_shorter_names() {
    let service = start(
        json!({}),
        json!({
            "CreateThing": operation("PUT /things/{shelf}", "Wanted", "Made"),
            "DescribeThing": operation("GET /things/{shelf}/{ThingId}", "Named", "Shown"),
            "DeleteThing": operation("DELETE /things/{shelf}/{ThingId}", "Named", "Unit"),
            "ListThings": operation("GET /things-summary/{shelf}", "Asked", "Page"),
            "Asked": structure(json!({"shelf": text(json!({"httpLabel": {}, "required": {}}))})),
            "Wanted": structure(json!({"shelf": text(json!({"httpLabel": {}, "required": {}})), "ThingName": text(json!({}))})),
            "Named": structure(json!({"shelf": text(json!({"httpLabel": {}, "required": {}})),
                "ThingId": text(json!({"httpLabel": {}, "required": {}}))})),
            "Made": structure(json!({"ThingId": text(json!({}))})),
            "Shown": structure(json!({"Thing": {"target": "Thing"}})),
            "Thing": structure(json!({"Id": text(json!({})), "ThingName": text(json!({}))})),
            "Page": structure(json!({"Summaries": {"target": "Summaries"}})),
            "Summaries": {"type": "list", "member": {"target": "Summary"}},
            "Summary": structure(json!({"Id": text(json!({})), "Name": text(json!({}))}))
        }),
    )
    .await;
    let made = call(&service, "PUT /things/top", json!({"ThingName": "a"})).await.body["ThingId"].take();
    let id = made.as_str().expect("an ID");
    let listed = call(&service, "GET /things-summary/top", Value::Null).await.body;
    assert_eq!(listed, json!({"Summaries": [{"Id": id, "Name": "a"}]}));
    let shown = call(&service, &format!("GET /things/top/{id}"), Value::Null).await.body;
    assert_eq!(shown, json!({"Thing": {"Id": id, "ThingName": "a"}}));
    assert_eq!(call(&service, "GET /things-summary/low", Value::Null).await.body, json!({"Summaries": []}));
    assert_eq!(call(&service, &format!("DELETE /things/top/{id}"), Value::Null).await.status, 200);
    assert_eq!(call(&service, "GET /things-summary/top", Value::Null).await.body, json!({"Summaries": []}));
}

#[tokio::test]
async fn ids_fit_the_path_that_they_go_to_and_are_found_in_a_structure() {
    let arn = "^arn:[a-z]+/[0-9]{6}$";
    let service = start(
        json!({}),
        json!({
            "CreateThing": operation("POST /things", "Wanted", "Made"),
            "GetThing": operation("GET /things/{thingIdentifier+}", "Named", "Made"),
            "UpdateThing": operation("PATCH /things/{thingIdentifier+}", "Changed", "Unit"),
            "Wanted": structure(json!({"roleArn": text(json!({})), "label": text(json!({}))})),
            "Named": structure(json!({"thingIdentifier": text(json!({"httpLabel": {}, "required": {}, "pattern": arn}))})),
            "Changed": structure(json!({
                "thingIdentifier": text(json!({"httpLabel": {}, "required": {}, "pattern": arn})), "label": text(json!({}))})),
            "Made": structure(json!({"thing": {"target": "Thing"}})),
            "Thing": structure(json!({
                "thingArn": text(json!({"required": {}})), "label": text(json!({})), "at": {"target": "Timestamp"}}))
        }),
    )
    .await;
    let made = call(&service, "POST /things", json!({"label": "a", "roleArn": "arn:role/1"})).await.body;
    let id = made["thing"]["thingArn"].as_str().expect("an ID").to_owned();
    let other = call(&service, "POST /things", json!({})).await.body["thing"]["thingArn"].take();
    assert_ne!(other, id.as_str());
    let path = format!("/things/{id}");
    assert_eq!(call(&service, &format!("PATCH {path}"), json!({"label": "b"})).await.status, 200, "{}", why(&service));
    let got = call(&service, &format!("GET {path}"), Value::Null).await.body;
    assert_eq!(got, json!({"thing": {"thingArn": id, "label": "b"}}));
}

/// A list of things with pages, whose output token is this.
async fn pages(token: Value, max: u64) -> sdk_mock::MockService {
    let mut list = operation("POST /list", "Asked", "Page");
    list["traits"]["http"]["uri"] = "/things".into();
    list["traits"]["paginated"] = json!({
        "inputToken": "from", "outputToken": "result.next", "pageSize": "limit", "items": "result.things"});
    start(
        json!({}),
        json!({
            "ListThings": list,
            "CreateThing": operation("PUT /things", "Unit", "Thing"),
            "GetThing": operation("GET /things/{id}", "Named", "Thing"),
            "Named": structure(json!({"id": text(json!({"httpLabel": {}, "required": {}}))})),
            "Thing": structure(json!({"id": text(json!({"required": {}}))})),
            "Asked": structure(json!({"from": token, "limit": {"target": "Integer"}})),
            "Page": structure(json!({"result": {"target": "Result"}, "total": {"target": "Integer", "traits": {"required": {}}}})),
            "Result": structure(json!({"next": token, "things": {"target": "Things"}})),
            "Things": {"type": "list", "member": {"target": "Thing"}, "traits": {"length": {"max": max}}}
        }),
    )
    .await
}

#[tokio::test]
async fn pages_hang_together_by_tokens_of_any_form() {
    for token in [
        text(json!({})),
        text(json!({"length": {"min": 36, "max": 36}})),
        text(json!({"pattern": "^[0-9a-f]{64}$"})),
        text(json!({"pattern": "^[0-9]+$"})),
        text(json!({"pattern": "^([A-Za-z0-9_-]{4})*([A-Za-z0-9_-]{2}==|[A-Za-z0-9_-]{3}=)?$"})),
        json!({"target": "Integer"}),
    ] {
        let service = pages(token.clone(), 2).await;
        for _ in 0..5 {
            call(&service, "PUT /things", Value::Null).await;
        }
        let (mut from, mut seen) = (Value::Null, Vec::new());
        for expected in [2, 2, 1] {
            let page = call(&service, "POST /things", json!({ "from": from, "limit": 9 })).await.body;
            let things = page["result"]["things"].as_array().cloned().unwrap_or_default();
            assert_eq!(things.len(), expected, "{token} {page}");
            assert!(page["total"].is_number(), "{page}");
            seen.extend(things.iter().map(|thing| thing["id"].to_string()));
            from = page["result"]["next"].clone();
        }
        assert_eq!(from, Value::Null, "{token}");
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 5, "{token}");
    }
}

#[tokio::test]
async fn a_token_of_no_page_is_refused() {
    let service = pages(text(json!({})), 2).await;
    for token in ["0", "AAAAAAAAAAAAAAAAAAAAAA", "00000002000000000000000000000000", "4294967296"] {
        let refused = call(&service, "POST /things", json!({ "from": token })).await;
        assert_eq!(
            (refused.status, why(&service)),
            (400, "from: Is not from a page of this list".to_owned()),
            "{token}"
        );
    }
}

#[tokio::test]
async fn values_made_up_satisfy_what_the_model_asks_for() {
    let required = |target: &str| json!({"target": target, "traits": {"required": {}}});
    let service = start(
        json!({}),
        json!({
            "GetReport": operation("GET /report", "Unit", "Report"),
            "Report": structure(json!({
                "code": {"target": "Integer", "traits": {"httpResponseCode": {}, "required": {}}},
                "score": required("Score"), "tree": required("Tree"), "deep": required("D0"), "tags": required("Tags"),
                "never": required("Never"), "json": required("Json"), "map": required("Map")})),
            "Score": {"type": "double", "traits": {"range": {"min": 1.1, "max": 1.2}}},
            // Ends only in its second alternative.
            "Tree": {"type": "union", "members": {"branches": {"target": "Trees"}, "leaf": {"target": "Leaf"}}},
            "Trees": {"type": "list", "member": {"target": "Tree"}, "traits": {"length": {"min": 1}}},
            "Leaf": structure(json!({"a": required("String"), "b": required("String"), "c": required("String")})),
            "D0": structure(json!({"d": required("D1")})), "D1": structure(json!({"d": required("D2")})),
            "D2": structure(json!({"d": required("D3")})), "D3": structure(json!({"d": required("D4")})),
            "D4": structure(json!({"d": required("D5")})), "D5": structure(json!({"d": required("D6")})),
            "D6": structure(json!({"d": required("D7")})), "D7": structure(json!({"d": required("D8")})),
            "D8": structure(json!({"d": required("D9")})), "D9": structure(json!({"d": required("String")})),
            "Tags": {"type": "list", "member": {"target": "String"}, "traits": {"length": {"min": 3}, "uniqueItems": {}}},
            "Never": {"type": "string", "traits": {"pattern": "^\\\\d{12}$", "length": {"min": 12, "max": 12}}},
            "Json": {"type": "string", "traits": {"mediaType": "application/json"}},
            "Map": {"type": "map", "key": {"target": "String"}, "value": {"target": "Never"},
                "traits": {"length": {"min": 2}}}
        }),
    )
    .await;
    let report = call(&service, "GET /report", Value::Null).await;
    assert_eq!(report.status, 200, "{}", why(&service));
    assert_eq!((report.body["score"].as_f64(), &report.body["json"]), (Some(1.1), &json!("{}")));
}

#[tokio::test]
async fn a_pattern_that_nothing_satisfies_is_not_held_against_requests() {
    let service = start(
        json!({}),
        json!({
            "Take": operation("POST /take", "Taken", "Unit"),
            "Taken": structure(json!({"account": {"target": "Account"}})),
            "Account": {"type": "string", "traits": {"pattern": "^\\\\d{12}$", "length": {"min": 12, "max": 12}}}
        }),
    )
    .await;
    assert_eq!(call(&service, "POST /take", json!({"account": "123456789012"})).await.status, 200);
    assert_eq!(call(&service, "POST /take", json!({"account": "12345678901"})).await.status, 400);
}

#[tokio::test]
async fn patterns_with_look_around_and_properties_are_checked() {
    let service = start(
        json!({}),
        json!({
            "Take": operation("POST /take", "Taken", "Unit"),
            "Taken": structure(json!({"key": {"target": "Key"}})),
            "Key": {"type": "string", "traits": {"pattern": r"^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$"}}
        }),
    )
    .await;
    assert_eq!(call(&service, "POST /take", json!({"key": "née: 1"})).await.status, 200, "{}", why(&service));
    for key in ["aws:a", "a!"] {
        assert_eq!(call(&service, "POST /take", json!({ "key": key })).await.status, 400, "{key}");
    }
}

#[tokio::test]
async fn a_longer_path_wins_over_a_greedy_label() {
    let label = |name: &str| structure(json!({name: text(json!({"httpLabel": {}, "required": {}}))}));
    let service = start(
        json!({}),
        json!({
            "Update": operation("PUT /portals/{arn+}", "One", "Unit"),
            "Associate": operation("PUT /portals/{arn+}/settings", "One", "Unit"),
            "One": label("arn")
        }),
    )
    .await;
    for (path, operation) in [("a/b/settings", "Associate"), ("a/b", "Update"), ("settings", "Update")] {
        call(&service, &format!("PUT /portals/{path}"), Value::Null).await;
        assert_eq!(service.requests().pop().and_then(|request| request.operation).as_deref(), Some(operation));
    }
}

#[tokio::test]
async fn what_cannot_be_served_is_said_with_its_names() {
    let unit = || operation("GET /a", "Unit", "Unit");
    let other = json!({"type": "service", "version": "1", "traits": {"aws.protocols#awsJson1_1": {}}});
    let two = try_start(json!({}), json!({"Get": unit(), "Other": other})).await.expect_err("two services").to_string();
    assert!(two.contains("has 2 services (test#Other, test#Service); it has to have one"), "{two}");
    let json = small::model(json!({}), json!({"Get": unit()})).replace("restJson1", "restJson9");
    let error = sdk_mock::MockService::builder().model(json).start().await.expect_err("no protocol").to_string();
    assert!(
        error.contains("test#Service speaks aws.protocols#restJson9; what is served is aws.protocols#restJson1, "),
        "{error}"
    );
}

#[tokio::test]
async fn a_repeated_token_makes_nothing_twice_wherever_it_is() {
    for place in [json!({}), json!({"httpQuery": "token"}), json!({"httpHeader": "X-Token"})] {
        let mut token = text(place);
        token["traits"]["idempotencyToken"] = json!({});
        let service = start(
            json!({}),
            json!({
                "CreateThing": operation("POST /things", "Wanted", "Thing"),
                "GetThing": operation("GET /things/{thingId}", "Named", "Thing"),
                "Wanted": structure(json!({"token": token, "label": text(json!({}))})),
                "Named": structure(json!({"thingId": text(json!({"httpLabel": {}, "required": {}}))})),
                "Thing": structure(json!({"thingId": text(json!({"required": {}})), "label": text(json!({}))}))
            }),
        )
        .await;
        let make = async |token: &str, label: &str| {
            let body = json!({"token": token, "label": label}).to_string();
            let line = format!("POST /things?token={token}");
            support::with_headers(&service, &line, &format!("X-Token: {token}\r\n"), &body).await
        };
        let first = make("a", "x").await.body;
        assert_eq!(first, make("a", "x").await.body);
        assert_ne!(first, make("b", "x").await.body);
        assert_eq!(make("a", "y").await.status, 400);
    }
}
