//! One execution of a program, a callback at a time.

use std::cell::Ref;
use std::rc::Rc;

use super::code::{Code, Source};
use super::modules::instead_of;
use super::objects::{Args, Raised, Value};
use super::semantics;
use super::syntax::{self, SyntaxError};
use super::vm::frame::{Activation, Body, Frame, Stop};
use super::vm::threads::{DEADLOCK, Thread, Turn};
use super::vm::{Budget, Pause, Vm};
use crate::asyncio::{Intervention, deadlocks};
use crate::trace::{EventKind, Exit, Recorder, Trace};

/// A program that can be run.
#[derive(Clone)]
pub struct Program {
    code: Rc<Code>,
    source: Rc<Source>,
    /// What CPython's compiler writes to stderr.
    warnings: Rc<str>,
}

/// Compile a source text.
///
/// # Errors
/// The first thing in it that CPython 3.13 would refuse.
pub fn compile(source: &str) -> Result<Program, SyntaxError> {
    let parsed = syntax::parse(source)?;
    let warnings = semantics::warnings(source, parsed.suite());
    let source = Rc::new(Source::new(source, "main.py"));
    let code = super::compile::compile(parsed.syntax(), source.clone());
    let told = warnings.into_iter().map(|(place, message)| {
        let line = source.line(place.to_u32());
        format!("main.py:{line}: SyntaxWarning: {message}\n  {}\n", source.line_text(line).trim())
    });
    let warnings = told.collect::<String>().into();
    Ok(Program { code, source, warnings })
}

/// What a run depends on beside the program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// What `random` starts from.
    pub seed: Option<u64>,
    pub budget: Budget,
    /// An exception that is thrown into a task keeps itself alive until the end if a frame that it passed ends in that
    /// step, and with it the variables of all those frames. So it is under the oracle, whose wrapper of the coroutine
    /// is the frame that called them and has what is thrown as an argument; in CPython alone it is not. Nor does the
    /// oracle let go of the variables of a program that fails.
    pub keeps_thrown: bool,
}

/// Why [`Run::advance`] came back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Status {
    /// A callback of the event loop has ended.
    Stepped,
    /// The fuel is spent; there is more to do.
    OutOfFuel,
    /// Nothing can go on before this time, in seconds: [`Run::jump`] there, now or later.
    Waiting { until: f64 },
    /// The program is over.
    Finished,
}

/// What ended a program that did not end well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuntimeError {
    pub cause: Cause,
    /// The last line of the traceback: `ValueError: text`.
    pub message: String,
    /// The innermost line of the user's code that it came from.
    pub line: Option<u32>,
    /// Which frames an exception passed, outermost first: the calls and awaits that led to it.
    pub chain: Vec<Place>,
    /// What the playground tells beside CPython, a line each: of a deadlock which task waits for what, of a
    /// module that is not there what there is instead.
    pub more: Vec<String>,
}

/// What kind of end that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    Exception,
    Deadlock,
    /// Which of the budgets is spent.
    Budget(&'static str),
}

/// A line in a function of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub function: Box<str>,
    pub line: u32,
}

/// One execution of a program.
pub struct Run {
    vm: Rc<Vm>,
    /// What the program's own code has come to, while threads that it started are waited for.
    ended: Option<Result<(), Raised>>,
    is_over: bool,
    error: Option<RuntimeError>,
    exit_code: i32,
}

/// Frames after which no further member of a group is looked for.
const LONGEST_CHAIN: usize = 1000;

/// Instructions between two looks at the budgets.
const SLICE: u32 = 100_000;

impl Run {
    /// A run that has not begun.
    pub fn new(program: &Program, settings: Settings) -> Self {
        Self::with_recorder(program, settings, Rc::new(Recorder::new()))
    }

