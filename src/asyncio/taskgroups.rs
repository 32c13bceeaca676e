//! `asyncio.TaskGroup`: tasks that do not outlive a block (CPython's `taskgroups.py`).
//!
//! The end of an `async with TaskGroup()` block waits until all tasks of the group are done. When one
//! fails, the others are cancelled, and so is the *parent*, the task that runs the block, so that it
//! stops whatever it is waiting for. That last request is the group's own business: at the end it is
//! taken back (`uncancel`), and all that failed is raised together, as an `ExceptionGroup`. A
//! cancellation from outside, on the other hand, cancels the group and goes on.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::base_events::EventLoop;
use super::coroutines::Cx;
use super::done_callbacks::DoneCallback;
use super::events::NativeCallback;
use super::future_set::FutureSet;
use super::futures::{FutureRef, Label};
use super::group_notes::{note_group, note_member};
use super::host::{ErrorClass, Host, Report, Subject};
use super::runtime::Runtime;
use super::wait::release;
use crate::trace::{GroupKind, ObjectId};

/// A group of tasks: an async context manager.
pub struct TaskGroup<H: Host> {
    /// Its number, as the trace has it, once it is entered.
    object: Cell<Option<ObjectId>>,
    exiting: Cell<bool>,
    aborting: Cell<bool>,
    parent_cancel_requested: Cell<bool>,
    /// The loop and the parent, once it is entered.
    entered: RefCell<Option<(EventLoop<H>, FutureRef<H>)>>,
    tasks: RefCell<FutureSet<H>>,
    errors: RefCell<Vec<H::Error>>,
    /// A KeyboardInterrupt or SystemExit: raised alone.
    base_error: RefCell<Option<H::Error>>,
    on_completed: RefCell<Option<FutureRef<H>>>,
}

impl<H: Host> TaskGroup<H> {
    /// A group that is not entered.
    pub fn new() -> Rc<Self> {
        Rc::new(Self {
            object: Cell::new(None),
            exiting: Cell::new(false),
            aborting: Cell::new(false),
            parent_cancel_requested: Cell::new(false),
            entered: RefCell::new(None),
            tasks: RefCell::default(),
            errors: RefCell::default(),
            base_error: RefCell::new(None),
            on_completed: RefCell::new(None),
        })
    }

    /// `repr(group)`.
    pub fn repr(&self) -> String {
        let mut info = String::new();
        for (name, count) in [("tasks", self.tasks.borrow().len()), ("errors", self.errors.borrow().len())] {
            if count > 0 {
                info += &format!(" {name}={count}");
            }
        }
        if self.aborting.get() {
            info += " cancelling";
        } else if self.entered.borrow().is_some() {
            info += " entered";
        }
        format!("<TaskGroup{info}>")
    }

    /// `group.__aenter__()`. Raises RuntimeError where it was entered before, or outside of a task.
    pub fn enter(&self, runtime: &Runtime<H>) -> Result<(), H::Error> {
        if self.entered.borrow().is_some() {
            let message = format!("TaskGroup {} has already been entered", self.repr());
            return Err(runtime.error(ErrorClass::RuntimeError, &message));
        }
        let event_loop = runtime.get_running_loop()?;
        let Some(parent) = event_loop.current_task() else {
            let message = format!("TaskGroup {} cannot determine the parent task", self.repr());
            return Err(runtime.error(ErrorClass::RuntimeError, &message));
        };
        self.entered.replace(Some((event_loop, parent)));
        let object = runtime.next_object();
        self.object.set(Some(object));
        note_group(runtime, object, GroupKind::TaskGroup, std::iter::empty());
        Ok(())
    }

    /// `group.create_task(coro, name=…, context=…)`. Raises RuntimeError where the group is not
    /// entered, finished, or shutting down.
    pub fn create_task(
        self: &Rc<Self>,
        runtime: &Runtime<H>,
        coroutine: &H::Coroutine,
        name: Option<String>,
        context: Option<H::Context>,
    ) -> Result<FutureRef<H>, H::Error> {
        let entered = self.entered.borrow().clone();
        let (event_loop, why_not) = match entered {
            None => (None, Some("has not been entered")),
            Some(_) if self.exiting.get() && self.tasks.borrow().is_empty() => (None, Some("is finished")),
            Some(_) if self.aborting.get() => (None, Some("is shutting down")),
            Some((event_loop, _)) => (Some(event_loop), None),
        };
        let Some(event_loop) = event_loop else {
            runtime.host().close(coroutine);
            let message = format!("TaskGroup {} {}", self.repr(), why_not.unwrap_or_default());
            return Err(runtime.error(ErrorClass::RuntimeError, &message));
        };
        let task = event_loop.create_task(coroutine, name, context)?;
        if let Some(object) = self.object.get() {
            note_member(runtime, object, &task);
        }
        if task.done() {
            self.clone().call(Some(&task))?;
        } else {
            self.tasks.borrow_mut().add(task.clone());
            task.add_done_callback(DoneCallback::Native(self.clone()))?;
        }
        Ok(task)
    }

