//! What a service is called, and what all of its requests have.

use super::facts::Facts;
use super::problems::Problems;
use crate::ast::Shape;

/// The service's SDK ID, and its title.
pub(super) fn names(service: &Shape, problems: &mut Problems) -> (String, String) {
    let api = service.traits.get("aws.api#service").map(|found| &found.value);
    let sdk_id = api.and_then(|api| api.get("sdkId")?.as_str()).unwrap_or(service.id.name()).to_owned();
    let title = problems.read(service.id.as_str(), service.traits.text("title")).flatten();
    let title = title.unwrap_or_else(|| sdk_id.clone());
    (sdk_id, title)
}

/// Whether streams of events go over HTTP/2, or may.
pub(super) fn events_take_http2(facts: &Facts, problems: &mut Problems) -> bool {
    let protocol = facts.protocol.trait_id;
    problems
        .read(facts.service.id.as_str(), facts.service.traits.events_take_http2(protocol))
        .flatten()
        .unwrap_or(false)
}

/// Headers that every request has: those of the protocol, the one that asks a service for the error codes which it had when
/// it spoke awsQuery (Smithy 2.0, `awsQueryCompatible`), then those that fixups add.
pub(super) fn headers(facts: &Facts, problems: &mut Problems) -> Vec<(String, String)> {
    let query_mode = ("x-amzn-query-mode".to_owned(), "true".to_owned());
    let added = problems.read(facts.service.id.as_str(), facts.service.traits.headers()).unwrap_or_default();
    let of_protocol = facts.protocol.headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    of_protocol.chain(facts.is_query_compatible().then_some(query_mode)).chain(added).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostic;
    use crate::{Options, ast};

    fn headers_of(traits: &str) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
        let source = r#"{"smithy": "2.0", "shapes": {"a#S": {"type": "service", "version": "1", "traits": {
            "aws.protocols#awsJson1_0": {}, TRAITS}}}}"#;
        let model = ast::parse(&source.replace("TRAITS", traits)).expect("it is a model");
        let options = Options::of("a-sdk");
        let mut problems = Problems::default();
        let facts = Facts::of(&model, &options, false, &mut problems);
        let found = facts.map(|facts| headers(&facts, &mut problems));
        problems.result(found)
    }

    #[test]
    fn the_query_mode_goes_before_what_fixups_add() {
        let traits = r#""sdk.codegen#headers": {"b": "2", "a": "1"}, "aws.protocols#awsQueryCompatible": {}"#;
        let expected = [("x-amzn-query-mode", "true"), ("b", "2"), ("a", "1")];
        let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(headers_of(traits), Ok(expected.to_vec()));
    }

    #[test]
    fn what_no_header_can_be_is_refused() {
        for value in ["null", "[]", r#"{"a b": "c"}"#, r#"{"": "c"}"#, r#"{"a": 1}"#, r#"{"a": "b\r\nc"}"#] {
            let problems = headers_of(&format!(r#""sdk.codegen#headers": {value}"#)).expect_err(value);
            assert!(problems[0].problem.contains("names of headers"), "{value}: {problems:?}");
        }
    }

    /// Whether a service with these traits is none of AWS's.
    fn is_plain_with(traits: &str) -> bool {
        let source = format!(
            r#"{{"smithy": "2.0", "shapes": {{
                "a#S": {{"type": "service", "version": "1", "operations": [{{"target": "a#Do"}}],
                    "traits": {{"aws.protocols#awsJson1_0": {{}}{traits}}}}},
                "a#Do": {{"type": "operation"}}}}}}"#
        );
        let model = ast::parse(&source).unwrap_or_else(|problems| panic!("{problems:?}"));
        let lowered = crate::lower::lower(&model, &Options::of("a-sdk"));
        lowered.unwrap_or_else(|problems| panic!("{traits}: {problems:?}")).is_plain
    }

    #[test]
    fn a_name_alone_makes_a_service_none_of_aws() {
        let rules = |parameters: &str| {
            let rule = r#"{"conditions": [], "endpoint": {"url": "https://a.example"}, "type": "endpoint"}"#;
            let start = r#", "smithy.rules#endpointRuleSet": {"version": "1.0", "parameters": "#;
            format!(r#"{start}{parameters}, "rules": [{rule}]}}"#)
        };
        let (name, bearer) = (r#", "aws.api#service": {"sdkId": "S"}"#, r#", "smithy.api#httpBearerAuth": {}"#);
        let region = r#"{"Region": {"type": "string", "builtIn": "AWS::Region"}}"#;
        for traits in [String::new(), name.to_owned(), bearer.to_owned(), format!("{name}{bearer}"), rules("{}")] {
            assert!(is_plain_with(&traits), "{traits}");
        }
        let signed = r#", "aws.auth#sigv4": {"name": "s"}"#.to_owned();
        for traits in [signed, rules(region), format!("{name}{}", rules("{}"))] {
            assert!(!is_plain_with(&traits), "{traits}");
        }
    }
}
