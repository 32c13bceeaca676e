//! The lines that are being put in order: by a mouse, by a finger, by keys, by buttons.
//!
//! The list as a whole hears all and captures the pointer: a row may be moved in the document while
//! it is held, the list stays.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};
use yew::prelude::*;

use super::{Guess, Guessing, Prediction};
use crate::ui::action::Action;
use crate::ui::icons::{Icon, icon};
use crate::ui::state::State;
use crate::ui::words::Language;

/// More characters of a line are not needed to know it.
const SHOWN: usize = 240;

#[derive(Properties, PartialEq)]
pub struct OrderingProps {
    pub prediction: Prediction,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
}

#[component]
pub fn Ordering(props: &OrderingProps) -> Html {
    let words = props.language.words().predicting;
    let guess = match &props.prediction {
        Prediction::Ordering(guess) => Some(guess),
        _ => None,
    };
    let check = props.dispatch.clone();
    let hint = match guess {
        None => words.not_yet,
        Some(guess) if guess.all == 0 => words.no_lines,
        Some(guess) if !guess.has_choice() => words.no_choice,
        Some(_) => words.how,
    };
    let left_out = guess.filter(|guess| guess.all > guess.printed().len());
    html! {
        <section class="pane" data-view="output" data-predict="ordering" aria-labelledby="output-title">
            <div class="pane-head"><h2 id="output-title">{ words.question }</h2></div>
            <div class="pane-body predict">
                <p class="hint" id="predict-how">{ hint }</p>
                if let Some(guess) = guess {
                    <Lines guess={guess.clone()} language={props.language} dispatch={props.dispatch.clone()} />
                    if let Some(guess) = left_out {
                        <p class="hint" data-part="left-out">{ (words.only_first)(guess.printed().len(), guess.all) }</p>
                    }
                    <button type="button" class="play" data-action="run"
                        onclick={move |_| check.dispatch(Action::Predict(Guessing::Check))}>
                        { icon(Icon::Run) }<span>{ words.check }</span>
                    </button>
                }
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct LinesProps {
    guess: Guess,
    language: Language,
    dispatch: UseReducerDispatcher<State>,
}

#[component]
fn Lines(props: &LinesProps) -> Html {
    let words = props.language.words().predicting;
    let list = use_node_ref();
    // The line in the hand, and the one that has the focus: a row that is moved in the document loses it.
    let held = use_state_eq(|| None::<usize>);
    let focused = use_mut_ref(|| Cell::new(None::<usize>));
    let put = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |(line, to)| dispatch.dispatch(Action::Predict(Guessing::Move { line, to })))
    };
    use_effect_with((props.guess.clone(), list.clone()), {
        let focused = focused.clone();
        move |(_, list)| {
            let Some(line) = focused.borrow().take() else { return };
            let grip = list
                .cast::<Element>()
                .and_then(|list| list.query_selector(&format!("[data-item='{line}'] .hold")).ok().flatten());
            if let Some(grip) = grip.and_then(|grip| grip.dyn_into::<HtmlElement>().ok()) {
                let _ = grip.focus();
            }
        }
    });
    let down = {
        let (list, held) = (list.clone(), held.clone());
        move |event: PointerEvent| {
            let Some(line) = grabbed(&event) else { return };
            event.prevent_default();
            if let Some(list) = list.cast::<Element>() {
                // Fails only where the pointer is gone already.
                let _ = list.set_pointer_capture(event.pointer_id());
            }
            held.set(Some(line));
        }
    };
    let carry = {
        let (list, held, put) = (list.clone(), held.clone(), put.clone());
        move |event: PointerEvent| {
            let Some((line, list)) = held.zip(list.cast::<Element>()) else { return };
            put.emit((line, place_at(&list, line, f64::from(event.client_y()))));
        }
    };
    let up = {
        let held = held.clone();
        Callback::from(move |_: PointerEvent| held.set(None))
    };
    let last = props.guess.printed().len().saturating_sub(1);
    let rows = props.guess.expected().enumerate().map(|(place, (line, text))| {
        let focus = focused.clone();
        let put = put.clone();
        let to = Rc::new(move |to: Option<usize>| {
            if let Some(to) = to {
                focus.borrow().set(Some(line));
                put.emit((line, to));
            }
        });
        let keys = {
            let to = to.clone();
            move |event: KeyboardEvent| {
                let target = match event.key().as_str() {
                    "ArrowUp" => place.checked_sub(1),
                    "ArrowDown" => Some(place + 1),
                    "Home" => Some(0),
                    "End" => Some(last),
                    _ => return,
                };
                event.prevent_default();
                to(target);
            }
        };
        let button = |target: Option<usize>, name: &'static str, label: &'static str, sign: Icon| {
            let to = to.clone();
            html! {
                <button type="button" class="quiet" tabindex="-1" data-move={name} title={label}
                    aria-label={format!("{label}: {text}")} disabled={target.is_none()}
                    onclick={move |_: MouseEvent| to(target)}>{ icon(sign) }</button>
            }
        };
        html! {
            <li key={line} data-item={line.to_string()} class={classes!((*held == Some(line)).then_some("held"))}>
                <button type="button" class="hold" onkeydown={keys} aria-describedby="predict-how"
                    aria-label={format!("{text}, {}", (words.place)(place + 1, last + 1))}>
                    <i aria-hidden="true" />
                </button>
                <span class="number" aria-hidden="true">{ place + 1 }</span>
                { line_text(text, words.empty_line) }
                { button(place.checked_sub(1), "up", words.up, Icon::Up) }
                { button((place < last).then_some(place + 1), "down", words.down, Icon::Down) }
            </li>
        }
    });
    html! {
        <ol class="guess" ref={list.clone()} data-holding={held.is_some().then_some("")} onpointerdown={down}
            onpointermove={carry} onpointerup={up.clone()} onpointercancel={up}>
            { for rows }
        </ol>
    }
}

