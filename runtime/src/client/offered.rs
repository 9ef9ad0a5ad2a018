//! Which schemes of authentication a request may use: what its operation declares, as its endpoint has it.
//!
//! In: the operation's schemes, the preferred first, and the endpoint. Out: the same; but where the endpoint takes SigV4a
//! alone, that stands for SigV4, and where it takes either, it follows SigV4. Services put that into their rules, not into
//! their traits: one bucket's requests are signed for one region, an access point's for all.

use super::Inner;
use crate::declare::Scheme;
use crate::endpoint::Endpoint;
use crate::endpoint::setting::{self, InvalidSetting};

pub(super) fn offered(declared: &[Scheme], endpoint: &Endpoint) -> Vec<Scheme> {
    let takes_either = endpoint.auth_scheme.is_none() && !endpoint.signing_region_set.is_empty();
    let takes_v4a_alone = endpoint.auth_scheme.as_deref() == Some("sigv4a");
    let mut offered = Vec::with_capacity(declared.len() + 1);
    for scheme in declared {
        let schemes = match scheme {
            Scheme::SigV4 if takes_v4a_alone => &[Scheme::SigV4a][..],
            Scheme::SigV4 if takes_either => &[Scheme::SigV4, Scheme::SigV4a],
            other => std::slice::from_ref(other),
        };
        for scheme in schemes {
            if !offered.contains(scheme) {
                offered.push(*scheme);
            }
        }
    }
    offered
}

const REMEDY: &str = "correct it in the config, the environment (AWS_SIGV4A_SIGNING_REGION_SET) or the profile, with commas between regions";

impl Inner {
    /// The regions that a SigV4a signature is valid for: the config's, else the endpoint's, else the one that SigV4 would sign
    /// for.
    pub(super) fn region_set(&self, endpoint: &Endpoint, region: &str) -> Result<String, InvalidSetting> {
        if let Some(set) = self.config.sigv4a_signing_region_set() {
            // As environment variables have it, blanks may stand between regions.
            let regions: Vec<_> = set.as_ref().split(',').map(str::trim).collect();
            setting::check_region_set("`sigv4a_signing_region_set`", regions.iter().copied(), REMEDY)?;
            return Ok(regions.join(","));
        }
        Ok(match (endpoint.signing_region_set.as_slice(), &endpoint.signing_region) {
            ([], Some(region)) => region.clone(),
            ([], None) => region.to_owned(),
            (set, _) => set.join(","),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Scheme::{Bearer, SigV4, SigV4a};

    #[test]
    fn an_endpoint_says_which_of_the_two_signatures_it_takes() {
        let plain = Endpoint::new("https://a").signing_region("r");
        let either = plain.clone().signing_region_set("*");
        let alone = either.clone().auth_scheme("sigv4a");
        for (declared, endpoint, expected) in [
            (&[SigV4][..], &plain, &[SigV4][..]),
            (&[SigV4], &either, &[SigV4, SigV4a]),
            (&[SigV4], &alone, &[SigV4a]),
            (&[SigV4, SigV4a, Bearer], &plain, &[SigV4, SigV4a, Bearer]),
            (&[SigV4, SigV4a, Bearer], &either, &[SigV4, SigV4a, Bearer]),
            (&[SigV4, SigV4a, Bearer], &alone, &[SigV4a, Bearer]),
            (&[Bearer], &alone, &[Bearer]),
        ] {
            assert_eq!(offered(declared, endpoint), expected, "{declared:?} {endpoint:?}");
        }
    }
}
