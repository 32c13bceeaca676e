//! Embed: what to paste into a page of one's own.

use std::rc::Rc;

use yew::prelude::*;

use super::field::Field;
use crate::scenario::Scenario;
use crate::scenario::link::{self, Parameters};
use crate::trace::Axis;
use crate::ui::look::View;
use crate::ui::words::Language;
use crate::ui::{browser, describe, tab_name};

#[derive(Properties, PartialEq)]
pub struct EmbedProps {
    pub scenario: Rc<Scenario>,
    pub along: Axis,
    /// The output is predicted here.
    pub predicts: bool,
    pub language: Language,
}

#[component]
pub fn Embed(props: &EmbedProps) -> Html {
    let (words, language) = (props.language.words(), props.language);
    let panes = use_state(|| vec![View::Timeline, View::Code, View::Output]);
    let is_readonly = use_state(|| false);
    let predicts = use_state(|| props.predicts);
    let document = match link::encode(&props.scenario) {
        Ok(document) => document,
        Err(error) => return html! { <p role="alert">{ describe::link_error(language, error) }</p> },
    };
    let mut parameters = Parameters::default();
    parameters.set("view", panes.iter().map(|pane| pane.name()).collect::<Vec<_>>().join(","));
    if props.along != Axis::default() {
        parameters.set("axis", props.along.name());
    }
    if *is_readonly {
        parameters.set("readonly", "");
    }
    if *predicts {
        parameters.set("predict", "");
    }
    let folder = browser::folder();
    let title = escaped(&props.scenario.title);
    let title = if title.is_empty() { "Interleave" } else { &title };
    let frame = format!(
        "<iframe src=\"{folder}embed.html#{document}{}\" title=\"{title}\" loading=\"lazy\" width=\"100%\" height=\"480\" style=\"border:0\"></iframe>",
        escaped(&parameters.written()),
    );
    let written = parameters.pairs().map(|(name, value)| match value {
        "" => format!(" {name}"),
        value => format!(" {name}=\"{value}\""),
    });
    let script = format!(
        "<script src=\"{folder}embed.js\" async></script>\n<interleave-player{} title=\"{title}\">\n<pre>\n{}</pre>\n</interleave-player>",
        written.collect::<String>(),
        escaped(&props.scenario.code),
    );
    html! {
        <div class="fields">
            <fieldset class="choices"><legend>{ words.panes }</legend>
                { for View::ALL.into_iter().map(|pane| {
                    let panes = panes.clone();
                    let chosen = panes.contains(&pane);
                    let toggle = move |_| panes.set(toggled(&panes, pane));
                    html! { <label><input type="checkbox" checked={chosen} onchange={toggle} />{ tab_name(words, pane) }</label> }
                }) }
                <div>
                <label><input type="checkbox" checked={*is_readonly}
                    onchange={move |_| is_readonly.set(!*is_readonly)} />{ words.read_only }</label>
                <label><input type="checkbox" data-control="predict" checked={*predicts}
                    onchange={move |_| predicts.set(!*predicts)} />{ words.predicting.predict_first }</label>
                </div>
            </fieldset>
            <Field label={words.frame} text={frame} name="frame" rows={4} {language} />
            <Field label={words.script} text={script} name="script" rows={9} {language} />
        </div>
    }
}

fn toggled(panes: &[View], pane: View) -> Vec<View> {
    let mut next = panes.to_vec();
    match next.iter().position(|&shown| shown == pane) {
        Some(place) if next.len() > 1 => drop(next.remove(place)),
        Some(_) => {}
        None => next.push(pane),
    }
    next
}

/// As a text of HTML, also within quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
