//! Which part of a timeline is in sight: only there are rows and bars.

use yew::prelude::*;

/// So many rows are all drawn; more are drawn as they come into sight.
const ALL: usize = 40;
/// Rows beyond the edge that are drawn already, and the step in which the window moves.
const MARGIN: usize = 8;

/// The rows from the first to before the last, and the pixels of the axis between which bars are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    pub first: usize,
    pub last: usize,
    pub pixels: (f64, f64),
}

/// Where a scrolled box stands, in whole steps, so that not every pixel draws anew.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    row: usize,
    rows: usize,
    /// In halves of what is in sight.
    half: usize,
}

/// The window of a scrolled box with so many rows and `fit` pixels of the axis in sight, and what looks where it stands.
#[hook]
pub fn use_window(scrolled: NodeRef, rows: usize, fit: f64) -> (Window, Callback<()>) {
    let place = use_state_eq(|| Place { row: 0, rows: ALL, half: 0 });
    let setter = place.setter();
    let look = Callback::from(move |()| {
        if let Some(place) = look(&scrolled, fit) {
            setter.set(place);
        }
    });
    let (first, last) = if rows <= ALL { (0, rows) } else { (place.row, (place.row + place.rows).min(rows)) };
    let half = fit / 2.0;
    let left = place.half as f64 * half;
    (Window { first: first.min(last), last, pixels: (left - half, left + 2.0 * fit) }, look)
}

fn look(scrolled: &NodeRef, fit: f64) -> Option<Place> {
    let scrolled = scrolled.cast::<web_sys::HtmlElement>()?;
    let height = scrolled.query_selector(".row").ok()??.get_bounding_client_rect().height().max(1.0);
    let rows = |pixels: i32| (f64::from(pixels) / height) as usize;
    Some(Place {
        row: rows(scrolled.scroll_top()).saturating_sub(MARGIN) / MARGIN * MARGIN,
        rows: rows(scrolled.client_height()) + 1 + 3 * MARGIN,
        half: (f64::from(scrolled.scroll_left()) / (fit / 2.0).max(1.0)) as usize,
    })
}
