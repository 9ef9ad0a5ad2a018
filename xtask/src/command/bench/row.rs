//! What is measured: a table of rows, and which of them are asked for.

use super::peer::Peer::{self, Bare, ByHand, Default, Leanest, Ours};
use crate::outcome::{Failure, Outcome};

/// What rows are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Builds,
    Calls,
    Generator,
}

impl Group {
    pub(super) const ALL: [Group; 3] = [Group::Builds, Group::Calls, Group::Generator];

    pub(super) fn name(self) -> &'static str {
        match self {
            Group::Builds => "builds",
            Group::Calls => "calls",
            Group::Generator => "generator",
        }
    }
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Seconds,
    Milliseconds,
    Microseconds,
    Bytes,
    /// Things, and instructions.
    Count,
}

/// A row: one question, asked of each peer.
#[derive(Debug)]
pub(super) struct Row {
    /// What `--only` knows it by.
    pub(super) name: &'static str,
    pub(super) group: Group,
    pub(super) unit: Unit,
    pub(super) what: What,
    /// What a reader sees.
    pub(super) title: &'static str,
}

/// How a row is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    ColdBuild(Profile),
    Rebuild,
    Check(Part),
    Crates,
    Size(Program),
    Cpu(Calls),
    Allocated(Calls),
    Allocations(Calls),
    Peak(Calls),
    Instructions(Calls, Sha),
    Generate(Model),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Profile {
    Debug,
    Release,
}

/// Which crates are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Sdk,
    Runtime,
}

/// Which program is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Program {
    /// With one operation.
    One,
    /// With all.
    All,
}

/// Which calls are made, and how many at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Calls {
    pub(super) kind: &'static str,
    pub(super) in_flight: u32,
}

/// Whether what SHA-256 takes counts. Valgrind knows no instructions for it, so that it takes more there than elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sha {
    With,
    Without,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Model {
    Wickr,
    Connect,
}

const fn calls(kind: &'static str, in_flight: u32) -> Calls {
    Calls { kind, in_flight }
}

const UPDATE: Calls = calls("update", 1);
const UPDATES: Calls = calls("update", 64);
const LISTS: Calls = calls("list", 64);

const fn row(name: &'static str, unit: Unit, what: What, title: &'static str) -> Row {
    let group = match what {
        What::ColdBuild(_) | What::Rebuild | What::Check(_) | What::Crates | What::Size(_) => Group::Builds,
        What::Generate(_) => Group::Generator,
        _ => Group::Calls,
    };
    Row { name, group, unit, what, title }
}

/// All rows, in the order in which they are shown.
pub(super) static ROWS: &[Row] = &[
    row("release-build", Unit::Seconds, What::ColdBuild(Profile::Release), "release build, from nothing, CPU"),
    row("debug-build", Unit::Seconds, What::ColdBuild(Profile::Debug), "debug build, from nothing, CPU"),
    row("rebuild", Unit::Seconds, What::Rebuild, "debug build after an edit of main.rs, CPU"),
    row("check-sdk", Unit::Seconds, What::Check(Part::Sdk), "compiler's check of the SDK crate, CPU"),
    row("check-runtime", Unit::Seconds, What::Check(Part::Runtime), "compiler's check of its runtime, CPU"),
    row("crates", Unit::Count, What::Crates, "crates in the tree"),
    row("size-one", Unit::Bytes, What::Size(Program::One), "stripped program that uses 1 operation"),
    row("size-all", Unit::Bytes, What::Size(Program::All), "stripped program that uses all 44"),
    row("update-64", Unit::Microseconds, What::Cpu(UPDATES), "CPU per update, 64 in flight"),
    row("update-1", Unit::Microseconds, What::Cpu(UPDATE), "CPU per update, 1 in flight"),
    row("list-64", Unit::Microseconds, What::Cpu(LISTS), "CPU per page of 100 users, 64 in flight"),
    row("update-bytes", Unit::Bytes, What::Allocated(UPDATES), "allocated per update"),
    row("update-allocations", Unit::Count, What::Allocations(UPDATES), "allocations per update"),
    row("list-bytes", Unit::Bytes, What::Allocated(LISTS), "allocated per page of 100 users"),
    row("list-allocations", Unit::Count, What::Allocations(LISTS), "allocations per page of 100 users"),
    row("peak", Unit::Bytes, What::Peak(calls("list", 256)), "peak memory, 256 lists in flight"),
    row("instructions", Unit::Count, What::Instructions(UPDATE, Sha::With), "instructions per update"),
    row("instructions-without-sha", Unit::Count, What::Instructions(UPDATE, Sha::Without), "the same without SHA-256"),
    row("generate-wickr", Unit::Milliseconds, What::Generate(Model::Wickr), "generate Wickr's SDK, CPU"),
    row("generate-connect", Unit::Milliseconds, What::Generate(Model::Connect), "generate all of Connect's SDK, CPU"),
];

