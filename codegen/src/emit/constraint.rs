//! The constraints of shapes, each written once.

use super::value::{codec_type, written_out};
use crate::ir::{Codec, Service};
use crate::markdown;
use crate::names::ident;
use crate::render::{Chunk, File};
use quote::quote;
use std::collections::BTreeMap;

/// `constraint.rs`: a constant for each constrained shape that a member targets; none without such.
pub(super) fn constraints(service: &Service) -> Option<File> {
    let mut found = BTreeMap::new();
    service.codecs().for_each(|codec| collect(codec, &mut found));
    let constants = found.iter().map(|(name, codec)| {
        let (name, ty, value) = (ident(name), codec_type(codec), written_out(codec, |name| quote! { #name }));
        // Six names within each other or more may be too many for clippy.
        let allowed = (ty.to_string().matches('<').count() > 4).then(|| {
            quote! { #[allow(clippy::type_complexity, reason = "it is as deep as the model's types")] }
        });
        quote! { #allowed pub(crate) const #name: #ty = #value }
    });
    let constants: Vec<_> = constants.collect();
    (!found.is_empty()).then(|| File {
        path: "src/constraint.rs".to_owned(),
        chunks: vec![
            Chunk::ModuleDocs(markdown!("What constrains values, by the shapes of the model that say so.")),
            Chunk::Framed("", 0, constants, ""),
        ],
    })
}

fn collect<'c>(codec: &'c Codec, found: &mut BTreeMap<&'c str, &'c Codec>) {
    if let Codec::Named(name, of) = codec {
        found.insert(name, of);
    }
    if let Some(of) = codec.inner() {
        collect(of, found);
    }
}
