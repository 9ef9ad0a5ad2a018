//! How long generating takes, and that it grows in proportion to the model.
//!
//! ```console
//! cargo run --release -p sdk-codegen --example speed [MODEL.json…]
//! ```
//!
//! Measures the workspace's models, the models that are named, and made-up ones of 1,000 and 10,000 shapes.

#[path = "../benches/support/made_up.rs"]
mod made_up;

use codegen::Options;
use made_up::made_up;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The best of so many runs counts: the others met something else on the machine.
const RUNS: usize = 5;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model");
    let mut models: Vec<(String, String)> = Vec::new();
    let own = ["wickr.json", "connect.json"].map(|name| folder.join(name));
    for path in own.into_iter().chain(std::env::args().skip(1).map(PathBuf::from)) {
        match std::fs::read_to_string(&path) {
            Ok(text) => models.push((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text)),
            Err(error) => eprintln!("can't read {}: {error}", path.display()),
        }
    }
    models.extend([1_000, 10_000].map(|shapes| (format!("{shapes} made-up shapes"), made_up(shapes))));
    println!("{:28} {:>9} {:>10} {:>9} {:>14}", "model", "size (kB)", "lines", "time (ms)", "lines per ms");
    for (name, text) in models {
        let (lines, time) = measure(&text);
        let milliseconds = time.as_secs_f64() * 1e3;
        println!(
            "{name:28} {:>9} {lines:>10} {milliseconds:>9.0} {:>14.0}",
            text.len() / 1000,
            lines as f64 / milliseconds,
        );
    }
}

/// Lines generated, and the shortest time that it took.
fn measure(model: &str) -> (usize, Duration) {
    let options = Options { skip_unsupported: true, lenient_examples: true, ..Options::of("measured-sdk") };
    let mut best = (0, Duration::MAX);
    for _ in 0..RUNS {
        let start = Instant::now();
        match codegen::generate_with(model, &options) {
            Ok((generated, _)) => {
                let time = start.elapsed().min(best.1);
                best = (generated.files.values().map(|text| text.lines().count()).sum(), time);
            }
            Err(problems) => {
                eprintln!("not generated: {}", problems.iter().next().map(ToString::to_string).unwrap_or_default());
                return (0, start.elapsed());
            }
        }
    }
    best
}
