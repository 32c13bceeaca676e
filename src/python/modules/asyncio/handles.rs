//! `Handle` and `TimerHandle`: what `call_soon` and `call_later` return.

use super::classes::{Spec, of};
use crate::asyncio::events::HandleRef;
use crate::python::host::Python;
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub(super) const CLASSES: &[Spec] = &[
    Spec::new("Handle", "asyncio.events", "", METHODS),
    Spec::new("TimerHandle", "asyncio.events", "Handle", TIMER_METHODS),
];

/// A handle, and the time as it was given: `when()` says that.
#[derive(Clone)]
struct Scheduled {
    handle: HandleRef<Python>,
    when: Value,
}

const METHODS: &[(&str, NativeFn)] = &[
    ("cancel(self)", |vm, args| {
        of::<Scheduled>(vm, &args)?.handle.cancel();
        Ok(Value::None)
    }),
    ("cancelled(self)", |vm, args| Ok(Value::Bool(of::<Scheduled>(vm, &args)?.handle.cancelled()))),
    ("get_context", |vm, args| Ok(vm.context_value(of::<Scheduled>(vm, &args)?.handle.context()))),
    ("__repr__", |vm, args| {
        let Scheduled { handle, .. } = of(vm, &args)?;
        Ok(Value::string(handle.repr()))
    }),
];

const TIMER_METHODS: &[(&str, NativeFn)] = &[
    ("when(self)", |vm, args| Ok(of::<Scheduled>(vm, &args)?.when)),
    ("__lt__", |vm, args| compare(vm, &args, |one, other| one < other)),
    ("__le__", |vm, args| compare(vm, &args, |one, other| one <= other)),
    ("__gt__", |vm, args| compare(vm, &args, |one, other| one > other)),
    ("__ge__", |vm, args| compare(vm, &args, |one, other| one >= other)),
];

/// Timers are ordered by their times.
fn compare(vm: &Vm, args: &Args, holds: fn(f64, f64) -> bool) -> PyResult {
    let when = |args: &Args| Ok(of::<Scheduled>(vm, args)?.handle.when());
    let other = Args::positional(args.positional.get(1).cloned().into_iter().collect());
    match (when(args)?, when(&other)) {
        (Some(one), Ok(Some(other))) => Ok(Value::Bool(holds(one, other))),
        _ => Ok(Value::NotImplemented),
    }
}

impl Vm {
    /// A handle as an object.
    pub fn handle_value(&self, handle: &HandleRef<Python>) -> Value {
        self.timer_value(handle, handle.when().map_or(Value::None, Value::float))
    }

    /// A handle as an object, with the time as it was given.
    pub(super) fn timer_value(&self, handle: &HandleRef<Python>, when: Value) -> Value {
        let name = if handle.when().is_some() { "TimerHandle" } else { "Handle" };
        self.native_object(&self.asyncio_class(name), Scheduled { handle: handle.clone(), when })
    }
}
