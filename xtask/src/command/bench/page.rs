//! The page that figures are kept in, and what is printed.

use super::figure::Figure;
use super::machine::Machine;
use super::peer::Peer;
use super::row::Group;
use super::table::Table;

/// The files that are written: the page and its chart.
pub(super) const PAGE: &str = "measured.md";
pub(super) const CHART: &str = "measured.svg";

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
    text += "\nAll make the same calls to a server in a process of its own, over plain HTTP on this machine, on one thread: an \
             update has all settings of a security group, and so has its answer; a page has 100 users with every member. Builds are \
             of a program that lists networks. Instructions are counted by valgrind's callgrind, with one call in flight; \
             valgrind has no instructions for SHA-256, so that this counts for more there than it does elsewhere. \
             `aws-sdk-wickr`'s runtime is what its maker's crates are in its tree and not in ours.\n";
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

    fn machine(load: f64) -> Machine {
        Machine {
            hardware: "Some CPU, 2 cores".to_owned(),
            date: "2026-11-28".to_owned(),
            rustc: "rustc 1.95.0".to_owned(),
            official: "aws-sdk-wickr 1.30.0".to_owned(),
            load: Some(load),
        }
    }

    #[test]
    fn a_page_says_where_when_and_with_what() {
        let page = markdown(&figures(), &machine(0.1));
        for part in ["Some CPU, 2 cores", "2026-11-28", "rustc 1.95.0", "aws-sdk-wickr 1.30.0", CHART] {
            assert!(page.contains(part), "{part}");
        }
        assert!(page.contains("- size-all failed for official, default: no <network> & no luck\n"), "{page}");
        assert!(page.contains("- generate-connect skipped: no model\n"), "{page}");
    }

    #[test]
    fn figures_of_a_busy_machine_say_so() {
        let busy = "its load was 4.0";
        assert!(text(&figures(), &machine(4.0)).contains(busy));
        assert!(markdown(&figures(), &machine(4.0)).contains(busy));
        assert!(!text(&figures(), &machine(0.3)).contains("load"));
    }
}
