//! One task's row of the timeline.

use yew::prelude::*;

use super::describe;
use super::scale::Scale;
use super::words::{Words, seconds};
use crate::player::Picture;
use crate::trace::json::outcome_name;
use crate::trace::lanes::{Doing, End, Lane, Segment};
use crate::trace::{Outcome, Trace, Wait};

/// Bars narrower than this many pixels are drawn so wide, and melt together where they touch.
const NARROWEST: f64 = 3.0;

/// Bars narrower than this many pixels have no text on them.
const ROOM_FOR_TEXT: f64 = 72.0;

/// What the rows of one picture have in common.
pub struct Rows<'a> {
    pub words: &'static Words,
    pub picture: &'a Picture,
    pub trace: &'a Trace,
    pub scale: Scale,
    /// The number in the source that is being dragged: all bars that come from it belong together.
    pub dragged: Option<u32>,
}

impl Rows<'_> {
    /// The row of a lane; `ahead` is the same lane of the whole run, while this one is live.
    pub fn row(&self, lane: &Lane, ahead: Option<&Lane>) -> Html {
        let name = self.trace.text(lane.name).to_owned();
        let coro = self.trace.text(lane.coro).to_owned();
        html! {
            <div class="row" key={lane.task.0} role="listitem" data-lane={name.clone()} data-label={coro.clone()}
                data-outcome={lane.end.map(|end| outcome_name(end.outcome))}>
                <div class="label" title={format!("{coro} · {name}")}><b>{ coro }</b><i>{ name }</i></div>
                <div class="track">
                    if let Some(ahead) = ahead {
                        <div class="ahead" aria-hidden="true">
                            { for self.drawn(ahead).into_iter().map(|(_, segment)| self.shadow(segment)) }
                        </div>
                    }
                    <div class="bars">{ for self.drawn(lane).into_iter().map(|(at, segment)| self.bar(at, segment)) }</div>
                    { for lane.segments.iter().enumerate().map(|(at, segment)| self.handle(at, segment, lane)) }
                    { self.end(lane) }
                </div>
            </div>
        }
    }

    /// The row of a task that the live run has not made yet.
    pub fn future_row(&self, ahead: &Lane) -> Html {
        html! {
            <div class="row" key={ahead.task.0} aria-hidden="true">
                <div class="label ahead"><b>{ self.trace.text(ahead.coro).to_owned() }</b></div>
                <div class="track">
                    <div class="ahead">
                        { for self.drawn(ahead).into_iter().map(|(_, segment)| self.shadow(segment)) }
                    </div>
                </div>
            </div>
        }
    }

    /// The segments that can be seen: what takes no time is a mark, and of marks at one pixel
    /// only the first is drawn. A wait for one's turn that took no time is not drawn at all.
    fn drawn<'l>(&self, lane: &'l Lane) -> Vec<(usize, &'l Segment)> {
        let mut drawn: Vec<(usize, &Segment)> = Vec::new();
        let mut taken = f64::NEG_INFINITY;
        for (at, segment) in lane.segments.iter().enumerate() {
            let from = self.scale.pixels(segment.from);
            let narrow = segment.to.is_some_and(|to| self.scale.pixels(to) - from < 1.0);
            if narrow && (segment.doing == Doing::Ready || from < taken + 1.0) {
                continue;
            }
            if narrow {
                taken = from;
            }
            drawn.push((at, segment));
        }
        drawn
    }

    fn place(&self, segment: &Segment) -> String {
        let from = self.scale.percent(segment.from);
        let to = self.scale.percent(segment.to.unwrap_or_else(|| self.scale.end().max(segment.from)));
        format!("left:{from:.3}%;width:max({NARROWEST}px,{:.3}%)", to - from)
    }

    fn bar(&self, at: usize, segment: &Segment) -> Html {
        let kind = describe::kind(segment.doing);
        let text = describe::bar(self.words, self.picture, self.trace, segment.doing);
        let linked = self.dragged.is_some() && origin(segment.doing) == self.dragged;
        let mark = segment.to == Some(segment.from);
        let has_room = segment.to.is_none_or(|to| self.scale.pixels(to - segment.from) >= ROOM_FOR_TEXT);
        html! {
            <div key={at} class={classes!("bar", kind, linked.then_some("linked"), mark.then_some("mark"))}
                ~style={self.place(segment)} data-segment={kind} data-from={segment.from.to_string()}
                data-to={segment.to.map(|to| to.to_string())} data-line={segment.line.map(|line| line.to_string())}
                title={describe::story(self.words, self.picture, self.trace, segment)}>
                if has_room {
                    <span>{ text }</span>
                }
            </div>
        }
    }

    fn shadow(&self, segment: &Segment) -> Html {
        html! { <div class={classes!("bar", describe::kind(segment.doing))} ~style={self.place(segment)} /> }
    }

    /// The end of a bar whose length is a number in the source.
    fn handle(&self, at: usize, segment: &Segment, lane: &Lane) -> Html {
        let (Some(origin), Some(to)) = (segment.origin(), segment.to) else { return Html::default() };
        let length = to - segment.from;
        let style = format!("left:{:.3}%", self.scale.percent(to));
        let text = seconds(length);
        let held = self.dragged == Some(origin);
        html! {
            <div key={format!("handle-{at}")} class={classes!("handle", describe::kind(segment.doing), held.then_some("held"))} ~style={style}
                data-handle="duration" data-origin={origin.to_string()} data-seconds={length.to_string()}
                role="slider" tabindex="0" aria-valuemin="0" aria-valuenow={length.to_string()}
                aria-valuetext={text.clone()}
                aria-label={format!("{} {}", self.trace.text(lane.name), (self.words.drag_end)(&text))}>
                <span class="grip" /><span class="value">{ text.clone() }</span>
            </div>
        }
    }

    fn end(&self, lane: &Lane) -> Html {
        let Some(End { time, outcome, value }) = lane.end else { return self.open_end(lane) };
        let style = format!("left:{:.3}%", self.scale.percent(time));
        let value = match (value, outcome) {
            (Some(value), _) => self.trace.text(value),
            (None, Outcome::Cancelled) => self.words.cancelled,
            (None, _) => "",
        };
        let mark = match outcome {
            Outcome::Result => "✓",
            Outcome::Exception => "✗",
            Outcome::Cancelled => "⊘",
        };
        html! {
            <div class={classes!("outcome", outcome_name(outcome))} ~style={style}
                title={format!("{} {value}", describe::outcome(self.words, outcome))}>
                <span class="mark">{ mark }</span><span>{ value.to_owned() }</span>
            </div>
        }
    }

    /// A task that was left alone by the end of the program.
    fn open_end(&self, lane: &Lane) -> Html {
        let Some(to) = lane.segments.last().and_then(|segment| segment.to) else { return Html::default() };
        let style = format!("left:{:.3}%", self.scale.percent(to));
        html! { <div class="outcome unfinished" ~style={style}><span>{ self.words.unfinished }</span></div> }
    }
}

fn origin(doing: Doing) -> Option<u32> {
    match doing {
        Doing::Block { origin, .. } | Doing::Waiting(Wait::Sleep { origin, .. }) => origin,
        _ => None,
    }
}
