//! The stack of frames at work: which frame runs, and what becomes of what it gives.

use std::rc::Rc;

use super::Vm;
use super::call::Begun;
use super::frame::{Activation, Active, Body, Frame, Input, NativeFrame, NativeStep, OnExit, Sent, Stop};
use super::generator::{AsyncAction, AsyncStep, Generator, State};
use crate::python::code::CodeKind;
use crate::python::objects::{PyResult, Raised, TraceEntry, Value};

/// What a frame goes on with.
pub enum Signal {
    /// From its first instruction.
    Start,
    /// From where it stands.
    Continue,
    /// What it called or awaits has given this.
    Value(Value),
    /// A generator that it resumed has yielded this.
    Yielded(Value),
    /// What it called has raised.
    Raise(Raised),
    /// Somebody throws this into the suspended frame.
    Throw(Raised),
}

/// Why a frame stops running its instructions.
pub enum Step {
    Push(Active),
    Return(Value),
    Yield(Value),
    Raise(Raised),
    /// Resume a generator, then go on with what it gives.
    Resume(Rc<Generator>, Sent, OnExit),
    Pause,
    /// Go on with the frames below, as a value.
    Frames,
}

/// What a frame's end or suspension gives to the frame below.
enum Given {
    Returned(Value),
    Yielded(Value),
    Raised(Raised),
}

impl Vm {
    /// Run a stack of frames until its bottom frame is done or yields, or it pauses.
    pub fn run(&self, activation: &mut Activation, signal: Signal) -> Stop {
        let orphans = self.take_orphans();
        let stop = self.run_frames(activation, signal);
        self.give_back_orphans(orphans);
        stop
    }

    fn run_frames(&self, activation: &mut Activation, mut signal: Signal) -> Stop {
        if let Some(context) = activation.context.take() {
            self.state.context.replace(context);
        }
        loop {
            let Some(top) = activation.frames.last_mut() else { return Stop::Return(Value::None) };
            let step = match &mut top.body {
                Body::Python(frame) => {
                    let step = self.execute(frame, signal);
                    self.adopt_orphans(frame);
                    step
                }
                Body::Native(native) => self.drive_native(native.as_mut(), signal),
            };
            let given = match step {
                Step::Push(active) => {
                    signal = self.push_frame(activation, active, Signal::Start);
                    continue;
                }
                Step::Resume(generator, sent, on_exit) => {
                    signal = match self.wake(&generator, sent) {
                        Ok((frame, next)) => {
                            let active = Active { body: Body::Python(frame), on_exit };
                            self.push_frame(activation, active, next)
                        }
                        Err(stop) => match self.hand_over(activation, on_exit, given_of(stop)) {
                            Ok(next) => next,
                            Err(stop) => return stop,
                        },
                    };
                    continue;
                }
                Step::Pause => {
                    activation.context = Some(self.state.context.borrow().clone());
                    return Stop::Paused;
                }
                Step::Frames => {
                    signal = Signal::Value(self.frames_value(activation));
                    continue;
                }
                Step::Return(value) => Given::Returned(value),
                Step::Yield(value) => Given::Yielded(value),
                Step::Raise(error) => Given::Raised(error),
            };
            let Some(active) = activation.frames.pop() else { return Stop::Paused };
            if !activation.frames.is_empty() {
                self.leave_frame(&active.body);
            }
            let given = self.settle(activation, active.body, given);
            match self.hand_over(activation, active.on_exit, given) {
                Ok(next) => signal = next,
                Err(stop) => return stop,
            }
        }
    }

    fn push_frame(&self, activation: &mut Activation, active: Active, next: Signal) -> Signal {
        if let Some(Active { body: Body::Python(below), .. }) = activation.frames.last()
            && let Some(generator) = &below.generator
        {
            generator.stands_at.set(Some(below.range().start().to_u32()));
        }
        match self.enter_frame(&active.body) {
            Ok(()) => {
                activation.frames.push(active);
                next
            }
            Err(error) => {
                if let Body::Python(frame) = active.body {
                    self.settle(activation, Body::Python(frame), Given::Raised(error.clone()));
                }
                Signal::Raise(error)
            }
        }
    }

