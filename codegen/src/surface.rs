//! The public API of a generated crate at a glance: one line per item, sorted.
//!
//! In: an [`ir::Service`](crate::ir::Service). Out: text to keep under version control, so that the diff of a new model's
//! release says what it means for users: a member more is one line more. What every generated crate has is left out.

use crate::ir::{
    Default, Enum, EnumValues, Items, Member, Operation, Pagination, Place, Role, Service, Structure, Tagging, Type,
    Union, Variant,
};
use crate::names::{event_error_name, predicate_name, type_name};
use std::fmt::Display;

/// One item of the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// How programs name it.
    pub(crate) path: String,
    /// What they have to know to use it: a type, what it returns, what it holds.
    pub(crate) signature: String,
    /// What else there is to know: names on the wire, defaults.
    remark: String,
    /// The `deprecated` trait's message.
    pub(crate) deprecated: Option<String>,
    /// Whether it has a line of its own, or is told by another's.
    is_shown: bool,
}

impl Item {
    fn new(path: impl Into<String>, signature: impl Into<String>) -> Self {
        let (path, signature) = (path.into(), signature.into());
        Item { path, signature, remark: String::new(), deprecated: None, is_shown: true }
    }

    /// An item that another's remark tells of.
    fn told(path: impl Into<String>, signature: impl Into<String>) -> Self {
        Item { is_shown: false, ..Item::new(path, signature) }
    }

    fn remark(self, remark: impl Into<String>) -> Self {
        Item { remark: remark.into(), ..self }
    }

    fn deprecated(self, message: Option<&String>) -> Self {
        Item { deprecated: message.cloned(), ..self }
    }

    fn line(&self) -> String {
        let Item { path, signature, remark, .. } = self;
        format!("{path}{signature}{remark}{}", deprecated(self.deprecated.as_ref()))
    }
}

/// The service's API, a line per item.
pub(crate) fn surface(service: &Service) -> String {
    let mut lines: Vec<String> = items(service).iter().filter(|item| item.is_shown).map(Item::line).collect();
    lines.sort();
    lines.join("\n") + "\n"
}

/// The service's API, item by item.
pub(crate) fn items(service: &Service) -> Vec<Item> {
    let mut items = Vec::new();
    for operation in &service.operations {
        items.extend(of_operation(operation));
    }
    for structure in &service.structures {
        items.extend(of_structure("types", structure));
    }
    for found in &service.unions {
        items.extend(of_union(found));
    }
    for found in &service.enums {
        items.extend(of_enum(found));
    }
    for error in &service.errors {
        items.extend(of_structure("types::error", error));
        let retry = service.retryable.iter().find(|(code, _)| *code == error.code);
        let retry = retry.map_or("", |(_, throttling)| if *throttling { "  (throttling)" } else { "  (retryable)" });
        let signature = format!("  {}()", predicate_name(&error.name));
        items.push(Item::new(format!("Error::{}", error.name), signature).remark(format!("  {:?}{retry}", error.code)));
    }
    let settings = service.client_params.iter();
    items.extend(
        settings.map(|found| Item::told(format!("config::Builder::{}()", found.field), format!("{:?}", found.ty))),
    );
    items.extend(making(service));
    let read = service.endpoint.own_parameters();
    items.extend(
        read.map(|found| Item::told(format!("config::endpoint::Params::{}()", found.field), format!("{:?}", found.ty))),
    );
    items
}

/// How a client is made, and the settings by which callers say who they are. Those that every client of AWS's services has are
/// left out.
fn making(service: &Service) -> Vec<Item> {
    let of_aws = (!service.is_plain).then(|| Item::told("Client::new()", "&SdkConfig"));
    let logins = service.logins().into_iter().filter(|login| service.is_plain || *login != "bearer_token");
    of_aws.into_iter().chain(logins.map(|login| Item::told(format!("config::Builder::{login}()"), ""))).collect()
}

