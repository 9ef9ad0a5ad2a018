//! Types and codecs as text, and what has to be imported for them.

use crate::ir::{Codec, Default, Member, Structure, Type};
use crate::names::standard_path;
use std::collections::BTreeSet;

/// A type as generated code writes it.
pub(crate) fn type_text(ty: &Type) -> String {
    match ty {
        Type::Text => "String".to_owned(),
        Type::Scalar(name) => (*name).to_owned(),
        Type::DateTime => "DateTime".to_owned(),
        Type::Blob => "Blob".to_owned(),
        Type::Stream => "ByteStream".to_owned(),
        Type::Document => "Document".to_owned(),
        Type::Named(name) => name.clone(),
        Type::Optional(inner) => format!("Option<{}>", type_text(inner)),
        Type::Boxed(inner) => format!("Box<{}>", type_text(inner)),
        Type::List(item) => format!("Vec<{}>", type_text(item)),
        Type::Map(key, value) => format!("HashMap<{}, {}>", type_text(key), type_text(value)),
    }
}

/// The type of a field of the structure `own`.
pub(super) fn field_type(member: &Member, own: &str) -> syn::Type {
    let text = type_text(&member.ty);
    let text = by_path(&if member.always { text } else { format!("Option<{text}>") }, own);
    // Our own type texts always parse; `()` would fail to compile rather than panic.
    syn::parse_str(&text).unwrap_or_else(|_| syn::parse_quote!(()))
}

