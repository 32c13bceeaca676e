//! The time axis: where a time is drawn, which times are written below, on which grid one drags.

use crate::trace::Seconds;

/// A proportional axis from 0 to `end`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    end: Seconds,
    /// How wide the axis is drawn.
    pixels: f64,
}

impl Scale {
    /// An axis for a run that ends at `end`; one that takes no time gets a second to be seen in.
    pub fn new(end: Seconds, pixels: f64) -> Self {
        let end = if end > 0.0 && end.is_finite() { end } else { 1.0 };
        Self { end, pixels: pixels.max(1.0) }
    }

    /// The last time on the axis.
    pub fn end(&self) -> Seconds {
        self.end
    }

    /// The place of a time, in percent of the axis; past its end, more than 100.
    pub fn percent(&self, time: Seconds) -> f64 {
        time / self.end * 100.0
    }

    /// How many pixels a length of time takes.
    pub fn pixels(&self, length: Seconds) -> f64 {
        length / self.end * self.pixels
    }

    /// How long so many pixels are.
    pub fn seconds(&self, pixels: f64) -> Seconds {
        pixels / self.pixels * self.end
    }

    /// The times to write below the axis: round ones, with room for their texts.
    pub fn ticks(&self) -> Vec<Seconds> {
        let step = round_up(self.seconds(ROOM_FOR_TEXT));
        let count = (self.end / step + 1e-9).floor() as usize;
        (0..=count).map(|place| place as f64 * step).collect()
    }

    /// The grid on which a dragged end snaps: round, and fine enough to feel free.
    pub fn grid(&self) -> Seconds {
        round_up(self.seconds(PIXELS_A_NOTCH)).clamp(0.001, 1e6)
    }
}

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
        assert_eq!(Scale::new(3.0, 600.0).ticks(), [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0]);
        assert_eq!(Scale::new(3.0, 200.0).ticks(), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(Scale::new(0.25, 300.0).ticks(), [0.0, 0.1, 0.2]);
        assert_eq!(Scale::new(7200.0, 300.0).ticks(), [0.0, 2000.0, 4000.0, 6000.0]);
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
