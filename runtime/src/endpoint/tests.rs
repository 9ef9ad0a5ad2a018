//! The rule functions' documented behaviours.

use super::*;
use aws_smithy_types::Document;

fn name(region: &str) -> Option<&'static str> {
    partition(region).map(|partition| partition.name)
}

#[test]
fn a_listed_region_has_the_partition_that_lists_it() {
    let cases = [
        ("us-east-1", "aws"),
        ("aws-global", "aws"),
        ("cn-north-1", "aws-cn"),
        ("aws-cn-global", "aws-cn"),
        ("eusc-de-east-1", "aws-eusc"),
        ("us-gov-east-1", "aws-us-gov"),
        ("us-iso-west-1", "aws-iso"),
        ("us-isob-east-1", "aws-iso-b"),
        ("eu-isoe-west-1", "aws-iso-e"),
        ("aws-iso-f-global", "aws-iso-f"),
    ];
    for (region, expected) in cases {
        assert_eq!(name(region), Some(expected), "{region}");
    }
}

#[test]
fn an_unlisted_region_is_known_by_its_shape_and_is_in_aws_otherwise() {
    let cases = [
        ("eu-nowhere-12", "aws"),
        ("cn-nowhere-1", "aws-cn"),
        ("eusc-de-west-2", "aws-eusc"),
        ("us-gov-nowhere-1", "aws-us-gov"),
        ("us-isof-nowhere-1", "aws-iso-f"),
        ("us-isob-nowhere", "aws"),
        ("cn-nowhere-1x", "aws"),
        ("cn--1", "aws"),
        ("cn-no_where-1", "aws-cn"),
        ("cn-no.where-1", "aws"),
        ("local", "aws"),
        ("", "aws"),
    ];
    for (region, expected) in cases {
        assert_eq!(name(region), Some(expected), "{region}");
    }
}

#[test]
fn a_partition_tells_its_domains() {
    let china = partition("cn-north-1").expect("every region has a partition");
    assert_eq!(china.dns_suffix, "amazonaws.com.cn");
    assert_eq!(china.dual_stack_dns_suffix, "api.amazonwebservices.com.cn");
    assert_eq!(china.implicit_global_region, "cn-northwest-1");
}

#[test]
fn host_labels_follow_rfc_1123() {
    let longest = "a".repeat(63);
    let too_long = "a".repeat(64);
    let cases = [
        ("a", false, true),
        ("us-east-1", false, true),
        ("123", false, true),
        (longest.as_str(), false, true),
        (too_long.as_str(), false, false),
        ("", false, false),
        ("-a", false, false),
        ("a-", false, false),
        ("a_b", false, false),
        ("a.b", false, false),
        ("a.b", true, true),
        ("a..b", true, false),
        (".a", true, false),
        ("a.-b", true, false),
        ("ü", true, false),
    ];
    for (label, sub_domains, expected) in cases {
        assert_eq!(is_valid_host_label(label, sub_domains), expected, "{label} {sub_domains}");
    }
}

#[test]
fn buckets_are_virtual_hostable_when_they_are_lower_case_labels() {
    let cases = [
        ("my-bucket", false, true),
        ("abc", false, true),
        ("ab", false, false),
        ("My-bucket", false, false),
        ("my_bucket", false, false),
        ("my-bucket-", false, false),
        ("my.bucket", false, false),
        ("my.bucket", true, true),
        ("my.-bucket", true, false),
        ("192.168.5.4", true, false),
    ];
    for (bucket, sub_domains, expected) in cases {
        assert_eq!(is_virtual_hostable_s3_bucket(bucket, sub_domains), expected, "{bucket} {sub_domains}");
    }
}