/// The word by which a declaration's row says how a member is set and read.
pub(super) fn kind_text(ty: &Type) -> String {
    match ty {
        Type::Text => "text".to_owned(),
        Type::Stream => "stream".to_owned(),
        Type::List(item) if **item == Type::Text => "texts".to_owned(),
        Type::Scalar(name) => format!("copy({name})"),
        Type::Boxed(inner) => format!("boxed({})", type_text(inner)),
        Type::DateTime | Type::Blob | Type::Document | Type::Named(_) | Type::Optional(_) => {
            format!("value({})", type_text(ty))
        }
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
    match codec {
        Codec::Plain => "Plain".to_owned(),
        Codec::Nested => "Nested".to_owned(),
        Codec::Tagged => "Tagged".to_owned(),
        Codec::Float => "Float".to_owned(),
        Codec::Base64 => "Base64".to_owned(),
        Codec::MediaText => "MediaText".to_owned(),
        Codec::Json => "Json".to_owned(),
        Codec::Bytes(media_type) => format!("Bytes({media_type:?})"),
        Codec::Streamed(media_type) => format!("Streamed({media_type:?})"),
        Codec::WholeText(media_type) => format!("Text({media_type:?})"),
        Codec::Boxed(inner) => format!("Boxed({})", codec_expression(inner)),
        Codec::Sparse(item) => format!("Sparse({})", codec_expression(item)),
        Codec::SparseMap(value) => format!("SparseMap({})", codec_expression(value)),
        Codec::EpochSeconds => "EpochSeconds".to_owned(),
        Codec::DateTimeText => "DateTimeText".to_owned(),
        Codec::HttpDate => "HttpDate".to_owned(),
        Codec::List(item) => format!("List({})", codec_expression(item)),
        Codec::Map(value) => format!("Map({})", codec_expression(value)),
        Codec::Length(least, most, of) => {
            format!("Length({}, {}, {})", bound(*least), bound(*most), codec_expression(of))
        }
        Codec::Range(least, most, of) => {
            format!("Range({least}, {most}, {})", codec_expression(of))
        }
        Codec::Pattern(pattern, of) => format!("Pattern({}, {})", raw_string(pattern), codec_expression(of)),
        Codec::Enum(of) => format!("Enum({})", codec_expression(of)),
        Codec::OneOf(name, of) => format!("OneOf({name}::values(), {})", codec_expression(of)),
    }
}

/// A text in the file that defines `own`, in which a type or codec that is called so, too, is written with its path.
pub(super) fn by_path(text: &str, own: &str) -> String {
    let codec = is_codec(own).then_some("sdk_runtime::body::");
    let Some(path) = codec.or_else(|| standard_path(own)) else { return text.to_owned() };
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let (mut written, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(own) {
        let (before, after) = (&rest[..at], &rest[at + own.len()..]);
        let whole = !before.ends_with(is_name) && !after.starts_with(is_name) && !before.ends_with("::");
        written.push_str(before);
        written.push_str(if whole { path } else { "" });
        written.push_str(own);
        rest = after;
    }
    written + rest
}

/// Whether a codec is called so.
fn is_codec(name: &str) -> bool {
    const CODECS: &[&str] = &[
        "Base64",
        "Boxed",
        "Bytes",
        "DateTimeText",
        "Enum",
        "EpochSeconds",
        "Float",
        "HttpDate",
        "Json",
        "Length",
        "List",
        "Map",
        "MediaText",
        "Nested",
        "OneOf",
        "Pattern",
        "Plain",
        "Range",
        "Sparse",
        "SparseMap",
        "Streamed",
        "Tagged",
        "Text",
    ];
    CODECS.contains(&name)
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
#[derive(Debug, std::default::Default)]
pub(super) struct Imports {
    /// From `sdk_runtime::body`.
    pub codecs: BTreeSet<&'static str>,
    /// From `crate::types`.
    pub types: BTreeSet<String>,
    /// From `crate::primitives`.
    pub primitives: BTreeSet<&'static str>,
    /// Whether `HashMap` is used.
    pub hash_map: bool,
}

impl Imports {
    /// What `structures` need.
    pub fn of<'a>(structures: impl IntoIterator<Item = &'a Structure>) -> Self {
        let mut imports = <Imports as std::default::Default>::default();
        for member in structures.into_iter().flat_map(|structure| &structure.members) {
            imports.add(&member.ty, &member.codec);
            match &member.default {
                Some(Default::Enum(name, _)) => imports.add_name(name),
                Some(Default::EmptyMap) => imports.hash_map = true,
                _ => {}
            }
        }
        imports
    }

    /// What a value needs.
    pub fn add(&mut self, ty: &Type, codec: &Codec) {
        self.add_type(ty);
        if *codec != Codec::Plain {
            self.add_codec(codec);
        }
    }

    /// What a type needs.
    pub fn add_type(&mut self, ty: &Type) {
        match ty {
            Type::Text | Type::Scalar(_) => {}
            Type::DateTime => drop(self.primitives.insert("DateTime")),
            Type::Blob => drop(self.primitives.insert("Blob")),
            Type::Stream => drop(self.primitives.insert("ByteStream")),
            Type::Document => drop(self.primitives.insert("Document")),
            Type::Named(name) => self.add_name(name),
            Type::List(inner) | Type::Optional(inner) | Type::Boxed(inner) => self.add_type(inner),
            Type::Map(key, value) => {
                self.hash_map = true;
                self.add_type(key);
                self.add_type(value);
            }
        }
    }

    /// A type that is written with its path needs no import.
    fn add_name(&mut self, name: &str) {
        if !name.contains("::") {
            self.types.insert(name.to_owned());
        }
    }

    fn add_codec(&mut self, codec: &Codec) {
        let (name, inner) = match codec {
            Codec::Plain => ("Plain", None),
            Codec::Nested => ("Nested", None),
            Codec::Tagged => ("Tagged", None),
            Codec::Float => ("Float", None),
            Codec::Base64 => ("Base64", None),
            Codec::MediaText => ("MediaText", None),
            Codec::Json => ("Json", None),
            Codec::Bytes(_) => ("Bytes", None),
            Codec::Streamed(_) => ("Streamed", None),
            Codec::WholeText(_) => ("Text", None),
            Codec::EpochSeconds => ("EpochSeconds", None),
            Codec::DateTimeText => ("DateTimeText", None),
            Codec::HttpDate => ("HttpDate", None),
            Codec::Boxed(inner) => ("Boxed", Some(inner)),
            Codec::List(inner) => ("List", Some(inner)),
            Codec::Map(inner) => ("Map", Some(inner)),
            Codec::Sparse(inner) => ("Sparse", Some(inner)),
            Codec::SparseMap(inner) => ("SparseMap", Some(inner)),
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

/// A default as a Rust expression.
pub(crate) fn default_text(default: &Default, ty: &Type) -> String {
    match default {
        Default::Text(text) => format!("{text:?}"),
        Default::Bool(value) => value.to_string(),
        Default::Int(value) if *ty == Type::Scalar("i32") => value.to_string(),
        Default::Int(value) => format!("{value}_{}", type_text(ty)),
        Default::Float(value) => format!("{value:?}_{}", type_text(ty)),
        Default::Seconds(seconds, 0) => format!("DateTime::from_secs({seconds})"),
        Default::Seconds(seconds, nanos) => format!("DateTime::from_secs_and_nanos({seconds}, {nanos})"),
        Default::Blob(base64) => format!("sdk_runtime::body::blob_default({base64:?})"),
        Default::Enum(name, value) => format!("{name}::from({value:?})"),
        Default::Document(json) => format!("sdk_runtime::body::document_default({json:?})"),
        Default::EmptyList => "Vec::new()".to_owned(),
        Default::EmptyMap => "HashMap::new()".to_owned(),
        Default::EmptyStream => "ByteStream::default()".to_owned(),
    }
}
