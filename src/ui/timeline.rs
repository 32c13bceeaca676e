//! The timeline: a row for each task, one for the loop, the time axis and the playhead.
//!
//! While a run is live, its own bars are drawn up to the playhead, and behind them, pale, those of
//! the whole run that it is going to be.

use std::rc::Rc;

use yew::prelude::*;

use super::action::{Action, TaskEdit};
use super::axis::{self, Switch};
use super::browser::SizeObserver;
use super::combinator::Chooser;
use super::describe;
use super::drag::{self, Carried, Hand, use_hand};
use super::icons::{Icon, icon};
use super::interventions::{self, Mark};
use super::lane_view::{self, Bar, LaneView, Viewer};
use super::marks;
use super::menu::{LaneMenu, Owner, StepMenu};
use super::row::{Row, Tip};
use super::scale::Scale;
use super::state::State;
use super::window::{Window, use_window};
use super::words::{Language, Words, seconds};
use super::zoom::{Tools, use_zoom};
use crate::asyncio::Intervention;
use crate::player::Picture;
use crate::scenario::refusal::Refusal;
use crate::trace::lanes::{Block, Lane, Segment};
use crate::trace::{Axis, Seconds, TaskId};

#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    /// The run that is shown; none before the first is done.
    pub picture: Option<Rc<Picture>>,
    /// The whole run, while the one that is shown is live.
    pub ahead: Option<Rc<Picture>>,
    /// What it is drawn along, and where that ends.
    pub axis: (Axis, f64),
    /// The number that is dragged, and the bar in the hand.
    pub dragged: Option<(u32, Bar)>,
    pub text: Rc<str>,
    /// Nothing can be edited.
    pub readonly: bool,
    pub refusal: Option<Rc<Refusal>>,
    /// What is done to the tasks from outside.
    pub interventions: Rc<[Intervention]>,
    /// The time of a live run.
    pub now: Callback<(), Option<Seconds>>,
    /// `playhead` moves what is in it.
    pub tracks: NodeRef,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
}

#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let words = props.language.words();
    let width = use_width();
    let pointed = use_state_eq(|| None::<Bar>);
    let current = use_state_eq(|| None::<TaskId>);
    let menu = use_state_eq(|| None::<(Owner, (f64, f64))>);
    let carried = use_state_eq(|| None::<Carried>);
    use_focus_again(*menu, props.tracks.clone());
    let (window, look) = use_window(props.tracks.clone(), row_count(props), width.pixels);
    let zoom = use_zoom(props.tracks.clone(), props.axis, width.pixels, look.clone());
    let scale = Scale::of(props.axis.0, props.axis.1, zoom.pixels);
    let on_scroll = move |_| look.emit(());
    let sight = (scale.seconds(window.pixels.0).max(0.0), scale.seconds(window.pixels.1).min(scale.end()));
    let steps = props.ahead.as_ref().or(props.picture.as_ref()).map(|picture| &picture.steps);
    let hand = use_hand(Hand {
        timeline: props.tracks.clone(),
        picture: props.picture.clone(),
        scale,
        pointed: pointed.setter(),
        current: current.setter(),
        menu: menu.setter(),
        carried: carried.setter(),
        dispatch: props.dispatch.clone(),
    });
    // What is said of a bar would stick out behind its menu.
    let pointed = (*pointed).filter(|_| menu.is_none());
    let focus = Focus { pointed, current: *current, carried: *carried };
    html! {
        <section class="pane" data-view="timeline" aria-labelledby="timeline-title">
            <div class="pane-head">
                <h2 id="timeline-title">{ words.timeline }</h2>
                <Chooser text={props.text.clone()} refusal={props.refusal.clone()} language={props.language}
                    dispatch={props.dispatch.clone()} />
                if !props.readonly && !props.text.trim().is_empty() {
                    { add_task(props) }
                }
                <div class="axes">
                    <Switch along={props.axis.0} language={props.language} dispatch={props.dispatch.clone()} />
                    <Tools is_fit={zoom.is_fit} is_closest={zoom.is_closest} language={props.language} change={zoom.change} />
                </div>
            </div>
            <div class="tracks" ref={props.tracks.clone()} data-live={props.ahead.is_some().then_some("")}
                data-dragging={props.dragged.is_some().then_some("")} data-carrying={carried.is_some().then_some("")} onscroll={on_scroll}
                onpointerdown={hand.on(Hand::down)} onpointermove={hand.on(Hand::carry)}
                onpointerup={hand.on(Hand::up)} onlostpointercapture={hand.on(Hand::up)}
                onpointerover={hand.on(Hand::over)} onpointerleave={hand.on(Hand::leave)}
                onfocusin={hand.on(Hand::focus)} onfocusout={hand.on(Hand::blur)}
                onclick={hand.on(Hand::click)} oncontextmenu={hand.on(Hand::click)} onkeydown={hand.on(Hand::key)}>
                <div class="gauge" aria-hidden="true"><i ref={width.gauge} /></div>
                <div class="canvas" ~style={format!("--axis:{:.1}px", zoom.pixels)}>
                    if row_count(props) == 0 {
                        { nobody(props) }
                    }
                    if let Some(picture) = &props.picture {
                        { rows(props, picture, scale, focus, &window, sight) }
                    }
                    { axis::axis(scale, steps.filter(|_| props.picture.is_some()), sight) }
                    if let Some(picture) = props.picture.as_ref().filter(|picture| picture.goes_on) {
                        <p class="hint goes-on" data-part="horizon">{ (words.goes_on)(&seconds(picture.end())) }</p>
                    }
                    <div class="playhead" aria-hidden="true"><div class="track"><i /></div></div>
                </div>
            </div>
            // One child, whether it is open or not: else all before it would be made anew.
            if let Some((owner, at)) = *menu {
                { self::menu(props, &menu, owner, at) }
            }
        </section>
    }
}

