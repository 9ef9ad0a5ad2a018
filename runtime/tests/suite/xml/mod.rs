//! Requests and answers that aren't JSON: XML, and forms.

mod answers;
mod errors;
mod hostile;
mod requests;

use crate::support::garden::{Plant, PlantInput};
use sdk_runtime::client::Operation;
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::primitives::SdkBody;

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
