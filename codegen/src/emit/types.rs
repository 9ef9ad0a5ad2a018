//! The `types` module: structures, enums and errors.

use super::structure;
use crate::docs::first_sentence;
use crate::ir::{Service, Structure};
use crate::names::{ident, module_name};
use crate::render::{Chunk, File};
use quote::quote;

/// `types.rs`: lists the modules, and gathers types, builders and errors under the paths that users know.
pub(super) fn index(service: &Service) -> File {
    let enums = service.enums.iter().map(|found| &found.name);
    let structures = service.structures.iter().map(|structure| &structure.name);
    let unions = service.unions.iter().map(|found| &found.name);
    let mut names: Vec<&String> = enums.chain(structures).chain(unions).collect();
    names.sort();
    let modules = names.iter().map(|name| ident(&module_name(name)));
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
        #(mod #modules;)*
        #(#exports)*
        /// Builders of the types.
        pub mod builders { #(#builders)* }
    };
    super::file("src/types.rs", "The structures and enums that operations take and return.", items)
}

/// A structure's own file.
pub(super) fn structure(structure: &Structure) -> File {
    let mut chunks = vec![
        Chunk::ModuleDocs(format!("`{}`: {}", structure.name, lower_first(&first_sentence(&structure.docs)))),
        Chunk::Items(structure::imports([structure])),
    ];
    chunks.extend(structure::structure(structure));
    File { path: format!("src/types/{}.rs", module_name(&structure.name)), chunks }
}

/// `types/error.rs`: the errors that the model describes.
pub(super) fn errors(service: &Service) -> File {
    let imports = structure::imports(&service.errors);
    let builders = service.errors.iter().map(|error| ident(&format!("{}Builder", error.name)));
    let builders = (!service.errors.is_empty()).then(|| {
        quote! {
            /// Builders of the errors.
            pub mod builders { pub use super::{#(#builders),*}; }
        }
    });
    let metadata = (!service.errors.is_empty()).then(|| quote! { use sdk_runtime::error::ErrorMetadata; });
    let mut chunks = vec![
        Chunk::ModuleDocs("The errors that the service's model describes.".to_owned()),
        Chunk::Items(quote! { #imports #metadata }),
        Chunk::Items(quote! { #builders }),
    ];
    chunks.extend(service.errors.iter().flat_map(structure::structure));
    File { path: "src/types/error.rs".to_owned(), chunks }
}

/// A sentence that goes on after a colon.
fn lower_first(sentence: &str) -> String {
    let mut characters = sentence.chars();
    match characters.next() {
        Some(first) if characters.clone().next().is_some_and(char::is_lowercase) => {
            first.to_lowercase().chain(characters).collect()
        }
        Some(first) if characters.clone().next() == Some(' ') => first.to_lowercase().chain(characters).collect(),
        _ => sentence.to_owned(),
    }
}
