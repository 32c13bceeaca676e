//! `cargo xtask serve`: the page on this machine.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, ExitCode};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::{page, root, tools};

/// Build the page and serve it on 127.0.0.1; what you change is built again and reloaded
#[derive(clap::Args)]
pub struct Arguments {
    /// Open the page in your browser
    #[arg(long)]
    open: bool,
    /// The port to serve on
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Serve until Ctrl+C.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let port = arguments.port;
    if let Err(error) = TcpListener::bind(("127.0.0.1", port)) {
        bail!(
            "port {port} cannot be used ({error}); choose another: cargo xtask serve --port {}",
            other(port)
        );
    }
    page::build(&root().join("dist"))?;
    let mut server = start(port)?;
    wait_for(&mut server, port)?;
    let address = format!("http://127.0.0.1:{port}/");
    println!("Interleave is at {address} (Ctrl+C ends it)");
    if arguments.open {
        open(&address);
    }
    let status = server.wait()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn other(port: u16) -> u16 {
    port.checked_add(1).unwrap_or(8080)
}

fn start(port: u16) -> Result<Child> {
    let mut trunk = page::trunk("serve");
    trunk.args(["--log", "warn", "--address", "127.0.0.1", "--port", &port.to_string()]);
    trunk.spawn().context("trunk does not start")
}

/// Until the server answers, or has ended.
fn wait_for(server: &mut Child, port: u16) -> Result<()> {
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if let Some(status) = server.try_wait()? {
            bail!("trunk ended before it served the page ({status})");
        }
        thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}

fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    if tools::command(opener).arg(address).spawn().is_err() {
        eprintln!("{opener} is not there: open {address} yourself");
    }
}
