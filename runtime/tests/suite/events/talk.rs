//! A service that is talked to by streams of events.

use crate::support::config;
use sdk_runtime::Handle;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{
    Bytes, Cbor, CborEvents, Enum, EpochSeconds, EventCodec, JsonEvents, Nested, Plain, Root, Text, XmlEvents,
};
use sdk_runtime::config::Builder;
use sdk_runtime::declare::{Auth, Effect, Metadata, Service};
use sdk_runtime::event_stream::{EventReceiver, EventStreamSender};
use sdk_runtime::primitives::{Blob, DateTime};

macro_rules! service {
    ($name:ident, $content_type:literal $(, $($header:expr),+)?) => {
        pub static $name: Service = Service {
            sdk_id: "Talk",
            api_version: "2026-01-01",
            package_version: "0.1.0",
            signing_name: "talk",
            endpoint: |built_ins| {
                Ok(sdk_runtime::endpoint::Endpoint::new(
                    built_ins.endpoint.as_deref().unwrap_or("https://talk.example"),
                ))
            },
            endpoint_by_account: false,
            content_type: $content_type,
            headers: &[$($($header),+)?],
            retryable_errors: &[],
        };
    };
}

service!(TALK, "application/json");
service!(XML, "application/xml");
service!(CBOR, "application/cbor", ("smithy-protocol", "rpc-v2-cbor"), ("accept", "application/cbor"));
service!(RPC_JSON, "application/json", ("smithy-protocol", "rpc-v2-json"), ("accept", "application/json"));

sdk_runtime::string_enum! {
    /// A tone.
    pub enum Tone {
        /// Low.
        Low = "low",
    }
}

sdk_runtime::structure! {
    /// A word.
    pub struct Word {
        /// It.
        pub text: Option<String>,
    }
    shared WordBuilder {
        text, set_text, get_text: optional text = member "text";
    }
}

sdk_runtime::structure! {
    /// A sound.
    pub struct Sound {
        /// How it sounds.
        pub tone: Option<Tone>,
        /// When.
        pub at: Option<DateTime>,
        /// How loud.
        pub volume: Option<i32>,
        /// Its wave.
        pub wave: Option<Blob>,
    }
    shared SoundBuilder {
        tone, set_tone, get_tone: optional value(Tone) = event_header "tone" as Enum(Plain);
        at, set_at, get_at: optional value(DateTime) = event_header "at" as EpochSeconds;
        volume, set_volume, get_volume: optional copy(i32) = event_header "volume";
        wave, set_wave, get_wave: optional value(Blob) = event_payload "wave" as Bytes("application/octet-stream");
    }
}

sdk_runtime::structure! {
    /// A line.
    pub struct Line {
        /// As text.
        pub text: Option<String>,
    }
    shared LineBuilder {
        text, set_text, get_text: optional text = event_payload "text" as Text("text/plain");
    }
}

sdk_runtime::structure! {
    /// Something quoted.
    pub struct Quote {
        /// Who said it.
        pub by: Option<String>,
        /// What.
        pub word: Option<Word>,
    }
    shared QuoteBuilder {
        by, set_by, get_by: optional text = event_header "by";
        word, set_word, get_word: optional value(Word) = event_payload "word" as Nested;
    }
}

sdk_runtime::structure! {
    /// The line went dead.
    pub struct LostError {
        /// Why.
        pub message: Option<String>,
        /// Where.
        pub place: Option<String>,
    }
    error LostErrorBuilder {
        message, set_message, get_message: optional text = member "message";
        place, set_place, get_place: optional text = member "place";
    }
}

mod errors {
    pub use super::LostError;
}

sdk_runtime::service_error! {
    /// What fails.
    pub enum Error of (errors) {
        /// Lost.
        LostError = "LostError" (400), is_lost_error;
    }
}

sdk_runtime::union! {
    /// What is said.
    pub enum Said {
        /// A word.
        Word(Word), is_word, as_word = "word" as Nested;
        /// A sound.
        Sound(Sound), is_sound, as_sound = "sound" as Nested;
        /// A line.
        Line(Line), is_line, as_line = "line" as Nested;
        /// A quote.
        Quote(Quote), is_quote, as_quote = "quote" as Nested;
        /// Nothing.
        Pause, is_pause = "pause";
    }
}

