//! Why an edit on the timeline cannot be made: for the page to put into words.

use super::combinators::Reason;

/// Why an edit of steps, tasks or options is refused. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The program has a syntax error; its line.
    Syntax { line: u32 },
    /// The way of awaiting cannot be understood or rewritten.
    Combinator(Reason),
    /// No function of that name is defined in the program.
    NoFunction { name: String },
    /// No statement starts there.
    NoStatement,
    /// The statement shares its line with others.
    SharesLine,
    /// It cannot be moved further in that direction.
    AtTheEdge,
    /// Moved past that line, the statement would come before a name is there that is made or used in it.
    NeedsName { name: String, line: u32 },
    /// The name that the statement makes is used on that line.
    NeededElsewhere { name: String, line: u32 },
    /// One call in a loop or comprehension makes several tasks.
    MadeInLoop { line: u32 },
    /// What stands there is no call of a function that the program defines.
    NoCall,
    /// The coroutine is awaited where it is made: there is no task that others could await or cancel.
    NotATask,
    /// The task is made later than the step would run; the line that makes it.
    NotYetMade { line: u32 },
    /// The task runs that very function, so it would wait for itself; its own function helps.
    AwaitsItself { function: String },
    /// The name is used for something else.
    NameTaken { name: String },
    /// That cannot be a name in Python.
    NotAName { name: String },
    /// No task of that number is written in the program.
    NoTask,
    /// That task is the one that `asyncio.run` starts.
    TheEntry,
    /// The two tasks are started in different places.
    NotSideBySide,
    /// What awaits the tasks needs at least one.
    LastTask,
    /// The program has no async function that is run and could start a task.
    NoEntry,
    /// The option belongs to other ways of awaiting.
    NoOption,
    /// The changed program would not be valid.
    Unwritable,
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Syntax { line } => Self::Syntax { line },
            Reason::SharesLine => Self::SharesLine,
            Reason::Unwritable => Self::Unwritable,
            reason => Self::Combinator(reason),
        }
    }
}
