//! An exception with those that led to it and those that it groups.
//!
//! The exceptions may point at each other in any way: each cause and context is told once, and all
//! is collected before anything is written, with a queue instead of recursion (as in CPython's
//! `traceback.TracebackException`). Only groups are written by recursion, ten deep at most.

use hashbrown::HashSet;

use super::Vm;
use super::frames::Frames;
use super::page::Page;
use crate::python::objects::Raised;

/// `max_group_width` and `max_group_depth` of `TracebackException`.
const GROUP_WIDTH: usize = 15;
const GROUP_DEPTH: usize = 10;

/// More exceptions than anybody reads, and few enough to be told in a moment.
const MOST: usize = 10_000;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n";

/// An exception and all that is told with it; they refer to each other by their places here.
pub(super) struct Report {
    accounts: Vec<Account>,
}

struct Account {
    error: Raised,
    /// How many frames it had passed before its own `__str__` ran, which may raise it once more.
    frames: usize,
    /// The line that ends the traceback, and the notes.
    ending: Vec<String>,
    earlier: Option<Earlier>,
    /// The exceptions in a group.
    members: Option<Vec<usize>>,
}

/// The exception that is told before.
#[derive(Clone, Copy)]
struct Earlier {
    place: usize,
    /// What is said between the two.
    link: &'static str,
}

impl Report {
    pub(super) fn of(vm: &Vm, error: &Raised) -> Self {
        let mut report = Self { accounts: Vec::new() };
        let mut seen = HashSet::new();
        let mut queue = vec![report.add(vm, error, &mut seen)];
        while let Some(place) = queue.pop() {
            let error = report.accounts[place].error.clone();
            let earlier = report.earlier(vm, &error, &mut seen);
            let members = vm.group_members(&error).map(|members| {
                let room = MOST.saturating_sub(report.accounts.len());
                members.iter().take(room).map(|member| report.add(vm, member, &mut seen)).collect::<Vec<_>>()
            });
            queue.extend(earlier.map(|earlier| earlier.place));
            queue.extend(members.iter().flatten());
            let account = &mut report.accounts[place];
            account.earlier = earlier;
            account.members = members;
        }
        report
    }

    fn add(&mut self, vm: &Vm, error: &Raised, seen: &mut HashSet<usize>) -> usize {
        seen.extend(error.value().address());
        let frames = error.state().traceback.borrow().len();
        let ending = vm.traceback_ending(error);
        self.accounts.push(Account { error: error.clone(), frames, ending, earlier: None, members: None });
        self.accounts.len() - 1
    }

    /// The cause, or else the context, unless it has been told or is suppressed.
    fn earlier(&mut self, vm: &Vm, error: &Raised, seen: &mut HashSet<usize>) -> Option<Earlier> {
        if self.accounts.len() >= MOST {
            return None;
        }
        let state = error.state();
        let unseen = |error: &Raised| error.value().address().is_some_and(|address| !seen.contains(&address));
        let cause = state.cause.borrow().clone().filter(unseen);
        let context = state.context.borrow().clone().filter(|_| !state.suppress_context.get()).filter(unseen);
        let (error, link) = match (cause, context) {
            (Some(cause), _) => (cause, CAUSE),
            (None, context) => (context?, CONTEXT),
        };
        Some(Earlier { place: self.add(vm, &error, seen), link })
    }

    /// Write all of it.
    pub(super) fn write(&self, page: &mut Page) {
        self.write_chain(0, &mut Frames::default(), page);
    }

    /// One exception, after those that led to it.
    fn write_chain(&self, place: usize, frames: &mut Frames, page: &mut Page) {
        let mut chain = vec![(place, "")];
        let mut last = place;
        while let Some(Earlier { place, link }) = self.accounts[last].earlier {
            chain.push((place, link));
            last = place;
        }
        let mut link = "";
        for &(place, next) in chain.iter().rev() {
            if !link.is_empty() {
                page.line(link);
            }
            self.write_one(&self.accounts[place], frames, page);
            link = next;
        }
    }

    fn write_one(&self, account: &Account, frames: &mut Frames, page: &mut Page) {
        match &account.members {
            _ if page.is_full() => {}
            None => {
                let title = "Traceback (most recent call last):";
                account.write_frames(frames, page, |page| page.line(title));
                account.ending.iter().for_each(|line| page.line(line));
            }
            Some(_) if page.depth > GROUP_DEPTH => {
                page.line(&format!("... (max_group_depth is {GROUP_DEPTH})"))
            }
            Some(members) => self.write_group(account, members, frames, page),
        }
    }

    fn write_group(&self, group: &Account, members: &[usize], frames: &mut Frames, page: &mut Page) {
        let is_outermost = page.depth == 0;
        page.depth += usize::from(is_outermost);
        let traceback = group.error.state().traceback.borrow();
        if !traceback.is_empty() {
            let title = "Exception Group Traceback (most recent call last):";
            if is_outermost {
                page.opening(title)
            } else {
                page.line(title)
            }
            frames.write(&traceback, page);
        }
        group.ending.iter().for_each(|line| page.line(line));
        self.write_members(members, frames, page);
        page.depth -= usize::from(is_outermost);
    }

    fn write_members(&self, members: &[usize], frames: &mut Frames, page: &mut Page) {
        let rest = members.len().saturating_sub(GROUP_WIDTH);
        let last = members.len().min(GROUP_WIDTH + 1);
        page.is_open = false;
        for (number, &member) in (1..=last).zip(members) {
            if page.is_full() {
                return;
            }
            page.is_open |= number == last;
            let title = if number > GROUP_WIDTH { "...".to_owned() } else { number.to_string() };
            let corner = if number == 1 { "+-" } else { "  " };
            page.rule(&format!("{corner}+---------------- {title} ----------------"));
            page.depth += 1;
            match (number > GROUP_WIDTH, rest) {
                (false, _) => self.write_chain(member, frames, page),
                (true, 1) => page.line("and 1 more exception"),
                (true, rest) => page.line(&format!("and {rest} more exceptions")),
            }
            if number == last && page.is_open {
                page.rule("+------------------------------------");
                page.is_open = false;
            }
            page.depth -= 1;
        }
    }
}

impl Account {
    /// The frames that it passed, below a title, if there are any.
    fn write_frames(&self, frames: &mut Frames, page: &mut Page, write_title: impl FnOnce(&mut Page)) {
        let traceback = self.error.state().traceback.borrow();
        let passed = traceback.get(..self.frames).unwrap_or(&traceback);
        if !passed.is_empty() {
            write_title(page);
            frames.write(passed, page);
        }
    }
}
