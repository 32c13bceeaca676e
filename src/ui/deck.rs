//! The transport bar.

use yew::prelude::*;

use super::action::Action;
use super::icons::{Icon, icon};
use super::state::State;
use super::words::{Language, digits};
use crate::player::{SPEEDS, Transport};

#[derive(Properties, PartialEq)]
pub struct DeckProps {
    pub transport: Transport,
    pub can_play: bool,
    pub computing: bool,
    /// Shows the time; `playhead` writes it.
    pub clock: NodeRef,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
}

#[component]
pub fn Deck(props: &DeckProps) -> Html {
    let words = props.language.words();
    let (step, last) = (props.transport.step(), props.transport.last());
    let button =
        |action: &'static str, label: &'static str, sign: Icon, enabled: bool, send: fn() -> Action| {
            let dispatch = props.dispatch.clone();
            html! {
                <button type="button" class="quiet" data-action={action} title={label} aria-label={label}
                    disabled={!enabled} onclick={move |_| dispatch.dispatch(send())}>
                    { icon(sign) }
                </button>
            }
        };
    let (run, run_label, run_icon) = match props.transport.is_playing() {
        true => ("pause", words.pause, Icon::Pause),
        false => ("run", words.run, Icon::Run),
    };
    let toggle = props.dispatch.clone();
    let seek = props.dispatch.clone();
    html! {
        <div class="deck">
            <div class="group">
                { button("reset", words.reset, Icon::Reset, last > 0, || Action::Reset) }
                <span class="turns">{ button("back-turn", words.back_turn, Icon::BackTurn, step > 0, || Action::BackTurn) }</span>
                { button("back", words.back, Icon::Back, step > 0, || Action::Back) }
                <button type="button" class="play" data-action={run} title={run_label} aria-label={run_label}
                    disabled={!props.can_play} onclick={move |_| toggle.dispatch(Action::Toggle)}>
                    { icon(run_icon) }<span>{ run_label }</span>
                </button>
                { button("step", words.step, Icon::Step, step < last, || Action::Step) }
                <span class="turns">{ button("turn", words.next_turn, Icon::Turn, step < last, || Action::Turn) }</span>
                { button("end", words.end, Icon::End, step < last, || Action::End) }
            </div>
            { speed(props) }
            <span class="clock" ref={props.clock.clone()} />
            <input type="range" data-control="position" min="0" max={last.to_string()} value={step.to_string()}
                ~style={format!("--done:{:.2}", step as f64 / last.max(1) as f64 * 100.0)}
                aria-label={words.position} aria-valuetext={(words.step_of)(step, last)}
                oninput={move |event: InputEvent| {
                    let value = event.target_unchecked_into::<web_sys::HtmlInputElement>().value_as_number();
                    seek.dispatch(Action::Seek(value as usize));
                }} />
            <span class={classes!("steps", props.computing.then_some("busy"))}>
                { if props.computing { words.computing.to_owned() } else { (words.step_of)(step, last) } }
            </span>
        </div>
    }
}

fn speed(props: &DeckProps) -> Html {
    let words = props.language.words();
    let dispatch = props.dispatch.clone();
    let choose = move |event: Event| {
        let select = event.target_unchecked_into::<web_sys::HtmlSelectElement>();
        if let Ok(speed) = select.value().parse() {
            dispatch.dispatch(Action::Speed(speed));
        }
    };
    html! {
        <select data-control="speed" title={words.speed} aria-label={words.speed} onchange={choose}>
            { for SPEEDS.iter().map(|&speed| html! {
                <option value={digits(speed)} selected={speed == props.transport.speed()}>
                    { format!("{}×", digits(speed)) }
                </option>
            }) }
        </select>
    }
}
