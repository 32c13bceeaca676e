//! The built-in exception classes, asyncio's among them, and how exceptions are made.

use std::rc::Rc;

use super::Vm;
use super::types::builtin_class;
use crate::python::objects::{Args, Class, ExceptionState, Layout, Payload, PyResult, Raised, Str, Value};

macro_rules! exceptions {
    ($($field:ident: $module:literal $name:literal ($($base:ident),+);)*) => {
        /// The exception classes.
        pub struct Exceptions {
            $(pub $field: Rc<Class>,)*
        }

        impl Exceptions {
            pub fn new(object: &Rc<Class>) -> Self {
                $(let $field = {
                    let bases = [$(exceptions!(@base $base object)),+];
                    builtin_class($name, $module, &bases.map(Rc::clone), Layout::Exception)
                };)*
                $($field.constructor.set(Some(construct));)*
                Self { $($field),* }
            }

            /// All of them, for the module they belong to.
            pub fn all(&self) -> Vec<Rc<Class>> {
                vec![$(self.$field.clone()),*]
            }
        }
    };
    (@base object $object:ident) => { $object };
    (@base $base:ident $object:ident) => { &$base };
}

exceptions! {
    base_exception: "builtins" "BaseException" (object);
    exception: "builtins" "Exception" (base_exception);
    generator_exit: "builtins" "GeneratorExit" (base_exception);
    keyboard_interrupt: "builtins" "KeyboardInterrupt" (base_exception);
    system_exit: "builtins" "SystemExit" (base_exception);
    base_exception_group: "builtins" "BaseExceptionGroup" (base_exception);
    exception_group: "builtins" "ExceptionGroup" (base_exception_group, exception);
    arithmetic_error: "builtins" "ArithmeticError" (exception);
    floating_point_error: "builtins" "FloatingPointError" (arithmetic_error);
    overflow_error: "builtins" "OverflowError" (arithmetic_error);
    zero_division_error: "builtins" "ZeroDivisionError" (arithmetic_error);
    assertion_error: "builtins" "AssertionError" (exception);
    attribute_error: "builtins" "AttributeError" (exception);
    buffer_error: "builtins" "BufferError" (exception);
    eof_error: "builtins" "EOFError" (exception);
    import_error: "builtins" "ImportError" (exception);
    module_not_found_error: "builtins" "ModuleNotFoundError" (import_error);
    lookup_error: "builtins" "LookupError" (exception);
    index_error: "builtins" "IndexError" (lookup_error);
    key_error: "builtins" "KeyError" (lookup_error);
    memory_error: "builtins" "MemoryError" (exception);
    name_error: "builtins" "NameError" (exception);
    unbound_local_error: "builtins" "UnboundLocalError" (name_error);
    os_error: "builtins" "OSError" (exception);
    connection_error: "builtins" "ConnectionError" (os_error);
    broken_pipe_error: "builtins" "BrokenPipeError" (connection_error);
    connection_aborted_error: "builtins" "ConnectionAbortedError" (connection_error);
    connection_refused_error: "builtins" "ConnectionRefusedError" (connection_error);
    connection_reset_error: "builtins" "ConnectionResetError" (connection_error);
    blocking_io_error: "builtins" "BlockingIOError" (os_error);
    child_process_error: "builtins" "ChildProcessError" (os_error);
    file_exists_error: "builtins" "FileExistsError" (os_error);
    file_not_found_error: "builtins" "FileNotFoundError" (os_error);
    interrupted_error: "builtins" "InterruptedError" (os_error);
    is_a_directory_error: "builtins" "IsADirectoryError" (os_error);
    not_a_directory_error: "builtins" "NotADirectoryError" (os_error);
    process_lookup_error: "builtins" "ProcessLookupError" (os_error);
    permission_error: "builtins" "PermissionError" (os_error);
    timeout_error: "builtins" "TimeoutError" (os_error);
    reference_error: "builtins" "ReferenceError" (exception);
    runtime_error: "builtins" "RuntimeError" (exception);
    not_implemented_error: "builtins" "NotImplementedError" (runtime_error);
    recursion_error: "builtins" "RecursionError" (runtime_error);
    stop_iteration: "builtins" "StopIteration" (exception);
    stop_async_iteration: "builtins" "StopAsyncIteration" (exception);
    syntax_error: "builtins" "SyntaxError" (exception);
    indentation_error: "builtins" "IndentationError" (syntax_error);
    system_error: "builtins" "SystemError" (exception);
    type_error: "builtins" "TypeError" (exception);
    value_error: "builtins" "ValueError" (exception);
    unicode_error: "builtins" "UnicodeError" (value_error);
    unicode_decode_error: "builtins" "UnicodeDecodeError" (unicode_error);
    unicode_encode_error: "builtins" "UnicodeEncodeError" (unicode_error);
    warning: "builtins" "Warning" (exception);
    deprecation_warning: "builtins" "DeprecationWarning" (warning);
    pending_deprecation_warning: "builtins" "PendingDeprecationWarning" (warning);
    import_warning: "builtins" "ImportWarning" (warning);
    syntax_warning: "builtins" "SyntaxWarning" (warning);
    unicode_warning: "builtins" "UnicodeWarning" (warning);
    bytes_warning: "builtins" "BytesWarning" (warning);
    encoding_warning: "builtins" "EncodingWarning" (warning);
    future_warning: "builtins" "FutureWarning" (warning);
    runtime_warning: "builtins" "RuntimeWarning" (warning);
    resource_warning: "builtins" "ResourceWarning" (warning);
    user_warning: "builtins" "UserWarning" (warning);
    cancelled_error: "asyncio.exceptions" "CancelledError" (base_exception);
    invalid_state_error: "asyncio.exceptions" "InvalidStateError" (exception);
    broken_barrier_error: "asyncio.exceptions" "BrokenBarrierError" (runtime_error);
    queue_empty: "asyncio.queues" "QueueEmpty" (exception);
    queue_full: "asyncio.queues" "QueueFull" (exception);
    queue_shut_down: "asyncio.queues" "QueueShutDown" (exception);
    incomplete_read_error: "asyncio.exceptions" "IncompleteReadError" (eof_error);
    limit_overrun_error: "asyncio.exceptions" "LimitOverrunError" (exception);
    sendfile_not_available_error: "asyncio.exceptions" "SendfileNotAvailableError" (runtime_error);
    budget_spent: "builtins" "BudgetSpent" (base_exception);
}

