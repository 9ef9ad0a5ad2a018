//! A rule set, checked and typed: what `parse` makes and `emit` reads.

use super::diagram::Diagram;
pub(super) use super::expr::{Expr, ExprKind, Held};
use std::collections::BTreeSet;

/// The value of `smithy.rules#endpointRuleSet`.
#[derive(Clone, Debug)]
pub(crate) struct RuleSet {
    /// The parameters, in the model's order.
    pub parameters: Vec<Parameter>,
    /// Binds the parameters that must be set and have no default.
    pub(super) required: Vec<Condition>,
    pub(super) rules: Rules,
}

impl RuleSet {
    /// Whether the rules read the account of the credentials.
    pub(crate) fn reads_account(&self) -> bool {
        self.parameters.iter().any(|parameter| parameter.built_in == Some(BuiltIn::AccountId))
    }

    /// Whether the rules read a setting that only clients of AWS's services have.
    pub(crate) fn reads_aws(&self) -> bool {
        let of_aws = |parameter: &Parameter| !matches!(parameter.built_in, None | Some(BuiltIn::Endpoint));
        self.parameters.iter().any(of_aws)
    }

    /// Whether there are endpoints whose requests are signed by `sigv4a`, or may be.
    pub(crate) fn asks_for_sigv4a(&self) -> bool {
        match &self.rules {
            Rules::List(rules) => rules.iter().any(|rule| rule.outcome.asks_for_sigv4a()),
            Rules::Diagram(diagram) => diagram.results.iter().any(|(_, outcome)| outcome.asks_for_sigv4a()),
        }
    }

    /// The parameter of this name.
    pub(crate) fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }

    /// The parameters that only this service's rules have.
    pub(crate) fn own_parameters(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(|parameter| parameter.bound && parameter.built_in.is_none())
    }

    /// The same rules, where operations or clients give values to the parameters of these names, and the runtime has methods
    /// for some.
    pub(crate) fn bound(self, names: &BTreeSet<&str>, is_inherent: impl Fn(&Parameter) -> bool) -> Self {
        let bound = |parameter: Parameter| Parameter {
            bound: names.contains(parameter.name.as_str()),
            inherent: is_inherent(&parameter),
            ..parameter
        };
        RuleSet { parameters: self.parameters.into_iter().map(bound).collect(), ..self }
    }
}

/// How the rules come to a result.
#[derive(Clone, Debug)]
pub(super) enum Rules {
    /// By the first rule that matches.
    List(Vec<Rule>),
    /// By questions, each answer of which leads to the next.
    Diagram(Diagram),
}

/// A parameter of a rule set.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parameter {
    /// Its name in the model.
    pub name: String,
    /// The name of its field in `Params`, without `r#`.
    pub field: String,
    /// Its type.
    pub ty: ParameterType,
    /// The client's setting that it takes its value from.
    pub built_in: Option<BuiltIn>,
    /// Whether operations or clients give it a value.
    pub bound: bool,
    /// Whether the runtime's `Params` has methods for it, so that nothing has to be generated.
    pub inherent: bool,
    /// Whether rules may rely on its being present.
    pub required: bool,
    /// Its value when it isn't set.
    pub default: Option<Value>,
    /// Its documentation, as in the model.
    pub documentation: Option<String>,
}

impl Parameter {
    /// Whether its field is an `Option`: there is no default to fall back on.
    pub(crate) fn is_optional(&self) -> bool {
        self.default.is_none()
    }
}

/// The type of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ParameterType {
    /// `string`
    String,
    /// `boolean`
    Boolean,
    /// `stringArray`
    StringArray,
}

/// A setting of the client that a parameter may stand for, and that the runtime's `BuiltIns` has a field for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum BuiltIn {
    /// `AWS::Region`
    Region,
    /// `AWS::UseFIPS`
    UseFips,
    /// `AWS::UseDualStack`
    UseDualStack,
    /// `SDK::Endpoint`
    Endpoint,
    /// `AWS::Auth::AccountId`
    AccountId,
    /// `AWS::Auth::AccountIdEndpointMode`
    AccountIdEndpointMode,
}

/// The value of a parameter: a default, or what a test gives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Value {
    /// A string.
    String(String),
    /// A boolean.
    Boolean(bool),
    /// An array of strings.
    StringArray(Vec<String>),
}

