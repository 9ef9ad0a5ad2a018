//! Figures that were measured several times.

/// What was measured, in the order of the runs; at least once.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Samples(Vec<f64>);

impl Samples {
    /// None of nothing.
    pub(super) fn of(measured: Vec<f64>) -> Option<Self> {
        (!measured.is_empty()).then_some(Samples(measured))
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }

    /// The one in the middle, or what is between the two there.
    pub(super) fn median(&self) -> f64 {
        let sorted = self.sorted();
        let (low, high) = (sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2]);
        low.midpoint(high)
    }

    /// The least and the most, where they differ.
    pub(super) fn spread(&self) -> Option<(f64, f64)> {
        let sorted = self.sorted();
        let (least, most) = (sorted[0], sorted[sorted.len() - 1]);
        (least < most).then_some((least, most))
    }

    /// How often this is as much as `other`, run by run: what disturbs a run disturbs both. None if `other` was nothing.
    pub(super) fn ratio(&self, other: &Samples) -> Option<Samples> {
        let pairs = self.0.iter().zip(&other.0);
        let ratios: Vec<f64> = pairs.filter(|(_, theirs)| **theirs > 0.0).map(|(ours, theirs)| ours / theirs).collect();
        Samples::of(ratios)
    }
}

#[cfg(test)]
mod tests {
    use super::Samples;

    fn samples(measured: &[f64]) -> Samples {
        Samples::of(measured.to_vec()).expect("something was measured")
    }

    #[test]
    fn the_median_is_in_the_middle() {
        for (measured, median) in [(&[3.0][..], 3.0), (&[9.0, 1.0, 2.0], 2.0), (&[4.0, 1.0, 2.0, 100.0], 3.0)] {
            assert_eq!(samples(measured).median(), median, "{measured:?}");
        }
        assert_eq!(Samples::of(Vec::new()), None);
    }

    #[test]
    fn a_spread_is_from_the_least_to_the_most() {
        assert_eq!(samples(&[2.0, 9.0, 1.0]).spread(), Some((1.0, 9.0)));
        assert_eq!(samples(&[2.0, 2.0]).spread(), None);
    }

    #[test]
    fn ratios_are_of_the_same_run() {
        let ratio = samples(&[1.0, 20.0, 3.0]).ratio(&samples(&[2.0, 40.0, 4.0])).expect("there are runs");
        assert_eq!((ratio.median(), ratio.spread()), (0.5, Some((0.5, 0.75))));
        assert_eq!(samples(&[1.0]).ratio(&samples(&[0.0])), None);
    }
}
