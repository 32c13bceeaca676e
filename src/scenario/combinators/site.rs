//! What was understood of the statements that await: the same for all nine ways.

use super::super::edit::TextEdit;
use super::Reason;
use std::ops::Range;

/// The statements that make, start and await the children, up to where the results are there.
#[derive(Clone, Debug)]
pub struct Site {
    /// From the start of the first statement to the end of what the results are put into:
    /// the whole statement, or the place of the awaited expression in it.
    pub range: Range<usize>,
    pub children: Children,
    pub results: Results,
    pub failures: Failures,
    /// The text of `timeout`, in `wait` and `as_completed`.
    pub timeout: Option<String>,
    /// The call of `gather` or `wait`, where the way is one of these.
    pub call: Option<Call>,
    /// The variable that holds the list of tasks, where later code needs it.
    pub needed_list: Option<String>,
    /// What else must change when the site is written in another way.
    pub also: Vec<TextEdit>,
}

/// What is awaited.
#[derive(Clone, Debug)]
pub enum Children {
    /// Written one by one.
    Each(Vec<Child>),
    /// One expression for every turn of some `for` clauses.
    Comprehension {
        element: Awaited,
        clauses: String,
        /// The clauses are one `for` without conditions.
        is_loop: bool,
    },
    /// All that an expression holds.
    Items { text: String, kind: ItemKind, origin: Option<Origin> },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    Coroutines,
    Tasks,
    Unknown,
}

#[derive(Clone, Debug)]
pub struct Child {
    pub awaited: Awaited,
    /// The variable that the task is in or should be in.
    pub variable: Option<String>,
    /// Later code uses the variable.
    pub is_needed: bool,
    /// Where the task in the variable was made, if nothing uses it before the site.
    pub origin: Option<Origin>,
    /// Where the child is written.
    pub range: Range<usize>,
    pub comments: Comments,
}

#[derive(Clone, Debug, Default)]
pub struct Comments {
    /// On lines of their own before the child.
    pub above: Vec<String>,
    /// At the end of the child's line.
    pub beside: Option<String>,
}

/// An earlier statement which made tasks, and could be taken out.
#[derive(Clone, Debug)]
pub struct Origin {
    pub statement: Range<usize>,
    pub children: Box<Children>,
    /// Code after the site uses what was made.
    pub is_needed: bool,
}

/// Something that can be awaited, as it is written.
#[derive(Clone, Debug)]
pub enum Awaited {
    /// A coroutine that nobody has started.
    Coroutine(String),
    /// A coroutine that is started here: `create_task(coroutine, options)`.
    Started { coroutine: String, options: String },
    /// A task or future that exists.
    Future(String),
    /// One of these.
    Unknown(String),
}

/// Where the results go.
#[derive(Clone, Debug)]
pub enum Results {
    /// Nowhere.
    Dropped,
    /// Each to a variable of its own, or nowhere.
    Names(Vec<Option<String>>),
    /// The list of them stands in a statement, after the text `before`.
    List { before: String, name: Option<String>, body: Option<Body> },
    /// The sets of tasks that `wait` returned, of which other code uses these.
    Sets { done: Option<String>, pending: Option<String> },
}

/// The block of a `for` over the results.
#[derive(Clone, Debug)]
pub struct Body {
    /// What each result is called.
    pub target: String,
    /// The first byte of the block's first statement, which has its line to itself.
    pub start: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failures {
    /// The first exception is raised.
    Raise,
    /// An exception stands in the list in place of a result.
    AsValues,
}

/// A call of `gather` or `wait`, for small changes in place.
#[derive(Clone, Debug)]
pub struct Call {
    /// The keyword `return_exceptions` or `return_when`, if it is there.
    pub keyword: Option<Range<usize>>,
    /// Every argument, in order.
    pub arguments: Vec<Range<usize>>,
    /// Right after the opening parenthesis.
    pub start: usize,
    /// The list of the results, made from the tasks that `wait` was given.
    pub collected: Option<Range<usize>>,
    /// What `wait` is given, and the set of done tasks, where both are names.
    pub lists: Option<(String, String)>,
}

impl Awaited {
    /// As it is written, without what started it.
    pub fn text(&self) -> &str {
        match self {
            Self::Coroutine(text) | Self::Future(text) | Self::Unknown(text) => text,
            Self::Started { coroutine, .. } => coroutine,
        }
    }

    /// What else it is started with, as further arguments.
    pub fn options(&self) -> &str {
        match self {
            Self::Started { options, .. } => options,
            _ => "",
        }
    }

    /// The text of a coroutine that is not started yet, for a task group.
    pub fn coroutine(&self) -> Result<&str, Reason> {
        match self {
            Self::Coroutine(text) => Ok(text),
            Self::Started { coroutine, .. } => Ok(coroutine),
            Self::Future(text) => Err(Reason::AlreadyStarted { text: text.clone() }),
            Self::Unknown(text) => Err(Reason::NotACoroutine { text: text.clone() }),
        }
    }
}
