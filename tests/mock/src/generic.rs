//! Operations of services that the mock has no module for.
//!
//! Those whose paths and members follow the conventions of REST have state: `POST /things` (or `PUT`) makes a thing,
//! `GET /things` lists things, and `GET`, `PUT`, `PATCH`, `POST` and `DELETE` of `/things/{id}` are about one. All others
//! answer with the model's example, else with values made up.

use crate::answer::Problem;
use crate::call::{Call, Handler, Object};
use crate::crud::{self, Convention};
use crate::model::{Model, Operation};
use crate::{output, synthesize};
use serde_json::Value;

/// What an operation does.
pub(crate) fn handler(model: &Model, operation: &Operation) -> Handler {
    match crud::convention(model, operation) {
        Some(Convention::Create) => crud::create,
        Some(Convention::List) => crud::list,
        Some(Convention::Get) => crud::get,
        Some(Convention::Update) => crud::update,
        Some(Convention::Delete) => crud::delete,
        None => answer,
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
    output.cloned().unwrap_or_else(|| synthesize::output(call.model, call.operation.output))
}
