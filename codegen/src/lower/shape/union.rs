//! Unions.

use crate::ast::{Member, Shape};
use crate::ir::{Codec, Place, Union, UnionVariant};
use crate::lower::Lowering;
use crate::{docs, names};

impl<'m> Lowering<'m> {
    /// The unions in the closure, by name.
    pub(in crate::lower) fn unions(&mut self) -> Vec<Union> {
        let model = self.model;
        let shapes: Vec<_> = self.roles.keys().filter_map(|id| model.shapes.get(id)).collect();
        let unions = shapes.into_iter().filter(|shape| shape.kind == "union");
        let mut lowered: Vec<Union> = unions.map(|shape| self.lower_union(shape)).collect();
        lowered.sort_by(|a, b| a.name.cmp(&b.name));
        lowered
    }

    fn lower_union(&mut self, shape: &'m Shape) -> Union {
        if shape.members.is_empty() {
            self.problem(shape, "is a union without members", "give it at least one");
        }
        self.check_variants(shape);
        Union {
            name: names::type_name(shape.id.name()),
            docs: self.shape_docs(shape),
            variants: shape.members.iter().filter_map(|member| self.union_variant(shape, member)).collect(),
            deprecated: shape.traits.deprecated(),
        }
    }

    fn union_variant(&mut self, shape: &'m Shape, member: &'m Member) -> Option<UnionVariant> {
        let name = format!("{}${}", shape.id, member.name);
        let documentation = self.ok_at(&name, member.traits.documentation())?;
        let wire = match self.ok_at(&name, member.traits.text("jsonName"))? {
            Some(json) if self.protocol.honours_json_name => json,
            _ => member.name.clone(),
        };
        let value = match member.target.as_str() {
            "smithy.api#Unit" => None,
            _ => Some(self.value(shape.id.as_str(), member, &Place::Body)?),
        };
        let sensitive = value.as_ref().is_some_and(|value| value.sensitive);
        let (ty, codec) = value.map_or((None, Codec::Plain), |value| (Some(value.ty), value.codec));
        let variant = names::variant_name(&member.name);
        Some(UnionVariant {
            field: names::snake_name(&variant),
            name: variant,
            docs: docs::markdown(&documentation),
            wire,
            ty,
            codec,
            sensitive,
        })
    }
}