#[test]
fn urls_have_a_scheme_an_authority_and_a_path() {
    // URL, authority, path, normalized path, is an IP address
    let cases = [
        ("https://example.com", "example.com", "", "/", false),
        ("http://example.com/", "example.com", "/", "/", false),
        ("http://example.com:80/foo/bar", "example.com:80", "/foo/bar", "/foo/bar/", false),
        ("https://127.0.0.1:8443/a/", "127.0.0.1:8443", "/a/", "/a/", true),
        ("https://[fe80::1]", "[fe80::1]", "", "/", true),
        ("https://[fe80::1]:8443/a", "[fe80::1]:8443", "/a", "/a/", true),
        ("https://127.0.0.1.example", "127.0.0.1.example", "", "/", false),
    ];
    for (url, authority, path, normalized_path, is_ip) in cases {
        let parsed = parse_url(url).expect(url);
        assert_eq!((parsed.authority, parsed.path), (authority, path), "{url}");
        assert_eq!((parsed.normalized_path.as_str(), parsed.is_ip), (normalized_path, is_ip), "{url}");
    }
}

#[test]
fn what_is_not_an_endpoint_url_is_none() {
    let cases = [
        "",
        "example.com",
        "ftp://example.com",
        "https://",
        "https:///path",
        "https://example.com?query",
        "https://example.com/#fragment",
        "https://example.com:port",
        "https://example.com:99999",
        "https://user@example.com",
        "https://exa mple.com",
        "https://[fe80::1",
    ];
    for url in cases {
        assert_eq!(parse_url(url), None, "{url}");
    }
}

#[test]
fn arns_are_cut_into_their_parts() {
    let arn = parse_arn("arn:aws:s3:us-west-2:123456789012:accesspoint:name/part").expect("this is an ARN");
    assert_eq!((arn.partition, arn.service, arn.region), ("aws", "s3", "us-west-2"));
    assert_eq!(arn.account_id, "123456789012");
    assert_eq!(arn.resource_id, ["accesspoint", "name", "part"]);

    let arn = parse_arn("arn:aws:s3:::bucket/").expect("region and account may be empty");
    assert_eq!((arn.region, arn.account_id), ("", ""));
    assert_eq!(arn.resource_id, ["bucket", ""]);
}

#[test]
fn what_is_not_an_arn_is_none() {
    for value in
        ["", "arn", "arn:aws:s3:::", "arn::s3:::bucket", "arn:aws::::bucket", "arn:aws:s3::bucket", "urn:a:b:c:d:e"]
    {
        assert_eq!(parse_arn(value), None, "{value}");
    }
}

#[test]
fn substrings_count_from_either_end() {
    let cases = [
        ("abcdefg", 0, 3, false, Some("abc")),
        ("abcdefg", 4, 7, false, Some("efg")),
        ("abcdefg", 0, 3, true, Some("efg")),
        ("abcdefg", 1, 2, true, Some("f")),
        ("abc", 0, 3, true, Some("abc")),
        ("abc", 0, 4, false, None),
        ("abc", 2, 2, false, None),
        ("abc", 3, 1, true, None),
        ("ab\u{e9}", 0, 2, false, None),
    ];
    for (value, start, stop, reverse, expected) in cases {
        assert_eq!(substring(value, start, stop, reverse), expected, "{value} {start} {stop} {reverse}");
    }
}

#[test]
fn uri_encoding_leaves_only_unreserved_characters() {
    assert_eq!(uri_encode("aZ09-._~"), "aZ09-._~");
    assert_eq!(uri_encode(" +/%:\u{e9}"), "%20%2B%2F%25%3A%C3%A9");
}

#[test]
fn an_endpoint_collects_what_differs_from_the_defaults() {
    let endpoint = Endpoint::new("https://a").header("x", "1").header("x", "2").signing_name("n").signing_region("r");
    assert_eq!(endpoint.headers, [("x".to_owned(), "1".to_owned()), ("x".to_owned(), "2".to_owned())]);
    assert_eq!((endpoint.signing_name.as_deref(), endpoint.signing_region.as_deref()), (Some("n"), Some("r")));
    assert_eq!(endpoint.auth_scheme, None);
}

