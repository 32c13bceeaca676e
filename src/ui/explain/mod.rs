//! Why a step happens, in words: one sentence for each step, from the facts of [`Why`].

pub mod advice;
mod sentences;

use std::collections::BTreeMap;

use self::sentences::{Sentences, fill};
use super::words::{Language, seconds};
use crate::player::Picture;
use crate::trace::state::{Awaited, By, Request};
use crate::trace::{
    Act, Callback, Event, EventKind, Exit, GroupKind, HandleId, LoopState, ObjectId, Outcome, Resumed,
    Seconds, Symbol, TaskId, Trace, Wait, Why,
};

/// So many names are told of a list.
const MOST_NAMES: usize = 3;

/// What is needed to write about the step that has just ended.
pub struct Explanation<'a> {
    words: &'static Sentences,
    picture: &'a Picture,
    trace: &'a Trace,
    state: &'a LoopState,
}

impl<'a> Explanation<'a> {
    /// For the step of `picture` that `state` is the end of.
    pub fn new(language: Language, picture: &'a Picture, trace: &'a Trace, state: &'a LoopState) -> Self {
        Self { words: Sentences::of(language), picture, trace, state }
    }

    /// The sentence. Names and code in it stand between backticks.
    pub fn sentence(&self) -> String {
        match Why::of(self.state) {
            Why::Begins => self.begins(),
            Why::Starts { task, by: By::Program, at } => {
                self.say(self.words.starts_given, task, &["", &seconds(at)])
            }
            Why::Starts { task, by, at } => self.say(self.words.starts, task, &[&self.by(by), &seconds(at)]),
            Why::Yielded { task, awaited, with: Resumed::Exception } => {
                self.say(self.words.bad_yield, task, &[&self.line(awaited.line)])
            }
            Why::Yielded { task, awaited, .. } => {
                self.say(self.words.yielded, task, &[&self.line(awaited.line)])
            }
            Why::Woken { task, awaited, with, by, at } => self.woken(task, awaited, with, by, at),
            Why::Cancelled { task, awaited, request } => self.cancelled(task, awaited, request),
            Why::Fires { callback, by, at, when } => self.fires(callback, by, at, when),
            Why::Called { callback, by, at } => self.called(callback, by, at),
            Why::Ends => self.ends(),
        }
    }

    /// What the next step will be: `next` are the events that follow. A live run has none yet; then what is ready
    /// first, or the timer that is due first, is next.
    pub fn next(&self, next: &[Event]) -> Option<String> {
        let run = next.iter().find_map(|event| match event.kind {
            EventKind::Run { handle } => Some(handle),
            _ => None,
        });
        let foreseen = || {
            let ready = self.state.ready.front();
            let first = ready.or_else(|| self.state.timers.front().map(|timer| &timer.scheduled));
            first.map(|scheduled| scheduled.handle).filter(|_| next.is_empty() && !self.state.over)
        };
        let run = run.or_else(foreseen)?;
        let words = self.words;
        if let Some(scheduled) = self.state.ready.iter().find(|scheduled| scheduled.handle == run) {
            return Some(match scheduled.callback {
                Callback::Step(task) if self.state.task(task).is_some_and(|task| task.awaited.is_none()) => {
                    fill(words.next_starts, &[&self.task(task)])
                }
                Callback::Step(task) | Callback::Wakeup(task) => {
                    fill(words.next_goes_on, &[&self.task(task)])
                }
                Callback::User { name, .. } | Callback::Internal { name, .. } => {
                    fill(words.next_called, &[&self.code(name)])
                }
                Callback::Intervention { act, task, .. } => self.intervened(act, task),
            });
        }
        let timer = self.state.timers.iter().find(|timer| timer.scheduled.handle == run)?;
        Some(fill(words.next_idle, &[&self.by(timer.scheduled.by), &seconds(timer.when)]))
    }

