//! `_time`: the run's virtual clock. The rest of `time` is Python, in `library/time.py`.

use std::rc::Rc;

use crate::python::objects::{Args, Builtin, BuiltinKind, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::frame::{Input, NativeFrame, NativeStep};
use crate::python::vm::threads::Condition;
use crate::trace::{EventKind, Wait};

/// What `time.time()` says at the start: 2024-01-01 00:00:00 UTC.
const EPOCH: f64 = 1_704_067_200.0;

pub fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let sleep = Builtin { name: "sleep", kind: BuiltinKind::Frame(sleep), binds: false };
    vec![
        ("sleep", Value::Builtin(Rc::new(sleep))),
        ("time", vm.builtin("time", |vm, _| Ok(Value::float(EPOCH + vm.now())))),
        ("monotonic", vm.builtin("monotonic", |vm, _| Ok(Value::float(vm.now())))),
        ("perf_counter", vm.builtin("perf_counter", |vm, _| Ok(Value::float(vm.now())))),
        ("process_time", vm.builtin("process_time", |_, _| Ok(Value::float(0.0)))),
        ("thread_time", vm.builtin("thread_time", |_, _| Ok(Value::float(0.0)))),
        ("time_ns", vm.builtin("time_ns", |vm, _| Ok(nanoseconds(EPOCH + vm.now())))),
        ("monotonic_ns", vm.builtin("monotonic_ns", |vm, _| Ok(nanoseconds(vm.now())))),
        ("perf_counter_ns", vm.builtin("perf_counter_ns", |vm, _| Ok(nanoseconds(vm.now())))),
        ("process_time_ns", vm.builtin("process_time_ns", |_, _| Ok(Value::int(0)))),
        ("thread_time_ns", vm.builtin("thread_time_ns", |_, _| Ok(Value::int(0)))),
    ]
}

fn nanoseconds(seconds: f64) -> Value {
    Value::int((seconds * 1e9).round_ties_even() as i64)
}

/// `time.sleep(seconds)`: holds the thread, and with it the event loop; other threads get their turn.
fn sleep(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    let [seconds] = args.bind(vm, "sleep", "seconds /", 1)?;
    let seconds = seconds.unwrap_or(Value::None);
    let length = match &seconds {
        Value::Int(..) | Value::Float(..) | Value::Bool(_) | Value::BigInt(_) => vm.to_float(&seconds)?,
        other => {
            let name = vm.class_of(other).name.borrow().to_string();
            let message = format!("'<' not supported between instances of '{name}' and 'int'");
            return Err(vm.type_error(&message));
        }
    };
    if length.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    vm.note_block(length, &seconds)?;
    if length < 0.0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    Ok(Box::new(Sleep { seconds: length, origin: origin_of(&seconds) }))
}

struct Sleep {
    seconds: f64,
    origin: Option<u32>,
}

impl NativeFrame for Sleep {
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep {
        let Self { seconds, origin } = *self;
        match input {
            Input::Raised(error) => NativeStep::Raise(error),
            Input::Start => {
                vm.park(Some(vm.now() + seconds), Condition::Never, Some(Wait::Sleep { seconds, origin }))
            }
            _ => NativeStep::Return(Value::None),
        }
    }
}

impl Vm {
    /// Only the main thread's sleeps are told of as such: others hold up nobody.
    fn note_block(&self, seconds: f64, written: &Value) -> PyResult<()> {
        if !self.is_main_thread() {
            return Ok(());
        }
        let text = self.repr(written)?;
        let origin = origin_of(written);
        let (task, line) = (self.runtime().current_task_id(), Some(self.current_line()));
        self.recorder.note(self.now(), |trace| EventKind::Block {
            task,
            seconds,
            written: trace.intern(text.as_str()),
            line,
            origin,
        });
        Ok(())
    }
}

/// The place of the literal that a number comes from.
pub fn origin_of(number: &Value) -> Option<u32> {
    match number {
        Value::Int(_, origin) | Value::Float(_, origin) => origin.offset(),
        _ => None,
    }
}
