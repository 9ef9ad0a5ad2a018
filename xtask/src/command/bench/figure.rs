//! What came of measuring.

use super::peer::Peer;
use super::place::Measured;
use super::row::{Row, Unit};
use super::samples::Samples;

/// What a row is for one peer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Measured(Samples),
    /// It can't be measured here, for this reason.
    Skipped(String),
    /// Measuring it failed, for this reason.
    Failed(String),
}

/// A row with what was measured.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub(super) row: &'static Row,
    pub(super) cells: Vec<(Peer, Cell)>,
}

impl Figure {
    /// A row that is the same for all.
    pub(super) fn alike(row: &'static Row, cell: &Cell) -> Self {
        Figure { row, cells: row.peers().iter().map(|peer| (*peer, cell.clone())).collect() }
    }

    /// Asks each peer in turn, `runs` times, so that what disturbs the machine disturbs all. Who fails is not asked again.
    pub(super) fn interleaved(
        row: &'static Row,
        runs: usize,
        mut measure: impl FnMut(Peer, usize) -> Measured<f64>,
    ) -> Self {
        let mut taken: Vec<(Peer, Measured<Vec<f64>>)> =
            row.peers().iter().map(|peer| (*peer, Ok(Vec::new()))).collect();
        for run in 0..runs {
            for (peer, so_far) in &mut taken {
                let Ok(figures) = so_far else { continue };
                match measure(*peer, run) {
                    Ok(figure) => figures.push(figure),
                    Err(reason) => *so_far = Err(reason),
                }
            }
        }
        let cell = |taken: Measured<Vec<f64>>| match taken {
            Ok(figures) => {
                Samples::of(figures).map_or_else(|| Cell::Skipped("there was no run".to_owned()), Cell::Measured)
            }
            Err(reason) => Cell::Failed(reason),
        };
        Figure { row, cells: taken.into_iter().map(|(peer, taken)| (peer, cell(taken))).collect() }
    }

    pub(super) fn cell(&self, peer: Peer) -> Option<&Cell> {
        self.cells.iter().find(|(of, _)| *of == peer).map(|(_, cell)| cell)
    }

    pub(super) fn samples(&self, peer: Peer) -> Option<&Samples> {
        match self.cell(peer)? {
            Cell::Measured(samples) => Some(samples),
            Cell::Skipped(_) | Cell::Failed(_) => None,
        }
    }

    /// How often ours is as much as the leanest official one.
    pub(super) fn ratio(&self) -> Option<Samples> {
        self.samples(Peer::Ours)?.ratio(self.samples(Peer::Leanest)?)
    }

    pub(super) fn has_failed(&self) -> bool {
        self.cells.iter().any(|(_, cell)| matches!(cell, Cell::Failed(_)))
    }

    /// Why figures are missing, a line for each reason.
    pub(super) fn reasons(&self) -> Vec<String> {
        let mut reasons: Vec<String> = Vec::new();
        for (peer, cell) in &self.cells {
            let (word, reason) = match cell {
                Cell::Measured(_) => continue,
                Cell::Skipped(reason) => ("skipped", reason),
                Cell::Failed(reason) => ("failed", reason),
            };
            let alike = self.cells.iter().filter(|(_, other)| other == cell).count();
            let line = match alike == self.cells.len() {
                true => format!("{} {word}: {reason}", self.row.name),
                false => format!("{} {word} for {}: {reason}", self.row.name, peer.title()),
            };
            if !reasons.contains(&line) {
                reasons.push(line);
            }
        }
        reasons
    }
}

/// Samples as a reader sees them: the median, and the spread behind it.
pub(super) fn shown(samples: &Samples, unit: Unit) -> String {
    let (scale, suffix, digits) = scale(samples.median(), unit);
    let number = |value: f64| grouped(&format!("{:.digits$}", value / scale));
    with_spread(samples, number, suffix)
}

