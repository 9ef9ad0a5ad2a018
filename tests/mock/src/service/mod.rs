//! One service: how it answers a request, and what it remembers while it runs.
//!
//! In: a request as it arrived. Out: the answer to it, and the operation that was meant.
//!
//! | file | knows |
//! |---|---|
//! | `running` | a service's state and its requests, from the start or the last reset on |
//! | `talk` | a call with streams of events, while it goes on |
//! | `history` | which requests are kept, and how many there were |

mod history;
mod running;
mod talk;

pub(crate) use running::{Running, Watcher};
pub(crate) use talk::Talk;

use crate::auth::Caller;
use crate::convention::{self, Plan};
use crate::model::{Dispatch, Model, Object, Operation};
use crate::request::{Labels, Problem, RecordedRequest, Router, called, check_media, input};
use crate::response::{Answer, output, problem};
use crate::state::{Call, Handler, Store, Tables};
use crate::{auth, wickr};
use codegen::matches;
use serde_json::Value;
use std::sync::{Mutex, PoisonError};

/// A model, and what its operations do.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) model: Model,
    router: Router,
    /// What each operation does, in the model's order.
    does: Vec<Does>,
    /// The digests of passwords that were taken.
    digests: auth::Digests,
}

/// What an operation does.
#[derive(Debug)]
enum Does {
    /// What its service's room says.
    Own(Handler),
    /// What it does by convention, if it follows one; otherwise anything that the model allows.
    Convention(Option<Plan>),
}

/// An answer, and the operation that was meant.
pub(crate) type Answered<'s> = (Option<&'s Operation>, Answer);

impl Service {
    pub(crate) fn new(model: Model) -> Self {
        let of_service: fn(&str) -> Option<Handler> = if is_wickr(&model) { wickr::handler } else { |_| None };
        let does = |(operation, plan): (&Operation, _)| match of_service(&operation.name) {
            Some(handler) => Does::Own(handler),
            None => Does::Convention(plan),
        };
        let does = model.operations.iter().zip(convention::plans(&model)).map(does).collect();
        Self { router: Router::new(&model), model, does, digests: auth::Digests::default() }
    }

    /// How many operations have state.
    pub(crate) fn stateful(&self) -> usize {
        self.does.iter().filter(|does| !matches!(does, Does::Convention(None))).count()
    }

    /// What is wrong with a state to begin with.
    pub(crate) fn check(&self, tables: &Tables) -> Result<(), String> {
        match is_wickr(&self.model) {
            true => wickr::check_seed(&self.model, tables),
            false => Ok(()),
        }
    }

    /// Whether an operation of this name sends or receives events.
    pub(crate) fn streams(&self, name: &str) -> bool {
        let named = self.model.operations.iter().find(|operation| &*operation.name == name);
        named.is_some_and(|operation| operation.input_events.is_some() || operation.output_events.is_some())
    }

    /// Whether an operation's name matches a pattern.
    pub(crate) fn has(&self, pattern: &str) -> bool {
        self.model.operations.iter().any(|operation| matches(pattern, &operation.name))
    }

