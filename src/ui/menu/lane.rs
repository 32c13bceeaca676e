//! The menu of a lane: what can be done with a task.

use yew::prelude::*;

use super::field::{Asked, Field};
use super::kinds::{Goal, Kinds};
use super::{Frame, MenuProps, leads, outside};
use crate::scenario::refusal::Refusal;
use crate::scenario::steps::{Kind, Place};
use crate::scenario::tasks;
use crate::ui::action::{Action, StepEdit, TaskEdit};
use crate::ui::describe;
use crate::ui::icons::Icon;
use crate::ui::lane_view::neighbour;

/// What the menu shows.
#[derive(Clone, PartialEq)]
enum Page {
    Root,
    Kinds(Place),
    Field(Place, Kind),
    Rename,
    Cancel,
}

#[component]
pub fn LaneMenu(props: &MenuProps) -> Html {
    let page = use_state_eq(|| Page::Root);
    let Some(lane) = props.picture.lanes.lane(props.owner.task) else { return Html::default() };
    let trace = props.picture.trace();
    let (coro, name) = (trace.text(lane.coro), trace.text(lane.name));
    let (number, back) = match &*page {
        Page::Root => (0, None),
        Page::Field(place, _) => (2, Some(Page::Kinds(place.clone()))),
        _ => (1, Some(Page::Root)),
    };
    let setter = page.setter();
    let back = back.map(|to| Callback::from(move |()| setter.set(to.clone())));
    let words = props.language.words().editing;
    let body = match (&*page, props.call()) {
        (Page::Kinds(place), _) => kinds(props, &page, place, None),
        (Page::Field(place, kind), _) => kinds(props, &page, place, Some(*kind)),
        (Page::Rename, Some(call)) => {
            let edit = move |value: String| Some(TaskEdit::Rename(call, value));
            asks(props, words.name, Asked::Text { first: "" }, words.rename, edit)
        }
        (Page::Cancel, Some(call)) => {
            let edit = move |value: String| {
                let seconds =
                    value.parse().ok().filter(|seconds: &f64| seconds.is_finite() && *seconds >= 0.0)?;
                Some(TaskEdit::CancelAfter(call, seconds))
            };
            asks(props, words.seconds, Asked::Number { first: 1.0, step: 0.5 }, words.cancel, edit)
        }
        (_, call) => root(props, &page, coro, call),
    };
    html! {
        <Frame menu={props.clone()} title={html! { <><code>{ coro.to_owned() }</code><span>{ name.to_owned() }</span></> }}
            label={format!("{coro} {name}")} part="lane-menu" page={number} {back}>{ body }</Frame>
    }
}

fn root(props: &MenuProps, page: &UseStateHandle<Page>, coro: &str, call: Option<usize>) -> Html {
    let words = props.language.words().editing;
    let go = |name, sign, label, to: Page| {
        let page = page.setter();
        leads(name, sign, label, move || page.set(to.clone()))
    };
    // What cannot even be found in the text is told once, for all.
    let found = call.ok_or(Refusal::NoTask).and_then(|call| match tasks::duplicate(&props.text, call) {
        Err(why @ (Refusal::TheEntry | Refusal::MadeInLoop { .. } | Refusal::NotATask | Refusal::NoCall)) => {
            Err(why)
        }
        _ => Ok(call),
    });
    let function = coro.to_owned();
    html! {
        <>
            if let Err(why) = &found {
                <p class="menu-note" data-part="why-not">{ describe::refusal(props.language, why) }</p>
            }
            { go("first-step", Icon::Before, words.first_step, Page::Kinds(Place::First(function.clone()))) }
            { go("last-step", Icon::After, words.last_step, Page::Kinds(Place::Last(function))) }
            <hr />
            if let Ok(call) = found {
                { props.entry("duplicate", Icon::Duplicate, words.duplicate_task, TaskEdit::Duplicate(call).into()) }
                { props.entry("add", Icon::Plus, words.add_task_below, TaskEdit::Add(Some(call)).into()) }
                { props.entry("own-function", Icon::Fork, words.own_function, StepEdit::OwnFunction(call)) }
                { go("rename", Icon::Rename, words.rename, Page::Rename) }
                { go("cancel", Icon::Clock, words.cancel_after, Page::Cancel) }
                <hr />
                { for beside(props, call, -1).map(|other| {
                    props.entry("up", Icon::Up, words.start_earlier, TaskEdit::Move(call, other).into())
                }) }
                { for beside(props, call, 1).map(|other| {
                    props.entry("down", Icon::Down, words.start_later, TaskEdit::Move(call, other).into())
                }) }
                { props.entry("remove", Icon::Delete, words.remove_task, TaskEdit::Remove(call).into()) }
            } else {
                { props.entry("add", Icon::Plus, words.add_task, TaskEdit::Add(None).into()) }
            }
            { outside::entries(props) }
        </>
    }
}

/// The call of the lane above or below, unless that is the program's own task.
fn beside(props: &MenuProps, call: usize, by: isize) -> Option<usize> {
    let other = neighbour(&props.picture, props.owner.task, by)?;
    (tasks::move_to(&props.text, call, other) != Err(Refusal::TheEntry)).then_some(other)
}

fn asks(
    props: &MenuProps,
    label: &'static str,
    asked: Asked,
    button: &'static str,
    edit: impl Fn(String) -> Option<TaskEdit> + 'static,
) -> Html {
    let (dispatch, close) = (props.dispatch.clone(), props.close.clone());
    let done = Callback::from(move |value: String| {
        if let Some(edit) = edit(value) {
            close.emit(());
            dispatch.dispatch(Action::EditStep(edit.into()));
        }
    });
    html! { <Field {label} {asked} {button} language={props.language} {done} /> }
}

fn kinds(props: &MenuProps, page: &UseStateHandle<Page>, place: &Place, chosen: Option<Kind>) -> Html {
    let (setter, to) = (page.setter(), place.clone());
    let choose = Callback::from(move |kind| setter.set(Page::Field(to.clone(), kind)));
    html! { <Kinds menu={props.clone()} goal={Goal::At(place.clone())} {chosen} {choose} /> }
}
