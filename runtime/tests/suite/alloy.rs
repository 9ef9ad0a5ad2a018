//! What alloy's traits make of JSON: unions that are told otherwise, members that nobody knows, `null`, the order of keys.

use sdk_runtime::codec::{
    Boxed, Enum, Float, InOrder, Json, Map, Nested, OrNull, OrderedJson, Plain, Rest, Sparse, Tagged, parse,
};
use sdk_runtime::http::{RequestParts, build};
use sdk_runtime::primitives::{Document, IndexMap, OrderedDocument};
use serde::Serialize;
use std::collections::HashMap;

sdk_runtime::structure! {
    /// Has a name.
    pub struct Cat {
        /// Its name.
        pub name: String,
        /// Another.
        pub friend: Option<Box<Pet>>,
    }
    shared try CatBuilder {
        name, set_name, get_name: always text = member "name";
        friend, set_friend, get_friend: optional boxed(Pet) = member "friend" as Boxed(Tagged);
    }
}

sdk_runtime::structure! {
    /// Has a weight.
    pub struct Dog {
        /// In kilograms.
        pub weight: i32,
    }
    shared try DogBuilder {
        weight, set_weight, get_weight: always copy(i32) = member "weight";
    }
}

sdk_runtime::union! {
    /// Told by its key.
    pub enum Pet discriminated("kind") {
        /// A cat.
        Cat(Cat), is_cat, as_cat = "cat" as Nested;
        /// A dog.
        Dog(Dog), is_dog, as_dog = "dog" as Nested;
    }
}

sdk_runtime::union! {
    /// The same, of which there may be others.
    pub enum Guest discriminated("kind") open("other") {
        /// A cat.
        Cat(Cat), is_cat, as_cat = "cat" as Nested;
        /// Any other.
        Other(Document), is_other, as_other = "other" as Json;
    }
}

sdk_runtime::union! {
    /// Told by its one member, or any other.
    pub enum Answer open("other") {
        /// A text.
        Text(String), is_text, as_text = "text";
        /// Any other.
        Other(Document), is_other, as_other = "other" as Json;
    }
}

sdk_runtime::string_enum! {
    /// A colour.
    pub enum Colour {
        /// Red.
        Red = "red",
    }
}

sdk_runtime::union! {
    /// Told by its looks.
    pub enum Looks untagged {
        /// A whole number.
        Whole(i64), is_whole, as_whole = "whole";
        /// Any number.
        Part(f64), is_part, as_part = "part" as Float;
        /// A colour.
        Colour(Colour), is_colour, as_colour = "colour" as Enum(Plain);
        /// A text.
        Dog(Dog), is_dog, as_dog = "dog" as Nested;
        /// A cat.
        Cat(Cat), is_cat, as_cat = "cat" as Nested;
        /// One in another.
        Nest(Nest), is_nest, as_nest = "nest" as Nested;
    }
}

sdk_runtime::structure! {
    /// Holds what it is held by.
    pub struct Nest {
        /// The next.
        pub next: Option<Box<Looks>>,
        /// What never is there.
        pub never: String,
    }
    shared try NestBuilder {
        next, set_next, get_next: optional boxed(Looks) = member "next" as Boxed(Tagged);
        never, set_never, get_never: always text = member "never";
    }
}

sdk_runtime::structure! {
    /// What answers hold.
    pub struct Held {
        /// One of each.
        pub pet: Option<Pet>,
        /// One of each.
        pub guest: Option<Guest>,
        /// One of each.
        pub answer: Option<Answer>,
        /// One of each.
        pub looks: Option<Looks>,
        /// `null` says something.
        pub nick: Option<Option<String>>,
        /// In order.
        pub marks: Option<IndexMap<String, i32>>,
        /// In order.
        pub raw: Option<OrderedDocument>,
        /// What else there is.
        pub rest: Option<HashMap<String, Document>>,
    }
    request HeldBuilder {
        pet, set_pet, get_pet: optional value(Pet) = member "pet" as Tagged;
        guest, set_guest, get_guest: optional value(Guest) = member "guest" as Tagged;
        answer, set_answer, get_answer: optional value(Answer) = member "answer" as Tagged;
        looks, set_looks, get_looks: optional value(Looks) = member "looks" as Tagged;
        nick, set_nick, get_nick: optional value(Option<String>) = member "nick" as OrNull(Plain);
        marks, set_marks, get_marks: optional index_map(String, i32) = member "marks" as InOrder(Plain);
        raw, set_raw, get_raw: optional from(OrderedDocument) = member "raw" as OrderedJson;
        rest, set_rest, get_rest: optional map(String, Document) = rest "rest"
            as Rest(&["pet", "guest", "answer", "looks", "nick", "marks", "raw"], Map(Json));
    }
}

