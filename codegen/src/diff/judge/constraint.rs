//! How the values of a place shift by the traits that constrain them.

use super::shift::Shift;
use crate::ast::Traits;
use crate::diff::fact::Both;
use serde_json::Value;

/// How values shift by what constrains them.
pub(super) fn constraints(traits: Both<&Traits>) -> Shift {
    const IDS: &[&str] = &[
        "smithy.api#length",
        "smithy.api#range",
        "smithy.api#pattern",
        "smithy.api#uniqueItems",
        "smithy.api#sparse",
        "smithy.api#requiresLength",
    ];
    let value = |traits: &Traits, id: &str| traits.0.get(id).map(|found| found.value.clone());
    let shift = |id: &&str| {
        let (old, new) = (value(traits.old, id), value(traits.new, id));
        constraint(id, Both { old: old.as_ref(), new: new.as_ref() })
    };
    IDS.iter().map(shift).fold(Shift::default(), Shift::or)
}

/// How values shift by one trait that constrains them.
pub(super) fn constraint(id: &str, values: Both<Option<&Value>>) -> Shift {
    if values.old == values.new {
        return Shift::default();
    }
    match (id, values.old.is_some(), values.new.is_some()) {
        ("smithy.api#length", ..) => bounds(values, 0.0),
        ("smithy.api#range", ..) => bounds(values, f64::NEG_INFINITY),
        ("smithy.api#sparse", is_lost, _) => {
            if is_lost {
                Shift::NARROWER
            } else {
                Shift::WIDER
            }
        }
        (_, false, true) => Shift::NARROWER,
        (_, true, false) => Shift::WIDER,
        // Of two patterns nobody can say which allows more.
        _ => Shift { wider: true, narrower: true, other: false },
    }
}

/// How values shift between bounds, the lower of which is this where none is given.
fn bounds(values: Both<Option<&Value>>, lowest: f64) -> Shift {
    let bound = |value: Option<&Value>, key: &str| value.and_then(|value| value.get(key)?.as_f64());
    let least = |value| bound(value, "min").unwrap_or(lowest);
    let most = |value| bound(value, "max").unwrap_or(f64::INFINITY);
    Shift {
        wider: least(values.new) < least(values.old) || most(values.new) > most(values.old),
        narrower: least(values.new) > least(values.old) || most(values.new) < most(values.old),
        other: false,
    }
}
