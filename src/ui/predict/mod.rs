//! Predict: the output is hidden, the reader puts its lines in the order they expect, and then sees
//! where they differed, and why.
//!
//! What was expected is compared with what was printed by the longest part that both have in the
//! same order: so one line too early does not make all after it wrong, and equal lines stand for
//! each other.

#[cfg(target_arch = "wasm32")]
mod compared;
#[cfg(target_arch = "wasm32")]
mod ordering;

use std::rc::Rc;

use super::look::View;
use super::state::{Said, State};
use crate::player::{Picture, Transport};

#[cfg(target_arch = "wasm32")]
pub use self::{compared::Compared, ordering::Ordering};

/// Nobody puts more lines in order than these; of a longer output it is the first.
pub const MOST: usize = 12;

/// How far the reader is with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Prediction {
    /// It is not asked for.
    #[default]
    Off,
    /// It is, as soon as there is a run.
    Asked,
    /// The lines are being put in order, and nothing of the run is shown.
    Ordering(Guess),
    /// They have been, and it is shown how it was.
    Compared(Guess),
    /// That has been seen, or the program is another one now.
    Told,
}

/// What a reader does about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guessing {
    /// The line is put at that place.
    Move { line: usize, to: usize },
    /// Run, and compare.
    Check,
    /// Once more.
    Again,
    /// The output as it is elsewhere.
    Close,
}

/// The lines of an output, and the order in which they are expected.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    printed: Rc<[Rc<str>]>,
    /// How many lines there are in all.
    pub all: usize,
    order: Vec<usize>,
}

impl Prediction {
    /// Whether the run must not be seen yet.
    pub fn hides(&self) -> bool {
        matches!(self, Self::Asked | Self::Ordering(_))
    }

    /// There is a run now.
    fn run(&mut self, picture: &Picture) {
        if matches!(self, Self::Off | Self::Told) {
            return;
        }
        let (printed, all) = lines(picture);
        match self {
            // A live run may go further than the one before it.
            Self::Compared(guess) if printed.starts_with(&guess.printed) => {}
            Self::Compared(_) => *self = Self::Told,
            Self::Ordering(guess) if *guess.printed == *printed && guess.all == all => {}
            _ => *self = Self::Ordering(Guess::new(printed, all)),
        }
    }
}

/// The first lines that were printed, and the number of all.
fn lines(picture: &Picture) -> (Vec<Rc<str>>, usize) {
    let lines = picture.output.lines_until(usize::MAX);
    let trace = picture.trace();
    (lines.iter().take(MOST).map(|line| trace.text(line.text).into()).collect(), lines.len())
}

impl Guess {
    fn new(printed: Vec<Rc<str>>, all: usize) -> Self {
        let order = shuffled(&printed);
        Self { printed: printed.into(), all, order }
    }

    /// The lines in the order that is expected, each with its number.
    pub fn expected(&self) -> impl Iterator<Item = (usize, &Rc<str>)> {
        self.order.iter().filter_map(|&line| Some((line, self.printed.get(line)?)))
    }

    /// The lines as they were printed.
    pub fn printed(&self) -> &[Rc<str>] {
        &self.printed
    }

    /// Whether they could be in another order at all.
    pub fn has_choice(&self) -> bool {
        self.printed.iter().any(|line| Some(line) != self.printed.first())
    }

    /// Put a line at a place; the place where it is then, if that is another.
    fn put(&mut self, line: usize, to: usize) -> Option<usize> {
        let from = self.order.iter().position(|&at| at == line)?;
        let to = to.min(self.order.len().saturating_sub(1));
        if from == to {
            return None;
        }
        let line = self.order.remove(from);
        self.order.insert(to, line);
        Some(to)
    }

    /// For each printed line, where it had been expected, from 0; none where it came in order.
    pub fn misplaced(&self) -> Vec<Option<usize>> {
        let expected: Vec<&Rc<str>> = self.expected().map(|(_, text)| text).collect();
        let pairs = common(&expected, &self.printed);
        let mut left: Vec<usize> =
            (0..expected.len()).filter(|place| pairs.iter().all(|pair| pair.0 != *place)).collect();
        let printed = self.printed.iter().enumerate();
        printed
            .map(|(line, text)| {
                if pairs.iter().any(|pair| pair.1 == line) {
                    return None;
                }
                let same = left.iter().position(|&place| expected.get(place) == Some(&text))?;
                Some(left.remove(same))
            })
            .collect()
    }

