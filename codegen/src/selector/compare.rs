//! Whether values compare as a selector says (Smithy 2.0, "Selectors", "Attribute comparison").

use super::Comparator;
use super::attribute::{Context, Found};
use std::collections::BTreeSet;

impl<'a> Context<'a> {
    /// Whether the value on the left compares with one of those on the right.
    pub(super) fn compares(
        self,
        left: &Found<'a>,
        comparator: Comparator,
        right: &[Found<'a>],
        ignores_case: bool,
    ) -> bool {
        right.iter().any(|right| match comparator {
            Comparator::SameSet | Comparator::OtherSet | Comparator::Subset | Comparator::ProperSubset => {
                self.compare_sets(left, comparator, right, ignores_case)
            }
            Comparator::Exists => {
                let asked = self.text(right);
                asked.as_deref() == Some(if left.exists() { "true" } else { "false" })
            }
            _ => {
                let (lefts, rights) = (self.texts(left, ignores_case), self.texts(right, ignores_case));
                if !self.spend(lefts.len().saturating_mul(rights.len())) {
                    return false;
                }
                lefts.iter().any(|left| rights.iter().any(|right| holds(left, comparator, right)))
            }
        })
    }

    fn texts(self, found: &Found<'a>, ignores_case: bool) -> Vec<String> {
        let size = if let Found::Projection(values) = found { values.len() } else { 1 };
        if !self.spend(size) {
            return Vec::new();
        }
        let texts = found.clone().flat().into_iter().filter_map(|found| self.text(&found));
        texts.map(|text| if ignores_case { text.to_lowercase() } else { text }).collect()
    }

    fn compare_sets(self, left: &Found<'a>, comparator: Comparator, right: &Found<'a>, ignores_case: bool) -> bool {
        let (Found::Projection(_), Found::Projection(_)) = (left, right) else {
            return comparator == Comparator::OtherSet;
        };
        let set = |found| self.texts(found, ignores_case).into_iter().collect::<BTreeSet<_>>();
        let (left, right) = (set(left), set(right));
        match comparator {
            Comparator::SameSet => left == right,
            Comparator::OtherSet => left != right,
            Comparator::Subset => left.is_subset(&right),
            _ => left.is_subset(&right) && left != right,
        }
    }
}

fn holds(left: &str, comparator: Comparator, right: &str) -> bool {
    let numbers = || {
        let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
        number(left).zip(number(right))
    };
    match comparator {
        Comparator::Equals => left == right,
        Comparator::NotEquals => left != right,
        Comparator::StartsWith => left.starts_with(right),
        Comparator::EndsWith => left.ends_with(right),
        Comparator::Contains => left.contains(right),
        Comparator::Greater => numbers().is_some_and(|(left, right)| left > right),
        Comparator::GreaterOrEqual => numbers().is_some_and(|(left, right)| left >= right),
        Comparator::Less => numbers().is_some_and(|(left, right)| left < right),
        Comparator::LessOrEqual => numbers().is_some_and(|(left, right)| left <= right),
        Comparator::Exists
        | Comparator::SameSet
        | Comparator::OtherSet
        | Comparator::Subset
        | Comparator::ProperSubset => false,
    }
}