impl Row {
    /// For whom it is measured.
    pub(super) fn peers(&self) -> &'static [Peer] {
        match self.what {
            What::ColdBuild(_) | What::Rebuild | What::Crates | What::Size(Program::One) => {
                &[Ours, Leanest, Default, ByHand]
            }
            What::Size(Program::All) => &[Ours, Leanest, Default],
            // The crate itself is the same with all features.
            What::Check(_) => &[Ours, Leanest],
            // The send path is the same with all features.
            What::Cpu(_) | What::Allocated(_) | What::Allocations(_) | What::Peak(_) | What::Instructions(..) => {
                &[Ours, Leanest, ByHand, Bare]
            }
            What::Generate(_) => &[Ours],
        }
    }

    /// Whether it takes builds from nothing, which `--quick` leaves out.
    fn is_slow(&self) -> bool {
        matches!(self.what, What::ColdBuild(_) | What::Rebuild | What::Check(_))
    }
}

/// The rows that are asked for: those of these names, or all; with `quick`, those that need no build from nothing.
pub(super) fn chosen(only: &[String], quick: bool) -> Outcome<Vec<&'static Row>> {
    let is_known = |name: &String| ROWS.iter().any(|row| row.is_called(name));
    if let Some(unknown) = only.iter().find(|name| !is_known(name)) {
        return Err(Failure::Refused(format!(
            "--only {unknown}: there is no such row or group; there are\n{}",
            listed()
        )));
    }
    let is_asked_for = |row: &&Row| match only {
        [] => !(quick && row.is_slow()),
        only => only.iter().any(|name| row.is_called(name)),
    };
    Ok(ROWS.iter().filter(is_asked_for).collect())
}

impl Row {
    fn is_called(&self, name: &str) -> bool {
        self.name == name || self.group.name() == name
    }
}

/// A line for each group: its name and its rows.
pub(super) fn listed() -> String {
    let rows = |group: Group| {
        let names: Vec<_> = ROWS.iter().filter(|row| row.group == group).map(|row| row.name).collect();
        format!("  {}: {}", group.name(), names.join(", "))
    };
    Group::ALL.map(rows).join("\n")
}

#[cfg(test)]
mod tests {
    use super::{ROWS, chosen, listed};

    fn names(only: &[&str], quick: bool) -> Vec<&'static str> {
        let only: Vec<String> = only.iter().map(|name| (*name).to_owned()).collect();
        chosen(&only, quick).expect("they are known").iter().map(|row| row.name).collect()
    }

    #[test]
    fn a_group_is_all_of_its_rows_and_a_row_itself() {
        assert_eq!(names(&["generator"], false), ["generate-wickr", "generate-connect"]);
        assert_eq!(names(&["update-1", "size-one"], false), ["size-one", "update-1"]);
        assert_eq!(names(&[], false).len(), ROWS.len());
    }

    #[test]
    fn quick_leaves_out_builds_from_nothing_unless_they_are_named() {
        let quick = names(&[], true);
        assert!(quick.contains(&"crates") && quick.contains(&"update-64"), "{quick:?}");
        assert!(!quick.contains(&"release-build") && !quick.contains(&"check-sdk"), "{quick:?}");
        assert_eq!(names(&["release-build"], true), ["release-build"]);
    }

    #[test]
    fn an_unknown_name_lists_what_there_is() {
        let failure = chosen(&["updates".to_owned()], false).expect_err("there is no such row");
        let said = format!("{failure:?}");
        assert!(said.contains("--only updates") && said.contains("calls: update-64, update-1"), "{said}");
        assert!(ROWS.iter().all(|row| listed().contains(row.name)));
    }

    #[test]
    fn names_are_unique_and_no_groups() {
        for row in ROWS {
            assert_eq!(ROWS.iter().filter(|other| other.is_called(row.name)).count(), 1, "{}", row.name);
        }
    }
}
