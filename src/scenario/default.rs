//! What one sees who opens the page for the first time.

use std::rc::Rc;

use super::{PythonVersion, Scenario};

impl Default for Scenario {
    fn default() -> Self {
        Self {
            code: include_str!("default.py").into(),
            python: PythonVersion::default(),
            seed: None,
            title: "Breakfast".to_owned(),
            interventions: Rc::default(),
        }
    }
}
