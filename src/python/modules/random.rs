//! The module `random`. Its functions are the methods of one hidden `Random`, as in CPython, and give
//! the same numbers for the same seed.

mod choosing;
mod distributions;
mod twister;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use sha2::Digest;

use crate::python::builtins::receiver::{clamped_index, positional, type_name, unwrap};
use crate::python::builtins::{float, int};
use crate::python::objects::{Args, Builtin, BuiltinKind, Class, NativeFn, NativeObject, PyResult, Value};
use crate::python::vm::Vm;
use twister::Twister;

/// What a `Random` object has.
pub struct Generator {
    twister: RefCell<Twister>,
    /// `gauss` makes two numbers at a time.
    gauss_next: Cell<Option<f64>>,
}

impl Generator {
    fn new(seed: &BigInt) -> Self {
        Self { twister: RefCell::new(Twister::new(seed)), gauss_next: Cell::new(None) }
    }

    fn seed(&self, seed: &BigInt) {
        self.twister.replace(Twister::new(seed));
        self.gauss_next.set(None);
    }

    /// `random()`.
    fn random(&self) -> f64 {
        self.twister.borrow_mut().float()
    }

    /// `_randbelow(limit)`.
    fn below(&self, limit: usize) -> usize {
        self.twister.borrow_mut().below(limit as u64) as usize
    }
}

const METHODS: &[(&str, NativeFn)] = &[
    ("seed", seed),
    ("random", random),
    ("getrandbits", get_bits),
    ("randbytes", random_bytes),
    ("randrange", random_range),
    ("randint", random_int),
    ("getstate", get_state),
    ("setstate", set_state),
];

/// The names in the module.
///
/// # Errors
/// None.
pub fn contents(vm: &Vm) -> PyResult<Vec<(&'static str, Value)>> {
    let groups = [METHODS, choosing::METHODS, distributions::METHODS];
    let class = vm.native_class("Random", "random", &[]);
    class.constructor.set(Some(construct));
    for methods in groups {
        vm.add_methods(&class, methods);
    }
    let hidden = make(&class, &first_seed(vm));
    let mut names = vec![("Random", Value::Class(class))];
    for &(name, function) in groups.into_iter().flatten() {
        let method = Builtin { name, kind: BuiltinKind::Plain(function), binds: true };
        names.push((name, vm.bound(Value::Builtin(Rc::new(method)), hidden.clone())));
    }
    Ok(names)
}

fn make(class: &Rc<Class>, seed: &BigInt) -> Value {
    let body = Box::new(Generator::new(seed));
    Value::Native(Rc::new(NativeObject { class: class.clone(), body }))
}

/// Where no seed is given, the scenario's counts: a run can be repeated.
fn first_seed(vm: &Vm) -> BigInt {
    BigInt::from(vm.random_seed.unwrap_or(0))
}

/// `Random(seed=None)`.
fn construct(vm: &Vm, class: &Rc<Class>, args: Args) -> PyResult {
    let [seed] = args.bind(vm, "Random", "x", 0)?;
    Ok(make(class, &seed_of(vm, seed.as_ref())?))
}

/// Call with the generator that a method is called on, and the other arguments.
fn with_generator(vm: &Vm, mut args: Args, run: impl FnOnce(&Generator, Args) -> PyResult) -> PyResult {
    let receiver = match args.positional.is_empty() {
        true => Value::None,
        false => args.positional.remove(0),
    };
    let generator = match &receiver {
        Value::Native(native) => native.get::<Generator>(),
        _ => None,
    };
    match generator {
        Some(generator) => run(generator, args),
        None => {
            let given = type_name(vm, &receiver);
            Err(vm
                .type_error(&format!("descriptor for 'Random' objects doesn't apply to a '{given}' object")))
        }
    }
}

/// The int that a seed stands for: an int itself, text and bytes with their SHA-512, floats by hash.
fn seed_of(vm: &Vm, seed: Option<&Value>) -> PyResult<BigInt> {
    let from_bytes = |bytes: &[u8]| {
        let mut all = bytes.to_vec();
        all.extend_from_slice(&sha2::Sha512::digest(bytes));
        BigInt::from_bytes_be(Sign::Plus, &all)
    };
    match seed.map(unwrap) {
        None | Some(Value::None) => Ok(first_seed(vm)),
        Some(number @ (Value::Int(..) | Value::BigInt(_) | Value::Bool(_))) => {
            Ok(int::to_big(number).into_owned())
        }
        Some(Value::Str(text)) => Ok(from_bytes(text.as_str().as_bytes())),
        Some(Value::Bytes(bytes)) => Ok(from_bytes(bytes)),
        Some(number @ Value::Float(..)) => Ok(BigInt::from(vm.hash(number)? as u64)),
        Some(_) => Err(
            vm.type_error("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
        ),
    }
}

fn seed(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [seed, _version] = args.bind(vm, "seed", "a version", 0)?;
        generator.seed(&seed_of(vm, seed.as_ref())?);
        Ok(Value::None)
    })
}

