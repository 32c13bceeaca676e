//! What the menu of a lane offers to do to its task from outside of the program, at the time that is shown.

use yew::prelude::*;

use super::MenuProps;
use crate::trace::Act;
use crate::ui::action::Action;
use crate::ui::icons::{Icon, icon};

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
    let MenuProps { owner, now, dispatch, close, .. } = props.clone();
    html! {
        <button type="button" role="menuitem" data-item={name} aria-disabled={why.map(|_| "true")}
            onclick={move |_| if why.is_none() {
                close.emit(());
                dispatch.dispatch(Action::Intervene { act, task: owner.task, now: now.emit(()) });
            }}>
            { icon(sign) }<span>{ label }</span>
            if let Some(why) = why {
                <em>{ why }</em>
            }
        </button>
    }
}
