//! What stands between a shape's braces: members.

use super::super::lexer::Kind;
use super::super::tree::{Applied, Member, Name, Target};
use super::{Parsed, Parser, Stop};
use std::collections::BTreeSet;

impl Parser<'_> {
    /// `{ member … }`.
    pub(super) fn members(&mut self, kind: &str, members: &mut Vec<Member>) -> Parsed<()> {
        self.sign('{')?;
        let mut names = BTreeSet::new();
        loop {
            let documentation = self.documentation();
            if self.kind() == Kind::Sign('}') {
                self.next();
                return Ok(());
            }
            match self.member(kind, documentation) {
                Ok(member) if names.insert(member.name.text.clone()) => members.push(member),
                Ok(member) => {
                    let problem = format!("the member `{}` is there twice", member.name.text);
                    self.wrong(member.name.span, problem, "remove one of the two, or rename it");
                }
                Err(stop) => self.next_member(stop)?,
            }
        }
    }

    fn member(&mut self, kind: &str, documentation: Option<Applied>) -> Parsed<Member> {
        let start = self.token().start;
        let traits = self.traits(documentation)?;
        let is_enum = matches!(kind, "enum" | "intEnum");
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
            _ => Target::Shape(self.target()?),
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

    /// `: Target`.
    fn target(&mut self) -> Parsed<Name> {
        self.spaces();
        self.sign(':')?;
        self.spaces();
        self.shape_id("the name of the shape that the member targets")
    }

    /// ` = value`, and the end of the line.
    fn value(&mut self) -> Parsed<Option<super::super::tree::Node>> {
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
                Kind::Identifier | Kind::Sign('@' | '$') if open == 0 && !first && self.is_first_in_line(self.at) => {
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
