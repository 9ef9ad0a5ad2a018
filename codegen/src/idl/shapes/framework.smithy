$version: "2.0"

// What Smithy's tools bring along for servers, and services list among their errors.
namespace smithy.framework

/// A value in the request is none that the service takes. Nothing was done.
@error("client")
structure ValidationException {
    /// What is wrong, in a sentence.
    @required
    message: String

    /// The members that are wrong, each with the reason.
    fieldList: ValidationExceptionFieldList
}

list ValidationExceptionFieldList {
    member: ValidationExceptionField
}

/// A member of the request that is wrong.
structure ValidationExceptionField {
    /// Where it stands in the request, as a JSON pointer: `/target/messier`.
    @required
    path: String

    /// What is wrong with it.
    @required
    message: String
}
