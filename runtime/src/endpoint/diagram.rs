//! Walking a decision diagram, the compiled form of endpoint rules (Smithy 2.0, "endpointBdd trait").

/// A question that a diagram asks, and where its answers lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    condition: u16,
    then: Next,
    otherwise: Next,
}

/// Where an answer leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// To another question.
    Ask(u16),
    /// To a result.
    Give(u16),
    /// Nowhere: the rules have no result.
    NoMatch,
}

impl Node {
    /// Asks whether a condition holds.
    pub const fn new(condition: u16, then: Next, otherwise: Next) -> Self {
        Self { condition, then, otherwise }
    }
}

/// Asks from `first` on until there is a result, and gives its number. `holds` says whether a condition holds; it is
/// asked in the order of the conditions, each at most once.
pub fn decide(nodes: &[Node], first: Next, mut holds: impl FnMut(u16) -> bool) -> Option<u16> {
    let mut next = first;
    loop {
        let node = match next {
            Next::Ask(index) => nodes.get(usize::from(index))?,
            Next::Give(result) => return Some(result),
            Next::NoMatch => return None,
        };
        next = if holds(node.condition) { node.then } else { node.otherwise };
    }
}

#[cfg(test)]
mod tests {
    use super::{Next, Node, decide};

    #[test]
    fn answers_lead_to_a_result() {
        let nodes = [
            Node::new(0, Next::Ask(1), Next::Ask(2)),
            Node::new(1, Next::Give(7), Next::Ask(2)),
            Node::new(2, Next::Give(8), Next::NoMatch),
        ];
        let decide = |answers: [bool; 3]| decide(&nodes, Next::Ask(0), |condition| answers[usize::from(condition)]);
        assert_eq!(decide([true, true, false]), Some(7));
        assert_eq!(decide([true, false, true]), Some(8));
        assert_eq!(decide([false, true, false]), None);
    }
}
