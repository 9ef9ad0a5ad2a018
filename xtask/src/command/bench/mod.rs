//! `cargo xtask bench`: what the SDK costs beside the official one, and what generating costs.
//!
//! In: the programs of `tests/bench`, which are built and run. Out: tables, and for a page Markdown and a chart. In the order in
//! which figures come about:
//!
//! | file | what it is for |
//! |---|---|
//! | `row`, `peer` | what is measured, and for whom |
//! | `place`, `cpu` | where programs are built, and how; processor time |
//! | `builds`, `calls`, `generator` | measure a row of each group |
//! | `server`, `callgrind` | what `calls` needs |
//! | `samples`, `figure` | what came of it |
//! | `machine`, `others` | on what, and what else ran there |
//! | `table`, `page`, `chart` | for people |

mod builds;
mod callgrind;
mod calls;
mod chart;
mod cpu;
mod figure;
mod generator;
mod machine;
mod others;
mod page;
mod peer;
mod place;
mod row;
mod samples;
mod server;
mod table;

use crate::outcome::{Failure, Outcome};
use crate::report;
use figure::{Cell, Figure};
use machine::Machine;
use others::Watch;
use place::Place;
use row::{Group, Row};
use std::path::{Path, PathBuf};

/// How often what varies is measured, and with `--quick`.
const RUNS: usize = 7;
const QUICK_RUNS: usize = 3;

/// Measure what the SDK costs its users, beside the official one.
///
/// Builds one and the same program against wickr-sdk and against aws-sdk-wickr, with the least that it needs and as it
/// comes; one that makes the same calls by hand; and one that sends prepared bytes. Measures what they cost to build and to
/// run, and what it costs to generate a crate. Counts processor time, allocations, bytes and instructions rather than time
/// on the clock, takes turns between what is compared, and prints medians with their spread.
///
/// Leave the machine alone meanwhile: all of it takes an hour or two on two cores, --quick some minutes once everything is built.
/// Instructions need valgrind. A row that fails doesn't keep the others from being measured, but the exit status is 1 then.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  cargo xtask bench --quick
  cargo xtask bench --only calls
  cargo xtask bench --only update-64 --only instructions
  cargo xtask bench --model connect.json --out docs/figures")]
pub(crate) struct Args {
    /// Measure less often, and leave out what takes builds from nothing, unless --only names it.
    #[arg(long)]
    quick: bool,
    /// Only this row or group: `builds`, `calls`, `generator`, or a row of one, as an unknown name lists them. Can be repeated.
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// The whole model of Amazon Connect, for the row that generates it; without it, that row is skipped.
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Also write the figures to this folder: measured.md, measured.svg, which that page shows, and few.svg, a picture of few of
    /// them.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Measures what is asked for. All rows are measured, whichever fails.
pub(crate) fn run(args: &Args) -> Outcome {
    let rows = row::chosen(&args.only, args.quick)?;
    let place = Place::new()?;
    let watch = Watch::begin();
    let runs = if args.quick { QUICK_RUNS } else { RUNS };
    let figures = measure(&place, &rows, runs, args.model.as_deref());
    let machine = Machine::new(&place, watch.and_then(|watch| watch.others()));
    report::text(&page::text(&figures, &machine));
    if let Some(out) = &args.out {
        write(out, &figures, &machine)?;
    }
    if figures.iter().any(Figure::has_failed) { Err(Failure::Command) } else { Ok(()) }
}

fn measure(place: &Place, rows: &[&'static Row], runs: usize, connect: Option<&Path>) -> Vec<Figure> {
    // What is measured is building, not downloading.
    if let Err(reason) = place::run(&mut place.cargo("tools", ["fetch", "--quiet"])) {
        let failed = Cell::Failed(reason);
        return rows.iter().map(|row| Figure::alike(row, &failed)).collect();
    }
    let calls: Vec<&Row> = rows.iter().copied().filter(|row| row.group == Group::Calls).collect();
    let mut programs = None;
    let one = |row: &&'static Row| {
        report::doing("Measuring", row.name);
        let figure = match row.group {
            Group::Builds => builds::measure(place, row, runs),
            Group::Calls => programs.get_or_insert_with(|| calls::Programs::build(place, &calls)).measure(row, runs),
            Group::Generator => generator::measure(place, row, runs, connect),
        };
        // All of them take hours: what is known isn't lost if they are ended.
        report::measured(&table::line(&figure));
        figure
    };
    rows.iter().map(one).collect()
}

/// Writes the page and its chart.
fn write(out: &Path, figures: &[Figure], machine: &Machine) -> Outcome {
    std::fs::create_dir_all(out).map_err(Failure::io("write", out))?;
    let files = [
        (page::PAGE, page::markdown(figures, machine)),
        (page::CHART, chart::svg(figures, machine)),
        (page::FEW, chart::few(figures, machine)),
    ];
    for (name, text) in files {
        let path = out.join(name);
        std::fs::write(&path, text).map_err(Failure::io("write", &path))?;
        report::step("wrote", &report::relative(&path));
    }
    Ok(())
}
