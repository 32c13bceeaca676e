//! The same tasks awaited in several ways: their timelines above each other on one axis, and what differs in words.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::action::Action;
use super::combinator::label;
use super::comparison;
use super::describe;
use super::icons::{Icon, icon};
use super::lane_view::{EndView, LaneView, NARROWEST, Viewer};
use super::look::Dialog;
use super::scale::Scale;
use super::state::State;
use super::words::{Language, seconds};
use crate::player::{Picture, Preview, Progress};
use crate::python::{self, Run, Settings};
use crate::scenario::combinators::{self, Combinator, Reason};
use crate::trace::Along;
use crate::trace::awaiting::{self, Account};

/// About how wide an axis is drawn here, in pixels: what is narrower has no text.
const WIDTH: f64 = 620.0;
/// As wide as on a phone: so many times are written below the axis.
const PHONE: f64 = 300.0;
/// More lanes than these are not drawn of one run.
const LANES: usize = 12;

#[derive(Properties, PartialEq)]
pub struct CompareProps {
    pub text: Rc<str>,
    pub seed: Option<u64>,
    pub readonly: bool,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
}

/// One way of awaiting: its run, or why there is none.
#[derive(Clone)]
struct Way {
    combinator: Combinator,
    run: Result<Rc<Told>, Reason>,
}

struct Told {
    picture: Rc<Picture>,
    account: Option<Account>,
}

#[component]
pub fn Compare(props: &CompareProps) -> Html {
    let (language, words) = (props.language, props.language.words());
    let now = use_memo(props.text.clone(), |text| combinators::detect(text).map(|found| found.combinator));
    let chosen = use_state(|| first(now.as_ref().as_ref().ok().copied()));
    let ways = use_ways(props.text.clone(), props.seed, (*chosen).clone());
    let sheet = use_node_ref();
    use_effect_with(sheet.clone(), |sheet| {
        if let Some(sheet) = sheet.cast::<web_sys::HtmlDialogElement>() {
            let _ = sheet.show_modal();
        }
    });
    let (close, closed) = (props.dispatch.clone(), props.dispatch.clone());
    let runs = ways.iter().filter_map(|way| way.run.as_ref().ok());
    let end = runs.map(|told| told.picture.end()).fold(0.0, f64::max);
    let sentences: Vec<Option<[String; 4]>> = ways.iter().map(|way| told(language, way)).collect();
    let reference = sentences.iter().flatten().next().cloned();
    html! {
        <dialog class="dialog comparing" ref={sheet} aria-label={words.drawing.compare} data-dialog={Dialog::Compare.name()}
            onclose={move |_| closed.dispatch(Action::Dialog(None))}>
            <header>
                <h2>{ words.drawing.compare }</h2><p class="hint">{ words.drawing.compare_hint }</p>
                <button type="button" class="quiet" data-action="close" title={words.close} aria-label={words.close}
                    onclick={move |_| close.dispatch(Action::Dialog(None))}>{ icon(Icon::Close) }</button>
            </header>
            <fieldset class="choices ways" aria-label={words.combinator}>
                { for Combinator::ALL.into_iter().map(|one| {
                    let (state, is_chosen) = (chosen.clone(), chosen.contains(&one));
                    let toggle = move |_| state.set(toggled(&state, one));
                    html! {
                        <label><input type="checkbox" data-way={one.name()} checked={is_chosen} onchange={toggle} />
                            <code>{ label(words, one) }</code></label>
                    }
                }) }
            </fieldset>
            if let Err(reason) = now.as_ref() {
                <p class="impossible" role="alert">{ describe::reason(language, reason) }</p>
            }
            <div class="compared">
                { for ways.iter().zip(&sentences).map(|(way, sentences)| {
                    let is_now = now.as_ref().as_ref().ok() == Some(&way.combinator);
                    card(props, way, is_now, end, sentences.as_ref(), reference.as_ref())
                }) }
            </div>
        </dialog>
    }
}

/// What is compared at first: the way that the program has, with those that differ from it most.
fn first(now: Option<Combinator>) -> Vec<Combinator> {
    let mut ways: Vec<Combinator> = now.into_iter().collect();
    for one in [Combinator::Gather, Combinator::WaitFirstCompleted, Combinator::TaskGroup] {
        if ways.len() < 3 && !ways.contains(&one) {
            ways.push(one);
        }
    }
    ways
}

fn toggled(chosen: &[Combinator], one: Combinator) -> Vec<Combinator> {
    let mut next = chosen.to_vec();
    match next.iter().position(|other| *other == one) {
        Some(place) if next.len() > 1 => drop(next.remove(place)),
        Some(_) => {}
        None => next.push(one),
    }
    next
}

/// Run the program in each way, in slices; those that are done are there.
#[hook]
fn use_ways(text: Rc<str>, seed: Option<u64>, chosen: Vec<Combinator>) -> Vec<Way> {
    let done = use_mut_ref(Vec::<Way>::new);
    let running = use_mut_ref(Vec::<Preview>::new);
    let redraw = use_force_update();
    use_effect_with((text, seed, chosen.clone()), {
        let done = done.clone();
        move |(text, seed, chosen)| {
            done.borrow_mut().clear();
            let started: Vec<Preview> =
                chosen.iter().filter_map(|one| start(text, *seed, *one, &done, &redraw)).collect();
            running.replace(started);
            redraw.force_update();
        }
    });
    let done = done.borrow();
    chosen.iter().filter_map(|one| done.iter().find(|way| way.combinator == *one).cloned()).collect()
}

