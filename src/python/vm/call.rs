//! Calls: what can be called, and how arguments meet parameters.

use std::rc::Rc;

use super::Vm;
use super::frame::{Activation, Active, Body, Frame, OnExit, Stop};
use super::interpreter::Signal;
use crate::python::code::CodeKind;
use crate::python::objects::{
    Args, BuiltinKind, Class, Dict, Function, Layout, Method, Object, Payload, Property, PyResult, Value,
    unexpected_keyword,
};

/// What calling something leads to.
pub enum Begun {
    /// It is done.
    Value(Value),
    /// A frame must run.
    Frame(Active),
}

impl Vm {
    /// Call something and wait for its result. Not for calls that may have to pause.
    ///
    /// # Errors
    /// What it raises.
    pub fn call(&self, callable: &Value, args: Args) -> PyResult {
        match self.begin_call(callable.clone(), args)? {
            Begun::Value(value) => Ok(value),
            Begun::Frame(active) => self.finish_call(active),
        }
    }

    /// Run the frame of a call that has begun to its end.
    ///
    /// # Errors
    /// What it raises.
    pub fn finish_call(&self, active: Active) -> PyResult {
        let on_exit = active.on_exit;
        let mut activation = Activation::new(active.body);
        match self.run_to_end(&mut activation, Signal::Start) {
            Stop::Return(value) | Stop::Yield(value) => match on_exit {
                OnExit::Instance(instance) => self.check_init(value, instance),
                _ => Ok(value),
            },
            Stop::Raise(error) => Err(error),
            Stop::Paused => Ok(Value::None),
        }
    }

    fn check_init(&self, value: Value, instance: Value) -> PyResult {
        match value {
            Value::None => Ok(instance),
            other => {
                let name = self.class_of(&other).name.borrow().to_string();
                Err(self.type_error(&format!("__init__() should return None, not '{name}'")))
            }
        }
    }

    /// `callable(value)`.
    pub fn is_callable(&self, value: &Value) -> bool {
        match value {
            Value::Function(_) | Value::Builtin(_) | Value::Method(_) | Value::Class(_) => true,
            other => self.special(other, "__call__").is_some(),
        }
    }

    /// Call the method of that name.
    ///
    /// # Errors
    /// AttributeError where there is none; what it raises.
    pub fn call_method(&self, object: &Value, name: &str, args: Args) -> PyResult {
        let method = self.get_attr(object, &self.intern(name))?;
        self.call(&method, args)
    }

    fn call_builtin(&self, function: &dyn Fn(&Vm, Args) -> PyResult, args: Args) -> PyResult<Begun> {
        let coroutines = coroutines_of(&args);
        let called = function(self, args);
        called.map(Begun::Value).inspect_err(|error| self.hold(error, coroutines.into_iter()))
    }

    /// Begin a call: built-in functions run at once, Python's get a frame.
    ///
    /// # Errors
    /// TypeError where it cannot be called so; what a built-in function raises.
    pub fn begin_call(&self, callable: Value, mut args: Args) -> PyResult<Begun> {
        match callable {
            Value::Function(function) => {
                let frame = self.bind(&function, args)?;
                Ok(Begun::Frame(Active { body: Body::Python(frame), on_exit: OnExit::Push }))
            }
            Value::Builtin(builtin) => match &builtin.kind {
                BuiltinKind::Plain(function) => match self.asking(&builtin, &args) {
                    Some(body) => Ok(Begun::Frame(Active { body, on_exit: OnExit::Push })),
                    None => {
                        self.charge_call(builtin.name, &args)?;
                        self.call_builtin(function, args)
                    }
                },
                BuiltinKind::Closure(function) => self.call_builtin(function.as_ref(), args),
                BuiltinKind::Frame(function) => {
                    let body = Body::Native(function(self, args)?);
                    Ok(Begun::Frame(Active { body, on_exit: OnExit::Push }))
                }
            },
            Value::Method(method) => {
                args.insert_receiver(method.receiver.clone());
                self.begin_call(method.function.clone(), args)
            }
            Value::Class(class) => self.begin_construct(&class, args),
            Value::Property(property) => match &*property {
                Property::Static(function) => self.begin_call(function.clone(), args),
                _ => Err(self.not_callable(&Value::Property(property))),
            },
            Value::Object(_) | Value::Native(_) => match self.special(&callable, "__call__") {
                Some(call) => {
                    self.enter_native()?;
                    let begun = self.begin_call(call, args);
                    self.leave_native();
                    begun
                }
                None => Err(self.not_callable(&callable)),
            },
            other => Err(self.not_callable(&other)),
        }
    }

