//! The axis below the timeline, and what of it goes through all rows: the switch between time and steps, the times or numbers,
//! and along the steps, what belongs to one instant and to one turn of the loop.

use yew::prelude::*;

use super::action::Action;
use super::scale::Scale;
use super::state::State;
use super::words::{Language, seconds};
use crate::trace::{Axis, Steps};

/// A letter of the axis is about so many pixels wide.
const LETTER: f64 = 6.6;
/// Columns narrower than this have no line between turns.
const ROOM_FOR_LINES: f64 = 7.0;

#[derive(Properties, PartialEq)]
pub struct SwitchProps {
    pub along: Axis,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
}

/// `time | steps`.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let words = props.language.words().drawing;
    html! {
        <div class="switch" role="group" aria-label={words.axis} data-control="axis">
            { for Axis::ALL.into_iter().map(|axis| {
                let dispatch = props.dispatch.clone();
                let (label, title) = match axis {
                    Axis::Time => (words.time, words.by_time),
                    Axis::Steps => (words.steps, words.by_steps),
                };
                html! {
                    <button type="button" {title} data-axis={axis.name()} aria-pressed={(axis == props.along).to_string()}
                        onclick={move |_| dispatch.dispatch(Action::Draw(axis))}>{ label }</button>
                }
            }) }
        </div>
    }
}

/// The texts below the axis, within `sight`.
pub fn axis(scale: Scale, steps: Option<&Steps>, sight: (f64, f64)) -> Html {
    let by_steps = scale.axis() == Axis::Steps;
    let text = |place: f64| {
        let (at, text) = if by_steps { (place - 0.5, place.to_string()) } else { (place, seconds(place)) };
        html! { <span class={(place == 0.0).then_some("first")} ~style={format!("left:{:.6}%", scale.percent(at))}>{ text }</span> }
    };
    html! {
        <div class={classes!("row", "axis", by_steps.then_some("by-steps"))} data-part="axis" data-axis={scale.axis().name()}
            aria-hidden="true">
            <div class="label" />
            <div class="track">
                { for scale.ticks(sight).into_iter().map(text) }
                if let Some(steps) = steps.filter(|_| by_steps) {
                    { for times(scale, steps, sight) }
                }
                <i class="knob" />
            </div>
        </div>
    }
}

/// The time of each instant below its first column, where there is room for it.
fn times(scale: Scale, steps: &Steps, sight: (f64, f64)) -> Vec<Html> {
    let mut free = f64::NEG_INFINITY;
    let mut texts = Vec::new();
    for Instant { from, to, time } in instants(steps, sight) {
        let (left, text) = (scale.pixels(from as f64), seconds(time));
        if left < free {
            continue;
        }
        free = left + text.chars().count() as f64 * LETTER + 12.0;
        let (place, width) = (scale.percent(from as f64), scale.percent((to - from) as f64));
        texts.push(html! { <em ~style={format!("left:{place:.6}%;width:{width:.6}%")}><b>{ text }</b></em> });
    }
    texts
}

/// Bands behind the rows: every other instant is shaded, and a line stands where a turn of the loop begins.
pub fn bands(scale: Scale, steps: &Steps, sight: (f64, f64)) -> Html {
    let stretch = |from: usize, to: usize| {
        format!("left:{:.6}%;width:{:.6}%", scale.percent(from as f64), scale.percent((to - from) as f64))
    };
    let shaded = instants(steps, sight).filter(|instant| instant.from == 0 || scale.pixels(1.0) >= 1.0);
    let lines = (sight.0.max(1.0) as usize..=sight.1 as usize)
        .filter(|step| scale.pixels(1.0) >= ROOM_FOR_LINES && steps.begins_turn(*step));
    html! {
        <div class="instants" aria-hidden="true"><div class="track">
            { for shaded.map(|instant| html! {
                <i class="instant" data-seconds={instant.time.to_string()} ~style={stretch(instant.from, instant.to)} />
            }) }
            { for lines.map(|step| html! { <i class="turn" ~style={stretch(step - 1, step)} /> }) }
        </div></div>
    }
}

/// The columns of one instant: between the edges `from` and `to`.
struct Instant {
    from: usize,
    to: usize,
    time: f64,
}

/// The instants that touch what is in sight.
fn instants(steps: &Steps, sight: (f64, f64)) -> impl Iterator<Item = Instant> + '_ {
    let first = steps.before_instant((sight.0.max(0.0) as usize + 1).min(steps.last()));
    let (mut from, last) = (first, (sight.1.max(0.0) as usize + 1).min(steps.last()));
    std::iter::from_fn(move || {
        if from >= last {
            return None;
        }
        let (to, time) = steps.instant(from + 1);
        let instant = Instant { from, to, time };
        from = to;
        Some(instant)
    })
}
