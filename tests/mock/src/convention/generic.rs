//! Operations of services that the mock has no module for.
//!
//! Those whose paths and members follow the conventions of REST have state: `POST /things` (or `PUT`) makes a thing,
//! `GET /things` lists things, and `GET`, `PUT`, `PATCH`, `POST` and `DELETE` of `/things/{id}` are about one. All others
//! answer with the model's example, else with values made up.

use crate::convention::crud;
use crate::made_up;
use crate::response::answer::Problem;
use crate::response::output;
use crate::state::call::{Call, Object};
use serde_json::Value;

/// Does what an operation's plan says, or answers something that the model allows.
pub(crate) fn handle(call: &mut Call<'_>) -> Result<Value, Problem> {
    match &call.operation.plan {
        Some(plan) => crud::act(call, plan),
        None => answer(call),
    }
}

/// An answer that the model allows.
pub(crate) fn answer(call: &mut Call<'_>) -> Result<Value, Problem> {
    Ok(Value::Object(output(call)))
}

/// The example whose input is that of the call, else the first; else values made up.
pub(crate) fn output(call: &Call<'_>) -> Object {
    let fits = |example: &&crate::model::Example| {
        let input = example.input.as_object();
        input.is_some_and(|input| input.iter().all(|(name, value)| call.input.get(name) == Some(value)))
    };
    let examples = &call.operation.examples;
    let example = examples.iter().find(fits).or_else(|| examples.first());
    let output = example.and_then(|example| example.output.as_object());
    // Examples in models are written by people, and some don't fit.
    let output = output.filter(|output| output::write(call.model, call.operation, output).is_ok());
    output.cloned().unwrap_or_else(|| made_up::output(call.model, call.operation))
}
