$version: "2.0"

// How AWS's services know who calls (Smithy, "AWS authentication traits").
namespace aws.auth

@trait(selector: "service")
@authDefinition(traits: [unsignedPayload])
structure sigv4 {
    @required
    @length(min: 1)
    name: String
}

@trait(selector: "service")
@authDefinition(traits: [unsignedPayload])
structure sigv4a {
    @required
    @length(min: 1)
    name: String
}

@trait(selector: "operation")
structure unsignedPayload {}

@trait(selector: "service")
@authDefinition
structure cognitoUserPools {
    @required
    providerArns: Strings
}

@private
list Strings { member: String }
