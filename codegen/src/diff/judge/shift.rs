//! How the values that can be sent in a place shift from one model to the other.
//!
//! What a value may be is a set, which grows, shrinks or becomes another. What that means depends on the direction: a service
//! refuses what no longer is in the set of a request, while a client isn't troubled by answers that no longer come.

use super::Judge;
use super::constraint::constraints;
use super::form::{look, place};
use crate::ast::{Member, Shape, ShapeId, Traits};
use crate::diff::fact::Both;
use crate::diff::verdict::Wire;
use crate::diff::view::{Roles, View};
use std::collections::{BTreeMap, BTreeSet};

/// What became of a set of values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shift {
    /// There are values that there weren't.
    pub(super) wider: bool,
    /// There were values that there aren't.
    pub(super) narrower: bool,
    /// The same value looks otherwise.
    pub(super) other: bool,
}

impl Shift {
    pub(super) const WIDER: Shift = Shift { wider: true, narrower: false, other: false };
    pub(super) const NARROWER: Shift = Shift { wider: false, narrower: true, other: false };
    pub(super) const OTHER: Shift = Shift { wider: false, narrower: false, other: true };

    pub(super) fn or(self, more: Shift) -> Shift {
        Shift {
            wider: self.wider || more.wider,
            narrower: self.narrower || more.narrower,
            other: self.other || more.other,
        }
    }

    /// What it means to the messages in which the values stand.
    pub(super) fn wire(self, roles: Roles) -> Wire {
        if self.other && roles.any() || self.narrower && roles.asked {
            Wire::Changed
        } else if self.wider && roles.any() {
            Wire::Extended
        } else {
            Wire::Unchanged
        }
    }
}

/// Pairs of shapes that were met, which may hold themselves.
type Seen<'m> = BTreeSet<(&'m ShapeId, &'m ShapeId)>;

/// How deep shapes are followed that hold each other.
const DEPTH: usize = 64;

impl<'m> Judge<'m> {
    /// How the values shift of a member that targets another shape.
    pub(super) fn of_targets(&self, targets: Both<&'m ShapeId>) -> Shift {
        self.targets(targets, &mut Seen::new(), DEPTH)
    }

    /// How messages shift whose structure is another.
    pub(super) fn of_structures(&self, shapes: Both<&'m Shape>) -> Shift {
        self.structures(shapes, true, &mut Seen::new(), DEPTH)
    }

    /// How messages shift in which another member stands in the place of one.
    pub(super) fn of_members(&self, member: Both<&'m Member>, bound: bool) -> Shift {
        self.member(member, bound, &mut Seen::new(), DEPTH)
    }

    fn targets(&self, targets: Both<&'m ShapeId>, seen: &mut Seen<'m>, depth: usize) -> Shift {
        let Some(depth) = depth.checked_sub(1).filter(|_| seen.insert((targets.old, targets.new))) else {
            return Shift::default();
        };
        let Both { old, new } = &self.views;
        let kinds = (old.kind(targets.old), new.kind(targets.new));
        let of_kind = kind_shift(&kinds.0, &kinds.1);
        let (Some(of_kind), shapes) = (of_kind, (old.shape(targets.old), new.shape(targets.new))) else {
            return Shift::OTHER;
        };
        let none = Traits::default();
        let of = |shape: Option<&'m Shape>| shape.map_or_else(|| none.clone(), |shape| shape.traits.clone());
        let traits = Both { old: &of(shapes.0), new: &of(shapes.1) };
        let own = of_kind.or(constraints(traits));
        let (Some(old), Some(new)) = shapes else { return own };
        own.or(self.contents(Both { old, new }, seen, depth))
    }

    /// How what a shape holds shifts.
    fn contents(&self, shapes: Both<&'m Shape>, seen: &mut Seen<'m>, depth: usize) -> Shift {
        match shapes.new.kind.as_str() {
            "structure" => self.structures(shapes, false, seen, depth),
            "enum" | "intEnum" if shapes.old.kind == shapes.new.kind => values(shapes),
            "union" => {
                let (old, new) = (
                    self.by_place(&self.views.old, shapes.old, false),
                    self.by_place(&self.views.new, shapes.new, false),
                );
                let lost = old.keys().any(|place| !new.contains_key(place));
                let won = new.keys().any(|place| !old.contains_key(place));
                let shift = Shift { wider: won, narrower: lost, other: false };
                shift.or(self.common(&old, &new, false, seen, depth))
            }
            "list" | "set" | "map" => {
                let pairs = shapes.old.members.iter().filter_map(|old| Some((old, shapes.new.member(&old.name)?)));
                pairs.fold(Shift::default(), |shift, (old, new)| {
                    shift.or(self.member(Both { old, new }, false, seen, depth))
                })
            }
            _ => Shift::default(),
        }
    }

    fn structures(&self, shapes: Both<&'m Shape>, bound: bool, seen: &mut Seen<'m>, depth: usize) -> Shift {
        let old = self.by_place(&self.views.old, shapes.old, bound);
        let new = self.by_place(&self.views.new, shapes.new, bound);
        let lost = old.keys().any(|place| !new.contains_key(place));
        let mut shift = if lost { Shift::OTHER } else { Shift::default() };
        for (_, member) in new.iter().filter(|(place, _)| !old.contains_key(*place)) {
            shift = shift.or(self.of_new_member(member, bound));
        }
        shift.or(self.of_first_in_body(shapes, bound)).or(self.common(&old, &new, bound, seen, depth))
    }

