//! The modules of the library that are written in Python and carried inside.
//!
//! A module is compiled when it is first imported, by the compiler that programs go through, and runs in a
//! namespace of its own. Its frames are not the user's: tracebacks and events do not tell of them. What needs
//! speed or the machine's inside comes from a native module whose name starts with an underscore.

use std::cell::RefCell;
use std::rc::Rc;

use ruff_python_ast::{ModModule, Stmt};
use ruff_python_parser::Parsed;

use super::code::{Code, Source};
use super::objects::{Dict, PyResult, Str, Value};
use super::vm::Vm;
use super::vm::frame::Frame;
use super::{compile, syntax};

macro_rules! modules {
    ($($path:literal: $file:literal;)*) => {
        /// Each module's path, file and text.
        const MODULES: &[(&str, &str, &str)] = &[$(($path, $file, include_str!($file))),*];
    };
}

modules! {
    "_builtins": "_builtins.py";
    "abc": "abc.py";
    "argparse": "argparse.py";
    "asyncio.threads": "asyncio_threads.py";
    "atexit": "atexit.py";
    "base64": "base64.py";
    "binascii": "binascii.py";
    "bisect": "bisect.py";
    "calendar": "calendar.py";
    "cmath": "cmath.py";
    "collections": "collections.py";
    "collections.abc": "collections_abc.py";
    "concurrent": "concurrent.py";
    "concurrent.futures": "concurrent_futures.py";
    "contextlib": "contextlib.py";
    "copy": "copy.py";
    "csv": "csv.py";
    "dataclasses": "dataclasses.py";
    "datetime": "datetime.py";
    "decimal": "decimal.py";
    "enum": "enum.py";
    "errno": "errno.py";
    "fnmatch": "fnmatch.py";
    "fractions": "fractions.py";
    "functools": "functools.py";
    "gc": "gc.py";
    "graphlib": "graphlib.py";
    "hashlib": "hashlib.py";
    "heapq": "heapq.py";
    "hmac": "hmac.py";
    "html": "html.py";
    "http": "http.py";
    "importlib": "importlib.py";
    "inspect": "inspect.py";
    "io": "io.py";
    "itertools": "itertools.py";
    "json": "json.py";
    "keyword": "keyword.py";
    "logging": "logging.py";
    "logging.config": "logging_config.py";
    "logging.handlers": "logging_handlers.py";
    "numbers": "numbers.py";
    "operator": "operator.py";
    "os": "os.py";
    "os.path": "os_path.py";
    "pathlib": "pathlib.py";
    "platform": "platform.py";
    "pprint": "pprint.py";
    "queue": "queue.py";
    "re": "re.py";
    "sched": "sched.py";
    "secrets": "secrets.py";
    "shlex": "shlex.py";
    "shutil": "shutil.py";
    "signal": "signal.py";
    "statistics": "statistics.py";
    "string": "string.py";
    "struct": "struct.py";
    "sys": "sys.py";
    "tempfile": "tempfile.py";
    "textwrap": "textwrap.py";
    "threading": "threading.py";
    "time": "time.py";
    "timeit": "timeit.py";
    "traceback": "traceback.py";
    "types": "types.py";
    "typing": "typing.py";
    "unittest": "unittest.py";
    "unittest.mock": "unittest_mock.py";
    "urllib": "urllib.py";
    "urllib.parse": "urllib_parse.py";
    "uuid": "uuid.py";
    "warnings": "warnings.py";
    "weakref": "weakref.py";
    "zoneinfo": "zoneinfo.py";
}

thread_local! {
    /// What is compiled already: a page runs a program again and again.
    static COMPILED: RefCell<Vec<(&'static str, Rc<Code>)>> = const { RefCell::new(Vec::new()) };
}

/// The compiled module of that path, if the library has it.
///
/// # Errors
/// SyntaxError where it does not compile.
pub fn code(vm: &Vm, path: &str) -> PyResult<Option<Rc<Code>>> {
    let Some(&(path, file, text)) = MODULES.iter().find(|(known, ..)| *known == path) else {
        return Ok(None);
    };
    let known = COMPILED.with_borrow(|all| all.iter().find(|(known, _)| *known == path).cloned());
    if let Some((_, code)) = known {
        return Ok(Some(code));
    }
    let code = compile_text(vm, text, file)?;
    COMPILED.with_borrow_mut(|all| all.push((path, code.clone())));
    Ok(Some(code))
}

/// Whether the library has modules inside that one.
pub fn is_package(path: &str) -> bool {
    MODULES.iter().any(|(known, ..)| known.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')))
}

/// A built-in name that few programs use, and that the library makes when one does.
///
/// # Errors
/// What making it raises.
pub fn rare_builtin(vm: &Vm, name: &Str) -> PyResult<Option<Value>> {
    let path = match name.as_str() {
        "complex" | "bytearray" | "memoryview" => "_builtins",
        "open" => "io",
        _ => return Ok(None),
    };
    let module = vm.import(path, 0)?;
    vm.get_attr(&module, name).map(Some)
}

/// The names of all modules that no other contains.
pub fn names() -> impl Iterator<Item = &'static str> {
    MODULES.iter().map(|&(path, ..)| path).filter(|path| !path.contains(['.', '_']))
}

/// Compile a text as code of the library.
///
/// # Errors
/// SyntaxError where it does not compile.
pub fn compile_text(vm: &Vm, text: &str, file: &'static str) -> PyResult<Rc<Code>> {
    let parsed = parse(vm, text, file)?;
    Ok(compile::compile(parsed.syntax(), Rc::new(Source::new(text, file))))
}

/// Compile what `exec` is given, or the expression that `eval` is given, which the code then returns.
///
/// # Errors
/// SyntaxError where it does not compile.
pub fn compile_string(vm: &Vm, text: &str, is_expression: bool) -> PyResult<Rc<Code>> {
    let file = "<string>";
    if !is_expression {
        return compile_text(vm, text, file);
    }
    let text = text.trim_start_matches([' ', '\t']);
    let parsed = parse(vm, text, file)?;
    match parsed.syntax().body.as_slice() {
        [Stmt::Expr(only)] => Ok(compile::compile_expression(&only.value, Rc::new(Source::new(text, file)))),
        _ => Err(vm.error(&vm.exceptions.syntax_error, &format!("invalid syntax ({file}, line 1)"))),
    }
}

fn parse(vm: &Vm, text: &str, file: &str) -> PyResult<Parsed<ModModule>> {
    syntax::parse(text).map_err(|error| {
        let message = format!("{} ({file}, line {})", error.message, error.line);
        vm.error(&vm.exceptions.syntax_error, &message)
    })
}

/// Run a compiled module in that namespace.
///
/// # Errors
/// What it raises.
pub fn execute(vm: &Vm, code: Rc<Code>, namespace: Rc<Dict>) -> PyResult<Value> {
    let mut frame = Box::new(Frame::new(code, namespace.clone()));
    frame.handled_below = vm.handled.borrow().len();
    frame.namespace = Some(namespace);
    vm.run_frame(frame)
}
