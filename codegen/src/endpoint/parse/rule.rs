//! Rules and their conditions.

use super::super::Problem;
use super::super::function::Type;
use super::super::problem::At;
use super::super::rules::{Condition, Expr, ExprKind, Held, Outcome, Rule};
use super::expression::{parse_call, parse_expr};
use super::outcome::parse_endpoint;
use super::scope::Scope;
use super::{MAX_DEPTH, array, member, object, string};
use serde_json::{Map, Value as Json};

/// How many conditions a rule may have: each can be an `if` within those before it. No service comes near.
const MAX_CONDITIONS: usize = 100;

/// Parses rules of which the first that matches decides.
///
/// Rules after one that always matches are checked and left out, as are rules that never match; a tree without
/// conditions is replaced by its rules.
pub(super) fn parse_list(value: &Json, scope: &mut Scope, at: &At<'_>) -> Result<Vec<Rule>, Problem> {
    if at.depth() > MAX_DEPTH {
        return Err(at.problem("the rules are nested too deeply"));
    }
    let mut rules: Vec<Rule> = Vec::new();
    for (index, value) in array(value, at)?.iter().enumerate() {
        let Some(rule) = parse_rule(value, scope, &at.index(index))? else { continue };
        if rules.last().is_some_and(Rule::is_unconditional) {
            continue;
        }
        rules.push(rule);
    }
    // Where nothing follows, a tree that comes to an end without a match and the list that holds it end alike.
    if let Some(Rule { outcome: Outcome::Tree(_), conditions }) = rules.last()
        && conditions.is_empty()
        && let Some(Rule { outcome: Outcome::Tree(inner), .. }) = rules.pop()
    {
        rules.extend(inner);
    }
    Ok(rules)
}

/// Parses a rule; `None` if it can never match.
fn parse_rule(value: &Json, scope: &mut Scope, at: &At<'_>) -> Result<Option<Rule>, Problem> {
    let members = object(value, at)?;
    let mark = scope.mark();
    let mut conditions = Vec::new();
    if let Some(value) = members.get("conditions") {
        let at = at.member("conditions");
        let listed = array(value, &at)?;
        if listed.len() > MAX_CONDITIONS {
            return Err(at.problem(format!("a rule has more than {MAX_CONDITIONS} conditions")));
        }
        for (index, value) in listed.iter().enumerate() {
            parse_condition(value, scope, &mut conditions, &at.index(index))?;
        }
    }
    let outcome = parse_outcome(members, scope, at)?;
    conditions.extend(scope.take_needs());
    scope.back_to(mark);
    let never = conditions.iter().any(|condition| is_constant(condition, false));
    conditions.retain(|condition| !is_constant(condition, true));
    Ok((!never).then(|| collapse(conditions, outcome)))
}

fn is_constant(condition: &Condition, value: bool) -> bool {
    matches!(condition, Condition::Test(Expr { kind: ExprKind::Boolean(constant), .. }) if *constant == value)
}

/// Takes a tree's only rule in place of the tree when that rule has no conditions.
fn collapse(conditions: Vec<Condition>, outcome: Outcome) -> Rule {
    match outcome {
        Outcome::Tree(mut rules) if rules.len() == 1 && rules.iter().all(|rule| rule.conditions.is_empty()) => {
            let outcome = rules.pop().map_or(Outcome::Tree(Vec::new()), |rule| rule.outcome);
            Rule { conditions, outcome }
        }
        outcome => Rule { conditions, outcome },
    }
}

pub(super) fn parse_outcome(members: &Map<String, Json>, scope: &mut Scope, at: &At<'_>) -> Result<Outcome, Problem> {
    let kind = string(member(members, "type", at)?, &at.member("type"))?;
    match kind {
        "endpoint" => {
            let endpoint = parse_endpoint(member(members, "endpoint", at)?, scope, &at.member("endpoint"))?;
            Ok(Outcome::Endpoint(Box::new(endpoint)))
        }
        "error" => {
            let at_error = at.member("error");
            let message = parse_expr(member(members, "error", at)?, scope, &at_error)?;
            Ok(Outcome::Error(message.expect(Type::String, scope, &at_error)?))
        }
        "tree" => Ok(Outcome::Tree(parse_list(member(members, "rules", at)?, scope, &at.member("rules"))?)),
        other => {
            let message = format!("unknown type of rule `{other}`; a rule is an endpoint, an error or a tree");
            Err(at.member("type").problem(message))
        }
    }
}

/// Parses a condition into what it tests and what it names.
pub(super) fn parse_condition(
    value: &Json,
    scope: &mut Scope,
    conditions: &mut Vec<Condition>,
    at: &At<'_>,
) -> Result<(), Problem> {
    let members = object(value, at)?;
    let expr = parse_call(members, scope, at)?;
    conditions.extend(scope.take_needs());
    let assigned = match members.get("assign") {
        Some(name) => Some(string(name, &at.member("assign"))?),
        None => None,
    };
    match assigned {
        Some(smithy) => assign(smithy, expr, scope, conditions, &at.member("assign"))?,
        None => conditions.push(test(expr, members, scope)),
    }
    Ok(())
}

/// A condition that gives its value a name. A boolean has to be true besides.
fn assign(
    smithy: &str,
    value: Expr,
    scope: &mut Scope,
    conditions: &mut Vec<Condition>,
    at: &At<'_>,
) -> Result<(), Problem> {
    if value.optional {
        let name = scope.assign(smithy, &value, at)?;
        conditions.push(Condition::Bind { name, value });
        return Ok(());
    }
    let name = scope.assign(smithy, &value, at)?;
    let is_boolean = value.ty == Type::Boolean;
    conditions.push(Condition::Let { name: name.clone(), value });
    if is_boolean {
        conditions.push(Condition::Test(Expr::boolean(ExprKind::Variable { name, held: Held::Plain })));
    }
    Ok(())
}

/// A condition that only has to hold. Testing whether a parameter is set gives it a name, for the rule to use.
fn test(expr: Expr, members: &Map<String, Json>, scope: &mut Scope) -> Condition {
    if let ExprKind::IsSet(inner) = &expr.kind
        && matches!(inner.kind, ExprKind::Parameter(_))
        && let Some(smithy) = members.get("argv").and_then(|argv| argv.get(0)?.get("ref")?.as_str())
        && let Some(condition) = scope.narrow(smithy)
    {
        return condition;
    }
    match expr {
        expr if expr.optional => Condition::Test(Expr::boolean(ExprKind::IsSet(Box::new(expr)))),
        expr if expr.ty == Type::Boolean => Condition::Test(expr),
        _ => Condition::Test(Expr::boolean(ExprKind::Boolean(true))),
    }
}
