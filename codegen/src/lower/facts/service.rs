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

/// The protocol that the service speaks: of several, the one that the generator prefers.
pub(super) fn protocol(targets: Targets, service: &Shape, problems: &mut Problems) -> Option<&'static Protocol> {
    let found = protocol::of(&service.traits);
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
