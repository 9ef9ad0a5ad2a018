//! What generating a crate costs.

use super::figure::{Cell, Figure};
use super::place::{Measured, Place, run};
use super::row::{Model, Row, What};
use super::samples::Samples;
use std::path::Path;
use std::process::Command;

/// Why there is no figure of Connect.
const NO_MODEL: &str = "name the whole model of Amazon Connect with --model; this workspace has but a part of it";

/// Measures a row about the generator.
pub(super) fn measure(place: &Place, row: &'static Row, runs: usize, connect: Option<&Path>) -> Figure {
    let path = match (row.what, connect) {
        (What::Generate(Model::Connect), None) => return Figure::alike(row, &Cell::Skipped(NO_MODEL.to_owned())),
        (What::Generate(Model::Connect), Some(path)) => path.to_owned(),
        _ => place.model("wickr.json"),
    };
    let cell = match generate(place, &path, runs) {
        Ok(times) => Samples::of(times).map_or_else(|| Cell::Failed("there was no run".to_owned()), Cell::Measured),
        Err(reason) => Cell::Failed(reason),
    };
    Figure::alike(row, &cell)
}

/// Milliseconds of each run.
fn generate(place: &Place, model: &Path, runs: usize) -> Measured<Vec<f64>> {
    place.build("tools", ["--release", "-p", "bench-generate"])?;
    // The path is from where this command runs.
    let said = run(Command::new(place.built("tools/release/bench-generate")).arg(model).arg(runs.to_string()))?;
    Ok(said.lines().filter_map(|line| line.strip_prefix("cpu_us ")?.parse::<f64>().ok()).map(|us| us / 1e3).collect())
}
