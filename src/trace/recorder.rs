//! Where the loop and the language tell what they do.

use std::cell::{Ref, RefCell};

use hashbrown::HashMap;

use super::{Event, EventKind, Seconds, Symbol};

/// All that happened, with its texts.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    events: Vec<Event>,
    texts: Vec<Box<str>>,
    symbols: HashMap<Box<str>, Symbol>,
}

impl Trace {
    /// The events in the order they happened.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The text that a symbol stands for.
    pub fn text(&self, symbol: Symbol) -> &str {
        &self.texts[symbol.0 as usize]
    }

    /// The symbol that stands for a text.
    pub fn intern(&mut self, text: &str) -> Symbol {
        if let Some(&symbol) = self.symbols.get(text) {
            return symbol;
        }
        let symbol =
            Symbol(u32::try_from(self.texts.len()).expect("fewer texts than events, and those are budgeted"));
        self.texts.push(text.into());
        self.symbols.insert(text.into(), symbol);
        symbol
    }

    /// Add what happens now.
    pub fn push(&mut self, time: Seconds, kind: EventKind) {
        self.events.push(Event { time, kind });
    }
}

/// A trace that many hands write. Switched off, it costs one test an event.
#[derive(Debug)]
pub struct Recorder {
    trace: RefCell<Trace>,
    recording: bool,
}

impl Recorder {
    /// A recorder that keeps what it is told.
    pub fn new() -> Self {
        Self { trace: RefCell::default(), recording: true }
    }

    /// A recorder that forgets at once: for measuring what the loop itself costs.
    pub fn off() -> Self {
        Self { trace: RefCell::default(), recording: false }
    }

    /// A recorder that holds a whole trace already.
    #[cfg(test)]
    pub fn of(trace: Trace) -> Self {
        Self { trace: RefCell::new(trace), recording: true }
    }

    /// Note what happens at `time`, in seconds of virtual time. The closure makes the event, with
    /// the trace at hand to intern texts; it is not called when recording is off.
    pub fn note(&self, time: Seconds, kind: impl FnOnce(&mut Trace) -> EventKind) {
        if self.recording {
            let mut trace = self.trace.borrow_mut();
            let kind = kind(&mut trace);
            trace.push(time, kind);
        }
    }

    /// The symbol that stands for a text; None when recording is off.
    pub fn intern(&self, text: &str) -> Option<Symbol> {
        self.recording.then(|| self.trace.borrow_mut().intern(text))
    }

    /// Whether events are kept.
    pub fn is_recording(&self) -> bool {
        self.recording
    }

    /// What was recorded so far.
    pub fn trace(&self) -> Ref<'_, Trace> {
        self.trace.borrow()
    }

    /// What was recorded; the recorder starts anew.
    pub fn take(&self) -> Trace {
        self.trace.take()
    }
}

impl Default for Recorder {
    fn default() -> Self {
        Self::new()
    }
}
