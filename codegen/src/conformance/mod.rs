//! Smithy's HTTP protocol compliance tests, made ready for the generated code (Smithy 2.0, "HTTP Protocol Compliance
//! Tests").
//!
//! In: a model whose operations and errors have `smithy.test#httpRequestTests`, `httpResponseTests` and `eventStreamTests`.
//! Out: a [`Suite`], that is the generated crate and its cases as JSON, in which parameters have the form that the generated
//! types read. What the cases then show is for a runner to find out.

mod addressing;
mod events;
mod params;
mod sample;
mod text;

use crate::ast::{Model, Shape, Trait};
use crate::diagnostic::{Problems, Span};
use crate::protocol::{self, Protocol};
use crate::{GeneratedCrate, Options, crate_of, fixups, idl, ir, lower, names};
use params::Params;
use serde_json::{Map, Value, json};

/// A generated crate and what it has to pass.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Suite {
    /// The crate.
    pub generated: GeneratedCrate,
    /// The type names of the errors that the service's model describes.
    pub errors: Vec<String>,
    /// What operations return: the operation's module, the type, and the field that is a stream of events, if there is one;
    /// as Rust has them.
    pub outputs: Vec<(String, String, Option<String>)>,
    /// The cases: a list of objects with `id`, `kind` (`request`, `response`, `error` or `events`), `operation`, `input`,
    /// `test` (as the model has it), `params` in serde's form, and `settings` of the client (`region`, `use_dual_stack`, and
    /// booleans of the service's own by name), with `settings_are_rules` where the request's host follows from them; or with
    /// `id` and `skip`, the reason.
    pub cases: Value,
}

/// Makes the suite of a model, given as the text of its JSON AST, in this protocol or else the preferred one; cases for others are to be skipped. Operations that are
/// not supported are left out, and their cases are to be skipped.
///
/// A protocol's own test model needn't say where requests go: a rule set that takes the client's endpoint, or that has buckets in
/// hosts and paths, stands in for what is missing.
///
/// # Errors
/// As for [`generate`](crate::generate).
pub fn suite(source: &str, package: &str, protocol: Option<&str>) -> Result<Suite, Problems> {
    let asked = protocol.map(str::to_owned);
    suite_of_files(&[("the model", source)], Options { protocol: asked, ..Options::of(package) })
}

/// As [`suite`], of a model's files, as [`generate_files`](crate::generate_files) takes them.
///
/// # Errors
/// As for [`suite`].
pub fn suite_of_files(files: &[(&str, &str)], options: Options) -> Result<Suite, Problems> {
    let mut model = idl::load_projected(files, &options.projection)?;
    fixups::apply(&mut model)?;
    let has_buckets = complete(&mut model, &options);
    let options = Options { skip_unsupported: true, lenient_examples: true, ..options };
    let service = lower::lower_what_is_left(&model, &options)?;
    let service_shape = model.shapes.values().find(|shape| is_meant(shape, &options));
    let protocol = service_shape.and_then(|service| protocol::of(&service.traits, options.protocol.as_deref()));
    Ok(Suite {
        generated: crate_of(&service),
        outputs: service.operations.iter().map(events::output).collect(),
        errors: service.errors.iter().map(|error| error.name.clone()).collect(),
        cases: Value::Array(Cases { model: &model, service: &service, protocol, has_buckets }.all()),
    })
}

/// Whether a shape is the service that the options name, or one at all if they name none.
fn is_meant(shape: &Shape, options: &Options) -> bool {
    let is_named = |name: &String| [shape.id.as_str(), shape.id.name()].contains(&name.as_str());
    shape.kind == "service" && options.service.as_ref().is_none_or(is_named)
}

/// Adds to the service what a test model may lack. Whether its requests go to buckets.
fn complete(model: &mut Model, options: &Options) -> bool {
    let has_buckets = addressing::bind_buckets(model);
    let Some(service) = model.shapes.values_mut().find(|shape| is_meant(shape, options)) else { return has_buckets };
    let mut add = |id: &str, value: Value| {
        let missing = || Trait { value, span: Span::default(), items: Vec::new() };
        service.traits.0.entry(id.to_owned()).or_insert_with(missing);
    };
    if has_buckets {
        add("smithy.rules#clientContextParams", addressing::settings());
        add("smithy.rules#endpointRuleSet", addressing::rules());
    }
    add(
        "smithy.rules#endpointRuleSet",
        json!({
            "version": "1.0",
            "parameters": {"Endpoint": {"builtIn": "SDK::Endpoint", "required": true, "type": "string",
                "documentation": "Where requests go."}},
            "rules": [{"conditions": [], "endpoint": {"url": {"ref": "Endpoint"}}, "type": "endpoint"}]
        }),
    );
    has_buckets
}

/// What a case is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Request,
    Response,
    Events,
}

