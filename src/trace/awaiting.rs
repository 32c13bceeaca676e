//! What becomes of code that awaits several tasks, from the run alone: when it goes on, how the tasks stand then, and what
//! happens to those that are not over.

use std::ops::RangeInclusive;
use std::rc::Rc;

use super::lanes::{Doing, End, Lane, Segment};
use super::{EventKind, Lanes, Outcome, Seconds, Symbol, TaskId, Trace};

/// Where a program awaits several things: lines of its source, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The `__name__` of the function.
    pub function: String,
    /// The whole function.
    pub body: RangeInclusive<u32>,
    /// The statements that await.
    pub lines: RangeInclusive<u32>,
}

/// What became of the code at a site.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The task that awaits.
    pub task: TaskId,
    /// When it went on, each time.
    pub goes_on: Vec<Seconds>,
    /// What it failed with where it went on for the last time.
    pub raised: Option<Symbol>,
    /// The tasks that it had made, with how each was when it went on for the last time.
    pub tasks: Vec<(TaskId, Stand)>,
}

/// How a task stands when the awaiting code goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stand {
    Over(Outcome),
    /// It goes on itself, and ends so later; or never.
    Runs(Option<Outcome>),
}

impl Account {
    /// How many tasks stand so.
    pub fn count(&self, is: impl Fn(Stand) -> bool) -> usize {
        self.tasks.iter().filter(|(_, stand)| is(*stand)).count()
    }

    /// When the code behind the site runs.
    pub fn behind(&self) -> Option<Seconds> {
        self.goes_on.last().copied()
    }
}

/// What became of the code at this site; none where it never ran.
pub fn account(trace: &Trace, lanes: &Lanes, site: &Site) -> Option<Account> {
    let waits_here = |lane: &&Rc<Lane>| waits(lane, |line| site.lines.contains(&line)).next().is_some();
    let is_its = |lane: &&Rc<Lane>| trace.text(lane.coro).rsplit('.').next() == Some(site.function.as_str());
    let lane = lanes.lanes().iter().find(waits_here).or_else(|| lanes.lanes().iter().find(is_its))?;
    // Whoever awaits coroutines in turn stands in these, and that is outside of the function.
    let inside = waits(lane, |line| site.lines.contains(&line)).collect::<Vec<_>>();
    let resumed: Vec<&Segment> = match inside.is_empty() {
        false => inside,
        true => waits(lane, |line| !site.body.contains(&line)).collect(),
    };
    let last = resumed.last().map(|segment| segment.first);
    let behind = resumed.last().map(|segment| segment.from);
    let failed = |end: &End| end.outcome == Outcome::Exception && Some(end.time) == behind;
    Some(Account {
        task: lane.task,
        goes_on: resumed.iter().map(|segment| segment.from).collect(),
        raised: lane.end.filter(failed).and_then(|end| end.value),
        tasks: made(trace, lane.task, site, last.unwrap_or(u32::MAX))
            .filter_map(|task| lanes.lane(task).map(|lane| (task, stand(lane, last))))
            .collect(),
    })
}

/// The segments in which a task runs again after it has waited at such a line.
fn waits<'l>(lane: &'l Lane, at: impl Fn(u32) -> bool + 'l) -> impl Iterator<Item = &'l Segment> {
    let mut waited = false;
    lane.segments.iter().filter(move |segment| {
        match segment.doing {
            Doing::Waiting(_) => waited = segment.line.is_some_and(&at),
            Doing::Running if waited => {
                waited = false;
                return true;
            }
            _ => {}
        }
        false
    })
}

/// The tasks that this one made in the function, up to the end of the site, before that event.
fn made<'t>(trace: &'t Trace, by: TaskId, site: &Site, until: u32) -> impl Iterator<Item = TaskId> + 't {
    let lines = *site.body.start()..=*site.lines.end();
    let events = trace.events().iter().take(until as usize);
    events.filter_map(move |event| match event.kind {
        EventKind::Create { task, by: Some(maker), line: Some(line), .. }
            if maker == by && lines.contains(&line) =>
        {
            Some(task)
        }
        _ => None,
    })
}

