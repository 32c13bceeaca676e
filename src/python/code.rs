//! What the compiler makes of a function's body, a class's body or a module: instructions for a
//! stack machine, each with the piece of source that it evaluates.

use std::rc::Rc;

use ruff_text_size::TextRange;

use super::objects::{Str, Value};
use super::vm::arithmetic::{BinaryOp, UnaryOp};
use super::vm::compare::CompareOp;

/// One instruction. "Pops" and "pushes" speak of the frame's value stack; jump targets are
/// instruction numbers; slots number a frame's variables.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    Nop,
    Const(u32),
    Pop,
    /// Push again the value that is so far from the top: 1 is the top.
    Copy(u32),
    /// Exchange the top with the value so far from it: 2 is the one below.
    Swap(u32),

    LoadFast(u32),
    StoreFast(u32),
    DeleteFast(u32),
    /// Make the variable a cell that closures share; an argument's value moves into it.
    MakeCell(u32),
    LoadCell(u32),
    LoadDeref(u32),
    StoreDeref(u32),
    DeleteDeref(u32),
    LoadGlobal(u32),
    StoreGlobal(u32),
    DeleteGlobal(u32),
    /// In a class body: its namespace, then the globals.
    LoadName(u32),
    StoreName(u32),
    DeleteName(u32),
    /// In a class body: its namespace, then the enclosing function's variable.
    LoadNameOrDeref {
        name: u32,
        slot: u32,
    },

    LoadAttr(u32),
    StoreAttr(u32),
    DeleteAttr(u32),
    /// Pops an object; pushes the function and its receiver, for [`Op::CallMethod`].
    LoadMethod(u32),
    Subscript,
    StoreSubscript,
    DeleteSubscript,
    BuildSlice(u32),

    Unary(UnaryOp),
    Binary(BinaryOp),
    Inplace(BinaryOp),
    Compare(CompareOp),
    Is {
        negate: bool,
    },
    In {
        negate: bool,
    },
    Not,

    BuildTuple(u32),
    BuildList(u32),
    BuildSet(u32),
    BuildDict(u32),
    BuildString(u32),
    /// Pops a value; appends it to the list so far below.
    ListAppend(u32),
    SetAdd(u32),
    DictAdd(u32),
    /// Pops an iterable; extends the list so far below.
    ListExtend(u32),
    SetUpdate(u32),
    DictUpdate(u32),
    /// Like [`Op::DictUpdate`], for the keyword arguments of a call: a key that is there is an error.
    DictMerge(u32),
    ListToTuple,
    UnpackSequence(u32),
    UnpackStarred {
        before: u32,
        after: u32,
    },
    /// Pops a format spec where `spec`, then a value; pushes its text.
    Format {
        conversion: Conversion,
        spec: bool,
    },

    Jump(u32),
    JumpIfFalse(u32),
    JumpIfTrue(u32),
    /// Jump and keep the value, or pop it.
    JumpIfFalseOrPop(u32),
    JumpIfTrueOrPop(u32),

    GetIter,
    /// Push the iterator's next value, or pop the iterator and jump.
    ForIter(u32),
    GetAsyncIter,
    /// Push what the async iterator's `__anext__` returned, ready to be awaited.
    GetAsyncNext,
    /// After an exception out of [`Op::GetAsyncNext`]: swallow StopAsyncIteration, raise others.
    EndAsyncFor,
    GetAwaitable(AwaitIn),
    GetYieldFromIter,
    /// Pops a value and sends it to the awaitable below; its result replaces both. What it yields is
    /// yielded, and the instruction is repeated with what is sent then.
    Send,
    Yield,
    /// In an async generator, `yield`: gives a value to who iterates, not to the event loop.
    YieldAsync,
    /// Make the generator, coroutine or async generator, and return it.
    ReturnGenerator,

    /// Positional arguments only.
    Call(u32),
    /// `names` is a constant tuple: the last arguments are given by these names.
    CallKeywords {
        count: u32,
        names: u32,
    },
    /// Pops a dict where `keywords`, a tuple, and the function.
    CallUnpacked {
        keywords: bool,
    },
    /// Like [`Op::Call`], of a name that may mean `locals` or another function that looks at the frame.
    CallHere(u32),
    /// The function and receiver of [`Op::LoadMethod`] are below the arguments.
    CallMethod(u32),
    Return,

    /// Pops cells where `closure`, a dict of keyword defaults, a tuple of defaults; pushes a function.
    MakeFunction {
        code: u32,
        defaults: bool,
        keyword_defaults: bool,
        closure: bool,
    },
    /// Pops the body function; pushes what [`Op::BuildClass`] needs below the bases.
    LoadBuildClass,
    /// Pops annotations; sets them on the function below.
    SetAnnotations,

    /// From here on an exception jumps to the target.
    SetupExcept(u32),
    /// The same, as if the value at the top were not there yet.
    SetupWith(u32),
    PopBlock,
    /// Pops a class or tuple of classes; pushes whether the exception at the top is one of them.
    MatchException,
    /// Pops classes; splits the exception at the top: pushes the rest (or None) and the match (or None).
    MatchExceptionGroup,
    /// Pops the list of what handlers of `except*` raised and the original; pushes what to raise, or None.
    PrepareReraiseStar,
    /// The handled exception is no longer the current one.
    PopHandled,
    /// Make the exception at the top the current one.
    PushHandled,
    Raise(u32),
    /// Pops an exception and raises it again, without a new line in its traceback.
    Reraise,
    /// Pops a context manager; pushes its bound `__exit__` and what `__enter__` returned.
    BeforeWith,
    BeforeAsyncWith,
    /// Calls the `__exit__` below the exception at the top; pushes what it returned.
    WithExceptStart,

    Import {
        name: u32,
        level: u32,
    },
    ImportFrom(u32),
    ImportStar,
    /// Raise the constant's text as an error: what is not there yet.
    Unsupported(u32),

    MatchSequence,
    MatchMapping,
    /// Pops a tuple of keys; pushes the tuple of their values, or None.
    MatchKeys,
    /// Pops a tuple of attribute names and a class; replaces the subject by a tuple of what it has, or None.
    MatchClass(u32),
    GetLen,
}

