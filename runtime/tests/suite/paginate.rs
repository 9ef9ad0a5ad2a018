//! Walking through pages.

use crate::support::server::{Reply, Server};
use crate::support::{Answer, Error, SERVICE, by_hand, config};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use futures_core::Stream;
use sdk_runtime::client::{Operation, Request};
use sdk_runtime::declare::{Effect, Metadata};
use sdk_runtime::error::{BoxError, InputError};
use sdk_runtime::http::RequestParts;
use sdk_runtime::paginate::{Paginated, Paginator};
use sdk_runtime::{Handle, SdkError};

/// Lists numbers, some at a time.
#[derive(Clone, Debug, Default)]
struct ListNumbers {
    token: Option<String>,
    size: Option<i32>,
}

static LIST: Metadata =
    Metadata { service: &SERVICE, name: "ListNumbers", method: "GET", uri: "/numbers", effect: Effect::ReadOnly };

by_hand!(ListNumbers);

impl Operation for ListNumbers {
    type Output = Answer;
    type Error = Error;
    const METADATA: &'static Metadata = &LIST;

    fn build_request(&mut self, _: &mut dyn FnMut() -> String) -> Result<Request, InputError> {
        let size = self.size.map(|size| format!("size={size}"));
        let token = self.token.as_ref().map(|token| format!("token={token}"));
        let query = [size, token].into_iter().flatten().collect::<Vec<_>>().join("&");
        let (headers, body) = Default::default();
        let parts = RequestParts { path: "/numbers".into(), verbatim: false, query, headers, body, content_type: None };
        Ok(Request::new(&LIST, parts))
    }

    fn parse_response(response: &mut HttpResponse) -> Result<Self::Output, BoxError> {
        Answer::parse(response)
    }
}

impl Paginated for ListNumbers {
    type Item = i64;
    type Token = String;
    type PageSize = i32;

    fn output_token(output: &Self::Output) -> Option<String> {
        output.0["next"].as_str().map(str::to_owned)
    }

    fn token(&self) -> Option<&String> {
        self.token.as_ref()
    }

    fn set_token(&mut self, token: Option<String>) {
        self.token = token;
    }

    fn set_page_size(&mut self, size: i32) {
        self.size = Some(size);
    }

    fn into_items(output: Self::Output) -> Vec<i64> {
        output.0["numbers"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_i64).collect()
    }
}

async fn server(bodies: &[&'static str]) -> (Server, Paginator<ListNumbers>) {
    let server = Server::start(bodies.iter().map(|body| Reply::Http(200, "", body)).collect()).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    (server, Paginator::new(handle, ListNumbers::default()))
}

fn asked(server: &Server) -> Vec<String> {
    server.seen().iter().map(|seen| seen.line.split(' ').nth(1).unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn items_of_all_pages_come_in_order() {
    let (server, pages) =
        server(&[r#"{"numbers":[1,2],"next":"a"}"#, r#"{"numbers":[],"next":"b"}"#, r#"{"numbers":[3]}"#]).await;
    let items = pages.page_size(2).items().send().collect::<Result<Vec<_>, _>>().await.expect("no page fails");
    assert_eq!(items, [1, 2, 3]);
    assert_eq!(asked(&server), ["/numbers?size=2", "/numbers?size=2&token=a", "/numbers?size=2&token=b"]);
    assert!(server.seen().iter().all(|seen| seen.features() == "C,E,N"), "they say who asks");
}

#[tokio::test]
async fn absent_null_and_empty_tokens_end_it() {
    for last in [r#"{"numbers":[1]}"#, r#"{"numbers":[1],"next":null}"#, r#"{"numbers":[1],"next":""}"#] {
        let (server, pages) = server(&[last]).await;
        assert_eq!(pages.items().send().collect::<Vec<_>>().await.len(), 1);
        assert_eq!(server.seen().len(), 1);
    }
}

#[tokio::test]
async fn a_repeated_token_ends_it_after_its_page() {
    let (server, pages) = server(&[r#"{"numbers":[1],"next":"a"}"#, r#"{"numbers":[2],"next":"a"}"#]).await;
    let items: Vec<_> = pages.items().send().try_collect().await.expect("no page fails");
    assert_eq!((items, server.seen().len()), (vec![1, 2], 2));
}

#[tokio::test]
async fn the_programs_own_token_is_none_that_was_repeated() {
    let script = [r#"{"numbers":[1],"next":"a"}"#, r#"{"numbers":[2],"next":"b"}"#, r#"{"numbers":[3]}"#];
    let (server, _) = server(&script).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    let from = ListNumbers { token: Some("a".to_owned()), ..ListNumbers::default() };
    let items: Vec<_> = Paginator::new(handle, from).items().send().try_collect().await.expect("no page fails");
    assert_eq!(items, [1, 2, 3], "a page may say the token that the program began with; the next one may not");
    assert_eq!(asked(&server), ["/numbers?token=a", "/numbers?token=a", "/numbers?token=b"]);
}

#[tokio::test]
async fn a_repeated_token_can_be_followed() {
    let again = r#"{"numbers":[2],"next":"a"}"#;
    let (server, pages) = server(&[r#"{"numbers":[1],"next":"a"}"#, again, again]).await;
    let mut items = pages.stop_on_duplicate_token(false).items().send();
    for expected in [1, 2, 2] {
        assert_eq!(items.try_next().await.expect("no page fails"), Some(expected));
    }
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn an_error_ends_it() {
    let (server, _) = server(&[]).await;
    drop(server);
    let server = Server::start(vec![
        Reply::Http(200, "", r#"{"numbers":[1],"next":"a"}"#),
        Reply::Http(403, "", r#"{"code":"ForbiddenError"}"#),
    ])
    .await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    let mut pages = Paginator::new(handle, ListNumbers::default()).send();
    assert!(matches!(pages.next().await, Some(Ok(_))));
    assert!(matches!(pages.next().await, Some(Err(SdkError::ServiceError(_)))));
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn nothing_is_sent_before_it_is_polled() {
    let (server, pages) = server(&[]).await;
    let _stream = pages.send();
    tokio::task::yield_now().await;
    assert_eq!(server.seen().len(), 0);
}

#[test]
fn it_is_a_stream_that_threads_can_share() {
    fn assert_stream<T>(_: &(impl Stream<Item = T> + Send + Unpin)) {}
    let handle = Handle::new(&SERVICE, config("http://127.0.0.1:1").build());
    assert_stream(&Paginator::new(handle.clone(), ListNumbers::default()).send());
    assert_stream(&Paginator::new(handle, ListNumbers::default()).items().send());
}
