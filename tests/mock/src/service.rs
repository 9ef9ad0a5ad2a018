//! One service, and how it answers a request.

use crate::answer::{Answer, Fault, Problem};
use crate::auth;
use crate::call::{Call, parse_query};
use crate::request::RecordedRequest;
use crate::route::{self, Route};
use crate::store::{Repeat, Store};
use serde_json::Value;

/// What is a service's own.
#[derive(Debug)]
pub(crate) struct Service {
    /// The name that requests are signed for.
    pub(crate) signing_name: &'static str,
    /// The header that carries the idempotency token, where an operation has one.
    pub(crate) token_header: &'static str,
    pub(crate) routes: &'static [Route],
    /// Puts a problem in the service's words.
    pub(crate) fault: fn(Problem) -> Fault,
}

impl Service {
    /// The answer to a request, and the operation that was meant.
    pub(crate) fn answer(&self, request: &RecordedRequest, store: &mut Store) -> (Option<&'static str>, Answer) {
        let mut operation = None;
        let result = self.run(request, store, &mut operation);
        (operation, self.written(result))
    }

    /// A result in the service's form.
    pub(crate) fn written(&self, result: Result<Value, Problem>) -> Answer {
        result.map_err(self.fault).into()
    }

    fn run(
        &self,
        request: &RecordedRequest,
        store: &mut Store,
        operation: &mut Option<&'static str>,
    ) -> Result<Value, Problem> {
        let found = route::find(self.routes, &request.method, &request.path)?;
        *operation = found.as_ref().map(|(route, _)| route.operation);
        let region = auth::region(&request.headers, self.signing_name)?;
        let Some((route, labels)) = found else {
            return Err(Problem::UnknownOperation(format!("No operation is {} {}", request.method, request.path)));
        };
        let token = request.header(self.token_header);
        let repeat = token.map(|token| Repeat {
            operation: route.operation,
            path: request.path.clone(),
            token: token.to_owned(),
        });
        if let Some(answer) = repeat.as_ref().and_then(|repeat| store.answered(repeat)) {
            return Ok(answer.clone());
        }
        let query = parse_query(&request.query)?;
        let answer = (route.handler)(&mut Call { region, labels, query, body: &request.body, store })?;
        if let Some(repeat) = repeat {
            store.keep_answer(repeat, answer.clone());
        }
        Ok(answer)
    }
}