sdk_runtime::event_stream! {
    Said of JsonEvents, until (Error) {
        Word(Word) = "word";
        Sound(Sound) = "sound";
        Line(Line) = "line";
        Quote(Quote) = "quote";
        Pause = "pause";
        !LostError = "lost" as "LostError";
    }
}

sdk_runtime::structure! {
    /// A quote in XML.
    pub struct Cited {
        /// What.
        pub word: Option<Word>,
    }
    shared CitedBuilder {
        word, set_word, get_word: optional value(Word) = event_payload "word" as Root("Word", Nested);
    }
}

sdk_runtime::union! {
    /// What is written.
    pub enum Written {
        /// A word.
        Word(Word), is_word, as_word = "word" as Nested;
        /// A quote.
        Cited(Cited), is_cited, as_cited = "cited" as Nested;
    }
}

sdk_runtime::event_stream! {
    Written of XmlEvents, until (Error) {
        Word(Word) = "word";
        Cited(Cited) = "cited";
        !LostError = "lost" as "LostError";
    }
}

sdk_runtime::structure! {
    /// A quote in CBOR.
    pub struct Reported {
        /// Who said it.
        pub by: Option<String>,
        /// What.
        pub word: Option<Word>,
    }
    shared ReportedBuilder {
        by, set_by, get_by: optional text = event_header "by";
        word, set_word, get_word: optional value(Word) = event_payload "word" as Cbor(Nested);
    }
}

sdk_runtime::union! {
    /// What is packed.
    pub enum Packed {
        /// A word.
        Word(Word), is_word, as_word = "word" as Nested;
        /// A sound.
        Sound(Sound), is_sound, as_sound = "sound" as Nested;
        /// A quote.
        Reported(Reported), is_reported, as_reported = "reported" as Nested;
        /// Nothing.
        Pause, is_pause = "pause";
    }
}

sdk_runtime::event_stream! {
    Packed of CborEvents, until (Error) {
        Word(Word) = "word";
        Sound(Sound) = "sound";
        Reported(Reported) = "reported";
        Pause = "pause";
        !LostError = "lost" as "LostError";
    }
}

macro_rules! operation {
    ($input:ident, $builder:ident, $fluent:ident => $output:ident, $output_builder:ident, $metadata:ident: $service:ident,
        $union:ident, $place:ident { $($more:tt)* }) => {
        sdk_runtime::structure! {
            /// What goes.
            pub struct $input {
                /// The room.
                pub room: Option<String>,
                /// What is said there.
                pub said: EventStreamSender<$union, Error>,
            }
            streaming input $builder, $fluent => $output, Error {
                room, set_room, get_room: optional text + required = $place "room";
                said, set_said, get_said: always value(EventStreamSender<$union, Error>) + required = events "said" as EventCodec;
            }
        }

        sdk_runtime::structure! {
            /// What comes.
            pub struct $output {
                /// The room.
                pub room: String,
                /// What is heard there.
                pub heard: EventReceiver<$union, Error>,
            }
            streaming output try $output_builder {
                room, set_room, get_room: always text = $place "room";
                heard, set_heard, get_heard: always value(EventReceiver<$union, Error>) = events "heard" as EventCodec;
            }
        }

        static $metadata: Metadata =
            Metadata { service: &$service, name: "Talk", method: "POST", uri: "/talk", effect: Effect::ReadOnly };

        impl Operation for $input {
            type Output = $output;
            type Error = Error;
            const METADATA: &'static Metadata = &$metadata;
            $($more)*
        }
    };
}

operation! { TalkInput, TalkInputBuilder, TalkFluentBuilder => TalkOutput, TalkOutputBuilder, METADATA: TALK, Said, header {
    sdk_runtime::request_events!(said);
    sdk_runtime::response_events!(heard);
} }

operation! { OpenInput, OpenInputBuilder, OpenFluentBuilder => OpenOutput, OpenOutputBuilder, OPEN: TALK, Said, header {
    const AUTH: Auth = Auth::NONE;
    sdk_runtime::request_events!(said);
    sdk_runtime::response_events!(heard);
} }

