//! The differences as lines for a terminal.

use super::{by_gravity, counts, release, texts};
use crate::report::{count, one_line, paint_out};
use codegen::diff::{Api, Comparison, Difference, Wire};

pub(super) fn print(comparison: &Comparison, names: &(String, String)) {
    println!("{} → {}\n", one_line(&names.0), one_line(&names.1));
    for found in by_gravity(comparison) {
        print_one(found);
    }
    if comparison.differences.is_empty() {
        println!("No differences.");
    } else {
        println!("\n{}. {}.", count(comparison.differences.len(), "difference"), counts(comparison));
    }
    if let Some(texts) = texts(comparison) {
        println!("{texts}.");
    }
    println!("{} {}.", paint_out("1", "This asks for"), release(comparison));
    if comparison.glance.is_none() {
        println!("One of the models can't be generated, so that the APIs at a glance were not compared.");
    }
}

/// The verdicts and the place, and under it the sentence with its rule.
fn print_one(found: &Difference) {
    let api = paint_out(api_colour(found.verdict.api), &format!("{:<5}", found.verdict.api));
    let wire = paint_out(wire_colour(found.verdict.wire), &format!("{:<9}", found.verdict.wire));
    println!("{api}  {wire}  {}", paint_out("1", &one_line(&found.place)));
    println!(
        "                  {} {}",
        one_line(&found.sentence),
        paint_out("2", &format!("[{}]", one_line(&found.rule)))
    );
}

fn api_colour(api: Api) -> &'static str {
    match api {
        Api::Major => "1;31",
        Api::Minor => "1;32",
        Api::Patch => "2",
    }
}

fn wire_colour(wire: Wire) -> &'static str {
    match wire {
        Wire::Changed => "1;31",
        Wire::Extended => "1;32",
        Wire::Unchanged => "2",
    }
}
