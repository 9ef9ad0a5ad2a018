//! Answers, and what stands in for them.

use super::{PLANT, output, read, response};
use crate::support::garden::{
    Client, Ec2Input, Ec2Output, Fruit, Plant, PlantInput, PlantOutput, QueryInput, QueryOutput, WhereInput,
    WhereOutput, plant,
};
use sdk_runtime::client::Operation;
use sdk_runtime::test_util::{Rule, Stub};
use sdk_runtime::{RequestId, mock};

#[test]
fn an_answer_is_read_back_as_it_was_written() {
    let xml = format!("<?xml version=\"1.0\"?>\n<PlantResponse xmlns=\"urn:garden\">{PLANT}</PlantResponse>");
    assert_eq!(output::<PlantInput>(&xml).map(|output| output.plant), Ok(Some(plant())));
    let query = format!("<QueryResponse><QueryResult>{PLANT}</QueryResult><ResponseMetadata/></QueryResponse>");
    assert_eq!(output::<QueryInput>(&query).map(|output| output.plant), Ok(Some(plant())));
    let ec2 = format!("<Ec2Response>{PLANT}<requestId>r</requestId></Ec2Response>");
    assert_eq!(output::<Ec2Input>(&ec2).map(|output| output.plant), Ok(Some(plant())));
    let place = output::<WhereInput>("<Place xmlns=\"urn:x\">a &amp; b</Place>");
    assert_eq!(place.map(|output| output.place), Ok(Some("a & b".to_owned())));
}

#[test]
fn the_requests_id_is_in_the_body_where_no_header_has_it() {
    let id = |output: Result<_, String>| {
        let output: Box<dyn RequestId> = output.expect("it fits");
        output.request_id().map(str::to_owned)
    };
    let boxed = |body: &str| output::<QueryInput>(body).map(|output| Box::new(output) as Box<dyn RequestId>);
    let query = "<R><QueryResult/><ResponseMetadata><RequestId>q</RequestId></ResponseMetadata></R>";
    assert_eq!(id(boxed(query)).as_deref(), Some("q"));
    let ec2 =
        output::<Ec2Input>("<R><requestId>e</requestId></R>").map(|output| Box::new(output) as Box<dyn RequestId>);
    assert_eq!(id(ec2).as_deref(), Some("e"));
    assert_eq!(id(boxed("")), None);
    let mut answer = response(200, query);
    answer.headers_mut().insert("x-amzn-requestid", "h");
    let output = QueryInput::parse_response(&mut answer).expect("it fits");
    assert_eq!(output.request_id(), Some("h"));
}

#[test]
fn texts_keep_their_space_and_everything_else_does_without() {
    let plant = read(
        " xsi:kind=\" k \"><name> a\r\n<!-- c -->b<![CDATA[ <&> ]]></name><age> 5\n</age><height> NaN </height>\
        <evergreen> true </evergreen><seed>\n c2VlZA== \n</seed><pruned> 5.5 </pruned><planted> 1970-01-01T00:00:01Z </planted>",
    );
    let plant = plant.expect("it fits");
    assert_eq!(plant.kind(), Some(" k "));
    assert_eq!(plant.name(), Some(" a\nb <&> "));
    assert_eq!((plant.age(), plant.evergreen()), (Some(5), Some(true)));
    assert!(plant.height().is_some_and(f64::is_nan));
    assert_eq!(plant.seed().map(AsRef::as_ref), Some(b"seed".as_slice()));
    assert_eq!(plant.pruned().map(|at| at.as_secs_f64()), Some(5.5));
    assert_eq!(plant.planted().map(|at| at.secs()), Some(1));
}

#[test]
fn empty_elements_are_empty_texts_and_lists_and_no_numbers() {
    let plant = read("><name/><age/><height></height><planted> </planted><rows/><notes></notes><leaf/><graft/>");
    let plant = plant.expect("it fits");
    assert_eq!(plant.name(), Some(""));
    assert_eq!((plant.age(), plant.height(), plant.planted()), (None, None, None));
    assert_eq!((plant.rows().len(), plant.notes().map(|notes| notes.len())), (0, Some(0)));
    assert_eq!(plant.leaves(), [""]);
    assert!(plant.graft().is_some());
    assert!(plant.rows.is_some() && plant.marks.is_none());
}

