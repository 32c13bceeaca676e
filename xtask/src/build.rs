//! `cargo xtask build`: the page as it is published.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::{page, progress, root, tools};

/// The binaryen whose wasm-opt reads what today's wasm-bindgen writes; Debian's is too old.
const BINARYEN: &str = "132.0.0";

/// The standard library compiled anew, for size, and without a text for each panic: a sixth of the page. A
/// panic is a trap then. Cargo calls these unstable, so they are for the version they were tried with.
const SMALL_STD: [(&str, &str); 5] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
    ("CARGO_PROFILE_WEB_PANIC", "immediate-abort"),
];

/// Build the page that is published, as small as it gets, into dist/
#[derive(clap::Args)]
pub struct Arguments {
    /// Where the page will be found on its server
    #[arg(long)]
    public_url: Option<String>,
}

/// Build it.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    release(&dist(), arguments.public_url.as_deref())?;
    println!("The page is in {}", dist().display());
    Ok(ExitCode::SUCCESS)
}

/// Where the published page is built.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Build the page as it is published into a folder, with wasm-opt where npm can bring one.
pub fn release(into: &Path, public_url: Option<&str>) -> Result<()> {
    tools::for_the_page()?;
    let mut trunk = page::trunk("build");
    trunk.arg("--dist").arg(into);
    if tools::std_source()? {
        trunk.envs(SMALL_STD);
    }
    if let Some(folder) = wasm_opt() {
        trunk.arg("--release").env("PATH", tools::path(&[&folder]));
    }
    if let Some(address) = public_url {
        trunk.args(["--public-url", address]);
    }
    progress::run("Building the page to publish (about 3 minutes from nothing)", &mut trunk)
}

/// The folder of a wasm-opt, installed into the cache once; nothing where npm does not bring it.
fn wasm_opt() -> Option<PathBuf> {
    let cache = cache()?;
    let folder = cache.join("interleave").join(format!("binaryen-{BINARYEN}"));
    let programs = folder.join("node_modules/.bin");
    if !programs.join("wasm-opt").exists()
        && let Err(error) = install_binaryen(&folder)
    {
        eprintln!(
            "There is no wasm-opt, so the page will be about a tenth larger than it could be: {error:#}"
        );
        return None;
    }
    Some(programs)
}

fn install_binaryen(folder: &Path) -> Result<()> {
    tools::find("npm").context("npm, which would bring it, is not on PATH")?;
    let mut npm = tools::command("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(folder);
    npm.arg(format!("binaryen@{BINARYEN}"));
    progress::run("Installing wasm-opt from npm's binaryen into the cache (about a minute)", &mut npm)
}

fn cache() -> Option<PathBuf> {
    env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cache")))
}
