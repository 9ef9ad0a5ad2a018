//! Services that don't speak JSON: one garden, by restXml, awsQuery and ec2Query.

use sdk_runtime::Handle;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{
    Base64, Boxed, DateTimeText, Entries, Enum, EpochSeconds, Flat, Float, HttpDate, Items, KeyWithin, Length, List,
    Map, Nested, Plain, Root, Tagged, Within,
};
use sdk_runtime::config::Config;
use sdk_runtime::declare::{Effect, Metadata, Service};
use sdk_runtime::error::ErrorMetadata;
use sdk_runtime::primitives::{Blob, DateTime};
use std::collections::HashMap;

macro_rules! service {
    ($name:ident, $content_type:literal) => {
        pub static $name: Service = Service {
            sdk_id: "Garden",
            api_version: "2026-01-01",
            package_version: "0.1.0",
            signing_name: "garden",
            endpoint: |_| Ok(sdk_runtime::endpoint::Endpoint::new("https://garden.example")),
            endpoint_by_account: false,
            content_type: $content_type,
            headers: &[],
            retryable_errors: &[],
        };
    };
}

service!(XML, "application/xml");
service!(FORM, "application/x-www-form-urlencoded");

sdk_runtime::string_enum! {
    /// How it grows.
    pub enum Growth {
        /// Upwards.
        Tree = "tree",
        /// Along the ground.
        Creeper = "creeper",
    }
}

sdk_runtime::union! {
    /// What it bears.
    pub enum Fruit {
        /// Many.
        Berries(Vec<String>), is_berries, as_berries = "Berry" as Flat(List(Plain));
        /// One.
        Nut(Box<Plant>), is_nut, as_nut = "nut" as Boxed(Nested);
        /// None.
        Nothing, is_nothing = "nothing";
    }
}

sdk_runtime::structure! {
    /// A plant.
    pub struct Plant {
        /// An attribute.
        pub kind: Option<String>,
        /// A text.
        pub name: Option<String>,
        /// An enum.
        pub growth: Option<Growth>,
        /// A number.
        pub height: Option<f64>,
        /// A whole number.
        pub age: Option<i32>,
        /// Yes or no.
        pub evergreen: Option<bool>,
        /// Bytes.
        pub seed: Option<Blob>,
        /// A date.
        pub planted: Option<DateTime>,
        /// Another.
        pub pruned: Option<DateTime>,
        /// A third.
        pub watered: Option<DateTime>,
        /// A list of lists.
        pub rows: Option<Vec<Vec<String>>>,
        /// A flattened list.
        pub leaves: Option<Vec<String>>,
        /// A map.
        pub notes: Option<HashMap<String, String>>,
        /// A flattened map.
        pub marks: Option<HashMap<String, Vec<i32>>>,
        /// Another plant.
        pub graft: Option<Box<Plant>>,
        /// What it bears.
        pub fruit: Option<Fruit>,
    }
    shared PlantBuilder {
        kind, set_kind, get_kind: optional text = attribute "xsi:kind";
        name, set_name, get_name: optional text = member "name" in "Name";
        growth, set_growth, get_growth: optional value(Growth) = member "growth" as Enum(Plain);
        height, set_height, get_height: optional copy(f64) = member "height" as Float;
        age, set_age, get_age: optional copy(i32) = member "age";
        evergreen, set_evergreen, get_evergreen: optional copy(bool) = member "evergreen";
        seed, set_seed, get_seed: optional value(Blob) = member "seed" as Base64;
        planted, set_planted, get_planted: optional value(DateTime) = member "planted" as DateTimeText;
        pruned, set_pruned, get_pruned: optional value(DateTime) = member "pruned" as EpochSeconds;
        watered, set_watered, get_watered: optional value(DateTime) = member "watered" as HttpDate;
        rows, set_rows, get_rows: optional list(Vec<String>) = member "rows"
            as Length(0, 5, Items("row", List(Within("", "urn:row", List(Plain)))));
        leaves, set_leaves, get_leaves: optional texts = member "leaf" as Flat(Items("x", List(Plain)));
        notes, set_notes, get_notes: optional map(String, String) = member "notes"
            as Entries("K", "V", KeyWithin("k", "urn:key", Map(Plain)));
        marks, set_marks, get_marks: optional map(String, Vec<i32>) = member "mark"
            as Within("", "urn:mark", Flat(Map(List(Plain))));
        graft, set_graft, get_graft: optional boxed(Plant) = member "graft"
            as Boxed(Within("xsi", "urn:xsi", Nested));
        fruit, set_fruit, get_fruit: optional value(Fruit) = member "fruit" as Tagged;
    }
}

