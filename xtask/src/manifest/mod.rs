//! Manifests: each `Cargo.toml` that is written here, and what is read from those that people write.
//!
//! | file | what it is for |
//! |---|---|
//! | `written` | the manifest of a generated crate; written once, whoever owns the crate edits it from then on |
//! | `settings` | the table in it that says what the crate is generated from |
//! | `existing` | a manifest that is there already: its name, and what it lacks |
//! | `membership` | the workspace around a crate: its members, and whether cargo takes one more |
//! | `scratch` | the workspace that runs a model's compliance tests |
//! | `path`, `toml` | the path to the runtime; strings as TOML writes them |

mod existing;
mod membership;
mod path;
mod scratch;
mod settings;
mod toml;
mod written;

pub(crate) use existing::{Existing, existing};
pub(crate) use membership::{obstacle, with_member};
pub(crate) use scratch::{SCRATCH, runner, scratch_member};
pub(crate) use settings::{Settings, read as settings};
pub(crate) use toml::text as quoted;
pub(crate) use written::{member, standalone};
