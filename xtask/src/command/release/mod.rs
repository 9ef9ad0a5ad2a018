//! `cargo xtask release --dry-run`: what users would get, packaged and built as they would build it.
//!
//! In: the crates that the workspace publishes. Out: a package of each, a program that was built with these packages alone
//! and has made its calls, and a table. Nothing is uploaded, and no token is read.
//!
//! | file | what it is for |
//! |---|---|
//! | `published` | which crates are published, in the order in which they build on each other |
//! | `check` | what has to be right before a package is made |
//! | `package` | the packages: made by cargo, unpacked, looked at |
//! | `program` | the program, in a folder outside of the workspace |

mod check;
mod package;
mod program;
mod published;

use crate::outcome::{Failure, Outcome};
use crate::{git, report};
use package::Packed;
use published::Workspace;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Package the published crates, and build a program with these packages alone.
///
/// Checks that each crate has its licence, README and changelog with an entry for its version, and that crates ask for each
/// other's version of now. Packages them with cargo, unpacks them, and builds the program of tests/packages with them,
/// outside of this workspace; it makes calls that rules answer. Nothing is uploaded. Needs `tar`. docs/releasing.md has the
/// whole way of a release.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  cargo xtask release --dry-run
  cargo xtask release --dry-run --out ../packages --allow-dirty")]
pub(crate) struct Args {
    /// Publish nothing. Without it the command says what publishes, and ends.
    #[arg(long)]
    dry_run: bool,
    /// Keep packages and program in this folder, new or empty and outside of the workspace; else they go in the end.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Package what isn't committed, too.
    #[arg(long)]
    allow_dirty: bool,
}

/// Packages and builds. The first thing that is wrong with a package, and all that is wrong before, ends it.
pub(crate) fn run(args: &Args) -> Outcome {
    let workspace = Workspace::here()?;
    if !args.dry_run {
        return Err(refusal(&workspace));
    }
    let days = check::all(&workspace)?;
    check_committed(&workspace.root, args.allow_dirty)?;
    let names: Vec<_> = workspace.published.iter().map(|package| package.name.as_str()).collect();
    report::step("checked", &names.join(", "));
    let place = Place::new(args.out.as_deref(), &workspace.root)?;
    let done = package::all(&workspace, place.path(), args.allow_dirty).and_then(|packed| {
        report::step("packaged", &format!("{}, into {}", report::count(packed.len(), "crate"), place.path().display()));
        program::run(&workspace, place.path())?;
        Ok(packed)
    });
    place.leave();
    report::text(&table(&workspace, &done?, &days));
    if workspace.published.iter().any(|package| package.repository.is_none()) {
        report::note("crates without a `repository` are published without it: set it in each Cargo.toml first");
    }
    if days.iter().any(Option::is_none) {
        report::note("an entry of a changelog has no day yet: write it in place of `Unreleased`");
    }
    report::note("nothing was published: docs/releasing.md has the next step");
    Ok(())
}

/// What is said to one who expects the command to publish.
fn refusal(workspace: &Workspace) -> Failure {
    let packages: Vec<_> = workspace.published.iter().map(|package| format!("-p {}", package.name)).collect();
    Failure::Refused(format!(
        "this command publishes nothing: run `cargo xtask release --dry-run`, then `cargo publish {}`",
        packages.join(" ")
    ))
}

fn check_committed(root: &Path, allow_dirty: bool) -> Outcome {
    match (git::changes(root), allow_dirty) {
        (None, _) => report::note("this folder has no history: the packages don't say which commit they are of"),
        (Some(0), _) => {}
        (Some(count), true) => {
            report::note(&format!("packaged with what isn't committed: {}", report::count(count, "file")))
        }
        (Some(count), false) => {
            let problem = format!("{} not as committed, see `git status`", report::count(count, "file"));
            return Err(Failure::Refused(format!("{problem}: commit them, or add --allow-dirty")));
        }
    }
    Ok(())
}

/// The folder of packages and program: one that was named and stays, or one that goes.
enum Place {
    Kept(PathBuf),
    Passing(PathBuf),
}

