//! Requests and answers that aren't JSON: XML, and forms.

use crate::support::garden::{
    Client, Ec2Input, Ec2Output, Error, Fruit, Plant, PlantInput, PlantOutput, QueryInput, QueryOutput, WhereInput,
    WhereOutput, Withered, plant,
};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::Built;
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::error::ProvideErrorMetadata;
use sdk_runtime::primitives::SdkBody;
use sdk_runtime::test_util::{Rule, Stub};
use sdk_runtime::{RequestId, mock};

/// The body of an input's request.
fn body<I: Operation>(mut input: I) -> String {
    let request = input.build_request(&mut || "t".to_owned()).expect("it can be sent");
    String::from_utf8(request.parts.body.to_vec()).expect("it is text")
}

fn response(status: u16, body: &str) -> HttpResponse {
    let mut response = http::Response::new(SdkBody::from(body));
    *response.status_mut() = http::StatusCode::from_u16(status).expect("a status");
    HttpResponse::try_from(response).expect("a response")
}

/// What an operation's output is of a body; or why there is none.
fn output<I: Operation>(body: &str) -> Result<I::Output, String> {
    I::parse_response(&mut response(200, body)).map_err(|error| error.to_string())
}

/// A plant as restXml answers it.
fn read(members: &str) -> Result<Plant, String> {
    let output = output::<PlantInput>(&format!("<PlantResponse><plant{members}</plant></PlantResponse>"))?;
    Ok(output.plant.unwrap_or_else(|| Plant::builder().build()))
}

const PLANT: &str = "<plant xsi:kind=\"tree\"><name>Äpfel</name><growth>tree</growth><height>-Infinity</height><age>-3</age>\
    <evergreen>false</evergreen><seed>c2VlZA==</seed><planted>1970-01-01T00:00:00Z</planted><pruned>5</pruned>\
    <watered>Mon, 16 Dec 2019 23:48:18 GMT</watered>\
    <rows><row xmlns=\"urn:row\"><member>a</member><member></member></row><row xmlns=\"urn:row\"></row></rows>\
    <leaf>l1</leaf><leaf>l2</leaf>\
    <notes><entry><K xmlns:k=\"urn:key\">k1</K><V>v1</V></entry><entry><K xmlns:k=\"urn:key\">k2</K><V>v2</V></entry></notes>\
    <mark xmlns=\"urn:mark\"><key>m</key><value><member>1</member><member>2</member></value></mark>\
    <graft xmlns:xsi=\"urn:xsi\" xsi:kind=\"grafted &quot;&amp;&#x9;\"><name>  a &lt; b &amp; c  &#xD;\n</name></graft>\
    <fruit><Berry>b1</Berry><Berry>b2</Berry></fruit></plant>";

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
    let content_type = |request: sdk_runtime::client::Request| request.parts.headers["content-type"].clone();
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
async fn an_answer_that_cant_be_read_says_why_in_one_line() {
    for (body, problem) in [
        ("<a", "Plant: HTTP 200 with a body that is not XML: "),
        ("{}", "Plant: HTTP 200 with a body that is not XML: "),
        ("<a></b>", "Plant: HTTP 200 with a body that is not XML: <a> ends with </b>"),
        (
            "<!DOCTYPE a []><a/>",
            "Plant: HTTP 200 with a body that could not be read: it has a document type, which is refused",
        ),
        (
            "<a><plant><age>x</age></plant></a>",
            "Plant: HTTP 200 with a body that does not fit the operation: <plant><age>: \"x\" is no such value",
        ),
    ] {
        let stub = Stub::new([mock!(Client::plant).then_http_response(move || response(200, body))]);
        let error = Client::from_conf(stub.config().build()).plant().send().await.expect_err("it can't be read");
        assert!(error.to_string().starts_with(problem), "{error}");
    }
}

#[tokio::test]
async fn an_answer_may_take_so_much_memory() {
    // Four bytes of text are an element of a hundred.
    let body = format!("<a>{}</a>", "<b/>".repeat(1_000_000));
    let stub = Stub::new([mock!(Client::plant).then_http_response(move || response(200, &body))]);
    let error = Client::from_conf(stub.config().max_response_bytes(5_000_000).build()).plant().send().await;
    let error = error.expect_err("it takes too much").to_string();
    assert!(error.contains("its values take more memory than is allowed"), "{error}");
}

const WITHERED: &str = "<Type>Sender</Type><Code>CODE</Code><Message>too dry</Message><Days>3</Days>";

/// What a call of each kind fails with when this is the answer.
async fn failures(body: &str) -> Vec<Error> {
    let answer = |body: &str| {
        let body = body.to_owned();
        move || response(410, &body)
    };
    let stub = Stub::new([
        mock!(Client::plant).then_http_response(answer(body)),
        mock!(Client::query).then_http_response(answer(body)),
    ]);
    let client = Client::from_conf(stub.config().build());
    let plant = client.plant().send().await.expect_err("it is refused").into_service_error();
    vec![plant, client.query().send().await.expect_err("it is refused").into_service_error()]
}

