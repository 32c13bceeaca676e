//! The menu of a step: what can be done with a statement, from its bar on the timeline.
//!
//! It works on the text that is shown: the statement is found by the bar's line, and each choice is
//! an edit that `scenario::steps` writes.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::action::{Action, StepEdit};
use super::describe;
use super::lane_view::Bar;
use super::state::State;
use super::words::Language;
use crate::player::Picture;
use crate::scenario::steps::{self, Direction, Kind, NewStep, Place, Step};

#[derive(Properties, PartialEq)]
pub struct StepMenuProps {
    pub bar: Bar,
    /// Where it opens, in pixels of the window.
    pub at: (f64, f64),
    pub picture: Rc<Picture>,
    pub text: Rc<str>,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
    pub close: Callback<()>,
}

/// Where a chosen step goes.
#[derive(Clone, Copy, PartialEq)]
enum Target {
    Before,
    After,
    Replace,
}

/// What the menu shows.
#[derive(Clone, Copy, PartialEq)]
enum Page {
    Root,
    Kinds(Target),
    Field(Target, Kind),
}

#[component]
pub fn StepMenu(props: &StepMenuProps) -> Html {
    let page = use_state_eq(|| Page::Root);
    let menu = use_node_ref();
    use_effect_with((*page, menu.clone()), |(_, menu)| focus_first(menu));
    let Some(context) = Context::of(props) else { return Html::default() };
    let body = match *page {
        Page::Root => context.root(&page),
        Page::Kinds(target) => context.kinds(&page, target),
        Page::Field(target, kind) => context.field(target, kind),
    };
    let (left, top) = props.at;
    let [close, escape] = [props.close.clone(), props.close.clone()];
    let keys = menu.clone();
    html! {
        <>
            <div class="backdrop" onpointerdown={move |_| close.emit(())} />
            <div class="menu" role="menu" ref={menu} data-part="step-menu" aria-label={context.step.text.clone()}
                ~style={format!("--x:{left:.0}px;--y:{top:.0}px")}
                onkeydown={move |event: KeyboardEvent| key(&event, &keys, &escape)}>
                <p class="menu-head"><code>{ &context.step.text }</code></p>
                { body }
            </div>
        </>
    }
}

/// All that the menu knows of its step.
struct Context<'a> {
    props: &'a StepMenuProps,
    step: Step,
    /// The coroutine of the lane, and the call that made it.
    call: Option<usize>,
    served: Vec<String>,
}

impl<'a> Context<'a> {
    fn of(props: &'a StepMenuProps) -> Option<Self> {
        let lane = props.picture.lanes.lane(props.bar.task)?;
        let line = lane.segments.get(props.bar.at)?.line?;
        let step = steps::step_at(&props.text, line).ok()?;
        let trace = props.picture.trace();
        let served = step.function.as_deref().map_or_else(Vec::new, |function| {
            steps::served(&props.text, function, &props.picture.lanes, &trace)
        });
        let served =
            served.iter().map(|task| describe::task_name(&props.picture, &trace, *task).to_owned()).collect();
        Some(Self { props, step, call: lane.call.and_then(|call| usize::try_from(call).ok()), served })
    }

    fn root(&self, page: &UseStateHandle<Page>) -> Html {
        let words = self.props.language.words().editing;
        let start = self.step.range.start;
        let go = |name: &'static str, label: &'static str, to: Page| {
            let page = page.clone();
            html! {
                <button type="button" role="menuitem" aria-haspopup="menu" data-item={name}
                    onclick={move |_| page.set(to)}>{ label }<i aria-hidden="true">{ "›" }</i></button>
            }
        };
        let shared = self.served.len() > 1;
        html! {
            <>
                if shared {
                    <p class="menu-note" data-part="serves">{ (words.serves)(self.step.function.as_deref().unwrap_or_default(), &self.served) }</p>
                    if let Some(call) = self.call {
                        { self.item("own-function", words.own_function, StepEdit::OwnFunction(call)) }
                    }
                    <hr />
                }
                { go("before", words.insert_before, Page::Kinds(Target::Before)) }
                { go("after", words.insert_after, Page::Kinds(Target::After)) }
                { go("replace", words.replace, Page::Kinds(Target::Replace)) }
                <hr />
                { self.item("up", words.move_up, StepEdit::Shift(start, Direction::Up)) }
                { self.item("down", words.move_down, StepEdit::Shift(start, Direction::Down)) }
                { self.item("duplicate", words.duplicate, StepEdit::Duplicate(start)) }
                { self.item("delete", words.delete, StepEdit::Delete(start)) }
            </>
        }
    }

    fn kinds(&self, page: &UseStateHandle<Page>, target: Target) -> Html {
        html! { <div class="kinds">{ for Kind::ALL.into_iter().map(|kind| self.kind(page, target, kind)) }</div> }
    }

    /// A kind of step; one that needs to know which task asks for it first.
    fn kind(&self, page: &UseStateHandle<Page>, target: Target, kind: Kind) -> Html {
        let (name, what) = (self.props.language.words().editing.kind)(kind);
        let line = html! { <><b>{ name }</b><small>{ what }</small></> };
        if let Some(new) = plain(kind) {
            return self.button(kind.name(), line, self.edit(target, new));
        }
        let page = page.clone();
        html! {
            <button type="button" role="menuitem" aria-haspopup="menu" data-item={kind.name()}
                onclick={move |_| page.set(Page::Field(target, kind))}>{ line }</button>
        }
    }

