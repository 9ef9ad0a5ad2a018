//! Where traits can stand (Smithy 2.0, "Defining traits": `selector`, `conflicts`, `structurallyExclusive`).

use super::{Checker, Event};
use crate::ast::{Shape, ShapeId, Trait, Traits};
use crate::diagnostic::Span;
use crate::selector::{Graph, Selector};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What the selectors of traits' definitions yield, each evaluated once; none if it could not be.
type Places<'g> = BTreeMap<&'g str, Option<Place<'g>>>;

/// How often a selector is evaluated anew to say which trait is lacking.
const MOST_WALKS: usize = 4;

/// Where a trait can stand.
struct Place<'g> {
    selector: &'g str,
    found: BTreeSet<&'g str>,
    /// Where it could stand if the selector didn't ask for this trait, for those that were looked for.
    without: BTreeMap<&'g str, BTreeSet<&'g str>>,
}

impl<'g> Place<'g> {
    /// The trait that a shape lacks to be selected, if there is one such and nothing else.
    fn lacking(&mut self, graph: &'g Graph<'_>, target: &str, traits: &Traits) -> Option<&'g str> {
        let selector = self.selector;
        asked_for(selector).find(|asked| !traits.has(asked)).filter(|name| {
            // Each is a walk over the model: of a selector that asks for many traits, which one is lacking isn't looked for.
            if self.without.len() >= MOST_WALKS && !self.without.contains_key(name) {
                return false;
            }
            let found = self.without.entry(name).or_insert_with(|| {
                let without = Selector::parse(&selector.replacen(&format!("[trait|{name}]"), "", 1));
                without.ok().and_then(|without| without.select(graph).ok()).unwrap_or_default()
            });
            found.contains(target)
        })
    }
}

impl<'a> Checker<'a> {
    /// Whether all traits of these shapes, which have what their mixins have, stand where their definitions let them.
    pub(super) fn places(&mut self, shapes: &BTreeMap<ShapeId, Shape>, graph: &Graph<'_>) {
        let mut places = Places::new();
        let known = self.problems.len();
        for shape in shapes.values() {
            self.event = "TraitTarget";
            self.place(graph, &mut places, shape.id.to_string(), &shape.traits);
            for member in &shape.members {
                // Of what a member targets and isn't there, nothing is known.
                if self.shape(&member.target).is_some() {
                    self.place(graph, &mut places, format!("{}${}", shape.id, member.name), &member.traits);
                }
            }
            self.event = "TraitConflict";
            self.conflicts(shape.id.as_str(), &shape.traits);
            for member in &shape.members {
                self.conflicts(&format!("{}${}", shape.id, member.name), &member.traits);
            }
            self.exclusive(shape);
        }
        // A trait of a mixin is told once, however many have it.
        let mut told = BTreeSet::new();
        let found = self.problems.split_off(known.min(self.problems.len()));
        let place = |event: &Event| event.diagnostic.span.map(|span| span.start);
        self.problems.extend(found.into_iter().filter(|event| told.insert((place(event), event.id))));
    }

