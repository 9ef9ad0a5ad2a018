//! One service, and how it answers a request.

pub(crate) mod history;

use crate::auth;
use crate::convention::generic;
use crate::model::{Model, Operation};
use crate::request::input;
use crate::request::recorded::RecordedRequest;
use crate::request::route::Router;
use crate::request::uri::Labels;
use crate::response::answer::{Answer, Problem};
use crate::response::output;
use crate::response::problem;
use crate::server::seed::Tables;
use crate::server::start_error::StartError;
use crate::state::call::{Call, Handler, Object};
use crate::state::store::Store;
use crate::wickr;
use codegen::lower::matches;
use serde_json::Value;
use std::sync::{Mutex, PoisonError};

/// A model, and what its operations do.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) model: Model,
    router: Router,
    /// What each operation does, in the model's order.
    handlers: Vec<Handler>,
}

/// An answer, and the operation that was meant.
pub(crate) type Answered<'s> = (Option<&'s Operation>, Answer);

impl Service {
    pub(crate) fn new(model: Model) -> Self {
        let of_service: fn(&str) -> Option<Handler> = if is_wickr(&model) { wickr::handler } else { |_| None };
        let handler = |operation: &Operation| of_service(&operation.name).unwrap_or(generic::handle);
        let handlers = model.operations.iter().map(handler).collect();
        Self { router: Router::new(&model), model, handlers }
    }

    /// How many operations have state.
    pub(crate) fn stateful(&self) -> usize {
        match is_wickr(&self.model) {
            true => self.model.operations.len(),
            false => self.model.operations.iter().filter(|operation| operation.plan.is_some()).count(),
        }
    }

    /// What is wrong with a state to begin with.
    pub(crate) fn check(&self, tables: &Tables) -> Result<(), StartError> {
        match is_wickr(&self.model) {
            true => wickr::check_seed(&self.model, tables).map_err(StartError::Seed),
            false => Ok(()),
        }
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
        // Before the signature, unlike AWS: who has the path wrong is better told so.
        let Some((operation, labels)) = self.router.find(&self.model, request)? else {
            return Err(Problem::UnknownOperation(self.unknown(request)));
        };
        *meant = Some(operation);
        let region = auth::region(request, operation, &self.model.signing_name, now)?;
        if denied.iter().any(|pattern| matches(pattern, &operation.name)) {
            let (service, name) = (&self.model.signing_name, &operation.name);
            return Err(Problem::Forbidden(format!("The caller is not authorized to perform {service}:{name}")));
        }
        let input = input::read(&self.model, operation, labels, request)?;
        let output = self.act(operation, input, region, &mut store.lock().unwrap_or_else(PoisonError::into_inner))?;
        output::write(&self.model, operation, &output)
    }

    /// What to say to a request that means no operation: what it may have meant.
    fn unknown(&self, request: &RecordedRequest) -> String {
        let RecordedRequest { method, path, .. } = request;
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

    /// Does what a call asks for, unless its idempotency token says that it was done before.
    fn act(
        &self,
        operation: &Operation,
        mut input: Object,
        region: &str,
        store: &mut Store,
    ) -> Result<Object, Problem> {
        let token = self.model.structure(operation.input).members.iter().find(|member| member.token);
        let token = token.map(|member| (&member.wire, input.remove(&member.name)));
        // A Region knows nothing of what happened in another.
        let token = token.and_then(|(member, value)| Some((member, format!("{region} {}", value?.as_str()?))));
        if let Some((member, token)) = &token
            && let Some((before, answer)) = store.answered(&operation.name, token)
        {
            return match *before == input {
                true => Ok(answer.clone()),
                false => Err(Problem::invalid(member, "Was used before, with other input")),
            };
        }
        let position = self.model.operations.iter().position(|other| std::ptr::eq(other, operation));
        let handler = position.and_then(|position| self.handlers.get(position)).copied().unwrap_or(generic::handle);
        let output = handler(&mut Call { model: &self.model, operation, region, input: &input, store })?;
        let Value::Object(output) = output else {
            return Err(Problem::Internal(format!("{} has no structure to answer", operation.name)));
        };
        if let Some((_, token)) = token {
            store.keep_answer(&operation.name, token, input, output.clone());
        }
        Ok(output)
    }
}

/// Whether a model is that of the service that has a module of its own.
fn is_wickr(model: &Model) -> bool {
    model.sdk_id == "Wickr"
}