fn start(
    text: &str,
    seed: Option<u64>,
    combinator: Combinator,
    done: &Rc<RefCell<Vec<Way>>>,
    redraw: &UseForceUpdateHandle,
) -> Option<Preview> {
    let written = combinators::rewrite(text, combinator)
        .and_then(|edits| edits.apply(text).map_err(|_| Reason::Unwritable))
        .and_then(|text| {
            python::compile(&text).map(|program| (text, program)).map_err(|_| Reason::Unwritable)
        });
    let (text, program) = match written {
        Ok(written) => written,
        Err(reason) => {
            done.borrow_mut().push(Way { combinator, run: Err(reason) });
            return None;
        }
    };
    let (done, redraw) = (done.clone(), redraw.clone());
    let run = Run::new(&program, Settings { seed, ..Settings::default() });
    Some(Preview::start(run, move |progress| {
        let Progress::Done(picture) = progress else { return };
        let site = combinators::site(&text).ok();
        let account = site.and_then(|site| awaiting::account(&picture.trace(), &picture.lanes, &site));
        done.borrow_mut().push(Way { combinator, run: Ok(Rc::new(Told { picture, account })) });
        redraw.force_update();
    }))
}

fn told(language: Language, way: &Way) -> Option<[String; 4]> {
    let told = way.run.as_ref().ok()?;
    let account = told.account.as_ref()?;
    let trace = told.picture.trace();
    let raised = account.raised.map(|value| trace.text(value));
    Some(comparison::sentences(language, way.combinator, account, raised))
}

fn card(
    props: &CompareProps,
    way: &Way,
    is_now: bool,
    end: f64,
    sentences: Option<&[String; 4]>,
    reference: Option<&[String; 4]>,
) -> Html {
    let words = props.language.words();
    let (dispatch, combinator) = (props.dispatch.clone(), way.combinator);
    let adopt = move |_| {
        dispatch.dispatch(Action::Rewrite(combinator));
        dispatch.dispatch(Action::Dialog(None));
    };
    html! {
        <section key={combinator.name()} class="way" data-compared={combinator.name()}>
            <div class="way-head">
                <h3><code>{ label(words, combinator) }</code></h3>
                if is_now {
                    <span class="aside">{ words.drawing.as_it_is }</span>
                } else if way.run.is_ok() && !props.readonly {
                    <button type="button" class="quiet framed" data-action="adopt" onclick={adopt}>{ words.drawing.adopt }</button>
                }
            </div>
            { match &way.run {
                Err(reason) => html! {
                    <p class="impossible" data-part="impossible">{ words.drawing.impossible }{ " " }{ describe::reason(props.language, reason) }</p>
                },
                Ok(told) => html! { <>
                    { timeline(props, told, end) }
                    if let Some(sentences) = sentences {
                        <dl>{ for (0..4).map(|at| fact(props.language, at, sentences, reference)) }</dl>
                    }
                </> },
            } }
        </section>
    }
}

fn fact(language: Language, at: usize, sentences: &[String; 4], reference: Option<&[String; 4]>) -> Html {
    let differs = reference.is_some_and(|reference| reference[at] != sentences[at]);
    let title = differs.then_some(language.words().drawing.differs);
    html! {
        <div data-fact={["goes-on", "gets", "failures", "rest"][at]} data-differs={differs.then_some("")} {title}>
            <dt>{ comparison::aspects(language)[at] }</dt><dd>{ &sentences[at] }</dd>
        </div>
    }
}

/// The lanes of one run, on the axis of all of them.
fn timeline(props: &CompareProps, told: &Told, end: f64) -> Html {
    let words = props.language.words();
    let (picture, scale) = (&*told.picture, Scale::new(end, WIDTH));
    let trace = picture.trace();
    let sight = (0.0, scale.end());
    let viewer = Viewer { words, picture, trace: &trace, scale, along: Along::Time, sight, linked: None };
    let lanes = picture.lanes.lanes();
    let goes_on = told.account.as_ref().map(|account| account.goes_on.as_slice()).unwrap_or_default();
    html! {
        <div class="small-rows" aria-hidden="true">
            { for lanes.iter().take(LANES).map(|lane| row(&viewer.lane(lane, None))) }
            if lanes.len() > LANES {
                <p class="hint">{ format!("+ {}", lanes.len() - LANES) }</p>
            }
            <div class="marks-of"><div class="track">
                { for goes_on.iter().map(|time| html! { <i ~style={format!("left:{:.4}%", scale.percent(*time))} /> }) }
            </div></div>
            <div class="row small-axis"><div class="label" /><div class="track">
                { for Scale::new(end, PHONE).ticks(sight).into_iter().map(|time| html! {
                    <span ~style={format!("left:{:.4}%", scale.percent(time))}>{ seconds(time) }</span>
                }) }
            </div></div>
        </div>
    }
}

fn row(view: &LaneView) -> Html {
    let (place, mark) = match &view.end {
        EndView::Open => (0.0, ""),
        EndView::Unfinished(left) => (*left, "…"),
        EndView::Done { left, outcome, .. } => (*left, outcome.sign()),
    };
    html! {
        <div key={view.task.0} class="row" data-of={view.name.clone()}>
            <div class="label"><b>{ &view.coro }</b></div>
            <div class="track">
                { for view.bars.iter().map(|bar| {
                    let style = format!("left:{:.4}%;width:max({NARROWEST}px,{:.4}%)", bar.stretch.left, bar.stretch.width);
                    html! {
                        <div class={classes!("bar", bar.stretch.kind)} ~style={style}>
                            if !bar.text.is_empty() { <span>{ &bar.text }</span> }
                        </div>
                    }
                }) }
                <div class={classes!("outcome", view.outcome())} ~style={format!("left:{place:.4}%")}>
                    <span class="mark">{ mark }</span>
                </div>
            </div>
        </div>
    }
}
