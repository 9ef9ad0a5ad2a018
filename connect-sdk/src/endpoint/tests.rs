// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The endpoint tests of the service's model.

use sdk_runtime::endpoint::Endpoint;
use super::{Params, resolve};
use Expected::*;
use Given::*;

#[test]
fn the_rules_pass_the_models_tests() {
    let mut failures = Vec::new();
    for case in CASES {
        let found = resolve(&params(case.given))
            .map_err(|error| error.message().to_owned());
        let expected = expected(&case.expected);
        if found != expected {
            failures
                .push(
                    format!(
                        "{}\n  expected {expected:?}\n  found    {found:?}", case
                        .documentation
                    ),
                );
        }
    }
    assert!(
        failures.is_empty(), "{} of {} fail:\n{}", failures.len(), CASES.len(), failures
        .join("\n")
    );
}

struct Case {
    documentation: &'static str,
    given: &'static [Given],
    expected: Expected,
}

enum Given {
    Region(&'static str),
    UseDualStack(bool),
    UseFips(bool),
    EndpointParam(&'static str),
}

fn params(given: &[Given]) -> Params {
    let mut params = Params::default();
    for given in given {
        match *given {
            Region(value) => params.region = Some(value.to_owned()),
            UseDualStack(value) => params.use_dual_stack = value,
            UseFips(value) => params.use_fips = value,
            EndpointParam(value) => params.endpoint = Some(value.to_owned()),
        }
    }
    params
}

enum Expected {
    Url(&'static str),
    Error(&'static str),
}

fn expected(expected: &Expected) -> Result<Endpoint, String> {
    match expected {
        Url(url) => Ok(Endpoint::new(*url)),
        Error(message) => Err((*message).to_owned()),
    }
}

const CASES: &[Case] = &[
    Case {
        documentation: "af-south-1",
        given: &[Region("af-south-1"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.af-south-1.amazonaws.com"),
    },
    Case {
        documentation: "ap-northeast-1",
        given: &[Region("ap-northeast-1"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.ap-northeast-1.amazonaws.com"),
    },
    Case {
        documentation: "ap-northeast-2",
        given: &[Region("ap-northeast-2"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.ap-northeast-2.amazonaws.com"),
    },
    Case {
        documentation: "ap-southeast-1",
        given: &[Region("ap-southeast-1"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.ap-southeast-1.amazonaws.com"),
    },
    Case {
        documentation: "ap-southeast-2",
        given: &[Region("ap-southeast-2"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.ap-southeast-2.amazonaws.com"),
    },
    Case {
        documentation: "ca-central-1",
        given: &[Region("ca-central-1"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.ca-central-1.amazonaws.com"),
    },
    Case {
        documentation: "eu-central-1",
        given: &[Region("eu-central-1"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.eu-central-1.amazonaws.com"),
    },
    Case {
        documentation: "eu-west-2",
        given: &[Region("eu-west-2"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.eu-west-2.amazonaws.com"),
    },
    Case {
        documentation: "us-east-1",
        given: &[Region("us-east-1"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.us-east-1.amazonaws.com"),
    },
    Case {
        documentation: "us-west-2",
        given: &[Region("us-west-2"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.us-west-2.amazonaws.com"),
    },
    Case {
        documentation: "us-east-1, FIPS, dual stack",
        given: &[Region("us-east-1"), UseFips(true), UseDualStack(true)],
        expected: Url("https://connect-fips.us-east-1.api.aws"),
    },
    Case {
        documentation: "us-east-1, FIPS",
        given: &[Region("us-east-1"), UseFips(true), UseDualStack(false)],
        expected: Url("https://connect-fips.us-east-1.amazonaws.com"),
    },
    Case {
        documentation: "us-east-1, dual stack",
        given: &[Region("us-east-1"), UseFips(false), UseDualStack(true)],
        expected: Url("https://connect.us-east-1.api.aws"),
    },
    Case {
        documentation: "cn-north-1, FIPS, dual stack",
        given: &[Region("cn-north-1"), UseFips(true), UseDualStack(true)],
        expected: Url("https://connect-fips.cn-north-1.api.amazonwebservices.com.cn"),
    },
    Case {
        documentation: "cn-north-1, FIPS",
        given: &[Region("cn-north-1"), UseFips(true), UseDualStack(false)],
        expected: Url("https://connect-fips.cn-north-1.amazonaws.com.cn"),
    },
    Case {
        documentation: "cn-north-1, dual stack",
        given: &[Region("cn-north-1"), UseFips(false), UseDualStack(true)],
        expected: Url("https://connect.cn-north-1.api.amazonwebservices.com.cn"),
    },
    Case {
        documentation: "cn-north-1",
        given: &[Region("cn-north-1"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.cn-north-1.amazonaws.com.cn"),
    },
    Case {
        documentation: "us-gov-west-1",
        given: &[Region("us-gov-west-1"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.us-gov-west-1.amazonaws.com"),
    },
    Case {
        documentation: "us-gov-west-1, FIPS",
        given: &[Region("us-gov-west-1"), UseFips(true), UseDualStack(false)],
        expected: Url("https://connect.us-gov-west-1.amazonaws.com"),
    },
    Case {
        documentation: "us-gov-east-1, FIPS, dual stack",
        given: &[Region("us-gov-east-1"), UseFips(true), UseDualStack(true)],
        expected: Url("https://connect-fips.us-gov-east-1.api.aws"),
    },
    Case {
        documentation: "us-gov-east-1, FIPS",
        given: &[Region("us-gov-east-1"), UseFips(true), UseDualStack(false)],
        expected: Url("https://connect.us-gov-east-1.amazonaws.com"),
    },
    Case {
        documentation: "us-gov-east-1, dual stack",
        given: &[Region("us-gov-east-1"), UseFips(false), UseDualStack(true)],
        expected: Url("https://connect.us-gov-east-1.api.aws"),
    },
    Case {
        documentation: "us-gov-east-1",
        given: &[Region("us-gov-east-1"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.us-gov-east-1.amazonaws.com"),
    },
    Case {
        documentation: "us-iso-east-1, FIPS",
        given: &[Region("us-iso-east-1"), UseFips(true), UseDualStack(false)],
        expected: Url("https://connect-fips.us-iso-east-1.c2s.ic.gov"),
    },
    Case {
        documentation: "us-iso-east-1",
        given: &[Region("us-iso-east-1"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.us-iso-east-1.c2s.ic.gov"),
    },
    Case {
        documentation: "us-isob-east-1, FIPS",
        given: &[Region("us-isob-east-1"), UseFips(true), UseDualStack(false)],
        expected: Url("https://connect-fips.us-isob-east-1.sc2s.sgov.gov"),
    },
    Case {
        documentation: "us-isob-east-1",
        given: &[Region("us-isob-east-1"), UseFips(false), UseDualStack(false)],
        expected: Url("https://connect.us-isob-east-1.sc2s.sgov.gov"),
    },
    Case {
        documentation: "us-east-1, custom endpoint",
        given: &[
            Region("us-east-1"),
            UseFips(false),
            UseDualStack(false),
            EndpointParam("https://example.com"),
        ],
        expected: Url("https://example.com"),
    },
    Case {
        documentation: "no Region, custom endpoint",
        given: &[
            UseFips(false),
            UseDualStack(false),
            EndpointParam("https://example.com"),
        ],
        expected: Url("https://example.com"),
    },
    Case {
        documentation: "us-east-1, FIPS, custom endpoint",
        given: &[
            Region("us-east-1"),
            UseFips(true),
            UseDualStack(false),
            EndpointParam("https://example.com"),
        ],
        expected: Error(
            "Invalid Configuration: FIPS and custom endpoint are not supported",
        ),
    },
    Case {
        documentation: "us-east-1, dual stack, custom endpoint",
        given: &[
            Region("us-east-1"),
            UseFips(false),
            UseDualStack(true),
            EndpointParam("https://example.com"),
        ],
        expected: Error(
            "Invalid Configuration: Dualstack and custom endpoint are not supported",
        ),
    },
    Case {
        documentation: "no Region",
        given: &[],
        expected: Error("Invalid Configuration: Missing Region"),
    },
];
