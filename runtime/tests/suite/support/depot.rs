//! A service that speaks Smithy RPC v2, in CBOR and in JSON: a depot of crates.

use sdk_runtime::Handle;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{
    Base64, Big, Boxed, Enum, EpochSeconds, Float, List, Map, Nested, Plain, Sparse, SparseMap, Tagged,
};
use sdk_runtime::config::Config;
use sdk_runtime::declare::{Effect, Metadata, Service};
use sdk_runtime::error::ErrorMetadata;
use sdk_runtime::primitives::{BigDecimal, BigInteger, Blob, DateTime};
use std::collections::HashMap;

macro_rules! service {
    ($name:ident, $content_type:literal, $protocol:literal) => {
        pub static $name: Service = Service {
            sdk_id: "Depot",
            api_version: "2026-01-01",
            package_version: "0.1.0",
            signing_name: "depot",
            endpoint: |_| Ok(sdk_runtime::endpoint::Endpoint::new("https://depot.example")),
            endpoint_by_account: false,
            content_type: $content_type,
            headers: &[("smithy-protocol", $protocol), ("accept", $content_type)],
            retryable_errors: &[],
        };
    };
}

service!(CBOR, "application/cbor", "rpc-v2-cbor");
service!(JSON, "application/json", "rpc-v2-json");

sdk_runtime::string_enum! {
    /// What it is made of.
    pub enum Material {
        /// Wood.
        Wood = "wood",
    }
}

sdk_runtime::union! {
    /// What is in it.
    pub enum Content {
        /// Texts.
        Texts(Vec<String>), is_texts, as_texts = "texts" as List(Plain);
        /// Another one.
        Parcel(Box<Parcel>), is_parcel, as_parcel = "parcel" as Boxed(Nested);
        /// Nothing.
        Nothing, is_nothing = "nothing";
    }
}

sdk_runtime::structure! {
    /// A parcel.
    pub struct Parcel {
        /// A text.
        pub name: Option<String>,
        /// An enum.
        pub material: Option<Material>,
        /// In 64 bits.
        pub weight: Option<f64>,
        /// In 32 bits.
        pub width: Option<f32>,
        /// In 8 bits.
        pub tiny: Option<i8>,
        /// In 16 bits.
        pub short: Option<i16>,
        /// In 32 bits.
        pub count: Option<i32>,
        /// In 64 bits.
        pub long: Option<i64>,
        /// Yes or no.
        pub sealed: Option<bool>,
        /// Bytes.
        pub data: Option<Blob>,
        /// A time.
        pub sent: Option<DateTime>,
        /// A whole number of any size.
        pub big: Option<BigInteger>,
        /// A decimal number of any size.
        pub exact: Option<BigDecimal>,
        /// A list.
        pub labels: Option<Vec<String>>,
        /// A list with holes.
        pub holes: Option<Vec<Option<i32>>>,
        /// A map.
        pub notes: Option<HashMap<String, String>>,
        /// A map with holes.
        pub gaps: Option<HashMap<String, Option<Blob>>>,
        /// Another parcel.
        pub inner: Option<Box<Parcel>>,
        /// What is in it.
        pub content: Option<Content>,
    }
    shared ParcelBuilder {
        name, set_name, get_name: optional text = member "name";
        material, set_material, get_material: optional value(Material) = member "material" as Enum(Plain);
        weight, set_weight, get_weight: optional copy(f64) = member "weight" as Float;
        width, set_width, get_width: optional copy(f32) = member "width" as Float;
        tiny, set_tiny, get_tiny: optional copy(i8) = member "tiny";
        short, set_short, get_short: optional copy(i16) = member "short";
        count, set_count, get_count: optional copy(i32) = member "count";
        long, set_long, get_long: optional copy(i64) = member "long";
        sealed, set_sealed, get_sealed: optional copy(bool) = member "sealed";
        data, set_data, get_data: optional value(Blob) = member "data" as Base64;
        sent, set_sent, get_sent: optional value(DateTime) = member "sent" as EpochSeconds;
        big, set_big, get_big: optional value(BigInteger) = member "big" as Big;
        exact, set_exact, get_exact: optional value(BigDecimal) = member "exact" as Big;
        labels, set_labels, get_labels: optional texts = member "labels" as List(Plain);
        holes, set_holes, get_holes: optional list(Option<i32>) = member "holes" as Sparse(Plain);
        notes, set_notes, get_notes: optional map(String, String) = member "notes" as Map(Plain);
        gaps, set_gaps, get_gaps: optional map(String, Option<Blob>) = member "gaps" as SparseMap(Base64);
        inner, set_inner, get_inner: optional boxed(Parcel) = member "inner" as Boxed(Nested);
        content, set_content, get_content: optional value(Content) = member "content" as Tagged;
    }
}