/// One of the cases of `smithy.rules#endpointTests`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct EndpointTest {
    /// What it tests.
    pub documentation: String,
    /// The parameters that are set, with their values.
    pub params: Vec<(String, Value)>,
    /// What the rules must give.
    pub expected: Expected,
}

/// What a test expects.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expected {
    /// An endpoint.
    Endpoint {
        /// Its URL.
        url: String,
        /// Its headers.
        headers: Vec<(String, String)>,
        /// How requests to it are signed.
        signing: Signing<String>,
    },
    /// An error with this message.
    Error(String),
}

/// How requests to an endpoint are signed where that differs from the service's defaults: of its `authSchemes`, `sigv4` if
/// that is one of them, else the first.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Signing<T> {
    /// The scheme's name, unless it is `sigv4`.
    pub scheme: Option<T>,
    /// `signingName`
    pub name: Option<T>,
    /// `signingRegion`
    pub region: Option<T>,
    /// `signingRegionSet`, of `sigv4a` too where that stands beside `sigv4`.
    pub region_set: Vec<T>,
    /// `disableDoubleEncoding`
    pub disable_double_encoding: bool,
    /// `disableNormalizePath`
    pub disable_normalize_path: bool,
}

impl<T> Default for Signing<T> {
    fn default() -> Self {
        Signing {
            scheme: None,
            name: None,
            region: None,
            region_set: Vec::new(),
            disable_double_encoding: false,
            disable_normalize_path: false,
        }
    }
}

/// A rule: when all conditions hold, its outcome is the result.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) conditions: Vec<Condition>,
    pub(super) outcome: Outcome,
}

#[derive(Clone, Debug)]
pub(super) enum Outcome {
    Endpoint(Box<EndpointRule>),
    Error(Expr),
    /// The first of these rules that matches; an error if none does.
    Tree(Vec<Rule>),
}

#[derive(Clone, Debug)]
pub(super) struct EndpointRule {
    pub(super) url: Expr,
    pub(super) headers: Vec<(String, Expr)>,
    pub(super) signing: Signing<Expr>,
}

#[derive(Clone, Debug)]
pub(super) enum Condition {
    /// Holds when a boolean is true.
    Test(Expr),
    /// Holds when a value is present, and gives it a name.
    Bind { name: String, value: Expr },
    /// Always holds, and gives a value a name.
    Let { name: String, value: Expr },
}

impl Condition {
    pub(super) fn expr(&self) -> &Expr {
        match self {
            Condition::Test(expr) | Condition::Bind { value: expr, .. } | Condition::Let { value: expr, .. } => expr,
        }
    }
}

impl Rule {
    /// Whether it always matches.
    pub(super) fn is_unconditional(&self) -> bool {
        self.conditions.iter().all(|condition| matches!(condition, Condition::Let { .. }))
    }

    fn uses(&self, variable: &str) -> bool {
        uses(&self.conditions, &self.outcome, variable)
    }
}

/// Whether a variable occurs in these conditions of a rule or in its outcome.
pub(super) fn uses(conditions: &[Condition], outcome: &Outcome, variable: &str) -> bool {
    conditions.iter().any(|condition| condition.expr().uses(variable)) || outcome.uses(variable)
}

impl Outcome {
    fn asks_for_sigv4a(&self) -> bool {
        match self {
            Outcome::Error(_) => false,
            Outcome::Tree(rules) => rules.iter().any(|rule| rule.outcome.asks_for_sigv4a()),
            Outcome::Endpoint(endpoint) => {
                let names_it = |scheme: &Expr| matches!(&scheme.kind, ExprKind::Text(name) if name == "sigv4a");
                !endpoint.signing.region_set.is_empty() || endpoint.signing.scheme.as_ref().is_some_and(names_it)
            }
        }
    }

    fn uses(&self, variable: &str) -> bool {
        match self {
            Outcome::Error(message) => message.uses(variable),
            Outcome::Tree(rules) => rules.iter().any(|rule| rule.uses(variable)),
            Outcome::Endpoint(endpoint) => endpoint.exprs().any(|expr| expr.uses(variable)),
        }
    }
}

impl EndpointRule {
    /// Every expression in it.
    pub(super) fn exprs(&self) -> impl Iterator<Item = &Expr> {
        let signing = &self.signing;
        std::iter::once(&self.url)
            .chain(self.headers.iter().map(|(_, value)| value))
            .chain(signing.scheme.iter().chain(&signing.name).chain(&signing.region).chain(&signing.region_set))
    }
}
