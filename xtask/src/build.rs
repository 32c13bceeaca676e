//! `cargo xtask build`: the page as it is published.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::{page, progress, root, tools};

/// The profile of Cargo.toml that Trunk.toml names.
const PROFILE: &str = "web";

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

/// Compile one of the crate's examples to wasm just as the page is compiled; `into` names its `.js` and `_bg.wasm`.
pub fn example(name: &str, into: &Path) -> Result<()> {
    tools::for_the_page()?;
    let mut cargo = tools::command("cargo");
    cargo.args(["build", "--profile", PROFILE, "--target", tools::TARGET, "--example", name]);
    if tools::std_source()? {
        cargo.envs(SMALL_STD);
    }
    progress::run(
        "Compiling the interpreter to wasm, as the page is (about 2 minutes from nothing)",
        &mut cargo,
    )?;
    let built = ["target", tools::TARGET, PROFILE, "examples", name].iter().collect::<PathBuf>();
    let mut bindgen = tools::command("wasm-bindgen");
    bindgen.arg(built.with_extension("wasm")).args(["--target", "web", "--no-typescript", "--out-dir"]);
    bindgen.arg(into.with_file_name("")).arg("--out-name").args(into.file_name());
    progress::run("Binding it to JavaScript (seconds)", &mut bindgen)?;
    let Some(folder) = wasm_opt() else { return Ok(()) };
    let wasm = into.with_file_name(format!("{}_bg.wasm", into.file_name().unwrap_or_default().display()));
    let mut optimise = Command::new(folder.join("wasm-opt"));
    optimise.args(wasm_opt_arguments()?).arg("-o").arg(&wasm).arg(&wasm);
    progress::run("Optimising it (seconds)", &mut optimise)
}

/// What the page's `index.html` has trunk tell wasm-opt.
fn wasm_opt_arguments() -> Result<Vec<String>> {
    let page = fs::read_to_string(root().join("index.html"))?;
    let value = |name| {
        let value = page.split_once(&format!("{name}=\""))?.1.split_once('"')?.0;
        Some(value.to_owned())
    };
    let parameters = value("data-wasm-opt-params").context("index.html has wasm-opt's parameters")?;
    let level = value("data-wasm-opt").context("index.html has wasm-opt's level")?;
    Ok(parameters.split(' ').map(str::to_owned).chain([format!("-O{level}")]).collect())
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
    let what = "Installing wasm-opt from npm's binaryen into the cache (about a minute)";
    tools::npm_install(what, &format!("binaryen@{BINARYEN}"), folder)
}

fn cache() -> Option<PathBuf> {
    env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cache")))
}
