//! Operations whose model lists no errors.

use crate::support::library::{Closed, Error, ListBooksOutput, NoSuchBook};
use crate::support::{GET, SERVICE};
use sdk_runtime::client::Operation;
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::declare::Metadata;
use sdk_runtime::error::{ErrorMetadata, ProvideErrorMetadata, UnmodeledError};
use sdk_runtime::mock;
use sdk_runtime::primitives::SdkBody;
use sdk_runtime::test_util::{Rule, Stub};
use sdk_runtime::{Handle, RequestId, SdkError};
use std::error::Error as _;

sdk_runtime::operation_name!(Dust);
sdk_runtime::operation_name!(Sweep);

type DustError = UnmodeledError<Dust, Error>;
type SweepError = UnmodeledError<Sweep, Error>;

sdk_runtime::structure! {
    /// What is dusted.
    pub struct DustInput {}
    input DustInputBuilder, DustFluentBuilder => ListBooksOutput, DustError {}
}

impl Operation for DustInput {
    type Output = ListBooksOutput;
    type Error = DustError;
    const METADATA: &'static Metadata = &GET;
}

struct Client(Handle);

impl Client {
    fn dust(&self) -> DustFluentBuilder {
        DustFluentBuilder::new(self.0.clone())
    }
}

async fn answered(rule: Rule) -> SdkError<DustError> {
    let config = Stub::new([rule]).config().build();
    Client(Handle::new(&SERVICE, config)).dust().send().await.expect_err("it is refused")
}

fn refused(code: &'static str) -> Rule {
    mock!(Client::dust).then_http_response(move || {
        let body = format!(r#"{{"__type":"{code}","message":"not today"}}"#);
        let mut response = HttpResponse::new(400.try_into().expect("a status"), SdkBody::from(body));
        response.headers_mut().insert("x-amzn-requestid", "r-1");
        response.headers_mut().insert("x-book", "b-1");
        response
    })
}

#[tokio::test]
async fn any_code_is_told() {
    let error = answered(refused("TooDusty")).await;
    assert_eq!(error.code(), Some("TooDusty"));
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(error.to_string(), "GetThing: TooDusty: not today (HTTP 400, request id r-1)");
    let error = error.into_service_error();
    assert_eq!((error.code(), error.message(), error.request_id()), (Some("TooDusty"), Some("not today"), Some("r-1")));
    assert!(error.source().is_none(), "nothing is beneath what the service answered");
    assert!(format!("{error:?}").starts_with("Unhandled(Unhandled { source: None, meta: "), "{error:?}");
    let error = Error::from(error);
    assert!(format!("{error:?}").starts_with("Unhandled("), "{error:?}");
    assert_eq!(error.to_string(), "GetThing: TooDusty: not today (HTTP 400, request id r-1)");
}

/// The crate's error has the variant that the operation's lacks, with its members.
#[tokio::test]
async fn an_error_of_other_operations_is_the_crates() {
    let error = answered(refused("NoSuchBook")).await;
    assert_eq!(error.code(), Some("NoSuchBook"));
    let beneath = error.as_service_error().and_then(|error| error.source()).expect("the error is beneath");
    assert!(matches!(beneath.downcast_ref(), Some(Error::NoSuchBook(_))), "{beneath:?}");
    let Error::NoSuchBook(NoSuchBook { id, message, .. }) = Error::from(error) else { panic!("it is known") };
    assert_eq!((id.as_deref(), message.as_deref()), (Some("b-1"), Some("not today")));
    let closed = Error::from(answered(refused("Closed")).await);
    assert!(matches!(closed, Error::Closed(Closed { .. })), "{closed:?}");
}

#[tokio::test]
async fn what_is_no_answer_is_told_too() {
    let error = DustError::unhandled("no broom");
    assert_eq!((error.to_string().as_str(), error.code()), ("no broom", None));
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("no broom"));
    let error = SdkError::<DustError>::timeout_error("too slow").into_service_error();
    assert_eq!(Error::from(error).to_string(), "too slow");
}

#[tokio::test]
async fn rules_answer_with_it() {
    let made = || DustError::generic(ErrorMetadata::builder().code("Asleep").message("ssh").build());
    let error = answered(mock!(Client::dust).then_error(made)).await;
    assert_eq!((error.code(), error.meta().message()), (Some("Asleep"), Some("ssh")));
}

/// Each operation has a type of its own, so that a program's error can be made of either.
#[test]
fn errors_of_two_operations_are_two_types() {
    #[derive(Debug)]
    enum Cleaning {
        Dust(DustError),
        Sweep(SweepError),
    }
    impl From<DustError> for Cleaning {
        fn from(error: DustError) -> Self {
            Self::Dust(error)
        }
    }
    impl From<SweepError> for Cleaning {
        fn from(error: SweepError) -> Self {
            Self::Sweep(error)
        }
    }
    fn dust() -> Result<(), Cleaning> {
        Err(DustError::unhandled("dust"))?
    }
    fn sweep() -> Result<(), Cleaning> {
        Err(SweepError::unhandled("leaves"))?
    }
    assert!(matches!(dust(), Err(Cleaning::Dust(error)) if error.to_string() == "dust"));
    assert!(matches!(sweep(), Err(Cleaning::Sweep(error)) if error.to_string() == "leaves"));
}
