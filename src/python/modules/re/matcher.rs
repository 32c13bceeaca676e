//! Runs a program over a text by backtracking: the first way to match wins, as in CPython's `_sre`.
//!
//! There is no recursion but for lookarounds and atomic groups, whose nesting the parser limits. What can
//! still be tried is on a stack, with the old values of the slots that were changed since, so that going
//! back undoes them. Each step costs an instruction of the run's budget: a pattern that would
//! go on for ever spends it.

use super::characters::{Alphabet, fold, is_word};
use super::node::{At, Greed, MAX_REPEAT};
use super::program::{Op, Program};
use super::subject::Subject;
use crate::python::objects::PyResult;
use crate::python::vm::Vm;

/// A slot that has no place.
pub const NONE: usize = usize::MAX;

/// What a search must find.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// From the first place that matches.
    Search,
    /// From here.
    Match,
    /// From here to the end.
    FullMatch,
}

/// What there is to do after a failure.
enum Back {
    /// Go on there.
    Branch { op: usize, place: usize },
    /// Undo a change.
    Restore { slot: usize, value: usize },
    /// A greedy item gives one character back.
    Fewer { op: usize, low: usize, high: usize },
    /// A lazy item takes one more.
    More { op: usize, place: usize, left: u32 },
    /// A lazy loop goes round once more.
    Again { op: usize, place: usize },
}

pub struct Matcher<'a> {
    vm: &'a Vm,
    program: &'a Program,
    text: &'a Subject,
    end: usize,
    /// Two places a group, then what [`Program`] says.
    pub slots: Vec<usize>,
    stack: Vec<Back>,
    full: bool,
    /// An empty match here does not count.
    not_empty_at: usize,
    steps: u32,
}

impl<'a> Matcher<'a> {
    /// A matcher for the text up to `end`.
    pub fn new(vm: &'a Vm, program: &'a Program, text: &'a Subject, end: usize) -> Self {
        Self {
            vm,
            program,
            text,
            end,
            slots: vec![NONE; program.slots],
            stack: Vec::new(),
            full: false,
            not_empty_at: NONE,
            steps: 0,
        }
    }

    /// Whether the pattern matches from `start` on. `advance`: not with nothing at that very place.
    ///
    /// # Errors
    /// When the budget is spent.
    pub fn find(&mut self, start: usize, mode: Mode, advance: bool) -> PyResult<bool> {
        self.full = mode == Mode::FullMatch;
        self.not_empty_at = if advance { start } else { NONE };
        for start in start..=self.end {
            self.slots.fill(NONE);
            self.stack.clear();
            if let Some(end) = self.run(0, start)? {
                self.slots[0] = start;
                self.slots[1] = end;
                return Ok(true);
            }
            if mode != Mode::Search {
                break;
            }
        }
        Ok(false)
    }

    /// One of a match's steps, which cannot be paused.
    fn count(&mut self) -> PyResult<()> {
        /// What a page can wait for.
        const MOST: u32 = 2_000_000;
        self.steps += 1;
        if self.steps > MOST {
            return Err(self.vm.spend("steps for one regular expression"));
        }
        self.vm.tick()
    }

    /// Run from an instruction on to the end of what it begins; where that is.
    fn run(&mut self, op: usize, place: usize) -> PyResult<Option<usize>> {
        let base = self.stack.len();
        let start = place;
        let (mut op, mut place) = (op, place);
        loop {
            self.count()?;
            let next = match &self.program.ops[op] {
                Op::Accept => return Ok(Some(place)),
                Op::Done => {
                    let refused =
                        (self.full && place != self.end) || (place == start && place == self.not_empty_at);
                    if !refused {
                        return Ok(Some(place));
                    }
                    None
                }
                _ => self.step(op, place)?,
            };
            match next.or_else(|| self.go_back(base)) {
                Some(next) => (op, place) = next,
                None => return Ok(None),
            }
        }
    }

    /// One instruction: the next one and the place then; None where it does not match.
    fn step(&mut self, op: usize, place: usize) -> PyResult<Option<(usize, usize)>> {
        let program = self.program;
        Ok(match &program.ops[op] {
            Op::One(item) => {
                let matches = place < self.end && item.takes(self.text.at(place));
                matches.then_some((op + 1, place + 1))
            }
            Op::Many { min, max, greed, .. } => self.many(op, place, *min, *max, *greed)?,
            Op::At(at) => self.is_at(*at, place).then_some((op + 1, place)),
            Op::Save(slot) => {
                self.set(*slot, place)?;
                if slot % 2 == 1 {
                    self.set(program.last_group, slot / 2)?;
                }
                Some((op + 1, place))
            }
            Op::Split(other) => {
                self.push(Back::Branch { op: *other, place })?;
                Some((op + 1, place))
            }
            Op::SplitLazy(other) => {
                self.push(Back::Branch { op: op + 1, place })?;
                Some((*other, place))
            }
            Op::Jump(next) => Some((*next, place)),
            Op::Ref(group, fold) => self.same_again(*group, *fold, place)?.map(|place| (op + 1, place)),
            Op::Unless { group, else_ } => {
                let is_set = self.slots[group * 2 + 1] != NONE;
                Some((if is_set { op + 1 } else { *else_ }, place))
            }
            Op::Enter(slot) => {
                self.set(*slot, 0)?;
                self.set(slot + 1, NONE)?;
                Some((op + 1, place))
            }
            Op::Until { slot, min, max, lazy, body } => {
                let (count, last) = (self.slots[*slot], self.slots[slot + 1]);
                let may_repeat = (*max == MAX_REPEAT || count < *max as usize) && place != last;
                if count < *min as usize {
                    self.set(*slot, count + 1)?;
                    Some((*body, place))
                } else if *lazy {
                    if may_repeat {
                        self.push(Back::Again { op, place })?;
                    }
                    Some((op + 1, place))
                } else if may_repeat {
                    self.push(Back::Branch { op: op + 1, place })?;
                    self.next_round(*slot, place)?;
                    Some((*body, place))
                } else {
                    Some((op + 1, place))
                }
            }
            Op::Look { back, negative, after } => {
                let base = self.stack.len();
                let found = match place.checked_sub(*back) {
                    Some(start) => self.run(op + 1, start)?.is_some(),
                    None => false,
                };
                match negative {
                    true => self.undo_to(base),
                    false => self.commit(base),
                }
                (found != *negative).then_some((*after, place))
            }
            Op::Atomic { after } => {
                let base = self.stack.len();
                let end = self.run(op + 1, place)?;
                self.commit(base);
                end.map(|end| (*after, end))
            }
            Op::Accept | Op::Done => None,
        })
    }