/// The text of a line; one of spaces can be seen, too.
pub(super) fn line_text(text: &str, empty: &'static str) -> Html {
    if text.trim().is_empty() {
        return html! { <span class="text hint">{ empty }</span> };
    }
    let cut = text.char_indices().nth(SHOWN).and_then(|(end, _)| text.get(..end));
    html! { <span class="text">{ cut.unwrap_or(text).to_owned() }{ cut.map(|_| "…") }</span> }
}

/// The line that a pointer takes hold of: a mouse anywhere, a finger by the handle, as it scrolls elsewhere.
fn grabbed(event: &PointerEvent) -> Option<usize> {
    let target: Element = event.target_dyn_into()?;
    let within = |css: &str| target.closest(css).ok().flatten();
    let is_held = within(".hold").is_some();
    if event.button() != 0 || within("[data-move]").is_some() || (event.pointer_type() == "touch" && !is_held)
    {
        return None;
    }
    within("[data-item]")?.get_attribute("data-item")?.parse().ok()
}

/// The place at that height of the window: so many of the other rows are above it. A row gives way as
/// soon as the pointer is at its middle, from whichever side.
fn place_at(list: &Element, line: usize, y: f64) -> usize {
    let Ok(rows) = list.query_selector_all("[data-item]") else { return 0 };
    let line = line.to_string();
    let (mut count, mut is_below) = (0, false);
    for row in (0..rows.length()).filter_map(|place| rows.item(place)?.dyn_into::<Element>().ok()) {
        if row.get_attribute("data-item").as_ref() == Some(&line) {
            is_below = true;
            continue;
        }
        let area = row.get_bounding_client_rect();
        let middle = area.top() + area.height() / 2.0 + if is_below { -1.0 } else { 1.0 };
        count += usize::from(middle < y);
    }
    count
}