#[tokio::test]
async fn an_error_is_read_in_each_form_that_services_have() {
    for (around, code) in [
        ("<ErrorResponse><Error>…</Error><RequestId>r</RequestId></ErrorResponse>", "Withered"),
        (
            "<ErrorResponse xmlns=\"urn:x\">\n <Error>…</Error>\n <RequestId> r </RequestId></ErrorResponse>",
            "Plant.Withered",
        ),
        ("<Response><Errors><Error>…</Error></Errors><RequestID>r</RequestID></Response>", "Withered"),
        ("<?xml version=\"1.0\"?>\n<Error>…<RequestId>r</RequestId></Error>", "Withered"),
    ] {
        for error in failures(&around.replace('…', &WITHERED.replace("CODE", code))).await {
            assert_eq!((error.code(), error.message()), (Some(code), Some("too dry")), "{around}");
            assert_eq!(error.request_id(), Some("r"), "{around}");
            let Error::Withered(withered) = error else { panic!("{around}: {error:?}") };
            assert_eq!((withered.message(), withered.days()), (Some("too dry"), Some(3)), "{around}");
        }
    }
}

#[tokio::test]
async fn an_error_that_is_none_of_the_services_is_quoted() {
    for (body, message) in [
        ("<html><body>Bad gateway</body></html>", "<html><body>Bad gateway</body></html>"),
        ("<ErrorResponse><Error><Code>Wither", "<ErrorResponse><Error><Code>Wither"),
        ("gone", "gone"),
    ] {
        for error in failures(body).await {
            assert_eq!((error.code(), error.message()), (Some("410"), Some(message)), "{body}");
        }
    }
    for error in failures("<Error><Code>Nobody</Code><Days>x</Days></Error>").await {
        assert_eq!((error.code(), error.message()), (Some("Nobody"), None));
    }
    // Members that don't fit are left out.
    for error in failures("<Error><Code>Withered</Code><Message>m</Message><Days>x</Days></Error>").await {
        let Error::Withered(withered) = error else { panic!("{error:?}") };
        assert_eq!((withered.message(), withered.days()), (Some("m"), None));
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

#[tokio::test]
async fn stubs_fail_in_the_services_own_form() {
    let withered = || Error::Withered(Withered::builder().message("dry").days(2).build());
    let stub = Stub::new([mock!(Client::plant).then_error(withered), mock!(Client::query).then_error(withered)]);
    let client = Client::from_conf(stub.config().build());
    let plant = client.plant().send().await.expect_err("it is refused").into_service_error();
    let query = client.query().send().await.expect_err("it is refused").into_service_error();
    for error in [plant, query] {
        let Error::Withered(withered) = error else { panic!("{error:?}") };
        assert_eq!((withered.message(), withered.days()), (Some("dry"), Some(2)));
    }
}

#[test]
fn hostile_answers_are_refused() {
    let nested = |levels: usize| format!("{}{}", "<graft>".repeat(levels), "</graft>".repeat(levels));
    assert!(read(&format!(">{}", nested(100))).is_ok());
    let deep = read(&format!(">{}", nested(100_000))).expect_err("it is too deep");
    assert_eq!(deep, "it nests more than 128 levels");
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><PlantResponse>&b;</PlantResponse>";
    let external = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><PlantResponse/>";
    for body in [bomb, external] {
        let error = output::<PlantInput>(body).map(drop).expect_err("entities are refused");
        assert_eq!(error, "it has a document type, which is refused");
    }
    let error = read("><name>&b;</name>").expect_err("nobody defines it");
    assert_eq!(error, "it has the entity \"b\", which nothing defines");
}

#[test]
fn every_beginning_of_an_answer_is_an_error_and_no_panic() {
    let whole = format!("<?xml version=\"1.0\"?><PlantResponse>{PLANT}<!-- é --></PlantResponse>");
    assert!(output::<PlantInput>(&whole).is_ok());
    for (end, _) in whole.char_indices().filter(|(end, _)| *end > 0) {
        assert!(output::<PlantInput>(&whole[..end]).is_err(), "{}", &whole[..end]);
    }
    // Nor does any change of a byte.
    for index in 0..whole.len() {
        for byte in [0, b'<', b'>', b'&', b'"', b'/', b' ', 0xff] {
            let mut changed = whole.clone().into_bytes();
            changed[index] = byte;
            let mut response = http::Response::new(SdkBody::from(changed));
            *response.status_mut() = http::StatusCode::OK;
            let _ = PlantInput::parse_response(&mut HttpResponse::try_from(response).expect("a response"));
        }
    }
}

#[test]
fn inputs_and_outputs_are_json_for_serde() {
    let json = serde_json::to_value(plant()).expect("it can be written");
    assert_eq!(
        (&json["xsi:kind"], &json["leaf"][0], &json["notes"]["k1"]),
        (&"tree".into(), &"l1".into(), &"v1".into())
    );
    assert_eq!(serde_json::from_value::<Plant>(json).ok(), Some(plant()));
    let _: <Plant as Built>::Builder = Plant::builder();
}
