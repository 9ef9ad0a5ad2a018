//! The table `[package.metadata.codegen]`: the model that a crate of the workspace is generated from, and what it has of
//! it. Written when a crate is added, read whenever it is regenerated.

use super::toml::{list, text};
use crate::model::Reading;
use codegen::Options;
use serde_json::{Map, Value};
use std::path::PathBuf;

/// The table's entries for a crate that is made with these options from a model, named from the crate's folder.
pub(super) fn write(model: &str, options: &Options) -> String {
    let mut entries = format!("model = {}\n", text(model));
    if let Some(service) = &options.service {
        entries.push_str(&format!("service = {}\n", text(service)));
    }
    if let Some(protocol) = &options.protocol {
        entries.push_str(&format!("protocol = {}\n", text(protocol)));
    }
    if let Some(operations) = list(options.operations.iter().map(String::as_str)) {
        entries.push_str(&format!("operations = {operations}\n"));
    }
    if options.skip_unsupported {
        entries.push_str("skip-unsupported = true\n");
    }
    entries
}

/// What the table of a crate says.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The path of the model, from the crate's folder.
    pub model: String,
    /// How it is read: paths are from the crate's folder.
    pub reading: Reading,
    /// What the crate has of it.
    pub options: Options,
    /// Whether the crate promises that all of that has documentation in the model.
    pub documented: bool,
}

/// What a crate's table says; what is wrong with it, to go on from the table's name.
pub(crate) fn read(table: &Value, package: &str) -> Result<Settings, String> {
    let none = Map::new();
    let table = table.as_object().unwrap_or(&none);
    let (mut model, mut reading) = (None, Reading::default());
    let mut options = Options { guides: crate::workspace::guides(), ..Options::of(package) };
    let mut documented = false;
    for (key, value) in table {
        let unfit = |wanted: &str| format!("has a `{key}` that is not {wanted}");
        match key.as_str() {
            "model" => model = Some(value.as_str().ok_or_else(|| unfit("a path"))?.to_owned()),
            "service" => options.service = Some(value.as_str().ok_or_else(|| unfit("a string"))?.to_owned()),
            "protocol" => options.protocol = Some(value.as_str().ok_or_else(|| unfit("a string"))?.to_owned()),
            "skip-unsupported" => {
                options.skip_unsupported = value.as_bool().ok_or_else(|| unfit("`true` or `false`"))?
            }
            "projection" => reading.projection = Some(value.as_str().ok_or_else(|| unfit("a string"))?.to_owned()),
            "documented" => documented = value.as_bool().ok_or_else(|| unfit("`true` or `false`"))?,
            "operations" => {
                let names = value.as_array().map(|names| names.iter().map(|name| name.as_str().map(str::to_owned)));
                let names: Option<Vec<String>> = names.and_then(Iterator::collect);
                options.operations = names.ok_or_else(|| unfit("a list of strings"))?;
            }
            "dependencies" => {
                let paths = value.as_array().map(|paths| paths.iter().map(|path| path.as_str().map(PathBuf::from)));
                let paths: Option<Vec<PathBuf>> = paths.and_then(Iterator::collect);
                reading.dependency = paths.ok_or_else(|| unfit("a list of paths"))?;
            }
            _ => {
                let known = "`model`, `projection`, `dependencies`, `service`, `protocol`, `operations`, \
                             `skip-unsupported` and `documented`";
                return Err(format!("has the key `{key}`: use only {known}"));
            }
        }
    }
    let model = model.ok_or("has no `model`: add the path of the crate's model, from its folder")?;
    Ok(Settings { model, reading, options, documented })
}