    /// How many lines came in the order that was expected.
    pub fn score(&self) -> usize {
        self.misplaced().iter().filter(|place| place.is_none()).count()
    }
}

/// The places, in the one and in the other, of the longest part that both have in the same order.
fn common(one: &[&Rc<str>], other: &[Rc<str>]) -> Vec<(usize, usize)> {
    // The best of what begins at each pair of places.
    let mut best = vec![vec![0_usize; other.len() + 1]; one.len() + 1];
    let at =
        |best: &Vec<Vec<usize>>, i: usize, j: usize| best.get(i).and_then(|row| row.get(j)).map_or(0, |n| *n);
    let same = |i: usize, j: usize| one.get(i).is_some_and(|text| other.get(j) == Some(*text));
    for i in (0..one.len()).rev() {
        for j in (0..other.len()).rev() {
            let length = if same(i, j) {
                at(&best, i + 1, j + 1) + 1
            } else {
                at(&best, i + 1, j).max(at(&best, i, j + 1))
            };
            if let Some(cell) = best.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = length;
            }
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < one.len() && j < other.len() {
        if same(i, j) {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if at(&best, i + 1, j) >= at(&best, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// An order to begin with: the same for the same lines, and not the right one where there are others.
fn shuffled(lines: &[Rc<str>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    let mut chance = lines
        .iter()
        .flat_map(|line| line.bytes())
        .fold(lines.len() as u32, |chance, byte| chance.wrapping_mul(31).wrapping_add(u32::from(byte)));
    for end in (1..lines.len()).rev() {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        order.swap(end, (chance >> 16) as usize % (end + 1));
    }
    for _ in 0..lines.len() {
        let is_right = order.iter().map(|&line| lines.get(line)).eq(lines.iter().map(Some));
        if !is_right {
            break;
        }
        order.rotate_left(1);
    }
    order
}

impl State {
    /// The output is asked for before it is shown, or it is not.
    pub(super) fn ask_for_prediction(&mut self, is_asked: bool) {
        self.prediction = if is_asked { Prediction::Asked } else { Prediction::Off };
        if is_asked {
            self.view = View::Output;
        }
    }

    /// The run of the program has come.
    pub(super) fn predict_run(&mut self, picture: &Picture) {
        self.prediction.run(picture);
    }

    /// Whether it means anything now.
    pub(super) fn may_guess(&self, guessing: Guessing) -> bool {
        match guessing {
            Guessing::Move { .. } | Guessing::Check => matches!(self.prediction, Prediction::Ordering(_)),
            Guessing::Again => matches!(self.prediction, Prediction::Compared(_) | Prediction::Told),
            Guessing::Close => matches!(self.prediction, Prediction::Compared(_)),
        }
    }

    pub(super) fn guess(&mut self, guessing: Guessing) {
        match (guessing, std::mem::take(&mut self.prediction)) {
            (Guessing::Move { line, to }, Prediction::Ordering(mut guess)) => {
                if let Some(place) = guess.put(line, to) {
                    self.said = Some(Said::Place(place + 1, guess.printed.len()));
                }
                self.prediction = Prediction::Ordering(guess);
            }
            (Guessing::Check, Prediction::Ordering(guess)) => {
                self.said = Some(Said::Score(guess.score(), guess.printed.len()));
                self.prediction = Prediction::Compared(guess);
                self.leave_live(Transport::end);
            }
            (Guessing::Again, _) => {
                self.ask_for_prediction(true);
                self.leave_live(Transport::end);
                if let Some(picture) = self.shown().cloned() {
                    self.predict_run(&picture);
                }
            }
            (Guessing::Close, _) => self.prediction = Prediction::Told,
            (_, prediction) => self.prediction = prediction,
        }
    }
}

#[cfg(test)]
mod tests;
