//! What Smithy's traits say about the look of members in XML and in forms.

use codegen::ast::Traits;

/// How a member looks in XML and in forms.
#[derive(Debug, Default)]
pub(crate) struct Look {
    /// Whether it is an attribute of the element around it.
    pub(crate) attribute: bool,
    /// Whether items stand where the list or map would.
    pub(crate) flat: bool,
    /// What its element declares.
    pub(crate) namespace: Option<Namespace>,
    /// Its name in ec2Query's forms.
    pub(crate) key: String,
}

/// A namespace that an element declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Namespace {
    /// Empty for the default namespace.
    pub(crate) prefix: String,
    pub(crate) uri: String,
}

impl Look {
    /// Of a member that has this name in XML, from its traits and its target's.
    pub(super) fn of(member: &Traits, target: Option<&Traits>, wire: &str) -> Self {
        let own = member.text("aws.protocols#ec2QueryName").ok().flatten();
        let mut letters = wire.chars();
        let capital = letters.next().map(|first| first.to_ascii_uppercase());
        Self {
            attribute: member.has("xmlAttribute"),
            flat: member.has("xmlFlattened"),
            namespace: namespace(member).or_else(|| namespace(target?)),
            key: own.unwrap_or_else(|| capital.into_iter().chain(letters).collect()),
        }
    }
}

/// `xmlNamespace`.
pub(super) fn namespace(traits: &Traits) -> Option<Namespace> {
    let found = &traits.get("xmlNamespace")?.value;
    let prefix = found.get("prefix").and_then(|prefix| prefix.as_str()).unwrap_or_default();
    Some(Namespace { prefix: prefix.to_owned(), uri: found.get("uri")?.as_str()?.to_owned() })
}