/// One more task.
fn add_task(props: &TimelineProps) -> Html {
    let words = props.language.words().editing;
    let dispatch = props.dispatch.clone();
    html! {
        <button type="button" class="quiet framed add-task" data-action="add-task" title={words.add_task}
            aria-label={words.add_task} disabled={props.ahead.is_some()}
            onclick={move |_| dispatch.dispatch(Action::EditStep(TaskEdit::Add(None).into()))}>
            { icon(Icon::Plus) }<span>{ words.task }</span>
        </button>
    }
}

/// A menu that closes gives the focus back to what it was opened from.
#[hook]
fn use_focus_again(menu: Option<(Owner, (f64, f64))>, timeline: NodeRef) {
    let before = use_mut_ref(|| None::<Owner>);
    use_effect_with(menu.map(|(owner, _)| owner), move |now| {
        let was = before.replace(*now);
        if let (Some(owner), None) = (was, now) {
            drag::focus_owner(&timeline, owner);
        }
    });
}

/// A page without tasks says how to get one.
fn nobody(props: &TimelineProps) -> Html {
    let words = props.language.words();
    if !props.text.trim().is_empty() {
        return html! { <p class="hint nobody">{ words.no_tasks }</p> };
    }
    let dispatch = props.dispatch.clone();
    html! {
        <p class="nobody">
            <button type="button" class="play" data-action="add-task"
                onclick={move |_| dispatch.dispatch(Action::AddFirstTask)}>{ words.editing.add_first_task }</button>
        </p>
    }
}

/// The menu of a bar or a lane; there is none where the picture is not that of the text.
fn menu(
    props: &TimelineProps,
    open: &UseStateHandle<Option<(Owner, (f64, f64))>>,
    owner: Owner,
    at: (f64, f64),
) -> Html {
    let Some(picture) = props.picture.clone() else { return Html::default() };
    let setter = open.setter();
    let close = Callback::from(move |()| setter.set(None));
    let (text, language, dispatch) = (props.text.clone(), props.language, props.dispatch.clone());
    let (is_live, now) = (props.ahead.is_some(), props.now.clone());
    match owner.at {
        Some(_) => {
            html! { <StepMenu {owner} {at} {picture} {text} {is_live} {now} {language} {dispatch} {close} /> }
        }
        None => {
            html! { <LaneMenu {owner} {at} {picture} {text} {is_live} {now} {language} {dispatch} {close} /> }
        }
    }
}

/// What one points at, and whose lane the Tab key goes through.
#[derive(Clone, Copy)]
struct Focus {
    pointed: Option<Bar>,
    current: Option<TaskId>,
    carried: Option<Carried>,
}

