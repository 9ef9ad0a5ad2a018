//! Releases of the workspace's SDK crates: what the last one was, and which comes next.
//!
//! A release is a tag: `wickr-sdk-v0.2.0` of one crate, or `v0.2.0` of all.

use crate::git;
use crate::model::{Model, Reading};
use crate::outcome::{Failure, Outcome};
use crate::workspace::SdkCrate;
use codegen::diff::{Api, Comparison, Scope};
use std::fmt;
use std::path::PathBuf;

/// A version, without what may follow its three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(pub u64, pub u64, pub u64);

impl Version {
    /// A version from its text.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let mut numbers = text.split('.').map(|number| number.parse().ok());
        let version = Version(numbers.next()??, numbers.next()??, numbers.next()??);
        numbers.next().is_none().then_some(version)
    }

    /// The next version that says as much as the verdict: as Cargo has it, below 1.0.0 the second number is the one of
    /// breaking changes.
    pub(crate) fn next(self, api: Api) -> Self {
        let Version(major, minor, patch) = self;
        match (major, api) {
            (0, Api::Major) => Version(0, minor.saturating_add(1), 0),
            (0, _) => Version(0, minor, patch.saturating_add(1)),
            (_, Api::Major) => Version(major.saturating_add(1), 0, 0),
            (_, Api::Minor) => Version(major, minor.saturating_add(1), 0),
            (_, Api::Patch) => Version(major, minor, patch.saturating_add(1)),
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// A release of a crate.
#[derive(Clone, Debug)]
pub(crate) struct Release {
    /// Its tag, or the revision that stands for it.
    pub tag: String,
    /// Its version, where the tag has one.
    pub version: Option<Version>,
}

/// The crate's last release, if it has one.
pub(crate) fn last(sdk: &SdkCrate) -> Option<Release> {
    let package = &sdk.options.package;
    let of_prefix = |prefix: String| {
        let tags = git::tags(&sdk.dir, &format!("{prefix}[0-9]*"));
        let version = move |tag: &String| Version::of(tag.strip_prefix(&prefix)?);
        tags.into_iter().filter_map(move |tag| Some((version(&tag)?, tag))).collect::<Vec<_>>()
    };
    let found = of_prefix(format!("{package}-v")).into_iter().chain(of_prefix("v".to_owned()));
    let (version, tag) = found.max_by_key(|(version, _)| *version)?;
    Some(Release { tag, version: Some(version) })
}

/// What differs between the crate's model at a revision and now; none if there was no model.
pub(crate) fn since(sdk: &SdkCrate, revision: &str) -> Outcome<Option<Comparison>> {
    let (path, reading) = as_read(sdk, revision)?;
    let Some(old) = Model::read_at(revision, &path, &reading)? else { return Ok(None) };
    sdk.read_model()?.compared(&old, scope(sdk, revision)?).map(Some)
}

/// Where the crate's model was at a revision, and how it was read. A crate that wasn't there yet has no choice to change.
fn as_read(sdk: &SdkCrate, revision: &str) -> Outcome<(PathBuf, Reading)> {
    let Some(manifest) = git::file_at(revision, &sdk.dir.join("Cargo.toml"))? else {
        return Ok((sdk.model.clone(), sdk.reading.clone()));
    };
    let table = "[package.metadata.codegen]";
    let model = text_in(&manifest, table, "model").map(|model| sdk.dir.join(model));
    // As the path of today is shown, where it leads to the same.
    let model = model.map_or_else(|| sdk.model.clone(), |model| model.canonicalize().unwrap_or(model));
    // A list of texts in one line is written as JSON's.
    let listed = value_in(&manifest, table, "dependencies").and_then(|list| serde_json::from_str(list).ok());
    let listed: Vec<PathBuf> = listed.unwrap_or_default();
    let dependency = listed.into_iter().map(|path| sdk.dir.join(path)).collect();
    Ok((model, Reading { projection: text_in(&manifest, table, "projection").map(str::to_owned), dependency }))
}

/// What the crate has of its model, and which protocol it spoke at a revision.
fn scope(sdk: &SdkCrate, revision: &str) -> Outcome<Scope> {
    let manifest = git::file_at(revision, &sdk.dir.join("Cargo.toml"))?;
    let before = manifest.as_deref().and_then(|text| text_in(text, "[package.metadata.codegen]", "protocol"));
    Ok(Scope {
        service: sdk.options.service.clone(),
        protocol: sdk.options.protocol.clone(),
        // A crate that wasn't there yet has no choice to change.
        protocol_before: if manifest.is_some() { before.map(str::to_owned) } else { sdk.options.protocol.clone() },
        operations: sdk.options.operations.clone(),
        ..Scope::default()
    })
}

/// The release that is meant: the one that is named, or the last.
pub(crate) fn meant(sdk: &SdkCrate, named: Option<&str>) -> Outcome<Option<Release>> {
    if let Some(revision) = named {
        return Ok(Some(Release { tag: revision.to_owned(), version: version_at(sdk, revision)? }));
    }
    Ok(last(sdk))
}

/// The crate's version at a revision, as its manifest or its workspace's has it.
fn version_at(sdk: &SdkCrate, revision: &str) -> Outcome<Option<Version>> {
    let manifest = git::file_at(revision, &sdk.dir.join("Cargo.toml"))?;
    let own = manifest.as_deref().and_then(|text| version_in(text, "[package]"));
    if own.is_some() {
        return Ok(own);
    }
    let workspace = git::file_at(revision, &crate::workspace::here()?.0.join("Cargo.toml"))?;
    Ok(workspace.as_deref().and_then(|text| version_in(text, "[workspace.package]")))
}

/// The `version` in a table of a manifest.
pub(crate) fn version_in(manifest: &str, table: &str) -> Option<Version> {
    Version::of(text_in(manifest, table, "version")?)
}

/// What stands behind a key in a table of a manifest, in its line.
fn value_in<'m>(manifest: &'m str, table: &str, key: &str) -> Option<&'m str> {
    let lines = manifest.lines().map(str::trim).skip_while(|line| *line != table).skip(1);
    let mut of_table = lines.take_while(|line| !line.starts_with('['));
    of_table.find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('=')).map(str::trim)
}

