//! The axis below the timeline: where a place is drawn, which are written below, on which grid one drags.

use crate::trace::{Axis, Seconds};

/// An axis from 0 to `end`, in seconds, or in columns of steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    axis: Axis,
    end: f64,
    /// How wide the whole axis is drawn.
    pixels: f64,
}

impl Scale {
    /// A time axis for a run that ends at `end`; one that takes no time gets a second to be seen in.
    pub fn new(end: Seconds, pixels: f64) -> Self {
        Self::of(Axis::Time, end, pixels)
    }

    /// An axis that ends at `end`, in its own units.
    pub fn of(axis: Axis, end: f64, pixels: f64) -> Self {
        let end = if end > 0.0 && end.is_finite() { end } else { 1.0 };
        Self { axis, end, pixels: pixels.max(1.0) }
    }

    /// What it measures.
    pub fn axis(&self) -> Axis {
        self.axis
    }

    /// The last place on the axis.
    pub fn end(&self) -> f64 {
        self.end
    }

    /// The place of a time, or of a column's edge, in percent of the axis; past its end, more than 100.
    pub fn percent(&self, place: f64) -> f64 {
        place / self.end * 100.0
    }

    /// How many pixels a length takes.
    pub fn pixels(&self, length: f64) -> f64 {
        length / self.end * self.pixels
    }

    /// How long so many pixels are: in seconds, or in columns.
    pub fn seconds(&self, pixels: f64) -> f64 {
        pixels / self.pixels * self.end
    }

    /// The places to write below the axis within `sight`: round times, with room for their texts, or the numbers of steps.
    pub fn ticks(&self, sight: (f64, f64)) -> Vec<f64> {
        let step = match self.axis {
            Axis::Time => round_up(self.seconds(ROOM_FOR_TEXT)),
            Axis::Steps => round_up(self.seconds(ROOM_FOR_NUMBER).max(1.0)),
        };
        let from = (sight.0 / step - 1e-9).ceil().max(0.0) as usize;
        let to = (sight.1.min(self.end) / step + 1e-9).floor() as usize;
        let first = if self.axis == Axis::Steps { from.max(1) } else { from };
        (first..=to.min(first + MOST)).map(|place| place as f64 * step).collect()
    }

    /// The grid on which a dragged end snaps: round, and fine enough to feel free.
    pub fn grid(&self) -> Seconds {
        round_up(self.seconds(PIXELS_A_NOTCH)).clamp(0.001, 1e6)
    }
}

const ROOM_FOR_NUMBER: f64 = 34.0;
/// More texts than these are never in sight.
const MOST: usize = 1_000;
const ROOM_FOR_TEXT: f64 = 64.0;
const PIXELS_A_NOTCH: f64 = 12.0;

/// The smallest of 1, 2, 5, 10, 20, 50, … (and of their tenths, hundredths, …) not below `value`.
fn round_up(value: Seconds) -> Seconds {
    let power = value.log10().floor() as i32;
    let round = |digit: f64| if power < 0 { digit / 10f64.powi(-power) } else { digit * 10f64.powi(power) };
    [1.0, 2.0, 5.0]
        .map(round)
        .into_iter()
        .find(|&round| round >= value * (1.0 - 1e-9))
        .unwrap_or_else(|| round(10.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_have_room() {
        assert_eq!(Scale::new(3.0, 600.0).ticks((0.0, 3.0)), [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0]);
        assert_eq!(Scale::new(3.0, 200.0).ticks((0.0, 3.0)), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(Scale::new(0.25, 300.0).ticks((0.0, 1.0)), [0.0, 0.1, 0.2]);
        assert_eq!(Scale::new(7200.0, 300.0).ticks((0.0, 7200.0)), [0.0, 2000.0, 4000.0, 6000.0]);
    }

    #[test]
    fn only_what_is_in_sight_is_written() {
        assert_eq!(Scale::new(1000.0, 1e5).ticks((10.0, 12.2)), [10.0, 11.0, 12.0]);
        assert_eq!(Scale::of(Axis::Steps, 6.0, 240.0).ticks((0.0, 6.0)), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert_eq!(Scale::of(Axis::Steps, 60.0, 600.0).ticks((12.0, 31.0)), [15.0, 20.0, 25.0, 30.0]);
    }

    #[test]
    fn one_drags_in_tenths_on_a_run_of_some_seconds() {
        assert_eq!(Scale::new(3.0, 600.0).grid(), 0.1);
        assert_eq!(Scale::new(1.0, 600.0).grid(), 0.02);
        assert_eq!(Scale::new(10.0, 600.0).grid(), 0.2);
        assert_eq!(Scale::new(1e-9, 600.0).grid(), 0.001);
    }

    #[test]
    fn an_empty_run_has_an_axis_too() {
        for end in [0.0, f64::INFINITY, f64::NAN, -1.0] {
            assert_eq!(Scale::new(end, 0.0).end(), 1.0);
        }
    }

    #[test]
    fn places_and_lengths_agree() {
        let scale = Scale::new(4.0, 800.0);
        assert_eq!((scale.percent(1.0), scale.pixels(1.0), scale.seconds(200.0)), (25.0, 200.0, 1.0));
    }
}
