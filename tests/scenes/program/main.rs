//! Goes through the scene of a service: `scenes NAME URL`. Keys are in the environment, where the server at the URL has any.

mod cloudformation;
mod dynamodb;
mod ec2;
mod iam;
mod kinds;
mod kinesis;
mod route53;
mod s3;
mod s3_page;
mod sns;
mod sqs;
mod sts;
mod talk;

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

/// How a scene ends; one that finds something else than it expects panics.
type Outcome = Result<(), Box<dyn Error>>;

/// A client of a crate that asks the server at a URL; with these settings on.
macro_rules! client {
    ($crate_name:ident, $url:expr $(, $setting:ident)*) => {{
        use $crate_name::config::{BehaviorVersion, Config, Credentials, Region};

        let variable = |name, otherwise: &str| std::env::var(name).unwrap_or_else(|_| otherwise.to_owned());
        let (id, secret) = (variable("SCENE_KEY_ID", "AKIDOFASCENE"), variable("SCENE_SECRET", "secret-of-a-scene"));
        let keys = Credentials::new(id, secret, None, None, "scene");
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .credentials_provider(keys)
            .endpoint_url($url)
            $(.$setting(true))*
            .build();
        $crate_name::Client::from_conf(config)
    }};
}

pub(crate) use client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [scene, url] = arguments.as_slice() else {
        eprintln!("usage: scenes NAME URL");
        return ExitCode::from(2);
    };
    // What goes on without end has gone wrong.
    let Ok(outcome) = tokio::time::timeout(LONGEST, play(scene, url)).await else {
        eprintln!("{scene} doesn't end");
        return ExitCode::FAILURE;
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}\n{error:?}");
            ExitCode::FAILURE
        }
    }
}

/// How long a scene may take.
const LONGEST: Duration = Duration::from_secs(180);

async fn play(scene: &str, url: &str) -> Outcome {
    match scene {
        "cloudformation" => cloudformation::scene(url).await,
        "dynamodb" => dynamodb::scene(url).await,
        "ec2" => ec2::scene(url).await,
        "iam" => iam::scene(url).await,
        "kinds-aws-json" => kinds::aws_json::scene(url).await,
        "kinds-aws-query" => kinds::aws_query::scene(url).await,
        "kinds-ec2-query" => kinds::ec2_query::scene(url).await,
        "kinds-rest-json" => kinds::rest_json::scene(url).await,
        "kinds-rest-xml" => kinds::rest_xml::scene(url).await,
        "kinds-rpc-cbor" => kinds::rpc_cbor::scene(url).await,
        "kinds-rpc-json" => kinds::rpc_json::scene(url).await,
        "kinesis" => kinesis::scene(url).await,
        "route53" => route53::scene(url).await,
        "s3" => s3::scene(url).await,
        "sns" => sns::scene(url).await,
        "sqs" => sqs::scene(url).await,
        "sts" => sts::scene(url).await,
        "talk-aws-json" => talk::aws_json::scene(url).await,
        "talk-rest-json" => talk::rest_json::scene(url).await,
        "talk-rest-xml" => talk::rest_xml::scene(url).await,
        "talk-rpc-cbor" => talk::rpc_cbor::scene(url).await,
        "talk-rpc-json" => talk::rpc_json::scene(url).await,
        _ => Err(format!("there is no scene of {scene}").into()),
    }
}
