//! Operations that the mock knows nothing about: answered with the model's example, else with values made up.

use crate::answer::Problem;
use crate::call::Call;
use crate::synthesize;
use serde_json::Value;

/// An answer that the model allows.
pub(crate) fn answer(call: &mut Call<'_>) -> Result<Value, Problem> {
    let fits = |example: &&crate::model::Example| {
        let input = example.input.as_object();
        input.is_some_and(|input| input.iter().all(|(name, value)| call.input.get(name) == Some(value)))
    };
    let examples = &call.operation.examples;
    match examples.iter().find(fits).or_else(|| examples.first()) {
        Some(example) => Ok(example.output.clone()),
        None => Ok(Value::Object(synthesize::output(call.model, call.operation.output))),
    }
}
