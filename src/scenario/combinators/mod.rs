//! How a program awaits its tasks: which of the nine ways it uses, and the same program in another.
//!
//! A rewrite has three steps, each in its own files:
//!
//! 1. [`find`] reads the syntax tree and looks for the *site*: the consecutive statements of one
//!    async function which make, start and await the children and name their results.
//! 2. [`site`] is what was understood of them, whatever the way: the children, where the results
//!    go, what else was asked for.
//! 3. [`write`] says the site anew in the way that is wanted. Only the site's bytes change, and
//!    the imports if a name is missing there.
//!
//! What cannot be said in another way without guessing is refused with a [`Reason`].

mod adjust;
pub(super) mod find;
pub(super) mod imports;
pub(super) mod layout;
pub(super) mod program;
pub(super) mod site;
mod write;

use super::edit::{Edits, TextEdit};
use crate::python::syntax::{self, lines::Lines};
use crate::trace::awaiting::Site;
use find::Found;
use program::Program;
use ruff_text_size::Ranged;
use std::fmt;
use std::ops::Range;

/// A way of awaiting several coroutines or tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Combinator {
    Gather,
    GatherReturnExceptions,
    WaitAllCompleted,
    WaitFirstCompleted,
    WaitFirstException,
    AsCompleted,
    TaskGroup,
    CreateTask,
    InTurn,
}

impl Combinator {
    pub const ALL: [Self; 9] = [
        Self::Gather,
        Self::GatherReturnExceptions,
        Self::WaitAllCompleted,
        Self::WaitFirstCompleted,
        Self::WaitFirstException,
        Self::AsCompleted,
        Self::TaskGroup,
        Self::CreateTask,
        Self::InTurn,
    ];

    /// The steady name, for the page's handles and for links.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gather => "gather",
            Self::GatherReturnExceptions => "gather_return_exceptions",
            Self::WaitAllCompleted => "wait_all_completed",
            Self::WaitFirstCompleted => "wait_first_completed",
            Self::WaitFirstException => "wait_first_exception",
            Self::AsCompleted => "as_completed",
            Self::TaskGroup => "task_group",
            Self::CreateTask => "create_task",
            Self::InTurn => "in_turn",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|combinator| combinator.name() == name)
    }

    /// The `return_when` of `asyncio.wait`, for the three ways that are one.
    fn return_when(self) -> Option<&'static str> {
        match self {
            Self::WaitAllCompleted => Some("ALL_COMPLETED"),
            Self::WaitFirstCompleted => Some("FIRST_COMPLETED"),
            Self::WaitFirstException => Some("FIRST_EXCEPTION"),
            _ => None,
        }
    }

    fn is_wait(self) -> bool {
        self.return_when().is_some()
    }

    fn is_gather(self) -> bool {
        matches!(self, Self::Gather | Self::GatherReturnExceptions)
    }
}

/// Where and how a program awaits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detection {
    pub combinator: Combinator,
    /// The async function's name.
    pub function: String,
    /// Bytes from the first statement of the site to where the results are there.
    pub range: Range<usize>,
    /// What is awaited, as it is written, in order; empty where it is not written one by one.
    pub children: Vec<String>,
    /// The names that the results get.
    pub targets: Vec<String>,
    /// Why the site cannot be rewritten, if it cannot.
    pub obstacle: Option<Reason>,
}