    /// Run a stack of frames where nobody could go on with it later: pauses are passed over.
    pub fn run_to_end(&self, activation: &mut Activation, signal: Signal) -> Stop {
        if let Err(error) = self.enter_native() {
            return Stop::Raise(error);
        }
        let mut stop = self.run(activation, signal);
        let is_late = matches!(stop, Stop::Paused);
        while matches!(stop, Stop::Paused) {
            let signal = match self.keep_going() {
                Ok(()) => Signal::Continue,
                Err(error) => Signal::Raise(error),
            };
            stop = self.run(activation, signal);
        }
        if is_late {
            self.drain();
        }
        self.leave_native();
        stop
    }

    /// Take a generator's frame to run it: `Err` where there is nothing to run.
    pub fn wake(&self, generator: &Rc<Generator>, sent: Sent) -> Result<(Box<Frame>, Signal), Stop> {
        let frame = match generator.state.get() {
            State::Running => {
                return Err(Stop::Raise(
                    self.value_error(&format!("{} already executing", generator.noun())),
                ));
            }
            State::Closed => return Err(self.resume_closed(generator, sent)),
            State::Created | State::Suspended => generator.frame.take(),
        };
        let Some(mut frame) = frame else { return Err(Stop::Return(Value::None)) };
        let is_new = generator.state.get() == State::Created;
        let signal = match sent {
            Sent::Value(value) if is_new && !matches!(value, Value::None) => {
                let message = format!("can't send non-None value to a just-started {}", generator.noun());
                generator.frame.replace(Some(frame));
                return Err(Stop::Raise(self.type_error(&message)));
            }
            Sent::Value(value) => Signal::Value(value),
            Sent::Throw(error) => Signal::Throw(error),
            Sent::PassedOn(error, below) => {
                let mut handled = self.handled.borrow_mut();
                let below = below.min(handled.len());
                frame.hidden = Some(handled.split_off(below));
                Signal::Throw(error)
            }
        };
        generator.state.set(State::Running);
        frame.generator = Some(generator.clone());
        frame.handled_below = self.handled.borrow().len();
        self.handled.borrow_mut().append(&mut frame.handled);
        Ok((frame, signal))
    }

    fn resume_closed(&self, generator: &Generator, sent: Sent) -> Stop {
        match sent {
            _ if generator.is_coroutine() => {
                Stop::Raise(self.runtime_error("cannot reuse already awaited coroutine"))
            }
            Sent::Throw(error) | Sent::PassedOn(error, _) => Stop::Raise(error),
            Sent::Value(_) => Stop::Return(Value::None),
        }
    }

    /// The frame has ended or is suspended: put a generator's back where it belongs.
    fn settle(&self, activation: &mut Activation, body: Body, given: Given) -> Given {
        let Body::Python(mut frame) = body else { return given };
        if !matches!(given, Given::Yielded(_)) {
            self.leave_remains(&mut frame, activation);
        }
        let Some(generator) = frame.generator.take() else {
            self.handle_only(frame.handled_below);
            return given;
        };
        let mut handled = self.handled.borrow_mut();
        let below = frame.handled_below.min(handled.len());
        frame.handled = handled.split_off(below);
        let hidden = frame.hidden.take();
        let is_passed_on = hidden.as_ref().is_some_and(|hidden| !hidden.is_empty());
        handled.extend(hidden.into_iter().flatten());
        drop(handled);
        match given {
            Given::Yielded(value) => {
                generator.state.set(State::Suspended);
                generator.frame.replace(Some(frame));
                Given::Yielded(value)
            }
            Given::Raised(error) => {
                generator.state.set(State::Closed);
                let error = self.no_stop_iteration(&generator, error);
                if is_passed_on {
                    self.chain(&error);
                }
                Given::Raised(error)
            }
            Given::Returned(value) => {
                generator.state.set(State::Closed);
                Given::Returned(value)
            }
        }
    }

