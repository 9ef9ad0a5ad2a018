//! Pagination (Smithy 2.0, "Behavior traits").

use crate::ast::Shape;
use crate::diagnostic::Span;
use crate::ir::{Items, Member, Pagination, Path, Role, Type};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::lower::shape::member_called;
use crate::traits::{MORE_IF, Paginated};

/// How an operation's pages hang together. What its own trait leaves out, the service's says.
pub(super) fn pagination(facts: &Facts, shape: &Shape, problems: &mut Problems) -> Option<Pagination> {
    let own = problems.read(shape.id.as_str(), shape.traits.paginated())??;
    let general = problems.read(facts.service.id.as_str(), facts.service.traits.paginated())?.unwrap_or_default();
    let Paginated { input_token, output_token, page_size, items, span } = own;
    let mut pages = Pages { facts, shape, span, problems };
    let input_token = pages.named("inputToken", input_token.or(general.input_token), Role::Input);
    let output_token = pages.named("outputToken", output_token.or(general.output_token), Role::Output);
    let page_size = page_size.or(general.page_size).map(|name| pages.member(&name, Role::Input));
    let items = items.or(general.items).map(|name| pages.member(&name, Role::Output));
    let more = flag(&mut pages)?;
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
        more,
        page_size: match page_size {
            Some(size) => size.map(|size| Some((size.member.field, size.member.ty)))?,
            None => None,
        },
        items: items.flatten().and_then(Found::items),
    })
}

/// The flag that says whether a page follows, as a field and whether that is an `Option`.
fn flag(pages: &mut Pages<'_, '_>) -> Option<Option<(String, bool)>> {
    let Some(name) = pages.problems.read(pages.shape.id.as_str(), pages.shape.traits.text(MORE_IF))? else {
        return Some(None);
    };
    let found = pages.member(&name, Role::Output)?;
    let found =
        pages.of_type(found, "sign that there is more", "a boolean", |member| member.ty == Type::Scalar("bool"))?;
    Some(found.path.0.into_iter().next())
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

impl Found {
    /// The items of a page. Where they are neither list nor map they have no one type; the pages are there without them.
    fn items(self) -> Option<Items> {
        let item = match self.member.ty {
            Type::List(item) => (*item, None),
            Type::Map(key, value) => (*key, Some(*value)),
            _ => return None,
        };
        Some(Items { path: self.path, item })
    }
}

struct Pages<'a, 'm> {
    facts: &'a Facts<'m>,
    shape: &'a Shape,
    span: Span,
    problems: &'a mut Problems,
}

impl Pages<'_, '_> {
    fn named(&mut self, property: &str, name: Option<String>, role: Role) -> Option<Found> {
        let Some(name) = name else {
            let problem = format!("is paginated without `{property}`, which is not supported yet");
            self.problem(problem, "name the member, here or in the service's own `smithy.api#paginated`");
            return None;
        };
        self.member(&name, role)
    }

    /// The member that a path of names leads to, in the operation's input or output. An input's is one of its own.
    fn member(&mut self, name: &str, role: Role) -> Option<Found> {
        let property = if role == Role::Input { "input" } else { "output" };
        let mut end = self.facts.targets.end(self.shape, property);
        let (mut steps, mut role) = (Vec::new(), role);
        let mut names = name.split('.').peekable();
        while let Some(step) = names.next() {
            let is_last = names.peek().is_none();
            let nested = is_last || role != Role::Input;
            let shape = end.filter(|_| nested);
            let Some((found, member)) = shape.and_then(|shape| member_called(self.facts, shape, step, role)) else {
                let owner = end.map_or("its structure", |shape| shape.id.name());
                let problem = format!("is paginated by `{name}`, where `{owner}` has no `{step}`");
                self.problem(problem, "name a member of the input or output, or a path of members in the output");
                return None;
            };
            let member = member?;
            steps.push((member.field.clone(), !member.always));
            if is_last {
                return Some(Found { path: Path(steps), member });
            }
            let structure = self.facts.targets.get(&found.target);
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
        self.problems.at(self.span, self.shape.id.as_str(), problem, remedy);
    }
}