/// Why a program cannot be rewritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The program has a syntax error; its line.
    Syntax { line: u32 },
    /// No async function awaits anything that could be awaited in another way.
    NothingAwaited,
    /// The await stands where it is not always reached: in a condition, a lambda, a comprehension.
    Conditional,
    /// The call is not awaited right where it is made.
    PassedOn { call: String },
    /// An option whose value is only known when the program runs.
    Option { text: String },
    /// A `timeout` has no counterpart in the way that is wanted.
    Timeout,
    /// The site shares a line with other statements.
    SharesLine,
    /// It is not known to be a coroutine, and a TaskGroup takes nothing else.
    NotACoroutine { text: String },
    /// It was started earlier, and other code needs it so.
    AlreadyStarted { text: String },
    /// The child needs a result that an earlier child gives.
    NeedsEarlierResult { child: String, name: String },
    /// Later code asks the task for its result, which it may not have when the first is completed.
    NeedsAllResults { text: String },
    /// The loop over `as_completed` does more than await each once at its start.
    LoopDoesMore,
    /// The task group's block does more than create tasks.
    GroupDoesMore,
    /// The rewritten program would not be valid.
    Unwritable,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { line } => write!(f, "The program has a syntax error on line {line}."),
            Self::NothingAwaited => {
                f.write_str("No async function here awaits coroutines that could be awaited in another way.")
            }
            Self::Conditional => f.write_str(
                "The await is part of an expression that may not be evaluated, or more than once.",
            ),
            Self::PassedOn { call } => {
                write!(f, "What {call}() returns is not awaited right there but passed on.")
            }
            Self::Option { text } => write!(f, "The value of `{text}` is only known when the program runs."),
            Self::Timeout => f.write_str("This way of awaiting has no timeout of its own."),
            Self::SharesLine => f.write_str("The await shares its line with other statements."),
            Self::NotACoroutine { text } => {
                write!(f, "A task group takes coroutines only, and `{text}` may be something else.")
            }
            Self::AlreadyStarted { text } => {
                write!(f, "The task `{text}` was started earlier, and other code uses it.")
            }
            Self::NeedsEarlierResult { child, name } => {
                write!(f, "`{child}` needs `{name}`, the result of an earlier one.")
            }
            Self::NeedsAllResults { text } => write!(
                f,
                "Later code asks `{text}` for a result, and when the first task is completed others have none."
            ),
            Self::LoopDoesMore => {
                f.write_str("The loop over as_completed() does more than await each one at its start.")
            }
            Self::GroupDoesMore => f.write_str("The task group's block does more than create tasks."),
            Self::Unwritable => f.write_str("The rewritten program would not be valid."),
        }
    }
}

impl std::error::Error for Reason {}

/// Finds how the program awaits.
///
/// # Errors
/// [`Reason::Syntax`] or [`Reason::NothingAwaited`].
pub fn detect(source: &str) -> Result<Detection, Reason> {
    with_site(source, |_, found| Ok(found.detection()))
}

/// The lines at which the program awaits, to be found again in the trace of its run.
///
/// # Errors
/// As [`detect`].
pub fn site(source: &str) -> Result<Site, Reason> {
    with_site(source, |program, found| {
        let Detection { function, range, .. } = found.detection();
        let text = Lines::new(source);
        let line = |offset| text.position(offset).line;
        let lines = line(range.start)..=line(range.end);
        let body = program.function_at(range.start).map(|function| bytes(function.def));
        let body = body.map_or_else(|| lines.clone(), |body| line(body.start)..=line(body.end));
        Ok(Site { function, body, lines })
    })
}

/// The edits that make the program await in the way `to`; none where it does so already.
///
/// # Errors
/// Why that is not possible.
pub fn rewrite(source: &str, to: Combinator) -> Result<Edits, Reason> {
    let edits = with_site(source, |program, found| {
        let site = found.site.as_ref().map_err(Clone::clone)?;
        if found.combinator == to {
            return Ok(Vec::new());
        }
        if to == Combinator::WaitFirstCompleted {
            find::unfinished_results(program, site)?;
        }
        match adjust::adjusted(program, site, found.combinator, to) {
            Some(edits) => edits,
            None => write::written(program, site, to),
        }
    })?;
    checked(source, edits)
}

fn with_site<T>(
    source: &str,
    then: impl FnOnce(&Program<'_>, &Found) -> Result<T, Reason>,
) -> Result<T, Reason> {
    let parsed = syntax::parse(source).map_err(|error| Reason::Syntax { line: error.line })?;
    let program = Program::new(source, &parsed);
    let found = find::find(&program).ok_or(Reason::NothingAwaited)?;
    then(&program, &found)
}

/// A last look, so that no mistake here can ever break somebody's program.
fn checked(source: &str, edits: Vec<TextEdit>) -> Result<Edits, Reason> {
    let edits = Edits::new(edits).map_err(|_| Reason::Unwritable)?;
    let after = edits.apply(source).map_err(|_| Reason::Unwritable)?;
    match syntax::parse(&after) {
        Ok(_) => Ok(edits),
        Err(_) => Err(Reason::Unwritable),
    }
}

fn bytes(node: &impl Ranged) -> Range<usize> {
    Range::from(node.range())
}

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