    /// A StopIteration must not leave a generator (PEP 479).
    fn no_stop_iteration(&self, generator: &Generator, error: Raised) -> Raised {
        let is_async = generator.kind == CodeKind::AsyncGenerator;
        let name = match () {
            () if error.is(&self.exceptions.stop_iteration) => "StopIteration",
            () if is_async && error.is(&self.exceptions.stop_async_iteration) => "StopAsyncIteration",
            () => return error,
        };
        let outer = self.runtime_error(&format!("{} raised {name}", generator.noun()));
        outer.state().cause.replace(Some(error.clone()));
        outer.state().context.replace(Some(error));
        outer.state().suppress_context.set(true);
        outer
    }

    /// Give the frame at the top what the frame above it gave.
    fn hand_over(&self, activation: &mut Activation, on_exit: OnExit, given: Given) -> Result<Signal, Stop> {
        let Some(below) = activation.frames.last_mut() else {
            return Err(match given {
                Given::Returned(value) => Stop::Return(value),
                Given::Yielded(value) => Stop::Yield(value),
                Given::Raised(error) => Stop::Raise(error),
            });
        };
        let Body::Python(frame) = &mut below.body else {
            return Ok(match given {
                Given::Returned(value) => Signal::Value(value),
                Given::Yielded(value) => Signal::Yielded(value),
                Given::Raised(error) => Signal::Raise(error),
            });
        };
        if let Some(generator) = &frame.generator {
            generator.stands_at.set(None);
        }
        if let Given::Returned(Value::Generator(made)) = &given {
            note_maker(made, frame);
        }
        Ok(self.after_child(frame, on_exit, given))
    }

    fn after_child(&self, frame: &mut Frame, on_exit: OnExit, given: Given) -> Signal {
        match (on_exit, given) {
            (OnExit::Closed(_), Given::Yielded(_)) => {
                frame.stack.pop();
                frame.is_sending = false;
                Signal::Raise(self.runtime_error("coroutine ignored GeneratorExit"))
            }
            (OnExit::Closed(error), Given::Returned(_)) => stop_sending(frame, error),
            (OnExit::Closed(error), Given::Raised(inner)) => {
                let is_exit =
                    inner.is(&self.exceptions.generator_exit) || inner.is(&self.exceptions.stop_iteration);
                stop_sending(frame, if is_exit { error } else { inner })
            }
            (OnExit::Send, Given::Yielded(value)) => {
                frame.is_sending = true;
                Signal::Yielded(value)
            }
            (OnExit::Send, Given::Returned(value)) => {
                frame.stack.pop();
                frame.is_sending = false;
                Signal::Value(value)
            }
            (OnExit::Send, Given::Raised(error)) => stop_sending(frame, error),
            (OnExit::AsyncGenerator(step), given) => self.after_async_step(frame, &step, given),
            (OnExit::Iterate(_), Given::Yielded(value)) => Signal::Value(value),
            (OnExit::Iterate(target), Given::Returned(_)) => {
                frame.stack.pop();
                frame.ip = target as usize;
                Signal::Continue
            }
            (OnExit::Instance(instance), Given::Returned(value)) => match value {
                Value::None => Signal::Value(instance),
                other => Signal::Raise(self.type_error(&format!(
                    "__init__() should return None, not '{}'",
                    self.class_of(&other).name.borrow()
                ))),
            },
            (_, Given::Returned(value) | Given::Yielded(value)) => Signal::Value(value),
            (_, Given::Raised(error)) => Signal::Raise(error),
        }
    }

    /// An async generator has given something to the awaitable that a Send of this frame sent to.
    fn after_async_step(&self, frame: &mut Frame, step: &Rc<AsyncStep>, given: Given) -> Signal {
        match self.async_step_result(step, given) {
            Ok(Given::Yielded(value)) => {
                frame.is_sending = true;
                Signal::Yielded(value)
            }
            Ok(Given::Returned(value)) => {
                frame.stack.pop();
                frame.is_sending = false;
                Signal::Value(value)
            }
            Ok(Given::Raised(error)) | Err(error) => stop_sending(frame, error),
        }
    }

