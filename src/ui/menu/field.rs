//! One value that a menu asks for: a number, with a button for less and one for more, or a text.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::words::Language;

/// What is asked for.
#[derive(Clone, Copy, PartialEq)]
pub enum Asked {
    /// Of what may be zero, in steps of that size.
    Number {
        first: f64,
        step: f64,
    },
    Text {
        first: &'static str,
    },
}

#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    pub label: &'static str,
    pub asked: Asked,
    /// What the button says.
    pub button: &'static str,
    pub language: Language,
    pub done: Callback<String>,
}

#[component]
pub fn Field(props: &FieldProps) -> Html {
    let input = use_node_ref();
    let typed = input.clone();
    let done = props.done.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        done.emit(typed.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default());
    };
    let words = props.language.words().editing;
    let (first, step) = match props.asked {
        Asked::Number { first, step } => (first.to_string(), Some(step)),
        Asked::Text { first } => (first.to_owned(), None),
    };
    let by = |sign: &'static str, label: &'static str, direction: f64| {
        let input = input.clone();
        let step = step.unwrap_or(1.0) * direction;
        html! {
            <button type="button" class="quiet framed" aria-label={label} title={label} data-item={label}
                onclick={move |_| change(&input, step)}>{ sign }</button>
        }
    };
    html! {
        <form class="menu-form" onsubmit={submit}>
            <label>{ props.label }
                <input ref={input.clone()} data-field="value" type={if step.is_some() { "number" } else { "text" }}
                    min={step.map(|_| "0")} step={step.map(|step| if step < 1.0 { "any" } else { "1" })}
                    value={first} />
            </label>
            if step.is_some() {
                { by("−", words.less, -1.0) }
                { by("+", words.more, 1.0) }
            }
            <button type="submit" class="play" data-item="insert">{ props.button }</button>
        </form>
    }
}

/// Make the number more or less.
fn change(input: &NodeRef, by: f64) {
    let Some(input) = input.cast::<HtmlInputElement>() else { return };
    let now = input.value_as_number();
    let next = if now.is_nan() { 0.0 } else { (now + by).max(0.0) };
    input.set_value(&((next * 1000.0).round() / 1000.0).to_string());
}