operation! { CallInput, CallInputBuilder, CallFluentBuilder => CallOutput, CallOutputBuilder, CALL: TALK, Said, member {
    const TARGET: Option<&'static str> = Some("Talk.Call");
    sdk_runtime::request_events!(said, initial);
    sdk_runtime::response_events!(heard, initial);
} }

operation! { WriteInput, WriteInputBuilder, WriteFluentBuilder => WriteOutput, WriteOutputBuilder, WRITE: XML, Written, header {
    sdk_runtime::rest_xml!();
    sdk_runtime::request_events!(said);
    sdk_runtime::response_events!(heard);
} }

operation! { PackInput, PackInputBuilder, PackFluentBuilder => PackOutput, PackOutputBuilder, PACK: CBOR, Packed, member {
    sdk_runtime::rpc_v2_cbor!(input);
    sdk_runtime::request_events!(said, initial);
    sdk_runtime::response_events!(heard, initial);
} }

operation! { SpeakInput, SpeakInputBuilder, SpeakFluentBuilder => SpeakOutput, SpeakOutputBuilder, SPEAK: RPC_JSON, Said, member {
    sdk_runtime::rpc_v2_json!(input);
    sdk_runtime::request_events!(said, initial);
    sdk_runtime::response_events!(heard, initial);
} }

sdk_runtime::structure! {
    /// What goes.
    pub struct DictateInput {
        /// What is said.
        pub said: EventStreamSender<Said, Error>,
    }
    streaming input DictateInputBuilder, DictateFluentBuilder => DictateOutput, Error {
        said, set_said, get_said: always value(EventStreamSender<Said, Error>) + required = events "said" as EventCodec;
    }
}

sdk_runtime::structure! {
    /// What comes.
    pub struct DictateOutput {
        /// How many words there were.
        pub words: Option<i32>,
    }
    output DictateOutputBuilder {
        words, set_words, get_words: optional copy(i32) = member "words";
    }
}

static DICTATE: Metadata =
    Metadata { service: &TALK, name: "Dictate", method: "POST", uri: "/dictate", effect: Effect::ReadOnly };

impl Operation for DictateInput {
    type Output = DictateOutput;
    type Error = Error;
    const METADATA: &'static Metadata = &DICTATE;
    sdk_runtime::request_events!(said);
}

/// Talks.
#[derive(Clone, Debug)]
pub struct Client {
    pub json: Handle,
    pub xml: Handle,
    pub cbor: Handle,
    pub rpc_json: Handle,
}

impl Client {
    pub fn new(settings: Builder) -> Self {
        let config = settings.build();
        Self {
            json: Handle::new(&TALK, config.clone()),
            xml: Handle::new(&XML, config.clone()),
            cbor: Handle::new(&CBOR, config.clone()),
            rpc_json: Handle::new(&RPC_JSON, config),
        }
    }

    pub fn at(url: &str) -> Self {
        Self::new(config(url))
    }

    pub fn talk(&self) -> TalkFluentBuilder {
        TalkFluentBuilder::new(self.json.clone())
    }

    pub fn open(&self) -> OpenFluentBuilder {
        OpenFluentBuilder::new(self.json.clone())
    }

    pub fn call(&self) -> CallFluentBuilder {
        CallFluentBuilder::new(self.json.clone())
    }

    pub fn write(&self) -> WriteFluentBuilder {
        WriteFluentBuilder::new(self.xml.clone())
    }

    pub fn pack(&self) -> PackFluentBuilder {
        PackFluentBuilder::new(self.cbor.clone())
    }

    pub fn speak(&self) -> SpeakFluentBuilder {
        SpeakFluentBuilder::new(self.rpc_json.clone())
    }

    pub fn dictate(&self) -> DictateFluentBuilder {
        DictateFluentBuilder::new(self.json.clone())
    }
}

pub fn word(text: &str) -> Said {
    Said::Word(Word::builder().text(text).build())
}

/// Words, and nothing after them.
pub fn words(texts: &[&str]) -> EventStreamSender<Said, Error> {
    EventStreamSender::of(texts.iter().map(|text| Ok(word(text))).collect::<Vec<_>>())
}
