//! XML as far as documents have to be compared: whether two are the same but for white space between elements, the order of
//! attributes and that of a map's entries.
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

    /// Without white space between elements, and with the entries of a map in an order of their own: elements of one name
    /// that hold two elements each.
    fn in_order(mut self) -> Self {
        if !self.children.is_empty() {
            self.text = self.text.trim().to_owned();
        }
        let is_entry = |element: &Element| element.children.len() == 2 && element.name() == self.children[0].name();
        if self.children.iter().all(is_entry) {
            self.children.sort_unstable();
        }
        self
    }
}
