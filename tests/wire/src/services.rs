//! The generated crates, and how to call an operation by name.
//!
//! Another crate joins by a row in [`services!`] and a line in `Cargo.toml`.

use sdk_runtime::RequestId;
use sdk_runtime::client::Handle;
use sdk_runtime::config::Config;
use sdk_runtime::error::{ProvideErrorMetadata, SdkError};
use sdk_runtime::paginate::{Paginated, Paginator};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::pin::Pin;

/// One generated crate.
#[derive(Debug)]
pub(crate) struct Service {
    /// Its name in the cases.
    pub(crate) name: &'static str,
    pub(crate) operations: &'static [Operation],
}

impl Service {
    pub(crate) fn find(name: &str) -> Option<&'static Self> {
        SERVICES.iter().find(|service| service.name == name)
    }

    pub(crate) fn operation(&self, name: &str) -> Option<&'static Operation> {
        self.operations.iter().find(|operation| operation.name == name)
    }
}

/// What is yet to come.
pub(crate) type Future<T> = Pin<Box<dyn std::future::Future<Output = T>>>;

/// Goes through an operation's pages.
type Pages = fn(Handle, Value, Paging) -> Future<Paged>;

/// One operation, with its types taken away.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    /// The URI pattern of its model.
    pub(crate) uri: &'static str,
    /// The errors of its service's model.
    pub(crate) errors: &'static [&'static str],
    /// Makes its crate's client.
    pub(crate) client: fn(Config) -> Handle,
    /// Calls it with an input by member names.
    pub(crate) call: fn(Handle, Value) -> Future<Outcome>,
    /// Goes through its pages, if it has any.
    pub(crate) pages: Option<Pages>,
}

/// What came of a call.
#[derive(Debug)]
pub(crate) enum Outcome {
    Answered(Answer),
    Failed(Failure),
}

/// A successful call.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The output by member names.
    pub(crate) output: Value,
    /// What the output's type makes of an empty object: zero values of required members, the model's defaults.
    pub(crate) blank: Value,
    pub(crate) request_id: Option<String>,
}

/// A call that failed.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The input has no place for what it was given; there was no call.
    pub(crate) refused: bool,
    /// The error in one line.
    pub(crate) text: String,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) request_id: Option<String>,
    /// The error of the model, if it is one.
    pub(crate) modeled: Option<Modeled>,
}

/// An error that the model describes.
#[derive(Debug)]
pub(crate) struct Modeled {
    /// Its name; `None` if it is missing in [`services!`].
    pub(crate) name: Option<&'static str>,
    pub(crate) members: Value,
    /// What its type makes of an empty object.
    pub(crate) blank: Value,
}

/// How pages are asked for.
#[derive(Clone, Debug)]
pub(crate) struct Paging {
    pub(crate) size: Option<i32>,
    pub(crate) start: Option<String>,
    /// Whether the items are gone through, or the pages.
    pub(crate) by_item: bool,
}

/// What came of going through pages.
#[derive(Debug, Default)]
pub(crate) struct Paged {
    /// The items of [`Paging::by_item`].
    pub(crate) items: Vec<Value>,
    /// The number of pages otherwise.
    pub(crate) pages: usize,
    pub(crate) error: Option<Failure>,
}

/// A crate's error type.
pub(crate) trait Describe {
    /// The errors of the model.
    const NAMES: &'static [&'static str];

    fn modeled(&self) -> Option<Modeled>;
}

macro_rules! operation {
    ($crate_name:ident, $input:ty, $name:ident) => {
        operation!(@row $crate_name, $input, $name, None)
    };
    ($crate_name:ident, $input:ty, $name:ident paginated) => {
        operation!(@row $crate_name, $input, $name, Some(pages::<$input, ::$crate_name::Error>))
    };
    (@row $crate_name:ident, $input:ty, $name:ident, $pages:expr) => {
        Operation {
            name: stringify!($name),
            uri: <$input as sdk_runtime::client::Operation>::METADATA.uri,
            errors: <::$crate_name::Error as Describe>::NAMES,
            client: |config| ::$crate_name::Client::from_conf(config).as_ref().clone(),
            call: call::<$input, ::$crate_name::Error>,
            pages: $pages,
        }
    };
}

/// The table of one crate's operations; its `for_each_operation!` calls this.
macro_rules! operations {
    ($crate_name:ident $($name:ident $module:ident $input:ident $($paginated:ident)?;)*) => {
        pub(super) static OPERATIONS: &[Operation] = &[
            $(operation!($crate_name, ::$crate_name::operation::$module::$input, $name $($paginated)?)),*
        ];
    };
}

