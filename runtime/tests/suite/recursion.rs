//! What requests from within AWS Lambda say of the call that they belong to.

use crate::support::environment::said;
use crate::support::get;
use crate::support::network::{Network, Says};
use sdk_runtime::client::presigning::PresigningConfig;
use std::time::Duration;

const TEST: &str = "recursion::a_call_and_a_link_in_this_environment";
const FUNCTION: (&str, &str) = ("AWS_LAMBDA_FUNCTION_NAME", "tide");
const ID: &str = "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1";

/// Says what they have in the header, for the test below, which runs it with other environments.
#[tokio::test]
async fn a_call_and_a_link_in_this_environment() {
    let network = Network::new(&[Says::Http(200, "", "")]);
    let handle = network.handle();
    handle.send(&mut get("1")).await.expect("200");
    let asked = network.asked().remove(0);
    let id =
        |headers: &http::HeaderMap| headers.get("x-amzn-trace-id").map(|id| id.to_str().expect("a text").to_owned());
    println!("call={:?}", id(&asked));
    let is_signed = asked["authorization"].to_str().expect("a text").contains("trace");
    println!("signed={is_signed}");
    let config = PresigningConfig::expires_in(Duration::from_secs(60)).expect("it is short");
    let link = handle.presign(&mut get("1"), config, false).await.expect("it is signed");
    let named = link.headers().any(|(name, _)| name.contains("trace")) || link.uri().contains("trace");
    println!("link={named}");
}

#[test]
fn requests_say_which_call_of_a_function_they_belong_to() {
    let of = |variables: &[(&str, &str)]| {
        let said = said(TEST, variables);
        let lines = said.lines().filter(|line| ["call=", "signed=", "link="].iter().any(|name| line.starts_with(name)));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        of(&[FUNCTION, ("_X_AMZN_TRACE_ID", ID)]),
        [format!("call=Some({ID:?})"), "signed=false".to_owned(), "link=false".to_owned()]
    );
    for elsewhere in
        [&[][..], &[FUNCTION][..], &[FUNCTION, ("_X_AMZN_TRACE_ID", "")][..], &[("_X_AMZN_TRACE_ID", ID)][..]]
    {
        assert_eq!(of(elsewhere)[0], "call=None", "{elsewhere:?}");
    }
}
