//! What a program writes.

use super::Vm;
use crate::python::objects::PyResult;
use crate::trace::EventKind;

impl Vm {
    /// `sys.stdout.write(text)`: each whole line is an event.
    ///
    /// # Errors
    /// When the budget of output or events is spent.
    pub fn write_stdout(&self, text: &str) -> PyResult<()> {
        if self.stdout.borrow().len() + text.len() > self.budget.output {
            return Err(self.spend("output"));
        }
        self.stdout.borrow_mut().push_str(text);
        let mut rest = text;
        while let Some((line, after)) = rest.split_once('\n') {
            let mut whole = self.line.take();
            whole.push_str(line);
            self.note_print(&whole);
            rest = after;
        }
        self.line.borrow_mut().push_str(rest);
        self.check_events()
    }

    /// `sys.stderr.write(text)`, as far as the budget has room for it.
    pub fn write_stderr(&self, text: &str) {
        let mut stderr = self.stderr.borrow_mut();
        let room = text.floor_char_boundary(self.budget.output.saturating_sub(stderr.len()));
        stderr.push_str(text.get(..room).unwrap_or_default());
    }

    /// The program is over: what stands without a newline is a line, too.
    pub fn finish_stdout(&self) {
        let line = self.line.take();
        if !line.is_empty() {
            self.note_print(&line);
        }
    }

    fn note_print(&self, line: &str) {
        let task = self.runtime().current_task_id();
        self.recorder.note(self.now(), |trace| EventKind::Print { task, text: trace.intern(line) });
    }

    /// # Errors
    /// When the budget of events is spent.
    pub fn check_events(&self) -> PyResult<()> {
        match self.recorder.trace().events().len() > self.budget.events {
            true => Err(self.spend("events")),
            false => Ok(()),
        }
    }
}
