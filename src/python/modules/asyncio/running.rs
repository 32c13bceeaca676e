//! Running a loop: `asyncio.run`, `run_until_complete`, `run_forever`. Each is a frame that is resumed
//! once for each callback of the loop, so that a run can be paused and watched.

use std::rc::Rc;

use super::super::super::host::Python;
use crate::asyncio::base_events::EventLoop;
use crate::asyncio::run_forever::{RunForever, RunUntilComplete};
use crate::asyncio::run_once::Advance;
use crate::asyncio::runners::{Closing, Run, Runner};
use crate::python::objects::{Args, Builtin, BuiltinKind, PyResult, Raised, Value};
use crate::python::vm::frame::{Input, NativeFrame, NativeStep};
use crate::python::vm::threads::Condition;
use crate::python::vm::{Pause, Vm};
use crate::trace::Wait;

pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let run = Builtin { name: "run", kind: BuiltinKind::Frame(run), binds: false };
    let mut names = vec![("run", Value::Builtin(Rc::new(run)))];
    names.extend(super::event_loop::functions(vm));
    names
}

/// `asyncio.run(main, *, debug=None, loop_factory=None)`.
fn run(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    let [main, debug, factory] = args.bind(vm, "run", "main * debug loop_factory", 1)?;
    let main = main.unwrap_or(Value::None);
    if vm.runtime().running_loop().is_some() {
        return Err(vm.runtime_error("asyncio.run() cannot be called from a running event loop"));
    }
    if !vm.is_coroutine(&main) {
        let error = vm.value_error(&format!("a coroutine was expected, got {}", vm.repr(&main)?));
        return refused(vm, error);
    }
    let debug = match debug {
        None | Some(Value::None) => None,
        Some(value) => Some(vm.truth(&value)?),
    };
    if !matches!(factory, None | Some(Value::None)) {
        return Err(vm.unsupported("asyncio.run(loop_factory=...)"));
    }
    Ok(Box::new(Running::Run(Run::new(&vm.runtime(), &main, debug, None)?)))
}

/// `asyncio.run` finds out about a wrong argument only when its loop is there, which is then closed.
fn refused(vm: &Vm, error: Raised) -> PyResult<Box<dyn NativeFrame>> {
    let runner = Runner::new(&vm.runtime(), None, None);
    runner.event_loop()?;
    match runner.close() {
        Some(closing) => Ok(Box::new(Running::Refused(closing, error))),
        None => Err(error),
    }
}

/// A loop that runs.
pub(super) enum Running {
    Run(Run<Python>),
    UntilComplete(RunUntilComplete<Python>),
    Forever(RunForever<Python>),
    /// It has failed.
    Over,
    /// It is only closed, and the error then raised.
    Refused(Closing<Python>, Raised),
}

impl Running {
    fn advance(&self) -> Advance<Result<Value, Raised>> {
        match self {
            Self::Run(run) => run.advance(),
            Self::UntilComplete(run) => run.advance(),
            Self::Over => Advance::Done(Ok(Value::None)),
            Self::Refused(closing, error) => match closing.advance() {
                Advance::Done(result) => Advance::Done(result.and_then(|()| Err(error.clone()))),
                advance => advance.map(|_| Ok(Value::None)),
            },
            Self::Forever(run) => run.advance().map(|result| result.map(|()| Value::None)),
        }
    }

    fn event_loop(&self) -> Option<EventLoop<Python>> {
        match self {
            Self::Run(run) => run.event_loop(),
            Self::UntilComplete(run) => Some(run.future().event_loop().clone()),
            Self::Forever(run) => Some(run.event_loop().clone()),
            Self::Refused(closing, _) => Some(closing.event_loop().clone()),
            Self::Over => None,
        }
    }

    /// What CPython's loop does in `select`.
    fn select(&self, vm: &Vm, until: Option<f64>) -> NativeStep {
        let condition = self.event_loop().map_or(Condition::Never, Condition::Ready);
        let on = vm.recorder.intern("select").map(Wait::Named);
        vm.park(until, condition, on)
    }
}

impl NativeFrame for Running {
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep {
        if let Input::Raised(error) = input {
            return NativeStep::Raise(error);
        }
        let advance = self.advance();
        if vm.is_over() {
            return NativeStep::Raise(vm.error(&vm.exceptions.budget_spent, ""));
        }
        match advance {
            Advance::Done(Ok(value)) => NativeStep::Return(value),
            Advance::Done(Err(error)) => {
                // In CPython the exception's traceback holds the loop, until the end.
                let failed = std::mem::replace(self, Self::Over);
                vm.state.asyncio.failed.borrow_mut().push(Box::new(failed));
                NativeStep::Raise(error)
            }
            Advance::Ran => match vm.check_events() {
                Ok(()) => {
                    vm.pause.set(Some(Pause::Stepped));
                    NativeStep::Pause
                }
                Err(error) => NativeStep::Raise(error),
            },
            Advance::Idle { until } => self.select(vm, until),
            Advance::GivesWay => vm.park(Some(vm.now()), Condition::Never, None),
            // Whoever paused has said why.
            Advance::Paused => NativeStep::Pause,
        }
    }
}
