//! Characters that aren't meant to be seen, or that break lines where nobody expects it: in a model they may hide what it says.

/// Whether it is a line break of Unicode beside that of Rust's own source, which some readers see as such.
pub(crate) fn is_line_end(character: char) -> bool {
    matches!(character, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether it is a control character, a mark of the direction of writing or another without a shape.
pub(crate) fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        // Bidirectional marks, of which rustc refuses some in comments and literals; and what has no width.
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => true,
        other => other.is_control(),
    }
}