    fn not_callable(&self, value: &Value) -> crate::python::objects::Raised {
        self.object_error(value, "is not callable")
    }

    /// `cls(...)`: `type.__call__`, or the metaclass's own.
    fn begin_construct(&self, class: &Rc<Class>, mut args: Args) -> PyResult<Begun> {
        if let Some(meta) = &class.metaclass
            && let Some((call, true)) = meta.lookup_with_owner(&self.names.call)
        {
            args.insert_receiver(Value::Class(class.clone()));
            return self.begin_call(call, args);
        }
        self.begin_type_call(class, args)
    }

    /// `type.__call__(cls, ...)`: `__new__`, then `__init__`.
    ///
    /// # Errors
    /// What they raise.
    pub fn begin_type_call(&self, class: &Rc<Class>, args: Args) -> PyResult<Begun> {
        if !class.is_user {
            if let Some(body) = self.collecting(class, &args) {
                return Ok(Begun::Frame(Active { body, on_exit: OnExit::Push }));
            }
            self.charge_call(class.name.borrow().as_str(), &args)?;
            return match class.constructor.get() {
                Some(constructor) => Ok(Begun::Value(constructor(self, class, args)?)),
                None => {
                    let name = class.full_name();
                    Err(self.type_error(&format!("cannot create '{name}' instances")))
                }
            };
        }
        let is_native = class.layout == Layout::Native;
        let init = class.lookup_with_owner(&self.names.init).filter(|(_, is_user)| *is_user || is_native);
        let instance = match class.lookup_with_owner(&self.names.new) {
            Some((new, true)) => {
                let new = match &new {
                    Value::Property(property) => match &**property {
                        Property::Static(function) => function.clone(),
                        _ => new.clone(),
                    },
                    _ => new.clone(),
                };
                let mut with_class = args.clone();
                with_class.insert_receiver(Value::Class(class.clone()));
                let instance = self.call(&new, with_class)?;
                if !self.class_of(&instance).is_subclass(class) {
                    return Ok(Begun::Value(instance));
                }
                instance
            }
            _ => self.allocate(class, &args, init.is_some())?,
        };
        let Some((init, _)) = init else { return Ok(Begun::Value(instance)) };
        let mut with_self = args;
        with_self.insert_receiver(instance.clone());
        match self.begin_call(init, with_self)? {
            Begun::Frame(active) => {
                Ok(Begun::Frame(Active { body: active.body, on_exit: OnExit::Instance(instance) }))
            }
            Begun::Value(value) => Ok(Begun::Value(self.check_init(value, instance)?)),
        }
    }

    /// `object.__new__`, or the `__new__` of the built-in type at the bottom of the class.
    ///
    /// # Errors
    /// TypeError for arguments that nobody takes; what the built-in constructor raises.
    pub fn allocate(&self, class: &Rc<Class>, args: &Args, has_init: bool) -> PyResult {
        use crate::python::objects::ExceptionState;
        if class.is_subclass(&self.types.type_) {
            return crate::python::builtins::type_type::construct(self, class, args.clone());
        }
        self.check_abstract(class)?;
        let payload = match class.layout {
            Layout::Exception => Payload::Exception(ExceptionState::new(args.positional.clone())),
            Layout::Value => Payload::Value(self.allocate_inner(class, args, has_init)?),
            Layout::Native => Payload::Native(Default::default()),
            _ => {
                let is_empty = args.positional.is_empty() && args.keywords.is_empty();
                let has_new = class.lookup_with_owner(&self.names.new).is_some_and(|(_, is_user)| is_user);
                if !is_empty && !has_init && !has_new {
                    let name = class.name.borrow().to_string();
                    return Err(self.type_error(&format!("{name}() takes no arguments")));
                }
                Payload::None
            }
        };
        Ok(Value::Object(self.new_object(class, payload)))
    }

