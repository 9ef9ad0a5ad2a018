//! The tour of `examples/tour`, against the mock service: how it ends, what it prints, what it leaves behind.

#[allow(dead_code, reason = "the example's own `main` is not run")]
#[path = "../examples/tour/main.rs"]
mod tour;

use sdk_mock::MockService;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use tour::End;
use tour::place::Place;
use tour::screen::Screen;
use wickr_sdk::Client;
use wickr_sdk::config::interceptors::Metadata;
use wickr_sdk::config::interceptors::{
    BeforeDeserializationInterceptorContextRef, BeforeTransmitInterceptorContextRef,
};
use wickr_sdk::config::{Config, ConfigBag, Credentials, Intercept, Region, RuntimeComponents};
use wickr_sdk::error::BoxError;

/// What was printed.
#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Paper {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("no writer panics").clone()).expect("the tour prints UTF-8")
    }
}

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no writer panics").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn screen(colours: bool) -> (Screen, Paper, Paper) {
    let (out, err) = (Paper::default(), Paper::default());
    (Screen::new(out.clone(), err.clone(), [colours; 2]), out, err)
}

async fn run(arguments: &[&str], colours: bool) -> (End, String, String) {
    let (screen, out, err) = screen(colours);
    let arguments: Vec<_> = arguments.iter().map(|&argument| argument.to_owned()).collect();
    let end = tour::run(&arguments, &screen).await;
    (end, out.text(), err.text())
}

fn operations(service: &MockService) -> Vec<String> {
    service.requests().iter().filter_map(|request| request.operation.as_deref().map(str::to_owned)).collect()
}

#[tokio::test]
async fn the_tour_ends_well_and_says_what_it_did() {
    let (end, out, err) = run(&[], false).await;
    assert_eq!((end, err.as_str()), (End::Well, ""), "{out}");
    for line in [
        "   CreateNetwork         POST /networks → 200",
        "   ListNetworks          GET /networks?maxResults=2&sortFields=networkName&sortDirection=ASC → 200",
        "   page 2                73591335  Harbor Watch demo",
        "   UpdateSecurityGroup   PATCH /networks/40718267/security-groups/FY1aR5XC → 200",
        "   changed               the group has exactly the settings that were sent",
        "   calling               one-to-one yes, video no, TCP only yes",
        "   passwords             14 characters or more; lowercase 1, uppercase 1, digits 2, symbols 1",
        "   federation            only with 12154801",
        "   shredder              intensity 60 of 100, started by users yes",
        "   error                 GetSecurityGroup: ResourceNotFoundError: No such security group \
         (HTTP 404, request id 00000000-0000-4000-8000-000000000009)",
        "   reason                securityGroupSettings.shredder.intensity: Use 0, 20, 60, or 100",
        "   error                 GetSecurityGroup: input is incomplete: network_id is required; \
         group_id is \"..\", which would change the request's path",
        "Done. What the tour made is deleted.",
    ] {
        assert!(out.lines().any(|found| found == line), "no line {line:?} in\n{out}");
    }
}

#[tokio::test]
async fn colours_are_for_terminals() {
    let (_, plain, _) = run(&[], false).await;
    assert!(!plain.contains('\x1b'), "{plain}");
    let (_, coloured, _) = run(&[], true).await;
    assert!(coloured.contains("\x1b[1m1  Create networks\x1b[0m"), "{coloured}");
}

#[tokio::test]
async fn what_is_sent_is_what_the_settings_say() {
    let (screen, ..) = screen(false);
    let place = Place::mock(&screen).await.expect("a free port");
    tour::story::tell(&place.client, &screen, &place.tag).await.expect("the mock service plays along");
    let service = place.mock.expect("the mock service");
    let requests = service.requests();
    let update = requests.iter().find(|request| request.operation.as_deref() == Some("UpdateSecurityGroup"));
    let body = update.expect("the group is changed").json().expect("a JSON body");
    let expected = serde_json::json!({"securityGroupSettings": {
        "calling": {"canStart11Call": true, "canVideoCall": false, "forceTcpCall": true},
        "federationMode": 2,
        "lockoutThreshold": 10,
        "passwordRequirements": {"lowercase": 1, "minLength": 14, "numbers": 2, "symbols": 1, "uppercase": 1},
        "permittedNetworks": ["12154801"],
        "shredder": {"canProcessManually": true, "intensity": 60},
    }});
    assert_eq!(body, expected);
}

#[tokio::test]
async fn a_step_that_fails_leaves_nothing_behind() {
    let service = MockService::start().await.expect("a free port");
    let (screen, out, _) = screen(false);
    let client = client(&service, service.access_key_id(), |line| line.ends_with("/security-groups"));
    let error = tour::story::tell(&client, &screen, "test").await.expect_err("no group can be made");
    assert_eq!(error.to_string(), "CreateSecurityGroup: interceptor `trouble` failed: refused by the test");
    assert!(out.text().contains(&format!("   error                 {error}\n\n7  Clean up")), "{}", out.text());
    let operations = operations(&service);
    assert_eq!(operations[operations.len() - 3..], ["DeleteNetwork"; 3]);
}