    /// The same, told to a recorder of the caller's.
    pub fn with_recorder(program: &Program, settings: Settings, recorder: Rc<Recorder>) -> Self {
        let vm = Vm::new(program.source.clone(), recorder, settings.budget, settings.seed);
        vm.keep_thrown(settings.keeps_thrown);
        let mut frame = Frame::new(program.code.clone(), vm.main.dict.clone());
        frame.namespace = Some(vm.main.dict.clone());
        vm.threads.current().begin(Activation::new(Body::Python(Box::new(frame))));
        vm.write_stderr(&program.warnings);
        Self { vm, ended: None, is_over: false, error: None, exit_code: 0 }
    }

    /// Do this to its tasks, each at its time. To be called before it begins.
    pub fn intervene(self, interventions: &[Intervention]) -> Self {
        self.vm.runtime().plan(interventions);
        self
    }

    /// Run until a callback of the event loop has ended, so many instructions are spent, there is
    /// nothing to do but wait, or the program is over.
    pub fn advance(&mut self, fuel: u32) -> Status {
        self.vm.fuel.set(fuel);
        while !self.is_over {
            let thread = match self.vm.next_turn(None) {
                Turn::Thread(thread) => thread,
                Turn::Wait(until) => return Status::Waiting { until },
                Turn::Never => return self.finish_deadlock(),
            };
            if let Some(status) = self.run_thread(&thread) {
                return status;
            }
        }
        Status::Finished
    }

    /// Run a thread until it gives way or is over, or there is something to say.
    fn run_thread(&mut self, thread: &Rc<Thread>) -> Option<Status> {
        let fuel = self.vm.fuel.get();
        let stop = self.vm.run_thread(thread);
        let used = fuel.saturating_sub(self.vm.fuel.get());
        self.vm.spent.set(self.vm.spent.get() + u64::from(used));
        if self.vm.over().is_none() && self.vm.spent.get() > self.vm.budget.instructions {
            self.vm.spend("instructions");
        }
        if self.vm.over().is_none() {
            // Nothing catches it: whether the budget is spent is asked below.
            drop(self.vm.check_memory(0));
        }
        match (self.vm.over(), stop) {
            (Some(DEADLOCK), _) => Some(self.finish_deadlock()),
            (Some(budget), _) => Some(self.finish_over(budget, thread)),
            (None, Stop::Paused) => match self.vm.pause.take() {
                Some(Pause::Parked) => None,
                Some(Pause::Stepped) => Some(Status::Stepped),
                None => Some(Status::OutOfFuel),
            },
            (None, stop) if thread.is_main() => self.end_main(thread, stop),
            (None, _) => {
                self.vm.end_thread(thread);
                None
            }
        }
    }

    /// The program's own code is over; the threads that it started are not, perhaps.
    fn end_main(&mut self, main: &Rc<Thread>, stop: Stop) -> Option<Status> {
        let outcome = match (self.ended.take(), stop) {
            (Some(ended), _) => return Some(self.finish_main(ended)),
            (None, Stop::Raise(error)) => {
                self.tell(&error);
                Err(error)
            }
            (None, _) => Ok(()),
        };
        match self.vm.begin_threading_shutdown() {
            Some(activation) => {
                main.begin(activation);
                self.ended = Some(outcome);
                None
            }
            None => Some(self.finish_main(outcome)),
        }
    }

    /// Call what `atexit.register` was given.
    fn call_at_exit(&self) {
        let vm = &self.vm;
        if let Some(module) = vm.modules.get_str(&vm.intern("atexit"))
            && let Ok(function) = vm.get_attr(&module, &vm.intern("_run_exitfuncs"))
            && let Err(error) = vm.call(&function, Args::none())
        {
            vm.write_stderr(&vm.format_exception(&error));
        }
    }

    fn finish_main(&mut self, outcome: Result<(), Raised>) -> Status {
        self.call_at_exit();
        match outcome {
            Ok(()) => self.finish_ok(),
            Err(error) if error.is(&self.vm.exceptions.system_exit) => self.finish_system_exit(&error),
            Err(error) => {
                self.finalize();
                self.exit_code = 1;
                let message = self.vm.describe(&error);
                self.exit(Exit::Exception, Some(&message))
            }
        }
    }

