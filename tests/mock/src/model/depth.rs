//! How deep the shallowest value of each shape is: what tells, of a shape that holds itself, where it ends.

use super::{Kind, Member, Shape};

/// Measures all shapes, each of which counts as endless before.
pub(super) fn measure(shapes: &mut [Shape]) {
    // A depth is settled after as many rounds as it says.
    loop {
        let depths: Vec<u32> = shapes.iter().map(|shape| depth(shapes, shape)).collect();
        let mut changed = false;
        for (shape, depth) in shapes.iter_mut().zip(depths) {
            changed |= shape.depth != depth;
            shape.depth = depth;
        }
        if !changed {
            return;
        }
    }
}

fn depth(shapes: &[Shape], shape: &Shape) -> u32 {
    let of = |member: &Member| shapes.get(member.target).map_or(0, |target| target.depth);
    let may_be_empty = shape.constraints.length.is_none_or(|(least, _)| least == 0);
    let inside = match &shape.kind {
        Kind::Structure(found) => {
            let required = found.members.iter().filter(|member| member.required);
            required.map(of).max().unwrap_or_default()
        }
        Kind::Union(found) => found.members.iter().map(of).min().unwrap_or(u32::MAX),
        Kind::List(item, _) if !may_be_empty => of(item),
        Kind::Map(_, item, _) if !may_be_empty => of(item),
        _ => return 0,
    };
    inside.saturating_add(1)
}
