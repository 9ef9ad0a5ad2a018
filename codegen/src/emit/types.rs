//! The `types` module: structures, enums and errors.

use super::structure;
use crate::docs::{Markdown, first_sentence};
use crate::ir::{Service, Structure};
use crate::markdown;
use crate::names::{ident, module_name, type_file};
use crate::render::{Chunk, File};
use proc_macro2::TokenStream;
use quote::quote;

/// `types.rs`: lists the modules, and gathers types, builders and errors under the paths that users know.
pub(super) fn index(service: &Service) -> File {
    let enums = service.enums.iter().map(|found| &found.name);
    let structures = service.structures.iter().map(|structure| &structure.name);
    let unions = service.unions.iter().map(|found| &found.name);
    let mut names: Vec<&String> = enums.chain(structures).chain(unions).collect();
    names.sort();
    let modules = names.iter().map(|name| super::module("types", &module_name(name), &TokenStream::new()));
    let exports = names.iter().map(|name| {
        let (module, name) = (ident(&module_name(name)), ident(name));
        quote! { pub use #module::#name; }
    });
    let builders = service.structures.iter().map(|structure| {
        let (module, name) = (ident(&module_name(&structure.name)), ident(&format!("{}Builder", structure.name)));
        quote! { pub use super::#module::#name; }
    });
    let items = quote! {
        pub mod error;
        #(#modules)*
        #(#exports)*
        /// Builders of the types.
        pub mod builders { #(#builders)* }
    };
    super::file("src/types.rs", markdown!("The structures and enums that operations take and return."), items)
}

/// A structure's own file.
pub(super) fn structure(structure: &Structure) -> File {
    let sentence = first_sentence(&structure.docs).going_on();
    let docs = Chunk::ModuleDocs(markdown!("{}: {}", Markdown::code(&structure.name), sentence));
    File { path: type_file(&structure.name), chunks: vec![docs, structure::structure(structure)] }
}

/// `types/error.rs`: the errors that the model describes.
pub(super) fn errors(service: &Service) -> File {
    let builders = service.errors.iter().map(|error| ident(&format!("{}Builder", error.name)));
    let builders = (!service.errors.is_empty()).then(|| {
        quote! {
            /// Builders of the errors.
            pub mod builders { pub use super::{#(#builders),*}; }
        }
    });
    let mut chunks = vec![
        Chunk::ModuleDocs(markdown!("The errors that the service's model describes.")),
        Chunk::Items(quote! { #builders }),
    ];
    chunks.extend(service.errors.iter().map(structure::structure));
    chunks.extend(super::union::errors(service));
    File { path: "src/types/error.rs".to_owned(), chunks }
}
