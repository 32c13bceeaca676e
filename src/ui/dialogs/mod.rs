//! The dialogs of the header: share, embed, export. One sheet with a tab for each.

mod embed;
mod export;
mod field;
mod share;

use std::rc::Rc;

use yew::prelude::*;

use self::embed::Embed;
use self::export::Export;
use self::share::Share;
use super::action::Action;
use super::icons::{Icon, icon};
use super::look::Dialog;
use super::state::State;
use super::words::{Language, Words};
use crate::player::Picture;
use crate::scenario::Scenario;
use crate::trace::Axis;

#[derive(Properties, PartialEq)]
pub struct SheetProps {
    pub dialog: Dialog,
    pub scenario: Rc<Scenario>,
    /// The run that is shown.
    pub picture: Option<Rc<Picture>>,
    /// The step that is shown, if it is not the last.
    pub step: Option<usize>,
    /// What the timeline is drawn along.
    pub along: Axis,
    /// The output is predicted here.
    pub predicts: bool,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
}

#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let words = props.language.words();
    let sheet = use_node_ref();
    use_effect_with(sheet.clone(), |sheet| {
        if let Some(sheet) = sheet.cast::<web_sys::HtmlDialogElement>() {
            let _ = sheet.show_modal();
        }
    });
    let (close, closed) = (props.dispatch.clone(), props.dispatch.clone());
    html! {
        <dialog class="dialog" ref={sheet} aria-label={name(words, props.dialog)} data-dialog={props.dialog.name()}
            onclose={move |_| closed.dispatch(Action::Dialog(None))}>
            <header>
                <nav>
                    { for Dialog::ALL.into_iter().map(|dialog| {
                        let dispatch = props.dispatch.clone();
                        let current = (dialog == props.dialog).then_some("true");
                        html! {
                            <button type="button" data-tab={dialog.name()} aria-current={current}
                                onclick={move |_| dispatch.dispatch(Action::Dialog(Some(dialog)))}>{ name(words, dialog) }</button>
                        }
                    }) }
                </nav>
                <button type="button" class="quiet" data-action="close" title={words.close} aria-label={words.close}
                    onclick={move |_| close.dispatch(Action::Dialog(None))}>{ icon(Icon::Close) }</button>
            </header>
            { match props.dialog {
                Dialog::Share => html! { <Share scenario={props.scenario.clone()} step={props.step} along={props.along} predicts={props.predicts} language={props.language} /> },
                Dialog::Embed => html! { <Embed scenario={props.scenario.clone()} along={props.along} predicts={props.predicts} language={props.language} /> },
                Dialog::Export => html! {
                    <Export scenario={props.scenario.clone()} picture={props.picture.clone()} along={props.along} language={props.language} />
                },
                Dialog::Compare => Html::default(),
            } }
        </dialog>
    }
}

fn name(words: &Words, dialog: Dialog) -> &'static str {
    match dialog {
        Dialog::Share => words.share,
        Dialog::Embed => words.embed,
        Dialog::Export => words.export,
        Dialog::Compare => words.drawing.compare,
    }
}
