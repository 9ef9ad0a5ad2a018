//! What part of a model is generated, as the commands that make a crate are told.

use codegen::Options;

// A comment and not documentation, which would be the command's that has these arguments.
//
// What of a model is generated; all, unless it says less.
#[derive(clap::Args, Clone, Debug, Default, PartialEq)]
pub(crate) struct Part {
    /// The service, of a model that has several: its shape's ID, or the name alone.
    #[arg(long, value_name = "SERVICE")]
    service: Option<String>,
    /// The protocol to speak, of a service that speaks several: its name, e.g. `rpcv2Cbor`, or its trait's ID. Without it, the
    /// first that the service speaks of restJson1, awsJson1_0, awsJson1_1, rpcv2Json, rpcv2Cbor, restXml, awsQuery, ec2Query.
    #[arg(long, value_name = "PROTOCOL")]
    protocol: Option<String>,
    /// Only these operations, and only the shapes that they need: names, with `*` for any part of one.
    #[arg(long, value_name = "GLOB", value_delimiter = ',')]
    operations: Vec<String>,
    /// Leave out operations that have event streams in forms, or reach a shape or trait that is not supported, rather than
    /// refuse the model.
    #[arg(long)]
    skip_unsupported: bool,
}

impl Part {
    /// The options by which the crate called `package` has this part.
    pub(crate) fn of(self, package: String) -> Options {
        let Part { service, protocol, operations, skip_unsupported } = self;
        let guides = crate::workspace::guides();
        Options { package, service, protocol, operations, skip_unsupported, guides, ..Options::default() }
    }
}
