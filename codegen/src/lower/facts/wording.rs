//! What shapes say of themselves, for members that say nothing.

use super::Targets;
use crate::ast::{Member, Shape, ShapeId};
use crate::docs::{Glossary, Markdown, first_sentence};
use crate::lower::problems::Problems;
use std::collections::BTreeMap;

/// How many bytes of a shape's documentation may stand at each member that targets it.
const LONGEST: usize = 2_000;

/// The documentation of what members target, as it stands at a member that has none (Smithy 2.0, `documentation`: a
/// member's own goes before its target's).
pub(super) fn of_targets<'m>(targets: Targets<'m>, glossary: &Glossary) -> BTreeMap<&'m ShapeId, Markdown> {
    let owners = targets.all().filter(|shape| matches!(shape.kind.as_str(), "structure" | "union"));
    let mut found = BTreeMap::new();
    for Member { target, .. } in owners.flat_map(|shape| &shape.members) {
        if let Some(shape) = targets.get(target) {
            found.entry(&shape.id).or_insert_with(|| at_member(shape, glossary));
        }
    }
    found.retain(|_, docs| !docs.is_empty());
    found
}

/// What a member says of its target. Of an item of its own a sentence is enough, since its page has the rest; and so it is
/// of a long text, of which a model could make any number of copies.
fn at_member(shape: &Shape, glossary: &Glossary) -> Markdown {
    // What is wrong with it is reported where the shape is lowered.
    let text = Problems::default().read(shape.id.as_str(), shape.traits.documentation()).unwrap_or_default();
    let docs = glossary.markdown(&text);
    let is_item = matches!(shape.kind.as_str(), "structure" | "union" | "enum" | "intEnum");
    let docs = if is_item || docs.as_str().len() > LONGEST { first_sentence(&docs) } else { docs };
    if docs.as_str().len() > LONGEST { Markdown::default() } else { docs }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ast;

    /// What a member says whose target is of this type and has this documentation.
    fn said(kind: &str, documentation: &str) -> Option<String> {
        let documentation = serde_json::json!(documentation);
        let source = format!(
            r#"{{"smithy": "2.0", "shapes": {{
                "a#T": {{"type": "{kind}", "traits": {{"smithy.api#documentation": {documentation}}}}},
                "a#S": {{"type": "structure", "members": {{"m": {{"target": "a#T"}}}}}}
            }}}}"#
        );
        let model = ast::parse(&source).expect("the model is JSON");
        let found = of_targets(Targets::of(&model), &Glossary::of(std::iter::empty()));
        found.into_values().next().map(|docs| docs.as_str().to_owned())
    }

    #[test]
    fn what_has_no_page_says_all_of_itself() {
        assert_eq!(said("string", "<p>A name. Of a cat.</p>").as_deref(), Some("A name. Of a cat."));
        for item in ["structure", "union", "enum", "intEnum"] {
            assert_eq!(said(item, "<p>A name. Of a cat.</p>").as_deref(), Some("A name."), "{item}");
        }
    }

    #[test]
    fn blank_words_are_none() {
        assert_eq!(said("string", "<p> </p>"), None);
    }

    #[test]
    fn of_a_long_text_a_sentence_is_repeated_if_that_is_not_long_itself() {
        let long = format!("W{}", "word ".repeat(LONGEST / 5));
        assert_eq!(said("string", &format!("Short. {long}")).as_deref(), Some("Short."));
        assert_eq!(said("string", &format!("{long}word. Short.")), None);
        assert_eq!(said("structure", &format!("{long}word. Short.")), None);
        // What is just short enough stays whole, as does a sentence that is.
        let fitting = format!("A. W{}", "word ".repeat((LONGEST - 4) / 5));
        assert_eq!(
            said("string", &fitting).as_deref().map(|text| text.replace('\n', " ")).as_deref(),
            Some(fitting.trim())
        );
    }

    #[test]
    fn a_text_as_long_as_may_be_stays_whole_and_no_longer_one() {
        let text = |length: usize| format!("A. W{}", "w".repeat(length - 4));
        // Lines are broken where there were spaces.
        assert_eq!(said("string", &text(LONGEST)).map(|text| text.replace('\n', " ")), Some(text(LONGEST)));
        assert_eq!(said("string", &text(LONGEST + 1)).as_deref(), Some("A."));
        let sentence = |length: usize| format!("{}. B", "w".repeat(length - 1));
        assert_eq!(said("structure", &sentence(LONGEST)).map(|text| text.len()), Some(LONGEST));
        assert_eq!(said("structure", &sentence(LONGEST + 1)), None);
    }
}