/// The traits that hold cases.
const KINDS: &[(&str, Kind)] = &[
    ("smithy.test#httpRequestTests", Kind::Request),
    ("smithy.test#httpResponseTests", Kind::Response),
    ("smithy.test#eventStreamTests", Kind::Events),
];

struct Cases<'m> {
    model: &'m Model,
    service: &'m ir::Service,
    protocol: Option<&'static Protocol>,
    /// Requests go to buckets, and where these are follows from a client's settings.
    has_buckets: bool,
}

impl<'m> Cases<'m> {
    fn all(&self) -> Vec<Value> {
        let mut cases = Vec::new();
        for shape in self.model.shapes.values() {
            for (id, kind) in KINDS {
                let tests = shape.traits.get(id).and_then(|found| found.value.as_array());
                for test in tests.into_iter().flatten().filter(|test| test["appliesTo"] != "server") {
                    let id = test["id"].as_str().unwrap_or("?");
                    let case = self.case(shape, test, *kind).unwrap_or_else(|reason| json!({"skip": reason}));
                    let Value::Object(case) = case else { continue };
                    let mut with_id = Map::from_iter([("id".to_owned(), json!(id))]);
                    with_id.extend(case);
                    cases.push(Value::Object(with_id));
                }
            }
        }
        cases
    }

    /// A case; or why it can't be run.
    fn case(&self, shape: &'m Shape, test: &Value, kind: Kind) -> Result<Value, String> {
        let protocol = test["protocol"].as_str().unwrap_or_default();
        if Some(protocol) != self.protocol.map(|spoken| spoken.trait_id) {
            return Err(format!("is for the protocol `{protocol}`"));
        }
        if kind == Kind::Events {
            return self.stream(shape, test);
        }
        let is_request = kind == Kind::Request;
        let settings = addressing::settings_of(test)?;
        let is_error = shape.kind == "structure";
        let operation = if is_error { self.operation_with(shape)? } else { self.operation(shape)? };
        let params = Params { model: self.model, service: self.service, is_input: is_request };
        let empty = json!({});
        let given = test.get("params").unwrap_or(&empty);
        let end = |property: &str| {
            let of_operation = self.model.shapes.values().find(|found| self.is(found, operation));
            of_operation.and_then(|found| self.model.shapes.get(&found.references(property).next()?.target))
        };
        let sample = || sample::input(self.service, &operation.input);
        let (kind, input, converted) = if is_request {
            let input = params.structure(given, end("input"), &operation.input);
            ("request", input, Value::Null)
        } else if is_error {
            let error = self.service.errors.iter().find(|error| error.code == shape.id.name());
            let converted = error.map(|error| params.structure(given, Some(shape), error));
            ("error", sample(), converted.unwrap_or_default())
        } else {
            ("response", sample(), params.structure(given, end("output"), &operation.output))
        };
        let has_big = |structure: &ir::Structure| {
            structure.members.iter().any(|member| matches!(member.codec, ir::Codec::Big | ir::Codec::BigNumber))
        };
        let case = [
            ("kind", json!(kind)),
            // What a case says of them has been rounded.
            ("rounded", json!(has_big(&operation.input) || has_big(&operation.output))),
            ("operation", json!(operation.name)),
            ("input", input),
            ("params", converted),
            ("settings_are_rules", json!(self.has_buckets && !settings.is_null())),
            ("settings", settings),
            ("test", test.clone()),
        ];
        let error = is_error.then(|| ("error", json!(names::type_name(shape.id.name()))));
        let added = is_error.then(|| ("added", json!(self.added(shape))));
        Ok(case.into_iter().chain(error).chain(added).collect())
    }

    /// The members that an error has beyond those of its shape: services send a message that a model doesn't have, of which its
    /// cases say nothing.
    fn added(&self, shape: &Shape) -> Vec<&'m str> {
        let error = self.service.errors.iter().find(|error| error.code == shape.id.name());
        // Lowering keeps members in their order, and adds behind them.
        let added = error.into_iter().flat_map(|error| error.members.iter().skip(shape.members.len()));
        added.map(|member| member.wire.as_str()).collect()
    }

    fn is(&self, shape: &Shape, operation: &ir::Operation) -> bool {
        shape.kind == "operation" && names::type_name(shape.id.name()) == operation.name
    }

    fn operation(&self, shape: &Shape) -> Result<&'m ir::Operation, String> {
        let found = self.service.operations.iter().find(|operation| self.is(shape, operation));
        found.ok_or_else(|| self.left_out(shape).unwrap_or_else(|| "is of no operation of the service".to_owned()))
    }

    /// An operation that names an error; any one if the service itself does.
    fn operation_with(&self, error: &Shape) -> Result<&'m ir::Operation, String> {
        let names_it = |shape: &&Shape| shape.references("errors").any(|reference| reference.target == error.id);
        let owners: Vec<_> = self.model.shapes.values().filter(names_it).collect();
        let of_service = owners.iter().any(|owner| owner.kind == "service").then(|| self.service.operations.first());
        let found = owners.iter().find_map(|owner| self.operation(owner).ok()).or(of_service.flatten());
        let left_out = || owners.iter().find_map(|owner| self.left_out(owner));
        found.ok_or_else(|| left_out().unwrap_or_else(|| "is of no error of the service".to_owned()))
    }

    /// Why an operation was left out.
    fn left_out(&self, shape: &Shape) -> Option<String> {
        let skipped = self.service.skipped.iter().find(|skipped| skipped.operation == shape.id.name())?;
        Some(format!("{} {}", skipped.operation, skipped.reason))
    }
}

