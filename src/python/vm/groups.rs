//! Exception groups and `except*` (PEP 654).

use std::rc::Rc;

use super::Vm;
use crate::python::objects::{Args, Class, ExceptionState, Payload, PyResult, Raised, Value};

impl Vm {
    /// `BaseExceptionGroup.__new__(message, exceptions)`.
    ///
    /// # Errors
    /// TypeError and ValueError as CPython raises them.
    pub fn new_group(&self, class: &Rc<Class>, args: Args) -> PyResult {
        let [message, exceptions] = args.bind(self, "BaseExceptionGroup", "message exceptions /", 2)?;
        let (Some(message), Some(exceptions)) = (message, exceptions) else { return Ok(Value::None) };
        if message.as_str().is_none() {
            return Err(self.type_error("argument 1 must be str, not int"));
        }
        if !matches!(exceptions, Value::List(_) | Value::Tuple(_)) {
            return Err(self.type_error("second argument (exceptions) must be a sequence"));
        }
        let items = self.collect(&exceptions)?;
        if items.is_empty() {
            return Err(self.value_error("second argument (exceptions) must be a non-empty sequence"));
        }
        let mut all_plain = true;
        for (place, item) in items.iter().enumerate() {
            let Some(error) = Raised::from_value(item) else {
                let message = format!("Item {place} of second argument (exceptions) is not an exception");
                return Err(self.value_error(&message));
            };
            all_plain &= error.is(&self.exceptions.exception);
        }
        let is_base = Rc::ptr_eq(class, &self.exceptions.base_exception_group);
        let class = if is_base && all_plain { &self.exceptions.exception_group } else { class };
        if !all_plain && class.is_subclass(&self.exceptions.exception) {
            let name = class.name.borrow().to_string();
            return Err(self.type_error(&format!("Cannot nest BaseExceptions in an {name}")));
        }
        let args = vec![message, exceptions];
        Ok(Value::Object(self.new_object(class, Payload::Exception(ExceptionState::new(args)))))
    }

    /// The exceptions of a group; None for any other exception.
    pub fn group_members(&self, error: &Raised) -> Option<Vec<Raised>> {
        if !error.is(&self.exceptions.base_exception_group) {
            return None;
        }
        let members = match error.args().get(1) {
            Some(Value::Tuple(items)) => items.to_vec(),
            Some(Value::List(list)) => list.0.borrow().clone(),
            _ => Vec::new(),
        };
        Some(members.iter().filter_map(Raised::from_value).collect())
    }

    /// A group like another, with other members: `derive`, with cause, context, notes and traceback kept.
    fn derived(&self, group: &Raised, members: Vec<Raised>) -> PyResult<Raised> {
        let message = group.first_arg().unwrap_or(Value::None);
        let items = Value::list(members.iter().map(Raised::value).collect());
        let made = match group.class().lookup_with_owner(&self.intern("derive")) {
            Some((derive, true)) => self.call(&derive, Args::positional(vec![group.value(), items]))?,
            _ => self.new_group(
                &self.exceptions.base_exception_group.clone(),
                Args::positional(vec![message, items]),
            )?,
        };
        let new = self.exception_of(&made, "derive must return an instance of BaseExceptionGroup")?;
        let (from, to) = (group.state(), new.state());
        to.cause.replace(from.cause.borrow().clone());
        to.context.replace(from.context.borrow().clone());
        // `PyException_SetCause` says so, whatever the cause.
        to.suppress_context.set(true);
        to.traceback.replace(from.traceback.borrow().clone());
        if let Some(notes) = group.attribute("__notes__") {
            new.object().dict.set("__notes__", notes);
        }
        Ok(new)
    }

