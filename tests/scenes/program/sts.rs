//! AWS STS: who one is, and credentials for a while.

use crate::{Outcome, client};
use std::time::{SystemTime, UNIX_EPOCH};
use sts_sdk::error::ProvideErrorMetadata;
use sts_sdk::types::PolicyDescriptorType;

pub(crate) async fn scene(url: &str) -> Outcome {
    let client = client!(sts_sdk, url);
    let me = client.get_caller_identity().send().await?;
    assert_eq!(me.account(), Some("123456789012"));
    assert!(me.arn().is_some_and(|arn| arn.starts_with("arn:aws:sts::123456789012:")), "{me:?}");

    let role = "arn:aws:iam::123456789012:role/auditor & <clerk>";
    let policy = |name: &str| PolicyDescriptorType::builder().arn(format!("arn:aws:iam::aws:policy/{name}")).build();
    let assumed = client
        .assume_role()
        .role_arn(role)
        .role_session_name("a.session")
        .duration_seconds(1800)
        .policy_arns(policy("ReadOnlyAccess"))
        .policy_arns(policy("SecurityAudit"))
        .send()
        .await?;
    let credentials = assumed.credentials().ok_or("credentials")?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let left = credentials.expiration().secs() - i64::try_from(now)?;
    assert!((1700..=1800).contains(&left), "{left} s are left");
    let user = assumed.assumed_role_user().ok_or("a user")?;
    assert_eq!(user.arn(), "arn:aws:sts::123456789012:assumed-role/auditor & <clerk>/a.session");
    // What is secret stays so.
    assert!(!format!("{assumed:?}").contains(credentials.secret_access_key()), "{assumed:?}");

    let owner = client.get_access_key_info().access_key_id(credentials.access_key_id()).send().await?;
    assert_eq!(owner.account(), Some("123456789012"));
    let session = client.get_session_token().duration_seconds(900).send().await?;
    assert!(session.credentials().is_some_and(|found| !found.session_token().is_empty()), "{session:?}");

    // Nobody has to be anybody for this one.
    let token = client.assume_role_with_web_identity().role_arn(role).role_session_name("web");
    let web = token.web_identity_token("an.identity.token").send().await?;
    assert!(web.credentials().is_some(), "{web:?}");

    // The model has no error for it.
    let long = "x".repeat(2049);
    let refused = client.get_federation_token().name("guest").policy(&long).send().await;
    let refused = refused.expect_err("a policy that is too long").into_service_error();
    assert_eq!(refused.code(), Some("ValidationError"));
    assert!(refused.message().is_some_and(|message| message.contains("2048")), "{refused}");
    let guest = client.get_federation_token().name("guest").policy("{}").send().await?;
    assert_eq!(guest.federated_user().map(|user| user.federated_user_id()), Some("123456789012:guest"));
    Ok(())
}