    fn async_step_result(&self, step: &AsyncStep, given: Given) -> PyResult<Given> {
        let generator = &step.generator;
        let closing = matches!(step.action, AsyncAction::Close);
        let has_default = matches!(step.action, AsyncAction::Next(_));
        let given = match given {
            Given::Yielded(value) => match unwrap_async(&value) {
                None => return Ok(Given::Yielded(value)),
                Some(_) if closing => {
                    let error = self.runtime_error("async generator ignored GeneratorExit");
                    self.chain(&error);
                    Given::Raised(error)
                }
                Some(value) => Given::Returned(value),
            },
            Given::Returned(_) if closing => Given::Returned(Value::None),
            Given::Returned(_) if has_default => Given::Returned(step.at_the_end().unwrap_or(Value::None)),
            Given::Raised(error) if has_default && error.is(&self.exceptions.stop_async_iteration) => {
                Given::Returned(step.at_the_end().unwrap_or(Value::None))
            }
            Given::Returned(_) => Given::Raised(self.error(&self.exceptions.stop_async_iteration, "")),
            Given::Raised(error)
                if closing
                    && (error.is(&self.exceptions.generator_exit)
                        || error.is(&self.exceptions.stop_async_iteration)) =>
            {
                Given::Returned(Value::None)
            }
            raised => raised,
        };
        generator.is_stepping.set(false);
        step.state.set(State::Closed);
        Ok(given)
    }

    /// Run a native frame until it needs another frame, or is done.
    fn drive_native(&self, native: &mut dyn NativeFrame, signal: Signal) -> Step {
        let mut input = native_input(signal);
        loop {
            let (callable, args) = match native.resume(self, input) {
                NativeStep::Return(value) => return Step::Return(value),
                NativeStep::Raise(error) => return Step::Raise(error),
                NativeStep::Pause => return Step::Pause,
                NativeStep::Frames => return Step::Frames,
                NativeStep::Resume(generator, sent) => return Step::Resume(generator, sent, OnExit::Push),
                NativeStep::Call(callable, args) => (callable, args),
            };
            input = match self.begin_call(callable, args) {
                Ok(Begun::Value(value)) => Input::Returned(value),
                Ok(Begun::Frame(active)) => return Step::Push(active),
                Err(error) => Input::Raised(error),
            };
        }
    }

    /// Note in the traceback that the exception passed the frame's current instruction.
    pub fn note_traceback(&self, frame: &mut Frame, error: &Raised) {
        self.hold_frame(error, frame);
        if frame.is_library() {
            return;
        }
        self.hint_frame(frame, error);
        let mut traceback = error.state().traceback.borrow_mut();
        match traceback.last_mut() {
            // In CPython the comprehension shares the frame around it (PEP 709).
            Some(inner) if inner.code.is_comprehension() => inner.code = frame.code.clone(),
            _ => traceback.push(TraceEntry { code: frame.code.clone(), range: frame.range() }),
        }
    }

    /// Drive an async generator's awaitable from outside of any frame.
    pub fn resume_async_step(&self, step: &Rc<AsyncStep>, sent: Sent) -> Stop {
        let (generator, sent) = match self.begin_async_step(step, sent) {
            Ok(Some(begun)) => begun,
            Ok(None) => return Stop::Return(step.at_the_end().unwrap_or(Value::None)),
            Err(error) => {
                self.chain(&error);
                return Stop::Raise(error);
            }
        };
        let given = given_of(self.resume_now(&generator, sent));
        match self.async_step_result(step, given) {
            Ok(Given::Returned(value)) => Stop::Return(value),
            Ok(Given::Yielded(value)) => Stop::Yield(value),
            Ok(Given::Raised(error)) | Err(error) => Stop::Raise(error),
        }
    }

