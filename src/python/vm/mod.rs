//! The virtual machine: what a run shares, and what Python's operations mean.
//!
//! [`interpreter`] runs stacks of frames, [`dispatch`] the instructions of one frame. The other
//! files are the operations, one kind a file. Everything takes `&Vm`: state that changes is in cells.

pub mod arithmetic;
mod attributes;
mod awaiting;
mod build_class;
pub mod call;
mod charges;
mod collect;
pub mod compare;
mod containers;
mod dispatch;
pub mod exceptions;
pub mod frame;
pub mod generator;
mod groups;
pub mod heap;
pub mod here;
mod identity;
mod imports;
mod instances;
pub mod interpreter;
mod iteration;
mod kinds;
mod matching;
mod names;
mod output;
mod overrides;
mod power_modulo;
mod quick;
mod remains;
mod repr;
mod sending;
mod short_repr;
pub mod subscript;
pub mod threads;
pub mod traceback;
pub mod types;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use hashbrown::{HashMap, HashSet};

use super::code::Source;
use super::host::Python;
use super::library;
use super::modules;
use super::objects::{Class, Dict, PyResult, Raised, Str, Value};
use crate::asyncio::clock::VirtualClock;
use crate::asyncio::runtime::Runtime;
use crate::trace::Recorder;
use exceptions::Exceptions;
use frame::Body;
use heap::Heap;
use names::Names;
use types::Types;

/// `sys.getrecursionlimit()` at the start.
const RECURSION_LIMIT: usize = 1000;

/// How many frames of the library count as one of the user's: most are C functions in CPython, which count
/// for nothing there.
const LIBRARY_FRAMES: usize = 8;

/// How deeply built-in functions may nest in Rust: `repr` in `repr`, a key function in a sort.
const NATIVE_LIMIT: usize = 150;

/// How much one run may use.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    pub instructions: u64,
    pub events: usize,
    /// Bytes of output.
    pub output: usize,
    /// Bytes that one object may have.
    pub object: usize,
    /// Bytes that all of them may have.
    pub memory: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            instructions: 50_000_000,
            events: 400_000,
            output: 4 << 20,
            object: 16 << 20,
            memory: 512 << 20,
        }
    }
}

impl Budget {
    /// A tenth of it all: for what nobody asked to be run.
    pub fn tenth(self) -> Self {
        Self {
            instructions: self.instructions / 10,
            events: self.events / 10,
            output: self.output / 10,
            object: self.object / 10,
            memory: self.memory / 10,
        }
    }
}

/// Why a stack of frames paused, where it is not for its fuel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pause {
    /// A callback of the event loop has ended.
    Stepped,
    /// The thread has given way.
    Parked,
}

/// One run of a program.
pub struct Vm {
    this: Weak<Vm>,
    pub types: Types,
    pub bool_class: Rc<Class>,
    pub exceptions: Exceptions,
    pub names: Names,
    interned: RefCell<HashMap<Box<str>, Str>>,
    pub builtins: Rc<Dict>,
    /// `sys.modules`.
    pub modules: Rc<Dict>,
    pub main: Rc<super::objects::Module>,
    pub source: Rc<Source>,
    pub recorder: Rc<Recorder>,
    pub clock: Rc<VirtualClock>,
    pub heap: Heap,
    pub budget: Budget,
    /// Instructions left until the next pause.
    pub fuel: Cell<u32>,
    /// Generators that nobody holds any more, to be closed after the current instruction.
    dying: RefCell<VecDeque<generator::Dying>>,
    has_dying: Cell<bool>,
    keeping: remains::Keeping,
    closing: Cell<bool>,
    pub spent: Cell<u64>,
    /// Which budget is spent, once one is.
    over: Cell<Option<&'static str>>,
    pub pause: Cell<Option<Pause>>,
    pub threads: threads::Threads,
    /// The exceptions that are being handled, innermost last.
    pub handled: RefCell<Vec<Raised>>,
    frames: Cell<usize>,
    native: Cell<usize>,
    /// Where in the source the running frame stands, and in which code.
    pub offset: Cell<u32>,
    pub random_seed: Option<u64>,
    /// `sys.getrecursionlimit()`.
    pub recursion_limit: Cell<usize>,
    pub stdout: RefCell<String>,
    pub stderr: RefCell<String>,
    line: RefCell<String>,
    /// The warnings that were given.
    warned: RefCell<HashSet<String>>,
    /// The containers whose repr is being made.
    showing: RefCell<Vec<Value>>,
    /// What `id()` has numbered.
    identities: identity::Identities,
    runtime: RefCell<Option<Runtime<Python>>>,
    pub state: modules::State,
}