/// `BaseException.__new__`: whatever the arguments are, they become `args`.
fn construct(vm: &Vm, class: &Rc<Class>, args: Args) -> PyResult {
    if class.is_subclass(&vm.exceptions.base_exception_group) {
        return vm.new_group(class, args);
    }
    if !args.keywords.is_empty() && !class.is_subclass(&vm.exceptions.import_error) {
        let allowed = ["name", "obj"];
        let is_named =
            class.is_subclass(&vm.exceptions.name_error) || class.is_subclass(&vm.exceptions.attribute_error);
        if !is_named || args.keywords.iter().any(|(name, _)| !allowed.contains(&name.as_str())) {
            return Err(vm.type_error(&format!("{}() takes no keyword arguments", class.name.borrow())));
        }
    }
    let (mut positional, mut class) = (args.positional, class);
    if class.is_subclass(&vm.exceptions.incomplete_read_error) {
        return incomplete_read(vm, class, positional);
    }
    let mut file = None;
    if positional.len() > 1 && class.is_subclass(&vm.exceptions.os_error) {
        class = of_errno(vm, class, &positional[0]);
        file = positional.get(2).cloned();
        positional.truncate(2);
    }
    let object = vm.new_object(class, Payload::Exception(ExceptionState::new(positional)));
    if let Some(file) = file {
        object.dict.set("filename", file);
    }
    for (name, value) in args.keywords {
        object.dict.set_str(&name, value);
    }
    Ok(Value::Object(object))
}

/// `IncompleteReadError(partial, expected)`.
fn incomplete_read(vm: &Vm, class: &Rc<Class>, args: Vec<Value>) -> PyResult {
    let [partial, expected] = args.as_slice() else {
        return Err(vm.type_error("IncompleteReadError.__init__() takes 3 positional arguments"));
    };
    let shown = if matches!(expected, Value::None) { Str::new("undefined") } else { vm.repr(expected)? };
    let message = format!("{} bytes read on a total of {shown} expected bytes", vm.len(partial)?);
    let object = vm.new_object(class, Payload::Exception(ExceptionState::new(vec![Value::string(message)])));
    object.dict.set("partial", partial.clone());
    object.dict.set("expected", expected.clone());
    Ok(Value::Object(object))
}