    /// How messages shift that had no body, and now have one whether it is asked for or not.
    pub(super) fn of_first_in_body(&self, shapes: Both<&'m Shape>, bound: bool) -> Shift {
        let has_body = |view: &View<'_>, shape: &Shape| {
            shape.members.iter().any(|member| place(view, member, bound).starts_with("body "))
        };
        let Both { old, new } = &self.views;
        match bound && new.binds_http() && has_body(new, shapes.new) && !has_body(old, shapes.old) {
            true => Shift::NARROWER,
            false => Shift::default(),
        }
    }

    /// How messages shift to which a member is added. `bound` says whether its structure is an input or an output itself.
    pub(super) fn of_new_member(&self, member: &Member, bound: bool) -> Shift {
        let is_filled_in = match bound {
            true => member.traits.has("idempotencyToken"),
            false => self.views.new.field(member, false).defaulted,
        };
        let needed =
            member.traits.has("required") && member.traits.get("default").is_none_or(|found| found.value.is_null());
        // What is sent whether it was asked for or not is another request.
        Shift { wider: true, narrower: needed || is_filled_in, other: false }
    }

    fn common(
        &self,
        old: &BTreeMap<String, &'m Member>,
        new: &BTreeMap<String, &'m Member>,
        bound: bool,
        seen: &mut Seen<'m>,
        depth: usize,
    ) -> Shift {
        let pairs = old.iter().filter_map(|(place, old)| Some((*old, *new.get(place)?)));
        pairs.fold(Shift::default(), |shift, (old, new)| shift.or(self.member(Both { old, new }, bound, seen, depth)))
    }

    fn member(&self, member: Both<&'m Member>, bound: bool, seen: &mut Seen<'m>, depth: usize) -> Shift {
        let traits = Both { old: &member.old.traits, new: &member.new.traits };
        let own = constraints(traits).or(self.of_looks(member, bound)).or(presence(traits));
        own.or(self.targets(Both { old: &member.old.target, new: &member.new.target }, seen, depth))
    }

    /// How messages shift by the form of a member's values where it stands.
    pub(super) fn of_looks(&self, member: Both<&Member>, bound: bool) -> Shift {
        let same = look(&self.views.old, member.old, bound) == look(&self.views.new, member.new, bound);
        if same { Shift::default() } else { Shift::OTHER }
    }

    /// The members by where they stand in a message.
    fn by_place(&self, view: &View<'m>, shape: &'m Shape, bound: bool) -> BTreeMap<String, &'m Member> {
        shape.members.iter().map(|member| (place(view, member, bound), member)).collect()
    }
}

/// How values shift from one type to another: none if they look otherwise.
fn kind_shift(old: &str, new: &str) -> Option<Shift> {
    const WHOLE: &[&str] = &["byte", "short", "integer", "long", "bigInteger"];
    const REAL: &[&str] = &["float", "double", "bigDecimal"];
    let rank = |kinds: &[&str], kind: &str| kinds.iter().position(|found| *found == kind);
    let by_rank = |old: usize, new: usize| match old.cmp(&new) {
        std::cmp::Ordering::Less => Shift::WIDER,
        std::cmp::Ordering::Equal => Shift::default(),
        std::cmp::Ordering::Greater => Shift::NARROWER,
    };
    if old == new {
        return Some(Shift::default());
    }
    for kinds in [WHOLE, REAL] {
        if let (Some(old), Some(new)) = (rank(kinds, old), rank(kinds, new)) {
            return Some(by_rank(old, new));
        }
    }
    Some(match (old, new) {
        ("string", "enum") | ("integer", "intEnum") | ("list", "set") => Shift::NARROWER,
        ("enum", "string") | ("intEnum", "integer") | ("set", "list") => Shift::WIDER,
        (old, new) if rank(WHOLE, old).is_some() && rank(REAL, new).is_some() => Shift::WIDER,
        (old, new) if rank(REAL, old).is_some() && rank(WHOLE, new).is_some() => Shift::NARROWER,
        _ => return None,
    })
}

/// How the values of an enum shift.
pub(super) fn values(shapes: Both<&Shape>) -> Shift {
    let sent = |shape: &Shape| -> BTreeSet<String> { shape.members.iter().map(sent_value).collect() };
    let (old, new) = (sent(shapes.old), sent(shapes.new));
    Shift { wider: !new.is_subset(&old), narrower: !old.is_subset(&new), other: false }
}

/// What is sent for an enum's member.
pub(super) fn sent_value(member: &Member) -> String {
    let value = member.traits.get("enumValue").map(|found| &found.value);
    value.map_or_else(|| member.name.clone(), |value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
}

/// How values shift by whether they may be absent.
fn presence(traits: Both<&Traits>) -> Shift {
    match (traits.old.has("required"), traits.new.has("required")) {
        (false, true) => Shift::NARROWER,
        (true, false) => Shift::WIDER,
        _ => Shift::default(),
    }
}
