//! State as JSON: what a service begins with, and what `/_mock.json` shows.
//!
//! An object of tables by path, each an object of records by ID:
//! `{"networks": {"40718265": {"networkId": "40718265", …}}, "networks/40718265/users": {…}}`.

use super::StartError;
use crate::state::Tables;
use serde_json::Value;

/// The tables of a state.
pub(super) fn read(text: &str) -> Result<Tables, StartError> {
    let expected = "it has to be an object of tables, each an object of records by ID";
    let value: Value = serde_json::from_str(text).map_err(|error| StartError::Seed(format!("not JSON: {error}")))?;
    // What `/_mock.json` answers is taken as it is.
    let state = value.get("state").unwrap_or(&value);
    let tables = state.as_object().ok_or_else(|| StartError::Seed(expected.to_owned()))?;
    let mut read = Tables::new();
    for (path, records) in tables {
        let no_table = || StartError::Seed(format!("`{path}` is no table: {expected}"));
        let table = read.entry(path.trim_matches('/').to_owned()).or_default();
        for (id, record) in records.as_object().ok_or_else(no_table)? {
            let no_record = || StartError::Seed(format!("`{id}` in `{path}` is no record: {expected}"));
            table.insert(id.clone(), record.as_object().ok_or_else(no_record)?.clone());
        }
    }
    Ok(read)
}
