//! Requests as bodies of XML, and as forms.

use super::PLANT;
use crate::support::garden::{Ec2Input, Fruit, Plant, PlantInput, QueryInput, WhereInput, plant};
use sdk_runtime::client::{Operation, Request};

/// The body of an input's request.
fn body<I: Operation>(mut input: I) -> String {
    let request = input.build_request(&mut || "t".to_owned()).expect("it can be sent");
    String::from_utf8(request.parts.body.to_vec()).expect("it is text")
}

#[test]
fn a_body_has_elements_attributes_and_namespaces_as_the_rows_say() {
    let input = PlantInput::builder().plant(plant()).hint("h").build().expect("nothing is required");
    let expected = format!("<PlantRequest xmlns=\"urn:garden\" hint=\"h\">{PLANT}<token>t</token></PlantRequest>");
    assert_eq!(body(input), expected);
    let without = PlantInput::builder().token("").build().expect("nothing is required");
    assert_eq!(body(without), "<PlantRequest xmlns=\"urn:garden\"><token></token></PlantRequest>");
}

#[test]
fn a_member_that_is_the_body_has_an_element_of_its_own() {
    let plant = Plant::builder().kind("tree").build();
    let input = WhereInput::builder().plant(plant).build().expect("nothing is required");
    assert_eq!(body(input), "<Tree xmlns=\"urn:tree\" xsi:kind=\"tree\"></Tree>");
    let none = WhereInput::builder().build().expect("nothing is required");
    assert_eq!(body(none), "");
}

/// The pairs of a form, a line for each.
fn form<I: Operation>(input: I) -> String {
    body(input).replace('&', "\n")
}

#[test]
fn a_form_of_awsquery_numbers_the_items_of_lists_and_maps() {
    let input = QueryInput::builder().plant(plant()).hint("h").build().expect("nothing is required");
    let expected = "Action=plantIt\nVersion=2026-01-01\nhint=h\nplant.xsi%3Akind=tree\nplant.Name=%C3%84pfel\n\
        plant.growth=tree\nplant.height=-Infinity\nplant.age=-3\nplant.evergreen=false\nplant.seed=c2VlZA%3D%3D\n\
        plant.planted=1970-01-01T00%3A00%3A00Z\nplant.pruned=5\n\
        plant.watered=Mon%2C%2016%20Dec%202019%2023%3A48%3A18%20GMT\n\
        plant.rows.row.1.member.1=a\nplant.rows.row.1.member.2=\nplant.rows.row.2=\nplant.leaf.1=l1\nplant.leaf.2=l2\n\
        plant.notes.entry.1.K=k1\nplant.notes.entry.1.V=v1\nplant.notes.entry.2.K=k2\nplant.notes.entry.2.V=v2\n\
        plant.mark.1.key=m\nplant.mark.1.value.member.1=1\nplant.mark.1.value.member.2=2\n\
        plant.graft.xsi%3Akind=grafted%20%22%26%09\nplant.graft.Name=%20%20a%20%3C%20b%20%26%20c%20%20%0D%0A\n\
        plant.fruit.Berry.1=b1\nplant.fruit.Berry.2=b2\ntoken=t";
    assert_eq!(form(input), expected);
}

#[test]
fn a_form_of_ec2query_has_flat_lists_and_none_without_items() {
    let plant =
        Plant::builder().rows(vec!["a".to_owned()]).rows(Vec::new()).leaves("l").set_notes(Some([].into())).build();
    let input = Ec2Input::builder().plant(plant).build().expect("nothing is required");
    assert_eq!(form(input), "Action=PlantIt\nVersion=2026-01-01\nplant.rows.1.1=a\nplant.leaf.1=l\ntoken=t");
}

#[test]
fn a_form_has_its_media_type_and_so_has_xml() {
    let content_type = |request: Request| request.parts.headers["content-type"].clone();
    let token = &mut || String::new();
    let query = QueryInput::default().build_request(token).map(content_type);
    assert_eq!(query.expect("it can be sent"), "application/x-www-form-urlencoded");
    assert_eq!(
        PlantInput::default().build_request(token).map(content_type).expect("it can be sent"),
        "application/xml"
    );
}

#[test]
fn what_xml_cant_hold_is_not_sent() {
    let plant = Plant::builder().graft(Plant::builder().name("a\u{0}b").build()).build();
    let mut input = PlantInput::builder().plant(plant.clone()).build().expect("nothing is required");
    let error = input.build_request(&mut String::new).expect_err("no XML has this character").to_string();
    assert_eq!(error, "input is invalid: the body <plant><graft><name>: has the character '\\0', which XML can't hold");
    // A form can.
    let input = QueryInput::builder().plant(plant).build().expect("nothing is required");
    assert!(body(input).contains("plant.graft.Name=a%00b"));
    let unknown = Plant::builder().fruit(Fruit::Unknown).build();
    let mut input = PlantInput::builder().plant(unknown).build().expect("nothing is required");
    let error = input.build_request(&mut String::new).expect_err("nobody knows it").to_string();
    assert_eq!(error, "input is invalid: plant <fruit>: the unknown member of Fruit can't be sent");
}
