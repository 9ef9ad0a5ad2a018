//! Simple shapes, enums, lists and maps: types and codecs.

use super::Lowering;
use crate::ast::{Member, Shape, Traits};
use crate::diagnostic::Diagnostic;
use crate::ir::{Codec, Enum, EnumValues, Place, Type, Variant};
use crate::{docs, names};
use serde_json::Value;

/// A value's type and codec.
pub(super) struct Lowered {
    pub ty: Type,
    pub codec: Codec,
    pub sensitive: bool,
}

/// How deep lists and maps may hold each other. No service comes near; a cycle of lists goes past it.
const DEPTH: usize = 32;

/// Patterns that every text matches; AWS's models are fond of them.
const MATCHES_ALL: &[&str] = &[r"^[\S\s]*$", r"^[\s\S]*$", r"[\S\s]*", r"[\s\S]*", ".*", "^.*$"];

impl<'m> Lowering<'m> {
    /// The type and codec of a member, as it stands in `place`.
    pub(super) fn value(&mut self, owner: &str, member: &'m Member, place: &Place) -> Option<Lowered> {
        self.value_at(owner, member, place, DEPTH)
    }

    fn value_at(&mut self, owner: &str, member: &'m Member, place: &Place, depth: usize) -> Option<Lowered> {
        let name = format!("{owner}${}", member.name);
        let (kind, traits, shape) = self.target(&name, member)?;
        let mut lowered = match kind {
            "string" | "enum" | "intEnum" => self.text_or_enum(kind, shape),
            "boolean" => Lowered::plain(Type::Scalar("bool")),
            "byte" => Lowered::plain(Type::Scalar("i8")),
            "short" => Lowered::plain(Type::Scalar("i16")),
            "integer" => Lowered::plain(Type::Scalar("i32")),
            "long" => Lowered::plain(Type::Scalar("i64")),
            "timestamp" => Lowered { ty: Type::DateTime, codec: self.timestamp(&name, member, traits, place)?, sensitive: false },
            "structure" => Lowered { ty: Type::Named(names::type_name(shape?.id.name())), codec: Codec::Nested, sensitive: false },
            "list" | "set" | "map" => self.collection(&name, member, kind, shape?, place, depth)?,
            other => {
                self.unsupported(&name, member, &format!("shapes of type `{other}` are not supported yet"));
                return None;
            }
        };
        for traits in [traits.unwrap_or(&Traits::default()), &member.traits] {
            lowered = self.constrained(&name, lowered, kind, traits)?;
        }
        Some(lowered)
    }

    /// The kind, traits and shape of a member's target; the prelude's shapes have neither traits nor a place.
    fn target(&mut self, name: &str, member: &'m Member) -> Option<(&'m str, Option<&'m Traits>, Option<&'m Shape>)> {
        const PRELUDE: &[(&str, &str)] = &[
            ("String", "string"), ("Boolean", "boolean"), ("PrimitiveBoolean", "boolean"), ("Byte", "byte"),
            ("PrimitiveByte", "byte"), ("Short", "short"), ("PrimitiveShort", "short"), ("Integer", "integer"),
            ("PrimitiveInteger", "integer"), ("Long", "long"), ("PrimitiveLong", "long"), ("Float", "float"),
            ("PrimitiveFloat", "float"), ("Double", "double"), ("PrimitiveDouble", "double"), ("Blob", "blob"),
            ("Timestamp", "timestamp"), ("Document", "document"), ("BigInteger", "bigInteger"),
            ("BigDecimal", "bigDecimal"), ("Unit", "structure"),
        ];
        if let Some(prelude) = member.target.as_str().strip_prefix("smithy.api#")
            && let Some((_, kind)) = PRELUDE.iter().find(|(id, _)| *id == prelude)
        {
            return Some((kind, None, None));
        }
        let shape = self.resolve(&member.target, name, member.span)?;
        Some((shape.kind.as_str(), Some(&shape.traits), Some(shape)))
    }

    fn text_or_enum(&mut self, kind: &str, shape: Option<&Shape>) -> Lowered {
        match shape {
            Some(shape) if kind == "enum" || shape.traits.has("enum") => Lowered {
                ty: Type::Named(names::type_name(shape.id.name())),
                codec: Codec::Enum(Box::new(Codec::Plain)),
                sensitive: false,
            },
            Some(shape) if kind == "intEnum" => Lowered {
                ty: Type::Scalar("i32"),
                codec: Codec::OneOf(names::type_name(shape.id.name()), Box::new(Codec::Plain)),
                sensitive: false,
            },
            _ => Lowered::plain(Type::Text),
        }
    }

