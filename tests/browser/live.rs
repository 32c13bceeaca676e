//! A live run is the same run: paced by real timers, it leaves the trace that virtual time leaves.

use std::time::Duration;

use anyhow::{Result, ensure};

use crate::harness::Page;
use crate::native::Native;

/// The default scenario, live: on its way a prefix of the native trace, at its end all of it, and
/// lanes, outcomes and output are what the native run did.
pub async fn the_default_scenario(page: &Page) -> Result<()> {
    let native = Native::run(&page.code().await?)?;
    ensure!(native.tasks().len() >= 4, "three tasks and main: {:?}", native.tasks());
    run(page, &native).await?;
    shows(page, &native).await
}

/// It can be stopped on its way, and goes on from there to the same end.
pub async fn paused_and_resumed(page: &Page) -> Result<()> {
    let native = Native::run(&page.code().await?)?;
    page.action("run").await?;
    page.until("something has happened", async || Ok(page.trace().await?.contains("\"suspend\""))).await?;
    page.action("pause").await?;
    let there = page.trace().await?;
    ensure!(there.len() < native.trace.len(), "it was over before it could be paused");
    tokio::time::sleep(Duration::from_millis(800)).await;
    ensure!(page.trace().await? == there, "it went on though it was paused");
    page.action("run").await?;
    page.until("the run is over", async || Ok(is_over(&page.trace().await?))).await?;
    native.same(&page.trace().await?)
}

/// Ten times as fast leaves the same trace.
pub async fn at_another_speed(page: &Page) -> Result<()> {
    let native = Native::run(&page.code().await?)?;
    page.set_speed("10").await?;
    run(page, &native).await
}

/// Press run, see that it is on its way, and wait for its end: the trace is the native run's.
pub async fn run(page: &Page, native: &Native) -> Result<()> {
    page.action("run").await?;
    page.until("the run is on its way", async || {
        let trace = page.trace().await?;
        ensure!(native.trace.starts_with(&trace), "{:?}", native.same(&trace));
        Ok(trace.len() < native.trace.len())
    })
    .await?;
    page.until("the run is over", async || Ok(is_over(&page.trace().await?))).await?;
    native.same(&page.trace().await?)
}

/// The end of the run is on the page as the native run told it.
pub async fn shows(page: &Page, native: &Native) -> Result<()> {
    page.until("the lanes are those of the run", async || Ok(outcomes(page).await? == native.tasks()))
        .await?;
    page.until("the output is that of the run", async || {
        let lines = page.texts("[data-view='output'] [data-line]").await?;
        let output = native.output();
        Ok(lines.len() == output.len()
            && lines.iter().zip(&output).all(|(line, text)| line.contains(text.as_str())))
    })
    .await
}

/// Each task's lane, from above, with how it ended.
async fn outcomes(page: &Page) -> Result<Vec<(String, Option<String>)>> {
    Ok(page.lanes().await?.into_iter().map(|lane| (lane.name, lane.outcome)).collect())
}

fn is_over(trace: &str) -> bool {
    trace.contains("\"event\": \"exit\"")
}
