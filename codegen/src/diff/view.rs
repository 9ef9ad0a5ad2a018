//! What a comparison has to know of one of the models: what its service's operations reach, and what Rust makes of it.
//!
//! This says again, from the model alone, what `lower` decides: a model that the generator can't lower is compared as well,
//! and the API at a glance, which comes from what was lowered, is a witness of its own.

use super::{Scope, Side};
use crate::ast::{Member, Model, Shape, ShapeId};
use crate::names;
use crate::protocol::{self, Dispatch, Protocol};
use crate::traits::alloy::{JSON_UNKNOWN, NULLABLE, PRESERVE_KEY_ORDER};
use crate::traits::{self, Support};
use std::collections::{BTreeMap, BTreeSet};

/// What a shape is to the service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles {
    /// An operation's input.
    pub(super) input: bool,
    /// An operation's output.
    pub(super) output: bool,
    /// An error of an operation or of the service.
    pub(super) error: bool,
    /// The target of a member that is reached.
    pub(super) held: bool,
    /// Part of a request.
    pub(super) asked: bool,
    /// Part of an answer.
    pub(super) answered: bool,
}

impl Roles {
    /// What it is to either.
    pub(super) fn or(self, other: Roles) -> Roles {
        Roles {
            input: self.input || other.input,
            output: self.output || other.output,
            error: self.error || other.error,
            held: self.held || other.held,
            asked: self.asked || other.asked,
            answered: self.answered || other.answered,
        }
    }

    /// Whether it is reached at all.
    pub(super) fn any(self) -> bool {
        self.asked || self.answered
    }

    /// Whether a structure of it is built as others are, not as an input.
    pub(super) fn is_built(self) -> bool {
        self.output || self.error || self.held
    }
}

/// A field as Rust has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) ty: String,
    /// Whether it is the value itself, not an `Option` of it.
    pub(super) always: bool,
    /// Whether a value stands in for one that is missing.
    pub(super) defaulted: bool,
}

/// One of the models.
pub(super) struct View<'m> {
    pub(super) model: &'m Model,
    pub(super) service: Option<&'m Shape>,
    pub(super) protocol: Option<&'static Protocol>,
    operations: BTreeMap<&'m ShapeId, &'m Shape>,
    roles: BTreeMap<&'m ShapeId, Roles>,
    owners: BTreeMap<&'m ShapeId, Vec<Owner<'m>>>,
    /// The structures whose builders can fail, unless they are inputs.
    fallible: BTreeSet<&'m ShapeId>,
}

/// A service or resource, and the property in which it lists a shape.
pub(super) type Owner<'m> = (&'m Shape, &'static str);

/// How deep lists and maps are followed; no service comes near.
const DEPTH: usize = 32;

impl<'m> View<'m> {
    /// The view of the service that is meant, or of the only one. A model without a service has no closure.
    pub(super) fn of(model: &'m Model, scope: &Scope, side: Side) -> Self {
        let mut services = model.shapes.values().filter(|shape| shape.kind == "service");
        let is_it = |shape: &Shape, name: &String| [shape.id.as_str(), shape.id.name()].contains(&name.as_str());
        let service = services.find(|shape| scope.service.as_ref().is_none_or(|name| is_it(shape, name)));
        let asked = if side == Side::Old { &scope.protocol_before } else { &scope.protocol };
        let protocol = service.and_then(|service| {
            let asked = asked.as_deref().and_then(|name| protocol::of(&service.traits, Some(name)));
            asked.or_else(|| protocol::of(&service.traits, None))
        });
        let (operations, roles, fallible) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        let mut view = View { model, service, protocol, operations, roles, owners: owners(model), fallible };
        view.find_operations(scope);
        view.find_roles();
        let structures = model.shapes.values().filter(|shape| shape.kind == "structure");
        let can_fail = |shape: &&Shape| shape.members.iter().any(|member| view.is_needed(member));
        view.fallible = structures.filter(can_fail).map(|shape| &shape.id).collect();
        view
    }

