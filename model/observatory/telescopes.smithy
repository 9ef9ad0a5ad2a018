$version: "2"

namespace example.observatory

/// A telescope that can be reserved.
resource Telescope {
    identifiers: { telescopeId: TelescopeId }
    list: ListTelescopes
}

/// A telescope's name on the list: letters, digits and dashes, e.g. `north-dome`.
@pattern("^[a-z0-9-]+$")
@length(min: 1, max: 40)
string TelescopeId

/// Lists the telescopes. Everybody may look.
@readonly
@optionalAuth
@http(method: "GET", uri: "/telescopes")
@paginated(items: "telescopes")
@examples([
    {
        title: "Who is free tonight"
        output: {
            telescopes: [
                { telescopeId: "north-dome", aperture: 1200, sky: "cloudy" }
                { telescopeId: "hill", aperture: 400, sky: "clear" }
            ]
        }
    }
])
operation ListTelescopes {
    input := {
        /// How many telescopes a page has at most, 1 to 100.
        @httpQuery("maxResults")
        maxResults: PageSize

        /// Where the page begins, as the page before said.
        @httpQuery("nextToken")
        nextToken: NextToken
    }

    output := {
        /// The telescopes of this page.
        @required
        telescopes: TelescopeList

        /// Where the next page begins; absent on the last.
        nextToken: NextToken
    }
}

list TelescopeList {
    member: TelescopeSummary
}

/// What the list says of a telescope.
structure TelescopeSummary for Telescope {
    /// Its name on the list.
    @required
    $telescopeId

    /// How wide its mirror is, in millimetres.
    @required
    aperture: Integer

    /// How the sky above it is tonight.
    sky: Sky
}

/// How the sky is.
enum Sky {
    /// Stars down to the sixth magnitude.
    CLEAR = "clear"

    /// The Moon and the planets.
    HAZY = "hazy"

    /// Nothing.
    CLOUDY = "cloudy"
}
