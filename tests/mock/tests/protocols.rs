//! The same service in each protocol: what requests say in forms, XML and JSON, and what answers say back.

mod say;
mod small;
mod support;

use say::{NAMESPACE, start};
use sdk_mock::MockService;
use serde_json::json;
use support::{Reply, with_headers};

/// The answer to a body, in which the request's ID is `ID`.
async fn post(service: &MockService, path: &str, headers: &str, body: &str) -> Reply {
    let mut reply = with_headers(service, &format!("POST {path}"), headers, body).await;
    let id = reply.header("x-amzn-requestid").expect("an ID").to_owned();
    reply.text = reply.text.replace(&id, "ID");
    reply
}

/// Why the last request was refused; none if it was granted. The mock doesn't show what it read.
fn why(service: &MockService) -> Option<String> {
    service.requests().pop().and_then(|request| request.why)
}

const MEMBERS: &str = "<Text>a &lt; b &amp; &quot;c&quot;</Text><when>2026-03-01T09:30:00Z</when>\
    <names><n>x</n><n>y</n></names><Flat>1</Flat><Flat>2</Flat>\
    <tags><entry><Key>k</Key><Value>v</Value></entry></tags><part id=\"7\"><bytes>AAH/</bytes></part>";

/// What is around the members of an answer.
fn around(reply: &Reply) -> (&str, &str) {
    let text = reply.text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").expect("a declaration");
    text.split_once(MEMBERS).unwrap_or_else(|| panic!("{text} has other members"))
}

#[tokio::test]
async fn answers_in_xml_have_around_them_what_the_protocol_says() {
    let service = start("aws.protocols#restXml").await;
    let body = format!("<Said xmlns=\"{NAMESPACE}\"><Text>x</Text></Said>");
    let reply = post(&service, "/say", "", &body).await;
    assert_eq!((reply.status, reply.header("content-type")), (200, Some("application/xml")), "{reply:?}");
    assert_eq!(around(&reply), (format!("<Told xmlns=\"{NAMESPACE}\">").as_str(), "</Told>"));

    let service = start("aws.protocols#awsQuery").await;
    let reply = post(&service, "/", "", "Action=Say&Version=1").await;
    assert_eq!((reply.status, reply.header("content-type")), (200, Some("text/xml")), "{reply:?}");
    let before = format!("<SayResponse xmlns=\"{NAMESPACE}\"><SayResult>");
    assert_eq!(
        around(&reply),
        (before.as_str(), "</SayResult><ResponseMetadata><RequestId>ID</RequestId></ResponseMetadata></SayResponse>")
    );

    let service = start("aws.protocols#ec2Query").await;
    let reply = post(&service, "/", "", "Action=Say&Version=1").await;
    assert_eq!(
        around(&reply),
        (format!("<SayResponse xmlns=\"{NAMESPACE}\">").as_str(), "<requestId>ID</requestId></SayResponse>")
    );
}

#[tokio::test]
async fn what_is_called_by_name_in_json_is_answered_in_json() {
    for (protocol, version) in [("awsJson1_0", "1.0"), ("awsJson1_1", "1.1")] {
        let service = start(&format!("aws.protocols#{protocol}")).await;
        let reply = post(&service, "/", "x-amz-target: Service.Say\r\n", "{\"flat\": [1]}").await;
        let media = format!("application/x-amz-json-{version}");
        assert_eq!((reply.status, reply.header("content-type")), (200, Some(media.as_str())), "{reply:?}");
        assert_eq!((&reply.body["text"], &reply.body["when"]), (&json!("a < b & \"c\""), &json!(1_772_357_400)));
        let refused = post(&service, "/", "x-amz-target: Service.Say\r\n", "{\"names\": [\"long\"]}").await;
        assert_eq!((refused.status, &refused.body["__type"]), (400, &json!("InvalidParameter")), "{refused:?}");
        for target in ["Service.Sing", "Other.Say", "Say", ""] {
            let unknown = post(&service, "/", &format!("x-amz-target: {target}\r\n"), "{}").await;
            assert_eq!((unknown.status, &unknown.body["__type"]), (404, &json!("UnknownOperationException")));
        }
    }
}

#[tokio::test]
async fn forms_are_read_by_the_names_of_their_dialect() {
    let query = start("aws.protocols#awsQuery").await;
    let ec2 = start("aws.protocols#ec2Query").await;
    let long = "names[1]: Use 1 to 3 characters";
    for (service, form, expected) in [
        (&query, "names.n.1=x&names.n.2=long", Some(long)),
        (&query, "names.member.2=long", None),
        (&query, "Flat.1=1&Flat.2=x", Some("Flat[1] is not an integer from -2147483648 to 2147483647")),
        (&query, "tags.entry.1.Key=k&tags.entry.1.Value=v+%26", None),
        (&query, "tags.entry.1.Key=k&tags.entry.1.Value=long", Some("tags.k: Use 1 to 3 characters")),
        (&query, "when=yesterday", Some("when is not a timestamp in its format")),
        (&query, "on=maybe", Some("on is not true or false")),
        (&query, "part.bytes=***", Some("part.bytes is not base64")),
        (&query, "names=", None),
        (&ec2, "Names.1=x&Names.2=long", Some(long)),
        (&ec2, "names.1=x&names.2=long", None),
        (&ec2, "Level.2=x", Some("Flat[0] is not an integer from -2147483648 to 2147483647")),
        (&ec2, "Flat.2=x", None),
        (&ec2, "Part.Bytes=***", Some("part.bytes is not base64")),
        (&ec2, "Text=a&Text=b", Some("The form has Text twice")),
    ] {
        let reply = post(service, "/", "", &format!("Action=Say&Version=1&{form}")).await;
        assert_eq!(why(service).as_deref(), expected, "{form}: {reply:?}");
    }
}

