//! How the page looks: the reader's own choices, no part of the scenario.

use super::words::Language;

/// Language and theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub language: Language,
    pub theme: Theme,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system is.
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    /// For `data-theme` and for the browser's storage.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.name() == name)
    }

    /// The one after it, round and round.
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

/// A dialog of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    Share,
    Embed,
    Export,
    /// Ways of awaiting beside each other; no tab of the others.
    Compare,
}

impl Dialog {
    /// Those about sharing.
    pub const ALL: [Self; 3] = [Self::Share, Self::Embed, Self::Export];

    /// For `data-action`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Embed => "embed",
            Self::Export => "export",
            Self::Compare => "compare",
        }
    }
}

/// A pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    Code,
    #[default]
    Timeline,
    Loop,
    Why,
    Output,
}

impl View {
    pub const ALL: [Self; 5] = [Self::Code, Self::Timeline, Self::Loop, Self::Why, Self::Output];

    /// For `data-view`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Timeline => "timeline",
            Self::Loop => "loop",
            Self::Why => "why",
            Self::Output => "output",
        }
    }
}
