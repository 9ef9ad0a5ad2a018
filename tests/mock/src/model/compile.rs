//! From a model's files to [`Model`].

use super::{
    Constraints, Dispatch, ErrorShape, Events, Example, Kind, Look, Member, Model, Operation, Place, Protocol, Shape,
    ShapeId, Structure, Unservable, depth, protocol, traits, xml,
};
use codegen::diagnostic::Problems;
use codegen::{ast, fixups, idl};
use http::StatusCode;
use std::collections::{BTreeSet, HashMap};

const NO_AUTH: &str = "smithy.api#noAuth";

/// Compiles the model of a service, from its files: each a name and a text, Smithy IDL where the name ends in `.smithy`, the
/// JSON AST elsewhere. It is served in the protocol that is asked for, or else in the first of [`protocol::ALL`] that it speaks.
pub(crate) fn compile(files: &[(&str, &str)], asked: Option<&str>) -> Result<Model, Unservable> {
    let broken = |problems: Problems| Unservable::broken(files, problems.as_slice());
    let mut ast = idl::load(files).map_err(broken)?;
    fixups::apply(&mut ast).map_err(broken)?;
    let services: Vec<_> = ast.shapes.values().filter(|shape| shape.kind == "service").collect();
    let [service] = services[..] else {
        return Err(Unservable::Services(services.iter().map(|service| service.id.to_string()).collect()));
    };
    let Some(protocol) = protocol::spoken(&service.traits, asked) else {
        let spoken = service.traits.0.keys().filter(|id| id.contains("rotocols#")).cloned().collect();
        return Err(Unservable::Protocol { service: service.id.to_string(), spoken, asked: asked.map(str::to_owned) });
    };
    let mut compiler = Compiler::new(&ast, protocol);
    let operations = compiler.operations(service);
    if operations.is_empty() {
        return Err(Unservable::NoOperation(service.id.to_string()));
    }
    let of_trait = |id: &str, key: &str| Some(service.traits.get(id)?.value.get(key)?.as_str()?.to_owned());
    let sdk_id = of_trait("aws.api#service", "sdkId").unwrap_or_else(|| service.id.name().to_owned());
    let mut shapes: Vec<_> = compiler.shapes.into_iter().map(|shape| shape.unwrap_or_else(document)).collect();
    depth::measure(&mut shapes);
    Ok(Model {
        title: service.traits.text("title").ok().flatten().unwrap_or_else(|| sdk_id.clone()),
        signing_name: of_trait("aws.auth#sigv4", "name").unwrap_or_else(|| sdk_id.to_lowercase()),
        sdk_id,
        protocol,
        target: service.id.name().to_owned(),
        path: service.id.as_str().replace('#', "."),
        version: service.version.clone().unwrap_or_default(),
        namespace: xml::namespace(&service.traits),
        bare_errors: service.traits.get(protocol.id).is_some_and(|found| found.value["noErrorWrapping"] == true),
        query_compatible: service.traits.has("aws.protocols#awsQueryCompatible"),
        operations,
        shapes,
        errors: compiler.errors,
        unchecked: compiler.unchecked,
    })
}

/// What stands for a shape that isn't in the model.
fn document() -> Shape {
    Shape {
        kind: Kind::Document,
        element: String::new(),
        namespace: None,
        constraints: Constraints { length: None, range: None, pattern: None, unique: false },
        depth: 0,
        sensitive: false,
    }
}

struct Compiler<'a> {
    ast: &'a ast::Model,
    protocol: &'static Protocol,
    shapes: Vec<Option<Shape>>,
    ids: HashMap<ast::ShapeId, ShapeId>,
    errors: Vec<ErrorShape>,
    unchecked: Vec<String>,
    /// Shapes that have a number but are not compiled yet.
    pending: Vec<ast::ShapeId>,
    /// Operations of which a resource says that they make one of it.
    makers: BTreeSet<&'a ast::ShapeId>,
}

impl<'a> Compiler<'a> {
    fn new(ast: &'a ast::Model, protocol: &'static Protocol) -> Self {
        Self {
            ast,
            protocol,
            shapes: Vec::new(),
            ids: HashMap::new(),
            errors: Vec::new(),
            unchecked: Vec::new(),
            pending: Vec::new(),
            makers: BTreeSet::new(),
        }
    }

    fn operations(&mut self, service: &'a ast::Shape) -> Vec<Operation> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![service];
        while let Some(shape) = open.pop() {
            // Members and mixins aside, a service refers to resources and operations, a resource to the same.
            for (property, reference) in &shape.references {
                let Some(target) = self.ast.shapes.get(&reference.target) else { continue };
                if property == "create" {
                    self.makers.insert(&target.id);
                }
                match target.kind.as_str() {
                    "resource" if seen.insert(&target.id) => open.push(target),
                    "operation" if property != "errors" && seen.insert(&target.id) => found.push(target),
                    _ => {}
                }
            }
        }
        found.sort_by(|a, b| a.id.cmp(&b.id));
        let operations = found.into_iter().filter_map(|shape| self.operation(service, shape)).collect();
        while let Some(id) = self.pending.pop() {
            let shape = self.shape(&id);
            if let Some(slot) = self.ids.get(&id).and_then(|&number| self.shapes.get_mut(number)) {
                *slot = Some(shape);
            }
        }
        operations
    }

