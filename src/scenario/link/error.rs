//! Why a link cannot be opened.

use std::fmt;

/// What is wrong with a link, each told in one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It does not begin as links to scenarios do.
    NotALink,
    /// Its format, or that of its document, is of a later time.
    UnknownVersion,
    /// It is packed in a way that is not known.
    UnknownCodec,
    /// There are characters in it that do not belong there.
    WrongAlphabet,
    /// Its end is missing.
    Truncated,
    /// It cannot be unpacked.
    Damaged,
    /// It would unpack to more than any document may have.
    TooLarge,
    /// What it holds is no JSON.
    NotJson,
    /// It is JSON, and no scenario.
    NotADocument,
    /// It wants a version of Python that is not on offer.
    UnknownPython,
}

impl LinkError {
    pub const ALL: [Self; 10] = [
        Self::NotALink,
        Self::UnknownVersion,
        Self::UnknownCodec,
        Self::WrongAlphabet,
        Self::Truncated,
        Self::Damaged,
        Self::TooLarge,
        Self::NotJson,
        Self::NotADocument,
        Self::UnknownPython,
    ];
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotALink => "This address does not hold a scenario.",
            Self::UnknownVersion => "This link was made by a newer Interleave than this one.",
            Self::UnknownCodec => "This link is packed in a way that this Interleave does not know.",
            Self::WrongAlphabet => "There are characters in this link that do not belong there.",
            Self::Truncated => "The end of this link is missing; copy all of it.",
            Self::Damaged => "This link is damaged and cannot be unpacked.",
            Self::TooLarge => "This scenario is too large for a link: at most 1 MB can be opened.",
            Self::NotJson => "What this link holds is no document.",
            Self::NotADocument => "What this link holds is no scenario.",
            Self::UnknownPython => "This scenario wants a version of Python that is not on offer here.",
        })
    }
}

impl std::error::Error for LinkError {}
