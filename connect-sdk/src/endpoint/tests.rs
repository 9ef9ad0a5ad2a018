// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The endpoint tests of the service's model.

sdk_runtime::endpoint_tests! {
    super::resolve {
        "af-south-1": region = "af-south-1", use_fips = false, use_dual_stack = false
            => "https://connect.af-south-1.amazonaws.com";
        "ap-northeast-1": region = "ap-northeast-1", use_fips = false, use_dual_stack = false
            => "https://connect.ap-northeast-1.amazonaws.com";
        "ap-northeast-2": region = "ap-northeast-2", use_fips = false, use_dual_stack = false
            => "https://connect.ap-northeast-2.amazonaws.com";
        "ap-southeast-1": region = "ap-southeast-1", use_fips = false, use_dual_stack = false
            => "https://connect.ap-southeast-1.amazonaws.com";
        "ap-southeast-2": region = "ap-southeast-2", use_fips = false, use_dual_stack = false
            => "https://connect.ap-southeast-2.amazonaws.com";
        "ca-central-1": region = "ca-central-1", use_fips = false, use_dual_stack = false
            => "https://connect.ca-central-1.amazonaws.com";
        "eu-central-1": region = "eu-central-1", use_fips = false, use_dual_stack = false
            => "https://connect.eu-central-1.amazonaws.com";
        "eu-west-2": region = "eu-west-2", use_fips = false, use_dual_stack = false
            => "https://connect.eu-west-2.amazonaws.com";
        "us-east-1": region = "us-east-1", use_fips = false, use_dual_stack = false
            => "https://connect.us-east-1.amazonaws.com";
        "us-west-2": region = "us-west-2", use_fips = false, use_dual_stack = false
            => "https://connect.us-west-2.amazonaws.com";
        "us-east-1, FIPS, dual stack": region = "us-east-1", use_fips = true, use_dual_stack = true
            => "https://connect-fips.us-east-1.api.aws";
        "us-east-1, FIPS": region = "us-east-1", use_fips = true, use_dual_stack = false
            => "https://connect-fips.us-east-1.amazonaws.com";
        "us-east-1, dual stack": region = "us-east-1", use_fips = false, use_dual_stack = true
            => "https://connect.us-east-1.api.aws";
        "cn-north-1, FIPS, dual stack": region = "cn-north-1", use_fips = true, use_dual_stack = true
            => "https://connect-fips.cn-north-1.api.amazonwebservices.com.cn";
        "cn-north-1, FIPS": region = "cn-north-1", use_fips = true, use_dual_stack = false
            => "https://connect-fips.cn-north-1.amazonaws.com.cn";
        "cn-north-1, dual stack": region = "cn-north-1", use_fips = false, use_dual_stack = true
            => "https://connect.cn-north-1.api.amazonwebservices.com.cn";
        "cn-north-1": region = "cn-north-1", use_fips = false, use_dual_stack = false
            => "https://connect.cn-north-1.amazonaws.com.cn";
        "us-gov-west-1": region = "us-gov-west-1", use_fips = false, use_dual_stack = false
            => "https://connect.us-gov-west-1.amazonaws.com";
        "us-gov-west-1, FIPS": region = "us-gov-west-1", use_fips = true, use_dual_stack = false
            => "https://connect.us-gov-west-1.amazonaws.com";
        "us-gov-east-1, FIPS, dual stack": region = "us-gov-east-1", use_fips = true, use_dual_stack = true
            => "https://connect-fips.us-gov-east-1.api.aws";
        "us-gov-east-1, FIPS": region = "us-gov-east-1", use_fips = true, use_dual_stack = false
            => "https://connect.us-gov-east-1.amazonaws.com";
        "us-gov-east-1, dual stack": region = "us-gov-east-1", use_fips = false, use_dual_stack = true
            => "https://connect.us-gov-east-1.api.aws";
        "us-gov-east-1": region = "us-gov-east-1", use_fips = false, use_dual_stack = false
            => "https://connect.us-gov-east-1.amazonaws.com";
        "us-iso-east-1, FIPS": region = "us-iso-east-1", use_fips = true, use_dual_stack = false
            => "https://connect-fips.us-iso-east-1.c2s.ic.gov";
        "us-iso-east-1": region = "us-iso-east-1", use_fips = false, use_dual_stack = false
            => "https://connect.us-iso-east-1.c2s.ic.gov";
        "us-isob-east-1, FIPS": region = "us-isob-east-1", use_fips = true, use_dual_stack = false
            => "https://connect-fips.us-isob-east-1.sc2s.sgov.gov";
        "us-isob-east-1": region = "us-isob-east-1", use_fips = false, use_dual_stack = false
            => "https://connect.us-isob-east-1.sc2s.sgov.gov";
        "us-east-1, custom endpoint": region = "us-east-1", use_fips = false, use_dual_stack = false,
            endpoint = "https://example.com"
            => "https://example.com";
        "no Region, custom endpoint": use_fips = false, use_dual_stack = false,
            endpoint = "https://example.com"
            => "https://example.com";
        "us-east-1, FIPS, custom endpoint": region = "us-east-1", use_fips = true, use_dual_stack = false,
            endpoint = "https://example.com"
            => error "Invalid Configuration: FIPS and custom endpoint are not supported";
        "us-east-1, dual stack, custom endpoint": region = "us-east-1", use_fips = false,
            use_dual_stack = true, endpoint = "https://example.com"
            => error "Invalid Configuration: Dualstack and custom endpoint are not supported";
        "no Region": => error "Invalid Configuration: Missing Region";
    }
}
