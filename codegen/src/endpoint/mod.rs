//! Endpoint rule sets → Rust.
//!
//! In: the values of the traits `smithy.rules#endpointRuleSet`, or `smithy.rules#endpointBdd`, and
//! `smithy.rules#endpointTests`. Out: a module with `Params` and `resolve`, and a test file that holds the model's own
//! test cases. The rules become nested `if`s, a decision diagram a table of questions and a `match` on them; no
//! expression is interpreted at run time, and the functions that they call are `sdk_runtime::endpoint`'s.
//!
//! [`parse()`] does all the checking: names, types, and that a value which may be absent is tested before it is used. So
//! [`emit()`] has nothing to refuse.

mod diagram;
mod emit;
mod expr;
mod function;
mod parse;
mod problem;
mod rules;

#[cfg(test)]
mod diagram_tests;
#[cfg(test)]
mod tests;

pub(crate) use emit::{check_tests, emit, emit_tests};
pub(crate) use parse::{parse, parse_diagram, parse_tests};
pub(crate) use problem::Problem;
pub(crate) use rules::{EndpointTest, ParameterType, RuleSet, Value};
