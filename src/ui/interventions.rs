//! Where interventions stand on the timeline: each on the lane of its task, at its time.

use crate::asyncio::Intervention;
use crate::player::Picture;
use crate::trace::{Act, Axis, Callback, EventKind, Seconds, Symbol, TaskId};

/// A mark on a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its number in the scenario.
    pub number: usize,
    pub act: Act,
    pub at: Seconds,
    /// On whose lane it is; none where there is no such task.
    pub task: Option<TaskId>,
    /// The name of the task.
    pub name: Box<str>,
    /// Where on the axis.
    pub place: f64,
}

/// The marks of a run: whom each means, and on the axis of steps, which step it comes in.
pub fn marks(picture: &Picture, interventions: &[Intervention], axis: Axis) -> Vec<Mark> {
    if interventions.is_empty() {
        return Vec::new();
    }
    let of = |(number, intervention): (usize, &Intervention)| Mark {
        number,
        act: intervention.act,
        at: intervention.at,
        task: None,
        name: intervention.task.clone(),
        place: match axis {
            Axis::Time => intervention.at,
            Axis::Steps => picture.steps.at_time(intervention.at) as f64,
        },
    };
    let mut marks: Vec<Mark> = interventions.iter().enumerate().map(of).collect();
    let mut left: Vec<u32> = interventions.iter().map(|intervention| intervention.nth).collect();
    let trace = picture.trace();
    for (place, event) in trace.events().iter().enumerate() {
        match event.kind {
            EventKind::Create { task, name, .. } => {
                let name = trace.text(name);
                let named = marks.iter_mut().zip(&mut left).filter(|(mark, _)| *mark.name == *name);
                for (mark, left) in named.filter(|(mark, _)| mark.task.is_none()) {
                    match left.checked_sub(1) {
                        Some(fewer) => *left = fewer,
                        None => mark.task = Some(task),
                    }
                }
            }
            EventKind::Ready { callback: Callback::Intervention { number, .. }, .. }
                if axis == Axis::Steps =>
            {
                if let Some(mark) = marks.get_mut(number as usize) {
                    mark.place = picture.steps.of_event(place) as f64;
                }
            }
            _ => {}
        }
    }
    marks
}

/// How a task was called when it was made, and how many were called so before it.
pub fn made_as(picture: &Picture, task: TaskId) -> Option<(Box<str>, u32)> {
    let trace = picture.trace();
    let made = trace.events().iter().filter_map(|event| match event.kind {
        EventKind::Create { task, name, .. } => Some((task, name)),
        _ => None,
    });
    let mut names: Vec<Symbol> = Vec::new();
    for (other, name) in made {
        if other == task {
            let nth = names.iter().filter(|before| trace.text(**before) == trace.text(name)).count();
            return Some((trace.text(name).into(), u32::try_from(nth).ok()?));
        }
        names.push(name);
    }
    None
}
