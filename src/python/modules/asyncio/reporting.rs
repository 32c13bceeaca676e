//! What a loop does with errors that nobody can be told by an exception: `call_exception_handler`, and what
//! asyncio's logger says.

use crate::asyncio::base_events::EventLoop;
use crate::asyncio::host::{Report, Subject};
use crate::python::host::Python;
use crate::python::objects::{Args, Dict, PyResult, Raised, Value};
use crate::python::vm::Vm;

impl Vm {
    /// `loop.call_exception_handler(context)`, for what the scheduler reports.
    ///
    /// # Errors
    /// SystemExit and KeyboardInterrupt that the handler raises.
    pub fn report(&self, event_loop: &EventLoop<Python>, report: Report<Python>) -> PyResult<()> {
        let context = Dict::new();
        context.set("message", Value::str(&report.message));
        if let Some(error) = &report.error {
            context.set("exception", error.value());
        }
        match &report.subject {
            Subject::Future(future) => context.set("future", self.future_value(future)),
            Subject::Task(task) => context.set("task", self.future_value(task)),
            Subject::AsyncGenerator(value) => context.set("asyncgen", value.clone()),
            Subject::Handle(handle) => context.set("handle", self.handle_value(handle)),
        }
        // A callback's error is being handled; the others were found in what nobody asks.
        let handled = report.error.filter(|_| matches!(report.subject, Subject::Handle(_)));
        let depth = self.handled.borrow().len();
        self.handled.borrow_mut().extend(handled);
        let done = self.call_exception_handler(event_loop, Value::dict(context));
        self.handle_only(depth);
        done
    }

    /// `loop.call_exception_handler(context)`.
    ///
    /// # Errors
    /// SystemExit and KeyboardInterrupt that the handler raises.
    pub fn call_exception_handler(&self, event_loop: &EventLoop<Python>, context: Value) -> PyResult<()> {
        let Some(handler) = event_loop.exception_handler() else {
            return self.default_exception_handler(&context).or_else(|error| {
                self.log_asyncio("error", "Exception in default exception handler", Some(&error));
                Ok(())
            });
        };
        let args = Args::positional(vec![self.loop_value(event_loop), context.clone()]);
        let handled = match self.context_of_report(&context) {
            None => self.call(&handler.callable, args),
            Some(own) => own.check_free(self).and_then(|()| {
                let outer = self.state.context.replace(own);
                let handled = self.call(&handler.callable, args);
                self.state.context.replace(outer);
                handled
            }),
        };
        match handled {
            Ok(_) => Ok(()),
            Err(error)
                if error.is(&self.exceptions.system_exit)
                    || error.is(&self.exceptions.keyboard_interrupt) =>
            {
                Err(error)
            }
            Err(error) => {
                let again = Dict::new();
                again.set("message", Value::str("Unhandled error in exception handler"));
                again.set("exception", error.value());
                again.set("context", context);
                self.default_exception_handler(&Value::dict(again))
            }
        }
    }

    /// The context of the task or handle that it is about.
    fn context_of_report(&self, context: &Value) -> Option<std::rc::Rc<super::super::contextvars::Context>> {
        let Value::Dict(context) = context else { return None };
        let about = ["task", "future", "handle"].iter().find_map(|key| {
            context.get_str(&self.intern(key)).filter(|thing| !matches!(thing, Value::None))
        })?;
        let get_context = self.get_attr_opt(&about, "get_context").ok()??;
        self.optional_context(self.call(&get_context, Args::none()).ok()).ok()?
    }

    /// `loop.default_exception_handler(context)`: a message of asyncio's logger.
    ///
    /// # Errors
    /// TypeError where the context is no dict; what a value's repr raises.
    pub fn default_exception_handler(&self, context: &Value) -> PyResult<()> {
        let Value::Dict(context) = context else {
            let name = self.class_of(context).name.borrow().to_string();
            return Err(self.attribute_error(&format!("'{name}' object has no attribute 'get'")));
        };
        let message = context.get_str(&self.intern("message")).unwrap_or(Value::None);
        let mut text = match self.truth(&message)? {
            true => match message.as_str() {
                Some(text) => text.to_owned(),
                None => {
                    let name = self.class_of(&message).name.borrow().to_string();
                    return Err(
                        self.type_error(&format!("sequence item 0: expected str instance, {name} found"))
                    );
                }
            },
            false => "Unhandled exception in event loop".to_owned(),
        };
        let mut items = Vec::new();
        for (key, value) in context.items() {
            items.push((self.str(&key)?.to_string(), value));
        }
        items.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut error = None;
        for (key, value) in items {
            match key.as_str() {
                "message" => {}
                "exception" => error = Raised::from_value(&value),
                _ => text.push_str(&format!("\n{key}: {}", self.repr(&value)?)),
            }
        }
        self.log_asyncio("error", &text, error.as_ref());
        Ok(())
    }

    /// `logging.getLogger("asyncio").error(text, exc_info=error)`, or `warning`. Without the module that is
    /// a line on stderr, and the traceback.
    pub fn log_asyncio(&self, level: &str, text: &str, error: Option<&Raised>) {
        if let Some(logging) = self.modules.get_str(&self.intern("logging"))
            && self.log_by(&logging, level, text, error).is_ok()
        {
            return;
        }
        let traceback = error.map_or_else(String::new, |error| self.format_exception(error));
        self.tell_stderr(&format!("{text}\n{traceback}"));
    }

    fn log_by(&self, logging: &Value, level: &str, text: &str, error: Option<&Raised>) -> PyResult<()> {
        let logger = self.call_method(logging, "getLogger", Args::one(Value::str("asyncio")))?;
        let keywords = error.map(|error| (self.intern("exc_info"), error.value()));
        let positional = vec![Value::str("%s"), Value::str(text)];
        self.call_method(&logger, level, Args { positional, keywords: keywords.into_iter().collect() })?;
        Ok(())
    }
}
