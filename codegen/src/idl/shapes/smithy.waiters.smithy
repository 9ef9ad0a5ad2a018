$version: "2.0"

// Waiting for a state (Smithy, "Waiters").
namespace smithy.waiters

@trait(selector: "operation :not(-[input, output]-> structure > member > union[trait|streaming])")
@length(min: 1)
map waitable { key: WaiterName, value: Waiter }

@private
@pattern("^[A-Z]+[A-Za-z0-9]*$")
string WaiterName

@private
structure Waiter {
    @required
    acceptors: Acceptors
    documentation: String
    minDelay: Delay
    maxDelay: Delay
    deprecated: Boolean
    tags: Tags
}

@private
@range(min: 1)
integer Delay

@private
list Tags {
    @length(min: 1)
    member: String
}

@private
@length(min: 1)
list Acceptors { member: Acceptor }

@private
structure Acceptor {
    @required
    state: AcceptorState
    @required
    matcher: Matcher
    message: String
}

@private
enum AcceptorState {
    SUCCESS = "success"
    FAILURE = "failure"
    RETRY = "retry"
}

@private
union Matcher {
    output: PathMatcher
    inputOutput: PathMatcher
    errorType: String
    success: Boolean
}

@private
structure PathMatcher {
    @required
    path: String
    @required
    expected: String
    @required
    comparator: PathComparator
}

@private
enum PathComparator {
    STRING_EQUALS = "stringEquals"
    BOOLEAN_EQUALS = "booleanEquals"
    ALL_STRING_EQUALS = "allStringEquals"
    ANY_STRING_EQUALS = "anyStringEquals"
}
