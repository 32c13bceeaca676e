//! Frames, and the stack of frames that runs.
//!
//! Python code calls Python code by pushing a frame, never by recursion in Rust, so a run can be
//! paused between any two instructions and go on later. Built-in functions that call Python
//! code and must be able to pause do the same with a [`NativeFrame`].

use std::rc::Rc;

use ruff_text_size::TextRange;

use super::Vm;
use super::generator::Generator;
use crate::python::code::Code;
use crate::python::modules::contextvars::Context;
use crate::python::objects::{Args, Cell, Dict, Raised, Remains, Str, Value};

/// One activation of a function, class body or module.
pub struct Frame {
    pub code: Rc<Code>,
    /// The instruction to run next; the one before it is the current one.
    pub ip: usize,
    pub stack: Vec<Value>,
    /// The variables by slot; a shared one holds a [`Value::Cell`].
    pub locals: Vec<Option<Value>>,
    pub handlers: Vec<Handler>,
    pub globals: Rc<Dict>,
    /// The variables of a class body or module.
    pub namespace: Option<Rc<Dict>>,
    /// What a metaclass's `__prepare__` gave, where it is no plain dict: names are set through it.
    pub mapping: Option<Value>,
    /// Whose frame this is, if a generator's or coroutine's.
    pub generator: Option<Rc<Generator>>,
    /// The `__name__` and `__qualname__` that its function was given, where a coroutine or generator is to have them.
    pub renamed: Option<Box<(Str, Str)>>,
    /// How many handled exceptions there were below this frame.
    pub handled_below: usize,
    /// The handled exceptions of those who passed on what was thrown.
    pub hidden: Option<Vec<Raised>>,
    /// The handled exceptions of a suspended frame.
    pub handled: Vec<Raised>,
    /// What a traceback knows of it.
    pub remains: Option<Rc<Remains>>,
    /// The current instruction is a Send that has yielded and will be repeated.
    pub is_sending: bool,
    /// The current instruction is a Send whose awaitable was paused.
    pub is_paused: bool,
}

/// A block that exceptions jump out of.
#[derive(Clone, Copy)]
pub struct Handler {
    pub target: u32,
    pub stack: usize,
    /// How many exceptions the frame was handling when the block began.
    pub handled: usize,
}

impl Frame {
    pub fn new(code: Rc<Code>, globals: Rc<Dict>) -> Self {
        let locals = vec![None; code.variables.len()];
        Self {
            code,
            ip: 0,
            stack: Vec::new(),
            locals,
            handlers: Vec::new(),
            globals,
            namespace: None,
            mapping: None,
            generator: None,
            renamed: None,
            handled_below: 0,
            hidden: None,
            handled: Vec::new(),
            remains: None,
            is_sending: false,
            is_paused: false,
        }
    }

    /// The same frame of another call with the same arguments, before its first line: the variables that it
    /// shares with functions inside are its own, those of functions around it are theirs.
    pub fn again(&self) -> Self {
        let mut frame = Self::new(self.code.clone(), self.globals.clone());
        frame.ip = self.ip;
        frame.stack.clone_from(&self.stack);
        let own = self.locals.iter().enumerate().map(|(slot, local)| match local {
            Some(Value::Cell(cell)) if !self.code.free.contains(&(slot as u32)) => {
                Some(Value::Cell(Rc::new(Cell(cell.0.clone()))))
            }
            local => local.clone(),
        });
        frame.locals = own.collect();
        frame
    }

    /// What the current instruction evaluates.
    pub fn range(&self) -> TextRange {
        self.code.ranges.get(self.ip.saturating_sub(1)).copied().unwrap_or_default()
    }

    /// Whether it runs a library module's code: tracebacks and events do not tell of it.
    pub fn is_library(&self) -> bool {
        self.code.source.is_library
    }

    /// The line of the current instruction.
    pub fn line(&self) -> u32 {
        self.code.source.line(self.range().start().to_u32())
    }

    /// What a suspended frame awaits or delegates to.
    pub fn awaiting(&self) -> Option<&Value> {
        if self.is_sending { self.stack.last() } else { None }
    }
}

/// A built-in function's work between calls into Python code.
pub trait NativeFrame {
    /// Go on with what came of the last [`NativeStep`].
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep;
}

/// What a native frame goes on with.
pub enum Input {
    Start,
    /// What was called has returned, or the generator that was resumed has.
    Returned(Value),
    /// The generator that was resumed has yielded.
    Yielded(Value),
    Raised(Raised),
    /// After [`NativeStep::Pause`].
    Continue,
}

/// What a native frame wants next.
pub enum NativeStep {
    Return(Value),
    Raise(Raised),
    Call(Value, Args),
    Resume(Rc<Generator>, Sent),
    /// Let others have the thread; resume me with [`Input::Continue`].
    Pause,
    /// Give me the frame of the user's that called; None where there is none.
    Frames,
}

/// What a generator is resumed with.
pub enum Sent {
    Value(Value),
    Throw(Raised),
    /// What is thrown into the frame that awaits it: it is passed on before that frame runs, so what that
    /// one handles is out of sight. So many exceptions are handled below it.
    PassedOn(Raised, usize),
}

/// What a frame's end does to the frame below it.
pub enum OnExit {
    /// Its result is pushed, or given to a native frame.
    Push,
    /// It was `__init__`: the instance is pushed.
    Instance(Value),
    /// It was a generator in a `for`: at its end, jump.
    Iterate(u32),
    /// It was what a Send sent to: what it yields, the frame below yields.
    Send,
    /// A delegate was closed because this exception was thrown into the frame below.
    Closed(Raised),
    /// It is an async generator, resumed through one of its awaitables, which a Send sent to.
    AsyncGenerator(Rc<super::generator::AsyncStep>),
}

/// A frame on the stack.
pub enum Body {
    Python(Box<Frame>),
    Native(Box<dyn NativeFrame>),
}

/// A frame on the stack, and what its end does.
pub struct Active {
    pub body: Body,
    pub on_exit: OnExit,
}

/// A stack of frames: of a thread, or of one step of a coroutine.
#[derive(Default)]
pub struct Activation {
    pub frames: Vec<Active>,
    /// The context of contextvars that was current when it paused, in which it goes on.
    pub context: Option<Rc<Context>>,
}

impl Activation {
    pub fn new(body: Body) -> Self {
        Self { frames: vec![Active { body, on_exit: OnExit::Push }], context: None }
    }
}

/// Why a stack of frames stops running.
pub enum Stop {
    Return(Value),
    /// The frame at the bottom yielded; it is in its generator again.
    Yield(Value),
    Raise(Raised),
    /// The fuel is spent, or the thread is blocked.
    Paused,
}
