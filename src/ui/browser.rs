//! The few things that the page asks of the browser itself.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Storage};

use super::look::{Look, Theme};
use super::words::Language;
use crate::player::Picture;
use crate::trace::json;

const CODE: &str = "interleave.code";
const LANGUAGE: &str = "interleave.language";
const THEME: &str = "interleave.theme";

/// The text that was being worked on, if the browser kept it and there is anything in it.
pub fn kept_code() -> Option<String> {
    keep()?.get_item(CODE).ok()?.filter(|code| !code.trim().is_empty())
}

/// Keep the text. A storage that is blocked or full is no error: then it lasts as long as the page.
pub fn keep_code(code: &str) {
    set(CODE, code);
}

/// The look chosen earlier, or the one that suits this browser.
pub fn kept_look() -> Look {
    let kept = |key| keep().and_then(|storage| storage.get_item(key).ok()?);
    let preferred = || web_sys::window().and_then(|window| window.navigator().language());
    let language = kept(LANGUAGE).or_else(preferred).unwrap_or_default();
    let theme = kept(THEME).and_then(|name| Theme::from_name(&name)).unwrap_or_default();
    Look { language: Language::for_tag(&language), theme }
}

/// Keep the look, and put it on the document. What the reader has not chosen is not kept.
pub fn apply_look(look: Look) {
    if look != kept_look() {
        set(LANGUAGE, look.language.tag());
        set(THEME, look.theme.name());
    }
    if let Some(root) = document_element() {
        let _ = root.set_attribute("lang", look.language.tag());
        let _ = root.set_attribute("data-theme", look.theme.name());
    }
}

/// `window.interleave.trace()`: the run that is shown, as the oracle would tell it.
pub fn export_trace(shown: Rc<RefCell<Option<Rc<Picture>>>>) {
    let trace = Closure::<dyn Fn() -> String>::new(move || {
        shown.borrow().as_ref().map_or_else(String::new, |picture| json::lines(&picture.trace()))
    });
    let api = js_sys::Object::new();
    if let Some(window) = web_sys::window() {
        let _ = js_sys::Reflect::set(&api, &"trace".into(), trace.as_ref());
        let _ = js_sys::Reflect::set(&window, &"interleave".into(), &api);
    }
    trace.forget();
}

/// Whether this key means something to the element that has the focus.
pub fn takes_key(target: Option<web_sys::EventTarget>, key: &str) -> bool {
    let takers = match key {
        " " => "textarea, input, select, button, [role=slider]",
        _ => "textarea, input, select, [role=slider]",
    };
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest(takers).is_ok_and(|found| found.is_some()))
}

/// Whether the reader wants things to move.
pub fn wants_motion() -> bool {
    let asked =
        web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?);
    !asked.is_some_and(|asked| asked.matches())
}

/// Set a custom property of an element's style.
pub fn set_property(element: &HtmlElement, name: &str, value: &str) {
    let _ = element.style().set_property(name, value);
}

fn document_element() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

fn keep() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn set(key: &str, value: &str) {
    if let Some(storage) = keep() {
        let _ = storage.set_item(key, value);
    }
}
