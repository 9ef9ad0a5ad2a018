$version: "2"

namespace example.observatory

use aws.protocols#restJson1
use smithy.framework#ValidationException

/// A small observatory lends its telescopes: look at what is up there, reserve a night, and fetch the picture in the
/// morning.
@title("Observatory")
@restJson1
@httpBearerAuth
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults")
service Observatory {
    version: "2026-11-27"
    resources: [Telescope, Observation]
    errors: [ValidationException, TooManyRequests]
}

/// Too many requests came in a short time. Nothing was done.
@error("client")
@httpError(429)
@retryable(throttling: true)
structure TooManyRequests {
    /// How many are too many.
    @required
    message: String
}

/// What is asked for doesn't exist.
@error("client")
@httpError(404)
structure NotFound {
    /// What doesn't.
    @required
    message: String
}

/// Where a page of a list begins; of the page before.
string NextToken

/// How many items a page has at most, 1 to 100; 20 if nothing is said.
@range(min: 1, max: 100)
integer PageSize
