//! `time`, on the run's virtual clock.

use std::rc::Rc;

use crate::python::objects::{Args, Builtin, BuiltinKind, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::frame::{Input, NativeFrame, NativeStep};
use crate::python::vm::threads::Condition;
use crate::trace::{EventKind, Wait};

/// What `time.time()` says at the start: 2024-01-01 00:00:00 UTC.
const EPOCH: f64 = 1_704_067_200.0;

pub fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let sleep = Builtin { name: "sleep", kind: BuiltinKind::Frame(sleep), binds: false };
    vec![
        ("sleep", Value::Builtin(Rc::new(sleep))),
        ("time", vm.builtin("time", |vm, _| Ok(Value::float(EPOCH + vm.now())))),
        ("monotonic", vm.builtin("monotonic", |vm, _| Ok(Value::float(vm.now())))),
        ("perf_counter", vm.builtin("perf_counter", |vm, _| Ok(Value::float(vm.now())))),
        ("process_time", vm.builtin("process_time", |_, _| Ok(Value::float(0.0)))),
        ("thread_time", vm.builtin("thread_time", |_, _| Ok(Value::float(0.0)))),
        ("time_ns", vm.builtin("time_ns", |vm, _| Ok(nanoseconds(EPOCH + vm.now())))),
        ("monotonic_ns", vm.builtin("monotonic_ns", |vm, _| Ok(nanoseconds(vm.now())))),
        ("perf_counter_ns", vm.builtin("perf_counter_ns", |vm, _| Ok(nanoseconds(vm.now())))),
        ("strftime", vm.builtin("strftime", strftime)),
        ("ctime", vm.builtin("ctime", ctime)),
        ("timezone", Value::int(0)),
    ]
}

fn nanoseconds(seconds: f64) -> Value {
    Value::int((seconds * 1e9).round_ties_even() as i64)
}

/// `time.sleep(seconds)`: holds the thread, and with it the event loop; other threads get their turn.
fn sleep(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    let [seconds] = args.bind(vm, "sleep", "seconds /", 1)?;
    let seconds = seconds.unwrap_or(Value::None);
    let length = match &seconds {
        Value::Int(..) | Value::Float(..) | Value::Bool(_) | Value::BigInt(_) => vm.to_float(&seconds)?,
        other => {
            let name = vm.class_of(other).name.borrow().to_string();
            let message = format!("'<' not supported between instances of '{name}' and 'int'");
            return Err(vm.type_error(&message));
        }
    };
    if length.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    vm.note_block(length, &seconds)?;
    if length < 0.0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    Ok(Box::new(Sleep { seconds: length, origin: origin_of(&seconds) }))
}

struct Sleep {
    seconds: f64,
    origin: Option<u32>,
}

impl NativeFrame for Sleep {
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep {
        let Self { seconds, origin } = *self;
        match input {
            Input::Raised(error) => NativeStep::Raise(error),
            Input::Start => {
                vm.park(Some(vm.now() + seconds), Condition::Never, Some(Wait::Sleep { seconds, origin }))
            }
            _ => NativeStep::Return(Value::None),
        }
    }
}

impl Vm {
    /// Only the main thread's sleeps are told of as such: others hold up nobody.
    fn note_block(&self, seconds: f64, written: &Value) -> PyResult<()> {
        if !self.is_main_thread() {
            return Ok(());
        }
        let text = self.repr(written)?;
        let origin = origin_of(written);
        let (task, line) = (self.runtime().current_task_id(), Some(self.current_line()));
        self.recorder.note(self.now(), |trace| EventKind::Block {
            task,
            seconds,
            written: trace.intern(text.as_str()),
            line,
            origin,
        });
        Ok(())
    }
}

/// The place of the literal that a number comes from.
pub fn origin_of(number: &Value) -> Option<u32> {
    match number {
        Value::Int(_, origin) | Value::Float(_, origin) => origin.offset(),
        _ => None,
    }
}