fn read(body: &str) -> Result<Held, String> {
    parse::<HeldBuilder>(body.as_bytes()).map(HeldBuilder::build).map_err(|error| error.to_string())
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| error.to_string())
}

fn sent(held: &Held) -> Result<RequestParts, String> {
    build(held, "/", "application/json", &mut String::new).map_err(|error| error.to_string())
}

/// The same text comes out of an answer, out of a file, and into a request.
#[track_caller]
fn survives(body: &str) -> Held {
    let held = read(body).expect("an answer");
    assert_eq!(json(&held), body, "read as an answer");
    let of_file: Held = serde_json::from_str(body).expect("a file");
    assert_eq!(json(&of_file), body, "read from a file");
    assert_eq!(of_file, held);
    assert_eq!(sent(&held).map(|parts| parts.body.to_vec()), Ok(body.as_bytes().to_vec()), "sent");
    held
}

#[test]
fn unions_are_written_as_they_are_read() {
    for body in [
        r#"{"pet":{"kind":"dog","weight":7}}"#,
        r#"{"pet":{"kind":"cat","name":"Tom","friend":{"kind":"cat","name":"Kit"}}}"#,
        r#"{"guest":{"kind":"cat","name":"Tom"}}"#,
        r#"{"guest":{"kind":"eel","long":1.5}}"#,
        r#"{"answer":{"text":"yes"}}"#,
        r#"{"answer":{"maybe":{"when":[1,null]}}}"#,
        // A member that is called as the one for all others is one of these.
        r#"{"answer":{"other":1}}"#,
        r#"{"guest":{"kind":"other"}}"#,
        r#"{"looks":5}"#,
        r#"{"looks":5.5}"#,
        r#"{"looks":"red"}"#,
        r#"{"looks":{"weight":3}}"#,
        r#"{"looks":{"name":"Tom"}}"#,
    ] {
        survives(body);
    }
}

