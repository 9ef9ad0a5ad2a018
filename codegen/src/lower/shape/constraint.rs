//! Constraints (Smithy 2.0, "Constraint traits").

use super::value::Lowered;
use crate::ast::Traits;
use crate::ir::Codec;
use crate::lower::problems::Problems;
use crate::traits::CONSTRAINTS;

/// Patterns that every text matches; AWS's models are fond of them.
const MATCHES_ALL: &[&str] = &[r"^[\S\s]*$", r"^[\s\S]*$", r"[\S\s]*", r"[\s\S]*", ".*", "^.*$"];

/// Adds the constraints of `traits` to a value of type `kind`.
pub(super) fn constrained(
    name: &str,
    mut lowered: Lowered,
    kind: &str,
    traits: &Traits,
    problems: &mut Problems,
) -> Option<Lowered> {
    lowered.sensitive |= traits.has("sensitive");
    check_applies(name, kind, traits, problems)?;
    // A length or a pattern of an enum says nothing that its values don't.
    let length = problems.read(name, traits.length())?.filter(|_| kind != "enum");
    if let Some((least, most)) = length.filter(|bounds| *bounds != (0, u64::MAX)) {
        check_bounds(name, "length", traits, least <= most, problems)?;
        lowered.codec = Codec::Length(least, most, Box::new(lowered.codec));
    }
    if let Some((least, most)) = range(name, kind, traits, problems)? {
        lowered.codec = Codec::Range(least, most, Box::new(lowered.codec));
    }
    let pattern = problems.read(name, traits.text("pattern"))?.filter(|_| kind == "string");
    if let Some(pattern) = pattern.filter(|pattern| !MATCHES_ALL.contains(&pattern.as_str())) {
        lowered.codec = Codec::Pattern(pattern, Box::new(lowered.codec));
    }
    Some(lowered)
}

/// The bounds of a number, as Rust writes them, if it has any.
fn range(name: &str, kind: &str, traits: &Traits, problems: &mut Problems) -> Option<Option<(String, String)>> {
    if matches!(kind, "bigInteger" | "bigDecimal") {
        // Numbers of any size are not compared here: the service checks them.
        return Some(None);
    }
    let (bounds, in_order) = if matches!(kind, "float" | "double") {
        let bounds = problems.read(name, traits.float_range())?.filter(|bounds| *bounds != (f64::MIN, f64::MAX));
        let in_order = bounds.is_none_or(|(least, most)| least <= most);
        (bounds.map(|(least, most)| (float(least), float(most))), in_order)
    } else {
        let bounds = problems.read(name, traits.range())?.filter(|bounds| *bounds != (i64::MIN, i64::MAX));
        let in_order = bounds.is_none_or(|(least, most)| least <= most);
        (bounds.map(|(least, most)| (integer(least), integer(most))), in_order)
    };
    check_bounds(name, "range", traits, in_order, problems)?;
    Some(bounds)
}

fn check_applies(name: &str, kind: &str, traits: &Traits, problems: &mut Problems) -> Option<()> {
    for (id, kinds) in CONSTRAINTS {
        if let Some(found) = traits.get(id).filter(|_| !kinds.contains(&kind)) {
            let problem = format!("has `smithy.api#{id}`, which doesn't apply to the type `{kind}`");
            problems.at(found.span, name, problem, "remove the trait");
            return None;
        }
    }
    Some(())
}

fn check_bounds(name: &str, id: &str, traits: &Traits, in_order: bool, problems: &mut Problems) -> Option<()> {
    if in_order {
        return Some(());
    }
    let span = traits.get(id).map(|found| found.span).unwrap_or_default();
    let problem = format!("has a `smithy.api#{id}` whose `min` is greater than its `max`");
    problems.at(span, name, problem, "exchange the two, or correct one");
    None
}

/// A bound as Rust writes it.
fn integer(bound: i64) -> String {
    match bound {
        i64::MIN => "i64::MIN".to_owned(),
        i64::MAX => "i64::MAX".to_owned(),
        bound => bound.to_string(),
    }
}

/// A bound as Rust writes it.
fn float(bound: f64) -> String {
    match bound {
        f64::MIN => "f64::MIN".to_owned(),
        f64::MAX => "f64::MAX".to_owned(),
        bound => format!("{bound:?}"),
    }
}
