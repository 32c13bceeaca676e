//! What a traceback keeps of a frame that has ended: CPython's frame object.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use super::Value;
use crate::asyncio::trash::bury;

/// A frame that a traceback knows. As long as the frame runs it is empty; afterwards the variables are
/// here, and who called it: an exception keeps all of them alive.
#[derive(Default)]
pub struct Remains {
    locals: RefCell<Vec<Option<Value>>>,
    back: RefCell<Option<Rc<Remains>>>,
}

impl Remains {
    /// The frame has ended with these variables.
    pub fn settle(&self, locals: Vec<Option<Value>>) {
        drop(self.locals.replace(locals));
    }

    /// Nobody is to find the variables any more.
    pub fn let_go(&self) {
        drop((self.locals.take(), self.back.take()));
    }

    /// The frame that ended was called by that one: `f_back`.
    pub fn set_back(&self, back: Rc<Remains>) {
        self.back.replace(Some(back));
    }
}

impl Drop for Remains {
    fn drop(&mut self) {
        let (locals, back) = (mem::take(self.locals.get_mut()), self.back.get_mut().take());
        if !locals.is_empty() || back.is_some() {
            bury((locals, back));
        }
    }
}
