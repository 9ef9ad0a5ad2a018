//! Texts that a model may have and that must stay texts: each ends what it stands in, or turns it into something else, for
//! an emitter that writes it as it is.

/// Ends of comments and literals, blocks that rustdoc compiles, links without a target, tags, and what isn't seen.
pub const TEXTS: &[&str] = &[
    "\ncompile_error!(\"injected\");\n",
    "\r\ncompile_error!(\"injected\");\rfn main() {}",
    "`\n\n```\ncompile_error!(\"injected\");\n```\n\n    compile_error!(\"indented\");\n\n`",
    "\n~~~\nfn main() {}\n~~~\n```rust\nfn main() {}\n```\n> ```\n> fn main() {}\n> ```\n- ```no_run\n  fn a() {}\n",
    "*/ \"# \"; fn evil() {} // \\ \\\" {} {0} {name} }} {{ \"##",
    "//! #![allow(warnings)]\n/// #[used]\n#![feature(never)]",
    "\u{202e}\u{2066}\u{200f}\u{2028}fn evil() {}\u{2029}\u{0}\u{7}\u{feff}\u{85}",
    "</summary></details><script> [evil] [`evil`](crate::evil) [a][b] <https://a.b> https://a.b `` ` ``",
    "# Heading\n\n| a | b |\n|---|---|\n| `x` |",
    "\n```E0308\nfn main() {}\n```\n~~~rust2021\nfn main() {}\n~~~\n\n```no-run\nfn main() {}\n```\n",
    "<pre>&#13;fn evil() {}&#x202e;</pre><<!-- -->script> <[b](#c)> http://a.b,http://c.d",
    "\n\n        four_or_more();\n\n\tfn tab() {}\n\nText\n===\nmore\n---",
];
