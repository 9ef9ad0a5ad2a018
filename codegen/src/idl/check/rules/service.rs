//! What a service can't have at once (Smithy 2.0, "Service").

use super::{OPERATIONS, Rules, listed};
use crate::ast::{Shape, ShapeId};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

impl<'m> Rules<'_, '_, 'm> {
    pub(super) fn service(&mut self, service: &'m Shape) {
        self.routes(service);
        self.bindings(service);
        self.names(service);
        self.authentication(service, service);
        for operation in self.operations(service) {
            self.authentication(service, operation);
            self.pages(service, operation);
        }
    }

    /// Operations and resources that stand in several places.
    fn bindings(&mut self, service: &'m Shape) {
        let kinds: [(&'static [&'static str], _); 2] =
            [(OPERATIONS, "SingleOperationBinding"), (&["resources"], "SingleResourceBinding")];
        for (properties, event) in kinds {
            let mut places: BTreeMap<&ShapeId, (&'m Shape, BTreeSet<&str>)> = BTreeMap::new();
            for container in self.containers(service) {
                for bound in self.referred(container, properties) {
                    places.entry(&bound.id).or_insert((bound, BTreeSet::new())).1.insert(container.id.as_str());
                }
            }
            for (bound, containers) in places.into_values().filter(|(_, containers)| containers.len() > 1) {
                let problem = format!("is bound in `{}` several times: by {}", service.id, listed(containers));
                self.wrong(event, bound.span, bound.id.as_str(), problem, "bind it once");
            }
        }
    }

    /// Shapes of the same name: two namespaces may have them, a service has one.
    fn names(&mut self, service: &'m Shape) {
        let renamed = service.values.get("rename").and_then(Value::as_object);
        let mut known: BTreeMap<String, &'m Shape> = BTreeMap::new();
        for shape in self.closure(service) {
            let name = renamed.and_then(|renamed| renamed.get(shape.id.as_str())?.as_str());
            let name = name.unwrap_or_else(|| shape.id.name()).to_ascii_lowercase();
            let Some(other) = known.insert(name, shape).filter(|other| !self.is_same(other, shape, 0)) else {
                continue;
            };
            let problem = format!("has the name of `{}`, and both are in `{}`", other.id, service.id);
            let remedy = "rename one of them, or give it another name in the service's `rename`";
            self.wrong("Service", shape.span, shape.id.as_str(), problem, remedy);
        }
    }

    /// Whether two shapes are so alike that one name for both does no harm.
    fn is_same(&self, one: &'m Shape, other: &'m Shape, depth: usize) -> bool {
        let is_plain = |shape: &Shape| {
            crate::ast::SIMPLE.contains(&shape.kind.as_str()) || matches!(shape.kind.as_str(), "list" | "set")
        };
        let values = |shape: &'m Shape| -> Vec<(&'m String, &'m Value)> {
            shape.traits.0.iter().map(|(id, found)| (id, &found.value)).collect()
        };
        let target = |shape: &'m Shape| shape.member("member").map(|member| &member.target);
        let is_alike = is_plain(one) && one.kind == other.kind && values(one) == values(other);
        is_alike
            && match (target(one), target(other)) {
                (Some(one), Some(other)) if one != other && depth < 8 => match (self.shape(one), self.shape(other)) {
                    (Some(one), Some(other)) => self.is_same(one, other, depth + 1),
                    _ => true,
                },
                (one, other) => one == other,
            }
    }

    /// All that a service leads to, in the order of their IDs.
    fn closure(&mut self, service: &'m Shape) -> Vec<&'m Shape> {
        let mut found = BTreeMap::from([(&service.id, service)]);
        let mut open = vec![service];
        while let Some(shape) = open.pop().filter(|_| self.takes(1)) {
            let mut targets: Vec<ShapeId> = shape.members.iter().map(|member| member.target.clone()).collect();
            targets.extend(shape.references.iter().map(|(_, reference)| reference.target.clone()));
            for property in ["identifiers", "properties"] {
                let entries = shape.values.get(property).and_then(Value::as_object).into_iter().flatten();
                targets.extend(entries.filter_map(|(_, value)| Some(ShapeId::new(value.get("target")?.as_str()?))));
            }
            for target in targets {
                if let Some(target) = self.shapes.get(&target)
                    && found.insert(&target.id, target).is_none()
                {
                    open.push(target);
                }
            }
        }
        found.into_values().collect()
    }

    /// The schemes that an operation may be called with are the service's.
    fn authentication(&mut self, service: &'m Shape, shape: &'m Shape) {
        let Some(found) = shape.traits.get("auth") else { return };
        let named = found.value.as_array().into_iter().flatten().filter_map(Value::as_str);
        let foreign: Vec<&str> = named.filter(|id| !service.traits.0.contains_key(*id)).collect();
        if !foreign.is_empty() {
            let problem = format!("is called with {}, which `{}` doesn't have", listed(foreign), service.id);
            self.wrong(
                "AuthTrait",
                found.span,
                shape.id.as_str(),
                problem,
                "give the service that trait, or name another",
            );
        }
    }
}
