//! Pictures of the page, for eyes, in every size that it is made for, light and dark.

use anyhow::Result;

use crate::harness::Page;

const SIZES: [(u32, u32); 3] = [(1440, 900), (1024, 768), (390, 844)];
const PANES: [&str; 5] = ["code", "timeline", "loop", "why", "output"];

/// At the end of the run, where nothing sticks out sideways.
pub async fn at_three_sizes_light_and_dark(page: &Page) -> Result<()> {
    everywhere(page, "end").await
}

/// In the middle of a live run, when a task sleeps and another is over.
pub async fn in_the_middle_of_a_run(page: &Page) -> Result<()> {
    page.action("run").await?;
    page.until("a task is over", async || Ok(page.trace().await?.contains("\"done\""))).await?;
    page.action("pause").await?;
    everywhere(page, "middle").await
}

/// With a mistake in the code.
pub async fn with_a_mistake(page: &Page) -> Result<()> {
    page.write(&page.code().await?.replace("async def main():", "async def main()")).await?;
    page.element("[role='alert']").await?;
    everywhere(page, "mistake").await
}

/// Each pane of a phone by its tab.
pub async fn every_pane_of_a_phone(page: &Page) -> Result<()> {
    page.look(390, 844, false).await?;
    for pane in PANES {
        page.tab(pane).await?;
        page.until("the pane is in sight", async || page.sees(&format!("[data-view='{pane}']")).await)
            .await?;
        page.screenshot(&format!("phone-{pane}")).await?;
    }
    Ok(())
}

async fn everywhere(page: &Page, name: &str) -> Result<()> {
    for (width, height) in SIZES {
        for (dark, theme) in [(false, "light"), (true, "dark")] {
            page.look(width, height, dark).await?;
            page.until("the page fits its window", async || {
                page.ask("return document.documentElement.scrollWidth <= innerWidth", &[]).await
            })
            .await?;
            page.screenshot(&format!("{name}-{width}x{height}-{theme}")).await?;
        }
    }
    Ok(())
}
