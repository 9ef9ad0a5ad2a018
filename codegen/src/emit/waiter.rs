//! Waiters: each with a module to itself, and the trait that gives the client their methods.

use super::path::Scope;
use super::{docs, file};
use crate::docs::first_sentence;
use crate::ir::{Acceptor, Matcher, Operation, Service, State, Type, Waiter};
use crate::names::{ident, library_name};
use crate::render::{Chunk, File, comment, indent};
use proc_macro2::TokenStream;
use quote::quote;

/// About the widest line of a declaration.
const WIDTH: usize = 108;

/// The name of the builder that polls an operation.
pub(super) fn waiting_name(operation: &Operation) -> String {
    format!("{}Waiting", operation.name)
}

/// Each waiter with its operation, in the order of their names.
fn all(service: &Service) -> Vec<(&Operation, &Waiter)> {
    let of_operation = |operation| Operation::waiters_of(operation);
    let mut all: Vec<_> = service.operations.iter().flat_map(of_operation).collect();
    all.sort_by(|(_, a), (_, b)| a.method.cmp(&b.method));
    all
}

impl Operation {
    fn waiters_of(&self) -> impl Iterator<Item = (&Operation, &Waiter)> {
        self.waiters.iter().map(move |waiter| (self, waiter))
    }
}