    fn timestamp(&mut self, name: &str, member: &Member, shape: Option<&Traits>, place: &Place) -> Option<Codec> {
        let own = self.ok_at(name, member.traits.text("timestampFormat"))?;
        let inherited = match shape {
            Some(traits) => self.ok_at(name, traits.text("timestampFormat"))?,
            None => None,
        };
        match own.or(inherited).as_deref() {
            Some("epoch-seconds") => Some(Codec::EpochSeconds),
            Some("date-time") => Some(Codec::DateTimeText),
            Some("http-date") => Some(Codec::HttpDate),
            Some(other) => {
                self.unsupported(name, member, &format!("`{other}` is not a timestamp format"));
                None
            }
            // Smithy 2.0, "Timestamp serialization": each place has its own default.
            None => Some(match place {
                Place::Body => self.protocol.body_timestamp(),
                Place::Label | Place::Query(_) => Codec::DateTimeText,
                Place::Header(_) => Codec::HttpDate,
            }),
        }
    }

    fn collection(
        &mut self,
        name: &str,
        member: &'m Member,
        kind: &str,
        shape: &'m Shape,
        place: &Place,
        depth: usize,
    ) -> Option<Lowered> {
        let Some(depth) = depth.checked_sub(1) else {
            self.unsupported(name, member, "its lists and maps hold each other without end");
            return None;
        };
        let owner = shape.id.as_str();
        let inner = |this: &mut Self, part: &str| {
            let Some(member) = shape.member(part) else {
                this.problem(shape, format!("has no `{part}`"), format!("add `{part}` with its `target`"));
                return None;
            };
            this.value_at(owner, member, place, depth)
        };
        if kind == "map" {
            let (key, value) = (inner(self, "key")?, inner(self, "value")?);
            let sensitive = key.sensitive || value.sensitive;
            let ty = Type::Map(Box::new(key.ty), Box::new(value.ty));
            return Some(Lowered { ty, codec: Codec::Map(Box::new(value.codec)), sensitive });
        }
        let item = inner(self, "member")?;
        Some(Lowered { ty: Type::List(Box::new(item.ty)), codec: Codec::List(Box::new(item.codec)), sensitive: item.sensitive })
    }

    /// Adds the constraints of `traits`.
    fn constrained(&mut self, name: &str, mut lowered: Lowered, kind: &str, traits: &Traits) -> Option<Lowered> {
        lowered.sensitive |= traits.has("sensitive");
        if let Some((least, most)) = self.ok_at(name, traits.length())? {
            lowered.codec = Codec::Length(least, most, Box::new(lowered.codec));
        }
        if let Some((least, most)) = self.ok_at(name, traits.range())? {
            lowered.codec = Codec::Range(least, most, Box::new(lowered.codec));
        }
        // A pattern on an enum says nothing that its values don't.
        let pattern = self.ok_at(name, traits.text("pattern"))?.filter(|_| kind == "string");
        if let Some(pattern) = pattern.filter(|pattern| !MATCHES_ALL.contains(&pattern.as_str())) {
            lowered.codec = Codec::Pattern(pattern, Box::new(lowered.codec));
        }
        Some(lowered)
    }

    pub(super) fn unsupported(&mut self, name: &str, member: &Member, problem: &str) {
        let remedy = "correct the model, or leave the operations out that need it";
        self.problems.push(Diagnostic::at(member.span, name, problem, remedy));
    }

    /// The enums in the closure, by name.
    pub(super) fn enums(&mut self) -> Vec<Enum> {
        let shapes: Vec<_> = self.roles.keys().filter_map(|id| self.model.shapes.get(id)).collect();
        let enums = shapes.into_iter().filter(|shape| matches!(shape.kind.as_str(), "enum" | "intEnum"));
        let mut lowered: Vec<Enum> = enums.filter_map(|shape| self.lower_enum(shape)).collect();
        lowered.sort_by(|a, b| a.name.cmp(&b.name));
        lowered
    }

    fn lower_enum(&mut self, shape: &Shape) -> Option<Enum> {
        let (mut texts, mut ints) = (Vec::new(), Vec::new());
        for member in &shape.members {
            let name = format!("{}${}", shape.id, member.name);
            let documentation = self.ok_at(&name, member.traits.documentation()).unwrap_or_default();
            let (variant, docs) = (names::variant_name(&member.name), docs::markdown(&documentation));
            let value = member.traits.get("enumValue").map(|found| &found.value);
            let int = value.and_then(Value::as_i64).and_then(|value| i32::try_from(value).ok());
            match (shape.kind.as_str(), value) {
                ("intEnum", _) if int.is_some() => ints.extend(int.map(|value| Variant { name: variant, docs, value })),
                // An enum's member without a value stands for its own name.
                ("enum", None) => texts.push(Variant { name: variant, docs, value: member.name.clone() }),
                ("enum", Some(Value::String(value))) => texts.push(Variant { name: variant, docs, value: value.clone() }),
                _ => self.unsupported(&name, member, "the value of `smithy.api#enumValue` doesn't fit the enum's type"),
            }
        }
        let values = if shape.kind == "enum" { EnumValues::Text(texts) } else { EnumValues::Int(ints) };
        Some(Enum { name: names::type_name(shape.id.name()), docs: self.shape_docs(shape), values })
    }
}

impl Lowered {
    fn plain(ty: Type) -> Self {
        Lowered { ty, codec: Codec::Plain, sensitive: false }
    }
}
