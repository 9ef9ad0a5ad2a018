//! Types and codecs as text, and what has to be imported for them.

use crate::ir::{Codec, Member, Structure, Type};
use std::collections::BTreeSet;

/// A type as generated code writes it.
pub(crate) fn type_text(ty: &Type) -> String {
    match ty {
        Type::Text => "String".to_owned(),
        Type::Scalar(name) => (*name).to_owned(),
        Type::DateTime => "DateTime".to_owned(),
        Type::Named(name) => name.clone(),
        Type::List(item) => format!("Vec<{}>", type_text(item)),
        Type::Map(key, value) => format!("HashMap<{}, {}>", type_text(key), type_text(value)),
    }
}

/// A field's type.
pub(super) fn field_type(member: &Member) -> syn::Type {
    let text = type_text(&member.ty);
    let text = if member.always { text } else { format!("Option<{text}>") };
    // Our own type texts always parse; `()` would fail to compile rather than panic.
    syn::parse_str(&text).unwrap_or_else(|_| syn::parse_quote!(()))
}

/// The word by which a declaration's row says how a member is set and read.
pub(super) fn kind_text(ty: &Type) -> String {
    match ty {
        Type::Text => "text".to_owned(),
        Type::List(item) if **item == Type::Text => "texts".to_owned(),
        Type::Scalar(name) => format!("copy({name})"),
        Type::DateTime | Type::Named(_) => format!("value({})", type_text(ty)),
        Type::List(item) => format!("list({})", type_text(item)),
        Type::Map(key, value) => format!("map({}, {})", type_text(key), type_text(value)),
    }
}

/// A codec as a declaration's row writes it; `None` for the one that goes without saying.
pub(super) fn codec_text(codec: &Codec) -> Option<String> {
    (*codec != Codec::Plain).then(|| codec_expression(codec))
}

fn codec_expression(codec: &Codec) -> String {
    let bound = |value: u64| if value == u64::MAX { "u64::MAX".to_owned() } else { value.to_string() };
    let number = |value: i64| match value {
        i64::MIN => "i64::MIN".to_owned(),
        i64::MAX => "i64::MAX".to_owned(),
        value => value.to_string(),
    };
    match codec {
        Codec::Plain => "Plain".to_owned(),
        Codec::Nested => "Nested".to_owned(),
        Codec::EpochSeconds => "EpochSeconds".to_owned(),
        Codec::DateTimeText => "DateTimeText".to_owned(),
        Codec::HttpDate => "HttpDate".to_owned(),
        Codec::List(item) => format!("List({})", codec_expression(item)),
        Codec::Map(value) => format!("Map({})", codec_expression(value)),
        Codec::Length(least, most, of) => {
            format!("Length({}, {}, {})", bound(*least), bound(*most), codec_expression(of))
        }
        Codec::Range(least, most, of) => {
            format!("Range({}, {}, {})", number(*least), number(*most), codec_expression(of))
        }
        Codec::Pattern(pattern, of) => format!("Pattern({}, {})", raw_string(pattern), codec_expression(of)),
        Codec::Enum(of) => format!("Enum({})", codec_expression(of)),
        Codec::OneOf(name, of) => format!("OneOf({name}::values(), {})", codec_expression(of)),
    }
}

/// A raw string literal where that reads better, an ordinary one otherwise.
pub(super) fn raw_string(text: &str) -> String {
    let odd = text.contains(['\r', '\n']);
    match text {
        _ if odd || !text.contains(['\\', '"']) => format!("{text:?}"),
        _ if !text.contains('"') => format!("r\"{text}\""),
        _ if !text.contains("\"#") => format!("r#\"{text}\"#"),
        _ => format!("{text:?}"),
    }
}

/// What a file has to import for some structures.
#[derive(Debug, Default)]
pub(super) struct Imports {
    /// From `sdk_runtime::body`.
    pub codecs: BTreeSet<&'static str>,
    /// From `crate::types`.
    pub types: BTreeSet<String>,
    /// Whether `DateTime` is used.
    pub date_time: bool,
    /// Whether `HashMap` is used.
    pub hash_map: bool,
}

impl Imports {
    /// What `structures` need.
    pub fn of<'a>(structures: impl IntoIterator<Item = &'a Structure>) -> Self {
        let mut imports = Imports::default();
        for member in structures.into_iter().flat_map(|structure| &structure.members) {
            imports.add_type(&member.ty);
            if member.codec != Codec::Plain {
                imports.add_codec(&member.codec);
            }
        }
        imports
    }

    fn add_type(&mut self, ty: &Type) {
        match ty {
            Type::Text | Type::Scalar(_) => {}
            Type::DateTime => self.date_time = true,
            Type::Named(name) => self.add_name(name),
            Type::List(item) => self.add_type(item),
            Type::Map(key, value) => {
                self.hash_map = true;
                self.add_type(key);
                self.add_type(value);
            }
        }
    }

    /// A name that stands with its path needs no import.
    fn add_name(&mut self, name: &str) {
        if !name.contains("::") {
            self.types.insert(name.to_owned());
        }
    }

    fn add_codec(&mut self, codec: &Codec) {
        let (name, inner) = match codec {
            Codec::Plain => ("Plain", None),
            Codec::Nested => ("Nested", None),
            Codec::EpochSeconds => ("EpochSeconds", None),
            Codec::DateTimeText => ("DateTimeText", None),
            Codec::HttpDate => ("HttpDate", None),
            Codec::List(inner) => ("List", Some(inner)),
            Codec::Map(inner) => ("Map", Some(inner)),
            Codec::Length(_, _, inner) => ("Length", Some(inner)),
            Codec::Range(_, _, inner) => ("Range", Some(inner)),
            Codec::Pattern(_, inner) => ("Pattern", Some(inner)),
            Codec::Enum(inner) => ("Enum", Some(inner)),
            Codec::OneOf(name, inner) => {
                self.add_name(name);
                ("OneOf", Some(inner))
            }
        };
        self.codecs.insert(name);
        if let Some(inner) = inner {
            self.add_codec(inner);
        }
    }
}
