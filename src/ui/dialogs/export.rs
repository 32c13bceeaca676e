//! Export: files of the run and of the program.

use std::rc::Rc;

use yew::prelude::*;

use crate::player::Picture;
use crate::scenario::Scenario;
use crate::trace::{Axis, json, svg, trace_event};
use crate::ui::words::{Language, Words};
use crate::ui::{browser, png};

#[derive(Properties, PartialEq)]
pub struct ExportProps {
    pub scenario: Rc<Scenario>,
    pub picture: Option<Rc<Picture>>,
    /// The axis of the timeline's picture.
    pub along: Axis,
    pub language: Language,
}

/// What can be had as a file.
#[derive(Clone, Copy)]
enum File {
    Svg(svg::Theme),
    Png(svg::Theme),
    Program,
    Lines,
    Events,
}

#[component]
pub fn Export(props: &ExportProps) -> Html {
    let words = props.language.words();
    let button = |file: File, name: &'static str, label: &'static str| {
        let (scenario, picture) = (props.scenario.clone(), props.picture.clone());
        let (language, along) = (props.language, props.along);
        let enabled = matches!(file, File::Program) || picture.is_some();
        html! {
            <button type="button" class="quiet framed" data-export={name} disabled={!enabled}
                onclick={move |_| save(file, &scenario, picture.as_deref(), along, language)}>{ label }</button>
        }
    };
    let row = |label: &'static str, buttons: Html| html! { <div class="export-row"><span>{ label }</span><div>{ buttons }</div></div> };
    use svg::Theme::{Dark, Light, Print};
    html! {
        <div class="fields exports">
            { row(words.picture, html! { <>
                { button(File::Svg(Light), "svg-light", words.light) }{ button(File::Svg(Dark), "svg-dark", words.dark) }
                { button(File::Svg(Print), "svg-print", words.print) }<i>{ "SVG" }</i>
            </> }) }
            { row("", html! { <>
                { button(File::Png(Light), "png-light", words.light) }{ button(File::Png(Dark), "png-dark", words.dark) }<i>{ "PNG" }</i>
            </> }) }
            { row(words.program, button(File::Program, "py", "main.py")) }
            { row(words.trace_lines, button(File::Lines, "jsonl", "trace.jsonl")) }
            { row(words.trace_events, button(File::Events, "trace-event", "trace.json")) }
        </div>
    }
}

fn save(file: File, scenario: &Scenario, picture: Option<&Picture>, along: Axis, language: Language) {
    if let File::Program = file {
        return browser::download("main.py", "text/x-python", &scenario.code);
    }
    let Some(picture) = picture else { return };
    let trace = picture.trace();
    let along = along.along(&picture.steps);
    let drawing =
        |theme| svg::draw(&trace, &picture.lanes, along, &scenario.title, theme, &labels(language.words()));
    match file {
        File::Program => {}
        File::Svg(theme) => browser::download("timeline.svg", "image/svg+xml", &drawing(theme)),
        File::Png(theme) => png::save("timeline.png", &drawing(theme)),
        File::Lines => browser::download("trace.jsonl", "application/jsonl", &json::lines(&trace)),
        File::Events => {
            browser::download(
                "trace.json",
                "application/json",
                &trace_event::document(&trace, &picture.lanes),
            );
        }
    }
}

fn labels(words: &Words) -> svg::Labels {
    svg::Labels {
        sleep: words.sleep,
        blocks: words.blocks,
        ready: words.ready,
        running: words.running,
        future: words.future,
        cancelled: words.cancelled,
        unfinished: words.unfinished,
        event_loop: words.loop_lane,
    }
}
