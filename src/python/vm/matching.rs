//! What `match` asks of its subject.

use super::Vm;
use super::dispatch::{pop, top};
use super::frame::Frame;
use crate::python::code::Op;
use crate::python::objects::{Object, PyResult, Value};

impl Vm {
    pub(super) fn match_op(&self, frame: &mut Frame, op: Op) -> PyResult<()> {
        let value = match op {
            Op::MatchSequence => Value::Bool(self.is_sequence(&top(frame))?),
            Op::MatchMapping => Value::Bool(self.is_mapping(&top(frame))?),
            Op::GetLen => Value::int(self.len(&top(frame))? as i64),
            Op::MatchKeys => {
                let keys = pop(frame);
                self.match_keys(&top(frame), &keys)?
            }
            Op::MatchClass(count) => {
                let names = pop(frame);
                let class = pop(frame);
                let subject = pop(frame);
                self.match_class(&subject, &class, count as usize, &names)?
            }
            _ => return Ok(()),
        };
        frame.stack.push(value);
        Ok(())
    }

    fn is_sequence(&self, value: &Value) -> PyResult<bool> {
        Ok(match value {
            Value::List(_) | Value::Tuple(_) | Value::Range(_) => true,
            Value::Object(object) => match object.inner() {
                Some(inner) => self.is_sequence(inner)?,
                None => is_abstract(object, "Sequence"),
            },
            Value::Native(native) => native.class.name.borrow().as_str() == "deque",
            _ => false,
        })
    }

    fn is_mapping(&self, value: &Value) -> PyResult<bool> {
        Ok(match value {
            Value::Dict(_) => true,
            Value::Object(object) => {
                matches!(object.inner(), Some(Value::Dict(_))) || is_abstract(object, "Mapping")
            }
            _ => false,
        })
    }

    fn match_keys(&self, subject: &Value, keys: &Value) -> PyResult {
        let mut values = Vec::new();
        for key in self.collect(keys)? {
            if !self.contains(subject, &key)? {
                return Ok(Value::None);
            }
            values.push(self.get_item(subject, &key)?);
        }
        Ok(Value::tuple(values))
    }

    fn match_class(&self, subject: &Value, class: &Value, count: usize, names: &Value) -> PyResult {
        let Value::Class(of) = class else {
            return Err(self.type_error("called match pattern must be a class"));
        };
        if !self.is_instance(subject, class)? {
            return Ok(Value::None);
        }
        let types = &self.types;
        let whole = [
            &types.int,
            &types.float,
            &types.str,
            &types.bytes,
            &types.list,
            &types.tuple,
            &types.dict,
            &types.set,
            &self.bool_class,
        ];
        let matches_itself = whole.into_iter().any(|class| of.is_subclass(class));
        let mut values = Vec::new();
        if count > 0 && matches_itself && of.lookup(&self.intern("__match_args__")).is_none() {
            values.push(subject.clone());
        } else if count > 0 {
            let args =
                self.get_attr_opt(class, "__match_args__")?.unwrap_or_else(|| Value::tuple(Vec::new()));
            let args = self.collect(&args)?;
            if args.len() < count {
                let plural = if args.len() == 1 { "" } else { "s" };
                let message = format!(
                    "{}() accepts {} positional sub-pattern{plural} ({count} given)",
                    of.name.borrow(),
                    args.len()
                );
                return Err(self.type_error(&message));
            }
            for name in &args[..count] {
                match self.get_attr_opt(subject, name.as_str().unwrap_or_default())? {
                    Some(value) => values.push(value),
                    None => return Ok(Value::None),
                }
            }
        }
        for name in self.collect(names)? {
            match self.get_attr_opt(subject, name.as_str().unwrap_or_default())? {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
        Ok(Value::tuple(values))
    }
}

/// Whether the object's class derives from that class of `collections.abc`.
fn is_abstract(object: &Object, name: &str) -> bool {
    object.class.borrow().ancestors.iter().any(|class| {
        class.name.borrow().as_str() == name && class.module.borrow().as_str() == "collections.abc"
    })
}
