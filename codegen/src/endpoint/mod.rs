//! Endpoint rule sets → Rust.
//!
//! In: the values of the traits `smithy.rules#endpointRuleSet`, or `smithy.rules#endpointBdd`, and
//! `smithy.rules#endpointTests`. Out: a module with `Params` and `resolve`, and a test file that holds the model's own
//! test cases. The rules become nested `if`s, a decision diagram a table of questions and a `match` on them; no
//! expression is interpreted at run time, and the functions that they call are `sdk_runtime::endpoint`'s.
//!
//! [`parse()`] does all the checking: names, types, and that a value which may be absent is tested before it is used. So
//! [`emit()`] has nothing to refuse.
//!
//! Two models' rules can do the same and be written otherwise. To tell, [`compare()`] runs both on many parameters. And test
//! cases can be older than the table of partitions: [`up_to_date()`] finds them. For these two rules are interpreted here, by
//! functions that give what the runtime's give.

mod compare;
mod current;
mod diagram;
mod emit;
mod evaluate;
mod expr;
mod function;
mod parse;
mod problem;
mod rules;

#[cfg(test)]
mod diagram_tests;
#[cfg(test)]
mod tests;

pub(crate) use compare::{Comparison, Verdict, compare};
pub(crate) use current::up_to_date;
pub(crate) use emit::{check_tests, emit, emit_tests};
pub(crate) use parse::{parse, parse_diagram, parse_tests};
pub(crate) use problem::Problem;
pub(crate) use rules::{EndpointTest, Parameter, ParameterType, RuleSet, Value};
