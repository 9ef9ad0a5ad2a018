//! Values made up to fit a shape, for answers about which nothing is known.
//!
//! In: a shape. Out: a value, always the same, that satisfies the shape's constraints: required members and simple ones,
//! texts that match their pattern, the least that a range allows.

use crate::model::{Constraints, Kind, Member, Model, Object, Operation, Place, ShapeId, Structure, sample};
use crate::request::allows;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// How deep lists and maps are filled that may be empty. Shapes that hold themselves end here.
const DEEPEST: usize = 8;
/// How deep members are made that may as well be absent.
const DEEPEST_OPTIONAL: usize = 3;
/// How many values one answer has at most, whatever the model demands.
const MOST: usize = 100_000;
/// How deep it is at most.
const BOTTOM: usize = 60;
/// When the mock's time begins, in seconds since 1970.
const BEGIN: u64 = 1_772_357_400;

/// An output of an operation.
pub(crate) fn output(model: &Model, operation: &Operation) -> Object {
    let structure = model.structure(operation.output);
    let mut output = Maker::new(model).structure(structure, 0, 0);
    // A token would promise another page.
    let token = operation.pagination.as_ref().map(|pages| pages.output_token.as_str());
    if let Some(member) = token.and_then(|token| structure.member(token)) {
        match member.required && allows(model, member, &json!("")) {
            true => drop(output.insert(member.name.clone(), json!(""))),
            false if !member.required => drop(output.remove(&member.name)),
            false => {}
        }
    }
    output
}

/// A value of a shape under the constraints of a member.
pub(crate) fn value(model: &Model, id: ShapeId, own: &Constraints) -> Value {
    Maker::new(model).one(id, own, 0, 0)
}

/// The least that a member may hold: nothing, where it is a list or a map that may be empty.
pub(crate) fn least(model: &Model, member: &Member) -> Value {
    let empty = match &model.shape(member.target).kind {
        Kind::List(..) => json!([]),
        Kind::Map(..) => json!({}),
        _ => return of(model, member),
    };
    if allows(model, member, &empty) { empty } else { of(model, member) }
}

fn of(model: &Model, member: &Member) -> Value {
    Maker::new(model).member(member, 0, 0)
}

/// A text that all these members may hold, or else the first of them.
pub(crate) fn text_for(model: &Model, members: &[&Member]) -> String {
    let of = |member: &Member| [&model.shape(member.target).constraints];
    let all = || members.iter().flat_map(|member| of(member).into_iter().chain([&member.constraints]));
    sample::text(&all().collect::<Vec<_>>()).unwrap_or_else(|| sample::text_or_long(&all().take(2).collect::<Vec<_>>()))
}

/// Makes values, and stops in time.
struct Maker<'m> {
    model: &'m Model,
    left: usize,
}

impl<'m> Maker<'m> {
    fn new(model: &'m Model) -> Self {
        Self { model, left: MOST }
    }

    fn structure(&mut self, structure: &Structure, depth: usize, nth: usize) -> Object {
        let wanted = |member: &&Member| match member.place {
            Place::Status | Place::PrefixHeaders(_) if depth == 0 => false,
            Place::Events => false,
            _ => member.required || depth < DEEPEST_OPTIONAL && is_plain(self.model, member),
        };
        let members: Vec<_> = structure.members.iter().filter(wanted).collect();
        let mut made = Object::new();
        for member in members {
            match self.member(member, depth + 1, nth) {
                Value::Null => {}
                value => drop(made.insert(member.name.clone(), value)),
            }
        }
        made
    }

    fn member(&mut self, member: &Member, depth: usize, nth: usize) -> Value {
        let holds_json = member.media.as_deref().is_some_and(|media| media.ends_with("json"));
        if holds_json && allows(self.model, member, &json!("{}")) {
            return json!("{}");
        }
        self.one(member.target, &member.constraints, depth, nth)
    }

