//! Members that are new, gone or target another shape, and whether they may be absent.

use super::form::place;
use super::shape::aside;
use super::shift::{Shift, sent_value};
use super::{Judge, Judgement, a_kind, name};
use crate::ast::{Member, Shape, ShapeId};
use crate::diff::fact::Both;
use crate::diff::verdict::{Api, Wire};
use crate::diff::view::{Roles, View};
use crate::names::{field_name, variant_name};

impl<'m> Judge<'m> {
    pub(super) fn member_added(&self, shape: Both<&'m Shape>, member: &'m Member) -> Judgement {
        let roles = self.roles_of(shape);
        let owner = name(shape.new);
        let api = if roles.held && is_new_name(shape, member) { Api::Minor } else { Api::Patch };
        match shape.new.kind.as_str() {
            "enum" | "intEnum" => {
                let is_renamed = shape.old.members.iter().any(|before| sent_value(before) == sent_value(member));
                let sentence = format!("{owner} has the new value `{}`.", member.name);
                let shift = if is_renamed { Shift::default() } else { Shift::WIDER };
                Judgement::new(sentence, api, shift.wire(roles))
            }
            "union" => {
                let sentence =
                    format!("The union {owner} has the new member `{}`{}.", member.name, self.of_type(member));
                let is_renamed = self.before(shape, member, false).is_some();
                let shift = if is_renamed { Shift::default() } else { Shift::WIDER };
                Judgement::new(sentence, api, shift.wire(roles))
            }
            _ => self.field_added(shape, member, roles),
        }
    }

    fn field_added(&self, shape: Both<&'m Shape>, member: &'m Member, roles: Roles) -> Judgement {
        let needed = self.views.new.is_needed(member);
        let can_fail = (self.views.old.can_fail(shape.old), self.views.new.can_fail(shape.new));
        let now_fails = roles.is_built() && needed && can_fail == (false, true);
        let required = if member.traits.has("required") { " required" } else { "" };
        let mut sentence =
            format!("{} has the new{required} member `{}`{}", name(shape.new), member.name, self.of_type(member));
        if now_fails {
            sentence += ", so that its builder can fail now";
        }
        let is_new = is_new_name(shape, member) && !self.views.new.is_message(roles, member);
        let api = match (now_fails, is_new) {
            (true, _) => Api::Major,
            (_, true) => Api::Minor,
            _ => Api::Patch,
        };
        // What stands in the place of one that is gone is told of with that one.
        let shift = ends(roles, |bound| match self.before(shape, member, bound) {
            Some(_) => Shift::default(),
            None => self.of_new_member(member, bound).or(self.of_first_in_body(shape, bound)),
        });
        let wire = shift.wire(roles);
        if wire == Wire::Changed && member.traits.has("required") {
            sentence += "; a call without it is refused";
        } else if roles.input && self.of_first_in_body(shape, true) != Shift::default() {
            sentence += "; a call without it has a body, too";
        }
        Judgement::new(sentence + ".", if roles.any() { api } else { Api::Patch }, wire)
    }

    pub(super) fn member_removed(&self, shape: Both<&'m Shape>, member: &'m Member) -> Judgement {
        let roles = self.roles_of(shape);
        let owner = name(shape.new);
        let (sentence, shift) = match shape.new.kind.as_str() {
            "enum" | "intEnum" => {
                let now = shape.new.members.iter().find(|now| sent_value(now) == sent_value(member));
                match now {
                    Some(now) => {
                        (format!("{owner}'s value `{}` is called `{}` now.", member.name, now.name), Shift::default())
                    }
                    None => (format!("{owner} lost the value `{}`.", member.name), Shift::NARROWER),
                }
            }
            "union" => {
                let shift = self.after(shape, member, false).unwrap_or(Shift::NARROWER);
                (format!("The union {owner} lost the member `{}`.", member.name), shift)
            }
            _ => {
                let shift = ends(roles, |bound| self.after(shape, member, bound).unwrap_or(Shift::OTHER));
                (format!("{owner} lost the member `{}`.", member.name), shift)
            }
        };
        let is_public = roles.any();
        let keeps_its_name = self.keeps_its_name(shape.new, member) || self.views.old.is_message(roles, member);
        let api = if is_public && !keeps_its_name { Api::Major } else { Api::Patch };
        Judgement::new(sentence, api, shift.wire(roles))
    }

