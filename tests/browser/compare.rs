//! The same tasks, awaited in several ways beside each other.

use anyhow::{Result, ensure};

use crate::edits::follows;
use crate::harness::Page;

const FAILING: &str = "import asyncio\n\n\nasync def work(name, seconds):\n    await asyncio.sleep(seconds)\n    \
     return name\n\n\nasync def fail():\n    await asyncio.sleep(1.5)\n    raise ValueError('no luck')\n\n\n\
     async def main():\n    await asyncio.gather(work('A', 1), work('B', 2), fail(), return_exceptions=True)\n\n\n\
     asyncio.run(main())\n";

const IN_LAMBDA: &str = "import asyncio\n\n\nasync def main():\n    later = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))\n    \
     await later\n\n\nasyncio.run(main())\n";

/// Each way has its lanes on one axis and its sentences; what differs is marked; one of them is taken, and that is undone.
pub async fn what_differs_is_told(page: &Page) -> Result<()> {
    page.write(FAILING).await?;
    follows(page).await?;
    page.action("compare").await?;
    page.until("three are compared", async || Ok(page.count("[data-compared] dl").await? == 3)).await?;
    let fact = async |way: &str, fact: &str| {
        Ok::<_, anyhow::Error>(
            page.texts(&format!("[data-compared='{way}'] [data-fact='{fact}'] dd")).await?.concat(),
        )
    };
    ensure!(fact("gather_return_exceptions", "goes-on").await?.contains("2 s"));
    ensure!(fact("gather", "failures").await?.contains("no luck"));
    ensure!(fact("wait_first_completed", "gets").await?.contains("1 done, 2 pending"));
    ensure!(
        page.count("[data-compared='gather_return_exceptions'] [data-differs]").await? == 0,
        "the first differs"
    );
    ensure!(page.count("[data-compared='gather'] [data-fact='goes-on'][data-differs]").await? == 1);
    let places = "return [...document.querySelectorAll('[data-compared]')].map(e => { \
         const bar = e.querySelector(\"[data-of='Task-2'] .bar.sleep\").getBoundingClientRect(); return Math.round(bar.width) })";
    let widths: Vec<i64> = page.ask(places, &[]).await?;
    ensure!(
        widths.len() == 3 && widths[0] > 50 && widths.iter().all(|width| *width == widths[0]),
        "{widths:?}"
    );
    page.click("[data-way='in_turn']").await?;
    page.until("a fourth is compared", async || Ok(page.count("[data-compared] dl").await? == 4)).await?;
    ensure!(fact("in_turn", "rest").await?.contains("no tasks"));
    for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
        for (dark, theme) in [(false, "light"), (true, "dark")] {
            page.look(width, height, dark).await?;
            page.screenshot(&format!("compare-{width}x{height}-{theme}")).await?;
        }
    }
    page.look(1440, 900, false).await?;
    page.click("[data-compared='wait_first_completed'] [data-action='adopt']").await?;
    page.until("it is in the code", async || Ok(page.code().await?.contains("FIRST_COMPLETED"))).await?;
    follows(page).await?;
    page.action("undo").await?;
    page.until("it is undone", async || Ok(page.code().await? == FAILING)).await
}

/// A program that cannot be rewritten is told why.
pub async fn what_cannot_be_written_says_why(page: &Page) -> Result<()> {
    page.write(IN_LAMBDA).await?;
    follows(page).await?;
    page.action("compare").await?;
    page.until("each says why", async || {
        let told = page.texts("[data-part='impossible']").await?;
        Ok(!told.is_empty() && told.iter().all(|text| text.contains("gather()")))
    })
    .await?;
    ensure!(page.count("[data-action='adopt']").await? == 0);
    Ok(())
}
