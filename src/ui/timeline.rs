//! The timeline: a row for each task, one for the loop, the time axis and the playhead.
//!
//! While a run is live, its own bars are drawn up to the playhead, and behind them, pale, those of
//! the whole run that it is going to be.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::bars::Rows;
use super::combinator::Chooser;
use super::drag::use_hand;
use super::scale::Scale;
use super::state::State;
use super::words::{Language, Words, seconds};
use crate::player::Picture;
use crate::scenario::combinators::Reason;
use crate::trace::lanes::{Block, Lane};
use crate::trace::{Lanes, Seconds};

#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    /// The run that is shown; none before the first is done.
    pub picture: Option<Rc<Picture>>,
    /// The whole run, while the one that is shown is live.
    pub ahead: Option<Rc<Picture>>,
    /// Where the time axis ends.
    pub axis: Seconds,
    pub dragged: Option<u32>,
    pub text: Rc<str>,
    pub refusal: Option<Rc<Reason>>,
    /// `playhead` moves what is in it.
    pub tracks: NodeRef,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
}

#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let words = props.language.words();
    let width = use_width();
    let scale = Scale::new(props.axis, width.pixels);
    let hand = use_hand(props.tracks.clone(), scale, props.dispatch.clone());
    let [down, carry] = [hand.clone(), hand.clone()];
    let [up, lost, key] = [hand.clone(), hand.clone(), hand];
    html! {
        <section class="pane" data-view="timeline" aria-labelledby="timeline-title">
            <div class="pane-head">
                <h2 id="timeline-title">{ words.timeline }</h2>
                <Chooser text={props.text.clone()} refusal={props.refusal.clone()} language={props.language}
                    dispatch={props.dispatch.clone()} />
            </div>
            <div class="tracks" ref={props.tracks.clone()} data-live={props.ahead.is_some().then_some("")}
                onpointerdown={move |event: PointerEvent| down.down(&event)}
                onpointermove={move |event: PointerEvent| carry.carry(&event)}
                onpointerup={move |_| up.up()}
                onlostpointercapture={move |_| lost.up()}
                onkeydown={move |event: KeyboardEvent| key.key(&event)}>
                <div class="canvas">
                    if row_count(props) == 0 {
                        <p class="hint nobody">{ words.no_tasks }</p>
                    }
                    { for props.picture.as_ref().map(|picture| rows(props, words, picture, scale)) }
                    { axis(scale, width.track) }
                    if let Some(picture) = props.picture.as_ref().filter(|picture| picture.goes_on) {
                        <p class="hint goes-on" data-part="horizon">{ (words.goes_on)(&seconds(picture.end())) }</p>
                    }
                    <div class="playhead" aria-hidden="true"><div class="track"><i /></div></div>
                </div>
            </div>
        </section>
    }
}

fn rows(props: &TimelineProps, words: &'static Words, picture: &Rc<Picture>, scale: Scale) -> Html {
    let trace = picture.trace();
    let rows = Rows { words, picture, trace: &trace, scale, dragged: props.dragged };
    let ahead = props.ahead.as_ref().filter(|ahead| !Rc::ptr_eq(ahead, picture));
    // More rows than these are too low for two lines of text.
    let is_compact = row_count(props) > 7;
    let whole = |lane: &Lane| ahead.and_then(|ahead| ahead.lanes.lane(lane.task)).map(|lane| &**lane);
    html! {
        <>
            <div class={classes!("rows", is_compact.then_some("compact"))} role="list"
                ~style={format!("--rows:{}", row_count(props))}>
                { for picture.lanes.lanes().iter().map(|lane| rows.row(lane, whole(lane))) }
                { for ahead.map(|ahead| future_rows(words, ahead, picture, scale)) }
                { loop_row(words, &picture.lanes, scale) }
                { held_up(words, picture.lanes.blocks(), scale) }
            </div>
        </>
    }
}

/// The rows of tasks that the live run has not made yet, so that nothing jumps when it makes them.
fn future_rows(words: &'static Words, ahead: &Picture, picture: &Picture, scale: Scale) -> Html {
    let trace = ahead.trace();
    let rows = Rows { words, picture: ahead, trace: &trace, scale, dragged: None };
    let missing = ahead.lanes.lanes().iter().filter(|lane| picture.lanes.lane(lane.task).is_none());
    html! { { for missing.map(|lane| rows.future_row(lane)) } }
}

fn row_count(props: &TimelineProps) -> usize {
    let whole = props.ahead.as_ref().or(props.picture.as_ref());
    whole.map_or(0, |picture| picture.lanes.lanes().len())
}

/// A tick for each callback; those at one pixel are one tick.
fn loop_row(words: &Words, lanes: &Lanes, scale: Scale) -> Html {
    let mut places: Vec<f64> = lanes.ticks().iter().map(|&time| scale.percent(time)).collect();
    places.dedup_by(|next, before| (*next - *before) / 100.0 * scale.pixels(scale.end()) < 2.0);
    html! {
        <div class="row loop-row" role="listitem" data-part="loop-lane">
            <div class="label"><b>{ words.loop_lane }</b><i>{ format!("{} {}", lanes.ticks().len(), words.callbacks) }</i></div>
            <div class="track">
                { for places.into_iter().map(|place| html! {
                    <i class="tick" ~style={format!("left:{place:.3}%")} />
                }) }
            </div>
        </div>
    }
}

/// While one blocks, everybody is held up.
fn held_up(words: &Words, blocks: &[Block], scale: Scale) -> Html {
    html! {
        <div class="held-up" aria-hidden="true"><div class="track">
            { for blocks.iter().map(|block| {
                let from = scale.percent(block.from);
                let style = format!("left:{from:.3}%;width:{:.3}%", scale.percent(block.to) - from);
                html! { <i ~style={style} title={words.held_up} /> }
            }) }
        </div></div>
    }
}

fn axis(scale: Scale, track: NodeRef) -> Html {
    html! {
        <div class="row axis" data-part="axis" aria-hidden="true">
            <div class="label" />
            <div class="track" ref={track}>
                { for scale.ticks().into_iter().map(|time| html! {
                    <span ~style={format!("left:{:.3}%", scale.percent(time))}>{ seconds(time) }</span>
                }) }
                <i class="knob" />
            </div>
        </div>
    }
}

/// How wide the time axis is drawn.
struct Width {
    pixels: f64,
    track: NodeRef,
}

/// Measures the axis, now and whenever its size changes.
#[hook]
fn use_width() -> Width {
    let track = use_node_ref();
    let pixels = use_state(|| 600.0);
    let measured = pixels.setter();
    use_effect_with(track.clone(), move |track| {
        let track = track.cast::<web_sys::Element>();
        let observed = track.clone();
        let measure = Closure::<dyn Fn()>::new(move || {
            let width = observed.as_ref().map_or(0.0, |track| track.get_bounding_client_rect().width());
            if width > 0.0 {
                measured.set(width);
            }
        });
        let observer = web_sys::ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(track)) = (&observer, &track) {
            observer.observe(track);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(measure);
        }
    });
    Width { pixels: *pixels, track }
}
