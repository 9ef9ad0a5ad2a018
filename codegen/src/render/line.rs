//! Tokens on one line, spaced as a person would: for the rows of declarations, which no formatter knows.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Words of declarations that a bracket or an absolute path may follow, with a space between.
const WORDS: &[&str] = &["as", "items", "of"];

/// Writes tokens on one line. Nothing depends on the spaces but the reader.
pub(super) fn line(tokens: &TokenStream) -> String {
    let mut line = Line::default();
    for token in tokens.clone() {
        line.push(&token);
    }
    line.text
}

#[derive(Default)]
struct Line {
    text: String,
    last: Last,
    /// Whether a closure's parameters are open.
    in_parameters: bool,
}

/// What was written last.
#[derive(Clone, Default, PartialEq)]
enum Last {
    #[default]
    Nothing,
    /// A name, and whether a bracket after it keeps its distance.
    Name(bool),
    Literal,
    Group,
    /// A `|` that begins a closure's parameters, `::`, `&` and others that touch what follows.
    Prefix,
    /// Any other sign.
    Sign(char),
    /// A `:` that may become `::`.
    Colon,
}

impl Line {
    fn push(&mut self, token: &TokenTree) {
        let (is_spaced, last) = match token {
            TokenTree::Ident(name) => (self.is_apart(), Last::Name(WORDS.iter().any(|word| name == word))),
            TokenTree::Literal(_) => (self.is_apart(), Last::Literal),
            TokenTree::Group(group) => (self.is_apart_from(group.delimiter()), Last::Group),
            TokenTree::Punct(sign) => self.sign(sign.as_char(), sign.spacing() == Spacing::Joint),
        };
        if is_spaced {
            self.text.push(' ');
        }
        match token {
            TokenTree::Group(group) => self.group(group.delimiter(), &line(&group.stream())),
            token => self.text.push_str(&token.to_string()),
        }
        self.last = last;
    }

    /// Whether a space goes before a name or a literal.
    fn is_apart(&self) -> bool {
        !matches!(self.last, Last::Nothing | Last::Prefix | Last::Colon | Last::Sign('.' | '<' | '!' | '#' | '-'))
    }

    fn is_apart_from(&self, bracket: Delimiter) -> bool {
        match (&self.last, bracket) {
            (Last::Name(is_word), Delimiter::Parenthesis | Delimiter::Bracket) => *is_word,
            (Last::Sign('>'), Delimiter::Parenthesis) => false,
            _ => self.is_apart(),
        }
    }

    /// Whether a space goes before a sign, and what was written last then.
    fn sign(&mut self, sign: char, is_joint: bool) -> (bool, Last) {
        let begins = matches!(self.last, Last::Nothing | Last::Prefix);
        match sign {
            ':' if self.last == Last::Colon => (false, Last::Prefix),
            ':' if is_joint => (!matches!(self.last, Last::Name(false)) && self.is_apart(), Last::Colon),
            '|' if self.in_parameters => {
                self.in_parameters = false;
                (false, Last::Sign(sign))
            }
            '|' if matches!(self.last, Last::Sign('=' | ',')) || begins => {
                self.in_parameters = true;
                (!begins, Last::Prefix)
            }
            '&' | '*' => (self.is_apart(), Last::Prefix),
            '-' | '#' => (self.is_apart(), Last::Sign(sign)),
            '=' | '+' | '|' => (!begins, Last::Sign(sign)),
            _ => (false, Last::Sign(sign)),
        }
    }

    fn group(&mut self, delimiter: Delimiter, inner: &str) {
        let (open, close) = match delimiter {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace if inner.is_empty() => ("{", "}"),
            Delimiter::Brace => ("{ ", " }"),
            Delimiter::None => ("", ""),
        };
        self.text.push_str(open);
        self.text.push_str(inner);
        self.text.push_str(close);
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn rows_are_spaced_as_by_hand() {
        for text in [
            r#"network_id, set_network_id, get_network_id:"#,
            r#"optional text + required = label "networkId" as Pattern("^[0-9]{8}$", Length(8, u64::MAX, Plain))"#,
            r#"always map(String, Vec<Option<crate::types::Some>>) or(HashMap::new()) = member "a as b" in "x""#,
            r#"always copy(f64) or(-1.5_f64) = member "f" as Range(-1, 5, ::sdk_runtime::codec::Plain)"#,
            r#"token next_token: String = |output| Some(&output.page.as_ref()?.token)"#,
            r#"items (String, Bot) = |output| output.bots"#,
            r#"Text(String) + sensitive, is_text, as_text = "text" as ::sdk_runtime::codec::List(Plain)"#,
            r#"BadRequest = "BadRequest" | "Old" (400), is_bad_request"#,
            r#"pub enum Error of (crate::types::error)"#,
            r#"#[deprecated(note = "use `B`")]"#,
            r#"DescribeWaiting<Ready> as ReadyFluentBuilder, ReadyFinalPoll"#,
            r#"success if output("a is \"b\"", |_output| true)"#,
        ] {
            let tokens = text.parse().expect("it is Rust's tokens");
            assert_eq!(line(&tokens), text);
        }
    }
}