/// Writes the table of services from one row for each.
macro_rules! services {
    ($($service:literal => $crate_name:ident [$($error:ident),* $(,)?];)+) => {
        /// The services that a crate here speaks.
        pub(crate) static SERVICES: &[Service] = &[
            $(Service { name: $service, operations: $crate_name::OPERATIONS }),+
        ];

        $(
            mod $crate_name {
                use super::{Describe, Operation, call, pages};

                ::$crate_name::for_each_operation! { operations, $crate_name }
            }

            impl Describe for ::$crate_name::Error {
                const NAMES: &'static [&'static str] = &[$(stringify!($error)),*];

                fn modeled(&self) -> Option<Modeled> {
                    #[allow(deprecated, reason = "the variant is asked about, not relied on")]
                    match self {
                        $(Self::$error(error) => Some(modeled(stringify!($error), error)),)*
                        Self::Unhandled(_) => None,
                        _ => Some(Modeled { name: None, members: Value::Null, blank: Value::Null }),
                    }
                }
            }
        )+
    };
}

services! {
    // The name in the cases, the crate, the errors of its model.
    "wickr" => wickr_sdk [
        BadRequestError, ForbiddenError, InternalServerError, RateLimitError, ResourceNotFoundError, UnauthorizedError,
        ValidationError
    ];
    "connect" => connect_sdk [
        AccessDeniedException, ConditionalOperationFailedException, DuplicateResourceException, InternalServiceException,
        InvalidParameterException, InvalidRequestException, LimitExceededException, ResourceConflictException,
        ResourceInUseException, ResourceNotFoundException, ThrottlingException
    ];
}

fn call<I, E>(handle: Handle, input: Value) -> Future<Outcome>
where
    I: sdk_runtime::client::Operation<Output: Serialize + DeserializeOwned + RequestId, Error: Into<E>>
        + DeserializeOwned,
    E: Describe,
{
    Box::pin(async move {
        let mut input = match serde_json::from_value::<I>(input) {
            Ok(input) => input,
            Err(error) => return Outcome::Failed(refused(&error)),
        };
        match handle.send(&mut input).await {
            Ok(output) => Outcome::Answered(Answer {
                output: json(&output),
                blank: blank::<I::Output>(),
                request_id: output.request_id().map(str::to_owned),
            }),
            Err(error) => Outcome::Failed(failure::<_, E>(error)),
        }
    })
}

fn pages<I, E>(handle: Handle, input: Value, paging: Paging) -> Future<Paged>
where
    I: Paginated<Token = String, PageSize = i32, Item: Serialize, Error: Into<E>> + DeserializeOwned,
    E: Describe,
{
    Box::pin(async move {
        let mut paged = Paged::default();
        let mut input = match serde_json::from_value::<I>(input) {
            Ok(input) => input,
            Err(error) => return Paged { error: Some(refused(&error)), ..paged },
        };
        if paging.start.is_some() {
            input.set_token(paging.start);
        }
        let mut paginator = Paginator::new(handle, input);
        if let Some(size) = paging.size {
            paginator = paginator.page_size(size);
        }
        let end = if paging.by_item {
            let mut items = paginator.items().send();
            loop {
                match items.try_next().await {
                    Ok(Some(item)) => paged.items.push(json(&item)),
                    Ok(None) => break None,
                    Err(error) => break Some(failure::<_, E>(error)),
                }
            }
        } else {
            let mut pages = paginator.send();
            loop {
                match pages.try_next().await {
                    Ok(Some(_)) => paged.pages += 1,
                    Ok(None) => break None,
                    Err(error) => break Some(failure::<_, E>(error)),
                }
            }
        };
        Paged { error: end, ..paged }
    })
}

fn refused(error: &serde_json::Error) -> Failure {
    Failure {
        refused: true,
        text: error.to_string(),
        code: None,
        message: None,
        status: None,
        request_id: None,
        modeled: None,
    }
}

/// What a call failed with; the operation's own error is seen as the crate's.
fn failure<O: sdk_runtime::error::ServiceError + Into<E>, E: Describe>(error: SdkError<O>) -> Failure {
    Failure {
        refused: false,
        text: error.to_string(),
        code: error.code().map(str::to_owned),
        message: error.message().map(str::to_owned),
        status: error.raw_response().map(|response| response.status().as_u16()),
        request_id: error.request_id().map(str::to_owned),
        modeled: match error {
            SdkError::ServiceError(answer) => answer.into_err().into().modeled(),
            _ => None,
        },
    }
}

fn modeled<T: Serialize + DeserializeOwned>(name: &'static str, error: &T) -> Modeled {
    Modeled { name: Some(name), members: json(error), blank: blank::<T>() }
}

/// What the type makes of an object without members.
fn blank<T: Serialize + DeserializeOwned>() -> Value {
    serde_json::from_str::<T>("{}").map_or(Value::Null, |blank| json(&blank))
}

/// A value's serde form; what cannot be written shows as the reason, which no expectation equals.
fn json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_else(|error| Value::String(format!("not serializable: {error}")))
}
