//! A call with streams of events, while it goes on.
//!
//! In: a request's head, and then the pieces of its body as they come. Out: the answer's head, as soon as there is one, and the
//! pieces of its body. Nothing here waits: whoever has the connection does.

use super::{Running, Service};
use crate::auth::Chain;
use crate::convention;
use crate::frame::{Frames, Message};
use crate::model::{Model, Object, Operation, Place};
use crate::request::event::{self as heard, Heard as Read};
use crate::request::{At, Problem, Reader, RecordedRequest, input};
use crate::response::{Answer, event, output};
use crate::state::{Heard, Play};
use bytes::Bytes;
use serde_json::Value;
use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;

/// How many bytes of events are kept for those who look at the request later.
const KEPT: usize = 64 * 1024;

/// A call while it goes on.
pub(crate) struct Talk {
    running: Arc<Running>,
    /// Which of the model's operations it is.
    operation: usize,
    region: String,
    chain: Option<Chain>,
    frames: Frames,
    /// What plays it, once its input is known.
    play: Option<Play>,
    input: Object,
    /// What a handler said last, where the answer is no stream.
    result: Option<Value>,
    /// The answer, or why it is none, until it is taken.
    answer: Option<Result<Answer, Problem>>,
    pieces: VecDeque<Bytes>,
    is_over: bool,
    /// What the client sent, and how many bytes that is.
    pub(crate) events: Vec<Value>,
    kept: usize,
    /// Why it ended before its end.
    pub(crate) why: Option<String>,
}

impl Talk {
    /// Begins a call. Its body has been read if it is no stream of events.
    pub(crate) fn begin(
        running: Arc<Running>,
        request: &RecordedRequest,
        denied: &[String],
        now: i64,
    ) -> Result<Self, Problem> {
        let service = running.service.clone();
        let (operation, labels, caller) = service.granted(request, denied, now, &mut None)?;
        let model = &service.model;
        let index = model.operations.iter().position(|other| std::ptr::eq(other, operation)).unwrap_or_default();
        let comes_later = operation.input_events.is_some() && has_initial(model, operation);
        let input = if comes_later { None } else { Some(input::read(model, operation, labels, request)?) };
        let mut talk = Self {
            operation: index,
            region: caller.region.to_owned(),
            chain: caller.chain,
            frames: Frames::default(),
            play: None,
            input: Object::new(),
            result: None,
            answer: None,
            pieces: VecDeque::new(),
            is_over: false,
            events: Vec::new(),
            kept: 0,
            why: None,
            running,
        };
        if let Some(input) = input {
            talk.start(&service, input)?;
        }
        if operation.input_events.is_none() {
            talk.finish(&service);
        }
        Ok(talk)
    }

    /// Whether there is an answer, if only its head, or a reason to give none.
    pub(crate) fn has_answer(&self) -> bool {
        self.answer.is_some()
    }

    /// The answer's head and what there is of its body; the answer as a whole, where it is no stream.
    pub(crate) fn take_answer(&mut self) -> Option<Result<Answer, Problem>> {
        self.answer.take()
    }

    /// The next piece of the answer's stream, if there is one.
    pub(crate) fn piece(&mut self) -> Option<Bytes> {
        self.pieces.pop_front()
    }

    /// Whether nothing more will come.
    pub(crate) fn is_over(&self) -> bool {
        self.is_over && self.pieces.is_empty()
    }

    /// Takes a piece of the request's stream, at `now` in seconds since 1970.
    pub(crate) fn hear(&mut self, piece: &[u8], now: i64) {
        let service = self.running.service.clone();
        self.frames.push(piece);
        while !self.is_over {
            let heard = match self.frames.next() {
                Ok(None) => break,
                Ok(Some(message)) => self.message(&service, message, now),
                Err(why) => Err(Problem::Malformed(why)),
            };
            if let Err(problem) = heard {
                self.fail(&service, problem);
            }
        }
    }

    /// The request's stream is over.
    pub(crate) fn end(&mut self) {
        if self.is_over {
            return;
        }
        let service = self.running.service.clone();
        let ended = self.frames.end().map_err(Problem::Malformed);
        let ended = ended.and_then(|()| self.chain.as_ref().map_or(Ok(()), Chain::end));
        match ended.and_then(|()| self.started(&service)) {
            Ok(()) => self.finish(&service),
            Err(problem) => self.fail(&service, problem),
        }
    }

    /// The request's stream broke off.
    pub(crate) fn broke(&mut self) {
        self.is_over = true;
        self.why.get_or_insert_with(|| "the client's stream broke off".to_owned());
    }

