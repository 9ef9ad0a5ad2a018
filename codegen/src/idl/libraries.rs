//! Shapes that models in Smithy IDL refer to and no file of theirs defines: Smithy's tools bring them along, as they do alloy's
//! where a project says that it needs them.

use super::parser;
use super::tree::File;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Shapes that are brought along.
struct Library {
    /// What every reference to one of them begins with.
    id: &'static str,
    /// The shapes, in IDL.
    text: &'static str,
    /// Whether they belong together, so that none comes without the others.
    is_whole: bool,
}

const LIBRARIES: &[Library] = &[
    Library {
        id: "smithy.framework#ValidationException",
        text: include_str!("shapes/framework.smithy"),
        is_whole: true,
    },
    Library { id: "alloy#", text: include_str!("shapes/alloy.smithy"), is_whole: false },
];

/// The IDs of all of them.
static IDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let ids = |library: &Library| {
        let namespace = library.namespace();
        let shapes = parser::parse(library.text, 0).0.shapes;
        shapes.into_iter().map(move |shape| format!("{namespace}#{}", shape.name.text))
    };
    LIBRARIES.iter().flat_map(ids).collect()
});

/// Whether a shape is one that is brought along: it doesn't show that the rest of its namespace is there.
pub(super) fn brings(id: &str) -> bool {
    IDS.contains(id)
}

/// The shapes that a file in IDL names and none defines.
pub(super) fn needed(files: &[(&str, &str)], shapes: &BTreeMap<String, String>) -> Vec<File> {
    let texts: Vec<&str> = files.iter().filter(|(name, _)| super::is_idl(name)).map(|(_, text)| *text).collect();
    LIBRARIES.iter().filter_map(|library| library.needed(&texts, shapes)).collect()
}

impl Library {
    fn namespace(&self) -> &'static str {
        self.id.split_once('#').map_or("", |(namespace, _)| namespace)
    }

    fn needed(&self, texts: &[&str], shapes: &BTreeMap<String, String>) -> Option<File> {
        let is_named = |id: &str| texts.iter().any(|text| names(text, id));
        if self.is_whole && shapes.keys().any(|id| id.starts_with(self.id)) || !is_named(self.id) {
            return None;
        }
        let mut file = parser::parse(self.text, 0).0;
        let namespace = self.namespace();
        file.shapes.retain(|shape| {
            let id = format!("{namespace}#{}", shape.name.text);
            self.is_whole || is_named(&id) && !shapes.contains_key(&id)
        });
        (!file.shapes.is_empty()).then_some(file)
    }
}

/// Whether a text has this ID, and not as the end or the beginning of another.
fn names(text: &str, id: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let mut parts = text.split(id);
    let mut before = parts.next().unwrap_or_default();
    parts.any(|after| {
        let begins = !before.ends_with(is_part);
        before = after;
        begins && (id.ends_with('#') || !after.starts_with(is_part))
    })
}

#[cfg(test)]
mod tests {
    use super::needed;
    use std::collections::BTreeMap;

    fn brought(text: &str, defined: &[&str]) -> Vec<String> {
        let defined = defined.iter().map(|id| ((*id).to_owned(), "string".to_owned())).collect::<BTreeMap<_, _>>();
        let files = needed(&[("model.smithy", text)], &defined);
        files.into_iter().flat_map(|file| file.shapes).map(|shape| shape.name.text).collect()
    }

    #[test]
    fn what_a_file_names_and_none_defines_is_brought_along() {
        assert_eq!(brought("use alloy#UUID\nlist L { member: alloy#Year }", &[]), ["UUID", "Year"]);
        assert_eq!(brought("use alloy#UUID", &["alloy#UUID"]), [""; 0]);
        for other in ["use alloy#simpleRestJson", "member: alloy#UUIDs", "member: my.alloy#UUID", "no more"] {
            assert_eq!(brought(other, &[]), [""; 0], "{other}");
        }
        let framework = ["ValidationException", "ValidationExceptionFieldList", "ValidationExceptionField"];
        assert_eq!(brought("use smithy.framework#ValidationException", &[]), framework);
        assert_eq!(
            brought("use smithy.framework#ValidationException", &["smithy.framework#ValidationException"]),
            [""; 0]
        );
    }
}