    /// The member that is gone, and stood where a new one stands.
    fn before(&self, shape: Both<&'m Shape>, member: &Member, bound: bool) -> Option<&'m Member> {
        let is_at = place(&self.views.new, member, bound);
        let gone = shape.old.members.iter().filter(|before| shape.new.member(&before.name).is_none());
        gone.into_iter().find(|before| place(&self.views.old, before, bound) == is_at)
    }

    /// How messages shift if another member stands now where one stood that is gone.
    fn after(&self, shape: Both<&'m Shape>, member: &'m Member, bound: bool) -> Option<Shift> {
        let was_at = place(&self.views.old, member, bound);
        let mut added = shape.new.members.iter().filter(|after| shape.old.member(&after.name).is_none());
        let now = added.find(|after| place(&self.views.new, after, bound) == was_at)?;
        Some(self.of_members(Both { old: member, new: now }, bound))
    }

    /// Whether another member has the same name in Rust.
    fn keeps_its_name(&self, shape: &Shape, member: &Member) -> bool {
        shape.members.iter().any(|other| match shape.kind.as_str() {
            "enum" | "intEnum" => variant_name(&other.name) == variant_name(&member.name),
            "union" => {
                variant_name(&other.name) == variant_name(&member.name)
                    && self.views.new.rust_type(&other.target) == self.views.old.rust_type(&member.target)
            }
            _ => {
                field_name(&other.name) == field_name(&member.name)
                    && self.views.new.rust_type(&other.target) == self.views.old.rust_type(&member.target)
            }
        })
    }

    pub(super) fn target_changed(&self, shape: Both<&'m Shape>, member: Both<&'m Member>) -> Judgement {
        let roles = self.roles_of(shape);
        let (old, new) = (&member.old.target, &member.new.target);
        let sentence = format!(
            "`{}` of {} is {} and was {}.",
            member.new.name,
            name(shape.new),
            typed(&self.views.new, new),
            typed(&self.views.old, old),
        );
        if !roles.any() {
            return aside(sentence);
        }
        let looks = ends(roles, |bound| self.of_looks(member, bound));
        let wire = self.of_targets(Both { old, new }).or(looks).wire(roles);
        Judgement::new(sentence, self.api_of_field(shape, member), wire)
    }

    /// What the difference between two fields means to programs.
    pub(super) fn api_of_field(&self, shape: Both<&'m Shape>, member: Both<&'m Member>) -> Api {
        let Both { old, new } = &self.views;
        let roles = (old.roles(&shape.old.id), new.roles(&shape.new.id));
        if shape.new.kind != "structure" {
            let types = (old.rust_type(&member.old.target), new.rust_type(&member.new.target));
            return if roles.0.any() && types.0 != types.1 { Api::Major } else { Api::Patch };
        }
        let differs = |of_input: bool| {
            let fields = (old.field(member.old, of_input), new.field(member.new, of_input));
            fields.0.ty != fields.1.ty || fields.0.always != fields.1.always
        };
        let can_fail = (old.can_fail(shape.old), new.can_fail(shape.new));
        let builds_otherwise = can_fail.0 != can_fail.1 && old.is_needed(member.old) != new.is_needed(member.new);
        let breaks_input = roles.0.input && differs(true);
        let breaks_others = roles.0.is_built() && (differs(false) || builds_otherwise);
        if breaks_input || breaks_others { Api::Major } else { Api::Patch }
    }

    /// The type of a member, to follow its name.
    fn of_type(&self, member: &Member) -> String {
        match member.target.as_str() {
            "smithy.api#Unit" => String::new(),
            _ => format!(", {}", typed(&self.views.new, &member.target)),
        }
    }
}

/// How messages shift at whose end a structure stands, and those within which it does.
fn ends(roles: Roles, shift: impl Fn(bool) -> Shift) -> Shift {
    let is_end = roles.input || roles.output || roles.error;
    let places = [(is_end, true), (roles.held, false)].into_iter().filter(|(is, _)| *is);
    places.fold(Shift::default(), |found, (_, bound)| found.or(shift(bound)))
}

/// Whether nothing had the name before that a new member has in Rust.
fn is_new_name(shape: Both<&Shape>, member: &Member) -> bool {
    let name = if shape.new.kind == "structure" { field_name } else { variant_name };
    shape.old.members.iter().all(|before| name(&before.name) != name(&member.name))
}

/// A shape with its type: "an integer", "a structure `Bot`".
fn typed(view: &View<'_>, id: &ShapeId) -> String {
    let kind = a_kind(&view.kind(id));
    match view.shape(id) {
        Some(shape) => format!("{kind} {}", name(shape)),
        None => kind,
    }
}