    /// The value inside an instance of a class that derives from int, str, list, …
    fn allocate_inner(&self, class: &Rc<Class>, args: &Args, has_init: bool) -> PyResult {
        let Some(base) =
            class.ancestors.iter().find(|class| !class.is_user && class.constructor.get().is_some())
        else {
            return Ok(Value::None);
        };
        let Some(constructor) = base.constructor.get() else { return Ok(Value::None) };
        let types = &self.types;
        let is_mutable =
            [&types.list, &types.dict, &types.set].into_iter().any(|class| Rc::ptr_eq(class, base));
        let args = if is_mutable && has_init { Args::none() } else { args.clone() };
        constructor(self, base, args)
    }

    /// An instance with no attributes yet.
    pub fn new_object(&self, class: &Rc<Class>, payload: Payload) -> Rc<Object> {
        let object = Rc::new(Object {
            class: std::cell::RefCell::new(class.clone()),
            dict: Rc::new(Dict::new()),
            payload,
            is_finalized: false,
            watchers: Default::default(),
        });
        self.heap.note(&object.dict);
        object
    }

    /// A frame for the function, with its arguments in place.
    fn bind(&self, function: &Rc<Function>, args: Args) -> PyResult<Box<Frame>> {
        let mut frame = self.frame_of(function);
        if args.keywords.is_empty() && function.code.parameters.are_plain(args.positional.len()) {
            for (local, value) in frame.locals.iter_mut().zip(args.positional) {
                *local = Some(value);
            }
        } else {
            self.bind_all(function, &mut frame, args)?;
        }
        Ok(frame)
    }

    /// A frame for the function, without its arguments.
    pub(super) fn frame_of(&self, function: &Function) -> Box<Frame> {
        let code = &function.code;
        let mut frame = Box::new(Frame::new(code.clone(), function.globals.clone()));
        frame.handled_below = self.handled.borrow().len();
        if code.kind != CodeKind::Plain && *function.qualname.borrow() != code.qualname {
            let names = (function.name.borrow().clone(), function.qualname.borrow().clone());
            frame.renamed = Some(Box::new(names));
        }
        for (slot, cell) in code.free.iter().zip(&function.closure) {
            frame.locals[*slot as usize] = Some(Value::Cell(cell.clone()));
        }
        if code.is_namespace {
            frame.namespace = Some(Rc::new(Dict::new()));
        }
        frame
    }

    fn bind_all(&self, function: &Function, frame: &mut Frame, args: Args) -> PyResult<()> {
        let parameters = &function.code.parameters;
        let (positional, all) = (parameters.positional, parameters.positional + parameters.keyword_only);
        let given = args.positional.len();
        let mut rest = args.positional.into_iter();
        for (local, value) in frame.locals.iter_mut().take(positional).zip(rest.by_ref()) {
            *local = Some(value);
        }
        let extra: Vec<Value> = rest.collect();
        let mut others = Dict::new();
        let mut wrongly_positional = Vec::new();
        for (name, value) in args.keywords {
            let place = function.code.variables[..all].iter().position(|parameter| *parameter == name);
            match place {
                Some(place) if place >= parameters.positional_only => {
                    if frame.locals[place].replace(value).is_some() {
                        return Err(self.argument_error(
                            function,
                            &format!("got multiple values for argument '{name}'"),
                        ));
                    }
                }
                _ if parameters.varkwargs => others.set_str(&name, value),
                Some(_) => wrongly_positional.push(name),
                None => {
                    let known = &function.code.variables[parameters.positional_only..all];
                    let function = function.qualname.borrow();
                    return Err(self.type_error(&unexpected_keyword(
                        function.as_str(),
                        name.as_str(),
                        known,
                    )));
                }
            }
        }
        if !wrongly_positional.is_empty() {
            let names = wrongly_positional.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(", ");
            let message =
                format!("got some positional-only arguments passed as keyword arguments: '{names}'");
            return Err(self.argument_error(function, &message));
        }
        if !extra.is_empty() && !parameters.varargs {
            return Err(self.too_many_positional(function, frame, given));
        }
        self.fill_defaults(function, frame)?;
        if parameters.varargs {
            frame.locals[all] = Some(Value::tuple(extra));
        }
        if parameters.varkwargs {
            let place = all + usize::from(parameters.varargs);
            frame.locals[place] = Some(Value::dict(std::mem::take(&mut others)));
        }
        Ok(())
    }