    /// Run to the end in virtual time: the clock jumps whenever nothing is ready.
    pub fn finish(&mut self) {
        loop {
            match self.advance(SLICE) {
                Status::Waiting { until } => self.jump(until),
                Status::Finished => return,
                Status::Stepped | Status::OutOfFuel => {}
            }
        }
    }

    /// Move the virtual clock on, in seconds; never backwards.
    pub fn jump(&mut self, time: f64) {
        self.vm.clock.advance_to(time);
    }

    /// Virtual seconds since the start.
    pub fn time(&self) -> f64 {
        self.vm.now()
    }

    /// Instructions spent so far, with what built-in operations were charged for.
    pub fn spent(&self) -> u64 {
        self.vm.spent.get()
    }

    /// What happened so far.
    pub fn trace(&self) -> Ref<'_, Trace> {
        self.vm.recorder.trace()
    }

    /// Where it is told what happens: for whoever draws the trace while the run goes on.
    pub fn recorder(&self) -> Rc<Recorder> {
        self.vm.recorder.clone()
    }

    /// What was written to stdout so far.
    pub fn stdout(&self) -> String {
        self.vm.stdout.borrow().clone()
    }

    /// What was written to stderr so far.
    pub fn stderr(&self) -> String {
        self.vm.stderr.borrow().clone()
    }

    /// The same, and [what more is told](RuntimeError::more).
    pub fn stderr_explained(&self) -> String {
        let more = self.error.iter().flat_map(|error| &error.more);
        more.fold(self.stderr(), |text, line| text + line + "\n")
    }

    /// What ended the program, if it did not end well.
    pub fn error(&self) -> Option<RuntimeError> {
        self.error.clone()
    }

    /// The exit status that CPython would have.
    pub fn exit_code(&self) -> i32 {
        self.exit_code
    }

    fn finish_ok(&mut self) -> Status {
        // What nobody looked at is told now: "Task exception was never retrieved".
        self.vm.main.dict.clear();
        self.vm.close_dying();
        self.vm.state.asyncio.end_failed();
        self.vm.runtime().tell_lost();
        self.vm.close_dying();
        self.vm.let_go_of_held();
        self.vm.close_dying();
        self.vm.runtime().finish();
        self.vm.close_dying();
        self.exit(Exit::Ok, None)
    }

    /// Write the traceback of what ends the program; not that of `sys.exit`.
    fn tell(&mut self, error: &Raised) {
        if error.is(&self.vm.exceptions.system_exit) {
            return;
        }
        let text = self.vm.format_exception(error);
        self.vm.tell_stderr(&text);
        let chain = self.chain(error);
        let line = chain.last().map(|place| place.line);
        self.fail(Cause::Exception, self.vm.describe(error), line, chain);
        if error.is(&self.vm.exceptions.module_not_found_error)
            && let Some(Value::Str(name)) = error.attribute("name")
        {
            self.tell_more(instead_of(name.as_str()).into_iter().collect());
        }
    }

    fn tell_more(&mut self, lines: Vec<String>) {
        if let Some(error) = &mut self.error {
            error.more = lines;
        }
    }

    /// The frames of the program that the error passed; those of a group go on with its first member's.
    fn chain(&self, error: &Raised) -> Vec<Place> {
        let mut chain = Vec::new();
        let mut next = Some(error.clone());
        while let Some(error) = next.take().filter(|_| chain.len() < LONGEST_CHAIN) {
            let traceback = error.state().traceback.borrow();
            let own = traceback.iter().rev().filter(|entry| Rc::ptr_eq(&entry.code.source, &self.vm.source));
            chain.extend(own.map(|entry| Place {
                function: entry.code.name.as_str().into(),
                line: entry.code.source.line(entry.range.start().to_u32()),
            }));
            next = self.vm.group_members(&error).and_then(|members| members.into_iter().next());
        }
        chain
    }

    fn fail(&mut self, cause: Cause, message: String, line: Option<u32>, chain: Vec<Place>) {
        self.error = Some(RuntimeError { cause, message, line, chain, more: Vec::new() });
    }

    /// Where the program's classes have a `__del__`, its variables go before it ends.
    fn finalize(&self) {
        let has_finalizer = |value: &Value| match value {
            Value::Class(class) => class.finalizer.is_some(),
            _ => false,
        };
        if !self.vm.keeps_thrown() && self.vm.main.dict.values().iter().any(has_finalizer) {
            self.vm.main.dict.clear();
            self.vm.close_dying();
        }
    }

    /// `sys.exit(code)`: None is 0, an int is itself, anything else is written to stderr.
    fn finish_system_exit(&mut self, error: &Raised) -> Status {
        let args = error.args();
        let code = match args.as_slice() {
            [] => Value::None,
            [one] => one.clone(),
            _ => Value::Tuple(args),
        };
        self.exit_code = match &code {
            Value::None => 0,
            Value::Bool(truth) => i32::from(*truth),
            Value::Int(number, _) => (*number & 0xff) as i32,
            other => {
                let text = self.vm.str(other).map_or_else(|_| String::new(), |text| text.to_string());
                self.vm.write_stderr(&format!("{text}\n"));
                1
            }
        };
        let is_zero = matches!(code, Value::None | Value::Bool(false) | Value::Int(0, _));
        let message = (!is_zero).then(|| self.vm.describe(error));
        let outcome = if is_zero { Exit::Ok } else { Exit::Exception };
        self.exit(outcome, message.as_deref())
    }

    fn finish_deadlock(&mut self) -> Status {
        let message = "nothing is ready, and nothing will ever wake anything";
        self.vm.write_stderr(&format!("deadlock: {message}\n"));
        let deadlocks::Explanation { line, sentences } = deadlocks::explain(&self.vm.runtime());
        self.fail(Cause::Deadlock, format!("deadlock: {message}"), line, Vec::new());
        self.tell_more(sentences.iter().map(|sentence| format!("  {sentence}")).collect());
        self.exit_code = 1;
        self.exit(Exit::Deadlock, Some(message))
    }

    fn finish_over(&mut self, budget: &'static str, thread: &Thread) -> Status {
        let activation = thread.activation.borrow();
        let mut frames = activation.iter().flat_map(|activation| activation.frames.iter().rev());
        let line = frames.find_map(|active| match &active.body {
            Body::Python(frame) if !frame.is_library() => Some(frame.line()),
            _ => None,
        });
        drop(frames);
        let line = Some(line.unwrap_or_else(|| self.vm.current_line()));
        let message = format!("the playground's budget of {budget} for one run is spent");
        let place = line.map_or_else(String::new, |line| format!(", at line {line}"));
        self.vm.write_stderr(&format!("budget: {message}{place}\n"));
        self.fail(Cause::Budget(budget), message.clone(), line, Vec::new());
        self.exit_code = 1;
        self.exit(Exit::Budget, Some(&message))
    }

    fn exit(&mut self, outcome: Exit, value: Option<&str>) -> Status {
        self.is_over = true;
        self.vm.runtime().abandon();
        self.vm.finish_stdout();
        let time = self.vm.now();
        self.vm.recorder.note(time, |trace| {
            let value = value.map(|value| trace.intern(value));
            EventKind::Exit { outcome, value }
        });
        Status::Finished
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        // Objects that point at each other would otherwise outlive the run.
        self.vm.close();
    }
}

/// What CPython prints on stderr for a source that it refuses.
pub fn syntax_error_text(source: &str, error: &SyntaxError) -> String {
    super::vm::traceback::syntax_error_text(&Source::new(source, "main.py"), error)
}
