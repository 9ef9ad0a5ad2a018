$version: "2.0"

// alloy's traits. The shapes that models take from it stand in `alloy.smithy`.
namespace alloy

@trait(selector: "service")
@protocolDefinition(
    traits: [
        default
        error
        http
        httpError
        httpHeader
        httpLabel
        httpPayload
        httpPrefixHeaders
        httpQuery
        httpQueryParams
        jsonName
        length
        pattern
        range
        required
        timestampFormat
        uncheckedExamples
        uuidFormat
        discriminated
        untagged
    ]
)
structure simpleRestJson {}

// Unions, enums, maps.

@trait(selector: "union :not([trait|alloy#untagged])")
string discriminated
@trait(selector: "union :not([trait|alloy#discriminated])")
structure untagged {}
@trait(selector: ":test(enum, intEnum, [trait|enum])")
structure openEnum {}
@trait(selector: ":test(map, member > map, document, member > document)")
structure preserveKeyOrder {}
@trait
structure nullable {}

@trait(selector: ":is(structure, union) > member", structurallyExclusive: "member")
structure jsonUnknown {}
@trait(selector: "structure > member")
structure unknownFieldRetention {}

// Formats of strings and numbers.

@trait(selector: ":test(string, member > string)")
structure uuidFormat {}
@trait(selector: ":test(string, member > string)")
structure dateFormat {}
@trait(selector: ":test(string, member > string)")
structure localTimeFormat {}
@trait(selector: ":test(string, member > string)")
structure localDateTimeFormat {}
@trait(selector: ":test(timestamp, member > timestamp)")
structure offsetDateTimeFormat {}
@trait(selector: ":test(string, member > string)")
structure offsetTimeFormat {}
@trait(selector: ":test(string, member > string)")
structure zoneIdFormat {}
@trait(selector: ":test(string, member > string)")
structure zoneOffsetFormat {}
@trait(selector: ":test(string, member > string)")
structure zonedDateTimeFormat {}
@trait(selector: ":test(integer, member > integer)")
structure yearFormat {}
@trait(selector: ":test(string, member > string)")
structure yearMonthFormat {}
@trait(selector: ":test(string, member > string)")
structure monthDayFormat {}
@trait(selector: ":test(bigDecimal, member > bigDecimal)")
structure durationFormat {}

@trait(selector: "string")
structure structurePattern {
    @required
    pattern: String
    @required
    @idRef(selector: ":is(structure, union)")
    target: String
}

// HTTP.

@trait(selector: "structure > member[trait|required] :test(> union)", structurallyExclusive: "member")
structure httpPolymorphicResponse {}
@trait(selector: "structure")
integer httpSuccess
@trait(selector: ":is(structure, union) > :test(member > :test(list, map))")
structure urlFormFlattened {}
@trait(selector: ":is(structure, union, member)")
@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
string urlFormName

// Examples.

@trait(selector: "operation")
list uncheckedExamples { member: UncheckedExample }

@private
structure UncheckedExample {
    @required
    title: String
    documentation: String
    input: Document
    output: Document
}

@trait(selector: ":not(:test(service, operation, resource))")
list dataExamples { member: DataExample }

@private
union DataExample { smithy: Document, json: Document, string: String }
