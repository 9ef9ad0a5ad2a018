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
    /// Only these operations, and only the shapes that they need: names, with `*` for any part of one.
    #[arg(long, value_name = "GLOB", value_delimiter = ',')]
    operations: Vec<String>,
    /// Leave out operations that have event streams, or reach a shape or trait that is not supported, rather than refuse the
    /// model.
    #[arg(long)]
    skip_unsupported: bool,
}

impl Part {
    /// The options by which the crate called `package` has this part.
    pub(crate) fn of(self, package: String) -> Options {
        let Part { service, operations, skip_unsupported } = self;
        Options { package, service, operations, skip_unsupported, ..Options::default() }
    }
}
