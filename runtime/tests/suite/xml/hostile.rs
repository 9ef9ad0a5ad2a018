//! Answers that nobody means well by.

use super::{PLANT, output, read, response};
use crate::support::garden::{Client, PlantInput};
use sdk_runtime::client::Operation;
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::mock;
use sdk_runtime::primitives::SdkBody;
use sdk_runtime::test_util::Stub;

#[tokio::test]
async fn an_answer_may_take_so_much_memory() {
    // Four bytes of text are an element of a hundred.
    let body = format!("<a>{}</a>", "<b/>".repeat(1_000_000));
    let stub = Stub::new([mock!(Client::plant).then_http_response(move || response(200, &body))]);
    let error = Client::from_conf(stub.config().max_response_bytes(5_000_000).build()).plant().send().await;
    let error = error.expect_err("it takes too much").to_string();
    assert!(error.contains("its values take more memory than is allowed"), "{error}");
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
