//! Setters that the official crates have and that change nothing here: a program that uses them still builds.

use super::*;

impl Builder {
    /// Accepted without effect: this crate has one behaviour.
    pub fn behavior_version(mut self, version: BehaviorVersion) -> Self {
        self.set_behavior_version(Some(version));
        self
    }

    /// Accepted without effect, as [`behavior_version`](Self::behavior_version) is.
    pub fn set_behavior_version(&mut self, version: Option<BehaviorVersion>) -> &mut Self {
        self.settings.behavior_version = version;
        self
    }

    /// Accepted without effect, as [`behavior_version`](Self::behavior_version) is.
    pub fn behavior_version_latest(self) -> Self {
        self.behavior_version(BehaviorVersion::latest())
    }

    /// Accepted without effect: traces never hold members of inputs.
    pub fn emit_input_attributes(self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        drop(names);
        self
    }

    /// Accepted without effect: traces never hold members of inputs.
    pub fn capture_input_attributes(self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        drop(names);
        self
    }
}
