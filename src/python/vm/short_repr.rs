//! `reprlib.repr`: a repr that stays short, as asyncio shows results and arguments.

use super::Vm;
use crate::python::builtins::quoting;
use crate::python::builtins::sort::{Order, sort};
use crate::python::objects::Value;

/// How deep containers are shown in containers: `Repr.maxlevel`.
const LEVELS: usize = 6;
/// How many items of a sequence or set, and of a dict.
const ITEMS: usize = 6;
const PAIRS: usize = 4;
/// How many characters of an int, and of anything else that is no container.
const DIGITS: usize = 40;
const LETTERS: usize = 30;

impl Vm {
    /// `reprlib.repr(value)`.
    pub fn short_repr(&self, value: &Value) -> String {
        self.short_repr_within(value, LEVELS)
    }

    fn short_repr_within(&self, value: &Value, levels: usize) -> String {
        match value {
            Value::Tuple(items) => {
                let close = if items.len() == 1 && levels > 0 { ",)" } else { ")" };
                self.short_items("(", items, close, levels)
            }
            Value::List(list) => {
                let items = list.0.borrow().clone();
                self.short_items("[", &items, "]", levels)
            }
            Value::Set(set) => match (set.items(), set.is_frozen()) {
                (items, false) if items.is_empty() => "set()".into(),
                (items, true) if items.is_empty() => "frozenset()".into(),
                (items, false) => self.short_items("{", &self.possibly_sorted(items), "}", levels),
                (items, true) => self.short_items("frozenset({", &self.possibly_sorted(items), "})", levels),
            },
            Value::Dict(dict) => {
                let keys = dict.items().into_iter().map(|(key, _)| key).collect();
                let pair = |key: &Value| {
                    let item = dict.get(self, key).ok().flatten().unwrap_or(Value::None);
                    let within = levels.saturating_sub(1);
                    format!(
                        "{}: {}",
                        self.short_repr_within(key, within),
                        self.short_repr_within(&item, within)
                    )
                };
                short_list("{", &self.possibly_sorted(keys), "}", (levels, PAIRS), pair)
            }
            Value::Str(text) => {
                let letters: Vec<char> = text.as_str().chars().collect();
                let start: String = letters.iter().take(LETTERS).collect();
                let shown = quoting::text(&start);
                if shown.chars().count() <= LETTERS {
                    return shown;
                }
                let (head, tail) = ends(LETTERS);
                let last = letters.len().saturating_sub(tail);
                let both: String = letters.iter().take(head).chain(letters.iter().skip(last)).collect();
                cut(&quoting::text(&both), LETTERS)
            }
            _ => match self.repr(value) {
                Ok(text) => {
                    let is_int = matches!(value, Value::Int(..) | Value::BigInt(_));
                    shortened(text.as_str(), if is_int { DIGITS } else { LETTERS })
                }
                Err(_) => {
                    let class = self.class_of(value).name.borrow().to_string();
                    format!("<{class} instance at {:#x}>", self.id_of(value))
                }
            },
        }
    }

    fn short_items(&self, open: &str, items: &[Value], close: &str, levels: usize) -> String {
        let within = levels.saturating_sub(1);
        short_list(open, items, close, (levels, ITEMS), |item| self.short_repr_within(item, within))
    }

    fn possibly_sorted(&self, items: Vec<Value>) -> Vec<Value> {
        let mut sorted = items.clone();
        match sort(self, &mut sorted, &Order { key: None, reverse: false }) {
            Ok(()) => sorted,
            Err(_) => items,
        }
    }
}

fn short_list(
    open: &str,
    items: &[Value],
    close: &str,
    (levels, most): (usize, usize),
    show: impl Fn(&Value) -> String,
) -> String {
    if levels == 0 && !items.is_empty() {
        return format!("{open}...{close}");
    }
    let mut parts: Vec<String> = items.iter().take(most).map(show).collect();
    if items.len() > most {
        parts.push("...".into());
    }
    format!("{open}{}{close}", parts.join(", "))
}

/// How many characters stay before and after the dots.
fn ends(limit: usize) -> (usize, usize) {
    let head = (limit - 3) / 2;
    (head, limit - 3 - head)
}

fn shortened(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit { text.to_owned() } else { cut(text, limit) }
}

fn cut(text: &str, limit: usize) -> String {
    let (head, tail) = ends(limit);
    let start: String = text.chars().take(head).collect();
    let end: String = text.chars().skip(text.chars().count().saturating_sub(tail)).collect();
    format!("{start}...{end}")
}