/// `OSError(errno, …)` is made of the class that stands for that number.
fn of_errno<'a>(vm: &'a Vm, class: &'a Rc<Class>, errno: &Value) -> &'a Rc<Class> {
    let known = &vm.exceptions;
    let Value::Int(errno, _) = errno else { return class };
    if !Rc::ptr_eq(class, &known.os_error) {
        return class;
    }
    match errno {
        1 | 13 => &known.permission_error,
        2 => &known.file_not_found_error,
        3 => &known.process_lookup_error,
        4 => &known.interrupted_error,
        10 => &known.child_process_error,
        11 | 114 | 115 => &known.blocking_io_error,
        17 => &known.file_exists_error,
        20 => &known.not_a_directory_error,
        21 => &known.is_a_directory_error,
        32 | 108 => &known.broken_pipe_error,
        103 => &known.connection_aborted_error,
        104 => &known.connection_reset_error,
        110 => &known.timeout_error,
        111 => &known.connection_refused_error,
        _ => class,
    }
}

impl Vm {
    /// A new exception with `str(error) == message`; without arguments where the message is empty.
    pub fn error(&self, class: &Rc<Class>, message: &str) -> Raised {
        let args = if message.is_empty() { Vec::new() } else { vec![Value::str(message)] };
        self.error_with(class, args)
    }

    /// A new exception with these `args`.
    pub fn error_with(&self, class: &Rc<Class>, args: Vec<Value>) -> Raised {
        let object = self.new_object(class, Payload::Exception(ExceptionState::new(args)));
        match Raised::from_object(&object) {
            Some(error) => error,
            None => unreachable!("its payload is an exception's"),
        }
    }

    pub fn type_error(&self, message: &str) -> Raised {
        self.error(&self.exceptions.type_error, message)
    }

    pub fn value_error(&self, message: &str) -> Raised {
        self.error(&self.exceptions.value_error, message)
    }

    pub fn index_error(&self, message: &str) -> Raised {
        self.error(&self.exceptions.index_error, message)
    }

    pub fn key_error(&self, key: Value) -> Raised {
        self.error_with(&self.exceptions.key_error, vec![key])
    }

    pub fn attribute_error(&self, message: &str) -> Raised {
        self.error(&self.exceptions.attribute_error, message)
    }

    pub fn overflow_error(&self, message: &str) -> Raised {
        self.error(&self.exceptions.overflow_error, message)
    }

    pub fn zero_division_error(&self, message: &str) -> Raised {
        self.error(&self.exceptions.zero_division_error, message)
    }

    pub fn runtime_error(&self, message: &str) -> Raised {
        self.error(&self.exceptions.runtime_error, message)
    }

    pub fn memory_error(&self) -> Raised {
        self.error(&self.exceptions.memory_error, "")
    }

    /// `StopIteration(value)`; without arguments for None.
    pub fn stop_iteration(&self, value: Value) -> Raised {
        let args = if matches!(value, Value::None) { Vec::new() } else { vec![value] };
        self.error_with(&self.exceptions.stop_iteration, args)
    }

    /// What the playground cannot do yet, or never will.
    pub fn unsupported(&self, what: &str) -> Raised {
        self.error(&self.exceptions.not_implemented_error, &format!("the playground does not support {what}"))
    }

    /// The exception that `raise value` raises: an instance, or a class that is called.
    ///
    /// # Errors
    /// TypeError with that message where it is neither; what calling the class raises.
    pub fn exception_of(&self, value: &Value, otherwise: &str) -> PyResult<Raised> {
        if let Some(error) = Raised::from_value(value) {
            return Ok(error);
        }
        if let Value::Class(class) = value
            && class.is_subclass(&self.exceptions.base_exception)
        {
            let made = self.call(value, Args::none())?;
            if let Some(error) = Raised::from_value(&made) {
                return Ok(error);
            }
        }
        Err(self.type_error(otherwise))
    }

    /// Note which exception was being handled when this one was raised, as CPython's
    /// `_PyErr_SetObject` does.
    pub fn set_context(&self, error: &Raised) {
        if error.state().context.borrow().is_none() {
            self.chain(error);
        }
    }