fn rows(
    props: &TimelineProps,
    picture: &Rc<Picture>,
    scale: Scale,
    focus: Focus,
    window: &Window,
    sight: (f64, f64),
) -> Html {
    let words = props.language.words();
    let trace = picture.trace();
    let held = props.dragged.map(|(origin, bar)| (bar, lane_view::sharers(picture, origin)));
    let pointed = focus.pointed.and_then(|bar| segment(picture, bar)).and_then(|segment| segment.origin());
    let linked = props.dragged.map(|(origin, _)| origin).or(pointed);
    let ahead = props.ahead.as_ref().filter(|ahead| !Rc::ptr_eq(ahead, picture));
    let whole_steps = &ahead.unwrap_or(picture).steps;
    let along = scale.axis().along(whole_steps);
    let viewer = Viewer { words, picture, trace: &trace, scale, along, sight, linked };
    let whole = |lane: &Lane| ahead.and_then(|ahead| ahead.lanes.lane(lane.task)).map(|lane| &**lane);
    let marks = interventions::marks(ahead.unwrap_or(picture), &props.interventions, scale.axis());
    let marks_of = |task: Option<TaskId>| -> Vec<(Mark, f64)> {
        let of = marks.iter().filter(|mark| mark.task == task);
        of.map(|mark| (mark.clone(), scale.percent(mark.place))).collect()
    };
    let lanes = picture.lanes.lanes();
    let count = row_count(props);
    let in_sight = lanes.get(window.first.min(lanes.len())..window.last.min(lanes.len())).unwrap_or_default();
    let current = focus.current.filter(|task| in_sight.iter().any(|lane| lane.task == *task));
    let current = current.or(in_sight.first().map(|lane| lane.task));
    // More rows than these are too low for two lines of text.
    let is_compact = count > 7;
    html! {
        <div class={classes!("rows", is_compact.then_some("compact"))} role="list" aria-label={words.timeline}
            ~style={format!("--rows:{count}")}>
            if scale.axis() == Axis::Steps {
                { axis::bands(scale, whole_steps, sight) }
            }
            { spacer(window.first) }
            // Lists of their own, so that each row stays itself.
            <>{ for in_sight.iter().zip(window.first + 1..).map(|(lane, place)| {
                let view = viewer.lane(lane, whole(lane));
                let here = |bar: &Bar| bar.task == lane.task;
                let tip = focus.pointed.filter(here).filter(|_| held.is_none());
                let tip = tip.and_then(|bar| story(props, picture, &view, bar));
                html! {
                    <Row key={lane.task.0} {view} place={(place, count)} is_current={current == Some(lane.task)}
                        carried={carried_here(picture, focus.carried, lane.task)} language={props.language} {tip}
                        marks={marks_of(Some(lane.task))}
                        held={held.filter(|(bar, _)| here(bar)).map(|(bar, sharers)| (bar.at, sharers))} />
                }
            }) }</>
            if let Some(ahead) = ahead {
                { future_rows(props, ahead, picture, &viewer, window) }
            }
            { spacer(count.saturating_sub(window.last)) }
            { loop_row(words, picture, scale, sight, marks::draw(&marks_of(None), props.language)) }
            { held_up(words, picture, scale, sight) }
        </div>
    }
}

/// In place of rows out of sight.
fn spacer(rows: usize) -> Html {
    if rows == 0 {
        return Html::default();
    }
    html! { <div class="spacer" aria-hidden="true" ~style={format!("--count:{rows}")} /> }
}

/// How a lane that is carried concerns this one.
fn carried_here(picture: &Picture, carried: Option<Carried>, task: TaskId) -> Option<&'static str> {
    let Carried { task: own, to } = carried?;
    let place = |task| picture.lanes.lanes().iter().position(|lane| lane.task == task);
    match () {
        () if task == own => Some("carried"),
        () if task == to => Some(if place(own) < place(to) { "drop-below" } else { "drop-above" }),
        () => None,
    }
}

/// The rows of tasks that the live run has not made yet, so that nothing jumps when it makes them.
fn future_rows(
    props: &TimelineProps,
    ahead: &Picture,
    picture: &Picture,
    now: &Viewer<'_>,
    window: &Window,
) -> Html {
    let trace = ahead.trace();
    let viewer = Viewer { picture: ahead, trace: &trace, linked: None, ..*now };
    let made = picture.lanes.lanes().len();
    let missing = ahead.lanes.lanes().iter().filter(|lane| picture.lanes.lane(lane.task).is_none());
    let in_sight = missing.zip(made..).filter(|(_, place)| (window.first..window.last).contains(place));
    let count = row_count(props);
    html! {
        { for in_sight.map(|(lane, place)| html! {
            <Row key={lane.task.0} view={viewer.future(lane)} place={(place + 1, count)} is_ahead=true language={props.language} />
        }) }
    }
}

