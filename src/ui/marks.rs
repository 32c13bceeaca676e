//! The marks of interventions, drawn. They are dragged and removed by the pointer and by keys, see `drag`.

use yew::prelude::*;

use super::interventions::Mark;
use super::words::{Language, seconds};
use crate::scenario::interventions::act_name;
use crate::trace::Act;

/// The marks of one lane. `percent` says where each is.
pub fn draw(marks: &[(Mark, f64)], language: Language) -> Html {
    let words = language.words().intervening;
    html! {
        { for marks.iter().map(|(mark, percent)| {
            let at = seconds(mark.at);
            let says = match mark.act {
                Act::Cancel => (words.cancels)(&mark.name, &at),
                Act::Copy => (words.copies)(&mark.name, &at),
            };
            let glyph = match mark.act {
                Act::Cancel => "⊘",
                Act::Copy => "+",
            };
            let lost = mark.task.is_none().then_some("lost");
            let side = (*percent > 85.0).then_some("leftwards");
            html! {
                <div key={mark.number} class={classes!("intervention", act_name(mark.act), lost, side)}
                    ~style={format!("left:{percent:.6}%")} role="slider" tabindex="0"
                    data-intervention={mark.number.to_string()} data-act={act_name(mark.act)} data-seconds={mark.at.to_string()}
                    aria-label={says.clone()} aria-valuemin="0" aria-valuenow={mark.at.to_string()} aria-valuetext={at}
                    aria-description={words.keys}>
                    <span aria-hidden="true">{ glyph }</span>
                    <div class="says"><em>{ says }</em>
                        <button type="button" class="quiet" tabindex="-1" data-remove={mark.number.to_string()}
                            aria-label={words.remove} title={words.remove}>{ "×" }</button>
                    </div>
                </div>
            }
        }) }
    }
}
