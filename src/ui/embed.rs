//! The page as a player in another page: what its address asks for, and how the two talk.
//!
//! The page around it sends `{type: "interleave:load", version: 1, …}` and gets messages of the same
//! form. Only the window around this one is listened to, and of it only the origin that the address
//! names (`origin=`) or else the first that spoke; answers go to that origin alone. An origin that has
//! no name (a sandbox, a file) can be reached by `*` only.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;
use yew::prelude::*;

use super::action::Action;
use super::browser;
use super::look::{Look, Theme};
use super::predict::Prediction;
use super::state::{State, Trust};
use super::words::Language;
use crate::scenario::Scenario;
use crate::scenario::link::{self, Fragment, Parameters};

/// What an address asks of a player.
#[derive(Clone, PartialEq)]
pub struct Frame {
    /// The panes, as `view` names them.
    pub views: String,
    pub controls: bool,
    pub readonly: bool,
    pub autoplay: bool,
    /// The program comes by a message.
    pub waits: bool,
}

impl Frame {
    /// As the address says; none where the page is itself.
    pub fn here() -> Option<Self> {
        let parameters = browser::is_embed().then(parameters)?;
        Some(Self {
            views: parameters.get("view").unwrap_or("timeline,code,output").replace(',', " "),
            controls: parameters.get("controls").is_none() || parameters.is_set("controls"),
            readonly: parameters.is_set("readonly"),
            waits: parameters.get("load").is_some(),
            // Nothing plays before it is predicted.
            autoplay: parameters.is_set("autoplay") && !parameters.is_set("predict"),
        })
    }

    /// The panes to be seen: what is predicted is the output, wherever it is asked for.
    pub fn panes(&self, prediction: &Prediction) -> String {
        let output = if *prediction == Prediction::Off { "" } else { " output" };
        format!("{}{output}", self.views)
    }
}

fn parameters() -> Parameters {
    Fragment::read(&browser::fragment()).parameters
}

/// The look that the address asks for.
pub fn look(look: Look) -> Look {
    let parameters = parameters();
    let theme = parameters.get("theme").and_then(Theme::from_name);
    let language = parameters.get("lang").map(Language::for_tag);
    Look { theme: theme.unwrap_or(look.theme), language: language.unwrap_or(look.language) }
}

/// Who is spoken to.
type Origin = Rc<RefCell<Option<String>>>;

/// Listen to the page around this one, and tell it what happens.
#[hook]
pub fn use_embed(state: &State, dispatch: &UseReducerDispatcher<State>) {
    let frame = use_memo((), |()| Frame::here());
    let is_embed = frame.is_some();
    let origin: Origin = use_mut_ref(|| parameters().get("origin").map(str::to_owned));
    let code = use_mut_ref(|| state.text().clone());
    code.replace(state.text().clone());
    use_effect_with((), {
        let (dispatch, origin, code) = (dispatch.clone(), origin.clone(), code.clone());
        move |()| {
            let listener = web_sys::window().filter(|_| is_embed).map(|window| {
                EventListener::new(&window, "message", move |event| {
                    if let Some(event) = event.dyn_ref::<MessageEvent>() {
                        hear(event, &origin, &code.borrow(), &dispatch);
                    }
                })
            });
            move || drop(listener)
        }
    });
    let is_ready = state.shown().is_some() || state.problem.is_some() || state.trust == Trust::Held;
    use_effect_with(is_ready, {
        let (origin, dispatch, autoplay) =
            (origin.clone(), dispatch.clone(), frame.as_ref().as_ref().is_some_and(|frame| frame.autoplay));
        move |&is_ready| {
            if is_ready && is_embed {
                tell(&origin, "ready", &[]);
                if autoplay {
                    dispatch.dispatch(Action::Reset);
                    dispatch.dispatch(Action::Play);
                }
            }
        }
    });
    // Nothing is told of what is shown until the program comes.
    let tells = frame.as_ref().as_ref().is_some_and(|frame| !frame.waits || state.opened > 0);
    use_effect_with((state.text().clone(), tells), {
        let origin = origin.clone();
        move |(text, tells)| {
            if *tells {
                tell(&origin, "change", &[("source", (&**text).into())]);
            }
        }
    });
    let (step, last) = (state.transport.step(), state.transport.last());
    let is_done = state.transport.at_end() && !state.transport.is_playing() && last > 0;
    let tells = tells && !state.prediction.hides();
    use_effect_with((step, last, is_done, tells), {
        let (origin, time) = (origin.clone(), state.time());
        move |&(step, last, is_done, tells)| {
            if tells {
                let number = |number: usize| JsValue::from_f64(number as f64);
                tell(
                    &origin,
                    "step",
                    &[("step", number(step)), ("last", number(last)), ("time", time.into())],
                );
                if is_done {
                    tell(&origin, "done", &[("time", time.into())]);
                }
            }
        }
    });
    let guess = match &state.prediction {
        Prediction::Compared(guess) => Some(guess.clone()),
        _ => None,
    };
    use_effect_with(guess, {
        let origin = origin.clone();
        move |guess| {
            if let Some(guess) = guess.as_ref().filter(|_| tells) {
                let texts = |lines: &mut dyn Iterator<Item = &Rc<str>>| {
                    JsValue::from(lines.map(|text| JsValue::from(&**text)).collect::<Array>())
                };
                let number = |number: usize| JsValue::from_f64(number as f64);
                tell(
                    &origin,
                    "predicted",
                    &[
                        ("order", texts(&mut guess.expected().map(|(_, text)| text))),
                        ("printed", texts(&mut guess.printed().iter())),
                        ("score", number(guess.score())),
                        ("of", number(guess.printed().len())),
                    ],
                );
            }
        }
    });
    // The page around may make the frame as high as what is in it: told after each drawing, for its window may
    // not have been known before, and when the height changes without one.
    let tell_height = move || {
        if let Some(height) = browser::content_height().filter(|_| is_embed) {
            tell(&origin, "resize", &[("height", height.into())]);
        }
    };
    use_effect(tell_height.clone());
    use_effect_with((), move |()| {
        let main = browser::main_element();
        let observer = main.and_then(|main| browser::SizeObserver::new(&main, tell_height));
        move || drop(observer)
    });
}