    /// What is still asked of a kind: a number, a text, or a task.
    fn field(&self, target: Target, kind: Kind) -> Html {
        if matches!(kind, Kind::AwaitTask | Kind::CancelTask) {
            return self.tasks(target, kind);
        }
        let words = self.props.language.words().editing;
        let input = NodeRef::default();
        let (typed, edit_at) = (input.clone(), self.step.range.start);
        let (dispatch, close) = (self.props.dispatch.clone(), self.props.close.clone());
        let number = is_number(kind);
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            let value = typed.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            if let Some(new) = filled(kind, &value) {
                close.emit(());
                dispatch.dispatch(Action::EditStep(placed(target, edit_at, new)));
            }
        };
        let value = if number { if kind == Kind::Repeat { "3" } else { "1" } } else { "" };
        html! {
            <form class="menu-form" onsubmit={submit}>
                <label>{ (words.kind)(kind).0 }
                    <input ref={input} data-field="value" type={if number { "number" } else { "text" }}
                        min={number.then_some("0")} step={number.then_some(if kind == Kind::Repeat { "1" } else { "any" })}
                        {value} placeholder={(words.kind)(kind).0} />
                </label>
                <button type="submit" class="play" data-item="insert">{ words.insert }</button>
            </form>
        }
    }

    fn tasks(&self, target: Target, kind: Kind) -> Html {
        let trace = self.props.picture.trace();
        let lanes = self.props.picture.lanes.lanes().iter();
        let others = lanes
            .filter(|lane| lane.task != self.props.bar.task)
            .filter_map(|lane| Some((lane, usize::try_from(lane.call?).ok()?)));
        html! {
            { for others.map(|(lane, call)| {
                let new = if kind == Kind::CancelTask { NewStep::CancelTask { call } } else { NewStep::AwaitTask { call } };
                let label = html! { <><b>{ trace.text(lane.coro).to_owned() }</b><small>{ trace.text(lane.name).to_owned() }</small></> };
                self.button(kind.name(), label, self.edit(target, new))
            }) }
        }
    }

    fn edit(&self, target: Target, new: NewStep) -> StepEdit {
        placed(target, self.step.range.start, new)
    }

    fn item(&self, name: &'static str, label: &'static str, edit: StepEdit) -> Html {
        self.button(name, html! { label }, edit)
    }

    /// An entry that edits, or, where that is refused, says why.
    fn button(&self, name: &'static str, label: Html, edit: StepEdit) -> Html {
        let refused = edit.carry_out(&self.props.text).err();
        let why = refused.as_ref().map(|refusal| describe::refusal(self.props.language, refusal));
        let (dispatch, close) = (self.props.dispatch.clone(), self.props.close.clone());
        let is_refused = why.is_some();
        html! {
            <button type="button" role="menuitem" data-item={name} title={why}
                aria-disabled={is_refused.then_some("true")}
                onclick={move |_| if !is_refused {
                    close.emit(());
                    dispatch.dispatch(Action::EditStep(edit.clone()));
                }}>{ label }</button>
        }
    }
}

fn placed(target: Target, at: usize, new: NewStep) -> StepEdit {
    match target {
        Target::Before => StepEdit::Insert(Place::Before(at), new),
        Target::After => StepEdit::Insert(Place::After(at), new),
        Target::Replace => StepEdit::Replace(at, new),
    }
}

/// The step of a kind that needs no more words.
fn plain(kind: Kind) -> Option<NewStep> {
    Some(match kind {
        Kind::Yield => NewStep::Yield,
        Kind::Lock => NewStep::Lock,
        Kind::Get => NewStep::Get,
        Kind::SetEvent => NewStep::SetEvent,
        Kind::WaitEvent => NewStep::WaitEvent,
        Kind::Try => NewStep::Try,
        _ => return None,
    })
}

fn is_number(kind: Kind) -> bool {
    matches!(kind, Kind::Sleep | Kind::Block | Kind::Timeout | Kind::Semaphore | Kind::Repeat)
}

/// The step of a kind with what was typed.
fn filled(kind: Kind, value: &str) -> Option<NewStep> {
    let seconds = || value.parse().ok().filter(|seconds: &f64| seconds.is_finite() && *seconds >= 0.0);
    let text = value.to_owned();
    Some(match kind {
        Kind::Sleep => NewStep::Sleep { seconds: seconds()? },
        Kind::Block => NewStep::Block { seconds: seconds()? },
        Kind::Timeout => NewStep::Timeout { seconds: seconds()? },
        Kind::Semaphore => NewStep::Semaphore { limit: value.parse().ok()? },
        Kind::Repeat => NewStep::Repeat { times: value.parse().ok()? },
        Kind::Print => NewStep::Print { text },
        Kind::Raise => NewStep::Raise { message: text },
        Kind::Put => NewStep::Put { text },
        Kind::Return => NewStep::Return { text: (!text.is_empty()).then_some(text) },
        _ => return None,
    })
}

pub fn key(event: &KeyboardEvent, menu: &NodeRef, close: &Callback<()>) {
    let by = match event.key().as_str() {
        "Escape" | "Tab" => {
            event.prevent_default();
            return close.emit(());
        }
        "ArrowDown" => 1,
        "ArrowUp" => -1,
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

pub fn focus_first(menu: &NodeRef) {
    if let Some(first) = items(menu).first() {
        let _ = first.focus();
    }
}

fn items(menu: &NodeRef) -> Vec<HtmlElement> {
    let found = menu.cast::<Element>().and_then(|menu| menu.query_selector_all("button, input").ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}
