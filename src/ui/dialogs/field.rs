//! A text to be copied.

use yew::prelude::*;

use crate::ui::browser;
use crate::ui::words::Language;

#[derive(Properties, PartialEq)]
pub struct FieldProps {
    pub label: &'static str,
    pub text: String,
    /// For `data-field`.
    pub name: &'static str,
    #[prop_or(1)]
    pub rows: u32,
    pub language: Language,
}

#[component]
pub fn Field(props: &FieldProps) -> Html {
    let words = props.language.words();
    let area = use_node_ref();
    // What was copied, as long as it is still what stands there.
    let copied = use_state(|| None::<String>);
    let is_copied = copied.as_ref() == Some(&props.text);
    let copy = {
        let (area, text) = (area.clone(), props.text.clone());
        move |_| {
            if area.cast::<web_sys::HtmlTextAreaElement>().is_some_and(|area| browser::copy(&area)) {
                copied.set(Some(text.clone()));
            }
        }
    };
    html! {
        <div class="field">
            <label for={props.name}>{ props.label }</label>
            <div class="copy">
                <textarea id={props.name} ref={area} readonly={true} rows={props.rows.to_string()} wrap={if props.rows > 1 { "soft" } else { "off" }}
                    spellcheck="false" data-field={props.name} value={props.text.clone()} />
                <button type="button" class="quiet framed" data-copy={props.name} onclick={copy}>
                    <span role="status">{ if is_copied { words.copied } else { words.copy } }</span>
                </button>
            </div>
        </div>
    }
}
