//! The partitions, and how a region's is found.
//!
//! The table states the facts of AWS's `partitions.json`, version 1.1. The generator runs endpoint rules, too, to
//! compare two models, and is published alone: so this file stands in both crates, the same to the letter, as a test of the
//! repository sees to. What a `Partition` is, the module above it says.

use super::Partition;

/// How to recognize a partition's regions.
pub(super) struct Regions {
    pub(super) partition: Partition,
    /// What precedes `-<word>-<digits>` in the name of a region.
    prefixes: &'static [&'static str],
    /// The regions known by name.
    names: &'static [&'static str],
}

/// Returns the partition of a region: the one that lists its name, else the one whose names have that shape, else
/// `aws`.
pub(super) fn partition_of(region: &str) -> Option<&'static Partition> {
    PARTITIONS
        .iter()
        .find(|regions| regions.names.contains(&region))
        .or_else(|| PARTITIONS.iter().find(|regions| regions.has_shape_of(region)))
        .or_else(|| PARTITIONS.iter().find(|regions| regions.partition.name == "aws"))
        .map(|regions| &regions.partition)
}

impl Regions {
    /// Whether a name is one of the prefixes followed by `-\w+-\d+`, as in `partitions.json`'s `regionRegex`.
    fn has_shape_of(&self, region: &str) -> bool {
        self.prefixes.iter().any(|prefix| {
            region
                .strip_prefix(prefix)
                .and_then(|rest| rest.strip_prefix('-'))
                .and_then(|rest| rest.split_once('-'))
                .is_some_and(|(word, number)| is_word(word) && is_number(number))
        })
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Every partition.
pub(super) static PARTITIONS: &[Regions] = &[
    Regions {
        partition: Partition {
            name: "aws",
            dns_suffix: "amazonaws.com",
            dual_stack_dns_suffix: "api.aws",
            supports_fips: true,
            supports_dual_stack: true,
            implicit_global_region: "us-east-1",
        },
        prefixes: &["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
        names: &[
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-south-2",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "aws-global",
            "ca-central-1",
            "ca-west-1",
            "eu-central-1",
            "eu-central-2",
            "eu-north-1",
            "eu-south-1",
            "eu-south-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "me-west-1",
            "mx-central-1",
            "sa-east-1",
            "sa-west-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
        ],
    },
    Regions {
        partition: Partition {
            name: "aws-cn",
            dns_suffix: "amazonaws.com.cn",
            dual_stack_dns_suffix: "api.amazonwebservices.com.cn",
            supports_fips: true,
            supports_dual_stack: true,
            implicit_global_region: "cn-northwest-1",
        },
        prefixes: &["cn"],
        names: &["aws-cn-global", "cn-north-1", "cn-northwest-1"],
    },
    Regions {
        partition: Partition {
            name: "aws-eusc",
            dns_suffix: "amazonaws.eu",
            dual_stack_dns_suffix: "api.amazonwebservices.eu",
            supports_fips: true,
            supports_dual_stack: true,
            implicit_global_region: "eusc-de-east-1",
        },
        prefixes: &["eusc-de"],
        names: &["eusc-de-east-1"],
    },
    Regions {
        partition: Partition {
            name: "aws-iso",
            dns_suffix: "c2s.ic.gov",
            dual_stack_dns_suffix: "api.aws.ic.gov",
            supports_fips: true,
            supports_dual_stack: true,
            implicit_global_region: "us-iso-east-1",
        },
        prefixes: &["us-iso"],
        names: &["aws-iso-global", "us-iso-east-1", "us-iso-west-1"],
    },
    Regions {
        partition: Partition {
            name: "aws-iso-b",
            dns_suffix: "sc2s.sgov.gov",
            dual_stack_dns_suffix: "api.aws.scloud",
            supports_fips: true,
            supports_dual_stack: true,
            implicit_global_region: "us-isob-east-1",
        },
        prefixes: &["us-isob"],
        names: &["aws-iso-b-global", "us-isob-east-1", "us-isob-west-1"],
    },
    Regions {
        partition: Partition {
            name: "aws-iso-e",
            dns_suffix: "cloud.adc-e.uk",
            dual_stack_dns_suffix: "api.cloud-aws.adc-e.uk",
            supports_fips: true,
            supports_dual_stack: true,
            implicit_global_region: "eu-isoe-west-1",
        },
        prefixes: &["eu-isoe"],
        names: &["aws-iso-e-global", "eu-isoe-west-1"],
    },
    Regions {
        partition: Partition {
            name: "aws-iso-f",
            dns_suffix: "csp.hci.ic.gov",
            dual_stack_dns_suffix: "api.aws.hci.ic.gov",
            supports_fips: true,
            supports_dual_stack: true,
            implicit_global_region: "us-isof-south-1",
        },
        prefixes: &["us-isof"],
        names: &["aws-iso-f-global", "us-isof-east-1", "us-isof-south-1"],
    },
    Regions {
        partition: Partition {
            name: "aws-us-gov",
            dns_suffix: "amazonaws.com",
            dual_stack_dns_suffix: "api.aws",
            supports_fips: true,
            supports_dual_stack: true,
            implicit_global_region: "us-gov-west-1",
        },
        prefixes: &["us-gov"],
        names: &["aws-us-gov-global", "us-gov-east-1", "us-gov-west-1"],
    },
];
