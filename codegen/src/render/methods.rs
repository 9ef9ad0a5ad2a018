//! An `impl` that ends in methods of one form, laid out as prettyplease would, which is asked only where that takes thought.

use super::definition::{push_attributes, push_docs};
use super::line::line;
use super::{FITS, items};
use crate::docs::Markdown;
use proc_macro2::TokenStream;

/// An `impl`, and methods behind what else is in it.
#[derive(Clone, Debug)]
pub(crate) struct Methods {
    /// The `impl` without them.
    pub before: TokenStream,
    /// The methods.
    pub methods: Vec<Method>,
}

/// A method of `&self` which makes a call.
#[derive(Clone, Debug)]
pub(crate) struct Method {
    /// Documentation.
    pub docs: Markdown,
    /// Attributes.
    pub attributes: TokenStream,
    /// Its name.
    pub name: TokenStream,
    /// The type that it returns.
    pub output: TokenStream,
    /// The path of what is called.
    pub callee: TokenStream,
    /// The call's argument.
    pub argument: TokenStream,
}

impl Methods {
    pub(super) fn for_each_tokens(&mut self, change: &mut impl FnMut(&mut TokenStream)) {
        change(&mut self.before);
        for Method { attributes, name, output, callee, argument, .. } in &mut self.methods {
            [attributes, name, output, callee, argument].into_iter().for_each(&mut *change);
        }
    }
}

/// An `impl`'s text.
pub(super) fn render(Methods { before, methods }: &Methods) -> String {
    let mut text = items(before.clone());
    let Some(open) = text.strip_suffix('}').map(str::len).filter(|_| !methods.is_empty()) else { return text };
    text.truncate(open);
    for method in methods {
        // It ends the line of the opening brace, or sets a blank one.
        text.push('\n');
        push_method(&mut text, method);
    }
    text.push('}');
    text
}

fn push_method(text: &mut String, Method { docs, attributes, name, output, callee, argument }: &Method) {
    push_docs(text, docs, 4);
    push_attributes(text, attributes, 4, 4);
    let (name, output, callee, argument) = (line(name), line(output), line(callee), line(argument));
    let head = format!("    pub fn {name}(&self) -> {output} {{\n");
    match head.len() <= FITS + 1 {
        true => text.push_str(&head),
        false => text.extend(["    pub fn ", &name, "(\n        &self,\n    ) -> ", &output, " {\n"]),
    }
    let call = format!("        {callee}({argument})\n");
    match call.len() <= FITS + 1 {
        true => text.push_str(&call),
        false => text.extend(["        ", &callee, "(\n            ", &argument, ",\n        )\n"]),
    }
    text.push_str("    }\n");
}
