$version: "2"

namespace example.observatory

use smithy.waiters#waitable

/// A night that is reserved, and what came of it.
resource Observation {
    identifiers: { observationId: ObservationId }
    properties: {
        telescopeId: TelescopeId
        target: Target
        exposure: Exposure
        status: ObservationStatus
        picture: PictureUrl
    }
    create: ReserveObservation
    read: GetObservation
    delete: CancelObservation
}

/// The service makes it: 12 letters and digits.
@pattern("^[A-Za-z0-9]{12}$")
string ObservationId

/// What to look at.
union Target {
    /// An object of the catalogue of Messier, 1 to 110: `31` is the galaxy in Andromeda.
    messier: MessierNumber

    /// A place in the sky.
    coordinates: Coordinates
}

@range(min: 1, max: 110)
integer MessierNumber

/// A place in the sky, as of the year 2000.
structure Coordinates {
    /// Right ascension, 0 to 24 hours.
    @required
    rightAscension: Hours

    /// Declination, -90 to 90 degrees.
    @required
    declination: Degrees
}

@range(min: 0, max: 24)
double Hours

@range(min: -90, max: 90)
double Degrees

/// How long to look, 1 to 3600 seconds.
@range(min: 1, max: 3600)
integer Exposure

/// Where an observation stands.
enum ObservationStatus {
    /// It waits for its night.
    RESERVED = "reserved"

    /// The picture is there.
    TAKEN = "taken"

    /// There were clouds.
    LOST = "lost"
}

/// Where the picture is: `https://…`.
string PictureUrl

/// Reserves a telescope for the next night.
@http(method: "POST", uri: "/observations", code: 201)
operation ReserveObservation {
    input := for Observation {
        /// The telescope.
        @required
        $telescopeId

        /// What to look at.
        @required
        $target

        /// How long to look, 1 to 3600 seconds.
        $exposure = 60

        /// Makes a repeated request the same reservation. One is made for you.
        @idempotencyToken
        @httpHeader("Idempotency-Key")
        token: String
    }

    output := for Observation {
        /// The new observation.
        @required
        $observationId

        /// Where it stands.
        @required
        $status
    }

    errors: [NotFound, TelescopeTaken]
}

/// Somebody else has the telescope that night.
@error("client")
@httpError(409)
structure TelescopeTaken {
    /// Who was faster.
    @required
    message: String

    /// When it is free again.
    @timestampFormat("date-time")
    freeFrom: Timestamp
}

/// Tells where an observation stands.
@readonly
@http(method: "GET", uri: "/observations/{observationId}")
@waitable(
    ObservationTaken: {
        documentation: "Waits for the picture."
        acceptors: [
            { state: "success", matcher: { output: { path: "status", expected: "taken", comparator: "stringEquals" } } }
            { state: "failure", matcher: { output: { path: "status", expected: "lost", comparator: "stringEquals" } } }
        ]
        minDelay: 60
        maxDelay: 600
    }
)
operation GetObservation {
    input := for Observation {
        /// The observation.
        @required
        @httpLabel
        $observationId
    }

    output := for Observation {
        /// The observation.
        @required
        $observationId

        /// The telescope.
        @required
        $telescopeId

        /// What is looked at.
        @required
        $target

        /// Where it stands.
        @required
        $status

        /// The picture, once it is taken.
        $picture
    }

    errors: [NotFound]
}

/// Gives a night back to the others. An observation that is taken stays.
@idempotent
@http(method: "DELETE", uri: "/observations/{observationId}", code: 204)
operation CancelObservation {
    input := for Observation {
        /// The observation.
        @required
        @httpLabel
        $observationId
    }

    errors: [NotFound]
}