    fn operation<'s>(&self, service: &'s Service) -> Option<&'s Operation> {
        service.model.operations.get(self.operation)
    }

    /// Takes one message, and out of the one around it if there is such.
    fn message(&mut self, service: &Service, message: Message, now: i64) -> Result<(), Problem> {
        let message = match &mut self.chain {
            None => message,
            Some(chain) => match chain.open(message, now)? {
                end if end.is_empty() => return Ok(()),
                bytes => only(&bytes)?,
            },
        };
        let Some(operation) = self.operation(service) else { return Ok(()) };
        let Some(events) = &operation.input_events else { return Ok(()) };
        match heard::read(&service.model, operation, events, &message)? {
            Read::Initial(_) if self.play.is_some() => {
                Err(Problem::Malformed("An initial-request is not the first message".to_owned()))
            }
            Read::Initial(input) => self.start(service, input),
            Read::Event(event) => {
                self.started(service)?;
                self.keep(&event);
                self.turn(service, Heard::Event(&event))
            }
            Read::Error(error) => {
                self.started(service)?;
                self.keep(&error);
                self.turn(service, Heard::Event(&error))?;
                self.finish(service);
                Ok(())
            }
        }
    }

    /// Begins with what an input has that wasn't sent, if it hasn't begun.
    fn started(&mut self, service: &Service) -> Result<(), Problem> {
        let (Some(operation), true) = (self.operation(service), self.play.is_none()) else { return Ok(()) };
        let mut reader = Reader::of_requests(&service.model);
        let input = reader.members(&Object::new(), service.model.structure(operation.input), &At::ROOT);
        reader.finish()?;
        self.start(service, input)
    }

    /// Begins to play, now that the input is known.
    fn start(&mut self, service: &Service, input: Object) -> Result<(), Problem> {
        let Some(operation) = self.operation(service) else { return Ok(()) };
        if operation.output_events.is_some() {
            let output = service.act(operation, input.clone(), &self.region, &mut self.running.store())?;
            self.answer = Some(Ok(output::write(&service.model, operation, &output)?));
        }
        let play = match self.running.player(&operation.name) {
            Some(player) => (player.0)(&Value::Object(input.clone())),
            None => convention::play(&service.model, operation),
        };
        (self.input, self.play) = (input, Some(play));
        self.turn(service, Heard::Begin)
    }

    /// Lets the handler hear something, and plays what it makes of that.
    fn turn(&mut self, service: &Service, heard: Heard<'_>) -> Result<(), Problem> {
        let Some(operation) = self.operation(service) else { return Ok(()) };
        for value in self.play.as_mut().map(|play| play(heard)).unwrap_or_default() {
            if self.is_over {
                break;
            }
            let Some(events) = &operation.output_events else {
                self.result = Some(value);
                continue;
            };
            let message = event::write(&service.model, events, &value)?;
            self.is_over = message.text(":exception-type").is_some();
            self.pieces.push_back(message.to_bytes().into());
        }
        Ok(())
    }

    /// The client has said all.
    fn finish(&mut self, service: &Service) {
        let ended = self.turn(service, Heard::End);
        match (ended, self.operation(service)) {
            (Err(problem), _) => self.fail(service, problem),
            (Ok(()), Some(operation)) if operation.output_events.is_none() => {
                self.answer = Some(self.whole(service, operation));
            }
            _ => {}
        }
        self.is_over = true;
    }

    /// The answer that is no stream: as ever, with what the handler said in place of that.
    fn whole(&mut self, service: &Service, operation: &Operation) -> Result<Answer, Problem> {
        let input = std::mem::take(&mut self.input);
        let mut output = service.act(operation, input, &self.region, &mut self.running.store())?;
        if let Some(Value::Object(said)) = self.result.take() {
            output.extend(said);
        }
        output::write(&service.model, operation, &output)
    }

    /// Ends it with an error: of the stream, if that has begun, else instead of it.
    fn fail(&mut self, service: &Service, problem: Problem) {
        self.is_over = true;
        self.why = Some(problem.why());
        let events = self.operation(service).and_then(|operation| operation.output_events.as_ref());
        match (events, &self.play) {
            (Some(events), Some(_)) => {
                self.pieces.push_back(event::refuse(&service.model, events, &problem).to_bytes().into());
            }
            _ => self.answer = Some(Err(problem)),
        }
    }

    fn keep(&mut self, event: &Value) {
        self.kept += event.to_string().len();
        if self.kept <= KEPT {
            self.events.push(event.clone());
        }
    }
}

/// Whether the input has members beside its stream that travel in a message.
fn has_initial(model: &Model, operation: &Operation) -> bool {
    let members = &model.structure(operation.input).members;
    model.protocol.is_called() && members.iter().any(|member| member.place != Place::Events)
}

/// The one message that some bytes are.
fn only(bytes: &[u8]) -> Result<Message, Problem> {
    let mut frames = Frames::default();
    frames.push(bytes);
    let message = frames.next().and_then(|message| frames.end().map(|()| message));
    let message = message.map_err(|why| Problem::Malformed(format!("Within a signed message: {why}")))?;
    message.ok_or_else(|| Problem::Malformed("A signed message has no whole message in it".to_owned()))
}

impl fmt::Debug for Talk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Talk")
            .field("operation", &self.operation)
            .field("is_over", &self.is_over)
            .finish_non_exhaustive()
    }
}