impl Place {
    fn new(named: Option<&Path>, workspace: &Path) -> Outcome<Self> {
        let Some(named) = named else {
            let path = std::env::temp_dir().join(format!("xtask-release-{}", std::process::id()));
            // One that is there already is somebody else's.
            fs::create_dir(&path).map_err(Failure::io("make", &path))?;
            return Ok(Place::Passing(path));
        };
        let path = std::path::absolute(named).map_err(Failure::io("find", named))?;
        if path.starts_with(workspace) {
            let problem = format!("{} lies in the workspace, which the packages have to do without", path.display());
            return Err(Failure::Refused(format!("{problem}: name a folder elsewhere")));
        }
        fs::create_dir_all(&path).map_err(Failure::io("make", &path))?;
        let mut entries = fs::read_dir(&path).map_err(Failure::io("list", &path))?;
        match entries.next() {
            None => Ok(Place::Kept(path)),
            Some(_) => Err(Failure::Refused(format!("{} isn't empty: name another folder", path.display()))),
        }
    }

    fn path(&self) -> &Path {
        let (Place::Kept(path) | Place::Passing(path)) = self;
        path
    }

    /// Removes what isn't to stay.
    fn leave(self) {
        if let Place::Passing(path) = self
            && let Err(error) = fs::remove_dir_all(&path)
            && error.kind() != ErrorKind::NotFound
        {
            report::note(&format!("can't remove {}: {error}", path.display()));
        }
    }
}

/// A line for each package, in columns.
fn table(workspace: &Workspace, packed: &[Packed], days: &[Option<String>]) -> String {
    let mut rows = vec![["package", "version", "files", "size", "changelog"].map(str::to_owned)];
    for ((package, packed), day) in workspace.published.iter().zip(packed).zip(days) {
        let day = day.clone().unwrap_or_else(|| "no day yet".to_owned());
        let size = format!("{} KiB", packed.bytes.div_ceil(1024));
        rows.push([package.name.to_string(), package.version.to_string(), packed.files.to_string(), size, day]);
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let [name, version, files, size] = [0, 1, 2, 3].map(width);
    let line = |[a, b, c, d, e]: &[String; 5]| format!("{a:name$}  {b:version$}  {c:>files$}  {d:>size$}  {e}\n");
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use published::tests::{package, workspace};

    #[test]
    fn a_table_has_a_line_for_each_package() {
        let workspace = workspace(&[package("base", "0.1.0", &[]), package("an-sdk", "0.12.0", &[])]);
        let packed = [Packed { files: 7, bytes: 1025 }, Packed { files: 120, bytes: 10_240 }];
        let expected = "package  version  files    size  changelog\n\
                        an-sdk   0.12.0       7   2 KiB  2026-11-28\n\
                        base     0.1.0      120  10 KiB  no day yet\n";
        assert_eq!(table(&workspace, &packed, &[Some("2026-11-28".to_owned()), None]), expected);
    }

    #[test]
    fn a_folder_with_something_in_it_is_refused_and_stays() {
        let folder = std::env::temp_dir().join(format!("xtask-release-test-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner")).expect("it can be made");
        let refused = |path: &Path, workspace: &str, expected: &str| match Place::new(Some(path), Path::new(workspace))
        {
            Err(Failure::Refused(why)) => assert!(why.contains(expected), "{why}"),
            _ => panic!("{} is taken", path.display()),
        };
        refused(&folder, "/w", "isn't empty");
        refused(Path::new("/w/new"), "/w", "lies in the workspace");
        let kept = Place::new(Some(&folder.join("inner")), Path::new("/w")).expect("it is empty");
        kept.leave();
        assert!(folder.join("inner").is_dir(), "a folder that was named is kept");
        fs::remove_dir_all(folder).expect("it is there");
        let passing = Place::new(None, Path::new("/w")).expect("it is new");
        let path = passing.path().to_owned();
        assert!(path.is_dir());
        passing.leave();
        assert!(!path.exists(), "one that wasn't named goes");
    }
}
