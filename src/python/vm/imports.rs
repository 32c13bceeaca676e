//! `import`: the modules that the playground carries.

use std::rc::Rc;

use super::Vm;
use crate::python::objects::{Dict, Module, PyResult, Raised, Str, Value};
use crate::python::{library, modules};

impl Vm {
    /// `import name`: gives the first package, as the statement does, with the others loaded.
    ///
    /// # Errors
    /// ModuleNotFoundError for what is not carried.
    pub fn import(&self, name: &str, level: u32) -> PyResult {
        if level > 0 {
            let message = "attempted relative import with no known parent package";
            return Err(self.error(&self.exceptions.import_error, message));
        }
        let mut end = 0;
        let mut first = None;
        for part in name.split('.') {
            end += part.len();
            let parent = name.get(..end.saturating_sub(part.len() + 1)).unwrap_or_default();
            let path = name.get(..end).unwrap_or_default();
            let module = self.load(path)?;
            if let Some(Value::Module(parent)) = self.loaded(parent) {
                parent.dict.set(part, module.clone());
            }
            first.get_or_insert(module);
            end += 1;
        }
        Ok(first.unwrap_or(Value::None))
    }

    fn loaded(&self, path: &str) -> Option<Value> {
        self.modules.get_str(&Str::new(path))
    }

    fn load(&self, path: &str) -> PyResult {
        if let Some(module) = self.loaded(path) {
            return Ok(module);
        }
        if path == "builtins" {
            let module =
                Value::Module(Rc::new(Module { name: self.intern(path), dict: self.builtins.clone() }));
            self.modules.set(path, module.clone());
            return Ok(module);
        }
        let module = match modules::contents(self, path)? {
            Some(contents) => {
                let module = self.new_module(path);
                for (name, value) in contents {
                    module.dict.set_str(&self.intern(name), value);
                }
                module
            }
            None => return self.load_library(path),
        };
        let module = Value::Module(module);
        self.modules.set(path, module.clone());
        Ok(module)
    }

    /// Run a module of the library; those that it imports may see it half made, as in CPython.
    fn load_library(&self, path: &str) -> PyResult {
        let Some(code) = library::code(self, path)? else { return Err(self.no_module(path)) };
        let module = self.new_module(path);
        let value = Value::Module(module.clone());
        self.modules.set(path, value.clone());
        match library::execute(self, code, module.dict.clone()) {
            Ok(_) => Ok(value),
            Err(error) => {
                self.modules.remove_str(&self.intern(path));
                Err(error)
            }
        }
    }

    /// An empty module.
    pub fn new_module(&self, name: &str) -> Rc<Module> {
        let dict = Rc::new(Dict::new());
        self.heap.note(&dict);
        dict.set_str(&self.intern("__name__"), Value::str(name));
        dict.set_str(&self.intern("__doc__"), Value::None);
        Rc::new(Module { name: Str::new(name), dict })
    }

    fn no_module(&self, path: &str) -> Raised {
        let parent =
            path.rsplit_once('.').map(|(parent, _)| parent).filter(|parent| self.loaded(parent).is_some());
        let reason = match parent {
            Some(parent) if !modules::is_package(parent) => format!("; '{parent}' is not a package"),
            _ => String::new(),
        };
        let class = &self.exceptions.module_not_found_error;
        let error = self.error(class, &format!("No module named '{path}'{reason}"));
        error.object().dict.set("name", Value::str(path));
        // `raise … from None`, where CPython asks the parent for its `__path__`.
        error.state().suppress_context.set(!reason.is_empty());
        error
    }

    pub(super) fn import_from(&self, module: &Value, name: &Str) -> PyResult {
        let Value::Module(inner) = module else { return self.get_attr(module, name) };
        if let Some(value) = inner.dict.get_str(name) {
            return Ok(value);
        }
        let path = format!("{}.{name}", inner.name);
        if let Some(found) = self.loaded(&path) {
            return Ok(found);
        }
        if modules::is_package(inner.name.as_str()) && self.import(&path, 0).is_ok() {
            return Ok(self.loaded(&path).unwrap_or(Value::None));
        }
        let message = format!("cannot import name '{name}' from '{}' (unknown location)", inner.name);
        let error = self.error(&self.exceptions.import_error, &message);
        self.hint_attributes(&error, module, name);
        error.object().dict.set("name_from", Value::Str(name.clone()));
        error.object().dict.set("name", Value::Str(inner.name.clone()));
        Err(error)
    }

    pub(super) fn import_star(&self, module: &Value, globals: &Dict) {
        let Value::Module(module) = module else { return };
        let all = module.dict.get_str(&self.intern("__all__"));
        let listed: Option<Vec<Value>> = all.and_then(|all| self.collect(&all).ok());
        for (name, value) in module.dict.items() {
            let Value::Str(name) = name else { continue };
            let exported = match &listed {
                Some(listed) => listed.iter().any(|known| known.as_str() == Some(name.as_str())),
                None => !name.as_str().starts_with('_'),
            };
            if exported {
                globals.set_str(&name, value);
            }
        }
    }
}
