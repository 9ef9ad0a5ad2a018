//! What answers mean by their status.

/// What answers mean by their status, where that tells errors apart
/// ([alloy's simpleRestJson](https://github.com/disneystreaming/alloy/blob/main/docs/protocols/SimpleRestJson.md), "Operation
/// Error Encoding").
#[derive(Clone, Copy, Debug)]
pub struct ByStatus {
    /// Of statuses that mean one of the operation's errors and no other, the error's code.
    pub errors: &'static [(u16, &'static str)],
    /// Whether an answer that redirects is an output, too.
    pub redirects: bool,
}

impl ByStatus {
    /// The code of the error that answers of this status are, if it is one and no other.
    pub(crate) fn code(&self, status: u16) -> Option<&'static str> {
        self.errors.iter().find(|(known, _)| *known == status).map(|(_, code)| *code)
    }

    /// Whether answers of this status are outputs.
    pub(crate) fn is_output(&self, status: u16) -> bool {
        matches!(status, 200..300) || self.redirects && matches!(status, 300..400)
    }
}