    /// The word before what [`Explanation::next`] says.
    pub fn next_word(&self) -> &'static str {
        self.words.next
    }

    /// What it would take to wake a task that waits.
    pub fn until(&self, awaited: Awaited) -> String {
        let words = self.words;
        match awaited.on {
            Wait::Sleep { seconds: length, .. } => fill(words.until, &[&seconds(awaited.since + length)]),
            Wait::Task(task) => fill(words.until_done, &[&self.task(task)]),
            on => match (self.state.tally(on), self.holder(on)) {
                (Some(tally), _) => {
                    let (done, count) = (tally.done.to_string(), tally.count.to_string());
                    let template = if self.ends_at_first(on) { words.until_one } else { words.until_all };
                    fill(template, &[&done, &count, &self.list(&tally.pending)])
                }
                (None, Some(holder)) => fill(words.until_free, &[&self.task(holder)]),
                (None, None) => self.until_named(on),
            },
        }
    }

    fn until_named(&self, on: Wait) -> String {
        let name = match on {
            Wait::Named { name, .. } => self.trace.text(name),
            _ => "",
        };
        let known = self.words.until_named.iter().find(|(known, _)| *known == name || known.is_empty());
        known.map_or("", |(_, until)| until).to_owned()
    }

    /// Who holds the lock that is waited for.
    fn holder(&self, on: Wait) -> Option<TaskId> {
        match on {
            Wait::Named { object, .. } => self.state.holder(object?),
            _ => None,
        }
    }

    fn ends_at_first(&self, on: Wait) -> bool {
        let Wait::Named { object: Some(object), .. } = on else { return false };
        let kind = self.state.group(object).map(|group| group.kind);
        matches!(kind, Some(GroupKind::FirstCompleted))
    }

    /// The name of a task in a sentence: its coroutine's, where no other task has the same.
    pub fn task(&self, task: TaskId) -> String {
        let Some(lane) = self.picture.lanes.lane(task) else {
            return format!("`{}`", self.words.the_program);
        };
        let (name, coro) = (self.trace.text(lane.name), self.trace.text(lane.coro));
        let is_numbered =
            name.strip_prefix("Task-").is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()));
        let same = self.picture.lanes.lanes().iter().filter(|other| other.coro == lane.coro).take(2).count();
        match is_numbered {
            true if same == 1 => format!("`{}`", short(coro)),
            true => format!("`{name}` ({})", short(coro)),
            false => format!("`{name}`"),
        }
    }

    fn begins(&self) -> String {
        match self.state.ready.front().map(|scheduled| scheduled.callback) {
            Some(Callback::Step(task)) => fill(self.words.begins_with, &[&self.task(task)]),
            _ => self.words.begins.to_owned(),
        }
    }

    fn woken(&self, task: TaskId, awaited: Awaited, with: Resumed, by: By, at: Seconds) -> String {
        let since = seconds(awaited.since);
        match awaited.on {
            Wait::Sleep { seconds: length, .. } => self.slept(task, awaited.since, length, at),
            Wait::Task(other) => self.after_task(task, other, &since),
            Wait::Gather(object) => self.gathered(task, object, by),
            Wait::Named { name, object } => {
                self.after_named(task, self.trace.text(name), object, awaited, by)
            }
            Wait::Future | Wait::Yield => {
                let template = match (by, with) {
                    (By::Callback(Callback::Internal { name, .. }), _) if self.is_thread_bridge(name) => {
                        self.words.thread_set
                    }
                    (_, Resumed::Value) => self.words.future_set,
                    _ => self.words.future_failed,
                };
                self.say(template, task, &[&self.by(by), &since])
            }
        }
    }

    fn slept(&self, task: TaskId, since: Seconds, length: Seconds, at: Seconds) -> String {
        let due = since + length;
        let (set, length) = (seconds(since), seconds(length));
        if at > due + 1e-6 {
            return self.say(self.words.slept_late, task, &[&set, &length, &seconds(at)]);
        }
        let mut sentence = self.say(self.words.slept, task, &[&set, &length]);
        let others = self
            .state
            .timers
            .iter()
            .filter(|timer| matches!(timer.scheduled.by, By::Task(other) if other != task));
        if let Some(next) = others.take(1).next() {
            sentence += &fill(self.words.next_timer, &[&self.by(next.scheduled.by), &seconds(next.when)]);
        }
        sentence
    }

    fn after_task(&self, task: TaskId, other: TaskId, since: &str) -> String {
        let value = self.value(other);
        let template = match (self.state.outcome(other), value.as_str()) {
            (Some(Outcome::Exception), _) => self.words.task_failed,
            (Some(Outcome::Cancelled), _) => self.words.task_cancelled,
            (_, "None" | "") => self.words.task_done,
            _ => self.words.task_result,
        };
        self.say(template, task, &[&self.task(other), since, &value])
    }

    fn gathered(&self, task: TaskId, object: ObjectId, by: By) -> String {
        let words = self.words;
        let Some(child) = child_of(by) else {
            return self.say(words.future_set, task, &[&self.by(by), &seconds(self.state.time)]);
        };
        let returns = matches!(
            self.state.group(object).map(|group| group.kind),
            Some(GroupKind::Gather { return_exceptions: true })
        );
        let tally = self.state.tally_of(object).unwrap_or_default();
        let sentence = match self.state.outcome(child) {
            Some(Outcome::Exception) if !returns => {
                self.say(words.group_failed, task, &[&self.task(child), &self.value(child)])
            }
            Some(Outcome::Cancelled) if !returns => {
                self.say(words.group_cancelled, task, &[&self.task(child)])
            }
            _ => return self.all(task, "`gather`", &tally.count.to_string(), child),
        };
        match tally.pending.as_slice() {
            [] => sentence,
            [one] => sentence + &fill(words.group_other, &[&self.task(*one)]),
            pending => sentence + &fill(words.group_others, &[&self.list(pending)]),
        }
    }

    fn all(&self, task: TaskId, what: &str, count: &str, last: TaskId) -> String {
        if count == "1" {
            return self.say(self.words.group_one, task, &[&self.task(last), what, self.ended(last)]);
        }
        self.say(self.words.group_all, task, &[count, what, &self.task(last), self.ended(last)])
    }

    fn after_named(
        &self,
        task: TaskId,
        name: &str,
        object: Option<ObjectId>,
        awaited: Awaited,
        by: By,
    ) -> String {
        let words = self.words;
        let since = seconds(awaited.since);
        match (name, child_of(by), object) {
            ("wait", child, Some(object)) => self.waited(task, object, child, &since),
            ("TaskGroup", Some(child), Some(object)) => {
                let count = self.state.tally_of(object).unwrap_or_default().count;
                self.all(task, "`TaskGroup`", &count.to_string(), child)
            }
            ("as_completed", Some(child), _) => {
                self.say(words.next_completed, task, &[&self.task(child), self.ended(child)])
            }
            ("as_completed", None, _) if matches!(by, By::Callback(_)) => {
                self.say(words.completed_timeout, task, &[])
            }
            ("shield", Some(child), _) => {
                self.say(words.shielded, task, &[&self.task(child), self.ended(child)])
            }
            _ => {
                let did = words.waits_for.iter().find(|(known, _)| *known == name || known.is_empty());
                self.say(words.woken, task, &[&self.by(by), did.map_or("", |(_, did)| did), &since])
            }
        }
    }

    fn waited(&self, task: TaskId, object: ObjectId, child: Option<TaskId>, since: &str) -> String {
        let words = self.words;
        let tally = self.state.tally_of(object).unwrap_or_default();
        let kind = self.state.group(object).map(|group| group.kind);
        let sentence = match child {
            None => self.say(words.wait_timeout, task, &[since]),
            Some(child) if tally.pending.is_empty() && tally.count > 1 => {
                return self.all(task, "`wait`", &tally.count.to_string(), child);
            }
            Some(child) if kind == Some(GroupKind::FirstException) => {
                self.say(words.wait_failed, task, &[&self.task(child)])
            }
            Some(child) => self.say(words.wait_first, task, &[&self.task(child), self.ended(child)]),
        };
        if tally.pending.is_empty() {
            return sentence;
        }
        let is_asked = |task: &TaskId| self.state.task(*task).is_some_and(|task| task.request.is_some());
        let template = match tally.pending.iter().any(is_asked) {
            true => words.still_running,
            false => words.not_cancelled,
        };
        sentence + &fill(template, &[&self.list(&tally.pending)])
    }

    fn cancelled(&self, task: TaskId, awaited: Option<Awaited>, request: Request) -> String {
        let words = self.words;
        let (by, at) = (self.by(request.by), seconds(request.at));
        let Some(awaited) = awaited else {
            return self.say(words.cancelled_before, task, &[&by, "", "", &at]);
        };
        let line = self.line(awaited.line);
        let what = self.what(awaited.on);
        let template = match request.by {
            _ if awaited.on == Wait::Yield => words.cancelled_ready,
            By::Program => words.cancelled_closing,
            By::Callback(Callback::Internal { of: Some(_), .. }) => words.cancelled_group,
            By::Callback(Callback::Internal { name, .. }) if self.ends_with(name, "_on_timeout") => {
                words.cancelled_timeout
            }
            _ => words.cancelled,
        };
        let by = child_of(request.by).map_or(by, |child| self.task(child));
        self.say(template, task, &[&by, &what, &line, &at])
    }

    fn fires(&self, callback: Callback, by: By, at: Seconds, when: Seconds) -> String {
        let words = self.words;
        let (who, set, length) = (self.by(by), seconds(at), seconds(when - at));
        let name = self.callback(callback);
        let template = match name.as_str() {
            _ if matches!(callback, Callback::User { .. }) => words.timer_fires,
            "_set_result_unless_cancelled" if self.woken_by_this().is_empty() => words.sleep_moot,
            "_set_result_unless_cancelled" if matches!(by, By::Task(_)) => words.sleep_over,
            "_release_waiter" => return fill(words.wait_time_up, &[&who, &set, &length, "wait"]),
            "_AsCompletedIterator._handle_timeout" => {
                return fill(words.wait_time_up, &[&who, &set, &length, "as_completed"]);
            }
            "Timeout._on_timeout" => words.limit_up,
            _ => words.timer_fires,
        };
        fill(template, &[&who, &set, &length, &name])
    }

    fn called(&self, callback: Callback, by: By, at: Seconds) -> String {
        let words = self.words;
        if let Callback::Intervention { act, task, .. } = callback {
            return self.intervened(act, task);
        }
        let name = match callback {
            Callback::Internal { name, .. } => self.trace.text(name).to_owned(),
            callback => self.callback(callback),
        };
        let of = match callback {
            Callback::User { of, .. } | Callback::Internal { of, .. } => of,
            _ => None,
        };
        let object = match callback {
            Callback::Internal { object, .. } => object,
            _ => None,
        };
        let child = of.map(|of| (self.task(of), self.ended(of)));
        match (name.as_str(), of.zip(object), child) {
            (_, Some((child, object)), _) => self.told(child, object),
            ("_run_until_complete_cb", ..) if of.is_none_or(|of| self.picture.lanes.lane(of).is_none()) => {
                words.cleaned_up.to_owned()
            }
            ("_run_until_complete_cb", _, Some((child, ended))) => fill(words.loop_stops, &[&child, ended]),
            ("shield.<locals>._inner_done_callback", _, Some((child, ended))) => {
                fill(words.shield_told, &[&child, ended]) + &self.wakes()
            }
            ("shield.<locals>._outer_done_callback", ..) => words.shield_over.to_owned(),
            (name, ..) if name.contains("._set_state") && matches!(by, By::Thread(_)) => {
                fill(words.thread_hands, &[&self.by(by)]) + &self.wakes()
            }
            (name, ..) if name.ends_with("shutdown_asyncgens") => words.closes_generators.to_owned(),
            (name, ..) if name.ends_with("shutdown_default_executor") => words.closes_executor.to_owned(),
            (name, _, Some((child, ended))) => {
                fill(words.called_done, &[short(name), &child, ended]) + &self.wakes()
            }
            (name, ..) => fill(words.called_soon, &[short(name), &self.by(by), &seconds(at)]) + &self.wakes(),
        }
    }

    fn intervened(&self, act: Act, task: TaskId) -> String {
        let template = match act {
            Act::Cancel => self.words.intervention_cancels,
            Act::Copy => self.words.intervention_copies,
        };
        fill(template, &[&self.task(task)])
    }

    /// `gather`, `wait`, … is told that one of its tasks is done.
    fn told(&self, child: TaskId, object: ObjectId) -> String {
        let words = self.words;
        let kind = self.state.group(object).map(|group| group.kind);
        let (what, fails_at_once) = match kind {
            Some(GroupKind::Gather { return_exceptions }) => ("`gather`", !return_exceptions),
            Some(GroupKind::AsCompleted) => ("`as_completed`", false),
            Some(GroupKind::TaskGroup) => ("`TaskGroup`", false),
            _ => ("`wait`", false),
        };
        let tally = self.state.tally_of(object).unwrap_or_default();
        let wakes = self.woken_by_this();
        let template = match (tally.pending.is_empty(), wakes.is_empty()) {
            (false, false) if fails_at_once && self.state.has_failed(child) => words.told_failed,
            (false, false) if kind != Some(GroupKind::AsCompleted) => words.told_enough,
            (false, true) if self.is_over(object) => words.told_late,
            (false, _) => words.told_more,
            (true, _) => words.told_last,
        };
        let pending = self.list(&tally.pending);
        fill(template, &[what, &self.task(child), self.ended(child), &pending]) + &self.wakes()
    }

    /// Whether nobody waits for the group any more.
    fn is_over(&self, object: ObjectId) -> bool {
        let kind = self.state.group(object).map(|group| group.kind);
        let waits = |on: Wait| match on {
            Wait::Gather(other) => other == object,
            Wait::Named { object: other, .. } => other == Some(object),
            _ => false,
        };
        matches!(kind, Some(GroupKind::Gather { .. }))
            && !self.state.tasks.iter().any(|task| {
                task.awaited.is_some_and(|awaited| waits(awaited.on)) && self.state.outcome(task.id).is_none()
            })
    }

    fn ends(&self) -> String {
        let end = self.picture.output.end();
        match end.map(|end| end.outcome) {
            Some(Exit::Exception) => self.words.ends_failed,
            Some(Exit::Deadlock) => self.words.ends_deadlock,
            Some(Exit::Budget) => self.words.ends_budget,
            Some(Exit::Ok) | None => self.words.ends,
        }
        .to_owned()
    }

    /// The tasks that this callback has put into the ready queue.
    fn woken_by_this(&self) -> Vec<TaskId> {
        let Some(began) = self.state.began else { return Vec::new() };
        let mut woken: BTreeMap<HandleId, TaskId> = BTreeMap::new();
        for scheduled in &self.state.ready {
            if let (Callback::Wakeup(task), true) =
                (scheduled.callback, scheduled.by == By::Callback(began.scheduled.callback))
            {
                woken.insert(scheduled.handle, task);
            }
        }
        woken.into_values().collect()
    }

    fn wakes(&self) -> String {
        match self.woken_by_this().as_slice() {
            [] => String::new(),
            woken @ [_, _, ..] => fill(self.words.wake, &[&self.list(woken)]),
            woken => fill(self.words.wakes, &[&self.list(woken)]),
        }
    }

    fn say(&self, template: &str, task: TaskId, values: &[&str]) -> String {
        let who = self.task(task);
        let mut all = vec![who.as_str()];
        all.extend(values);
        fill(template, &all)
    }

    fn by(&self, by: By) -> String {
        match by {
            By::Program => self.words.the_program.to_owned(),
            By::Task(task) => self.task(task),
            By::Callback(Callback::Internal { of: Some(task), .. }) => self.task(task),
            By::Callback(Callback::Intervention { .. }) => self.words.an_intervention.to_owned(),
            By::Callback(callback) => format!("`{}`", self.callback(callback)),
            By::Thread(thread) => fill(self.words.thread, &[&self.task(thread)]),
        }
    }

    fn callback(&self, callback: Callback) -> String {
        match callback {
            Callback::User { name, .. } | Callback::Internal { name, .. } => self.code(name),
            Callback::Step(task) | Callback::Wakeup(task) | Callback::Intervention { task, .. } => {
                self.task(task)
            }
        }
    }

    fn code(&self, name: Symbol) -> String {
        short(self.trace.text(name)).to_owned()
    }

    fn what(&self, on: Wait) -> String {
        match on {
            Wait::Yield => "`sleep(0)`".into(),
            Wait::Sleep { seconds: length, .. } => format!("`sleep({})`", super::words::digits(length)),
            Wait::Task(task) => self.task(task),
            Wait::Gather(_) => "`gather`".into(),
            Wait::Named { name, .. } => format!("`{}`", self.trace.text(name)),
            Wait::Future => self.words.a_future.into(),
        }
    }

    fn ended(&self, task: TaskId) -> &'static str {
        match self.state.outcome(task) {
            Some(Outcome::Exception) => self.words.failed,
            Some(Outcome::Cancelled) => self.words.was_cancelled,
            _ => self.words.finished,
        }
    }

    /// A task's result or exception.
    fn value(&self, task: TaskId) -> String {
        let end = self.picture.lanes.lane(task).and_then(|lane| lane.end);
        end.and_then(|end| end.value).map_or_else(String::new, |value| self.trace.text(value).to_owned())
    }

    fn line(&self, line: Option<u32>) -> String {
        line.map_or_else(String::new, |line| fill(self.words.at_line, &[&line.to_string()]))
    }

    fn list(&self, tasks: &[TaskId]) -> String {
        let mut names: Vec<String> = tasks.iter().take(MOST_NAMES).map(|task| self.task(*task)).collect();
        if tasks.len() > MOST_NAMES {
            names.push(fill(self.words.more, &[&(tasks.len() - MOST_NAMES).to_string()]));
        }
        let Some(last) = names.pop() else { return String::new() };
        match names.is_empty() {
            true => last,
            false => names.join(self.words.comma) + self.words.and + &last,
        }
    }

    fn ends_with(&self, name: Symbol, end: &str) -> bool {
        self.trace.text(name).ends_with(end)
    }

    /// Whether it is what hands over the result of a thread.
    fn is_thread_bridge(&self, name: Symbol) -> bool {
        self.trace.text(name).contains("._set_state")
    }
}

/// The task whose done callback did it.
fn child_of(by: By) -> Option<TaskId> {
    match by {
        By::Callback(Callback::Internal { of, .. } | Callback::User { of, .. }) => of,
        By::Callback(_) | By::Program | By::Task(_) | By::Thread(_) => None,
    }
}

/// The last part of a `__qualname__`, without its place: `main.<locals>.work` is `work` to whoever reads.
fn short(qualname: &str) -> &str {
    let name = qualname.split(" at ").next().unwrap_or(qualname);
    name.rsplit("<locals>.").next().unwrap_or(name)
}
