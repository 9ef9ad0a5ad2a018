//! Failures on purpose.

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is answered.
    None,
    /// It is answered with status 503, and nothing is done.
    Unavailable,
    /// It is told that there were too many, and nothing is done.
    Throttled,
    /// Its connection ends, and nothing is done.
    Reset,
    /// It is done, and its connection ends all the same.
    Lost,
}

impl Fault {
    pub(crate) fn loses_answer(self) -> bool {
        matches!(self, Self::Reset | Self::Lost)
    }
}

/// Decides which requests fail.
#[derive(Debug)]
pub(crate) struct Faults {
    rate: f64,
}

impl Faults {
    pub(crate) fn new(rate: f64) -> Self {
        Self { rate }
    }

    /// What happens to the next request. Only one that may be done twice is done before its connection ends.
    pub(crate) fn next(&self, may_be_done_twice: impl FnOnce() -> bool) -> Fault {
        if self.rate <= 0.0 || fastrand::f64() >= self.rate {
            return Fault::None;
        }
        match fastrand::u8(..4) {
            0 => Fault::Unavailable,
            1 => Fault::Throttled,
            2 => Fault::Reset,
            _ if may_be_done_twice() => Fault::Lost,
            _ => Fault::Reset,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_be_done_twice_is_not_done_before_it_fails() {
        let (never, always) = (Faults::new(0.0), Faults::new(1.0));
        assert!((0..100).all(|_| never.next(|| true) == Fault::None));
        let refuses = |fault| matches!(fault, Fault::Unavailable | Fault::Throttled | Fault::Reset);
        assert!((0..100).all(|_| refuses(always.next(|| false))));
        assert!((0..1000).any(|_| always.next(|| true) == Fault::Lost));
    }
}
