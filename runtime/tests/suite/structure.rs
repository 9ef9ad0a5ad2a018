//! What the `structure!` declarations make: builders, accessors, `Debug`, serde, requests, checks.

use sdk_runtime::codec::{
    DateTimeText, Enum, EpochSeconds, HttpDate, Length, List, Map, Nested, Pattern, Plain, Range,
};
use sdk_runtime::http::{RequestParts, build};
use sdk_runtime::primitives::DateTime;
use serde_json::{Value, json};
use std::collections::HashMap;

sdk_runtime::string_enum! {
    /// A colour.
    pub enum Colour {
        /// Red.
        Red = "RED",
        /// Sky blue.
        SkyBlue = "SKY_BLUE",
    }
}

sdk_runtime::int_enum! {
    /// How loud it is.
    pub enum Volume {
        /// Loud.
        Loud = 9,
        /// Quiet.
        Quiet = 2,
    }
}

#[test]
fn a_number_is_the_same_however_it_is_written() {
    let all = [Volume::Loud, Volume::Quiet, Volume::Unknown(5), Volume::Unknown(9)];
    assert_eq!(Volume::Unknown(9), Volume::Loud);
    assert_eq!(std::collections::HashSet::from(all).len(), 3);
    let sorted = std::collections::BTreeSet::from(all);
    assert_eq!(sorted.into_iter().map(Volume::as_i32).collect::<Vec<_>>(), [2, 5, 9]);
}

#[test]
fn an_enum_is_padded_as_text_is() {
    assert_eq!(format!("{:>4}|{:<9}|{:>3}", Colour::Red, Colour::SkyBlue, Volume::Loud), " RED|SKY_BLUE |  9");
    assert_eq!(format!("{:>5}", Colour::from("TEAL")), " TEAL");
}

sdk_runtime::structure! {
    /// A structure that answers may hold.
    pub struct Spot {
        /// Required.
        pub name: String,
        /// Required.
        pub size: i32,
        /// Optional.
        pub colour: Option<Colour>,
        /// With a default.
        pub unit: String,
    }
    shared try SpotBuilder {
        name, set_name, get_name: always text = member "name" as Length(2, 5, Plain);
        size, set_size, get_size: always copy(i32) = member "size" as Range(1, 9, Plain);
        colour, set_colour, get_colour: optional value(Colour) = member "colour" as Enum(Plain);
        unit, set_unit, get_unit: always text or("metre") = member "unit";
    }
}

sdk_runtime::structure! {
    /// An input with a member in every place.
    pub struct PaintInput {
        /// A label.
        pub id: Option<String>,
        /// A query parameter.
        pub tags: Option<Vec<String>>,
        /// A timestamp in the query.
        pub since: Option<DateTime>,
        /// A timestamp in a header.
        pub until: Option<DateTime>,
        /// A token.
        pub token: Option<String>,
        /// A secret.
        pub secret: Option<String>,
        /// Structures.
        pub spots: Option<Vec<Spot>>,
        /// A map.
        pub sizes: Option<HashMap<String, i64>>,
        /// A timestamp in the body.
        pub at: Option<DateTime>,
    }
    input PaintInputBuilder, PaintFluentBuilder => PaintOutput, Error {
        id, set_id, get_id: optional text = label "id" as Pattern("^[a-z./]*$", Plain);
        tags, set_tags, get_tags: optional texts = query "tags" in "tag" as List(Plain);
        since, set_since, get_since: optional value(DateTime) = query "since" as DateTimeText;
        until, set_until, get_until: optional value(DateTime) = header "until" in "X-Until" as HttpDate;
        token, set_token, get_token: optional text + token = header "token" in "X-Token";
        secret, set_secret, get_secret: optional text + sensitive = header "secret" in "X-Secret";
        spots, set_spots, get_spots: optional list(Spot) + required = member "spots" as List(Nested);
        sizes, set_sizes, get_sizes: optional map(String, i64) = member "sizes" as Map(Plain);
        at, set_at, get_at: optional value(DateTime) = member "at" as EpochSeconds;
    }
}

// The fluent builder needs an operation to send.
mod operation {
    use super::PaintInput;
    use sdk_runtime::client::Operation;
    use sdk_runtime::declare::{Effect, Metadata, Service};

    static SERVICE: Service = Service {
        sdk_id: "Paint",
        api_version: "1",
        package_version: "1",
        signing_name: "paint",
        content_type: "application/json",
        headers: &[],
        endpoint: |_| Err(sdk_runtime::endpoint::ResolveError::new("none")),
        endpoint_by_account: false,
        retryable_errors: &[],
    };

    impl Operation for PaintInput {
        type Output = super::PaintOutput;
        type Error = super::Error;
        const METADATA: &'static Metadata = &Metadata {
            service: &SERVICE,
            name: "Paint",
            method: "POST",
            uri: "/walls/{id}/paint",
            effect: Effect::Token,
        };
    }
}