#[test]
fn the_key_may_stand_anywhere_and_what_the_model_does_not_know_is_unknown() {
    let held = read(r#"{"pet": {"weight": 7, "fur": [], "kind": "dog"}}"#).expect("it is read");
    assert_eq!(held.pet, Some(Pet::Dog(Dog { weight: 7 })));
    for unknown in [r#"{"pet": {"kind": "eel"}}"#, r#"{"pet": {"kind": "", "weight": 1}}"#] {
        assert!(read(unknown).expect("it is read").pet.is_some_and(|pet| pet.is_unknown()), "{unknown}");
    }
    let refused = sent(&read(r#"{"pet": {"kind": "eel"}}"#).expect("it is read")).expect_err("it can't be sent");
    assert!(refused.contains("the unknown member of Pet can't be sent"), "{refused}");
}

#[test]
fn what_does_not_say_what_it_is_is_refused() {
    for (body, problem) in [
        (r#"{"pet": {"weight": 7}}"#, "Pet has no member `kind`, which says what it is"),
        (r#"{"pet": {"kind": null, "weight": 7}}"#, "Pet has no member `kind`, which says what it is"),
        (r#"{"pet": {"kind": 5}}"#, "Pet has a member `kind` that is no string"),
        (r#"{"pet": {"kind": "dog", "kind": "cat"}}"#, "Pet has the member `kind` twice"),
        (r#"{"pet": "dog"}"#, "expected an object with the member `kind`, which says what it is (Pet)"),
        (r#"{"pet": {"kind": "dog", "weight": "7"}}"#, "invalid value: \"7\""),
        (r#"{"answer": {}}"#, "Answer has no member"),
        (r#"{"answer": {"text": null}}"#, "Answer has no member"),
        (r#"{"guest": {"long": 1}}"#, "Guest has no member `kind`"),
    ] {
        let refused = read(body).expect_err(body);
        assert!(refused.contains(problem), "{body}: {refused}");
    }
    assert_eq!(read(r#"{"pet": null, "answer": null, "looks": null}"#).map(|held| json(&held)), Ok("{}".to_owned()));
}

#[test]
fn the_first_that_fits_is_meant_and_known_values_come_before_others() {
    let looks = |body: &str| read(&format!("{{\"looks\": {body}}}")).expect(body).looks.expect(body);
    assert!(looks("5").is_whole() && looks("5.25").is_part() && looks("\"red\"").is_colour());
    // A colour that the model doesn't know is better than nothing.
    assert_eq!(looks("\"blue\""), Looks::Colour(Colour::from("blue")));
    // What is required is not there: it is no dog.
    assert!(looks(r#"{"name": "Tom", "age": 3}"#).is_cat());
    assert!(looks("[true]").is_unknown() && looks("{}").is_unknown());
}

#[test]
fn what_could_be_many_things_in_many_things_ends() {
    // Each level could be one of several, each of which has to be tried before it fails.
    let deep = format!("{}5{}", r#"{"next":"#.repeat(60), "}".repeat(60));
    let refused = read(&format!("{{\"looks\": {deep}}}"));
    assert!(refused.is_err() || refused.is_ok_and(|held| held.looks.is_some_and(|looks| looks.is_unknown())));
    let pet = |depth: usize| {
        let ends = "}".repeat(depth);
        format!("{}null{ends}", r#"{"kind":"cat","name":"a","friend":"#.repeat(depth))
    };
    assert!(read(&format!("{{\"pet\": {}}}", pet(120))).is_ok(), "as deep as JSON may be elsewhere");
    let endless = format!("{}{}", r#"{"kind":"cat","name":"a","friend":"#.repeat(5000), "}".repeat(5000));
    let refused = read(&format!("{{\"pet\": {endless}}}")).expect_err("it nests too deep");
    assert!(
        refused.contains("deep") || refused.contains("recursion limit") || refused.contains("expected value"),
        "{refused}"
    );
}

#[test]
fn unknown_members_are_kept_and_stand_among_the_others() {
    let held = survives(r#"{"nick":"N","more":{"b":[1],"c":null}}"#);
    assert_eq!(held.rest.as_ref().map(HashMap::len), Some(1));
    // One that is called as the map is one of these.
    survives(r#"{"rest":{"a":1}}"#);
    let twice = Held::builder().nick(Some("N".to_owned())).rest("nick", "other").build();
    assert!(sent(&twice).expect_err("it can't be sent").contains("`nick`, which is a member of its own"));
    assert!(json(&twice).contains("`nick`, which is a member of its own"));
}

#[test]
fn null_is_another_thing_than_nothing() {
    assert_eq!(survives(r#"{"nick":null}"#).nick, Some(None));
    assert_eq!(survives(r#"{"nick":"N"}"#).nick, Some(Some("N".to_owned())));
    assert_eq!(survives("{}").nick, None);
}

#[test]
fn keys_stay_in_their_order() {
    survives(r#"{"marks":{"z":1,"b":2,"a":3},"raw":{"z":[{"y":1,"b":2}],"a":{}}}"#);
    let built = Held::builder().marks("z", 1).marks("a", 2).raw(Document::from(true)).build();
    assert_eq!(json(&built), r#"{"marks":{"z":1,"a":2},"raw":true}"#);
}

sdk_runtime::structure! {
    /// What a query asks for.
    pub struct Asked {
        /// With gaps.
        pub decks: Option<Vec<Option<String>>>,
    }
    request AskedBuilder {
        decks, set_decks, get_decks: optional list(Option<String>) = query "decks" in "deck" as Sparse(Plain);
    }
}

#[test]
fn a_gap_in_a_query_is_a_parameter_without_a_value() {
    let asked = Asked::builder().decks(Some("a".to_owned())).decks(None).decks(Some(String::new())).build();
    let parts = build(&asked, "/", "application/json", &mut String::new).expect("it can be sent");
    assert_eq!(parts.query, "deck=a&deck&deck=");
}
