//! How virtual time follows the wall's, at a speed that may change on the way.

use crate::trace::Seconds;

/// A line through one known point, or a halt at it. Wall times are milliseconds of whatever clock
/// the caller reads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// The virtual time at `since`, or at the halt.
    at: Seconds,
    /// The wall's time at which virtual time was `at`; none while it stands still.
    since: Option<f64>,
    speed: f64,
}

impl Pace {
    /// Standing still at `at`.
    pub fn new(at: Seconds, speed: f64) -> Self {
        Self { at, since: None, speed }
    }

    /// The virtual time now.
    pub fn now(&self, wall: f64) -> Seconds {
        self.at + self.since.map_or(0.0, |since| (wall - since).max(0.0) / 1000.0 * self.speed)
    }

    /// Wall milliseconds until virtual time is `when`; none while it stands still.
    pub fn until(&self, when: Seconds, wall: f64) -> Option<f64> {
        self.since.map(|_| ((when - self.now(wall)) * 1000.0 / self.speed).max(0.0))
    }

    /// Whether virtual time stands still.
    pub fn is_still(&self) -> bool {
        self.since.is_none()
    }

    /// Let it run from now on.
    pub fn start(&mut self, wall: f64) {
        self.anchor(self.now(wall), Some(wall));
    }

    /// Let it stand still from now on, at `at`.
    pub fn stop(&mut self, at: Seconds) {
        self.anchor(at, None);
    }

    /// Go on from `at`, whatever the wall says: after the page has slept, or computed for long.
    pub fn move_to(&mut self, at: Seconds, wall: f64) {
        self.anchor(at, self.since.map(|_| wall));
    }

    /// Change the speed from now on: virtual seconds a wall second.
    pub fn set_speed(&mut self, speed: f64, wall: f64) {
        self.move_to(self.now(wall), wall);
        self.speed = speed;
    }

    fn anchor(&mut self, at: Seconds, since: Option<f64>) {
        self.at = at;
        self.since = since;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stands_still_until_it_is_started() {
        let mut pace = Pace::new(2.0, 1.0);
        assert_eq!((pace.now(500.0), pace.until(3.0, 500.0)), (2.0, None));
        pace.start(1000.0);
        assert_eq!((pace.now(1500.0), pace.until(3.0, 1500.0)), (2.5, Some(500.0)));
    }

    #[test]
    fn a_new_speed_counts_from_now() {
        let mut pace = Pace::new(0.0, 1.0);
        pace.start(0.0);
        pace.set_speed(10.0, 1000.0);
        assert_eq!((pace.now(1000.0), pace.now(1100.0)), (1.0, 2.0));
        assert_eq!(pace.until(11.0, 1000.0), Some(1000.0));
    }

    #[test]
    fn what_is_past_needs_no_waiting() {
        let mut pace = Pace::new(0.0, 0.5);
        pace.start(0.0);
        assert_eq!(pace.until(1.0, 9000.0), Some(0.0));
    }

    #[test]
    fn stopping_and_starting_again_loses_no_time() {
        let mut pace = Pace::new(0.0, 1.0);
        pace.start(0.0);
        pace.stop(pace.now(700.0));
        pace.start(5000.0);
        assert_eq!(pace.now(5300.0), 1.0);
    }
}
