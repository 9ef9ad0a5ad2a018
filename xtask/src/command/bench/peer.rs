//! Who is measured side by side: the columns.

use Peer::{Bare, ByHand, Default, Leanest, Ours};

/// A way to call the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Peer {
    /// This workspace's SDK.
    Ours,
    /// The official SDK with the least that can call over HTTPS.
    Leanest,
    /// The official SDK as it comes.
    Default,
    /// No SDK: the calls that the program needs.
    ByHand,
    /// Prepared bytes over a socket.
    Bare,
}

impl Peer {
    pub(super) const ALL: [Peer; 5] = [Ours, Leanest, Default, ByHand, Bare];

    /// Its heading.
    pub(super) fn title(self) -> &'static str {
        match self {
            Ours => "wickr-sdk",
            Leanest => "official, leanest",
            Default => "official, default",
            ByHand => "by hand",
            Bare => "bare socket",
        }
    }

    /// What it is, for the page.
    pub(super) fn explained(self) -> &'static str {
        match self {
            Ours => "this workspace's SDK with its default features: rustls with ring",
            Leanest => {
                "aws-sdk-wickr without its default features but `rt-tokio`, with the HTTP client of \
                 aws-smithy-http-client and rustls with ring"
            }
            Default => "aws-sdk-wickr with its default features",
            ByHand => "reqwest with rustls and ring, aws-sigv4, serde; no retries",
            Bare => "the same bytes, prepared, and answers of which only the length is read",
        }
    }

    /// The end of its packages' names in `tests/bench`.
    pub(super) fn package(self) -> &'static str {
        match self {
            Ours => "ours",
            Leanest => "aws-leanest",
            Default => "aws-default",
            ByHand => "by-hand",
            Bare => "bare",
        }
    }

    /// The SDK's crate.
    pub(super) fn sdk(self) -> Option<&'static str> {
        match self {
            Ours => Some("wickr-sdk"),
            Leanest | Default => Some("aws-sdk-wickr"),
            ByHand | Bare => None,
        }
    }
}
