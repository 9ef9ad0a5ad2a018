//! How long each step of generating takes, with Wickr's model and with one of 10,000 shapes.
//!
//! ```console
//! cargo bench -p sdk-codegen
//! cargo bench -p sdk-codegen -- render
//! ```
//!
//! The figures are of the clock: they want an idle machine. `cargo xtask bench --only generator` has processor time.

#[path = "support/made_up.rs"]
mod made_up;

use codegen::ast::Model;
use codegen::diagnostic::Problems;
use codegen::stages::{self, Lowered};
use codegen::{Options, fixups, idl};
use divan::Bencher;
use made_up::made_up;

const MODELS: [&str; 2] = ["Wickr", "10,000 made-up shapes"];

fn main() {
    divan::main();
}

/// The text of a model that is called so.
fn text(name: &str) -> String {
    match name {
        "Wickr" => include_str!("../../model/wickr.json").to_owned(),
        _ => made_up(10_000),
    }
}

fn options() -> Options {
    Options::of("measured-sdk")
}

/// As the generator reads a model.
fn load(text: &str) -> Result<Model, Problems> {
    idl::load(&[("the model", text)])
}

fn parsed(name: &str) -> Model {
    load(&text(name)).expect("it is a model")
}

fn fixed(name: &str) -> Model {
    let mut model = parsed(name);
    fixups::apply(&mut model).expect("fixups apply");
    model
}

fn lowered(name: &str) -> Lowered {
    stages::lower(&fixed(name), &options()).expect("it is supported")
}

/// What comes before a step is done once, and what it takes is made anew where it is used up; neither is measured.
#[divan::bench(args = MODELS, sample_count = 20, sample_size = 1)]
fn a_parse(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    bencher.bench_local(|| load(&text));
}

#[divan::bench(args = MODELS, sample_count = 20, sample_size = 1)]
fn b_fixups(bencher: Bencher<'_, '_>, name: &str) {
    bencher.with_inputs(|| parsed(name)).bench_local_refs(fixups::apply);
}

#[divan::bench(args = MODELS, sample_count = 20, sample_size = 1)]
fn c_lower(bencher: Bencher<'_, '_>, name: &str) {
    let (model, options) = (fixed(name), options());
    bencher.bench_local(|| stages::lower(&model, &options));
}

#[divan::bench(args = MODELS, sample_count = 20, sample_size = 1)]
fn d_emit(bencher: Bencher<'_, '_>, name: &str) {
    let service = lowered(name);
    bencher.bench_local(|| stages::emit(&service));
}

#[divan::bench(args = MODELS, sample_count = 20, sample_size = 1)]
fn e_render(bencher: Bencher<'_, '_>, name: &str) {
    let service = lowered(name);
    bencher.with_inputs(|| stages::emit(&service)).bench_local_values(stages::render);
}

#[divan::bench(args = MODELS, sample_count = 20, sample_size = 1)]
fn f_whole(bencher: Bencher<'_, '_>, name: &str) {
    let (text, options) = (text(name), options());
    bencher.bench_local(|| codegen::generate_with(&text, &options));
}
