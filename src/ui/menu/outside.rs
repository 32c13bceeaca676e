//! What the menu of a lane offers to do to its task from outside of the program, at the time that is shown.

use yew::prelude::*;

use super::{MenuProps, titled};
use crate::trace::Act;
use crate::ui::action::Action;
use crate::ui::icons::Icon;

/// Cancel the task, or start another copy of it.
pub fn entries(props: &MenuProps) -> Html {
    let words = props.language.words().intervening;
    let lane = props.picture.lanes.lane(props.owner.task);
    let is_done = props.is_live && lane.is_some_and(|lane| lane.end.is_some());
    let is_own = lane.is_some_and(|lane| lane.call.is_some());
    html! {
        <>
            <hr />
            <p class="menu-note">{ words.from_outside }</p>
            { entry(props, Act::Cancel, "act-cancel", (Icon::Close, words.cancel), is_done.then_some(words.is_done)) }
            { entry(props, Act::Copy, "act-copy", (Icon::Duplicate, words.copy), (!is_own).then_some(words.no_copy)) }
        </>
    }
}

fn entry(
    props: &MenuProps,
    act: Act,
    name: &'static str,
    (sign, label): (Icon, &'static str),
    why: Option<&'static str>,
) -> Html {
    let (task, now) = (props.owner.task, props.now.clone());
    let intervene = move || Action::Intervene { act, task, now: now.emit(()) };
    props.choice(name, titled(sign, label), why.map(str::to_owned), intervene)
}
