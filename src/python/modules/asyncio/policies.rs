//! Event loop policies, as far as programs for a page have use for them: the default one, and one that a
//! program derives from it.

use super::classes::Spec;
use crate::asyncio::base_events::EventLoop;
use crate::python::host::Python;
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub(super) const CLASSES: &[Spec] = &[
    Spec::new("AbstractEventLoopPolicy", "asyncio.events", "", &[("__init__", |_, _| Ok(Value::None))]),
    Spec::new("_UnixDefaultEventLoopPolicy", "asyncio.unix_events", "AbstractEventLoopPolicy", METHODS),
];

const METHODS: &[(&str, NativeFn)] = &[
    ("get_event_loop", |vm, _| Ok(vm.loop_value(&vm.runtime().get_policy_loop()?))),
    ("set_event_loop", |vm, args| {
        let [_, event_loop] =
            args.bind_def(vm, "BaseDefaultEventLoopPolicy.set_event_loop", "self loop", 2)?;
        vm.set_event_loop(event_loop)
    }),
    ("new_event_loop", |vm, _| Ok(vm.loop_value(&vm.runtime().new_event_loop()))),
];

pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    vec![
        ("get_event_loop_policy", vm.builtin("get_event_loop_policy", |vm, _| Ok(vm.policy()))),
        ("set_event_loop_policy", vm.builtin("set_event_loop_policy", set_event_loop_policy)),
        (
            "new_event_loop",
            vm.builtin("new_event_loop", |vm, args| {
                let [] = args.bind_def(vm, "new_event_loop", "", 0)?;
                vm.new_event_loop()
            }),
        ),
        (
            "set_event_loop",
            vm.builtin("set_event_loop", |vm, args| {
                let [event_loop] = args.bind_def(vm, "set_event_loop", "loop", 1)?;
                vm.set_event_loop(event_loop)
            }),
        ),
    ]
}

/// `asyncio.set_event_loop_policy(policy)`.
fn set_event_loop_policy(vm: &Vm, args: Args) -> PyResult {
    let [policy] = args.bind_def(vm, "_set_event_loop_policy", "policy", 1)?;
    let policy = policy.filter(|policy| !matches!(policy, Value::None));
    if let Some(policy) = &policy
        && !vm.class_of(policy).is_subclass(&vm.asyncio_class("AbstractEventLoopPolicy"))
    {
        let name = vm.class_of(policy).name.borrow().to_string();
        let message = format!("policy must be an instance of AbstractEventLoopPolicy or None, not '{name}'");
        return Err(vm.type_error(&message));
    }
    vm.state.asyncio.policy.replace(policy);
    Ok(Value::None)
}

impl Vm {
    /// `asyncio.get_event_loop_policy()`.
    fn policy(&self) -> Value {
        let mut policy = self.state.asyncio.policy.borrow_mut();
        let class = || {
            Value::Object(self.new_object(
                &self.asyncio_class("_UnixDefaultEventLoopPolicy"),
                crate::python::objects::Payload::None,
            ))
        };
        policy.get_or_insert_with(class).clone()
    }

    /// Whether a program has set a policy of a class of its own.
    pub(super) fn own_policy(&self) -> Option<Value> {
        self.state.asyncio.policy.borrow().clone().filter(|policy| self.class_of(policy).is_user)
    }

    /// `asyncio.new_event_loop()`.
    pub(super) fn new_event_loop(&self) -> PyResult {
        match self.own_policy() {
            Some(policy) => self.call_method(&policy, "new_event_loop", Args::none()),
            None => Ok(self.loop_value(&self.runtime().new_event_loop())),
        }
    }

    fn set_event_loop(&self, event_loop: Option<Value>) -> PyResult {
        let event_loop = self.optional_loop(event_loop.clone()).map_err(|_| {
            let name = event_loop.map(|value| self.class_of(&value).name.borrow().to_string());
            let name = name.unwrap_or_default();
            self.type_error(&format!("loop must be an instance of AbstractEventLoop or None, not '{name}'"))
        })?;
        self.runtime().set_event_loop(event_loop);
        Ok(Value::None)
    }

    /// The loop that an argument names, if it names one.
    ///
    /// # Errors
    /// TypeError where it is neither None nor a loop.
    pub(super) fn optional_loop(&self, value: Option<Value>) -> PyResult<Option<EventLoop<Python>>> {
        match value {
            None | Some(Value::None) => Ok(None),
            Some(value) => self.to_loop(&value).map(Some),
        }
    }
}
