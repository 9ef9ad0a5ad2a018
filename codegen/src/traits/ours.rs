//! Traits of our own, which fixups give to shapes for what no trait of Smithy's or AWS's says.

/// A trait of our own, which fixups give to members that stand for the caller's own account when they are absent.
pub(crate) const OWN_ACCOUNT: &str = "sdk.codegen#ownAccount";

/// A trait of our own, which fixups give to operations that send [Amazon S3 Glacier's
/// checksums](crate::ir::Checksum::TreeHash).
pub(crate) const TREE_HASH: &str = "sdk.codegen#treeHash";

/// A trait of our own, which fixups give to the member of an input that names the endpoint where the request goes.
pub(crate) const ENDPOINT_MEMBER: &str = "sdk.codegen#endpointMember";

/// A trait of our own, which fixups give to members that say where a request goes, and stand nowhere in it.
pub(crate) const IN_ENDPOINT: &str = "sdk.codegen#inEndpoint";

/// A trait of our own, which fixups give to members of answers that may hold what anyone wrote.
pub(crate) const LENIENT: &str = "sdk.codegen#lenient";

/// A trait of our own, which fixups give to operations whose calls can be signed for others to send: `GET` if what the body says
/// goes into the query then.
pub(crate) const PRESIGNED: &str = "sdk.codegen#presigned";

/// A trait of our own, which fixups give to members that are sent in the path as they are, whatever they do to it.
pub(crate) const VERBATIM: &str = "sdk.codegen#verbatim";

/// A trait of our own, which fixups give to services that want headers of every request which their models don't tell of:
/// an object, from names to values.
pub(crate) const HEADERS: &str = "sdk.codegen#headers";

/// A trait of our own, which fixups give to members of inputs that are IDs, and of which only the ID is sent where answers
/// have `/kind/ID`.
pub(crate) const ID_BEHIND_KIND: &str = "sdk.codegen#idBehindKind";

/// A trait of our own, which fixups give to operations whose pages have a token even where none follows: the name of the
/// output's member that says whether one does.
pub(crate) const MORE_IF: &str = "sdk.codegen#moreIf";

/// A trait of our own, which fixups give to services whose calls are repeated otherwise than others': attempts in all, and what
/// the first wait is below, in milliseconds.
pub(crate) const RETRIES: &str = "sdk.codegen#retries";
