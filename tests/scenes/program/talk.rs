//! A service of ours that is talked to by streams of events, in each protocol that has such.

use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// Events that are sent when the scene likes.
struct Received<T>(Mutex<UnboundedReceiver<T>>);

impl<T> futures_core::Stream for Received<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        self.0.get_mut().expect("nobody panics with it").poll_recv(context)
    }
}

fn channel<T>() -> (UnboundedSender<T>, Received<T>) {
    let (sender, receiver) = unbounded_channel();
    (sender, Received(Mutex::new(receiver)))
}

/// The scene, with the crate of a protocol.
macro_rules! scene {
    ($name:ident, $sdk:ident) => {
        pub(crate) mod $name {
            use super::channel;
            use crate::{Outcome, client};
            use $sdk::primitives::event_stream::EventStreamSender;
            use $sdk::primitives::{Blob, DateTime};
            use $sdk::types::error::{HeardError, SaidError, SorryException};
            use $sdk::types::{Heard, Quote, Said, Sound, Tone, Word};

            fn word(text: &str) -> Result<Word, Box<dyn std::error::Error>> {
                Ok(Word::builder().text(text).build()?)
            }

            fn sound() -> Sound {
                let sound = Sound::builder().tone(Tone::Low).at(DateTime::from_millis(1_772_357_400_250)).volume(-3);
                let sound = sound.step(-1).count(1 << 40).loud(true).key(Blob::new([7, 0])).wave(Blob::new([0, 255]));
                sound.build()
            }

            pub(crate) async fn scene(url: &str) -> Outcome {
                let client = client!($sdk, url);

                // In turn: what is said is heard again before the next is said.
                let (sender, said) = channel::<Result<Said, SaidError>>();
                let call = client.converse().room("the hall").said(EventStreamSender::from(said));
                let mut output = call.send().await?;
                assert!(output.topic().is_some(), "what it has beside the stream is made up: {output:?}");
                let mut next = async || output.heard.recv().await.map(|heard| heard.expect("it goes on"));
                assert_eq!(next().await?, Heard::Word(word("the hall")?));
                let first = Word::builder().text("first").at(DateTime::from_millis(1_772_357_400_500)).weight(-0.5);
                let first = first.raw(Blob::new([0, 255])).build()?;
                sender.send(Ok(Said::Word(first.clone())))?;
                assert_eq!(next().await?, Heard::Word(first));
                sender.send(Ok(Said::Sound(sound())))?;
                assert_eq!(next().await?, Heard::Sound(sound()));
                let quote = Quote::builder().by("her").word(word("so")?).build();
                sender.send(Ok(Said::Quote(quote.clone())))?;
                assert_eq!(next().await?, Heard::Quote(quote));
                sender.send(Ok(Said::Pause))?;
                assert_eq!(next().await?, Heard::Pause);
                drop(sender);
                assert_eq!(next().await?, Heard::Quote(Quote::builder().by("me & you").word(word("bye")?).build()));
                assert!(output.heard.recv().await?.is_none());

                // An error of the model's, and nothing behind it.
                let said = EventStreamSender::of([Ok(Said::Word(word("lost")?)), Ok(Said::Pause)]);
                let mut output = client.converse().room("hall").said(said).send().await?;
                output.heard.recv().await?;
                let lost = output.heard.recv().await.expect_err("it is lost");
                let HeardError::LostException(lost) = lost.into_service_error() else { panic!("another error") };
                assert_eq!((lost.message(), lost.place()), (Some("click"), Some("Rome")));
                assert!(output.heard.recv().await?.is_none());

                // One of the client's.
                let sorry = SaidError::SorryException(SorryException::builder().message("a").build());
                let mut output =
                    client.converse().room("hall").said(EventStreamSender::once(Err(sorry))).send().await?;
                output.heard.recv().await?;
                assert_eq!(output.heard.recv().await?, Some(Heard::Word(word("never mind")?)));

                // An event that breaks a constraint, and an input that does.
                let long = || {
                    Ok::<_, Box<dyn std::error::Error>>(EventStreamSender::of([Ok(Said::Word(word("thirteen char")?))]))
                };
                let mut output = client.converse().room("hall").said(long()?).send().await?;
                output.heard.recv().await?;
                let why = output.heard.recv().await.expect_err("it is too long").into_service_error();
                assert!(why.is_invalid_parameter_exception(), "{why:?}");
                assert!(why.to_string().contains("word.text: Use 1 to 12 characters"), "{why}");
                let said = EventStreamSender::of([]);
                let why = client.converse().room("thirteen char").said(said).send().await.expect_err("it is too long");
                let why = why.into_service_error();
                assert!(why.is_invalid_parameter_exception(), "{why:?}");

                // An answer that is no stream.
                let said = EventStreamSender::of([Ok(Said::Word(word("a")?)), Ok(Said::Pause)]);
                assert_eq!(client.dictate().said(said).send().await?.words(), Some(2));
                let why = client.dictate().said(long()?).send().await.expect_err("it is too long");
                let why = why.into_service_error();
                assert!(why.is_invalid_parameter_exception(), "{why:?}");

                // A sample of each event.
                let mut output = client.listen().room("hall").send().await?;
                let mut heard = Vec::new();
                while let Some(event) = output.heard.recv().await? {
                    heard.push(event);
                }
                let [Heard::Word(word), Heard::Sound(sound), Heard::Quote(_), Heard::Pause] = &heard[..] else {
                    panic!("{heard:?}")
                };
                assert!(!word.text().is_empty() && sound.wave().is_some(), "{heard:?}");
                Ok(())
            }
        }
    };
}

scene!(rest_json, talk_rest_json_sdk);
scene!(aws_json, talk_aws_json_sdk);
scene!(rpc_json, talk_rpc_json_sdk);
scene!(rpc_cbor, talk_rpc_cbor_sdk);
scene!(rest_xml, talk_rest_xml_sdk);
