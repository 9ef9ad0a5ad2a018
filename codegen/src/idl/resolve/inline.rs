//! Lists and maps without names of their own, in the places of members' targets (Smithy 2.1, "Inline collections").

use super::{Resolver, bare};
use crate::ast::{Member, Shape, ShapeId, Trait, Traits};
use crate::idl::tree::Target;
use serde_json::{Map, Value as Json};

/// What the names of lists and maps begin with that have none of their own.
const SYNTHETIC: &str = "_Synthetic";

impl Resolver<'_> {
    /// What a member targets: a list or a map without a name is a shape of the namespace, of which there is one, however
    /// often it is written (Smithy 2.1, "Inline collections").
    pub(super) fn targeted(&mut self, target: &Target) -> String {
        let (kind, members, span) = match target {
            Target::Unit | Target::Elided => return String::new(),
            Target::Shape(name) => return self.id(&name.text),
            Target::List(target, span) => ("list", vec![("member", self.targeted(target))], *span),
            Target::Map(targets, span) => {
                let [key, value] = targets.as_ref();
                ("map", vec![("key", self.targeted(key)), ("value", self.targeted(value))], *span)
            }
        };
        let names: Vec<String> = members.iter().map(|(_, target)| self.part_of_name(target)).collect();
        let name = match names.as_slice() {
            [member] => format!("{SYNTHETIC}ListOf{member}"),
            names => format!("{SYNTHETIC}MapOf{}", names.join("_To_")),
        };
        let id = ShapeId::new(format!("{}#{name}", self.namespace));
        let member = |(name, target): (&str, String)| Member {
            name: name.to_owned(),
            target: ShapeId::new(target),
            span,
            traits: Traits::default(),
        };
        let trait_ = Trait { value: Json::Object(Map::new()), span, items: Vec::new() };
        let targets = members.iter().map(|(_, target)| target.clone()).collect();
        let traits = Traits([("smithy.api#synthetic".to_owned(), trait_)].into());
        let shape =
            || Shape { members: members.into_iter().map(member).collect(), ..bare(id.clone(), kind, span, traits) };
        self.synthetic.entry((id.clone(), targets)).or_insert_with(shape);
        id.to_string()
    }

    /// What a target is called in the name of the list or map that has it.
    fn part_of_name(&self, id: &str) -> String {
        let (namespace, name) = id.split_once('#').unwrap_or(("", id));
        let is_own = namespace == self.namespace;
        match name.starts_with('_') {
            true if is_own && name.starts_with(SYNTHETIC) => format!("_{name}"),
            false if namespace == "smithy.api" => format!("__{name}"),
            false if is_own => format!("_{name}"),
            _ => format!("_{}_{name}", namespace.replace('.', "_")),
        }
    }
}