    /// `group.split(condition)`: what fits and what does not, nesting kept.
    ///
    /// # Errors
    /// What the condition raises.
    pub fn split(
        &self,
        error: &Raised,
        fits: &dyn Fn(&Raised) -> PyResult<bool>,
    ) -> PyResult<(Option<Raised>, Option<Raised>)> {
        if fits(error)? {
            return Ok((Some(error.clone()), None));
        }
        let Some(members) = self.group_members(error) else { return Ok((None, Some(error.clone()))) };
        self.enter_native()?;
        let (mut matched, mut rest) = (Vec::new(), Vec::new());
        for member in members {
            let (one, other) = self.split(&member, fits)?;
            matched.extend(one);
            rest.extend(other);
        }
        self.leave_native();
        let derive = |members: Vec<Raised>| match members.is_empty() {
            true => Ok(None),
            false => self.derived(error, members).map(Some),
        };
        Ok((derive(matched)?, derive(rest)?))
    }

    /// `except* classes`: the part of the group that goes on, and the part that the clause takes.
    pub(super) fn split_group(&self, group: &Value, classes: &Value) -> PyResult<(Value, Value)> {
        let Some(error) = Raised::from_value(group) else { return Ok((Value::None, Value::None)) };
        self.check_star_classes(classes)?;
        let fits = |error: &Raised| self.exception_matches(&error.value(), classes);
        if self.group_members(&error).is_none() {
            return match fits(&error)? {
                false => Ok((group.clone(), Value::None)),
                true => {
                    let items = Value::tuple(vec![group.clone()]);
                    let args = Args::positional(vec![Value::str(""), items]);
                    let group = self.new_group(&self.exceptions.base_exception_group.clone(), args)?;
                    Ok((Value::None, group))
                }
            };
        }
        let (matched, rest) = self.split(&error, &fits)?;
        let value = |error: Option<Raised>| error.map_or(Value::None, |error| error.value());
        Ok((value(rest), value(matched)))
    }

    fn check_star_classes(&self, classes: &Value) -> PyResult<()> {
        let each = match classes {
            Value::Tuple(items) => items.to_vec(),
            one => vec![one.clone()],
        };
        for class in each {
            if let Value::Class(class) = class
                && class.is_subclass(&self.exceptions.base_exception_group)
            {
                let message = "catching ExceptionGroup with except* is not allowed. Use except instead.";
                return Err(self.type_error(message));
            }
        }
        Ok(())
    }

    /// What a `try … except*` raises at its end: the handlers' new exceptions and what nobody took,
    /// or None.
    pub(super) fn reraise_star(&self, original: &Value, raised: &Value, rest: &Value) -> PyResult {
        let raised = self.collect(raised)?;
        let rest = Raised::from_value(rest);
        if raised.is_empty() {
            return Ok(rest.map_or(Value::None, |error| error.value()));
        }
        let Some(original) = Raised::from_value(original) else { return Ok(Value::None) };
        if self.group_members(&original).is_none() {
            return Ok(raised[0].clone());
        }
        let mut members = Vec::new();
        let mut again = Vec::new();
        rest.into_iter().for_each(|error| self.leaves(&error, &mut again));
        for error in raised.iter().filter_map(Raised::from_value) {
            match same_origin(&original, &error) {
                true => self.leaves(&error, &mut again),
                false => members.push(error),
            }
        }
        // What is raised again keeps the shape that it had in the group.
        let fits = |error: &Raised| Ok(again.iter().any(|leaf| leaf.same(error)));
        members.extend(self.split(&original, &fits)?.0);
        if let [only] = members.as_slice() {
            return Ok(only.value());
        }
        let items = Value::list(members.iter().map(Raised::value).collect());
        self.new_group(
            &self.exceptions.base_exception_group.clone(),
            Args::positional(vec![Value::str(""), items]),
        )
    }
}

impl Vm {
    /// The exceptions in a group, and in the groups in it, that are no groups.
    fn leaves(&self, error: &Raised, into: &mut Vec<Raised>) {
        match self.group_members(error) {
            Some(members) => members.iter().for_each(|member| self.leaves(member, into)),
            None => into.push(error.clone()),
        }
    }
}

/// Whether the error is a part of the original group that was raised again.
fn same_origin(original: &Raised, error: &Raised) -> bool {
    original.same(error)
        || (original.class().name.borrow().as_str() == error.class().name.borrow().as_str()
            && original.state().traceback.borrow().len() == error.state().traceback.borrow().len()
            && original.first_arg().zip(error.first_arg()).is_some_and(|(a, b)| a.is(&b)))
}