/// A ratio and its spread.
pub(super) fn shown_ratio(ratio: &Samples) -> String {
    with_spread(ratio, |value| format!("{value:.2}"), "")
}

fn with_spread(samples: &Samples, number: impl Fn(f64) -> String, suffix: &str) -> String {
    let median = number(samples.median());
    let spread = samples.spread().map(|(least, most)| (number(least), number(most)));
    match spread {
        // What is too near to be told apart is no spread.
        Some((least, most)) if least != most => format!("{median}{suffix} ({least}–{most})"),
        _ => format!("{median}{suffix}"),
    }
}

/// By what a value is divided, what stands behind it, and how many digits behind the point.
fn scale(value: f64, unit: Unit) -> (f64, &'static str, usize) {
    let fine = |scaled: f64| if scaled < 10.0 { 2 } else { usize::from(scaled < 100.0) };
    match unit {
        Unit::Seconds => (1.0, " s", fine(value)),
        Unit::Milliseconds => (1.0, " ms", fine(value)),
        Unit::Microseconds => (1.0, " µs", fine(value)),
        Unit::Bytes if value >= 1e6 => (1e6, " MB", fine(value / 1e6)),
        Unit::Bytes if value >= 1e3 => (1e3, " kB", fine(value / 1e3)),
        Unit::Bytes => (1.0, " B", 0),
        Unit::Count => (1.0, "", 0),
    }
}

/// Thousands with commas.
fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_once('.').map_or((number, None), |(whole, rest)| (whole, Some(rest)));
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    match rest {
        Some(rest) => format!("{text}.{rest}"),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Figure, shown, shown_ratio};
    use crate::command::bench::peer::Peer;
    use crate::command::bench::row::{ROWS, Unit};
    use crate::command::bench::samples::Samples;

    fn samples(measured: &[f64]) -> Samples {
        Samples::of(measured.to_vec()).expect("something was measured")
    }

    #[test]
    fn figures_are_shown_with_their_unit_and_spread() {
        let cases = [
            (&[71.24, 70.0, 72.06][..], Unit::Seconds, "71.2 s (70.0–72.1)"),
            (&[131.4], Unit::Microseconds, "131 µs"),
            (&[14_230.0], Unit::Bytes, "14.2 kB"),
            (&[4_812_345.0], Unit::Bytes, "4.81 MB"),
            (&[612.0], Unit::Bytes, "612 B"),
            (&[1_234_567.0], Unit::Count, "1,234,567"),
            (&[5.001, 5.002], Unit::Seconds, "5.00 s"),
        ];
        for (measured, unit, expected) in cases {
            assert_eq!(shown(&samples(measured), unit), expected);
        }
        assert_eq!(shown_ratio(&samples(&[0.5, 0.4, 0.61])), "0.50 (0.40–0.61)");
    }

    #[test]
    fn peers_take_turns_and_who_fails_is_not_asked_again() {
        let row = ROWS.iter().find(|row| row.name == "check-sdk").expect("it is there");
        let mut asked = Vec::new();
        let figure = Figure::interleaved(row, 2, |peer, run| {
            asked.push((peer, run));
            if peer == Peer::Ours { Ok(1.0) } else { Err("no network".to_owned()) }
        });
        assert_eq!(asked, [(Peer::Ours, 0), (Peer::Leanest, 0), (Peer::Ours, 1)]);
        assert_eq!(figure.samples(Peer::Ours), Some(&samples(&[1.0, 1.0])));
        assert!(figure.has_failed() && figure.ratio().is_none());
        assert_eq!(figure.reasons(), ["check-sdk failed for official, leanest: no network"]);
    }

    #[test]
    fn one_reason_for_all_is_said_once() {
        let row = ROWS.iter().find(|row| row.name == "instructions").expect("it is there");
        let figure = Figure::alike(row, &Cell::Skipped("valgrind isn't installed".to_owned()));
        assert!(!figure.has_failed());
        assert_eq!(figure.reasons(), ["instructions skipped: valgrind isn't installed"]);
    }
}
