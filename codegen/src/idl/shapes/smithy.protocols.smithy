$version: "2.0"

// Smithy's own protocols (Smithy, "Smithy RPC v2 CBOR protocol").
namespace smithy.protocols

// The order of members, for protocols that number them.

@trait(selector: ":is(structure, union) > member")
@range(min: 1)
integer idx
@trait(selector: "service")
structure indexed {}

@private
list Strings { member: String }

@trait(selector: "service")
@protocolDefinition(traits: [cors, endpoint, hostLabel, httpError, requestCompression])
structure rpcv2Cbor { http: Strings, eventStreamHttp: Strings }

@trait(selector: "service")
@protocolDefinition(traits: [cors, endpoint, hostLabel, httpError, requestCompression])
structure rpcv2Json { http: Strings, eventStreamHttp: Strings }
