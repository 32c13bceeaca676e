//! `_sys`: what `library/sys.py` asks of the machine.

use std::rc::Rc;

use crate::python::builtins::receiver::{one, small_index};
use crate::python::objects::{Args, Getter, NativeObject, PyResult, Value};
use crate::python::vm::Vm;

struct Stream {
    is_stderr: bool,
}

const GETTERS: &[(&str, Getter)] = &[
    ("name", |_, value| Ok(Value::str(if is_stderr(value) { "<stderr>" } else { "<stdout>" }))),
    ("encoding", |_, _| Ok(Value::str("utf-8"))),
    ("closed", |_, _| Ok(Value::Bool(false))),
];

fn is_stderr(stream: &Value) -> bool {
    matches!(stream, Value::Native(native) if native.get::<Stream>().is_some_and(|stream| stream.is_stderr))
}

pub fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let class = vm.native_class(
        "TextIOWrapper",
        "_io",
        &[("write", write), ("writelines", write_lines), ("flush", flush), ("isatty", is_a_tty)],
    );
    vm.add_getters(&class, GETTERS);
    let stream = |is_stderr| {
        Value::Native(Rc::new(NativeObject { class: class.clone(), body: Box::new(Stream { is_stderr }) }))
    };
    vec![
        ("argv", Value::list(vec![Value::str("main.py")])),
        ("exit", vm.builtin("exit", exit)),
        ("stdout", stream(false)),
        ("stderr", stream(true)),
        ("modules", Value::Dict(vm.modules.clone())),
        (
            "getrecursionlimit",
            vm.builtin("getrecursionlimit", |vm, _| Ok(Value::int(vm.recursion_limit.get() as i64))),
        ),
        ("setrecursionlimit", vm.builtin("setrecursionlimit", set_recursion_limit)),
        ("exc_info", vm.builtin("exc_info", exc_info)),
        ("exception", vm.builtin("exception", exception)),
        ("getsizeof", vm.builtin("getsizeof", |vm, _| Err(vm.unsupported("sys.getsizeof")))),
    ]
}

/// `sys.setrecursionlimit(limit)`, as far as a page has room for the frames.
fn set_recursion_limit(vm: &Vm, args: Args) -> PyResult {
    const MOST: i64 = 50_000;
    match small_index(vm, &one(vm, "setrecursionlimit", args)?)? {
        ..1 => Err(vm.value_error("recursion limit must be greater or equal than 1")),
        limit => {
            vm.recursion_limit.set(limit.min(MOST) as usize);
            Ok(Value::None)
        }
    }
}

/// What a program has put in the place of `sys.stdout`.
pub fn redirected_stdout(vm: &Vm) -> Option<Value> {
    redirected(vm, "stdout")
}

/// What a program has put in the place of `sys.stdout` or `sys.stderr`.
fn redirected(vm: &Vm, name: &str) -> Option<Value> {
    let Some(Value::Module(module)) = vm.modules.get_str(&vm.intern("sys")) else { return None };
    let stream = module.dict.get_str(&vm.intern(name))?;
    let is_stderr = name == "stderr";
    let is_own = matches!(&stream, Value::Native(native)
        if native.get::<Stream>().is_some_and(|own| own.is_stderr == is_stderr));
    (!is_own).then_some(stream)
}

impl Vm {
    /// What CPython's library writes to `sys.stderr`, be it the program's own.
    pub fn tell_stderr(&self, text: &str) {
        match redirected(self, "stderr") {
            // There is nobody to whom its failure could be told.
            Some(stream) => drop(self.call_method(&stream, "write", Args::one(Value::str(text)))),
            None => self.write_stderr(text),
        }
    }
}

/// `sys.exit(code)`.
fn exit(vm: &Vm, args: Args) -> PyResult {
    let [code] = args.bind(vm, "exit", "status /", 0)?;
    let args = match code {
        None | Some(Value::None) => Vec::new(),
        Some(Value::Tuple(items)) => items.to_vec(),
        Some(code) => vec![code],
    };
    Err(vm.error_with(&vm.exceptions.system_exit, args))
}

fn exc_info(vm: &Vm, _args: Args) -> PyResult {
    let current = vm.handled.borrow().last().cloned();
    Ok(Value::tuple(match current {
        Some(error) => {
            let value = error.value();
            let traceback = vm.traceback_value(&value);
            vec![Value::Class(error.class()), value, traceback]
        }
        None => vec![Value::None; 3],
    }))
}

fn exception(vm: &Vm, _args: Args) -> PyResult {
    let current = vm.handled.borrow().last().cloned();
    Ok(current.map_or(Value::None, |error| error.value()))
}

fn write(vm: &Vm, args: Args) -> PyResult {
    let [stream, text] = args.bind(vm, "write", "self text /", 2)?;
    let text = text.unwrap_or(Value::None);
    let Some(text) = text.as_str() else {
        let name = vm.class_of(&text).name.borrow().to_string();
        return Err(vm.type_error(&format!("write() argument must be str, not {name}")));
    };
    match stream.as_ref().is_some_and(is_stderr) {
        true => vm.write_stderr(text),
        false => vm.write_stdout(text)?,
    }
    Ok(Value::int(text.chars().count() as i64))
}

fn write_lines(vm: &Vm, args: Args) -> PyResult {
    let [stream, lines] = args.bind(vm, "writelines", "self lines /", 2)?;
    let stream = stream.unwrap_or(Value::None);
    for line in vm.collect(&lines.unwrap_or(Value::None))? {
        write(vm, Args::positional(vec![stream.clone(), line]))?;
    }
    Ok(Value::None)
}

fn flush(_vm: &Vm, _args: Args) -> PyResult {
    Ok(Value::None)
}

fn is_a_tty(_vm: &Vm, _args: Args) -> PyResult {
    Ok(Value::Bool(false))
}
