//! The classes of the module: tables of their methods, made into classes when a run first needs them.

use std::rc::Rc;

use super::{event_loop, grouping, handles, locks, out_of_scope, policies, queues, running, waiting};
use crate::python::objects::{
    Args, Builtin, BuiltinKind, Class, FrameFn, Getter, NativeFn, PyResult, Setter, Value,
};
use crate::python::vm::Vm;

/// A class: its methods `self` come first in their arguments, and `__init__` among them makes it.
pub(super) struct Spec {
    pub name: &'static str,
    /// `__module__`.
    pub module: &'static str,
    /// The name of its base class, `""` for `object`.
    pub base: &'static str,
    pub methods: &'static [(&'static str, NativeFn)],
    /// Methods that run a loop or the user's own code.
    pub frames: &'static [(&'static str, FrameFn)],
    pub getters: &'static [(&'static str, Getter)],
    /// Attributes that are computed, and can be set.
    pub setters: &'static [(&'static str, Getter, Setter)],
}

impl Spec {
    /// A class with methods alone.
    pub(super) const fn new(
        name: &'static str,
        module: &'static str,
        base: &'static str,
        methods: &'static [(&'static str, NativeFn)],
    ) -> Self {
        Self { name, module, base, methods, frames: &[], getters: &[], setters: &[] }
    }
}

const CLASSES: &[&[Spec]] = &[
    event_loop::CLASSES,
    grouping::CLASSES,
    handles::CLASSES,
    locks::CLASSES,
    out_of_scope::CLASSES,
    policies::CLASSES,
    queues::CLASSES,
    running::CLASSES,
    waiting::CLASSES,
];

/// Those that are names in the module.
pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let public = CLASSES.iter().copied().flatten().filter(|spec| !spec.name.starts_with('_'));
    let class = |name| Value::Class(vm.asyncio_class(name));
    let aliases = [
        ("SelectorEventLoop", "_UnixSelectorEventLoop"),
        ("EventLoop", "_UnixSelectorEventLoop"),
        ("DefaultEventLoopPolicy", "_UnixDefaultEventLoopPolicy"),
    ];
    let mut names: Vec<_> = public.map(|spec| (spec.name, class(spec.name))).collect();
    names.extend(aliases.map(|(alias, name)| (alias, class(name))));
    event_loop::complete(vm);
    names
}

impl Vm {
    /// The class of that name, the same each time.
    pub(super) fn asyncio_class(&self, name: &'static str) -> Rc<Class> {
        self.cached_class(name, || {
            let Some(spec) = CLASSES.iter().copied().flatten().find(|spec| spec.name == name) else {
                return self.types.object.clone();
            };
            let base = self.asyncio_class(spec.base);
            let class = self.open_class(spec.name, spec.module, &base, &[]);
            self.add_asyncio_methods(&class, spec.methods, "takes 1 positional argument but ", " were given");
            self.add_frame_methods(&class, spec.frames);
            self.add_getters(&class, spec.getters);
            self.add_setters(&class, spec.setters);
            self.add_class_methods(&class, ALIAS);
            class
        })
    }
}

impl Vm {
    /// Give a class its methods. One that is written `name(self)` takes nothing else, which `takes` and `given`
    /// say around the number of arguments that there are.
    pub(super) fn add_asyncio_methods(
        &self,
        class: &Rc<Class>,
        methods: &'static [(&'static str, NativeFn)],
        takes: &'static str,
        given: &'static str,
    ) {
        // Python counts self, C does not.
        let uncounted = usize::from(given.ends_with(')'));
        for &(name, function) in methods {
            let Some(name) = name.strip_suffix("(self)") else {
                self.add_methods(class, &[(name, function)]);
                continue;
            };
            let owner = class.name.borrow().clone();
            let checked = move |vm: &Vm, args: Args| {
                let count = args.positional.len() + args.keywords.len();
                match count > 1 {
                    true => {
                        let count = count - uncounted;
                        Err(vm.type_error(&format!("{owner}.{name}() {takes}{count}{given}")))
                    }
                    false => function(vm, args),
                }
            };
            let method = Builtin { name, kind: BuiltinKind::Closure(Rc::new(checked)), binds: true };
            class.dict.set_str(&self.intern(name), Value::Builtin(Rc::new(method)));
        }
    }
}

/// `asyncio.Queue[int]`, for annotations.
pub(super) const ALIAS: &[(&str, NativeFn)] = &[("__class_getitem__", |vm, args| {
    let mut args = args.positional.into_iter();
    let (class, key) = (args.next().unwrap_or(Value::None), args.next().unwrap_or(Value::None));
    Ok(crate::python::builtins::union::new_alias(vm, class, &key))
})];

/// What an object of this module holds.
///
/// # Errors
/// TypeError where it is none, AttributeError where its `__init__` was not called.
pub(super) fn of<T: Clone + 'static>(vm: &Vm, args: &Args) -> PyResult<T> {
    match args.positional.first() {
        Some(Value::Object(object)) if let Some(inner) = object.native::<T>() => Ok(inner.clone()),
        Some(other) => {
            let name = vm.class_of(other).name.borrow().to_string();
            Err(vm.attribute_error(&format!("'{name}' object has no attribute '_loop'")))
        }
        None => Err(vm.type_error("an asyncio object was expected")),
    }
}

/// The object a method is called on.
pub(super) fn itself(_vm: &Vm, args: Args) -> PyResult {
    Ok(args.positional.into_iter().next().unwrap_or(Value::None))
}

/// Keep in the object that `__init__` is called on what its methods work on.
pub(super) fn init<T: 'static>(vm: &Vm, object: Option<Value>, body: T) -> PyResult {
    vm.set_native(&object.unwrap_or(Value::None), body);
    Ok(Value::None)
}
