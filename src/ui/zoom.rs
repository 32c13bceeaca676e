//! How close the axis is looked at: by wheel and pinch, buttons and keys.
//!
//! The axis is drawn so wide as the zoom says, and the tracks scroll it as anything is scrolled; what is under the pointer
//! stays under it.

use std::cell::{Cell, RefCell};

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, TouchEvent, WheelEvent};
use yew::prelude::*;

use super::browser;
use super::words::Language;
use crate::trace::Axis;

/// A column of a step is so wide at first, in pixels, and never wider than the second.
const COLUMN: (f64, f64) = (26.0, 96.0);
/// No axis is drawn wider: browsers do not measure any further.
const WIDEST: f64 = 4e6;
/// What a press of a button or a key does.
const NOTCH: f64 = 1.6;

/// A change of the zoom.
#[derive(Clone, Copy)]
pub enum Change {
    In,
    Out,
    /// Show all of the axis.
    Fit,
    /// By a factor, around this place in the window.
    Around {
        factor: f64,
        x: f64,
    },
}

/// The zoom as it is now.
pub struct Zoom {
    /// How wide the axis is drawn; as much as there is room for, or more.
    pub pixels: f64,
    pub is_fit: bool,
    pub is_closest: bool,
    pub change: Callback<Change>,
}

/// The zoom of an axis that ends at `end`, where `fit` pixels are in sight; `moved` is told when the place has changed.
#[hook]
pub fn use_zoom(tracks: NodeRef, of: (Axis, f64), fit: f64, moved: Callback<()>) -> Zoom {
    let (axis, end) = of;
    let chosen = use_state_eq(|| None::<(Axis, f64)>);
    let columns = |pixels: f64| (end * pixels / fit).max(1.0);
    let (first, most) = match axis {
        Axis::Time => (1.0, WIDEST / fit),
        Axis::Steps => (columns(COLUMN.0), columns(COLUMN.1)),
    };
    let most = most.min(WIDEST / fit).max(1.0);
    let factor = (*chosen).filter(|(of, _)| *of == axis).map_or(first, |(_, factor)| factor).clamp(1.0, most);
    let pixels = factor * fit;
    // Several changes may come before the next drawing.
    let newest = use_mut_ref(|| Cell::new(factor));
    newest.borrow().set(factor);
    let anchor = use_mut_ref(|| None::<(f64, f64)>);
    let change = {
        let (anchor, tracks, chosen) = (anchor.clone(), tracks.clone(), chosen.setter());
        Callback::from(move |change: Change| {
            let Some(area) = tracks.cast::<HtmlElement>().and_then(|tracks| Area::of(&tracks)) else {
                return;
            };
            let (by, x) = match change {
                Change::In => (NOTCH, None),
                Change::Out => (1.0 / NOTCH, None),
                Change::Fit => (0.0, None),
                Change::Around { factor, x } => (factor, Some(x - area.left)),
            };
            let newest = newest.borrow();
            let next = (newest.get() * by).clamp(1.0, most);
            newest.set(next);
            let offset = x.unwrap_or(area.fit / 2.0).clamp(0.0, area.fit);
            anchor.replace(Some(((area.scrolled + offset) / area.pixels, offset)));
            chosen.set(Some((axis, next)));
        })
    };
    use_effect_with((pixels.to_bits(), axis), {
        let tracks = tracks.clone();
        move |_| {
            if let (Some(tracks), Some((share, offset))) = (tracks.cast::<HtmlElement>(), anchor.take()) {
                tracks.set_scroll_left((share * pixels - offset).round() as i32);
            }
            moved.emit(());
        }
    });
    use_gestures(tracks, change.clone());
    Zoom { pixels, is_fit: factor <= 1.0, is_closest: factor >= most, change }
}

/// The part of the tracks in which the axis is seen, in pixels.
struct Area {
    /// Its left edge in the window.
    left: f64,
    /// How much is in sight.
    fit: f64,
    /// How much is out of sight to the left.
    scrolled: f64,
    /// The whole axis.
    pixels: f64,
}

impl Area {
    fn of(tracks: &HtmlElement) -> Option<Self> {
        let gauge = tracks.query_selector(".gauge i").ok()??.get_bounding_client_rect();
        let axis = tracks.query_selector(".axis .track").ok()??.get_bounding_client_rect();
        let scrolled = f64::from(tracks.scroll_left());
        Some(Self { left: gauge.left(), fit: gauge.width(), scrolled, pixels: axis.width().max(1.0) })
    }
}

