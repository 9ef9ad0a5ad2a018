//! Pieces of strings.

/// Returns the bytes from `start` up to, but not including, `stop`; with `reverse`, both are counted from the end.
///
/// `None` if the string isn't ASCII, is shorter than `stop`, or if the range is empty.
///
/// ```
/// use sdk_runtime::endpoint::substring;
///
/// assert_eq!(substring("bucket--use1-az4--x-s3", 0, 6, false), Some("bucket"));
/// assert_eq!(substring("bucket--use1-az4--x-s3", 0, 6, true), Some("--x-s3"));
/// assert_eq!(substring("abc", 0, 4, false), None);
/// ```
pub fn substring(value: &str, start: usize, stop: usize, reverse: bool) -> Option<&str> {
    if !value.is_ascii() || start >= stop || stop > value.len() {
        return None;
    }
    if reverse { value.get(value.len() - stop..value.len() - start) } else { value.get(start..stop) }
}

/// Cuts a string at each `delimiter`, into `limit` pieces at most; 0 means no limit. Nothing is cut at an empty
/// delimiter.
///
/// ```
/// use sdk_runtime::endpoint::split;
///
/// assert_eq!(split("a--b--c", "--", 0), ["a", "b", "c"]);
/// assert_eq!(split("a--b--c", "--", 2), ["a", "b--c"]);
/// assert_eq!(split("", "--", 0), [""]);
/// ```
pub fn split<'a>(value: &'a str, delimiter: &str, limit: usize) -> Vec<&'a str> {
    match limit {
        _ if delimiter.is_empty() => vec![value],
        0 => value.split(delimiter).collect(),
        limit => value.splitn(limit, delimiter).collect(),
    }
}
