//! Which of the model's names prose is told by Rust's.

use super::Targets;
use crate::ast::Shape;
use crate::docs::{Glossary, Markdown};
use crate::names;
use std::collections::BTreeSet;

/// The model's word for it that code in its prose which looks like a member's name is one. In others it may as well be a
/// value that is sent (`firstName`, to sort by), which must stay what it is.
const MEMBERS_IN_PROSE: &str = "membersInProse";

/// The names of the operations that are generated; and those of members, in a model that says so. What is also the name of
/// an enum's value or of another shape is left alone.
pub(super) fn glossary(targets: Targets<'_>, operations: &[&Shape]) -> Glossary {
    // Most models say nothing of the kind, and naming all members is dear.
    let says_members = targets.says(MEMBERS_IN_PROSE);
    let is_aggregate = |shape: &&Shape| says_members && matches!(shape.kind.as_str(), "structure" | "union");
    let values = targets.all().filter(|shape| matches!(shape.kind.as_str(), "enum" | "intEnum"));
    let values = values.flat_map(|shape| &shape.members).flat_map(|member| {
        let value = member.traits.get("enumValue").and_then(|found| found.value.as_str());
        [Some(member.name.as_str()), value].into_iter().flatten()
    });
    let shapes = targets.all().map(|shape| shape.id.name());
    let taken: BTreeSet<&str> = values.chain(shapes).collect();
    let members =
        targets.all().filter(is_aggregate).flat_map(|shape| &shape.members).map(|member| member.name.as_str());
    let members = members.filter(|name| !taken.contains(name)).filter_map(|name| {
        let field = names::field_name(name);
        (field != name).then(|| (name.to_owned(), Markdown::code(&field)))
    });
    let operations = operations.iter().map(|operation| {
        let name = operation.id.name();
        let method = names::method_name(name);
        (name.to_owned(), Markdown::link(&names::operation_name(name), &["crate", "operation", &method]))
    });
    Glossary::of(members.chain(operations))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ast;

    /// What becomes of a member's name in prose, in a model whose metadata says this.
    fn told(metadata: &str) -> String {
        let source = format!(
            r#"{{"smithy": "2.0", "metadata": {{{metadata}}}, "shapes": {{"a#T": {{"type": "structure", "members":
                {{"maxTtl": {{"target": "smithy.api#Integer"}}}}}}}}}}"#
        );
        let model = ast::parse(&source).expect("it is a model");
        glossary(Targets::of(&model), &[]).markdown("<code>maxTtl</code>").as_str().to_owned()
    }

    #[test]
    fn members_are_called_by_rusts_names_only_where_the_model_promises() {
        assert_eq!(told(r#""membersInProse": true"#), "`max_ttl`");
        assert_eq!(told(r#""membersInProse": false"#), "`maxTtl`");
        assert_eq!(told(""), "`maxTtl`");
    }
}
