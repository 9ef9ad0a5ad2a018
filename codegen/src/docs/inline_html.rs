//! Inline tags: what each does to the paragraph, or to the preformatted block, that it stands in.

use super::element::Element;
use super::entity::decode;
use super::inline::Inline;
use super::tokens::{Kind, Tag};
use std::collections::HashSet;

/// Adds to the text of a preformatted block.
pub(super) fn add_preformatted(text: &mut String, kind: &Kind<'_>) {
    match kind {
        Kind::Text(raw) => text.push_str(&decode(raw)),
        Kind::Code(code) => text.push_str(code),
        Kind::Url(url) => text.push_str(url),
        Kind::Open(Tag { element: Element::Break, .. }) => text.push('\n'),
        Kind::Open(tag) | Kind::Close(tag) if tag.element == Element::Unknown => text.push_str(tag.source),
        Kind::Open(_) | Kind::Close(_) | Kind::Comment => {}
    }
}

/// Applies an inline start tag.
pub(super) fn open_inline(inline: &mut Inline, tag: &Tag<'_>, closed: &HashSet<String>) {
    match tag.element {
        Element::Break => inline.line_break(),
        _ if tag.is_empty && tag.element != Element::Unknown => {}
        Element::Strong => inline.begin_mark("**"),
        Element::Emphasis => inline.begin_mark("*"),
        Element::Code => inline.begin_code(),
        Element::Link => inline.begin_link(tag.href()),
        Element::Unknown if inline.in_code() || tag.is_placeholder(closed) => inline.plain(tag.source),
        _ => {}
    }
}

/// Applies an inline end tag.
pub(super) fn close_inline(inline: &mut Inline, tag: &Tag<'_>) {
    match tag.element {
        Element::Strong => inline.end_mark("**"),
        Element::Emphasis => inline.end_mark("*"),
        Element::Code => inline.end_code(),
        Element::Link => inline.end_link(),
        Element::Unknown if inline.in_code() => inline.plain(tag.source),
        _ => {}
    }
}
