//! XML as far as documents have to be compared: whether two are the same but for white space between elements, and for the
//! order of attributes, of members and of a map's entries.
//!
//! A parser of its own, so that a mistake of the runtime's would be seen. Cases are short and well-formed; what is not is `None`.

/// An element: its name with its attributes in order, what is in it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Element {
    tag: String,
    text: String,
    children: Vec<Element>,
}

/// The document's element.
pub(crate) fn parse(text: &str) -> Option<Element> {
    let mut open = vec![Element::new("")];
    for piece in text.split('<').skip(1) {
        let (tag, after) = piece.split_once('>')?;
        match tag.as_bytes().first()? {
            b'?' | b'!' => {}
            b'/' => {
                let element = open.pop().filter(|element| element.name() == tag[1..].trim_end())?;
                open.last_mut()?.children.push(element.in_order());
            }
            _ => match tag.strip_suffix('/') {
                Some(tag) => open.last_mut()?.children.push(Element::new(tag)),
                None => open.push(Element::new(tag)),
            },
        }
        open.last_mut()?.text.push_str(after);
    }
    let root = open.pop().filter(|_| open.is_empty())?;
    root.children.into_iter().next()
}

impl Element {
    fn new(tag: &str) -> Self {
        let (name, attributes) = tag.trim().split_once(char::is_whitespace).unwrap_or((tag.trim(), ""));
        let mut attributes: Vec<&str> = attributes.split_whitespace().collect();
        attributes.sort_unstable();
        let tag = [vec![name], attributes].concat().join(" ");
        Self { tag, text: String::new(), children: Vec::new() }
    }

    fn name(&self) -> &str {
        self.tag.split(' ').next().unwrap_or_default()
    }

    /// Without white space between elements, and with members by name. Those of one name keep their order, unless they are the
    /// entries of a map: they hold two elements each.
    fn in_order(mut self) -> Self {
        // Of an element without others, what breaks a line and says nothing is layout.
        let is_layout = self.text.trim().is_empty() && self.text.contains('\n');
        if !self.children.is_empty() || is_layout {
            self.text = self.text.trim().to_owned();
        }
        self.children.sort_by(|a, b| a.name().cmp(b.name()));
        for same in self.children.chunk_by_mut(|a, b| a.name() == b.name()) {
            if same.iter().all(|element| element.children.len() == 2) {
                same.sort_unstable();
            }
        }
        self
    }
}