sdk_runtime::structure! {
    /// An output without members.
    pub struct PaintOutput {
    }
    output PaintOutputBuilder {}
}

sdk_runtime::service_error! {
    /// No errors of its own.
    pub enum Error of (crate) {}
}

fn spot() -> Spot {
    Spot::builder().name("dot").size(3).colour(Colour::Red).build().expect("all that is required is set")
}

fn request(input: &PaintInput) -> Result<RequestParts, String> {
    let uri = "/walls/{id}/paint";
    build(input, uri, "application/json", &mut || "fresh".to_owned()).map_err(|error| error.to_string())
}

fn complete() -> PaintInput {
    let builder = PaintInput::builder().id("a/b c").spots(spot());
    builder.build().expect("an input can always be built")
}

#[test]
fn a_builder_names_all_that_is_missing() {
    let error = Spot::builder().colour(Colour::Red).build().expect_err("name and size are missing");
    assert!(error.to_string().contains("name, size are required to build Spot"), "{error}");
}

#[test]
fn accessors_borrow_and_lists_are_never_none() {
    let input = PaintInput::builder().tags("a").tags("b").sizes("x", 1).build().expect("builds");
    assert_eq!(input.tags(), ["a", "b"]);
    assert_eq!(input.spots(), []);
    assert_eq!(input.id(), None);
    assert_eq!(input.sizes().map(|sizes| sizes["x"]), Some(1));
    assert_eq!(spot().name(), "dot");
    assert_eq!(spot().unit(), "metre");
}

#[test]
fn debug_hides_what_is_sensitive() {
    let builder = PaintInput::builder().secret("hunter2").id("i");
    let shown = format!("{builder:?} {:?}", builder.clone().build().expect("builds"));
    assert!(!shown.contains("hunter2"), "{shown}");
    assert!(shown.contains("redacted") && shown.contains("\"i\""), "{shown}");
}

#[test]
fn members_go_where_their_rows_say() {
    let mut input = complete();
    input.tags = Some(vec!["x&y".to_owned(), "z".to_owned()]);
    input.since = Some(DateTime::from_secs(0));
    input.until = Some(DateTime::from_secs(0));
    input.at = Some(DateTime::from_secs_and_nanos(1, 500_000_000));
    let parts = request(&input).expect("the input is complete");
    assert_eq!(parts.path, "/walls/a%2Fb%20c/paint");
    assert_eq!(parts.query, "tag=x%26y&tag=z&since=1970-01-01T00%3A00%3A00Z");
    assert_eq!(parts.headers["x-until"], "Thu, 01 Jan 1970 00:00:00 GMT");
    assert_eq!(parts.headers["x-token"], "fresh");
    assert_eq!(parts.headers["content-type"], "application/json");
    let body: Value = serde_json::from_slice(&parts.body).expect("the body is JSON");
    assert_eq!(body, json!({"spots": [{"name": "dot", "size": 3, "colour": "RED", "unit": "metre"}], "at": 1.5}));
}

#[test]
fn a_token_of_the_callers_own_is_kept() {
    let mut input = complete();
    input.token = Some("mine".to_owned());
    assert_eq!(request(&input).expect("complete").headers["x-token"], "mine");
}

#[test]
fn everything_wrong_with_an_input_is_said_at_once() {
    let input = PaintInput::builder().secret("line\nbreak").build().expect("builds");
    let error = request(&input).expect_err("id and spots are missing, secret can't be a header");
    for part in ["id", "spots", "secret"] {
        assert!(error.contains(part), "{error}");
    }
    assert!(!error.contains("line\nbreak"), "the value is not shown: {error}");
}

#[test]
fn labels_that_would_change_the_path_are_refused() {
    for label in ["", ".", ".."] {
        let mut input = complete();
        input.id = Some(label.to_owned());
        let error = request(&input).expect_err("the label would change the path");
        assert!(error.contains("id") && error.contains("path"), "{error}");
    }
    for (label, path) in
        [("...", "/walls/.../paint"), ("..%2f", "/walls/..%252f/paint"), ("a/..", "/walls/a%2F../paint")]
    {
        let mut input = complete();
        input.id = Some(label.to_owned());
        assert_eq!(request(&input).expect("the label is one segment").path, path);
    }
}

#[test]
fn lower_bounds_are_checked_before_sending_and_upper_ones_on_request() {
    let mut input = complete();
    input.spots = Some(vec![Spot { name: "x".to_owned(), ..spot() }]);
    let error = request(&input).expect_err("the name is too short");
    assert!(error.contains("spots") && error.contains("[0].name") && error.contains("at least 2"), "{error}");
    input.spots = Some(vec![Spot { name: "too long".to_owned(), ..spot() }]);
    request(&input).expect("the service decides on upper bounds");
    let error = input.validate().expect_err("the name is too long");
    assert_eq!(
        error.to_string(),
        "id does not match ^[a-z./]*$; spots[0].name has 8 characters, at most 5 are allowed"
    );
}

