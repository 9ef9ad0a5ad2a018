//! `cargo xtask codegen --model FILE --out DIR`: a crate of its own from any model.

use crate::codegen_command::{read_model, write};
use crate::failure::Failure;
use crate::{Outcome, report};
use codegen::{GeneratedCrate, Options};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What to make, and of what.
pub struct NewCrate {
    pub model: PathBuf,
    pub out: PathBuf,
    pub name: Option<String>,
    pub service: Option<String>,
    pub operations: Vec<String>,
    pub skip_unsupported: bool,
}

/// Writes the crate. Nothing is written if the model is wrong.
pub fn generate(new: NewCrate) -> Outcome {
    let start = Instant::now();
    let folder = new.out.file_name().map(|name| name.to_string_lossy().into_owned());
    let package = new.name.or(folder).unwrap_or_else(|| "sdk".to_owned());
    let NewCrate { service, operations, skip_unsupported, .. } = new;
    let options = Options { package, service, operations, skip_unsupported, lenient_examples: true };
    let source = read_model(&new.model)?;
    let (mut generated, skipped) = codegen::generate_with(&source, &options).map_err(|problems| Failure::Model {
        path: new.model.clone(),
        source,
        problems,
    })?;
    generated
        .files
        .insert("Cargo.toml".to_owned(), format!("{}\n[workspace]\n", manifest(&options.package, &generated)));
    for (path, text) in &generated.files {
        write(&new.out.join(path), text)?;
    }
    let count = generated.files.len();
    report::generated(&options.package, generated.files.values(), count, start.elapsed());
    report::skipped(&skipped);
    Ok(())
}

/// A manifest that depends on the runtime of this workspace.
pub fn manifest(package: &str, generated: &GeneratedCrate) -> String {
    let features: Vec<_> = generated.runtime_features.iter().map(|feature| format!("{feature:?}")).collect();
    let features = match features.is_empty() {
        true => String::new(),
        false => format!(", features = [{}]", features.join(", ")),
    };
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("runtime");
    format!(
        r#"[package]
name = "{package}"
version = "0.1.0"
edition = "2024"
publish = false

[features]
default = ["ring"]
ring = ["sdk-runtime/ring"]
aws-lc-rs = ["sdk-runtime/aws-lc-rs"]
http2 = ["sdk-runtime/http2"]
test-util = ["sdk-runtime/test-util"]

[dependencies]
aws-types = {{ version = "1", default-features = false }}
sdk-runtime = {{ path = {:?}, default-features = false{features} }}
"#,
        runtime.display().to_string(),
    )
}
