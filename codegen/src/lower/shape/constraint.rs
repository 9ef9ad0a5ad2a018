//! Constraints (Smithy 2.0, "Constraint traits").

use super::value::Lowered;
use crate::ast::Traits;
use crate::diagnostic::Diagnostic;
use crate::ir::Codec;
use crate::lower::Lowering;

/// Patterns that every text matches; AWS's models are fond of them.
const MATCHES_ALL: &[&str] = &[r"^[\S\s]*$", r"^[\s\S]*$", r"[\S\s]*", r"[\s\S]*", ".*", "^.*$"];

/// Constraints and the types that they can constrain.
const APPLIES_TO: &[(&str, &[&str])] = &[
    ("length", &["string", "enum", "list", "set", "map", "blob"]),
    ("pattern", &["string", "enum"]),
    ("range", &["byte", "short", "integer", "intEnum", "long", "float", "double", "bigInteger", "bigDecimal"]),
];

impl Lowering<'_> {
    /// Adds the constraints of `traits` to a value of type `kind`.
    pub(in crate::lower) fn constrained(
        &mut self,
        name: &str,
        mut lowered: Lowered,
        kind: &str,
        traits: &Traits,
    ) -> Option<Lowered> {
        lowered.sensitive |= traits.has("sensitive");
        self.check_applies(name, kind, traits)?;
        // A length or a pattern of an enum says nothing that its values don't.
        let length = self.ok_at(name, traits.length())?.filter(|_| kind != "enum");
        if let Some((least, most)) = length.filter(|bounds| *bounds != (0, u64::MAX)) {
            self.check_bounds(name, "length", traits, least <= most)?;
            lowered.codec = Codec::Length(least, most, Box::new(lowered.codec));
        }
        if matches!(kind, "float" | "double") {
            let bounds = self.ok_at(name, traits.float_range())?.filter(|bounds| *bounds != (f64::MIN, f64::MAX));
            if let Some((least, most)) = bounds {
                self.check_bounds(name, "range", traits, least <= most)?;
                lowered.codec = Codec::Range(float(least), float(most), Box::new(lowered.codec));
            }
        } else if let Some((least, most)) =
            self.ok_at(name, traits.range())?.filter(|bounds| *bounds != (i64::MIN, i64::MAX))
        {
            self.check_bounds(name, "range", traits, least <= most)?;
            lowered.codec = Codec::Range(integer(least), integer(most), Box::new(lowered.codec));
        }
        let pattern = self.ok_at(name, traits.text("pattern"))?.filter(|_| kind == "string");
        if let Some(pattern) = pattern.filter(|pattern| !MATCHES_ALL.contains(&pattern.as_str())) {
            lowered.codec = Codec::Pattern(pattern, Box::new(lowered.codec));
        }
        Some(lowered)
    }

    fn check_applies(&mut self, name: &str, kind: &str, traits: &Traits) -> Option<()> {
        for (id, kinds) in APPLIES_TO {
            if let Some(found) = traits.get(id).filter(|_| !kinds.contains(&kind)) {
                let problem = format!("has `smithy.api#{id}`, which doesn't apply to the type `{kind}`");
                self.problems.push(Diagnostic::at(found.span, name, problem, "remove the trait"));
                return None;
            }
        }
        Some(())
    }

    fn check_bounds(&mut self, name: &str, id: &str, traits: &Traits, in_order: bool) -> Option<()> {
        if in_order {
            return Some(());
        }
        let span = traits.get(id).map(|found| found.span).unwrap_or_default();
        let problem = format!("has a `smithy.api#{id}` whose `min` is greater than its `max`");
        self.problems.push(Diagnostic::at(span, name, problem, "exchange the two, or correct one"));
        None
    }
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
