//! What mixins can be, and what can be mixed in (Smithy 2.0, "Mixins").

use super::{Checker, a};
use crate::ast::{Member, Shape};
use std::collections::{BTreeMap, BTreeSet};

impl<'a> Checker<'a> {
    pub(super) fn mixins(&mut self, shape: &'a Shape) {
        if shape.traits.has("mixin") {
            self.is_mixin(shape);
        }
        for mixin in shape.references("mixins") {
            let Some(found) = self.shapes.get(&mixin.target) else { continue };
            if !found.traits.has("mixin") {
                let problem = format!("mixes in `{}`, which is no mixin", mixin.target);
                self.wrong(
                    mixin.span,
                    shape.id.as_str(),
                    problem,
                    "give that shape the trait `@mixin`, or take it off the list",
                );
            } else if found.kind != shape.kind {
                let problem =
                    format!("is {} and mixes in `{}`, which is {}", a(&shape.kind), mixin.target, a(&found.kind));
                self.wrong(mixin.span, shape.id.as_str(), problem, "mix in shapes of the same type");
            }
        }
        if shape.references("mixins").next().is_some() {
            self.members_agree(shape);
        }
    }

    fn is_mixin(&mut self, shape: &Shape) {
        let is_unit = |property| shape.references(property).all(|found| found.target.as_str() == "smithy.api#Unit");
        let (problem, remedy) = match shape.kind.as_str() {
            "operation" if !(is_unit("input") && is_unit("output")) => (
                "is an operation that is a mixin, and has an input or an output",
                "keep them in the operations themselves",
            ),
            "resource" if !(shape.references.iter().all(|(name, _)| name == "mixins") && shape.values.is_empty()) => {
                ("is a resource that is a mixin, and has properties", "keep them in the resources themselves")
            }
            _ => return,
        };
        self.wrong(shape.span, shape.id.as_str(), problem, remedy);
    }

    /// Members of one name have one target, whichever mixin they are from.
    fn members_agree(&mut self, shape: &'a Shape) {
        let mut members: BTreeMap<&str, (&Shape, &Member)> = BTreeMap::new();
        let mut open = vec![shape];
        let mut seen = BTreeSet::new();
        while let Some(part) = open.pop() {
            if !seen.insert(&part.id) {
                continue;
            }
            let Some(left) = self.left.checked_sub(1 + part.members.len()) else { return };
            self.left = left;
            for member in part.members.iter().filter(|member| !member.target.as_str().is_empty()) {
                let (known, first) = *members.entry(&member.name).or_insert((part, member));
                if first.target != member.target {
                    let span = if known.id == shape.id { first.span } else { shape.span };
                    let problem = format!(
                        "targets `{}` in `{}` and `{}` in `{}`",
                        first.target, known.id, member.target, part.id
                    );
                    let remedy = "let them target the same, or rename one of them";
                    self.wrong(span, format!("{}${}", shape.id, member.name), problem, remedy);
                }
            }
            open.extend(part.references("mixins").filter_map(|mixin| self.shapes.get(&mixin.target)));
        }
    }
}
