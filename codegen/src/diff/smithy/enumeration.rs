//! `ChangedEnumTrait`: values that an enum has or no longer has. Values are told apart by what is sent, not by name.

use super::Event;
use crate::ast::{Member, Shape};
use crate::diff::fact::{Bearer, Both};
use crate::diff::verdict::Severity;
use serde_json::Value;

fn value(member: &Member) -> &str {
    member.traits.get("enumValue").and_then(|found| found.value.as_str()).unwrap_or(&member.name)
}

/// The event of a value that the older enum lacks. One that is added behind all others is no harm.
pub(super) fn added(shape: Both<&Shape>, member: &Member) -> Option<Event> {
    if shape.old.kind != "enum" || shape.old.members.iter().any(|before| value(before) == value(member)) {
        return None;
    }
    let is_kept = |before: &&Member| shape.new.members.iter().any(|now| value(now) == value(before));
    // How many values there should be before the first that was appended; it grows by each that stands before.
    let mut kept = shape.old.members.iter().filter(is_kept).count();
    for (index, now) in shape.new.members.iter().enumerate() {
        if shape.old.members.iter().any(|before| value(before) == value(now)) {
            continue;
        }
        let is_inserted = index < kept;
        if now.name == member.name {
            return Some(match is_inserted {
                true => Event::new(format!("ChangedEnumTrait.OrderChanged.{index}"), Severity::Error),
                false => Event::new(format!("ChangedEnumTrait.Appended.{index}"), Severity::Note),
            });
        }
        kept += usize::from(is_inserted);
    }
    None
}

/// The event of a member that is gone: of its value, or of its name where another has the value.
pub(super) fn removed(shape: Both<&Shape>, member: &Member) -> Option<Event> {
    if shape.old.kind != "enum" {
        return None;
    }
    let index = shape.old.members.iter().position(|before| before.name == member.name)?;
    Some(match shape.new.members.iter().any(|now| value(now) == value(member)) {
        true => Event::new(format!("ChangedEnumTrait.NameChanged.{index}"), Severity::Error),
        false => Event::new(format!("ChangedEnumTrait.Removed.{index}"), Severity::Error),
    })
}

/// The events of a member that stands for another value.
pub(super) fn value_changed(subject: Bearer<'_>, id: &str, values: Both<Option<&Value>>) -> Vec<Event> {
    let Some(member) = subject.member.filter(|_| id == "smithy.api#enumValue") else { return Vec::new() };
    if values.old == values.new || subject.shape.old.kind != "enum" {
        return Vec::new();
    }
    removed(subject.shape, member.old).into_iter().chain(added(subject.shape, member.new)).collect()
}
