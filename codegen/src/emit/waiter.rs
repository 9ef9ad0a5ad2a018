//! Waiters: each with a module to itself, and the trait that gives the client their methods.

use super::path::Scope;
use super::{docs, file};
use crate::docs::{Example, Markdown, first_sentence};
use crate::ir::{Acceptor, Matcher, Operation, Service, State, Type, Waiter};
use crate::markdown;
use crate::names::{ident, library_name, module_file};
use crate::render::{Cells, Chunk, Declaration, File, List, Row};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

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
        let docs = docs(&summary(operation, waiter));
        let module = super::module("waiters", &waiter.method, &quote! { pub });
        quote! { #docs #module }
    });
    let index = file("src/waiters.rs", index_docs(service, &all), quote! { #(#modules)* });
    let modules = all.iter().map(|(operation, waiter)| module(operation, waiter));
    std::iter::once(index).chain(modules).collect()
}

fn index_docs(service: &Service, all: &[(&Operation, &Waiter)]) -> Markdown {
    let library = library_name(&service.package);
    let code = all.first().map_or(String::new(), |(operation, waiter)| call(operation, waiter));
    let before = format!(
        "# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{\n\
         use {library}::client::Waiters;\nuse std::time::Duration;\n"
    );
    markdown!(
        "Waiting until a resource is in a certain state, by polling.\n\n\
         The trait [`Waiters`](crate::client::Waiters) gives the client a method for each. Set what is waited for, then \
         wait:\n\n{}",
        Markdown::example(&Example::new(&before, &code, "# Ok(())\n# }"))
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
fn summary(operation: &Operation, waiter: &Waiter) -> Markdown {
    let (name, method) = (Markdown::code(&operation.name), Markdown::code(&waiter.method));
    first_sentence(&waiter.docs).or(|| markdown!("Polls {} until {}.", name, method))
}

/// A waiter's own file.
fn module(operation: &Operation, waiter: &Waiter) -> File {
    let link = Markdown::link(&operation.name, &["crate", "operation", &operation.method]);
    let polls = match waiter.docs.is_empty() {
        true => {
            let method = Markdown::code(&waiter.method);
            markdown!("Polls {} until {}: first at once, then every {}.", link, method, delays(waiter))
        }
        false => markdown!("Polls {}, first at once, then every {}.", link, delays(waiter)),
    };
    let mut module_docs = waiter.docs.clone();
    module_docs.push_paragraph(&polls.wrapped(""));
    File {
        path: module_file("waiters", &waiter.method),
        chunks: vec![Chunk::ModuleDocs(module_docs), Chunk::Declaration(declaration(operation, waiter))],
    }
}

fn delays(waiter: &Waiter) -> Markdown {
    match waiter.least == waiter.most {
        true => markdown!("{} seconds", waiter.least),
        false => markdown!("{} to {} seconds", waiter.least, waiter.most),
    }
}

fn declaration(operation: &Operation, waiter: &Waiter) -> Declaration {
    let (name, method) = (ident(&waiter.name), &waiter.method);
    let (module, input) = (ident(&operation.method), ident(&operation.input.name));
    let waiting = ident(&waiting_name(operation));
    let (least, most) = (Literal::u64_unsuffixed(waiter.least), Literal::u64_unsuffixed(waiter.most));
    let polled = quote! { $crate::operation::#module::#input, #least to #most seconds };
    let types = [fluent_name(waiter), format_ident!("{}FinalPoll", name), format_ident!("WaitUntil{}Error", name)];
    Declaration {
        name: quote! { $sdk_runtime::waiter },
        docs: markdown!("The waiter {}.", Markdown::code(method)),
        attributes: TokenStream::new(),
        head: Some(List { word: quote! { #name, #method: }, parts: vec![polled] }),
        rows: waiter.acceptors.iter().map(acceptor).collect(),
        tail: Some(List {
            word: quote! { $crate::operation::#module::#waiting<#name> as },
            parts: types.iter().map(|name| quote! { #name }).collect(),
        }),
        ..Declaration::default()
    }
}

/// The name of the fluent builder that waits.
fn fluent_name(waiter: &Waiter) -> Ident {
    ident(&format!("{}FluentBuilder", waiter.name))
}

/// An acceptor's row.
fn acceptor(acceptor: &Acceptor) -> Row {
    let state = ident(match acceptor.state {
        State::Success => "success",
        State::Failure => "failure",
        State::Retry => "retry",
    });
    let scope = Scope { input: quote! { input }, output: quote! { output } };
    // What a test doesn't use, its closure doesn't name.
    let parameter = |test: &TokenStream, name: &str| match mentions(test, name) {
        true => format_ident!("{name}"),
        false => format_ident!("_{name}"),
    };
    let cells = match &acceptor.matcher {
        Matcher::Output(says, test) => {
            let test = scope.truth(test);
            let output = parameter(&test, "output");
            tested(quote! { #state if output }, says, vec![quote! { #output }], test)
        }
        Matcher::InputOutput(says, test) => {
            let test = scope.truth(test);
            let (input, output) = (parameter(&test, "input"), parameter(&test, "output"));
            tested(quote! { #state if input_output }, says, vec![quote! { #input }, quote! { #output }], test)
        }
        Matcher::Success(success) => Cells::Line(quote! { #state if success(#success) }),
        Matcher::Error(code) => Cells::Line(quote! { #state if error(#code) }),
    };
    Row { docs: Markdown::default(), attributes: TokenStream::new(), cells, end: ';' }
}

fn tested(call: TokenStream, says: &str, parameters: Vec<TokenStream>, body: TokenStream) -> Cells {
    Cells::Test { call, says: says.to_owned(), parameters, body }
}

/// Whether an identifier stands in an expression.
fn mentions(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        proc_macro2::TokenTree::Ident(ident) => ident == name,
        proc_macro2::TokenTree::Group(group) => mentions(&group.stream(), name),
        _ => false,
    })
}

/// The trait `Waiters`, if there are waiters.
pub(super) fn client_trait(service: &Service) -> Option<Chunk> {
    let all = all(service);
    let declaration = Declaration {
        name: quote! { $sdk_runtime::waiters },
        head: Some(super::client::clients()),
        rows: all.iter().map(|(operation, waiter)| client_row(operation, waiter)).collect(),
        ..Declaration::default()
    };
    (!all.is_empty()).then_some(Chunk::Declaration(declaration))
}

fn client_row(operation: &Operation, waiter: &Waiter) -> Row {
    let method = &waiter.method;
    let link = Markdown::link(method, &["crate", "waiters", method]);
    let (module, fluent) = (ident(method), fluent_name(waiter));
    let method = ident(&format!("wait_until_{method}"));
    Row {
        docs: markdown!("{} See {}.", summary(operation, waiter), link),
        attributes: super::deprecated(waiter.deprecated.then(String::new).as_ref()),
        cells: Cells::Line(quote! { #method: $crate::waiters::#module::#fluent }),
        end: ';',
    }
}
