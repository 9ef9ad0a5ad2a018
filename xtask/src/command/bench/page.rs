//! The page that figures are kept in, and what is printed.

use super::figure::Figure;
use super::machine::Machine;
use super::peer::Peer;
use super::row::Group;
use super::table::Table;

/// The files that are written: the page, its chart, and a chart of few rows.
pub(super) const PAGE: &str = "measured.md";
pub(super) const CHART: &str = "measured.svg";
pub(super) const FEW: &str = "few.svg";

/// How it is measured.
const HOW: &str = "
All make the same calls to a server in a process of its own, over plain HTTP on this machine, on one thread: an update has all
settings of a security group, and so has its answer; a page has 100 users with every member. Memory that grows counts as
allocated by what it grows. Instructions are counted by valgrind's callgrind with one call in flight; it has none of the
processor's for SHA-256, which therefore counts for more there than elsewhere.

Builds are of a program that lists networks. The official SDK's runtime is those `aws-` crates that its tree has and ours
hasn't.
";

/// What is printed: a table for each group, and why figures are missing.
pub(super) fn text(figures: &[Figure], machine: &Machine) -> String {
    let Machine { hardware, date, rustc, official, .. } = machine;
    let mut text = format!("{hardware}; {date}; {rustc}; {official}\n");
    for table in Group::ALL.into_iter().filter_map(|group| Table::of(group, figures)) {
        text += &format!("\n{}", table.aligned());
    }
    let notes = notes(figures, machine);
    if !notes.is_empty() {
        text += &format!("\n{}\n", notes.join("\n"));
    }
    text
}

/// The page in Markdown, which shows the chart beside it.
pub(super) fn markdown(figures: &[Figure], machine: &Machine) -> String {
    let Machine { hardware, date, rustc, official, .. } = machine;
    let mut text = format!(
        "# Measured\n\nBy `cargo xtask bench` on {date}: {hardware}, {rustc}, {official}. Medians, and in parentheses the least and \
         the most; runs of all take turns. Ratios are of the same run. CPU is user and system time.\n\n\
         ![Ours beside the others, each row as a share of its largest figure]({CHART})\n"
    );
    for table in Group::ALL.into_iter().filter_map(|group| Table::of(group, figures)) {
        text += &format!("\n{}", table.markdown());
    }
    let notes = notes(figures, machine);
    if !notes.is_empty() {
        text +=
            &format!("\n## What is missing\n\n{}", notes.iter().map(|note| format!("- {note}\n")).collect::<String>());
    }
    text += "\n## Who is measured\n\n| | |\n|---|---|\n";
    for peer in Peer::ALL {
        text += &format!("| {} | {} |\n", peer.title(), peer.explained());
    }
    text += HOW;
    text
}

/// Why figures are missing, and what makes those that are there worth less.
fn notes(figures: &[Figure], machine: &Machine) -> Vec<String> {
    machine.warning().into_iter().chain(figures.iter().flat_map(Figure::reasons)).collect()
}

#[cfg(test)]
mod tests {
    use super::{CHART, markdown, text};
    use crate::command::bench::machine::Machine;
    use crate::command::bench::table::tests::figures;

    fn machine(others: f64) -> Machine {
        Machine {
            hardware: "Some CPU, 2 cores".to_owned(),
            date: "2026-11-28".to_owned(),
            rustc: "rustc 1.95.0".to_owned(),
            official: "aws-sdk-wickr 1.30.0".to_owned(),
            others: Some(others),
        }
    }

    #[test]
    fn a_page_says_where_when_and_with_what() {
        let page = markdown(&figures(), &machine(0.0));
        for part in ["Some CPU, 2 cores", "2026-11-28", "rustc 1.95.0", "aws-sdk-wickr 1.30.0", CHART] {
            assert!(page.contains(part), "{part}");
        }
        assert!(page.contains("- size-all failed for official, default: no <network> & no luck\n"), "{page}");
        assert!(page.contains("- generate-connect skipped: no model\n"), "{page}");
    }

    #[test]
    fn figures_of_a_busy_machine_say_so() {
        let busy = "other programs had 40 % of the machine";
        assert!(text(&figures(), &machine(0.4)).contains(busy));
        assert!(markdown(&figures(), &machine(0.4)).contains(busy));
        assert!(!text(&figures(), &machine(0.01)).contains("other programs"));
    }
}
