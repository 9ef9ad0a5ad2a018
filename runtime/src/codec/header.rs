//! Lists in one header: quoted, joined, and taken apart again.

use std::borrow::Cow;

/// A list's item, in quotes if its own commas or quotes need them (RFC 9110, quoted-string).
pub(super) fn quote(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains([',', '"']) && text.trim() == text {
        return text;
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    Cow::Owned(quoted)
}

/// A list's items. A quote that is never closed ends with the text.
pub(super) fn split(text: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut characters = text.chars().peekable();
    loop {
        while characters.next_if(|c| c.is_whitespace()).is_some() {}
        if characters.peek().is_none() {
            return items;
        }
        items.push(match characters.next_if_eq(&'"') {
            Some(_) => quoted(&mut characters),
            None => {
                let mut item = String::new();
                while let Some(c) = characters.next_if(|c| *c != ',') {
                    item.push(c);
                }
                item.trim_end().to_owned()
            }
        });
        // What stands between a closing quote and the comma means nothing.
        while characters.next_if(|c| *c != ',').is_some() {}
        characters.next();
    }
}

fn quoted(characters: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut item = String::new();
    while let Some(c) = characters.next() {
        match c {
            '"' => break,
            '\\' => item.extend(characters.next()),
            other => item.push(other),
        }
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_survive_a_list() {
        for items in
            [vec!["a", "b"], vec!["b,c", "\"def\"", "a"], vec!["", "x"], vec![" lead", "back\\slash,"], vec!["ü"]]
        {
            let text: Vec<_> = items.iter().map(|item| quote(Cow::Borrowed(item))).collect();
            let expected: Vec<_> = items.iter().filter(|item| !item.is_empty()).collect();
            let found = split(&text.join(", "));
            assert_eq!(found.iter().filter(|item| !item.is_empty()).collect::<Vec<_>>(), expected, "{text:?}");
        }
    }

    #[test]
    fn odd_lists_are_read_as_far_as_they_go() {
        assert_eq!(split(""), Vec::<String>::new());
        assert_eq!(split("a,b , c"), ["a", "b", "c"]);
        assert_eq!(split("\"open"), ["open"]);
        assert_eq!(split("\"a\" junk, b"), ["a", "b"]);
    }
}
