$version: "2.0"

// Endpoints by rules (Smithy, "Endpoint rules engine"). The rules themselves are read by `endpoint`.
namespace smithy.rules

@trait(selector: "service")
document endpointRuleSet

@trait(selector: "service")
structure endpointBdd {
    version: String
    @required
    parameters: Parameters
    @required
    conditions: Conditions
    @required
    results: Results
    @required
    @range(min: -1)
    root: Integer
    @required
    @range(min: 0)
    nodeCount: Integer
    @required
    nodes: String
}

@private
map Parameters { key: String, value: Parameter }

@private
structure Parameter {
    @required
    type: ParameterType
    builtIn: String
    default: Document
    required: Boolean
    documentation: String
    deprecated: Document
}

@private
enum ParameterType {
    STRING = "string"
    BOOLEAN = "boolean"
    STRING_ARRAY = "stringArray"
}

@private
list Conditions { member: Condition }

@private
structure Condition {
    @required
    fn: String
    @required
    argv: Documents
    assign: String
}

@private
list Documents { member: Document }

@private
list Results { member: Result }

@private
structure Result {
    @required
    type: ResultType
    conditions: Conditions
    documentation: String
    endpoint: Endpoint
    error: Document
}

@private
enum ResultType {
    ENDPOINT = "endpoint"
    ERROR = "error"
}

@private
structure Endpoint {
    @required
    url: Document
    headers: EndpointHeaders
    properties: DocumentMap
}

@private
map EndpointHeaders { key: String, value: Documents }

@private
map DocumentMap { key: String, value: Document }

// What the rules are given.

@trait(selector: "service")
map clientContextParams { key: String, value: ClientContextParam }

@private
structure ClientContextParam {
    @required
    type: ParameterType
    documentation: String
}

@trait(selector: "operation")
map staticContextParams { key: String, value: StaticContextParam }

@private
structure StaticContextParam {
    @required
    value: Document
}

@trait(selector: "operation")
map operationContextParams { key: String, value: OperationContextParam }

@private
structure OperationContextParam {
    @required
    path: String
}

@trait(selector: "operation -[input]-> structure > member")
structure contextParam {
    @required
    name: String
}

// Whether the rules are right.

@trait(selector: "service :is([trait|smithy.rules#endpointRuleSet], [trait|smithy.rules#endpointBdd])")
structure endpointTests {
    @required
    version: String
    testCases: Tests
}

@private
list Tests { member: Test }

@private
structure Test {
    @required
    expect: Expectation
    documentation: String
    params: Document
    operationInputs: OperationInputs
}

@private
union Expectation { error: String, endpoint: ExpectedEndpoint }

@private
structure ExpectedEndpoint { url: String, headers: ExpectedHeaders, properties: DocumentMap }

@private
map ExpectedHeaders { key: String, value: Strings }

@private
list Strings { member: String }

@private
list OperationInputs { member: OperationInput }

@private
structure OperationInput {
    @required
    operationName: String
    operationParams: Document
    builtInParams: Document
    clientParams: Document
}