    /// `group.__aexit__(error)`: wait for all tasks. Raises what the block is left with, or the
    /// group of what failed.
    pub async fn exit(&self, cx: &Cx<H>, error: Option<H::Error>) -> Result<(), H::Error> {
        let Some((_, parent)) = self.entered.borrow().clone() else { return Ok(()) };
        let host = cx.host();
        self.exiting.set(true);
        if let Some(error) = &error {
            self.keep_base_error(host, error);
            if !self.aborting.get() {
                self.abort()?;
            }
        }
        let (cancelled, failed) = match error.clone() {
            Some(error) if host.is(&error, ErrorClass::CancelledError) => (Some(error), None),
            error => (None, error),
        };
        let cancelled = self.wait_for_tasks(cx, cancelled).await?;
        if let Some(error) = self.base_error.take() {
            return Err(keeping_itself(host, error));
        }
        let uncancelled = self.parent_cancel_requested.get()
            && parent.task().map(|task| task.uncancel(cx.runtime())) == Some(0);
        let no_errors = self.errors.borrow().is_empty();
        if let (Some(cancelled), false, true) = (cancelled, uncancelled, no_errors) {
            return Err(keeping_itself(host, cancelled));
        }
        self.errors.borrow_mut().extend(failed);
        self.raise_errors(host, &parent, error.as_ref())
    }

    /// Wait until there are no tasks left; requests to cancel the parent cancel them. The error that
    /// has to go on afterwards.
    async fn wait_for_tasks(
        &self,
        cx: &Cx<H>,
        mut cancelled: Option<H::Error>,
    ) -> Result<Option<H::Error>, H::Error> {
        while !self.tasks.borrow().is_empty() {
            let label = self.object.get().map_or(Label::None, |object| Label::Group("TaskGroup", object));
            let on_completed = cx.event_loop()?.create_labelled(label);
            self.on_completed.replace(Some(on_completed.clone()));
            match cx.wait(&on_completed).await {
                Err(error) if !cx.host().is(&error, ErrorClass::CancelledError) => return Err(error),
                Err(error) if !self.aborting.get() => {
                    cancelled = Some(error);
                    self.abort()?;
                }
                Ok(_) | Err(_) => {}
            }
            self.on_completed.take();
        }
        Ok(cancelled)
    }

    fn raise_errors(
        &self,
        host: &H,
        parent: &FutureRef<H>,
        context: Option<&H::Error>,
    ) -> Result<(), H::Error> {
        let errors = self.errors.take();
        if errors.is_empty() {
            return Ok(());
        }
        if let Some(task) = parent.task()
            && task.cancelling() > 0
        {
            // Somebody outside has asked, too: ask once more, and the count of requests is as it was.
            task.uncancel(parent.event_loop().runtime());
            parent.cancel(None)?;
        }
        let group = host.error_group("unhandled errors in a TaskGroup", errors);
        if let Some(context) = context {
            host.set_context(&group, context);
        }
        host.set_cause(&group, None);
        Err(keeping_itself(host, group))
    }

    fn keep_base_error(&self, host: &H, error: &H::Error) {
        let is_base = host.is(error, ErrorClass::SystemExit) || host.is(error, ErrorClass::KeyboardInterrupt);
        if is_base && self.base_error.borrow().is_none() {
            self.base_error.replace(Some(error.clone()));
        }
    }

    fn abort(&self) -> Result<(), H::Error> {
        self.aborting.set(true);
        let tasks: Vec<_> = self.tasks.borrow().iter().cloned().collect();
        for task in tasks.iter().filter(|task| !task.done()) {
            task.cancel(None)?;
        }
        Ok(())
    }

    fn task_failed(&self, task: &FutureRef<H>, error: H::Error) -> Result<(), H::Error> {
        let Some((event_loop, parent)) = self.entered.borrow().clone() else { return Ok(()) };
        self.errors.borrow_mut().push(error.clone());
        self.keep_base_error(event_loop.host(), &error);
        if parent.done() {
            let (task_repr, parent) = (task.shown(), parent.shown());
            let message =
                format!("Task {task_repr} has errored out but its parent task {parent} is already completed");
            return event_loop.report(Report {
                message,
                error: Some(error),
                subject: Subject::Task(task.clone()),
            });
        }
        if !self.aborting.get() && !self.parent_cancel_requested.get() {
            self.abort()?;
            self.parent_cancel_requested.set(true);
            parent.cancel(None)?;
        }
        Ok(())
    }
}

/// `_on_task_done(task)`.
impl<H: Host> NativeCallback<H> for TaskGroup<H> {
    fn name(&self) -> &'static str {
        "TaskGroup._on_task_done"
    }

    fn object(&self) -> Option<ObjectId> {
        self.object.get()
    }

    fn call(self: Rc<Self>, future: Option<&FutureRef<H>>) -> Result<(), H::Error> {
        let Some(task) = future else { return Ok(()) };
        self.tasks.borrow_mut().discard(task);
        let on_completed = self.on_completed.borrow().clone();
        if let (Some(on_completed), true) = (on_completed, self.tasks.borrow().is_empty()) {
            release(&on_completed)?;
        }
        if task.cancelled() {
            return Ok(());
        }
        match task.exception()? {
            Some(error) => self.task_failed(task, error),
            None => Ok(()),
        }
    }
}

/// `__aexit__` has in variables what it raises, so the traceback holds the error itself.
fn keeping_itself<H: Host>(host: &H, error: H::Error) -> H::Error {
    host.hold(&error, host.error_value(&error));
    error
}
