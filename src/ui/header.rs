//! The head of the page: name, scenario, history, language and theme.

use std::rc::Rc;

use yew::prelude::*;

use super::action::Action;
use super::icons::{Icon, icon, logo};
use super::look::{Dialog, Look, Theme};
use super::state::State;
use super::words::Words;
use crate::scenario::PythonVersion;

#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    pub title: Rc<str>,
    pub python: PythonVersion,
    pub can_undo: bool,
    pub can_redo: bool,
    pub look: Look,
    pub dispatch: UseReducerDispatcher<State>,
}

#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let words = props.look.language.words();
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
    let (theme, theme_icon) = match props.look.theme {
        Theme::Auto => (words.theme_auto, Icon::Auto),
        Theme::Light => (words.theme_light, Icon::Light),
        Theme::Dark => (words.theme_dark, Icon::Dark),
    };
    let dispatch = props.dispatch.clone();
    html! {
        <header class="head">
            <h1 class="brand">{ logo() }<span>{ "Interleave" }</span></h1>
            <span class="title">{ &*props.title }</span>
            <span class="version">{ format!("Python {}", props.python) }</span>
            <span class="space" />
            <div class="group">
                { button("undo", words.undo, Icon::Undo, props.can_undo, || Action::Undo) }
                { button("redo", words.redo, Icon::Redo, props.can_redo, || Action::Redo) }
            </div>
            <div class="group sharing">
                { for Dialog::ALL.into_iter().map(|dialog| sharing(dialog, words, &props.dispatch)) }
            </div>
            <div class="group">
                <button type="button" class="quiet language" data-control="language"
                    title={words.switch_language} aria-label={words.switch_language}
                    onclick={move |_| dispatch.dispatch(Action::SwitchLanguage)}>
                    <span data-own={(props.look.language.tag() != "en").to_string()}>{ "中文" }</span>
                    <span data-own={(props.look.language.tag() == "en").to_string()}>{ "EN" }</span>
                </button>
                { button("theme", theme, theme_icon, true, || Action::SwitchTheme) }
            </div>
        </header>
    }
}

fn sharing(dialog: Dialog, words: &Words, dispatch: &UseReducerDispatcher<State>) -> Html {
    let (label, sign) = match dialog {
        Dialog::Share => (words.share, Icon::Share),
        Dialog::Embed => (words.embed, Icon::Embed),
        Dialog::Export => (words.export, Icon::Export),
        Dialog::Compare => (words.drawing.compare, Icon::Duplicate),
    };
    let dispatch = dispatch.clone();
    html! {
        <button type="button" class="quiet named" data-action={dialog.name()} title={label}
            onclick={move |_| dispatch.dispatch(Action::Dialog(Some(dialog)))}>
            { icon(sign) }<span>{ label }</span>
        </button>
    }
}
