//! `cargo xtask changelog`: what changed for users since the last release.

mod date;
mod entry;

pub(crate) use date::{is_day, today};
pub(crate) use entry::{first, heading};

use crate::files::{Batch, Folder, Found, Over};
use crate::outcome::{Failure, Outcome};
use crate::release::{self, Release, Version};
use crate::report;
use crate::workspace::{SdkCrate, sdk_crates};
use codegen::diff::Comparison;

/// Write what changed for users since the last release, from what models differ in.
///
/// For each SDK crate whose model differs from that of its last release (the newest tag `CRATE-v1.2.3` or `v1.2.3`, or
/// `--since`), prints an entry in the form of Keep a Changelog, with the version that the verdict asks for. `--write` puts
/// it into the crate's CHANGELOG.md and the version into its manifest.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  cargo xtask changelog
  cargo xtask changelog --since v0.1.0 --write
  cargo xtask changelog --check     # in CI: fails where a manifest's version is too low")]
pub(crate) struct Args {
    /// Only this crate.
    #[arg(long = "crate", value_name = "CRATE")]
    package: Option<String>,
    /// Compare with this tag, branch or commit, not with the last release.
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    /// Write the entry and the version.
    #[arg(long, conflicts_with = "check")]
    write: bool,
    /// Write nothing; fail if a manifest's version is lower than the verdict asks for.
    #[arg(long)]
    check: bool,
    /// The day of the release, as YYYY-MM-DD; today (UTC) unless given.
    #[arg(long, value_parser = date::parse)]
    date: Option<String>,
}

/// A crate, its last release, and what differs since.
struct Pending {
    sdk: SdkCrate,
    release: Release,
    comparison: Comparison,
    /// The version in its manifest.
    current: Version,
    /// The version that it has to have.
    needed: Version,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let crates = sdk_crates()?;
    let is_meant = |sdk: &SdkCrate| args.package.as_ref().is_none_or(|name| *name == sdk.options.package);
    if !crates.iter().any(is_meant) {
        let names: Vec<_> = crates.iter().map(|sdk| sdk.options.package.clone()).collect();
        return Err(Failure::Refused(format!("no SDK crate is called so: there are {}", names.join(", "))));
    }
    let mut too_low = Vec::new();
    for sdk in crates.into_iter().filter(is_meant) {
        let name = sdk.options.package.clone();
        let Some(pending) = pending(sdk, args.since.as_deref())? else { continue };
        if args.check {
            check(&pending, &mut too_low);
        } else if args.write {
            write(&pending, args.date.as_deref())?;
        } else {
            println!("{}", entry::entry(&pending.comparison, pending.version(), &day(args.date.as_deref())));
            println!("{name}: {}\n", pending.says());
        }
    }
    match too_low.is_empty() {
        true => Ok(()),
        false => Err(Failure::Refused(format!("{}; run `cargo xtask changelog --write`", too_low.join("; ")))),
    }
}

impl Pending {
    /// The version of the release to come: what the manifest has, if that is enough.
    fn version(&self) -> Version {
        self.current.max(self.needed)
    }

    fn says(&self) -> String {
        let verdict = self.comparison.verdict();
        let Pending { release, current, needed, .. } = self;
        let since = format!("since {}, Rust API {}, wire {}", release.tag, verdict.api, verdict.wire);
        match current >= needed {
            true => format!("{since}; its version {current} is enough"),
            false => format!("{since}; its version {current} has to become {needed}"),
        }
    }
}

/// The crate, if its model differs from its last release; otherwise it is said why there is nothing to do.
fn pending(sdk: SdkCrate, since: Option<&str>) -> Outcome<Option<Pending>> {
    let name = sdk.options.package.clone();
    let Some(release) = release::meant(&sdk, since)? else {
        println!("{name}: no release is tagged (`{name}-v1.2.3` or `v1.2.3`); compare with --since REV");
        return Ok(None);
    };
    let Some(comparison) = release::since(&sdk, &release.tag)? else {
        println!("{name}: {} had no model of it: this is its first release", release.tag);
        return Ok(None);
    };
    if comparison.differences.is_empty() && comparison.texts == 0 {
        println!("{name}: its model is that of {}", release.tag);
        return Ok(None);
    }
    let current = sdk.version()?;
    let api = comparison.verdict().api;
    let needed = release.version.map_or(current, |version| version.next(api));
    Ok(Some(Pending { sdk, release, comparison, current, needed }))
}

fn check(pending: &Pending, too_low: &mut Vec<String>) {
    let name = &pending.sdk.options.package;
    println!("{name}: {}", pending.says());
    if pending.current < pending.needed {
        let Pending { current, needed, release, .. } = pending;
        let api = pending.comparison.verdict().api;
        too_low
            .push(format!("{name} is {current}, and its model is {api} since {}: it has to be {needed}", release.tag));
    }
}

const CHANGELOG: &str = "CHANGELOG.md";

fn write(pending: &Pending, given: Option<&str>) -> Outcome {
    let folder = Folder::at(&pending.sdk.dir)?;
    let mut batch = Batch::new();
    batch.folder(&folder);
    let version = pending.version();
    let name = &pending.sdk.options.package;
    let found = text_of(&folder, CHANGELOG)?;
    if found.as_deref().is_some_and(|text| entry::has(text, version)) {
        report::note(&format!("{name}/{CHANGELOG} has an entry for {version}, which was left as it is"));
    } else {
        let entry = entry::entry(&pending.comparison, version, &day(given));
        let text = entry::inserted(found.as_deref(), &entry, name);
        batch.put(CHANGELOG, &text, found.as_deref().map_or(Over::Nothing, Over::Text))?;
    }
    if pending.current < pending.needed {
        let manifest = text_of(&folder, "Cargo.toml")?.unwrap_or_default();
        let text = release::with_version(&manifest, version)?;
        batch.put("Cargo.toml", &text, Over::Text(&manifest))?;
    }
    let changes = report::count(batch.len(), "file");
    batch.write()?;
    println!("{name}: {}; {changes} written", pending.says());
    Ok(())
}

fn text_of(folder: &Folder, path: &str) -> Outcome<Option<String>> {
    Ok(match folder.look(path)? {
        Found::Generated(text) | Found::Written(text) => Some(text),
        Found::Absent => None,
        Found::Link | Found::NoFile => {
            return Err(Failure::Refused(format!(
                "{} is no file of this folder's: remove it",
                folder.path().join(path).display()
            )));
        }
    })
}

fn day(given: Option<&str>) -> String {
    given.map_or_else(date::today, str::to_owned)
}