#[tokio::test]
async fn xml_is_read_by_names_attributes_and_namespaces() {
    let service = start("aws.protocols#restXml").await;
    for (body, expected) in [
        ("<names><n>x</n><n>long</n></names>", Some("names[1]: Use 1 to 3 characters")),
        ("<names><member>long</member></names>", None),
        ("<Flat>1</Flat><Text/><Flat>x</Flat>", Some("Flat[1] is not an integer from -2147483648 to 2147483647")),
        ("<tags><entry><Key>k</Key><Value>v</Value></entry></tags>", None),
        ("<tags><entry><Key>k</Key><Value>long</Value></entry></tags>", Some("tags.k: Use 1 to 3 characters")),
        ("<part id=\"1\"><bytes><![CDATA[***]]></bytes></part>", Some("part.bytes is not base64")),
        ("<when>1772357400</when>", Some("when is not a timestamp in its format")),
        ("<unknown><deep/></unknown>", None),
    ] {
        let reply = post(&service, "/say", "", &format!("<Said xmlns=\"{NAMESPACE}\">{body}</Said>")).await;
        assert_eq!(why(&service).as_deref(), expected, "{body}: {reply:?}");
    }
    for (body, expected) in [
        ("<Said/>", "The body is Said, and not Said of https://example.com/doc/"),
        ("<Told xmlns=\"https://example.com/doc/\"/>", "The body is Told of https://example.com/doc/, and not Said"),
        ("<Said", "The body is not XML"),
        ("<!DOCTYPE a [<!ENTITY b \"c\">]><Said>&b;</Said>", "The body is not XML"),
    ] {
        let reply = post(&service, "/say", "", body).await;
        assert!(why(&service).is_some_and(|why| why.starts_with(expected)), "{body}: {reply:?}");
    }
}

#[tokio::test]
async fn errors_have_the_form_of_their_protocol() {
    let refused = "Action=Say&Version=1&on=maybe";
    let message = "on is not true or false";
    for (protocol, path, body, status, expected) in [
        (
            "awsQuery",
            "/",
            refused,
            402,
            format!(
                "<ErrorResponse xmlns=\"{NAMESPACE}\"><Error><Type>Sender</Type><Code>Bad.Input</Code><Message>{message}</Message>\
             <hint>example</hint></Error><RequestId>ID</RequestId></ErrorResponse>"
            ),
        ),
        (
            "ec2Query",
            "/",
            "Action=Say&Version=1&On=maybe",
            400,
            format!(
                "<Response><Errors><Error><Code>InvalidParameter</Code><Message>{message}</Message><hint>example</hint></Error></Errors>\
             <RequestID>ID</RequestID></Response>"
            ),
        ),
        (
            "restXml",
            "/say",
            "<Said xmlns=\"https://example.com/doc/\"><on>maybe</on></Said>",
            400,
            format!(
                "<ErrorResponse xmlns=\"{NAMESPACE}\"><Error><Type>Sender</Type><Code>InvalidParameter</Code>\
             <Message>{message}</Message><hint>example</hint></Error><RequestId>ID</RequestId></ErrorResponse>"
            ),
        ),
        (
            "awsQuery",
            "/",
            "Action=Sing&Version=1",
            404,
            format!(
                "<ErrorResponse xmlns=\"{NAMESPACE}\"><Error><Type>Sender</Type><Code>InvalidAction</Code>\
             <Message>No operation is POST / with the Action Sing</Message></Error><RequestId>ID</RequestId></ErrorResponse>"
            ),
        ),
        (
            "awsQuery",
            "/",
            "Action=Say",
            402,
            format!(
                "<ErrorResponse xmlns=\"{NAMESPACE}\"><Error><Type>Sender</Type><Code>Bad.Input</Code>\
             <Message>Version is not 1</Message><hint>example</hint></Error><RequestId>ID</RequestId></ErrorResponse>"
            ),
        ),
    ] {
        let service = start(&format!("aws.protocols#{protocol}")).await;
        let reply = post(&service, path, "", body).await;
        let text = reply.text.split_once('\n').map(|(_, text)| text);
        assert_eq!((reply.status, text), (status, Some(expected.as_str())), "{protocol}");
    }
}
