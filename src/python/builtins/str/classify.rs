//! What kind of characters a str has: `isalpha`, `isdigit`, `isprintable` and the like.

use super::{alone, as_bool};
use crate::python::builtins::digits::decimal_value;
use crate::python::objects::{Args, NativeFn, PyResult};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("isalpha", |vm, args| all(vm, "str.isalpha", args, is_alpha)),
    ("isalnum", |vm, args| all(vm, "str.isalnum", args, is_alphanumeric)),
    ("isdecimal", |vm, args| all(vm, "str.isdecimal", args, |c| decimal_value(c).is_some())),
    ("isdigit", |vm, args| all(vm, "str.isdigit", args, is_digit)),
    ("isnumeric", |vm, args| all(vm, "str.isnumeric", args, is_numeric)),
    ("isspace", |vm, args| all(vm, "str.isspace", args, is_space)),
    ("isascii", |vm, args| Ok(as_bool(alone(vm, "str.isascii", args)?.is_ascii()))),
    ("isprintable", |vm, args| {
        Ok(as_bool(alone(vm, "str.isprintable", args)?.as_str().chars().all(is_printable)))
    }),
    ("islower", |vm, args| one_case(vm, "str.islower", args, char::is_lowercase)),
    ("isupper", |vm, args| one_case(vm, "str.isupper", args, char::is_uppercase)),
    ("istitle", is_title),
    ("isidentifier", |vm, args| Ok(as_bool(is_identifier(alone(vm, "str.isidentifier", args)?.as_str())))),
];

/// White space as `str.strip` and `str.split` see it.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// The text without the white space at its ends.
pub fn strip_space(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// Whether `repr` shows the character as it is.
pub fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        _ if c.is_ascii() => false,
        // Rust's escaping knows what can be printed; behind a letter, combining marks can, too.
        _ => {
            let mut pair = String::from("a");
            pair.push(c);
            pair.escape_debug().eq(pair.chars())
        }
    }
}

/// Whether it can be a name.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c == '_' || c.is_alphabetic())
        && chars.all(|c| c == '_' || c.is_alphanumeric() || !c.is_ascii() && is_mark(c))
}

/// A combining mark: it shows nothing by itself, so Rust escapes it where it stands alone.
fn is_mark(c: char) -> bool {
    is_printable(c) && c.escape_debug().len() > 1
}

/// Letters and numbers: `str.isalnum`.
pub fn is_alphanumeric(c: char) -> bool {
    is_alpha(c) || is_numeric(c)
}

fn is_alpha(c: char) -> bool {
    c.is_alphabetic() && !c.is_numeric()
}

/// A decimal digit, or one that is raised, lowered or circled.
fn is_digit(c: char) -> bool {
    decimal_value(c).is_some()
        || matches!(u32::from(c),
            0xb2..=0xb3 | 0xb9 | 0x1369..=0x1371 | 0x19da | 0x2070 | 0x2074..=0x2079 | 0x2080..=0x2089
            | 0x2460..=0x2468 | 0x2474..=0x247c | 0x2488..=0x2490 | 0x24ea | 0x24f5..=0x24fd | 0x24ff
            | 0x2776..=0x277e | 0x2780..=0x2788 | 0x278a..=0x2792 | 0x10a40..=0x10a43 | 0x10e60..=0x10e68
            | 0x11052..=0x1105a | 0x1f100..=0x1f10a)
}

/// Any number, the everyday Chinese ones among them.
fn is_numeric(c: char) -> bool {
    const CHINESE: &str = "一二三四五六七八九十百千万亿零两壹贰叁肆柒捌玖拾佰仟萬億兆參貳陸兩廿卅";
    c.is_numeric() || CHINESE.contains(c)
}

fn all(vm: &Vm, method: &str, args: Args, test: fn(char) -> bool) -> PyResult {
    let text = alone(vm, method, args)?;
    Ok(as_bool(!text.is_empty() && text.as_str().chars().all(test)))
}

/// There is a cased character, and all of them are of one case.
fn one_case(vm: &Vm, method: &str, args: Args, test: fn(char) -> bool) -> PyResult {
    let text = alone(vm, method, args)?;
    let mut cased = text.as_str().chars().filter(|c| super::case::is_cased(*c)).peekable();
    Ok(as_bool(cased.peek().is_some() && cased.all(test)))
}

/// Upper case begins each word, and lower case goes on.
fn is_title(vm: &Vm, args: Args) -> PyResult {
    let text = alone(vm, "str.istitle", args)?;
    let (mut in_word, mut any) = (false, false);
    for c in text.as_str().chars() {
        let begins = c.is_uppercase() || super::case::is_title_letter(c);
        if (begins && in_word) || (c.is_lowercase() && !in_word) {
            return Ok(as_bool(false));
        }
        in_word = super::case::is_cased(c);
        any |= in_word;
    }
    Ok(as_bool(any))
}
