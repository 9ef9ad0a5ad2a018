//! From rule to rule, or from question to question, to the answer.

use super::super::diagram::{Diagram, Next, Question};
use super::super::rules::{Condition, EndpointRule, Expr, Outcome, Rule, RuleSet, Rules, Signing};
use super::{Answer, Datum, Endpoint, Evaluation, Spent};

impl<'a> Evaluation<'a> {
    /// What the rules come to.
    pub(super) fn answer(mut self, rules: &'a RuleSet) -> Result<Answer, Spent> {
        for condition in &rules.required {
            if !self.holds(condition)?
                && let Condition::Bind { name, .. } = condition
            {
                return Ok(Answer::Error(format!("the endpoint parameter `{name}` is required")));
            }
        }
        match &rules.rules {
            Rules::List(rules) => self.list(rules),
            Rules::Diagram(diagram) => self.diagram(diagram),
        }
    }

    /// The first rule that matches decides: a tree that comes to an end isn't left again.
    fn list(&mut self, mut rules: &'a [Rule]) -> Result<Answer, Spent> {
        while let Some(rule) = self.first_match(rules)? {
            match &rule.outcome {
                Outcome::Tree(inner) => rules = inner,
                outcome => return self.outcome(outcome),
            }
        }
        Ok(Answer::NoMatch)
    }

    /// The first rule whose conditions hold. Their variables stay.
    fn first_match(&mut self, rules: &'a [Rule]) -> Result<Option<&'a Rule>, Spent> {
        for rule in rules {
            self.budget.spend(1)?;
            let mark = self.variables.mark();
            if self.hold(&rule.conditions)? {
                return Ok(Some(rule));
            }
            self.variables.back_to(mark);
        }
        Ok(None)
    }

    /// Asks from the first node on. Parsing made sure that every answer leads on to a later question.
    fn diagram(&mut self, diagram: &'a Diagram) -> Result<Answer, Spent> {
        let mut next = diagram.first;
        loop {
            self.budget.spend(1)?;
            next = match next {
                Next::Ask(node) => {
                    let Some(node) = diagram.nodes.get(node) else { return Ok(Answer::NoMatch) };
                    let Some(question) = diagram.questions.get(node.question) else { return Ok(Answer::NoMatch) };
                    if self.ask(question)? { node.then } else { node.otherwise }
                }
                Next::Give(result) => {
                    let Some((needs, outcome)) = diagram.results.get(result) else { return Ok(Answer::NoMatch) };
                    return if self.hold(needs)? { self.outcome(outcome) } else { Ok(Answer::NoMatch) };
                }
                Next::NoMatch => return Ok(Answer::NoMatch),
            };
        }
    }

    /// Whether a question's answer is yes: a boolean that is true; of one that gives a name to something else, that it is
    /// there.
    fn ask(&mut self, question: &'a Question) -> Result<bool, Spent> {
        let mark = self.variables.mark();
        let value = if self.hold(&question.needs)? { self.value(&question.value)? } else { None };
        self.variables.back_to(mark);
        let Some(value) = value else { return Ok(false) };
        let holds = match &value {
            Datum::Boolean(value) => *value,
            _ => true,
        };
        if let Some(name) = &question.assigns {
            self.variables.bind(name, value);
        }
        Ok(holds)
    }

    /// Whether all conditions hold, each of which may use what those before it have bound.
    pub(super) fn hold(&mut self, conditions: &'a [Condition]) -> Result<bool, Spent> {
        for condition in conditions {
            if !self.holds(condition)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn holds(&mut self, condition: &'a Condition) -> Result<bool, Spent> {
        match condition {
            Condition::Test(test) => Ok(self.boolean(test)? == Some(true)),
            Condition::Bind { name, value } | Condition::Let { name, value } => {
                let Some(value) = self.value(value)? else { return Ok(false) };
                self.variables.bind(name, value);
                Ok(true)
            }
        }
    }

    fn outcome(&mut self, outcome: &'a Outcome) -> Result<Answer, Spent> {
        let answer = match outcome {
            Outcome::Endpoint(endpoint) => {
                self.endpoint(endpoint)?.map(|endpoint| Answer::Endpoint(Box::new(endpoint)))
            }
            Outcome::Error(message) => self.text(message)?.map(Answer::Error),
            Outcome::Tree(_) => None,
        };
        Ok(answer.unwrap_or(Answer::NoMatch))
    }

    fn endpoint(&mut self, endpoint: &'a EndpointRule) -> Result<Option<Endpoint>, Spent> {
        let Some(url) = self.text(&endpoint.url)? else { return Ok(None) };
        let mut headers = Vec::new();
        for (name, value) in &endpoint.headers {
            let Some(value) = self.text(value)? else { return Ok(None) };
            headers.push((name.clone(), value));
        }
        let signing = self.signing(&endpoint.signing)?;
        Ok(Some(Endpoint { url, headers, signing }))
    }

    fn signing(&mut self, signing: &'a Signing<Expr>) -> Result<Signing<String>, Spent> {
        let Signing { scheme, name, region, region_set, disable_double_encoding, disable_normalize_path } = signing;
        let mut regions = Vec::new();
        for region in region_set {
            regions.extend(self.text(region)?);
        }
        let mut text = |expr: &'a Option<Expr>| expr.as_ref().map_or(Ok(None), |expr| self.text(expr));
        Ok(Signing {
            // As in the runtime's `Endpoint`: what a name comes to may be the default.
            scheme: text(scheme)?.filter(|scheme| scheme != "sigv4"),
            name: text(name)?,
            region: text(region)?,
            region_set: regions,
            disable_double_encoding: *disable_double_encoding,
            disable_normalize_path: *disable_normalize_path,
        })
    }
}
