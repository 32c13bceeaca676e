//! The event loop pane: what runs, what is ready, which timers are set, who waits for what.

use std::rc::Rc;

use yew::prelude::*;

use super::describe;
use super::explain::Explanation;
use super::moves::use_moves;
use super::words::{Language, Words, seconds};
use crate::player::Picture;
use crate::trace::state::{Awaited, Scheduled, Standing, Task, Timer};
use crate::trace::{Act, Callback, LoopState, TaskId, Trace, Wait};

/// More entries than these of one list are only counted.
const SHOWN: usize = 200;

#[derive(Properties, PartialEq)]
pub struct EventLoopProps {
    pub picture: Rc<Picture>,
    pub state: Rc<LoopState>,
    pub language: Language,
}

#[component]
pub fn EventLoop(props: &EventLoopProps) -> Html {
    let words = props.language.words();
    let state = &*props.state;
    let trace = props.picture.trace();
    let view = View { language: props.language, words, picture: &props.picture, trace: &trace, state };
    let waiting: Vec<&Task> =
        state.tasks.iter().filter(|task| matches!(task.standing, Standing::Waiting(_))).collect();
    let pane = use_node_ref();
    use_moves(pane.clone(), props.state.clone());
    html! {
        <section ref={pane} class="pane" data-view="loop" aria-labelledby="loop-title">
            <div class="pane-head">
                <h2 id="loop-title">{ words.event_loop }</h2>
                if state.turn > 0 {
                    <span class="aside">{ (words.turn)(state.turn) }</span>
                }
            </div>
            <div class="pane-body loop">
                <div class="now" data-part="running">{ view.now() }</div>
                { column("ready", words.ready_queue, words, state.ready.iter().enumerate(), |entry| view.ready(entry)) }
                { column("timers", words.timers, words, state.timers.iter(), |timer| view.timer(timer)) }
                { column("waiting", words.waiting, words, waiting.into_iter(), |task| view.waiting(task)) }
            </div>
        </section>
    }
}

fn column<T>(
    part: &'static str,
    title: &'static str,
    words: &Words,
    entries: impl ExactSizeIterator<Item = T>,
    draw: impl Fn(T) -> Html,
) -> Html {
    let count = entries.len();
    html! {
        <div class="column" data-part={part}>
            <h3>{ title }<span class="count">{ if count > 0 { count.to_string() } else { String::new() } }</span></h3>
            if count == 0 {
                <p class="hint">{ words.empty }</p>
            }
            <ol>{ for entries.take(SHOWN).map(draw) }</ol>
            if count > SHOWN {
                <p class="hint">{ format!("+ {}", count - SHOWN) }</p>
            }
        </div>
    }
}

/// What is needed to write about the loop.
struct View<'a> {
    language: Language,
    words: &'static Words,
    picture: &'a Picture,
    trace: &'a Trace,
    state: &'a LoopState,
}

