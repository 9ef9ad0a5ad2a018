//! Members of a structure that would stand in one place of HTTP (Smithy 2.0, "HTTP bindings").

use super::{Rules, listed, text};
use crate::ast::Shape;
use std::collections::BTreeMap;

impl<'m> Rules<'_, '_, 'm> {
    pub(super) fn message(&mut self, shape: &'m Shape) {
        self.twice(shape, "httpQuery", "HttpQueryTrait", "the query parameter", str::to_owned);
        self.twice(shape, "httpHeader", "HttpHeaderTrait", "the header", str::to_ascii_lowercase);
        self.twice(shape, "resourceIdentifier", "ResourceIdentifierBinding", "the identifier", str::to_owned);
        // An empty prefix takes what no other member does.
        let prefixes =
            shape.members.iter().filter_map(|member| Some((member, text(&member.traits, "httpPrefixHeaders")?)));
        for (holder, prefix) in prefixes.filter(|(_, prefix)| !prefix.is_empty()) {
            let prefix = prefix.to_ascii_lowercase();
            for member in &shape.members {
                let header = text(&member.traits, "httpHeader").map(str::to_ascii_lowercase);
                if header.is_some_and(|header| header.starts_with(&prefix)) {
                    let problem =
                        format!("is bound to a header that begins with `{prefix}`, as those of `{}` do", holder.name);
                    let name = format!("{}${}", shape.id, member.name);
                    self.wrong("HttpPrefixHeadersTrait", member.span, name, problem, "rename the header or the prefix");
                }
            }
        }
    }

    /// Two members of one name in JSON.
    pub(super) fn json_names(&mut self, shape: &'m Shape) {
        let mut known: BTreeMap<&str, &str> = BTreeMap::new();
        // Those that say nothing of it have different names, and come first.
        let mut members: Vec<_> = shape.members.iter().collect();
        members.sort_by_key(|member| member.traits.has("jsonName"));
        for member in members {
            let json = text(&member.traits, "jsonName").unwrap_or(&member.name);
            if let Some(other) = known.insert(json, &member.name) {
                let problem = format!("is called `{json}` in JSON, as `{other}` is");
                let span = member.traits.get("jsonName").map_or(member.span, |found| found.span);
                let name = format!("{}${}", shape.id, member.name);
                self.wrong("JsonName", span, name, problem, "give one of the two another `@jsonName`");
            }
        }
    }

    /// Beside a member that is an event's whole body, all others are headers.
    pub(super) fn event(&mut self, shape: &'m Shape) {
        let Some(body) = shape.members.iter().find(|member| member.traits.has("eventPayload")) else { return };
        let others = shape.members.iter().filter(|member| !member.traits.has("eventPayload"));
        let others: Vec<&str> =
            others.filter(|member| !member.traits.has("eventHeader")).map(|member| member.name.as_str()).collect();
        if !others.is_empty() {
            let problem = format!("has `{}` as the event's body, and {} bound to nothing", body.name, listed(others));
            let remedy = "give each `@eventHeader`, or remove `@eventPayload`";
            self.wrong("EventPayloadTrait", shape.span, shape.id.as_str(), problem, remedy);
        }
    }

    /// Two members with the same value of a trait.
    fn twice(&mut self, shape: &'m Shape, id: &str, event: &'static str, what: &str, key: fn(&str) -> String) {
        let mut known: BTreeMap<String, &str> = BTreeMap::new();
        for member in &shape.members {
            let Some(found) = member.traits.get(id) else { continue };
            let Some(value) = found.value.as_str().map(key) else { continue };
            if let Some(other) = known.insert(value.clone(), &member.name) {
                let problem = format!("is bound to {what} `{value}`, as `{other}` is");
                let name = format!("{}${}", shape.id, member.name);
                self.wrong(event, found.span, name, problem, "bind one of the two to another");
            }
        }
    }
}
