//! The commands that pages name are there: cargo xtask's with their options, and the packages that others name.

use crate::markdown::Page;
use crate::pages::{first, none, page};
use sdk_tests::cargo::{cargo, said, xtask};
use sdk_tests::workspace;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

#[test]
fn commands_in_pages_are_there() {
    let mut commands = Commands::new();
    none(Page::all().iter().flat_map(|page| commands.unknown(page)).collect::<Vec<_>>());
}

#[test]
fn a_command_that_is_none_is_found() {
    let mut known = Commands::new();
    for (wrong, right) in [
        ("`cargo xtask nothing`", "`cargo xtask mock`, `cargo xtask …`, `cargo xtask`"),
        ("```console\ncargo xtask codegen --chek\n```", "```console\ncargo xtask codegen --check  # --chek\n```"),
        ("`cargo xtask smithy nothing`", "`cargo xtask smithy ast shop/ --flatten`"),
        ("`cargo xtask smithy format --flatten`", "`cargo xtask smithy format --check`"),
        ("`cargo test -p nothing`", "`cargo test -p sdk-tests --test repository`"),
        ("`A=b cargo test -p nothing`", "`A=b cargo test -p sdk-tests`"),
    ] {
        assert_ne!(first(known.unknown(&page(wrong))), "", "{wrong}");
        assert_eq!(first(known.unknown(&page(right))), "", "{right}");
    }
}

/// The maintainer's commands, each with the text of its help; and the packages of the workspace.
struct Commands {
    program: PathBuf,
    help: BTreeMap<String, String>,
    packages: String,
}

impl Commands {
    fn new() -> Self {
        let mut metadata = cargo();
        metadata.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(workspace());
        let metadata = metadata.output().expect("cargo runs");
        Self { program: xtask(), help: BTreeMap::new(), packages: said(&metadata) }
    }

    /// Commands of a page that aren't there: of xtask, with their options; and packages that others name.
    fn unknown(&mut self, page: &Page) -> Vec<String> {
        let mut unknown = Vec::new();
        for line in commands(page) {
            let words: Vec<&str> = line.split_whitespace().collect();
            if let [_, "xtask", command, rest @ ..] = words.as_slice() {
                let options = rest.iter().filter(|word| word.starts_with("--"));
                let help = self.help(&[command]);
                let has_others = help.as_ref().is_some_and(|help| help.contains("\nCommands:\n"));
                let other = rest.first().filter(|other| has_others && !other.starts_with('-'));
                let help = other.map_or(help, |other| self.help(&[command, other]));
                unknown.extend(help.is_none().then(|| format!("{}: no such command in `{line}`", page.path)));
                let help = help.unwrap_or_default();
                let missing = options.filter(|option| !help.split_whitespace().any(|word| word == **option));
                unknown.extend(missing.map(|option| format!("{}: no {option} in `{line}`", page.path)));
            }
            for pair in words.windows(2).filter(|pair| matches!(pair[0], "-p" | "--package" | "--test-package")) {
                let named = pair[1].split(',').filter(|name| !self.packages.contains(&format!("\"name\":\"{name}\"")));
                unknown.extend(named.map(|name| format!("{}: no package {name} for `{line}`", page.path)));
            }
        }
        unknown
    }

    /// What `cargo xtask COMMAND --help` says, if there is such a command, or one within another.
    fn help(&mut self, command: &[&str]) -> Option<String> {
        let name = command.join(" ");
        if let Some(known) = self.help.get(&name) {
            return Some(known.clone());
        }
        let asked = Command::new(&self.program).args(command).arg("--help").output().expect("xtask runs");
        let help = asked.status.success().then(|| said(&asked))?;
        self.help.insert(name, help.clone());
        Some(help)
    }
}

/// The commands of cargo that a page names, in blocks for a terminal and in backticks, without variables before and a comment
/// behind.
fn commands(page: &Page) -> Vec<String> {
    let fences = page.fences().into_iter().filter(|fence| fence.info == "console").flat_map(|fence| fence.lines);
    let plain = |line: String| {
        let words = line.split_whitespace().skip_while(|word| word.contains('=')).take_while(|word| *word != "#");
        words.collect::<Vec<_>>().join(" ")
    };
    let found = fences.chain(page.codes()).map(plain).filter(|line| line.starts_with("cargo "));
    // `cargo xtask …` and `cargo xtask` alone name none.
    found.filter(|line| !line.ends_with(" …") && line != "cargo xtask").collect()
}
