// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The endpoint tests of the service's model.

sdk_runtime::endpoint_tests! {
    super::resolve {
        "us-east-1, FIPS, dual stack": region = "us-east-1", use_fips = true, use_dual_stack = true
            => "https://admin.wickr-fips.us-east-1.api.aws";
        "us-east-1, FIPS": region = "us-east-1", use_fips = true, use_dual_stack = false
            => "https://admin.wickr-fips.us-east-1.amazonaws.com";
        "us-east-1, dual stack": region = "us-east-1", use_fips = false, use_dual_stack = true
            => "https://admin.wickr.us-east-1.api.aws";
        "us-east-1": region = "us-east-1", use_fips = false, use_dual_stack = false
            => "https://admin.wickr.us-east-1.amazonaws.com";
        "cn-north-1, FIPS, dual stack": region = "cn-north-1", use_fips = true, use_dual_stack = true
            => "https://admin.wickr-fips.cn-north-1.api.amazonwebservices.com.cn";
        "cn-north-1, FIPS": region = "cn-north-1", use_fips = true, use_dual_stack = false
            => "https://admin.wickr-fips.cn-north-1.amazonaws.com.cn";
        "cn-north-1, dual stack": region = "cn-north-1", use_fips = false, use_dual_stack = true
            => "https://admin.wickr.cn-north-1.api.amazonwebservices.com.cn";
        "cn-north-1": region = "cn-north-1", use_fips = false, use_dual_stack = false
            => "https://admin.wickr.cn-north-1.amazonaws.com.cn";
        "us-gov-east-1, FIPS, dual stack": region = "us-gov-east-1", use_fips = true, use_dual_stack = true
            => "https://admin.wickr-fips.us-gov-east-1.api.aws";
        "us-gov-east-1, FIPS": region = "us-gov-east-1", use_fips = true, use_dual_stack = false
            => "https://admin.wickr-fips.us-gov-east-1.amazonaws.com";
        "us-gov-east-1, dual stack": region = "us-gov-east-1", use_fips = false, use_dual_stack = true
            => "https://admin.wickr.us-gov-east-1.api.aws";
        "us-gov-east-1": region = "us-gov-east-1", use_fips = false, use_dual_stack = false
            => "https://admin.wickr.us-gov-east-1.amazonaws.com";
        "us-iso-east-1, FIPS": region = "us-iso-east-1", use_fips = true, use_dual_stack = false
            => "https://admin.wickr-fips.us-iso-east-1.c2s.ic.gov";
        "us-iso-east-1": region = "us-iso-east-1", use_fips = false, use_dual_stack = false
            => "https://admin.wickr.us-iso-east-1.c2s.ic.gov";
        "us-isob-east-1, FIPS": region = "us-isob-east-1", use_fips = true, use_dual_stack = false
            => "https://admin.wickr-fips.us-isob-east-1.sc2s.sgov.gov";
        "us-isob-east-1": region = "us-isob-east-1", use_fips = false, use_dual_stack = false
            => "https://admin.wickr.us-isob-east-1.sc2s.sgov.gov";
        "us-east-1, custom endpoint": region = "us-east-1", use_fips = false, use_dual_stack = false,
            endpoint = "https://example.com"
            => "https://example.com";
        "no region, custom endpoint": use_fips = false, use_dual_stack = false,
            endpoint = "https://example.com"
            => "https://example.com";
        "us-east-1, FIPS, custom endpoint": region = "us-east-1", use_fips = true, use_dual_stack = false,
            endpoint = "https://example.com"
            => error "Invalid Configuration: FIPS and custom endpoint are not supported";
        "us-east-1, dual stack, custom endpoint": region = "us-east-1", use_fips = false,
            use_dual_stack = true, endpoint = "https://example.com"
            => error "Invalid Configuration: Dualstack and custom endpoint are not supported";
        "no region": => error "Invalid Configuration: Missing Region";
    }
}
