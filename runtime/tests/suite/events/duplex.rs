//! Both ways at once.

use super::frames::{event, frames};
use super::server::{channel, head, pieces, serve};
use super::talk::{Client, Said, word};
use crate::support::config;
use http_body_util::BodyExt;
use sdk_runtime::transport::ReqwestClient;
use std::sync::{Arc, Mutex};

/// Answers at once, and then each message with what was said in it.
async fn echo(versions: Arc<Mutex<Vec<http::Version>>>) -> String {
    let url = serve(move |request| {
        versions.lock().expect("no test panics with it").push(request.version());
        async move {
            let (sender, body) = pieces();
            tokio::spawn(async move {
                let (mut request, mut bytes) = (request.into_body(), Vec::new());
                while let Some(Ok(piece)) = request.frame().await {
                    bytes.extend(piece.into_data().unwrap_or_default());
                    let (outer, rest) = frames(&bytes);
                    let rest = rest.to_vec();
                    for frame in outer.iter().filter(|frame| !frame.payload.is_empty()) {
                        let (inner, _) = frames(&frame.payload);
                        let text = String::from_utf8(inner[0].payload.clone()).expect("JSON");
                        let _ = sender.send(event(inner[0].text(":event-type"), &text).into());
                    }
                    bytes = rest;
                }
                let _ = sender.send(event("pause", "").into());
            });
            head().body(body).expect("a head")
        }
    });
    url.await
}

async fn talks(client: &Client) {
    let (sender, said) = channel();
    let mut output = client.talk().room("hall").said(said).send().await.expect("it answers before anything was said");
    for text in ["a", "b", "c"] {
        sender.send(Ok(word(text))).expect("it is sent");
        let heard = output.heard.recv().await.expect("it is heard").expect("it goes on");
        assert_eq!(heard, word(text));
    }
    drop(sender);
    assert!(matches!(output.heard.recv().await, Ok(Some(Said::Pause))), "it is heard that nothing more comes");
    assert!(matches!(output.heard.recv().await, Ok(None)));
}

#[tokio::test]
async fn an_answer_is_heard_while_there_is_more_to_say() {
    let versions = Arc::default();
    let url = echo(Arc::clone(&versions)).await;
    talks(&Client::at(&url)).await;
    assert_eq!(*versions.lock().expect("no test panics with it"), [http::Version::HTTP_11]);
}

#[tokio::test]
async fn and_over_http2() {
    let versions = Arc::default();
    let url = echo(Arc::clone(&versions)).await;
    let client = reqwest::Client::builder().http2_prior_knowledge().no_proxy().build().expect("a client");
    let client = Client::new(config(&url).http_client(ReqwestClient::from(client)));
    let (first, second) = tokio::join!(talks(&client), talks(&client));
    assert_eq!((first, second), ((), ()));
    assert_eq!(*versions.lock().expect("no test panics with it"), [http::Version::HTTP_2; 2]);
}
