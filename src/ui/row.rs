//! One task's row of the timeline. It is drawn anew only when its view is another.

use yew::prelude::*;

use super::describe;
use super::interventions::Mark;
use super::lane_view::{BarView, EndView, LaneView, NARROWEST, Stretch};
use super::marks;
use super::words::{Language, seconds};

#[derive(Properties, PartialEq)]
pub struct RowProps {
    pub view: LaneView,
    /// Its number among all rows, from 1, and how many these are.
    pub place: (usize, usize),
    /// The live run has not made this task yet.
    #[prop_or_default]
    pub is_ahead: bool,
    /// Its label and its steps are in the order of the Tab key.
    #[prop_or_default]
    pub is_current: bool,
    /// The bar that one points at, and what there is to say of it.
    #[prop_or_default]
    pub tip: Option<Tip>,
    /// The bar whose end is in somebody's hand, and how many bars its number has.
    #[prop_or_default]
    pub held: Option<(usize, usize)>,
    /// What is done to the task from outside, and where that is, in percent.
    #[prop_or_default]
    pub marks: Vec<(Mark, f64)>,
    /// How a lane that is carried concerns this row, as a class.
    #[prop_or_default]
    pub carried: Option<&'static str>,
    pub language: Language,
}

/// What is said of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Tip {
    pub at: usize,
    pub story: String,
    /// Why its end cannot be dragged.
    pub why: Option<String>,
}

#[component]
pub fn Row(props: &RowProps) -> Html {
    let view = &props.view;
    let shadows = || {
        view.ahead
            .iter()
            .map(|stretch| html! { <div class={classes!("bar", stretch.kind)} ~style={place(*stretch)} /> })
    };
    if props.is_ahead {
        return html! {
            <div class="row" aria-hidden="true">
                <div class="label ahead"><b>{ &view.coro }</b></div>
                <div class="track"><div class="ahead">{ for shadows() }</div></div>
            </div>
        };
    }
    // The track has as many children at all times: else the bars would be made anew, and lose the focus.
    html! {
        <div class={classes!("row", props.carried)} role="listitem" data-lane={view.name.clone()} data-label={view.coro.clone()}
            data-task={view.task.0.to_string()} data-outcome={view.outcome()}
            aria-posinset={props.place.0.to_string()} aria-setsize={props.place.1.to_string()}>
            { label(props) }
            <div class="track">
                <div class="ahead" aria-hidden="true">{ for shadows() }</div>
                <div class="bars">{ for view.bars.iter().map(|bar| self::bar(props, bar)) }</div>
                <div class="handles">
                    { for view.bars.iter().map(|bar| handle(props, bar)) }
                </div>
                <div class="tips">{ for props.tip.as_ref().map(|tip| self::tip(view, tip)) }</div>
                <div class="interventions">{ marks::draw(&props.marks, props.language) }</div>
                { end(props) }
            </div>
        </div>
    }
}

fn label(props: &RowProps) -> Html {
    let LaneView { name, coro, .. } = &props.view;
    // A name that somebody gave says more than the function's.
    let has_name = !name.starts_with("Task-") && !coro.is_empty();
    let (first, second) = if has_name { (name, coro) } else { (coro, name) };
    html! {
        <div class="label" role="button" tabindex={tabindex(props)} aria-haspopup="menu" data-part="label"
            aria-label={format!("{coro} {name}")} title={format!("{coro} · {name}")}>
            <span class="lane-grip" data-part="grip" aria-hidden="true" />
            if coro.is_empty() {
                <b>{ name }</b>
            } else {
                <b>{ first }</b>
                if coro != name {
                    <i>{ second }</i>
                }
            }
        </div>
    }
}