    /// What is raised, or thrown in, has what is handled as its context, whatever it had before.
    pub fn chain(&self, error: &Raised) {
        let current = match self.handled.borrow().last() {
            Some(current) if !current.same(error) => current.clone(),
            _ => return,
        };
        // No cycles: cut the chain where it leads back to the error.
        let mut link = current.clone();
        loop {
            let next = link.state().context.borrow().clone();
            match next {
                Some(next) if next.same(error) => {
                    link.state().context.take();
                    break;
                }
                Some(next) => link = next,
                None => break,
            }
        }
        error.state().context.replace(Some(current));
    }

    /// Whether `except classes` takes the exception.
    ///
    /// # Errors
    /// TypeError where it is no class of exceptions.
    pub fn exception_matches(&self, error: &Value, classes: &Value) -> PyResult<bool> {
        match classes {
            Value::Tuple(items) => {
                for item in items.iter() {
                    if self.exception_matches(error, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Value::Class(class) if class.is_subclass(&self.exceptions.base_exception) => {
                Ok(self.class_of(error).is_subclass(class))
            }
            _ => {
                Err(self.type_error("catching classes that do not inherit from BaseException is not allowed"))
            }
        }
    }

    /// An attribute that exceptions have beside their `__dict__`.
    pub fn exception_attr(&self, error: &Raised, name: &str) -> Option<Value> {
        let state = error.state();
        let optional = |error: &Option<Raised>| error.as_ref().map_or(Value::None, Raised::value);
        let exceptions = &self.exceptions;
        Some(match name {
            "args" => Value::Tuple(error.args()),
            "__cause__" => optional(&state.cause.borrow()),
            "__context__" => optional(&state.context.borrow()),
            "__suppress_context__" => Value::Bool(state.suppress_context.get()),
            "__traceback__" => self.traceback_value(&error.value()),
            "value" if error.is(&exceptions.stop_iteration) => error.first_arg().unwrap_or(Value::None),
            "code" if error.is(&exceptions.system_exit) => match error.args().as_slice() {
                [] => Value::None,
                [one] => one.clone(),
                _ => Value::Tuple(error.args()),
            },
            "errno" if error.is(&exceptions.os_error) => match error.args().as_slice() {
                [errno, _, ..] => errno.clone(),
                _ => Value::None,
            },
            "strerror" if error.is(&exceptions.os_error) => match error.args().as_slice() {
                [_, text, ..] => text.clone(),
                _ => Value::None,
            },
            "filename" if error.is(&exceptions.os_error) => {
                error.args().get(2).cloned().unwrap_or(Value::None)
            }
            "name" if error.is(&exceptions.import_error) || error.is(&exceptions.name_error) => Value::None,
            "name" | "obj" if error.is(&exceptions.attribute_error) => Value::None,
            "message" if error.is(&exceptions.base_exception_group) => {
                error.first_arg().unwrap_or(Value::None)
            }
            "exceptions" if error.is(&exceptions.base_exception_group) => match error.args().get(1) {
                Some(Value::List(list)) => Value::tuple(list.0.borrow().clone()),
                Some(other) => other.clone(),
                None => Value::None,
            },
            _ => return None,
        })
    }

    /// Set one of those; false where the name is not among them.
    ///
    /// # Errors
    /// TypeError for a cause or context that is no exception.
    pub fn set_exception_attr(&self, error: &Raised, name: &str, value: &Value) -> PyResult<bool> {
        let state = error.state();
        let other = |what: &str| match value {
            Value::None => Ok(None),
            value => self
                .exception_of(value, &format!("exception {what} must be None or derive from BaseException"))
                .map(Some),
        };
        match name {
            "args" => {
                let items = self.collect(value)?;
                state.args.replace(Rc::new(items.into()));
            }
            "__cause__" => {
                state.cause.replace(other("cause")?);
                state.suppress_context.set(true);
            }
            "__context__" => drop(state.context.replace(other("context")?)),
            "__suppress_context__" => state.suppress_context.set(self.truth(value)?),
            "__traceback__" => self.set_traceback_value(error, value),
            _ => return Ok(false),
        }
        Ok(true)
    }
}
