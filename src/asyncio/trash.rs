//! How long chains of objects die: a list in a list in a list, a million deep, must not take the stack
//! with it. What dies too deep inside what dies waits until the outermost is gone: CPython's trashcan.

use std::any::Any;
use std::cell::{Cell, RefCell};

/// How many objects may die inside each other.
const DEEPEST: usize = 50;

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    static LATER: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Let go of what an object holds, now or when the stack is short again.
pub fn bury<T: 'static>(held: T) {
    let depth = DEPTH.get();
    if depth >= DEEPEST {
        // Where the thread is ending there is no later.
        let _ = LATER.try_with(|later| later.borrow_mut().push(Box::new(held)));
        return;
    }
    DEPTH.set(depth + 1);
    drop(held);
    while depth == 0
        && let Ok(Some(next)) = LATER.try_with(|later| later.borrow_mut().pop())
    {
        drop(next);
    }
    DEPTH.set(depth);
}