/// What an awaitable is awaited for: it only changes an error's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwaitIn {
    Await,
    AsyncEnter,
    AsyncExit,
}

/// `!s`, `!r`, `!a` in an f-string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

/// What calling the function gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// Its result.
    Plain,
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// The parameters, which are a frame's first variables in this order: positional-only, positional,
/// keyword-only, `*args`, `**kwargs`.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    pub positional_only: usize,
    /// All positional ones, with the positional-only.
    pub positional: usize,
    pub keyword_only: usize,
    pub varargs: bool,
    pub varkwargs: bool,
}

impl Parameters {
    /// Whether so many positional arguments are just what it takes, and there is nothing else to it.
    pub fn are_plain(&self, given: usize) -> bool {
        given == self.positional && self.keyword_only == 0 && !self.varargs && !self.varkwargs
    }

    pub fn count(&self) -> usize {
        self.positional + self.keyword_only + usize::from(self.varargs) + usize::from(self.varkwargs)
    }
}

/// A compiled body.
pub struct Code {
    pub name: Str,
    pub qualname: Str,
    pub kind: CodeKind,
    /// The body of a class or module: its variables are a namespace.
    pub is_namespace: bool,
    pub parameters: Parameters,
    /// The names of the variables, by slot; parameters first.
    pub variables: Vec<Str>,
    /// The slots that a closure's cells are put into.
    pub free: Vec<u32>,
    pub ops: Vec<Op>,
    /// What each instruction evaluates; empty where only the line is known.
    pub ranges: Vec<TextRange>,
    pub constants: Vec<Value>,
    pub names: Vec<Str>,
    pub codes: Vec<Rc<Code>>,
    pub doc: Option<Str>,
    pub source: Rc<Source>,
    /// Where the definition starts.
    pub start: u32,
}

impl Code {
    /// Whether it is a comprehension in a class body, the only ones with a frame of their own.
    pub fn is_comprehension(&self) -> bool {
        matches!(self.name.as_str(), "<listcomp>" | "<setcomp>" | "<dictcomp>")
    }
}

/// A program's text, which tells lines of offsets.
pub struct Source {
    pub text: Box<str>,
    /// "main.py", or the library module's.
    pub file: &'static str,
    /// Whether it is a module that the playground carries: its frames are not the user's own.
    pub is_library: bool,
    line_starts: Vec<u32>,
}

impl Source {
    pub fn new(text: &str, file: &'static str) -> Self {
        let newlines = text.bytes().enumerate().filter(|&(place, byte)| {
            byte == b'\n' || (byte == b'\r' && text.as_bytes().get(place + 1) != Some(&b'\n'))
        });
        let line_starts = std::iter::once(0).chain(newlines.map(|(place, _)| place as u32 + 1)).collect();
        Self { text: text.into(), file, is_library: file != "main.py", line_starts }
    }

    /// The line of a byte offset, from 1.
    pub fn line(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|&start| start <= offset) as u32
    }

    /// The text of a line, without its end.
    pub fn line_text(&self, line: u32) -> &str {
        let place = line.saturating_sub(1) as usize;
        let start = self.line_starts.get(place).copied().unwrap_or(0) as usize;
        let end = self.line_starts.get(place + 1).map_or(self.text.len(), |&end| end as usize);
        self.text.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r'])
    }

    /// The byte offset where a line starts.
    pub fn line_start(&self, line: u32) -> u32 {
        self.line_starts.get(line.saturating_sub(1) as usize).copied().unwrap_or(0)
    }
}
