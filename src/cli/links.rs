//! `interleave link FILE` and `interleave source URL`.

use std::path::Path;
use std::process::ExitCode;

use super::{Refusal, read, write};
use crate::scenario::link::{self, Fragment, LinkError};
use crate::scenario::notes::Notes;
use crate::scenario::{PythonVersion, Scenario, interventions};

/// Print the program as a link. What the arguments leave open, its comments may say.
pub fn link(
    source: &str,
    page: &str,
    title: Option<String>,
    python: PythonVersion,
    seed: Option<u64>,
) -> Result<ExitCode, Refusal> {
    let notes = Notes::read(source)?;
    let title = title.or(notes.title).unwrap_or_default();
    let interventions = notes.interventions.into();
    let code = interventions::without_comments(source).into();
    let scenario = Scenario { code, python, seed: seed.or(notes.seed), title, interventions };
    let document = link::encode(&scenario).map_err(|error| error.to_string())?;
    let page = page.split('#').next().unwrap_or_default();
    write(&mut std::io::stdout(), &format!("{page}#{document}\n"));
    Ok(ExitCode::SUCCESS)
}

/// The scenario of a link.
pub fn open(url: &str) -> Result<Scenario, Refusal> {
    match Fragment::read(url.trim()).scenario {
        Some(scenario) => scenario.map_err(|error| error.to_string()),
        None => Err(LinkError::NotALink.to_string()),
    }
}

/// Print the program of the link.
pub fn source(url: &str) -> Result<ExitCode, Refusal> {
    let read = if url == "-" { read(Path::new(url))? } else { url.to_owned() };
    let scenario = open(&read)?;
    write(&mut std::io::stdout(), &scenario.code);
    let mut settings = String::new();
    if !scenario.title.is_empty() {
        settings += &format!("title: {:?}\n", scenario.title);
    }
    if let Some(seed) = scenario.seed {
        settings += &format!("seed: {seed}\n");
    }
    for intervention in &*scenario.interventions {
        settings += &format!("intervention: {}\n", interventions::write(intervention));
    }
    write(&mut std::io::stderr(), &settings);
    Ok(ExitCode::SUCCESS)
}
