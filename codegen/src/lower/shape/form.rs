//! How unions look in JSON where alloy's traits say so, and whether they can be read back.

use super::union::wire_name;
use crate::ast::{Member, Shape};
use crate::ir::Tagging;
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::traits::alloy::{DISCRIMINATED, JSON_UNKNOWN, UNTAGGED};

/// How a union's members are told, and which is all that it doesn't know.
pub(super) fn of(facts: &Facts, shape: &Shape, problems: &mut Problems) -> (Tagging, Option<String>) {
    if !facts.protocol.honours_alloy {
        return (Tagging::Tagged, None);
    }
    let open = open(facts, shape, problems);
    let key = problems.read(shape.id.as_str(), shape.traits.text(DISCRIMINATED)).flatten();
    let tagging = match (key, shape.traits.has(UNTAGGED)) {
        (Some(_), true) => {
            let both = format!("has both `{DISCRIMINATED}` and `{UNTAGGED}`");
            problems.of(shape, both, "keep one of the two traits");
            Tagging::Untagged
        }
        (Some(key), false) => {
            discriminated(facts, shape, &key, problems);
            Tagging::Discriminated(key)
        }
        (None, true) => {
            untagged(facts, shape, problems);
            Tagging::Untagged
        }
        (None, false) => Tagging::Tagged,
    };
    (tagging, open)
}

fn is_open(member: &&Member) -> bool {
    member.traits.has(JSON_UNKNOWN)
}

/// The member that is all that a union doesn't know: a document.
fn open(facts: &Facts, shape: &Shape, problems: &mut Problems) -> Option<String> {
    let mut members = shape.members.iter().filter(is_open);
    let member = members.next()?;
    if let Some(second) = members.next() {
        let problem = format!("has a second member with `{JSON_UNKNOWN}`, `{}`", second.name);
        problems.of(shape, problem, "keep one of the two traits");
    }
    if kind(facts, member) != "document" {
        let problem = format!("has `{JSON_UNKNOWN}` and is no document, as whatever may come has to be");
        problems.at(member.span, &format!("{}${}", shape.id, member.name), problem, "target a document");
    }
    wire_name(facts, shape, member, problems)
}

/// Reports members that aren't objects, or that have a member of the key's name themselves.
fn discriminated(facts: &Facts, shape: &Shape, key: &str, problems: &mut Problems) {
    for member in shape.members.iter().filter(|member| !is_open(member)) {
        let name = format!("{}${}", shape.id, member.name);
        let target = facts.targets.get(&member.target).filter(|target| target.kind == "structure");
        let Some(target) = target else {
            let problem = "is no structure, and so has no place for the key that tells its union's members";
            problems.at(member.span, &name, problem, "target a structure");
            continue;
        };
        let taken = target.members.iter().find(|inner| json_name(inner) == key);
        if let Some(taken) = taken {
            let problem = format!("has a member `{}`, by whose name the key tells its union's members", taken.name);
            problems.at(member.span, &name, problem, "rename one of the two in JSON");
        }
    }
}

fn json_name(member: &Member) -> String {
    member.traits.text("jsonName").ok().flatten().unwrap_or_else(|| member.name.clone())
}

/// Reports members of which one before always is read.
fn untagged(facts: &Facts, shape: &Shape, problems: &mut Problems) {
    let members: Vec<&Member> = shape.members.iter().filter(|member| !is_open(member)).collect();
    for (index, later) in members.iter().enumerate() {
        let name = format!("{}${}", shape.id, later.name);
        if later.target.as_str() == "smithy.api#Unit" {
            problems.at(later.span, &name, "holds nothing, which has no looks", "target a structure");
            continue;
        }
        if let Some(first) = members.iter().take(index).find(|first| covers(facts, first, later)) {
            let problem = format!("always is read as `{}`, which stands before it and looks the same", first.name);
            let remedy = format!("put it before that, or tell the two by what is required, or by `{DISCRIMINATED}`");
            problems.at(later.span, &name, problem, remedy);
        }
    }
}

/// Whether every value of `later` is one of `first`, too.
fn covers(facts: &Facts, first: &Member, later: &Member) -> bool {
    const WHOLE: &[&str] = &["byte", "short", "integer", "intEnum", "long"];
    const NUMBERS: &[&str] =
        &["byte", "short", "integer", "intEnum", "long", "float", "double", "bigInteger", "bigDecimal"];
    let (of_first, of_later) = (kind(facts, first), kind(facts, later));
    match of_first {
        "document" => true,
        "string" => matches!(of_later, "string" | "enum" | "blob") || text_timestamp(facts, later),
        "float" | "double" | "bigDecimal" => NUMBERS.contains(&of_later),
        // One may be too large for the other.
        "long" | "bigInteger" => WHOLE.contains(&of_later) || of_later == of_first,
        "structure" if of_later == "structure" && first.target != later.target => {
            let shapes = (facts.targets.get(&first.target), facts.targets.get(&later.target));
            shapes.0.zip(shapes.1).is_some_and(|(first, later)| covers_members(first, later))
        }
        "boolean" | "blob" | "timestamp" | "byte" | "short" | "integer" => of_later == of_first,
        _ => first.target == later.target,
    }
}

/// Whether all that the one requires, the other requires as well, and what else it may have is the same there or absent.
fn covers_members(first: &Shape, later: &Shape) -> bool {
    first.members.iter().all(|member| {
        let other = later.members.iter().find(|other| json_name(other) == json_name(member));
        match other {
            Some(other) if other.target != member.target => false,
            Some(other) => !member.traits.has("required") || other.traits.has("required"),
            None => !member.traits.has("required"),
        }
    })
}

fn text_timestamp(facts: &Facts, member: &Member) -> bool {
    let of_target = || facts.targets.get(&member.target)?.traits.text("timestampFormat").ok().flatten();
    let format = member.traits.text("timestampFormat").ok().flatten().or_else(of_target);
    kind(facts, member) == "timestamp" && format.as_deref() != Some("epoch-seconds")
}

/// The type of a member's target in Smithy's words.
fn kind<'f>(facts: &'f Facts, member: &Member) -> &'f str {
    super::value::prelude(&member.target)
        .or_else(|| Some(facts.targets.get(&member.target)?.kind.as_str()))
        .unwrap_or("")
}
