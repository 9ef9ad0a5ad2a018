//! The service, and how it is spoken to.

use super::target::Targets;
use crate::Options;
use crate::ast::{Shape, ShapeId};
use crate::lower::problems::Problems;
use crate::protocol::{self, Protocol};

/// The service that the options name, or the only one.
pub(super) fn service<'m>(targets: Targets<'m>, options: &Options, problems: &mut Problems) -> Option<&'m Shape> {
    let services = targets.all().filter(|shape| shape.kind == "service");
    let is_named = |shape: &&Shape| match &options.service {
        Some(name) => [shape.id.as_str(), shape.id.name()].contains(&name.as_str()),
        None => true,
    };
    let mut found = services.filter(is_named);
    match (found.next(), found.next(), &options.service) {
        (Some(service), None, _) => return Some(service),
        (None, _, None) => {
            let remedy = "add a shape of type `service` that lists the operations";
            problems.of_file("the model has no service", remedy);
        }
        (None, _, Some(name)) => {
            let remedy = "correct the name: it is that of a shape of type `service`";
            problems.of_file(format!("the model has no service called `{name}`"), remedy);
        }
        (Some(first), Some(second), _) => {
            let remedy = "name the one to generate with `--service`, or keep one in the model";
            problems.of(second, format!("is a second service, after `{}`", first.id), remedy);
        }
    }
    None
}

/// The protocol that the service speaks: of several, the one that the options name, else the one that the generator prefers.
pub(super) fn protocol(
    targets: Targets,
    service: &Shape,
    options: &Options,
    problems: &mut Problems,
) -> Option<&'static Protocol> {
    let asked = options.protocol.as_deref();
    let found = protocol::of(&service.traits, asked);
    if let Some((problem, remedy)) = asked.and_then(|asked| protocol::refusal(&service.traits, asked)) {
        problems.of(service, problem, remedy);
        return None;
    }
    if found.is_none() {
        let ours: Vec<_> = protocol::ALL.iter().map(|protocol| format!("`{}`", protocol.trait_id)).collect();
        let defined = |id: &str| {
            let shape = targets.get(&ShapeId::new(id));
            shape.is_some_and(|shape| shape.traits.has("protocolDefinition"))
        };
        let spoken = service.traits.0.keys().filter(|id| protocol::is_protocol(id, defined));
        let spoken: Vec<_> = spoken.map(|id| format!("`{id}`")).collect();
        let problem = match spoken.is_empty() {
            true => "speaks no protocol".to_owned(),
            false => format!("speaks {}, which the generator doesn't", spoken.join(" and ")),
        };
        let remedy = format!("supported are {}: add one if the service speaks it, too", ours.join(", "));
        problems.of(service, problem, remedy);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ast;
    use crate::lower::facts::Facts;

    /// The protocol that is spoken if this one is asked for; or what is said about it.
    fn spoken(traits: &str, asked: Option<&str>) -> Result<&'static str, String> {
        let source = format!(
            r#"{{"smithy": "2.0", "shapes": {{"a#S": {{"type": "service", "version": "1", "traits": {{{traits}}}}}}}}}"#
        );
        let model = ast::parse(&source).map_err(|problems| format!("{problems:?}"))?;
        let options = Options { protocol: asked.map(str::to_owned), ..Options::of("a-sdk") };
        let mut problems = Problems::default();
        let found = Facts::of(&model, &options, true, &mut problems).map(|facts| facts.protocol.name());
        problems.result(found).map_err(|problems| problems[0].to_string())
    }

    const THREE: &str =
        r#""aws.protocols#awsQuery": {}, "smithy.protocols#rpcv2Cbor": {}, "aws.protocols#awsJson1_0": {}"#;

    #[test]
    fn of_several_protocols_the_preferred_is_spoken_or_the_one_that_is_asked_for() {
        assert_eq!(spoken(THREE, None), Ok("awsJson1_0"));
        for (asked, name) in [
            ("awsJson1_0", "awsJson1_0"),
            ("rpcv2Cbor", "rpcv2Cbor"),
            ("smithy.protocols#rpcv2Cbor", "rpcv2Cbor"),
            ("aws.protocols#awsQuery", "awsQuery"),
        ] {
            assert_eq!(spoken(THREE, Some(asked)), Ok(name));
        }
        let two = r#""aws.protocols#awsQuery": {}, "smithy.protocols#rpcv2Cbor": {}"#;
        assert_eq!(spoken(two, None), Ok("rpcv2Cbor"));
    }

    #[test]
    fn one_that_isnt_spoken_is_refused_with_those_that_are() {
        let remedy = "ask for one that it speaks: `awsJson1_0`, `rpcv2Cbor`, `awsQuery`";
        for asked in ["restJson1", "RPCV2CBOR", "", "#rpcv2Cbor", "aws.protocols#rpcv2Cbor"] {
            let problem = format!("`a#S` doesn't speak the protocol `{asked}`, which is asked for; {remedy}");
            assert_eq!(spoken(THREE, Some(asked)), Err(problem));
        }
        // Of a service that speaks none of ours, that is said.
        let error = spoken(r#""alloy.proto#grpc": {}"#, Some("restJson1")).expect_err("nobody speaks it");
        assert!(error.contains("speaks `alloy.proto#grpc`, which the generator doesn't"), "{error}");
    }
}
