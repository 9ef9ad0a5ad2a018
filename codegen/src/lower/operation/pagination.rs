//! Pagination (Smithy 2.0, "Behavior traits").

use crate::ast::Shape;
use crate::diagnostic::{Diagnostic, Span};
use crate::ir::{Items, Member, Pagination, Path, Role, Type};
use crate::lower::Lowering;
use crate::traits::Paginated;

impl<'m> Lowering<'m> {
    /// How an operation's pages hang together. What its own trait leaves out, the service's says.
    pub(in crate::lower) fn pagination(&mut self, service: &'m Shape, shape: &'m Shape) -> Option<Pagination> {
        let own = self.ok(shape, shape.traits.paginated())??;
        let general = self.ok(service, service.traits.paginated())?.unwrap_or_default();
        let Paginated { input_token, output_token, page_size, items, span } = own;
        let mut pages = Pages { lowering: self, shape, span };
        let input_token = pages.named("inputToken", input_token.or(general.input_token), Role::Input);
        let output_token = pages.named("outputToken", output_token.or(general.output_token), Role::Output);
        let page_size = page_size.or(general.page_size).map(|name| pages.member(&name, Role::Input));
        let items = items.or(general.items).map(|name| pages.member(&name, Role::Output));
        let input_token = pages.of_type(input_token?, "token", "a string, a number, a list or a map", is_token);
        let page_size = page_size.map(|size| pages.of_type(size?, "page size", "an integer", is_size));
        let (input_token, output_token) = (input_token?, output_token?);
        if output_token.member.ty != input_token.member.ty {
            let problem = format!(
                "is paginated with `{}` as the token, which is not of the type of the input's `{}`",
                output_token.path, input_token.path
            );
            pages.problem(problem, "name another member, or give both the same type");
            return None;
        }
        Some(Pagination {
            input_token: input_token.member.field,
            token: input_token.member.ty,
            output_token: output_token.path,
            page_size: match page_size {
                Some(size) => size.map(|size| Some((size.member.field, size.member.ty)))?,
                None => None,
            },
            // Items that are neither list nor map have no one type; the pages are there without them.
            items: items.flatten().and_then(|Found { path, member }| {
                let item = match member.ty {
                    Type::List(item) => (*item, None),
                    Type::Map(key, value) => (*key, Some(*value)),
                    _ => return None,
                };
                Some(Items { path, item })
            }),
        })
    }
}

/// What can stand for a page.
fn is_token(member: &Member) -> bool {
    match &member.ty {
        Type::Text | Type::List(_) | Type::Scalar("i8" | "i16" | "i32" | "i64") => true,
        Type::Map(key, _) => **key == Type::Text,
        _ => false,
    }
}

/// What can say how many items there are on a page. That some services want the number as a string, the AWS SDK for
/// Rust hands on, too.
fn is_size(member: &Member) -> bool {
    matches!(&member.ty, Type::Text | Type::Scalar("i8" | "i16" | "i32" | "i64"))
}

/// A member, and the way to it.
struct Found {
    path: Path,
    member: Member,
}

struct Pages<'a, 'm> {
    lowering: &'a mut Lowering<'m>,
    shape: &'m Shape,
    span: Span,
}

impl<'m> Pages<'_, 'm> {
    fn named(&mut self, property: &str, name: Option<String>, role: Role) -> Option<Found> {
        match name {
            Some(name) => self.member(&name, role),
            None => {
                let problem = format!("is paginated without `{property}`, which is not supported yet");
                self.problem(problem, "name the member, here or in the service's own `smithy.api#paginated`");
                None
            }
        }
    }

    /// The member that a path of names leads to, in the operation's input or output. An input's is one of its own.
    fn member(&mut self, name: &str, role: Role) -> Option<Found> {
        let property = if role == Role::Input { "input" } else { "output" };
        let mut end = self.lowering.end_shape(self.shape, property);
        let (mut steps, mut role) = (Vec::new(), role);
        let names: Vec<&str> = name.split('.').collect();
        for (index, step) in names.iter().enumerate() {
            let is_last = index + 1 == names.len();
            let nested = is_last || role != Role::Input;
            let Some((shape, found)) = end.and_then(|shape| Some((shape, shape.member(step).filter(|_| nested)?)))
            else {
                let owner = end.map_or("its structure", |shape| shape.id.name());
                let problem = format!("is paginated by `{name}`, where `{owner}` has no `{step}`");
                self.problem(problem, "name a member of the input or output, or a path of members in the output");
                return None;
            };
            // What is wrong with the member has been reported, or is reported here as there.
            let member = self.lowering.member(shape, found, role)?;
            steps.push((member.field.clone(), !member.always));
            if is_last {
                return Some(Found { path: Path(steps), member });
            }
            let structure = self.lowering.model.shapes.get(&found.target);
            end = structure.filter(|shape| shape.kind == "structure");
            role = Role::Shared;
        }
        None
    }

    fn of_type(&mut self, found: Found, what: &str, expected: &str, fits: impl Fn(&Member) -> bool) -> Option<Found> {
        if fits(&found.member) {
            return Some(found);
        }
        let problem = format!("is paginated with `{}` as the {what}, which is not {expected}", found.member.wire);
        self.problem(problem, "name another member; other types are not supported");
        None
    }

    fn problem(&mut self, problem: String, remedy: &str) {
        self.lowering.problems.push(Diagnostic::at(self.span, self.shape.id.as_str(), problem, remedy));
    }
}
