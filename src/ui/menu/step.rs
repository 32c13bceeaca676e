//! The menu of a step: what can be done with a statement, from its bar on the timeline.
//!
//! The statement is found by the bar's line.

use yew::prelude::*;

use super::kinds::{Goal, Kinds};
use super::{Frame, MenuProps, leads};
use crate::scenario::steps::{self, Direction, Kind, Place, Step};
use crate::ui::action::StepEdit;
use crate::ui::describe;
use crate::ui::icons::Icon;

/// What the menu shows.
#[derive(Clone, PartialEq)]
enum Page {
    Root,
    Kinds(Goal),
    Field(Goal, Kind),
}

#[component]
pub fn StepMenu(props: &MenuProps) -> Html {
    let page = use_state_eq(|| Page::Root);
    let Some((step, served)) = step_of(props) else { return Html::default() };
    let (number, back) = match &*page {
        Page::Root => (0, None),
        Page::Kinds(_) => (1, Some(Page::Root)),
        Page::Field(goal, _) => (2, Some(Page::Kinds(goal.clone()))),
    };
    let setter = page.setter();
    let back = back.map(|to| Callback::from(move |()| setter.set(to.clone())));
    let body = match &*page {
        Page::Root => root(props, &page, &step, &served),
        Page::Kinds(goal) => kinds(props, &page, goal, None),
        Page::Field(goal, kind) => kinds(props, &page, goal, Some(*kind)),
    };
    html! {
        <Frame menu={props.clone()} title={html! { <code>{ &step.text }</code> }} label={step.text.clone()}
            part="step-menu" page={number} {back}>{ body }</Frame>
    }
}

/// The statement, and the names of the tasks that run it.
fn step_of(props: &MenuProps) -> Option<(Step, Vec<String>)> {
    let lanes = &props.picture.lanes;
    let line = lanes.lane(props.owner.task)?.segments.get(props.owner.at?)?.line?;
    let step = steps::step_at(&props.text, line).ok()?;
    let trace = props.picture.trace();
    let served = step
        .function
        .as_deref()
        .map_or_else(Vec::new, |function| steps::served(&props.text, function, lanes, &trace));
    let name = |task| describe::task_name(&props.picture, &trace, task).to_owned();
    let served = served.into_iter().map(name).collect();
    Some((step, served))
}

fn root(props: &MenuProps, page: &UseStateHandle<Page>, step: &Step, served: &[String]) -> Html {
    let words = props.language.words().editing;
    let start = step.range.start;
    let go = |name, sign, label, goal: Goal| {
        let page = page.setter();
        leads(name, sign, label, move || page.set(Page::Kinds(goal.clone())))
    };
    html! {
        <>
            if served.len() > 1 {
                <p class="menu-note" data-part="serves">{ (words.serves)(step.function.as_deref().unwrap_or_default(), served) }</p>
                if let Some(call) = props.call() {
                    { props.entry("own-function", Icon::Fork, words.own_function, StepEdit::OwnFunction(call)) }
                }
                <hr />
            }
            { go("before", Icon::Before, words.insert_before, Goal::At(Place::Before(start))) }
            { go("after", Icon::After, words.insert_after, Goal::At(Place::After(start))) }
            { go("replace", Icon::Replace, words.replace, Goal::Instead(start)) }
            <hr />
            { props.entry("up", Icon::Up, words.move_up, StepEdit::Shift(start, Direction::Up)) }
            { props.entry("down", Icon::Down, words.move_down, StepEdit::Shift(start, Direction::Down)) }
            { props.entry("duplicate", Icon::Duplicate, words.duplicate, StepEdit::Duplicate(start)) }
            { props.entry("delete", Icon::Delete, words.delete, StepEdit::Delete(start)) }
        </>
    }
}

fn kinds(props: &MenuProps, page: &UseStateHandle<Page>, goal: &Goal, chosen: Option<Kind>) -> Html {
    let (setter, to) = (page.setter(), goal.clone());
    let choose = Callback::from(move |kind| setter.set(Page::Field(to.clone(), kind)));
    html! { <Kinds menu={props.clone()} goal={goal.clone()} {chosen} {choose} /> }
}
