//! The few things that the page asks of the browser itself.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Storage};

use super::look::{Look, Theme};
use super::words::Language;
use crate::player::Picture;
use crate::scenario::link::{self, Parameters};
use crate::scenario::{Scenario, interventions};
use crate::trace::{Axis, json};

const CODE: &str = "interleave.code";
const TITLE: &str = "interleave.title";
const SEED: &str = "interleave.seed";
const INTERVENTIONS: &str = "interleave.interventions";
const LANGUAGE: &str = "interleave.language";
const THEME: &str = "interleave.theme";

/// The reader's own program, if the browser kept it and there is anything in it.
pub fn kept() -> Option<Scenario> {
    let kept = |key| storage()?.get_item(key).ok()?;
    let code = kept(CODE)?;
    let mut scenario = Scenario { code: code.into(), ..Scenario::default() };
    if let Some(title) = kept(TITLE) {
        scenario.title = title;
    }
    scenario.seed = kept(SEED).and_then(|seed| seed.parse().ok());
    let lines = kept(INTERVENTIONS).unwrap_or_default();
    scenario.interventions = lines.lines().filter_map(interventions::read).collect();
    Some(scenario)
}

/// Keep the reader's own program, or none. A storage that is blocked or full is no error: then it lasts as long as the page.
pub fn keep(own: Option<&Scenario>) {
    set(CODE, own.map(|own| &*own.code));
    set(TITLE, own.map(|own| own.title.as_str()));
    let lines = |own: &Scenario| {
        own.interventions.iter().map(|one| interventions::write(one) + "\n").collect::<String>()
    };
    set(INTERVENTIONS, own.map(lines).filter(|lines| !lines.is_empty()).as_deref());
    set(SEED, own.and_then(|own| own.seed).map(|seed| seed.to_string()).as_deref());
}

/// The look chosen earlier, or the one that suits this browser.
pub fn kept_look() -> Look {
    let kept = |key| storage().and_then(|storage| storage.get_item(key).ok()?);
    let preferred = || web_sys::window().and_then(|window| window.navigator().language());
    let language = kept(LANGUAGE).or_else(preferred).unwrap_or_default();
    let theme = kept(THEME).and_then(|name| Theme::from_name(&name)).unwrap_or_default();
    Look { language: Language::for_tag(&language), theme }
}

/// Keep the look, and put it on the document. What the reader has not chosen is not kept.
pub fn apply_look(look: Look) {
    if look != kept_look() {
        set(LANGUAGE, Some(look.language.tag()));
        set(THEME, Some(look.theme.name()));
    }
    if let Some(root) = document_element() {
        let _ = root.set_attribute("lang", look.language.tag());
        let _ = root.set_attribute("data-theme", look.theme.name());
    }
}

/// What follows the `#` of the address.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.map_or_else(String::new, |hash| hash.trim_start_matches('#').to_owned())
}

/// What is looked at, as it stands behind the document in an address: the step if it is not the last, the axis if it is
/// not the time, and whether the output is predicted.
pub fn looked_at(step: Option<usize>, along: Axis, predicts: bool) -> String {
    let mut parameters = Parameters::default();
    if let Some(step) = step {
        parameters.set("step", step.to_string());
    }
    if along != Axis::default() {
        parameters.set("axis", along.name());
    }
    if predicts {
        parameters.set("predict", "");
    }
    parameters.written()
}

/// Write the scenario, and what is looked at, into the address. The history stays as it is.
pub fn follow(scenario: &Scenario, step: Option<usize>, along: Axis, predicts: bool) {
    let Ok(document) = link::encode(scenario) else { return };
    let looked_at = looked_at(step, along, predicts);
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let address = format!("#{document}{looked_at}");
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// The address of the folder that the page is in.
pub fn folder() -> String {
    let location = web_sys::window().map(|window| window.location());
    let part = |part: Option<Result<String, JsValue>>| part.and_then(Result::ok).unwrap_or_default();
    let path = part(location.as_ref().map(|location| location.pathname()));
    let folder = path.rfind('/').and_then(|end| path.get(..=end)).unwrap_or("/").to_owned();
    part(location.as_ref().map(|location| location.origin())) + &folder
}

/// Whether this is a player in somebody's page.
pub fn is_embed() -> bool {
    document_element().is_some_and(|root| root.has_attribute("data-embed"))
}

/// How high the content is, in pixels.
pub fn content_height() -> Option<f64> {
    Some(main_element()?.get_bounding_client_rect().height())
}

/// The page's only `<main>`.
pub fn main_element() -> Option<Element> {
    document_element()?.query_selector("main").ok()?
}

/// Calls whenever an element's size has changed, and once at the beginning, for as long as it is kept.
pub struct SizeObserver {
    observer: web_sys::ResizeObserver,
    _changed: Closure<dyn Fn()>,
}

impl SizeObserver {
    /// None where the browser has no such thing.
    pub fn new(element: &Element, changed: impl Fn() + 'static) -> Option<Self> {
        let changed = Closure::<dyn Fn()>::new(changed);
        let observer = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _changed: changed })
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether a dialog is open.
pub fn has_dialog() -> bool {
    document_element()
        .is_some_and(|root| root.query_selector("dialog[open]").is_ok_and(|found| found.is_some()))
}

/// Select what a field holds, and copy it.
pub fn copy(field: &web_sys::HtmlTextAreaElement) -> bool {
    field.select();
    let document =
        web_sys::window().and_then(|window| window.document()?.dyn_into::<web_sys::HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

/// Offer a file for download.
pub fn download(name: &str, kind: &str, content: &str) {
    let parts = js_sys::Array::of1(&content.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options);
    if let Ok(address) = blob.and_then(|blob| web_sys::Url::create_object_url_with_blob(&blob)) {
        save(name, &address);
        let _ = web_sys::Url::revoke_object_url(&address);
    }
}

/// Offer what is at an address for download.
pub fn save(name: &str, address: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let anchor = document.and_then(|document| document.create_element("a").ok());
    if let Some(anchor) = anchor.and_then(|anchor| anchor.dyn_into::<web_sys::HtmlAnchorElement>().ok()) {
        anchor.set_href(address);
        anchor.set_download(name);
        anchor.click();
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
        " " => "textarea, input, select, button, [role=slider], [role=button]",
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

/// The browser's storage; an embed uses none.
fn storage() -> Option<Storage> {
    if is_embed() {
        return None;
    }
    web_sys::window()?.local_storage().ok()?
}

fn set(key: &str, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    let _ = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
}
