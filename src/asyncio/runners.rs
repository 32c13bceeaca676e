//! `asyncio.run`: a loop for one coroutine, from beginning to end (CPython's `runners.py`).
//!
//! `asyncio.run(main())` makes a new loop, runs `main()` as its first task, and then closes the
//! loop decently: tasks that are still pending are cancelled and awaited, async generators that
//! are still open are closed, the threads of the default executor are joined. A program that forgets a
//! task therefore sees it cancelled here.
//!
//! [`Runner`] is the same in parts. Like all that runs a loop, these are objects to
//! [`advance`](Run::advance) until they are done.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::base_events::EventLoop;
use super::coroutines::{Cx, NativeCoroutine};
use super::futures::{Awaitable, FutureRef};
use super::gather::gather;
use super::host::{ErrorClass, Host, Report, Subject};
use super::run_forever::RunUntilComplete;
use super::run_once::Advance;
use super::runtime::Runtime;
use super::timeouts::Timeout;
use crate::trace::Seconds;

/// `constants.THREAD_JOIN_TIMEOUT`: how long closing waits for the executor's threads, in seconds.
const THREAD_JOIN_TIMEOUT: Seconds = 300.0;

/// What makes a runner's loop: the `loop_factory` of `asyncio.Runner`.
pub type LoopFactory<H> = Box<dyn Fn() -> Result<EventLoop<H>, <H as Host>::Error>>;

/// `asyncio.Runner(debug=…, loop_factory=…)`.
pub struct Runner<H: Host> {
    runtime: Runtime<H>,
    debug: Option<bool>,
    loop_factory: Option<LoopFactory<H>>,
    state: RefCell<State<H>>,
}

enum State<H: Host> {
    Created,
    Initialized { event_loop: EventLoop<H>, context: H::Context },
    Closed,
}

impl<H: Host> Runner<H> {
    /// A runner whose loop is made when it is first needed.
    pub fn new(runtime: &Runtime<H>, debug: Option<bool>, loop_factory: Option<LoopFactory<H>>) -> Self {
        Self { runtime: runtime.clone(), debug, loop_factory, state: RefCell::new(State::Created) }
    }

    /// `runner.get_loop()`, and what entering the runner does. Raises RuntimeError where it is closed.
    pub fn event_loop(&self) -> Result<EventLoop<H>, H::Error> {
        self.initialized().map(|(event_loop, _)| event_loop)
    }

    /// `_lazy_init()`.
    fn initialized(&self) -> Result<(EventLoop<H>, H::Context), H::Error> {
        match &*self.state.borrow() {
            State::Initialized { event_loop, context } => return Ok((event_loop.clone(), context.clone())),
            State::Closed => return Err(self.runtime.error(ErrorClass::RuntimeError, "Runner is closed")),
            State::Created => {}
        }
        let event_loop = match &self.loop_factory {
            Some(factory) => factory()?,
            None => {
                let event_loop = self.runtime.new_event_loop();
                self.runtime.set_event_loop(Some(event_loop.clone()));
                event_loop
            }
        };
        if let Some(debug) = self.debug {
            event_loop.set_debug(debug);
        }
        let context = self.runtime.host().copy_context();
        self.state.replace(State::Initialized { event_loop: event_loop.clone(), context: context.clone() });
        Ok((event_loop, context))
    }

    /// `runner.run(coro, context=…)`: begin to. Raises RuntimeError where a loop is running, or
    /// the runner is closed.
    pub fn run(
        &self,
        coroutine: &H::Coroutine,
        context: Option<H::Context>,
    ) -> Result<RunUntilComplete<H>, H::Error> {
        if self.runtime.running_loop().is_some() {
            let message = "Runner.run() cannot be called from a running event loop";
            return Err(self.runtime.error(ErrorClass::RuntimeError, message));
        }
        let (event_loop, own_context) = self.initialized()?;
        let task = event_loop.create_task(coroutine, None, Some(context.unwrap_or(own_context)))?;
        RunUntilComplete::new(&event_loop, &Awaitable::Future(task))
    }

