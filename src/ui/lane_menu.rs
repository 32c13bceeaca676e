//! The menu of a lane: what one can do to its task from outside, at the time that is shown.

use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::action::Action;
use super::state::State;
use super::step_menu::{focus_first, key};
use super::words::Language;
use crate::player::Picture;
use crate::trace::{Act, Seconds, TaskId};

#[derive(Properties, PartialEq)]
pub struct LaneMenuProps {
    pub task: TaskId,
    /// Where it opens, in pixels of the window.
    pub at: (f64, f64),
    pub picture: Rc<Picture>,
    /// The picture is that of a live run.
    pub is_live: bool,
    /// The time of the live run, if there is one.
    pub now: Callback<(), Option<Seconds>>,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
    pub close: Callback<()>,
}

#[component]
pub fn LaneMenu(props: &LaneMenuProps) -> Html {
    let menu = use_node_ref();
    use_effect_with(menu.clone(), focus_first);
    let Some(lane) = props.picture.lanes.lane(props.task) else { return Html::default() };
    let words = props.language.words().intervening;
    let trace = props.picture.trace();
    let (name, coro) = (trace.text(lane.name).to_owned(), trace.text(lane.coro).to_owned());
    let is_done = props.is_live && lane.end.is_some();
    let why_not = |act: Act| match act {
        Act::Cancel => is_done.then_some(words.is_done),
        Act::Copy => lane.call.is_none().then_some(words.no_copy),
    };
    let item = |act: Act, name: &'static str, label: &'static str| {
        let why = why_not(act);
        let (task, now) = (props.task, props.now.clone());
        let (dispatch, close) = (props.dispatch.clone(), props.close.clone());
        html! {
            <button type="button" role="menuitem" data-item={name} title={why}
                aria-disabled={why.map(|_| "true")}
                onclick={move |_| if why.is_none() {
                    close.emit(());
                    dispatch.dispatch(Action::Intervene { act, task, now: now.emit(()) });
                }}>{ label }</button>
        }
    };
    let (left, top) = props.at;
    let [close, escape] = [props.close.clone(), props.close.clone()];
    let keys = menu.clone();
    html! {
        <>
            <div class="backdrop" onpointerdown={move |_| close.emit(())} />
            <div class="menu" role="menu" ref={menu} data-part="lane-menu" aria-label={format!("{coro} {name}")}
                ~style={format!("--x:{left:.0}px;--y:{top:.0}px")}
                onkeydown={move |event: KeyboardEvent| key(&event, &keys, &escape)}>
                <p class="menu-head"><code>{ coro }</code>{ " " }<small>{ name }</small></p>
                <p class="menu-note">{ words.from_outside }</p>
                { item(Act::Cancel, "cancel", words.cancel) }
                { item(Act::Copy, "copy", words.copy) }
            </div>
        </>
    }
}
