//! Running a loop: `asyncio.run`, `Runner`, `run_until_complete`, `run_forever`. Each is a frame that is
//! resumed once for each callback of the loop, so that a run can be paused and watched.

use std::rc::Rc;

use super::super::super::host::Python;
use super::classes::{Spec, init, of};
use crate::asyncio::base_events::EventLoop;
use crate::asyncio::run_forever::{RunForever, RunUntilComplete};
use crate::asyncio::run_once::Advance;
use crate::asyncio::runners::{self, Closing, LoopFactory, Run};
use crate::python::objects::{Args, Builtin, BuiltinKind, FrameFn, NativeFn, PyResult, Raised, Value};
use crate::python::vm::frame::{Input, NativeFrame, NativeStep};
use crate::python::vm::threads::Condition;
use crate::python::vm::{Pause, Vm};
use crate::trace::Wait;

pub(super) fn contents(_vm: &Vm) -> Vec<(&'static str, Value)> {
    let run = Builtin { name: "run", kind: BuiltinKind::Frame(run), binds: false };
    vec![("run", Value::Builtin(Rc::new(run)))]
}

pub(super) const CLASSES: &[Spec] =
    &[Spec { frames: RUNNER_FRAMES, ..Spec::new("Runner", "asyncio.runners", "", RUNNER_METHODS) }];

/// `asyncio.run(main, *, debug=None, loop_factory=None)`.
fn run(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    let [main, debug, factory] = args.bind_def(vm, "run", "main * debug loop_factory", 1)?;
    let main = main.unwrap_or(Value::None);
    if vm.runtime().running_loop().is_some() {
        let error = vm.runtime_error("asyncio.run() cannot be called from a running event loop");
        vm.hold(&error, [main].into_iter());
        return Err(error);
    }
    let (debug, factory) = (optional_truth(vm, debug)?, loop_factory(vm, factory));
    if !vm.is_coroutine(&main) {
        return refused(&runners::Runner::new(&vm.runtime(), debug, factory), not_a_coroutine(vm, &main)?);
    }
    Ok(Box::new(Running::Run(Run::new(&vm.runtime(), &main, debug, factory)?)))
}

fn not_a_coroutine(vm: &Vm, main: &Value) -> PyResult<Raised> {
    Ok(vm.value_error(&format!("a coroutine was expected, got {}", vm.repr(main)?)))
}

fn optional_truth(vm: &Vm, value: Option<Value>) -> PyResult<Option<bool>> {
    match value {
        None | Some(Value::None) => Ok(None),
        Some(value) => vm.truth(&value).map(Some),
    }
}

/// What makes the loop: what the program gives, or the policy that it has set.
fn loop_factory(vm: &Vm, given: Option<Value>) -> Option<LoopFactory<Python>> {
    let given = given.filter(|factory| !matches!(factory, Value::None));
    let factory = given.or_else(|| vm.get_attr(&vm.own_policy()?, &vm.intern("new_event_loop")).ok())?;
    let host = vm.runtime().host().clone();
    Some(Box::new(move || {
        let vm = host.machine();
        let made = vm.call(&factory, Args::none())?;
        vm.to_loop(&made)
    }))
}

/// `asyncio.run` finds out about a wrong argument only when its loop is there, which is then closed.
fn refused(runner: &runners::Runner<Python>, error: Raised) -> PyResult<Box<dyn NativeFrame>> {
    runner.event_loop()?;
    match runner.close() {
        Some(closing) => Ok(Box::new(Running::Closing(closing, Err(error)))),
        None => Err(error),
    }
}

type Runner = Rc<runners::Runner<Python>>;

const RUNNER_METHODS: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| {
        let [runner, debug, factory] =
            args.bind_def(vm, "Runner.__init__", "self * debug loop_factory", 1)?;
        let debug = optional_truth(vm, debug)?;
        let made = runners::Runner::new(&vm.runtime(), debug, loop_factory(vm, factory));
        init::<Runner>(vm, runner, Rc::new(made))
    }),
    ("__enter__", |vm, args| {
        of::<Runner>(vm, &args)?.event_loop()?;
        Ok(args.positional.into_iter().next().unwrap_or(Value::None))
    }),
    ("get_loop(self)", |vm, args| Ok(vm.loop_value(&of::<Runner>(vm, &args)?.event_loop()?))),
];

const RUNNER_FRAMES: &[(&str, FrameFn)] = &[("run", run_in), ("close", close), ("__exit__", close)];

/// `runner.run(coro, *, context=None)`.
fn run_in(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    let runner = of::<Runner>(vm, &args)?;
    let [_, main, context] = args.bind_def(vm, "Runner.run", "self coro * context", 2)?;
    let main = main.unwrap_or(Value::None);
    if !vm.is_coroutine(&main) {
        return Err(not_a_coroutine(vm, &main)?);
    }
    Ok(Box::new(Running::UntilComplete(runner.run(&main, vm.optional_context(context)?)?)))
}

/// `runner.close()`.
fn close(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    Ok(Box::new(match of::<Runner>(vm, &args)?.close() {
        Some(closing) => Running::Closing(closing, Ok(())),
        None => Running::Over,
    }))
}

/// A loop that runs.
pub(super) enum Running {
    Run(Run<Python>),
    UntilComplete(RunUntilComplete<Python>),
    Forever(RunForever<Python>),
    /// It is closed, and then the error raised, if there is one.
    Closing(Closing<Python>, Result<(), Raised>),
    /// There is nothing to do any more.
    Over,
}

impl Running {
    fn advance(&self) -> Advance<Result<Value, Raised>> {
        match self {
            Self::Run(run) => run.advance(),
            Self::UntilComplete(run) => run.advance(),
            Self::Over => Advance::Done(Ok(Value::None)),
            Self::Closing(closing, then) => {
                closing.advance().map(|closed| closed.and_then(|()| then.clone()).map(|()| Value::None))
            }
            Self::Forever(run) => run.advance().map(|stopped| stopped.map(|()| Value::None)),
        }
    }

    fn event_loop(&self) -> Option<EventLoop<Python>> {
        match self {
            Self::Run(run) => run.event_loop(),
            Self::UntilComplete(run) => Some(run.future().event_loop().clone()),
            Self::Forever(run) => Some(run.event_loop().clone()),
            Self::Closing(closing, _) => Some(closing.event_loop().clone()),
            Self::Over => None,
        }
    }

    /// What CPython's loop does in `select`.
    fn select(&self, vm: &Vm, until: Option<f64>) -> NativeStep {
        let condition = self.event_loop().map_or(Condition::Never, Condition::Ready);
        let on = vm.recorder.intern("select").map(|name| Wait::Named { name, object: None });
        vm.park(until, condition, on)
    }
}

impl NativeFrame for Running {
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep {
        if let Input::Raised(error) = input {
            return NativeStep::Raise(error);
        }
        let advance = self.advance();
        vm.close_dying();
        if vm.is_over() {
            return NativeStep::Raise(vm.error(&vm.exceptions.budget_spent, ""));
        }
        match advance {
            Advance::Done(Ok(value)) => NativeStep::Return(value),
            Advance::Done(Err(error)) => {
                if matches!(self, Self::Closing(..)) && error.state().context.borrow().is_none() {
                    vm.chain(&error);
                }
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
