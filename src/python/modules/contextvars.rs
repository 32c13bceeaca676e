//! `contextvars`: variables that each task has for itself.
//!
//! A context is a mapping from variables to values. One of them is current; `var.set()` changes that one
//! alone. A task runs its steps in a copy of the context that was current when it was made, a callback in
//! a copy of the one that was current when it was scheduled, and so what they set stays their own.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use crate::python::builtins::receiver::{positional, split};
use crate::python::builtins::union::new_alias;
use crate::python::objects::{Args, Class, Getter, NativeFn, NativeObject, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::frame::{Input, NativeFrame, NativeStep};

/// A `contextvars.Context`: the values of the variables that were set in it.
#[derive(Default)]
pub struct Context {
    /// In the order in which they were first set; shared by copies until one changes.
    values: RefCell<Rc<Vec<(Value, Value)>>>,
    /// Whether its `run` is under way.
    entered: Cell<bool>,
    /// What programs see of it.
    object: RefCell<Weak<NativeObject>>,
}

impl Context {
    /// Nothing runs in it: so it can be entered.
    ///
    /// # Errors
    /// RuntimeError where something does.
    pub fn check_free(self: &Rc<Self>, vm: &Vm) -> PyResult<()> {
        if !self.entered.get() && !Rc::ptr_eq(self, &vm.current_context()) {
            return Ok(());
        }
        let context = vm.repr(&vm.context_value(self))?;
        Err(vm.runtime_error(&format!("cannot enter context: {context} is already entered")))
    }

    /// `context.copy()`.
    pub fn copy(&self) -> Rc<Self> {
        Rc::new(Self { values: self.values.clone(), ..Self::default() })
    }

    fn get(&self, variable: &Value) -> Option<Value> {
        self.values.borrow().iter().find(|(known, _)| known.is(variable)).map(|(_, value)| value.clone())
    }

    /// Give a variable a value, or take it away.
    fn set(&self, variable: &Value, value: Option<Value>) {
        let mut values = self.values.borrow_mut();
        let values = Rc::make_mut(&mut values);
        let place = values.iter().position(|(known, _)| known.is(variable));
        let old = match (place, value) {
            (Some(place), Some(value)) => Some(std::mem::replace(&mut values[place].1, value)),
            (Some(place), None) => Some(values.remove(place).1),
            (None, Some(value)) => {
                values.push((variable.clone(), value));
                None
            }
            (None, None) => None,
        };
        drop(old);
    }

    fn items(&self) -> Vec<(Value, Value)> {
        self.values.borrow().to_vec()
    }
}

struct Variable {
    name: Value,
    default: Option<Value>,
}

struct Token {
    variable: Value,
    context: Rc<Context>,
    old: Option<Value>,
    used: Cell<bool>,
}

/// The names in the module.
pub fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    vec![
        ("ContextVar", Value::Class(variable_class(vm))),
        ("Token", Value::Class(token_class(vm))),
        ("Context", Value::Class(context_class(vm))),
        ("copy_context", vm.builtin("copy_context", copy_context)),
    ]
}

fn variable_class(vm: &Vm) -> Rc<Class> {
    vm.cached_class("ContextVar", || {
        let class = vm.native_class("ContextVar", "_contextvars", VARIABLE_METHODS);
        class.constructor.set(Some(new_variable));
        vm.add_getters(&class, VARIABLE_GETTERS);
        vm.add_class_methods(&class, ALIAS);
        class
    })
}

fn token_class(vm: &Vm) -> Rc<Class> {
    vm.cached_class("Token", || {
        let class = vm.native_class("Token", "_contextvars", TOKEN_METHODS);
        class
            .constructor
            .set(Some(|vm, _, _| Err(vm.runtime_error("Tokens can only be created by ContextVars"))));
        vm.add_getters(&class, TOKEN_GETTERS);
        vm.add_class_methods(&class, ALIAS);
        let missing = vm.native_class("Token.MISSING", "builtins", MISSING_METHODS);
        class.dict.set("MISSING", native(&missing, ()));
        class
    })
}

