//! The whole page: holds the state, and hands to each component what it draws.

use std::rc::Rc;

use yew::prelude::*;

use super::action::Action;
use super::browser;
use super::colours::marks;
use super::compare::Compare;
use super::deck::Deck;
use super::describe;
use super::dialogs::Sheet;
use super::editor::Editor;
use super::effects::use_effects;
use super::embed::{self, Frame, use_embed};
use super::event_loop::EventLoop;
use super::header::Header;
use super::look::{Dialog, View};
use super::output::Output;
use super::playhead::{Places, Playhead, use_playhead};
use super::pointing::use_pointing;
use super::predict::{Compared, Ordering, Prediction};
use super::state::{Said, State, Trust};
use super::timeline::Timeline;
use super::why::WhyNow;
use super::words::{Language, Words, seconds};
use super::work::Work;
use crate::player::Live;
use crate::scenario::Scenario;
use crate::scenario::link::Fragment;
use crate::trace::{Callback, LoopState};

/// Put the page into the document.
pub fn mount() {
    let root = web_sys::window().and_then(|window| window.document()?.get_element_by_id("page"));
    if let Some(root) = root {
        yew::Renderer::<App>::with_root(root).render();
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        State::reduce(self, action)
    }
}

/// The reader's own program, or the first example; and then what the address names.
fn open() -> State {
    let mut look = browser::kept_look();
    let frame = Frame::here();
    if frame.is_some() {
        look = embed::look(look);
    }
    let mut scenario = browser::kept().unwrap_or_default();
    if frame.as_ref().is_some_and(|frame| frame.waits) {
        scenario = Scenario { code: "".into(), title: String::new(), ..scenario };
    }
    let mut state = State::new(scenario, look);
    if let Some(frame) = frame {
        state.work = Work::Loose;
        state.readonly = frame.readonly;
    }
    let fragment = browser::fragment();
    if !fragment.is_empty() {
        state = Rc::unwrap_or_clone(Rc::new(state).reduce(Action::Open(Box::new(Fragment::read(&fragment)))));
    }
    state
}

#[component]
fn App() -> Html {
    let handle = use_reducer_eq(open);
    let state: &State = &handle;
    let dispatch = handle.dispatcher();
    let live = use_effects(state, &dispatch);
    use_embed(state, &dispatch);
    let frame = use_memo((), |()| Frame::here());
    let frame = frame.as_ref().as_ref();
    let places = (*use_memo((), |()| Places::default())).clone();
    let playing = state.transport.is_playing();
    let playhead = Playhead {
        places: places.clone(),
        is_shown: !state.prediction.hides(),
        time: state.time(),
        axis: (state.along, state.axis_end()),
        step: state.transport.step(),
        live: state.live().map(|live| (live.number, playing)),
        at_end: state.live().is_none() && state.transport.at_end(),
    };
    let now = {
        let live = live.clone();
        use_callback((), move |(), ()| live.borrow().as_ref().map(Live::now))
    };
    use_playhead(playhead, live);
    use_pointing();

    let language = state.look.language;
    let step = state.transport.step();
    let shown = state.shown();
    let loop_state = use_loop_state(state);
    let marks = match shown {
        Some(picture) => marks(&loop_state, |name| picture.trace().text(name).to_owned()),
        None => Vec::new(),
    };
    let hides = state.prediction.hides();
    let error =
        shown.filter(|_| state.transport.at_end() && !hides).and_then(|picture| picture.error.clone());
    let ready = shown.is_some() || state.problem.is_some() || state.trust == Trust::Held;
    html! {
        <main data-ready={ready.then_some("true")} data-shown={state.view.name()}
            data-panes={frame.map(|frame| frame.panes(&state.prediction))}
            data-predicting={hides.then_some("")}
            data-stale={state.problem.is_some().then_some("")}>
            <Header title={state.title.clone()} python={state.python} can_undo={state.can_undo()}
                can_redo={state.can_redo()} look={state.look} dispatch={dispatch.clone()} />
            { notices(state, &dispatch) }
            <Editor work={state.work.clone()} readonly={state.readonly} text={state.text().clone()} caret={state.caret.clone()}
                problem={state.problem.clone()} {error} running={running_line(&loop_state)} marks={Rc::new(marks)}
                {language} dispatch={dispatch.clone()} />
            if hides {
                <Ordering prediction={state.prediction.clone()} {language} dispatch={dispatch.clone()} />
            } else {
                <Timeline picture={shown.cloned()} ahead={state.ahead().cloned()} axis={(state.along, state.axis_end())}
                    dragged={state.dragged()} text={state.text().clone()} readonly={state.readonly} refusal={state.refusal.clone()}
                    interventions={state.interventions().clone()} {now}
                    tracks={places.tracks.clone()} {language} dispatch={dispatch.clone()} />
                if frame.is_none_or(|frame| frame.controls) {
                    <Deck transport={state.transport} can_play={state.can_play()} computing={state.computing}
                        clock={places.clock.clone()} {language} dispatch={dispatch.clone()} />
                }
                if let Some(picture) = shown {
                    <EventLoop picture={picture.clone()} state={loop_state.clone()} {language} />
                    <WhyNow picture={picture.clone()} whole={state.ahead().unwrap_or(picture).clone()} state={loop_state} {step} text={state.text().clone()} {language}
                        dispatch={dispatch.clone()} />
                    if let Prediction::Compared(guess) = &state.prediction {
                        <Compared guess={guess.clone()} picture={picture.clone()} {language} dispatch={dispatch.clone()} />
                    } else {
                        <Output picture={picture.clone()} events={picture.events_until(step)}
                            can_predict={state.prediction == Prediction::Told} {language} dispatch={dispatch.clone()} />
                    }
                }
            }
            if frame.is_some() {
                { embed::leave(state, language.words().open_in) }
            }
            { tabs(state.view, hides, language, &dispatch) }
            <p class="unseen" role="status" aria-live="polite" data-part="announcement">{ said(state, language) }</p>
            if state.dialog == Some(Dialog::Compare) {
                <Compare text={state.text().clone()} seed={state.seed} readonly={state.readonly} {language}
                    dispatch={dispatch.clone()} />
            } else if let Some(dialog) = state.dialog {
                <Sheet {dialog} scenario={Rc::new(state.scenario())} picture={shown.cloned()}
                    step={(!state.transport.at_end()).then_some(step)} along={state.along} predicts={state.prediction != Prediction::Off} {language} dispatch={dispatch.clone()} />
            }
        </main>
    }
}

