//! The code editor: a textarea whose letters cannot be seen, over the same text in colours.
//!
//! Both have the same font and the same box, and one scroll container moves them together. So
//! selecting, typing, input methods and screen readers are the browser's own.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use super::action::{Action, Input};
use super::beside::beside;
use super::colours::{self, Mark, Piece};
use super::indent::{self, Selected};
use super::state::{Caret, State};
use super::words::{Language, Words};
use super::work::Work;
use crate::python::{Cause, Place, RuntimeError, SyntaxError};
use crate::scenario::utf16;

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub work: Work,
    pub readonly: bool,
    pub text: Rc<str>,
    pub caret: Caret,
    pub problem: Option<Rc<SyntaxError>>,
    /// What ended the program, if it did not end well.
    pub error: Option<Rc<RuntimeError>>,
    pub marks: Rc<Vec<Mark>>,
    /// The line where the task stands that has just run.
    pub running: Option<u32>,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
}

#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let words = props.language.words();
    let textarea = use_node_ref();
    let pointed = textarea.clone();
    use_effect_with(props.caret.clone(), {
        let text = props.text.clone();
        move |caret| set_selection(&pointed, &text, caret)
    });
    use_own_history(textarea.clone(), props.dispatch.clone());
    html! {
        <section class="pane" data-view="code" aria-labelledby="code-title">
            <div class="pane-head"><h2 id="code-title">{ words.code }</h2><span class="aside">{ "main.py" }</span></div>
            { beside(&props.work, props.language, &props.dispatch) }
            <div class="pane-body editor">
                <div class="sheet">
                    <Colours text={props.text.clone()} problem={props.problem.clone()}
                        failed_at={props.error.as_ref().and_then(|error| error.line)} />
                    <div class="marks" aria-hidden="true">
                        <i class="pointed" />
                        if let Some(line) = props.running {
                            <i class="now-line" data-running={line.to_string()} ~style={format!("--line:{line}")} />
                        }
                        { for props.marks.iter().map(|mark| mark_label(mark, (words.stands_here)(&mark.names.join(", ")))) }
                    </div>
                    <textarea ref={textarea} data-editor="" readonly={props.readonly} value={props.text.to_string()} aria-label={words.editor}
                        aria-invalid={props.problem.is_some().then_some("true")}
                        spellcheck="false" autocomplete="off" autocapitalize="off" wrap="off"
                        oninput={typed(&props.dispatch)} onkeydown={pressed(&props.dispatch)} />
                </div>
            </div>
            if let Some(problem) = &props.problem {
                <p class="problem" role="alert">
                    { (words.syntax_error)(problem.line, problem.column, &problem.message) }
                </p>
            } else if let Some(error) = &props.error {
                { error_note(words, error) }
            }
        </section>
    }
}

/// What ended the program, at which line, and the awaits and calls that led there.
fn error_note(words: &Words, error: &RuntimeError) -> Html {
    /// So many frames on either side of a gap.
    const SHOWN: usize = 4;
    let message = match error.cause {
        Cause::Exception => error.message.clone(),
        Cause::Deadlock => words.deadlocked.to_owned(),
        Cause::Budget(budget) => (words.budget_spent)(budget),
    };
    let place = |place: &Place| (words.in_function)(&place.function, place.line);
    let mut chain: Vec<String> = error.chain.iter().map(place).collect();
    if chain.len() > 2 * SHOWN {
        chain.splice(SHOWN..chain.len() - SHOWN, ["…".to_owned()]);
    }
    html! {
        <div class="problem" role="alert" data-error="">
            <p>{ error.line.map(|line| format!("{}{}", (words.at_line)(line), message)).unwrap_or(message) }</p>
            if chain.len() > 1 {
                <ol class="chain" aria-label={words.chain}>
                    { for chain.into_iter().map(|place| html! { <li>{ place }</li> }) }
                </ol>
            }
        </div>
    }
}

fn mark_label(mark: &Mark, title: String) -> Html {
    const SHOWN: usize = 2;
    let mut text = mark.names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(" · ");
    if mark.names.len() > SHOWN {
        text = format!("{text} +{}", mark.names.len() - SHOWN);
    }
    html! {
        <span key={mark.line} ~style={format!("--line:{}", mark.line)} {title} data-mark={mark.line.to_string()}>{ text }</span>
    }
}