/// A moment's parts in UTC.
struct Moment {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    /// From Monday, 0.
    weekday: i64,
}

impl Moment {
    /// From seconds since 1970, by the civil calendar.
    fn of(seconds: f64) -> Self {
        let seconds = seconds.floor() as i64;
        let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        Self {
            year: year_of_era + era * 400 + i64::from(month <= 2),
            month,
            day: day_of_year - (153 * shifted_month + 2) / 5 + 1,
            hour: rest / 3600,
            minute: rest / 60 % 60,
            second: rest % 60,
            weekday: (days + 3).rem_euclid(7),
        }
    }

    fn field(&self, code: char) -> Option<String> {
        Some(match code {
            'Y' => self.year.to_string(),
            'm' => format!("{:02}", self.month),
            'd' => format!("{:02}", self.day),
            'H' => format!("{:02}", self.hour),
            'I' => format!("{:02}", (self.hour + 11) % 12 + 1),
            'M' => format!("{:02}", self.minute),
            'S' => format!("{:02}", self.second),
            'p' => if self.hour < 12 { "AM" } else { "PM" }.to_owned(),
            'y' => format!("{:02}", self.year.rem_euclid(100)),
            'a' => self.weekday_name()[..3].to_owned(),
            'A' => self.weekday_name().to_owned(),
            'b' => self.month_name()[..3].to_owned(),
            'B' => self.month_name().to_owned(),
            'X' | 'T' => format!("{:02}:{:02}:{:02}", self.hour, self.minute, self.second),
            'x' | 'D' => format!("{:02}/{:02}/{:02}", self.month, self.day, self.year.rem_euclid(100)),
            'F' => format!("{}-{:02}-{:02}", self.year, self.month, self.day),
            'c' => self.ctime(),
            'Z' => "UTC".to_owned(),
            'z' => "+0000".to_owned(),
            '%' => "%".to_owned(),
            _ => return None,
        })
    }

    fn ctime(&self) -> String {
        let (day, month) = (&self.weekday_name()[..3], &self.month_name()[..3]);
        let Self { day: date, hour, minute, second, year, .. } = self;
        format!("{day} {month} {date:2} {hour:02}:{minute:02}:{second:02} {year}")
    }

    fn weekday_name(&self) -> &'static str {
        const NAMES: [&str; 7] =
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        NAMES[self.weekday.rem_euclid(7) as usize]
    }

    fn month_name(&self) -> &'static str {
        const NAMES: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        NAMES[(self.month - 1).rem_euclid(12) as usize]
    }
}

/// `time.strftime(format)`, for now.
fn strftime(vm: &Vm, args: Args) -> PyResult {
    let [format, moment] = args.bind(vm, "strftime", "format t /", 1)?;
    if moment.is_some() {
        return Err(vm.unsupported("time.strftime with a time tuple"));
    }
    let format = format.unwrap_or(Value::None);
    let Some(format) = format.as_str() else {
        return Err(vm.type_error("strftime() argument 1 must be str"));
    };
    let now = Moment::of(EPOCH + vm.now());
    let mut out = String::new();
    let mut characters = format.chars();
    while let Some(character) = characters.next() {
        match (character, character == '%') {
            (_, true) => {
                let code = characters.next().unwrap_or('%');
                match now.field(code) {
                    Some(text) => out.push_str(&text),
                    None => return Err(vm.unsupported(&format!("%{code} in time.strftime"))),
                }
            }
            (other, false) => out.push(other),
        }
    }
    Ok(Value::string(out))
}

fn ctime(vm: &Vm, args: Args) -> PyResult {
    let [seconds] = args.bind(vm, "ctime", "seconds /", 0)?;
    let seconds = match seconds {
        None | Some(Value::None) => EPOCH + vm.now(),
        Some(value) => vm.to_float(&value)?,
    };
    Ok(Value::string(Moment::of(seconds).ctime()))
}
