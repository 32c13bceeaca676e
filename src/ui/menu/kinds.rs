//! Which step is wanted, and what else must be known for it.

use yew::prelude::*;

use super::MenuProps;
use super::field::{Asked, Field};
use crate::scenario::steps::{Kind, NewStep, Place};
use crate::ui::action::{Action, StepEdit};

/// Where a chosen step goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Goal {
    At(Place),
    /// In place of the statement at this byte.
    Instead(usize),
}

impl Goal {
    fn edit(&self, new: NewStep) -> StepEdit {
        match self {
            Self::At(place) => StepEdit::Insert(place.clone(), new),
            Self::Instead(at) => StepEdit::Replace(*at, new),
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct KindsProps {
    pub menu: MenuProps,
    pub goal: Goal,
    /// The kind that was chosen and of which more must be known.
    pub chosen: Option<Kind>,
    pub choose: Callback<Kind>,
}

#[component]
pub fn Kinds(props: &KindsProps) -> Html {
    match props.chosen {
        None => {
            html! { <div class="kinds">{ for Kind::ALL.into_iter().map(|kind| entry(props, kind)) }</div> }
        }
        Some(kind @ (Kind::AwaitTask | Kind::CancelTask)) => tasks(props, kind),
        Some(kind) => field(props, kind),
    }
}

/// A kind of step; one of which more must be known asks for it first.
fn entry(props: &KindsProps, kind: Kind) -> Html {
    let (name, what) = (props.menu.language.words().editing.kind)(kind);
    let line = html! { <><b>{ name }</b><small>{ what }</small></> };
    if let Some(new) = plain(kind) {
        return props.menu.button(kind.name(), line, props.goal.edit(new));
    }
    let choose = props.choose.clone();
    html! {
        <button type="button" role="menuitem" aria-haspopup="menu" data-item={kind.name()}
            onclick={move |_| choose.emit(kind)}>{ line }<i aria-hidden="true">{ "›" }</i></button>
    }
}

fn field(props: &KindsProps, kind: Kind) -> Html {
    let words = props.menu.language.words().editing;
    let (dispatch, close, goal) = (props.menu.dispatch.clone(), props.menu.close.clone(), props.goal.clone());
    let done = Callback::from(move |value: String| {
        if let Some(new) = filled(kind, &value) {
            close.emit(());
            dispatch.dispatch(Action::EditStep(goal.edit(new)));
        }
    });
    let label = (words.kind)(kind).0;
    html! { <Field {label} asked={asked(kind)} button={words.insert} language={props.menu.language} {done} /> }
}

fn tasks(props: &KindsProps, kind: Kind) -> Html {
    let trace = props.menu.picture.trace();
    let others = props.menu.picture.lanes.lanes().iter();
    let others = others
        .filter(|lane| lane.task != props.menu.owner.task)
        .filter_map(|lane| Some((lane, usize::try_from(lane.call?).ok()?)));
    html! {
        { for others.map(|(lane, call)| {
            let new = match kind {
                Kind::CancelTask => NewStep::CancelTask { call },
                _ => NewStep::AwaitTask { call },
            };
            let label = html! {
                <><b>{ trace.text(lane.coro).to_owned() }</b><small>{ trace.text(lane.name).to_owned() }</small></>
            };
            props.menu.button(kind.name(), label, props.goal.edit(new))
        }) }
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

/// What is asked of a kind, such that a hand without keys can leave it as it is.
fn asked(kind: Kind) -> Asked {
    match kind {
        Kind::Sleep | Kind::Block | Kind::Timeout => Asked::Number { first: 1.0, step: 0.5 },
        Kind::Semaphore => Asked::Number { first: 2.0, step: 1.0 },
        Kind::Repeat => Asked::Number { first: 3.0, step: 1.0 },
        Kind::Raise => Asked::Text { first: "failed" },
        Kind::Print => Asked::Text { first: "hello" },
        Kind::Put => Asked::Text { first: "item" },
        _ => Asked::Text { first: "" },
    }
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
