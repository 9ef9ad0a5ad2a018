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
        command.mut_subcommand(name, |one| {
            let about = one.get_about().map(|about| about.to_string().trim_end_matches('.').to_owned());
            let whole = one.get_long_about().map(|about| flowing(&about.to_string()));
            let one = about.into_iter().fold(one, Command::about);
            whole.into_iter().fold(one, Command::long_about)
        })
    });
    let (groups, heading) = (groups(&ended), Style::new().bold().underline());
    let template = format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{groups}{heading}Options:{heading:#}\n{{options}}\n\n\
         Each command explains itself: cargo xtask COMMAND --help\n"
    );
    ended.help_template(StyledStr::from(template))
}

/// The text with each paragraph in one line, which a terminal breaks as it likes; what is indented keeps its lines.
fn flowing(text: &str) -> String {
    let mut flowing = String::with_capacity(text.len());
    let mut goes_on = false;
    for line in text.lines() {
        let is_prose = !line.is_empty() && !line.starts_with(' ');
        flowing.push_str(match (flowing.is_empty(), goes_on && is_prose) {
            (true, _) => "",
            (false, true) => " ",
            (false, false) => "\n",
        });
        flowing.push_str(line);
        goes_on = is_prose;
    }
    flowing
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
    fn paragraphs_are_broken_by_the_terminal_alone() {
        let text = "Do it.\n\nBoth of\nthese lines:\n\n  one\n  two\n\nThe\nend.";
        assert_eq!(flowing(text), "Do it.\n\nBoth of these lines:\n\n  one\n  two\n\nThe end.");
        let mut command = grouped(Arguments::command());
        let codegen = command.find_subcommand_mut("codegen").expect("it is there").render_long_help().to_string();
        assert!(codegen.contains("and what to do, and no file is touched. What a model leaves"), "{codegen}");
        assert!(codegen.contains("\n  [package.metadata.codegen]\n  model = "), "{codegen}");
    }

    #[test]
    fn the_list_is_plain_where_nobody_looks() {
        let help = grouped(Arguments::command()).render_help().to_string();
        assert!(help.contains("\nTry it:\n  demo         Regenerate, then run the tour"), "{help}");
        assert!(help.contains("\nOptions:\n  -h, --help"), "{help}");
    }
}
