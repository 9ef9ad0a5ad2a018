$version: "2.0"

// The prelude (Smithy 2.0, "Prelude"): the shapes that every model has, and what values its traits take.
namespace smithy.api

string String
blob Blob
bigInteger BigInteger
bigDecimal BigDecimal
timestamp Timestamp
document Document
boolean Boolean
byte Byte
short Short
integer Integer
long Long
float Float
double Double

@default(false)
boolean PrimitiveBoolean
@default(0)
byte PrimitiveByte
@default(0)
short PrimitiveShort
@default(0)
integer PrimitiveInteger
@default(0)
long PrimitiveLong
@default(0)
float PrimitiveFloat
@default(0)
double PrimitiveDouble

@unitType
structure Unit {}

// Values that several traits share.

@private
@length(min: 1)
string NonEmptyString

@private
list NonEmptyStringList { member: NonEmptyString }

@private
map NonEmptyStringMap { key: NonEmptyString, value: NonEmptyString }

@private
list TraitIds {
    @idRef(selector: "[trait|trait]", failWhenMissing: true)
    member: String
}

// Traits of traits and of models.

@trait(selector: ":is(simpleType, list, map, set, structure, union)")
structure trait {
    selector: String
    structurallyExclusive: StructurallyExclusive
    conflicts: NonEmptyStringList
    breakingChanges: BreakingChanges
}

@private
enum StructurallyExclusive { MEMBER = "member"
    TARGET = "target"
}

@private
list BreakingChanges { member: BreakingChange }

@private
structure BreakingChange {
    path: String
    @required
    change: BreakingChangeKind
    severity: BreakingChangeSeverity
    message: String
}

@private
enum BreakingChangeKind {
    UPDATE = "update"
    ADD = "add"
    REMOVE = "remove"
    PRESENCE = "presence"
    ANY = "any"
}

@private
enum BreakingChangeSeverity {
    NOTE
    WARNING
    DANGER
    ERROR
}

@trait(selector: "structure[trait|trait]")
structure authDefinition { traits: TraitIds }

@trait(selector: "structure[trait|trait]")
structure protocolDefinition { traits: TraitIds, noInlineDocumentSupport: Boolean }


@trait(selector: "[trait|trait]")
map traitValidators { key: String, value: TraitValidator }

@private
structure TraitValidator {
    @required
    selector: String
    message: String
    severity: BreakingChangeSeverity
}

@trait(selector: ":not(member)")
structure mixin { localTraits: TraitIds, interface: Boolean }

@trait(selector: ":test(string, member > string)")
structure idRef { selector: String, failWhenMissing: Boolean, errorMessage: String }

@trait
structure private {}
@trait(selector: ":is(simpleType, list, map, structure, union)")
structure metadata {
    @required
    @length(min: 1)
    key: String
}
@trait(selector: "[id=smithy.api#Unit]")
structure unitType {}
@trait(selector: ":is(list, map)")
structure synthetic {}

// What something is, in words.

@trait
string documentation
@trait
@length(min: 1)
map externalDocumentation { key: NonEmptyString, value: NonEmptyString }
@trait(selector: ":is(service, resource)")
string title
@trait
string since
@trait
list tags { member: String }
@trait
list suppress { member: String }
@trait
structure deprecated { message: String, since: String }
@trait
structure internal {}
@trait(selector: ":not(:test(service, operation, resource, member))")
structure sensitive {}
@trait
structure unstable {}
@trait(selector: "structure > member", conflicts: [required])
structure recommended { reason: String }

@trait(selector: "operation")
list examples { member: Example }

@private
structure Example {
    @required
    title: String
    documentation: String
    input: Document
    output: Document
    error: ExampleError
    allowConstraintErrors: Boolean
}

@private
structure ExampleError {
    @idRef(selector: "structure[trait|error]", failWhenMissing: true)
    shapeId: String
    content: Document
}

// Members, and the values that they take.

