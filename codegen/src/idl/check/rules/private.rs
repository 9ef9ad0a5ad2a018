//! Shapes that only their own namespace may use (Smithy 2.0, "`private` trait").

use super::Rules;
use crate::ast::{Shape, ShapeId};
use crate::diagnostic::Span;

impl<'m> Rules<'_, '_, 'm> {
    pub(super) fn private(&mut self, shape: &'m Shape) {
        let own = namespace(shape.id.as_str());
        let mut used: Vec<(Span, String, ShapeId)> = Vec::new();
        let mut uses = |span: Span, name: &str, id: &ShapeId| {
            if namespace(id.as_str()) != own {
                used.push((span, name.to_owned(), id.clone()));
            }
        };
        for (_, reference) in &shape.references {
            uses(reference.span, shape.id.as_str(), &reference.target);
        }
        for (id, found) in &shape.traits.0 {
            uses(found.span, shape.id.as_str(), &ShapeId::new(id.as_str()));
        }
        for member in &shape.members {
            let name = format!("{}${}", shape.id, member.name);
            uses(member.span, &name, &member.target);
            for (id, found) in &member.traits.0 {
                uses(found.span, &name, &ShapeId::new(id.as_str()));
            }
        }
        for (span, name, id) in used {
            if self.shapes.get(&id).is_some_and(|shape| shape.traits.has("private")) {
                let problem = format!("uses `{id}`, which is private to `{}`", namespace(id.as_str()));
                self.wrong("PrivateAccess", span, name, problem, "use another shape, or remove `@private` there");
            }
        }
    }
}

fn namespace(id: &str) -> &str {
    id.split('#').next().unwrap_or_default()
}
