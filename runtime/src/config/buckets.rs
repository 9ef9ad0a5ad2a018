//! The settings of Amazon S3's clients and of those that are like it: what their endpoint rules read beside the settings of
//! every client; and what else those rules read, for resolvers of programs' own.
//!
//! They are here, and not in the crates that have them, because only a type's own crate can give it methods that need no
//! trait in scope, as a program for the official crate expects. The generator knows them by name; a setting of any other
//! service becomes a method of its crate's `BuilderExt`, and a parameter one of `ParamsExt`.

use super::Builder;
use super::endpoint::{Params, ParamsBuilder};

/// A pair of setters for one parameter of the rules.
macro_rules! parameters {
    ($($(#[$doc:meta])+ $name:ident, $set_name:ident = $parameter:literal;)+) => {
        impl Builder {
            $(
                $(#[$doc])+
                pub fn $name(mut self, value: impl Into<bool>) -> Self {
                    self.$set_name(Some(value.into()));
                    self
                }

                #[doc = concat!("Sets or clears what [`", stringify!($name), "`](Self::", stringify!($name), ") sets.")]
                pub fn $set_name(&mut self, value: Option<bool>) -> &mut Self {
                    self.settings.context.set($parameter, value);
                    self
                }
            )+
        }
    };
}

parameters! {
    /// Puts buckets into the path rather than before the host, as servers that stand in for Amazon S3 mostly need it.
    /// Unset: before the host, where the bucket's name allows it.
    force_path_style, set_force_path_style = "ForcePathStyle";
    /// Sends requests for a resource that is named by its ARN to the ARN's region. Unset: one in another region than the
    /// client's is refused.
    use_arn_region, set_use_arn_region = "UseArnRegion";
    /// Refuses the ARNs of multi-region access points. Unset: they are used.
    disable_multi_region_access_points, set_disable_multi_region_access_points = "DisableMultiRegionAccessPoints";
    /// Sends requests to the endpoints of Amazon S3 Transfer Acceleration, which a bucket has to be set up for. Unset: not.
    accelerate, set_accelerate = "Accelerate";
    /// Signs requests to directory buckets with the client's credentials, without opening sessions. Unset: with sessions.
    disable_s3_express_session_auth, set_disable_s3_express_session_auth = "DisableS3ExpressSessionAuth";
}

/// An accessor and a pair of setters for each parameter of the rules that is kept as one type and seen as another.
macro_rules! read {
    ($kind:ident as $kept:ty, $seen:ty: $($name:ident, $set_name:ident = $parameter:literal;)+) => {
        impl Params {
            $(
                #[doc = concat!("The parameter `", $parameter, "` of the endpoint rules of Amazon S3, and of services that are like it.")]
                pub fn $name(&self) -> Option<$seen> {
                    self.context().$kind($parameter)
                }
            )+
        }

        impl ParamsBuilder {
            $(
                #[doc = concat!("Sets the parameter `", $parameter, "`.")]
                pub fn $name(self, value: impl Into<$kept>) -> Self {
                    self.$set_name(Some(value.into()))
                }

                #[doc = concat!("Sets or clears the parameter `", $parameter, "`.")]
                pub fn $set_name(mut self, value: Option<$kept>) -> Self {
                    self.context_mut().set($parameter, value);
                    self
                }
            )+
        }
    };
}

read! {
    string as String, &str:
    bucket, set_bucket = "Bucket";
    copy_source, set_copy_source = "CopySource";
    key, set_key = "Key";
    prefix, set_prefix = "Prefix";
}

read! {
    boolean as bool, bool:
    accelerate, set_accelerate = "Accelerate";
    disable_access_points, set_disable_access_points = "DisableAccessPoints";
    disable_multi_region_access_points, set_disable_multi_region_access_points = "DisableMultiRegionAccessPoints";
    disable_s3_express_session_auth, set_disable_s3_express_session_auth = "DisableS3ExpressSessionAuth";
    force_path_style, set_force_path_style = "ForcePathStyle";
    use_arn_region, set_use_arn_region = "UseArnRegion";
    use_object_lambda_endpoint, set_use_object_lambda_endpoint = "UseObjectLambdaEndpoint";
    use_s3_express_control_endpoint, set_use_s3_express_control_endpoint = "UseS3ExpressControlEndpoint";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_setting_is_the_parameter_that_the_rules_read() {
        let names = [
            "ForcePathStyle",
            "UseArnRegion",
            "DisableMultiRegionAccessPoints",
            "Accelerate",
            "DisableS3ExpressSessionAuth",
        ];
        let mut builder = Builder::new()
            .force_path_style(true)
            .use_arn_region(false)
            .disable_multi_region_access_points(true)
            .accelerate(false)
            .disable_s3_express_session_auth(true);
        let set = |builder: &Builder| names.map(|name| builder.settings.context.boolean(name));
        assert_eq!(set(&builder), [Some(true), Some(false), Some(true), Some(false), Some(true)]);
        builder.set_force_path_style(None).set_accelerate(None);
        assert_eq!(set(&builder), [None, Some(false), Some(true), None, Some(true)]);
    }

    #[test]
    fn each_parameter_is_seen_as_it_was_set() {
        let params = Params::builder()
            .bucket("nest")
            .key("egg.txt")
            .prefix("eggs/")
            .copy_source("nest/egg.txt")
            .force_path_style(true)
            .use_arn_region(false)
            .accelerate(true)
            .disable_access_points(true)
            .disable_multi_region_access_points(false)
            .disable_s3_express_session_auth(true)
            .use_object_lambda_endpoint(false)
            .use_s3_express_control_endpoint(true)
            .build()
            .expect("nothing is required");
        let texts = [params.bucket(), params.key(), params.prefix(), params.copy_source()];
        assert_eq!(texts, [Some("nest"), Some("egg.txt"), Some("eggs/"), Some("nest/egg.txt")]);
        let switches = [
            (params.force_path_style(), "ForcePathStyle", true),
            (params.use_arn_region(), "UseArnRegion", false),
            (params.accelerate(), "Accelerate", true),
            (params.disable_access_points(), "DisableAccessPoints", true),
            (params.disable_multi_region_access_points(), "DisableMultiRegionAccessPoints", false),
            (params.disable_s3_express_session_auth(), "DisableS3ExpressSessionAuth", true),
            (params.use_object_lambda_endpoint(), "UseObjectLambdaEndpoint", false),
            (params.use_s3_express_control_endpoint(), "UseS3ExpressControlEndpoint", true),
        ];
        for (seen, name, expected) in switches {
            assert_eq!((seen, params.context().boolean(name)), (Some(expected), Some(expected)), "{name}");
        }
        assert_eq!(Params::builder().bucket("nest").set_bucket(None).build().expect("as before").bucket(), None);
    }
}
