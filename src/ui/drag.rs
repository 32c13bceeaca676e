//! What a hand does on the timeline: it points, it pulls the ends of bars, and the playhead along
//! the axis; and what the keys do for those who have no pointer.
//!
//! All is heard by the timeline as a whole, which also captures the pointer: a bar may be drawn anew
//! while it is held, the timeline stays.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::action::{Action, TaskEdit};
use super::lane_view::{self, Bar};
use super::menu::Owner;
use super::scale::Scale;
use super::state::State;
use crate::player::Picture;
use crate::trace::{Axis, Seconds, TaskId};

/// What is in the hand.
#[derive(Clone, Copy)]
pub enum Held {
    /// A bar's end: where the pointer was and how long the bar was when it was taken, and the scale
    /// of that moment.
    End {
        x: f64,
        seconds: Seconds,
        scale: Scale,
    },
    Playhead,
    /// The mark of an intervention, by its number: where the pointer was, and its time.
    Mark {
        number: usize,
        x: f64,
        at: Seconds,
        scale: Scale,
    },
    /// A lane, taken at this height, by this pointer; it follows once it is carried away from there.
    Lane {
        task: TaskId,
        y: f64,
        is_carried: bool,
    },
}

/// A lane that is carried to the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    pub task: TaskId,
    pub to: TaskId,
}

/// What a hand works on.
#[derive(Clone)]
pub struct Hand {
    pub timeline: NodeRef,
    pub picture: Option<Rc<Picture>>,
    pub scale: Scale,
    /// The bar that is pointed at.
    pub pointed: UseStateSetter<Option<Bar>>,
    /// The lane that the Tab key goes through.
    pub current: UseStateSetter<Option<TaskId>>,
    /// Whose menu is open, and where.
    pub menu: UseStateSetter<Option<(Owner, (f64, f64))>>,
    /// The lane that is being carried.
    pub carried: UseStateSetter<Option<Carried>>,
    pub dispatch: UseReducerDispatcher<State>,
}

/// The hand over a timeline, with what it holds.
#[derive(Clone)]
pub struct Holding {
    hand: Hand,
    held: Rc<RefCell<Option<Held>>>,
}

/// The hand over this timeline.
#[hook]
pub fn use_hand(hand: Hand) -> Holding {
    let held = use_mut_ref(|| None);
    Holding { hand, held }
}

impl Holding {
    /// A listener that does this.
    pub fn on<E: 'static>(&self, act: fn(&Hand, &RefCell<Option<Held>>, &E)) -> Callback<E> {
        let Self { hand, held } = self.clone();
        Callback::from(move |event: E| act(&hand, &held, &event))
    }
}

/// What a key changes a length by where no axis says how fine one sees.
const NOTCH: Seconds = 0.1;

type Grip = RefCell<Option<Held>>;

impl Hand {
    /// Take hold of what is under the pointer.
    pub fn down(&self, held: &Grip, event: &PointerEvent) {
        if event.button() != 0 || held.borrow().is_some() {
            return;
        }
        let Some(taken) = self.under(event) else { return };
        held.replace(Some(taken));
        // Until a lane is carried away, this may be a click on it.
        if matches!(taken, Held::Lane { .. }) {
            return;
        }
        event.prevent_default();
        self.capture(event);
        if matches!(taken, Held::Playhead) {
            self.seek(event);
        }
    }

    fn capture(&self, event: &PointerEvent) {
        if let Some(timeline) = self.timeline.cast::<Element>() {
            // Fails only where the pointer is gone already.
            let _ = timeline.set_pointer_capture(event.pointer_id());
        }
    }

