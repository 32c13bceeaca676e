//! Which single characters an item of a pattern takes. Characters are code points, or bytes.

use crate::python::builtins::digits::decimal_value;
use crate::python::builtins::str::classify::{is_alphanumeric, is_space};

/// What takes one character.
pub enum Item {
    Char(u32),
    /// In any case; the character is [`fold`]ed.
    Folded(u32, Alphabet),
    /// `.` where it does not take newlines.
    NotNewline,
    Any,
    Set(Set),
}

/// Whether letters, digits and spaces are all of Unicode's, or those of ASCII.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    Unicode,
    Ascii,
}

/// `[...]`, or a class like `\d`.
pub struct Set {
    pub negated: bool,
    pub members: Vec<Member>,
    /// Where case does not matter: by which alphabet it is told.
    pub fold: Option<Alphabet>,
}

/// What a set has.
#[derive(Clone, Copy)]
pub enum Member {
    Range(u32, u32),
    Class(Class, Alphabet),
}

/// `\d`, `\s` and `\w` by their letter; the upper case is what is not in it.
#[derive(Clone, Copy)]
pub struct Class(pub char);

impl Item {
    /// Whether it takes the character.
    pub fn takes(&self, character: u32) -> bool {
        match self {
            Self::Char(own) => character == *own,
            Self::Folded(own, alphabet) => fold(character, *alphabet) == *own,
            Self::NotNewline => character != 10,
            Self::Any => true,
            Self::Set(set) => set.takes(character),
        }
    }
}

impl Set {
    fn takes(&self, character: u32) -> bool {
        let has = |character| self.members.iter().any(|member| member.takes(character));
        let found = has(character)
            || self.fold.is_some_and(|alphabet| {
                has(fold(character, alphabet)) || has(in_case(character, alphabet, true))
            });
        found != self.negated
    }
}

impl Member {
    fn takes(self, character: u32) -> bool {
        match self {
            Self::Range(low, high) => (low..=high).contains(&character),
            Self::Class(class, alphabet) => class.takes(character, alphabet),
        }
    }
}

impl Class {
    fn takes(self, code: u32, alphabet: Alphabet) -> bool {
        let character = char::from_u32(code).filter(|c| alphabet == Alphabet::Unicode || c.is_ascii());
        let found = character.is_some_and(|c| match self.0.to_ascii_lowercase() {
            'd' => decimal_value(c).is_some(),
            's' => is_space(c) && (alphabet == Alphabet::Unicode || !('\x1c'..='\x1f').contains(&c)),
            _ => is_word(code, alphabet),
        });
        found != self.0.is_ascii_uppercase()
    }
}

/// What `\w` takes.
pub fn is_word(code: u32, alphabet: Alphabet) -> bool {
    let character = char::from_u32(code).filter(|c| alphabet == Alphabet::Unicode || c.is_ascii());
    character.is_some_and(|c| c == '_' || is_alphanumeric(c))
}

/// The character in the case that stands for both.
pub fn fold(code: u32, alphabet: Alphabet) -> u32 {
    in_case(in_case(code, alphabet, true), alphabet, false)
}

/// The character in upper or lower case, where that is one character.
fn in_case(code: u32, alphabet: Alphabet, upper: bool) -> u32 {
    let Some(character) = char::from_u32(code) else { return code };
    if alphabet == Alphabet::Ascii {
        return u32::from(if upper {
            character.to_ascii_uppercase()
        } else {
            character.to_ascii_lowercase()
        });
    }
    let (first, second) = match upper {
        true => {
            let mut all = character.to_uppercase();
            (all.next(), all.next())
        }
        false => {
            let mut all = character.to_lowercase();
            (all.next(), all.next())
        }
    };
    match (first, second) {
        (Some(only), None) => u32::from(only),
        _ => code,
    }
}
