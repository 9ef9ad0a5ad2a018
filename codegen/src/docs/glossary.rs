//! What prose calls by the model's names, by the names that Rust has for it.

use super::block::{Block, Piece};
use super::html;
use super::text::{Markdown, clean};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

/// Names of the model, and what Rust's readers know them by: `clientId` → `client_id`, `CreateBot` → a link to the
/// operation's page.
#[derive(Debug, Default)]
pub(crate) struct Glossary {
    names: BTreeMap<String, Markdown>,
    /// What was told already, by its source: models say the same of many members, and what shapes say is told at each member.
    told: RefCell<HashMap<String, Markdown>>,
}

impl Glossary {
    /// A glossary of these entries. A name has letters, digits and `_` alone: others are never looked up.
    pub(crate) fn of(entries: impl IntoIterator<Item = (String, Markdown)>) -> Self {
        Glossary { names: entries.into_iter().collect(), told: RefCell::default() }
    }

    /// As [`markdown`](super::markdown), with the glossary's names in place of the model's where they stand as code. In a
    /// path, such as `settings.maxTtl`, each part is looked up.
    pub(crate) fn markdown(&self, source: &str) -> Markdown {
        if let Some(told) = self.told.borrow().get(source) {
            return told.clone();
        }
        let mut blocks = html::parse(&clean(source));
        blocks.iter_mut().for_each(|block| self.block(block));
        let told = Markdown::of_blocks(&blocks);
        self.told.borrow_mut().insert(source.to_owned(), told.clone());
        told
    }

    fn block(&self, block: &mut Block) {
        match block {
            Block::Paragraph(pieces) | Block::Heading(_, pieces) => self.pieces(pieces),
            Block::List(list) => list.items.iter_mut().flatten().for_each(|block| self.block(block)),
            Block::Quote(blocks) => blocks.iter_mut().for_each(|block| self.block(block)),
            Block::Table(rows) => rows.iter_mut().flatten().for_each(|cell| self.pieces(cell)),
            Block::Lines(lines) => lines.iter_mut().for_each(|line| self.pieces(line)),
            Block::Code { .. } | Block::Rule => {}
        }
    }

    fn pieces(&self, pieces: &mut [Piece]) {
        for piece in pieces {
            if let Piece::Word(word) = piece
                && let Some(told) = self.word(word)
            {
                *word = told;
            }
        }
    }

    /// A word with a code span in it, told anew; none if there is nothing to tell.
    fn word(&self, word: &str) -> Option<String> {
        // A link has its own idea of what it shows.
        let [before, code, after] = names_in_code(word).filter(|_| !word.contains(['[', ']']))?;
        let told = match code.split_once('.') {
            None => self.names.get(code)?.as_str().to_owned(),
            Some(_) => format!("`{}`", self.path(code)?),
        };
        Some(format!("{before}{told}{after}"))
    }

    /// A path of which at least one part has another name.
    fn path(&self, path: &str) -> Option<String> {
        let known = |part: &str| self.names.get(part).and_then(|told| told.as_code());
        path.split('.').any(|part| known(part).is_some()).then(|| {
            let parts = path.split('.').map(|part| known(part).unwrap_or(part));
            parts.collect::<Vec<_>>().join(".")
        })
    }
}

/// A word's one code span, if that holds names alone, with dots between them; and what touches it.
fn names_in_code(word: &str) -> Option<[&str; 3]> {
    let [before, code, after] = word.split('`').collect::<Vec<_>>().try_into().ok()?;
    let is_name =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    code.split('.').all(is_name).then_some([before, code, after])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> String {
        let glossary = Glossary::of([
            ("clientId".to_owned(), Markdown::code("client_id")),
            ("maxTtl".to_owned(), Markdown::code("max_ttl")),
            ("CreateBot".to_owned(), Markdown::link("CreateBot", &["crate", "operation", "create_bot"])),
        ]);
        glossary.markdown(source).to_string()
    }

    #[test]
    fn names_in_code_are_rusts() {
        assert_eq!(told("Set `clientId`, or (`maxTtl`)."), "Set `client_id`, or (`max_ttl`).");
        assert_eq!(told("<p>Set <code>clientId</code>.</p>"), "Set `client_id`.");
        assert_eq!(told("- See `CreateBot`."), "- See [`CreateBot`](crate::operation::create_bot).");
        assert_eq!(told("Under `settings.maxTtl`."), "Under `settings.max_ttl`.");
        assert_eq!(told("| `clientId` | x |\n|---|---|\n| `maxTtl` | y |").matches("_").count(), 2);
    }

    #[test]
    fn all_else_stays() {
        for text in [
            "The clientId is yours.",
            "Not `clientid`, nor `clientId=1`, nor `/clients/{clientId}`, nor `CreateBot.x`.",
            "See [`clientId`](https://example.com/clientId).",
            "```text\n`clientId`\n```",
        ] {
            assert_eq!(told(text), crate::docs::markdown(text).to_string(), "{text}");
        }
    }
}
