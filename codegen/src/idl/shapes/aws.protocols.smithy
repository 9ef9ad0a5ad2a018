$version: "2.0"

// AWS's protocols (Smithy, "AWS protocols").
namespace aws.protocols

@private
@mixin(localTraits: [private])
structure HttpVersions { http: Strings, eventStreamHttp: Strings }

@private
list Strings { member: String }

@trait(selector: "service")
@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel])
structure awsJson1_0 with [HttpVersions] {}

@trait(selector: "service")
@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel])
structure awsJson1_1 with [HttpVersions] {}

@trait(selector: "service")
@protocolDefinition(
    traits: [
        timestampFormat
        cors
        endpoint
        hostLabel
        http
        httpError
        httpHeader
        httpLabel
        httpPayload
        httpPrefixHeaders
        httpQuery
        httpQueryParams
        httpResponseCode
        httpChecksumRequired
        jsonName
    ]
)
structure restJson1 with [HttpVersions] {}

@trait(selector: "service")
@protocolDefinition(
    traits: [
        timestampFormat
        cors
        endpoint
        hostLabel
        http
        httpError
        httpHeader
        httpLabel
        httpPayload
        httpPrefixHeaders
        httpQuery
        httpQueryParams
        httpResponseCode
        httpChecksumRequired
        xmlAttribute
        xmlFlattened
        xmlName
        xmlNamespace
    ]
)
structure restXml with [HttpVersions] { noErrorWrapping: Boolean }

@trait(selector: "service [trait|xmlNamespace]")
@protocolDefinition(
    traits: [
        timestampFormat
        cors
        endpoint
        hostLabel
        awsQueryError
        xmlAttribute
        xmlFlattened
        xmlName
        xmlNamespace
    ]
)
structure awsQuery {}

@trait(selector: "service [trait|xmlNamespace]")
@protocolDefinition(
    traits: [
        timestampFormat
        cors
        endpoint
        hostLabel
        ec2QueryName
        xmlAttribute
        xmlFlattened
        xmlName
        xmlNamespace
    ]
)
structure ec2Query {}

@trait(selector: "structure [trait|error]")
structure awsQueryError {
    @required
    code: String
    @required
    httpResponseCode: Integer
}

@trait(selector: "service")
structure awsQueryCompatible {}

@trait(selector: "structure > member")
@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
string ec2QueryName

@trait(selector: "operation")
structure httpChecksum {
    requestAlgorithmMember: String
    requestChecksumRequired: Boolean
    requestValidationModeMember: String
    responseAlgorithms: ChecksumAlgorithms
}

@private
@length(min: 1)
@uniqueItems
list ChecksumAlgorithms { member: ChecksumAlgorithm }

@private
enum ChecksumAlgorithm {
    CRC64NVME
    CRC32C
    CRC32
    SHA1
    SHA256
    SHA512
    MD5
    XXHASH3
    XXHASH64
    XXHASH128
}