impl View<'_> {
    fn now(&self) -> Html {
        if let Some(until) = self.picture.idle_until {
            return html! { <p class="idle">{ (self.words.idle_until)(&seconds(until)) }</p> };
        }
        let Some(running) = self.state.running else {
            let text = match (self.state.over, self.state.tasks.is_empty()) {
                (true, _) => self.words.program_over,
                (false, true) => self.words.not_started,
                (false, false) => self.words.nothing_runs,
            };
            return html! { <p class="idle">{ text }</p> };
        };
        let (who, then) = match running.callback {
            Callback::Step(task) | Callback::Wakeup(task) => (self.chip(task), self.then(task)),
            _ => (self.callback(&running), self.on_behalf(&running)),
        };
        html! { <p class="runs" data-who={self.who(&running)}><span class="bolt" aria-hidden="true" />{ who }<span class="then">{ then }</span></p> }
    }

    /// What has become of a task in the step that is shown.
    fn then(&self, task: TaskId) -> String {
        match self.state.task(task).map(|task| task.standing) {
            Some(Standing::Waiting(Awaited { on, line, .. })) => format!("→ {}", self.waits(on, line)),
            Some(Standing::Done(outcome)) => format!("→ {}", describe::outcome(self.words, outcome)),
            Some(Standing::Ready { .. }) => format!("→ {}", self.words.ready),
            Some(Standing::Running) | None => self.words.running.to_owned(),
        }
    }

    /// Where those of this turn end, the next turn begins.
    fn ready(&self, (place, entry): (usize, &Scheduled)) -> Html {
        let next_turn = (place == self.state.in_turn).then_some("next-turn");
        let (who, how) = match entry.callback {
            Callback::Step(task) | Callback::Wakeup(task) => {
                (self.chip(task), self.next_step(task).to_owned())
            }
            _ => (self.callback(entry), self.on_behalf(entry)),
        };
        html! {
            <li key={entry.handle.0} class={classes!(next_turn)} data-who={self.who(entry)} data-next={self.words.next_turn_mark}>
                { who }<span class="note">{ how }</span>
            </li>
        }
    }

    /// Whose it is, so that one can follow it from place to place.
    fn who(&self, scheduled: &Scheduled) -> Option<String> {
        match scheduled.callback {
            Callback::Step(task) | Callback::Wakeup(task) => Some(task.0.to_string()),
            _ => None,
        }
    }

    fn next_step(&self, task: TaskId) -> &'static str {
        match self.state.task(task).map(|task| task.standing) {
            Some(Standing::Ready { new: true }) => self.words.first_step,
            _ => self.words.wakes_up,
        }
    }

    fn timer(&self, timer: &Timer) -> Html {
        let who = match timer.scheduled.set_by() {
            Some(task) => self.chip(task),
            None => self.callback(&timer.scheduled),
        };
        let note = match timer.scheduled.callback {
            callback if self.ends_sleep(callback) => "",
            Callback::User { name, .. } | Callback::Internal { name, .. } => self.trace.text(name),
            _ => "",
        };
        html! {
            <li key={timer.scheduled.handle.0} data-who={self.who(&timer.scheduled)}>
                <span class="when">{ seconds(timer.when) }</span>{ who }<span class="note">{ note.to_owned() }</span>
            </li>
        }
    }

    fn waiting(&self, task: &Task) -> Html {
        let Standing::Waiting(awaited) = task.standing else { return Html::default() };
        let until = Explanation::new(self.language, self.picture, self.trace, self.state).until(awaited);
        html! {
            <li key={task.id.0} data-who={task.id.0.to_string()}>
                { self.chip(task.id) }<span class="note">{ self.waits(awaited.on, awaited.line) }</span>
                <span class="until">{ until.replace('`', "") }</span>
            </li>
        }
    }

    fn waits(&self, on: Wait, line: Option<u32>) -> String {
        let on = describe::wait(self.words, self.picture, self.trace, on);
        line.map_or_else(|| on.clone(), |line| format!("{on} · {}", (self.words.line)(line)))
    }

    /// Whether a callback is the one by which `sleep` wakes its task.
    fn ends_sleep(&self, callback: Callback) -> bool {
        matches!(callback, Callback::Internal { name, .. } if self.trace.text(name).ends_with("_set_result_unless_cancelled"))
    }

    /// A callback that is no task's step, by its name.
    fn callback(&self, scheduled: &Scheduled) -> Html {
        let name = match scheduled.callback {
            Callback::User { name, .. } | Callback::Internal { name, .. } => self.trace.text(name),
            Callback::Intervention { act: Act::Cancel, .. } => self.words.intervening.cancel,
            Callback::Intervention { act: Act::Copy, .. } => self.words.intervening.copy,
            Callback::Step(_) | Callback::Wakeup(_) => "",
        };
        html! { <code class="callback">{ name.replace(".<locals>.", " › ") }</code> }
    }

    fn on_behalf(&self, scheduled: &Scheduled) -> String {
        let Some(task) = scheduled.set_by() else { return String::new() };
        let say = if self.ends_sleep(scheduled.callback) { self.words.wakes } else { self.words.set_by };
        say(describe::task_name(self.picture, self.trace, task))
    }

    fn chip(&self, task: TaskId) -> Html {
        let Some(task) = self.state.task(task) else { return Html::default() };
        html! {
            <span class="chip">
                <b>{ self.trace.text(task.coro).to_owned() }</b><i>{ self.trace.text(task.name).to_owned() }</i>
            </span>
        }
    }
}