/// The line where the task stands whose step is shown.
fn running_line(state: &LoopState) -> Option<u32> {
    let (Callback::Step(task) | Callback::Wakeup(task)) = state.running?.callback else { return None };
    state.task(task)?.awaited?.line
}

/// What is to be said about the address.
fn notices(state: &State, dispatch: &UseReducerDispatcher<State>) -> Html {
    let words = state.look.language.words();
    let (refused, asked) = (dispatch.clone(), dispatch.clone());
    html! {
        <>
            if let Some(error) = state.refused_link {
                <p class="link-notice" role="alert" data-part="link-error">
                    <span>{ describe::link_error(state.look.language, error) }</span>
                    <button type="button" class="quiet" onclick={move |_| refused.dispatch(Action::Dismiss)}>{ words.close }</button>
                </p>
            }
            if state.trust == Trust::Held {
                <p class="link-notice" role="status" data-part="held">
                    <span>{ words.held }</span>
                    <button type="button" class="quiet framed" data-action="run-anyway"
                        onclick={move |_| asked.dispatch(Action::RunAnyway)}>{ words.run_anyway }</button>
                </p>
            }
        </>
    }
}

/// The loop at the position.
#[hook]
fn use_loop_state(state: &State) -> Rc<LoopState> {
    let step = state.transport.step();
    use_memo((state.shown().cloned(), step), |(shown, step)| {
        shown.as_ref().map_or_else(LoopState::default, |picture| picture.state(*step))
    })
}

/// The newest change in words, for those who do not see it.
fn said(state: &State, language: Language) -> String {
    let (words, predicting) = (language.words().editing, language.words().predicting);
    match state.said {
        Some(Said::Length(length)) => (words.length_is)(&seconds(length)),
        Some(Said::Undone) => words.undone.to_owned(),
        Some(Said::Redone) => words.redone.to_owned(),
        Some(Said::Changed) => words.changed.to_owned(),
        Some(Said::Intervened) => language.words().intervening.added.to_owned(),
        Some(Said::Place(place, of)) => (predicting.place)(place, of),
        Some(Said::Score(right, of)) => (predicting.score)(right, of),
        None => String::new(),
    }
}

/// On a narrow screen one pane is shown at a time.
fn tabs(view: View, hides: bool, language: Language, dispatch: &UseReducerDispatcher<State>) -> Html {
    let words = language.words();
    html! {
        <nav class="tabs">
            { for View::ALL.into_iter().filter(|tab| !hides || matches!(tab, View::Code | View::Output)).map(|tab| {
                let dispatch = dispatch.clone();
                html! {
                    <button type="button" data-tab={tab.name()} aria-current={(tab == view).then_some("true")}
                        onclick={move |_| dispatch.dispatch(Action::Show(tab))}>{ if hides && tab == View::Output { words.predicting.question } else { tab_name(words, tab) } }</button>
                }
            }) }
        </nav>
    }
}

/// What a pane is called.
pub fn tab_name(words: &Words, tab: View) -> &'static str {
    match tab {
        View::Code => words.code,
        View::Timeline => words.timeline,
        View::Loop => words.event_loop,
        View::Why => words.why,
        View::Output => words.output,
    }
}
