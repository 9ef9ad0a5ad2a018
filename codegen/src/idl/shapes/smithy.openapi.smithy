$version: "2.0"

// What becomes OpenAPI (Smithy, "Converting Smithy to OpenAPI").
namespace smithy.openapi

@trait(selector: "[trait|trait]")
structure specificationExtension {
    @pattern("^x-.+$")
    as: String
}