    fn next_round(&mut self, slot: usize, place: usize) -> PyResult<()> {
        let count = self.slots[slot];
        self.set(slot, count.saturating_add(1))?;
        self.set(slot + 1, place)
    }

    fn many(
        &mut self,
        op: usize,
        place: usize,
        min: u32,
        max: u32,
        greed: Greed,
    ) -> PyResult<Option<(usize, usize)>> {
        let wanted = if greed == Greed::Lazy { min } else { max };
        let limit = self.end.min(place.saturating_add(wanted as usize));
        let mut last = place;
        while last < limit && self.takes(op, last) {
            self.vm.tick()?;
            last += 1;
        }
        let low = place.saturating_add(min as usize);
        if last < low {
            return Ok(None);
        }
        match greed {
            Greed::Greedy if last > low => self.push(Back::Fewer { op: op + 1, low, high: last })?,
            Greed::Lazy if max > min => self.push(Back::More { op, place: last, left: max - min })?,
            _ => {}
        }
        Ok(Some((op + 1, last)))
    }

    fn takes(&self, op: usize, place: usize) -> bool {
        match &self.program.ops[op] {
            Op::Many { item, .. } => item.takes(self.text.at(place)),
            _ => false,
        }
    }

    /// The way that was put off last, above that height of the stack.
    fn go_back(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.stack.len() > base {
            match self.stack.pop()? {
                Back::Restore { slot, value } => self.slots[slot] = value,
                Back::Branch { op, place } => return Some((op, place)),
                Back::Fewer { op, low, high } => {
                    let place = high - 1;
                    if place > low {
                        self.stack.push(Back::Fewer { op, low, high: place });
                    }
                    return Some((op, place));
                }
                Back::More { op, place, left } => {
                    if place < self.end && self.takes(op, place) {
                        if left > 1 {
                            self.stack.push(Back::More { op, place: place + 1, left: left - 1 });
                        }
                        return Some((op + 1, place + 1));
                    }
                }
                Back::Again { op, place } => {
                    if let Op::Until { slot, body, .. } = self.program.ops[op] {
                        // There is room: what was here before has been taken off.
                        self.next_round(slot, place).ok()?;
                        return Some((body, place));
                    }
                }
            }
        }
        None
    }

    /// Forget what was put off above that height, and what was changed since.
    fn undo_to(&mut self, base: usize) {
        while self.stack.len() > base {
            if let Some(Back::Restore { slot, value }) = self.stack.pop() {
                self.slots[slot] = value;
            }
        }
    }

    /// Forget what was put off above that height; changes stay, and can be undone.
    fn commit(&mut self, base: usize) {
        let tail = self.stack.split_off(base);
        self.stack.extend(tail.into_iter().filter(|back| matches!(back, Back::Restore { .. })));
    }

    fn set(&mut self, slot: usize, value: usize) -> PyResult<()> {
        let old = std::mem::replace(&mut self.slots[slot], value);
        self.push(Back::Restore { slot, value: old })
    }

    fn push(&mut self, back: Back) -> PyResult<()> {
        if self.stack.len() == self.stack.capacity() {
            self.vm.check_size(self.stack.len() * 2 * size_of::<Back>())?;
        }
        self.stack.push(back);
        Ok(())
    }

    /// `\1`: where the same text ends; None where something else stands here.
    fn same_again(&self, group: usize, folded: Option<Alphabet>, place: usize) -> PyResult<Option<usize>> {
        let (start, end) = (self.slots[group * 2], self.slots[group * 2 + 1]);
        if start == NONE || end == NONE || end < start || end - start > self.end - place {
            return Ok(None);
        }
        for offset in 0..end - start {
            self.vm.tick()?;
            let (one, other) = (self.text.at(start + offset), self.text.at(place + offset));
            let same = match folded {
                None => one == other,
                Some(alphabet) => fold(one, alphabet) == fold(other, alphabet),
            };
            if !same {
                return Ok(None);
            }
        }
        Ok(Some(place + end - start))
    }

    fn is_at(&self, at: At, place: usize) -> bool {
        let newline_at = |place: usize| self.text.at(place) == 10;
        match at {
            At::Start => place == 0,
            At::LineStart => place == 0 || newline_at(place - 1),
            At::End => place == self.end || (place + 1 == self.end && newline_at(place)),
            At::LineEnd => place == self.end || newline_at(place),
            At::VeryEnd => place == self.end,
            At::Boundary(alphabet) => self.end > 0 && self.is_boundary(place, alphabet),
            At::NotBoundary(alphabet) => self.end > 0 && !self.is_boundary(place, alphabet),
        }
    }

    fn is_boundary(&self, place: usize, alphabet: Alphabet) -> bool {
        let word = |place: usize| is_word(self.text.at(place), alphabet);
        (place > 0 && word(place - 1)) != (place < self.end && word(place))
    }
}