fn context_class(vm: &Vm) -> Rc<Class> {
    vm.cached_class("Context", || {
        let class = vm.native_class("Context", "_contextvars", CONTEXT_METHODS);
        class.constructor.set(Some(|vm, _, args| {
            match args.positional.is_empty() && args.keywords.is_empty() {
                true => Ok(vm.context_value(&Rc::default())),
                false => Err(vm.type_error("Context() does not accept any arguments")),
            }
        }));
        vm.add_frame_methods(&class, &[("run", run)]);
        class.dict.set("__hash__", Value::None);
        class
    })
}

const ALIAS: &[(&str, NativeFn)] = &[("__class_getitem__", |vm, args| {
    let mut args = args.positional.into_iter();
    let (class, key) = (args.next().unwrap_or(Value::None), args.next().unwrap_or(Value::None));
    Ok(new_alias(vm, class, &key))
})];

fn native<T: 'static>(class: &Rc<Class>, body: T) -> Value {
    Value::Native(Rc::new(NativeObject { class: class.clone(), body: Box::new(body) }))
}

/// What the first argument holds.
fn of<T: 'static>(value: &Value) -> Option<&T> {
    match value {
        Value::Native(native) => native.get(),
        _ => None,
    }
}

impl Vm {
    /// A context as an object, the same each time.
    pub fn context_value(&self, context: &Rc<Context>) -> Value {
        if let Some(known) = context.object.borrow().upgrade() {
            return Value::Native(known);
        }
        let object = Rc::new(NativeObject { class: context_class(self), body: Box::new(context.clone()) });
        context.object.replace(Rc::downgrade(&object));
        Value::Native(object)
    }

    /// The context that an argument names.
    ///
    /// # Errors
    /// TypeError where it is neither None nor a context.
    pub fn optional_context(&self, value: Option<Value>) -> PyResult<Option<Rc<Context>>> {
        match value {
            None | Some(Value::None) => Ok(None),
            Some(value) => match of::<Rc<Context>>(&value) {
                Some(context) => Ok(Some(context.clone())),
                None => Err(self.type_error("an instance of Context was expected")),
            },
        }
    }

    fn current_context(&self) -> Rc<Context> {
        self.state.context.borrow().clone()
    }

    /// The context in which a variable is about to be looked up, one variable after the other.
    fn searched_context(&self) -> PyResult<Rc<Context>> {
        let context = self.current_context();
        for _ in 0..context.values.borrow().len() / 32 {
            self.tick()?;
        }
        Ok(context)
    }
}

/// `contextvars.copy_context()`.
fn copy_context(vm: &Vm, args: Args) -> PyResult {
    positional(vm, "_contextvars.copy_context", args, 0, 0)?;
    Ok(vm.context_value(&vm.current_context().copy()))
}

/// `ContextVar(name, *, default=…)`.
fn new_variable(vm: &Vm, class: &Rc<Class>, args: Args) -> PyResult {
    let given = args.positional.len();
    if given != 1 {
        let bound = if given == 0 { "exactly" } else { "at most" };
        let message = format!("ContextVar() takes {bound} 1 positional argument ({given} given)");
        return Err(vm.type_error(&message));
    }
    let [name, default] = args.bind(vm, "ContextVar", "name * default", 1)?;
    match name {
        Some(name) if name.as_str().is_some() => Ok(native(class, Variable { name, default })),
        _ => Err(vm.type_error("context variable name must be a str")),
    }
}

const VARIABLE_METHODS: &[(&str, NativeFn)] =
    &[("get", get), ("set", set), ("reset", reset), ("__repr__", show_variable)];

const VARIABLE_GETTERS: &[(&str, Getter)] =
    &[("name", |_, value| Ok(of::<Variable>(value).map_or(Value::None, |variable| variable.name.clone())))];