fn bar(props: &RowProps, bar: &BarView) -> Html {
    let words = props.language.words();
    let kind = bar.stretch.kind;
    let is_mark = bar.to == Some(bar.from);
    let is_pointed = props.tip.as_ref().is_some_and(|tip| tip.at == bar.at);
    let class = classes!(
        "bar",
        kind,
        bar.is_linked.then_some("linked"),
        is_mark.then_some("mark"),
        (bar.count > 1).then_some("crowd"),
        (is_pointed && bar.is_step).then_some("pointed")
    );
    let text = if bar.text.is_empty() { kind } else { &bar.text };
    let role = bar.is_step.then_some(if bar.length.is_some() { "slider" } else { "button" });
    html! {
        <div key={bar.at} {class} ~style={place(bar.stretch)} data-at={bar.at.to_string()}
            data-segment={kind} data-from={bar.from.to_string()} data-to={bar.to.map(|to| to.to_string())}
            data-line={bar.line.map(|line| line.to_string())} data-count={(bar.count > 1).then(|| bar.count.to_string())}
            {role} tabindex={bar.is_step.then(|| tabindex(props))} aria-haspopup={role.map(|_| "menu")}
            aria-label={role.map(|_| format!("{}: {text}", props.view.name))}
            aria-valuemin={bar.length.map(|_| "0")} aria-valuenow={bar.length.map(|length| length.to_string())}
            aria-valuetext={bar.length.map(seconds)}
            aria-description={bar.line.filter(|_| bar.is_step).map(words.line)}>
            if !bar.text.is_empty() {
                <span>{ &bar.text }</span>
            }
        </div>
    }
}

/// The end of a bar whose length is a number in the source. Keys work on the bar itself.
fn handle(props: &RowProps, bar: &BarView) -> Html {
    let held = props.held.filter(|(at, _)| *at == bar.at);
    // What is in the hand stays there, also while something else cuts the bar short.
    let drawn = || bar.to.filter(|_| held.is_some()).map(|to| to - bar.from);
    let Some(length) = bar.length.or_else(drawn) else { return Html::default() };
    let style = format!("left:{:.6}%", bar.stretch.left + bar.stretch.width);
    let is_shown = held.is_some() || props.tip.as_ref().is_some_and(|tip| tip.at == bar.at);
    let class = classes!("handle", bar.stretch.kind, is_shown.then_some("shown"), held.map(|_| "held"));
    html! {
        <div key={format!("handle-{}", bar.at)} {class} ~style={style} aria-hidden="true"
            data-handle="duration" data-at={bar.at.to_string()} data-seconds={length.to_string()}>
            <span class="grip" />
            if let Some((_, sharers)) = held {
                <span class="value">
                    { seconds(length) }
                    if sharers > 1 {
                        <small>{ (props.language.words().editing.bars_together)(sharers) }</small>
                    }
                </span>
            }
        </div>
    }
}

/// Below the bar, from its start, or from its end where it starts far right.
fn tip(view: &LaneView, tip: &Tip) -> Html {
    let Some(bar) = view.bars.iter().find(|bar| bar.at == tip.at) else { return Html::default() };
    let style = match bar.stretch.left > 50.0 {
        true => format!("right:{:.3}%", 100.0 - bar.stretch.left - bar.stretch.width),
        false => format!("left:{:.3}%", bar.stretch.left),
    };
    html! {
        <div class="tip" ~style={style} role="tooltip" data-part="tip">
            <span>{ &tip.story }</span>
            if let Some(why) = &tip.why {
                <span class="why" data-part="why">{ why }</span>
            }
        </div>
    }
}

fn end(props: &RowProps) -> Html {
    let words = props.language.words();
    match &props.view.end {
        EndView::Open => Html::default(),
        EndView::Unfinished(left) => html! {
            <div class="outcome unfinished" ~style={format!("left:{left:.6}%")}><span>{ words.unfinished }</span></div>
        },
        EndView::Done { left, outcome, value } => {
            html! {
                <div class={classes!("outcome", props.view.outcome())} ~style={format!("left:{left:.6}%")}
                    title={format!("{} {value}", describe::outcome(words, *outcome))}>
                    <span class="mark">{ outcome.sign() }</span><span>{ value }</span>
                </div>
            }
        }
    }
}

fn tabindex(props: &RowProps) -> &'static str {
    if props.is_current { "0" } else { "-1" }
}

fn place(Stretch { left, width, .. }: Stretch) -> String {
    format!("left:{left:.6}%;width:max({NARROWEST}px,{width:.6}%)")
}