#[tokio::test]
async fn a_network_whose_answer_was_lost_is_found_and_removed() {
    let service = MockService::start().await.expect("a free port");
    let (screen, ..) = screen(false);
    let trouble = Trouble { lose: Some("CreateNetwork"), ..Trouble::none(&service) };
    let client = client_with(&service, service.access_key_id(), trouble);
    let error = tour::story::tell(&client, &screen, "test").await.expect_err("the first answer is lost");
    assert!(error.to_string().contains("lost by the test"), "{error}");
    assert_eq!(operations(&service), ["CreateNetwork", "ListNetworks", "DeleteNetwork"]);
    assert!(service.requests().iter().all(|request| request.status == 200));
}

#[tokio::test]
async fn what_could_not_be_removed_is_named() {
    let service = MockService::start().await.expect("a free port");
    let (screen, ..) = screen(false);
    let client = client(&service, service.access_key_id(), |line| line == "DELETE /networks/12154801");
    let error = tour::story::tell(&client, &screen, "test").await.expect_err("a network stays");
    assert_eq!(error.to_string(), "not removed: network 12154801");
    assert_eq!(operations(&service).iter().filter(|operation| *operation == "DeleteNetwork").count(), 2);
}

#[tokio::test]
async fn wrong_credentials_end_the_tour_with_the_services_message() {
    let service = MockService::start().await.expect("a free port");
    let (screen, ..) = screen(false);
    let error = tour::story::tell(&client(&service, "AKIDOTHER", |_| false), &screen, "test").await;
    assert_eq!(
        error.expect_err("nobody is let in").to_string(),
        "CreateNetwork: UnauthorizedError: The security token included in the request is invalid \
         (HTTP 401, request id 00000000-0000-4000-8000-000000000001)"
    );
    assert_eq!(operations(&service), ["CreateNetwork"]);
}

#[tokio::test]
async fn arguments_are_explained() {
    let (end, out, _) = run(&["--help"], false).await;
    assert_eq!(end, End::Well);
    assert!(out.contains("--live") && out.contains("AWS_ACCESS_KEY_ID"), "{out}");
    for (arguments, unknown) in [(&["--list"][..], "--list"), (&["--live", "now"], "now"), (&["x", "--live"], "x")] {
        let (end, out, err) = run(arguments, false).await;
        assert_eq!((end, out.as_str()), (End::Usage, ""));
        assert_eq!(err, format!("tour: unknown argument `{unknown}`\nusage: tour [--live]   (--help says more)\n"));
    }
}

#[test]
fn live_needs_credentials_and_a_region_and_says_what_it_makes() {
    let (screen, ..) = screen(false);
    let variables = [("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b"), ("AWS_DEFAULT_REGION", "eu-west-2")];
    let variable = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
    let introduction = Place::live(&screen, variable).expect("all that is needed").introduction();
    assert!(introduction.contains("AWS Wickr in eu-west-2") && introduction.contains("three"), "{introduction}");
    let missing = Place::live(&screen, |name| variable(name).filter(|_| name != "AWS_DEFAULT_REGION"));
    assert!(missing.is_err_and(|error| error.to_string().contains("AWS_REGION")));
}

/// A client some of whose requests are refused before they are sent.
fn client(service: &MockService, access_key_id: &str, refuse: fn(&str) -> bool) -> Client {
    client_with(service, access_key_id, Trouble { refuse, ..Trouble::none(service) })
}

fn client_with(service: &MockService, access_key_id: &str, trouble: Trouble) -> Client {
    let credentials = Credentials::new(access_key_id, service.secret_access_key(), None, None, "test");
    let config = Config::builder().endpoint_url(service.url()).region(Region::new("us-east-1"));
    Client::from_conf(config.credentials_provider(credentials).interceptor(trouble).build())
}

/// Refuses requests, chosen by method and path, and loses the answers of an operation.
#[derive(Debug)]
struct Trouble {
    url: String,
    refuse: fn(&str) -> bool,
    lose: Option<&'static str>,
}

impl Trouble {
    fn none(service: &MockService) -> Self {
        Self { url: service.url().to_owned(), refuse: |_| false, lose: None }
    }
}

impl Intercept for Trouble {
    fn name(&self) -> &'static str {
        "trouble"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request();
        let line = format!("{} {}", request.method(), request.uri().strip_prefix(&self.url).unwrap_or_default());
        if (self.refuse)(&line) { Err("refused by the test".into()) } else { Ok(()) }
    }

    fn read_after_transmit(
        &self,
        _: &BeforeDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let operation = bag.load::<Metadata>().map(Metadata::name);
        if operation == self.lose { Err("lost by the test".into()) } else { Ok(()) }
    }
}