fn set_selection(textarea: &NodeRef, text: &str, caret: &Caret) {
    // The page opens without a caret of its own making.
    if caret.number == 0 {
        return;
    }
    let Some(textarea) = textarea.cast::<HtmlTextAreaElement>() else { return };
    let place = |offset: usize| u32::try_from(utf16::units(text, offset)).unwrap_or(u32::MAX);
    // Fails only for other kinds of elements.
    let _ = textarea.set_selection_range(place(caret.selection.start), place(caret.selection.end));
}

fn typed(dispatch: &UseReducerDispatcher<State>) -> Callback<InputEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: InputEvent| {
        let Some(textarea) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
        let text: Rc<str> = textarea.value().into();
        let caret = selection(&textarea, &text).end;
        dispatch.dispatch(Action::Type { text, input: kind_of(&event), caret });
    })
}

fn kind_of(event: &InputEvent) -> Input {
    match event.input_type().as_str() {
        "insertText" | "insertCompositionText" => {
            let word = |text: String| text.chars().all(|c| c.is_alphanumeric() || c == '_');
            if event.data().is_some_and(word) { Input::Word } else { Input::Other }
        }
        "deleteContentBackward" | "deleteContentForward" => Input::Delete,
        _ => Input::Other,
    }
}

/// Tab, Shift+Tab and Enter are ours; while an input method is composing, its keys are its own.
fn pressed(dispatch: &UseReducerDispatcher<State>) -> Callback<KeyboardEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
            return;
        }
        let edit = match (event.key().as_str(), event.shift_key()) {
            ("Tab", false) => indent::indent,
            ("Tab", true) => indent::dedent,
            ("Enter", false) => indent::new_line,
            _ => return,
        };
        let Some(textarea) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
        event.prevent_default();
        let text = textarea.value();
        let Selected { text, selection } = edit(&text, selection(&textarea, &text));
        dispatch.dispatch(Action::Replace { text: text.into(), selection });
    })
}

/// Undo and redo from the browser's own menu are ours too.
#[hook]
fn use_own_history(textarea: NodeRef, dispatch: UseReducerDispatcher<State>) {
    use_effect_with(textarea, move |textarea| {
        let listener = textarea.cast::<HtmlTextAreaElement>().map(|textarea| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&textarea, "beforeinput", options, move |event| {
                if let Some(action) = event.dyn_ref::<InputEvent>().and_then(history_action) {
                    event.prevent_default();
                    dispatch.dispatch(action);
                }
            })
        });
        move || drop(listener)
    });
}

fn history_action(event: &InputEvent) -> Option<Action> {
    match event.input_type().as_str() {
        "historyUndo" => Some(Action::Undo),
        "historyRedo" => Some(Action::Redo),
        _ => None,
    }
}

fn selection(textarea: &HtmlTextAreaElement, text: &str) -> std::ops::Range<usize> {
    let offset = |units: Option<u32>| utf16::byte_offset(text, units.map_or(0, |units| units as usize));
    let start = offset(textarea.selection_start().ok().flatten());
    start..offset(textarea.selection_end().ok().flatten()).max(start)
}

#[derive(Properties, PartialEq)]
struct ColoursProps {
    text: Rc<str>,
    problem: Option<Rc<SyntaxError>>,
    failed_at: Option<u32>,
}

/// The text in colours, a block for each line; the style sheet numbers them.
#[component]
fn Colours(props: &ColoursProps) -> Html {
    let lines = colours::lines(&props.text, props.problem.as_deref());
    html! {
        <pre class="colours" aria-hidden="true">
            { for lines.into_iter().zip(1u32..).map(|(line, number)| {
                let failed = (props.failed_at == Some(number)).then_some("failed");
                html! {
                    <div class={classes!("line", failed)}>
                        { for line.into_iter().map(piece) }
                        { "\n" }
                    </div>
                }
            }) }
        </pre>
    }
}

fn piece(piece: Piece<'_>) -> Html {
    let class = classes!(piece.class.map(|class| class.name()), piece.wrong.then_some("wrong"));
    html! { <span {class}>{ piece.text.to_owned() }</span> }
}
