//! The document: a scenario is its Python source and a few settings, and every change of it is a
//! splice of text.
//!
//! - [`edit`]: replace these bytes by those, forth and back; [`history`]: undo and redo of it.
//! - [`numbers`]: the number that a bar on the timeline comes from, read and written.
//! - [`bars`]: which bars share a number, and why one has none.
//! - [`combinators`]: how a program awaits its tasks, found and rewritten.
//! - [`steps`]: the statements that a task runs, added, moved and taken away; [`refusal`]: why not.
//! - [`tasks`]: the tasks themselves, added, named, put in another order and taken away.
//! - [`fixes`]: classic mistakes, mended.
//! - [`link`]: the document as a text that fits into an address.
//! - [`notes`]: what a program says of itself in comments.
//! - [`highlight`]: what each piece of the text is, for an editor; [`utf16`]: how a textarea counts.
//!
//! Nothing here runs a program, and nothing here knows of a browser.

pub mod bars;
pub mod combinators;
mod default;
pub mod edit;
pub mod fixes;
pub mod highlight;
pub mod history;
pub mod link;
pub mod notes;
pub mod numbers;
pub mod refusal;
pub mod steps;
pub mod tasks;
pub mod utf16;

use std::fmt;
use std::rc::Rc;

/// All that makes a run what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The program, `main.py`.
    pub code: Rc<str>,
    pub python: PythonVersion,
    /// What `random` starts from; a program without a seed of its own runs the same each time.
    pub seed: Option<u64>,
    pub title: String,
}

/// Which CPython is the model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PythonVersion {
    #[default]
    V3_13,
}

impl PythonVersion {
    /// The version that is written so (`3.13`), if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        (name == "3.13").then_some(Self::V3_13)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::V3_13 => "3.13",
        }
    }
}

impl fmt::Display for PythonVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
