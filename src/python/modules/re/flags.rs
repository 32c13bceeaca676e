//! The flags of patterns, by the bits that CPython gives them.

use crate::python::objects::PyResult;
use crate::python::vm::Vm;

pub const IGNORECASE: u32 = 2;
const LOCALE: u32 = 4;
pub const MULTILINE: u32 = 8;
pub const DOTALL: u32 = 16;
pub const UNICODE: u32 = 32;
pub const VERBOSE: u32 = 64;
pub const ASCII: u32 = 256;

/// Those of which one is chosen.
pub const TYPES: u32 = ASCII | LOCALE | UNICODE;

/// Each flag with its letter in `(?i)` and its name.
const NAMES: [(u32, char, &str); 8] = [
    (IGNORECASE, 'i', "re.IGNORECASE"),
    (LOCALE, 'L', "re.LOCALE"),
    (MULTILINE, 'm', "re.MULTILINE"),
    (DOTALL, 's', "re.DOTALL"),
    (UNICODE, 'u', "re.UNICODE"),
    (VERBOSE, 'x', "re.VERBOSE"),
    (128, '\0', "re.DEBUG"),
    (ASCII, 'a', "re.ASCII"),
];

/// The flag of that letter.
pub fn of(letter: char) -> Option<u32> {
    NAMES.iter().find(|(_, own, _)| *own == letter).map(|(flag, ..)| *flag)
}

/// `re.IGNORECASE|re.DOTALL`; what has no name is a number.
pub fn shown(flags: u32) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = flags;
    for (flag, _, name) in NAMES {
        if flags & flag != 0 {
            parts.push(name.to_owned());
            rest &= !flag;
        }
    }
    if rest != 0 {
        parts.push(format!("0x{rest:x}"));
    }
    parts.join("|")
}

/// The flags with those that the kind of pattern brings along: `re._parser.fix_flags`.
///
/// # Errors
/// ValueError for flags that do not go with it or with each other.
pub fn complete(vm: &Vm, flags: u32, is_text: bool) -> PyResult<u32> {
    let has = |flag| flags & flag != 0;
    let wrong = match is_text {
        true if has(LOCALE) => "cannot use LOCALE flag with a str pattern",
        true if has(ASCII) && has(UNICODE) => "ASCII and UNICODE flags are incompatible",
        true if !has(ASCII) => return Ok(flags | UNICODE),
        false if has(UNICODE) => "cannot use UNICODE flag with a bytes pattern",
        false if has(LOCALE) && has(ASCII) => "ASCII and LOCALE flags are incompatible",
        _ => return Ok(flags),
    };
    Err(vm.value_error(wrong))
}
