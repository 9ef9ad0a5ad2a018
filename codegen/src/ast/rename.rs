//! Shapes that a service calls otherwise than they are called (Smithy 2.0, "service", `rename`).

use super::{Shape, ShapeId};
use std::collections::BTreeMap;

/// Gives shapes the names that their services have for them, wherever they are referred to. A name that is taken in the
/// shape's own namespace stays as it is, and is reported like any other collision.
pub(super) fn apply(shapes: &mut BTreeMap<ShapeId, Shape>) {
    let renames = shapes.values().filter_map(|shape| shape.values.get("rename")?.as_object()).flatten();
    let renames = renames.filter_map(|(from, to)| Some((ShapeId::new(from.as_str()), to.as_str()?.to_owned())));
    let renames: Vec<_> = renames.collect();
    let mut renamed = BTreeMap::new();
    for (from, name) in &renames {
        let namespace = from.as_str().split_once('#').map_or("", |(namespace, _)| namespace);
        let to = ShapeId::new(format!("{namespace}#{name}"));
        if shapes.contains_key(&to) {
            continue;
        }
        if let Some(shape) = shapes.remove(from) {
            shapes.insert(to.clone(), Shape { id: to.clone(), ..shape });
            renamed.insert(from.clone(), to);
        }
    }
    if renamed.is_empty() {
        return;
    }
    for shape in shapes.values_mut() {
        let targets = shape.members.iter_mut().map(|member| &mut member.target);
        for target in targets.chain(shape.references.iter_mut().map(|(_, reference)| &mut reference.target)) {
            if let Some(to) = renamed.get(target) {
                *target = to.clone();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ShapeId;

    #[test]
    fn a_shape_is_called_what_the_service_calls_it() {
        let model = crate::ast::parse(
            r##"{"smithy": "2.0", "shapes": {
                "a#S": {"type": "service", "version": "1", "rename": {"b#T": "OtherT"}},
                "a#T": {"type": "structure", "members": {"t": {"target": "b#T"}}},
                "b#T": {"type": "string"}
            }}"##,
        );
        let model = model.expect("the model parses");
        assert_eq!(model.shapes[&ShapeId::new("a#T")].members[0].target.as_str(), "b#OtherT");
        assert_eq!(model.shapes[&ShapeId::new("b#OtherT")].id.name(), "OtherT");
    }
}
