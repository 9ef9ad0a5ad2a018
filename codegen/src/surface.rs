//! The public API of a generated crate at a glance: one line per item, sorted.
//!
//! In: an [`ir::Service`](crate::ir::Service). Out: text to keep under version control, so that the diff of a new model's
//! release says what it means for users: a member more is one line more. What every generated crate has is left out.

use crate::ir::{Default, Enum, EnumValues, Member, Operation, Place, Role, Service, Structure, Type, Union, Variant};
use crate::names::predicate_name;
use std::fmt::Display;

/// The service's API, a line per item.
pub(crate) fn surface(service: &Service) -> String {
    let mut lines = Vec::new();
    for operation in &service.operations {
        lines.extend(of_operation(operation));
    }
    for structure in &service.structures {
        lines.extend(of_structure("types", structure));
    }
    for found in &service.unions {
        lines.extend(of_union(found));
    }
    for found in &service.enums {
        lines.extend(of_enum(found));
    }
    for error in &service.errors {
        lines.extend(of_structure("types::error", error));
        let retry = service.retryable.iter().find(|(code, _)| *code == error.code);
        let retry = retry.map_or("", |(_, throttling)| if *throttling { "  (throttling)" } else { "  (retryable)" });
        lines.push(format!("Error::{}  {}()  {:?}{retry}", error.name, predicate_name(&error.name), error.code));
    }
    lines.sort();
    lines.join("\n") + "\n"
}

fn of_operation(operation: &Operation) -> Vec<String> {
    let Operation { name, method, http_method, uri, effect, .. } = operation;
    let module = format!("operation::{method}");
    let errors: Vec<&str> = operation.errors.iter().map(|(error, _)| error.as_str()).collect();
    let fails = if errors.is_empty() { String::new() } else { format!("  fails with {}", errors.join(", ")) };
    let deprecated = deprecated(operation.deprecated.as_ref());
    let mut lines = vec![
        format!("Client::{method}() -> {name}FluentBuilder  {http_method} {uri}  {effect:?}{deprecated}"),
        format!("{module}::{name}{fails}"),
    ];
    lines.extend(of_structure(&module, &operation.input));
    lines.extend(of_structure(&module, &operation.output));
    for waiter in &operation.waiters {
        let (method, waiter_name) = (&waiter.method, &waiter.name);
        let deprecated = if waiter.deprecated { "  deprecated" } else { "" };
        let delays = format!("{} to {} seconds", waiter.least, waiter.most);
        lines.push(format!(
            "Waiters::wait_until_{method}() -> {waiter_name}FluentBuilder  polls {name} every {delays}{deprecated}"
        ));
    }
    if let Some(pages) = &operation.pagination {
        let size = pages.page_size.as_ref().map_or(String::new(), |(size, _)| format!(", {size} a page"));
        let items = pages
            .items
            .as_ref()
            .map_or(String::new(), |items| format!(", {} of {}", items.path, item_text(&items.item)));
        lines.push(format!(
            "{module}::{name}FluentBuilder::into_paginator() -> {name}Paginator  {} from {}{size}{items}",
            pages.input_token, pages.output_token,
        ));
    }
    lines
}

fn of_structure(module: &str, structure: &Structure) -> Vec<String> {
    let path = format!("{module}::{}", structure.name);
    let built = match structure.role {
        Role::Input => format!("Result<{}, BuildError>", structure.name),
        _ if structure.has_required() => format!("Result<{}, BuildError>", structure.name),
        _ => structure.name.clone(),
    };
    let deprecated = deprecated(structure.deprecated.as_ref());
    let mut lines = vec![format!("{path}  build() -> {built}{deprecated}")];
    lines.extend(structure.members.iter().map(|member| format!("{path}.{}", of_member(member))));
    lines
}

fn of_member(member: &Member) -> String {
    let ty = if member.always { text(&member.ty) } else { format!("Option<{}>", text(&member.ty)) };
    let place = match &member.place {
        Place::Body => String::new(),
        Place::Label(_) => "in the path".to_owned(),
        Place::Query(name) => format!("in the query as {name:?}"),
        Place::Header(name) => format!("in the header {name:?}"),
        Place::PrefixHeaders(prefix) => format!("in headers {prefix:?}*"),
        Place::QueryMap => "in the query by name".to_owned(),
        Place::Payload => "the body".to_owned(),
        Place::Stream => "the body as a stream".to_owned(),
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
    format!("{}: {ty}  {:?}{facts}{}", member.field, member.wire, deprecated(member.deprecated.as_ref()))
}

fn of_union(found: &Union) -> Vec<String> {
    let path = format!("types::{}", found.name);
    let mut lines = vec![format!("{path}{}", deprecated(found.deprecated.as_ref()))];
    lines.extend(found.variants.iter().map(|variant| {
        let held = variant.ty.as_ref().map_or(String::new(), |ty| format!("({})", text(ty)));
        format!("{path}::{}{held}  {:?}", variant.name, variant.wire)
    }));
    lines
}

fn of_enum(found: &Enum) -> Vec<String> {
    let path = format!("types::{}", found.name);
    let mut lines = vec![format!("{path}{}", deprecated(found.deprecated.as_ref()))];
    match &found.values {
        EnumValues::Text(values) => {
            lines.extend(values.iter().map(|value| of_variant(&path, value, format!("{:?}", value.value))))
        }
        EnumValues::Int(values) => lines.extend(values.iter().map(|value| of_variant(&path, value, value.value))),
    }
    lines
}

fn of_variant<T>(path: &str, variant: &Variant<T>, value: impl Display) -> String {
    format!("{path}::{} = {value}{}", variant.name, deprecated(variant.deprecated.as_ref()))
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
        Type::Document => "Document".to_owned(),
        Type::Named(name) => name.clone(),
        Type::Optional(inner) => format!("Option<{}>", text(inner)),
        Type::Boxed(inner) => format!("Box<{}>", text(inner)),
        Type::List(item) => format!("Vec<{}>", text(item)),
        Type::Map(key, value) => format!("HashMap<{}, {}>", text(key), text(value)),
    }
}