    fn fill_defaults(&self, function: &Function, frame: &mut Frame) -> PyResult<()> {
        let parameters = &function.code.parameters;
        let names = &function.code.variables;
        let defaults = function.defaults.borrow();
        let first_default = parameters.positional.saturating_sub(defaults.len());
        let mut missing = Vec::new();
        let variables = frame.locals.iter_mut().zip(names).enumerate();
        for (place, (local, name)) in variables.take(parameters.positional) {
            if local.is_none() {
                match place.checked_sub(first_default).and_then(|place| defaults.get(place)) {
                    Some(value) => *local = Some(value.clone()),
                    None => missing.push(name.as_str()),
                }
            }
        }
        if !missing.is_empty() {
            return Err(self.missing_arguments(function, "positional", &missing));
        }
        let keyword_defaults = function.keyword_defaults.borrow();
        let variables = frame.locals.iter_mut().zip(names).skip(parameters.positional);
        for (local, name) in variables.take(parameters.keyword_only) {
            if local.is_none() {
                match keyword_defaults.iter().find(|(known, _)| known == name) {
                    Some((_, value)) => *local = Some(value.clone()),
                    None => missing.push(name.as_str()),
                }
            }
        }
        match missing.is_empty() {
            true => Ok(()),
            false => Err(self.missing_arguments(function, "keyword-only", &missing)),
        }
    }

    fn argument_error(&self, function: &Function, message: &str) -> crate::python::objects::Raised {
        self.type_error(&format!("{}() {message}", function.qualname.borrow()))
    }

    fn missing_arguments(
        &self,
        function: &Function,
        kind: &str,
        names: &[&str],
    ) -> crate::python::objects::Raised {
        let plural = if names.len() == 1 { "" } else { "s" };
        let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
        let listed = match quoted.as_slice() {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [first @ .., last] => format!("{}, and {last}", first.join(", ")),
            [] => String::new(),
        };
        self.argument_error(
            function,
            &format!("missing {} required {kind} argument{plural}: {listed}", names.len()),
        )
    }

    fn too_many_positional(
        &self,
        function: &Function,
        frame: &Frame,
        given: usize,
    ) -> crate::python::objects::Raised {
        let parameters = &function.code.parameters;
        let count = parameters.positional;
        let defaults = function.defaults.borrow().len();
        let takes = match defaults {
            0 => count.to_string(),
            _ => format!("from {} to {count}", count - defaults.min(count)),
        };
        let plural = if count == 1 && defaults == 0 { "" } else { "s" };
        let keyword_only = frame.locals[count..count + parameters.keyword_only].iter().flatten().count();
        let (given, were) = match keyword_only {
            0 => (given.to_string(), if given == 1 { "was" } else { "were" }),
            _ => {
                let (p, k) = (if given == 1 { "" } else { "s" }, if keyword_only == 1 { "" } else { "s" });
                (
                    format!("{given} positional argument{p} (and {keyword_only} keyword-only argument{k})"),
                    "were",
                )
            }
        };
        self.argument_error(
            function,
            &format!("takes {takes} positional argument{plural} but {given} {were} given"),
        )
    }

    /// A function bound to its first argument.
    pub fn bound(&self, function: Value, receiver: Value) -> Value {
        Value::Method(Rc::new(Method { function, receiver }))
    }
}

/// The arguments of a built-in function with coroutines in them: where it fails, its frame would hold
/// them. CPython lets go of the last first.
fn coroutines_of(args: &Args) -> Vec<Value> {
    let has_coroutines = |value: &&Value| match value {
        Value::List(list) => list.0.borrow().first().is_some_and(is_coroutine),
        value => is_coroutine(value),
    };
    args.positional.iter().rev().filter(has_coroutines).cloned().collect()
}

fn is_coroutine(value: &Value) -> bool {
    match value {
        Value::Coroutine(_) => true,
        Value::Generator(generator) => generator.is_coroutine(),
        _ => false,
    }
}
