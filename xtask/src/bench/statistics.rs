//! What is reported of a handful of rounds.

/// The middle and the range of some values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The median.
    pub median: f64,
    /// The lowest value.
    pub lowest: f64,
    /// The highest value.
    pub highest: f64,
}

impl Spread {
    /// The spread of some values; of none when there are none.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (lowest, highest) = (*sorted.first()?, *sorted.last()?);
        let middle = sorted.len() / 2;
        let median = if sorted.len().is_multiple_of(2) {
            f64::midpoint(sorted[middle - 1], sorted[middle])
        } else {
            sorted[middle]
        };
        Some(Self {
            median,
            lowest,
            highest,
        })
    }
}

/// The ratio of each round. Rounds are compared with themselves only, since the machine may be slower
/// in the next one.
pub fn ratios(of: &[f64], to: &[f64]) -> Vec<f64> {
    of.iter().zip(to).map(|(of, to)| of / to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_between_the_two_in_the_middle() {
        assert_eq!(Spread::of(&[]), None);
        let odd = Spread::of(&[3.0, 1.0, 9.0]).unwrap();
        assert_eq!((odd.median, odd.lowest, odd.highest), (3.0, 1.0, 9.0));
        let even = Spread::of(&[4.0, 1.0, 2.0, 9.0]).unwrap();
        assert!((even.median - 3.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_slow_round_is_slow_for_both() {
        let spread = Spread::of(&ratios(&[50.0, 5.0, 52.0], &[100.0, 10.0, 100.0])).unwrap();
        assert!((spread.median - 0.5).abs() < 1e-9);
        assert!((spread.highest - 0.52).abs() < 1e-9);
    }
}
