//! The settings of Amazon S3's clients and of those that are like it: what their endpoint rules read beside the settings of
//! every client.
//!
//! They are here, and not in the crates that have them, because only a type's own crate can give it methods that need no
//! trait in scope, as a program for the official crate expects. The generator knows them by name; a setting of any other
//! service becomes a method of its crate's `BuilderExt`.

use super::Builder;

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
}
