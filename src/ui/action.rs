//! What can happen to the page.

use std::ops::Range;
use std::rc::Rc;

use super::lane_view::Bar;
use super::look::{Dialog, View};
use super::predict::Guessing;
use super::work::Shift;
use crate::player::Picture;
use crate::python::SyntaxError;
use crate::scenario::combinators::Combinator;
use crate::scenario::edit::Edits;
use crate::scenario::link::Fragment;
use crate::scenario::refusal::Refusal;
use crate::scenario::steps::{self, Change, Direction, NewStep, Place};
use crate::scenario::tasks;
use crate::trace::{Axis, Seconds};

/// What the textarea says it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A character that belongs to a word.
    Word,
    /// A character was deleted.
    Delete,
    /// Anything else: a space, a paste, a drop.
    Other,
}

/// What happens to the page.
pub enum Action {
    /// The textarea has a new text, with its caret at this byte.
    Type {
        text: Rc<str>,
        input: Input,
        caret: usize,
    },
    /// A key changed the text in our own way, and left this selected.
    Replace {
        text: Rc<str>,
        selection: Range<usize>,
    },
    Undo,
    Redo,
    Rewrite(Combinator),
    /// A step or a task is written, changed, moved or taken away.
    EditStep(StepEdit),
    /// The statement of this bar is taken away.
    DeleteStep(Bar),
    /// The first task of an empty page.
    AddFirstTask,
    /// These edits of the text, which mend something.
    Fix(Edits),

    /// The address holds something to open.
    Open(Box<Fragment>),
    /// The output is predicted.
    Predict(Guessing),
    /// What came by a link, and the reader's own.
    Work(Shift),
    /// What came by a link would run for long.
    Hold,
    /// It is wanted all the same.
    RunAnyway,
    /// What was said about a link has been read.
    Dismiss,
    /// Open a dialog, or close it.
    Dialog(Option<Dialog>),

    /// The text is no program.
    Refused(SyntaxError),
    /// Its run takes a while.
    Computing,
    /// Its run is done.
    Computed(Rc<Picture>),

    Play,
    Pause,
    /// Play or pause.
    Toggle,
    Step,
    Back,
    /// To the end of the next turn of the loop, and of the one before.
    Turn,
    BackTurn,
    /// To the step in which the event with this number happened.
    SeekEvent(usize),
    /// Faster or slower, by one of the speeds on offer.
    Faster,
    Slower,
    Reset,
    End,
    Seek(usize),
    SeekTime(Seconds),
    Speed(f64),
    /// The live run of that number has got on.
    Moved(u32, Rc<Picture>),
    /// The live run of that number has ended.
    Finished(u32, Rc<Picture>),

    /// A bar's end is taken hold of: the number at this offset.
    Grab {
        origin: u32,
        bar: Bar,
    },
    /// It is held so that the bar is so long.
    Drag {
        seconds: Seconds,
        grid: Option<Seconds>,
    },
    /// It is let go.
    Drop,
    /// It is let go, and nothing shall have happened.
    CancelDrag,
    /// A key sets the number at this offset.
    Nudge {
        origin: u32,
        seconds: Seconds,
        grid: Seconds,
    },

    SwitchLanguage,
    SwitchTheme,
    Show(View),
    /// Draw the timeline along this axis.
    Draw(Axis),
}

impl Action {
    /// Whether it only moves through the run.
    pub fn moves(&self) -> bool {
        matches!(
            self,
            Self::Toggle
                | Self::Play
                | Self::Step
                | Self::Back
                | Self::Turn
                | Self::BackTurn
                | Self::SeekEvent(_)
                | Self::Reset
                | Self::End
                | Self::Seek(_)
                | Self::SeekTime(_)
        )
    }
}

/// An edit of a task's steps. Statements are named by the byte where they start.
#[derive(Clone, Debug, PartialEq)]
pub enum StepEdit {
    Insert(Place, NewStep),
    Replace(usize, NewStep),
    Shift(usize, Direction),
    Duplicate(usize),
    Delete(usize),
    /// The call at this byte gets a function of its own.
    OwnFunction(usize),
    Task(TaskEdit),
}

/// An edit of the tasks. They are named by the byte of the call that makes the coroutine.
#[derive(Clone, Debug, PartialEq)]
pub enum TaskEdit {
    /// One more, after that one or as the last.
    Add(Option<usize>),
    Duplicate(usize),
    Rename(usize, String),
    Remove(usize),
    /// The first is started beside the second.
    Move(usize, usize),
    /// After so many seconds.
    CancelAfter(usize, Seconds),
}

impl From<TaskEdit> for StepEdit {
    fn from(edit: TaskEdit) -> Self {
        Self::Task(edit)
    }
}

impl StepEdit {
    /// The edit of this text.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub fn carry_out(&self, source: &str) -> Result<Change, Refusal> {
        match self {
            Self::Insert(place, new) => steps::insert(source, place, new),
            Self::Replace(at, new) => steps::replace(source, *at, new),
            Self::Shift(at, direction) => steps::shift(source, *at, *direction),
            Self::Duplicate(at) => steps::duplicate(source, *at),
            Self::Delete(at) => steps::delete(source, *at),
            Self::OwnFunction(call) => steps::own_function(source, *call),
            Self::Task(edit) => match edit {
                TaskEdit::Add(after) => tasks::add(source, *after),
                TaskEdit::Duplicate(call) => tasks::duplicate(source, *call),
                TaskEdit::Rename(call, name) => tasks::rename(source, *call, name),
                TaskEdit::Remove(call) => tasks::remove(source, *call),
                TaskEdit::Move(call, other) => tasks::move_to(source, *call, *other),
                TaskEdit::CancelAfter(call, seconds) => tasks::cancel_after(source, *call, *seconds),
            },
        }
    }
}
