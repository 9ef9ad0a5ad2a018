//! Where a word of a name begins, as the AWS SDK for Rust sees it. Fields, methods and modules have other words than types and
//! variants: `SizeInMiB` is the field `size_in_mib` and would be the type `SizeInMiB`.

use heck::ToUpperCamelCase;

/// Words that are one, however they are written: `SizeInMiB` is `size_in_mib`.
const WHOLE: [&str; 7] = ["gib", "ipv4", "ipv6", "kib", "mib", "sigv4", "ttl"];

/// The words of a name in lower case, with `_` between them: `ChecksumCRC32C` → `checksum_crc32_c`.
pub(super) fn snake_case(name: &str) -> String {
    let is_lower = !name.chars().any(char::is_uppercase);
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut rest = name.chars();
    while let Some(next) = rest.next() {
        let after = rest.as_str();
        if !next.is_alphanumeric() || begins_word(&word, next, after, is_lower) {
            words.push(std::mem::take(&mut word));
        }
        if next.is_alphanumeric() {
            word.push(next);
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words.join("_").to_lowercase()
}

/// The words of a type's or variant's name, each with a first letter in upper case: `CRC32C` → `Crc32C`, `TLS_1_2` → `Tls12`.
pub(super) fn camel_case(name: &str) -> String {
    let mut words = String::new();
    let mut last = '_';
    for next in name.chars() {
        // A letter in upper case after a digit begins a word, also within an acronym.
        if last.is_ascii_digit() && next.is_uppercase() {
            words.push('_');
        }
        words.push(next);
        last = next;
    }
    words.to_upper_camel_case()
}

/// Whether `next`, which `after` follows, begins another word than the one so far.
fn begins_word(word: &str, next: char, after: &str, is_lower: bool) -> bool {
    let Some(last) = word.chars().next_back() else { return false };
    if ends_acronym(last, next, after) {
        return true;
    }
    // After a letter in lower case or a digit; where nothing is in upper case, after a digit.
    let begins = match next.is_uppercase() {
        true => last.is_lowercase() || last.is_ascii_digit(),
        false => is_lower && last.is_ascii_digit() && next.is_lowercase(),
    };
    begins && !is_within_whole(word, next, after)
}

/// Whether `word` is the beginning of a word that is one, and what follows the rest of it: `MiB`, `IPv4`, but not `IpVersion`.
fn is_within_whole(word: &str, next: char, after: &str) -> bool {
    let begun = word.to_lowercase();
    let longest = WHOLE.iter().map(|whole| whole.len()).max().unwrap_or_default();
    let rest = std::iter::once(next).chain(after.chars()).take(longest).flat_map(char::to_lowercase);
    let text: String = begun.chars().chain(rest).collect();
    WHOLE.iter().any(|whole| *whole != begun && whole.starts_with(&begun) && text.starts_with(whole))
}

/// `DB[P]roxy` and `IAM[U]ser`, but neither the plural `AC[L]s` nor the version `DynamoD[B]v2`.
fn ends_acronym(last: char, next: char, after: &str) -> bool {
    let mut after = after.chars();
    let (Some(first), second) = (after.next(), after.next()) else { return false };
    let is_plural = first == 's' && !second.is_some_and(char::is_lowercase);
    let is_version = first == 'v' && second.is_some_and(|digit| digit.is_ascii_digit());
    last.is_uppercase() && next.is_uppercase() && first.is_lowercase() && !is_plural && !is_version
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_where_the_aws_sdk_for_rust_has_them() {
        for (name, words) in [
            ("NetworkId", "network_id"),
            ("canStart11Call", "can_start11_call"),
            ("ChecksumCRC32C", "checksum_crc32_c"),
            ("ChecksumCRC64NVME", "checksum_crc64_nvme"),
            ("DBProxy", "db_proxy"),
            ("IAMUser", "iam_user"),
            ("ListSAMLProviders", "list_saml_providers"),
            ("EnableVolumeIO", "enable_volume_io"),
            ("PolicyARNs", "policy_arns"),
            ("ACLs", "acls"),
            ("ARNSupport", "arn_support"),
            ("IDsInUse", "ids_in_use"),
            ("DynamoDBv2", "dynamo_dbv2"),
            ("s3key", "s3_key"),
            ("s3Key", "s3_key"),
            ("SSEKMSKeyId", "ssekms_key_id"),
            ("snake_case__twice_", "snake_case_twice"),
            ("", ""),
            ("_", ""),
        ] {
            assert_eq!(snake_case(name), words, "{name}");
        }
    }

    #[test]
    fn types_and_variants_have_words_of_their_own() {
        for (name, words) in [
            ("CRC32C", "Crc32C"),
            ("CRC64NVME", "Crc64Nvme"),
            ("SHA256", "Sha256"),
            ("TLS_1_2", "Tls12"),
            ("a1_2xlarge", "A12xlarge"),
            ("G_1X", "G1X"),
            ("GetOIDCInfo", "GetOidcInfo"),
            ("MemoryGiBPerVCpu", "MemoryGiBPerVCpu"),
            ("EC2SecurityGroup", "Ec2SecurityGroup"),
            ("", ""),
        ] {
            assert_eq!(camel_case(name), words, "{name}");
        }
    }

    #[test]
    fn words_of_which_a_part_is_in_upper_case_are_one() {
        for (name, words) in [
            ("SizeInMiB", "size_in_mib"),
            ("MemoryGiBPerVCpu", "memory_gib_per_v_cpu"),
            ("IPv6Address", "ipv6_address"),
            ("EnableIPv4", "enable_ipv4"),
            ("SigV4Key", "sigv4_key"),
            ("TtL", "ttl"),
            ("InsideIpVersion", "inside_ip_version"),
        ] {
            assert_eq!(snake_case(name), words, "{name}");
        }
    }
}
