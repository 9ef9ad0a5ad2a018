//! Which inputs are tried.
//!
//! Those of the tests come first. Then comes the whole grid of the parameters' values, or, if that is too large, each value
//! by itself and inputs from all over the grid. The same rules always get the same inputs.

use super::space::{Input, Space};
use std::collections::BTreeSet;

/// The most inputs.
const INPUTS: usize = 10_000;

/// The most values in all inputs together.
const CELLS: usize = 2_000_000;

impl Space<'_> {
    /// The inputs to try, each once.
    pub(super) fn inputs(&self) -> Vec<Input> {
        let most = INPUTS.min(CELLS / self.dimensions.len().max(1));
        let mut chosen = Chosen { most, known: BTreeSet::new(), inputs: Vec::new() };
        for input in self.tests.iter().take(most / 2) {
            chosen.add(input.clone());
        }
        let size = self.dimensions.iter().try_fold(1_usize, |size, dimension| {
            size.checked_mul(usize::try_from(dimension.width).ok()?).filter(|size| *size <= most)
        });
        match size {
            Some(size) => (0..size).for_each(|number| chosen.add(self.nth(number))),
            None => {
                self.each_value(&mut chosen);
                self.sample(&mut chosen);
            }
        }
        chosen.inputs
    }

    /// The input of a number in the grid.
    fn nth(&self, mut number: usize) -> Input {
        let digit = |width: u32| {
            let width = usize::try_from(width).unwrap_or(usize::MAX).max(1);
            let digit = number % width;
            number /= width;
            u32::try_from(digit).unwrap_or_default()
        };
        self.dimensions.iter().map(|dimension| dimension.width).map(digit).collect()
    }

    fn base(&self) -> Input {
        self.dimensions.iter().map(|dimension| dimension.base()).collect()
    }

    /// Each value of each parameter, where the others are as rules need them.
    fn each_value(&self, chosen: &mut Chosen) {
        let base = self.base();
        for (index, dimension) in self.dimensions.iter().enumerate() {
            for number in 0..dimension.width {
                // Half of what is left is for values that meet.
                if chosen.inputs.len() > chosen.most / 2 {
                    return;
                }
                let mut input = base.clone();
                if let Some(place) = input.get_mut(index) {
                    *place = number;
                }
                chosen.add(input);
            }
        }
    }

    /// Inputs from all over the grid. A parameter is as rules need it in about half of them: most that set everything are
    /// refused at once.
    fn sample(&self, chosen: &mut Chosen) {
        let (base, mut spread) = (self.base(), Spread(0));
        for _ in 0..2 * chosen.most {
            let values = self.dimensions.iter().zip(&base).map(|(dimension, base)| match spread.below(2) {
                0 => *base,
                _ => spread.below(dimension.width),
            });
            let input = values.collect();
            chosen.add(input);
        }
    }
}

struct Chosen {
    most: usize,
    known: BTreeSet<Input>,
    inputs: Vec<Input>,
}

impl Chosen {
    fn add(&mut self, input: Input) {
        if self.inputs.len() < self.most && self.known.insert(input.clone()) {
            self.inputs.push(input);
        }
    }
}

/// Numbers without a pattern, the same ones each time: SplitMix64, by Steele, Lea and Flood.
struct Spread(u64);

impl Spread {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(end.max(1))).unwrap_or_default()
    }
}
