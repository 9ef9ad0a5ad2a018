// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! What constrains values, by the shapes of the model that say so.

use sdk_runtime::codec::{Length, List, Map, Nested, Pattern, Plain, Range};

pub(crate) const ALLOWED_ACCESS_CONTROL_TAGS: Length<Map<Length<Plain>>> = Length(0, 4, Map(SECURITY_PROFILE_POLICY_VALUE));
pub(crate) const ALLOWED_FLOW_MODULES: Length<List<Nested>> = Length(0, 10, List(Nested));
pub(crate) const APPLICATIONS: Length<List<Nested>> = Length(0, 10, List(Nested));
pub(crate) const APPLICATION_PERMISSIONS: Length<List<Length<Plain>>> = Length(1, 50, List(PERMISSION));
pub(crate) const CREATE_SECURITY_PROFILE_NAME: Pattern<Length<Plain>> = Pattern("^[ a-zA-Z0-9_@-]+$", Length(1, 127, Plain));
pub(crate) const ENTITY_ARN: Length<Plain> = Length(1, u64::MAX, Plain);
pub(crate) const FLOW_MODULE_ID: Length<Plain> = Length(1, 128, Plain);
pub(crate) const HIERARCHY_RESTRICTED_RESOURCE_NAME: Length<Plain> = Length(1, 128, Plain);
pub(crate) const IAM_RESTRICTED_PRIMARY_VALUE: Pattern<Plain> = Pattern(r"^[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+$", Plain);
pub(crate) const INSTANCE_ID: Length<Plain> = Length(1, 100, Plain);
pub(crate) const MAX_RESULT100: Range<i64, Plain> = Range(1, 100, Plain);
pub(crate) const MAX_RESULT1000: Range<i64, Plain> = Range(1, 1000, Plain);
pub(crate) const NAMESPACE: Length<Plain> = Length(1, 128, Plain);
pub(crate) const NEXT_TOKEN2500: Length<Plain> = Length(1, 2500, Plain);
pub(crate) const PERMISSION: Length<Plain> = Length(1, 128, Plain);
pub(crate) const PERMISSIONS_LIST: Length<List<Length<Plain>>> = Length(0, 500, List(SECURITY_PROFILE_PERMISSION));
pub(crate) const PRIMARY_ATTRIBUTE_CONTEXT_KEY_NAME: Pattern<Length<Plain>> = Pattern(r"^(?!aws:|connect:)[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+$", Length(1, 127, Plain));
pub(crate) const PRIMARY_ATTRIBUTE_VALUES_SET: Length<List<Nested>> = Length(0, 5, List(Nested));
pub(crate) const PRIMARY_VALUE_LIST: Length<List<Pattern<Plain>>> = Length(0, 2, List(IAM_RESTRICTED_PRIMARY_VALUE));
pub(crate) const REGION_NAME: Pattern<Plain> = Pattern("^[a-z]{2}(-[a-z]+){1,2}(-[0-9])?$", Plain);
pub(crate) const SECURITY_PROFILES: Length<List<Nested>> = Length(1, 10, List(Nested));
pub(crate) const SECURITY_PROFILES100: Length<List<Nested>> = Length(0, 100, List(Nested));
pub(crate) const SECURITY_PROFILE_DESCRIPTION: Length<Plain> = Length(0, 250, Plain);
pub(crate) const SECURITY_PROFILE_IDS: Length<List<Plain>> = Length(1, 10, List(Plain));
pub(crate) const SECURITY_PROFILE_PERMISSION: Length<Plain> = Length(1, 128, Plain);
pub(crate) const SECURITY_PROFILE_POLICY_VALUE: Length<Plain> = Length(0, 256, Plain);
pub(crate) const TAG_MAP: Length<Map<Length<Plain>>> = Length(1, 50, Map(TAG_VALUE));
pub(crate) const TAG_RESTRICTED_RESOURCE_LIST: Length<List<Length<Plain>>> = Length(0, 10, List(TAG_RESTRICTED_RESOURCE_NAME));
pub(crate) const TAG_RESTRICTED_RESOURCE_NAME: Length<Plain> = Length(1, 128, Plain);
pub(crate) const TAG_VALUE: Length<Plain> = Length(0, 256, Plain);
