$version: "2.0"

// What holds for a service of AWS alone.
namespace aws.customizations

@trait(selector: "operation")
structure s3UnwrappedXmlOutput {}