    /// Carry along what is held.
    pub fn carry(&self, held: &Grip, event: &PointerEvent) {
        let now = *held.borrow();
        match now {
            Some(Held::End { x, seconds, scale }) => {
                let seconds = seconds + scale.seconds(f64::from(event.client_x()) - x);
                let grid = (!event.alt_key()).then(|| scale.grid());
                self.dispatch.dispatch(Action::Drag { seconds: seconds.max(0.0), grid });
            }
            Some(Held::Playhead) => self.seek(event),
            Some(Held::Mark { number, x, at, scale }) => {
                let moved = scale.seconds(f64::from(event.client_x()) - x);
                let grid = if event.alt_key() { 0.001 } else { scale.grid() };
                if moved != 0.0 {
                    self.move_mark(number, at + moved, grid);
                }
            }
            Some(Held::Lane { task, y, is_carried }) => {
                let height = f64::from(event.client_y());
                if !is_carried && (height - y).abs() < SLACK {
                    return;
                }
                if !is_carried {
                    // What a finger touches has it captured already.
                    if event.pointer_type() != "touch" {
                        self.capture(event);
                    }
                    held.replace(Some(Held::Lane { task, y, is_carried: true }));
                }
                self.carried.set(self.lane_at(height).map(|to| Carried { task, to }));
            }
            None => {}
        }
    }

    /// Let go.
    pub fn up(&self, held: &Grip, event: &PointerEvent) {
        match held.take() {
            Some(Held::End { .. } | Held::Mark { .. }) => self.dispatch.dispatch(Action::Drop),
            Some(Held::Lane { task, is_carried: true, .. }) => {
                self.carried.set(None);
                if event.type_() == "pointerup"
                    && let Some(to) = self.lane_at(f64::from(event.client_y()))
                {
                    self.move_lane(task, self.call(to));
                }
            }
            _ => {}
        }
    }

    /// The lane at this height of the window.
    fn lane_at(&self, height: f64) -> Option<TaskId> {
        let found = self.timeline.cast::<Element>()?.query_selector_all("[data-task]").ok()?;
        let rows = (0..found.length()).filter_map(|place| found.get(place)?.dyn_into::<Element>().ok());
        let mut rows = rows.filter(|row| row.get_bounding_client_rect().bottom() > height);
        task(&rows.next()?)
    }

    /// The call that made the coroutine of a lane.
    fn call(&self, task: TaskId) -> Option<usize> {
        lane_view::call(self.picture.as_ref()?.lanes.lane(task)?)
    }

    /// Start a task beside that of another call.
    fn move_lane(&self, task: TaskId, other: Option<usize>) -> Option<()> {
        let (own, other) = (self.call(task)?, other?);
        (own != other).then(|| self.dispatch.dispatch(Action::EditStep(TaskEdit::Move(own, other).into())))
    }

    /// Point at the bar under a mouse; a finger points by its tap, which gives the focus.
    pub fn over(&self, held: &Grip, event: &PointerEvent) {
        if held.borrow().is_none() && event.pointer_type() != "touch" {
            self.pointed.set(event.target_dyn_into().and_then(|element: Element| bar(&element)));
        }
    }

    /// Point at nothing.
    pub fn leave(&self, held: &Grip, _: &PointerEvent) {
        if held.borrow().is_none() {
            self.pointed.set(None);
        }
    }

    /// What has the focus is pointed at.
    pub fn focus(&self, _: &Grip, event: &FocusEvent) {
        let Some(element) = event.target_dyn_into::<Element>() else { return };
        if let Some(task) = task(&element) {
            self.current.set(Some(task));
            self.pointed.set(bar(&element));
        }
    }

    /// And no more when the focus has gone.
    pub fn blur(&self, _: &Grip, _: &FocusEvent) {
        self.pointed.set(None);
    }

    /// A click, a tap or a long press on a step opens its menu.
    pub fn click(&self, held: &Grip, event: &MouseEvent) {
        let Some(element) = event.target_dyn_into::<Element>() else { return };
        if let Some(number) = number_in(&element, "data-remove") {
            return self.dispatch.dispatch(Action::RemoveIntervention(number));
        }
        if held.borrow().is_none()
            && element.closest("[role=slider], [role=button]").is_ok_and(|step| step.is_some())
        {
            self.open_menu(&element, event);
        }
    }

    fn open_menu(&self, element: &Element, event: &Event) -> Option<()> {
        let owner = Owner { task: task(element)?, at: bar(element).map(|bar| bar.at) };
        let place = element.closest("[data-at], [data-part=label]").ok()??.get_bounding_client_rect();
        event.prevent_default();
        self.menu.set(Some((owner, (place.left(), place.bottom()))));
        Some(())
    }

