//! Share: the link, as a text and as a QR code, and its forms for other places.

use std::rc::Rc;

use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

use super::field::Field;
use crate::scenario::Scenario;
use crate::scenario::link::{self, chat_safe};
use crate::trace::Axis;
use crate::ui::words::{Language, Words};
use crate::ui::{browser, describe};

#[derive(Properties, PartialEq)]
pub struct ShareProps {
    pub scenario: Rc<Scenario>,
    pub step: Option<usize>,
    pub along: Axis,
    /// The output is predicted here.
    pub predicts: bool,
    pub language: Language,
}

#[component]
pub fn Share(props: &ShareProps) -> Html {
    let (words, language) = (props.language.words(), props.language);
    let at_step = use_state(|| true);
    let predicts = use_state(|| props.predicts);
    let document = match link::encode(&props.scenario) {
        Ok(document) => document,
        Err(error) => return html! { <p role="alert">{ describe::link_error(language, error) }</p> },
    };
    let looked_at = browser::looked_at(props.step.filter(|_| *at_step), props.along, *predicts);
    let address = format!("{}#{document}{looked_at}", browser::folder());
    let title = if props.scenario.title.is_empty() { "Interleave" } else { &props.scenario.title };
    let markdown = format!("[{}]({address})", plain(title));
    let toggle = at_step.clone();
    html! {
        <div class="sharing-body">
            <div class="fields">
                <Field label={words.link} text={address.clone()} name="link" {language} />
                <p class="facts">
                    <span data-part="length">{ (words.characters)(address.chars().count()) }</span>
                    if let Some(step) = props.step {
                        <label><input type="checkbox" data-control="at-step" checked={*at_step}
                            onchange={move |_| toggle.set(!*toggle)} />{ (words.open_at)(step) }</label>
                    }
                    <label><input type="checkbox" data-control="predict" checked={*predicts}
                        onchange={move |_| predicts.set(!*predicts)} />{ words.predicting.predict_first }</label>
                </p>
                <Field label="Markdown" text={markdown} name="markdown" {language} />
                <Field label={words.for_chat} text={chat_safe(&address)} name="chat" {language} />
            </div>
            { code(words, &address) }
        </div>
    }
}

/// What would end the text of a Markdown link is left out of it.
fn plain(title: &str) -> String {
    title.chars().filter(|letter| !matches!(letter, '[' | ']' | '\\' | '`' | '<' | '\n' | '\r')).collect()
}

/// The address as a QR code with its quiet zone, dark on light in either theme.
fn code(words: &Words, address: &str) -> Html {
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Low) else {
        return html! { <p class="hint qr-none" data-part="qr-none">{ words.too_long_for_qr }</p> };
    };
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|&x| code.get_module(x, y)) {
            path += &format!("M{x} {y}h1v1h-1z");
        }
    }
    let side = code.size() + 8;
    html! {
        <svg class="qr" data-part="qr" role="img" aria-label="QR" viewBox={format!("-4 -4 {side} {side}")} shape-rendering="crispEdges">
            <path d={format!("M-4 -4h{side}v{side}h-{side}z")} fill="#fff" /><path d={path} fill="#000" />
        </svg>
    }
}