/// `var.get(default)`.
fn get(vm: &Vm, args: Args) -> PyResult {
    let (variable, args) = split(vm, "ContextVar.get", args)?;
    let given = positional(vm, "get", args, 0, 1)?.pop();
    let found = vm.searched_context()?.get(&variable).or(given);
    match found.or_else(|| of::<Variable>(&variable)?.default.clone()) {
        Some(value) => Ok(value),
        None => Err(vm.error_with(&vm.exceptions.lookup_error, vec![variable])),
    }
}

/// `var.set(value)`.
fn set(vm: &Vm, args: Args) -> PyResult {
    let (variable, args) = split(vm, "ContextVar.set", args)?;
    let value = positional(vm, "ContextVar.set", args, 1, 1)?.pop();
    let context = vm.searched_context()?;
    let old = context.get(&variable);
    context.set(&variable, value);
    Ok(native(&token_class(vm), Token { variable, context, old, used: Cell::new(false) }))
}

/// `var.reset(token)`.
fn reset(vm: &Vm, args: Args) -> PyResult {
    let (variable, args) = split(vm, "ContextVar.reset", args)?;
    let value = positional(vm, "ContextVar.reset", args, 1, 1)?.pop().unwrap_or(Value::None);
    let Some(token) = of::<Token>(&value) else {
        let given = vm.repr(&value)?;
        return Err(vm.type_error(&format!("expected an instance of Token, got {given}")));
    };
    let context = vm.searched_context()?;
    let refused = if token.used.get() {
        Some((&vm.exceptions.runtime_error, "has already been used once"))
    } else if !token.variable.is(&variable) {
        Some((&vm.exceptions.value_error, "was created by a different ContextVar"))
    } else if !Rc::ptr_eq(&token.context, &context) {
        Some((&vm.exceptions.value_error, "was created in a different Context"))
    } else {
        None
    };
    if let Some((class, reason)) = refused {
        return Err(vm.error(class, &format!("{} {reason}", vm.repr(&value)?)));
    }
    token.used.set(true);
    context.set(&variable, token.old.clone());
    Ok(Value::None)
}

fn show_variable(vm: &Vm, args: Args) -> PyResult {
    let (value, _) = split(vm, "ContextVar.__repr__", args)?;
    let Some(variable) = of::<Variable>(&value) else { return Ok(Value::None) };
    let default = match &variable.default {
        Some(default) => format!(" default={}", vm.repr(default)?),
        None => String::new(),
    };
    let name = vm.repr(&variable.name)?;
    Ok(Value::string(format!("<ContextVar name={name}{default} at {:#x}>", vm.id_of(&value))))
}

const TOKEN_METHODS: &[(&str, NativeFn)] = &[("__repr__", show_token)];

const TOKEN_GETTERS: &[(&str, Getter)] = &[
    ("var", |_, value| Ok(of::<Token>(value).map_or(Value::None, |token| token.variable.clone()))),
    ("old_value", |vm, value| {
        let old = of::<Token>(value).and_then(|token| token.old.clone());
        Ok(old.or_else(|| token_class(vm).dict.get_str(&vm.intern("MISSING"))).unwrap_or(Value::None))
    }),
];

const MISSING_METHODS: &[(&str, NativeFn)] = &[("__repr__", |_, _| Ok(Value::str("<Token.MISSING>")))];

fn show_token(vm: &Vm, args: Args) -> PyResult {
    let (value, _) = split(vm, "Token.__repr__", args)?;
    let Some(token) = of::<Token>(&value) else { return Ok(Value::None) };
    let used = if token.used.get() { " used" } else { "" };
    let variable = vm.repr(&token.variable)?;
    Ok(Value::string(format!("<Token{used} var={variable} at {:#x}>", vm.id_of(&value))))
}

