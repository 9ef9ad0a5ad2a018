$version: "2.0"

// What AWS says of its services and resources (Smithy, "AWS core specification").
namespace aws.api

@trait(selector: "service")
structure service {
    @required
    sdkId: String
    arnNamespace: ArnNamespace
    cloudFormationName: CloudFormationName
    cloudTrailEventSource: String
    docId: String
    endpointPrefix: String
}

@private
@pattern("^[a-z0-9.\\-]{1,63}$")
string ArnNamespace

@private
@pattern("^[A-Z][A-Za-z0-9]+$")
string CloudFormationName

@trait(selector: "resource")
structure arn {
    @required
    template: String
    absolute: Boolean
    noRegion: Boolean
    noAccount: Boolean
    reusable: Boolean
    resourceDelimiter: String
}

@trait(selector: "string")
structure arnReference { type: String, service: String, resource: String }

@trait(selector: ":test(service, resource, operation)", conflicts: [dataPlane])
structure controlPlane {}
@trait(selector: ":test(service, resource, operation)", conflicts: [controlPlane])
structure dataPlane {}

@trait(selector: ":test(simpleType, list, structure, union, member)")
enum data {
    CUSTOMER_CONTENT = "content"
    CUSTOMER_ACCOUNT_INFORMATION = "account"
    SERVICE_ATTRIBUTES = "usage"
    TAG_DATA = "tagging"
    PERMISSIONS_DATA = "permissions"
}

// Endpoints that an operation of the service tells.

@trait(selector: "service")
structure clientEndpointDiscovery {
    @required
    @idRef(selector: "operation", failWhenMissing: true)
    operation: String
    @idRef(selector: "structure[trait|error]", failWhenMissing: true)
    error: String
}

@trait(selector: "operation")
structure clientDiscoveredEndpoint {
    @required
    required: Boolean
}

@trait(
    selector: "operation[trait|aws.api#clientDiscoveredEndpoint] -[input]-> structure > :test(member[trait|required] > string)"
)
structure clientEndpointDiscoveryId {}

// Tags of resources.

@trait(selector: "service")
structure tagEnabled { disableDefaultOperations: Boolean }

@trait(selector: "resource")
structure taggable { property: String, apiConfig: TaggableApiConfig, disableSystemTags: Boolean }

@private
structure TaggableApiConfig {
    @required
    tagApi: TagOperation
    @required
    untagApi: TagOperation
    @required
    listTagsApi: TagOperation
}

@private
@idRef(selector: "resource > operation", failWhenMissing: true)
string TagOperation