    fn operation(&mut self, service: &ast::Shape, shape: &'a ast::Shape) -> Option<Operation> {
        let (method, uri) = match self.protocol.dispatch {
            Dispatch::Target | Dispatch::Action => ("POST".to_owned(), "/".to_owned()),
            Dispatch::Route => {
                let (service, name) = (service.id.name(), shape.id.name());
                ("POST".to_owned(), format!("/service/{service}/operation/{name}"))
            }
            Dispatch::Http => shape.traits.http().ok()?.map(|http| (http.method, http.uri))?,
        };
        let code = shape.traits.get("http").and_then(|found| found.value.get("code")?.as_u64());
        let code = code.filter(|_| !self.protocol.is_called());
        let unit = ast::ShapeId::new("smithy.api#Unit");
        let targets = ["input", "output"].map(|property| shape.references(property).next());
        let [takes, gives] = targets.map(|found| found.map_or(&unit, |found| &found.target));
        let (input, output) = (self.number(takes), self.number(gives));
        let (input_events, output_events) = (self.events(takes), self.events(gives));
        let errors: Vec<_> = service.references("errors").chain(shape.references("errors")).collect();
        let errors = errors.into_iter().filter_map(|error| self.error(&error.target)).collect();
        let (path, query) = uri.split_once('?').unwrap_or((&uri, ""));
        let schemes = traits::schemes(&shape.traits, &service.traits);
        let examples = traits::examples(&shape.traits).map(|(input, output)| Example { input, output });
        Some(Operation {
            name: shape.id.name().into(),
            creates: self.makers.contains(&shape.id),
            path: path.to_owned(),
            query: query.to_owned(),
            method,
            status: code.and_then(status).unwrap_or(StatusCode::OK),
            input,
            output,
            has_output: *gives != unit,
            input_events,
            output_events,
            errors,
            pagination: traits::pagination(&shape.traits, &service.traits),
            examples: examples.collect(),
            readonly: shape.traits.has("readonly"),
            unsigned_payload: shape.traits.has("aws.auth#unsignedPayload"),
            anonymous: shape.traits.has("optionalAuth") || schemes.iter().all(|scheme| scheme == NO_AUTH),
            signed: schemes.iter().any(|scheme| scheme.starts_with("aws.auth#")),
            logins: schemes.iter().filter_map(|scheme| traits::login(scheme, &service.traits)).collect(),
            compression: shape.traits.has("requestCompression"),
            unwrapped: shape.traits.has("aws.customizations#s3UnwrappedXmlOutput"),
        })
    }

    /// The stream of events in an input or output.
    fn events(&mut self, id: &ast::ShapeId) -> Option<Events> {
        let mut members = self.ast.shapes.get(id)?.members.iter();
        let union = members.find_map(|member| self.stream(&member.target))?;
        let is_error =
            |event: &&ast::Member| self.ast.shapes.get(&event.target).is_some_and(|target| target.traits.has("error"));
        let errors: Vec<_> = union.members.iter().filter(is_error).collect();
        let errors = errors.into_iter().filter_map(|event| Some((event.name.clone(), self.error(&event.target)?)));
        Some(Events { errors: errors.collect(), union: self.number(&union.id) })
    }

