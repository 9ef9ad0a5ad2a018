//! The client: one method per operation.

use super::{
    deprecated, docs,
    operation::{fluent_name, summary},
    waiter,
};
use crate::docs::{Markdown, first_sentence};
use crate::ir::{Discovery, Operation, Role, Service, Structure};
use crate::markdown;
use crate::names::ident;
use crate::render::{Chunk, File, Method, Methods};
use proc_macro2::TokenStream;
use quote::quote;

/// `client.rs`.
pub(super) fn client(service: &Service) -> File {
    let title = Markdown::plain(&service.title);
    let shared = match (service.is_plain, service.logins().is_empty()) {
        (true, true) => "connections",
        (true, false) => "connections, logins",
        (false, _) => "connections, credentials",
    };
    let client_docs =
        docs(&markdown!("Calls {}. Cheap to clone; clones share {} and the retry quota.", &title, shared));
    let (field, making) = (service.is_plain.then(own_config), making(service));
    let definition = quote! {
        #client_docs
        #[derive(Clone, Debug)]
        pub struct Client {
            handle: $sdk_runtime::client::Handle,
            #field
        }
    };
    let own = quote! {
        impl Client {
            #making

            /// Sends an input that was built, or read from a file, rather than set member by member.
            ///
            /// # Errors
            /// As for the operation's own method.
            pub async fn send<I: $sdk_runtime::client::Operation>(
                &self,
                mut input: I,
            ) -> $Result<I::Output, $crate::error::SdkError<I::Error>> {
                self.handle.send(&mut input).await
            }
        }
    };
    let lent = quote! {
        impl $AsRef<$sdk_runtime::client::Handle> for Client {
            fn as_ref(&self) -> &$sdk_runtime::client::Handle {
                &self.handle
            }
        }
    };
    File {
        path: "src/client.rs".to_owned(),
        chunks: vec![
            Chunk::ModuleDocs(markdown!("The client of {}.", &title)),
            Chunk::Items(quote! {
                /// Changing a call before it is sent: its request, its settings.
                pub mod customize {
                    pub use $sdk_runtime::client::CustomizableOperation;
                }
            }),
            Chunk::Items(service_static(service)),
            Chunk::Items(service.discovery.as_ref().map(discover).unwrap_or_default()),
            Chunk::Items(definition),
            Chunk::Methods(Methods { before: own, methods: service.operations.iter().map(method).collect() }),
            Chunk::Items(lent),
        ]
        .into_iter()
        .chain(waiter::client_trait(service))
        .collect(),
    }
}

/// The settings of a client whose crate has a type of its own for them.
fn own_config() -> TokenStream {
    quote! { conf: $crate::config::Config, }
}

/// How a client is made, and its settings.
fn making(service: &Service) -> TokenStream {
    if service.is_plain {
        return quote! {
            /// Makes a client. Does no I/O and doesn't panic: what is missing is reported by the first call.
            pub fn from_conf(conf: $crate::config::Config) -> Self {
                Self { handle: $sdk_runtime::client::Handle::plain(&SERVICE, conf.clone()), conf }
            }

            /// The client's settings.
            pub fn config(&self) -> &$crate::config::Config {
                &self.conf
            }
        };
    }
    quote! {
        /// Makes a client from the settings that `aws-config` loads. Does no I/O and doesn't panic: what is missing
        /// is reported by the first call.
        pub fn new(sdk_config: &$aws_types::SdkConfig) -> Self {
            Self::from_conf(sdk_config.into())
        }

        /// Makes a client from settings of its own.
        pub fn from_conf(conf: $crate::config::Config) -> Self {
            Self { handle: $sdk_runtime::client::Handle::new(&SERVICE, conf) }
        }

        /// The client's settings.
        pub fn config(&self) -> &$crate::config::Config {
            self.handle.config()
        }
    }
}

