//! What an operation's bodies are.

/// What an operation's bodies are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Bodies {
    /// JSON, both ways.
    Json,
    /// The same, where the answer's status says what it is.
    JsonByStatus {
        /// Of statuses that mean one error and no other, its code; by status.
        errors: Vec<(u16, String)>,
        /// Whether an answer that redirects is an output, too.
        redirects: bool,
    },
    /// An object in this format, both ways, behind a path of its own; whether requests have one.
    Rpc(Format, bool),
    /// A form that asks for this action, answered by XML.
    Form(Dialect, String),
    /// XML, both ways.
    Xml {
        /// The element of the request's body, if it has one.
        root: Option<Root>,
        /// Whether the element of an answer's body is the output's one member.
        unwrapped: bool,
        /// Whether errors have nothing around them, and may stand in a success's body.
        bare_errors: bool,
    },
}

/// The format of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// CBOR.
    Cbor,
    /// JSON.
    Json,
}

/// How lists are named in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// As in awsQuery.
    Query,
    /// As in ec2Query.
    Ec2,
}

/// The element that a body is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Root {
    /// Its name.
    pub name: String,
    /// The namespace that it declares: prefix, which may be empty, and URI.
    pub namespace: Option<(String, String)>,
}