const CONTEXT_METHODS: &[(&str, NativeFn)] = &[
    ("copy", |vm, args| Ok(vm.context_value(&context_of(vm, args)?.0.copy()))),
    ("get", |vm, args| {
        let (context, args) = context_of(vm, args)?;
        let mut args = positional(vm, "get", args, 1, 2)?.into_iter();
        let found = find(vm, &context, &args.next().unwrap_or(Value::None))?;
        Ok(found.or(args.next()).unwrap_or(Value::None))
    }),
    ("keys", |vm, args| parts(vm, args, |(variable, _)| variable)),
    ("values", |vm, args| parts(vm, args, |(_, value)| value)),
    ("items", |vm, args| parts(vm, args, |(variable, value)| Value::tuple(vec![variable, value]))),
    ("__iter__", |vm, args| vm.iter(&parts(vm, args, |(variable, _)| variable)?)),
    ("__len__", |vm, args| Ok(Value::int(context_of(vm, args)?.0.items().len() as i64))),
    ("__contains__", |vm, args| {
        let (context, args) = context_of(vm, args)?;
        let key = positional(vm, "__contains__", args, 1, 1)?.pop().unwrap_or(Value::None);
        Ok(Value::Bool(find(vm, &context, &key)?.is_some()))
    }),
    ("__getitem__", |vm, args| {
        let (context, args) = context_of(vm, args)?;
        let key = positional(vm, "__getitem__", args, 1, 1)?.pop().unwrap_or(Value::None);
        find(vm, &context, &key)?.ok_or_else(|| vm.key_error(key))
    }),
    ("__eq__", equal),
];

fn context_of(vm: &Vm, args: Args) -> PyResult<(Rc<Context>, Args)> {
    let (value, args) = split(vm, "Context", args)?;
    match of::<Rc<Context>>(&value) {
        Some(context) => Ok((context.clone(), args)),
        None => Err(vm.type_error("an instance of Context was expected")),
    }
}

/// `context[key]`.
fn find(vm: &Vm, context: &Context, key: &Value) -> PyResult<Option<Value>> {
    match of::<Variable>(key) {
        Some(_) => Ok(context.get(key)),
        None => Err(vm.type_error(&format!("a ContextVar key was expected, got {}", vm.repr(key)?))),
    }
}

fn parts(vm: &Vm, args: Args, part: fn((Value, Value)) -> Value) -> PyResult {
    Ok(Value::list(context_of(vm, args)?.0.items().into_iter().map(part).collect()))
}

/// The same variables with equal values.
fn equal(vm: &Vm, args: Args) -> PyResult {
    let (one, args) = context_of(vm, args)?;
    let other = args.positional.first().and_then(of::<Rc<Context>>);
    let Some(other) = other else { return Ok(Value::NotImplemented) };
    let items = one.items();
    let mut same = items.len() == other.items().len();
    for (variable, value) in items {
        same = same
            && match other.get(&variable) {
                Some(theirs) => vm.eq(&value, &theirs)?,
                None => false,
            };
    }
    Ok(Value::Bool(same))
}

/// `context.run(callable, *args, **kwargs)`.
fn run(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    let (context, mut args) = context_of(vm, args)?;
    if args.positional.is_empty() {
        return Err(vm.type_error("run() missing 1 required positional argument"));
    }
    let callable = args.positional.remove(0);
    context.check_free(vm)?;
    let current = vm.current_context();
    Ok(Box::new(Inside { context, outer: current, call: Some((callable, args)) }))
}

/// A call in a context that is not the current one.
struct Inside {
    context: Rc<Context>,
    outer: Rc<Context>,
    call: Option<(Value, Args)>,
}

impl NativeFrame for Inside {
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep {
        if let Some((callable, args)) = self.call.take() {
            self.context.entered.set(true);
            vm.state.context.replace(self.context.clone());
            return NativeStep::Call(callable, args);
        }
        self.context.entered.set(false);
        vm.state.context.replace(self.outer.clone());
        match input {
            Input::Returned(value) | Input::Yielded(value) => NativeStep::Return(value),
            Input::Raised(error) => NativeStep::Raise(error),
            Input::Start | Input::Continue => NativeStep::Return(Value::None),
        }
    }
}
