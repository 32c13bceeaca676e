//! A run of 1,000 tasks and 100,000 events stays usable.

use anyhow::{Result, ensure};

use crate::edits::follows;
use crate::harness::Page;
use crate::native::Native;

/// The program; `cargo xtask bench page` measures it.
pub const LARGE: &str = include_str!("../../benches/page/large.py");

/// Only what is in sight is in the document, and all else can be brought into sight.
pub async fn a_thousand_lanes(page: &Page) -> Result<()> {
    page.write(LARGE).await?;
    page.until("all of it was run", async || Ok(page.last_position().await? > 25_000)).await?;
    let native = Native::run(LARGE)?;
    page.until("it is the run of the command line", async || Ok(page.trace().await? == native.trace)).await?;
    let rows = async || page.count("[data-lane]").await;
    ensure!((10..80).contains(&rows().await?), "{} rows", rows().await?);
    ensure!(page.count(".bar").await? < 6_000, "{} bars", page.count(".bar").await?);
    let size: Vec<String> = page
        .ask(
            "return [...new Set([...document.querySelectorAll('[data-lane]')].map(e => e.ariaSetSize))]",
            &[],
        )
        .await?;
    ensure!(size == ["1001"], "{size:?}");
    page.run("const t = document.querySelector('.tracks'); t.scrollTop = t.scrollHeight").await?;
    page.until("the last lane is there", async || Ok(page.count("[data-lane='Task-1001']").await? == 1))
        .await?;
    ensure!(page.count("[data-lane='Task-1']").await? == 0, "the first has not gone");
    let height: bool = page.ask("const t = document.querySelector('.tracks'); const rows = t.querySelector('.rows'); \
         const row = t.querySelector('[data-lane]').getBoundingClientRect().height; return rows.scrollHeight > 1000 * row", &[]).await?;
    ensure!(height, "the rows out of sight have no room");
    page.click("[data-axis='steps']").await?;
    page.element("[data-part='axis'][data-axis='steps']").await?;
    page.action("reset").await?;
    page.until("columns out of sight are not drawn", async || Ok(page.count(".tick").await? < 400)).await?;
    ensure!(page.count(".bar").await? < 6_000, "{} bars", page.count(".bar").await?);
    for (width, height) in [(1440, 900), (390, 844)] {
        page.look(width, height, false).await?;
        page.screenshot(&format!("large-steps-{width}x{height}")).await?;
        page.click("[data-axis='time']").await?;
        page.screenshot(&format!("large-time-{width}x{height}")).await?;
        page.click("[data-axis='steps']").await?;
    }
    Ok(())
}

/// Bars that are too narrow to be told apart are one, which says how many they are, until one looks closer.
pub async fn a_crowd_is_told_and_entered(page: &Page) -> Result<()> {
    page.write(CROWD).await?;
    follows(page).await?;
    page.until("they are one bar", async || Ok(page.count(".bar.crowd").await? >= 1)).await?;
    ensure!(page.count("[data-lane='Task-1'] .bar").await? < 10);
    page.point(".bar.crowd").await?;
    page.until("it says how many", async || {
        Ok(page.texts("[data-part='tip']").await?.concat().contains("bars, too narrow"))
    })
    .await?;
    for _ in 0..5 {
        page.zoom_by_wheel(".axis span.first", -500.0).await?;
    }
    page.until("from near they are many", async || {
        let bars = page.count("[data-lane='Task-1'] [data-segment='sleep']:not(.crowd)").await?;
        Ok((10..300).contains(&bars))
    })
    .await
}

const CROWD: &str = "import asyncio\n\n\nasync def main():\n    for lap in range(400):\n        await asyncio.sleep(0.001)\n    \
     await asyncio.sleep(4)\n\n\nasyncio.run(main())\n";
