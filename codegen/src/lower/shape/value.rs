//! The values of members: types and codecs.

use super::{collection, constraint, layout, media_type, order, timestamp};
use crate::ast::{Member, Shape, ShapeId, Traits};
use crate::ir::{Codec, Place, Type};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::names;
use crate::traits::{ID_BEHIND_KIND, LENIENT};
use std::collections::BTreeMap;

/// A value's type and codec.
#[derive(Clone)]
pub(super) struct Lowered {
    pub(super) ty: Type,
    pub(super) codec: Codec,
    pub(super) sensitive: bool,
}

/// A member whose value is lowered.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a, 'm> {
    /// Its ID, for messages.
    pub(super) name: &'a str,
    pub(super) member: &'m Member,
    /// Where it goes.
    pub(super) place: &'a Place,
    /// What it targets.
    pub(super) target: Target<'m>,
    /// How deep lists and maps may hold each other from here.
    pub(super) depth: usize,
}

/// What a member targets; the prelude's shapes have neither traits nor a place.
#[derive(Clone, Copy)]
pub(super) struct Target<'m> {
    pub(super) kind: &'m str,
    pub(super) traits: &'m Traits,
    pub(super) shape: Option<&'m Shape>,
}

/// How deep lists and maps may hold each other. No service comes near; a cycle of lists goes past it.
pub(super) const DEPTH: usize = 32;

/// The types of the prelude's shapes (Smithy 2.0, "Prelude model").
const PRELUDE: &[(&str, &str)] = &[
    ("String", "string"),
    ("Boolean", "boolean"),
    ("PrimitiveBoolean", "boolean"),
    ("Byte", "byte"),
    ("PrimitiveByte", "byte"),
    ("Short", "short"),
    ("PrimitiveShort", "short"),
    ("Integer", "integer"),
    ("PrimitiveInteger", "integer"),
    ("Long", "long"),
    ("PrimitiveLong", "long"),
    ("Float", "float"),
    ("PrimitiveFloat", "float"),
    ("Double", "double"),
    ("PrimitiveDouble", "double"),
    ("Blob", "blob"),
    ("Timestamp", "timestamp"),
    ("Document", "document"),
    ("BigInteger", "bigInteger"),
    ("BigDecimal", "bigDecimal"),
    ("Unit", "unit"),
];

static NO_TRAITS: Traits = Traits(BTreeMap::new());

/// The type and codec of a member, as it stands in `place`.
pub(super) fn value<'m>(
    facts: &Facts<'m>,
    owner: &ShapeId,
    member: &'m Member,
    place: &Place,
    problems: &mut Problems,
) -> Option<Lowered> {
    value_at(facts, owner, member, place, DEPTH, problems)
}

/// As [`value`], where lists and maps may hold each other only so deep.
pub(super) fn value_at<'m>(
    facts: &Facts<'m>,
    owner: &ShapeId,
    member: &'m Member,
    place: &Place,
    depth: usize,
    problems: &mut Problems,
) -> Option<Lowered> {
    let name = &format!("{owner}${}", member.name);
    let target = target(facts, name, member, problems)?;
    let asked = Asked { name, member, place, target, depth };
    layout::check(facts, &asked, problems)?;
    let lowered = of_target(facts, &asked, problems)?;
    let lowered = named_after_shape(facts, &asked, lowered);
    let mut lowered = constraint::constrained(name, lowered, target.kind, &member.traits, problems)?;
    // A whole body is not checked here: how long it may be is the service's to say.
    if matches!(place, Place::Payload | Place::Stream | Place::EventPayload) {
        lowered.codec = lowered.codec.unconstrained().clone();
    }
    if member.traits.has(ID_BEHIND_KIND) && lowered.ty == Type::Text {
        lowered.codec = Codec::WithoutKind(Box::new(lowered.codec));
    }
    if member.traits.has(LENIENT) && matches!(place, Place::Header(_)) {
        lowered.codec = Codec::Lenient(Box::new(lowered.codec));
    }
    let lowered = layout::of_member(facts, &asked, lowered, problems)?;
    Some(if facts.is_boxed(owner, &member.name) { lowered.boxed() } else { lowered })
}

/// A value with the constraints of what the member targets.
fn of_target<'m>(facts: &Facts<'m>, asked: &Asked<'_, 'm>, problems: &mut Problems) -> Option<Lowered> {
    let mut lowered = bare(facts, asked, problems)?;
    lowered.codec = media_type::placed(facts, asked, lowered.codec, problems)?;
    constraint::constrained(asked.name, lowered, asked.target.kind, asked.target.traits, problems)
}

/// The same by the name of the constrained shape, where its codec is what it is in a body: timestamps and texts with a media
/// type look otherwise elsewhere, and so do lists of them.
fn named_after_shape<'m>(facts: &Facts<'m>, asked: &Asked<'_, 'm>, lowered: Lowered) -> Lowered {
    let constant = asked.target.shape.and_then(|shape| facts.constant(&shape.id));
    let is_its_own = order::is_the_members_own(facts, asked);
    let Some(name) = constant.filter(|_| lowered.codec.is_constrained() && !is_its_own) else { return lowered };
    let is_as_in_body = *asked.place == Place::Body || {
        let in_body = Asked { place: &Place::Body, ..*asked };
        // What is wrong with the shape has been said already.
        let in_body = of_target(facts, &in_body, &mut Problems::default());
        in_body.is_some_and(|in_body| in_body.codec == lowered.codec)
    };
    match is_as_in_body {
        true => Lowered { codec: Codec::Named(name.to_owned(), Box::new(lowered.codec)), ..lowered },
        false => lowered,
    }
}