fn of_operation(operation: &Operation) -> Vec<Item> {
    let Operation { name, method, http_method, uri, effect, .. } = operation;
    let module = format!("operation::{method}");
    let errors: Vec<&str> = operation.errors.iter().map(|(error, _)| error.as_str()).collect();
    let fails = if errors.is_empty() { String::new() } else { format!("  fails with {}", errors.join(", ")) };
    let mut items = vec![
        Item::new(format!("Client::{method}()"), format!(" -> {name}FluentBuilder"))
            .remark(format!("  {http_method} {uri}  {effect:?}"))
            .deprecated(operation.deprecated.as_ref()),
        Item::new(format!("{module}::{name}"), "").remark(fails),
    ];
    items.extend(errors.iter().map(|error| Item::told(format!("{module}::{name}Error::{error}"), "")));
    items.extend(of_structure(&module, &operation.input));
    items.extend(of_structure(&module, &operation.output));
    for waiter in &operation.waiters {
        let (method, waiter_name) = (&waiter.method, &waiter.name);
        let deprecated = if waiter.deprecated { "  deprecated" } else { "" };
        let delays = format!("{} to {} seconds", waiter.least, waiter.most);
        let item = Item::new(format!("Waiters::wait_until_{method}()"), format!(" -> {waiter_name}FluentBuilder"));
        items.push(item.remark(format!("  polls {name} every {delays}{deprecated}")));
    }
    if let Some(pages) = &operation.pagination {
        items.extend(of_pages(&module, name, pages));
    }
    items
}

fn of_pages(module: &str, name: &str, pages: &Pagination) -> Vec<Item> {
    let size = pages.page_size.as_ref().map_or(String::new(), |(size, _)| format!(", {size} a page"));
    let of_items = |items: &Items| format!(", {} of {}", items.path, item_text(&items.item));
    let items = pages.items.as_ref().map_or(String::new(), of_items);
    let path = format!("{module}::{name}FluentBuilder::into_paginator()");
    let remark = format!("  {} from {}{size}{items}", pages.input_token, pages.output_token);
    let paginator = format!("{}Paginator", type_name(name));
    let mut found = vec![Item::new(path, format!(" -> {paginator}")).remark(remark)];
    let paginator = format!("{module}::{paginator}");
    found.extend(pages.page_size.as_ref().map(|(_, ty)| Item::told(format!("{paginator}::page_size()"), text(ty))));
    found.extend(pages.items.as_ref().map(|items| Item::told(format!("{paginator}::items()"), item_text(&items.item))));
    found
}

fn of_structure(module: &str, structure: &Structure) -> Vec<Item> {
    let path = format!("{module}::{}", structure.name);
    let built = match structure.role {
        Role::Input => format!("Result<{}, BuildError>", structure.name),
        _ if structure.has_required() => format!("Result<{}, BuildError>", structure.name),
        _ => structure.name.clone(),
    };
    let own = Item::new(path.as_str(), format!("  build() -> {built}")).deprecated(structure.deprecated.as_ref());
    let members = structure.members.iter().map(|member| of_member(&path, member));
    std::iter::once(own).chain(members).collect()
}

fn of_member(structure: &str, member: &Member) -> Item {
    let ty = if member.always { text(&member.ty) } else { format!("Option<{}>", text(&member.ty)) };
    let place = match &member.place {
        Place::Body | Place::Attribute => String::new(),
        Place::Rest => "what else is in the body".to_owned(),
        Place::Label(_) | Place::Verbatim(_) => "in the path".to_owned(),
        Place::Endpoint => "in the endpoint".to_owned(),
        Place::Query(name) => format!("in the query as {name:?}"),
        Place::Header(name) => format!("in the header {name:?}"),
        Place::PrefixHeaders(prefix) => format!("in headers {prefix:?}*"),
        Place::QueryMap => "in the query by name".to_owned(),
        Place::Payload => "the body".to_owned(),
        Place::Stream => "the body as a stream".to_owned(),
        Place::Events => "the body as a stream of events".to_owned(),
        Place::EventHeader => "in a header of the message".to_owned(),
        Place::EventPayload => "the message's payload".to_owned(),
        Place::Status => "the status".to_owned(),
    };
    let default = member
        .default
        .as_ref()
        .map_or(String::new(), |default| format!("default {}", default_text(default, &member.ty)));
    let word = |is: bool, word: &str| if is { word.to_owned() } else { String::new() };
    let facts = [
        word(member.required, "required"),
        word(member.token, "token"),
        word(member.own_account, "one's own account if absent"),
        word(member.sensitive, "sensitive"),
        default,
        place,
    ];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    let facts = if facts.is_empty() { String::new() } else { format!("  ({})", facts.join(", ")) };
    Item::new(format!("{structure}.{}", member.field), format!(": {ty}"))
        .remark(format!("  {:?}{facts}", member.wire))
        .deprecated(member.deprecated.as_ref())
}

