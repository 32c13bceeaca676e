//! Chromium and its driver, started once for all tests.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::runtime::{Builder, Runtime};

use super::Page;
use super::server;

/// A browser with one page; closed when dropped.
pub struct Browser {
    runtime: Runtime,
    page: Page,
    driver: Child,
}

impl Browser {
    /// Serve the page and start a browser.
    pub fn start() -> Result<Browser> {
        let address = server::serve(dist()?)?;
        let (driver, port) = start_driver()?;
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let page = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities());
            let client = builder.connect(&format!("http://127.0.0.1:{port}")).await?;
            anyhow::Ok(Page::new(client, address))
        });
        Ok(Browser { runtime, page: page.context("Chromium does not start")?, driver })
    }

    /// Run a test on a fresh page; it fails too if the console has anything to say.
    pub fn run<T>(&self, test: impl AsyncFn(&Page) -> Result<T>) -> Result<T> {
        self.runtime.block_on(async {
            self.page.open().await.context("the page does not open")?;
            let done = test(&self.page).await;
            let said = self.page.console().await?;
            let done = done?;
            if !said.is_empty() {
                bail!("the console says:\n{}", said.join("\n"));
            }
            Ok(done)
        })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver takes its browser with it, once it is asked to close.
        let client = self.page.client.clone();
        let _ = self.runtime.block_on(client.close());
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The built page: what `cargo xtask test` built, or else what `cargo xtask build` did.
pub fn dist() -> Result<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = env::var_os("INTERLEAVE_DIST").map_or(root.join("dist"), PathBuf::from);
    if !folder.join("index.html").is_file() {
        bail!("there is no page in {}; `cargo xtask test browser` builds it", folder.display());
    }
    Ok(folder)
}

/// The driver on a free port, which it tells in a line that ends `successfully on port 12345.`
fn start_driver() -> Result<(Child, u16)> {
    let program = env::var_os("INTERLEAVE_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
    let mut command = Command::new(program);
    command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
    let mut driver = command.spawn().context("chromedriver does not start")?;
    let mut lines = BufReader::new(driver.stdout.take().context("chromedriver has no output")?).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let port = line.rsplit_once("successfully on port ")?.1;
        port.trim_end_matches('.').parse().ok()
    });
    // It must be able to go on talking.
    std::thread::spawn(move || lines.for_each(drop));
    Ok((driver, port.context("chromedriver does not say its port")?))
}

fn capabilities() -> serde_json::Map<String, serde_json::Value> {
    let arguments = [
        "--headless",
        // Root may not have the sandbox; it opens our own page alone.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1440,900",
    ];
    let mut options = json!({ "args": arguments });
    if let Ok(browser) = env::var("INTERLEAVE_CHROMIUM") {
        options["binary"] = json!(browser);
    }
    let mut capabilities = serde_json::Map::new();
    capabilities.insert("goog:chromeOptions".into(), options);
    capabilities.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
    capabilities
}