    /// `runner.close()`: begin to. None where there is nothing to close.
    pub fn close(&self) -> Option<Closing<H>> {
        match &*self.state.borrow() {
            State::Initialized { .. } => {}
            State::Created | State::Closed => return None,
        }
        let State::Initialized { event_loop, .. } = self.state.replace(State::Closed) else { return None };
        Some(Closing {
            event_loop,
            unset: self.loop_factory.is_none(),
            next: Cell::new(Phase::CancelAllTasks),
            current: RefCell::new(None),
            cancelled: RefCell::default(),
        })
    }
}

/// How a runner closes its loop.
pub struct Closing<H: Host> {
    event_loop: EventLoop<H>,
    /// Whether the loop was made the current one, which then ends.
    unset: bool,
    next: Cell<Phase>,
    current: RefCell<Option<Rc<RunUntilComplete<H>>>>,
    /// The tasks that were still pending.
    cancelled: RefCell<Vec<FutureRef<H>>>,
}

#[derive(Clone, Copy)]
enum Phase {
    CancelAllTasks,
    ShutdownAsyncgens,
    ShutdownDefaultExecutor,
    Over,
}

impl<H: Host> Closing<H> {
    /// The loop that is closed.
    pub fn event_loop(&self) -> &EventLoop<H> {
        &self.event_loop
    }

    /// Do at most one callback. Raises what comes out of the loop (KeyboardInterrupt, SystemExit);
    /// the loop is closed all the same.
    pub fn advance(&self) -> Advance<Result<(), H::Error>> {
        loop {
            let current = self.current.borrow().clone();
            let outcome = match current.map(|current| current.advance()) {
                None => Ok(()),
                Some(Advance::Done(outcome)) => outcome.map(drop),
                Some(advance) => return advance.map(|outcome| outcome.map(drop)),
            };
            self.current.take();
            match outcome.and_then(|()| self.begin_next()) {
                Ok(true) => {}
                Ok(false) => return Advance::Done(self.finish()),
                Err(error) => return Advance::Done(self.finish().and(Err(error))),
            }
        }
    }

    /// Begin the next phase; false where there is none.
    fn begin_next(&self) -> Result<bool, H::Error> {
        let (next, awaitable) = match self.next.get() {
            Phase::CancelAllTasks => (Phase::ShutdownAsyncgens, self.cancel_all_tasks()?),
            Phase::ShutdownAsyncgens => {
                self.report_failures()?;
                let coroutine = shutdown_asyncgens(&self.event_loop);
                (Phase::ShutdownDefaultExecutor, Some(Awaitable::Coroutine(coroutine)))
            }
            Phase::ShutdownDefaultExecutor => {
                let coroutine = shutdown_default_executor(&self.event_loop, Some(THREAD_JOIN_TIMEOUT));
                (Phase::Over, Some(Awaitable::Coroutine(coroutine)))
            }
            Phase::Over => return Ok(false),
        };
        self.next.set(next);
        if let Some(awaitable) = awaitable {
            let run = RunUntilComplete::new(&self.event_loop, &awaitable)?;
            self.current.replace(Some(Rc::new(run)));
        }
        Ok(true)
    }

    /// `_cancel_all_tasks(loop)`: cancel what is pending; what to wait for.
    fn cancel_all_tasks(&self) -> Result<Option<Awaitable<H>>, H::Error> {
        let tasks = self.event_loop.all_tasks();
        if tasks.is_empty() {
            return Ok(None);
        }
        for task in &tasks {
            task.cancel(None)?;
        }
        let awaitables: Vec<_> = tasks.iter().cloned().map(Awaitable::Future).collect();
        self.cancelled.replace(tasks);
        gather(self.event_loop.runtime(), &awaitables, true).map(|outer| Some(Awaitable::Future(outer)))
    }

