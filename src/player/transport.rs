//! The tape deck: where one stands in the run, whether it plays, and how fast.

/// Virtual seconds a wall second, at the least.
pub const SLOWEST: f64 = 0.1;
/// Virtual seconds a wall second, at the most.
pub const FASTEST: f64 = 10.0;

/// The speeds on offer, in virtual seconds a wall second.
pub const SPEEDS: [f64; 7] = [0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0];

/// A position among the steps `0..=last` of a run, and what moves it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transport {
    step: usize,
    last: usize,
    playing: bool,
    speed: f64,
}

impl Default for Transport {
    fn default() -> Self {
        Self { step: 0, last: 0, playing: false, speed: 1.0 }
    }
}

impl Transport {
    /// The step that has just ended; 0 is before anything.
    pub fn step(&self) -> usize {
        self.step
    }

    /// The number of the run's last step, as far as it is known.
    pub fn last(&self) -> usize {
        self.last
    }

    /// Whether a live run moves it.
    pub fn is_playing(&self) -> bool {
        self.playing
    }

    /// Virtual seconds a wall second.
    pub fn speed(&self) -> f64 {
        self.speed
    }

    /// Whether the run is over at this position.
    pub fn at_end(&self) -> bool {
        self.step == self.last
    }

    /// Play from here, or from the start if the run is over.
    pub fn play(&mut self) {
        if self.at_end() {
            self.step = 0;
        }
        self.playing = true;
    }

    /// Go on playing just where it was paused.
    pub fn resume(&mut self) {
        self.playing = true;
    }

    /// Stay where it is.
    pub fn pause(&mut self) {
        self.playing = false;
    }

    /// Stand at a step, without playing.
    pub fn seek(&mut self, step: usize) {
        self.playing = false;
        self.step = step.min(self.last);
    }

    /// One step on.
    pub fn forward(&mut self) {
        self.seek(self.step.saturating_add(1));
    }

    /// One step back.
    pub fn back(&mut self) {
        self.seek(self.step.saturating_sub(1));
    }

    /// To the very beginning.
    pub fn reset(&mut self) {
        self.seek(0);
    }

    /// To the end of the run.
    pub fn end(&mut self) {
        self.seek(self.last);
    }

    /// Choose a speed; what is out of bounds, or no number, is brought within them.
    pub fn set_speed(&mut self, speed: f64) {
        self.speed = if speed.is_nan() { 1.0 } else { speed.clamp(SLOWEST, FASTEST) };
    }

    /// The next of the speeds on offer.
    pub fn faster(&mut self) {
        let next = SPEEDS.into_iter().find(|&speed| speed > self.speed);
        self.speed = next.unwrap_or(FASTEST);
    }

    /// The one before.
    pub fn slower(&mut self) {
        let before = SPEEDS.into_iter().rev().find(|&speed| speed < self.speed);
        self.speed = before.unwrap_or(SLOWEST);
    }

    /// A live run has got as far as `step`.
    pub fn reached(&mut self, step: usize) {
        self.step = step;
        self.last = self.last.max(step);
    }

    /// The run that plays is going to be so long.
    pub fn expect(&mut self, last: usize) {
        self.last = last.max(self.step);
    }

    /// There is another run now. Who stood at the end stands at its end; who stood within stays.
    pub fn load(&mut self, last: usize) {
        let step = if self.at_end() { last } else { self.step.min(last) };
        *self = Self { step, last, playing: false, speed: self.speed };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(step: usize, last: usize) -> Transport {
        let mut transport = Transport::default();
        transport.load(last);
        transport.seek(step);
        transport
    }

    #[test]
    fn a_new_run_is_shown_to_its_end() {
        let mut transport = Transport::default();
        transport.load(9);
        assert_eq!((transport.step(), transport.last(), transport.is_playing()), (9, 9, false));
    }

    #[test]
    fn another_run_keeps_the_place_within() {
        let mut transport = at(4, 9);
        transport.load(6);
        assert_eq!(transport.step(), 4);
        transport.load(2);
        assert_eq!(transport.step(), 2);
    }

    #[test]
    fn playing_at_the_end_starts_over_and_elsewhere_goes_on() {
        let mut transport = at(9, 9);
        transport.play();
        assert_eq!((transport.step(), transport.is_playing()), (0, true));
        let mut transport = at(3, 9);
        transport.play();
        assert_eq!(transport.step(), 3);
    }

    #[test]
    fn stepping_stays_within_and_pauses() {
        let mut transport = at(8, 9);
        transport.play();
        transport.forward();
        assert_eq!((transport.step(), transport.is_playing()), (9, false));
        transport.forward();
        assert_eq!(transport.step(), 9);
        transport.reset();
        transport.back();
        assert_eq!(transport.step(), 0);
        transport.end();
        assert_eq!(transport.step(), 9);
        transport.seek(usize::MAX);
        assert_eq!(transport.step(), 9);
    }

    #[test]
    fn a_live_run_moves_it_and_may_be_longer_than_was_known() {
        let mut transport = at(9, 9);
        transport.play();
        transport.reached(12);
        assert_eq!((transport.step(), transport.last(), transport.is_playing()), (12, 12, true));
    }

    #[test]
    fn each_key_gives_the_next_speed() {
        let mut transport = at(0, 3);
        transport.faster();
        assert_eq!(transport.speed(), 2.0);
        (0..9).for_each(|_| transport.faster());
        assert_eq!(transport.speed(), FASTEST);
        (0..9).for_each(|_| transport.slower());
        assert_eq!(transport.speed(), SLOWEST);
    }

    #[test]
    fn speeds_are_kept_within_bounds_and_over_runs() {
        let mut transport = at(0, 3);
        for (asked, given) in [(0.0, SLOWEST), (f64::INFINITY, FASTEST), (f64::NAN, 1.0), (2.5, 2.5)] {
            transport.set_speed(asked);
            assert_eq!(transport.speed(), given);
        }
        transport.load(5);
        assert_eq!(transport.speed(), 2.5);
    }
}