impl Vm {
    /// A machine for one run of the program in `source`.
    pub fn new(source: Rc<Source>, recorder: Rc<Recorder>, budget: Budget, seed: Option<u64>) -> Rc<Self> {
        let types = Types::bare();
        let exceptions = Exceptions::new(&types.object);
        let clock = Rc::new(VirtualClock::new());
        let main = Rc::new(super::objects::Module { name: Str::new("__main__"), dict: Rc::new(Dict::new()) });
        let vm = Rc::new_cyclic(|this| Self {
            this: this.clone(),
            bool_class: types::bool_class(&types.int),
            types,
            exceptions,
            names: Names::new(),
            interned: RefCell::default(),
            builtins: Rc::new(Dict::new()),
            modules: Rc::new(Dict::new()),
            main,
            source,
            recorder,
            clock,
            heap: Heap::default(),
            budget,
            fuel: Cell::new(0),
            dying: RefCell::default(),
            has_dying: Cell::new(false),
            keeping: remains::Keeping::default(),
            closing: Cell::new(false),
            spent: Cell::new(0),
            over: Cell::new(None),
            pause: Cell::new(None),
            threads: threads::Threads::default(),
            handled: RefCell::default(),
            frames: Cell::new(0),
            native: Cell::new(0),
            offset: Cell::new(0),
            random_seed: seed,
            recursion_limit: Cell::new(RECURSION_LIMIT),
            stdout: RefCell::default(),
            stderr: RefCell::default(),
            line: RefCell::default(),
            warned: RefCell::default(),
            showing: RefCell::default(),
            identities: identity::Identities::default(),
            runtime: RefCell::default(),
            state: modules::State::default(),
        });
        let runtime = Runtime::new(Python::new(&vm), vm.clock.clone(), vm.recorder.clone());
        vm.runtime.replace(Some(runtime));
        super::builtins::install(&vm);
        vm
    }

    /// The machine, to be found again while the run lasts.
    pub fn weak(&self) -> Weak<Vm> {
        self.this.clone()
    }

    /// asyncio's side of this run.
    pub fn runtime(&self) -> Runtime<Python> {
        match &*self.runtime.borrow() {
            Some(runtime) => runtime.clone(),
            None => unreachable!("made with the machine, gone when it ends"),
        }
    }

    /// Virtual seconds since the start.
    pub fn now(&self) -> f64 {
        use crate::asyncio::clock::Clock;
        self.clock.time()
    }

    /// The str object for a name, the same each time.
    pub fn intern(&self, text: &str) -> Str {
        if let Some(known) = self.interned.borrow().get(text) {
            return known.clone();
        }
        let new = Str::new(text);
        self.interned.borrow_mut().insert(text.into(), new.clone());
        new
    }

    pub(super) fn enter_frame(&self, body: &Body) -> PyResult<()> {
        if self.frames.get() >= self.recursion_limit.get() * LIBRARY_FRAMES {
            return Err(self.recursion_error());
        }
        self.frames.set(self.frames.get() + weight(body));
        Ok(())
    }

    pub(super) fn leave_frame(&self, body: &Body) {
        self.frames.set(self.frames.get().saturating_sub(weight(body)));
    }

    /// Built-in functions that may call each other without end say so first.
    ///
    /// # Errors
    /// RecursionError.
    pub fn enter_native(&self) -> PyResult<()> {
        if self.native.get() >= NATIVE_LIMIT {
            return Err(self.recursion_error());
        }
        self.native.set(self.native.get() + 1);
        Ok(())
    }

    pub fn leave_native(&self) {
        self.native.set(self.native.get().saturating_sub(1));
    }

    fn recursion_error(&self) -> Raised {
        self.error(&self.exceptions.recursion_error, "maximum recursion depth exceeded")
    }

    /// Whether a budget is spent: nothing catches what ends the run then.
    pub fn is_over(&self) -> bool {
        self.over.get().is_some()
    }

