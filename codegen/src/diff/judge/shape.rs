//! Shapes that are new, gone or of another type.

use super::{Judge, Judgement, a_kind, name};
use crate::ast::Shape;
use crate::diff::fact::Both;
use crate::diff::verdict::{Api, Wire};
use crate::diff::view::View;

impl<'m> Judge<'m> {
    pub(super) fn shape_added(&self, shape: &'m Shape) -> Judgement {
        let view = &self.views.new;
        if shape.kind == "operation" {
            return match view.has_operation(&shape.id) {
                true => Judgement::new(format!("New operation {}.", name(shape)), Api::Minor, Wire::Extended),
                false => aside(format!("New operation {}, which the service doesn't list.", name(shape))),
            };
        }
        let sentence = format!("New {} {}{}.", shape.kind, name(shape), count(shape));
        match becomes_a_type(view, shape) {
            true => Judgement::new(sentence, Api::Minor, Wire::Unchanged),
            false => aside(sentence),
        }
    }

    pub(super) fn shape_removed(&self, shape: &'m Shape) -> Judgement {
        let view = &self.views.old;
        if shape.kind == "operation" {
            return match view.has_operation(&shape.id) {
                true => Judgement::new(format!("The operation {} is gone.", name(shape)), Api::Major, Wire::Changed),
                false => aside(format!("The operation {}, which the service didn't list, is gone.", name(shape))),
            };
        }
        let sentence = format!("The {} {} is gone.", shape.kind, name(shape));
        let is_type = becomes_a_type(view, shape);
        // The type stays where another shape takes its name.
        let stays = || self.new_types.contains(&(shape.kind.as_str(), view.type_name(shape)));
        match is_type && !stays() {
            true => Judgement::new(sentence, Api::Major, Wire::Unchanged),
            false => aside(sentence),
        }
    }

    pub(super) fn type_changed(&self, shape: Both<&'m Shape>) -> Judgement {
        let (old, new) = (&shape.old.kind, &shape.new.kind);
        let sentence = format!("{} is {} and was {}.", name(shape.new), a_kind(new), a_kind(old));
        let roles = self.roles_of(shape);
        if !roles.any() {
            return aside(sentence);
        }
        let types = (self.views.old.rust_type(&shape.old.id), self.views.new.rust_type(&shape.new.id));
        let loses_a_type = becomes_a_type(&self.views.old, shape.old) != becomes_a_type(&self.views.new, shape.new);
        let same = types.0 == types.1 && !loses_a_type && (old == new || matches!(old.as_str(), "list" | "set"));
        let api = if same { Api::Patch } else { Api::Major };
        let shift = self.of_targets(Both { old: &shape.old.id, new: &shape.new.id });
        Judgement::new(sentence, api, shift.wire(roles))
    }
}

/// What concerns no program and no message.
pub(super) fn aside(sentence: String) -> Judgement {
    Judgement::new(sentence, Api::Patch, Wire::Unchanged)
}

/// Whether a shape becomes a type of its own name.
pub(super) fn becomes_a_type(view: &View<'_>, shape: &Shape) -> bool {
    let roles = view.roles(&shape.id);
    match shape.kind.as_str() {
        "structure" => roles.held || roles.error,
        "union" | "enum" | "intEnum" => roles.held,
        _ => false,
    }
}

/// How many members a shape has, to follow its name.
fn count(shape: &Shape) -> String {
    let what = match shape.kind.as_str() {
        "structure" | "union" => "member",
        "enum" | "intEnum" => "value",
        _ => return String::new(),
    };
    match shape.members.len() {
        1 => format!(" with 1 {what}"),
        count => format!(" with {count} {what}s"),
    }
}
