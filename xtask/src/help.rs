//! What `cargo xtask --help` shows: the commands by what one is about to do.
//!
//! In: the commands as they are declared. Out: the same, listed in groups. Their sentences end alike, whatever their number.

use clap::Command;
use clap::builder::StyledStr;
use clap::builder::styling::Style;
use std::fmt::Write;

/// The groups, and the commands of each.
const GROUPS: [(&str, &[&str]); 4] = [
    ("Try it", &["demo", "mock"]),
    ("Generate", &["new", "codegen", "smithy"]),
    ("Take in a new model, and release", &["import", "diff", "changelog", "release"]),
    ("Check and measure", &["conformance", "wire", "compat", "bench"]),
];

/// Where the sentences begin.
const COLUMN: usize = 13;

/// The program's command with its own list of commands.
pub(crate) fn grouped(command: Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    let ended = names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |one| match one.get_about().map(|about| about.to_string()) {
            Some(about) => one.about(about.trim_end_matches('.').to_owned()),
            None => one,
        })
    });
    let (groups, heading) = (groups(&ended), Style::new().bold().underline());
    let template = format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{groups}{heading}Options:{heading:#}\n{{options}}\n\n\
         Each command explains itself: cargo xtask COMMAND --help\n"
    );
    ended.help_template(StyledStr::from(template))
}

fn groups(command: &Command) -> String {
    let (heading, bold) = (Style::new().bold().underline(), Style::new().bold());
    let mut text = String::new();
    // Writing to a string doesn't fail.
    for (title, names) in GROUPS {
        let _ = writeln!(text, "{heading}{title}:{heading:#}");
        for name in names {
            let about = command.find_subcommand(name).and_then(Command::get_about).map(StyledStr::to_string);
            let _ = writeln!(text, "  {bold}{name:COLUMN$}{bold:#}{}", about.unwrap_or_default());
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Arguments;
    use clap::CommandFactory;
    use std::collections::BTreeSet;

    #[test]
    fn each_command_is_in_one_group_and_fits_a_line() {
        let command = grouped(Arguments::command());
        let grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let declared: BTreeSet<&str> = command.get_subcommands().map(Command::get_name).collect();
        assert_eq!(grouped.iter().copied().collect::<BTreeSet<_>>(), declared);
        assert_eq!(grouped.len(), declared.len());
        for one in command.get_subcommands() {
            let about = one.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(!about.is_empty() && !about.ends_with('.') && about.len() + COLUMN + 2 <= 100, "{about}");
        }
    }

    #[test]
    fn the_list_is_plain_where_nobody_looks() {
        let help = grouped(Arguments::command()).render_help().to_string();
        assert!(help.contains("\nTry it:\n  demo         Regenerate, then run the tour"), "{help}");
        assert!(help.contains("\nOptions:\n  -h, --help"), "{help}");
    }
}
