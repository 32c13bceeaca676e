//! Upper, lower and title case, by Unicode's full mappings.

use super::alone;
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("upper", |vm, args| map(vm, "str.upper", args, str::to_uppercase)),
    ("lower", |vm, args| map(vm, "str.lower", args, str::to_lowercase)),
    ("title", |vm, args| map(vm, "str.title", args, title)),
    ("capitalize", |vm, args| map(vm, "str.capitalize", args, capitalize)),
    ("swapcase", |vm, args| map(vm, "str.swapcase", args, swap_case)),
    ("casefold", |vm, args| map(vm, "str.casefold", args, |text| text.chars().map(fold).collect())),
];

fn map(vm: &Vm, method: &str, args: Args, change: fn(&str) -> String) -> PyResult {
    Ok(Value::string(change(alone(vm, method, args)?.as_str())))
}

/// Whether the character is upper, lower or title case.
pub fn is_cased(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase() || is_title_letter(c)
}

/// One character that is an upper and a lower case letter.
pub fn is_title_letter(c: char) -> bool {
    matches!(u32::from(c),
        0x1c5 | 0x1c8 | 0x1cb | 0x1f2 | 0x1f88..=0x1f8f | 0x1f98..=0x1f9f | 0x1fa8..=0x1faf
        | 0x1fbc | 0x1fcc | 0x1ffc)
}

fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_word = false;
    for (place, c) in text.char_indices() {
        match in_word {
            true => push_lower(&mut out, text, place, c),
            false => push_title(&mut out, c),
        }
        in_word = is_cased(c);
    }
    out
}

fn capitalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (place, c) in text.char_indices() {
        match place {
            0 => push_title(&mut out, c),
            _ => push_lower(&mut out, text, place, c),
        }
    }
    out
}

fn swap_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (place, c) in text.char_indices() {
        match c {
            _ if c.is_uppercase() => push_lower(&mut out, text, place, c),
            _ if c.is_lowercase() => out.extend(c.to_uppercase()),
            _ => out.push(c),
        }
    }
    out
}

/// A capital sigma has another small form at the end of a word, which depends on what is around it.
fn push_lower(out: &mut String, text: &str, place: usize, c: char) {
    if c != 'Σ' {
        out.extend(c.to_lowercase());
        return;
    }
    let before = text[..place].to_lowercase().len();
    let lowered = text.to_lowercase();
    out.push(lowered.get(before..).and_then(|rest| rest.chars().next()).unwrap_or('σ'));
}

/// The title case of a character: its upper case, but for digraphs, ligatures and the Greek letters
/// with an iota below.
fn push_title(out: &mut String, c: char) {
    let code = u32::from(c);
    let other = match code {
        0x10d0..=0x10ff => Some(code),
        0x1c4..=0x1cc => Some(0x1c5 + (code - 0x1c4) / 3 * 3),
        0x1f1..=0x1f3 => Some(0x1f2),
        0x1f80..=0x1faf => Some(code | 8),
        0x1fb3 | 0x1fc3 | 0x1ff3 | 0x1fbc | 0x1fcc | 0x1ffc => Some(code & !15 | 12),
        _ => None,
    };
    if let Some(other) = other {
        out.extend(char::from_u32(other));
        return;
    }
    let upper: Vec<char> = c.to_uppercase().collect();
    match upper.as_slice() {
        _ if c == 'ŉ' => out.extend(upper),
        [first @ .., 'Ι'] if !first.is_empty() => {
            out.extend(first);
            out.push('\u{345}');
        }
        [first, rest @ ..] => {
            out.push(*first);
            out.extend(rest.iter().flat_map(|c| c.to_lowercase()));
        }
        [] => {}
    }
}

/// Full case folding: the lower case of the upper case, with few exceptions.
fn fold(c: char) -> String {
    let code = u32::from(c);
    match code {
        // Cherokee folds to upper case.
        0x13a0..=0x13f5 => c.to_string(),
        0x13f8..=0x13fd | 0xab70..=0xabbf => c.to_uppercase().collect(),
        _ => match c {
            'ı' => c.to_string(),
            'İ' => c.to_lowercase().collect(),
            'ẞ' => "ss".to_owned(),
            _ => c.to_uppercase().flat_map(char::to_lowercase).collect(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_case() {
        assert_eq!(title("they're bill's"), "They'Re Bill'S");
        assert_eq!(title("ǆ ﬁx ΑΣΑ ßx"), "ǅ Fix Ασα Ssx");
        assert_eq!(title("ᾳ ᾲ ა"), "ᾼ Ὰͅ ა");
        assert_eq!(capitalize("ŉA"), "ʼNa");
        assert_eq!(capitalize("ΟΔΟΣ"), "Οδος");
        assert_eq!(swap_case("aBΣ ß"), "Abς SS");
    }

    #[test]
    fn folding() {
        let folded = |text: &str| text.chars().map(fold).collect::<String>();
        assert_eq!(folded("Straße ẞ ς ﬁ İ ı ᾳ"), "strasse ss σ fi i̇ ı αι");
        assert_eq!(folded("\u{13f8}\u{ab70}\u{13a0}"), "\u{13f0}\u{13a0}\u{13a0}");
    }
}