    /// The `nth` value of a shape, where values have to differ.
    fn one(&mut self, id: ShapeId, own: &Constraints, depth: usize, nth: usize) -> Value {
        self.left = self.left.saturating_sub(1);
        if self.left == 0 || depth > BOTTOM {
            return Value::Null;
        }
        let model = self.model;
        let shape = model.shape(id);
        let all = [&shape.constraints, own];
        match &shape.kind {
            Kind::Boolean => true.into(),
            Kind::Integer(from, to) => integer(&all, *from, *to, nth),
            Kind::Float => float(&all, nth),
            Kind::Text => text(&all, nth),
            Kind::Blob => STANDARD.encode("e".repeat(length(&all, 7))).into(),
            Kind::Timestamp => BEGIN.into(),
            Kind::Document => json!({}),
            Kind::Enum(values) => values.get(nth % values.len().max(1)).cloned().unwrap_or_default().into(),
            Kind::IntEnum(values) => values.get(nth % values.len().max(1)).copied().unwrap_or_default().into(),
            Kind::Structure(found) => Value::Object(self.structure(found, depth, nth)),
            Kind::Union(found) => match choice(model, found, depth) {
                Some(member) => json!({ &member.name: self.member(member, depth + 1, nth) }),
                None => Value::Null,
            },
            Kind::List(item, _) => self.list(item, &all, depth, nth),
            Kind::Map(key, item, _) => {
                let mut entries = Object::new();
                for index in 0..length(&all, 0) {
                    let name = self.member(key, depth + 1, index);
                    let value = self.member(item, depth + 1, nth);
                    entries.insert(name.as_str().unwrap_or("key").to_owned(), value);
                }
                Value::Object(entries)
            }
        }
    }

    fn list(&mut self, item: &Member, all: &[&Constraints], depth: usize, nth: usize) -> Value {
        let count = length(all, usize::from(depth <= DEEPEST));
        let differ = all.iter().any(|found| found.unique);
        let value = |index| self.member(item, depth + 1, if differ { index } else { nth });
        let values: Vec<_> = (0..count).map(value).collect();
        Value::Array(values.into_iter().filter(|value| !value.is_null()).collect())
    }
}

/// Whether a member may be made up without a caller taking it for more than it is: a token would promise another page.
fn is_plain(model: &Model, member: &Member) -> bool {
    let name = member.name.to_ascii_lowercase();
    let is_token = name.contains("token") || name.ends_with("marker");
    !is_token && !matches!(model.shape(member.target).kind, Kind::Document | Kind::Union(_))
}

/// The member that a union has: the first, and far down the one that ends soonest.
fn choice<'m>(model: &'m Model, union: &'m Structure, depth: usize) -> Option<&'m Member> {
    let is_near = depth <= DEEPEST_OPTIONAL;
    let ends = |member: &&Member| model.shape(member.target).depth < u32::MAX;
    let first = union.members.iter().find(|member| is_near && ends(member));
    first.or_else(|| union.members.iter().min_by_key(|member| model.shape(member.target).depth))
}

/// A length that is allowed: the wanted one, if it is.
fn length(all: &[&Constraints], wanted: usize) -> usize {
    let wanted = all
        .iter()
        .filter_map(|found| found.length)
        .fold(wanted as u64, |length, (least, greatest)| length.min(greatest).max(least));
    usize::try_from(wanted).unwrap_or(MOST).min(MOST)
}

fn range(all: &[&Constraints]) -> (f64, f64) {
    let ranges = all.iter().filter_map(|found| found.range);
    ranges.fold((f64::MIN, f64::MAX), |(from, to), (least, greatest)| (from.max(least), to.min(greatest)))
}

fn integer(all: &[&Constraints], from: i64, to: i64, nth: usize) -> Value {
    let (least, greatest) = range(all);
    let wanted = 1.0 + nth as f64;
    // What doesn't fit is cut off.
    (wanted.max(least.ceil()).min(greatest.floor()) as i64).clamp(from, to).into()
}

fn float(all: &[&Constraints], nth: usize) -> Value {
    let (least, greatest) = range(all);
    (1.0 + nth as f64).max(least).min(greatest).into()
}

fn text(all: &[&Constraints], nth: usize) -> Value {
    let found = sample::text_or_long(all);
    if nth == 0 {
        return found.into();
    }
    let number = nth.to_string();
    let kept = found.chars().count().saturating_sub(number.len());
    let other: String = found.chars().take(kept).collect::<String>() + &number;
    if sample::fits(all, &other) { other.into() } else { found.into() }
}
