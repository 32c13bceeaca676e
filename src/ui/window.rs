//! Which rows of a long timeline are in sight: only these have bars.

use yew::prelude::*;

/// So many rows are all drawn; more are drawn as they come into sight.
const ALL: usize = 40;
/// Rows beyond the edge that are drawn already, and the step in which the window moves.
const MARGIN: usize = 8;

/// The rows from the first to before the last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    first: usize,
    last: usize,
}

impl Window {
    /// Whether that row is in sight, or nearly.
    pub fn shows(&self, row: usize) -> bool {
        (self.first..self.last).contains(&row)
    }
}

/// The window of a scrolled box of so many rows, and what moves it.
#[hook]
pub fn use_window(scrolled: NodeRef, rows: usize) -> (Window, Callback<Event>) {
    let first = use_state_eq(|| 0);
    let in_sight = use_state_eq(|| ALL);
    let moved = {
        let (first, in_sight) = (first.setter(), in_sight.setter());
        move |_| {
            let Some(place) = place(&scrolled) else { return };
            first.set(place.0.saturating_sub(MARGIN) / MARGIN * MARGIN);
            in_sight.set(place.1 + 3 * MARGIN);
        }
    };
    let last = if rows <= ALL { usize::MAX } else { *first + *in_sight };
    let first = if rows <= ALL { 0 } else { *first };
    (Window { first, last }, Callback::from(moved))
}

/// The first row in sight, and how many are.
fn place(scrolled: &NodeRef) -> Option<(usize, usize)> {
    let scrolled = scrolled.cast::<web_sys::HtmlElement>()?;
    let row = scrolled.query_selector(".row").ok()??;
    let height = row.get_bounding_client_rect().height().max(1.0);
    let rows = |pixels: i32| (f64::from(pixels) / height) as usize;
    Some((rows(scrolled.scroll_top()), rows(scrolled.client_height()) + 1))
}