fn stand(lane: &Lane, last: Option<u32>) -> Stand {
    match lane.end {
        Some(end) if last.is_none_or(|last| end.event < last) => Stand::Over(end.outcome),
        end => Stand::Runs(end.map(|end| end.outcome)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{MAIN, ONE, Script, TWO};
    use super::*;
    use crate::trace::{Callback, EventKind, Wait};

    fn site() -> Site {
        Site { function: "main".into(), body: 7..=12, lines: 8..=9 }
    }

    fn told(script: Script) -> Option<Account> {
        let mut lanes = Lanes::default();
        lanes.extend(script.trace.events());
        account(&script.trace, &lanes, &site())
    }

    fn child(script: &mut Script, task: TaskId) -> crate::trace::HandleId {
        let (name, coro) = (script.text("child"), script.text("work"));
        script.event(EventKind::Create { task, name, coro, by: Some(MAIN), line: Some(8), call: None });
        script.ready(Callback::Step(task))
    }

    /// main makes two and waits; the first ends at 1 s and wakes it; the second ends at 2 s.
    fn first_completed() -> Script {
        let mut script = Script::default();
        let main = script.create(MAIN, "main", None);
        script.turn(0.0, None);
        script.step(main, MAIN);
        let (one, two) = (child(&mut script, ONE), child(&mut script, TWO));
        script.suspend(MAIN, Wait::Future, 9);
        script.turn(0.0, None);
        script.step(one, ONE);
        let first = script.sleep(ONE, 1.0, 3);
        script.step(two, TWO);
        let second = script.sleep(TWO, 2.0, 3);
        script.turn(1.0, Some(first));
        let wakeup = script.ready(Callback::Wakeup(ONE));
        script.step(wakeup, ONE);
        script.done(ONE, Outcome::Result, "1");
        let wakeup = script.ready(Callback::Wakeup(MAIN));
        script.step(wakeup, MAIN);
        script.suspend(MAIN, Wait::Future, 11);
        script.turn(2.0, Some(second));
        let wakeup = script.ready(Callback::Wakeup(TWO));
        script.step(wakeup, TWO);
        script.done(TWO, Outcome::Exception, "ValueError");
        script
    }

    #[test]
    fn it_goes_on_while_one_still_runs_and_that_one_fails_later() {
        let account = told(first_completed()).expect("main awaits");
        assert_eq!(
            (account.task, account.goes_on.as_slice(), account.behind()),
            (MAIN, &[1.0][..], Some(1.0))
        );
        let stands = [(ONE, Stand::Over(Outcome::Result)), (TWO, Stand::Runs(Some(Outcome::Exception)))];
        assert_eq!(account.tasks, stands);
        assert_eq!(account.raised, None);
        assert_eq!(account.count(|stand| matches!(stand, Stand::Runs(_))), 1);
    }

    #[test]
    fn who_awaits_in_turn_stands_outside_of_its_function() {
        let mut script = Script::default();
        let main = script.create(MAIN, "main", None);
        script.turn(0.0, None);
        script.step(main, MAIN);
        for (until, line) in [(1.0, 3), (3.0, 4)] {
            let timer = script.sleep(MAIN, 1.0, line);
            script.turn(until, Some(timer));
            let wakeup = script.ready(Callback::Wakeup(MAIN));
            script.step(wakeup, MAIN);
        }
        script.done(MAIN, Outcome::Exception, "ValueError: two");
        let text = script.text("ValueError: two");
        let account = told(script).expect("main awaits");
        assert_eq!((account.goes_on, account.tasks.len()), (vec![1.0, 3.0], 0));
        assert_eq!(account.raised, Some(text));
    }

    #[test]
    fn a_site_that_nobody_reaches_has_no_account() {
        let mut script = Script::default();
        script.create(MAIN, "other", None);
        assert_eq!(told(script), None);
    }
}