#[cfg(test)]
mod tests {
    use super::suite;
    use serde_json::{Value, json};

    fn model(operation_traits: Value) -> String {
        let mut operation = json!({"smithy.api#http": {"method": "POST", "uri": "/{name}"}});
        for (id, value) in operation_traits.as_object().into_iter().flatten() {
            operation[id] = value.clone();
        }
        let member = |target: &str, traits: Value| json!({"target": target, "traits": traits});
        let shapes = json!({
            "a#Service": {"type": "service", "version": "1", "operations": [{"target": "a#Put"}, {"target": "a#Stay"}],
                "traits": {"aws.protocols#restJson1": {}}},
            "a#Stay": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET", "uri": "/stay"}}},
            "a#Put": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"}, "traits": operation},
            "a#In": {"type": "structure", "members": {
                "name": member("smithy.api#String", json!({"smithy.api#httpLabel": {}, "smithy.api#required": {}})),
                "blob": member("smithy.api#Blob", json!({"smithy.api#jsonName": "b"})),
                "when": member("smithy.api#Timestamp", json!({"smithy.api#timestampFormat": "http-date"})),
                "part": member("a#Part", json!({})),
            }},
            "a#Part": {"type": "structure", "members": {"dates": member("a#Dates", json!({}))}},
            "a#Dates": {"type": "map", "key": member("smithy.api#String", json!({})),
                "value": member("smithy.api#Timestamp", json!({"smithy.api#timestampFormat": "date-time"})),
                "traits": {"smithy.api#sparse": {}}},
            "a#Out": {"type": "structure", "members": {}},
        });
        json!({"smithy": "2.0", "shapes": shapes}).to_string()
    }

    fn cases(model: &str) -> Value {
        suite(model, "x-sdk", None).map(|suite| suite.cases).unwrap_or_else(|problems| panic!("{problems:#?}"))
    }

    #[test]
    fn parameters_have_serdes_form() {
        let params = json!({"name": "n", "blob": "foo", "when": 0, "part": {"dates": {"a": 1.5, "b": null}}});
        let test = json!({"id": "One", "protocol": "aws.protocols#restJson1", "params": params});
        let cases = cases(&model(json!({"smithy.test#httpRequestTests": [test]})));
        assert_eq!(cases[0]["kind"], "request");
        let expected = json!({
            "name": "n", "b": "Zm9v", "when": "Thu, 01 Jan 1970 00:00:00 GMT",
            "part": {"dates": {"a": "1970-01-01T00:00:01.5Z", "b": null}}
        });
        assert_eq!(cases[0]["input"], expected);
    }

    #[test]
    fn an_answer_needs_an_input_that_can_be_sent_and_servers_have_their_own_cases() {
        let test = json!({"id": "One", "protocol": "aws.protocols#restJson1", "code": 200});
        let mut servers = test.clone();
        servers["appliesTo"] = json!("server");
        let cases = cases(&model(json!({"smithy.test#httpResponseTests": [test, servers]})));
        assert_eq!(cases.as_array().map(Vec::len), Some(1));
        assert!(cases[0]["input"]["name"].as_str().is_some_and(|name| !name.is_empty()), "{cases}");
    }

    #[test]
    fn what_cant_be_run_is_skipped_with_its_reason() {
        let test = json!({"id": "One", "protocol": "aws.protocols#restJson1"});
        let compressed = json!({"smithy.test#httpRequestTests": [test], "smithy.api#unheardOf": {}});
        let reason = "Put has the trait `smithy.api#unheardOf`";
        assert_eq!(cases(&model(compressed)), json!([{"id": "One", "skip": reason}]));
        let other = json!({"id": "One", "protocol": "aws.protocols#awsJson1_0"});
        let reason = "is for the protocol `aws.protocols#awsJson1_0`";
        assert_eq!(
            cases(&model(json!({"smithy.test#httpRequestTests": [other]}))),
            json!([{"id": "One", "skip": reason}])
        );
    }
}
