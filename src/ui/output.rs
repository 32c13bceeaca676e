//! The output pane: what was printed, when and by whom, and how the program ended.

use std::rc::Rc;

use yew::prelude::*;

use super::action::Action;
use super::describe;
use super::predict::Guessing;
use super::state::State;
use super::words::{Language, Words, seconds};
use crate::player::Picture;
use crate::trace::json::exit_name;
use crate::trace::output::{End, Line};
use crate::trace::{Exit, Trace};

/// More lines than these are not kept in the document; the newest are.
const SHOWN: usize = 2_000;

#[derive(Properties, PartialEq)]
pub struct OutputProps {
    pub picture: Rc<Picture>,
    /// How many events of the picture have happened.
    pub events: usize,
    /// The output can be predicted once more.
    pub can_predict: bool,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
}

#[component]
pub fn Output(props: &OutputProps) -> Html {
    let words = props.language.words();
    let body = use_node_ref();
    let picture = &props.picture;
    let lines = picture.output.lines_until(props.events);
    let newest = lines.get(lines.len().saturating_sub(SHOWN)..).unwrap_or_default();
    let end = picture.output.end_by(props.events);
    use_effect_with((lines.len(), end.is_some(), body.clone()), |(_, _, body)| {
        if let Some(body) = body.cast::<web_sys::Element>() {
            body.set_scroll_top(body.scroll_height());
        }
    });
    let trace = picture.trace();
    let stderr = end.is_some().then(|| picture.stderr.trim_end()).filter(|text| !text.is_empty());
    let again = {
        let dispatch = props.dispatch.clone();
        move |_| dispatch.dispatch(Action::Predict(Guessing::Again))
    };
    html! {
        <section class="pane" data-view="output" aria-labelledby="output-title">
            <div class="pane-head"><h2 id="output-title">{ words.output }</h2>
                if props.can_predict {
                    <button type="button" class="aside again" data-action="predict-again" onclick={again}>{ words.predicting.again }</button>
                }
            </div>
            <div class="pane-body output" ref={body} tabindex="0">
                if newest.is_empty() && end.is_none() {
                    <p class="hint">{ words.no_output }</p>
                }
                <ol class="lines">
                    { for newest.iter().map(|line| line_row(props, &trace, line)) }
                </ol>
                if let Some(stderr) = stderr {
                    <pre class="stderr">{ stderr }</pre>
                }
                if let Some(end) = end {
                    { end_row(words, &trace, end) }
                }
            </div>
        </section>
    }
}

/// A line; its time is a button that goes to where it was written.
fn line_row(props: &OutputProps, trace: &Trace, line: &Line) -> Html {
    let (dispatch, event) = (props.dispatch.clone(), line.event);
    let picture = &props.picture;
    html! {
        <li data-line="">
            <button type="button" class="time" title={props.language.words().jump}
                onclick={move |_| dispatch.dispatch(Action::SeekEvent(event))}>{ seconds(line.time) }</button>
            <span class="text">{ trace.text(line.text) }</span>
            <span class="who">{ line.task.map_or("", |task| describe::task_name(picture, trace, task)) }</span>
        </li>
    }
}

/// How the program ended.
pub fn end_row(words: &Words, trace: &Trace, end: End) -> Html {
    let (class, say) = match end.outcome {
        Exit::Ok => ("ok", words.finished),
        Exit::Exception => ("failed", words.failed),
        Exit::Deadlock => ("failed", words.deadlock),
        Exit::Budget => ("failed", words.budget),
    };
    html! {
        <p class={classes!("end", class)} data-exit={exit_name(end.outcome)}>
            <span class="mark" aria-hidden="true">{ if class == "ok" { "✓" } else { "✗" } }</span>
            <span>{ say(&seconds(end.time)) }</span>
            if let Some(value) = end.value.filter(|_| end.outcome == Exit::Exception) {
                <code>{ trace.text(value) }</code>
            }
        </p>
    }
}
