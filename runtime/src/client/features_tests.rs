use super::*;

fn text(features: Features, origin: Origin) -> String {
    let mut text = String::new();
    write(&mut text, features, origin);
    text
}

fn credentials(features: &[AwsCredentialFeature], account: Option<&str>) -> Credentials {
    let mut builder = Credentials::builder().access_key_id("AKID").secret_access_key("secret").provider_name("test");
    builder.set_account_id(account.map(Into::into));
    let mut credentials = builder.build();
    if !features.is_empty() {
        credentials.set_property(features.to_vec());
    }
    credentials
}

fn origin(features: &[AwsCredentialFeature], account: Option<&str>) -> String {
    text(Features::default(), Origin::of(&credentials(features, account)))
}

/// The numbers are positions in the list that the SDKs have in common, from zero.
#[test]
fn short_forms_are_the_numbers_of_the_common_list() {
    for (feature, number) in [
        (Features::WAITER, 1),
        (Features::PAGINATOR, 2),
        (Features::RETRY_MODE_STANDARD, 4),
        (Features::RETRY_MODE_ADAPTIVE, 5),
        (Features::S3_EXPRESS_BUCKET, 9),
        (Features::GZIP_REQUEST_COMPRESSION, 11),
        (Features::PROTOCOL_RPC_V2_CBOR, 12),
        (Features::ENDPOINT_OVERRIDE, 13),
        (Features::ACCOUNT_ID_ENDPOINT, 14),
        (Features::ACCOUNT_ID_MODE_PREFERRED, 15),
        (Features::ACCOUNT_ID_MODE_DISABLED, 16),
        (Features::ACCOUNT_ID_MODE_REQUIRED, 17),
        (Features::SIGV4A_SIGNING, 18),
        (Features::RESOLVED_ACCOUNT_ID, 19),
        (Features::BEARER_SERVICE_ENV_VARS, 55),
        (Features::of("-"), 63),
        (Features::of("AA"), 64),
        (Features::of("A-"), 127),
    ] {
        assert_eq!(feature, Features(1 << number));
    }
}

#[test]
fn a_short_form_that_is_read_is_the_one_that_is_written() {
    let all = text(Features(u128::MAX), Origin::UNKNOWN);
    let forms: Vec<&str> = all.split(',').collect();
    assert_eq!((forms.len(), forms[0], forms[63], forms[64], forms[127]), (128, "A", "-", "AA", "A-"));
    for (number, form) in forms.iter().enumerate() {
        assert_eq!(Features::of(form), Features(1 << number), "{form}");
    }
}

#[test]
fn all_features_together_stay_far_below_the_limit() {
    let most = text(Features(u128::MAX), Origin { steps: [30; 24] });
    assert_eq!((text(Features(u128::MAX), Origin::UNKNOWN).len(), most.len()), (319, 319), "of 1,024 bytes");
}

#[test]
fn credentials_say_where_they_come_from_in_their_providers_order() {
    use AwsCredentialFeature::*;
    assert_eq!(origin(&[], None), "");
    assert_eq!(origin(&[], Some("123456789012")), "T");
    assert_eq!(origin(&[CredentialsEnvVars], None), "g");
    let chain = [CredentialsSso, CredentialsProfile, CredentialsStsAssumeRole, CredentialsSso];
    assert_eq!(origin(&chain, Some("123456789012")), "s,n,i,T");
    assert_eq!(origin(&vec![CredentialsHttp; 100_000], None), "z", "each is said once");
    assert_eq!(origin(&[CredentialsLogin, CredentialsCode, ResolvedAccountId], None), "AD,e,T");
}

#[test]
fn there_is_a_place_for_each_feature_of_credentials() {
    use AwsCredentialFeature::*;
    let all = [
        ResolvedAccountId,
        CredentialsCode,
        CredentialsEnvVars,
        CredentialsEnvVarsStsWebIdToken,
        CredentialsStsAssumeRole,
        CredentialsStsAssumeRoleSaml,
        CredentialsStsAssumeRoleWebId,
        CredentialsStsFederationToken,
        CredentialsStsSessionToken,
        CredentialsProfile,
        CredentialsProfileSourceProfile,
        CredentialsProfileNamedProvider,
        CredentialsProfileStsWebIdToken,
        CredentialsProfileSso,
        CredentialsSso,
        CredentialsProfileProcess,
        CredentialsProcess,
        CredentialsHttp,
        CredentialsImds,
        BearerServiceEnvVars,
        S3ExpressBucket,
        CredentialsProfileLogin,
        CredentialsLogin,
    ];
    assert_eq!(origin(&all, Some("123456789012")), "T,e,g,h,i,j,k,l,m,n,o,p,q,r,s,v,w,z,0,3,J,AC,AD");
}

#[test]
fn what_is_said_of_a_call_is_not_said_again_of_its_credentials() {
    let credentials =
        credentials(&[AwsCredentialFeature::S3ExpressBucket, AwsCredentialFeature::CredentialsImds], None);
    let features = Features::S3_EXPRESS_BUCKET.and(Features::RETRY_MODE_STANDARD);
    let mut said = String::from("m/");
    write(&mut said, features, Origin::of(&credentials));
    assert_eq!(said, "m/E,J,0");
}
