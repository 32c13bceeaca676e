//! The output beside what was expected of it.

use std::rc::Rc;

use yew::prelude::*;

use super::ordering::line_text;
use super::{Guess, Guessing};
use crate::player::Picture;
use crate::trace::output::Line;
use crate::ui::action::Action;
use crate::ui::describe;
use crate::ui::explain::Explanation;
use crate::ui::output::end_row;
use crate::ui::state::State;
use crate::ui::why::with_code;
use crate::ui::words::{Language, seconds};

#[derive(Properties, PartialEq)]
pub struct ComparedProps {
    pub guess: Guess,
    pub picture: Rc<Picture>,
    pub language: Language,
    pub dispatch: UseReducerDispatcher<State>,
}

#[component]
pub fn Compared(props: &ComparedProps) -> Html {
    let (words, guess) = (props.language.words(), &props.guess);
    let of = guess.printed().len();
    let score = guess.score();
    let rows =
        use_memo((props.picture.clone(), guess.clone(), props.language), |(picture, guess, language)| {
            rows(picture, guess, *language)
        });
    let button = |action: &'static str, label: &'static str, guessing: Guessing| {
        let dispatch = props.dispatch.clone();
        html! {
            <button type="button" class="quiet framed" data-action={action}
                onclick={move |_| dispatch.dispatch(Action::Predict(guessing))}>{ label }</button>
        }
    };
    let output = &props.picture.output;
    let stderr = props.picture.stderr.trim_end();
    html! {
        <section class="pane" data-view="output" data-predict="compared" aria-labelledby="output-title">
            <div class="pane-head"><h2 id="output-title">{ words.output }</h2></div>
            <div class="pane-body output" tabindex="0">
                <p class="verdict" data-score={score.to_string()} data-right={(score == of).to_string()}>
                    { (words.predicting.score)(score, of) }
                </p>
                <ol class="lines compared">
                    { for rows.iter().map(|row| line_row(props, row)) }
                </ol>
                if guess.all > of {
                    <p class="hint">{ (words.predicting.more)(guess.all - of) }</p>
                }
                if !stderr.is_empty() {
                    <pre class="stderr">{ stderr.to_owned() }</pre>
                }
                if let Some(end) = output.end() {
                    { end_row(words, &props.picture.trace(), end) }
                }
                <div class="again">
                    { button("predict-again", words.predicting.again, Guessing::Again) }
                    { button("output-alone", words.predicting.output_alone, Guessing::Close) }
                </div>
            </div>
        </section>
    }
}

/// A line that was printed, and if it came out of order: where it had been expected, and why it came here.
struct Row {
    line: Line,
    text: Rc<str>,
    who: String,
    wrong: Option<(usize, String)>,
}

fn rows(picture: &Picture, guess: &Guess, language: Language) -> Vec<Row> {
    let trace = picture.trace();
    let lines = picture.output.lines_until(usize::MAX).iter().zip(guess.printed()).zip(guess.misplaced());
    lines
        .map(|((&line, text), misplaced)| {
            let why = || {
                let state = picture.state(picture.steps.of_event(line.event));
                Explanation::new(language, picture, &trace, &state).sentence()
            };
            let who = line.task.map_or("", |task| describe::task_name(picture, &trace, task)).to_owned();
            Row { line, text: text.clone(), who, wrong: misplaced.map(|place| (place, why())) }
        })
        .collect()
}

fn line_row(props: &ComparedProps, row: &Row) -> Html {
    let words = props.language.words();
    let (dispatch, event) = (props.dispatch.clone(), row.line.event);
    html! {
        <li data-line="" data-right={row.wrong.is_none().to_string()}>
            <button type="button" class="time" title={words.jump}
                onclick={move |_| dispatch.dispatch(Action::SeekEvent(event))}>{ seconds(row.line.time) }</button>
            <span class="mark" aria-hidden="true">{ if row.wrong.is_none() { "✓" } else { "✗" } }</span>
            { line_text(&row.text, words.predicting.empty_line) }
            <span class="who">{ &row.who }</span>
            if let Some((place, why)) = &row.wrong {
                <p class="wrong-place"><b>{ (words.predicting.had_it_at)(place + 1) }</b>{ " " }{ with_code(why) }</p>
            }
        </li>
    }
}