/// `waiters.rs` and the modules in it, if there are waiters.
pub(super) fn waiters(service: &Service) -> Vec<File> {
    let all = all(service);
    if all.is_empty() {
        return Vec::new();
    }
    let modules = all.iter().map(|(operation, waiter)| {
        let (module, docs) = (ident(&waiter.method), docs(&summary(operation, waiter)));
        quote! { #docs pub mod #module; }
    });
    let index = file("src/waiters.rs", &index_docs(service, &all), quote! { #(#modules)* });
    let modules = all.iter().map(|(operation, waiter)| module(operation, waiter));
    std::iter::once(index).chain(modules).collect()
}

fn index_docs(service: &Service, all: &[(&Operation, &Waiter)]) -> String {
    let library = library_name(&service.package);
    let example = all.first().map_or(String::new(), |(operation, waiter)| call(operation, waiter));
    format!(
        "Waiting until a resource is in a certain state, by polling.\n\n\
         The trait [`Waiters`](crate::client::Waiters) gives the client a method for each. Set what is waited for, then \
         wait:\n\n```no_run\n# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{\n\
         use {library}::client::Waiters;\nuse std::time::Duration;\n\n{example}\n# Ok(())\n# }}\n```"
    )
}

/// A call of a waiter.
fn call(operation: &Operation, waiter: &Waiter) -> String {
    let required = operation.input.members.iter().filter(|member| member.required && member.ty == Type::Text);
    let setters: String = required.map(|member| format!("    .{}(\"…\")\n", ident(&member.field))).collect();
    format!(
        "let poll = client\n    .wait_until_{}()\n{setters}    .wait(Duration::from_secs(300))\n    .await?;\nprintln!(\"{{poll:?}}\");",
        waiter.method
    )
}

/// What a waiter does, in a sentence.
fn summary(operation: &Operation, waiter: &Waiter) -> String {
    let sentence = first_sentence(&waiter.docs);
    if sentence.is_empty() { format!("Polls `{}` until `{}`.", operation.name, waiter.method) } else { sentence }
}

/// A waiter's own file.
fn module(operation: &Operation, waiter: &Waiter) -> File {
    let (module, input) = (ident(&operation.method), ident(&operation.input.name));
    let waiting = ident(&waiting_name(operation));
    let polls = format!("Polls [`{}`](crate::operation::{module})", operation.name);
    let module_docs = match waiter.docs.as_str() {
        "" => format!("{polls} until `{}`: first at once, then every {}.", waiter.method, delays(waiter)),
        docs => format!("{docs}\n\n{polls}, first at once, then every {}.", delays(waiter)),
    };
    // The last paragraph is ours; those before it are wrapped already.
    let (before, ours) = module_docs.rsplit_once("\n\n").unwrap_or(("", &module_docs));
    let gap = if before.is_empty() { "" } else { "\n\n" };
    let module_docs = format!("{before}{gap}{}", super::wrap(ours, ""));
    File {
        path: format!("src/waiters/{}.rs", waiter.method),
        chunks: vec![
            Chunk::ModuleDocs(module_docs),
            Chunk::Items(quote! { use crate::operation::#module::{#input, #waiting}; }),
            Chunk::Text(declaration(operation, waiter)),
        ],
    }
}

fn delays(waiter: &Waiter) -> String {
    match waiter.least == waiter.most {
        true => format!("{} seconds", waiter.least),
        false => format!("{} to {} seconds", waiter.least, waiter.most),
    }
}

fn declaration(operation: &Operation, waiter: &Waiter) -> String {
    let Waiter { name, method, least, most, .. } = waiter;
    let docs = comment(&format!("The waiter `{method}`."), "///");
    let rows: String = waiter.acceptors.iter().map(acceptor).collect();
    let head = format!("{name}, {method:?}:");
    let polled = format!("{}, {least} to {most} seconds", operation.input.name);
    let types = [format!("{name}FluentBuilder"), format!("{name}FinalPoll"), format!("WaitUntil{name}Error")];
    format!(
        "sdk_runtime::waiter! {{\n{}\n    {head}{} {{\n{rows}    }}\n    {} as{}\n}}",
        indent(&docs, 4),
        broken(&head, &[polled]),
        waiting_name(operation),
        broken(&waiting_name(operation), &types),
    )
}

/// What goes on after `before`: on the same line, or a line each where it is too long.
fn broken(before: &str, parts: &[String]) -> String {
    let line = format!(" {}", parts.join(", "));
    if before.len() + line.len() <= WIDTH { line } else { format!("\n        {}", parts.join(",\n        ")) }
}

/// An acceptor's row.
fn acceptor(acceptor: &Acceptor) -> String {
    let state = match acceptor.state {
        State::Success => "success",
        State::Failure => "failure",
        State::Retry => "retry",
    };
    let scope = Scope { input: quote! { input }, output: quote! { output } };
    // What a test doesn't use, its closure doesn't name.
    let parameter =
        |test: &TokenStream, name: &str| if mentions(test, name) { name.to_owned() } else { format!("_{name}") };
    match &acceptor.matcher {
        Matcher::Output(says, test) => {
            let test = scope.truth(test);
            row(state, "output", says, &format!("|{}|", parameter(&test, "output")), &test)
        }
        Matcher::InputOutput(says, test) => {
            let test = scope.truth(test);
            let parameters = format!("|{}, {}|", parameter(&test, "input"), parameter(&test, "output"));
            row(state, "input_output", says, &parameters, &test)
        }
        Matcher::Success(success) => format!("        {state} if success({success});\n"),
        Matcher::Error(code) => format!("        {state} if error({code:?});\n"),
    }
}

/// A row with a closure, laid out.
fn row(state: &str, matcher: &str, says: &str, parameters: &str, test: &TokenStream) -> String {
    let closure: String = format!("{parameters} {}", crate::render::expression(test));
    let line = format!("        {state} if {matcher}({says:?}, {closure});\n");
    if line.len() <= WIDTH && !closure.contains('\n') {
        return line;
    }
    format!("        {state} if {matcher}({says:?},\n{});\n", indent(&closure, 12))
}

/// Whether an identifier stands in an expression.
fn mentions(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        proc_macro2::TokenTree::Ident(ident) => ident == name,
        proc_macro2::TokenTree::Group(group) => mentions(&group.stream(), name),
        _ => false,
    })
}

/// The imports that [`client_trait`] needs.
pub(super) fn imports(service: &Service) -> TokenStream {
    let imports = all(service).into_iter().map(|(_, waiter)| {
        let (module, fluent) = (ident(&waiter.method), ident(&format!("{}FluentBuilder", waiter.name)));
        quote! { use crate::waiters::#module::#fluent; }
    });
    quote! { #(#imports)* }
}

/// The trait `Waiters`, if there are waiters.
pub(super) fn client_trait(service: &Service) -> Option<Chunk> {
    let all = all(service);
    let rows: String = all.iter().map(|(operation, waiter)| client_row(operation, waiter)).collect();
    let text = format!("sdk_runtime::waiters! {{\n    Client {{\n{rows}    }}\n}}");
    (!all.is_empty()).then_some(Chunk::Text(text))
}

fn client_row(operation: &Operation, waiter: &Waiter) -> String {
    let (method, name) = (&waiter.method, &waiter.name);
    let text = format!("{} See [`{method}`](crate::waiters::{}).", summary(operation, waiter), ident(method));
    let deprecated = if waiter.deprecated { "        #[deprecated]\n" } else { "" };
    format!("{}\n{deprecated}        wait_until_{method}: {name}FluentBuilder;\n", indent(&comment(&text, "///"), 8))
}