fn service_static(service: &Service) -> TokenStream {
    let (sdk_id, version, signing) = (&service.sdk_id, &service.api_version, &service.signing_name);
    let by_account = service.endpoint.reads_account();
    let content_type = service.content_type;
    let (names, values): (Vec<_>, Vec<_>) = service.headers.iter().cloned().unzip();
    let retryable = service.retryable.iter().map(|(code, throttling)| {
        quote! { $sdk_runtime::declare::Retryable { code: #code, throttling: #throttling } }
    });
    quote! {
        /// What all operations have in common.
        pub(crate) static SERVICE: $sdk_runtime::declare::Service = $sdk_runtime::declare::Service {
            sdk_id: #sdk_id,
            api_version: #version,
            package_version: crate::meta::PKG_VERSION,
            signing_name: #signing,
            endpoint: |built_ins| crate::endpoint::resolve(&built_ins.into()),
            endpoint_by_account: #by_account,
            content_type: #content_type,
            headers: &[#((#names, #values)),*],
            retryable_errors: &[#(#retryable),*],
        };
    }
}

/// What asks for the endpoint of operations whose endpoint has to be asked for.
fn discover(discovery: &Discovery) -> TokenStream {
    let (module, input) = (ident(&discovery.module), ident(&discovery.input));
    quote! {
        /// Asks which endpoint the account's calls go to, and for how long.
        pub(crate) fn discover(
            handle: $sdk_runtime::client::Handle,
        ) -> $sdk_runtime::client::BoxFuture<
            $Result<$Option<$sdk_runtime::client::Discovered>, $sdk_runtime::error::BoxError>,
        > {
            $Box::pin(async move {
                let output = handle.send(&mut crate::operation::#module::#input::default()).await?;
                let first = output.endpoints().first();
                $Ok(first.map(|endpoint| {
                    $sdk_runtime::client::Discovered::new(endpoint.address(), endpoint.cache_period_in_minutes())
                }))
            })
        }
    }
}

fn method(operation: &Operation) -> Method {
    let (method, fluent) = (ident(&operation.method), fluent_name(operation));
    // By its path: imports of every operation's builder would be half of the file.
    let fluent = quote! { crate::operation::#method::#fluent };
    Method {
        docs: method_docs(operation),
        attributes: deprecated(operation.deprecated.as_ref()),
        name: quote! { #method },
        callee: quote! { #fluent::new },
        argument: quote! { self.handle.clone() },
        output: fluent,
    }
}

/// What a caller has to know at a glance: what is passed, what comes back, what goes wrong.
fn method_docs(operation: &Operation) -> Markdown {
    let mut text = summary(operation);
    let module = Markdown::link(&operation.name, &["crate", "operation", &operation.method]);
    let line = Markdown::code(&format!("{} {}", operation.http_method, operation.uri));
    text.push_paragraph(&markdown!("{}; see {} for details and examples.", line, module).wrapped(""));
    push_members(&mut text, markdown!("Parameters:"), &operation.input);
    push_members(&mut text, markdown!("Returns:"), &operation.output);
    if !operation.errors.is_empty() {
        text.push_paragraph(&markdown!("# Errors"));
        let (first, rest) = (operation.errors.first(), operation.errors.iter().skip(1));
        let errors = first.map(|(error, _)| Markdown::code(error)).unwrap_or_default();
        let errors = rest.fold(errors, |errors, (error, _)| markdown!("{}, {}", errors, Markdown::code(error)));
        text.push_line(&markdown!("{}.", errors).wrapped(""));
    }
    text
}

/// A list of a structure's members, each with its first sentence.
fn push_members(text: &mut Markdown, heading: Markdown, structure: &Structure) {
    for (index, member) in structure.members.iter().enumerate() {
        if index == 0 {
            text.push_paragraph(&heading);
        }
        let name = Markdown::code(member.field.trim_start_matches("r#"));
        let is_required = structure.role == Role::Input && member.required && !member.token && !member.own_account;
        let required = if is_required { ", required" } else { "" };
        let about = first_sentence(&member.docs);
        let item = match about.is_empty() {
            true => markdown!("{}{}", name, required),
            false => markdown!("{}{}: {}", name, required, about),
        };
        text.push_line(&markdown!("- {}", item.wrapped("  ")));
    }
}