    fn report_failures(&self) -> Result<(), H::Error> {
        for task in self.cancelled.take() {
            if let Some(error) = task.ended_by() {
                // It has passed frames that `_cancel_all_tasks` called, which has the tasks in a variable.
                self.event_loop.host().hold_future(&error, &task);
            }
            if task.cancelled() {
                continue;
            }
            if let Ok(Some(error)) = task.exception() {
                let message = "unhandled exception during asyncio.run() shutdown".into();
                self.event_loop.report(Report {
                    message,
                    error: Some(error),
                    subject: Subject::Task(task),
                })?;
            }
        }
        Ok(())
    }

    fn finish(&self) -> Result<(), H::Error> {
        self.next.set(Phase::Over);
        if self.unset {
            self.event_loop.runtime().set_event_loop(None);
        }
        self.event_loop.close()
    }
}

/// `asyncio.run(main, debug=…)`.
pub struct Run<H: Host> {
    runner: Runner<H>,
    stage: RefCell<Stage<H>>,
    /// What the coroutine returned or raised, once it has.
    outcome: RefCell<Option<Result<H::Value, H::Error>>>,
}

enum Stage<H: Host> {
    Main(Rc<RunUntilComplete<H>>),
    Closing(Rc<Closing<H>>),
    Over,
}

impl<H: Host> Clone for Stage<H> {
    fn clone(&self) -> Self {
        match self {
            Self::Main(main) => Self::Main(main.clone()),
            Self::Closing(closing) => Self::Closing(closing.clone()),
            Self::Over => Self::Over,
        }
    }
}

impl<H: Host> Run<H> {
    /// Begin. Raises RuntimeError where a loop is running.
    pub fn new(
        runtime: &Runtime<H>,
        main: &H::Coroutine,
        debug: Option<bool>,
        loop_factory: Option<LoopFactory<H>>,
    ) -> Result<Self, H::Error> {
        if runtime.running_loop().is_some() {
            let message = "asyncio.run() cannot be called from a running event loop";
            return Err(runtime.error(ErrorClass::RuntimeError, message));
        }
        let runner = Runner::new(runtime, debug, loop_factory);
        let main = Rc::new(runner.run(main, None)?);
        Ok(Self { runner, stage: RefCell::new(Stage::Main(main)), outcome: RefCell::new(None) })
    }

    /// The loop that it runs, until that is closed.
    pub fn event_loop(&self) -> Option<EventLoop<H>> {
        match &*self.stage.borrow() {
            Stage::Main(main) => Some(main.future().event_loop().clone()),
            Stage::Closing(closing) => Some(closing.event_loop.clone()),
            Stage::Over => None,
        }
    }

    /// Do at most one callback; at the end, what the coroutine returned or raised.
    pub fn advance(&self) -> Advance<Result<H::Value, H::Error>> {
        loop {
            let stage = self.stage.borrow().clone();
            match stage {
                Stage::Main(main) => match main.advance() {
                    Advance::Done(outcome) => self.close(outcome),
                    advance => return advance,
                },
                Stage::Closing(closing) => match closing.advance() {
                    Advance::Done(closed) => {
                        self.stage.replace(Stage::Over);
                        if matches!(*self.outcome.borrow(), Some(Err(_))) {
                            self.runner.runtime.host().handling(None);
                        }
                        return Advance::Done(self.end(closed));
                    }
                    advance => return advance.map(|closed| self.end(closed)),
                },
                Stage::Over => return Advance::Done(self.end(Ok(()))),
            }
        }
    }

    fn close(&self, outcome: Result<H::Value, H::Error>) {
        if let Err(error) = &outcome {
            // CPython closes in an `__exit__`.
            self.runner.runtime.host().handling(Some(error));
        }
        self.outcome.replace(Some(outcome));
        let closing = self.runner.close().map(Rc::new);
        self.stage.replace(closing.map_or(Stage::Over, Stage::Closing));
    }

