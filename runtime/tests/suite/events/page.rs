//! What the page about streams of events shows.

use super::talk::{Client, Error, LostError, Said, TalkInput, TalkOutput, word};
use sdk_runtime::SdkError;
use sdk_runtime::event_stream::{EventReceiver, EventStreamSender};
use sdk_runtime::mock;
use sdk_runtime::test_util::Stub;

/// Listens until the end.
async fn listen(client: &Client, said: EventStreamSender<Said, Error>) -> Result<Vec<String>, Error> {
    let mut output = client.talk().room("hall").said(said).send().await?;
    let mut words = Vec::new();
    while let Some(event) = output.heard.recv().await? {
        match event {
            Said::Word(word) => words.push(word.text().unwrap_or_default().to_owned()),
            Said::Pause => println!("a pause"),
            // An event that the model of this crate doesn't know.
            Said::Unknown => println!("something new"),
            _ => {}
        }
    }
    Ok(words)
}

/// Says why a stream ended.
async fn why(mut heard: EventReceiver<Said, Error>) -> String {
    loop {
        match heard.recv().await {
            Ok(Some(_)) => {}
            Ok(None) => return "it is over".to_owned(),
            Err(SdkError::ServiceError(answer)) => return format!("the service says: {}", answer.err()),
            Err(SdkError::ResponseError(error)) => return format!("a message is broken: {error:?}"),
            Err(error) => return format!("the connection: {error}"),
        }
    }
}

#[tokio::test]
async fn what_is_heard_and_said_is_seen_in_a_test() {
    let rule = mock!(Client::talk).then_output(|| {
        let lost = LostError::builder().message("click").build();
        let heard = EventReceiver::of([Ok(word("a")), Err(Error::LostError(lost))]);
        TalkOutput::builder().room("hall").heard(heard).build().expect("it has all")
    });
    let stub = Stub::new([rule]);
    let client = Client::new(stub.config());
    let said = EventStreamSender::of([Ok(word("b"))]);
    let error = listen(&client, said).await.expect_err("it is lost");
    assert!(error.is_lost_error());
    assert_eq!(stub.events_sent::<TalkInput, Said>(), [[word("b")]]);
}

#[tokio::test]
async fn what_ends_a_stream_says_which_side_it_was() {
    let lost = LostError::builder().message("click").build();
    let ends = why(EventReceiver::of([Ok(word("a")), Err(Error::LostError(lost))])).await;
    assert_eq!(ends, "the service says: LostError: click");
    assert_eq!(why(EventReceiver::of([Ok(word("a"))])).await, "it is over");
}
