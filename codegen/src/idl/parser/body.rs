//! What stands between a shape's braces: members.

use super::super::lexer::{Kind, Token, Wrong};
use super::super::tree::{Applied, Member, Name, Node, Target, Value};
use super::{Parsed, Parser, Stop};
use crate::diagnostic::line_and_column;
use std::collections::BTreeSet;

/// How deeply lists and maps without names may be nested (Smithy 2.1).
const DEEPEST_COLLECTION: usize = 3;

impl Parser<'_> {
    /// `{ member … }`; where it is part of an operation, the operation's next property may show that it has no end.
    pub(super) fn members(&mut self, kind: &str, is_inline: bool, members: &mut Vec<Member>) -> Parsed<()> {
        let open = self.token();
        self.sign('{')?;
        let mut names = BTreeSet::new();
        loop {
            let documentation = self.documentation();
            if self.kind() == Kind::Sign('}') {
                self.next();
                return Ok(());
            }
            let start = self.token().start;
            let traits = self.traits(documentation);
            if traits.is_ok() && (self.begins_statement(self.at) || is_inline && self.begins_inline()) {
                return Err(self.unclosed(open));
            }
            match traits.and_then(|traits| self.member(kind, start, traits)) {
                Ok(member) if names.insert(member.name.text.clone()) => members.push(member),
                Ok(member) => {
                    let problem = format!("the member `{}` is there twice", member.name.text);
                    self.wrong(member.name.span, problem, "remove one of the two, or rename it");
                }
                Err(stop) => self.next_member(stop)?,
            }
        }
    }

    /// `output :=`, which no member is.
    fn begins_inline(&self) -> bool {
        let mut behind = self.tokens.iter().skip(self.at + 1).skip_while(|token| token.kind == Kind::Space);
        self.kind() == Kind::Identifier && behind.next().is_some_and(|token| token.kind == Kind::Walrus)
    }

    /// Reports that a body doesn't end where it has to.
    pub(super) fn unclosed(&mut self, open: Token) -> Stop {
        let (line, _) = line_and_column(self.source, self.token().start);
        let span = self.span(open.start, open.end);
        self.wrong(span, "the body that begins here has no end", format!("write `}}` before line {line}"))
    }

    fn member(&mut self, kind: &str, start: usize, mut traits: Vec<Applied>) -> Parsed<Member> {
        let is_enum = matches!(kind, "enum" | "intEnum");
        let index = if matches!(kind, "structure" | "union") { self.index()? } else { None };
        traits.extend(index);
        let sign = self.token();
        let is_elided = sign.kind == Kind::Sign('$') && !is_enum;
        if is_elided {
            self.needs_2(self.span(sign.start, sign.end), "leaves out what a member targets");
            self.next();
        }
        let name = self.identifier("a member's name or `}`")?;
        let target = match (is_enum, is_elided) {
            (true, _) => Target::Unit,
            (_, true) => Target::Elided,
            _ => self.target()?,
        };
        let span = self.since(start);
        let value = if kind == "union" || kind == "list" || kind == "map" || kind == "set" {
            self.ends_word("the member's target")?;
            None
        } else {
            self.value()?
        };
        Ok(Member { name, span, traits, target, value })
    }

    /// `1.` before a member's name, which is its trait `@smithy.protocols#idx(1)` (Smithy 2.1).
    fn index(&mut self) -> Parsed<Option<Applied>> {
        let token = self.token();
        // A number with a point and nothing behind it is none anywhere else.
        let digits = self.text(token).strip_suffix('.').filter(|_| token.kind == Kind::Wrong(Wrong::NoDigit));
        let Some(digits) = digits else { return Ok(None) };
        let span = self.span(token.start, token.end);
        let Ok(number) = digits.parse::<i32>() else {
            return Err(self.wrong(span, format!("`{digits}` is no index of a member"), "write a number from 1 on"));
        };
        self.needs_2_1(span, "has a member with an index");
        self.next();
        self.spaces();
        let value = Node { value: Value::Number(number.into()), span };
        let name = Name { text: "smithy.protocols#idx".to_owned(), span };
        Ok(Some(Applied { name, value: Some(value), span }))
    }

    /// `: Target`.
    fn target(&mut self) -> Parsed<Target> {
        self.spaces();
        self.sign(':')?;
        self.spaces();
        self.shape_or_collection(0).inspect_err(|_| {
            // Its brackets are no member's or shape's end.
            while !matches!(self.kind(), Kind::Newline | Kind::Comment | Kind::Documentation | Kind::End) {
                self.next();
            }
        })
    }

    /// The name of a shape, `[Target]` or `{Key: Value}` (Smithy 2.1).
    fn shape_or_collection(&mut self, depth: usize) -> Parsed<Target> {
        let token = self.token();
        let Kind::Sign(open @ ('[' | '{')) = token.kind else {
            return self.shape_id("the name of the shape that the member targets").map(Target::Shape);
        };
        let span = self.span(token.start, token.end);
        if depth == 0 {
            self.needs_2_1(span, "has a list or map as a member's target");
        }
        if depth == DEEPEST_COLLECTION {
            let problem = format!("lists and maps are nested more than {DEEPEST_COLLECTION} levels deep");
            return Err(self.wrong(span, problem, "give one of them a name: `list Name { member: Target }`"));
        }
        self.next();
        self.whitespace();
        let first = self.shape_or_collection(depth + 1)?;
        self.whitespace();
        let target = if open == '[' {
            self.sign(']')?;
            Target::List(Box::new(first), self.since(token.start))
        } else {
            self.sign(':')?;
            self.whitespace();
            let value = self.shape_or_collection(depth + 1)?;
            self.whitespace();
            self.sign('}')?;
            Target::Map(Box::new([first, value]), self.since(token.start))
        };
        Ok(target)
    }

    /// ` = value`, and the end of the line.
    fn value(&mut self) -> Parsed<Option<Node>> {
        let back = self.at;
        self.spaces();
        let sign = self.token();
        if sign.kind != Kind::Sign('=') {
            self.at = back;
            self.ends_word("the member")?;
            return Ok(None);
        }
        self.needs_2(self.span(sign.start, sign.end), "gives a member a default with `=`");
        self.next();
        self.spaces();
        let value = self.node()?;
        self.spaces();
        while self.kind() == Kind::Comma {
            self.next();
            self.spaces();
        }
        self.line_end()?;
        Ok(Some(value))
    }

    /// A space, or what can stand at the end of a body without one.
    pub(super) fn ends_word(&mut self, after: &str) -> Parsed<()> {
        if self.token().is_space() || matches!(self.kind(), Kind::Sign('}' | '@' | '$')) {
            return Ok(());
        }
        Err(self.expected(&format!("a space after {after}")))
    }

    /// Goes to the next member after one that was wrong, which is reported already. Where the body ran into another
    /// statement, or the file ends, the body is given up.
    pub(super) fn next_member(&mut self, stop: Stop) -> Parsed<()> {
        self.depth = 0;
        let mut open = 0_usize;
        let mut first = true;
        loop {
            match self.kind() {
                Kind::End => return Err(stop),
                Kind::Identifier if self.begins_statement(self.at) => return Err(stop),
                Kind::Sign('{' | '[' | '(') => open += 1,
                Kind::Sign('}') if open == 0 => return Ok(()),
                Kind::Sign('}' | ']' | ')') => open = open.saturating_sub(1),
                // A number may be an index.
                Kind::Identifier | Kind::Sign('@' | '$') | Kind::Number | Kind::Wrong(Wrong::NoDigit)
                    if open == 0 && !first && self.is_first_in_line(self.at) =>
                {
                    return Ok(());
                }
                // Its comment is a member's documentation.
                Kind::Documentation if open == 0 && !first && self.is_first_in_line(self.at) => return Ok(()),
                _ => {}
            }
            first = false;
            self.next();
        }
    }
}
