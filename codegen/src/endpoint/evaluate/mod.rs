//! Running a rule set, to see what it does.
//!
//! In: checked rules, and values of their parameters. Out: the [`Answer`], as the emitted `resolve` would give it. Only
//! the comparison of two models and that of test cases with the table of partitions ask for it; at run time, rules are
//! Rust.
//!
//! Rules are hostile: a text can double with every condition. So what is done is counted, and ends with the [`Budget`].

mod answer;
mod datum;
mod expression;
pub(super) mod function;
mod variables;
mod walk;

#[cfg(test)]
mod function_tests;
#[cfg(test)]
mod model_tests;
#[cfg(test)]
mod tests;

pub(super) use answer::{Answer, Endpoint};
pub(super) use function::Table;

use super::rules::{Parameter, ParameterType, RuleSet, Value};
use datum::Datum;
use std::collections::BTreeMap;
use variables::Variables;

/// What parameters are set to, by name. What isn't among them has its default, or isn't set.
pub(super) type Params<'a> = BTreeMap<&'a str, &'a Value>;

/// How many steps may still be done: about one for each expression, and for each byte of a text that is made or looked
/// through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Budget(pub(super) usize);

/// The budget is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spent;

impl Budget {
    /// Takes steps from it.
    ///
    /// # Errors
    /// There aren't as many.
    pub(super) fn spend(&mut self, steps: usize) -> Result<(), Spent> {
        match self.0.checked_sub(steps) {
            Some(left) => self.0 = left,
            None => {
                self.0 = 0;
                return Err(Spent);
            }
        }
        Ok(())
    }
}

/// What rules answer to these parameters. A parameter that they don't have, or whose type is another, counts as not given.
///
/// # Errors
/// The budget was used up before there was an answer.
pub(super) fn evaluate<'a>(
    rules: &'a RuleSet,
    params: &Params<'a>,
    table: Table,
    budget: &'a mut Budget,
) -> Result<Answer, Spent> {
    budget.spend(rules.parameters.len())?;
    let value = |parameter: &'a Parameter| {
        let given = params.get(parameter.name.as_str()).copied();
        let given = given.filter(|value| is_of(value, parameter.ty)).or(parameter.default.as_ref());
        given.map(|value| (parameter.field.as_str(), value))
    };
    let parameters = rules.parameters.iter().filter_map(value).collect();
    Evaluation { parameters, variables: Variables::default(), table, budget }.answer(rules)
}

/// Whether a value is of a parameter's type.
pub(super) fn is_of(value: &Value, ty: ParameterType) -> bool {
    match value {
        Value::String(_) => ty == ParameterType::String,
        Value::Boolean(_) => ty == ParameterType::Boolean,
        Value::StringArray(_) => ty == ParameterType::StringArray,
    }
}

/// Rules that are being run.
struct Evaluation<'a> {
    /// The values of those parameters that have one, by field.
    parameters: BTreeMap<&'a str, &'a Value>,
    variables: Variables<'a>,
    table: Table,
    budget: &'a mut Budget,
}