macro_rules! operation {
    ($input:ident, $builder:ident, $fluent:ident => $output:ident, $output_builder:ident, $service:ident, $name:literal,
        { $($more:tt)* }) => {
        sdk_runtime::structure! {
            /// What is planted.
            pub struct $input {
                /// A plant.
                pub plant: Option<Plant>,
                /// A text.
                pub hint: Option<String>,
                /// A token.
                pub token: Option<String>,
            }
            input $builder, $fluent => $output, Error {
                plant, set_plant, get_plant: optional value(Plant) = member "plant" as Nested;
                hint, set_hint, get_hint: optional text = attribute "hint";
                token, set_token, get_token: optional text + token = member "token";
            }
        }

        sdk_runtime::structure! {
            /// What grew.
            pub struct $output {
                /// A plant.
                pub plant: Option<Plant>,
                /// Others.
                pub others: Option<Vec<Plant>>,
            }
            output $output_builder {
                plant, set_plant, get_plant: optional value(Plant) = member "plant" as Nested;
                others, set_others, get_others: optional list(Plant) = member "other" as Flat(List(Nested));
            }
        }

        impl Operation for $input {
            type Output = $output;
            type Error = Error;
            const METADATA: &'static Metadata =
                &Metadata { service: &$service, name: $name, method: "POST", uri: "/", effect: Effect::Plain };
            $($more)*
        }
    };
}

operation! {
    PlantInput, PlantInputBuilder, PlantFluentBuilder => PlantOutput, PlantOutputBuilder, XML, "Plant",
    { sdk_runtime::rest_xml!("PlantRequest" in "urn:garden"); }
}
operation! {
    QueryInput, QueryInputBuilder, QueryFluentBuilder => QueryOutput, QueryOutputBuilder, FORM, "Query",
    { sdk_runtime::aws_query!("plantIt"); }
}
operation! {
    Ec2Input, Ec2InputBuilder, Ec2FluentBuilder => Ec2Output, Ec2OutputBuilder, FORM, "Ec2",
    { sdk_runtime::ec2_query!("PlantIt"); }
}

sdk_runtime::structure! {
    /// Where it is.
    pub struct WhereInput {
        /// As the whole body.
        pub plant: Option<Plant>,
    }
    input WhereInputBuilder, WhereFluentBuilder => WhereOutput, Error {
        plant, set_plant, get_plant: optional value(Plant) = payload "plant" as Root("Tree", Within("", "urn:tree", Nested));
    }
}

sdk_runtime::structure! {
    /// The place, and nothing around it.
    pub struct WhereOutput {
        /// The place.
        pub place: Option<String>,
    }
    output WhereOutputBuilder {
        place, set_place, get_place: optional text = member "Place";
    }
}

impl Operation for WhereInput {
    type Output = WhereOutput;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &XML, name: "Where", method: "POST", uri: "/where", effect: Effect::Plain };
    sdk_runtime::rest_xml!(; unwrapped);
}

sdk_runtime::structure! {
    /// It withered.
    pub struct Withered {
        /// In words.
        pub message: Option<String>,
        /// Since when.
        pub days: Option<i32>,
    }
    error WitheredBuilder {
        message, set_message, get_message: optional text = member "message";
        days, set_days, get_days: optional copy(i32) = member "Days";
    }
}

sdk_runtime::service_error! {
    /// What the garden answers.
    pub enum Error of (crate::support::garden) {
        /// It withered.
        Withered = "Withered" | "Plant.Withered" (410), is_withered;
    }
}

/// Calls the garden.
#[derive(Clone, Debug)]
pub struct Client {
    xml: Handle,
    form: Handle,
}

impl Client {
    pub fn from_conf(config: Config) -> Self {
        Self { xml: Handle::new(&XML, config.clone()), form: Handle::new(&FORM, config) }
    }

    pub fn plant(&self) -> PlantFluentBuilder {
        PlantFluentBuilder::new(self.xml.clone())
    }

    pub fn query(&self) -> QueryFluentBuilder {
        QueryFluentBuilder::new(self.form.clone())
    }

    pub fn ec2(&self) -> Ec2FluentBuilder {
        Ec2FluentBuilder::new(self.form.clone())
    }

    pub fn place(&self) -> WhereFluentBuilder {
        WhereFluentBuilder::new(self.xml.clone())
    }
}

/// A plant with everything.
pub fn plant() -> Plant {
    let graft = Plant::builder().kind("grafted \"&\t").name("  a < b & c  \r\n").build();
    Plant::builder()
        .kind("tree")
        .name("Äpfel")
        .growth(Growth::Tree)
        .height(f64::NEG_INFINITY)
        .age(-3)
        .evergreen(false)
        .seed(Blob::new("seed"))
        .planted(DateTime::from_secs(0))
        .pruned(DateTime::from_secs(5))
        .watered(DateTime::from_secs(1_576_540_098))
        .rows(vec!["a".to_owned(), String::new()])
        .rows(Vec::new())
        .leaves("l1")
        .leaves("l2")
        .notes("k2", "v2")
        .notes("k1", "v1")
        .marks("m", vec![1, 2])
        .graft(graft)
        .fruit(Fruit::Berries(vec!["b1".to_owned(), "b2".to_owned()]))
        .build()
}
