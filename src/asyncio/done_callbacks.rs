//! Done callbacks: who is told when a future is done (CPython's `Future.__schedule_callbacks`).
//!
//! They are never called at once. When the future becomes done, each is handed to the loop with
//! `call_soon`, in the order in which they were added; added later, it is handed over right away.

use std::mem;
use std::rc::Rc;

use super::events::{Callback, Entry, NativeCallback};
use super::futures::{Future, FutureRef, State};
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

/// The done callbacks of one future. Hardly any has more than one, so one needs no list (in C it is
/// `fut_callback0`, beside `fut_callbacks`).
#[derive(Default)]
pub(super) enum DoneCallbacks<H: Host> {
    #[default]
    None,
    One(DoneCallback<H>),
    Many(Vec<DoneCallback<H>>),
}

impl<H: Host> DoneCallbacks<H> {
    fn push(&mut self, callback: DoneCallback<H>) {
        *self = match mem::take(self) {
            Self::None => Self::One(callback),
            more => {
                let mut callbacks = more.into_list();
                callbacks.push(callback);
                Self::Many(callbacks)
            }
        };
    }

    fn into_list(self) -> Vec<DoneCallback<H>> {
        match self {
            Self::None => Vec::new(),
            Self::One(callback) => vec![callback],
            Self::Many(callbacks) => callbacks,
        }
    }
}

impl<H: Host> Future<H> {
    /// `future.__schedule_callbacks()`: hand each to the loop, in the order they were added.
    pub(super) fn schedule_callbacks(self: &Rc<Self>, callbacks: DoneCallbacks<H>) -> Result<(), H::Error> {
        match callbacks {
            DoneCallbacks::None => Ok(()),
            DoneCallbacks::One(callback) => self.schedule(callback),
            DoneCallbacks::Many(callbacks) => {
                callbacks.into_iter().try_for_each(|callback| self.schedule(callback))
            }
        }
    }

    fn schedule(self: &Rc<Self>, callback: DoneCallback<H>) -> Result<(), H::Error> {
        let future = || Some(self.clone());
        match callback {
            DoneCallback::Wakeup(task) => self.event_loop.schedule_step(task, Entry::Wakeup),
            DoneCallback::Native(callback) => {
                self.event_loop.schedule_bare(Callback::Native { callback, future: future() })
            }
            DoneCallback::User(function, context) => {
                let callback = Callback::User { function, future: future() };
                self.event_loop.call_soon(callback, context).map(drop)
            }
        }
    }

    /// `future.add_done_callback(fn)`: called soon where the future is done already.
    pub fn add_done_callback(self: &Rc<Self>, callback: DoneCallback<H>) -> Result<(), H::Error> {
        if let State::Pending(callbacks) = &mut *self.state.borrow_mut() {
            callbacks.push(callback);
            return Ok(());
        }
        self.schedule(callback)
    }

    /// `future.add_done_callback(task.__wakeup)`: what most futures have, and nothing else.
    pub(super) fn add_waiter(self: &Rc<Self>, task: FutureRef<H>) -> Result<(), H::Error> {
        if let State::Pending(callbacks @ DoneCallbacks::None) = &mut *self.state.borrow_mut() {
            *callbacks = DoneCallbacks::One(DoneCallback::Wakeup(task));
            return Ok(());
        }
        self.add_done_callback(DoneCallback::Wakeup(task))
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

    /// Comparing two callables may run the user's own code, which may add callbacks.
    fn remove_callbacks(&self, mut wanted: impl FnMut(&DoneCallback<H>) -> bool) -> usize {
        let mut kept = self.take_callbacks().into_list();
        let before = kept.len();
        kept.retain(|callback| !wanted(callback));
        let removed = before - kept.len();
        self.put_back(kept);
        removed
    }

    /// Look at each done callback, for a repr.
    pub(super) fn callback_names(&self, mut name: impl FnMut(&DoneCallback<H>) -> String) -> Vec<String> {
        let callbacks = self.take_callbacks().into_list();
        let names = callbacks.iter().map(&mut name).collect();
        self.put_back(callbacks);
        names
    }

    /// Whose callbacks these are will tell nobody.
    pub(super) fn take_callbacks(&self) -> DoneCallbacks<H> {
        match &mut *self.state.borrow_mut() {
            State::Pending(callbacks) => mem::take(callbacks),
            State::Cancelled | State::Result(_) | State::Exception(..) => DoneCallbacks::None,
        }
    }

    /// What was taken out comes before what has been added meanwhile.
    fn put_back(&self, mut taken: Vec<DoneCallback<H>>) {
        if let State::Pending(callbacks) = &mut *self.state.borrow_mut() {
            taken.extend(mem::take(callbacks).into_list());
            *callbacks = DoneCallbacks::Many(taken);
        }
    }
}
