//! The menus of the timeline: of a step ([`step`]), and of a lane ([`lane`]). Each choice is an edit of the text
//! that is shown; one that is refused says why.
//!
//! [`kinds`] asks which step is wanted, and [`field`] what else must be known for it.

mod field;
mod kinds;
mod lane;
mod outside;
mod step;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::action::{Action, StepEdit};
use super::describe;
use super::icons::{Icon, icon};
use super::lane_view;
use super::state::State;
use super::words::Language;
use crate::player::Picture;
use crate::trace::{Seconds, TaskId};

pub use lane::LaneMenu;
pub use step::StepMenu;

/// What a menu belongs to: a lane, or a bar of it by its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    pub task: TaskId,
    pub at: Option<usize>,
}

/// What every menu works on.
#[derive(Clone, PartialEq, Properties)]
pub struct MenuProps {
    pub owner: Owner,
    /// Where it opens, in pixels of the window.
    pub at: (f64, f64),
    pub picture: Rc<Picture>,
    pub text: Rc<str>,
    /// The picture is that of a live run, and this its time.
    pub is_live: bool,
    pub now: Callback<(), Option<Seconds>>,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
    pub close: Callback<()>,
}

impl MenuProps {
    /// The call that made the coroutine of the lane.
    fn call(&self) -> Option<usize> {
        lane_view::call(self.picture.lanes.lane(self.owner.task)?)
    }

    /// An entry that edits, or, where that is refused, says why.
    fn entry(&self, name: &'static str, sign: Icon, label: &str, edit: StepEdit) -> Html {
        self.button(name, titled(sign, label), edit)
    }

    fn button(&self, name: &'static str, label: Html, edit: StepEdit) -> Html {
        let why = edit.carry_out(&self.text).err();
        let why = why.map(|refusal| describe::refusal(self.language, &refusal));
        self.choice(name, label, why, move || Action::EditStep(edit.clone()))
    }

    /// A button that closes the menu and acts; or, where there is a reason why not, tells that.
    fn choice(
        &self,
        name: &'static str,
        label: Html,
        why: Option<String>,
        act: impl Fn() -> Action + 'static,
    ) -> Html {
        let (dispatch, close) = (self.dispatch.clone(), self.close.clone());
        let is_refused = why.is_some();
        html! {
            <button type="button" role="menuitem" data-item={name} aria-disabled={is_refused.then_some("true")}
                onclick={move |_| if !is_refused {
                    close.emit(());
                    dispatch.dispatch(act());
                }}>
                { label }
                if let Some(why) = why {
                    <em>{ why }</em>
                }
            </button>
        }
    }
}

fn titled(sign: Icon, label: &str) -> Html {
    html! { <>{ icon(sign) }<span>{ label.to_owned() }</span></> }
}

/// An entry that leads on.
fn leads(name: &'static str, sign: Icon, label: &str, go: impl Fn() + 'static) -> Html {
    html! {
        <button type="button" role="menuitem" aria-haspopup="menu" data-item={name} onclick={move |_| go()}>
            { titled(sign, label) }<i aria-hidden="true">{ "›" }</i>
        </button>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FrameProps {
    menu: MenuProps,
    /// What it is about.
    title: Html,
    label: String,
    part: &'static str,
    /// Each page of the menu has another number.
    page: usize,
    /// To the page before, unless this is the first.
    #[prop_or_default]
    back: Option<Callback<()>>,
    children: Children,
}

/// The frame around a menu: it closes by Escape and by a click beside it, and arrows go through it.
#[component]
fn Frame(props: &FrameProps) -> Html {
    let menu = use_node_ref();
    use_effect_with((props.page, menu.clone()), |(_, menu)| focus_first(menu));
    let (left, top) = props.menu.at;
    let [close, escape] = [props.menu.close.clone(), props.menu.close.clone()];
    let (keys, leave) = (menu.clone(), props.back.clone());
    let words = props.menu.language.words();
    html! {
        <>
            <div class="backdrop" onpointerdown={move |_| close.emit(())} />
            <div class="menu" role="menu" ref={menu} data-part={props.part} aria-label={props.label.clone()}
                ~style={format!("--x:{left:.0}px;--y:{top:.0}px")}
                onkeydown={move |event: KeyboardEvent| key(&event, &keys, leave.as_ref(), &escape)}>
                <p class="menu-head">
                    if let Some(back) = props.back.clone() {
                        <button type="button" class="menu-back" aria-label={words.editing.back} title={words.editing.back}
                            onclick={move |_| back.emit(())}>{ "‹" }</button>
                    }
                    { props.title.clone() }
                </p>
                { for props.children.iter() }
            </div>
        </>
    }
}

fn key(event: &KeyboardEvent, menu: &NodeRef, back: Option<&Callback<()>>, close: &Callback<()>) {
    let in_field = event.target_dyn_into::<web_sys::HtmlInputElement>().is_some();
    let by = match event.key().as_str() {
        "Escape" | "Tab" => {
            event.prevent_default();
            return close.emit(());
        }
        "ArrowLeft" if !in_field => {
            event.prevent_default();
            return back.unwrap_or(close).emit(());
        }
        "ArrowDown" if !in_field => 1,
        "ArrowUp" if !in_field => -1,
        _ => return,
    };
    event.prevent_default();
    let items = items(menu);
    let focused = event.target_dyn_into::<Element>();
    let here = items.iter().position(|item| Some(item.as_ref()) == focused.as_ref()).unwrap_or(0);
    if let Some(next) = here.checked_add_signed(by).and_then(|next| items.get(next)) {
        // Fails only for what cannot have the focus.
        let _ = next.focus();
    }
}

fn focus_first(menu: &NodeRef) {
    if let Some(first) = items(menu).first() {
        let _ = first.focus();
    }
}

fn items(menu: &NodeRef) -> Vec<HtmlElement> {
    let css = "[role=menuitem], input, .play";
    let found = menu.cast::<Element>().and_then(|menu| menu.query_selector_all(css).ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}