    /// The answer to a request that arrived at `now`, in seconds since 1970.
    /// Operations whose names match a pattern in `denied` are refused.
    pub(crate) fn answer(
        &self,
        request: &RecordedRequest,
        store: &Mutex<Store>,
        denied: &[String],
        now: i64,
    ) -> Answered<'_> {
        let mut operation = None;
        let answer = self.run(request, store, denied, now, &mut operation);
        let answer = answer.unwrap_or_else(|problem| problem::answer(&self.model, operation, &problem));
        (operation, answer)
    }

    /// The operation that a request means, and the labels in its path.
    pub(crate) fn meaning(&self, request: &RecordedRequest) -> Option<(&Operation, Labels<'_>)> {
        self.router.find(&self.model, request).ok().flatten()
    }

    /// Whether the operation that a request means, by its head, has a stream of events.
    pub(crate) fn has_events(&self, request: &RecordedRequest) -> bool {
        let meant = self.meaning(request);
        meant.is_some_and(|(operation, _)| operation.input_events.is_some() || operation.output_events.is_some())
    }

    /// The answer to a request that isn't looked into.
    pub(crate) fn refuse(&self, request: &RecordedRequest, problem: &Problem) -> Answered<'_> {
        let operation = self.meaning(request).map(|(operation, _)| operation);
        (operation, problem::answer(&self.model, operation, problem))
    }

    /// Whether nothing can be doubled by doing what a request asks for and then losing the answer.
    pub(crate) fn is_safe_to_lose(&self, request: &RecordedRequest) -> bool {
        self.meaning(request).is_some_and(|(operation, _)| operation.readonly)
    }

    fn run<'s>(
        &'s self,
        request: &RecordedRequest,
        store: &Mutex<Store>,
        denied: &[String],
        now: i64,
        meant: &mut Option<&'s Operation>,
    ) -> Result<Answer, Problem> {
        let (operation, labels, Caller { region, .. }) = self.granted(request, denied, now, meant)?;
        let input = input::read(&self.model, operation, labels, request)?;
        let output = self.act(operation, input, region, &mut store.lock().unwrap_or_else(PoisonError::into_inner))?;
        output::write(&self.model, operation, &output)
    }

    /// The operation that a request means, which its caller may call.
    fn granted<'s, 'r>(
        &'s self,
        request: &'r RecordedRequest,
        denied: &[String],
        now: i64,
        meant: &mut Option<&'s Operation>,
    ) -> Result<(&'s Operation, Labels<'s>, Caller<'r>), Problem> {
        // Before the signature, unlike AWS: who has the path wrong is better told so.
        let Some((operation, labels)) = self.router.find(&self.model, request)? else {
            return Err(Problem::UnknownOperation(self.unknown(request)));
        };
        *meant = Some(operation);
        check_media(self.model.protocol, operation, request)?;
        let caller = auth::caller(request, operation, &self.model.signing_name, now, &self.digests)?;
        if denied.iter().any(|pattern| matches(pattern, &operation.name)) {
            let (service, name) = (&self.model.signing_name, &operation.name);
            return Err(Problem::Forbidden(format!("The caller is not authorized to perform {service}:{name}")));
        }
        Ok((operation, labels, caller))
    }

    /// What to say to a request that means no operation: what it may have meant.
    fn unknown(&self, request: &RecordedRequest) -> String {
        let RecordedRequest { method, path, .. } = request;
        if self.model.protocol.is_called() {
            let by = match self.model.protocol.dispatch {
                Dispatch::Target => "X-Amz-Target",
                Dispatch::Action => "Action",
                Dispatch::Http | Dispatch::Route => {
                    let service = &self.model.target;
                    return format!(
                        "No operation is {method} {path}; those of {service} are POST /service/{service}/operation/NAME"
                    );
                }
            };
            return match called(&self.model, request) {
                Some(name) => format!("No operation is {method} {path} with the {by} {name}"),
                None => {
                    format!("Nothing in {method} {path} says which operation is meant: it has no {by} of this service")
                }
            };
        }
        let mut text = format!("No operation is {method} {path}");
        if path == "/" {
            text.push_str("; /_mock lists those that there are");
        }
        let whole = path.strip_suffix('/').filter(|whole| !whole.is_empty()).unwrap_or(path);
        let meant = RecordedRequest { path: whole.to_owned(), ..request.clone() };
        let methods = self.router.methods(&self.model, &meant);
        if !methods.is_empty() {
            text.push_str(&format!("; there is {} {whole}", methods.join(" or ")));
        }
        text
    }

    /// Does what a request asks for, unless its idempotency token says that it was done before.
    fn act(
        &self,
        operation: &Operation,
        mut input: Object,
        region: &str,
        store: &mut Store,
    ) -> Result<Object, Problem> {
        let Some((member, token)) = self.take_token(operation, region, &mut input) else {
            return self.perform(operation, &input, region, store);
        };
        if let Some((before, answer)) = store.answered(&operation.name, &token) {
            return match *before == input {
                true => Ok(answer.clone()),
                false => Err(Problem::invalid(member, "Was used before, with other input")),
            };
        }
        let output = self.perform(operation, &input, region, store)?;
        store.keep_answer(&operation.name, token, input, output.clone());
        Ok(output)
    }

    /// Takes the idempotency token out of an input, if there is one: the member that holds it, and what tells the token from
    /// all others. A Region knows nothing of what happened in another.
    fn take_token(&self, operation: &Operation, region: &str, input: &mut Object) -> Option<(&str, String)> {
        let member = self.model.structure(operation.input).members.iter().find(|member| member.token)?;
        let token = input.remove(&member.name)?;
        Some((&member.wire, format!("{region} {}", token.as_str()?)))
    }

    /// Does what a request asks for.
    fn perform(
        &self,
        operation: &Operation,
        input: &Object,
        region: &str,
        store: &mut Store,
    ) -> Result<Object, Problem> {
        let mut call = Call { model: &self.model, operation, region, input, store };
        let position = self.model.operations.iter().position(|other| std::ptr::eq(other, operation));
        let output = match position.and_then(|position| self.does.get(position)) {
            Some(Does::Own(handler)) => handler(&mut call)?,
            Some(Does::Convention(plan)) => convention::handle(&mut call, plan.as_ref())?,
            None => convention::handle(&mut call, None)?,
        };
        match output {
            Value::Object(output) => Ok(output),
            _ => Err(Problem::Internal(format!("{} has no structure to answer", operation.name))),
        }
    }
}

/// Whether a model is that of the service that has a module of its own.
fn is_wickr(model: &Model) -> bool {
    model.sdk_id == "Wickr"
}