#[test]
fn validate_names_every_violation_by_path() {
    let input = PaintInput::builder()
        .id("fine")
        .spots(Spot { size: 10, colour: Some(Colour::from("MAUVE")), ..spot() })
        .build()
        .expect("builds");
    let error = input.validate().expect_err("size and colour break constraints");
    let paths: Vec<_> = error.violations().iter().map(|violation| violation.path.as_str()).collect();
    assert_eq!(paths, ["spots[0].size", "spots[0].colour"]);
    let input = PaintInput { spots: Some(vec![Spot { size: 10, ..spot() }; 5000]), ..input };
    let error = input.validate().expect_err("every size breaks a constraint");
    assert_eq!(error.violations().len(), 5000);
    let text = error.to_string();
    assert!(text.contains("spots[19].size") && text.ends_with("; and 4980 more"), "{text}");
}

#[test]
fn an_input_reads_from_json_and_back_by_wire_name() {
    let json = json!({
        "id": "i", "tags": ["t"], "since": "1970-01-01T00:00:01Z", "until": "Thu, 01 Jan 1970 00:00:00 GMT",
        "token": "k", "secret": "s", "spots": [{"name": "dot", "size": 3, "unit": "metre"}], "sizes": {"a": 9007199254740993_i64}, "at": 7,
    });
    let input: PaintInput = serde_json::from_value(json.clone()).expect("it fits");
    assert_eq!(serde_json::to_value(&input).expect("it serializes"), json);
}

#[test]
fn an_input_refuses_members_that_the_model_does_not_know() {
    let error = serde_json::from_value::<PaintInput>(json!({"id": "i", "tagz": []})).expect_err("tagz is unknown");
    assert_eq!(error.to_string(), "PaintInput has no member `tagz`");
}

#[test]
fn an_input_refuses_unknown_members_within_structures_of_answers() {
    let spots = json!([null, {"name": "dot", "size": 1}, {"name": "dot", "size": 1, "colur": "RED", "unit": null}]);
    let error = serde_json::from_value::<PaintInput>(json!({"id": "i", "spots": spots})).expect_err("colur is unknown");
    assert_eq!(error.to_string(), "PaintInput has no member `spots[2].colur`");
}

#[test]
fn an_answer_may_hold_more_or_less_than_the_model_knows() {
    let spot: Spot = serde_json::from_value(json!({"name": null, "new": [{}], "colour": "MAUVE"})).expect("it fits");
    assert_eq!((spot.name(), spot.size(), spot.unit()), ("", 0, "metre"));
    assert_eq!(spot.colour().map(Colour::as_str), Some("MAUVE"));
    assert!(Colour::try_parse("MAUVE").is_err());
}

#[test]
fn nulls_in_dense_lists_and_maps_are_left_out() {
    let input: PaintInput =
        serde_json::from_value(json!({"tags": ["a", null, "b"], "sizes": {"x": null, "y": 2}})).expect("it fits");
    assert_eq!(input.tags(), ["a", "b"]);
    assert_eq!(input.sizes().map(HashMap::len), Some(1));
}

#[test]
fn timestamps_out_of_range_are_errors() {
    for seconds in [json!(1e300), json!(u64::MAX), json!("soon"), json!(true)] {
        let read = serde_json::from_value::<PaintInput>(json!({"at": seconds}));
        assert!(read.is_err(), "{seconds} gave {read:?}");
    }
}

sdk_runtime::structure! {
    /// An input with an account, which is the caller's own where it isn't given.
    pub struct VaultInput {
        /// Whose.
        pub account_id: Option<String>,
        /// Which.
        pub vault: Option<String>,
    }
    request VaultInputBuilder {
        account_id, set_account_id, get_account_id: optional text + own_account + required = label "accountId";
        vault, set_vault, get_vault: optional text = label "vault";
    }
}

#[test]
fn an_account_that_is_given_as_nothing_is_ones_own_from_a_file_too() {
    for (given, path) in [
        (json!({"accountId": "", "vault": "v"}), "/-/vaults/v"),
        (json!({"accountId": null, "vault": "v"}), "/-/vaults/v"),
        (json!({"vault": "v"}), "/-/vaults/v"),
        (json!({"accountId": "-", "vault": "v"}), "/-/vaults/v"),
        (json!({"accountId": "123456789012", "vault": "v"}), "/123456789012/vaults/v"),
    ] {
        let input: VaultInput = serde_json::from_value(given.clone()).expect("every member is known");
        let parts = build(&input, "/{accountId}/vaults/{vault}", "application/json", &mut String::new);
        assert_eq!(parts.expect("the input is right").path, path, "{given}");
    }
    let error = serde_json::from_value::<VaultInput>(json!({"accountId": "", "vualt": "v"})).expect_err("misspelt");
    assert_eq!(error.to_string(), "VaultInput has no member `vualt`");
}