@trait(selector: "structure > member")
structure required {}
@trait(selector: "structure > member")
structure clientOptional {}
@trait(selector: ":is(simpleType, list, map, structure > member :test(> :is(simpleType, list, map)))")
document default
@trait(selector: "structure > member [trait|default]")
structure addedDefault {}
@trait(
    selector: ":test(boolean, byte, short, integer, long, float, double, member > :test(boolean, byte, short, integer, long, float, double))"
)
structure box {}
@trait(selector: "structure", conflicts: [output, error])
structure input {}
@trait(selector: "structure", conflicts: [input, error])
structure output {}
@trait(selector: ":is(list, map)")
structure sparse {}
@trait(selector: "list")
structure uniqueItems {}
@trait(selector: ":test(list, map, string, blob, member > :is(list, map, string, blob))")
structure length { min: Long, max: Long }
@trait(selector: ":test(number, member > number)")
structure range { min: BigDecimal, max: BigDecimal }
@trait(selector: ":test(string, member > string)")
string pattern
@trait(selector: ":is(enum, intEnum) > member")
document enumValue
@trait(selector: "string :not(enum)")
@length(min: 1)
list enum { member: EnumDefinition }

@private
structure EnumDefinition {
    @required
    value: NonEmptyString
    name: EnumName
    documentation: String
    tags: NonEmptyStringList
    deprecated: Boolean
}

@private
@pattern("^[a-zA-Z_]+[a-zA-Z_0-9]*$")
string EnumName

// Operations, errors, resources.

@trait(selector: "structure", conflicts: [trait])
enum error { CLIENT = "client"
    SERVER = "server"
}
@trait(selector: "structure[trait|error]")
structure retryable { throttling: Boolean }
@trait(selector: "operation", conflicts: [idempotent])
structure readonly {}
@trait(selector: "operation", conflicts: [readonly])
structure idempotent {
    @idRef(selector: "structure[trait|error]", failWhenMissing: true)
    exists: String
    @idRef(selector: "structure[trait|error]", failWhenMissing: true)
    notFound: String
}
@trait(selector: "structure > :test(member > string)", structurallyExclusive: "member")
structure idempotencyToken {}
@trait(selector: "operation")
structure requestCompression {
    @required
    encodings: NonEmptyStringList
}
@trait(selector: "operation")
structure longPoll { @range(min: 1) timeoutMillis: Integer }

@trait(selector: ":is(service, operation)")
structure paginated {
    inputToken: NonEmptyString
    outputToken: NonEmptyString
    items: NonEmptyString
    pageSize: NonEmptyString
}

@trait(selector: ":is(structure, string)")
list references { member: Reference }

@private
structure Reference {
    @required
    resource: NonEmptyString
    ids: NonEmptyStringMap
    service: NonEmptyString
    rel: NonEmptyString
}

@trait(selector: "structure > :test(member[trait|required] > string)")
@length(min: 1)
string resourceIdentifier
@trait(selector: "resource:test(-[put]->)")
structure noReplace {}
@trait(selector: "structure > member", conflicts: [resourceIdentifier])
structure property { name: String }
@trait(selector: ":is(structure > member, [trait|trait])")
structure notProperty {}
@trait(selector: "structure > member", structurallyExclusive: "member")
structure nestedProperties {}

// Authentication.

@trait(selector: ":is(service, operation)")
list auth {
    @idRef(selector: "[trait|authDefinition]", failWhenMissing: true)
    member: String
}
@trait(selector: "operation")
structure optionalAuth {}
@trait(selector: "service")
@authDefinition
structure httpBasicAuth {}
@trait(selector: "service")
@authDefinition
structure httpDigestAuth {}
@trait(selector: "service")
@authDefinition
structure httpBearerAuth {}

@trait(selector: "service")
@authDefinition
structure httpApiKeyAuth {
    @required
    name: NonEmptyString
    @required
    in: HttpApiKeyLocations
    scheme: NonEmptyString
}

@private
enum HttpApiKeyLocations { HEADER = "header"
    QUERY = "query"
}

// HTTP and formats.

@trait(selector: "operation")
structure http {
    @required
    method: NonEmptyString
    @required
    uri: NonEmptyString
    @range(min: 100, max: 999)
    code: Integer
}

