//! The page's few icons, drawn on a grid of 16.

use yew::prelude::*;

/// An icon of the transport and the header.
#[derive(Clone, Copy, PartialEq)]
pub enum Icon {
    Reset,
    Back,
    Run,
    Pause,
    Step,
    End,
    Turn,
    BackTurn,
    Undo,
    Redo,
    Share,
    Embed,
    Export,
    Close,
    Up,
    Down,
    Auto,
    Light,
    Dark,
    Plus,
    Before,
    After,
    Replace,
    Duplicate,
    Delete,
    Fork,
    Rename,
    Clock,
}

impl Icon {
    /// What is filled, and what is a line.
    fn paths(self) -> (&'static str, &'static str) {
        match self {
            Self::Reset => ("M13 3.5v9L6 8z", "M3.5 3.5v9"),
            Self::Back => ("M8.5 3.5v9L2 8z", "M12.5 3.5v9"),
            Self::Run => ("M4.5 2.5v11L13.5 8z", ""),
            Self::Pause => ("M4 3h3v10H4zM9 3h3v10H9z", ""),
            Self::Step => ("M7.5 3.5v9L14 8z", "M3.5 3.5v9"),
            Self::End => ("M3 3.5v9L10 8z", "M12.5 3.5v9"),
            Self::Turn => ("M2 4v8l4.5-4zM7.5 4v8L12 8z", "M14 4v8"),
            Self::BackTurn => ("M14 4v8L9.5 8zM8.5 4v8L4 8z", "M2 4v8"),
            Self::Undo => ("", "M6.5 3 3 6.5 6.5 10M3.5 6.5H10a3.25 3.25 0 0 1 0 6.5H7"),
            Self::Redo => ("", "M9.5 3 13 6.5 9.5 10M12.5 6.5H6A3.25 3.25 0 0 0 6 13h3"),
            Self::Share => ("", "M8 10V2M5 4.5 8 2l3 2.5M4 7.5H3v6h10v-6h-1"),
            Self::Embed => ("", "M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5"),
            Self::Export => ("", "M8 2v8M5 7.5 8 10l3-2.5M3 12v1.5h10V12"),
            Self::Close => ("", "M4 4l8 8M12 4l-8 8"),
            Self::Up => ("", "M4 9.5 8 5.5l4 4"),
            Self::Down => ("", "M4 6.5l4 4 4-4"),
            Self::Auto => ("M8 2.5a5.5 5.5 0 0 1 0 11z", "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z"),
            Self::Light => (
                "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
                "M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
            ),
            Self::Plus => ("", "M8 3v10M3 8h10"),
            Self::Before => ("M3 10h10v3H3z", "M8 2v5M5.5 4.5h5"),
            Self::After => ("M3 3h10v3H3z", "M8 9v5M5.5 11.5h5"),
            Self::Replace => ("", "M3 5h9.5L10 2.5M13 11H3.5L6 13.5"),
            Self::Duplicate => ("", "M6 6h7v7H6zM10 3.5V3H3v7h.5"),
            Self::Delete => ("", "M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5 5 13h6l.5-8.5"),
            Self::Fork => ("", "M4.5 13V3M4.5 9c0-2.5 7-1.5 7-5.5M9.5 5l2-2 2 2"),
            Self::Rename => ("", "M3 13l.5-3L10 3.5l2.5 2.5L6 12.5z"),
            Self::Clock => ("", "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3l2 1.5"),
            Self::Dark => ("M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z", ""),
        }
    }
}

/// The icon as SVG, in the colour of the text. It says nothing to a screen reader.
pub fn icon(icon: Icon) -> Html {
    let (fill, line) = icon.paths();
    html! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d={fill} fill="currentColor" />
            <path d={line} fill="none" stroke="currentColor" stroke-width="1.6"
                stroke-linecap="round" stroke-linejoin="round" />
        </svg>
    }
}

/// The logo: three bars that take turns.
pub fn logo() -> Html {
    html! {
        <svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <rect class="logo-a" x="2" y="4" width="11" height="4" rx="2" />
            <rect class="logo-b" x="8" y="10" width="14" height="4" rx="2" />
            <rect class="logo-a" x="4" y="16" width="8" height="4" rx="2" />
            <rect class="logo-b" x="15" y="16" width="7" height="4" rx="2" />
        </svg>
    }
}
