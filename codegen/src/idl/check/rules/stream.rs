//! Where streams can be (Smithy 2.0, "`streaming` trait").

use super::Rules;
use crate::ast::{Member, ShapeId};
use std::collections::BTreeSet;

impl<'m> Rules<'_, '_, 'm> {
    /// A stream is a member of an input or an output, and these are no members themselves.
    pub(super) fn streams(&mut self) {
        let is_stream = |member: &Member| self.shape(&member.target).is_some_and(|shape| shape.traits.has("streaming"));
        let holders = self.shapes.values().filter(|shape| shape.members.iter().any(is_stream));
        let holders: BTreeSet<&ShapeId> = holders.map(|shape| &shape.id).collect();
        let mut wrong = Vec::new();
        for shape in self.shapes.values() {
            let is_structure = shape.kind == "structure";
            for member in &shape.members {
                let name = format!("{}${}", shape.id, member.name);
                if holders.contains(&member.target) {
                    let problem =
                        format!("targets `{}`, which has a stream, and only inputs and outputs have", member.target);
                    wrong.push((member.span, name, problem, "let the stream be a member of the input or the output"));
                } else if is_stream(member) && !is_structure {
                    let problem = format!("targets the stream `{}`, and only members of structures can", member.target);
                    wrong.push((member.span, name, problem, "let the stream be a member of the input or the output"));
                }
            }
            if shape.traits.has("streaming") && shape.kind == "union" {
                for member in &shape.members {
                    if self.kind(&member.target).is_some_and(|kind| kind != "structure") {
                        let name = format!("{}${}", shape.id, member.name);
                        let problem = format!("targets `{}`, and events are structures", member.target);
                        wrong.push((member.span, name, problem, "let it target a structure"));
                    }
                }
            }
            for reference in shape.references("errors").filter(|reference| holders.contains(&reference.target)) {
                let problem = format!("has `{}` among its `errors`, which has a stream", reference.target);
                wrong.push((reference.span, shape.id.to_string(), problem, "remove the stream from the error"));
            }
        }
        for (span, name, problem, remedy) in wrong {
            self.wrong("StreamingTrait", span, name, problem, remedy);
        }
    }
}