@trait(
    selector: "structure > member[trait|required] :test(> :test(string, number, boolean, timestamp))"
    conflicts: [httpHeader, httpQuery, httpPrefixHeaders, httpPayload, httpResponseCode, httpQueryParams]
)
structure httpLabel {}
@trait(
    selector: "structure > member :test(> :test(string, number, boolean, timestamp), > list > member > :test(string, number, boolean, timestamp))"
    conflicts: [httpLabel, httpHeader, httpPrefixHeaders, httpPayload, httpResponseCode, httpQueryParams]
)
@length(min: 1)
string httpQuery
@trait(
    selector: "structure > member :test(> map > member[id|member=value] > :test(string, list > member > string))"
    conflicts: [httpLabel, httpHeader, httpQuery, httpPrefixHeaders, httpPayload, httpResponseCode]
    structurallyExclusive: "member"
)
structure httpQueryParams {}
@trait(
    selector: "structure > :test(member > :test(boolean, number, string, timestamp, list > member > :test(boolean, number, string, timestamp)))"
    conflicts: [httpLabel, httpQuery, httpPrefixHeaders, httpPayload, httpResponseCode, httpQueryParams]
)
@length(min: 1)
string httpHeader
@trait(
    selector: "structure > member :test(> map > member[id|member=value] > string)"
    conflicts: [httpLabel, httpHeader, httpQuery, httpPayload, httpResponseCode, httpQueryParams]
    structurallyExclusive: "member"
)
string httpPrefixHeaders
@trait(
    selector: "structure > :test(member > :test(string, blob, structure, union, document, list, map))"
    conflicts: [httpLabel, httpHeader, httpQuery, httpPrefixHeaders, httpResponseCode, httpQueryParams]
    structurallyExclusive: "member"
)
structure httpPayload {}
@trait(selector: "structure[trait|error]")
integer httpError
@trait(
    selector: "structure > member :test(> integer)"
    conflicts: [httpLabel, httpHeader, httpQuery, httpPrefixHeaders, httpPayload, httpQueryParams]
    structurallyExclusive: "member"
)
structure httpResponseCode {}
@trait(selector: "operation")
structure httpChecksumRequired {}
@trait(selector: "operation")
structure endpoint {
    @required
    hostPrefix: NonEmptyString
}
@trait(selector: "structure > :test(member[trait|required] > string)")
structure hostLabel {}

@trait(selector: "service")
structure cors {
    origin: NonEmptyString
    maxAge: Integer
    additionalAllowedHeaders: NonEmptyStringList
    additionalExposedHeaders: NonEmptyStringList
}

@trait(selector: ":is(blob, string)")
string mediaType
@trait(selector: ":is(structure, union) > member")
string jsonName
@trait(selector: ":test(timestamp, member > timestamp)")
enum timestampFormat { DATE_TIME = "date-time"
    EPOCH_SECONDS = "epoch-seconds"
    HTTP_DATE = "http-date"
}
@trait(selector: "structure > :test(member > :test(boolean, number, string, timestamp))", conflicts: [xmlNamespace])
structure xmlAttribute {}
@trait(selector: ":is(structure, union) > :test(member > :test(list, map))")
structure xmlFlattened {}
@trait(selector: ":is(structure, union, member)")
@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*(:[a-zA-Z_][a-zA-Z_0-9-]*)?$")
string xmlName
@trait(selector: ":is(service, member, simpleType, list, map, structure, union)", conflicts: [xmlAttribute])
structure xmlNamespace {
    @required
    uri: NonEmptyString
    @pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
    prefix: NonEmptyString
}

// Streams.

@trait(selector: ":is(blob, union)", structurallyExclusive: "target")
structure streaming {}
@trait(selector: "blob[trait|streaming]")
structure requiresLength {}
@trait(
    selector: "structure > :test(member > :test(blob, string, structure, union))"
    conflicts: [eventHeader]
    structurallyExclusive: "member"
)
structure eventPayload {}
@trait(
    selector: "structure > :test(member > :test(boolean, byte, short, integer, long, blob, string, timestamp))"
    conflicts: [eventPayload]
)
structure eventHeader {}