#[test]
fn items_of_a_flattened_list_may_stand_apart_and_what_nobody_knows_is_skipped() {
    let plant = read("><leaf>1</leaf><other a=\"b\"><deep/></other><leaf>2</leaf><name>n</name><leaf>3</leaf>");
    assert_eq!(plant.expect("it fits").leaves(), ["1", "2", "3"]);
    // A list's items may be called as they like.
    assert_eq!(read("><rows><row><x>1</x></row></rows>").expect("it fits").rows(), [["1".to_owned()]]);
}

#[test]
fn of_a_union_one_member_is_set() {
    let fruit = |members: &str| read(&format!("><fruit>{members}</fruit>")).map(|plant| plant.fruit);
    assert_eq!(fruit("<nothing/>"), Ok(Some(Fruit::Nothing)));
    assert_eq!(fruit("<Berry>a</Berry>"), Ok(Some(Fruit::Berries(vec!["a".to_owned()]))));
    assert_eq!(fruit("<unheardOf>a</unheardOf>"), Ok(Some(Fruit::Unknown)));
    let nut = fruit("<nut><name>n</name></nut>").expect("it fits");
    assert!(nut.is_some_and(|fruit| fruit.as_nut().is_ok_and(|plant| plant.name() == Some("n"))));
    let error = fruit("<nothing/><Berry>a</Berry>").expect_err("two are too many");
    assert_eq!(error, "<plant><fruit>: Fruit has more than one member");
}

#[test]
fn what_does_not_fit_is_named_with_its_place() {
    for (members, problem) in [
        ("><age>x</age>", "<plant><age>: \"x\" is no such value"),
        ("><age>1.5</age>", "<plant><age>: \"1.5\" is no such value"),
        ("><evergreen>yes</evergreen>", "<plant><evergreen>: \"yes\" is no such value"),
        ("><planted>now</planted>", "<plant><planted>: \"now\" is no such value"),
        ("><seed>?</seed>", "<plant><seed>: \"?\" is no such value"),
        ("><graft><age>-</age></graft>", "<plant><graft><age>: \"-\" is no such value"),
        ("><notes><entry><V>v</V></entry></notes>", "<plant><notes>: an entry has no <K>"),
        (" graft=\"x\">", "<plant><graft>: Plant is no attribute"),
    ] {
        assert_eq!(read(members), Err(problem.to_owned()), "{members}");
    }
}

#[tokio::test]
async fn stubs_answer_in_the_services_own_form() {
    fn rules() -> Vec<Rule> {
        let others = || vec![Plant::builder().name("a").build(), plant()];
        vec![
            mock!(Client::plant)
                .then_output(move || PlantOutput::builder().plant(plant()).set_others(Some(others())).build()),
            mock!(Client::query)
                .then_output(move || QueryOutput::builder().plant(plant()).set_others(Some(others())).build()),
            mock!(Client::ec2)
                .then_output(move || Ec2Output::builder().plant(plant()).set_others(Some(others())).build()),
            mock!(Client::place).then_output(|| WhereOutput::builder().place("here").build()),
        ]
    }
    let client = Client::from_conf(Stub::new(rules()).config().build());
    let xml = client.plant().send().await.expect("it is answered");
    assert_eq!((xml.plant, xml.others.map(|others| others.len())), (Some(plant()), Some(2)));
    assert_eq!(client.query().send().await.expect("it is answered").plant, Some(plant()));
    assert_eq!(client.ec2().send().await.expect("it is answered").plant, Some(plant()));
    assert_eq!(client.place().send().await.expect("it is answered").place(), Some("here"));
}

#[test]
fn inputs_and_outputs_are_json_for_serde() {
    let json = serde_json::to_value(plant()).expect("it can be written");
    assert_eq!(
        (&json["xsi:kind"], &json["leaf"][0], &json["notes"]["k1"]),
        (&"tree".into(), &"l1".into(), &"v1".into())
    );
    assert_eq!(serde_json::from_value::<Plant>(json).ok(), Some(plant()));
}
