//! The pane that says why the step that has just ended happened, and what comes next.

use std::rc::Rc;

use yew::prelude::*;

use super::action::Action;
use super::explain::Explanation;
use super::explain::advice::{self, Advice};
use super::state::State;
use super::words::{Language, seconds};
use crate::player::Picture;
use crate::trace::LoopState;

#[derive(Properties, PartialEq)]
pub struct WhyNowProps {
    pub picture: Rc<Picture>,
    /// The whole run, whose mistakes are looked for once, and not anew while it is live.
    pub whole: Rc<Picture>,
    /// The loop at the end of that step.
    pub state: Rc<LoopState>,
    pub step: usize,
    /// The program, whose mistakes are mended by edits.
    pub text: Rc<str>,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
}

#[component]
pub fn WhyNow(props: &WhyNowProps) -> Html {
    let words = props.language.words();
    let body = if props.step == 0 {
        html! { <p class="hint">{ words.why_start }</p> }
    } else {
        reason(props)
    };
    let advice =
        use_memo((props.whole.clone(), props.text.clone(), props.language), |(picture, text, language)| {
            advice::advice(*language, picture, &picture.trace(), text)
        });
    let until = props.picture.events_until(props.step);
    let shown: Vec<&Advice> = advice
        .iter()
        .filter(|advice| advice.event < until.max(1) || props.step == props.whole.steps.last())
        .collect();
    html! {
        <section class="pane" data-view="why" aria-labelledby="why-title">
            <div class="pane-head">
                <h2 id="why-title">{ words.why }</h2>
                <span class="aside">{ seconds(props.picture.steps.time(props.step)) }</span>
            </div>
            <div class="pane-body why" tabindex="0" >
                <div aria-live="polite">{ body }</div>
                if !shown.is_empty() {
                    <h3>{ advice::heading(props.language) }<span class="count">{ shown.len() }</span></h3>
                    <ul class="lints">{ for shown.into_iter().map(|advice| lint(props, advice)) }</ul>
                }
            </div>
        </section>
    }
}

fn reason(props: &WhyNowProps) -> Html {
    let picture = &props.picture;
    let trace = picture.trace();
    let explanation = Explanation::new(props.language, picture, &trace, &props.state);
    let after = trace.events().get(picture.events_until(props.step)..).unwrap_or_default();
    html! {
        <>
            <p class="reason" data-part="reason">{ with_code(&explanation.sentence()) }</p>
            if let Some(next) = explanation.next(after) {
                <p class="next" data-part="next"><b>{ explanation.next_word() }</b><span>{ with_code(&next) }</span></p>
            }
        </>
    }
}

/// A mistake, the line where it is, and what mends it.
fn lint(props: &WhyNowProps, advice: &Advice) -> Html {
    let words = props.language.words();
    let (seek, event) = (props.dispatch.clone(), advice.event);
    let fix = advice.fix.clone().map(|(name, edits)| {
        let dispatch = props.dispatch.clone();
        html! {
            <button type="button" class="fix" data-action="fix"
                onclick={move |_| dispatch.dispatch(Action::Fix(edits.clone()))}>{ with_code(name) }</button>
        }
    });
    html! {
        <li data-lint={advice.kind} data-line={advice.line.map(|line| line.to_string())}>
            <p>{ with_code(&advice.text) }</p>
            if let Some(line) = advice.line {
                <button type="button" class="place" title={words.jump}
                    onclick={move |_| seek.dispatch(Action::SeekEvent(event))}>{ (words.line)(line) }</button>
            }
            { fix }
        </li>
    }
}

/// What stands between backticks is code.
pub fn with_code(text: &str) -> Html {
    text.split('`')
        .enumerate()
        .map(|(place, piece)| match place % 2 {
            0 => html! { { piece.to_owned() } },
            _ => html! { <code>{ piece.to_owned() }</code> },
        })
        .collect()
}
