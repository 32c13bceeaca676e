//! What one does to a task from outside, while it is live and at rest: by pointer, by key and by finger.

use anyhow::{Context, Result, ensure};
use interleave::scenario::link::Fragment;
use interleave::scenario::{Scenario, interventions};

use crate::edits::follows;
use crate::harness::Page;
use crate::harness::keys::{CONTROL, DELETE, ENTER, RIGHT};
use crate::native::Native;

const PROGRAM: &str = "import asyncio\n\n\nasync def work(name, seconds):\n    await asyncio.sleep(seconds)\n    print(name)\n\n\n\
     async def main():\n    await asyncio.wait([asyncio.create_task(work(n, s)) for n, s in (('A', 0.2), ('B', 0.6))])\n\n\n\
     asyncio.run(main())\n";
const MARK: &str = "[data-intervention]";

/// At every speed, and whenever it is done: the live run leaves the trace that its link leaves in virtual time.
pub async fn a_live_run_is_the_run_of_its_link(page: &Page) -> Result<()> {
    for (speed, act) in [("1", "cancel"), ("0.1", "copy"), ("10", "cancel")] {
        page.open().await?;
        page.write(PROGRAM).await?;
        follows(page).await?;
        page.set_speed(speed).await?;
        page.action("run").await?;
        page.until("the tasks are there", async || Ok(page.count("[data-lane='Task-3']").await? == 1))
            .await?;
        page.click("[data-lane='Task-3'] [data-part=label]").await?;
        page.click(&format!("[data-part=lane-menu] [data-item=act-{act}]")).await?;
        page.element(MARK).await?;
        page.until("the run is over", async || {
            Ok(page.trace().await?.contains("\"exit\"") && page.count("[data-live]").await? == 0)
        })
        .await?;
        same_as_its_link(page).await.with_context(|| format!("{act} at {speed}×"))?;
    }
    Ok(())
}

/// At rest: by keys from the lane's label, moved, undone, removed.
pub async fn by_keys(page: &Page) -> Result<()> {
    page.write(PROGRAM).await?;
    follows(page).await?;
    page.focus("[data-lane='Task-3'] [data-part=label]").await?;
    page.chord(&[], ENTER).await?;
    page.focus("[data-part=lane-menu] [data-item=act-cancel]").await?;
    page.chord(&[], ENTER).await?;
    page.until(
        "it is cancelled in the middle",
        async || Ok(outcome(page).await? == Some("cancelled".into())),
    )
    .await?;
    same_as_its_link(page).await?;
    let before = page.scenario().await?.interventions[0].at;
    page.focus(MARK).await?;
    page.chord(&[], RIGHT).await?;
    page.until("it is later", async || Ok(page.scenario().await?.interventions[0].at > before)).await?;
    page.chord(&[CONTROL], 'z').await?;
    page.until("it is back", async || Ok(page.scenario().await?.interventions[0].at == before)).await?;
    page.focus(MARK).await?;
    page.chord(&[], DELETE).await?;
    page.until("it is gone", async || Ok(outcome(page).await? == Some("result".into()))).await?;
    ensure!(page.count(MARK).await? == 0);
    Ok(())
}

/// By finger, and dragged by the pointer; the exported program tells of it.
pub async fn by_touch_and_dragged(page: &Page) -> Result<()> {
    page.write(PROGRAM).await?;
    follows(page).await?;
    page.tap("[data-lane='Task-2'] [data-part=label]").await?;
    page.tap("[data-part=lane-menu] [data-item=act-copy]").await?;
    page.until("there is another", async || Ok(page.count("[data-lane='Task-4']").await? == 1)).await?;
    same_as_its_link(page).await?;
    let before = page.scenario().await?.interventions[0].at;
    page.drag(MARK, 80.0).await?;
    page.until("it is later", async || Ok(page.scenario().await?.interventions[0].at > before + 0.01))
        .await?;
    same_as_its_link(page).await?;
    let told = interventions::write(&page.scenario().await?.interventions[0]);
    page.point(MARK).await?;
    page.screenshot("interventions").await?;
    let label = page.texts(".intervention .says em").await?.concat();
    ensure!(told.contains("\"copy\"") && label.starts_with("Copy Task-2 at 0."), "{told} {label}");
    page.click("[data-remove]").await?;
    page.until("there is no other", async || Ok(page.count("[data-lane='Task-4']").await? == 0)).await
}

async fn outcome(page: &Page) -> Result<Option<String>> {
    Ok(page.lanes().await?.into_iter().find(|lane| lane.name == "Task-3").and_then(|lane| lane.outcome))
}

impl Page {
    /// The scenario of the address, which follows the work.
    async fn scenario(&self) -> Result<Scenario> {
        let fragment: String = self.ask("return location.hash", &[]).await?;
        let scenario = Fragment::read(&fragment).scenario.context("the address has a scenario")?;
        scenario.map_err(|error| anyhow::anyhow!("{error}"))
    }
}

/// The trace of the page is that of its address, run by the command line.
async fn same_as_its_link(page: &Page) -> Result<()> {
    page.until("the address follows", async || {
        let marks = page.count(MARK).await?;
        Ok(page.scenario().await.is_ok_and(|scenario| scenario.interventions.len() == marks))
    })
    .await?;
    page.until("the traces are the same", async || {
        let fragment: String = page.ask("return location.hash", &[]).await?;
        let native = Native::run_link(&fragment)?;
        Ok(native.same(&page.trace().await?).is_ok())
    })
    .await
}
