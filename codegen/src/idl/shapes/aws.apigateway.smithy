$version: "2.0"

// How Amazon API Gateway serves an API (Smithy, "Amazon API Gateway traits").
namespace aws.apigateway

@trait(selector: "service")
string apiKeySource
@trait(selector: ":test(service, resource, operation)")
string authorizer
@trait(selector: ":test(service, operation)")
string requestValidator

@trait(selector: "service")
map authorizers { key: String, value: Authorizer }

@private
structure Authorizer {
    @required
    @idRef(selector: "[trait|authDefinition]", failWhenMissing: true)
    scheme: String
    type: String
    customAuthType: String
    uri: String
    credentials: String
    identitySource: String
    identityValidationExpression: String
    resultTtlInSeconds: Integer
}

@trait(selector: ":test(service, resource, operation)", conflicts: [mockIntegration])
structure integration {
    @required
    type: IntegrationType
    @required
    uri: String
    @required
    httpMethod: String
    credentials: String
    passThroughBehavior: PassThroughBehavior
    contentHandling: ContentHandling
    timeoutInMillis: Integer
    connectionId: String
    connectionType: ConnectionType
    cacheNamespace: String
    payloadFormatVersion: String
    cacheKeyParameters: Strings
    requestParameters: StringMap
    requestTemplates: StringMap
    responses: Responses
}

@trait(selector: ":test(service, resource, operation)", conflicts: [integration])
structure mockIntegration {
    passThroughBehavior: PassThroughBehavior
    requestParameters: StringMap
    requestTemplates: StringMap
    responses: Responses
}

@private
map Responses { key: String, value: Response }

@private
structure Response {
    statusCode: String
    contentHandling: ContentHandling
    responseTemplates: StringMap
    responseParameters: StringMap
}

@private
list Strings { member: String }

@private
map StringMap { key: String, value: String }

@private
enum IntegrationType {
    AWS = "aws"
    AWS_PROXY = "aws_proxy"
    HTTP = "http"
    HTTP_PROXY = "http_proxy"
}

@private
enum PassThroughBehavior {
    WHEN_NO_TEMPLATES = "when_no_templates"
    WHEN_NO_MATCH = "when_no_match"
    NEVER = "never"
}

@private
enum ContentHandling {
    CONVERT_TO_TEXT
    CONVERT_TO_BINARY
}

@private
enum ConnectionType {
    INTERNET
    VPC_LINK
}
