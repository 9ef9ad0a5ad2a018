$version: "2.0"

// Permissions (Smithy, "AWS IAM traits").
namespace aws.iam

@private
@pattern("^([A-Za-z0-9][A-Za-z0-9-\\.]{0,62}:[^:]+)$")
string Identifier

@private
@uniqueItems
list Identifiers { member: Identifier }

@private
@uniqueItems
list Names { member: String }

@trait(selector: "operation")
structure iamAction {
    name: String
    documentation: String
    relativeDocumentation: String
    requiredActions: Identifiers
    resources: ActionResources
    createsResources: Names
}

@private
structure ActionResources { required: ResourceMap, optional: ResourceMap }

@private
map ResourceMap { key: String, value: ActionResource }

@private
structure ActionResource { conditionKeys: Names }

@trait(selector: "resource")
structure iamResource {
    name: String
    relativeDocumentation: String
    disableConditionKeyInheritance: Boolean
}

@trait(selector: "operation")
string actionName
@trait(selector: "operation")
string actionPermissionDescription
@trait(selector: "operation")
list requiredActions { member: Identifier }
@trait(selector: ":test(service, operation)")
list supportedPrincipalTypes { member: PrincipalType }

@private
enum PrincipalType {
    ROOT = "Root"
    IAM_USER = "IAMUser"
    IAM_ROLE = "IAMRole"
    FEDERATED_USER = "FederatedUser"
}

// Keys that conditions of policies name.

@trait(selector: "service")
map defineConditionKeys { key: Identifier, value: ConditionKey }

@private
structure ConditionKey {
    @required
    type: ConditionKeyType
    documentation: String
    externalDocumentation: String
    relativeDocumentation: String
    required: Boolean
}

@private
enum ConditionKeyType {
    ARN
    ARRAY_OF_ARN = "ArrayOfARN"
    BINARY = "Binary"
    ARRAY_OF_BINARY = "ArrayOfBinary"
    STRING = "String"
    ARRAY_OF_STRING = "ArrayOfString"
    NUMERIC = "Numeric"
    ARRAY_OF_NUMERIC = "ArrayOfNumeric"
    DATE = "Date"
    ARRAY_OF_DATE = "ArrayOfDate"
    BOOL = "Bool"
    ARRAY_OF_BOOL = "ArrayOfBool"
    IP_ADDRESS = "IPAddress"
    ARRAY_OF_IP_ADDRESS = "ArrayOfIPAddress"
}

@trait(selector: ":test(resource, operation)")
list conditionKeys { member: Identifier }
@trait(selector: "member")
string conditionKeyValue
@trait(selector: "service")
list serviceResolvedConditionKeys { member: Identifier }
@trait(selector: ":test(service, resource)")
structure disableConditionKeyInference {}
