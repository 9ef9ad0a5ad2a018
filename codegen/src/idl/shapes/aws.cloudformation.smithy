$version: "2.0"

// Resources as AWS CloudFormation has them (Smithy, "AWS CloudFormation traits").
namespace aws.cloudformation

@trait(selector: "resource")
structure cfnResource {
    name: String
    additionalSchemas: StructureIds
    primaryIdentifier: String
}

@private
list StructureIds {
    @idRef(selector: "structure", failWhenMissing: true)
    member: String
}

@trait(selector: "structure > member")
string cfnName
@trait(selector: "structure > member", conflicts: [cfnAdditionalIdentifier, cfnMutability, cfnDefaultValue])
structure cfnExcludeProperty {}
@trait(selector: "structure > :test(member > string)", conflicts: [cfnExcludeProperty])
structure cfnAdditionalIdentifier {}
@trait(selector: "resource > operation -[input, output]-> structure > member", conflicts: [cfnExcludeProperty])
structure cfnDefaultValue {}

@trait(selector: "structure > member", conflicts: [cfnExcludeProperty])
enum cfnMutability {
    FULL = "full"
    CREATE_AND_READ = "create-and-read"
    CREATE = "create"
    READ = "read"
    WRITE = "write"
}
