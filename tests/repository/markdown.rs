//! What a Markdown page holds, as far as the tests of pages ask: blocks of code, links, headings, words in code.

use sdk_tests::workspace;
use std::fs;
use std::path::Path;

/// A page, by its path from the workspace's folder.
pub(crate) struct Page {
    pub path: String,
    pub text: String,
}

/// A block of code.
pub(crate) struct Fence {
    /// The line that it begins on, from 1.
    pub line: usize,
    /// What stands behind its opening marks: the language.
    pub info: String,
    pub lines: Vec<String>,
}

/// Lines that stand in a file as well: the block or table below `<!-- from FILE -->`.
pub(crate) struct Quote {
    /// The line of the comment, from 1.
    pub line: usize,
    pub file: String,
    pub lines: Vec<String>,
}

/// A link: what is shown, and where it leads.
pub(crate) struct Link {
    pub text: String,
    pub target: String,
}

impl Page {
    /// Every page of the repository.
    pub(crate) fn all() -> Vec<Page> {
        let mut pages = Vec::new();
        collect(&workspace(), &mut pages);
        pages.sort_by(|a, b| a.path.cmp(&b.path));
        pages
    }

    /// The folder that its relative links start from, with `/` at its end; empty for the workspace's own.
    pub(crate) fn folder(&self) -> &str {
        self.path.rfind('/').and_then(|slash| self.path.get(..=slash)).unwrap_or_default()
    }

    pub(crate) fn fences(&self) -> Vec<Fence> {
        let mut fences: Vec<Fence> = Vec::new();
        let mut is_open = false;
        for (index, line) in self.text.lines().enumerate() {
            match line.trim_start().strip_prefix("```") {
                Some(_) if is_open => is_open = false,
                Some(info) => {
                    is_open = true;
                    fences.push(Fence { line: index + 1, info: info.trim().to_owned(), lines: Vec::new() });
                }
                None if is_open => {
                    fences.iter_mut().last().into_iter().for_each(|last| last.lines.push(line.to_owned()))
                }
                None => {}
            }
        }
        fences
    }

    /// What stands outside of blocks of code.
    pub(crate) fn prose(&self) -> String {
        let mut is_open = false;
        let mut prose = String::new();
        for line in self.text.lines() {
            if line.trim_start().starts_with("```") {
                is_open = !is_open;
            } else if !is_open {
                prose.push_str(line);
                prose.push('\n');
            }
        }
        prose
    }

    pub(crate) fn quotes(&self) -> Vec<Quote> {
        let lines: Vec<&str> = self.text.lines().collect();
        let comments = lines.iter().enumerate().filter_map(|(index, line)| {
            let file = line.trim().strip_prefix("<!-- from ")?.strip_suffix(" -->")?;
            Some((index, file.to_owned()))
        });
        let below = |index: usize| {
            let rest = lines.get(index + 1..).unwrap_or_default();
            let lines: Vec<&str> = match rest.first() {
                Some(first) if first.starts_with("```") => {
                    rest.iter().skip(1).take_while(|line| !line.starts_with("```")).copied().collect()
                }
                _ => rest.iter().take_while(|line| line.starts_with('|')).copied().collect(),
            };
            lines.into_iter().map(str::to_owned).collect()
        };
        comments.map(|(index, file)| Quote { line: index + 1, file, lines: below(index) }).collect()
    }

    pub(crate) fn links(&self) -> Vec<Link> {
        let prose = self.prose();
        let mut links = Vec::new();
        for (at, _) in prose.match_indices("](") {
            let (before, after) = (&prose[..at], &prose[at + 2..]);
            let text = before.rfind('[').map_or("", |start| &before[start + 1..]);
            let target = after.split(')').next().unwrap_or_default();
            links.push(Link { text: text.to_owned(), target: target.to_owned() });
        }
        for attribute in ["src=\"", "srcset=\"", "href=\""] {
            for (_, rest) in prose.match_indices(attribute).map(|(at, found)| (at, &prose[at + found.len()..])) {
                let target = rest.split('"').next().unwrap_or_default();
                links.push(Link { text: String::new(), target: target.to_owned() });
            }
        }
        links
    }

    /// What links name its headings by.
    pub(crate) fn anchors(&self) -> Vec<String> {
        let headings = self.text.lines().filter(|line| line.starts_with('#'));
        headings.map(|line| anchor(line.trim_start_matches('#').trim())).collect()
    }

    /// The words in backticks, of its prose.
    pub(crate) fn codes(&self) -> Vec<String> {
        self.prose().replace('\n', " ").split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }
}

/// A heading as links name it: its letters, digits and hyphens in lower case, a hyphen for each blank.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}

fn collect(folder: &Path, pages: &mut Vec<Page>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            // What is built, and what tools keep.
            if name != "target" && name != "mutants.out" && !name.starts_with('.') {
                collect(&path, pages);
            }
        } else if name.ends_with(".md") {
            let below = path.strip_prefix(workspace()).expect("it is below").to_string_lossy().replace('\\', "/");
            pages.push(Page { path: below, text: fs::read_to_string(&path).expect("it is text") });
        }
    }
}

#[test]
fn a_page_is_read_as_it_is_shown() {
    let text = "# A page, `so`\n<!-- from a/b.rs -->\n```rs\nfn f() {}\n```\n[one](x.md#y) and\n`two` <img src=\"z.svg\">\n\
                <!-- from c.rs -->\n| a |\n|---|\n\n```text\n[no](link)\n```\n";
    let page = Page { path: "docs/page.md".to_owned(), text: text.to_owned() };
    let fences: Vec<_> = page.fences().into_iter().map(|found| (found.line, found.info, found.lines)).collect();
    assert_eq!(
        fences,
        [(3, "rs".to_owned(), vec!["fn f() {}".to_owned()]), (12, "text".to_owned(), vec!["[no](link)".to_owned()])]
    );
    let quotes: Vec<_> = page.quotes().into_iter().map(|found| (found.file, found.lines.len())).collect();
    assert_eq!(quotes, [("a/b.rs".to_owned(), 1), ("c.rs".to_owned(), 2)]);
    let links: Vec<_> = page.links().into_iter().map(|link| (link.text, link.target)).collect();
    let link = |text: &str, target: &str| (text.to_owned(), target.to_owned());
    assert_eq!(links, [link("one", "x.md#y"), link("", "z.svg")]);
    assert_eq!((page.anchors(), page.codes()), (vec!["a-page-so".to_owned()], vec!["so".to_owned(), "two".to_owned()]));
    assert_eq!(page.folder(), "docs/");
}
