//! URI patterns (Smithy 2.0, "`http` trait", "uri").

/// A part of a pattern's path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Segment<'u> {
    /// What stands there.
    Text(&'u str),
    /// `{name}`: one segment of a request's path.
    Label(&'u str),
    /// `{name+}`: as many segments as there are.
    Greedy(&'u str),
}

impl<'u> Segment<'u> {
    /// The name of a label.
    pub(crate) fn label(self) -> Option<&'u str> {
        match self {
            Segment::Text(_) => None,
            Segment::Label(name) | Segment::Greedy(name) => Some(name),
        }
    }
}

/// The path's parts, or what is wrong with the pattern.
pub(crate) fn segments(uri: &str, may_be_empty: bool) -> Result<Vec<Segment<'_>>, &'static str> {
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let path = match path.strip_prefix('/') {
        Some(path) => path,
        None if path.is_empty() && may_be_empty => "",
        None => return Err("which doesn't begin with `/`"),
    };
    if uri.contains(|c: char| !c.is_ascii_graphic() || c == '#') {
        return Err("in which there is a character that has to be percent-encoded");
    }
    if query.contains(['{', '}']) {
        return Err("which has a label in its query");
    }
    path.split('/').map(segment).collect()
}

fn segment(text: &str) -> Result<Segment<'_>, &'static str> {
    match text.strip_prefix('{').and_then(|label| label.strip_suffix('}')) {
        Some("" | "+") => Err("which has a label without a name"),
        Some(label) if !label.contains(['{', '}']) => {
            Ok(label.strip_suffix('+').map_or(Segment::Label(label), Segment::Greedy))
        }
        None if !text.contains(['{', '}']) => Ok(Segment::Text(text)),
        _ => Err("in which a brace is not part of a label"),
    }
}

#[cfg(test)]
mod tests {
    use super::Segment::{Greedy, Label, Text};
    use super::segments;

    #[test]
    fn labels_are_whole_segments() {
        assert_eq!(segments("/a/{b}/c/{d+}?e=f&g", false), Ok(vec![Text("a"), Label("b"), Text("c"), Greedy("d")]));
        assert_eq!(segments("?e", true), Ok(vec![Text("")]));
        for (uri, problem) in [
            ("?e", "doesn't begin with `/`"),
            ("a", "doesn't begin with `/`"),
            ("/a b", "has to be percent-encoded"),
            ("/ä", "has to be percent-encoded"),
            ("/a#b", "has to be percent-encoded"),
            ("/a?{b}", "a label in its query"),
            ("/{}", "a label without a name"),
            ("/{+}", "a label without a name"),
            ("/{a}{b}", "not part of a label"),
            ("/a{b}", "not part of a label"),
            ("/{a}b", "not part of a label"),
            ("/{a", "not part of a label"),
            ("/a}", "not part of a label"),
        ] {
            let found = segments(uri, false).expect_err(uri);
            assert!(found.contains(problem), "{uri}: {found}");
        }
    }
}