/// A value without its constraints.
fn bare<'m>(facts: &Facts<'m>, asked: &Asked<'_, 'm>, problems: &mut Problems) -> Option<Lowered> {
    let Asked { name, member, target, .. } = asked;
    let shape = target.shape;
    Some(match target.kind {
        "timestamp" => Lowered::of(Type::DateTime, timestamp::format(facts, asked, problems)?),
        "blob" if *asked.place == Place::Stream => {
            let codec = Codec::Streamed(media_type::of_blob(asked, problems)?);
            // `Debug` hides it: it may be long, and to show it would use it up.
            Lowered { sensitive: true, ..Lowered::of(Type::Stream, codec) }
        }
        "list" | "set" => collection::list(facts, shape?, asked, problems)?,
        "map" => order::kept(facts, asked, collection::map(facts, shape?, asked, problems)?, problems)?,
        "document" => order::kept(facts, asked, Lowered::of(Type::Document, Codec::Json), problems)?,
        "structure" => Lowered::of(named(shape?), Codec::Nested),
        "union" if *asked.place == Place::Events => {
            Lowered::of(Type::Receiver(names::type_name(shape?.id.name())), Codec::Events)
        }
        "union" => Lowered::of(named(shape?), Codec::Tagged),
        "enum" => Lowered::of(named(shape?), Codec::Enum(Box::new(Codec::Plain))),
        "intEnum" => {
            let codec = Codec::OneOf(names::type_name(shape?.id.name()), Box::new(Codec::Plain));
            Lowered::of(Type::Scalar("i32"), codec)
        }
        kind => {
            let simple = simple(kind, &facts.protocol.big);
            if simple.is_none() {
                unsupported(name, member, why_not(member, kind), problems);
            }
            simple?
        }
    })
}

/// A value of a type that is the same wherever it stands.
fn simple(kind: &str, big: &Codec) -> Option<Lowered> {
    let (ty, codec) = match kind {
        "string" => (Type::Text, Codec::Plain),
        "boolean" => (Type::Scalar("bool"), Codec::Plain),
        "byte" => (Type::Scalar("i8"), Codec::Plain),
        "short" => (Type::Scalar("i16"), Codec::Plain),
        "integer" => (Type::Scalar("i32"), Codec::Plain),
        "long" => (Type::Scalar("i64"), Codec::Plain),
        "float" => (Type::Scalar("f32"), Codec::Float),
        "double" => (Type::Scalar("f64"), Codec::Float),
        "blob" => (Type::Blob, Codec::Base64),
        "bigInteger" => (Type::Big("BigInteger"), big.clone()),
        "bigDecimal" => (Type::Big("BigDecimal"), big.clone()),
        _ => return None,
    };
    Some(Lowered::of(ty, codec))
}

/// Why there is no value of a type.
fn why_not(member: &Member, kind: &str) -> String {
    match kind {
        "operation" | "resource" | "service" => {
            format!("targets `{}`, which is of type `{kind}` and can't be held", member.target)
        }
        "unit" => format!("targets `{}`, which only a union's member can", member.target),
        _ => format!("is of type `{kind}`, which is not supported yet"),
    }
}

/// Reports a member of which nothing can be made.
pub(super) fn unsupported(name: &str, member: &Member, problem: impl Into<String>, problems: &mut Problems) {
    problems.at(member.span, name, problem, "correct the model, or leave the operations out that need it");
}

/// The type of a shape of the prelude's, if it is one.
pub(super) fn prelude(id: &ShapeId) -> Option<&'static str> {
    let name = id.as_str().strip_prefix("smithy.api#")?;
    PRELUDE.iter().find(|(id, _)| *id == name).map(|(_, kind)| *kind)
}

fn target<'m>(facts: &Facts<'m>, name: &str, member: &'m Member, problems: &mut Problems) -> Option<Target<'m>> {
    if let Some(kind) = prelude(&member.target) {
        return Some(Target { kind, traits: &NO_TRAITS, shape: None });
    }
    let shape = facts.targets.resolve(&member.target, name, member.span, problems)?;
    Some(Target { kind: shape.kind.as_str(), traits: &shape.traits, shape: Some(shape) })
}

fn named(shape: &Shape) -> Type {
    Type::Named(names::type_name(shape.id.name()))
}

impl Lowered {
    pub(super) fn of(ty: Type, codec: Codec) -> Self {
        Lowered { ty, codec, sensitive: false }
    }

    fn boxed(self) -> Self {
        let Lowered { ty, codec, sensitive } = self;
        Lowered { ty: Type::Boxed(Box::new(ty)), codec: Codec::Boxed(Box::new(codec)), sensitive }
    }
}
