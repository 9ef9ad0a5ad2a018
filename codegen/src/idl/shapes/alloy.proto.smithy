$version: "2.0"

// Protocol Buffers of models with alloy.
namespace alloy.proto

@trait(selector: "service")
@protocolDefinition
structure grpc {}

@trait(selector: ":is(structure, union, enum, intEnum) > member")
integer protoIndex

@trait(selector: ":test(integer, long, member > :test(integer, long))")
enum protoNumType {
    SIGNED
    UNSIGNED
    FIXED
    FIXED_SIGNED
}

@trait(selector: ":test(timestamp, member > timestamp)")
enum protoTimestampFormat {
    PROTOBUF
    EPOCH_MILLIS
    RFC3339_STRING
}

@trait
enum protoOffsetDateTimeFormat {
    PROTOBUF
    RFC3339_STRING
}

@trait(selector: ":test(enum, member > enum)")
enum protoEnumFormat {
    ORDINAL
    STRING_VALUE
}

@trait(selector: "structure")
list protoReservedFields { member: ReservedFields }

@private
union ReservedFields { name: String, number: Integer, range: Range }

@private
structure Range {
    @required
    start: Integer
    @required
    end: Integer
}

@trait(selector: ":test(structure, service)")
structure protoEnabled {}
@trait(selector: "union")
structure protoInlinedOneOf {}
@trait(selector: ":test(simpleType, list, map, member > :test(simpleType, list, map))")
structure protoWrapped {}
@trait(selector: ":test(string, member > string)")
structure protoCompactUUID {}
@trait(selector: ":test(string, member > string)")
structure protoCompactLocalDate {}
@trait(selector: ":test(string, member > string)")
structure protoCompactLocalTime {}
@trait(selector: ":test(string, member > string)")
structure protoCompactYearMonth {}
@trait(selector: ":test(string, member > string)")
structure protoCompactMonthDay {}
