//! What a difference means: to programs, to messages, and to a release.

use std::fmt;

/// What a difference means to programs that were written for the crate of the older model, as SemVer has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Api {
    /// No signature differs.
    #[default]
    Patch,
    /// There is more, or something is deprecated.
    Minor,
    /// Some program that compiled no longer does.
    Major,
}

/// What a difference means to the messages that clients and the service exchange.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wire {
    /// Existing calls exchange the same messages, and no others are possible.
    #[default]
    Unchanged,
    /// Existing calls exchange the same messages, and new ones are possible.
    Extended,
    /// Some existing call sends another request, is refused, or is answered in another form.
    Changed,
}

/// How grave Smithy's own comparison finds a change of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Worth a look.
    Warning,
    /// Likely to break someone.
    Danger,
    /// Breaks someone.
    Error,
}

/// Both verdicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Verdict {
    /// To programs.
    pub api: Api,
    /// To messages.
    pub wire: Wire,
}

impl Verdict {
    /// On each axis the greater of the two.
    pub fn max(self, other: Verdict) -> Verdict {
        Verdict { api: self.api.max(other.api), wire: self.wire.max(other.wire) }
    }

    /// Whether someone's program stops compiling or working.
    pub fn is_breaking(self) -> bool {
        self.api == Api::Major || self.wire == Wire::Changed
    }
}

impl fmt::Display for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Api::Patch => "patch",
            Api::Minor => "minor",
            Api::Major => "major",
        })
    }
}

impl fmt::Display for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Wire::Unchanged => "unchanged",
            Wire::Extended => "extended",
            Wire::Changed => "changed",
        })
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Severity::Note => "NOTE",
            Severity::Warning => "WARNING",
            Severity::Danger => "DANGER",
            Severity::Error => "ERROR",
        })
    }
}