fn hear(event: &MessageEvent, origin: &Origin, code: &str, dispatch: &UseReducerDispatcher<State>) {
    let parent = web_sys::window().and_then(|window| window.parent().ok().flatten());
    let is_parent = parent.is_some_and(|parent| {
        event.source().is_some_and(|source| source == *parent.unchecked_ref::<Object>())
    });
    let data = event.data();
    let field = |name: &str| Reflect::get(&data, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let Some(kind) = field("type").as_string() else { return };
    let Some(kind) = kind.strip_prefix("interleave:").filter(|_| is_parent) else { return };
    if field("version").as_f64() != Some(1.0) {
        return;
    }
    if origin.borrow_mut().get_or_insert_with(|| event.origin()) != &event.origin() {
        return;
    }
    match kind {
        "load" => {
            let Some(source) = field("source").as_string() else { return };
            if source.len() > link::MAX_DOCUMENT {
                return;
            }
            let title = field("title").as_string().unwrap_or_default();
            let seed = field("seed").as_f64().filter(|seed| *seed >= 0.0).map(|seed| seed as u64);
            let scenario = Scenario { code: source.into(), title, seed, ..Scenario::default() };
            let fragment = Fragment { scenario: Some(Ok(scenario)), parameters: parameters() };
            dispatch.dispatch(Action::Open(Box::new(fragment)));
        }
        "run" => dispatch.dispatch(Action::Play),
        "pause" => dispatch.dispatch(Action::Pause),
        "seek" => match (field("step").as_f64(), field("time").as_f64()) {
            (Some(step), _) => dispatch.dispatch(Action::Seek(step.max(0.0) as usize)),
            (None, Some(time)) => dispatch.dispatch(Action::SeekTime(time)),
            _ => {}
        },
        "getSource" => tell(origin, "source", &[("source", code.into()), ("id", field("id"))]),
        "hello" => tell(origin, "hello", &[]),
        _ => {}
    }
}

fn tell(origin: &Origin, kind: &str, fields: &[(&str, JsValue)]) {
    let Some(to) = origin.borrow().clone() else { return };
    let Some(parent) = web_sys::window().and_then(|window| window.parent().ok().flatten()) else { return };
    let message = Object::new();
    let head = [("type", format!("interleave:{kind}").into()), ("version", 1.into())];
    for (name, value) in head.iter().chain(fields) {
        let _ = Reflect::set(&message, &(*name).into(), value);
    }
    let _ = parent.post_message(&message, if to == "null" { "*" } else { &to });
}

/// The way from the player to the whole page, with what was changed here.
pub fn leave(state: &State, words: &str) -> Html {
    let document = link::encode(&state.scenario()).unwrap_or_default();
    html! {
        <a class="leave" data-action="open" target="_blank" rel="noopener" href={format!("{}#{document}", browser::folder())}>
            { words }{ " ↗" }
        </a>
    }
}