macro_rules! operation {
    ($input:ident, $builder:ident, $fluent:ident => $output:ident, $output_builder:ident, $service:ident, $name:literal,
        { $($more:tt)* }) => {
        sdk_runtime::structure! {
            /// What is stored.
            pub struct $input {
                /// A parcel.
                pub parcel: Option<Parcel>,
                /// A token.
                pub token: Option<String>,
            }
            input $builder, $fluent => $output, Error {
                parcel, set_parcel, get_parcel: optional value(Parcel) = member "parcel" as Nested;
                token, set_token, get_token: optional text + token = member "token";
            }
        }

        sdk_runtime::structure! {
            /// What was there.
            pub struct $output {
                /// A parcel.
                pub parcel: Option<Parcel>,
                /// How many others.
                pub others: i32,
            }
            output try $output_builder {
                parcel, set_parcel, get_parcel: optional value(Parcel) = member "parcel" as Nested;
                others, set_others, get_others: always copy(i32) = member "others";
            }
        }

        impl Operation for $input {
            type Output = $output;
            type Error = Error;
            const METADATA: &'static Metadata = &Metadata {
                service: &$service,
                name: $name,
                method: "POST",
                uri: concat!("/service/Depot/operation/", $name),
                effect: Effect::Plain,
            };
            $($more)*
        }
    };
}

operation! {
    StoreInput, StoreInputBuilder, StoreFluentBuilder => StoreOutput, StoreOutputBuilder, CBOR, "Store",
    { sdk_runtime::rpc_v2_cbor!(input); }
}
operation! {
    ShelveInput, ShelveInputBuilder, ShelveFluentBuilder => ShelveOutput, ShelveOutputBuilder, JSON, "Shelve",
    { sdk_runtime::rpc_v2_json!(input); }
}

macro_rules! nothing {
    ($input:ident, $builder:ident, $fluent:ident => $output:ident, $output_builder:ident, $service:ident, $name:literal,
        { $($more:tt)* }) => {
        sdk_runtime::structure! {
            /// Nothing.
            pub struct $input {}
            input $builder, $fluent => $output, Error {}
        }

        sdk_runtime::structure! {
            /// Nothing.
            pub struct $output {}
            output $output_builder {}
        }

        impl Operation for $input {
            type Output = $output;
            type Error = Error;
            const METADATA: &'static Metadata = &Metadata {
                service: &$service,
                name: $name,
                method: "POST",
                uri: concat!("/service/Depot/operation/", $name),
                effect: Effect::Plain,
            };
            $($more)*
        }
    };
}

nothing! {
    SweepInput, SweepInputBuilder, SweepFluentBuilder => SweepOutput, SweepOutputBuilder, CBOR, "Sweep",
    { sdk_runtime::rpc_v2_cbor!(); }
}
nothing! {
    WipeInput, WipeInputBuilder, WipeFluentBuilder => WipeOutput, WipeOutputBuilder, JSON, "Wipe",
    { sdk_runtime::rpc_v2_json!(); }
}

sdk_runtime::structure! {
    /// It is full.
    pub struct Full {
        /// In words.
        pub message: Option<String>,
        /// Until when.
        pub until: Option<DateTime>,
        /// What is left out.
        pub rest: Option<Blob>,
    }
    error FullBuilder {
        message, set_message, get_message: optional text = member "message";
        until, set_until, get_until: optional value(DateTime) = member "until" as EpochSeconds;
        rest, set_rest, get_rest: optional value(Blob) = member "rest" as Base64;
    }
}

sdk_runtime::service_error! {
    /// What the depot answers.
    pub enum Error of (crate::support::depot) {
        /// It is full.
        Full = "Full" (409), is_full;
    }
}

/// Calls the depot.
#[derive(Clone, Debug)]
pub struct Client {
    cbor: Handle,
    json: Handle,
}

impl Client {
    pub fn from_conf(config: Config) -> Self {
        Self { cbor: Handle::new(&CBOR, config.clone()), json: Handle::new(&JSON, config) }
    }

    pub fn store(&self) -> StoreFluentBuilder {
        StoreFluentBuilder::new(self.cbor.clone())
    }

    pub fn shelve(&self) -> ShelveFluentBuilder {
        ShelveFluentBuilder::new(self.json.clone())
    }

    pub fn sweep(&self) -> SweepFluentBuilder {
        SweepFluentBuilder::new(self.cbor.clone())
    }

    pub fn wipe(&self) -> WipeFluentBuilder {
        WipeFluentBuilder::new(self.json.clone())
    }
}

/// A parcel with everything.
pub fn parcel() -> Parcel {
    Parcel::builder()
        .name("Äpfel")
        .material(Material::Wood)
        .weight(1.1)
        .width(0.5)
        .tiny(-128)
        .short(-32_768)
        .count(i32::MAX)
        .long(i64::MIN)
        .sealed(true)
        .data(Blob::new([0, 255]))
        .sent(DateTime::from_secs_and_nanos(946_845_296, 123_000_000))
        .big("-123456789012345678901234567890".parse().expect("a number"))
        .exact("3.141592653589793238462643383279502884197".parse().expect("a number"))
        .labels("a")
        .labels("")
        .holes(Some(1))
        .holes(None)
        .notes("k", "v")
        .gaps("none", None)
        .gaps("some", Some(Blob::new("b")))
        .inner(Parcel::builder().name("inner").sent(DateTime::from_secs(-1)).build())
        .content(Content::Texts(vec!["t".to_owned()]))
        .build()
}
