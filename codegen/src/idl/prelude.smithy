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
list TraitIds { member: String }

// Traits of traits and of models.

@trait
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

@trait
structure authDefinition { traits: TraitIds }

@trait
structure protocolDefinition { traits: TraitIds, noInlineDocumentSupport: Boolean }


@trait
map traitValidators { key: String, value: TraitValidator }

@private
structure TraitValidator {
    @required
    selector: String
    message: String
    severity: BreakingChangeSeverity
}

@trait
structure mixin { localTraits: TraitIds, interface: Boolean }

@trait
structure idRef { selector: String, failWhenMissing: Boolean, errorMessage: String }

@trait
structure private {}
@trait
structure unitType {}

// What something is, in words.

@trait
string documentation
@trait
@length(min: 1)
map externalDocumentation { key: NonEmptyString, value: NonEmptyString }
@trait
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
@trait
structure sensitive {}
@trait
structure unstable {}
@trait
structure recommended { reason: String }

@trait
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
structure ExampleError { shapeId: String, content: Document }

// Members, and the values that they take.

@trait
structure required {}
@trait
structure clientOptional {}
@trait
document default
@trait
structure addedDefault {}
@trait
structure box {}
@trait
structure input {}
@trait
structure output {}
@trait
structure sparse {}
@trait
structure uniqueItems {}
@trait
structure length { min: Long, max: Long }
@trait
structure range { min: BigDecimal, max: BigDecimal }
@trait
string pattern
@trait
document enumValue
@trait
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

@trait
enum error { CLIENT = "client"
    SERVER = "server"
}
@trait
structure retryable { throttling: Boolean }
@trait
structure readonly {}
@trait
structure idempotent {}
@trait
structure idempotencyToken {}
@trait
structure requestCompression {
    @required
    encodings: NonEmptyStringList
}
@trait
structure longPoll { timeoutMillis: Integer }

@trait
structure paginated {
    inputToken: NonEmptyString
    outputToken: NonEmptyString
    items: NonEmptyString
    pageSize: NonEmptyString
}

@trait
list references { member: Reference }

@private
structure Reference {
    @required
    resource: NonEmptyString
    ids: NonEmptyStringMap
    service: NonEmptyString
    rel: NonEmptyString
}

@trait
@length(min: 1)
string resourceIdentifier
@trait
structure noReplace {}
@trait
structure property { name: String }
@trait
structure notProperty {}
@trait
structure nestedProperties {}

// Authentication.

@trait
list auth { member: String }
@trait
structure optionalAuth {}
@trait
@authDefinition
structure httpBasicAuth {}
@trait
@authDefinition
structure httpDigestAuth {}
@trait
@authDefinition
structure httpBearerAuth {}

@trait
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

@trait
structure http {
    @required
    method: NonEmptyString
    @required
    uri: NonEmptyString
    @range(min: 100, max: 999)
    code: Integer
}

@trait
structure httpLabel {}
@trait
@length(min: 1)
string httpQuery
@trait
structure httpQueryParams {}
@trait
@length(min: 1)
string httpHeader
@trait
string httpPrefixHeaders
@trait
structure httpPayload {}
@trait
integer httpError
@trait
structure httpResponseCode {}
@trait
structure httpChecksumRequired {}
@trait
structure endpoint {
    @required
    hostPrefix: NonEmptyString
}
@trait
structure hostLabel {}

@trait
structure cors {
    origin: NonEmptyString
    maxAge: Integer
    additionalAllowedHeaders: NonEmptyStringList
    additionalExposedHeaders: NonEmptyStringList
}

@trait
string mediaType
@trait
string jsonName
@trait
enum timestampFormat { DATE_TIME = "date-time"
    EPOCH_SECONDS = "epoch-seconds"
    HTTP_DATE = "http-date"
}
@trait
structure xmlAttribute {}
@trait
structure xmlFlattened {}
@trait
@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*(:[a-zA-Z_][a-zA-Z_0-9-]*)?$")
string xmlName
@trait
structure xmlNamespace {
    @required
    uri: NonEmptyString
    @pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
    prefix: NonEmptyString
}

// Streams.

@trait
structure streaming {}
@trait
structure requiresLength {}
@trait
structure eventPayload {}
@trait
structure eventHeader {}
