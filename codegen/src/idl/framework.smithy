$version: "2.0"

// What Smithy's tools bring along for servers, and services list among their errors.
namespace smithy.framework

@error("client")
structure ValidationException {
    @required
    message: String
    fieldList: ValidationExceptionFieldList
}

list ValidationExceptionFieldList {
    member: ValidationExceptionField
}

structure ValidationExceptionField {
    @required
    path: String
    @required
    message: String
}