    /// The union of a stream's events.
    fn stream(&self, id: &ast::ShapeId) -> Option<&'a ast::Shape> {
        self.ast.shapes.get(id).filter(|shape| shape.kind == "union" && shape.traits.has("streaming"))
    }

    fn error(&mut self, id: &ast::ShapeId) -> Option<usize> {
        if let Some(known) = self.errors.iter().position(|error| error.name == id.name()) {
            return Some(known);
        }
        let traits = &self.ast.shapes.get(id)?.traits;
        let is_server = traits.text("error").ok().flatten().as_deref() == Some("server");
        let fault = if is_server { 500 } else { 400 };
        let of_query = traits.get("aws.protocols#awsQueryError").map(|found| &found.value);
        let code = of_query.and_then(|found| Some(found.get("code")?.as_str()?.to_owned()));
        let stated = of_query.filter(|_| self.protocol.codes).and_then(|found| found.get("httpResponseCode")?.as_u64());
        let general = || traits.get("httpError").and_then(|found| found.value.as_u64());
        let answered = status(stated.or_else(general).unwrap_or(fault))?;
        let shape = self.number(id);
        let (id, name) = (id.to_string(), id.name().to_owned());
        self.errors.push(ErrorShape { id, name, code, is_server, status: answered, shape });
        Some(self.errors.len() - 1)
    }

    /// The number of a shape, which is compiled later if it is new: shapes may hold themselves.
    fn number(&mut self, id: &ast::ShapeId) -> ShapeId {
        if let Some(&number) = self.ids.get(id) {
            return number;
        }
        let number = self.shapes.len();
        self.shapes.push(None);
        self.ids.insert(id.clone(), number);
        self.pending.push(id.clone());
        number
    }

    fn shape(&mut self, id: &ast::ShapeId) -> Shape {
        let Some(shape) = self.ast.shapes.get(id) else {
            return Shape { kind: simple(&id.name().to_lowercase().replace("primitive", "")), ..document() };
        };
        let constraints = traits::constraints(&shape.traits, &mut self.unchecked);
        let named = shape.traits.text("xmlName").ok().flatten();
        Shape {
            kind: self.kind(shape),
            element: named.unwrap_or_else(|| id.name().to_owned()),
            namespace: xml::namespace(&shape.traits),
            constraints,
            depth: u32::MAX,
            sensitive: shape.traits.has("sensitive"),
        }
    }

    fn kind(&mut self, shape: &'a ast::Shape) -> Kind {
        let sparse = shape.traits.has("sparse");
        match shape.kind.as_str() {
            "structure" => Kind::Structure(self.structure(shape)),
            "union" => Kind::Union(self.structure(shape)),
            "list" | "set" => match shape.member("member") {
                Some(member) => Kind::List(Box::new(self.member(member)), sparse),
                None => Kind::Document,
            },
            "map" => match (shape.member("key"), shape.member("value")) {
                (Some(key), Some(value)) => Kind::Map(Box::new(self.member(key)), Box::new(self.member(value)), sparse),
                _ => Kind::Document,
            },
            "enum" => {
                let value = |member: &ast::Member| member.traits.text("enumValue").ok().flatten();
                let values = shape.members.iter().map(|member| value(member).unwrap_or_else(|| member.name.clone()));
                Kind::Enum(values.collect())
            }
            "intEnum" => {
                let value = |member: &ast::Member| member.traits.get("enumValue")?.value.as_i64();
                Kind::IntEnum(shape.members.iter().filter_map(value).collect())
            }
            kind => simple(&kind.to_lowercase()),
        }
    }

    fn structure(&mut self, shape: &'a ast::Shape) -> Structure {
        let members: Vec<_> = shape.members.iter().map(|member| self.member(member)).collect();
        // A member that is bound to something else has a name in JSON all the same, where the structure is nested; another
        // member, which is in the body, may have that name too.
        let outside = members.iter().enumerate().filter(|(_, member)| member.place != Place::Body);
        let inside = members.iter().enumerate().filter(|(_, member)| member.place == Place::Body);
        let by_wire = outside.chain(inside).map(|(index, member)| (member.wire.clone(), index)).collect();
        Structure { members, by_wire }
    }

    fn member(&mut self, member: &ast::Member) -> Member {
        let target = self.ast.shapes.get(&member.target).map(|shape| &shape.traits);
        let place = match traits::event_place(&member.traits) {
            _ if self.stream(&member.target).is_some() => Place::Events,
            Some(place) => place,
            None if self.protocol.is_called() => Place::Body,
            None => traits::place(&member.traits),
        };
        let stated = traits::either(&member.traits, target, "timestampFormat");
        let named = self.protocol.renames.and_then(|id| member.traits.text(id).ok().flatten());
        let wire = named.unwrap_or_else(|| member.name.clone());
        Member {
            look: Look::of(&member.traits, target, &wire),
            wire,
            required: member.traits.has("required"),
            token: member.traits.has("idempotencyToken"),
            sensitive: member.traits.has("sensitive"),
            format: traits::format(stated.as_deref(), &place, self.protocol),
            format_is_stated: stated.is_some(),
            media: traits::either(&member.traits, target, "mediaType"),
            constraints: traits::constraints(&member.traits, &mut self.unchecked),
            target: self.number(&member.target),
            name: member.name.clone(),
            place,
        }
    }
}

fn simple(kind: &str) -> Kind {
    match kind {
        "boolean" => Kind::Boolean,
        "byte" => Kind::Integer(i8::MIN.into(), i8::MAX.into()),
        "short" => Kind::Integer(i16::MIN.into(), i16::MAX.into()),
        "integer" => Kind::Integer(i32::MIN.into(), i32::MAX.into()),
        "long" | "biginteger" => Kind::Integer(i64::MIN, i64::MAX),
        "float" | "double" | "bigdecimal" => Kind::Float,
        "string" => Kind::Text,
        "blob" => Kind::Blob,
        "timestamp" => Kind::Timestamp,
        "unit" => Kind::Structure(Structure { members: Vec::new(), by_wire: HashMap::new() }),
        _ => Kind::Document,
    }
}

fn status(code: u64) -> Option<StatusCode> {
    StatusCode::from_u16(u16::try_from(code).ok()?).ok()
}
