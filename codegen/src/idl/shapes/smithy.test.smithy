$version: "2.0"

// What is sent for what is said (Smithy, "HTTP protocol compliance tests", "Smoke tests").
namespace smithy.test

@private
@pattern("^[A-Za-z_][A-Za-z0-9_]+$")
string TestId

@private
@idRef(selector: "[trait|protocolDefinition]", failWhenMissing: true)
string Protocol

@private
@idRef(selector: "[trait|authDefinition]", failWhenMissing: true)
string AuthScheme

@private
@idRef(selector: "structure", failWhenMissing: true)
string StructureId

@private
list Strings { member: String }

@private
map StringMap { key: String, value: String }

@private
list Tags {
    @length(min: 1)
    member: String
}

@private
enum AppliesTo {
    CLIENT = "client"
    SERVER = "server"
}

@private
@mixin
structure Case {
    @required
    id: TestId
    @required
    protocol: Protocol
    documentation: String
    tags: Tags
}

@private
@mixin
structure Sent {
    @required
    @length(min: 1)
    method: String
    @required
    @length(min: 1)
    uri: String
    host: String
    queryParams: Strings
}

@private
@mixin
structure Message {
    headers: StringMap
    forbidHeaders: Strings
    requireHeaders: Strings
    body: String
    bodyMediaType: String
}

@private
@mixin
structure Parameters {
    authScheme: AuthScheme
    params: Document
    vendorParams: Document
    vendorParamsShape: StructureId
    appliesTo: AppliesTo
}

@trait(selector: "operation")
@length(min: 1)
list httpRequestTests { member: RequestTest }

@private
structure RequestTest with [Case, Sent, Message, Parameters] {
    resolvedHost: String
    forbidQueryParams: Strings
    requireQueryParams: Strings
}

@trait(selector: ":test(operation, structure[trait|error])")
@length(min: 1)
list httpResponseTests { member: ResponseTest }

@private
structure ResponseTest with [Case, Message, Parameters] {
    @required
    @range(min: 100, max: 599)
    code: Integer
}

@trait(selector: "operation")
@length(min: 1)
list httpMalformedRequestTests { member: MalformedRequestTest }

@private
structure MalformedRequestTest with [Case] {
    @required
    request: MalformedRequest
    @required
    response: MalformedResponse
    testParameters: TestParameters
}

@private
map TestParameters { key: String, value: Strings }

@private
structure MalformedRequest with [Sent] { headers: StringMap, body: String, bodyMediaType: String }

@private
structure MalformedResponse {
    @required
    @range(min: 100, max: 599)
    code: Integer
    headers: StringMap
    body: MalformedBody
}

@private
structure MalformedBody {
    @required
    mediaType: String
    @required
    assertion: BodyAssertion
}

@private
union BodyAssertion { contents: String, messageRegex: String }

// Event streams.

@trait(selector: "operation :test(-[input, output]-> structure > member > union[trait|streaming])")
@length(min: 1)
list eventStreamTests { member: EventStreamTest }

@private
structure EventStreamTest with [Case] {
    initialRequestParams: Document
    initialRequest: Document
    initialRequestShape: StructureId
    initialResponseParams: Document
    initialResponse: Document
    initialResponseShape: StructureId
    events: Events
    expectation: Expectation
    vendorParams: Document
    vendorParamsShape: StructureId
    appliesTo: AppliesTo
}

@private
list Events { member: Event }

@private
structure Event {
    @required
    type: EventType
    params: Document
    headers: EventHeaders
    forbidHeaders: Strings
    requireHeaders: Strings
    body: Blob
    bodyMediaType: String
    bytes: Blob
    vendorParams: Document
    vendorParamsShape: StructureId
}

@private
enum EventType {
    REQUEST = "request"
    RESPONSE = "response"
}

@private
map EventHeaders { key: String, value: EventHeader }

@private
union EventHeader {
    boolean: Boolean
    byte: Byte
    short: Short
    integer: Integer
    long: Long
    blob: Blob
    string: String
    timestamp: Timestamp
}

@private
union Expectation { success: Unit, failure: Failure }

@private
structure Failure {
    @idRef(selector: "[trait|error]", failWhenMissing: true)
    errorId: String
}

structure InitialHttpRequest with [Sent, Message] {
    resolvedHost: String
    forbidQueryParams: Strings
    requireQueryParams: Strings
}

structure InitialHttpResponse with [Message] {
    @required
    @range(min: 100, max: 599)
    code: Integer
}

// Calls of the service itself.

@trait(selector: "operation")
list smokeTests { member: SmokeTest }

@private
structure SmokeTest {
    @required
    id: TestId
    @required
    expect: Expectation
    params: Document
    vendorParams: Document
    @idRef(failWhenMissing: true)
    vendorParamsShape: String
    tags: SmokeTags
}

@private
list SmokeTags {
    @pattern("^[A-Za-z][A-Za-z0-9_\\-]+$")
    member: String
}
