//! Pagination (Smithy 2.0, "Behavior traits").

use super::Lowering;
use crate::ast::Shape;
use crate::diagnostic::{Diagnostic, Span};
use crate::ir::{Items, Member, Pagination, Structure, Type};
use crate::names;
use crate::traits::Paginated;

impl<'m> Lowering<'m> {
    /// How an operation's pages hang together. What its own trait leaves out, the service's says.
    pub(super) fn pagination(
        &mut self,
        service: &'m Shape,
        shape: &Shape,
        input: &Structure,
        output: &Structure,
    ) -> Option<Pagination> {
        let own = self.ok(shape, shape.traits.paginated())??;
        let general = self.ok(service, service.traits.paginated())?.unwrap_or_default();
        let Paginated { input_token, output_token, page_size, items, span } = own;
        let ends = [(input, self.end_shape(shape, "input")), (output, self.end_shape(shape, "output"))];
        let [input, output] = ends;
        let mut pages = Pages { lowering: self, shape, span };
        let input_token = pages.named("inputToken", input_token.or(general.input_token), input);
        let output_token = pages.named("outputToken", output_token.or(general.output_token), output);
        let page_size = page_size.or(general.page_size).map(|name| pages.member(&name, input));
        let items = items.or(general.items).map(|name| pages.member(&name, output));
        let is_token = |member: &Member| member.ty == Type::Text && !member.always;
        let input_token = pages.of_type(input_token?, "token", "an optional string", is_token);
        let output_token = pages.of_type(output_token?, "token", "an optional string", is_token);
        let is_size = |member: &Member| member.ty == Type::Scalar("i32");
        let page_size = page_size.map(|size| pages.of_type(size?, "page size", "an integer", is_size));
        // Items that are no list have no one type; the pages are there without them.
        let items = items.flatten();
        Some(Pagination {
            input_token: input_token?.field,
            output_token: output_token?.field,
            page_size: match page_size {
                Some(size) => Some(size?.field),
                None => None,
            },
            items: items.and_then(|items| match items.ty {
                Type::List(item) => Some(Items { field: items.field, item: *item, optional: !items.always }),
                _ => None,
            }),
        })
    }
}

/// An input or output, and its shape: members that couldn't be lowered are in the shape alone.
type End<'a> = (&'a Structure, Option<&'a Shape>);

struct Pages<'a, 'm> {
    lowering: &'a mut Lowering<'m>,
    shape: &'a Shape,
    span: Span,
}

impl Pages<'_, '_> {
    fn named(&mut self, property: &str, name: Option<String>, end: End<'_>) -> Option<Member> {
        match name {
            Some(name) => self.member(&name, end),
            None => {
                let problem = format!("is paginated without `{property}`, which is not supported yet");
                self.problem(problem, "name the member, here or in the service's own `smithy.api#paginated`");
                None
            }
        }
    }

    fn member(&mut self, name: &str, (structure, shape): End<'_>) -> Option<Member> {
        let found = structure.member(&names::field_name(name)).filter(|_| !name.contains('.'));
        if found.is_none() && shape.is_none_or(|shape| shape.member(name).is_none()) {
            let problem = format!("is paginated by `{name}`, which `{}` doesn't have", structure.code);
            self.problem(problem, "name a member; paths into nested structures are not supported yet");
        }
        found.cloned()
    }

    fn of_type(
        &mut self,
        member: Member,
        what: &str,
        expected: &str,
        fits: impl Fn(&Member) -> bool,
    ) -> Option<Member> {
        if fits(&member) {
            return Some(member);
        }
        let problem = format!("is paginated with `{}` as the {what}, which is not {expected}", member.wire);
        self.problem(problem, "name another member; other types are not supported yet");
        None
    }

    fn problem(&mut self, problem: String, remedy: &str) {
        self.lowering.problems.push(Diagnostic::at(self.span, self.shape.id.as_str(), problem, remedy));
    }
}