    pub(super) fn shape(&self, id: &ShapeId) -> Option<&'m Shape> {
        self.model.shapes.get(id)
    }

    /// The shape's roles; none for one that the service doesn't reach.
    pub(super) fn roles(&self, id: &ShapeId) -> Roles {
        self.roles.get(id).copied().unwrap_or_default()
    }

    pub(super) fn operations(&self) -> impl Iterator<Item = &'m Shape> {
        self.operations.values().copied()
    }

    /// The services and resources that list a shape.
    pub(super) fn owners(&self, id: &ShapeId) -> &[Owner<'m>] {
        self.owners.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn has_operation(&self, id: &ShapeId) -> bool {
        self.operations.contains_key(id)
    }

    /// The shapes that the service reaches, itself apart.
    pub(super) fn closure(&self) -> impl Iterator<Item = &'m Shape> {
        self.roles.keys().filter_map(|id| self.shape(id))
    }

    /// Whether members can be bound to places beyond the body, and operations to methods and URIs.
    pub(super) fn binds_http(&self) -> bool {
        self.protocol.is_some_and(|protocol| protocol.dispatch == Dispatch::Http)
    }

    /// Whether alloy's traits say how members look.
    pub(super) fn honours_alloy(&self) -> bool {
        self.protocol.is_some_and(|protocol| protocol.honours_alloy)
    }

    /// What the generator does about a trait.
    pub(super) fn support(&self, id: &str) -> Support {
        self.protocol.map_or_else(|| traits::support(id), |protocol| protocol.support(id))
    }

    pub(super) fn honours_json_name(&self) -> bool {
        self.protocol.is_some_and(|protocol| protocol.honours_json_name)
    }

    pub(super) fn honours_timestamp_format(&self) -> bool {
        self.protocol.is_none_or(|protocol| protocol.honours_timestamp_format)
    }

    /// Whether bodies are XML, or forms that are named by its traits.
    pub(super) fn speaks_xml(&self) -> bool {
        self.protocol.is_some_and(|protocol| protocol.body.honours_xml_traits())
    }

    fn find_operations(&mut self, scope: &Scope) {
        const OF_OWNER: &[&str] =
            &["create", "put", "read", "update", "delete", "list", "operations", "collectionOperations"];
        let mut open: Vec<&Shape> = self.service.into_iter().collect();
        let mut seen = BTreeSet::new();
        while let Some(owner) = open.pop() {
            let listed = OF_OWNER.iter().flat_map(|property| owner.references(property));
            let shapes = listed.filter_map(|reference| self.model.shapes.get(&reference.target));
            let is_meant = |shape: &&Shape| {
                let mut patterns = scope.operations.iter();
                shape.kind == "operation"
                    && (scope.operations.is_empty() || patterns.any(|pattern| crate::matches(pattern, shape.id.name())))
            };
            self.operations.extend(shapes.filter(is_meant).map(|shape| (&shape.id, shape)));
            let resources = owner.references("resources").filter(|reference| seen.insert(&reference.target));
            open.extend(resources.filter_map(|reference| self.model.shapes.get(&reference.target)));
        }
    }

    fn find_roles(&mut self) {
        let asked = Roles { asked: true, ..Roles::default() };
        let answered = Roles { answered: true, ..Roles::default() };
        let owners: Vec<&Shape> = self.operations().chain(self.service).collect();
        for owner in owners {
            for (property, role) in [
                ("input", Roles { input: true, ..asked }),
                ("output", Roles { output: true, ..answered }),
                ("errors", Roles { error: true, ..answered }),
            ] {
                for reference in owner.references(property) {
                    self.reach(&reference.target, role);
                }
            }
        }
    }

    fn reach(&mut self, root: &'m ShapeId, role: Roles) {
        let held = Roles { input: false, output: false, error: false, held: true, ..role };
        let mut open = vec![(root, role)];
        while let Some((id, role)) = open.pop() {
            let Some(shape) = self.shape(id) else { continue };
            let before = self.roles(id);
            let now = before.or(role);
            if before != now {
                self.roles.insert(&shape.id, now);
                open.extend(shape.members.iter().map(|member| {
                    // What ends a stream of events is an error like those that operations name.
                    let fails = self.ends_stream(shape, member);
                    (&member.target, if fails { Roles { error: true, held: false, ..held } } else { held })
                }));
            }
        }
    }

    /// Whether a member of a stream of events is an error.
    fn ends_stream(&self, owner: &Shape, member: &Member) -> bool {
        let is_error = || self.shape(&member.target).is_some_and(|target| target.traits.has("error"));
        owner.kind == "union" && owner.traits.has("streaming") && is_error()
    }

    /// Whether a member's target is a stream of events.
    fn is_stream_of_events(&self, member: &Member) -> bool {
        self.shape(&member.target).is_some_and(|target| target.kind == "union" && target.traits.has("streaming"))
    }

    /// The type of a shape in Smithy's words: `string`, `list`, …
    pub(super) fn kind(&self, id: &ShapeId) -> String {
        self.model.kind(id)
    }

    /// The name of the type that a shape becomes: the service may call it otherwise.
    pub(super) fn type_name(&self, shape: &Shape) -> String {
        let renames = self.service.and_then(|service| service.values.get("rename"));
        let renamed = renames.and_then(|renames| renames.get(shape.id.as_str())?.as_str());
        names::type_name(renamed.unwrap_or(shape.id.name()))
    }

    /// The type of a value of a shape in Rust.
    pub(super) fn rust_type(&self, id: &ShapeId) -> String {
        self.rust_type_within(id, DEPTH)
    }

    fn rust_type_within(&self, id: &ShapeId, depth: usize) -> String {
        let Some(depth) = depth.checked_sub(1) else { return "…".to_owned() };
        let kind = self.kind(id);
        let shape = self.shape(id);
        let is = |name: &str| shape.is_some_and(|shape| shape.traits.has(name));
        let held = |name: &str| {
            let member = shape.and_then(|shape| shape.member(name));
            // Keys are strings: what a hostile model makes of them is not followed.
            let depth = if name == "key" { depth.min(1) } else { depth };
            let ty = member.map_or_else(String::new, |member| self.rust_type_within(&member.target, depth));
            if name != "key" && is("sparse") { format!("Option<{ty}>") } else { ty }
        };
        match (kind.as_str(), shape) {
            ("structure" | "union" | "enum", Some(shape)) => self.type_name(shape),
            ("list" | "set", _) => format!("Vec<{}>", held("member")),
            ("map", _) => {
                let map = if self.honours_alloy() && is(PRESERVE_KEY_ORDER) { "IndexMap" } else { "HashMap" };
                format!("{map}<{}, {}>", held("key"), held("value"))
            }
            ("document", _) if self.honours_alloy() && is(PRESERVE_KEY_ORDER) => "OrderedDocument".to_owned(),
            ("blob", _) if is("streaming") => "ByteStream".to_owned(),
            ("string", _) => "String".to_owned(),
            ("boolean", _) => "bool".to_owned(),
            ("byte", _) => "i8".to_owned(),
            ("short", _) => "i16".to_owned(),
            ("integer" | "intEnum", _) => "i32".to_owned(),
            ("long", _) => "i64".to_owned(),
            ("float", _) => "f32".to_owned(),
            ("double", _) => "f64".to_owned(),
            ("timestamp", _) => "DateTime".to_owned(),
            (kind, _) => names::type_name(kind),
        }
    }

    /// The field of a structure's member, where the structure is an input or is not.
    pub(super) fn field(&self, member: &Member, of_input: bool) -> Field {
        let (always, defaulted) = self.presence(member, of_input);
        let ty = self.rust_type(&member.target);
        let ty = match (self.is_stream_of_events(member), of_input) {
            (true, true) => format!("EventStreamSender<{ty}, {}>", names::event_error_name(&ty)),
            (true, false) => format!("EventReceiver<{ty}, {}>", names::event_error_name(&ty)),
            (false, _) => ty,
        };
        let says = |id: &str| self.honours_alloy() && member.traits.has(id);
        let ty = match says(PRESERVE_KEY_ORDER) {
            true if ty == "Document" => "OrderedDocument".to_owned(),
            true => ty.strip_prefix("HashMap<").map_or(ty.clone(), |rest| format!("IndexMap<{rest}")),
            false => ty,
        };
        if says(NULLABLE) || says(JSON_UNKNOWN) {
            let ty = if says(NULLABLE) { format!("Option<{ty}>") } else { ty };
            return Field { ty, always: false, defaulted: false };
        }
        Field { ty, always, defaulted }
    }

    /// Whether it is the message that an error has in Rust, whether its model has a member for it or not.
    pub(super) fn is_message(&self, roles: Roles, member: &Member) -> bool {
        let field = self.field(member, false);
        roles.error && names::field_name(&member.name) == names::MESSAGE && field.ty == "String" && !field.always
    }

    /// Whether a member's field is the value itself, and whether a value stands in for one that is missing.
    fn presence(&self, member: &Member, of_input: bool) -> (bool, bool) {
        let target = self.shape(&member.target);
        let streams = target.is_some_and(|target| target.kind == "blob" && target.traits.has("streaming"));
        let is_aggregate = target.is_some_and(|target| matches!(target.kind.as_str(), "structure" | "union"));
        let default = member.traits.get("default").is_some_and(|found| !found.value.is_null());
        let defaulted = streams || default && !of_input && !member.traits.has("clientOptional");
        let required = member.traits.has("required") && !is_aggregate && !of_input;
        (defaulted || required || self.is_stream_of_events(member), defaulted)
    }

    /// Whether a structure can't be built without a value for this member.
    pub(super) fn is_needed(&self, member: &Member) -> bool {
        let (always, defaulted) = self.presence(member, false);
        always && !defaulted
    }

    /// Whether the builder of a structure that is no input can fail.
    pub(super) fn can_fail(&self, shape: &Shape) -> bool {
        self.fallible.contains(&shape.id)
    }
}

/// Who lists each operation and resource.
fn owners(model: &Model) -> BTreeMap<&ShapeId, Vec<Owner<'_>>> {
    let mut found: BTreeMap<&ShapeId, Vec<Owner<'_>>> = BTreeMap::new();
    for owner in model.shapes.values().filter(|shape| matches!(shape.kind.as_str(), "service" | "resource")) {
        for property in ["operations", "resources"] {
            for reference in owner.references(property) {
                found.entry(&reference.target).or_default().push((owner, property));
            }
        }
    }
    found
}
