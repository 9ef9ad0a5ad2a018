//! No model makes the generator panic: it answers with a crate that is Rust, or with problems that have a place.

mod builds;
mod extremes;
mod idl;
mod injection;
mod mutations;
mod paths;
mod scale;

use codegen::diagnostic::Problems;

/// Generates from a model that may be anything, and checks the answer.
fn generate(source: &str) -> Result<(), Problems> {
    match codegen::generate(source, "fuzzed-sdk") {
        Ok(generated) => {
            for (path, text) in &generated.files {
                if path == "src/rustfmt.toml" {
                    continue;
                }
                assert!(path.starts_with("src/") && path.ends_with(".rs"), "no file belongs at {path:?}");
                assert!(!text.contains("compile_error!"), "{path} is not Rust:\n{text}");
                if let Err(error) = syn::parse_file(text) {
                    panic!("{path} is not Rust ({error}):\n{text}");
                }
            }
            Ok(())
        }
        Err(problems) => {
            assert!(!problems.as_slice().is_empty(), "an error has to say why");
            for problem in &problems {
                let range = problem.span.unwrap_or_else(|| panic!("{problem:?} has no place")).range();
                assert!(source.get(range).is_some(), "{problem:?} is out of the source");
                assert!(!problem.problem.is_empty() && !problem.remedy.is_empty(), "{problem:?} says nothing");
            }
            Err(problems)
        }
    }
}