    fn delete(&self, element: &Element) -> Option<()> {
        if let Some(number) = number_in(element, "data-intervention") {
            self.dispatch.dispatch(Action::RemoveIntervention(number));
            return Some(());
        }
        self.dispatch.dispatch(match bar(element) {
            Some(bar) => Action::DeleteStep(bar),
            None => Action::EditStep(TaskEdit::Remove(self.call(task(element)?)?).into()),
        });
        Some(())
    }

    /// Alt with an arrow starts a task earlier or later.
    fn key_of_lane(&self, element: &Element, event: &KeyboardEvent) -> Option<()> {
        let by = match event.key().as_str() {
            "ArrowUp" => -1,
            "ArrowDown" => 1,
            _ => return None,
        };
        let task = task(element)?;
        self.move_lane(task, lane_view::neighbour(self.picture.as_ref()?, task, by))?;
        event.prevent_default();
        Some(())
    }

    /// Up and down go from lane to lane; left and right change the length of a bar by a notch, with
    /// Shift by ten, and go from bar to bar where there is nothing to change.
    pub fn key(&self, _: &Grip, event: &KeyboardEvent) {
        let Some(element) = event.target_dyn_into::<Element>() else { return };
        let is_known = task(&element).is_some() || number_in(&element, "data-intervention").is_some();
        if event.ctrl_key() || event.meta_key() || !is_known {
            return;
        }
        if event.alt_key() {
            self.key_of_lane(&element, event);
            return;
        }
        let many = if event.shift_key() { 10.0 } else { 1.0 };
        let done = match event.key().as_str() {
            "ArrowUp" => step_lane(&element, Element::previous_element_sibling),
            "ArrowDown" => step_lane(&element, Element::next_element_sibling),
            "ArrowLeft" => self.nudge(&element, -many).or_else(|| step_bar(&element, -1)),
            "ArrowRight" => self.nudge(&element, many).or_else(|| step_bar(&element, 1)),
            "Enter" | " " | "ContextMenu" => self.open_menu(&element, event),
            "F10" if event.shift_key() => self.open_menu(&element, event),
            "Delete" | "Backspace" => self.delete(&element),
            _ => return,
        };
        if done.is_some() {
            event.prevent_default();
        }
    }

    fn nudge(&self, element: &Element, notches: f64) -> Option<()> {
        let grid = match self.scale.axis() {
            Axis::Time => self.scale.grid(),
            Axis::Steps => NOTCH,
        };
        if let Some(number) = number_in(element, "data-intervention") {
            self.move_mark(number, time_of(element)? + notches * grid, grid);
            return Some(());
        }
        let (origin, seconds) = self.number(bar(element)?)?;
        let seconds = (seconds + notches * grid).max(0.0);
        self.dispatch.dispatch(Action::Nudge { origin, seconds, grid });
        Some(())
    }

    /// Put the mark of an intervention at the notch of the grid that is next to this time.
    fn move_mark(&self, number: usize, at: Seconds, grid: Seconds) {
        let notches = (at.max(0.0) / grid).round();
        // Below a second, a product would have digits that nobody wrote.
        let at = if grid < 1.0 { notches / (1.0 / grid).round() } else { notches * grid };
        self.dispatch.dispatch(Action::MoveIntervention { number, at });
    }

    fn under(&self, event: &PointerEvent) -> Option<Held> {
        let element = event.target_dyn_into::<Element>()?;
        if element.closest("[data-remove]").ok()?.is_some() {
            return None;
        }
        if let Some(mark) =
            element.closest("[data-intervention]").ok()?.filter(|_| self.scale.axis() == Axis::Time)
        {
            let number = number_in(&mark, "data-intervention")?;
            // A pointer that is taken hold of does not give the focus.
            focus(&mark);
            return Some(Held::Mark {
                number,
                x: f64::from(event.client_x()),
                at: time_of(&mark)?,
                scale: self.scale,
            });
        }
        if let Some(handle) = element.closest("[data-handle]").ok()? {
            let bar = bar(&handle)?;
            let (origin, seconds) = self.number(bar)?;
            self.dispatch.dispatch(Action::Grab { origin, bar });
            return Some(Held::End { x: f64::from(event.client_x()), seconds, scale: self.scale });
        }
        // A finger takes a lane by its grip alone: elsewhere it scrolls.
        let grip = if event.pointer_type() == "touch" { "[data-part=grip]" } else { "[data-part=label]" };
        if let Some(label) = element.closest(grip).ok()? {
            let (task, y) = (task(&label)?, f64::from(event.client_y()));
            return Some(Held::Lane { task, y, is_carried: false });
        }
        element.closest("[data-part=axis]").ok()?.map(|_| Held::Playhead)
    }

