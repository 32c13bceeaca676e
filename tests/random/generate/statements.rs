//! Which statements there are, and how often each comes.

use super::writer::{Flavour, Writer};
use super::{callbacks, contexts, flow, generators, locks, queues, scopes, tasks, waits};

type Statement = fn(&mut Writer);

/// What may stand in a function without `await`, too.
const ANYWHERE: &[(usize, Statement)] = &[
    (8, flow::say),
    (1, flow::block_the_thread),
    (4, flow::raise),
    (2, flow::give_back),
    (3, flow::condition),
    (1, flow::guarded),
    (6, tasks::create),
    (2, tasks::create_unnamed),
    (1, tasks::create_eagerly),
    (6, tasks::cancel),
    (3, tasks::cancel_some),
    (2, tasks::cancel_itself),
    (3, tasks::look),
    (3, tasks::ask),
    (1, tasks::uncancel),
    (1, tasks::rename),
    (1, tasks::cancel_all),
    (2, callbacks::future),
    (4, callbacks::settle),
    (5, callbacks::call),
    (2, callbacks::handle),
    (4, callbacks::when_done),
    (1, callbacks::not_when_done),
    (1, callbacks::loop_matters),
    (1, callbacks::lambda),
    (4, locks::without_waiting),
    (3, queues::without_waiting),
    (2, contexts::statement),
    (1, waits::hold_gather),
    (1, waits::hold_shield),
    (1, waits::hold_coroutine),
];

/// What needs a coroutine around it.
const AWAITING: &[(usize, Statement)] = &[
    (12, flow::sleep),
    (10, flow::try_except),
    (5, flow::try_finally),
    (2, flow::except_star),
    (3, flow::repeat),
    (1, flow::define),
    (8, waits::awaiting),
    (6, waits::gather),
    (5, waits::wait),
    (4, waits::as_completed),
    (5, waits::wait_for),
    (2, waits::swallow),
    (6, scopes::timeout),
    (6, scopes::task_group),
    (2, scopes::async_guarded),
    (6, locks::waiting),
    (5, queues::waiting),
    (4, generators::consume),
    (2, generators::by_hand),
];

/// The statements of a function, as many as its budget allows.
pub fn body(w: &mut Writer) {
    while w.left > 0 && !w.ended {
        statement(w);
    }
}

/// A few statements, for a block within a function.
pub fn some(w: &mut Writer) {
    let count = w.chance.within(1..=3);
    for _ in 0..count {
        if w.ended {
            break;
        }
        statement(w);
    }
}

fn statement(w: &mut Writer) {
    if w.left == 0 {
        return flow::say(w);
    }
    if w.flavour == Flavour::Generator && w.chance.one_in(3) {
        return generators::give(w);
    }
    let awaiting = w.may_await() && w.chance.one_in(2);
    let statement = w.chance.weighted(if awaiting { AWAITING } else { ANYWHERE });
    statement(w);
}
