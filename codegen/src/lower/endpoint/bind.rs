//! Traits that give parameters of the rules their values.

use crate::ast::{Shape, Trait};
use crate::diagnostic::Span;
use crate::endpoint::{ParameterType, RuleSet};
use crate::lower::problems::Problems;
use crate::traits::BadTrait;
use serde_json::{Map, Value};

/// A trait that gives parameters values.
pub(super) struct Giver<'a> {
    /// The shape or member that has it.
    pub(super) shape: &'a str,
    pub(super) span: Span,
    pub(super) id: &'static str,
}

impl Giver<'_> {
    /// Whether a parameter can be given values of a type; reports why not.
    pub(super) fn binds(
        &self,
        name: &str,
        ty: Option<ParameterType>,
        rules: &RuleSet,
        problems: &mut Problems,
    ) -> bool {
        let (problem, remedy) = match rules.parameter(name) {
            None => {
                let problem = format!("gives a value to the endpoint parameter `{name}`, which the rules don't have");
                (problem, format!("correct the name, or add `{name}` to the parameters of the rules"))
            }
            Some(parameter) if Some(parameter.ty) != ty => {
                let problem = format!("gives the endpoint parameter `{name}` a value that is not of its type");
                (problem, format!("the rules say that `{name}` is {}: make the value one", type_text(parameter.ty)))
            }
            Some(_) => return true,
        };
        self.problem(problem, remedy, problems);
        false
    }

    /// Reports that the trait has the wrong form.
    pub(super) fn bad(&self, expected: &'static str, problems: &mut Problems) {
        problems.read::<()>(self.shape, Err(BadTrait { id: self.id.to_owned(), span: self.span, expected }));
    }

    pub(super) fn problem(&self, problem: String, remedy: impl Into<String>, problems: &mut Problems) {
        problems.at(self.span, self.shape, problem, remedy);
    }
}

/// A trait that is an object of parameters.
pub(super) fn entries<'s>(
    shape: &'s Shape,
    id: &'static str,
    problems: &mut Problems,
) -> Option<(Giver<'s>, &'s Map<String, Value>)> {
    let Trait { value, span, .. } = shape.traits.get(id)?;
    let giver = Giver { shape: shape.id.as_str(), span: *span, id };
    let entries = value.as_object();
    if entries.is_none() {
        giver.bad("an object of parameters", problems);
    }
    Some((giver, entries?))
}

fn type_text(ty: ParameterType) -> &'static str {
    match ty {
        ParameterType::String => "a string",
        ParameterType::Boolean => "a boolean",
        ParameterType::StringArray => "a list of strings",
    }
}