/// `(3, words and place, gauss_next)`, as CPython's.
fn get_state(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, _| {
        let words = generator.twister.borrow().state().map(|word| Value::int(i64::from(word))).collect();
        let next = generator.gauss_next.get().map_or(Value::None, Value::float);
        Ok(Value::tuple(vec![Value::int(3), Value::tuple(words), next]))
    })
}

fn set_state(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let wrong = || vm.value_error("state vector must be what getstate() gave");
        let state = args.positional.first().map(|state| vm.collect(state)).transpose()?.unwrap_or_default();
        let [_, words, next] = state.as_slice() else { return Err(wrong()) };
        let words = vm.collect(words)?.into_iter();
        let words: Vec<u32> =
            words.map(|word| vm.index(&word).map(|word| word as u32)).collect::<PyResult<_>>()?;
        generator.twister.replace(Twister::from_state(&words).ok_or_else(wrong)?);
        generator.gauss_next.set(match next {
            Value::Float(next, _) => Some(*next),
            _ => None,
        });
        Ok(Value::None)
    })
}

fn random(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        positional(vm, "Random.random", args, 0, 0)?;
        Ok(Value::float(generator.random()))
    })
}

fn get_bits(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let count = positional(vm, "Random.getrandbits", args, 1, 1)?.pop().unwrap_or(Value::None);
        match u64::try_from(clamped_index(vm, &count)?) {
            Err(_) => Err(vm.value_error("number of bits must be non-negative")),
            Ok(count) => {
                vm.check_size(usize::try_from(count / 8).unwrap_or(usize::MAX))?;
                Ok(Value::big(generator.twister.borrow_mut().big_bits(count)))
            }
        }
    })
}

fn random_bytes(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [count] = args.bind(vm, "Random.randbytes", "n", 1)?;
        let count = clamped_index(vm, &count.unwrap_or(Value::None))?;
        let count =
            usize::try_from(count).map_err(|_| vm.value_error("number of bits must be non-negative"))?;
        vm.check_size(count)?;
        let bits = generator.twister.borrow_mut().big_bits(count as u64 * 8);
        let (_, mut bytes) = bits.to_bytes_le();
        bytes.resize(count, 0);
        Ok(Value::bytes(bytes))
    })
}

/// One of `start, start + step, …` below `stop`; `shown` is the call for the error message.
fn one_of(vm: &Vm, generator: &Generator, range: [&BigInt; 3], shown: &str) -> PyResult {
    let [start, stop, step] = range;
    let width: BigInt = stop - start;
    let count: BigInt = match step.sign() {
        Sign::Plus => (width + step - 1) / step,
        Sign::Minus => (width + step + 1) / step,
        Sign::NoSign => return Err(vm.value_error("zero step for randrange()")),
    };
    match count.sign() {
        Sign::Plus => Ok(Value::big(start + step * generator.twister.borrow_mut().big_below(&count))),
        _ => Err(vm.value_error(&format!("empty range {shown}"))),
    }
}

fn random_range(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [start, stop, step] = args.bind(vm, "Random.randrange", "start stop step", 1)?;
        let number = |value: &Value| Ok(int::to_big(&int::index(vm, value)?).into_owned());
        let start = number(&start.unwrap_or(Value::None))?;
        let stop = stop.filter(|stop| !matches!(stop, Value::None));
        let has_step = step.is_some();
        let step = step.map_or(Ok(BigInt::from(1)), |step| number(&step))?;
        let Some(stop) = stop else {
            if has_step && step != BigInt::from(1) {
                return Err(vm.type_error("Missing a non-None stop argument"));
            }
            return one_of(vm, generator, [&BigInt::default(), &start, &step], "for randrange()");
        };
        let stop = number(&stop)?;
        let shown = match step == BigInt::from(1) {
            true => format!("in randrange({start}, {stop})"),
            false => format!("in randrange({start}, {stop}, {step})"),
        };
        one_of(vm, generator, [&start, &stop, &step], &shown)
    })
}

fn random_int(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [low, high] = args.bind(vm, "Random.randint", "a b", 2)?;
        let number = |value: Option<Value>| {
            Ok(int::to_big(&int::index(vm, &value.unwrap_or(Value::None))?).into_owned())
        };
        let (low, stop) = (number(low)?, number(high)? + 1);
        let shown = format!("in randrange({low}, {stop})");
        one_of(vm, generator, [&low, &stop, &BigInt::from(1)], &shown)
    })
}

/// A float argument, or what it is where it is not given.
fn real(vm: &Vm, value: Option<Value>, otherwise: f64) -> PyResult<f64> {
    value.map_or(Ok(otherwise), |value| float::number(vm, &value))
}