fn of_union(found: &Union) -> Vec<Item> {
    let path = format!("types::{}", found.name);
    let own = Item::new(path.as_str(), "").remark(form(found)).deprecated(found.deprecated.as_ref());
    let variants = found.variants.iter().map(|variant| {
        let held = variant.ty.as_ref().map_or(String::new(), |ty| format!("({})", text(ty)));
        Item::new(format!("{path}::{}", variant.name), held).remark(format!("  {:?}", variant.wire))
    });
    std::iter::once(own).chain(variants).collect()
}

/// How a union looks in JSON, where that isn't as Smithy has it.
fn form(found: &Union) -> String {
    let tagging = match &found.tagging {
        Tagging::Tagged => String::new(),
        Tagging::Discriminated(key) => format!("  told by {key:?}"),
        Tagging::Untagged => "  told by its looks".to_owned(),
    };
    let open = found.open.as_ref().map_or(String::new(), |member| format!("  anything else is {member:?}"));
    tagging + &open
}

fn of_enum(found: &Enum) -> Vec<Item> {
    let path = format!("types::{}", found.name);
    let own = Item::new(path.as_str(), "").deprecated(found.deprecated.as_ref());
    let variants: Vec<Item> = match &found.values {
        EnumValues::Text(values) => {
            values.iter().map(|value| of_variant(&path, value, format!("{:?}", value.value))).collect()
        }
        EnumValues::Int(values) => values.iter().map(|value| of_variant(&path, value, value.value)).collect(),
    };
    std::iter::once(own).chain(variants).collect()
}

fn of_variant<T>(path: &str, variant: &Variant<T>, value: impl Display) -> Item {
    let item = Item::new(format!("{path}::{}", variant.name), "").remark(format!(" = {value}"));
    item.deprecated(variant.deprecated.as_ref())
}

fn deprecated(message: Option<&String>) -> String {
    match message.map(String::as_str) {
        None => String::new(),
        Some("") => "  deprecated".to_owned(),
        Some(message) => format!("  deprecated: {message}"),
    }
}

/// The type of an item: a map's are pairs.
fn item_text((item, value): &(Type, Option<Type>)) -> String {
    match value {
        None => text(item),
        Some(value) => format!("({}, {})", text(item), text(value)),
    }
}

fn default_text(default: &Default, ty: &Type) -> String {
    match default {
        Default::Text(text) => format!("{text:?}"),
        Default::Bool(value) => value.to_string(),
        Default::Int(value) if *ty == Type::Scalar("i32") => value.to_string(),
        Default::Int(value) => format!("{value}_{}", text(ty)),
        Default::Float(value) => format!("{value:?}_{}", text(ty)),
        Default::Seconds(seconds, 0) => format!("DateTime::from_secs({seconds})"),
        Default::Seconds(seconds, nanos) => format!("DateTime::from_secs_and_nanos({seconds}, {nanos})"),
        Default::Blob(base64) => format!("blob {base64:?}"),
        Default::Big(number) => format!("{} {number:?}", text(ty)),
        Default::Enum(name, value) => format!("{name}::from({value:?})"),
        Default::Document(json) => format!("document {json:?}"),
        Default::EmptyList => "Vec::new()".to_owned(),
        Default::EmptyMap => "HashMap::new()".to_owned(),
        Default::EmptyStream => "ByteStream::default()".to_owned(),
    }
}

fn text(ty: &Type) -> String {
    match ty {
        Type::Text => "String".to_owned(),
        Type::Scalar(name) => (*name).to_owned(),
        Type::DateTime => "DateTime".to_owned(),
        Type::Blob => "Blob".to_owned(),
        Type::Stream => "ByteStream".to_owned(),
        Type::Receiver(union) => format!("EventReceiver<{union}, {}>", event_error_name(union)),
        Type::Sender(union) => format!("EventStreamSender<{union}, {}>", event_error_name(union)),
        Type::Document => "Document".to_owned(),
        Type::OrderedDocument => "OrderedDocument".to_owned(),
        Type::Big(name) => (*name).to_owned(),
        Type::Named(name) => name.clone(),
        Type::Optional(inner) => format!("Option<{}>", text(inner)),
        Type::Boxed(inner) => format!("Box<{}>", text(inner)),
        Type::List(item) => format!("Vec<{}>", text(item)),
        Type::Map(key, value) => format!("HashMap<{}, {}>", text(key), text(value)),
        Type::IndexMap(key, value) => format!("IndexMap<{}, {}>", text(key), text(value)),
    }
}
