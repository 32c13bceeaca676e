//! What is told of an exception that nobody caught, word for word as CPython 3.13 tells it.
//!
//! A [`report`] collects the exception, its causes and contexts and the members of groups, and
//! writes them on a [`page`], which draws the margins of groups. Each traceback's [`frames`] are
//! shown with an [`excerpt`] of the source, and [`anchors`] say which part of it gets carets.
//! [`suggestions`] guess what a misspelt name was meant to be. Two doors are apart:
//! [`syntax_error`] for programs that do not start, and [`object`] for `error.__traceback__`.

mod anchors;
mod excerpt;
mod frames;
mod object;
mod page;
mod report;
mod suggestions;

pub use suggestions::closest;
mod syntax_error;

pub use syntax_error::syntax_error_text;

use super::Vm;
use crate::python::objects::{Raised, Value};
use frames::Frames;
use page::Page;
use report::Report;

impl Vm {
    /// What `sys.excepthook` writes: the traceback with all that led to it, ending with a newline.
    /// It may run the program's own `__str__` and `__repr__`.
    pub fn format_exception(&self, error: &Raised) -> String {
        let mut page = Page::new(self.budget.output);
        Report::of(self, error).write(&mut page);
        page.finish()
    }

    /// What `sys.unraisablehook` writes below its heading: this exception alone, and where it came by. CPython
    /// looks for the lines of source in a file, which a program here does not have.
    pub fn format_unraisable(&self, error: &Raised) -> String {
        let mut page = Page::new(self.budget.output);
        let traceback = error.state().traceback.borrow().clone();
        if !traceback.is_empty() {
            page.line("Traceback (most recent call last):");
            Frames::without_source().write(&traceback, &mut page);
        }
        let text = self.message(error);
        let colon = if text.is_empty() { ": " } else { "" };
        page.line(&(titled(error, &text) + colon));
        page.finish()
    }

    /// The line that ends a traceback, without notes and suggestions: `ValueError: text`.
    pub fn describe(&self, error: &Raised) -> String {
        titled(error, &self.message(error))
    }

    /// The lines that end a traceback: the exception's own, and its notes.
    pub fn traceback_ending(&self, error: &Raised) -> Vec<String> {
        let mut ending = vec![self.last_line(error)];
        ending.extend(self.notes(error).iter().flat_map(|note| note.split('\n')).map(str::to_owned));
        ending
    }

    /// [`Vm::describe`], with what may have been meant.
    fn last_line(&self, error: &Raised) -> String {
        let message = match error.is(&self.exceptions.syntax_error) && error.args().is_empty() {
            true => "<no detail available>".to_owned(),
            false => self.message(error),
        };
        titled(error, &(message + &self.suggestion(error)))
    }

    fn message(&self, error: &Raised) -> String {
        match self.str(&error.value()) {
            Ok(text) => text.to_string(),
            Err(_) => "<exception str() failed>".to_owned(),
        }
    }

    /// What `add_note` has added.
    fn notes(&self, error: &Raised) -> Vec<String> {
        let notes = match error.attribute("__notes__") {
            None | Some(Value::None) => return Vec::new(),
            Some(Value::List(list)) => list.0.borrow().clone(),
            Some(Value::Tuple(items)) => items.to_vec(),
            Some(other) => {
                let text = self.repr(&other).map(|text| text.to_string());
                return vec![text.unwrap_or_else(|_| "<__notes__ repr() failed>".to_owned())];
            }
        };
        let text =
            |note| self.str(note).map_or_else(|_| "<note str() failed>".to_owned(), |text| text.to_string());
        notes.iter().map(text).collect()
    }
}

fn titled(error: &Raised, message: &str) -> String {
    let name = error.class().full_name();
    if message.is_empty() { name } else { format!("{name}: {message}") }
}