#[test]
fn an_error_displays_its_message() {
    let error = ResolveError::new("Missing Region");
    assert_eq!((error.message(), error.to_string().as_str()), ("Missing Region", "Missing Region"));
}

#[test]
fn an_endpoint_as_other_crates_have_it_says_how_it_is_signed_only_where_that_differs() {
    let scheme = |endpoint: Endpoint| {
        let endpoint = aws_smithy_types::endpoint::Endpoint::from(endpoint);
        let [scheme] = endpoint.auth_schemes() else { return None };
        let properties = ["signingName", "signingRegion", "signingRegionSet", "disableDoubleEncoding"];
        let properties = properties.map(|name| scheme.get(name).cloned());
        Some((scheme.name().to_owned(), properties.into_iter().flatten().collect::<Vec<_>>()))
    };
    let set = |name: &str, property: Document| Some((name.to_owned(), vec![property]));
    let endpoint = || Endpoint::new("https://a");
    assert_eq!(scheme(endpoint()), None);
    assert_eq!(scheme(endpoint().auth_scheme("sigv4a")), Some(("sigv4a".to_owned(), Vec::new())));
    assert_eq!(scheme(endpoint().signing_name("n")), set("sigv4", "n".into()));
    assert_eq!(scheme(endpoint().signing_region("r")), set("sigv4", "r".into()));
    assert_eq!(scheme(endpoint().disable_double_encoding(true)), set("sigv4", true.into()));
    let regions = endpoint().auth_scheme("sigv4a").signing_region_set("*").signing_region_set("r");
    assert_eq!(scheme(regions), set("sigv4a", vec![Document::from("*"), Document::from("r")].into()));
}

/// A case's function, called.
fn called(case: &serde_json::Value) -> serde_json::Value {
    use serde_json::json;
    let text = |index: usize| case["argv"][index].as_str().unwrap_or_default();
    let flag = |index: usize| case["argv"][index].as_bool().unwrap_or_default();
    let number = |index: usize| case["argv"][index].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
    match case["fn"].as_str().unwrap_or_default() {
        "aws.isVirtualHostableS3Bucket" => json!(is_virtual_hostable_s3_bucket(text(0), flag(1))),
        "aws.parseArn" => json!(parse_arn(text(0)).map(|arn| json!({
            "partition": arn.partition, "service": arn.service, "region": arn.region,
            "accountId": arn.account_id, "resourceId": arn.resource_id,
        }))),
        "aws.partition" => json!(partition(text(0)).map(|partition| json!({
            "name": partition.name, "dnsSuffix": partition.dns_suffix,
            "dualStackDnsSuffix": partition.dual_stack_dns_suffix, "supportsFIPS": partition.supports_fips,
            "supportsDualStack": partition.supports_dual_stack,
            "implicitGlobalRegion": partition.implicit_global_region,
        }))),
        "isValidHostLabel" => json!(is_valid_host_label(text(0), flag(1))),
        "parseURL" => json!(parse_url(text(0)).map(|url| json!({
            "scheme": url.scheme, "authority": url.authority, "path": url.path,
            "normalizedPath": url.normalized_path, "isIp": url.is_ip,
        }))),
        "split" => json!(split(text(0), text(1), number(2))),
        "substring" => json!(substring(text(0), number(1), number(2), flag(3))),
        "uriEncode" => json!(uri_encode(text(0))),
        other => panic!("`{other}` is no function"),
    }
}

#[test]
fn functions_give_what_they_give_where_rules_are_compared() {
    // The generator has functions of its own, to tell whether the rules of two models differ, and tries the same cases.
    let cases = include_str!("../../../tests/fixtures/endpoint_functions.json");
    let cases: Vec<serde_json::Value> = serde_json::from_str(cases).expect("the cases are JSON");
    for case in &cases {
        assert_eq!(called(case), case["result"], "{case}");
    }
}
