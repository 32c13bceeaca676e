//! Done callbacks: who is told when a future is done (CPython's `Future.__schedule_callbacks`).
//!
//! They are never called at once. When the future becomes done, each is handed to the loop with
//! `call_soon`, in the order in which they were added; added later, it is handed over right away.

use std::rc::Rc;

use super::events::{Callback, NativeCallback};
use super::futures::{Future, FutureRef};
use super::host::Host;

/// Who is told when a future is done.
pub enum DoneCallback<H: Host> {
    /// The task that awaits it.
    Wakeup(FutureRef<H>),
    /// A callable of the language, to be called in that context; in a copy of the one that is current
    /// when the future is done, where none is given.
    User(H::Function, Option<H::Context>),
    /// One of asyncio's own.
    Native(Rc<dyn NativeCallback<H>>),
}

impl<H: Host> Future<H> {
    /// `future.__schedule_callbacks()`: hand each to the loop, in the order they were added.
    pub(super) fn schedule_callbacks(self: &Rc<Self>) -> Result<(), H::Error> {
        for callback in self.callbacks.take() {
            self.schedule(callback)?;
        }
        Ok(())
    }

    fn schedule(self: &Rc<Self>, callback: DoneCallback<H>) -> Result<(), H::Error> {
        let future = self.clone();
        match callback {
            DoneCallback::Wakeup(task) => self.event_loop.schedule(Callback::Wakeup { task, future }),
            DoneCallback::Native(callback) => {
                self.event_loop.schedule(Callback::Native { callback, future: Some(future) })
            }
            DoneCallback::User(function, context) => {
                let callback = Callback::User { function, future: Some(future) };
                self.event_loop.call_soon(callback, context).map(drop)
            }
        }
    }

    /// `future.add_done_callback(fn)`: called soon where the future is done already.
    pub fn add_done_callback(self: &Rc<Self>, callback: DoneCallback<H>) -> Result<(), H::Error> {
        if self.done() {
            return self.schedule(callback);
        }
        self.callbacks.borrow_mut().push(callback);
        Ok(())
    }

    /// `future.remove_done_callback(fn)` for a callable of the language: how many were removed.
    pub fn remove_done_callback(&self, function: &H::Function) -> usize {
        let host = self.host();
        self.remove_callbacks(
            |callback| matches!(callback, DoneCallback::User(other, _) if host.same_function(other, function)),
        )
    }

    /// `future.remove_done_callback(fn)` for one of asyncio's own.
    pub(super) fn remove_native_callback<C: NativeCallback<H> + 'static>(&self, callback: &Rc<C>) -> usize {
        let address = Rc::as_ptr(callback).cast::<()>();
        self.remove_callbacks(
            |other| matches!(other, DoneCallback::Native(other) if Rc::as_ptr(other).cast::<()>() == address),
        )
    }

    fn remove_callbacks(&self, mut wanted: impl FnMut(&DoneCallback<H>) -> bool) -> usize {
        let mut kept = self.callbacks.take();
        let before = kept.len();
        kept.retain(|callback| !wanted(callback));
        let removed = before - kept.len();
        // Comparing two callables may run the user's own code, which may add callbacks.
        let mut callbacks = self.callbacks.borrow_mut();
        kept.append(&mut callbacks);
        *callbacks = kept;
        removed
    }

    /// Look at each done callback, for a repr.
    pub(super) fn callback_names(&self, mut name: impl FnMut(&DoneCallback<H>) -> String) -> Vec<String> {
        let callbacks = self.callbacks.take();
        let names = callbacks.iter().map(&mut name).collect();
        let added = self.callbacks.replace(callbacks);
        self.callbacks.borrow_mut().extend(added);
        names
    }
}
