//! Simple shapes, lists and maps: types and codecs.

use crate::ast::{Member, Shape, Traits};
use crate::diagnostic::{Diagnostic, Span};
use crate::ir::{Codec, Place, Type};
use crate::lower::Lowering;
use crate::names;

/// A value's type and codec.
pub(in crate::lower) struct Lowered {
    pub ty: Type,
    pub codec: Codec,
    pub sensitive: bool,
}

/// How deep lists and maps may hold each other. No service comes near; a cycle of lists goes past it.
const DEPTH: usize = 32;

impl<'m> Lowering<'m> {
    /// The type and codec of a member, as it stands in `place`.
    pub(in crate::lower) fn value(&mut self, owner: &str, member: &'m Member, place: &Place) -> Option<Lowered> {
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
            "timestamp" => {
                Lowered { ty: Type::DateTime, codec: self.timestamp(&name, member, traits, place)?, sensitive: false }
            }
            "float" => Lowered { ty: Type::Scalar("f32"), codec: Codec::Float, sensitive: false },
            "double" => Lowered { ty: Type::Scalar("f64"), codec: Codec::Float, sensitive: false },
            "blob" if *place == Place::Stream => {
                let media_type = self.media_type(&name, traits)?;
                // `Debug` hides it: it may be long, and to show it would use it up.
                Lowered { ty: Type::Stream, codec: Codec::Streamed(media_type), sensitive: true }
            }
            "blob" => Lowered { ty: Type::Blob, codec: Codec::Base64, sensitive: false },
            "document" => Lowered { ty: Type::Document, codec: Codec::Json, sensitive: false },
            "structure" => Lowered { ty: self.named(shape?), codec: Codec::Nested, sensitive: false },
            "union" => Lowered { ty: self.named(shape?), codec: Codec::Tagged, sensitive: false },
            "list" | "set" | "map" => self.collection(kind, shape?, place, depth)?,
            "operation" | "resource" | "service" => {
                let problem = format!("targets `{}`, which is of type `{kind}` and can't be held", member.target);
                self.unsupported(&name, member, &problem);
                return None;
            }
            other => {
                self.unsupported(&name, member, &format!("is of type `{other}`, which is not supported yet"));
                return None;
            }
        };
        let none = Traits::default();
        let inherited = traits.unwrap_or(&none);
        if *place == Place::Payload {
            lowered.codec = self.payload(&name, member.span, lowered.codec, kind, inherited)?;
        } else if matches!(place, Place::Header(_)) && kind == "string" && inherited.has("mediaType") {
            lowered.codec = Codec::MediaText;
        }
        for traits in [inherited, &member.traits] {
            lowered = self.constrained(&name, lowered, kind, traits)?;
        }
        // A whole body is not checked here: how long it may be is the service's to say.
        if matches!(place, Place::Payload | Place::Stream) {
            lowered.codec = lowered.codec.unconstrained().clone();
        }
        if self.boxed.contains(&(owner.to_owned(), member.name.clone())) {
            let Lowered { ty, codec, sensitive } = lowered;
            return Some(Lowered { ty: Type::Boxed(Box::new(ty)), codec: Codec::Boxed(Box::new(codec)), sensitive });
        }
        Some(lowered)
    }

    /// The media type of a blob that is the whole body.
    fn media_type(&mut self, name: &str, traits: Option<&Traits>) -> Option<String> {
        let given = match traits {
            Some(traits) => self.given_media_type(name, traits)?,
            None => None,
        };
        Some(given.unwrap_or_else(|| "application/octet-stream".to_owned()))
    }

    /// The media type that a shape has: what is a header's value.
    fn given_media_type(&mut self, name: &str, traits: &Traits) -> Option<Option<String>> {
        let given = self.ok_at(name, traits.text("mediaType"))?;
        let is_value = |text: &String| text.trim() == text && text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        if let Some(text) = given.as_ref().filter(|text| text.is_empty() || !is_value(text)) {
            let span = traits.get("mediaType").map_or(Span::default(), |found| found.span);
            let problem = format!("has the media type {text:?}, which no header can have");
            self.problems.push(Diagnostic::at(span, name, problem, "write it as in `text/plain`"));
            return None;
        }
        Some(given)
    }

    /// The codec of a member that is the whole body.
    fn payload(&mut self, name: &str, span: Span, codec: Codec, kind: &str, traits: &Traits) -> Option<Codec> {
        let media_type = self.given_media_type(name, traits)?;
        Some(match kind {
            "blob" => Codec::Bytes(self.media_type(name, Some(traits))?),
            "string" | "enum" => Codec::WholeText(media_type.unwrap_or_else(|| "text/plain".to_owned())),
            "structure" | "union" | "document" | "list" | "set" | "map" => codec,
            // Smithy 2.0, "httpPayload trait": the shapes that it may target.
            other => {
                let problem = format!("is the whole body, and of type `{other}`, which can't be one");
                self.problems.push(Diagnostic::at(span, name, problem, "put it into a structure"));
                return None;
            }
        })
    }

    /// The kind, traits and shape of a member's target; the prelude's shapes have neither traits nor a place.
    fn target(&mut self, name: &str, member: &'m Member) -> Option<(&'m str, Option<&'m Traits>, Option<&'m Shape>)> {
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
            ("Unit", "structure"),
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
            Some(shape) if kind == "enum" => {
                Lowered { ty: self.named(shape), codec: Codec::Enum(Box::new(Codec::Plain)), sensitive: false }
            }
            Some(shape) if kind == "intEnum" => {
                let name = names::type_name(shape.id.name());
                let codec = Codec::OneOf(name, Box::new(Codec::Plain));
                Lowered { ty: Type::Scalar("i32"), codec, sensitive: false }
            }
            _ => Lowered::plain(Type::Text),
        }
    }

    fn named(&self, shape: &Shape) -> Type {
        Type::Named(names::type_name(shape.id.name()))
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
                let formats = "use `date-time`, `epoch-seconds` or `http-date`";
                let problem = format!("has the timestamp format `{other}`, which Smithy doesn't have");
                self.problems.push(Diagnostic::at(member.span, name, problem, formats));
                None
            }
            // Smithy 2.0, "Timestamp serialization": each place has its own default.
            None => Some(match place {
                Place::Label(_) | Place::Query(_) | Place::QueryMap => Codec::DateTimeText,
                Place::Header(_) | Place::PrefixHeaders(_) => Codec::HttpDate,
                Place::Body | Place::Payload | Place::Stream | Place::Status => self.protocol.body_timestamp.clone(),
            }),
        }
    }

    fn collection(&mut self, kind: &str, shape: &'m Shape, place: &Place, depth: usize) -> Option<Lowered> {
        let Some(depth) = depth.checked_sub(1) else {
            let problem = format!("holds lists and maps more than {DEPTH} deep, or without end");
            self.problem(shape, problem, "put a structure between");
            return None;
        };
        let owner = shape.id.as_str();
        let sparse = shape.traits.has("sparse");
        // Of a list that is the whole body, no item is.
        let place = if *place == Place::Payload { &Place::Body } else { place };
        let inner = |this: &mut Self, part: &str| {
            let Some(member) = shape.member(part) else {
                this.problem(shape, format!("has no `{part}`"), format!("add `{part}` with its `target`"));
                return None;
            };
            this.value_at(owner, member, place, depth)
        };
        if kind == "map" {
            let (key, value) = (inner(self, "key")?, inner(self, "value")?);
            let is_text = match &key.ty {
                Type::Text => true,
                Type::Named(_) => !matches!(key.codec, Codec::Nested | Codec::Tagged),
                _ => false,
            };
            if !is_text {
                self.problem(shape, "has a `key` that is not a string or enum", "target a string");
                return None;
            }
            let sensitive = key.sensitive || value.sensitive;
            let (value_type, codec) = match sparse {
                true => (Type::Optional(Box::new(value.ty)), Codec::SparseMap(Box::new(value.codec))),
                false => (value.ty, Codec::Map(Box::new(value.codec))),
            };
            return Some(Lowered { ty: Type::Map(Box::new(key.ty), Box::new(value_type)), codec, sensitive });
        }
        let item = inner(self, "member")?;
        let sensitive = item.sensitive;
        let (item_type, codec) = match sparse {
            true => (Type::Optional(Box::new(item.ty)), Codec::Sparse(Box::new(item.codec))),
            false => (item.ty, Codec::List(Box::new(item.codec))),
        };
        Some(Lowered { ty: Type::List(Box::new(item_type)), codec, sensitive })
    }

    pub(in crate::lower) fn unsupported(&mut self, name: &str, member: &Member, problem: &str) {
        let remedy = "correct the model, or leave the operations out that need it";
        self.problems.push(Diagnostic::at(member.span, name, problem, remedy));
    }
}

impl Lowered {
    fn plain(ty: Type) -> Self {
        Lowered { ty, codec: Codec::Plain, sensitive: false }
    }
}
