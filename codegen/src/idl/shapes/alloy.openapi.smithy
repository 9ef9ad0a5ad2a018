$version: "2.0"

// What alloy adds to OpenAPI.
namespace alloy.openapi

@trait
@sparse
map openapiExtensions { key: String, value: Document }

@trait(selector: "operation")
@length(min: 1)
string summary
