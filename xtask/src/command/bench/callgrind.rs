//! What callgrind writes: how many instructions a program took, and a function with all that it calls
//! ([its format](https://valgrind.org/docs/manual/cl-format.html)).

use std::collections::HashMap;

/// Instructions of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Profile {
    /// All.
    pub(super) total: u64,
    /// Those of the functions that were asked for, with what they call.
    pub(super) chosen: u64,
}

/// Whose lines are being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// A function that was asked for.
    Chosen,
    Other,
}

/// Reads a profile of one event. A function is chosen by its name; one that another of them calls is counted once.
///
/// # Errors
/// What isn't such a profile.
pub(super) fn read(text: &str, is_chosen: impl Fn(&str) -> bool) -> Result<Profile, String> {
    let mut names: HashMap<&str, &str> = HashMap::new();
    let (mut total, mut chosen) = (None, 0);
    let (mut caller, mut callee, mut is_call) = (Whose::Other, Whose::Other, false);
    for line in text.lines() {
        if let Some(function) = line.strip_prefix("fn=") {
            caller = whose(name(function, &mut names), &is_chosen);
        } else if let Some(function) = line.strip_prefix("cfn=") {
            callee = whose(name(function, &mut names), &is_chosen);
        } else if line.starts_with("calls=") {
            is_call = true;
        } else if let Some(sum) = line.strip_prefix("summary:").or_else(|| line.strip_prefix("totals:")) {
            total = sum.split_whitespace().next().and_then(|sum| sum.parse::<u64>().ok());
        } else if line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '*')) {
            // A position and a cost: of the call above, or of the function itself. A line without a cost costs nothing.
            let cost = line.split_whitespace().nth(1).map_or(Some(0), |cost| cost.parse::<u64>().ok());
            let cost = cost.ok_or_else(|| format!("`{line}` in a profile has no cost"))?;
            let counts = match is_call {
                true => caller == Whose::Chosen && callee == Whose::Other,
                false => caller == Whose::Chosen,
            };
            chosen += if counts { cost } else { 0 };
            is_call = false;
        }
    }
    let total = total.ok_or("a profile has no sum: the program was ended before its end")?;
    Ok(Profile { total, chosen })
}

/// A function's name: `(12) name` says it, `(12)` says it again.
fn name<'a>(function: &'a str, names: &mut HashMap<&'a str, &'a str>) -> &'a str {
    let Some((id, said)) = function.split_once(')').filter(|_| function.starts_with('(')) else { return function };
    match said.trim_start() {
        "" => names.get(id).copied().unwrap_or_default(),
        said => {
            names.insert(id, said);
            said
        }
    }
}

fn whose(name: &str, is_chosen: &impl Fn(&str) -> bool) -> Whose {
    if is_chosen(name) { Whose::Chosen } else { Whose::Other }
}

#[cfg(test)]
mod tests {
    use super::{Profile, read};

    /// `main` (10) calls `compress` (5), which calls `memcpy` (3) and itself (4); `main` calls `memcpy` (3), too.
    const TEXT: &str = "\
# callgrind format
version: 1
positions: line
events: Ir
ob=(1) /program
fl=(1) main.rs
fn=(1) main
3 10
cfi=(2) sha.rs
cfn=(2) sha2::compress
calls=1 7
+1 12
cfn=(3) memcpy
calls=1 1
* 3

fn=(2)
7 5
cfn=(3)
calls=1 1
+2 3
cfn=(2)
calls=1 7
+1 4

fn=(3)
1 6

totals: 24
";

    #[test]
    fn a_function_counts_with_what_it_calls() {
        assert_eq!(read(TEXT, |name| name.contains("compress")), Ok(Profile { total: 24, chosen: 8 }));
        assert_eq!(read(TEXT, |name| name == "main"), Ok(Profile { total: 24, chosen: 25 }));
        assert_eq!(read(TEXT, |_| false), Ok(Profile { total: 24, chosen: 0 }));
    }

    #[test]
    fn a_profile_that_was_cut_off_is_none() {
        let cut = TEXT.split("totals").next().expect("it has a beginning");
        assert!(read(cut, |_| false).is_err());
        assert!(read("3 x\n", |_| false).is_err());
    }
}