    /// Which budget is spent.
    pub fn over(&self) -> Option<&'static str> {
        self.over.get()
    }

    /// End the run, for this budget is spent.
    pub fn spend(&self, budget: &'static str) -> Raised {
        self.over.set(Some(budget));
        self.error(&self.exceptions.budget_spent, budget)
    }

    /// A stack that nobody can go on with later has paused: give it more fuel, or let the other threads run.
    pub fn keep_going(&self) -> PyResult<()> {
        match self.pause.take() {
            Some(Pause::Parked) => self.wait_in_place(),
            Some(Pause::Stepped) => Ok(()),
            None => self.refuel(),
        }
    }

    /// A built-in loop goes round once: it costs as much as an instruction. Where it cannot pause it goes on
    /// without fuel, and whoever called it pauses as soon as it is done.
    ///
    /// # Errors
    /// When the budget of instructions is spent.
    pub fn tick(&self) -> PyResult<()> {
        match self.fuel.get().checked_sub(1) {
            Some(left) => {
                self.fuel.set(left);
                Ok(())
            }
            None => self.work(1),
        }
    }

    /// What a stack of frames that nobody can go on with later was given beyond its time is taken back.
    pub(super) fn drain(&self) {
        self.spent.set(self.spent.get().saturating_sub(u64::from(self.fuel.get())));
        self.fuel.set(0);
    }

    fn refuel(&self) -> PyResult<()> {
        const SLICE: u32 = 100_000;
        self.spent.set(self.spent.get() + u64::from(SLICE));
        self.fuel.set(SLICE);
        if self.spent.get() > self.budget.instructions {
            return Err(self.spend("instructions"));
        }
        self.check_memory(0)
    }

    /// What is done at once for so many instructions' worth of work: arithmetic with long numbers, what goes
    /// through all of a long text.
    ///
    /// # Errors
    /// When the budget of instructions is spent.
    pub fn work(&self, instructions: u64) -> PyResult<()> {
        let left = u64::from(self.fuel.get());
        self.fuel.set(left.saturating_sub(instructions) as u32);
        self.spent.set(self.spent.get().saturating_add(instructions.saturating_sub(left)));
        match self.spent.get() > self.budget.instructions {
            true => Err(self.spend("instructions")),
            false => Ok(()),
        }
    }

    /// End the run if so many bytes more are more than it may hold.
    ///
    /// # Errors
    /// When the budget of memory is spent.
    pub fn check_memory(&self, more: usize) -> PyResult<()> {
        match self.heap.held().saturating_add(more) > self.budget.memory {
            true => Err(self.spend("memory")),
            false => Ok(()),
        }
    }

    /// Only so many of the exceptions are still being handled. What goes may be the last to hold something
    /// that has a word to say, so nothing is borrowed by then.
    pub fn handle_only(&self, depth: usize) {
        if self.handled.borrow().len() > depth {
            let gone = self.handled.borrow_mut().split_off(depth);
            drop(gone);
        }
    }

    /// The innermost exception has been handled.
    pub fn handled_one(&self) {
        let gone = self.handled.borrow_mut().pop();
        drop(gone);
    }

    /// Refuse to make an object of more bytes than the budget allows.
    ///
    /// # Errors
    /// MemoryError; when the budget of memory is spent.
    pub fn check_size(&self, bytes: usize) -> PyResult<()> {
        /// Smaller ones are counted a slice of instructions at a time.
        const SMALL: usize = 1 << 10;
        if bytes > self.budget.object {
            return Err(self.memory_error());
        }
        if bytes <= SMALL {
            return Ok(());
        }
        self.check_memory(bytes)
    }

    fn is_closing(&self) -> bool {
        self.closing.get()
    }

    /// The value of a global name, or a built-in one.
    pub(super) fn global(&self, globals: &Dict, name: &Str) -> PyResult {
        match globals.get_str(name).or_else(|| self.builtins.get_str(name)) {
            Some(value) => Ok(value),
            None => library::rare_builtin(self, name)?.ok_or_else(|| self.name_error(name)),
        }
    }

    pub(super) fn name_error(&self, name: &Str) -> Raised {
        let error = self.error(&self.exceptions.name_error, &format!("name '{name}' is not defined"));
        error.object().dict.set("name", Value::Str(name.clone()));
        error
    }

    pub(super) fn unbound_local(&self, frame: &frame::Frame, slot: u32) -> Raised {
        let name = &frame.code.variables[slot as usize];
        let message =
            format!("cannot access local variable '{name}' where it is not associated with a value");
        self.error(&self.exceptions.unbound_local_error, &message)
    }

    pub(super) fn unbound_free(&self, frame: &frame::Frame, slot: u32) -> Raised {
        if !frame.code.free.contains(&slot) {
            return self.unbound_local(frame, slot);
        }
        let name = &frame.code.variables[slot as usize];
        let message = format!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        );
        let error = self.error(&self.exceptions.name_error, &message);
        error.object().dict.set("name", Value::Str(name.clone()));
        error
    }

    pub(super) fn not_an_iterator(&self, value: &Value) -> Raised {
        let name = self.class_of(value).name.borrow().to_string();
        self.type_error(&format!("'{name}' object is not an iterator"))
    }

    /// Remember where the running frame stands, for events.
    pub(super) fn note_line(&self, frame: &frame::Frame) {
        if !frame.is_library() {
            self.offset.set(frame.range().start().to_u32());
        }
    }

    /// The line that runs now.
    pub fn current_line(&self) -> u32 {
        self.source.line(self.offset.get())
    }

    /// Let go of everything, so that nothing outlives the run by pointing at itself.
    pub fn close(&self) {
        self.closing.set(true);
        self.let_go_of_held();
        self.dying.take();
        self.threads.clear();
        self.main.dict.clear();
        self.modules.clear();
        self.handled.take();
        self.heap.clear();
        self.state.clear();
        self.runtime.take();
        self.builtins.clear();
    }
}

/// What a frame counts against the limit of recursion.
fn weight(body: &Body) -> usize {
    match body {
        Body::Python(frame) if !frame.is_library() => LIBRARY_FRAMES,
        _ => 1,
    }
}
