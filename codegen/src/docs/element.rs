//! The HTML elements that documentation uses, HTML's own and AWS's, by what becomes of them.

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Paragraph,
    /// A block that only groups.
    Division,
    List {
        ordered: bool,
    },
    Item,
    Term,
    Definition,
    /// A quotation, or a remark with a label.
    Quote {
        label: &'static str,
    },
    Preformatted,
    Heading(usize),
    Table,
    Row,
    Cell,
    Rule,
    Break,
    Strong,
    Emphasis,
    Code,
    Link,
    /// Inline, and without an equivalent: its content stays.
    Plain,
    Unknown,
}

impl Element {
    /// Finds an element by its name in lower case.
    pub(super) fn find(name: &str) -> Element {
        match name {
            "p" | "para" | "fullname" | "caption" | "summary" | "figcaption" => Element::Paragraph,
            "html" | "body" | "div" | "section" | "article" | "center" | "details" | "figure" | "thead" | "tbody"
            | "tfoot" | "blocks" | "main" | "header" | "footer" | "aside" => Element::Division,
            "ul" | "dl" | "dir" | "menu" | "itemizedlist" | "variablelist" => Element::List { ordered: false },
            "ol" | "orderedlist" => Element::List { ordered: true },
            "li" | "listitem" => Element::Item,
            "dt" => Element::Term,
            "dd" => Element::Definition,
            "blockquote" => Element::Quote { label: "" },
            "note" => Element::Quote { label: "Note" },
            "important" => Element::Quote { label: "Important" },
            "warning" => Element::Quote { label: "Warning" },
            "caution" => Element::Quote { label: "Caution" },
            "tip" => Element::Quote { label: "Tip" },
            "pre" | "programlisting" | "codeblock" => Element::Preformatted,
            "h1" => Element::Heading(1),
            "h2" => Element::Heading(2),
            "h3" => Element::Heading(3),
            "h4" => Element::Heading(4),
            "h5" => Element::Heading(5),
            "h6" => Element::Heading(6),
            "table" => Element::Table,
            "tr" => Element::Row,
            "td" | "th" => Element::Cell,
            "hr" => Element::Rule,
            "br" => Element::Break,
            "b" | "strong" => Element::Strong,
            "i" | "em" | "var" | "emphasis" => Element::Emphasis,
            "code" | "tt" | "kbd" | "samp" | "literal" => Element::Code,
            "a" | "ulink" => Element::Link,
            "span" | "font" | "u" | "s" | "small" | "big" | "sub" | "sup" | "q" | "cite" | "abbr" | "img" | "mark"
            | "replaceable" | "userinput" | "guilabel" | "title" => Element::Plain,
            _ => Element::Unknown,
        }
    }

    /// Whether it begins and ends a block.
    pub(super) fn is_block(self) -> bool {
        match self {
            Element::Break
            | Element::Strong
            | Element::Emphasis
            | Element::Code
            | Element::Link
            | Element::Plain
            | Element::Unknown => false,
            Element::Paragraph
            | Element::Division
            | Element::List { .. }
            | Element::Item
            | Element::Term
            | Element::Definition
            | Element::Quote { .. }
            | Element::Preformatted
            | Element::Heading(_)
            | Element::Table
            | Element::Row
            | Element::Cell
            | Element::Rule => true,
        }
    }

    /// Whether an end tag of the one ends the other: as authors mix them up.
    pub(super) fn is_ended_by(self, tag: Element) -> bool {
        match (self, tag) {
            (Element::List { .. }, Element::List { .. }) | (Element::Heading(_), Element::Heading(_)) => true,
            _ => self == tag,
        }
    }
}
