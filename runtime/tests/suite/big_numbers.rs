//! Numbers of any size outside of the wire: by serde alone, and by what stands in for the service.

use crate::support::SERVICE;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{BigNumber, List, Nested};
use sdk_runtime::config::Config;
use sdk_runtime::declare::{Effect, Metadata};
use sdk_runtime::primitives::{BigDecimal, BigInteger};
use sdk_runtime::test_util::Stub;
use sdk_runtime::{Handle, mock};

const INTEGER: &str = "-123456789012345678901234567890";
const DECIMAL: &str = "0.1234567890123456789012345";

#[derive(Clone, Debug)]
struct Client {
    handle: Handle,
}

impl Client {
    fn count(&self) -> CountFluentBuilder {
        CountFluentBuilder::new(self.handle.clone())
    }
}

sdk_runtime::structure! {
    /// What requests and answers hold.
    pub struct Count {
        /// A whole number.
        pub integer: Option<BigInteger>,
        /// Decimal numbers.
        pub decimals: Option<Vec<BigDecimal>>,
    }
    shared CountBuilder {
        integer, set_integer, get_integer: optional value(BigInteger) = member "integer" as BigNumber;
        decimals, set_decimals, get_decimals: optional list(BigDecimal) = member "decimals" as List(BigNumber);
    }
}

sdk_runtime::structure! {
    /// What only requests hold.
    pub struct CountInput {
        /// A whole number.
        pub integer: Option<BigInteger>,
        /// Both.
        pub count: Option<Count>,
        /// A number of 64 bits.
        pub long: Option<i64>,
    }
    input CountInputBuilder, CountFluentBuilder => CountOutput, Error {
        integer, set_integer, get_integer: optional value(BigInteger) + required = member "integer" as BigNumber;
        count, set_count, get_count: optional value(Count) = member "count" as Nested;
        long, set_long, get_long: optional copy(i64) = member "long";
    }
}

sdk_runtime::structure! {
    /// An answer.
    pub struct CountOutput {
        /// A whole number.
        pub integer: Option<BigInteger>,
        /// Both.
        pub count: Option<Count>,
    }
    output CountOutputBuilder {
        integer, set_integer, get_integer: optional value(BigInteger) = member "integer" as BigNumber;
        count, set_count, get_count: optional value(Count) = member "count" as Nested;
    }
}

sdk_runtime::service_error! {
    /// No errors of its own.
    pub enum Error of (crate) {}
}

impl Operation for CountInput {
    type Output = CountOutput;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &SERVICE, name: "Count", method: "POST", uri: "/count", effect: Effect::Plain };
}

fn integer() -> BigInteger {
    INTEGER.parse().expect("a number")
}

fn count() -> Count {
    Count::builder().integer(integer()).decimals(DECIMAL.parse().expect("a number")).build()
}

fn input() -> CountInput {
    CountInput::builder().integer(integer()).count(count()).long(i64::MAX).build().expect("it is whole")
}

#[test]
fn json_gives_back_what_it_was_given() {
    let json = serde_json::to_string(&count()).expect("it is JSON");
    assert!(json.contains(INTEGER) && json.contains(DECIMAL), "{json}");
    assert_eq!(serde_json::from_str::<Count>(&json).expect("it fits"), count());
    assert_eq!(serde_json::from_reader::<_, Count>(json.as_bytes()).expect("it fits"), count());
    let json = serde_json::to_string(&input()).expect("it is JSON");
    assert_eq!(serde_json::from_str::<CountInput>(&json).expect("it fits"), input());
    assert_eq!(serde_json::from_reader::<_, CountInput>(json.as_bytes()).expect("it fits"), input());
}

#[test]
fn what_has_lost_digits_is_refused_and_never_rounded() {
    let value: serde_json::Value = serde_json::from_str(&format!("{{\"integer\":{INTEGER}}}")).expect("it is JSON");
    // Some crate of the program may have serde_json keep them (`arbitrary_precision`).
    let is_kept = value.to_string().contains(INTEGER);
    let integers = [
        serde_json::from_value::<Count>(value.clone()).map(|count| count.integer),
        serde_json::from_value::<CountInput>(value).map(|input| input.integer),
    ];
    for integer in integers {
        match integer {
            Ok(integer) => assert!(is_kept && integer.is_some_and(|integer| integer.as_ref() == INTEGER)),
            Err(error) => assert!(!is_kept && error.to_string().contains("no room for every digit"), "{error}"),
        }
    }
    let value = serde_json::json!({"integer": 5, "long": 9_007_199_254_740_992.0});
    let long = serde_json::from_value::<CountInput>(value).map(|input| input.long);
    assert_eq!(long.is_ok(), is_kept, "it may have been another number");
    let value = serde_json::json!({"integer": 5, "long": 7.0});
    assert_eq!(serde_json::from_value::<CountInput>(value).ok().and_then(|input| input.long), Some(7));
}

#[test]
fn inputs_say_what_is_wrong_as_before() {
    let error = |json: &str| serde_json::from_str::<CountInput>(json).expect_err("it doesn't fit").to_string();
    assert_eq!(
        error("{\"integer\":1,\n\"count\":{\"integre\":1}}").split(" at line").next(),
        Some("CountInput has no member `count.integre`")
    );
    let misfit = error("{\"integer\":1,\"count\":5}");
    assert!(misfit.starts_with("invalid type: integer `5`, expected ") && !misfit.contains(" at line "), "{misfit}");
}

#[tokio::test]
async fn a_stubs_answer_has_every_digit() {
    let stub = Stub::new([
        mock!(Client::count).then_output(|| CountOutput::builder().integer(integer()).count(count()).build())
    ]);
    let config: Config = stub.config().build();
    let client = Client { handle: Handle::new(&SERVICE, config) };
    let output = client.count().integer(integer()).count(count()).send().await.expect("it is read");
    assert_eq!((output.integer, output.count), (Some(integer()), Some(count())));
    assert_eq!(stub.calls::<CountInput>()[0].count, Some(count()));
}
