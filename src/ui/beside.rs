//! What is said of a program from a link beside the reader's own, and the ways between the two.

use yew::prelude::*;

use super::action::Action;
use super::icons::{Icon, icon};
use super::state::State;
use super::words::Language;
use super::work::{Shift, Work};

/// The line above the program; none where there is nothing beside it.
pub fn beside(work: &Work, language: Language, dispatch: &UseReducerDispatcher<State>) -> Html {
    let words = language.words();
    let sharing = words.sharing;
    let (name, text, ways): (_, _, &[_]) = match work {
        Work::Own | Work::Loose => return Html::default(),
        Work::Visit { .. } => (
            "visit",
            sharing.from_a_link,
            &[
                ("keep", sharing.keep_as_mine, Shift::Keep),
                ("back-to-mine", sharing.back_to_mine, Shift::Swap),
            ],
        ),
        Work::Kept { .. } => ("kept", sharing.kept_as_mine, &[("unkeep", words.undo, Shift::Keep)]),
        Work::Back { .. } => {
            ("back", sharing.mine_again, &[("back-to-theirs", sharing.back_to_theirs, Shift::Swap)])
        }
    };
    let go = |shift: Shift| {
        let dispatch = dispatch.clone();
        move |_| dispatch.dispatch(Action::Work(shift))
    };
    html! {
        <div class="beside" role="status" data-part="beside" data-work={name}>
            <p>{ text }</p>
            <div>
            { for ways.iter().map(|&(action, label, shift)| html! {
                <button type="button" key={action} data-action={action} onclick={go(shift)}>{ label }</button>
            }) }
            </div>
            if work.allows(Shift::Settle) {
                <button type="button" class="settle" data-action="settle" title={words.close} aria-label={words.close}
                    onclick={go(Shift::Settle)}>{ icon(Icon::Close) }</button>
            }
        </div>
    }
}
