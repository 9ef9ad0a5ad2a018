//! What each feature of a model becomes: a fixture in `tests/fixtures/features` holds a model of a handful of shapes and
//! names, in its metadata, the generated files that its snapshot shows. All files of all fixtures are compiled.

mod botocore;
mod compiles;
mod conformance;
mod endpoints;
mod guides;
mod names;
mod snapshots;
mod texts;