    /// What closing raised comes first, in the context of what the coroutine raised.
    fn end(&self, closed: Result<(), H::Error>) -> Result<H::Value, H::Error> {
        let host = self.runner.runtime.host();
        let outcome = self.outcome.borrow().clone().unwrap_or_else(|| Ok(host.none()));
        match (closed, outcome) {
            (Ok(()), outcome) => outcome,
            (Err(error), Err(context)) if !host.same_error(&error, &context) => {
                if host.context(&error).is_none() {
                    host.set_context(&error, &context);
                }
                Err(error)
            }
            (Err(error), _) => Err(error),
        }
    }
}

/// `loop.shutdown_asyncgens()`: close the async generators that are still open.
pub fn shutdown_asyncgens<H: Host>(event_loop: &EventLoop<H>) -> H::Coroutine {
    let of = event_loop.clone();
    let runtime = event_loop.runtime();
    let body = |cx: Cx<H>| async move {
        close_asyncgens(&cx, &of).await?;
        Ok(cx.host().none())
    };
    runtime.host().native(NativeCoroutine::new(runtime, "BaseEventLoop.shutdown_asyncgens", body))
}

async fn close_asyncgens<H: Host>(cx: &Cx<H>, event_loop: &EventLoop<H>) -> Result<(), H::Error> {
    let (generators, closes): (Vec<_>, Vec<_>) = cx.host().take_asyncgens(event_loop).into_iter().unzip();
    if generators.is_empty() {
        return Ok(());
    }
    let closes: Vec<_> = closes.into_iter().map(Awaitable::Coroutine).collect();
    let tasks = closes.iter().map(|close| event_loop.ensure_future(close)).collect::<Result<Vec<_>, _>>()?;
    let awaitables: Vec<_> = tasks.iter().cloned().map(Awaitable::Future).collect();
    cx.wait(&gather(cx.runtime(), &awaitables, true)?).await?;
    for (task, generator) in tasks.iter().zip(generators) {
        if let Some(error) = task.exception().unwrap_or_else(Some)
            && cx.host().is(&error, ErrorClass::Exception)
        {
            let shown = cx.host().repr(&generator);
            let message = format!("an error occurred during closing of asynchronous generator {shown}");
            let subject = Subject::AsyncGenerator(generator);
            event_loop.report(Report { message, error: Some(error), subject })?;
        }
    }
    Ok(())
}

/// `loop.shutdown_default_executor(timeout)`, with the timeout in seconds: wait for its threads.
pub fn shutdown_default_executor<H: Host>(
    event_loop: &EventLoop<H>,
    timeout: Option<Seconds>,
) -> H::Coroutine {
    let of = event_loop.clone();
    let runtime = event_loop.runtime();
    let body = move |cx: Cx<H>| async move {
        join_executor(&cx, &of, timeout).await?;
        Ok(cx.host().none())
    };
    runtime.host().native(NativeCoroutine::new(runtime, "BaseEventLoop.shutdown_default_executor", body))
}

async fn join_executor<H: Host>(
    cx: &Cx<H>,
    event_loop: &EventLoop<H>,
    timeout: Option<Seconds>,
) -> Result<(), H::Error> {
    let Some(joined) = cx.host().shutdown_executor(event_loop) else { return Ok(()) };
    let limit = Timeout::after(cx.runtime(), timeout)?;
    limit.enter(cx.runtime())?;
    let outcome = cx.wait(&joined).await;
    match limit.exit(cx.runtime(), outcome.as_ref().err()) {
        Err(error) if cx.host().is(&error, ErrorClass::TimeoutError) => {
            let seconds = timeout.map_or_else(|| "None".into(), crate::trace::json::number);
            let message =
                format!("The executor did not finishing joining its threads within {seconds} seconds.");
            cx.host().warn(&message);
            Ok(())
        }
        Err(error) => Err(error),
        Ok(()) => outcome.map(drop),
    }
}