fn segment(picture: &Picture, bar: Bar) -> Option<&Segment> {
    picture.lanes.lane(bar.task)?.segments.get(bar.at)
}

/// What there is to say of a bar that one points at.
fn story(props: &TimelineProps, picture: &Picture, view: &LaneView, bar: Bar) -> Option<Tip> {
    let words = props.language.words();
    let segment = segment(picture, bar)?;
    if let Some(crowd) = view.bars.iter().find(|drawn| drawn.at == bar.at && drawn.count > 1) {
        return Some(Tip { at: bar.at, story: (words.drawing.crowd)(crowd.count), why: None });
    }
    let mut story = describe::story(words, picture, &picture.trace(), segment);
    let sharers = segment.origin().map_or(0, |origin| lane_view::sharers(picture, origin));
    if sharers > 1 {
        story = format!("{story} · {}", (words.editing.bars_together)(sharers));
    }
    let by_steps = props.axis.0 == Axis::Steps && segment.origin().is_some();
    let why = if by_steps {
        Some(words.editing.no_lengths.to_owned())
    } else {
        describe::why_fixed(words, &props.text, segment)
    };
    Some(Tip { at: bar.at, story, why })
}

fn row_count(props: &TimelineProps) -> usize {
    let whole = props.ahead.as_ref().or(props.picture.as_ref());
    whole.map_or(0, |picture| picture.lanes.lanes().len())
}

/// A tick for each callback; those at one pixel are one tick.
fn loop_row(words: &Words, picture: &Picture, scale: Scale, sight: (f64, f64), marks: Html) -> Html {
    let (ticks, steps) = (picture.lanes.ticks(), &picture.steps);
    let mut places: Vec<f64> = match scale.axis() {
        Axis::Time => {
            let from = ticks.partition_point(|time| *time < sight.0);
            ticks
                .iter()
                .skip(from)
                .take_while(|time| **time <= sight.1)
                .map(|time| scale.percent(*time))
                .collect()
        }
        Axis::Steps => {
            let last = steps.last().min(sight.1 as usize + 1);
            (sight.0 as usize + 1..=last).map(|step| scale.percent(step as f64 - 0.5)).collect()
        }
    };
    places.dedup_by(|next, before| (*next - *before) / 100.0 * scale.pixels(scale.end()) < 2.0);
    html! {
        <div class="row loop-row" role="listitem" data-part="loop-lane">
            <div class="label"><b>{ words.loop_lane }</b><i>{ format!("{} {}", ticks.len(), words.callbacks) }</i></div>
            <div class="track">
                { for places.into_iter().map(|place| html! {
                    <i class="tick" ~style={format!("left:{place:.6}%")} />
                }) }
                { marks }
            </div>
        </div>
    }
}

/// While one blocks, everybody is held up. Along the steps that takes no room.
fn held_up(words: &Words, picture: &Picture, scale: Scale, sight: (f64, f64)) -> Html {
    if scale.axis() == Axis::Steps {
        return Html::default();
    }
    let in_sight = |block: &&Block| block.to >= sight.0 && block.from <= sight.1;
    let mut stretches: Vec<(f64, f64)> =
        picture.lanes.blocks().iter().filter(in_sight).map(|block| (block.from, block.to)).collect();
    stretches.dedup_by(|next, before| {
        let touch = scale.pixels(next.0 - before.1) < 1.0;
        if touch {
            before.1 = next.1;
        }
        touch
    });
    html! {
        <div class="held-up" aria-hidden="true"><div class="track">
            { for stretches.into_iter().map(|(from, to)| {
                let style = format!("left:{:.6}%;width:{:.6}%", scale.percent(from), scale.percent(to - from));
                html! { <i ~style={style} title={words.held_up} /> }
            }) }
        </div></div>
    }
}

/// How much of the axis is in sight.
struct Width {
    pixels: f64,
    gauge: NodeRef,
}

/// Measures the room for the axis, now and whenever it changes.
#[hook]
fn use_width() -> Width {
    let track = use_node_ref();
    let pixels = use_state(|| 600.0);
    let measured = pixels.setter();
    use_effect_with(track.clone(), move |track| {
        let observer = track.cast::<web_sys::Element>().and_then(|track| {
            let observed = track.clone();
            SizeObserver::new(&track, move || {
                let width = observed.get_bounding_client_rect().width();
                if width > 0.0 {
                    measured.set(width);
                }
            })
        });
        move || drop(observer)
    });
    Width { pixels: *pixels, gauge: track }
}
