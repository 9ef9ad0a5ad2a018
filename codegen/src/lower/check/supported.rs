//! Traits that may change what a client has to do, and that we don't support.

use crate::ast::{Shape, ShapeId, Traits};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::protocol::Protocol;
use crate::traits::{BadTrait, Support};
use std::collections::BTreeMap;

/// What to do where operations need what isn't supported.
pub(in crate::lower) const LEAVE_OUT: &str = "leave out the operations that need it with `--skip-unsupported`";

/// Reports such traits wherever they stand in the closure.
pub(super) fn traits(facts: &Facts, problems: &mut Problems) {
    let protocol = facts.protocol;
    of_shape(protocol, facts.service.id.as_str(), &facts.service.traits, "remove it", problems);
    for shape in reached(facts).values() {
        of_shape(protocol, shape.id.as_str(), &shape.traits, LEAVE_OUT, problems);
        for member in &shape.members {
            of_shape(protocol, &format!("{}${}", shape.id, member.name), &member.traits, LEAVE_OUT, problems);
        }
    }
}

/// Every shape of the closure: operations, what they refer to, and what is reached through members.
fn reached<'m>(facts: &Facts<'m>) -> BTreeMap<&'m ShapeId, &'m Shape> {
    let operations = facts.operations.iter().copied();
    let referred = operations.clone().flat_map(|operation| &operation.references);
    let referred = referred.filter_map(|(_, reference)| facts.targets.get(&reference.target));
    let members = facts.closure().map(|(shape, _)| shape);
    // Errors that the service has in common are no operation's.
    let errors = facts.errors().map(|error| error.shape);
    operations.chain(referred).chain(members).chain(errors).map(|shape| (&shape.id, shape)).collect()
}

fn of_shape(protocol: &Protocol, shape: &str, traits: &Traits, way_out: &str, problems: &mut Problems) {
    for (id, found) in &traits.0 {
        if id == "smithy.api#enum" {
            // The parser has made an enum of every other.
            let expected = "a list of objects with `value` and `name`, on a string";
            problems.read::<()>(shape, Err(BadTrait { id: id.clone(), span: found.span, expected }));
        } else if protocol.support(id) == Support::Unsupported {
            let problem =
                format!("has the trait `{id}`, which is not supported: ignoring it could change what is sent");
            let remedy = format!("{way_out}, or teach the generator to read it (codegen/src/traits.rs)");
            problems.at(found.span, shape, problem, remedy);
        }
    }
}