/// Scroll so that a place is seen, by its share of the axis. Whoever looks at the beginning of a run that is over keeps on.
pub fn bring_into_sight(tracks: &HtmlElement, share: f64) {
    if tracks.scroll_width() <= tracks.client_width() || (share >= 1.0 && tracks.scroll_left() == 0) {
        return;
    }
    let Some(area) = Area::of(tracks) else { return };
    let x = share * area.pixels;
    if !(area.scrolled..=area.scrolled + area.fit).contains(&x) {
        tracks.set_scroll_left((x - area.fit * 0.2).round() as i32);
    }
}

#[hook]
fn use_gestures(tracks: NodeRef, change: Callback<Change>) {
    let newest = use_mut_ref(|| change.clone());
    newest.replace(change);
    use_effect_with(tracks, move |tracks| {
        let options = || EventListenerOptions::enable_prevent_default();
        let listeners = tracks.cast::<Element>().zip(web_sys::window()).map(|(tracks, window)| {
            let (wheel, pinch, keys) = (newest.clone(), newest.clone(), newest);
            let apart = RefCell::new(None);
            [
                // A trackpad's pinch is a wheel with Control held.
                EventListener::new_with_options(&tracks, "wheel", options(), move |event| {
                    let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
                    if event.ctrl_key() || event.meta_key() {
                        event.prevent_default();
                        let lines = if event.delta_mode() == 0 { 1.0 } else { 20.0 };
                        let factor = (-event.delta_y() * lines * 0.004).clamp(-1.0, 1.0).exp();
                        wheel.borrow().emit(Change::Around { factor, x: f64::from(event.client_x()) });
                    }
                }),
                EventListener::new_with_options(&tracks, "touchmove", options(), move |event| {
                    let fingers = event.dyn_ref::<TouchEvent>().and_then(fingers);
                    if let Some((x, distance)) = fingers {
                        event.prevent_default();
                        if let Some(before) = apart.replace(Some(distance)) {
                            pinch.borrow().emit(Change::Around { factor: distance / before, x });
                        }
                    } else {
                        apart.replace(None);
                    }
                }),
                EventListener::new(&window, "keydown", move |event| {
                    let change = event.dyn_ref::<KeyboardEvent>().and_then(key);
                    if let Some(change) = change {
                        keys.borrow().emit(change);
                    }
                }),
            ]
        });
        move || drop(listeners)
    });
}

/// Where two fingers are, and how far apart.
fn fingers(event: &TouchEvent) -> Option<(f64, f64)> {
    let touches = event.touches();
    let (one, other) = (touches.get(0)?, touches.get(1)?);
    let (x, y) = (f64::from(other.client_x() - one.client_x()), f64::from(other.client_y() - one.client_y()));
    Some((f64::from(one.client_x()) + x / 2.0, x.hypot(y).max(8.0)))
}

fn key(event: &KeyboardEvent) -> Option<Change> {
    let key = event.key();
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || browser::has_dialog() {
        return None;
    }
    let change = match key.as_str() {
        "[" => Change::Out,
        "]" => Change::In,
        "0" => Change::Fit,
        _ => return None,
    };
    let in_text = browser::takes_key(event.target(), "Letter");
    (!in_text).then_some(change)
}

#[derive(Properties, PartialEq)]
pub struct ToolsProps {
    pub is_fit: bool,
    pub is_closest: bool,
    pub language: Language,
    pub change: Callback<Change>,
}

/// The buttons.
#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let words = props.language.words().drawing;
    let button = |action: &'static str,
                  label: &'static str,
                  sign: &'static str,
                  disabled: bool,
                  change: Change| {
        let send = props.change.clone();
        html! {
            <button type="button" class="quiet" data-action={action} title={label} aria-label={label} {disabled}
                onclick={move |_| send.emit(change)}>{ sign }</button>
        }
    };
    html! {
        <div class="group zoom">
            { button("zoom-out", words.zoom_out, "−", props.is_fit, Change::Out) }
            { button("zoom-fit", words.fit, "↔", props.is_fit, Change::Fit) }
            { button("zoom-in", words.zoom_in, "+", props.is_closest, Change::In) }
        </div>
    }
}