    /// What an async generator's awaitable resumes its generator with; None where there is nothing to do.
    pub fn begin_async_step(
        &self,
        step: &Rc<AsyncStep>,
        sent: Sent,
    ) -> PyResult<Option<(Rc<Generator>, Sent)>> {
        let generator = &step.generator;
        match step.state.get() {
            State::Closed => Err(self.runtime_error(match step.action {
                AsyncAction::Send(_) | AsyncAction::Next(_) => {
                    "cannot reuse already awaited __anext__()/asend()"
                }
                AsyncAction::Throw(_) | AsyncAction::Close => {
                    "cannot reuse already awaited aclose()/athrow()"
                }
            })),
            State::Created => {
                if generator.is_stepping.get() {
                    step.state.set(State::Closed);
                    let what = match step.action {
                        AsyncAction::Send(_) | AsyncAction::Next(_) => {
                            "anext(): asynchronous generator is already running"
                        }
                        AsyncAction::Throw(_) => "athrow(): asynchronous generator is already running",
                        AsyncAction::Close => "aclose(): asynchronous generator is already running",
                    };
                    return Err(self.runtime_error(what));
                }
                step.state.set(State::Suspended);
                if let Sent::Throw(_) = sent {
                    // Whatever was asked for, this comes in its place.
                    generator.is_stepping.set(true);
                    return Ok(Some((generator.clone(), sent)));
                }
                if generator.state.get() == State::Closed {
                    step.state.set(State::Closed);
                    return match step.at_the_end() {
                        Some(_) => Ok(None),
                        None => Err(self.error(&self.exceptions.stop_async_iteration, "")),
                    };
                }
                if generator.is_closing.get()
                    && matches!(step.action, AsyncAction::Throw(_) | AsyncAction::Close)
                {
                    step.state.set(State::Closed);
                    return Err(self.error(&self.exceptions.stop_async_iteration, ""));
                }
                generator
                    .is_closing
                    .set(generator.is_closing.get() || matches!(step.action, AsyncAction::Close));
                let first = match &step.action {
                    AsyncAction::Send(value) => Sent::Value(value.clone()),
                    AsyncAction::Next(_) => Sent::Value(Value::None),
                    AsyncAction::Throw(error) => Sent::Throw(error.clone()),
                    AsyncAction::Close if generator.state.get() == State::Created => {
                        generator.state.set(State::Closed);
                        generator.frame.take();
                        step.state.set(State::Closed);
                        return Ok(None);
                    }
                    AsyncAction::Close => Sent::Throw(self.error(&self.exceptions.generator_exit, "")),
                };
                generator.is_stepping.set(true);
                Ok(Some((generator.clone(), first)))
            }
            _ => Ok(Some((generator.clone(), sent))),
        }
    }
}

fn stop_sending(frame: &mut Frame, error: Raised) -> Signal {
    frame.stack.pop();
    frame.is_sending = false;
    Signal::Raise(error)
}

/// What an async generator yields to who iterates over it travels in a cell, to tell it from
/// what it awaits.
pub fn wrap_async(value: Value) -> Value {
    Value::Cell(Rc::new(crate::python::objects::Cell(std::cell::RefCell::new(Some(value)))))
}

fn unwrap_async(value: &Value) -> Option<Value> {
    match value {
        Value::Cell(cell) => cell.0.borrow().clone(),
        _ => None,
    }
}

fn given_of(stop: Stop) -> Given {
    match stop {
        Stop::Return(value) => Given::Returned(value),
        Stop::Yield(value) => Given::Yielded(value),
        Stop::Raise(error) => Given::Raised(error),
        Stop::Paused => Given::Returned(Value::None),
    }
}

fn native_input(signal: Signal) -> Input {
    match signal {
        Signal::Start => Input::Start,
        Signal::Continue => Input::Continue,
        Signal::Value(value) => Input::Returned(value),
        Signal::Yielded(value) => Input::Yielded(value),
        Signal::Raise(error) | Signal::Throw(error) => Input::Raised(error),
    }
}

/// A call has given the coroutine, or whoever called that passes it on.
fn note_maker(made: &Generator, caller: &Frame) {
    if made.made_at.get().is_none() && !caller.is_library() {
        made.made_at.set(Some(caller.range().start().to_u32()));
    }
}
