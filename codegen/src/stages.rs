//! The generator's steps one by one, for whoever measures them: what one yields, the next takes.
//!
//! [`idl::load`](crate::idl::load) and [`fixups::apply`](crate::fixups::apply) come before. What these yield is the generator's
//! own: nothing but the next step looks into it.

use crate::ast::Model;
use crate::diagnostic::Problems;
use crate::{Options, emit, ir, lower, render};
use std::collections::BTreeMap;

/// A service in Rust's terms, with everything decided.
#[derive(Debug)]
pub struct Lowered(ir::Service);

/// The files of a crate, as tokens.
#[derive(Clone, Debug)]
pub struct Emitted(Vec<render::File>);

/// Decides everything about a model's service.
///
/// # Errors
/// All that is wrong with the model, or unsupported.
pub fn lower(model: &Model, options: &Options) -> Result<Lowered, Problems> {
    Ok(Lowered(lower::lower(model, options)?))
}

/// Makes tokens of it.
pub fn emit(service: &Lowered) -> Emitted {
    Emitted(emit::emit(&service.0))
}

/// Makes text of them, by path from the crate's folder.
pub fn render(files: Emitted) -> BTreeMap<String, String> {
    render::render(files.0)
}

#[cfg(test)]
mod tests {
    use crate::{Options, fixups, generate, idl, stages};

    /// What is measured step by step is what is done at once.
    #[test]
    fn the_steps_are_the_generators() {
        let text = include_str!("../../model/connect.json");
        let mut model = idl::load(&[("the model", text)]).expect("it is a model");
        fixups::apply(&mut model).expect("fixups apply");
        let lowered = stages::lower(&model, &Options::of("connect-sdk")).expect("it is supported");
        let files = stages::render(stages::emit(&lowered));
        assert_eq!(files, generate(text, "connect-sdk").expect("it is supported").files);
    }
}
