//! Figures as tables: for a terminal, and for a page.

use super::figure::{Cell, Figure, shown, shown_ratio};
use super::peer::Peer;
use super::row::Group;

/// What stands where nothing was asked.
const NOTHING: &str = "–";

/// The last column.
const RATIO: &str = "ours : leanest";

/// A group's figures: headings, and lines of as many cells.
pub(super) struct Table {
    pub(super) headings: Vec<String>,
    pub(super) lines: Vec<Vec<String>>,
}

impl Table {
    /// The table of a group; none if nothing of it was asked for.
    pub(super) fn of(group: Group, figures: &[Figure]) -> Option<Self> {
        let figures: Vec<&Figure> = figures.iter().filter(|figure| figure.row.group == group).collect();
        let has = |peer: &Peer| figures.iter().any(|figure| figure.cell(*peer).is_some());
        let peers: Vec<Peer> = Peer::ALL.into_iter().filter(has).collect();
        let compares = peers.len() > 1;
        let mut headings = vec![group.name().to_owned()];
        headings.extend(peers.iter().map(|peer| peer.title().to_owned()));
        headings.extend(compares.then(|| RATIO.to_owned()));
        let line = |figure: &&Figure| {
            let mut line = vec![figure.row.title.to_owned()];
            line.extend(peers.iter().map(|peer| cell(figure, *peer)));
            line.extend(compares.then(|| figure.ratio().map_or(NOTHING.to_owned(), |ratio| shown_ratio(&ratio))));
            line
        };
        (!figures.is_empty()).then(|| Table { headings, lines: figures.iter().map(line).collect() })
    }

    /// Columns, each as wide as its widest cell.
    pub(super) fn aligned(&self) -> String {
        let widths: Vec<usize> = (0..self.headings.len()).map(|column| self.width(column)).collect();
        let line = |cells: &Vec<String>| {
            let mut text = String::new();
            for (index, (cell, width)) in cells.iter().zip(&widths).enumerate() {
                let space = " ".repeat(width - cell.chars().count());
                // Words begin together, figures end together.
                text += &if index == 0 { format!("{cell}{space}") } else { format!("  {space}{cell}") };
            }
            format!("{}\n", text.trim_end())
        };
        std::iter::once(&self.headings).chain(&self.lines).map(line).collect()
    }

    fn width(&self, column: usize) -> usize {
        let cells = std::iter::once(&self.headings).chain(&self.lines).filter_map(|cells| cells.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    }

    /// A table in Markdown.
    pub(super) fn markdown(&self) -> String {
        let line = |cells: &Vec<String>| format!("| {} |\n", cells.join(" | "));
        let rule = format!("|---|{}\n", "---:|".repeat(self.headings.len().saturating_sub(1)));
        format!("{}{rule}{}", line(&self.headings), self.lines.iter().map(line).collect::<String>())
    }
}

/// A figure on a line of its own, for whoever waits for the others.
pub(super) fn line(figure: &Figure) -> String {
    let asked = Peer::ALL.into_iter().filter(|peer| figure.cell(*peer).is_some());
    let cells: Vec<String> = asked.map(|peer| format!("{} {}", peer.title(), cell(figure, peer))).collect();
    let ratio = figure.ratio().map(|ratio| format!("; {RATIO} {}", shown_ratio(&ratio))).unwrap_or_default();
    format!("{}: {}{ratio}", figure.row.name, cells.join("; "))
}

fn cell(figure: &Figure, peer: Peer) -> String {
    match figure.cell(peer) {
        None => NOTHING.to_owned(),
        Some(Cell::Measured(samples)) => shown(samples, figure.row.unit),
        Some(Cell::Skipped(_)) => "skipped".to_owned(),
        Some(Cell::Failed(_)) => "failed".to_owned(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Table, line};
    use crate::command::bench::figure::{Cell, Figure};
    use crate::command::bench::peer::Peer;
    use crate::command::bench::row::{Group, ROWS, Row};
    use crate::command::bench::samples::Samples;

    pub(crate) fn row(name: &str) -> &'static Row {
        ROWS.iter().find(|row| row.name == name).expect("it is there")
    }

    /// A figure of each kind.
    pub(crate) fn figures() -> Vec<Figure> {
        let measured = |figures: &[f64]| Cell::Measured(Samples::of(figures.to_vec()).expect("there are some"));
        let of = |name, cells: Vec<Cell>| {
            let row = row(name);
            Figure { row, cells: row.peers().iter().copied().zip(cells).collect() }
        };
        let failed = Cell::Failed("no <network> & no luck".to_owned());
        vec![
            of("size-all", vec![measured(&[5e6]), measured(&[1e7]), failed]),
            of("check-sdk", vec![measured(&[1.5, 1.6, 1.4]), measured(&[3.0, 3.2, 2.8])]),
            Figure::alike(row("generate-wickr"), &measured(&[12.5])),
            Figure::alike(row("generate-connect"), &Cell::Skipped("no model".to_owned())),
        ]
    }

    #[test]
    fn columns_are_aligned() {
        let table = Table::of(Group::Builds, &figures()).expect("there are figures");
        let expected = "\
builds                                           wickr-sdk   official, leanest  official, default  ours : leanest
stripped program that uses all 44                  5.00 MB             10.0 MB             failed            0.50
compiler's check of the SDK crate, CPU  1.50 s (1.40–1.60)  3.00 s (2.80–3.20)                  –            0.50
";
        assert_eq!(table.aligned(), expected);
    }

    #[test]
    fn a_figure_is_told_as_soon_as_it_is_known() {
        let lines: Vec<String> = figures().iter().map(line).collect();
        let expected = [
            "size-all: wickr-sdk 5.00 MB; official, leanest 10.0 MB; official, default failed; ours : leanest 0.50",
            "check-sdk: wickr-sdk 1.50 s (1.40–1.60); official, leanest 3.00 s (2.80–3.20); ours : leanest 0.50",
            "generate-wickr: wickr-sdk 12.5 ms",
            "generate-connect: wickr-sdk skipped",
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_group_of_one_peer_compares_nothing() {
        let table = Table::of(Group::Generator, &figures()).expect("there are figures");
        let expected = "| generator | wickr-sdk |\n|---|---:|\n| generate Wickr's SDK, CPU | 12.5 ms |\n\
                        | generate all of Connect's SDK, CPU | skipped |\n";
        assert_eq!(table.markdown(), expected);
        assert!(Table::of(Group::Calls, &figures()).is_none());
    }

    #[test]
    fn peers_that_were_not_asked_have_no_column() {
        let table = Table::of(Group::Builds, &figures()).expect("there are figures");
        assert!(!table.headings.contains(&Peer::Bare.title().to_owned()), "{:?}", table.headings);
    }
}
