//! Values made up to fit a shape, for answers about which nothing is known.
//!
//! In: a shape. Out: a value, always the same, that satisfies the shape's constraints: required members and simple ones,
//! texts that match their pattern, the least that a range allows.

use crate::call::Object;
use crate::model::{Constraints, Kind, Member, Model, Place, ShapeId, Structure};
use crate::read::{At, Reader};
use aws_smithy_types::date_time::Format;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::{Value, json};

/// How deep values are made. Shapes that hold themselves end here.
const DEEPEST: usize = 8;
/// How deep members are made that may as well be absent.
const DEEPEST_OPTIONAL: usize = 3;
/// When the mock's time begins, in seconds since 1970.
const BEGIN: u64 = 1_772_357_400;

/// An output of an operation.
pub(crate) fn output(model: &Model, id: ShapeId) -> Object {
    structure(model, model.structure(id), 0)
}

/// A value of a shape under the constraints of a member.
pub(crate) fn value(model: &Model, id: ShapeId, own: &Constraints) -> Value {
    one(model, id, own, 0)
}

/// Whether a value, as handlers see it, is one that the model allows for a member.
pub(crate) fn is(model: &Model, member: &Member, value: &Value) -> bool {
    let mut reader = Reader::of_answers(model);
    // Handlers see timestamps as numbers, whatever their format.
    reader.value(value, member.target, &member.constraints, Format::EpochSeconds, &At::ROOT);
    reader.finish().is_ok()
}

fn structure(model: &Model, structure: &Structure, depth: usize) -> Object {
    let wanted = |member: &&Member| match member.place {
        Place::Status | Place::PrefixHeaders(_) => false,
        _ => member.required || depth < DEEPEST_OPTIONAL && is_plain(model, member),
    };
    let members = structure.members.iter().filter(wanted);
    members.map(|member| (member.name.clone(), one(model, member.target, &member.constraints, depth + 1))).collect()
}

/// Whether a member may be made up without a caller taking it for more than it is: a token would promise another page.
fn is_plain(model: &Model, member: &Member) -> bool {
    let is_token = member.name.to_ascii_lowercase().contains("token") || member.name.eq_ignore_ascii_case("marker");
    !is_token && !matches!(model.shape(member.target).kind, Kind::Document | Kind::Union(_))
}

fn one(model: &Model, id: ShapeId, own: &Constraints, depth: usize) -> Value {
    let shape = model.shape(id);
    let all = [&shape.constraints, own];
    let least = |bound: u64| all.iter().filter_map(|found| found.length).map(|(least, _)| least).max().unwrap_or(bound);
    if depth > DEEPEST {
        return match shape.kind {
            Kind::List(..) => json!([]),
            Kind::Map(..) | Kind::Structure(_) => json!({}),
            _ => Value::Null,
        };
    }
    match &shape.kind {
        Kind::Boolean => true.into(),
        Kind::Integer(..) => number(&all),
        Kind::Float => (number(&all).as_i64().unwrap_or_default() as f64).into(),
        Kind::Text => text(&all).into(),
        Kind::Blob => STANDARD.encode("e".repeat(usize::try_from(least(7)).unwrap_or(7))).into(),
        Kind::Timestamp => BEGIN.into(),
        Kind::Document => json!({}),
        Kind::Enum(values) => values.first().cloned().unwrap_or_default().into(),
        Kind::IntEnum(values) => values.first().copied().unwrap_or_default().into(),
        Kind::Structure(found) => Value::Object(structure(model, found, depth)),
        Kind::Union(found) => {
            let first = found.members.first();
            first
                .map(|member| json!({ &member.name: one(model, member.target, &member.constraints, depth + 1) }))
                .into()
        }
        Kind::List(item, _) => {
            let item = |_| one(model, item.target, &item.constraints, depth + 1);
            Value::Array((0..least(1).min(100)).map(item).collect())
        }
        Kind::Map(key, item, _) => match least(0) {
            0 => json!({}),
            _ => {
                let key = one(model, key.target, &key.constraints, depth + 1);
                json!({ key.as_str().unwrap_or("key"): one(model, item.target, &item.constraints, depth + 1) })
            }
        },
    }
}

fn number(all: &[&Constraints]) -> Value {
    let ranges = || all.iter().filter_map(|found| found.range);
    let least = ranges().map(|(least, _)| least).fold(f64::MIN, f64::max);
    let greatest = ranges().map(|(_, greatest)| greatest).fold(f64::MAX, f64::min);
    // The bounds of integers are whole numbers.
    (1.0_f64.max(least).min(greatest) as i64).into()
}

/// A text that is as long as it has to be and matches every pattern, if one of some hundred tries does.
fn text(all: &[&Constraints]) -> String {
    let fits = |text: &String| {
        let length = text.chars().count() as u64;
        all.iter().all(|found| {
            found.length.is_none_or(|(least, greatest)| (least..=greatest).contains(&length))
                && found.pattern.as_ref().is_none_or(|(_, regex)| regex.is_match(text))
        })
    };
    let least = all.iter().filter_map(|found| found.length).map(|(least, _)| least).max().unwrap_or(1);
    let least = usize::try_from(least).unwrap_or(1).min(10_000);
    let greatest = all.iter().filter_map(|found| found.length).map(|(_, most)| most).min().unwrap_or(u64::MAX);
    let shortened: String = "example".chars().take(usize::try_from(greatest).unwrap_or(usize::MAX)).collect();
    let words = [shortened, "example".repeat(least / 7 + 1).chars().take(least).collect()];
    let pattern = all.iter().find_map(|found| found.pattern.as_ref()).map(|(written, _)| written);
    let parsed = pattern.and_then(|pattern| regex_syntax::parse(pattern).ok());
    let matching = parsed.iter().flat_map(|hir| (0..=128).chain([least]).map(|extra| matching(hir, extra)));
    words.into_iter().chain(matching).find(fits).unwrap_or_else(|| "example".to_owned())
}

/// A text that an expression matches, in which everything that may be repeated is, `extra` times more than it has to.
fn matching(hir: &Hir, extra: usize) -> String {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => String::new(),
        HirKind::Literal(literal) => String::from_utf8_lossy(&literal.0).into_owned(),
        HirKind::Class(class) => nice(class).map(String::from).unwrap_or_default(),
        HirKind::Repetition(repetition) => {
            let least = usize::try_from(repetition.min).unwrap_or(1);
            let most = repetition.max.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
            // Inside, once is enough: repetitions of repetitions grow fast.
            matching(&repetition.sub, 0).repeat(least.saturating_add(extra).min(most).min(10_000))
        }
        HirKind::Capture(capture) => matching(&capture.sub, extra),
        HirKind::Concat(parts) => parts.iter().map(|part| matching(part, extra)).collect(),
        HirKind::Alternation(parts) => parts.first().map(|part| matching(part, extra)).unwrap_or_default(),
    }
}

/// A character of a class: a letter or digit, if there is one.
fn nice(class: &Class) -> Option<char> {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class.ranges().iter().map(|range| (range.start(), range.end())).collect(),
        Class::Bytes(class) => class.ranges().iter().map(|range| (range.start().into(), range.end().into())).collect(),
    };
    let mut liked = "a1A0-_".chars().filter(|&liked| ranges.iter().any(|&(from, to)| (from..=to).contains(&liked)));
    liked.next().or_else(|| ranges.first().map(|&(from, _)| from))
}