/// The text of a key in a table of a manifest.
fn text_in<'m>(manifest: &'m str, table: &str, key: &str) -> Option<&'m str> {
    let quoted = value_in(manifest, table, key)?;
    let quote = quoted.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    quoted[1..].split_once(quote).map(|(text, _)| text)
}

/// A manifest whose package has another version of its own.
pub(crate) fn with_version(manifest: &str, version: Version) -> Outcome<String> {
    let mut lines: Vec<String> = manifest.split_inclusive('\n').map(str::to_owned).collect();
    let start = lines.iter().position(|line| line.trim() == "[package]");
    let is_version = |line: &String| {
        let key = line.trim_start().split(['=', '.', ' ']).next();
        key == Some("version") && !line.trim_start().starts_with('[')
    };
    let found = start.and_then(|start| {
        let rest = lines.iter().enumerate().skip(start + 1);
        rest.take_while(|(_, line)| !line.trim_start().starts_with('[')).find(|(_, line)| is_version(line))
    });
    let Some(index) = found.map(|(index, _)| index) else {
        return Err(Failure::Refused("the manifest's [package] has no `version` to set: add one".to_owned()));
    };
    if let Some(line) = lines.get_mut(index) {
        *line = format!("version = \"{version}\"\n");
    }
    Ok(lines.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_asks_for_the_next_version_that_says_so() {
        let next = |version: &str, api| Version::of(version).expect("a version").next(api).to_string();
        assert_eq!([Api::Major, Api::Minor, Api::Patch].map(|api| next("1.2.3", api)), ["2.0.0", "1.3.0", "1.2.4"]);
        assert_eq!([Api::Major, Api::Minor, Api::Patch].map(|api| next("0.2.3", api)), ["0.3.0", "0.2.4", "0.2.4"]);
    }

    #[test]
    fn versions_are_three_numbers() {
        assert!(["", "1", "1.2", "1.2.3.4", "1.2.x", "v1.2.3"].iter().all(|text| Version::of(text).is_none()));
        assert!(Version::of("0.10.0") > Version::of("0.9.9"));
    }

    #[test]
    fn a_packages_own_version_is_read_and_set_and_no_other() {
        let manifest = "[package]\nname = \"a\"\nversion.workspace = true\n\n[dependencies]\nversion = \"9.9.9\"\n";
        assert_eq!(version_in(manifest, "[package]"), None);
        let set = with_version(manifest, Version(0, 2, 0)).expect("it has a version");
        assert_eq!(set, manifest.replace("version.workspace = true", "version = \"0.2.0\""));
        assert_eq!(version_in(&set, "[package]"), Some(Version(0, 2, 0)));
        let settings = "[package.metadata.codegen]\nprotocol = 'a#b' # why\n[x]\nprotocol = \"c\"\n";
        assert_eq!(text_in(settings, "[package.metadata.codegen]", "protocol"), Some("a#b"));
        assert_eq!(text_in(settings, "[package.metadata.codegen]", "service"), None);
        assert!(with_version("[package]\nname = \"a\"\n", Version(1, 0, 0)).is_err());
    }
}