    /// A property of a trait's definition.
    fn property(&self, id: &str, name: &str) -> Option<&'a Value> {
        let definition = self.shape(&ShapeId::new(id))?;
        definition.traits.get("trait")?.value.get(name)
    }

    fn place<'g>(&mut self, graph: &'g Graph<'_>, places: &mut Places<'g>, target: String, traits: &'g Traits)
    where
        'a: 'g,
    {
        for (id, applied) in &traits.0 {
            let Some(text) = self.property(id, "selector").and_then(Value::as_str) else { continue };
            if !self.is_checked(applied.span) {
                continue;
            }
            if !places.contains_key(id.as_str()) {
                let found = self.selected(graph, id, text);
                places.insert(id, found.map(|found| Place { selector: text, found, without: BTreeMap::new() }));
            }
            if let Some(Some(place)) = places.get_mut(id.as_str())
                && !place.found.contains(target.as_str())
            {
                let problem = format!("has the trait `{id}`, which its definition doesn't let it have");
                let remedy = match place.lacking(graph, &target, traits) {
                    Some(name) => format!("add `@{name}`, which it asks for, or remove it"),
                    None => format!("remove it, or move it to what `{}` selects", one_line(place.selector)),
                };
                self.wrong(applied.span, target.as_str(), problem, remedy);
            }
        }
    }

    /// What the selector of a trait's definition yields.
    pub(super) fn selected<'g>(&mut self, graph: &'g Graph<'_>, id: &str, text: &str) -> Option<BTreeSet<&'g str>> {
        let event = std::mem::replace(&mut self.event, "SelectorSyntaxError");
        let span = self.shape(&ShapeId::new(id)).map_or(Span::default(), |definition| definition.span);
        let found = match Selector::parse(text) {
            Ok(selector) => selector.select(graph).map_err(|_| {
                ("has a selector that takes more steps than a model should ask for".to_owned(), "make it simpler")
            }),
            Err(wrong) => {
                let (before, after) = text.split_at_checked(wrong.at).unwrap_or((text, ""));
                let place = if after.is_empty() { "its end".to_owned() } else { format!("`{}`", one_line(after)) };
                let problem = format!("has a selector that is none: at {place}, {}", wrong.problem);
                Err((problem, if before.is_empty() { "write one, or remove `selector`" } else { "correct it" }))
            }
        };
        let found = found.map_err(|(problem, remedy)| self.wrong(span, id, problem, remedy)).ok();
        self.event = event;
        found
    }

    /// Traits that exclude each other.
    fn conflicts(&mut self, target: &str, traits: &Traits) {
        for (id, applied) in &traits.0 {
            let named = self.property(id, "conflicts").and_then(Value::as_array).into_iter().flatten();
            let named = named.filter_map(Value::as_str).map(absolute);
            let others: Vec<String> = named.filter(|other| other != id && traits.0.contains_key(other)).collect();
            if !others.is_empty() && self.is_checked(applied.span) {
                let others = others.iter().map(|other| format!("`{other}`")).collect::<Vec<_>>().join(", ");
                let problem = format!("has the trait `{id}` together with {others}");
                self.wrong(applied.span, target, problem, "remove one of them");
            }
        }
    }

    /// Traits that only one member of a structure can have, or that only one of its targets can.
    fn exclusive(&mut self, shape: &Shape) {
        let mut of_members: BTreeMap<&str, &str> = BTreeMap::new();
        let mut of_targets: BTreeMap<&str, &str> = BTreeMap::new();
        for member in &shape.members {
            let target = self.shape(&member.target);
            for (id, applied) in &member.traits.0 {
                self.once(shape, &member.name, id, applied.span, "member", &mut of_members);
            }
            for (id, Trait { .. }) in target.into_iter().flat_map(|target| &target.traits.0) {
                self.once(shape, &member.name, id, member.span, "target", &mut of_targets);
            }
        }
    }

    fn once<'t>(
        &mut self,
        shape: &Shape,
        member: &'t str,
        id: &'t str,
        span: Span,
        kind: &str,
        known: &mut BTreeMap<&'t str, &'t str>,
    ) {
        if self.property(id, "structurallyExclusive").and_then(Value::as_str) != Some(kind) {
            return;
        }
        let Some(other) = known.insert(id, member).filter(|_| self.is_checked(span)) else { return };
        self.event =
            if kind == "member" { "ExclusiveStructureMemberTrait" } else { "ExclusiveStructureMemberTraitTarget" };
        let what = if kind == "member" { "has" } else { "targets a shape with" };
        let problem = format!("{what} the trait `{id}`, as `{other}` does, and only one member can");
        self.wrong(span, format!("{}${member}", shape.id), problem, "remove it from one of the two");
    }
}

/// A trait's whole ID: a name alone is one of Smithy's own.
fn absolute(id: &str) -> String {
    if id.contains('#') { id.to_owned() } else { format!("smithy.api#{id}") }
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The traits that a selector asks for: `required` of `member[trait|required]`.
fn asked_for(selector: &str) -> impl Iterator<Item = &str> {
    let names = selector.split("[trait|").skip(1).filter_map(|rest| rest.split_once(']')).map(|(name, _)| name);
    names.filter(|name| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".#".contains(&byte))
    })
}
