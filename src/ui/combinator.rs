//! The chooser of how the tasks are awaited.

use std::rc::Rc;

use yew::prelude::*;

use super::action::Action;
use super::describe;
use super::look::Dialog;
use super::state::State;
use super::words::{Language, Words};
use crate::scenario::combinators::{self, Combinator, Reason};
use crate::scenario::refusal::Refusal;

#[derive(Properties, PartialEq)]
pub struct ChooserProps {
    pub text: Rc<str>,
    /// Why the last choice could not be carried out.
    pub refusal: Option<Rc<Refusal>>,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
}

#[component]
pub fn Chooser(props: &ChooserProps) -> Html {
    let words = props.language.words();
    let select = use_node_ref();
    let now = use_detected(props.text.clone());
    let value = now.map_or("", Combinator::name);
    // A choice that was refused leaves the browser showing it: show what is.
    use_effect_with((props.refusal.clone(), props.text.clone(), select.clone()), move |(_, _, select)| {
        if let Some(select) = select.cast::<web_sys::HtmlSelectElement>() {
            select.set_value(value);
        }
    });
    let (dispatch, compare) = (props.dispatch.clone(), props.dispatch.clone());
    let choose = move |event: Event| {
        let name = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
        if let Some(combinator) = Combinator::from_name(&name) {
            dispatch.dispatch(Action::Rewrite(combinator));
        }
    };
    html! {
        <div class="chooser">
            <label>
                <span class="await">{ "await" }</span>
                <select ref={select} data-control="combinator" aria-label={words.combinator} onchange={choose}>
                    <option value="" disabled=true hidden={now.is_some()} selected={now.is_none()}>
                        { words.combinator_none }
                    </option>
                    { for Combinator::ALL.into_iter().map(|one| html! {
                        <option value={one.name()} selected={now == Some(one)}>{ label(words, one) }</option>
                    }) }
                </select>
            </label>
            <button type="button" class="quiet framed" data-action="compare" title={words.drawing.compare_hint}
                onclick={move |_| compare.dispatch(Action::Dialog(Some(Dialog::Compare)))}>{ words.drawing.compare }</button>
            if let Some(refusal) = &props.refusal {
                <span class="refusal" role="alert">{ describe::refusal(props.language, refusal) }</span>
            }
        </div>
    }
}

/// How the program awaits; while it is no program, how it last did.
#[hook]
fn use_detected(text: Rc<str>) -> Option<Combinator> {
    let last = use_mut_ref(|| None);
    let now = use_memo(text, |text| match combinators::detect(text) {
        Ok(detection) => Some(detection.combinator),
        Err(Reason::Syntax { .. }) => *last.borrow(),
        Err(_) => None,
    });
    last.replace(*now);
    *now
}

/// What a way of awaiting is called.
pub fn label(words: &Words, combinator: Combinator) -> &'static str {
    match combinator {
        Combinator::Gather => "gather",
        Combinator::GatherReturnExceptions => "gather, return_exceptions=True",
        Combinator::WaitAllCompleted => "wait, ALL_COMPLETED",
        Combinator::WaitFirstCompleted => "wait, FIRST_COMPLETED",
        Combinator::WaitFirstException => "wait, FIRST_EXCEPTION",
        Combinator::AsCompleted => "as_completed",
        Combinator::TaskGroup => "TaskGroup",
        Combinator::CreateTask => "create_task, await each",
        Combinator::InTurn => words.in_turn,
    }
}
