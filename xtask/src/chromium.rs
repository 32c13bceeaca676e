//! The browser that the tests drive.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::{progress, tools};

const NAMES: [&str; 3] = ["chromium", "google-chrome", "chromium-browser"];

/// A Chromium and its driver.
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// Find both, or install them where that is allowed.
pub fn ready() -> Result<Chromium> {
    if let Some(found) = look() {
        return Ok(found);
    }
    install()?;
    match look() {
        Some(found) => Ok(found),
        None => bail!("apt-get installed Chromium and its driver, and yet they are not on PATH"),
    }
}

fn look() -> Option<Chromium> {
    let browser = NAMES.iter().find_map(|name| tools::find(name))?;
    Some(Chromium { browser, driver: tools::find("chromedriver")? })
}

fn install() -> Result<()> {
    let Some(before) = permission() else {
        bail!(
            "the browser tests need Chromium and chromedriver. They are not on PATH, and this is not a Debian where I may \
             install them (no apt-get, or neither root nor a sudo without password). Install them yourself, on Debian with \
             `apt-get install chromium chromium-driver`, and run this again"
        );
    };
    progress::run("Asking apt-get what there is (seconds)", &mut apt_get(before, &["update"]))?;
    let packages = ["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"];
    progress::run(
        "Installing Chromium and its driver with apt-get (about a minute)",
        &mut apt_get(before, &packages),
    )
}

/// The words that go before `apt-get`, if it may be used at all.
fn permission() -> Option<&'static [&'static str]> {
    tools::find("apt-get")?;
    let root = tools::said(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if root {
        return Some(&[]);
    }
    tools::said(Command::new("sudo").args(["-n", "true"])).map(|_| ["sudo", "-n"].as_slice())
}

fn apt_get(before: &[&str], arguments: &[&str]) -> Command {
    let mut words =
        before.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).chain(arguments);
    let mut command = Command::new(words.next().expect("at least env"));
    command.args(words);
    command
}
