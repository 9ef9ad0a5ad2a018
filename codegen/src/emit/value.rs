//! Types, codecs and defaults as tokens.

use crate::ir::{Codec, Default, Member, Type};
use crate::names::{event_error_name, ident};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

/// A type.
pub(super) fn type_of(ty: &Type) -> TokenStream {
    match ty {
        Type::Text => quote! { $String },
        Type::Scalar(name) => ident(name).to_token_stream(),
        Type::DateTime => quote! { $crate::primitives::DateTime },
        Type::Blob => quote! { $crate::primitives::Blob },
        Type::Stream => quote! { $crate::primitives::ByteStream },
        Type::Receiver(union) => events(union, &quote! { $crate::event_receiver::EventReceiver }),
        Type::Sender(union) => events(union, &quote! { $crate::primitives::event_stream::EventStreamSender }),
        Type::Document => quote! { $crate::primitives::Document },
        Type::OrderedDocument => quote! { $crate::primitives::OrderedDocument },
        Type::Big(name) => {
            let name = ident(name);
            quote! { $crate::primitives::#name }
        }
        Type::Named(name) => named(name),
        Type::Optional(inner) => {
            let inner = type_of(inner);
            quote! { $Option<#inner> }
        }
        Type::Boxed(inner) => {
            let inner = type_of(inner);
            quote! { $Box<#inner> }
        }
        Type::List(item) => {
            let item = type_of(item);
            quote! { $Vec<#item> }
        }
        Type::Map(key, value) => {
            let (key, value) = (type_of(key), type_of(value));
            quote! { $std::collections::HashMap<#key, #value> }
        }
        Type::IndexMap(key, value) => {
            let (key, value) = (type_of(key), type_of(value));
            quote! { $crate::primitives::IndexMap<#key, #value> }
        }
    }
}

/// An end of a stream of a union's events.
fn events(union: &str, end: &TokenStream) -> TokenStream {
    let (event, error) = (named(union), ident(&event_error_name(union)));
    quote! { #end<#event, $crate::types::error::#error> }
}

/// A type of the model's.
fn named(name: &str) -> TokenStream {
    let name = ident(name);
    quote! { $crate::types::#name }
}

/// The type of a field.
pub(super) fn field_type(member: &Member) -> TokenStream {
    let ty = type_of(&member.ty);
    if member.always {
        ty
    } else {
        quote! { $Option<#ty> }
    }
}

/// The word by which a declaration's row says how a member is set and read.
pub(super) fn kind(ty: &Type) -> TokenStream {
    let (word, held) = match ty {
        Type::Text => return quote! { text },
        Type::Stream => return quote! { stream },
        Type::List(item) if **item == Type::Text => return quote! { texts },
        Type::Scalar(_) => ("copy", type_of(ty)),
        Type::Boxed(inner) => ("boxed", type_of(inner)),
        Type::DateTime
        | Type::Blob
        | Type::Document
        | Type::Big(_)
        | Type::Named(_)
        | Type::Optional(_)
        | Type::Receiver(_)
        | Type::Sender(_) => ("value", type_of(ty)),
        Type::OrderedDocument => ("from", type_of(ty)),
        Type::List(item) => ("list", type_of(item)),
        Type::Map(key, value) => {
            let (key, value) = (type_of(key), type_of(value));
            ("map", quote! { #key, #value })
        }
        Type::IndexMap(key, value) => {
            let (key, value) = (type_of(key), type_of(value));
            ("index_map", quote! { #key, #value })
        }
    };
    let word = ident(word);
    quote! { #word(#held) }
}

/// A codec as a declaration's row has it; `None` for the one that goes without saying.
pub(super) fn codec(codec: &Codec) -> Option<TokenStream> {
    (*codec != Codec::Plain).then(|| expression(codec))
}

/// A codec as the files of structures call it.
fn expression(codec: &Codec) -> TokenStream {
    call(codec, |name| quote! { $crate::constraint::#name })
}

/// A codec as Rust calls it; a constant by its path.
fn call(codec: &Codec, path: fn(&Ident) -> TokenStream) -> TokenStream {
    match codec {
        Codec::Named(name, _) => path(&ident(name)),
        _ => written_out(codec, path),
    }
}

/// The type of a codec.
pub(super) fn codec_type(codec: &Codec) -> TokenStream {
    let (name, parameters, of) = parts(codec);
    let Some(of) = of else {
        let name = ident(name);
        return quote! { $sdk_runtime::codec::#name };
    };
    let number = match parameters {
        Parameters::Bounds(..) if *of == Codec::Float => quote! { f64, },
        Parameters::Bounds(..) => quote! { i64, },
        _ => TokenStream::new(),
    };
    let of = codec_type(of);
    // The codec of a constant is called as what it is.
    match codec {
        Codec::Named(..) => of,
        _ => {
            let name = ident(name);
            quote! { $sdk_runtime::codec::#name<#number #of> }
        }
    }
}

/// A codec with its parameters, and those of the codecs that it is around.
pub(super) fn written_out(codec: &Codec, path: fn(&Ident) -> TokenStream) -> TokenStream {
    let bound = |value: u64| match value {
        u64::MAX => quote! { u64::MAX },
        value => Literal::u64_unsuffixed(value).to_token_stream(),
    };
    let (name, parameters, of) = parts(codec);
    let parameters = match parameters {
        Parameters::None => Vec::new(),
        Parameters::Text(text) => vec![quote! { #text }],
        Parameters::Texts(first, second) => vec![quote! { #first }, quote! { #second }],
        Parameters::Pattern(text) => vec![raw_string(text).to_token_stream()],
        Parameters::Lengths(least, most) => vec![bound(least), bound(most)],
        Parameters::Bounds(least, most) => [least, most].map(|bound| bound.parse().unwrap_or_default()).into(),
        Parameters::Names(names) => vec![quote! { &[#(#names),*] }],
        Parameters::Values(name) => {
            let name = named(name);
            vec![quote! { #name::values() }]
        }
    };
    let name = ident(name);
    let parts: Vec<TokenStream> = parameters.into_iter().chain(of.map(|of| call(of, path))).collect();
    let parts = (!parts.is_empty()).then(|| quote! { (#(#parts),*) });
    quote! { $sdk_runtime::codec::#name #parts }
}

/// What a codec is told.
enum Parameters<'a> {
    None,
    Text(&'a str),
    Texts(&'a str, &'a str),
    Pattern(&'a str),
    Lengths(u64, u64),
    Bounds(&'a str, &'a str),
    Values(&'a str),
    Names(&'a [String]),
}

/// A codec's name in the runtime, what it is told, and the codec that it is around.
fn parts(codec: &Codec) -> (&'static str, Parameters<'_>, Option<&Codec>) {
    use Parameters::{Bounds, Lengths, Names, None as Nothing, Pattern, Text, Texts, Values};
    match codec {
        Codec::Plain => ("Plain", Nothing, None),
        Codec::Nested => ("Nested", Nothing, None),
        Codec::Tagged => ("Tagged", Nothing, None),
        Codec::Float => ("Float", Nothing, None),
        Codec::Base64 => ("Base64", Nothing, None),
        Codec::MediaText => ("MediaText", Nothing, None),
        Codec::Json => ("Json", Nothing, None),
        Codec::OrderedJson => ("OrderedJson", Nothing, None),
        Codec::Big => ("Big", Nothing, None),
        Codec::BigNumber => ("BigNumber", Nothing, None),
        Codec::Bytes(media_type) => ("Bytes", Text(media_type), None),
        Codec::Events => ("EventCodec", Parameters::None, None),
        Codec::Streamed(media_type) => ("Streamed", Text(media_type), None),
        Codec::WholeText(media_type) => ("Text", Text(media_type), None),
        Codec::WholeJson(of) => ("JsonBody", Nothing, Some(of)),
        Codec::EpochSeconds => ("EpochSeconds", Nothing, None),
        Codec::DateTimeText => ("DateTimeText", Nothing, None),
        Codec::HttpDate => ("HttpDate", Nothing, None),
        Codec::Boxed(of) => ("Boxed", Nothing, Some(of)),
        Codec::Sparse(item) => ("Sparse", Nothing, Some(item)),
        Codec::SparseMap(value) => ("SparseMap", Nothing, Some(value)),
        Codec::List(item) => ("List", Nothing, Some(item)),
        Codec::Map(value) => ("Map", Nothing, Some(value)),
        Codec::InOrder(value) => ("InOrder", Nothing, Some(value)),
        Codec::OrNull(of) => ("OrNull", Nothing, Some(of)),
        Codec::Rest(names, of) => ("Rest", Names(names), Some(of)),
        Codec::Named(_, of) => ("Named", Nothing, Some(of)),
        Codec::Length(least, most, of) => ("Length", Lengths(*least, *most), Some(of)),
        Codec::Range(least, most, of) => ("Range", Bounds(least, most), Some(of)),
        Codec::Pattern(pattern, of) => ("Pattern", Pattern(pattern), Some(of)),
        Codec::Enum(of) => ("Enum", Nothing, Some(of)),
        Codec::OneOf(name, of) => ("OneOf", Values(name), Some(of)),
        Codec::Lenient(of) => ("Lenient", Nothing, Some(of)),
        Codec::WithoutKind(of) => ("WithoutKind", Nothing, Some(of)),
        Codec::Flat(of) => ("Flat", Nothing, Some(of)),
        Codec::Items(name, of) => ("Items", Text(name), Some(of)),
        Codec::Entries(key, value, of) => ("Entries", Texts(key, value), Some(of)),
        Codec::Within(prefix, uri, of) => ("Within", Texts(prefix, uri), Some(of)),
        Codec::KeyWithin(prefix, uri, of) => ("KeyWithin", Texts(prefix, uri), Some(of)),
        Codec::Root(name, of) => ("Root", Text(name), Some(of)),
        Codec::Cbor(of) => ("Cbor", Nothing, Some(of)),
    }
}

/// A raw string literal where that reads better, an ordinary one otherwise.
pub(super) fn raw_string(text: &str) -> Literal {
    let raw = match text {
        _ if !text.contains(['\\', '"']) || text.chars().any(|c| c.is_control() || !c.is_ascii()) => None,
        _ if !text.contains('"') => Some(format!("r\"{text}\"")),
        _ if !text.contains("\"#") => Some(format!("r#\"{text}\"#")),
        _ => None,
    };
    raw.and_then(|raw| raw.parse().ok()).unwrap_or_else(|| Literal::string(text))
}

/// A default as an expression.
pub(super) fn default_value(default: &Default, ty: &Type) -> TokenStream {
    match default {
        Default::Text(text) => quote! { #text },
        Default::Bool(value) => quote! { #value },
        Default::Int(value) => integer(*value, ty),
        Default::Float(value) => float(*value, ty),
        Default::Seconds(seconds, nanos) => {
            let (seconds, part) = (Literal::i64_unsuffixed(*seconds), Literal::u32_unsuffixed(*nanos));
            match nanos {
                0 => quote! { $crate::primitives::DateTime::from_secs(#seconds) },
                _ => quote! { $crate::primitives::DateTime::from_secs_and_nanos(#seconds, #part) },
            }
        }
        Default::Blob(base64) => quote! { $sdk_runtime::codec::blob_default(#base64) },
        Default::Big(text) if *ty == Type::Big("BigInteger") => {
            quote! { $sdk_runtime::codec::big_integer_default(#text) }
        }
        Default::Big(text) => quote! { $sdk_runtime::codec::big_decimal_default(#text) },
        Default::Enum(name, value) => {
            let name = named(name);
            quote! { #name::from(#value) }
        }
        Default::Document(json) if *ty == Type::OrderedDocument => {
            quote! { $sdk_runtime::codec::ordered_document_default(#json) }
        }
        Default::Document(json) => quote! { $sdk_runtime::codec::document_default(#json) },
        Default::EmptyList => quote! { $Vec::new() },
        Default::EmptyMap if matches!(ty, Type::IndexMap(..)) => quote! { $crate::primitives::IndexMap::new() },
        Default::EmptyMap => quote! { $std::collections::HashMap::new() },
        Default::EmptyStream => quote! { $crate::primitives::ByteStream::default() },
    }
}

fn integer(value: i64, ty: &Type) -> TokenStream {
    let text = match ty {
        Type::Scalar("i32") => value.to_string(),
        Type::Scalar(name) => format!("{value}_{name}"),
        _ => value.to_string(),
    };
    text.parse().unwrap_or_default()
}

fn float(value: f64, ty: &Type) -> TokenStream {
    let name = if *ty == Type::Scalar("f32") { "f32" } else { "f64" };
    let text = match value {
        _ if value.is_nan() => format!("{name}::NAN"),
        f64::INFINITY => format!("{name}::INFINITY"),
        f64::NEG_INFINITY => format!("{name}::NEG_INFINITY"),
        value => format!("{value:?}_{name}"),
    };
    text.parse().unwrap_or_default()
}