    /// The number that a bar comes from: its offset in the source, and the seconds that it says.
    fn number(&self, bar: Bar) -> Option<(u32, Seconds)> {
        let segment = self.picture.as_ref()?.lanes.lane(bar.task)?.segments.get(bar.at)?;
        Some((segment.origin()?, segment.to? - segment.from))
    }

    fn seek(&self, event: &PointerEvent) {
        let timeline = self.timeline.cast::<Element>();
        let axis = timeline.and_then(|timeline| timeline.query_selector(".axis .track").ok()?);
        if let Some(axis) = axis {
            let x = f64::from(event.client_x()) - axis.get_bounding_client_rect().left();
            let place = self.scale.seconds(x).max(0.0);
            self.dispatch.dispatch(match self.scale.axis() {
                Axis::Time => Action::SeekTime(place),
                Axis::Steps => Action::Seek(place.ceil() as usize),
            });
        }
    }
}

/// So many pixels a click may go astray.
const SLACK: f64 = 5.0;

/// The lane that an element is in.
fn task(element: &Element) -> Option<TaskId> {
    let row = element.closest("[data-task]").ok()??;
    row.get_attribute("data-task")?.parse().ok().map(TaskId)
}

/// The number that an element, or one around it, has as this attribute.
fn number_in(element: &Element, attribute: &str) -> Option<usize> {
    element.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)?.parse().ok()
}

/// The time of a mark.
fn time_of(mark: &Element) -> Option<Seconds> {
    mark.get_attribute("data-seconds")?.parse().ok()
}

/// The bar that an element is, or the end of.
fn bar(element: &Element) -> Option<Bar> {
    let bar = element.closest("[data-at]").ok()??;
    Some(Bar { task: task(&bar)?, at: bar.get_attribute("data-at")?.parse().ok()? })
}

/// Focus the next lane: its label from a label, and from a bar the one that is there at the same time.
fn step_lane(element: &Element, next: fn(&Element) -> Option<Element>) -> Option<()> {
    let row = next(&element.closest("[data-task]").ok()??)?;
    let from = element.get_attribute("data-from").and_then(|from| from.parse::<f64>().ok());
    let ends_later = |bar: &Element| {
        let to = bar.get_attribute("data-to").and_then(|to| to.parse::<f64>().ok());
        from.zip(to).is_some_and(|(from, to)| to > from)
    };
    let bar = stops(&row).into_iter().skip(1).find(ends_later);
    focus(&bar.or_else(|| stops(&row).into_iter().next())?)
}

/// Focus the neighbour in the same lane.
fn step_bar(element: &Element, by: isize) -> Option<()> {
    let stops = stops(&element.closest("[data-task]").ok()??);
    let here = stops.iter().position(|stop| stop == element)?;
    focus(stops.get(here.checked_add_signed(by)?)?)
}

/// What can have the focus in a row: its label and its steps.
fn stops(row: &Element) -> Vec<Element> {
    let Ok(found) = row.query_selector_all("[tabindex]") else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}

fn focus(element: &Element) -> Option<()> {
    element.dyn_ref::<HtmlElement>()?.focus().ok()
}

/// Give the focus back to a bar, or else to its lane, or to the first of all.
pub fn focus_owner(timeline: &NodeRef, owner: Owner) {
    let Some(timeline) = timeline.cast::<Element>() else { return };
    let lane = format!("[data-task='{}']", owner.task.0);
    let bar = owner.at.map(|at| format!("{lane} .bar[data-at='{at}'][tabindex]"));
    let places = bar.into_iter().chain([format!("{lane} .label"), ".label[tabindex]".to_owned()]);
    let found = places.into_iter().find_map(|place| timeline.query_selector(&place).ok()?);
    found.as_ref().and_then(focus);
}
