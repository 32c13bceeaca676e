//! `random`: the same numbers as CPython's for the same seed.
//!
//! Every number comes from [`MersenneTwister`], in the order in which CPython's `random.py` takes
//! them, so a program that draws in a certain order draws the same. The module's functions are the
//! methods of one hidden [`Generator`], as in CPython. A generator without a seed starts from the
//! seed of the run: a run is a pure function of the scenario.

mod binomial;
mod distributions;
mod gamma;
mod integers;
mod mersenne_twister;
mod sequences;
mod state;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::signature;
use crate::python::builtins::receiver;
use crate::python::objects::{Args, Class, NativeFn, NativeObject, PyResult, Value};
use crate::python::vm::Vm;
use mersenne_twister::MersenneTwister;

/// What the runs keep for this module.
#[derive(Default)]
pub struct State {
    /// How many generators were made or seeded without a seed.
    unseeded: Cell<u32>,
}

/// What an instance of `random.Random` holds.
struct Generator {
    twister: RefCell<MersenneTwister>,
    /// `gauss` makes two numbers at once: the second waits here.
    gauss_next: Cell<Option<f64>>,
}

impl Generator {
    /// `self.random()`.
    fn random(&self) -> f64 {
        self.twister.borrow_mut().next_f64()
    }
}

/// Its methods, which are the module's functions too.
const METHODS: &[&[(&str, NativeFn)]] =
    &[state::METHODS, integers::METHODS, sequences::METHODS, distributions::METHODS, gamma::METHODS, binomial::METHODS];

/// The names in the module.
///
/// # Errors
/// None; modules may raise while they are made.
pub fn contents(vm: &Vm) -> PyResult<Vec<(&'static str, Value)>> {
    let class = vm.native_class("Random", "random", &[]);
    class.constructor.set(Some(construct));
    let mut names = vec![
        ("Random", Value::Class(class.clone())),
        ("SystemRandom", vm.builtin("SystemRandom", |vm, _| Err(vm.unsupported("random.SystemRandom")))),
    ];
    let hidden = make(vm, &class, &Value::None)?;
    for &(name, function) in METHODS.iter().copied().flatten() {
        vm.add_methods(&class, &[(name, function)]);
        let method = class.lookup(&vm.intern(name)).unwrap_or(Value::None);
        names.push((name, vm.bound(method, hidden.clone())));
    }
    Ok(names)
}

/// `Random(x=None)`.
fn construct(vm: &Vm, class: &Rc<Class>, mut args: Args) -> PyResult {
    args.insert_receiver(Value::None);
    let [_, seed] = signature::bind(vm, "Random.__init__", args, "self x", 1)?;
    make(vm, class, &seed.unwrap_or(Value::None))
}

fn make(vm: &Vm, class: &Rc<Class>, seed: &Value) -> PyResult {
    let twister = RefCell::new(MersenneTwister::new(&state::key(vm, seed, 2)?));
    let generator = Rc::new(Generator { twister, gauss_next: Cell::new(None) });
    Ok(Value::Native(Rc::new(NativeObject { class: class.clone(), body: Box::new(generator) })))
}

/// The arguments of a method that CPython has in Python: see [`signature::bind`]. The first of the
/// parameters is `self`, given as the generator it is.
fn bind<const N: usize>(
    vm: &Vm,
    method: &str,
    args: Args,
    parameters: &str,
    required: usize,
) -> PyResult<(Rc<Generator>, [Option<Value>; N])> {
    let method = format!("Random.{method}");
    let mut bound = signature::bind(vm, &method, args, parameters, required)?;
    let receiver = bound.first_mut().and_then(Option::take).unwrap_or(Value::None);
    Ok((generator(vm, &method, &receiver)?, bound))
}

/// The arguments of a method that CPython has in C, so many of them.
fn split(vm: &Vm, method: &str, args: Args, count: usize) -> PyResult<(Rc<Generator>, Vec<Value>)> {
    let method = format!("Random.{method}");
    let (receiver, args) = receiver::split(vm, &method, args)?;
    let args = receiver::positional(vm, &method, args, count, count)?;
    Ok((generator(vm, &method, &receiver)?, args))
}

fn generator(vm: &Vm, method: &str, receiver: &Value) -> PyResult<Rc<Generator>> {
    let generator = match receiver {
        Value::Native(native) => native.get::<Rc<Generator>>(),
        _ => None,
    };
    generator.cloned().ok_or_else(|| receiver::wrong_receiver(vm, method, receiver))
}
