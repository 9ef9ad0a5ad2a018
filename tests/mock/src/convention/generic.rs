//! Operations of services that the mock has no module for.
//!
//! Those whose paths and members follow the conventions of REST have state: `POST /things` (or `PUT`) makes a thing,
//! `GET /things` lists things, and `GET`, `PUT`, `PATCH`, `POST` and `DELETE` of `/things/{id}` are about one. All others
//! answer with the model's example, else with values made up.

use super::crud;
use super::plan::Plan;
use crate::made_up;
use crate::model::Example;
use crate::request::Problem;
use crate::response::output;
use crate::state::Call;
use serde_json::Value;

/// Does what an operation's plan says, or answers something that the model allows.
pub(crate) fn handle(call: &mut Call<'_>, plan: Option<&Plan>) -> Result<Value, Problem> {
    match plan {
        Some(plan) => crud::act(call, plan),
        None => Ok(answer(call)),
    }
}

/// The example whose input is that of the call, else the first; else values made up.
pub(super) fn answer(call: &Call<'_>) -> Value {
    let fits = |example: &&Example| {
        let input = example.input.as_object();
        input.is_some_and(|input| input.iter().all(|(name, value)| call.input.get(name) == Some(value)))
    };
    let examples = &call.operation.examples;
    let example = examples.iter().find(fits).or_else(|| examples.first());
    let given = example.and_then(|example| example.output.as_object());
    // Examples in models are written by people, and some don't fit.
    let given = given.filter(|given| output::write(call.model, call.operation, given).is_ok());
    Value::Object(given.cloned().unwrap_or_else(|| made_up::output(call.model, call.operation)))
}
